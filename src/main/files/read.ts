import { MAX_FILE_BYTES } from '#contract/contract.ts'
import { linesOfText, recoverReport, type RecoverOptions, type SourceLine } from '#core/intake/recover.ts'
import { REPORT_FORMAT, readReportFile as readStored, type Report } from '#core/model/report.ts'
import { linesOfDocx } from './docx-reader.ts'
import { linesOfMarkdown } from './markdown.ts'
import { decodeText } from './text.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { zipEntries } from './zip.ts'

export { UnreadableFile, type UnreadableReason } from './unreadable-file.ts'

/** characters of text; the longest reports have 40,000 */
export const MAX_CHARACTERS = 2_000_000
const MAX_UNPACKED = 200 * 1024 * 1024
const SAVE_AS_DOCX = '请用 Word 或 WPS 打开后“另存为”.docx 格式，再导入。'

/**
 * Reads a file into a report: .txt, .md and .docx through structure recovery, a report .json of this application as it is. What a file is
 * is told by its content first and by its name where that says nothing. Throws {@link UnreadableFile}; nothing is stored.
 */
export async function readReportFile(name: string, bytes: Uint8Array, options: RecoverOptions): Promise<Report> {
  if (bytes.length === 0) throw new UnreadableFile(name, 'empty', '文件是空的（0 字节）。请确认选对了文件，或重新保存一次再导入。')
  if (bytes.length > MAX_FILE_BYTES) {
    throw new UnreadableFile(name, 'too-large', `文件有 ${(bytes.length / 1024 / 1024).toFixed(1)} MB，超过 20 MB 的上限。请删去文中的图片后另存，再导入。`)
  }
  if (startsWith(bytes, [0x50, 0x4b])) return recover(name, await readDocx(name, bytes), options)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new UnreadableFile(name, isEncryptedOffice(bytes) ? 'encrypted' : 'type', isEncryptedOffice(bytes) ? '文件设有打开密码。请在 Word 或 WPS 中取消密码后另存，再导入。' : `这是旧版 Word（.doc）或 WPS 格式，目前不能直接读取。${SAVE_AS_DOCX}`)
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new UnreadableFile(name, 'type', `这是 PDF 文件，目前不能直接读取。请从 PDF 中复制文字存为 .txt，或用 Word 转换为 .docx 后再导入。`)
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) throw new UnreadableFile(name, 'type', `这是 RTF 格式，目前不能直接读取。${SAVE_AS_DOCX}`)
  const text = decodeText(bytes)
  if (text === undefined) throw new UnreadableFile(name, 'type', /\.docx$/iu.test(name) ? `文件已损坏，不是有效的 Word 文档。${SAVE_AS_DOCX}` : '这不是文本文件，或编码无法识别。目前可以导入 .docx、.txt 和 .md 文件。')
  if (text.length > MAX_CHARACTERS) throw new UnreadableFile(name, 'too-large', '文字超过 200 万字的上限。请拆分为几个文件，再分别导入。')
  if (/\.docx$/iu.test(name)) throw new UnreadableFile(name, 'damaged', `扩展名是 .docx，内容却不是 Word 文档。如果它是文本文件，请把扩展名改为 .txt 再导入。`)
  if (/^\s*\{/u.test(text) && text.includes(REPORT_FORMAT)) return readJsonReport(name, text, options)
  if (/\.html?$/iu.test(name) || /^\s*<(?:!doctype html|html)/iu.test(text)) throw new UnreadableFile(name, 'type', '这是网页文件，目前不能直接读取。请在浏览器中复制正文，存为 .txt 后再导入。')
  return recover(name, /\.(?:md|markdown)$/iu.test(name) ? linesOfMarkdown(text) : linesOfText(text), options)
}

function recover(name: string, lines: readonly SourceLine[], options: RecoverOptions): Report {
  if (!lines.some((line) => /[\p{L}\p{N}]/u.test(line.text))) throw new UnreadableFile(name, 'no-text', '文件里没有文字。如果内容是扫描图片，请先用文字识别软件转换为文本，再导入。')
  const length = lines.reduce((n, line) => n + line.text.length, 0)
  if (length > MAX_CHARACTERS) throw new UnreadableFile(name, 'too-large', '文字超过 200 万字的上限。请拆分为几个文件，再分别导入。')
  return recoverReport(lines, options)
}

async function readDocx(name: string, bytes: Uint8Array): Promise<SourceLine[]> {
  const entries = zipEntries(bytes)
  if (!entries) throw new UnreadableFile(name, 'damaged', `文件已损坏或不完整。请重新复制或下载一份，或用 Word 修复后另存，再导入。`)
  if (entries.some((e) => e.encrypted)) throw new UnreadableFile(name, 'encrypted', '文件已加密。请取消密码后另存，再导入。')
  if (entries.reduce((n, e) => n + e.size, 0) > MAX_UNPACKED || entries.length > 20_000) throw new UnreadableFile(name, 'too-large', '文件解开后超过 200 MB 的上限，可能不是正常的 Word 文档。')
  if (!entries.some((e) => e.name === 'word/document.xml')) throw new UnreadableFile(name, 'type', `这是压缩文件，但不是 Word 文档（.docx）。${SAVE_AS_DOCX}`)
  try {
    return await linesOfDocx(bytes)
  } catch (error) {
    process.stderr.write(`docx: ${error instanceof Error ? error.message : String(error)}\n`)
    throw new UnreadableFile(name, 'damaged', 'Word 文档的内部结构已损坏。请用 Word 打开并修复，另存后再导入。')
  }
}

function readJsonReport(name: string, text: string, { id, origin }: RecoverOptions): Report {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new UnreadableFile(name, 'damaged', '述核报告文件已损坏（不是完整的 JSON）。请改用它旁边的 .bak 副本。')
  }
  const stored = readStored(json)
  if (stored.ok) return { ...stored.value.report, id, origin: stored.value.report.status === 'draft' ? stored.value.report.origin : origin }
  throw stored.reason === 'newer'
    ? new UnreadableFile(name, 'type', '文件由更新版本的述核保存。请升级述核后再打开。')
    : new UnreadableFile(name, 'damaged', '述核报告文件的内容不完整。请改用它旁边的 .bak 副本。')
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte)

/** An encrypted .docx is an OLE container with a stream named EncryptedPackage (MS-OFFCRYPTO 2.3.4.4). */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
}
