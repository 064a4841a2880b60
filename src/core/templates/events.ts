import type { Figure } from '../figures/figure.ts'
import { beginsSession } from './moving-sessions.ts'
import { quotedBy, type Change, type Step } from './step.ts'

/** 国际禁毒日, 国家宪法日: a day that comes every year */
const RECURRING = /^[^，。；0-9至到]{0,12}?(?:日|节|周|宣传月)(?:[，。；、“”]|活动|主题|系列|宣传|期间|当天|前后|开展|组织)/u
const EVERY = /每年?月?(?:的)?$/u
/** sports, fairs, rounds, batches: once under this number */
const NUMBERED = /[届次轮场批期季站]$/u
/** 第46次工作交流会, 第十五届委员会; a census or an exhibition is an event */
const MEETING = /^(?:[^，。；、]{0,12}?(?:会议|全会|代表大会|党代会|常委会|学习会|交流会|联席会|座谈会|主席会|主任会)|委员会|人民代表|人大|政协|常委)/u
const CONGRESS = /^(?:十[二三四五六七八九]|二十[一二三四五六七八九]?)大$/u
const DECADE_OR_CENTURY = /年代|世纪/u

/**
 * Dated events (9月, 2020年7月1日, 3月上旬), what bears a number of a series (第19届亚运会), and the sessions of others (二十届三中全会), out of the
 * figures of a paragraph. Dates of other years than the report's and those that come every year stay unmarked.
 */
export function eventMarks(text: string, figures: readonly Figure[], step: Step): Change[] {
  const marks = figures.flatMap((figure): Change[] => {
    const { start, end } = figure
    const surface = figure.text
    if (quotedBy(text, start) === '《') return []
    const before = text.slice(Math.max(0, start - 8), start).replace(/\s+/gu, '')
    const after = text.slice(end, end + 24).replace(/\s+/gu, '')
    if (figure.kind === 'date') {
      // 2023年1—11月: the year belongs to it
      const year = /(?:19|20)\d{2}\s?年\s?$/u.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? ''
      return isDated(year + surface, year === '' ? before : '', after, step) ? [{ start: start - year.length, end: withPart(text, end), review: 'event' }] : []
    }
    if (figure.kind !== 'session') return []
    // 十九届四中、五中全会
    if (/中(?:全会)?$/u.test(surface)) return [{ start, end: end + (/^(?:、[一二三四五六七]中)*(?:全会)?/u.exec(text.slice(end, end + 12))?.[0].length ?? 0), review: 'session' }]
    if (CONGRESS.test(surface)) return isPast(figure.value, step.to) ? [{ start, end, review: 'session' }] : []
    if (/^第[一1]次$/u.test(surface)) return [{ start, end, review: 'claim' }]
    // 第九届 of 第九届委员会第四次会议: moving-sessions.ts has spoken of it
    if (/届$/u.test(surface) && beginsSession(text, start)) return []
    if (!NUMBERED.test(surface)) return /届/u.test(surface) ? [{ start, end, review: 'session' }] : []
    return [{ start, end, review: MEETING.test(after) ? 'session' : 'event' }]
  })
  return joined(text, marks)
}

/** 9月15日至17日: one date */
function joined(text: string, marks: readonly Change[]): Change[] {
  const out: Change[] = []
  for (const mark of marks) {
    const before = out.at(-1)
    if (before?.review === 'event' && mark.review === 'event' && /^\s*[至到—–~～-]{1,2}\s*$/u.test(text.slice(before.end, mark.start))) before.end = mark.end
    else out.push({ ...mark })
  }
  return out
}

/** A date of the report's time: with a month or a quarter, and with no year or one of the report's. */
function isDated(surface: string, before: string, after: string, { from }: Step): boolean {
  if (DECADE_OR_CENTURY.test(surface) || !/[月日号]|季度|[-/.]\d{1,2}[-/.]/u.test(surface)) return false
  const year = /^(?:19|20)\d{2}/u.exec(surface)?.[0]
  if (year !== undefined && from !== null && Number(year) !== from && Number(year) !== from + 1) return false
  if (EVERY.test(before) || /^(?:份)?(?:底|末)/u.test(after) && /(?:12|十二)月$/u.test(surface)) return false
  return year !== undefined || !RECURRING.test(after)
}

/** 3月上旬, 9月底: the part of the month belongs to the date. */
const withPart = (text: string, end: number): number => end + (/^\s?(?:[上中下]旬|初|底|末|中)(?!\p{Script=Han}?[日月])/u.exec(text.slice(end, end + 4))?.[0].length ?? 0)

/** Has the next national congress of the Party met before the year ends? The twelfth met in 1982, and one every five years since. */
const isPast = (congress: number | null, year: number): boolean => congress !== null && year >= 1982 + (congress + 1 - 12) * 5
