import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { viewOf } from '../../view.ts'
import type { Clash } from './assemblies.ts'

/** A congress that was held, and behind it its first committee meeting, or the congress by its short name (章程: 工会, 妇联, 团, 工商联, 残联: congress and committee bear one number). Offsets in the paragraph's own text. */

const CONGRESS = new RegExp(`第(${N})次(?:[会团党]员|妇女|侨|归侨侨眷|残疾人|科学技术|文学艺术界)?(?:代表大会|[党团妇工残文侨]代会)`, 'gu')
const FIRST = new RegExp(`((${N})届)(?:执委会?|执行委员会|委员会|常委会|主席团)?(?:第?一次)(?:执委会?|执行委员会|执委会议|全委会|全会|全体会议|委员会|常委会|主席团|会员代表)`, 'gu')
const BEHIND = new RegExp(`(第(${N})次)(?:[妇团工残文侨]代会|代表大会|大会)(?:胜利|圆满|顺利)?(?:闭幕|结束|召开)(?:后|之后|以后)`, 'gu')
/** counted in their own way, or of another rank */
const OTHER = /人民代表|人大|政协|职工代表|教职工|学生|理事|纪律|纪委|全国|中国|省第|中华/u
const HELD = /召开|举行|闭幕|开幕|选举/u
const BACK = /上一?次|上一?届|五年前|回顾|以来|换届前|任期/u

/** 第九次代表大会召开…。八届一次执委会: one off, behind a congress that the text says was held. Linear in the text. */
export function otherThanCongressHeld(source: string): Clash[] {
  if (!source.includes('代') || !/次.{0,8}(?:代表大会|代会)/u.test(source)) return []
  const { text, at, endAt } = viewOf(source)
  const held = [...text.matchAll(CONGRESS)].filter(({ index, 0: surface }) => !OTHER.test(text.slice(Math.max(0, index - 12), index) + surface) && HELD.test(text.slice(Math.max(0, index - 16), index) + text.slice(index + surface.length, index + surface.length + 12)))
  const [congress] = held
  if (!congress) return []
  const number = readNumeral(congress[1] ?? '')
  const other = { start: at(congress.index), end: endAt(congress.index + congress[0].length) }
  return [...[...text.matchAll(FIRST)].map((match) => ({ match, kind: '届' })), ...[...text.matchAll(BEHIND)].map((match) => ({ match, kind: '次' }))].flatMap(({ match, kind }): Clash[] => {
    const [surface, words = '', n = ''] = match
    const { index } = match
    const lead = text.slice(Math.max(0, index - 14), index)
    if (index <= congress.index || index - congress.index > 140 || Math.abs(readNumeral(n) - number) !== 1 || OTHER.test(lead) || BACK.test(lead + surface)) return []
    return [{ at: { start: at(index), end: endAt(index + words.length) }, other, message: `前文写作${congress[0]}，应为${kind === '届' ? '' : '第'}${chineseInteger(number)}${kind}，文中写作${words}` }]
  })
}

const SESSION = new RegExp(`(${N})届(?:人大|政协|[省市县区州])?第?(?:[二三四五]次)(?:全体)?会议`, 'gu')
const COMMITTEE = new RegExp(`((${N})届)(?:人大|政协)?(?:常委会)?第?(?:[一二三四五六七八九十]{1,3})次(?:常委会?(?:议|会议)?|常委会议|主席会议|主任会议)`, 'gu')

/** 政协十一届二次会议…，会后召开十届八次常委会议: the standing committee of a sentence is of the term of its session, save at the first of a term. */
export function committeeOfOtherTerm(source: string): Clash[] {
  if (!source.includes('届') || !/届[^，。；]{0,12}次(?:常委|主席|主任)|届常委会第/u.test(source)) return []
  const { text, at, endAt } = viewOf(source)
  return [...text.matchAll(/[^。；！]+/gu)].flatMap(({ index: from, 0: sentence }): Clash[] => {
    const sessions = [...sentence.matchAll(SESSION)]
    const committees = [...sentence.matchAll(COMMITTEE)]
    const [session] = sessions
    if (!session || committees.length === 0 || /全国|省|上一?届|换届|历届|一次会议/u.test(sentence)) return []
    if (sessions.some(({ 1: n }) => n !== session[1])) return []
    const term = readNumeral(session[1] ?? '')
    return committees.flatMap(({ index, 0: surface, 1: words = '', 2: n = '' }): Clash[] => {
      if (Math.abs(readNumeral(n) - term) !== 1) return []
      const start = from + index
      return [{ at: { start: at(start), end: endAt(start + surface.length) }, other: { start: at(from + session.index), end: endAt(from + session.index + session[0].length) }, message: `同句写作${session[0]}，应为${chineseInteger(term)}届，文中写作${words}` }]
    })
  })
}

const WORKERS = new RegExp(`第?(${N})届(?:教?职工|会员|学生|村民|居民)代表(?:大会|会议)第?(${N})次(?:会议|大会)`, 'gu')
const WORKERS_SHORT = new RegExp(`(?<!第)(${N})届(${N})次(?:[教职工学]代会|[教职会][职员]?工?代表大会)`, 'gu')

/** 第八届教职工代表大会第三次会议，八届四次教代会: the congress of a sentence by its short name, with a number not yet reached. What an earlier one resolved may be told beside it. */
export function workersToCome(source: string): Clash[] {
  if (!source.includes('代会') && !source.includes('代表大会')) return []
  if (!/届[^，。；]{0,6}代表(?:大会|会议)第?.{1,3}次/u.test(source)) return []
  const { text, at, endAt } = viewOf(source)
  return [...text.matchAll(/[^。；！]+/gu)].flatMap(({ index: from, 0: sentence }): Clash[] => {
    const [full, ...more] = [...sentence.matchAll(WORKERS)]
    if (!full || more.length > 0 || /将|筹备|下一?次|明年/u.test(sentence)) return []
    return [...sentence.matchAll(WORKERS_SHORT)].flatMap(({ index, 0: surface, 1: term = '', 2: number = '' }): Clash[] => {
      const later = readNumeral(term) === readNumeral(full[1] ?? '') && readNumeral(number) === readNumeral(full[2] ?? '') + 1
      if (!later || index < full.index) return []
      return [{ at: { start: at(from + index), end: endAt(from + index + surface.length) }, other: { start: at(from + full.index), end: endAt(from + full.index + full[0].length) }, message: `同句写作${full[0]}，此处写作${surface}，两处届次不一致` }]
    })
  })
}
