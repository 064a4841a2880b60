import { readNumeral } from '../../../text/numerals.ts'
import { sentenceRanges } from '../../../text/sentences.ts'
import { daysBetween } from './calendar.ts'

/** What is wrong with a stretch of text (offsets in it). */
export interface DateSlip {
  start: number
  end: number
  message: string
  /** a further place that it was computed from */
  other?: { start: number; end: number }
  sure: boolean
}

const N = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const TO = '(?:至|到|—{1,2}|–|-|~|～|－)'
const DAYS = new RegExp(`(?<![\\d.一二三四五六七八九十])(?:(\\d{4})年)?${N}月${N}[日号]?(?:上午|下午|晚)?(?:起|开始)?，?(?:一直)?(?:持续|延续|延长)?${TO}(?:(\\d{4})年|(次年|翌年|来年|第二年|次|翌)|今年|当年|同年)?(?:${N}月(?:份)?)?${N}[日号](?!内|前)`, 'gu')
const MONTHS = new RegExp(`(?<![\\d.])(\\d{4})年(\\d{1,2})月(?:\\d{1,2}日|底|末|初)?(?:起|开始)?，?${TO}(\\d{4})年(\\d{1,2})月`, 'gu')
const YEARS = new RegExp(`(?<![\\d.A-Za-z/—–-])((?:19|20)\\d{2})年?${TO}((?:19|20)\\d{2})年(?!\\d{1,2}月)`, 'gu')
const PART = /(上半年|下半年|前三季度|(?<!前)第?[一二三四1-4]季度)（(\d{1,2})月?(?:—{1,2}|–|-|~|～|－|至|到)(\d{1,2})月(?:份)?）/gu
const PARTS: Readonly<Record<string, readonly [number, number]>> = { 上半年: [1, 6], 下半年: [7, 12], 前三季度: [1, 9] }
const LASTS = /(会期|为期|历时|连续)(?:共)?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?(?:天|日)(?![半多余左内后前])/gu
const CLOCK = /(?<!\d)(?:(上午|早上|清晨)\s?)?(\d{1,2})[时点](?:(\d{1,2})分(?!之|钟))?(?!\d)/gu
const COLON = /(上午|下午|晚上|中午|[日）])(\d{1,2})[:：](\d{2})(?![\d:：])/gu

/** Looked for first, since the patterns are slow and most paragraphs have nothing for them. */
const YEAR_TWICE = /(?:19|20)\d{2}.{0,12}[至到—–~～－-]{1,2}(?:19|20)\d{2}年/u

/** Ranges that end before they begin, parts of the year with other months, lengths that the dates do not bear out, times that no clock shows. Linear in the text. */
export function dateSlips(text: string): DateSlip[] {
  const out: DateSlip[] = []
  const spans: Span[] = []
  for (const match of /月.{0,12}[日号]/u.test(text) ? text.matchAll(DAYS) : []) {
    const [surface, y1, m1 = '', d1 = '', y2, next, m2, d2 = ''] = match
    const span: Span = { start: match.index, end: match.index + surface.length, year: y1 === undefined ? undefined : Number(y1), from: { month: readNumeral(m1), day: readNumeral(d1) }, to: { month: readNumeral(m2 ?? m1), day: readNumeral(d2) } }
    if (span.from.month > 12 || span.to.month > 12 || span.from.day > 31 || span.to.day > 31) continue
    const backwards = isBackwards(span, y2 === undefined ? undefined : Number(y2), next !== undefined)
    if (backwards) out.push({ start: span.start, end: span.end, message: `起止日期先后颠倒：${surface}`, sure: true })
    else if (y2 === undefined && next === undefined) spans.push(span)
  }
  for (const { index, 0: surface, 1: y1, 2: m1, 3: y2, 4: m2 } of YEAR_TWICE.test(text) ? text.matchAll(MONTHS) : []) {
    const covered = out.some(({ start, end }) => start <= index && index < end)
    if (!covered && Number(y2) * 12 + Number(m2) < Number(y1) * 12 + Number(m1)) out.push({ start: index, end: index + surface.length, message: `起止年月先后颠倒：${surface}`, sure: true })
  }
  for (const { index, 0: surface, 1: y1, 2: y2 } of YEAR_TWICE.test(text) ? text.matchAll(YEARS) : []) {
    if (Number(y2) < Number(y1)) out.push({ start: index, end: index + surface.length, message: `起止年份先后颠倒：${surface}`, sure: true })
  }
  for (const { index, 0: surface, 1: part = '', 2: m1, 3: m2 } of /[季年]度?（\d/u.test(text) ? text.matchAll(PART) : []) {
    const months = PARTS[part] ?? quarter(part)
    if (months[0] === Number(m1) && months[1] === Number(m2)) continue
    const at = index + part.length + 1
    out.push({ start: at, end: index + surface.length - 1, message: `${part}是${months[0]}—${months[1]}月，文中写作${surface.slice(part.length + 1, -1)}`, sure: true })
  }
  return [...out, ...(text.includes('年') ? works(text) : []), ...lengths(text, spans), ...clocks(text)]
}

interface Span {
  start: number
  end: number
  year: number | undefined
  from: { month: number; day: number }
  to: { month: number; day: number }
}

const quarter = (name: string): readonly [number, number] => {
  const n = readNumeral(name.replace(/[第季度]/gu, ''))
  return [3 * n - 2, 3 * n]
}

