import type { Pair } from '../../../compare/pair.ts'
import { isChange, oncePerComparison } from '../../last-year.ts'

/** Units of one dimension with their size. None of time: what took three days may take three hours now. */
const DIMENSIONS: readonly Readonly<Record<string, number>>[] = [
  { 平方米: 1, 亩: 2000 / 3, 公顷: 1e4, 平方公里: 1e6, 平方千米: 1e6 },
  { 克: 1e-3, 斤: 0.5, 公斤: 1, 千克: 1, 吨: 1000 },
  { 米: 1, 里: 500, 公里: 1000, 千米: 1000 },
  { 瓦: 1e-3, 千瓦: 1, 兆瓦: 1000 },
]
/** how near the numbers must be, whatever their units */
const NEAR = 1.5
/** how far apart the units: what is 2,000 斤 one year may be 2,100 公斤 the next */
const FAR = 5

/** A pair whose numbers are nearly the same, but in units of another size (31.1万亩, 31.4万公顷). */
export interface OtherUnit {
  pair: Pair
  /** how many times the one unit is the other */
  times: number
}

/** The pairs of two reports in which one of the two has the wrong unit, by what they say. */
export const otherUnits = oncePerComparison((earlier): readonly OtherUnit[] =>
  earlier.comparison.pairs.flatMap((pair) => {
    const { this: now, last, same, why } = pair
    if (same !== 'near' || now.unit === last.unit || !why.startsWith('单位不同') || /范围|口径/u.test(why) || now.high !== undefined || last.high !== undefined || now.value <= 0 || last.value <= 0 || isChange(now)) return []
    const ratio = now.value / last.value
    if (ratio > NEAR || ratio < 1 / NEAR) return []
    const sizes = DIMENSIONS.find((units) => now.unit in units && last.unit in units)
    const times = (sizes?.[now.unit] ?? 1) / (sizes?.[last.unit] ?? 1)
    return Math.max(times, 1 / times) >= FAR ? [{ pair, times: Math.max(times, 1 / times) }] : []
  }),
)
