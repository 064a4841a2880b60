import { describe, expect, it } from 'vitest'
import { applyChanges, changesThatFit, invertChanges } from '#core/ledger/changes.ts'
import type { Indicator, Ledger, LedgerValue } from '#core/ledger/ledger.ts'
import { mergeable, mergeIndicators } from '#core/ledger/merge.ts'

const value = (year: number, v: number | null): LedgerValue => ({ year, text: v === null ? '' : `${v}件`, value: v, approx: 'exact', state: v === null ? 'open' : 'filled', at: '' })
const indicator = (id: string, name: string, values: LedgerValue[], more: Partial<Indicator> = {}): Indicator => ({ id, name, unit: '件', kind: 'quantity', department: '', values, ...more })
const LEDGER: Ledger = {
  id: 'l', body: '甲县政协', collections: [],
  indicators: [
    indicator('a', '提案立案', [value(2020, 138), value(2021, null)], { department: '提案委' }),
    indicator('b', '经审查立案', [value(2021, 143), value(2022, 150)]),
    indicator('rate', '办复率', [], { unit: '%', kind: 'percent', formula: { is: 'share', part: 'c', whole: 'a', decimals: 1 } }),
    indicator('c', '提案办复', [value(2020, 82), value(2021, 90)]),
    indicator('d', '另一口径立案', [value(2020, 140)]),
    indicator('e', '走访', [value(2020, 3)], { unit: '次' }),
  ],
}
const merged = (from: string, into: string): Ledger => {
  const done = mergeIndicators(LEDGER, from, into)
  if ('problem' in done) throw new Error(done.problem)
  expect(changesThatFit(LEDGER, done.changes)).toEqual(done.changes)
  const after = applyChanges(LEDGER, done.changes)
  expect(applyChanges(after, invertChanges(done.changes))).toEqual(LEDGER)
  return after
}

describe('two indicators made one', () => {
  it('have all values, formulas and the department under the one that stays', () => {
    const after = merged('a', 'b')
    expect(after.indicators.map(({ id }) => id)).toEqual(['b', 'rate', 'c', 'd', 'e'])
    expect(after.indicators[0]).toMatchObject({ id: 'b', name: '经审查立案', department: '提案委', values: [value(2020, 138), value(2021, 143), value(2022, 150)] })
    expect(after.indicators[1]?.formula).toMatchObject({ part: 'c', whole: 'b' })
  })
  it('of which both have a year stay two, and so do those of another unit or with a formula', () => {
    expect(mergeIndicators(LEDGER, 'a', 'd')).toEqual({ problem: '两个指标在2020年都有数值且不相同，不能合并。请先核对，清空不要的一个。' })
    expect(mergeIndicators(LEDGER, 'a', 'e')).toHaveProperty('problem')
    expect(mergeIndicators(LEDGER, 'rate', 'a')).toHaveProperty('problem')
    expect(mergeIndicators(LEDGER, 'a', 'a')).toHaveProperty('problem')
    expect(mergeIndicators(LEDGER, 'a', 'nobody')).toHaveProperty('problem')
    const [a] = LEDGER.indicators
    expect(a && mergeable(LEDGER, a).map(({ id }) => id)).toEqual(['b', 'c', 'd'])
  })
})
