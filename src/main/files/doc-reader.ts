import WordExtractor from 'word-extractor'
import type { SourceLine } from '#core/intake/recover.ts'

/**
 * Reads a .doc (Word 97 to 2003) as lines: body and text boxes, then footnotes, headers and footers as lines apart. The format's styles are not
 * read; what is a heading follows from numbers and wording. Throws what word-extractor throws.
 */
export async function linesOfDoc(bytes: Uint8Array): Promise<SourceLine[]> {
  const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  // a cell of a table ends with BEL, a manual line break is a vertical tab
  const lines = (text: string): string[] => text.split(/[\n\r\v\f\u0007]/u)
  const as = { filterUnicode: false }
  const boxes = document.getTextboxes({ ...as, includeHeadersAndFooters: false, includeBody: true })
  const apart = [document.getFootnotes(as), document.getEndnotes(as), document.getHeaders({ ...as, includeFooters: true })].flatMap(lines).filter((text) => text.trim() !== '')
  return [...[...lines(document.getBody(as)), ...lines(boxes)].map((text) => ({ text })), ...apart.map((text) => ({ text, style: 'noise' as const }))]
}
