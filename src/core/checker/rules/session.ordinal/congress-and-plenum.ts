import { chineseInteger } from '../../../text/decimals.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { viewOf } from '../../view.ts'
import type { Clash } from './assemblies.ts'

/** the last plenums of a term meet right before the next congress (党的二十大和十九届七中全会精神), the others years before it */
const PAIR = /(?<![第十、])(?:党的)?((?:十[八九]|二十[一二]?)大)(?:精神)?(?:和|及|以及|、)(?:党的)?((十[八九]|二十[一二]?)届[二三四五]中(?:、[三四五]中)*全会)/gu

/** 党的二十大和十九届三中全会精神: a plenum told together with the congress before it is of the committee that this congress elected. Offsets in the paragraph's own text. */
export function plenumOfOtherTerm(source: string): Clash[] {
  if (!source.includes('全会') || !source.includes('大')) return []
  const { text, at, endAt } = viewOf(source)
  return [...text.matchAll(PAIR)].flatMap(({ index, 0: pair, 1: congress = '', 2: plenum = '', 3: term = '' }): Clash[] => {
    const number = readNumeral(congress.slice(0, -1))
    // 党的十八大、十九大和十九届四中全会 begins with an earlier one; 十九届二中、二十届三中全会 tells of both terms
    const lead = text.slice(Math.max(0, index - 12), index)
    if (readNumeral(term) !== number - 1 || /[大会]、$/u.test(lead) || /^(?:精神)?(?:以来|、|和|及)/u.test(text.slice(index + pair.length))) return []
    const start = index + pair.lastIndexOf(plenum)
    return [{ at: { start: at(start), end: endAt(start + plenum.length) }, other: { start: at(index), end: endAt(index + pair.indexOf(congress) + congress.length) }, message: `${congress}选举产生的是${chineseInteger(number)}届中央委员会，与之并提的应为${chineseInteger(number)}届的全会，文中写作${plenum}` }]
  })
}
