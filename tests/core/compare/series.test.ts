import { describe, expect, it } from 'vitest'
import { buildSeries, seriesFacts } from '#core/compare/series.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import type { Report } from '#core/model/report.ts'

const report = (year: number | null, text: string, id = `r${year}`): Report => ({ ...recoverReport(linesOfText(`${year}年工作综述\n一、工作回顾\n${text}`), { id, origin: { from: 'blank' } }), year })
const reports = [
  report(2021, '全年收到提案168件，立案138件，办复率100%。报送社情民意信息210篇。完成固定资产投资4.4亿元，增长6.1%。'),
  report(2022, '全年收到提案171件，经审查立案140件，办复率100%。完成固定资产投资4.9亿元，增长11.4%。'),
  report(2023, '共收到提案160件，立案143件，办复率99.3%。报送社情民意信息256篇，约280人次参与。完成固定资产投资5.1亿元，增长4.1%。'),
  report(2024, '提案立案151件，办复率100%。立案151件提案均已交办。全年报送社情民意信息280篇。固定资产投资完成4800万元。'),
]
const { years, series, left } = buildSeries(reports.toReversed())
const of = (indicator: string) => series.find((s) => s.indicator.includes(indicator) && s.points.length > 1)
const values = (indicator: string) => of(indicator)?.points.map((p) => [p.year, p.figure.value])

describe('the series of one body', () => {
  it('have a value a year, with its report and place', () => {
    expect(years).toEqual([2021, 2022, 2023, 2024])
    expect(values('立案')).toEqual([[2021, 138], [2022, 140], [2023, 143], [2024, 151]])
    expect(of('立案')?.points[3]).toMatchObject({ reportId: 'r2024', figure: { text: '151件', paragraphId: expect.any(String) as string } })
  })
  it('show gaps as gaps and bridge them', () => {
    expect(values('社情民意')).toEqual([[2021, 210], [2023, 256], [2024, 280]])
    expect(of('社情民意')?.gaps).toEqual([2022])
  })
  it('keep growth rates from levels', () => {
    expect(values('投资增长') ?? values('资产投资增长')).toEqual([[2021, 6.1], [2022, 11.4], [2023, 4.1]])
    expect(series.find((s) => s.kind === 'money')?.points.map((p) => p.figure.value)).toEqual([440_000_000, 490_000_000, 510_000_000, 48_000_000])
  })
  it('leave out reports without a year and second ones of a year, and say which', () => {
    expect(left).toEqual([])
    expect(buildSeries([...reports, report(null, '立案9件。', 'none'), report(2024, '立案8件。', 'again')]).left).toEqual(['none', 'again'])
  })
  it('do not depend on the order of reports of different years', () => expect(buildSeries(reports)).toEqual({ years, series, left }))
})

describe('facts', () => {
  const facts = (indicator: string) => {
    const found = of(indicator)
    return found && seriesFacts(found)
  }
  it('a run of increases and a record', () => expect(facts('立案')).toMatchObject({ run: { direction: 'up', years: 3 }, record: 'high', change: { absolute: 8 }, highest: { year: 2024 }, lowest: { year: 2021 }, meanGrowth: 3.05, about: false }))
  it('a gap ends a run', () => expect(facts('社情民意')).toMatchObject({ run: { direction: 'up', years: 1 }, record: 'high' }))
  it('equal values are no rise', () => expect(facts('办复率')).toMatchObject({ run: { direction: 'up', years: 1 }, record: null, meanGrowth: null }))
  it('a year without value has no change', () => {
    const found = of('社情民意')
    expect(found && seriesFacts({ ...found, points: found.points.slice(0, 2) })).toMatchObject({ change: null, run: null, record: null })
  })
  it('nothing of an empty series', () => expect(seriesFacts({ points: [], kind: 'quantity' })).toBeUndefined())
})
