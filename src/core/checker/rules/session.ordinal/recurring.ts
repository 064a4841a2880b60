import recurring from '#resources/recurring.json'
import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { LONG, partOf } from '../../part.ts'
import type { Frame, ReadParagraph } from '../../rule.ts'
import { viewOf } from '../../view.ts'
import type { Place } from './mentions.ts'

/** A number that the year contradicts. Offsets in the paragraph's own text. */
export interface OrdinalSlip extends Place {
  message: string
  suggestion: string
}

interface Series {
  name: string
  written: readonly string[]
  /** the year that counts as the first, of those that come once a year */
  first?: number
  years?: Readonly<Record<string, number | undefined>>
}

const SERIES: readonly Series[] = [...recurring.days, ...recurring.meets]
const BY_NAME = SERIES.flatMap((series) => series.written.map((written) => ({ written, series }))).sort((a, b) => b.written.length - a.written.length)
const FIRSTS = new Set(BY_NAME.map(({ written }) => written.charAt(0)))

const ORDINAL = new RegExp(`第(${N})([个届次])(?=[“\\p{Script=Han}])`, 'gu')
/** of a province, a school, a fair that is reckoned from elsewhere: 全县第八个教师节, 建校以来第20个教师节 */
const OWN = /(?:[省市县区州旗盟校院馆司局]|以来的?|来|自己的|人生中?的?)$/u
/** 2025年11月举行的, 2025年在西安举办的 */
const HELD_BEFORE = /(?<!\d)((?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?(?:[至—～-](?:\d{1,2}月)?\d{1,2}日)?|[上下]半年|[初底])?，?(?:在[^，。；\d]{1,12}?)?(?:隆重|成功)?(?:举行|举办|召开|开幕|闭幕)的?$/u
const HELD_BEHIND = /^(?:于|在)?((?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:在[^，。；\d]{1,12}?)?(?:隆重|成功|正式)?(?:举行|举办|召开|开幕|闭幕|落幕)/u
/** 2025年9月10日是第40个教师节 */
const DAY_BEFORE = /^[^\d]{0,8}((?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?)?(?![\d底末])[^\d届]{0,10}$/u
/** 2025年第十四届全国运动会上 */
const YEAR_BEFORE = /(?<!\d)((?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?)?，?(?:在|于)?$/u
const THERE = /^(?:”|暨[^，。；]{2,20}?)?(?:上|中|赛场|期间|举行|举办|开幕|闭幕|召开|圆满|落幕)/u
const AHEAD = /将(?!近)|计划|迎接|筹备|备战|明年|来年|即将|力争|做好[^，。]{0,12}准备/u
const KEEPS = /庆祝|纪念|迎来|喜迎|举办|开展|举行|召开|之际|为契机|期间|活动|前夕|以[^，。]{0,4}$|是|为主题|慰问|宣传|正值|恰逢|适逢/u

/**
 * Days that come once a year and games and fairs whose years are known (resources/recurring.json), with a number that is not that of the year: the year that the
 * sentence gives them; for a day also that of the report, where the number is last year's.
 */
export function wrongRecurring({ text: source, role, path }: ReadParagraph, { year }: Frame): OrdinalSlip[] {
  if (role !== 'paragraph' || !source.includes('第')) return []
  const view = viewOf(source)
  const { text } = view
  return [...text.matchAll(ORDINAL)].flatMap(({ index, 0: surface, 1: n = '' }): OrdinalSlip[] => {
    const end = index + surface.length
    const tail = text.slice(end, end + 24).replace(/[“”]/gu, '')
    if (!FIRSTS.has(tail.charAt(0))) return []
    const known = BY_NAME.find(({ written }) => tail.startsWith(written))
    const lead = text.slice(Math.max(0, index - 30), index).replace(/^.*[。；]/su, '').replace(/(?:我国|全国|中国)?(?:的)?$/u, '')
    if (!known || OWN.test(lead)) return []
    const number = readNumeral(n)
    const { series, written } = known
    const behind = text.slice(end).replace(/^“?[^”，。]{0,20}?”/u, (words) => (words.replace(/[“”]/gu, '') === written ? '' : words))
    const after = (behind.startsWith(written) ? behind.slice(written.length) : behind).slice(0, 40)
    const said = HELD_BEHIND.exec(after)?.[1] ?? HELD_BEFORE.exec(lead)?.[1] ?? (series.first === undefined ? (THERE.test(after) ? YEAR_BEFORE : undefined) : AHEAD.test(lead) ? undefined : DAY_BEFORE)?.exec(lead)?.[1]
    const slip = (inYear: number, right: number, why = `${inYear}年`): OrdinalSlip[] => {
      const form = /\d/u.test(n) ? String(right) : chineseInteger(right)
      return [{ start: view.at(index), end: view.endAt(end), message: `${why}是第${form}${surface.slice(-1)}${written}，文中写作第${n}${surface.slice(-1)}`, suggestion: `第${form}${surface.slice(-1)}` }]
    }
    if (series.first === undefined) {
      const held = series.years?.[String(number)]
      if (said === undefined || held === Number(said)) return []
      const right = Object.entries(series.years ?? {}).filter(([, at]) => at === Number(said))
      const [one] = right
      // of a year in which none is known nothing is said, of two in a year (广交会) either may be meant
      return one && right.length === 1 ? slip(Number(said), Number(one[0])) : []
    }
    if (said !== undefined) {
      const right = Number(said) - series.first + 1
      return number === right || right < 1 || Math.abs(number - right) > 20 ? [] : slip(Number(said), right)
    }
    if (year === null || partOf(path, year) === 'plan' || LONG.test(source) || source.includes('学年')) return []
    const sentence = sentenceAround(text, index)
    const right = year - series.first + 1
    if (number !== right - 1 || right < 2 || /(?:19|20)\d{2}年/u.test(sentence) || source.includes(`${year - 1}年`) || AHEAD.test(sentence) || /去年|上年|以来|曾/u.test(sentence) || !KEEPS.test(sentence)) return []
    return slip(year, right)
  })
}

const sentenceAround = (text: string, at: number): string => text.slice(Math.max(text.lastIndexOf('。', at), at - 120) + 1, at) + (/^[^。]{0,120}/u.exec(text.slice(at))?.[0] ?? '')

/** 自2006年首届以来，茶文化节每年举办一届，从未间断 */
const SINCE = /(?:自从?|从|始于|始办于|创办于|创始于)?((?:19|20)\d{2})年(?:[^，。；\d]{0,8}?)(?:首届|第一届|首次举办|首次举行|首办|创办|创立|举办首届|起|开始|以来)/gu
const UNBROKEN = /从未间断|从不间断|从未中断|未曾间断|未曾中断|不曾间断|一届不落|一年不落|届届不断/u
const ONCE_A_YEAR = /每年(?:都)?(?:举办|举行|召开|办)?一[届次]|一年(?:举办)?一[届次]|年年(?:举办|举行)/u
const EDITION = new RegExp(`第(${N})届([^，。；：、“”《》\\d]{2,16}?(?:节|会|赛|展|周|论坛))|(?:已|已经|连续|成功|先后|累计|共){1,4}(?:举办|举行)(?:了)?(${N})届`, 'gu')

/** 第十九届茶文化节 of a year in which an unbroken yearly series comes to its twentieth. */
export function wrongEdition({ text: source, role, path }: ReadParagraph, { year }: Frame): OrdinalSlip[] {
  if (role !== 'paragraph' || !source.includes('届') || !source.includes('断') && !source.includes('不落')) return []
  const view = viewOf(source)
  const { text } = view
  const unbroken = UNBROKEN.exec(text)
  const since = [...text.matchAll(SINCE)]
  const [first] = since
  if (!unbroken || !first || since.length !== 1 || !ONCE_A_YEAR.test(text)) return []
  const others = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})年/gu)].map((match) => Number(match[1])).filter((it) => it !== Number(first[1]))
  if (new Set(others).size > 1) return []
  const [stated] = others
  const now = stated ?? (partOf(path, year) === 'plan' ? undefined : (year ?? undefined))
  const editions = [...text.matchAll(EDITION)]
  const [edition] = editions
  // of two series in one paragraph nothing is said
  if (now === undefined || !edition || new Set(editions.map((it) => it[1] ?? it[3])).size !== 1 || Number(first[1]) >= now) return []
  const noun = edition[2]
  const core = noun?.slice(-3)
  if (core !== undefined && !text.slice(0, edition.index).includes(core) && !text.slice(edition.index + edition[0].length).includes(core) && !/今年|本届/u.test(text)) return []
  const number = readNumeral(edition[1] ?? edition[3] ?? '')
  const right = now - Number(first[1]) + 1
  // of the year of delivery, or one that is still to come
  if (number === right || (stated === undefined && number === right + 1) || (edition[3] !== undefined && number === right - 1) || Math.abs(number - right) > 10) return []
  const at = edition.index + edition[0].indexOf(edition[1] ?? edition[3] ?? '')
  const digits = edition[1] ?? edition[3] ?? ''
  const form = /\d/u.test(digits) ? String(right) : chineseInteger(right)
  return [{ start: view.at(edition.index), end: view.endAt(edition.index + (edition[2] === undefined ? edition[0].length : edition[0].length - edition[2].length)), message: `${first[1] ?? ''}年为第一届，每年一届，${now}年为${edition[1] === undefined ? '' : '第'}${form}届，文中写作${edition[1] === undefined ? '' : '第'}${digits}届`, suggestion: text.slice(edition.index, at) + form + '届' }]
}
