import { baseUnit } from '../../../figures/unit-scale.ts'
import type { PlacedCoreFigure } from '../../../figures/figure.ts'
import { isChange, oncePerComparison } from '../../last-year.ts'

/** Units of one dimension, each with how many of the smallest it holds: 公里 is 1000 米. */
const DIMENSIONS: readonly Readonly<Record<string, number>>[] = [
  { 毫米: 1, 厘米: 10, 米: 1000, 公里: 1e6 },
  { 克: 1, 千克: 1000, 公斤: 1000, 吨: 1e6 },
  { 平方米: 1, 亩: 666.67, 公顷: 1e4, 平方公里: 1e6 },
  { 千瓦: 1, 兆瓦: 1000 },
  { 升: 1, 立方米: 1000 },
  { 小时: 1, 天: 24, 年: 8760 },
]

/** How many of this unit's are one of the other; undefined where they measure different things. */
function timesOf(unit: string, other: string): number | undefined {
  for (const dimension of DIMENSIONS) {
    const [a, b] = [dimension[unit], dimension[other]]
    if (a !== undefined && b !== undefined) return b / a
  }
  return undefined
}

/** A figure whose number is nearly last year's, in another unit or without its 万. */
export interface OtherUnit {
  this: PlacedCoreFigure
  last: PlacedCoreFigure
  times: number
}

/** How far two numbers of one thing may be apart from year to year, in powers of ten. */
const NEAR = 0.2
const LEAST = 100

/**
 * Figures with the very words of one of the earlier report, which the pairing left apart since their values lie so far from each other: 92.3米 after 86.5公里, 340尾 after
 * 320万尾. Words that stand twice in either report say nothing.
 */
export const sameWordsInOtherUnits = oncePerComparison(({ comparison: { pairs, onlyThis, onlyLast } }): readonly OtherUnit[] => {
  const near = pairs.filter(({ same, decided }) => same === 'near' && decided !== true)
  const there = byWords([...onlyLast, ...near.map(({ last }) => last)])
  const here = byWords([...onlyThis, ...near.map(({ this: now }) => now)])
  return [...here].flatMap(([words, now]): OtherUnit[] => {
    const last = there.get(words)
    if (!now || !last || isChange(now) || now.high !== undefined || last.high !== undefined) return []
    const [unit, other] = [baseUnit(now.unit), baseUnit(last.unit)]
    const times = unit === other ? last.value / now.value : timesOf(unit, other)
    if (times === undefined) return []
    const size = Math.abs(Math.log10(times))
    const likely = unit === other ? size >= 2.7 && Math.abs(size - Math.round(size)) <= NEAR : size >= Math.log10(LEAST) && Math.abs(Math.log10(now.value / last.value)) <= NEAR
    return likely ? [{ this: now, last, times: 10 ** size }] : []
  })
})

/** The figures by their words; undefined where two have the same. */
function byWords(figures: readonly PlacedCoreFigure[]): Map<string, PlacedCoreFigure | undefined> {
  const out = new Map<string, PlacedCoreFigure | undefined>()
  for (const figure of figures) {
    const words = figure.indicator.replace(/^(?:全年|今年|共|累计|年内|完成|实现)+/u, '')
    if (words.length < 4 || figure.kind === 'percent' || figure.value <= 0) continue
    out.set(words, out.has(words) ? undefined : figure)
  }
  return out
}
