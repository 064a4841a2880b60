import { MAX_FILE_BYTES } from '#contract/limits.ts'
import { nameSlots } from '#core/figures/name-slots.ts'
import { linesOfText, recoverReport, type RecoverOptions, type SourceLine } from '#core/intake/recover.ts'
import { REPORT_FORMAT, readReportFile as readStored, type Report } from '#core/model/report.ts'
import { linesOfMarkdown } from './markdown.ts'
import { decodeText } from './text.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { zipEntries } from './zip.ts'

export { UnreadableFile, type UnreadableReason } from './unreadable-file.ts'

/** characters of text; the longest reports have 40,000 */
export const MAX_CHARACTERS = 2_000_000
const MAX_UNPACKED = 200 * 1024 * 1024
const SAVE_AS_DOCX = '请用 Word 或 WPS 打开后“另存为”.docx 格式，再导入。'

/** A report as it was recovered, and the lines that it was recovered from. */
export interface ReadFile {
  report: Report
  /** as the reader of the format gave them; empty for a report of this application */
  source: SourceLine[]
}

/** Hears how far reading has come: pages of a PDF. */
export type OnProgress = (done: number, of: number) => void

/**
 * Reads a file into a report: .docx, .doc, .pdf, .html, .txt and .md through structure recovery, a report .json of this application as it is.
 * Each format's reader is loaded when a file of it comes. What a file is is told by its content first and by its name where that says nothing. Throws {@link UnreadableFile}; nothing is stored.
 */
export async function readFile(name: string, bytes: Uint8Array, options: RecoverOptions, onProgress?: OnProgress): Promise<ReadFile> {
  if (bytes.length === 0) throw new UnreadableFile(name, 'empty', '文件是空的（0 字节）。请确认选对了文件，或重新保存一次再导入。')
  if (bytes.length > MAX_FILE_BYTES) {
    throw new UnreadableFile(name, 'too-large', `文件有 ${(bytes.length / 1024 / 1024).toFixed(1)} MB，超过 20 MB 的上限。请删去文中的图片后另存，再导入。`)
  }
  if (startsWith(bytes, [0x50, 0x4b])) return recover(name, await readDocx(name, bytes), options)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return recover(name, await readDoc(name, bytes), options)
  if (isPdf(bytes)) return recover(name, await readPdf(name, bytes, onProgress), options)
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) throw new UnreadableFile(name, 'type', `这是 RTF 格式，不能直接读取。${SAVE_AS_DOCX}`)
  const text = decodeText(bytes)
  if (text === undefined) throw new UnreadableFile(name, 'type', notText(name))
  if (text.length > MAX_CHARACTERS * 4) throw new UnreadableFile(name, 'too-large', '文字超过 200 万字的上限。请拆分为几个文件，再分别导入。')
  if (/\.(?:docx?|wps|pdf)$/iu.test(name)) throw new UnreadableFile(name, 'damaged', `扩展名是 ${/\.\w+$/u.exec(name)?.[0] ?? ''}，内容却不是。如果它是文本文件，请把扩展名改为 .txt 再导入。`)
  if (/^\s*\{/u.test(text) && text.includes(REPORT_FORMAT)) return { report: readJsonReport(name, text, options), source: [] }
  if (/\.html?$/iu.test(name) || /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)/iu.test(text)) return recover(name, (await import('./html-reader.ts')).linesOfHtml(text), options)
  return recover(name, /\.(?:md|markdown)$/iu.test(name) ? linesOfMarkdown(text) : linesOfText(text), options)
}

/** The report alone. */
export const readReportFile = async (name: string, bytes: Uint8Array, options: RecoverOptions): Promise<Report> => (await readFile(name, bytes, options)).report

function notText(name: string): string {
  if (/\.docx?$/iu.test(name)) return `文件已损坏，不是有效的 Word 文档。${SAVE_AS_DOCX}`
  if (/\.(?:wps|wpt|et|dps)$/iu.test(name)) return `这是 WPS 的专用格式，不能直接读取。${SAVE_AS_DOCX}`
  return '这不是文本文件，或编码无法识别。可以导入 .docx、.doc、.pdf、.html、.txt 和 .md 文件。'
}

