import type { AnniversaryMention, KnownEvent } from '../../../figures/anniversaries.ts'
import { LONG, partOf } from '../../part.ts'
import type { Frame, ReadParagraph } from '../../rule.ts'
import { sentenceIndex, sentencesOf } from '../../reading.ts'

const THIS_MONTH = /(?:^|[，；])今年(?:\d{1,2}月)?/u

/** 协会自1998年成立以来…。我们举办了协会成立20周年: is the body that the anniversary is of the one with which an earlier sentence begins? */
function isNamedBefore(text: string, words: string, until: number): boolean {
  const body = /^(\p{Script=Han}{2,8})(?:成立|创办|创建|组建|挂牌)$/u.exec(words.replace(/^.*(?:举[办行]了?|召开了?|庆祝|纪念|迎来|喜迎|以|是|在|值|逢)/u, ''))?.[1]
  return body !== undefined && text.slice(0, until).split('。').some((earlier) => earlier.startsWith(body))
}

/** The right number, the year it follows from, and whether the text leaves no other reading. */
export interface Expected {
  year: number
  years: number
  sure: boolean
}

/** How far off a number may be and still be a slip; beyond it, the text speaks of an earlier anniversary unless it says this year. */
const SLIP = 2
const LARGEST_SLIP = 30

const SAID = /(?:^|[，；。\s])((?:19|20)\d{2})\s{0,2}年，?(?:是|既是|正值|恰逢|适逢|也是|迎来|喜迎|，?我们(?:迎来|隆重))/u
const DIRECT = /(?<!\d)((?:19|20)\d{2})年(?:度)?，?(?:我们|我[省市县区镇乡校院]|全[镇乡校院区社]|上下|各级|各地|党员|干部|群众|师生|职工|共同|一道|精心|隆重|热烈|深入开展|开展|组织|举办|举行|全国|全市|全省|全县)*(?:庆祝|纪念|迎接|喜迎|迎来)[^，。；：！？\d年]{2,24}$/u
/** 在2024年澳门回归祖国35周年之际: the year right in front of the event, and nothing made or opened for it */
const ADJACENT = /(?<!\d)((?:19|20)\d{2})年(?:的|，)?(?:是|正值|恰逢|适逢|在|以|迎来|迎|举行|举办|庆祝|纪念|，)*[“”\p{Script=Han}]{2,22}$/u
const MADE = /建|设立|出版|创作|拍摄|开馆|启用|落成|发行|颁发|编|曾|前|以来|至|到|筹|拟|将|计划|谋划|准备/u
/** what may be named after an anniversary long past */
const NAMED_AFTER = /^(?:的|”)?(?:纪念|主题)?(?:馆|园|公园|广场|碑|塔|林|邮|币|章|展|路|大道|工程|项目|时|图书|画册|大阅兵|阅兵|成果|献礼)/u
const NOW = /今年(?!以来)|值此|正值|恰逢|适逢|迎来/u
const KEPT = /隆重|庆祝|纪念|值此|为契机|之际|迎来|喜迎/u
const AHEAD = /将(?!近)|(?<![重主必需只紧首摘])要(?![求素点闻案])|计划|拟|明年|来年|迎接|展望|力争|确保|筹备|谋划|即将|新的一年/u
/** 今年是…60周年: of this year and no other, however far the number is off */
const THIS_YEAR = /今年是|今年既是|今年适逢|今年恰逢|今年正值|今年迎来/u
/** the year of the celebration stands at the head of the sentence or clause */
const STATED = /(?:^|[，；])(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?，?[^，。；\d]{0,16}$/u
/** the same before a longer clause: 2024年11月，全校师生欢聚一堂，庆祝建校 */
const STATED_AT_HEAD = /(?:^|[；])(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?，[^。；\d]{0,40}$/u
/** the beginning of the body itself, with no other named: 庆祝建校, 喜迎成立 */
const OWN_WORDS = /^(?:[^，。]{0,4}(?:庆祝|纪念|喜迎|迎来|迎接|适逢|恰逢|正值|以|在|隆重|热烈))?(?:建校|建院|建馆|建社|建会|建所|建局|建厂|建园|建台|建站|办学|办院|成立|创办|创建)$/u
/** a day without a year is one of the year reported on */
const DAY = /^[^，。；]{0,4}\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|初)?，[^。；\d]{0,30}$/u
/** 2023年，市政协以纪念…: the sentence begins with its year and keeps the day in it */
const STATED_KEEPS = /^(?:19|20)\d{2}年，?(?:[^，。；\d]{0,16}，){0,2}[^，。；\d]{0,12}?(?:以|值|在|借|紧扣|围绕|抓住)(?:庆祝|纪念|迎接|喜迎)[^，。；\d]{2,24}$/u
const DONE = /\d\s*(?:余|多)?(?:场|次|期|名|人|件|篇|条|幅|部|册|万字|批|户|个)/u

/** What the number should be; undefined where the text may be right. `event` may be one that only this text dates. */
export function expectedYears(paragraph: ReadParagraph, mention: AnniversaryMention, event: KnownEvent, frame: Frame, others: readonly AnniversaryMention[]): Expected | undefined {
  const { text } = paragraph
  const { year } = frame
  const sentences = sentencesOf({ text })
  const sentence = sentences[sentenceIndex(sentences, mention.start)] ?? { start: 0, end: text.length }
  const before = text.slice(sentence.start, mention.start)
  const whole = text.slice(sentence.start, sentence.end)
  const origins = [event.year, ...(event.or ?? [])]
  const fits = (y: number): boolean => origins.some((origin) => y - origin === mention.years)
  const stated = [...before.matchAll(/(?<!\d)((?:19|20)\d{2})\s{0,2}年(?!代)/gu)].map((m) => Number(m[1])).filter((y) => !origins.includes(y))
  const said = SAID.exec(before)
  if (said && stated.length === 1) {
    const y = Number(said[1])
    const years = y - event.year
    return fits(y) || years < 1 ? undefined : { year: y, years, sure: true }
  }
  // 以2021年庆祝中国共产党成立100周年为契机: the year stands right in front
  const direct = stated.length === 1 ? DIRECT.exec(before) : null
  if (direct) {
    const years = Number(direct[1]) - event.year
    if (!fits(Number(direct[1])) && years >= 1 && Math.abs(years - mention.years) <= LARGEST_SLIP) return { year: Number(direct[1]), years, sure: false }
  }
  // the year in front of the event itself; a year on, the next anniversary is kept
  const adjacent = mention.event && stated.length === 1 ? ADJACENT.exec(before) : null
  if (adjacent && !MADE.test(adjacent[0].replace(/(?:成立|建立|建党|建军|建国|建政|建团|建队|建校)$/u, '')) && !NAMED_AFTER.test(text.slice(mention.end))) {
    const years = Number(adjacent[1]) - event.year
    if (![0, 1].some((on) => fits(Number(adjacent[1]) + on)) && years >= 1 && Math.abs(years - mention.years) <= LARGEST_SLIP) return { year: Number(adjacent[1]), years, sure: false }
  }
  const now = isNow(paragraph, before, whole, stated, frame)
  // the year to come keeps its own anniversary, but hardly a 76th after this year's 75th
  const uneven = year !== null && stated.length === 0 && event.year + mention.years === year + 1 && (year - event.year) % 5 === 0 && partOf(paragraph.path, year) !== 'plan' && !AHEAD.test(whole) && !text.includes(String(year + 1))
  const fitting = [...stated, ...(now ? [] : stated.map((y) => y + 1)), ...(year === null ? [] : now || uneven ? [year] : [year, year + 1])]
  if (fitting.some(fits)) return undefined
  // 新中国成立70周年、建党100周年: a look back on several years
  if (stated.length === 0 && others.some((other) => other.event !== undefined && other.event.year + other.years !== event.year + mention.years && other.start >= sentence.start && other.end <= sentence.end && year !== null && other.event.year + other.years < year)) return undefined
  const beside = yearBeside(text, before, frame)
  if (beside !== undefined && ![beside, beside + 1, beside - 1, ...(year === null ? [] : [year, year + 1])].some(fits) && beside > event.year && Math.abs(beside - event.year - mention.years) <= LARGEST_SLIP) return { year: beside, years: beside - event.year, sure: false }
  const reference = stated.at(-1) ?? year
  if (reference === null || reference === undefined) return undefined
  const years = reference - event.year
  const off = Math.abs(years - mention.years)
  const withinTerm = stated.length === 0 && year !== null && event.year + mention.years >= year - 5 && event.year + mention.years <= year
  if (years < 1 || (withinTerm && (LONG.test(text) || paragraph.path.some((heading) => LONG.test(heading))))) return undefined
  if (stated.length === 0 && !now && [...text.matchAll(/(?<!\d)((?:19|20)\d{2})\s{0,2}年/gu)].some((m) => fits(Number(m[1])))) return undefined
  if (off <= SLIP) return { year: reference, years, sure: now || !uneven }
  // 建于1959年，2019年举行建馆50周年活动: the sentence gives both years
  if (stated.length === 1 && off <= LARGEST_SLIP && origins.some((origin) => before.includes(`${origin}年`))) return { year: reference, years, sure: false }
  // 创办于1956年。2026年，建校60周年: the text dates the event, and one digit is wrong
  const plain = mention.event === undefined && text.charAt(mention.end) !== '的' && off <= LARGEST_SLIP
  const single = plain && !/前身|曾|当年|合并|更名|分[校院馆店社]/u.test(text)
  if (plain && off % 10 === 0 && (stated.length === 1 ? STATED.test(before) || (single && STATED_AT_HEAD.test(before) && OWN_WORDS.test(mention.before)) : now)) return { year: reference, years, sure: false }
  // 始建于1949年。2024年，以建院70周年为契机: the body's own beginning, that the text dates, in the year at the head; no year of the text comes to the number
  const told = [...text.matchAll(/(?<!\d)((?:18|19|20)\d{2})\s{0,2}年/gu)].map((m) => Number(m[1]))
  if (single && ((stated.length === 1 && STATED_AT_HEAD.test(before)) || (now && THIS_MONTH.test(before))) && (OWN_WORDS.test(mention.before) || isNamedBefore(text, mention.before, sentence.start)) && !told.some((y) => Math.abs(reference - y - mention.years) <= 1)) return { year: reference, years, sure: false }
  // 10月18日，建校75周年校友代表座谈会如期举行: on a day of this year, in the words of the body's own beginning
  if (single && stated.length === 0 && DAY.test(before) && OWN_WORDS.test(mention.before) && year !== null && partOf(paragraph.path, year) !== 'plan' && !AHEAD.test(whole)) return { year: reference, years, sure: false }
  if (now && off <= LARGEST_SLIP && THIS_YEAR.test(before)) return { year: reference, years, sure: false }
  // 2023年，市政协以纪念改革开放35周年为契机: kept in the year at the head of the sentence
  if (stated.length === 1 && off <= LARGEST_SLIP && STATED_KEEPS.test(before) && /^(?:系列活动|活动)?(?:为契机|之际|为主题|为主线|为抓手|为载体)/u.test(text.slice(mention.end)) && !/曾|当年|那年|以来|至今/u.test(whole)) return { year: reference, years, sure: false }
  // 以纪念抗战胜利70周年为契机 in a report on 2025: kept this year, so it cannot be the one of ten years ago
  const kept = KEPT.test(whole) && stated.length === 0 && !LONG.test(text) && !paragraph.path.some((heading) => LONG.test(heading)) && !/曾|当年|那年|以来|至今/u.test(whole) && !/^[^，。；]{0,6}展/u.test(text.slice(mention.end))
  return kept && off <= LARGEST_SLIP && (now || partOf(paragraph.path, year) !== 'plan') ? { year: reference, years, sure: false } : undefined
}

/** 今年是…85周年。2025年9月，…: the only year that the text names, where nobody said which one it reports on; undefined where there is none. */
function yearBeside(text: string, before: string, { year, yearIsGiven }: Frame): number | undefined {
  if (yearIsGiven || !THIS_YEAR.test(before)) return undefined
  const named = new Set([...text.matchAll(/(?<!\d)((?:19|20)\d{2})\s{0,2}年/gu)].map((m) => Number(m[1])))
  const [only] = named
  return only !== undefined && named.size === 1 && (year === null || only === year + 1) ? only : undefined
}

/** Does the text speak of the year reported on, and not of the one to come? */
function isNow({ path, text }: ReadParagraph, before: string, whole: string, stated: readonly number[], { year, date }: Frame): boolean {
  if (year === null || stated.length > 0 || text.includes(String(year + 1))) return false
  const part = partOf(path, year)
  if (part === 'plan') return false
  // in a report delivered next January 今年 may be the year of delivery
  const delivered = /^((?:19|20)\d{2})/u.exec(date)?.[1]
  const later = delivered !== undefined && Number(delivered) > year
  if (/明年|来年|即将|将迎来|将是/u.test(before)) return false
  if (NOW.test(before.slice(-40))) return part === 'review' || !later
  if (AHEAD.test(whole) || (part !== 'review' && later)) return false
  return DONE.test(whole) || /我们(?:共同|一起)?(?:隆重|热烈)(?:庆祝|纪念)/u.test(whole) || (KEPT.test(whole) && (part === 'review' || (DONE.test(text) && !AHEAD.test(text))))
}
