import { lineWidth } from '#core/text/width.ts'

/** Columns of a terminal that a text takes: two for a Chinese character. */
const columns = (text: string): number => Math.ceil(lineWidth(text) * 2)

/** Cuts a text to a number of columns. */
function cut(text: string, most: number): string {
  if (columns(text) <= most) return text
  let out = ''
  for (const c of text) {
    if (columns(out + c) > most - 2) break
    out += c
  }
  return `${out}…`
}

/** Rows under a header, columns aligned; the last column is not padded. */
export function table(header: readonly string[], rows: readonly (readonly string[])[], most = 44): string {
  const all = [header, ...rows].map((row) => row.map((cell) => cut(cell.replace(/\s+/gu, ' '), most)))
  const widths = header.map((_, i) => Math.max(...all.map((row) => columns(row[i] ?? ''))))
  return all.map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - columns(cell) + 2))).join('').trimEnd()).join('\n')
}