function recover(name: string, source: SourceLine[], options: RecoverOptions): ReadFile {
  if (!source.some((line) => /[\p{L}\p{N}]/u.test(line.text))) throw new UnreadableFile(name, 'no-text', '文件里没有文字。如果内容是扫描图片，请先用文字识别软件转换为文本，再导入。')
  const length = source.reduce((n, line) => n + line.text.length, 0)
  if (length > MAX_CHARACTERS) throw new UnreadableFile(name, 'too-large', '文字超过 200 万字的上限。请拆分为几个文件，再分别导入。')
  return { report: nameSlots(recoverReport(source, options)), source }
}

async function readDocx(name: string, bytes: Uint8Array): Promise<SourceLine[]> {
  checkDocx(name, bytes)
  const { linesOfDocx } = await import('./docx-reader.ts')
  try {
    return linesOfDocx(bytes)
  } catch (error) {
    log('docx', error)
    throw new UnreadableFile(name, 'damaged', 'Word 文档的内部结构已损坏。请用 Word 打开并修复，另存后再导入。')
  }
}

/** Throws {@link UnreadableFile} where a file is no .docx that can be unpacked safely. */
export function checkDocx(name: string, bytes: Uint8Array): void {
  const entries = zipEntries(bytes)
  if (!entries) throw new UnreadableFile(name, 'damaged', `文件已损坏或不完整。请重新复制或下载一份，或用 Word 修复后另存，再导入。`)
  if (entries.some((e) => e.encrypted)) throw new UnreadableFile(name, 'encrypted', '文件已加密。请取消密码后另存，再导入。')
  if (entries.reduce((n, e) => n + e.size, 0) > MAX_UNPACKED || entries.length > 20_000) throw new UnreadableFile(name, 'too-large', '文件解开后超过 200 MB 的上限，可能不是正常的 Word 文档。')
  if (!entries.some((e) => e.name === 'word/document.xml')) throw new UnreadableFile(name, 'type', `这是压缩文件，但不是 Word 文档（.docx）。${SAVE_AS_DOCX}`)
}

async function readDoc(name: string, bytes: Uint8Array): Promise<SourceLine[]> {
  if (holds(bytes, 'EncryptedPackage')) throw new UnreadableFile(name, 'encrypted', '文件设有打开密码。请在 Word 或 WPS 中取消密码后另存，再导入。')
  if (!holds(bytes, 'WordDocument')) throw new UnreadableFile(name, 'type', `这不是 Word 文档（可能是 WPS 专用格式、表格或演示文稿），不能直接读取。${SAVE_AS_DOCX}`)
  const { linesOfDoc } = await import('./doc-reader.ts')
  try {
    return await linesOfDoc(bytes)
  } catch (error) {
    log('doc', error)
    throw new UnreadableFile(name, 'damaged', `旧版 Word 文档已损坏，或设有密码，没有读出来。${SAVE_AS_DOCX}`)
  }
}

async function readPdf(name: string, bytes: Uint8Array, onProgress?: OnProgress): Promise<SourceLine[]> {
  const { linesOfPdf, LockedPdf, ScannedPdf } = await import('./pdf-reader.ts')
  try {
    return await linesOfPdf(bytes, onProgress)
  } catch (error) {
    if (error instanceof LockedPdf) throw new UnreadableFile(name, 'encrypted', 'PDF 设有打开密码。请取消密码后另存，再导入。')
    if (error instanceof ScannedPdf) throw new UnreadableFile(name, 'no-text', 'PDF 里只有图片，没有文字。请先用文字识别（OCR）软件转换，或找到原来的 Word 文档，再导入。')
    log('pdf', error)
    throw new UnreadableFile(name, 'damaged', 'PDF 文件已损坏或不完整，没有读出来。请重新下载或复制一份；也可以从中复制文字存为 .txt，再导入。')
  }
}

const log = (format: string, error: unknown): void => void process.stderr.write(`${format}: ${error instanceof Error ? error.message : String(error)}\n`)

/** The mark of a PDF stands within its first kilobyte (ISO 32000-1, annex H, note 13). */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).includes('%PDF-')

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

/** Has an OLE container a stream of this name? An encrypted .docx is one with EncryptedPackage (MS-OFFCRYPTO 2.3.4.4), a .doc one with WordDocument (MS-DOC 2.1.1). */
const holds = (bytes: Uint8Array, stream: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, 'utf16le'))
