import type { Approx } from '../model/inline.ts'
import { roundedDecimal, shiftedDecimal } from '../text/decimals.ts'
import { resolutionOf } from '../figures/writing.ts'
import { indicatorOf, valueIn, type Formula, type Indicator, type Ledger, type LedgerValue } from './ledger.ts'

/** The value that a formula gives for a year, with the computation in words. */
export interface Computed {
  /** not rounded; null while an operand is open or the formula cannot be reckoned */
  value: number | null
  /** rounded to the formula's decimals, as the table shows it; empty where there is no value */
  text: string
  approx: Approx
  /** verified when all operands are, doubtful when one is */
  state: LedgerValue['state']
  /** 82 ÷ 138 = 59.42%; or in Chinese why there is none: 缺“提案立案数”2021年的值 */
  why: string
}

/** Indicators that a formula reads, in its order. */
export const operandsOf = (formula: Formula): string[] =>
  formula.is === 'share' || formula.is === 'quotient' ? [formula.part, formula.whole] : formula.is === 'growth' ? [formula.of] : formula.is === 'sum' ? [...formula.of] : [formula.from, formula.less]

/** what was computed of a ledger, which never changes in place: a formula that several others rest on is reckoned once */
const reckoned = new WeakMap<Ledger['indicators'], Map<string, { of: Indicator; computed: Computed }>>()

/** What an indicator with a formula comes to in a year. Formulas may rest on formulas; a circle gives no value and is said. */
export function compute(ledger: Pick<Ledger, 'indicators'>, indicator: Indicator, year: number, above: readonly string[] = []): Computed {
  const known = reckoned.get(ledger.indicators) ?? new Map<string, { of: Indicator; computed: Computed }>()
  reckoned.set(ledger.indicators, known)
  const key = `${indicator.id}\n${year}`
  const before = known.get(key)
  if (before?.of === indicator) return before.computed
  const computed = reckon(ledger, indicator, year, above)
  // what comes of a circle depends on where it is entered
  if (computed.value !== null) known.set(key, { of: indicator, computed })
  return computed
}

function reckon(ledger: Pick<Ledger, 'indicators'>, indicator: Indicator, year: number, above: readonly string[]): Computed {
  const { formula, unit } = indicator
  const none = (why: string): Computed => ({ value: null, text: '', approx: 'exact', state: 'open', why })
  if (!formula) return none('没有公式')
  if (above.includes(indicator.id)) return none('公式互相引用，无法计算')
  const path = [...above, indicator.id]
  const used: Current[] = []
  const read = (id: string, of: number): Current | string => {
    const operand = indicatorOf(ledger, id)
    if (!operand) return '公式引用的指标已不在台账中'
    const value = currentValue(ledger, operand, of, path)
    if (!value || value.value === null) return value?.why && value.why.includes('互相引用') ? value.why : `缺“${operand.name}”${of}年的值`
    used.push(value)
    return value
  }
  const operands = formula.is === 'growth' ? [read(formula.of, year), read(formula.of, year - 1)] : operandsOf(formula).map((id) => read(id, year))
  const missing = operands.find((o) => typeof o === 'string')
  if (missing !== undefined) return none(missing)
  const values = used.map(({ value }) => value ?? 0)
  const [a = 0, b = 0] = values
  if ((formula.is === 'share' || formula.is === 'quotient' || formula.is === 'growth') && b === 0) return none('除数为 0，无法计算')
  if (formula.is === 'growth' && b < 0) return none('上年为负数，增幅没有意义')
  const number = (n: number): string => shiftedDecimal(n, 0)
  const results: Readonly<Record<Formula['is'], [value: number, said: string]>> = {
    share: [(a / b) * 100, `${number(a)} ÷ ${number(b)}`],
    quotient: [a / b, `${number(a)} ÷ ${number(b)}`],
    growth: [((a - b) / b) * 100, `(${number(a)} − ${number(b)}) ÷ ${number(b)}`],
    sum: [sumOf(values), values.map(number).join(' + ')],
    difference: [sumOf([a, -b]), `${number(a)} − ${number(b)}`],
  }
  const [value, said] = results[formula.is]
  const decimals = 'decimals' in formula ? formula.decimals : 6
  const size = roundedDecimal(shiftedDecimal(Math.abs(value), 0), decimals)
  const rounded = (value < 0 && Number(size) !== 0 ? '-' : '') + size
  const about = used.some(({ approx, high }) => approx !== 'exact' || high !== undefined)
  const text = rounded + (unit === '百分点' ? '个百分点' : unit)
  return {
    value,
    text,
    approx: about ? 'about' : 'exact',
    state: used.some(({ state }) => state === 'doubtful') ? 'doubtful' : used.every(({ state }) => state === 'verified') ? 'verified' : 'filled',
    why: `${said} = ${text}`,
  }
}

/** Sums of decimals without the noise of binary fractions. */
const sumOf = (values: readonly number[]): number => Number(values.reduce((a, b) => a + b, 0).toPrecision(15))

/** What an indicator is in a year: what was put in, or what its formula gives. */
export type Current = Pick<LedgerValue, 'value' | 'high' | 'approx' | 'state' | 'text'> & { computed: boolean; why: string }

/**
 * The value that counts for an indicator in a year; undefined where there is none at all. A formula goes before a value that a report once
 * stated, wherever its operands are there: the two are compared by {@link statedOtherwise}.
 */
export function currentValue(ledger: Pick<Ledger, 'indicators'>, indicator: Indicator, year: number, above: readonly string[] = []): Current | undefined {
  const own = valueIn(indicator, year)
  if (indicator.formula) {
    const computed = compute(ledger, indicator, year, above)
    if (computed.value !== null || !own || own.value === null) return { ...computed, computed: true }
  }
  return own && { value: own.value, ...(own.high === undefined ? {} : { high: own.high }), approx: own.approx, state: own.state, text: own.text, computed: false, why: '' }
}

/** Does the value that was stated for a year differ from what the formula gives, beyond its rounding? The computation in Chinese, or undefined. */
export function statedOtherwise(ledger: Pick<Ledger, 'indicators'>, indicator: Indicator, year: number): string | undefined {
  const own = valueIn(indicator, year)
  if (!indicator.formula || own?.value === undefined || own.value === null) return undefined
  const { value, why, approx } = compute(ledger, indicator, year)
  if (value === null || approx !== 'exact' || own.approx !== 'exact') return undefined
  // 4.4亿元 is no other value than 440123456元; of a range it is enough to lie in it
  const within = own.high === undefined ? Math.abs(value - own.value) <= resolutionOf(own.text) / 2 + 1e-9 * Math.max(1, Math.abs(value)) : value >= Math.min(own.value, own.high) && value <= Math.max(own.value, own.high)
  return within ? undefined : `${why}，原文为 ${own.text}`
}
