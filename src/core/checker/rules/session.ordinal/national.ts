import calendar from '#resources/sessions.json'
import { SESSIONS_PER_TERM } from '../../../figures/plenary-sessions.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import type { Finding } from '../../finding.ts'
import { LONG, partOf } from '../../part.ts'
import type { CheckedParagraph, ReportContext } from '../../rule.ts'
import type { PartyMention, SessionMention } from './mentions.ts'

const CONGRESSES: Readonly<Record<string, string>> = calendar.congresses
const PLENUMS: Readonly<Record<string, readonly string[]>> = calendar.plenums
const TERMS: Readonly<Record<string, number>> = calendar.terms
/** the last month of which the calendar knows whether a plenum met */
const LATEST = [calendar.until, ...Object.values(PLENUMS).flat()].sort().at(-1) ?? ''

/** The month in which a congress or plenum met; undefined where the calendar does not know it. */
const heldIn = ({ term, number }: PartyMention): string | undefined => (number === 0 ? CONGRESSES[term] : PLENUMS[term]?.[number - 1])

const dateOf = ({ year, month }: { year: number; month?: number }): string => (month === undefined ? `${year}年` : `${year}年${month}月`)
const inWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** 2024年3月，全国政协十四届三次会议召开: the session against the year that the sentence gives it. */
export function nationalSession(context: ReportContext, paragraph: CheckedParagraph, mention: SessionMention): Finding[] {
  const { held, term, number } = mention
  const first = TERMS[term]
  if (!held || first === undefined || number < 1) return []
  const right = first + number - 1
  if (number <= SESSIONS_PER_TERM && (right === held.year || (held.assumed === true && right === held.year + 1))) return []
  // which of the two numbers is wrong: the one that the year would put right alone
  const termOfYear = Object.entries(TERMS).find(([, from]) => held.year >= from && held.year < from + SESSIONS_PER_TERM)
  if (!termOfYear) return []
  const expected = { term: Number(termOfYear[0]), number: held.year - termOfYear[1] + 1 }
  const message = `${dateOf(held)}召开的是${chineseInteger(expected.term)}届${chineseInteger(expected.number)}次会议，文中写作${mention.surface}`
  const at = expected.number === number ? mention.termAt : mention.numberAt
  return [context.finding(message, [{ in: paragraph, start: mention.start, end: mention.end }, { in: paragraph, ...at }, { in: paragraph, ...held.at }])]
}

/** 传达学习全国人大十五届三次会议精神: a session of a term, or of a year, that had not come when the report was given. */
export function sessionToCome(context: ReportContext, paragraph: CheckedParagraph, { term, number, start, end, surface, does, held, before, quoted }: SessionMention, reportedUntil: string | undefined): Finding[] {
  if (held || quoted || reportedUntil === undefined || does === 'ahead' || /将|迎接|筹备|即将|拟|选举|换届|推荐|提名/u.test(before)) return []
  const [newest = 0, from = 0] = Object.entries(TERMS).map(([n, year]) => [Number(n), year] as const).sort((a, b) => b[0] - a[0])[0] ?? []
  const [year = 0, month = 0] = reportedUntil.split('-').map(Number)
  // the sessions open in March
  const latest = month >= 3 ? year : year - 1
  const first = TERMS[term] ?? (term === newest + 1 ? from + SESSIONS_PER_TERM : undefined)
  if (first === undefined || number < 1 || number > SESSIONS_PER_TERM || first + number - 1 <= latest) return []
  return [context.finding(`${surface}应在${first + number - 1}年召开，报告作出时尚未召开`, [{ in: paragraph, start, end }])]
}

/** 二十一届四中: where its term begins, if it stands right in front */
function termStart(text: string, { term, start }: PartyMention): number {
  const words = `${chineseInteger(term)}届`
  return text.slice(0, start).endsWith(words) ? start - words.length : start
}

