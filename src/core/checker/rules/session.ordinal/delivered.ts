import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { viewOf } from '../../view.ts'
import type { Clash } from './assemblies.ts'
import type { SessionMention } from './mentions.ts'

/** What the opening of a report says of the session to which it is given, and of the committee that gives it. Offsets in the paragraph's own text. */

/** 受政协第十届…常务委员会的委托, 我代表县第十七届人大常委会 */
const COMMITTEE = new RegExp(`(?:受|代表)[^，。；届]{0,12}?(第?(${N})届)[^，。；届]{0,24}常(?:务)?委(?:员会|会)`, 'gu')
/** 报告十届四次会议以来的工作 */
const SINCE = new RegExp(`(?:报告|汇报)(?:本?[^，。；届]{0,10}?)(第?(${N})届[^，。；届]{0,20}?第?(?:${N})次(?:全体)?(?:会议|全会|大会|全委会议?))以来的?[^，。；]{0,8}工作`, 'u')

/** 受第十届常务委员会委托，报告十一届四次会议以来的工作: a committee reports on the work of its own term (政协章程第四十条、地方组织法第十一条). */
export function otherTerm(source: string): Clash[] {
  if (!source.includes('以来') || !source.includes('届') || !/受|代表/u.test(source)) return []
  const { text, at, endAt } = viewOf(source)
  return [...text.matchAll(COMMITTEE)].flatMap(({ index, 0: surface, 1: own = '', 2: term = '' }): Clash[] => {
    const from = index + surface.length
    const since = SINCE.exec((/^[^。]{0,90}/u.exec(text.slice(from))?.[0] ?? ''))
    const [words, session = '', sessionTerm = ''] = since ?? []
    if (!since || words === undefined || readNumeral(term) === readNumeral(sessionTerm) || isOther(session, surface)) return []
    const start = from + since.index + words.indexOf(session)
    const mine = index + surface.indexOf(own)
    return [{ at: { start: at(start), end: endAt(start + session.length) }, other: { start: at(mine), end: endAt(mine + own.length) }, message: `常务委员会报告本届的工作：受${own}常务委员会委托，文中写作${session}以来` }]
  })
}

/** 代表县政协常委会, and then a session of the people's congress */
const isOther = (session: string, committee: string): boolean => (/人大|人民代表/u.test(session) ? !/人大|人民代表/u.test(committee) : /政协|协商/u.test(session) && /人大|人民代表/u.test(committee))

/** Sessions to which a text says that it is given (向…第四次会议报告政府工作) and which are not the one of its title line. */
export function deliveredElsewhere<P extends { in: { text: string } }>(all: readonly (P & { it: SessionMention })[]): { at: P & { it: SessionMention }; title: P & { it: SessionMention } }[] {
  const titles = all.filter(({ it }) => it.role === 'at')
  const [title] = titles
  if (!title || titles.some(({ it }) => it.term !== title.it.term || it.number !== title.it.number)) return []
  return all.flatMap((placed) => {
    const { it } = placed
    const apart = (it.term === title.it.term) !== (it.number === title.it.number)
    if (it.role !== 'plain' || it.quoted || it.national !== title.it.national || !apart || (it.organ !== '' && title.it.organ !== '' && it.organ !== title.it.organ)) return []
    const after = placed.in.text.slice(it.end, it.end + 12)
    const given = /向[^，。；]{0,14}$/u.test(it.before) && /^(?:全体会议)?(?:作|做)?(?:政府工作|工作)?(?:报告|汇报)/u.test(after)
    return given ? [{ at: placed, title }] : []
  })
}

const KIND = '(?:党员|会员|妇女|团员|归侨侨眷|残疾人|科学技术|文学艺术界)?(?:代表大会|党代会|团代会|妇代会|会员代表大会|代会)'
const CONGRESS = new RegExp(`第(${N})次${KIND}`, 'gu')
const ELECTED = new RegExp(`(?:选举产生|选出|产生)了?(?:[^，。；届]{0,20}?)(第(${N})届(?:执行|[省市县区州])?(?:委员会|主席团|党委))(?!第)`, 'gu')
const HEARD = new RegExp(`(?:听取|审议|审查)[^，。；届]{0,16}?(第(${N})届(?:执行)?(?:委员会|党委))(?:[^，。；届]{0,8})报告`, 'gu')
/** these are counted in their own way, or meet more than once in a term */
const OTHER_COUNT = /人民代表|人大|政协|职工代表|教职工|职代|教代|学生代表|理事|纪律检查|纪委|研究会|协会|商会|全国|第[^，。；届]{1,4}届[^，。；]{0,8}第/u

/** 第十九次代表大会选举产生第十八届委员会: congress and committee bear one number, and the one before reports to it (党章第二十七条, 团章, 工会章程, 妇联章程). */
export function otherCommittee(source: string): Clash[] {
  if (!source.includes('届') || !source.includes('代') || !/次[^，。；]{0,8}(?:代表大会|代会)/u.test(source)) return []
  const { text, at, endAt } = viewOf(source)
  return [...text.matchAll(/[^。；！]+/gu)].flatMap(({ index: from, 0: sentence }): Clash[] => {
    const congresses = [...sentence.matchAll(CONGRESS)]
    const [congress] = congresses
    if (!congress || congresses.length > 1) return []
    const number = readNumeral(congress[1] ?? '')
    const lead = sentence.slice(Math.max(0, congress.index - 16), congress.index)
    return [...[...sentence.matchAll(ELECTED)].map((match) => ({ match, right: number })), ...[...sentence.matchAll(HEARD)].map((match) => ({ match, right: number - 1 }))].flatMap(({ match, right }): Clash[] => {
      const [surface, committee = '', n = ''] = match
      const off = readNumeral(n) - right
      if (Math.abs(off) !== 1 || match.index < congress.index || OTHER_COUNT.test(lead + congress[0] + surface)) return []
      const start = from + match.index + surface.indexOf(committee)
      const verb = right === number ? '选举产生的' : '听取其报告的'
      return [{ at: { start: at(start), end: endAt(start + committee.length) }, other: { start: at(from + congress.index), end: endAt(from + congress.index + congress[0].length) }, message: `${congress[0]}${verb}应为${committee.replace(n, /\d/u.test(n) ? String(right) : chineseInteger(right))}，文中写作${committee}` }]
    })
  })
}
