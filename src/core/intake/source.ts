import type { Mark } from '../model/inline.ts'
import type { Report } from '../model/report.ts'
import { endsSentence } from '../text/sentences.ts'
import { lineWidth } from '../text/width.ts'
import { carryRanges } from './marks.ts'

/** Characters of a line that the source sets in a way of their own; half-open, UTF-16 units of the line's text. */
export interface MarkRange {
  start: number
  end: number
  marks: readonly Mark[]
  /** set as an open slot (待填数据) by an export of this application */
  slot?: boolean
}

/** A line of a source as its reader saw it. */
export interface SourceLine {
  text: string
  /** what the source's own formatting says, where it says anything; `noise` and `caption` stand beside the report (running heads, footnotes) */
  style?: 'title' | 'subtitle' | 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'paragraph' | 'closing' | 'noise' | 'caption'
  /** is all of it set larger than the text, or in another typeface? Undefined where the source does not say */
  emphasis?: boolean
  /** of a source with pages: the page that it stands on, from 1 */
  page?: number
  /** what of a paragraph is marked, in order and without overlap; what is bold because all of its kind is, is no mark */
  marks?: readonly MarkRange[]
  /** of an export of this application: the id of the paragraph or section, or the role of the title line, that stands here */
  source?: string
}

export interface RecoverOptions {
  /** id of the report */
  id: string
  origin: Report['origin']
}

/** Text as lines without style (.txt, paste). A byte order mark is dropped. */
export const linesOfText = (text: string): SourceLine[] =>
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n|\u2028|\u2029|\f|\v/u)
    .map((line) => ({ text: line }))

/** A line that is not blank, measured. */
export interface Line {
  text: string
  style?: SourceLine['style']
  emphasis?: boolean
  /** in Chinese characters */
  width: number
  /** blank lines between this and the line before it */
  blanksBefore: number
  /** does it begin with white space of two characters or more? */
  indented: boolean
  /** does it end a sentence? */
  ends: boolean
  marks?: readonly MarkRange[]
}

/** The lines that are not blank. Controls and invisible marks that carry no text are dropped, tabs become spaces. */
export function measureLines(source: readonly SourceLine[]): Line[] {
  const out: Line[] = []
  let blanksBefore = 0
  for (const { text: raw, style, emphasis, marks } of source) {
    const clean = raw.replace(/[^\P{Cc}\t\n\v\f\r\x80-\x9f]|\p{Cf}/gu, '').replace(/[\t\u00a0]/gu, ' ')
    const text = clean.trim()
    if (text === '') {
      blanksBefore++
      continue
    }
    const lead = clean.slice(0, clean.length - clean.trimStart().length)
    out.push({ text, style: style === 'closing' ? undefined : style, emphasis, width: lineWidth(text), blanksBefore, indented: lineWidth(lead.replaceAll('\u3000', '口')) >= 1.5 || /^ {2,}/u.test(lead), ends: endsSentence(text), ...(marks && marks.length > 0 ? { marks: carryRanges(marks, raw, text) } : {}) })
    blanksBefore = 0
  }
  return out
}