/** 2024年7月，二十届四中全会召开; a plenum that had not met when the report was given. */
export function partySession(context: ReportContext, paragraph: CheckedParagraph, mention: PartyMention, reportedUntil: string | undefined): Finding[] {
  const { held, ahead, surface } = mention
  const met = heldIn(mention)
  const places: [{ in: CheckedParagraph; start: number; end: number }] = [{ in: paragraph, start: mention.start, end: mention.end }]
  if (held && met !== undefined) {
    const same = Number(met.slice(0, 4)) === held.year && (held.month === undefined || Number(met.slice(5)) === held.month)
    if (!same) {
      // 2024年7月，十九届三中全会: the term is what is wrong, where that month's plenum bears the number
      const ofMonth = plenumIn(held.year, held.month ?? 0)
      const term = ofMonth?.number === mention.number ? [{ in: paragraph, ...mention.termAt }] : []
      return [context.finding(`${surface}于${inWords(met)}召开，文中写作${dateOf(held)}`, [...places, ...term, { in: paragraph, ...held.at }])]
    }
    return []
  }
  if (held && held.month !== undefined && met === undefined && `${held.year}-${String(held.month).padStart(2, '0')}` <= LATEST) {
    return [context.finding(`${dateOf(held)}尚未召开${surface}`, [...places, { in: paragraph, ...held.at }])]
  }
  const told = mention.inMonth && toldInMonth(context, paragraph, mention, mention.inMonth, met)
  if (told) return [told]
  if (ahead || reportedUntil === undefined) return []
  if (mention.number > 7 && PLENUMS[mention.term] !== undefined) return [context.finding(`一届中央委员会一般召开七次全会，文中写作${surface}`, places)]
  // the next congress comes five years after the last one
  const [newest = 0] = Object.keys(CONGRESSES).map(Number).sort((a, b) => b - a)
  if (mention.number > 0 && mention.term > newest && reportedUntil < `${Number((CONGRESSES[newest] ?? '').slice(0, 4)) + 5}-01`) return [context.finding(`党的${chineseInteger(mention.term)}大尚未召开，文中写作${surface}`, [{ in: paragraph, start: termStart(paragraph.text, mention), end: mention.end }])]
  // 学习党的二十一大精神 before it is held
  if (mention.number === 0 && mention.term > newest && /^(?:的)?(?:精神|报告|以来|胜利召开|作出|提出|部署|确定)/u.test(paragraph.text.slice(mention.end, mention.end + 6)) && reportedUntil < `${Number((CONGRESSES[newest] ?? '').slice(0, 4)) + 5}-01`) return [context.finding(`党的${chineseInteger(mention.term)}大尚未召开，文中写作${surface}`, places)]
  // of a term whose plenums the calendar does not know at all, nothing is certain
  const known = mention.number === 0 ? CONGRESSES[mention.term] : PLENUMS[mention.term]
  if (met === undefined ? known !== undefined && reportedUntil <= LATEST && mention.number > 0 : met > reportedUntil) {
    return [context.finding(met === undefined ? `报告作出时${surface}尚未召开` : `${surface}于${inWords(met)}召开，在本报告之后`, places)]
  }
  return []
}

/** The plenum that met in this month; undefined where none did, or two. */
function plenumIn(year: number, month: number): { term: number; number: number } | undefined {
  const at = `${year}-${String(month).padStart(2, '0')}`
  const met = Object.entries(PLENUMS).flatMap(([term, months]) => months.flatMap((it, i) => (it === at ? [{ term: Number(term), number: i + 1 }] : [])))
  return met.length === 1 ? met[0] : undefined
}

/**
 * 10月，二十届三中全会胜利闭幕后 in a report on 2025, in whose October the fourth met: a month of the year reported on, in which another plenum met, or (where nothing
 * else is told of the month) in which this one of the same year did not.
 */
function toldInMonth({ year, finding }: ReportContext, paragraph: CheckedParagraph, mention: PartyMention, { month, at, after }: NonNullable<PartyMention['inMonth']>, met: string | undefined): Finding | undefined {
  if (year === null || mention.ahead || partOf(paragraph.path, year) === 'plan' || LONG.test(paragraph.text) || /去年|上年|前年|\d{4}年/u.test(paragraph.text.replaceAll(`${year}年`, ''))) return undefined
  const ofMonth = plenumIn(year, month)
  const places: [{ in: CheckedParagraph; start: number; end: number }, ...{ in: CheckedParagraph; start: number; end: number }[]] = [{ in: paragraph, start: mention.start, end: mention.end }, { in: paragraph, ...at }]
  if (ofMonth) {
    const right = `${chineseInteger(ofMonth.term)}届${chineseInteger(ofMonth.number)}中全会`
    return right === mention.surface ? undefined : finding(`${year}年${month}月召开的是${right}，文中写作${mention.surface}`, places)
  }
  return !after && met?.startsWith(`${year}-`) && Number(met.slice(5)) !== month ? finding(`${mention.surface}于${inWords(met)}召开，文中写作${month}月`, places) : undefined
}
