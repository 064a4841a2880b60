import { roundedDecimal } from '../../../text/decimals.ts'
import { resolutionOf } from '../../../figures/writing.ts'
import type { CoreFigure } from '../../../figures/figure.ts'
import { isTransposition } from '../../number-slip.ts'
import { decimalsOf, meet, numberOf, shareSpan, spanOf, type Span } from '../../span.ts'
import type { Direction } from './words.ts'

/** A stated change from one level to another. */
export interface Claim {
  figure: CoreFigure
  direction: Direction
  /** the word that says so: 上升 */
  word: string
  /** where it stands */
  wordStart: number
  /** 增长25%, 提高9个百分点, 增加12件, 是…的3倍, 增长2倍, 翻一番 */
  how: 'rate' | 'points' | 'difference' | 'multiple' | 'more' | 'fold'
  /** 年均: over so many years; a range where the words leave it open */
  years?: Span
  /** at other prices than the levels: only the whole growth in place of the yearly one is wrong for certain */
  totalOnly?: true
}

/** Why a change does not follow: the computation, what is written instead, and what the number would be. */
export interface Fault {
  message: string
  /** number in place of the claim's */
  should?: string
  /** the words leave another reading: 提高3% for 提高3个百分点 */
  slip?: true
  /** the number is right in 百分点, written as % */
  points?: true
  /** the direction is wrong, not the number alone */
  wrongWay?: true
}

/** Where a claim is to be looked at: its number, with the word before it where that is wrong. */
export const claimPlace = ({ figure, wordStart }: Claim, { wrongWay }: Fault): { start: number; end: number } => ({ start: wrongWay ? wordStart : figure.start, end: figure.end })

/** About is stated to two or three places: half of the last, but at least three in a hundred. */
function levelSpan(f: CoreFigure): Span {
  if (f.approx !== 'about') return spanOf(f)
  const room = Math.max(resolutionOf(f.text) / 2, 0.03 * f.value)
  return { low: f.value - room, high: f.value + room }
}

/** What a stated change does not follow from; undefined where it does, within what all roundings leave room for. */
export function faultOf(from: CoreFigure, to: CoreFigure, claim: Claim): Fault | undefined {
  const [a, b] = [levelSpan(from), levelSpan(to)]
  if (a.low <= 0 || b.low <= 0) return undefined
  const { figure, how } = claim
  const sign = claim.direction === 'down' ? -1 : 1
  const [x, y] = [numberOf(from.text), numberOf(to.text)]
  const written = `文中写作“${claim.word}${figure.text}”`
  const percents = from.unit === '%' && to.unit === '%'
  switch (how) {
    case 'points':
    case 'difference': {
      if ((how === 'points') !== percents) return undefined
      const change = sign > 0 ? { low: b.low - a.high, high: b.high - a.low } : { low: a.low - b.high, high: a.high - b.low }
      if (meet(change, spanOf(figure))) return undefined
      const [large, small] = to.value >= from.value ? [to, from] : [from, to]
      const exact = roundedDecimal(String(Number((large.value - small.value).toPrecision(12))), 6)
      const should = how === 'points' ? exact : inScaleOf(figure, large.value - small.value)
      if (should === undefined) return undefined
      const wrongWay = (to.value - from.value) * sign < 0 || undefined
      return { message: `${numberOf(large.text)} − ${numberOf(small.text)} = ${should}，${wrongWay ? `是${sign > 0 ? '减少' : '增加'}，` : ''}${written}`, ...(wrongWay ? { wrongWay } : { should }) }
    }
    case 'rate': {
      if (claim.years) return meanFault(from, to, claim, claim.years)
      const change = sign > 0 ? { low: (b.low / a.high - 1) * 100, high: (b.high / a.low - 1) * 100 } : { low: (1 - b.high / a.low) * 100, high: (1 - b.low / a.high) * 100 }
      const stated = shareSpan(figure)
      if (meet(change, stated)) return slippedRate(from, to, claim)
      if (percents) {
        const points = { low: sign * (to.value - from.value) - 1e-9, high: sign * (to.value - from.value) + 1e-9 }
        const should = roundedDecimal(String(Number(Math.abs(to.value - from.value).toPrecision(12))), 6)
        const [large, small] = to.value >= from.value ? [to, from] : [from, to]
        const computed = `${numberOf(large.text)} − ${numberOf(small.text)} = ${should}个百分点，${written}`
        return meet(points, stated) ? { message: `${computed}，应为“${should}个百分点”`, slip: true, points: true } : { message: computed, slip: true }
      }
      const rate = (to.value / from.value - 1) * 100 * sign
      const should = Math.abs(rate).toFixed(decimalsOf(figure.text))
      const wrongWay = rate < 0 || undefined
      const way = wrongWay ? `是${sign > 0 ? '下降' : '增长'}，` : ''
      const [large, small] = to.value >= from.value ? [y, x] : [x, y]
      return { message: `(${large} − ${small}) ÷ ${x} = ${should}%，${way}${written}`, ...(wrongWay ? { wrongWay } : { should }) }
    }
    case 'multiple':
    case 'more':
    case 'fold':
      return timesFault(from, to, claim, a, b)
  }
}

