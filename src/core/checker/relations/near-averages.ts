import { resolutionOf } from '../../figures/writing.ts'
import { digitsOf, isOneSlip, isTransposition } from '../number-slip.ts'
import { meet, type Span } from '../span.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'

/** 村均藏书, 法官人均办案: by one character; 日均 by days that are told */
const BY_ONE = /(人|户|村|校|班|家|企|场|次|期|院|生|床|店|馆|件|亩|日)均(\p{Script=Han}{0,6}?)(?:达到?|为|约|有|近|超过?|可)*$/u
/** 平均每个乡镇, 平均单个项目投资, 每个社区平均配备, 平均亩产 */
const BY_NOUN = /(?:平均(?:每(?:个|天)?|单个)(\p{Script=Han}{1,10}?)|每(?:个)?(\p{Script=Han}{1,5}?)平均(\p{Script=Han}{0,5}?)|平均(亩产)(?:量)?)(?:达到?|为|约|有|近|超过?|可)*$/u
/** what one character counts; 人均 of what is told in 人次 is left out */
const COUNTED: Readonly<Record<string, RegExp>> = {
  人: /^[人名位]$/u, 生: /^[人名位]$/u, 户: /^[户家]$/u, 村: /^[村个]$/u, 校: /^所$/u, 班: /^[班个]$/u, 家: /^家$/u, 企: /^[家户]$/u, 场: /^场次?$/u, 次: /^[次场]$/u,
  期: /^期$/u, 院: /^[家所个]$/u, 床: /^张$/u, 店: /^家$/u, 馆: /^[家座个]$/u, 件: /^件$/u, 亩: /^亩$/u, 日: /^[天日]$/u,
}
/** 其中民事法官人均: of a part of those who were counted */
export const OF_A_PART = /其中，?\p{Script=Han}{2,8}.均/u
/** sums by place, by plan, of more than was counted; averages of something that is told elsewhere */
const OTHER = /上年|去年|同期|同比|全国|全省|全市平均|标准|增长|增收|可支配|[月季]|预计|力争/u
/** between numbers of which one divides the other: no new topic */
const MOST_TERMS = 7

/**
 * 12个乡镇共有养老服务中心36家，平均每个乡镇4家: an average that the total and the count of its sentence do not make. One slip away it is looked at in any order (人均办案265件，28名法官办结7420件);
 * anything else only where there is but one total and one count that it can be of, and its verb was said of them.
 */
export function readNearAverages(sentence: Sentence): Share[] {
  const { terms, text, start, end } = sentence
  if (terms.length < 2 || terms.length > MOST_TERMS || !text.slice(start, end).includes('均')) return []
  return terms.flatMap((stated) => nearAverage(sentence, stated) ?? [])
}

function nearAverage(sentence: Sentence, stated: Term): Share | undefined {
  if (!stated.before.includes('均') || !isLevel(stated) || OTHER.test(stated.before) || OF_A_PART.test(stated.before) || /^(?:[/／]|每|的?标准)/u.test(stated.after)) return undefined
  // 月均117件，人均59.5件: what the second is of, the first may have changed
  if (sentence.terms.some((t) => t !== stated && t.before.includes('均'))) return undefined
  const one = BY_ONE.exec(stated.before)
  const by = one ? null : BY_NOUN.exec(stated.before)
  const noun = by?.[1] ?? by?.[2] ?? by?.[4]
  if (!one && noun === undefined) return undefined
  const levels = sentence.terms.filter((t) => t !== stated && isLevel(t) && !isDelta(t) && !t.before.includes('均') && !/[均每]/u.test(t.before.slice(-6)))
  const isCount = (t: Term): boolean => (one ? COUNTED[one[1] ?? '']?.test(t.figure.unit) === true : isOfNoun(noun ?? '', t))
  const days = one?.[1] === '日' || noun?.startsWith('天') === true ? daysIn(sentence) : undefined
  const counts = days ?? levels.filter(isCount)
  const size = noun === '亩产' ? perKilogram(levels, stated) : 1
  const totals = levels.filter((t) => !counts.includes(t) && (size > 1 ? t.figure.unit === '吨' : isLike(t, stated)) && t.figure.value * size > stated.figure.value)
  if (counts.length === 0 || totals.length === 0 || counts.length > 2 || totals.length > 3) return undefined
  const step = resolutionOf(stated.figure.text)
  const span: Span = { low: stated.span.low - step, high: stated.span.high + step }
  const pairs = totals.flatMap((part) => counts.map((whole) => ({ part, whole })))
  const room = ({ part, whole }: { part: Term; whole: Term }): Span => ({ low: (part.span.low / whole.span.high) * size, high: (part.span.high / whole.span.low) * size })
  if (pairs.some((pair) => pair.whole.span.low <= 0 || meet(room(pair), span))) return undefined
  const base = { stated, span, as: size > 1 ? 'per' : 'average', ...(size > 1 ? { size } : {}), open: false } as const
  // a year's days and months make the same average of what a year is told
  if (days && totals.some(({ figure }) => [365, 366, 360, 250].some((n) => Math.abs(figure.value / n / stated.figure.value - 1) < 0.01))) return undefined
  const slipped = pairs.filter(({ part, whole }) => isSlipped(stated, (part.figure.value / whole.figure.value) * size))
  const [found, other] = slipped
  if (found && !other) return { ...base, ...found, uncertain: true }
  const [only] = pairs
  if (!only || pairs.length > 1 || stated.figure.approx !== 'exact' || only.part.at > stated.at || only.whole.at > stated.at) return undefined
  const verb = (one ? one[2] : (by?.[3] ?? '')) ?? ''
  const said = sentence.text.slice(sentence.start, stated.figure.start).replace(/\s+/gu, '').slice(0, -stated.before.length || undefined)
  if (/[；：]|其中/u.test(sentence.text.slice(Math.min(only.part.figure.end, only.whole.figure.end), stated.figure.start))) return undefined
  return verb === '' || said.includes(verb) ? { ...base, ...only, hint: true } : undefined
}

