import { chineseInteger } from '../../../text/decimals.ts'
import { anniversariesIn, type AnniversaryMention, type KnownEvent } from '../../../figures/anniversaries.ts'
import { plainParagraphs } from '../../../model/plain-text.ts'
import type { Report } from '../../../model/report.ts'
import type { Finding } from '../../finding.ts'
import { partOf } from '../../part.ts'
import { isQuoted } from '../../reading.ts'
import { defineReportRule, type Frame, type Read, type ReadParagraph, type ReportContext } from '../../rule.ts'
import { expectedYears } from './expected.ts'
import { yearsSince } from './since.ts'
import type { Slip } from './slip.ts'

/** An anniversary of an event that is not common knowledge (县政协成立39周年). */
interface Own {
  start: number
  end: number
  /** the words in front, as they would stand in another report */
  key: string
  years: number
  surface: string
  numeral: string
}

interface AnniversaryReading {
  /** does it speak of a term of five years? */
  term: boolean
  slips: readonly Slip[]
  own: readonly Own[]
}

/** An anniversary whose number does not follow from the year of the event: one of resources/events.json, one that the text dates, or one that last year's report counted. */
export const anniversary = defineReportRule({
  id: 'anniversary',
  title: '周年数与年份不符',
  severity: 'error',
  scope: 'report',
  basis: { on: 'practice', why: '周年数等于所述年份减事件年份' },
  defaults: {},
  read: readAnniversaries,
  check: (context, all) => {
    const found: Finding[] = []
    const long = looksBack(all)
    for (const { in: paragraph, it } of all) {
      for (const { start, end, message, suggestion, sure, kept } of it.slips) {
        if (long && context.year !== null && kept >= context.year - 5 && kept < context.year) continue
        found.push(context.finding(message, [{ in: paragraph, start, end }], { suggestion, ...(sure ? {} : { severity: 'warning' }) }))
      }
    }
    return [...found, ...againstLast(context, all)]
  },
})

/** Does the report look back on a term (五年来, 过去五年)? Then it keeps the anniversaries of five years. */
const looksBack = (all: readonly Read<AnniversaryReading>[]): boolean => {
  let told = 0
  for (const { in: { role }, it } of all) if (it.term) told += role === 'paragraph' ? 1 : 2
  return told >= 2
}

const speaksOfTerm = ({ role, text }: ReadParagraph): boolean =>
  role === 'paragraph' ? text.includes('五年') && /五年来|过去的?五年|五年间|这五年/u.test(text) : /五年|本届|第.{1,3}届.{0,12}(?:以来|期间)/u.test(text)

function readAnniversaries(paragraph: ReadParagraph, frame: Frame): AnniversaryReading | undefined {
  const { text } = paragraph
  const term = speaksOfTerm(paragraph)
  const mentions = anniversariesIn(text)
  const since = paragraph.role === 'paragraph' ? yearsSince(text, frame.year) : []
  if (mentions.length === 0) return term || since.length > 0 ? { term, slips: since, own: [] } : undefined
  const slips = mentions.flatMap((mention): Slip[] => {
    const event = mention.event ?? datedHere(text, mention)
    if (!event || isQuoted(text, mention.start) || (namesPastEvent(text, mention) && !isHeld(text, mention))) return []
    const wrong = expectedYears(paragraph, mention, event, frame, mentions)
    if (!wrong) return []
    const at = wrong.year === (frame.year ?? 0) - 1 && event.year + mention.years === frame.year ? text.lastIndexOf(`${wrong.year}年`, mention.start) : -1
    // 2023年，是人民政协成立75周年 in a report on 2024: the number is right, and the year was left over
    if (at >= 0) return [{ start: at, end: at + 4, message: `${event.name}${mention.numeral}周年是${event.year} + ${mention.years} = ${event.year + mention.years}年，文中写作${wrong.year}年`, suggestion: String(event.year + mention.years), sure: wrong.sure, kept: event.year + mention.years }]
    const message = `${event.name}：${wrong.year} − ${event.year} = ${wrong.years}，文中写作${mention.numeral}周年`
    return [{ start: mention.start, end: mention.end, message, suggestion: inForm(text.slice(mention.start, mention.end), mention.numeral, wrong.years), sure: wrong.sure, kept: event.year + mention.years }]
  })
  const own = mentions.flatMap((mention): Own[] =>
    mention.event || isQuoted(text, mention.start) || namesPastEvent(text, mention) || keyOf(mention) === ''
      ? []
      : [{ start: mention.start, end: mention.end, key: keyOf(mention), years: mention.years, surface: text.slice(mention.start, mention.end), numeral: mention.numeral }],
  )
  return { term, slips: [...slips, ...since], own }
}

const inForm = (surface: string, numeral: string, years: number): string => surface.replace(numeral, /\d/u.test(numeral) || years > 99 ? String(years) : chineseInteger(years))

