import { headOf, type LedgerChange } from './changes.ts'
import { valueIn, type Formula, type Indicator, type Ledger } from './ledger.ts'

/**
 * Makes one indicator of two that two reports worded differently (提案立案, 以提案形式立案): the values of `from` go to `into`, formulas that rest on `from` rest on `into`, and `from` is
 * gone. Answers in Chinese why the two cannot be one: another unit, or a year in which both have a value.
 */
export function mergeIndicators(ledger: Ledger, from: string, into: string): { changes: LedgerChange[] } | { problem: string } {
  const index = ledger.indicators.findIndex(({ id }) => id === from)
  const gone = ledger.indicators[index]
  const kept = ledger.indicators.find(({ id }) => id === into)
  if (!gone || !kept || gone === kept) return { problem: '要合并的指标已不在台账中。' }
  if (gone.unit !== kept.unit) return { problem: `单位不同（${gone.unit || '无单位'}、${kept.unit || '无单位'}），不能合并。` }
  if (gone.formula || kept.formula) return { problem: '由公式计算的指标不能合并。请先取消公式。' }
  const both = gone.values.filter((v) => v.value !== null && (valueIn(kept, v.year)?.value ?? null) !== null && valueIn(kept, v.year)?.value !== v.value)
  if (both.length > 0) return { problem: `两个指标在${both.map(({ year }) => `${year}年`).join('、')}都有数值且不相同，不能合并。请先核对，清空不要的一个。` }
  const changes: LedgerChange[] = []
  for (const value of gone.values) {
    const before = valueIn(kept, value.year) ?? null
    changes.push({ at: 'value', indicator: gone.id, year: value.year, before: value, after: null })
    if (value.value !== null && (before === null || before.value === null)) changes.push({ at: 'value', indicator: kept.id, year: value.year, before, after: value })
  }
  for (const [at, indicator] of ledger.indicators.entries()) {
    const formula = indicator.formula && withOperand(indicator.formula, from, into)
    if (formula && formula !== indicator.formula) changes.push({ at: 'head', indicator: indicator.id, before: headOf(indicator), after: { ...headOf(indicator), formula }, index: at })
  }
  if (kept.department === '' && gone.department !== '') changes.push({ at: 'head', indicator: kept.id, before: headOf(kept), after: { ...headOf(kept), department: gone.department }, index: ledger.indicators.indexOf(kept) })
  changes.push({ at: 'head', indicator: gone.id, before: headOf(gone), after: null, index })
  return { changes }
}

function withOperand(formula: Formula, from: string, into: string): Formula {
  const swap = (id: string): string => (id === from ? into : id)
  const next: Formula =
    formula.is === 'share' || formula.is === 'quotient' ? { ...formula, part: swap(formula.part), whole: swap(formula.whole) } : formula.is === 'growth' ? { ...formula, of: swap(formula.of) } : formula.is === 'sum' ? { ...formula, of: formula.of.map(swap) } : { ...formula, from: swap(formula.from), less: swap(formula.less) }
  return JSON.stringify(next) === JSON.stringify(formula) ? formula : next
}

/** Indicators that one could be merged with: of its unit, without a formula, in the ledger's order. */
export const mergeable = (ledger: Pick<Ledger, 'indicators'>, indicator: Indicator): Indicator[] => (indicator.formula ? [] : ledger.indicators.filter((i) => i.id !== indicator.id && i.unit === indicator.unit && !i.formula))
