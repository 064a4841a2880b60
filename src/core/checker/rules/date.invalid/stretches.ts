import { readNumeral } from '../../../text/numerals.ts'
import { daysBetween } from './calendar.ts'
import type { DateSlip } from './spans.ts'

/** Stretches of hours, of days with their number beside them, and of months. Offsets in the text that was read; linear in its length. */

const TO = '(?:至|到|—{1,2}|–|-|~|～|－)'
const HOURS = new RegExp(`(?<![\\d.])(\\d{1,2})月(\\d{1,2})日(\\d{1,2})时(?:(\\d{1,2})分)?起?${TO}(?:(\\d{1,2})月)?(\\d{1,2})日(\\d{1,2})时(?:(\\d{1,2})分)?`, 'gu')
const DAYS = `(?<month>\\d{1,2})月(?<day>\\d{1,2})日${TO}(?:(?<toMonth>\\d{1,2})月)?(?<toDay>\\d{1,2})日`
const N = '(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,3})'
/** 10月1日至8日）共7天 */
const DAYS_FIRST = new RegExp(`(?<![\\d.])${DAYS}(?:[）)])?，?(?:假期)?(?:共计?|合计)${N}(?:天|日)(?![半多余内])`, 'gu')
/** 假期8天（2月10日至16日） */
const COUNT_FIRST = new RegExp(`(?<![\\d.第])${N}(?:天|日)(?:的?\\p{Script=Han}{0,6})?[（(](?:即|自|从|时间为?)?(?:\\d{4}年)?${DAYS}[）)]`, 'gu')
const MONTHS = /(?<![\d.])(\d{1,2})月?[—–-]{1,2}(1[3-9]|[2-9]\d)月(?!龄|大|婴)/gu

/** 7月22日20时至7月21日8时, 3月1日至5日共7天, 1—13月. */
export function wrongStretches(text: string): DateSlip[] {
  const out: DateSlip[] = []
  for (const { index, 0: surface, 1: m1, 2: d1, 3: h1, 4: min1, 5: m2, 6: d2, 7: h2, 8: min2 } of /日\d{1,2}时.{0,8}日\d/u.test(text) ? text.matchAll(HOURS) : []) {
    const [from, to] = [Number(m1), Number(m2 ?? m1)]
    const minutes = (day: string | undefined, hour: string | undefined, minute: string | undefined): number => (Number(day) * 24 + Number(hour)) * 60 + Number(minute ?? 0)
    // 7月31日20时至1日8时: of the next month
    const turns = m2 === undefined && Number(d1) >= 28 && Number(d2) <= 3
    if (from === to && !turns && minutes(d2, h2, min2) < minutes(d1, h1, min1)) out.push({ start: index, end: index + surface.length, message: `起止时间先后颠倒：${surface}`, sure: true })
  }
  if (/[共（(天日]/u.test(text) && /月\d{1,2}日.{1,6}\d日/u.test(text)) {
    for (const pattern of [DAYS_FIRST, COUNT_FIRST]) for (const match of text.matchAll(pattern)) out.push(...wrongNumberOfDays(match))
  }
  for (const { index, 0: surface, 2: to } of /[—–-]\d\d月/u.test(text) ? text.matchAll(MONTHS) : []) out.push({ start: index, end: index + surface.length, message: `没有${to ?? ''}月`, sure: true })
  return out
}

/** More days than there are from one to the other. Fewer may be the working days of them, save of a holiday, in which all count. */
function wrongNumberOfDays(match: RegExpMatchArray): DateSlip[] {
  const { month = '', day = '', toMonth, toDay = '', count = '' } = match.groups ?? {}
  const [surface] = match
  const start = match.index ?? 0
  const before = match.input?.slice(Math.max(0, start - 30), start) ?? ''
  const days = daysBetween({ year: undefined, month: Number(month), day: Number(day) }, { month: Number(toMonth ?? month), day: Number(toDay) })
  // 5月6日至10日、5月13日至17日，共10天: the range is one of several
  if (/\d日[^。；）共]{0,12}$/u.test(before)) return []
  const said = readNumeral(count.replace('两', '二'))
  if (Number.isNaN(days) || days < 1 || said === days || Number.isNaN(said)) return []
  // without the year February may have a day more or less
  if (toMonth !== undefined && Number(month) === 2 && said === days - 1) return []
  const holiday = /假期|长假|放假/u.test(before.slice(-8) + surface)
  if (said < days && !holiday) return []
  return [{ start, end: start + surface.length, message: `${month}月${day}日至${toMonth === undefined ? '' : `${toMonth}月`}${toDay}日共${days}天，文中写作${count}天`, sure: false }]
}