/** 在庆祝中国共产党成立100周年大会上的重要讲话: the name of something that may be years ago. */
const namesPastEvent = (text: string, mention: AnniversaryMention): boolean => /^\s*(?:的)?(?:大会|讲话|座谈会|纪念大会|庆祝大会|重要讲话|阅兵|以来|时|招待会|文艺演出|纪念章)/u.test(text.slice(mention.end, mention.end + 8))

/** 2023年，我们举办了协会成立20周年座谈会: what the body itself held, in the year at the head of the sentence. */
const isHeld = (text: string, mention: AnniversaryMention): boolean => {
  if (!/^\s*(?:大会|座谈会|纪念大会|庆祝大会|文艺演出)(?!上|讲话|精神|召开以来)/u.test(text.slice(mention.end, mention.end + 10))) return false
  const before = text.slice(Math.max(0, mention.start - 60), mention.start)
  return mention.event ? /(?:举[办行]|召开)了?(?:庆祝|纪念|喜迎|迎)[^，。；《》“”]{2,30}$/u.test(before) : /(?:(?:^|[。；])(?:(?:19|20)\d{2}年|今年|\d{1,2}月)[^。；]{0,20}|，(?:(?:19|20)\d{2}年|今年)(?:\d{1,2}月)?(?:\d{1,2}日|底|初|[上中下]旬)?，?[^，。；]{0,12})(?:举[办行]|召开)了?[^，。；]{0,16}$/u.test(before)
}

const FOUNDED = /(成立|建立|创办|创建|创立|始建|组建|设立|建校|建院|建馆|建社|建会|建所|诞生|开馆|通车|开通|创刊|开业|开园|开办|(?<!重|新|改|扩)建)于((?:18|19|20)\d{2})年/gu

/** how the beginning of a body is called, and the opening of what may have been founded earlier */
const BEGUN = /(?:成立|建立|创办|创建|创立|组建|设立|建校|建院|建馆|建社|建会|建所|建局|建行|建厂|建园|建台|建企|建司|诞生|办学|办院|建站|华诞|迎来|迎|走过)$/u
const OPENED = /^(?:开馆|通车|开通|创刊|开业|开园|开办)$/u

/** the last words of a body's name before 成立, 迎来成立 */
const OTHER_BODY = /\p{Script=Han}{0,2}(?:公司|企业|集团|[医学分法]院|[学分]校|园|协会|商会|学会|中心|[分报]社|站|厂|[乡镇村]|街道|单位|书店|[分总]行|[分支]馆|[支分]队)(?=(?:迎来|喜迎|庆祝|纪念|隆重|适逢|恰逢|正值)*(?:成立|建立|创办|创建|创立|组建|设立|建校|建院|建馆|建社|建会|建所|建局|建行|建厂|建园|建台|建企|建司|诞生|办学|办院|建站|华诞|迎来|迎|走过)$)/u

/** 县政协成立于1984年，今年迎来成立40周年: an event that the paragraph itself dates, where it dates only one. */
function datedHere(text: string, mention: AnniversaryMention): KnownEvent | undefined {
  const squeezed = text.replace(/\s+/gu, '')
  const found = [...squeezed.matchAll(FOUNDED)]
  const [only] = found
  if (found.length === 0) return datedSince(squeezed, text, mention)
  if (!only || found.length > 1 || !(OPENED.test(only[1] ?? '') ? mention.before.endsWith(only[1] ?? '') : BEGUN.test(mention.before))) return undefined
  // 协会成立于2004年，…会员企业某公司迎来成立30周年: another body, that was not named before
  const other = OTHER_BODY.exec(mention.before)?.[0]
  if (other !== undefined && !squeezed.slice(0, only.index).includes(other) && !(/^(?:[^我本]?(?:公司|企业|集团))$/u.test(other.replace(/^[是值逢祝]/u, '')) && /^(?:公司|企业|集团)$/u.test(squeezed.slice(0, only.index)))) return undefined
  const at = squeezed.indexOf(text.slice(mention.start, mention.end).replace(/\s+/gu, ''))
  // 今年是县妇联成立70周年。县妇联成立于1950年: told behind it, of the same body
  const body = squeezed.slice(Math.max(0, only.index - 24), only.index).replace(/^.*[，。；：]/su, '')
  if (at >= 0 && at < only.index && only.index - at <= 40 && !/前身|曾|分[校院馆]/u.test(squeezed) && (body.length >= 2 && mention.before.includes(body) || (/^(?:[我本该]?[院校馆]|医院|学校|图书馆|[我本全]社)$/u.test(body) && /(?:^|[是以在逢值来祝])(?:建校|建院|建馆|建社|办学|办院)$/u.test(mention.before)))) return { name: `${only[2] ?? ''}年成立`, year: Number(only[2]) }
  return at > only.index && at - only.index <= 120 ? { name: `${only[2] ?? ''}年${OPENED.test(only[1] ?? '') ? (only[1] ?? '') : '成立'}`, year: Number(only[2]) } : undefined
}

