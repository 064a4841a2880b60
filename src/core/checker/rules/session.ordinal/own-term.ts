import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { LONG } from '../../part.ts'
import { viewOf } from '../../view.ts'
import type { SessionMention } from './mentions.ts'

/** The term that a report says is under way, beside a session of the term before, where work of the year is told (政协章程: a term is of five years). */

/** 政协第十一届委员会履职的第三年: the term, and that it is no longer in its first year */
const UNDER_WAY = new RegExp(`第?(${N})届[^，。；届次]{0,14}(?:履职|任期|履行职[责能]|工作)的?(?:第[二三四五]年|[^，。；]{0,2}(?:承上启下|中期|收官|最后一年))`, 'u')
/** the committee that reports, in the title: 十一届县政协常委会工作报告 */
const TITLE = new RegExp(`第?(${N})届[^，。；届次]{0,12}常(?:务)?委(?:员)?会[^，。；届次]{0,8}(?:工作)?(?:报告|总结)`, 'u')

/** The term under way, as this paragraph or title says; undefined where it says nothing of it. */
export function termUnderWay(source: string, role: string): number | undefined {
  if (!source.includes('届')) return undefined
  const { text } = viewOf(source)
  const term = (/年|期/u.test(text) ? UNDER_WAY.exec(text)?.[1] : undefined) ?? (role === 'title' || role === 'subtitle' ? TITLE.exec(text)?.[1] : undefined)
  return term === undefined || /党|工会|全国/u.test(text.slice(0, 40)) ? undefined : readNumeral(term)
}

const OF_THE_YEAR = /^(?:召开)?(?:期间|以来)|^(?:的)?(?:委员|代表)?(?:提案|建议|议案)/u
const TOLD_APART = /上一?届|历届|往届|[比较]|遗留|结转|首次|回访|回头看|跨届|\d{4}年.{0,6}届/u

/**
 * 十届三次会议期间收到的提案已办复 in a report of the eleventh term: sessions of the term before, by a number that lies years back. Silent where the text looks back
 * on a term, and of first and fifth sessions: the one may stand for its term, the other is the last before this one.
 */
export function ofTermBefore<P extends { text: string }>(all: readonly { in: P; sessions: readonly SessionMention[]; under?: number | undefined }[]): { in: P; it: SessionMention; term: number }[] {
  const terms = new Set(all.flatMap(({ under }) => (under === undefined ? [] : [under])))
  const [term] = terms
  if (term === undefined || terms.size !== 1) return []
  return all.flatMap(({ in: paragraph, sessions }) =>
    sessions.flatMap((it) => {
      const behind = paragraph.text.slice(it.end, it.end + 8)
      const isOld = it.term === term - 1 && it.number > 1 && it.number < 5 && !it.national && !it.quoted && it.role !== 'at'
      return isOld && OF_THE_YEAR.test(behind) && !TOLD_APART.test(paragraph.text) && !LONG.test(paragraph.text) ? [{ in: paragraph, it, term }] : []
    }),
  )
}
