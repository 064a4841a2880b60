import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { compareReports } from '#core/compare/compare.ts'
import { buildSeries } from '#core/compare/series.ts'
import { comparisonRows } from '#core/compare/table.ts'
import { comparisonSheet, seriesSheet } from '#core/print/sheet.ts'
import { writeXlsx } from '../../../src/main/files/xlsx-writer.ts'
import { seedReport } from '../../gold/gold.ts'

async function read(bytes: Uint8Array, sheet: string): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  return (book.getWorksheet(sheet)?.getSheetValues() ?? []).flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []))
}

describe('tables as .xlsx', () => {
  it('numbers stay numbers and texts stay texts, whatever they begin with', async () => {
    const rows = [['=1+1', 4.4e8, null], ['+86', -0.5, '近300名'], ['@甲', 0, '']]
    const back = await read(await writeXlsx([{ name: '表/一', columns: [{ title: '甲', width: 10 }, { title: '乙', width: 10 }, { title: '丙', width: 10 }], rows }]), '表 一')
    expect(back.slice(1).map((row) => [row[0], row[1]])).toEqual([['=1+1', 4.4e8], ['+86', -0.5], ['@甲', 0]])
  })
  it('a comparison has a row for each figure of both reports', async () => {
    const comparison = compareReports(seedReport('000_568c51d7bbfdb5c2'), seedReport('001_39406531928dc60d'))
    const rows = await read(await writeXlsx([comparisonSheet(comparisonRows(comparison), { this: 2024, last: 2020 })]), '对比表')
    expect(rows).toHaveLength(1 + comparison.pairs.length + comparison.onlyThis.length + comparison.onlyLast.length)
    expect(rows.find((row) => row[3] === '143件')).toMatchObject({ 4: 143, 5: '件', 6: '138件', 7: 138, 8: 5, 9: 3.62 })
  })
  it('series have a column a year', async () => {
    const table = buildSeries([seedReport('000_568c51d7bbfdb5c2'), seedReport('001_39406531928dc60d')])
    const rows = await read(await writeXlsx([seriesSheet(table.series, table.years)]), '历年数据')
    expect(rows[0]?.slice(0, 4)).toEqual(['指标', '单位', '2020年', '2024年'])
    expect(rows).toHaveLength(table.series.length + 1)
  })
})
