import recurring from '#resources/recurring.json'
import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { partOf } from '../../part.ts'
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
  years: Readonly<Record<string, number | undefined>>
}

const SERIES: readonly Series[] = recurring.meets
const BY_NAME = SERIES.flatMap((series) => series.written.map((written) => ({ written, series }))).sort((a, b) => b.written.length - a.written.length)
const FIRSTS = new Set(BY_NAME.map(({ written }) => written.charAt(0)))

const ORDINAL = new RegExp(`第(${N})届(?=[“\\p{Script=Han}])`, 'gu')
/** of a province, a school, a fair that is reckoned from elsewhere */
const OWN = /(?:[省市县区州旗盟校院馆司局]|以来的?|来|自己的|人生中?的?)$/u
/** 2025年11月举行的, 2025年在西安举办的 */
const HELD_BEFORE = /(?<!\d)((?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?(?:[至—～-](?:\d{1,2}月)?\d{1,2}日)?|[上下]半年|[初底])?，?(?:在[^，。；\d]{1,12}?)?(?:隆重|成功)?(?:举行|举办|召开|开幕|闭幕)的?$/u
const HELD_BEHIND = /^(?:于|在)?((?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:在[^，。；\d]{1,12}?)?(?:隆重|成功|正式)?(?:举行|举办|召开|开幕|闭幕|落幕)/u
/** 2025年第十四届全国运动会上 */
const YEAR_BEFORE = /(?<!\d)((?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?)?，?(?:在|于)?$/u
const THERE = /^(?:”|暨[^，。；]{2,20}?)?(?:上|中|赛场|期间|举行|举办|开幕|闭幕|召开|圆满|落幕)/u

/** Games and fairs whose years are known (resources/recurring.json), with a number that is not that of the year which the sentence gives them. */
export function wrongMeet({ text: source, role }: Pick<ReadParagraph, 'text' | 'role'>): OrdinalSlip[] {
  if (role !== 'paragraph' || !source.includes('第') || !source.includes('届')) return []
  const view = viewOf(source)
  const { text } = view
  return [...text.matchAll(ORDINAL)].flatMap(({ index, 0: surface, 1: n = '' }): OrdinalSlip[] => {
    const end = index + surface.length
    const tail = text.slice(end, end + 24).replace(/[“”]/gu, '')
    if (!FIRSTS.has(tail.charAt(0))) return []
    const known = BY_NAME.find(({ written }) => tail.startsWith(written))
    const lead = text.slice(Math.max(0, index - 30), index).replace(/^.*[。；]/su, '').replace(/(?:我国|全国|中国)?(?:的)?$/u, '')
    if (!known || OWN.test(lead)) return []
    const { series, written } = known
    const behind = text.slice(end).replace(/^“?[^”，。]{0,20}?”/u, (words) => (words.replace(/[“”]/gu, '') === written ? '' : words))
    const after = (behind.startsWith(written) ? behind.slice(written.length) : behind).slice(0, 40)
    const said = HELD_BEHIND.exec(after)?.[1] ?? HELD_BEFORE.exec(lead)?.[1] ?? (THERE.test(after) ? YEAR_BEFORE.exec(lead)?.[1] : undefined)
    if (said === undefined || series.years[String(readNumeral(n))] === Number(said)) return []
    // of a year in which none is known nothing is said, of two in a year (广交会) either may be meant
    const [one, another] = Object.entries(series.years).filter(([, at]) => at === Number(said))
    if (!one || another) return []
    const form = /\d/u.test(n) ? one[0] : chineseInteger(Number(one[0]))
    return [{ start: view.at(index), end: view.endAt(end), message: `${said}年是第${form}届${written}，文中写作第${n}届`, suggestion: `第${form}届` }]
  })
}

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