/** Does an average's noun (乡镇, 家企业产值) name what is counted, by its unit or its words? */
function isOfNoun(noun: string, { figure, before, after }: Term): boolean {
  if (noun === '亩产') return figure.unit === '亩'
  if (noun.startsWith(figure.unit) && figure.unit !== '') return true
  if (figure.kind !== 'quantity' || !/^(?:[个家所座名支条项期处人]|门类)$/u.test(figure.unit)) return false
  const words = (/[^，；。：、]*$/u.exec(before)?.[0] ?? '') + (/^[^，；。：、]{0,6}/u.exec(after)?.[0] ?? '')
  return noun.length >= 2 && words.includes(noun.slice(0, 2))
}

/** 册次 of books and 册, 人次 and 人 are told in one unit or the other. */
const isLike = (a: Term, b: Term): boolean => sameMeasure(a, b) || (a.figure.kind === b.figure.kind && (a.figure.unit === '册次' || a.figure.unit === '册') && (b.figure.unit === '册次' || b.figure.unit === '册'))

/** 510吨, 亩产600公斤 */
const perKilogram = (levels: readonly Term[], stated: Term): number => (!levels.some((t) => t.figure.unit === '吨') ? 1 : /公斤|千克/u.test(stated.figure.unit) ? 1000 : stated.figure.unit === '斤' ? 2000 : 1)

/** The span of days that a sentence tells (开业300天, 连续投放8天), as a count; none where there are two. */
function daysIn({ numbers, terms }: Sentence): Term[] {
  const found = numbers.flatMap((figure): Term[] => {
    const { value } = figure
    if (value === null || value < 2 || !/[天日]$/u.test(figure.text) || (figure.kind !== 'duration' && figure.kind !== 'quantity')) return []
    return [{ figure: { ...figure, kind: 'quantity', value, unit: '天' }, at: (terms.findLast((t) => t.figure.end <= figure.start)?.at ?? -1) + 0.5, before: '', after: '', depth: 0, span: { low: value, high: value } }]
  })
  return found.length === 1 ? found : []
}

/** Is the stated average one slip away from the true one, at its own fineness or rounded to tens or hundreds, or with its point elsewhere? Of two digits only an exchange tells something. */
function isSlipped({ figure }: Term, due: number): boolean {
  const said = digitsOf(figure.text).replace(/^0+/u, '')
  const fine = resolutionOf(figure.text)
  return [1, 10, 100].some((size) => {
    const zeros = '0'.repeat(Math.log10(size))
    if (!said.endsWith(zeros)) return false
    const short = said.slice(0, said.length - zeros.length)
    const meant = String(Math.round(due / (fine * size)))
    if (short.length < 2 || Math.abs(due / (fine * size) - Number(meant)) > 0.5) return false
    if (short.length === meant.length) return short.length >= 3 ? isOneSlip(short, meant) : isTransposition(short, meant)
    return false
  }) || [0.1, 10].some((times) => Math.abs((figure.value * times) / due - 1) < 0.004)
}
