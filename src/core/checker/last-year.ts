import type { Comparison, Pair } from '../compare/pair.ts'
import type { PlacedCoreFigure } from '../figures/figure.ts'
import type { CheckedParagraph, Earlier, Place } from './rule.ts'

/** Small readings of the report that a report is compared with, which several rules need. */

/** How many years lie between the two reports: one where a year is unknown, since last year's is what one compares with; null where the other is not the earlier one. */
export function yearsApart(earlier: Earlier, year: number | null): number | null {
  const { year: then } = earlier.last
  if (year === null || then === null) return 1
  return then >= year ? null : year - then
}

/** How a message calls the earlier report's year: 2023年, or 上年 where it is unknown. */
export const yearName = ({ last }: Earlier): string => (last.year === null ? '上次报告' : `${last.year}年`)

/** In a message that compares over more than one year: （相隔4年）. Empty where the years follow each other. */
export const apartNote = (years: number | null): string => (years !== null && years > 1 ? `（相隔${years}年）` : '')

/** Where a figure of this report stands among its paragraphs; undefined where the pairs are of an older state of the text. */
export function placeOfFigure(paragraphs: readonly CheckedParagraph[], { paragraph, start, end, text }: PlacedCoreFigure): Place | undefined {
  const held = paragraphs[paragraph]
  return held?.text.slice(start, end).replace(/\s+/gu, '') === text ? { in: held, start, end } : undefined
}

/** The pairs of one indicator in one unit, each a single stated number. */
export const certainPairs = ({ comparison }: Earlier): Pair[] => comparison.pairs.filter(({ same, this: now, last }) => same === 'yes' && now.high === undefined && last.high === undefined)

/** Rates of change and changes: their values say nothing of a level. */
export const isChange = ({ indicator, unit }: PlacedCoreFigure): boolean =>
  unit === '百分点' || unit === '倍' || unit === '番' || /(?:增长|增加|下降|减少|提高|提升|上升|上涨|降低|回落|缩短|扩大|压减|增产|增收|降幅|增幅|增速|[比较].{1,8}[多少])率?$/u.test(indicator)

/** What is worked out once of the pairs of two reports, and kept as long as they are the same: they are looked at with every keystroke. */
export function oncePerComparison<T>(workOut: (earlier: Earlier) => T): (earlier: Earlier) => T {
  const known = new WeakMap<Comparison, T>()
  return (earlier) => {
    const before = known.get(earlier.comparison)
    if (before !== undefined) return before
    const made = workOut(earlier)
    known.set(earlier.comparison, made)
    return made
  }
}
