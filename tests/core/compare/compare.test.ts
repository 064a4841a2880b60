import { describe, expect, it } from 'vitest'
import { compareReports } from '#core/compare/compare.ts'
import type { PlacedCoreFigure } from '#core/figures/figure.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import type { Report } from '#core/model/report.ts'
import { goldPairs, rawContext, samePlace, seedReport, seedText } from '../../gold/gold.ts'

describe('开化县政协, 2024 with 2020', () => {
  const [now, then] = ['000_568c51d7bbfdb5c2', '001_39406531928dc60d'] as const
  const { pairs } = compareReports(seedReport(now), seedReport(then))
  const at = (raw: string, place: { start: number; text: string }, figure: PlacedCoreFigure): boolean => {
    const found = raw.slice(place.start).search(/\S/u) + place.start
    let end = found
    for (const c of place.text) end = raw.indexOf(c, end) + 1
    return figure.text.replace(/\D/gu, '') === place.text.replace(/\D/gu, '') && samePlace(figure, rawContext(raw, place.start, end))
  }
  const fits = (pair: (typeof pairs)[number], gold: (typeof goldPairs)[number]): boolean => at(seedText(now), gold.this, pair.this) && at(seedText(then), gold.last, pair.last)

  it('finds every certain pair', () => {
    for (const gold of goldPairs.filter(({ sameIndicator }) => sameIndicator === 'yes')) expect(pairs.some((pair) => fits(pair, gold)), gold.indicator).toBe(true)
  })
  it('pairs nothing that does not belong together', () => {
    expect(pairs.filter((pair) => !goldPairs.some((gold) => fits(pair, gold))).map((p) => `${p.indicator} ~ ${p.last.indicator}`)).toEqual([])
  })
})

const report = (text: string): Report => recoverReport(linesOfText(text), { id: 'x', origin: { from: 'blank' } })

describe('a report with a later one of the same words', () => {
  const then = report('2023年工作综述\n一、提案工作\n全年收到提案168件，立案143件，办复率100%。报送社情民意信息256篇。\n二、经济\n完成投资4.4亿元，增长6.1%。')
  const now = report('2024年工作综述\n一、提案工作\n全年收到提案175件，立案150件，办复率99.5%。报送社情民意信息280篇。\n二、经济\n完成投资5.2亿元，增长5.8%。')
  const { pairs, onlyThis, onlyLast } = compareReports(now, then)

  it('pairs each figure with its own', () => {
    expect(pairs.map(({ this: a, last: b, same }) => [a.text, b.text, same])).toEqual([
      ['175件', '168件', 'yes'], ['150件', '143件', 'yes'], ['99.5%', '100%', 'yes'], ['280篇', '256篇', 'yes'], ['5.2亿元', '4.4亿元', 'yes'], ['5.8%', '6.1%', 'yes'],
    ])
    expect(onlyThis).toEqual([])
    expect(onlyLast).toEqual([])
  })
  it('says the change: of rates in points, without float noise', () => {
    expect(pairs.map(({ change }) => change)).toEqual([
      { absolute: 7, percent: 4.17 }, { absolute: 7, percent: 4.9 }, { absolute: -0.5, percent: null }, { absolute: 24, percent: 9.38 }, { absolute: 80_000_000, percent: 18.18 }, { absolute: -0.3, percent: null },
    ])
  })
})

it('pairs a report with itself, figure by figure', () => {
  const seed = seedReport('003_efa49a0a5d5d5787')
  const { pairs, onlyThis, onlyLast } = compareReports(seed, seed)
  expect(pairs.every((p) => p.this.start === p.last.start && p.this.paragraph === p.last.paragraph && p.change?.absolute === 0)).toBe(true)
  expect([onlyThis, onlyLast]).toEqual([[], []])
})
