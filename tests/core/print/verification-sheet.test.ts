import { describe, expect, it } from 'vitest'
import { compareReports } from '#core/compare/compare.ts'
import { textNode, type Inline } from '#core/model/inline.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { isTable, paragraphsIn, type PrintModel } from '#core/print/model.ts'
import { verificationRows } from '#core/print/verification-rows.ts'
import { ledgerSources, printSheet, verificationSheet } from '#core/print/verification-sheet.ts'
import { makeReport } from '../make-report.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

const at = '2026-11-21T15:30:00.000Z'
const tableOf = ({ blocks }: PrintModel) => blocks.find(isTable)?.table
const linesOf = (model: PrintModel): string[] => paragraphsIn(model).map(({ runs }) => runs.map(({ text }) => text).join(''))
const verified: Inline = { type: 'figure', id: 'f', text: '168件', indicator: '提案立案数', unit: '件', kind: 'quantity', state: 'verified', verification: { at: '2025-01-08T16:30:00.000Z', by: '张三', source: '台账' } }
const report = { ...makeReport([], { year: 2024, title: '某县政协 工作综述', subtitle: '——2024年' }), sections: [{ id: 's', level: 1 as const, number: '一、', heading: '聚焦主责主业，以更足干劲服务中心大局', sections: [], paragraphs: [{ id: 'p', content: [textNode('提案立案'), verified, textNode('，到位资金4.4亿元。')] }] }] }
const before = { ...report, id: 'l', year: 2020, sections: [{ ...report.sections[0], id: 's', level: 1 as const, number: '一、', heading: '聚焦', sections: [], paragraphs: [{ id: 'p', content: [textNode('提案立案160件，到位资金4亿元。')] }] }] }

describe('the spreadsheet', () => {
  const context = { at, last: compareReports(report, before), lastYear: 2020 }
  const sheet = verificationSheet(report, context)
  it('says whose it is, of which year and report, when it was made, and how far it is', () => {
    expect([sheet.title, ...sheet.lines]).toEqual([
      '甲县政协2024年数据核对表', '单位：甲县政协　　年份：2024年　　报告：某县政协 工作综述 ——2024年　　生成时间：2026年11月21日23:30', '共2个数据：已核1个，未核1个。',
      '数值按基本单位列示（如4.4亿元列为440000000元），下降、减少以负数列示；约数、区间以原文为准。',
    ])
    expect(sheet.signatures).toEqual(['初核', '复核', '审定'])
  })
  it('has typed cells under its titles', () => {
    expect(sheet.columns.map(({ title }) => title)).toEqual(['序号', '指标', '位置', '原文', '2024年值', '2024年数值', '单位', '2020年值', '2020年数值', '增减', '增减%', '来源', '核实人', '核实时间', '状态', '备注'])
    expect(sheet.rows).toEqual([
      [1, '提案立案数', '一、聚焦主责主业，以更足干劲服务中心大局\n第1段第1句', '提案立案【168件】，到位资金4.4亿元。', '168件', 168, '件', '160件', 160, 8, 5, '台账', '张三', { year: 2025, month: 1, day: 9, hour: 0, minute: 30 }, '已核', null],
      [2, '到位资金', '一、聚焦主责主业，以更足干劲服务中心大局\n第1段第1句', '提案立案168件，到位资金【4.4亿元】。', '4.4亿元', 440_000_000, '元', '4亿元', 400_000_000, 40_000_000, 10, null, null, null, '未核', null],
    ])
  })
  it('lists only what is open where that is asked for, under the same numbers', () => {
    const open = verificationSheet(report, context, { openOnly: true })
    expect([open.lines[1], open.rows.map(([number]) => number)]).toEqual(['共2个数据：已核1个，未核1个。以下只列未核实的1个。', [2]])
  })
})

