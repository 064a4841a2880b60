import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, changesBetween, changesThatFit, headOf, invertChanges, mergeChanges, type LedgerChange } from '#core/ledger/changes.ts'
import { valueIn, type Indicator, type Ledger, type LedgerValue } from '#core/ledger/ledger.ts'
import { indicator, ledger, value } from './filled.ts'

const values = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2018, max: 2022 }), n: fc.integer({ min: 1, max: 3 }) }), { selector: ({ year }) => year, maxLength: 3 })
  .map((list) => list.map(({ year, n }) => value(year, `${n}件`, n)).sort((a, b) => a.year - b.year))
const single = (id: string): fc.Arbitrary<Indicator> => fc.record({ name: fc.constantFrom('甲', '乙'), values }).map(({ name, values: held }) => indicator(id, name, '件', '提案委', held))
/** Ledgers over the same few ids, so that two of them share some; in one order, which changes do not speak of. */
const ledgers: fc.Arbitrary<Ledger> = fc.record({
  indicators: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']).chain((ids) => fc.tuple(...ids.map(single))),
  collections: fc.subarray(['提案委', '经济委']).chain((names) => fc.tuple(...names.map((department) => fc.constantFrom('一.xlsx', '二.xlsx').map((fileName) => ({ department, year: 2021, fileName }))))),
}).map(({ indicators, collections }) => ({ id: 'l', body: '甲县政协', indicators: [...indicators], collections: [...collections] }))

/** Collections stand in no order. */
const plain = (of: Ledger): Ledger => ({ ...of, collections: [...of.collections].sort((a, b) => (a.department < b.department ? -1 : 1)) })
const cell = (of: Ledger, id: string, year: number): LedgerValue | undefined => {
  const found = of.indicators.find((i) => i.id === id)
  return found && valueIn(found, year)
}

describe('changes of a ledger', () => {
  it('lead from one ledger to any other, and back', () => {
    fc.assert(fc.property(ledgers, ledgers, (a, b) => {
      const changes = changesBetween(a, b)
      expect(plain(applyChanges(a, changes))).toEqual(plain(b))
      expect(plain(applyChanges(b, invertChanges(changes)))).toEqual(plain(a))
      expect(changesThatFit(a, changes)).toEqual(changes)
      expect(changesThatFit(b, invertChanges(changes))).toEqual(invertChanges(changes))
      expect(changesBetween(b, applyChanges(a, changes))).toEqual([])
    }), { numRuns: 500 })
  })
  it('a value that was stored and read again is the same, in whatever order its parts stand', () => {
    const a = ledger()
    const read: Ledger = { ...a, indicators: a.indicators.map((i) => ({ ...i, values: i.values.map(({ year, text, ...rest }) => ({ ...rest, text, year })) })) }
    expect(changesBetween(a, read)).toEqual([])
    const was = cell(a, 't1', 2020) ?? null
    const change: LedgerChange = { at: 'value', indicator: 't1', year: 2020, before: was, after: value(2020, '170件', 170) }
    expect(changesThatFit(read, [change])).toEqual([change])
  })
  it('that meet another value do not fit, and later ones are seen on top of earlier ones', () => {
    const a = ledger()
    const [one, two, three] = [value(2021, '1件', 1), value(2021, '2件', 2), value(2021, '3件', 3)]
    const chain: LedgerChange[] = [{ at: 'value', indicator: 't1', year: 2021, before: null, after: one }, { at: 'value', indicator: 't1', year: 2021, before: one, after: two }]
    expect(changesThatFit(a, chain)).toEqual(chain)
    expect(changesThatFit(applyChanges(a, [{ at: 'value', indicator: 't1', year: 2021, before: null, after: three }]), chain)).toEqual([])
  })
  it('an indicator that was added here and filled by another window is not taken out with their values', () => {
    const a = ledger()
    const added: LedgerChange = { at: 'head', indicator: 'n', before: null, after: { id: 'n', name: '新指标', unit: '件', kind: 'quantity', department: '' }, index: a.indicators.length }
    const theirs = applyChanges(a, [added, { at: 'value', indicator: 'n', year: 2021, before: null, after: value(2021, '5件', 5) }])
    expect(changesThatFit(theirs, invertChanges([added]))).toEqual([])
  })
})

describe('two windows', () => {
  const wholly = (of: Ledger, id: string): LedgerChange[] => changesBetween(of, { ...of, indicators: of.indicators.filter((i) => i.id !== id) })

  it('lose no change silently: each of both is in the result, or told as a conflict', () => {
    fc.assert(fc.property(ledgers, ledgers, ledgers, (base, theirs, mine) => {
      const [ours, others] = [changesBetween(base, mine), changesBetween(base, theirs)]
      const merged = mergeChanges(base, theirs, ours)
      for (const change of others) {
        if (change.at === 'value' && change.after !== null) expect(cell(merged.ledger, change.indicator, change.year), JSON.stringify(change)).toEqual(change.after)
        if (change.at === 'head' && change.after !== null) expect(merged.ledger.indicators.find((i) => i.id === change.indicator)).toMatchObject(change.after)
        if (change.at === 'collection' && change.after !== null) expect(merged.ledger.collections).toContainEqual(change.after)
      }
      for (const change of ours) {
        if (merged.conflicts.includes(change)) continue
        if (change.at === 'value') expect(cell(merged.ledger, change.indicator, change.year) ?? null, JSON.stringify(change)).toEqual(change.after)
        if (change.at === 'head') {
          const found = merged.ledger.indicators.find((i) => i.id === change.indicator)
          expect(found ? headOf(found) : null).toEqual(change.after)
        }
      }
    }), { numRuns: 500 })
  })
  it('with the same changes are in no conflict', () => {
    fc.assert(fc.property(ledgers, ledgers, (base, next) => {
      const merged = mergeChanges(base, next, changesBetween(base, next))
      expect(merged.conflicts).toEqual([])
      expect(merged.ledger).toEqual(next)
    }))
  })
  it('an indicator taken out here while they changed a value of it stays whole, and is told', () => {
    const base = ledger()
    const theirs = applyChanges(base, [{ at: 'value', indicator: 't1', year: 2021, before: null, after: value(2021, '170件', 170) }])
    const merged = mergeChanges(base, theirs, wholly(base, 't1'))
    expect(merged.ledger).toEqual(theirs)
    expect(merged.conflicts).toHaveLength(2)
  })
  it('a value entered here for an indicator that they took out is told', () => {
    const base = ledger()
    const change: LedgerChange = { at: 'value', indicator: 't1', year: 2021, before: null, after: value(2021, '170件', 170) }
    expect(mergeChanges(base, applyChanges(base, wholly(base, 't1')), [change]).conflicts).toEqual([change])
  })
})
