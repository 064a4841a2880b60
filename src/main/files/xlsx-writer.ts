import ExcelJS from 'exceljs'
import type { Sheet } from '#core/print/sheet.ts'

/**
 * Writes tables as an .xlsx file (ECMA-376): headings bold and frozen, a filter over them, numbers as numbers. A text that begins like a
 * formula stays text.
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = '述核'
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name.replace(/[\\/?*[\]:]/gu, ' ').slice(0, 31) || '表', { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ title, width }) => ({ header: title, width }))
    for (const row of rows) sheet.addRow(row)
    const head = sheet.getRow(1)
    head.font = { bold: true }
    head.alignment = { vertical: 'middle' }
    sheet.eachRow((row, n) => {
      row.eachCell((cell) => {
        if (n > 1) cell.alignment = { vertical: 'top', wrapText: typeof cell.value === 'string' }
        if (typeof cell.value === 'number' && !Number.isInteger(cell.value)) cell.numFmt = '#,##0.##########'
        else if (typeof cell.value === 'number' && Math.abs(cell.value) >= 10_000) cell.numFmt = '#,##0'
      })
    })
    if (columns.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, rows.length + 1), column: columns.length } }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
