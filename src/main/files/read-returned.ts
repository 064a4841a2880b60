import { changesBetween, sharedPart } from '#core/compare/versions.ts'
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
  // headings (提案工作) and titles may be the same in reports that share nothing else
  const shared = copy ? sharedPart(changesBetween(draft, copy.report).filter((change) => ('after' in change ? change.after : change.before).role === 'paragraph')) : 0
  if (!copy || own === 0 || (shared < STRANGE && !keepsText(copy, draft))) throw new UnreadableFile(name, 'type', '这个文件不是从本报告导出的送审稿，不能与正文逐处对照。如果是另外写成的稿子，请把它作为报告或素材导入。')
  const unlike = shared < UNLIKE ? ['返回稿与正文相同的文字很少，可能是另一份报告的送审稿。请确认选对了文件，再逐处采用。'] : []
  return { copy, problems: [...unlike, ...(copy.fingerprints === '' ? ['文件里没有导出时的记录（可能经其他软件另存过），无法断定哪些是返回稿的改动。请逐处确认后再采用。'] : [])] }
}

/** How much of the longer text (0 to 1) a copy has in common with the draft: below the first it is another report's, below the second it may be. */
const STRANGE = 0.1
const UNLIKE = 0.3

/** Reports that were read from files number their paragraphs alike, so that ids say nothing: does a paragraph of the draft still say what was exported? */
const keepsText = ({ base }: ReturnedCopy, draft: Report): boolean => plainParagraphs(draft).some(({ id, role }) => role === 'paragraph' && base.has(id))

function read(name: string, bytes: Uint8Array, draft: Report): ReturnedCopy | undefined {
  try {
    return readReturnedDocx(bytes, draft)
  } catch (error) {
    process.stderr.write(`docx: ${error instanceof Error ? error.message : String(error)}\n`)
    throw new UnreadableFile(name, 'damaged', 'Word 文档的内部结构已损坏。请用 Word 打开并修复，另存后再读取。')
  }
}
