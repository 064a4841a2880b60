import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import type { ReturnedCopy } from '#core/returned/copy.ts'
import { checkDocx } from './read.ts'
import { readReturnedDocx } from './docx-review-reader.ts'
import { UnreadableFile } from './unreadable-file.ts'

/**
 * Reads a review copy (送审稿) of `draft` that came back from Word, with what an editor should know of it. `bytes` is undefined where the file is larger than
 * may be read. Throws {@link UnreadableFile}.
 */
export function readReturnedFile(name: string, bytes: Uint8Array | undefined, draft: Report): { copy: ReturnedCopy; problems: string[] } {
  if (!bytes) throw new UnreadableFile(name, 'too-large', '文件超过 20 MB 的上限。请删去文中的图片后另存，再读取。')
  if (bytes.length === 0) throw new UnreadableFile(name, 'empty', '文件是空的（0 字节）。请确认选对了文件，或重新保存一次再读取。')
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new UnreadableFile(name, 'type', '这是旧版 Word 文档（.doc）或设有密码的文件，不能读回修改。请用 Word 打开后“另存为”.docx 格式，再读取。')
  checkDocx(name, bytes)
  const copy = read(name, bytes, draft)
  const ids = new Set(plainParagraphs(draft).map(({ id }) => id))
  const own = copy ? plainParagraphs(copy.report).filter(({ id, role }) => ids.has(id) && (role === 'paragraph' || role === 'heading')).length : 0
  if (!copy || own === 0) throw new UnreadableFile(name, 'type', '这个文件不是从本报告导出的送审稿，不能与正文逐处对照。如果是另外写成的稿子，请把它作为报告或素材导入。')
  return { copy, problems: copy.fingerprints === '' ? ['文件里没有导出时的记录（可能经其他软件另存过），无法断定哪些是返回稿的改动。请逐处确认后再采用。'] : [] }
}

function read(name: string, bytes: Uint8Array, draft: Report): ReturnedCopy | undefined {
  try {
    return readReturnedDocx(bytes, draft)
  } catch (error) {
    process.stderr.write(`docx: ${error instanceof Error ? error.message : String(error)}\n`)
    throw new UnreadableFile(name, 'damaged', 'Word 文档的内部结构已损坏。请用 Word 打开并修复，另存后再读取。')
  }
}
