import { decimalsOf, fits, shareSpan, type Span } from '../span.ts'
import { digitsOf, isOneSlip, isTransposition } from '../number-slip.ts'
import { WIDE, wordsOf } from './rates.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'

/** A rate by its name, right before the number: 城镇化率为, 研发投入强度达到, 上市公司占比 */
const NAMED = /(?:^|[，；：、（）和且的])([^，；：、（）\d“”]{2,14}?)(率|投入强度|占比|比例|比重|覆盖面)(?:均|已|也|就)*(?:为|达到?了?|约|是|有|至|提[高升][到至]|上升[到至])*$/u
/** Rates of another kind than a count among a count: of change, of the year before, of a larger place, of prices and of time. */
export const OTHER_KIND = /增长|增加|增速|下降|提[高升]|减|同比|环比|上年|去年|同期|全国|全省|平均水平|高于|低于|贡献|弹性|利率|汇率|税|费率|死亡|发生|发病|患病|感染|出生|失业|涨|周转|回报|毛入|纯|精度|准确|容积|绿地|不良|拨备|湿度|频率|分辨|效率|速率|概率|功率|压缩|节约|压降|精简|新增|使用率提/u
/** Which numbers a rate divides, where they are not called as it is. */
export const NUMERATORS: readonly (readonly [RegExp, RegExp])[] = [
  [/城镇化$/u, /城镇/u],
  [/研发|研究/u, /研发|研究与试验|R&D/u],
  [/负债$/u, /负债/u],
  [/森林覆盖$/u, /森林|林地/u],
  [/利润$/u, /利润/u],
  [/毛利$/u, /毛利/u],
  [/建档$/u, /档案|建档/u],
  [/(?:建有|建会|建制|组建)$/u, /建立|建成|设立|建有|组建/u],
  [/(?:整改|整改完成|整治)$/u, /整改|整治/u],
  [/(?:消除|化解|解决|销号)$/u, /消除|化解|解决|销号/u],
  [/(?:完成|达成)$/u, /实际|完成/u],
  [/执行$/u, /支出|执行/u],
  [/参保$/u, /参保|保险/u],
  [/(?:入住|使用|利用)$/u, /入住|使用|利用|占用/u],
  [/报到$/u, /报到/u],
  [/(?:优良|达标)$/u, /优良|达标|达到|以上|以内/u],
  [/调解(?:成功)?$|调处(?:成功)?$/u, /成功|化解/u],
]
/** words that make a rate narrower: what it divides must be called so as well */
export const NARROWER = /户籍|法定|当场|首次|一次|按期|按时|及时|农村|城市|毛|净|单项|抽样|本科|女|网上|线上|初次|平均/gu
/** what is planned may be exceeded */
const OF_A_PLAN = /(?:完成|执行|达成|到位|开工|入库|支付)$/u
/** how many sentences back a number may stand */
const BACK = 2
/** further numbers before a rate than these belong to other things */
const NEAR = 6

/**
 * 发现隐患243项。已整改218项，整改率98.7%: a rate that no two numbers of its sentence and the two before make, where its own two, by its name, make one that differs
 * by a slip of the hand: two digits changed places, or one is another. Wider than `readRates`, which asks for no slip: the numbers may stand in the sentence before, in either order.
 */
export function readSlippedRates(sentence: Sentence): Share[] {
  const { terms, text, start, end } = sentence
  if (terms.length === 0 || !/[率度比面]/u.test(text.slice(start, end))) return []
  return terms.flatMap((stated) => slippedRate(sentence, stated) ?? [])
}

function slippedRate(sentence: Sentence, stated: Term): Share | undefined {
  const { figure } = stated
  if (figure.kind !== 'percent' || figure.unit !== '%' || figure.high !== undefined || figure.approx !== 'exact' || figure.value <= 0 || digitsOf(figure.text).length < 2) return undefined
  if (!/(?:率|强度|占比|比例|比重|覆盖面)[^，；。、]{0,6}$/u.test(stated.before)) return undefined
  const named = NAMED.exec(stated.before)
  const full = named?.[1]
  if (full === undefined || OTHER_KIND.test(full) || /^[不未]/u.test(full) || /^[、和及]/u.test(sentence.terms[stated.at + 1]?.before ?? '')) return undefined
  const name = full.replace(WIDE, '')
  const pool = poolFor(sentence)
  const near = pool.before(stated).slice(-NEAR)
  const parts = near.filter((t) => isLevel(t) && !isDelta(t) && isNumerator(name || full, named?.[2] ?? '', t))
  const part = parts.at(-1)
  if (!part) return undefined
  const planned = OF_A_PLAN.test(name)
  const wholes = near.filter((t) => t !== part && isLevel(t) && !isDelta(t) && sameMeasure(t, part) && (planned || t.figure.value > part.figure.value))
  const whole = wholes.find((t) => isSlipOf(stated, part, t, isBeside(near, part, t) ? isOneSlip : isTransposition))
  if (!whole || !holds(full, part, whole)) return undefined
  const share = shareSpan(figure)
  return isMade(pool.all, part, share) ? undefined : { stated, span: share, as: 'percent', part, whole, open: false, uncertain: true }
}

