import type { Line } from './source.ts'

/**
 * Newspaper columns and plain-text mails break lines at a fixed width; web pages and Word files break only at paragraphs. Which of the
 * two it is differs from place to place in one text, so it is measured around each line.
 */
export interface Wrap {
  /** the width at which lines around here are broken, in Chinese characters; undefined where lines are whole paragraphs */
  column?: number
  /** the same, measured on the lines that follow: at the border of two columns they differ */
  ahead?: number
  /** does a blank line around here separate paragraphs? (not where every line is double spaced) */
  blankSeparates: boolean
}

const REACH = 7

/** Measures the wrapping around each line. Linear in the number of lines. */
export function measureWrapping(lines: readonly Line[]): Wrap[] {
  return lines.map((_, i) => {
    const from = Math.max(0, i - REACH)
    const to = Math.min(lines.length, i + REACH + 1)
    const column = columnOf(lines.slice(from, to))
    const ahead = columnOf(lines.slice(i + 1, to))
    const spaced = lines.slice(Math.max(1, from), to)
    const blanks = spaced.filter((l) => l.blanksBefore > 0).length
    return { ...(column === undefined ? {} : { column }), ...(ahead === undefined ? {} : { ahead }), blankSeparates: blanks < spaced.length * 0.8 }
  })
}

/** The width at which these lines are broken: that of the lines which go on, if most of them agree. */
function columnOf(lines: readonly Line[]): number | undefined {
  const running = lines.filter((l) => !l.ends && l.style === undefined).map((l) => l.width).sort((a, b) => a - b)
  // lines that go on are as wide as the column, but for the first of a paragraph, whose indent was trimmed
  const column = running[Math.floor(running.length * 0.6)]
  if (column === undefined || running.length < 3 || running.length < lines.length * 0.4 || column < 6 || column > 110) return undefined
  // headings of one length are no column where the prose beside them is wider
  if (lines.filter((l) => l.width > column + 4).length > lines.length * 0.3) return undefined
  return running.filter((w) => Math.abs(w - column) <= 3.5).length >= running.length * 0.6 ? column : undefined
}

/** Is a line as wide as its column, so that nothing can be said from its end? */
export const fillsColumn = (line: Line, wrap: Wrap): boolean => wrap.column !== undefined && line.width + (line.indented ? 2 : 0) >= wrap.column - 1.5

/**
 * Does the text of line `i` go on in line `i + 1`? Headings, captions and furniture have been told apart before; both lines are prose.
 */
export function continues(lines: readonly Line[], wraps: readonly Wrap[], i: number): boolean {
  const line = lines[i]
  const next = lines[i + 1]
  const wrap = wraps[i]
  if (!line || !next || !wrap) return false
  if (line.style !== undefined || next.style !== undefined) return false
  if (!line.ends) {
    if (wrap.column !== undefined || (wrap.ahead !== undefined && Math.abs(line.width - wrap.ahead) <= 3.5)) return !/^各位[^，。]{0,20}[：:]$|^同志们[：:]$/u.test(line.text)
    // a whole paragraph cut by a column or page break: prose that stops in mid-sentence
    if (/[：:；;]$/u.test(line.text)) return false
    return (line.width > 20 && /[，。；,;、]/u.test(line.text)) || /[。！？]./u.test(line.text)
  }
  if (isAddress(next.text)) return false
  // a sentence that ends exactly at the column's edge says nothing; the next line's indent or a blank line does
  if (!fillsColumn(line, wrap) || next.indented) return false
  if (wrap.blankSeparates) return next.blanksBefore === 0
  // double spaced: the first line of a paragraph lacks the two characters of its indent
  return wrap.column !== undefined && !next.ends && next.width >= wrap.column - 1
}

/** Does the speaker turn to the audience here (各位委员！ 同志们：)? */
export const isAddress = (text: string): boolean => /^(?:各位(?:委员|代表|领导|来宾|同志|常委)|同志们|朋友们)[\p{Script=Han}、]{0,12}[，！：,!:]/u.test(text)

/** Joins two pieces of broken text; Latin words get the space back that the line end stood for. */
export function joinPieces(a: string, b: string): string {
  if (/[A-Za-z]$/u.test(a) && /^[A-Za-z]/u.test(b)) return `${a} ${b}`
  return a + b
}

/** Takes out the spaces that typesetting put between Han characters and digits; for joined columns only. */
export const closeUp = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}，。、；：”》）]) +(?=[\d“《])|(?<=\d) +(?=[\p{Script=Han}%％])/gu, '')