function isBackwards({ year, from, to }: Span, endYear: number | undefined, nextYear: boolean): boolean {
  if (nextYear) return false
  if (endYear !== undefined && year !== undefined) return endYear * 10000 + to.month * 100 + to.day < year * 10000 + from.month * 100 + from.day
  if (endYear !== undefined) return false
  if (to.month === from.month) return to.day < from.day
  if (to.month > from.month) return false
  // 11月15日至3月15日 goes over the turn of the year; 5月20日至4月5日 hardly does, unless it is a whole year from the first of a month (7月1日至6月30日)
  return from.month <= 9 && 12 - from.month + to.month >= 9 && !(from.day === 1 && to.month === from.month - 1 && to.day >= 28)
}

/** 1月10日至12日召开，会期4天: what the dates say of the length, where one sentence has one of each. */
function lengths(text: string, spans: readonly Span[]): DateSlip[] {
  if (spans.length === 0) return []
  const sentences = sentenceRanges(text)
  return [...text.matchAll(LASTS)].flatMap((match): DateSlip[] => {
    const start = match.index
    const sentence = sentences.find((s) => s.start <= start && start < s.end)
    const near = sentence ? spans.filter((s) => s.start >= sentence.start && s.end <= sentence.end) : []
    const [span] = near
    const [surface, word = '', numeral = ''] = match
    if (!span || near.length > 1 || Math.min(Math.abs(span.start - start), Math.abs(start - span.end)) > 40 || /[约近超]$/u.test(word)) return []
    const said = readNumeral(numeral.replace('两', '二'))
    const days = daysBetween({ year: span.year, ...span.from }, span.to)
    if (Number.isNaN(days) || Number.isNaN(said) || said === days) return []
    // 历时 may count the nights; a day of arrival is sometimes left out of what a meeting lasts
    const short = said === days - 1
    if (short && /历时|连续/u.test(word)) return []
    if (said < days - 1 && word === '连续') return []
    return [{ start, end: start + surface.length, message: `${text.slice(span.start, span.end)}共${days}天，文中写作${surface}`, other: { start: span.start, end: span.end }, sure: !short }]
  })
}

/** 2022年3月开工、2021年11月竣工 */
const WORKS = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?:\d{1,2}日|底|初|[上中下]旬)?(?:正式|全面)?(?:开工|动工|启动|立项|开建|签约|奠基|开始)[^。；\d]{0,14}((?:19|20)\d{2})年(\d{1,2})月(?:\d{1,2}日|底|初|[上中下]旬)?(?:正式|全面|顺利|全线|如期)?(?:竣工|完工|建成|投用|投产|通车|验收|完成|结项|交付|投入使用|结束)/gu

function works(text: string): DateSlip[] {
  return [...text.matchAll(WORKS)].flatMap(({ index, 0: surface, 1: y1, 2: m1, 3: y2, 4: m2 }) =>
    Number(y2) * 12 + Number(m2) < Number(y1) * 12 + Number(m1) ? [{ start: index, end: index + surface.length, message: `起止年月先后颠倒：${surface}`, sure: true }] : [],
  )
}

/** 8:30至17:70 */
const HOURS = /(?<![\d:：])(\d{1,2})[:：](\d{2})(?:至|到|—{1,2}|–|-|~|～|－)(\d{1,2})[:：](\d{2})(?![\d:：])/gu

/** 4月30日25时: an hour behind a day, where no length of time can stand */
const HOUR_OF_DAY = /(?<=\d)日(?:上午|下午|晚|夜间|凌晨)?(\d{2})时(?!间|段|效)/gu

function clocks(text: string): DateSlip[] {
  const out: DateSlip[] = []
  for (const { index, 0: surface, 1: hour } of /\d日[\p{Script=Han}]{0,2}\d\d时/u.test(text) ? text.matchAll(HOUR_OF_DAY) : []) {
    if (Number(hour) > 24) out.push({ start: index + surface.indexOf(hour ?? ''), end: index + surface.length, message: `没有${Number(hour)}时这一时刻`, sure: true })
  }
  for (const { index, 0: surface, 1: h1, 2: m1, 3: h2, 4: m2 } of /\d[:：]\d/u.test(text) ? text.matchAll(HOURS) : []) {
    // 25:18 may be a score
    if (Number(h1) <= 24 && Number(h2) <= 24 && (Number(m1) > 59 || Number(m2) > 59)) out.push({ start: index, end: index + surface.length, message: `没有这样的时刻：${surface}`, sure: true })
  }
  for (const { index, 0: surface, 1: half, 2: hour = '', 3: minute } of /\d[时点]/u.test(text) ? text.matchAll(CLOCK) : []) {
    const at = { start: index, end: index + surface.length, sure: true }
    if (minute !== undefined && Number(minute) > 59 && Number(hour) <= 24) out.push({ ...at, message: `没有${Number(minute)}分这一时刻：${surface}` })
    else if (half !== undefined && Number(hour) >= 13 && Number(hour) <= 24) out.push({ ...at, message: `${half}没有${Number(hour)}时：${surface}` })
  }
  for (const { index, 0: surface, 1: lead = '', 2: hour, 3: minute } of /\d[:：]\d/u.test(text) ? text.matchAll(COLON) : []) {
    if (Number(hour) <= 24 && Number(minute) > 59) out.push({ start: index + lead.length, end: index + surface.length, message: `没有${Number(minute)}分这一时刻：${surface.slice(lead.length)}`, sure: true })
  }
  return out
}
