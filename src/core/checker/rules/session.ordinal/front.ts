import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { viewOf } from '../../view.ts'
import type { Clash } from './assemblies.ts'
import type { Place, SessionMention } from './mentions.ts'

/** What the lines above a report, and the sentences on who reports to whom, say of one session. Offsets in the paragraph's own text. */

/** All sessions of a term by one name: 十六届人民代表大会历次会议. */
export interface AllSessions extends Place {
  term: number
  surface: string
}

const ALL = new RegExp(`第?(${N})届[^，。；届]{0,14}历次(?:全体)?(?:会议|大会)`, 'gu')

/** 圆满完成十五届人民代表大会历次会议确定的任务: only what was carried out, not what is studied or looked back upon. */
export function readAllSessions(source: string): AllSessions[] {
  if (!source.includes('历次')) return []
  const { text, at, endAt } = viewOf(source)
  return [...text.matchAll(ALL)].flatMap(({ index, 0: surface, 1: term = '' }): AllSessions[] => {
    const before = text.slice(Math.max(0, index - 24), index).replace(/^.*[。；]/su, '')
    const behind = text.slice(index + surface.length, index + surface.length + 8)
    if (!/(?:落实|完成|贯彻|执行)[^，。]{0,10}$/u.test(before) || !/^(?:确定|决议|各项|部署|提出|通过)/u.test(behind) || /党|全国|省委|市委|县委|区委|纪委/u.test(before.slice(-6) + surface)) return []
    return [{ start: at(index), end: endAt(index + surface.length), term: readNumeral(term), surface }]
  })
}

/** 我受县十六届人大常委会委托 */
const BY = new RegExp(`(?:我?受|我?代表)[^，。；届\\d]{0,14}?第?(${N})届[^，。；届\\d]{0,16}(?:常务委员会|常委会|委员会)`, 'u')

/** The term of the committee that says that it reports; undefined where the paragraph says nothing of it. */
export function reportingTerm(text: string): number | undefined {
  if (!text.includes('届') || !/[受代]/u.test(text) || !/报告/u.test(text)) return undefined
  const term = BY.exec(viewOf(text).text)?.[1]
  return term === undefined ? undefined : readNumeral(term)
}

/** 全国政协十二届一次会议开幕。…代表政协第十二届…常务委员会作…报告: at its first session the new committee has nothing to report; that of the term before does. */
const SPEAKS = new RegExp(`代表[^，。；届\\d]{0,10}?(第(${N})届)[^，。；届\\d]{0,16}(?:常务委员会|常委会)(?:[，向大会]{0,4})(?:作|做)[^。；]{0,20}报告`, 'gu')

export function reportsAtFirst(text: string, sessions: readonly SessionMention[]): Clash[] {
  const first = sessions.find(({ number, quoted, does }) => number === 1 && !quoted && does !== 'ahead')
  if (!first || !text.includes('代表') || sessions.some(({ number, term }) => number !== 1 || term !== first.term)) return []
  const view = viewOf(text)
  return [...view.text.matchAll(SPEAKS)].flatMap(({ index, 0: surface, 1: own = '', 2: term = '' }): Clash[] => {
    const start = index + surface.indexOf(own)
    if (readNumeral(term) !== first.term || view.at(start) < first.start) return []
    return [{ at: { start: view.at(start), end: view.endAt(start + own.length) }, other: first, message: `${chineseInteger(first.term)}届一次会议上作报告的应为第${chineseInteger(first.term - 1)}届常务委员会，文中写作${own}` }]
  })
}

/** what a title says of another session on purpose: the proposals of the one before */
const OF_ANOTHER = /关于|以来|期间|建议|提案|议案|决议|决定|精神|落实|贯彻|办理|致辞/u

/** A session in the title that is not the one at which the line below says that the report was given: one number of the two differs. */
export function otherThanOccasion<P extends { text: string }>(all: readonly { in: P; role: string; it: SessionMention }[]): { at: { in: P; it: SessionMention }; title: { in: P; it: SessionMention } } | undefined {
  const at = all.find(({ it, role }) => it.role === 'at' && role !== 'title')
  const title = all.find(({ in: { text }, role, it }) => role === 'title' && it !== at?.it && !OF_ANOTHER.test(text))
  if (!at || !title || title.it.quoted || at.it.quoted || (title.it.organ !== '' && at.it.organ !== '' && title.it.organ !== at.it.organ) || title.it.national !== at.it.national) return undefined
  return (title.it.term === at.it.term) !== (title.it.number === at.it.number) ? { at, title } : undefined
}