/** concentrations are published in whole numbers, and rates from them or from what was rounded */
const CONCENTRATION = /^[微毫]克\/立方米$/u

/** 由31微克/立方米降至28微克/立方米，下降10.7%: within what the roundings leave room for, but one slip away from what the two numbers give (9.7); of other levels than whole concentrations only digits that changed places tell (13.4 for 14.3). */
function slippedRate(from: CoreFigure, to: CoreFigure, { figure, direction, word }: Claim): Fault | undefined {
  if (figure.approx !== 'exact' || from.approx !== 'exact' || to.approx !== 'exact') return undefined
  const decimals = decimalsOf(figure.text)
  const rate = (to.value / from.value - 1) * (direction === 'down' ? -100 : 100)
  if (decimals < 1 || rate <= 0) return undefined
  const [said, due] = [figure.value.toFixed(decimals), rate.toFixed(decimals)]
  // one whole point more or less, or two digits that changed places: what was not rounded gives such a rate hardly ever
  const wholePoint = CONCENTRATION.test(to.unit) && Number.isInteger(from.value) && Number.isInteger(to.value) && Math.abs(Math.abs(figure.value - Number(due)) - 1) < 1e-6
  if (!wholePoint && !(figure.value >= 5 && isTransposition(said.replace('.', ''), due.replace('.', '')))) return undefined
  const [large, small] = to.value >= from.value ? [to, from] : [from, to]
  return { message: `(${numberOf(large.text)} − ${numberOf(small.text)}) ÷ ${numberOf(from.text)} = ${due}%，文中写作“${word}${figure.text}”`, should: due, slip: true }
}

