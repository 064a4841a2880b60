import { inlineText, type Inline } from './inline.ts'
import type { Paragraph, Report, Section } from './report.ts'

/**
 * A report as numbered plain paragraphs: title lines, headings and paragraphs in reading order. This is the one form of address of
 * figures and findings: paragraph (index or id) and a half-open range of UTF-16 units of its text.
 */

export type PlainRole = 'title' | 'subtitle' | 'occasion' | 'byline' | 'heading' | 'paragraph'

export interface PlainParagraph {
  /** counts from 0 in reading order, title lines and headings included */
  index: number
  /** a paragraph's id; a section's id for its heading; the role itself for a title line */
  id: string
  role: PlainRole
  text: string
  /** headings from the outermost to the section that holds this paragraph, numbers included; empty for title lines */
  path: readonly string[]
  /** the section that holds it (for a heading: the section it heads); undefined for title lines */
  section?: Section
  /** the source, for role `paragraph` */
  paragraph?: Paragraph
}

/** Roles of the title lines in the order in which they stand above the text. */
export const TITLE_ROLES = ['title', 'subtitle', 'occasion', 'byline'] as const

/** The plain text of a paragraph's content; an open slot counts as its own text. */
export function plainText(content: readonly Inline[]): string {
  const [only] = content
  return only && content.length === 1 ? inlineText(only) : content.map(inlineText).join('')
}

/** A section's heading line, number included. */
export const headingText = (section: Pick<Section, 'number' | 'heading'>): string => section.number + section.heading

/** All plain paragraphs of a report. Empty title lines and the empty headings of level 0 do not count. */
export function plainParagraphs(report: Report): PlainParagraph[] {
  const out: PlainParagraph[] = []
  for (const role of TITLE_ROLES) {
    if (report[role] !== '') out.push({ index: out.length, id: role, role, text: report[role], path: [] })
  }
  const visit = (section: Section, above: readonly string[]): void => {
    const heading = headingText(section)
    const path = heading === '' ? above : [...above, heading]
    if (heading !== '') out.push({ index: out.length, id: section.id, role: 'heading', text: heading, path, section })
    for (const paragraph of section.paragraphs) {
      out.push({ index: out.length, id: paragraph.id, role: 'paragraph', text: plainText(paragraph.content), path, section, paragraph })
    }
    for (const child of section.sections) visit(child, path)
  }
  for (const section of report.sections) visit(section, [])
  return out
}

/** What stands around [start, end): up to 12 UTF-16 units on each side with white space removed (PRODUCT.md, the command line). */
export function contextOf(text: string, start: number, end: number): { before: string; after: string } {
  const squeeze = (s: string): string => s.replace(/\s+/gu, '')
  return {
    before: squeeze(text.slice(Math.max(0, start - 72), start)).slice(-12),
    after: squeeze(text.slice(end, end + 72)).slice(0, 12),
  }
}

/** Characters as Word counts them for Chinese text (字符数, 不计空格): every code point that is not white space. */
export function countCharacters(report: Report): number {
  let count = 0
  for (const { text } of plainParagraphs(report)) count += [...text.replace(/\s+/gu, '')].length
  return count
}
