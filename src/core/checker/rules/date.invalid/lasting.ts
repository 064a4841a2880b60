import { readNumeral } from '../../../text/numerals.ts'
import { sentenceRanges } from '../../../text/sentences.ts'
import { daysFrom } from './calendar.ts'
import type { DateSlip } from './spans.ts'

/** A day or a month, as it is told. */
interface Told {
  year: number | undefined
  month: number
  day: number | undefined
}

const TO = '(?:至|到|—{1,2}|–|-|~|～|－)'
const PART = '(?:份|初|底|末|[上中下]旬)?'
/** 2024年3月1日起至5月31日, 3月至5月 */
const RANGE = new RegExp(`(?<![\\d.])(?:(\\d{4})年)?(\\d{1,2})月(?:(\\d{1,2})[日号]|${PART})(?:起|开始)?，?${TO}(?:(\\d{4})年|(次年|翌年|来年|第二年))?(\\d{1,2})月(?:(\\d{1,2})[日号]|${PART})`, 'gu')
const LASTS = /(?:为期|历时|持续)(半年|(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个月|周|个星期|年))(?![半多余左内后前以])/gu
/** What may stand between the dates and the length, either way: nothing that could be one of several parts of the time. */
const BEFORE_LENGTH = /^[，）)]?(?:(?:在?全[省市县区院校](?:范围内?)?|我[省市县区]|集中|组织|部署|深入|扎实|统筹|联合|牵头)*(?:开展|进行|实施|启动|举办|推进|组织)了?)?$/u
const AFTER_LENGTH = /^的?[^，。；、：\d每期次轮批]{0,16}[（(，](?:从|自|时间[为是]?)?$/u

/** How many days may be called so. */
function daysOf(length: string): { low: number; high: number } {
  if (length === '半年') return { low: 155, high: 215 }
  const n = readNumeral((/^(?:\d+|[一二两三四五六七八九十]+)/u.exec(length)?.[0] ?? '').replace('两', '二'))
  if (length.endsWith('月')) return { low: 28 * n - 8, high: 31 * n + 12 }
  if (length.endsWith('年')) return { low: 365 * n - 45, high: 366 * n + 45 }
  return { low: 7 * n - 4, high: 7 * n + 3 }
}

/** How many days lie between two dates or months: at least and at most, since a month alone may mean its beginning or its end. */
function daysIn(from: Told, to: Told, nextYear: boolean): { low: number; high: number } | undefined {
  if (from.year === undefined && to.year !== undefined) return undefined
  const first = from.year ?? COMMON
  // 11月1日至1月31日 goes over the turn of the year
  const over = nextYear || (to.year === undefined && from.month >= 10 && to.month <= 3 && to.month < from.month)
  const last = (to.year ?? first) + (over ? 1 : 0)
  const apart = (last - first) * 12 + to.month - from.month
  if (apart < 0 || apart > 60) return undefined
  if (from.day !== undefined && to.day !== undefined) {
    const days = daysFrom({ year: first, month: from.month, day: from.day }, { year: last, month: to.month, day: to.day })
    return { low: days, high: days }
  }
  return { low: apart * 30 - 15, high: (apart + 1) * 31 + 2 }
}

/** stands for a year that is not told: one without 29 February, of which a day more or less says nothing here */
const COMMON = 2023

/** 自3月1日起至5月31日，开展为期两个月的…: a length in months, weeks or years that the dates of its sentence do not bear out. Days are counted in `spans.ts`. */
export function wrongLengths(text: string): DateSlip[] {
  if (!/(?:为期|历时|持续)[^天日，。]{1,6}[月年周星]/u.test(text)) return []
  const sentences = sentenceRanges(text)
  return [...text.matchAll(LASTS)].flatMap((match): DateSlip[] => {
    const [surface, length = ''] = match
    const start = match.index
    const end = start + surface.length
    const sentence = sentences.find((s) => s.start <= start && start < s.end)
    if (!sentence || /[约近超]$/u.test(text.slice(0, start))) return []
    const ranges = [...text.slice(sentence.start, sentence.end).matchAll(RANGE)]
    const [range] = ranges
    if (!range || ranges.length > 1) return []
    const at = { start: sentence.start + range.index, end: sentence.start + range.index + range[0].length }
    const between = at.end <= start ? text.slice(at.end, start) : text.slice(end, at.start)
    if (!(at.end <= start ? BEFORE_LENGTH : AFTER_LENGTH).test(between)) return []
    const [, y1, m1, d1, y2, next, m2, d2] = range
    const number = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits))
    const days = daysIn({ year: number(y1), month: Number(m1), day: number(d1) }, { year: number(y2), month: Number(m2), day: number(d2) }, next !== undefined)
    const said = daysOf(length)
    if (!days || Number.isNaN(said.low) || (days.low <= said.high && days.high >= said.low)) return []
    const shown = days.high === days.low ? `共${days.low}天` : `约${Math.round(days.low / 30)}至${Math.round(days.high / 31)}个月`
    return [{ start, end, message: `${text.slice(at.start, at.end)}${shown}，文中写作${surface}`, other: at, sure: false }]
  })
}

const FROM_MONTH = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?:\d{1,2}日|底|初|[上中下]旬)?(?:正式|全面|率先)*(?:启动|开始|开展|部署开展|实施|动工|开工)(?:以来)?[^。；\d年]{0,12}?(?:到|至|于)(同年|当年)?(\d{1,2})月(?:\d{1,2}日|底|末|初|[上中下]旬)?(?:正式|全面|全部|顺利|基本|圆满|已|如期)*(?:结束|完成|竣工|收官|完工|验收|投用|建成|收尾)/gu
const TO_COME = /将|拟|计划|预计|力争|争取|确保|目标/u

/**
 * 从2024年7月启动，到6月底全面结束: the end before the beginning, its year understood. Only in a report on that year, which cannot know of the summer of the
 * next; what ends early in the year may have been over when the report was delivered, and a school year ends in summer.
 */
export function endsBeforeItBegins(text: string, reported: number | null): DateSlip[] {
  if (!text.includes('月') || !/启动|开始|开展|实施|动工|开工/u.test(text)) return []
  return [...text.matchAll(FROM_MONTH)].flatMap(({ index, 0: surface, 1: year, 2: from, 3: same, 4: to }): DateSlip[] => {
    const [begun, ended] = [Number(from), Number(to)]
    if (begun > 12 || ended > 12 || ended >= begun || TO_COME.test(surface)) return []
    if (same === undefined && (Number(year) !== reported || ended <= 3 || (begun >= 8 && begun <= 9 && ended >= 5) || /学年|学期/u.test(text))) return []
    return [{ start: index, end: index + surface.length, message: `起止年月先后颠倒：${surface}`, sure: same !== undefined }]
  })
}