/** 是…的3倍, 增长2倍, 翻一番. */
function timesFault(from: CoreFigure, to: CoreFigure, { figure, how, word, direction }: Claim, a: Span, b: Span): Fault | undefined {
  const ratio = { low: b.low / a.high, high: b.high / a.low }
  const [x, y] = [numberOf(from.text), numberOf(to.text)]
  // 由84起下降到42起，降幅为1倍: nothing falls by as much as all of it and is still there
  if (direction === 'down') return figure.value < 1 || to.value >= from.value ? undefined : { message: `(${x} − ${y}) ÷ ${x} = ${((1 - to.value / from.value) * 100).toFixed(1)}%，下降不会达到1倍，文中写作“${word}${figure.text}”` }
  const quotient = to.value / from.value
  const shown = quotient.toFixed(2).replace(/\.?0+$/u, '')
  const written = `文中写作“${word}${figure.text}”`
  if (how === 'fold') {
    const fold = 2 ** figure.value
    const stated = figure.approx === 'over' ? { low: fold * 0.98, high: fold * 2 } : figure.approx === 'under' ? { low: fold * 0.8, high: fold } : { low: fold * 0.95, high: fold * 1.2 }
    if (meet(ratio, stated)) return undefined
    return { message: `${y} ÷ ${x} = ${shown}，${written}（翻${figure.value === 1 ? '一' : figure.value === 2 ? '两' : figure.value}番是${fold}倍）` }
  }
  const k = spanOf(figure)
  const step = resolutionOf(figure.text)
  const stated = figure.approx === 'exact' ? { low: k.low, high: figure.value + (step >= 1 ? 0.6 : step) } : k
  const more = { low: stated.low + 1, high: stated.high + 1 }
  if (meet(ratio, how === 'more' ? more : stated)) return undefined
  const times = (how === 'more' ? quotient - 1 : quotient).toFixed(decimalsOf(figure.text))
  // 增长3倍 for what is three times as much
  if (how === 'more' && meet(ratio, stated)) return { message: `${y} ÷ ${x} = ${shown}，是${shown}倍，增长${times}倍，${written}`, should: times, slip: true }
  return { message: `${y} ÷ ${x} = ${shown}${how === 'more' ? `，即增长${times}倍` : ''}，${written}`, ...(Number(times) > 0 ? { should: times } : {}) }
}

/** 年均增长: the rate that leads from the one level to the other in so many years. */
function meanFault(from: CoreFigure, to: CoreFigure, { figure, direction, word, totalOnly }: Claim, years: Span): Fault | undefined {
  const [a, b] = [levelSpan(from), levelSpan(to)]
  const sign = direction === 'down' ? -1 : 1
  const rate = (ratio: number, n: number): number => (ratio ** (1 / n) - 1) * 100 * sign
  const all = [b.low / a.high, b.high / a.low].flatMap((ratio) => [rate(ratio, years.low), rate(ratio, years.high)])
  // some divide the whole growth by the years; that is left to them
  const plain = [b.low / a.high, b.high / a.low].flatMap((ratio) => [years.low, years.high].map((n) => ((ratio - 1) * 100 * sign) / n))
  const stated = shareSpan(figure)
  if (meet({ low: Math.min(...all), high: Math.max(...all) }, stated) || meet({ low: Math.min(...plain), high: Math.max(...plain) }, stated)) return undefined
  // the whole growth where the yearly one is meant: no chance, where it is so large
  const whole = [b.low / a.high, b.high / a.low].map((ratio) => (ratio - 1) * 100 * sign)
  const isWhole = meet({ low: Math.min(...whole), high: Math.max(...whole) }, stated)
  if (totalOnly && !(isWhole && figure.approx === 'exact' && figure.value >= 20)) return undefined
  const n = Math.round((years.low + years.high) / 2)
  const should = Math.abs(rate(to.value / from.value, n)).toFixed(Math.max(1, decimalsOf(figure.text)))
  return { message: `${numberOf(to.text)} ÷ ${numberOf(from.text)} = ${(to.value / from.value).toFixed(3)}，${n}年年均${sign > 0 ? '增长' : '下降'}${should}%，文中写作“年均${word}${figure.text}”${isWhole ? `，${figure.text}是合计的增幅` : ''}` }
}

/** A number as another figure scales it (万, 亿); undefined where it takes more decimals than such a figure has. */
function inScaleOf({ text }: CoreFigure, value: number): string | undefined {
  const scale = text.includes('亿') ? 1e8 : text.includes('万') ? 1e4 : 1
  const scaled = Number((Math.abs(value) / scale).toPrecision(12))
  const decimal = String(scaled)
  if (decimal.includes('e')) return undefined
  return `${decimal}${scale === 1e8 ? '亿' : scale === 1e4 ? '万' : ''}`
}
