import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'
import type { VerificationCell, VerificationSheet } from '#core/print/verification-sheet.ts'
import { lineWidth } from '#core/text/width.ts'
import { writable } from './writable.ts'

const A4 = 9
const FONT = '宋体'
const LINE = { style: 'thin', color: { argb: 'FF808080' } } as const
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }
/** who signs: the name's line, and the date's, by columns */
const SIGNS = { who: [1, 2], name: [3, 4], when: [5, 6], date: [7, 9] } as const

/**
 * Writes a verification sheet (数据核对表) as an .xlsx file (ECMA-376): title and lines above, head frozen and on each printed page, A4 across and as wide as the
 * page, numbers and moments as such, borders, lines to sign at the end. A text that begins like a formula stays text. `at` is the time in the file's properties and of its parts: the same sheet
 * of the same time is the same file, whenever it is written.
 */
export async function writeVerification(sheet: VerificationSheet, at: Date): Promise<Uint8Array> {
  const { columns, rows, lines, signatures } = sheet
  const head = lines.length + 2
  const book = new ExcelJS.Workbook()
  book.creator = writable(sheet.creator)
  book.lastModifiedBy = writable(sheet.creator)
  book.title = writable(sheet.title)
  book.created = at
  book.modified = at
  const page = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: head }],
    pageSetup: { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: `${head}:${head}`, margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  })
  page.columns = columns.map(({ width }) => ({ width }))

  const above = [sheet.title, ...lines]
  above.forEach((text, i) => {
    const cell = page.getCell(i + 1, 1)
    cell.value = writable(text)
    cell.font = i === 0 ? { name: FONT, size: 16, bold: true } : { name: FONT, size: 10 }
    cell.alignment = { vertical: 'middle', horizontal: i === 0 ? 'center' : 'left', wrapText: true }
    page.mergeCells(i + 1, 1, i + 1, columns.length)
    page.getRow(i + 1).height = i === 0 ? 30 : 18
  })
  columns.forEach(({ title }, i) => {
    const cell = page.getCell(head, i + 1)
    cell.value = title
    cell.font = { name: FONT, size: 10, bold: true }
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE9ECEF' } }
    cell.border = BORDER
  })
  page.getRow(head).height = 30

  rows.forEach((row, n) => {
    columns.forEach(({ align }, i) => {
      const cell = page.getCell(head + 1 + n, i + 1)
      const value = row[i] ?? null
      cell.value = valueOf(value)
      cell.font = { name: FONT, size: 10 }
      cell.border = BORDER
      cell.alignment = { vertical: 'middle', horizontal: align, ...(typeof value === 'string' ? { wrapText: true } : { shrinkToFit: true }) }
      const format = formatOf(value)
      if (format !== undefined) cell.numFmt = format
    })
    page.getRow(head + 1 + n).height = heightOf(columns.map(({ width }, i) => ({ width, text: row[i] ?? null })))
  })
  if (rows.length > 0) page.autoFilter = { from: { row: head, column: 1 }, to: { row: head + rows.length, column: columns.length } }

  signatures.forEach((who, n) => {
    const row = head + rows.length + 2 + n
    page.getRow(row).height = 30
    const part = ([from, to]: readonly [number, number], text: string | null): void => {
      page.mergeCells(row, from, row, to)
      const cell = page.getCell(row, from)
      cell.value = text
      cell.font = { name: FONT, size: 12 }
      cell.alignment = { vertical: 'bottom', horizontal: text === null ? 'left' : 'right' }
      if (text === null) for (let column = from; column <= to; column++) page.getCell(row, column).border = { bottom: LINE }
    }
    part(SIGNS.who, `${who}（签名）：`)
    part(SIGNS.name, null)
    part(SIGNS.when, '日期：')
    part(SIGNS.date, null)
  })
  // exceljs stamps the parts with the time of writing
  return zipSync(unzipSync(new Uint8Array(await book.xlsx.writeBuffer())), { mtime: at })
}

/** points of a line of 10 pt, and the width of a Chinese character of that size in the columns' unit (a digit of the default face of 11 pt) */
const PITCH = 13
const CHARACTER = 1.9
/** Excel's limit */
const HIGHEST = 409

/** The height of a row that shows all of its texts: programs that open the file do not reckon it anew, or only when asked. */
function heightOf(cells: readonly { width: number; text: VerificationCell }[]): number {
  const lines = cells.map(({ width, text }) => (typeof text === 'string' ? text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((lineWidth(line) * CHARACTER) / (width - 1.5))), 0) : 1))
  return Math.min(HIGHEST, Math.max(...lines) * PITCH + 5)
}

/** Excel's dates know no zone: what is written is the clock's own reading. */
function valueOf(value: VerificationCell): string | number | Date | null {
  if (typeof value === 'string') return writable(value)
  return value !== null && typeof value === 'object' ? new Date(Date.UTC(value.year, value.month - 1, value.day, value.hour, value.minute)) : value
}

/** Thousands apart where a number is long enough to be misread. */
function formatOf(value: VerificationCell): string | undefined {
  if (value !== null && typeof value === 'object') return 'yyyy-mm-dd'
  if (typeof value !== 'number' || Math.abs(value) < 10_000) return undefined
  return Number.isInteger(value) ? '#,##0' : '#,##0.##########'
}
