import { AlignmentType, BorderStyle, convertMillimetersToTwip, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { PrintTable } from '#core/print/model.ts'
import { STYLE_ID } from './docx-runs.ts'
import { writable } from './writable.ts'

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
/** a millimetre beside the text of a cell, half of one above and below: narrow columns hold more */
const BESIDE = convertMillimetersToTwip(1)
const ABOVE = convertMillimetersToTwip(0.5)
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

/** A table in Word's terms: fixed widths, thin lines, its head on each page again, no row cut by a page's end. */
export function tableOf({ table: { columns, head, rows, keepWithNext } }: PrintTable): Table {
  const widths = columns.map(({ width }) => convertMillimetersToTwip(width))
  const row = (cells: readonly string[], isHead: boolean, keepNext = false): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(isHead ? { tableHeader: true } : {}),
      children: columns.map(({ align }, i) => new TableCell({
        width: { size: widths[i] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: (cells[i] ?? '').split('\n').map((line) => new Paragraph({ style: isHead ? STYLE_ID.head : STYLE_ID.cell, ...(keepNext ? { keepNext } : {}), alignment: isHead ? AlignmentType.CENTER : ALIGN[align], children: [new TextRun(writable(line))] })),
      })),
    })
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, w) => sum + w, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, left: BESIDE, right: BESIDE, top: ABOVE, bottom: ABOVE },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [...head.map((cells) => row(cells, true)), ...rows.map((cells, i) => row(cells, false, keepWithNext && i === rows.length - 1))],
  })
}
