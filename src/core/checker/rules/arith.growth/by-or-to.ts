import type { CoreFigure } from '../../../figures/figure.ts'
import { fits, meet, numberOf, quotientSpan, shareSpan, spanOf } from '../../span.ts'
import { faultOf, type Claim } from './change.ts'

/** 由48件增加了115件，增长139.6%: a level told as if it were the amount of the change. */
export interface ByForTo {
  from: CoreFigure
  to: CoreFigure
  /** 增加了 without 了, and where it stands */
  word: string
  start: number
  claim: Claim
}

/** Does the claim follow when the second number is what was reached, and not when it is the amount of the change? Otherwise the words may be right, or another number is wrong. */
export function isLevelAfterAll(from: CoreFigure, to: CoreFigure, claim: Claim): boolean {
  const { figure, how } = claim
  if (figure.approx !== 'exact' || faultOf(from, to, claim)) return false
  const rise = claim.direction === 'up' ? to.value > from.value : to.value < from.value
  if (!rise || (how !== 'rate' && how !== 'points')) return false
  if (how === 'points') return !meet(spanOf(to), spanOf(figure))
  return from.unit !== '%' && !fits(spanOf(to), spanOf(from), shareSpan(figure)) && quotientSpan(spanOf(to), spanOf(from)).low > 0
}

/** What to say of it: the computation, and the words that are meant. */
export function sayByForTo({ from, to, word, claim }: ByForTo): string {
  const [a, b] = [numberOf(from.text), numberOf(to.text)]
  const [large, small] = to.value > from.value ? [b, a] : [a, b]
  const share = ((Math.abs(to.value - from.value) / from.value) * 100).toFixed(1)
  const computed = claim.how === 'points' ? `${large} − ${small} = ${Number(Math.abs(to.value - from.value).toPrecision(12))}` : `(${large} − ${small}) ÷ ${a} = ${share}%`
  return `${computed}，可知${to.text}是${claim.direction === 'up' ? '增加' : '减少'}后的数，文中写作“${word}了${to.text}”，应为“${word}到${to.text}”`
}