const SINCE = /(?<!\d)((?:18|19|20)\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:改制|重组|正式|注册|批准|经批准|合并|整合|挂牌(?=[成创组设建]))?(挂牌|成立|建立|创办|创建|创立|组建|通车|建局|建行|建厂|建园|建台|建校|建院|建馆|建社|建会|建所|建站|开馆|开园|开业|开办|办学|创刊|开通|建成开放|设立)(?:以来|至今|，|。|、|；|的)/gu

/** 自1985年开馆以来，…适逢开馆40周年: the same word with its year, where the paragraph gives one year to it. */
function datedSince(squeezed: string, text: string, mention: AnniversaryMention): KnownEvent | undefined {
  const at = squeezed.indexOf(text.slice(mention.start, mention.end).replace(/\s+/gu, ''))
  const found = [...squeezed.matchAll(SINCE)].filter(({ 2: word = '' }) => mention.before.endsWith(word) || (word === '挂牌' && mention.before.endsWith('成立')))
  const [only] = found
  if (!only || found.length > 1 || at <= only.index || at - only.index > 120) return undefined
  // another body's: 县图书馆自1985年开馆以来，…少儿分馆开馆10周年
  const own = mention.before.slice(0, -(only[2] ?? '').length).replace(/^.*(?:适逢|恰逢|正值|迎来|喜迎|庆祝|纪念|(?:举[办行]|召开|开展)了?|以|是|在)/u, '')
  // 协会自1998年成立以来…协会成立20周年: the word that stands right before its year
  const subject = /(\p{Script=Han}{2,8})(?:自|于|从)?$/u.exec(squeezed.slice(0, only.index))?.[1]?.replace(/[自于从]$/u, '')
  if (subject !== undefined && own.length > 1 && subject.endsWith(own)) return { name: `${only[1] ?? ''}年${only[2] ?? ''}`, year: Number(only[1]) }
  return /^(?:我?[们国省市县区校院馆社会所站台]{0,2}|本[校院馆社会所站刊]|全[校院馆])$/u.test(own) ? { name: `${only[1] ?? ''}年${only[2] ?? ''}`, year: Number(only[1]) } : undefined
}

/** The last words in front of the number, from the body's kind on: 隆重庆祝县政协成立 and 以县政协成立 are one. */
const keyOf = ({ before }: AnniversaryMention): string => /[省市县区州旗]?(?:政协|人大|医院|学校|学院|大学|中学|小学|工会|总工会|妇联|法院|检察院|公司|集团|研究会|协会|商会|报社|图书馆|博物馆|[县市区](?=[建设撤]))[^，。]{0,4}(?:成立|建立|创办|创建|建校|建院|办学|建馆|恢复|设立|建县|建市|设市|设县)$/u.exec(before)?.[0] ?? ''

/** The same number as in last year's report: 县政协成立39周年 in both. */
function againstLast(context: ReportContext, all: readonly Read<AnniversaryReading>[]): Finding[] {
  const last = context.earlier?.last
  if (!last || last.year === null || context.year === null || last.year >= context.year) return []
  if (!all.some(({ it: { own } }) => own.length > 0)) return []
  const passed = context.year - last.year
  const before = ownOf(last)
  return all.flatMap(({ in: paragraph, it: { own } }) =>
    own.flatMap((mention): Finding[] => {
      const then = before.get(mention.key)
      if (then === undefined || mention.years !== then || partOf(paragraph.path, context.year) === 'plan') return []
      const message = `上一份报告（${last.year ?? ''}年）写作“${mention.key}${then}周年”，${then} + ${passed} = ${then + passed}，文中写作${mention.numeral}周年`
      return [context.finding(message, [{ in: paragraph, start: mention.start, end: mention.end }], { suggestion: inForm(mention.surface, mention.numeral, then + passed), severity: 'warning' })]
    }),
  )
}

const remembered = new WeakMap<Report, ReadonlyMap<string, number>>()

/** The anniversaries that an earlier report kept in its own year, where it gives each one number. */
function ownOf(report: Report): ReadonlyMap<string, number> {
  const known = remembered.get(report)
  if (known) return known
  const out = new Map<string, number>()
  const twice = new Set<string>()
  for (const { text, path } of plainParagraphs(report)) {
    if (!text.includes('年') || partOf(path, report.year) === 'plan' || (report.year !== null && text.includes(String(report.year + 1))) || /明年|将迎来|迎接/u.test(text)) continue
    for (const mention of anniversariesIn(text)) {
      const key = keyOf(mention)
      if (mention.event || key === '') continue
      if (out.has(key) && out.get(key) !== mention.years) twice.add(key)
      out.set(key, mention.years)
    }
  }
  for (const key of twice) out.delete(key)
  remembered.set(report, out)
  return out
}
