import type { PlacedCoreFigure } from '../figures/figure.ts'
import type { Comparison, Pair } from './pair.ts'

/** A row of the comparison of two reports: a pair, or a figure of one of them alone. */
export interface CompareRow {
  /** by place, so that a row keeps it while other rows change */
  key: string
  indicator: string
  /** the headings above it: of this year's report, where it has one */
  section: readonly string[]
  this: PlacedCoreFigure | undefined
  last: PlacedCoreFigure | undefined
  same: Pair['same'] | undefined
  why: string
  change: Pair['change']
  signed?: Pair['signed']
  decided: boolean
  score: number
}

/** All figures of two reports in rows: in reading order of this year's, those that only last year's has behind. */
export function comparisonRows({ pairs, onlyThis, onlyLast }: Comparison): CompareRow[] {
  const alone = { same: undefined, why: '', change: null, decided: false, score: 0 }
  const rows: CompareRow[] = [
    ...pairs.map(({ this: here, last, same, why, change, signed, decided, score }): CompareRow => ({ key: keyOf('this', here), indicator: here.indicator, section: here.section, this: here, last, same, why, change, ...(signed ? { signed } : {}), decided: decided === true, score })),
    ...onlyThis.map((figure): CompareRow => ({ key: keyOf('this', figure), indicator: figure.indicator, section: figure.section, this: figure, last: undefined, ...alone })),
  ]
  rows.sort((a, b) => (a.this?.paragraph ?? 0) - (b.this?.paragraph ?? 0) || (a.this?.start ?? 0) - (b.this?.start ?? 0))
  return [...rows, ...onlyLast.map((figure): CompareRow => ({ key: keyOf('last', figure), indicator: figure.indicator, section: figure.section, this: undefined, last: figure, ...alone }))]
}

const keyOf = (side: 'this' | 'last', { paragraphId, start }: PlacedCoreFigure): string => `${side}:${paragraphId}:${start}`

/** What a comparison is looked through for. */
export type CompareFilter = 'all' | 'paired' | 'changed' | 'unchanged' | 'near' | 'onlyThis' | 'onlyLast'

/**
 * Does a row pass? `percent` is for `changed`: how much more or less than last year, in per cent (points for rates), it must have changed.
 * `unchanged` are pairs of one indicator with the same value.
 */
export function passes({ this: here, last, same, change }: CompareRow, filter: CompareFilter, percent: number): boolean {
  switch (filter) {
    case 'all': return true
    case 'paired': return here !== undefined && last !== undefined
    case 'near': return same === 'near'
    case 'onlyThis': return last === undefined
    case 'onlyLast': return here === undefined
    case 'unchanged': return same === 'yes' && change?.absolute === 0
    // from nothing to something is more than any per cent
    case 'changed': return change !== null && change.absolute !== 0 && (change.percent === null && here?.kind !== 'percent' ? true : Math.abs(change.percent ?? change.absolute) > percent)
  }
}
