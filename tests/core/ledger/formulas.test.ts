import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compute, currentValue, statedOtherwise } from '#core/ledger/formulas.ts'
import type { Formula, Indicator, Ledger, LedgerValue } from '#core/ledger/ledger.ts'
import { indicator, value } from './filled.ts'

const ledger = (formula: Formula, unit: string, a: LedgerValue[], b: LedgerValue[] = [], own: LedgerValue[] = []): [Pick<Ledger, 'indicators'>, Indicator] => {
  const x = indicator('x', '结果', unit, '', own, { formula })
  return [{ indicators: [indicator('a', '甲', '件', '', a), indicator('b', '乙', '件', '', b), x] }, x]
}
const share: Formula = { is: 'share', part: 'a', whole: 'b', decimals: 2 }
const growth: Formula = { is: 'growth', of: 'a', decimals: 1 }
const v = (n: number, rest: Partial<LedgerValue> = {}, year = 2021): LedgerValue => value(year, `${n}件`, n, rest)

describe('what a formula gives', () => {
  it.each<[string, Formula, string, LedgerValue[], LedgerValue[], string, string]>([
    ['share', share, '%', [v(82)], [v(138)], '59.42%', '82 ÷ 138 = 59.42%'],
    ['quotient', { is: 'quotient', part: 'a', whole: 'b', decimals: 1 }, '件', [v(10)], [v(4)], '2.5件', '10 ÷ 4 = 2.5件'],
    ['sum', { is: 'sum', of: ['a', 'b'] }, '件', [v(0.1)], [v(0.2)], '0.3件', '0.1 + 0.2 = 0.3件'],
    ['difference', { is: 'difference', from: 'a', less: 'b' }, '件', [v(3)], [v(5)], '-2件', '3 − 5 = -2件'],
    ['growth', growth, '%', [v(110), v(100, {}, 2020)], [], '10%', '(110 − 100) ÷ 100 = 10%'],
    ['a fall', growth, '%', [v(90), v(100, {}, 2020)], [], '-10%', '(90 − 100) ÷ 100 = -10%'],
    ['a fall that rounds to nothing', growth, '%', [v(99_999), v(100_000, {}, 2020)], [], '0%', '(99999 − 100000) ÷ 100000 = 0%'],
    ['points', { is: 'difference', from: 'a', less: 'b' }, '百分点', [v(98.5)], [v(97)], '1.5个百分点', '98.5 − 97 = 1.5个百分点'],
  ])('%s', (_, formula, unit, a, b, text, why) => expect(compute(...ledger(formula, unit, a, b), 2021)).toMatchObject({ text, why, approx: 'exact', state: 'filled' }))

  it('says why there is nothing', () => {
    expect(compute(...ledger(share, '%', [v(82)]), 2021)).toMatchObject({ value: null, text: '', why: '缺“乙”2021年的值' })
    expect(compute(...ledger(share, '%', [v(82)], [v(0)]), 2021)).toMatchObject({ value: null, why: '除数为 0，无法计算' })
    expect(compute(...ledger(growth, '%', [v(82)]), 2021)).toMatchObject({ value: null, why: '缺“甲”2020年的值' })
    expect(compute(...ledger({ ...share, whole: 'gone' }, '%', [v(82)]), 2021).why).toContain('不在台账')
    expect(compute(...ledger({ is: 'sum', of: ['a', 'x'] }, '件', [v(1)]), 2021)).toMatchObject({ value: null, why: '公式互相引用，无法计算' })
  })
  it('growth from below nought is none: from -10 to 5 nothing fell by 150%', () => expect(compute(...ledger(growth, '%', [v(5), v(-10, {}, 2020)]), 2021).value).toBeNull())
  it('has the state and the nearness of its operands', () => {
    const of = (a: Partial<LedgerValue>, b: Partial<LedgerValue>): unknown => {
      const { state, approx } = compute(...ledger(share, '%', [v(82, a)], [v(138, b)]), 2021)
      return [state, approx]
    }
    expect(of({ state: 'verified' }, { state: 'verified' })).toEqual(['verified', 'exact'])
    expect(of({ state: 'verified' }, {})).toEqual(['filled', 'exact'])
    expect(of({ state: 'verified' }, { state: 'doubtful' })).toEqual(['doubtful', 'exact'])
    expect(of({}, { approx: 'under' })).toEqual(['filled', 'about'])
    expect(of({ high: 90 }, {})).toEqual(['filled', 'about'])
  })
  it('formulas that rest on each other many times over are reckoned once each', () => {
    const ladder = Array.from({ length: 60 }, (_, k) => indicator(`f${k}`, `${k}`, '件', '', k === 0 ? [v(1)] : [], k === 0 ? {} : { formula: { is: 'difference', from: `f${k - 1}`, less: k === 1 ? 'none' : `f${k - 2}` } }))
    ladder[1] = indicator('f1', '1', '件', '', [v(3)])
    // 1, 3, 2, -1, -3, -2, and so on
    expect(compute({ indicators: ladder }, ladder[59] ?? indicator('', '', '', ''), 2021).value).toBe(-2)
  })
  it('growth and levels agree, whatever the levels', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (now, before) => {
      const { value: percent } = compute(...ledger(growth, '%', [v(now), v(before, {}, 2020)]), 2021)
      expect(Math.abs(before * (1 + (percent ?? Number.NaN) / 100) - now)).toBeLessThanOrEqual(Math.max(now, before) * 1e-9)
    }))
  })
})

describe('the value that counts', () => {
  it('is what the formula gives; what a report stated where an operand is open', () => {
    const [full, x] = ledger(share, '%', [v(82)], [v(138)], [value(2021, '61.4%', 61.4)])
    expect(currentValue(full, x, 2021)).toMatchObject({ computed: true, text: '59.42%' })
    const [open, y] = ledger(share, '%', [v(82)], [], [value(2021, '61.4%', 61.4)])
    expect(currentValue(open, y, 2021)).toMatchObject({ computed: false, text: '61.4%' })
  })
})

describe('what was stated beside what the formula gives', () => {
  const sum: Formula = { is: 'sum', of: ['a', 'b'] }
  it.each<[string, Formula, string, LedgerValue, LedgerValue, LedgerValue, boolean]>([
    ['rounded', share, '%', v(82), v(138), value(2021, '59.4%', 59.4), false],
    ['wrong', share, '%', v(82), v(138), value(2021, '61.4%', 61.4), true],
    ['rounded to 亿', sum, '元', v(440_000_000), v(123_456), value(2021, '4.4亿元', 4.4e8), false],
    ['wrong in 亿', sum, '元', v(440_000_000), v(9_123_456), value(2021, '4.4亿元', 4.4e8), true],
    ['a range that holds it', share, '%', v(82), v(138), value(2021, '59%—60%', 59, { high: 60 }), false],
    ['nearly said', share, '%', v(82), v(138), value(2021, '近60%', 60, { approx: 'under' }), false],
  ])('%s', (_, formula, unit, a, b, own, otherwise) => {
    const said = statedOtherwise(...ledger(formula, unit, [a], [b], [own]), 2021)
    if (otherwise) expect(said).toContain(own.text)
    else expect(said).toBeUndefined()
  })
})
