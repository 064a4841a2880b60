import ExcelJS from 'exceljs'
import type { CollectionRow, CollectionSheet } from '#core/ledger/collection.ts'
import { kindOfUnit } from '#core/figures/unit-scale.ts'

/** the row of the column titles; above it stand title, whose sheet it is, and how to fill it in */
const HEAD = 4
const SPARE_ROWS = 20
const A4 = 9
const FONT = '宋体'
const LINE = { style: 'thin', color: { argb: 'FFB7BDC6' } } as const
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }

/**
 * Writes a collection sheet (数据采集表) as an .xlsx file (ECMA-376): title rows and head frozen, the columns to fill in unlocked and coloured, the
 * rest protected without a password, a warning where this year's value is no number (约50 may still be entered), A4 across the page with
 * the head on each. A text that begins like a formula stays text.
 */
export async function writeCollection(sheet: CollectionSheet): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = '述核'
  book.title = sheet.title
  const page = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: HEAD }],
    pageSetup: { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: `${HEAD}:${HEAD}`, margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 } },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  })
  const { columns, rows } = sheet
  const shown = columns.filter(({ hidden }) => !hidden).length
  page.columns = columns.map(({ width, hidden }) => ({ width, hidden }))

  const above = [sheet.title, ...sheet.lines]
  above.forEach((text, i) => {
    const cell = page.getCell(i + 1, 1)
    cell.value = text
    cell.font = i === 0 ? { name: FONT, size: 16, bold: true } : { name: FONT, size: i === 1 ? 11 : 10 }
    cell.alignment = { vertical: 'middle', horizontal: i === 0 ? 'center' : 'left', wrapText: i > 0 }
    page.mergeCells(i + 1, 1, i + 1, shown)
  })
  page.getRow(1).height = 28
  page.getRow(3).height = 44
  const id = columns.findIndex(({ key }) => key === 'id')
  if (id >= 0) page.getCell(1, id + 1).value = sheet.mark

  columns.forEach(({ title, fill }, i) => {
    const cell = page.getCell(HEAD, i + 1)
    cell.value = title
    cell.font = { name: FONT, size: 11, bold: true }
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fill ? 'FFFFF2CC' : 'FFE9ECEF' } }
    cell.border = BORDER
  })
  page.getRow(HEAD).height = 32

  rows.forEach((row, n) => {
    columns.forEach(({ key, fill }, i) => {
      const cell = page.getCell(HEAD + 1 + n, i + 1)
      cell.value = row[key] === '' ? null : row[key]
      cell.font = { name: FONT, size: 11 }
      cell.border = BORDER
      cell.alignment = { vertical: 'middle', wrapText: typeof row[key] === 'string', horizontal: key === 'number' || key === 'unit' ? 'center' : key === 'last' || key === 'value' ? 'right' : 'left' }
      cell.protection = { locked: !fill }
      if (fill) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBEB' } }
      if (key === 'last' && typeof row.last === 'number') cell.numFmt = numberFormat(row.last)
      if (key === 'value') cell.dataValidation = validation(row)
    })
  })
  // rows below for what a department wants to add
  for (let n = 0; n < SPARE_ROWS; n++) columns.forEach(({ hidden }, i) => (page.getCell(HEAD + 1 + rows.length + n, i + 1).protection = { locked: hidden }))
  if (rows.length > 0) page.autoFilter = { from: { row: HEAD, column: 1 }, to: { row: HEAD + rows.length, column: columns.length } }
  await page.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatCells: true, formatColumns: true, formatRows: true, insertRows: true, sort: true, autoFilter: true })
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Thousands apart where a number is long enough to be misread. */
const numberFormat = (n: number): string => (Math.abs(n) < 10_000 ? 'General' : Number.isInteger(n) ? '#,##0' : '#,##0.##########')

/** A rate may fall; a count is never below nought. Anything else is questioned and, if the department insists, accepted. */
function validation({ unit }: CollectionRow): ExcelJS.DataValidation {
  return {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    formulae: [kindOfUnit(unit) === 'percent' ? -100 : 0],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '请核对',
    error: `这里一般填数字${unit === '' ? '' : `（单位：${unit.slice(0, 20)}）`}。确为约数的（如 约50、近300），可以选“是”保留。`,
    showInputMessage: true,
    promptTitle: '本年值',
    prompt: `${unit === '' ? '请填数字。' : `请填数字，单位：${unit.slice(0, 20)}。`}约数请照实写明，如 约50、近300。`,
  }
}