describe('the printed sheet', () => {
  const model = printSheet(report, { at, last: compareReports(report, before), lastYear: 2020 })
  it('is A4 across with room for its table, its head again on each page', () => {
    const { page } = model
    expect([page.width, page.height, model.pageNumbers?.form]).toEqual([297, 210, 'centre'])
    const table = tableOf(model)
    expect(table?.columns.reduce((sum, { width }) => sum + width, 0)).toBe(page.width - page.margin.left - page.margin.right)
    expect(table?.head).toEqual([['序号', '指标', '位置', '原文', '2024年值', '2020年值', '增减', '来源', '核实人\n核实时间', '状态', '备注']])
    for (const row of table?.rows ?? []) expect(row.length).toBe(table?.columns.length)
    expect(table?.rows).toEqual([
      ['1', '提案立案数', '一、聚焦主责主业，以更足干…\n第1段第1句', '提案立案【168件】，到位资金4.4亿元。', '168件', '160件', '+8\n（+5%）', '台账', '张三\n2025-01-09\n00:30', '已核', ''],
      ['2', '到位资金', '一、聚焦主责主业，以更足干…\n第1段第1句', '提案立案168件，到位资金【4.4亿元】。', '4.4亿元', '4亿元', '+4000万\n（+10%）', '', '', '未核', ''],
    ])
  })
  it('ends in a line to sign, kept with the last row', () => {
    expect(linesOf(model).at(-1)).toMatch(/^初核：_+　日期：_+　　复核：_+　日期：_+　　审定：_+　日期：_+$/u)
    expect(tableOf(model)?.keepWithNext).toBe(true)
  })
  it('of a report without figures says so', () => {
    const none = printSheet(makeReport(['没有数字。'], { title: '' }), { at: '' })
    expect([tableOf(none), linesOf(none).slice(0, 4)]).toEqual([undefined, ['甲县政协数据核对表', '单位：甲县政协　　年份：—　　报告：（无标题）　　生成时间：—', '共0个数据。', '文中没有需要核实的数据。']])
    expect(linesOf(printSheet({ ...report, sections: [] }, { at }, { openOnly: true }))).toContain('没有未核实的数据。')
  })
  it.each(SEEDS)('%s: both forms have the same rows', (seed) => {
    const of = seedReport(seed)
    const [rows, sheet, printed] = [verificationRows(of), verificationSheet(of, { at }), tableOf(printSheet(of, { at }))]
    expect(sheet.rows.map((row) => [row[0], row[1], row[3], row[4], row[14]])).toEqual(rows.map((row) => [row.number, row.indicator === '' ? null : row.indicator, row.sentence, row.text, row.state]))
    expect(printed?.rows.map((row) => [Number(row[0]), row[1], row[3], row[4], row[9]])).toEqual(rows.map((row) => [row.number, row.indicator, row.sentence, row.text, row.state]))
  })
})

it('a ledger says where its values came from, computed ones how', () => {
  const value = (year: number, n: number, source?: string) => ({ year, text: `${n}件`, value: n, approx: 'exact' as const, state: 'filled' as const, at: '', ...(source === undefined ? {} : { source: { kind: 'sheet' as const, name: source, person: '李某' } }) })
  const head = { unit: '件', kind: 'quantity' as const, department: '' }
  const ledger: Ledger = { id: 'l', body: '甲县政协', collections: [], indicators: [
    { id: 'a', name: '立案', ...head, values: [value(2024, 100, '提案委.xlsx')] }, { id: 'b', name: '办复', ...head, values: [value(2024, 98)] },
    { id: 'c', name: '办复率', unit: '%', kind: 'percent', department: '', formula: { is: 'share', part: 'b', whole: 'a', decimals: 1 }, values: [] },
  ] }
  const of = ledgerSources(ledger)
  expect(['a', 'b', 'c', 'none'].map((indicator) => of({ indicator, year: 2024 }))).toEqual(['采集表“提案委.xlsx”，填报人 李某', undefined, '计算：98 ÷ 100 = 98%', undefined])
  expect(of({ indicator: 'c', year: 2023 })).toBeUndefined()
})