/** Is nothing else counted between the two in the unit of both? */
export const isBeside = (near: readonly Term[], a: Term, b: Term): boolean => Math.abs(near.indexOf(a) - near.indexOf(b)) <= 1

/** Does a number stand in words of what a rate of this name divides? */
function isNumerator(name: string, kind: string, t: Term): boolean {
  const words = wordsOf(t)
  if (/不[满合及达]|未|计划|目标|任务|应/u.test(words) && !/实际/u.test(words)) return false
  const known = NUMERATORS.find(([of]) => of.test(name))
  if (known) return known[1].test(words)
  return words.includes(kind === '率' ? name.slice(-2) : name)
}

/** What makes a rate narrower must have been said of one of its two numbers. */
const holds = (name: string, part: Term, whole: Term): boolean => [...name.matchAll(NARROWER)].every(([word]) => (wordsOf(part) + wordsOf(whole)).includes(word))

/** Is the stated rate one slip away from what the two make, rounded or cut off? */
export function isSlipOf({ figure }: Term, part: Term, whole: Term, by: (a: string, b: string) => boolean): boolean {
  const places = decimalsOf(figure.text)
  const due = (part.figure.value / whole.figure.value) * 100
  const said = digitsOf(figure.text)
  // where the numbers are rounded more than the rate is told, nothing shows; an exchange of two digits shows a little longer
  const steps = ((part.span.high / whole.span.low - part.span.low / whole.span.high) * 100) / 10 ** -places
  if (steps > 6) return false
  const slip = steps > 3 ? isTransposition : by
  return [due.toFixed(places), (Math.floor(due * 10 ** places) / 10 ** places).toFixed(places)].some((meant) => {
    const digits = digitsOf(meant)
    // of two digits only an exchange tells something
    return digits.length === said.length && (said.length > 2 ? slip(said, digits) : isTransposition(said, digits))
  })
}

/** Can any two numbers, or a sum of two, make the share? Then the words may mean those. */
export function isMade(all: readonly Term[], part: Term, share: Span): boolean {
  const like = all.filter((t) => isLevel(t) && sameMeasure(t, part)).slice(-14)
  const rest = { low: 100 - share.high, high: 100 - share.low }
  return like.some((a) =>
    like.some((b) => {
      if (a === b) return false
      if (fits(a.span, b.span, share) || (a.figure.value < b.figure.value && fits(a.span, b.span, rest))) return true
      return like.some((c) => c !== a && c !== b && (fits(plus(a.span, c.span), b.span, share) || fits(a.span, plus(b.span, c.span), share) || (b.span.low > c.span.high && fits(a.span, minus(b.span, c.span), share))))
    }),
  )
}

const plus = (a: Span, b: Span): Span => ({ low: a.low + b.low, high: a.high + b.high })
const minus = (a: Span, b: Span): Span => ({ low: a.low - b.high, high: a.high - b.low })

export interface Pool {
  all: readonly Term[]
  before(stated: Term): readonly Term[]
}

/** The numbers of a sentence and those before it in its paragraph, in order; days that are told as a span of time (有效监测366天) among them. */
export function poolFor(sentence: Sentence): Pool {
  const earlier: Term[] = []
  for (let own = sentence.previous, back = 0; own && back < BACK; own = own.previous, back++) earlier.unshift(...own.terms)
  const own = [...sentence.terms, ...daysOf(sentence)].sort((a, b) => a.figure.start - b.figure.start)
  return { all: [...earlier, ...own], before: (stated) => [...earlier, ...own.filter((t) => t.figure.start < stated.figure.start)] }
}

/** 监测366天: a span of time among other days that are counted. */
function daysOf({ numbers, terms, text, start }: Sentence): Term[] {
  if (!terms.some((t) => t.figure.unit === '天')) return []
  return numbers.flatMap((figure): Term[] => {
    if (figure.kind !== 'duration' || figure.value === null || !figure.text.endsWith('天')) return []
    const last = terms.filter((t) => t.figure.end <= figure.start).at(-1)
    const { value } = figure
    return [{ figure: { ...figure, kind: 'quantity', value, unit: '天' }, at: (last?.at ?? -1) + 0.5, before: text.slice(last?.figure.end ?? start, figure.start).replace(/\s+/gu, ''), after: '', depth: last?.depth ?? 0, span: { low: value, high: value } }]
  })
}
