import type { RowBox, TableBox } from './boxes.ts'
import { ABOVE, ROW, RULE } from './boxes.ts'
import type { Pages } from './pages.ts'

/** Rows that are not cut by a page's end; the head stands on each page again (w:cantSplit and w:tblHeader, ECMA-376, part 1, 17.4.6 and 17.4.78). A row that is higher than a page is cut. */
export function placeTable(pages: Pages, { block, head, rows, edges, continued }: TableBox): void {
  const headHeight = head.reduce((sum, { height }) => sum + height, 0)
  const repeats = headHeight < pages.room / 2
  if (continued) {
    if (pages.empty && repeats) for (const row of head) placeRow(pages, row, block, edges, true)
  } else if (!pages.empty && headHeight + Math.min(rows[0]?.height ?? 0, pages.room - headHeight) > pages.left) pages.begin()
  for (const row of continued ? [] : head) for (const part of cut(row, pages.room)) {
    if (part.height > pages.left && !pages.empty) pages.begin()
    placeRow(pages, part, block, edges, false)
  }
  const further = (): void => {
    pages.begin()
    if (repeats) for (const row of head) placeRow(pages, row, block, edges, true)
  }
  for (const row of rows) {
    for (const part of cut(row, repeats ? pages.room - headHeight : pages.room)) {
      if (part.height > pages.left && !pages.empty) further()
      placeRow(pages, part, block, edges, false)
    }
  }
}

/** A row in parts that a page has room for. */
function cut(row: RowBox, room: number): RowBox[] {
  if (row.height <= room) return [row]
  const most = Math.max(1, Math.floor((room - ROW) / row.line))
  const count = Math.max(...row.cells.map(({ lines }) => lines.length))
  return Array.from({ length: Math.ceil(count / most) }, (_, n) => {
    const cells = row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(n * most, (n + 1) * most) }))
    return { ...row, cells, height: Math.max(1, ...cells.map(({ lines }) => lines.length)) * row.line + ROW }
  })
}

function placeRow(pages: Pages, { cells, height, line, size, style }: RowBox, block: number, edges: readonly number[], repeated: boolean): void {
  const top = pages.y
  for (const { lines } of cells) {
    const above = ABOVE + (height - ROW - lines.length * line) / 2
    lines.forEach((l, i) => pages.lineAt(l, { block, style, height: line, size, first: i === 0, last: i === lines.length - 1, ...(repeated ? { repeated } : {}) }, top + RULE + above + i * line))
  }
  const [left = 0] = edges
  const width = (edges.at(-1) ?? left) - left
  for (const y of [top, top + height]) pages.rule({ x: left, y, width, height: 0 })
  for (const x of edges) pages.rule({ x, y: top, width: 0, height })
  pages.take(height)
}
