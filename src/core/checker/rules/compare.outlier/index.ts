import type { PlacedCoreFigure } from '../../../figures/figure.ts'
import type { Finding } from '../../finding.ts'
import { apartNote, certainPairs, isChange, oncePerComparison, placeOfFigure, yearName, yearsApart } from '../../last-year.ts'
import { defineReportRule, type Earlier } from '../../rule.ts'
import { otherUnits } from './other-unit.ts'
import { sameWordsInOtherUnits } from './units.ts'

/**
 * A change against the earlier report that is out of proportion: a power of ten as of a digit too many or a point in the wrong place, or the
 * thousands as of a wrong unit (元 for 亿元), or nearly the same number in a unit of another size (公顷 for 亩). What merely grew or fell much, and small counts, are left alone.
 */
export const compareOutlier = defineReportRule({
  id: 'compare.outlier',
  title: '与上年相差悬殊',
  severity: 'warning',
  scope: 'earlier',
  basis: { on: 'practice', why: '同一指标一年间相差十倍、百倍、万倍，多为多写、漏写一位数字，或写错单位' },
  defaults: {
    /** how surely the two are one indicator */
    score: 0.6,
    /** the same where the ratio is no more than near a power of ten */
    sure: 0.7,
    /** how far a ratio may be from a power of ten, in powers of ten */
    off: 0.13,
    /** ratio beyond which a unit must be wrong, in powers of ten */
    unit: 2.7,
    /** the same over more than one year */
    unitApart: 3,
  },
  check: (context, _, { score, sure, off, unit, unitApart }) => {
    const { earlier, year, finding } = context
    if (!earlier) return []
    const apart = yearsApart(earlier, year)
    const found: Finding[] = []
    for (const pair of farApart(earlier)) {
      const { this: now, last, indicator } = pair
      if (pair.score < score) continue
      const power = Math.log10(now.value / last.value)
      if (now.kind === 'percent' ? !isRateOff(now, last, apart) && !isPointMoved(now, last, apart) : !isLevelOff(now, last, apart, power, { off: pair.score < sure ? off / 2 : off, unit, unitApart })) continue
      if (isBorneOut(earlier, now)) continue
      const place = placeOfFigure(context.paragraphs, now)
      if (!place) continue
      const times = 10 ** Math.abs(power)
      const by = times >= 1000 ? `${Math.round(times / 100) / 100 >= 100 ? Math.round(times / 10000) + '万' : Math.round(times)}` : times.toFixed(1).replace(/\.0$/u, '')
      const why = Math.abs(power) >= unit ? '请核对单位' : now.kind === 'percent' ? '请核对小数点和位数' : '请核对位数和单位'
      found.push(finding(`“${indicator}”此处为${now.text}，${yearName(earlier)}${apartNote(apart)}为${last.text}，相差约${by}倍，${why}`, [place]))
    }
    if (apart === 1) {
      for (const { pair: { this: now, last, indicator, score: how }, times } of otherUnits(earlier)) {
        const place = how >= score ? placeOfFigure(context.paragraphs, now) : undefined
        if (place) found.push(finding(`“${indicator}”此处为${now.text}，${yearName(earlier)}为${last.text}，数相近而单位相差约${inTimes(times)}倍，请核对单位`, [place]))
      }
    }
    for (const { this: now, last, times } of apart === 1 ? sameWordsInOtherUnits(earlier) : []) {
      const place = placeOfFigure(context.paragraphs, now)
      if (!place || found.some(({ anchors: [a] }) => a.paragraph === now.paragraph && a.start === now.start)) continue
      found.push(finding(`“${now.indicator}”此处为${now.text}，${yearName(earlier)}为${last.text}，数相近而单位相差约${inTimes(times)}倍，请核对单位`, [place]))
    }
    return found
  },
})

/** The pairs of which one is a multiple of the other. */
const farApart = oncePerComparison((earlier) =>
  certainPairs(earlier).filter(({ this: now, last }) => now.value > 0 && last.value > 0 && Math.abs(Math.log10(now.value / last.value)) >= 0.6 && !isChange(now)),
)

interface Limits {
  off: number
  unit: number
  unitApart: number
}

/** Counts and sums: by a power of ten, or by more than a unit can grow. */
function isLevelOff(now: PlacedCoreFigure, last: PlacedCoreFigure, apart: number | null, power: number, { off, unit, unitApart }: Limits): boolean {
  const size = Math.abs(power)
  if (apart !== 1) return size >= unitApart
  if (size >= unit) return true
  const small = Math.min(now.value, last.value)
  // 1次 becomes 12次, 3家 28家
  if (small < 12) return false
  return Math.abs(size - Math.round(size)) <= (small < 50 ? off / 2 : off) * Math.round(size) && Math.round(size) >= 1
}

/** A rate that was high (办复率, 满意率) and is now a tenth of it, or less than half. */
function isRateOff(now: PlacedCoreFigure, last: PlacedCoreFigure, apart: number | null): boolean {
  if (now.unit !== '%' || !/[率度]$/u.test(now.indicator) || /失业率|不良率|死亡率|发病率|发案率|上访率|赤字率|负债率|利率|淘汰率|空置率/u.test(now.indicator)) return false
  return last.value >= 80 && now.value <= (apart === 1 ? 45 : 12)
}

/** 森林覆盖率6.84%, last year 68.2%: nearly the same signs with the point in another place. A rate that small of its own does not end up so near. */
function isPointMoved(now: PlacedCoreFigure, last: PlacedCoreFigure, apart: number | null): boolean {
  if (apart !== 1 || now.unit !== '%' || !/(?:率|占比|比重|比例)$/u.test(now.indicator) || Math.max(now.value, last.value) < 20) return false
  const off = Math.abs(Math.abs(Math.log10(now.value / last.value)) - 1)
  return off <= 0.02
}

/** Does a report before the last one say nearly what this one says? Then it is the last one's figure that is off. */
function isBorneOut({ series }: Earlier, now: PlacedCoreFigure): boolean {
  const own = series.series.find(({ points }) => points.some(({ figure }) => figure.paragraphId === now.paragraphId && figure.start === now.start))
  return own !== undefined && own.points.slice(0, -2).some(({ value }) => value > 0 && Math.abs(Math.log10(now.value / value)) < 0.4)
}

const inTimes = (times: number): string => (times >= 1e4 ? `${Math.round(times / 1e4)}万` : String(Math.round(times)))
