/** A piece of text that a year stands in, or text between. */
export interface YearPiece {
  text: string
  /** the year that stands there as a whole word (2020年, 2020年度); undefined for other text */
  year?: number
}

/**
 * Cuts a text at its years. Years inside 《》 and quotation marks belong to titles and names (《2021年度协商工作计划》, “2024年政府民生实事”) and are no
 * pieces of their own; neither are parts of dates (2021年2月5日) and ranges (2021—2025年).
 */
export function splitYears(text: string): YearPiece[] {
  const out: YearPiece[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if ('《“‘'.includes(c)) depth++
    else if ('》”’'.includes(c)) depth = Math.max(0, depth - 1)
    if (depth > 0 || !/[12]/u.test(c) || /[\d—\-–~～至]/u.test(text.charAt(i - 1))) continue
    const match = /^((?:19|20)\d{2})年(?!\d{1,2}月|代|[—\-–~～至])/u.exec(text.slice(i, i + 12))
    if (!match) continue
    if (i > from) out.push({ text: text.slice(from, i) })
    out.push({ text: match[1] ?? '', year: Number(match[1]) })
    i += 3
    from = i + 1
  }
  if (from < text.length) out.push({ text: text.slice(from) })
  return out
}

/** Puts another year in the place of some; the others stay. */
export const mapYears = (text: string, change: (year: number) => string | undefined): string =>
  splitYears(text)
    .map((piece) => (piece.year === undefined ? piece.text : (change(piece.year) ?? piece.text)))
    .join('')
