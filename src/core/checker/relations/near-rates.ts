import { isOneSlip } from '../number-slip.ts'
import { fits, quotientSpan, type Span } from '../span.ts'
import { OLDER_INCLUDED, OTHERWISE, RATES, WIDE } from './rates.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'
import { isBeside, isMade, isSlipOf, NARROWER, NUMERATORS, OTHER_KIND, poolFor } from './slipped-rates.ts'
import { isExchanged } from './near-shares.ts'
import { statedShare, wordShare } from './stated-share.ts'

/** A rate by its name, right before the number: 不捕率, 上线率达, 采纳比例超过, 护理型床位占比 */
const NAMED = /(?:^|[，；：、（）和且的])(?:其中|总体|综合)?([^，；：、（）\d“”的]{2,12}?)(率|占比|比例|比重|面|(?<=满意|赞成)度)(?:均|已|也|就|又)*(?:为|达到?了?|高达|约|是|有|至|超过?|近|提[高升][到至]|上升[到至])*$/u
/** Names of rates and the words of what they divide, beside those of the other readings; each character of a list stands in the words. */
const SYNONYMS: readonly (readonly [name: RegExp, words: RegExp])[] = [
  [/不捕$|不批捕$/u, /不(?:予|批准)?(?:批准)?逮?捕/u],
  [/不起?诉$/u, /不(?:予)?起诉/u],
  [/上线$|达线$|过线$/u, /[上达过]\p{Script=Han}{0,6}线/u],
  [/(?:采纳|采用|录用|转化)$/u, /采纳|采用|录用|转化|进入[^，；。]{0,12}决策|吸[收纳]|批示/u],
  [/(?:破案|侦破)$/u, /破获|侦破|告破|破案/u],
  [/(?:发生|检出|问题)$/u, /存在|发现|查出|检出|发生/u],
  [/调解(?:成功|结案)?$/u, /调解/u],
  [/(?:办结|结案|审结)$/u, /办结|结案|审结/u],
  [/(?:就业|落实)$/u, /就业|落实|签约/u],
  [/(?:入会|建会|参保|入学|入园|入托)$/u, /入会|建会|参保|入学|入园|入托/u],
  [/(?:履约|签约)$/u, /签订|签约|履约|签/u],
  [/(?:整改|完成|竣工|完工)(?:完成)?$/u, /整改|完成|竣工|完工|建成/u],
  [/(?:开工|投产|达产)$/u, /开工|投产|达产/u],
  [/(?:持证)$/u, /持证|取得|考取/u],
  [/(?:升学|录取|考取)$/u, /升学|升入|录取|考取|考入|考上/u],
  [/(?:优秀|优良|良好)$/u, /优秀|优良|良好/u],
  [/(?:获奖)$/u, /获奖|荣获|获得/u],
  [/(?:回访|走访|随访)$/u, /回访|走访|随访/u],
  [/产销$/u, /销售/u],
  [/老龄化$/u, /老年|岁及?以上/u],
  [/(?:治愈|好转)$/u, /治愈|好转|痊愈/u],
]
/** What a rate is said of that stands in other words than the numbers' own: another year or place between them. */
const ELSEWHERE = /上年|去年|同期|往年|全国|全省|平均水平|其余|以往/u
/** 500件中，有450件; 其中450件; 500件中450件 */
const AMONG = /其中|中[，,]?(?:已|有|共|就)?/u
/** names that are said of numbers outside of the text as a rule */
const MEASURED = /利用|使用|周转|失业|利润|毛利|收益|汇|利率|税|费率|贡献|死亡|出生|发病|患病|感染|普及|毛入|知晓|认可|支持|好评|信任|回报|增长|增加|服判|生效|改判|发回|上诉|申诉|投诉|差错|出勤|自给|覆盖|不良|减|精简|压/u
/** steps that a sentence may have between part and rate */
const MOST_CLAUSES = 2

/**
 * 412人…97人依法不批准逮捕，不捕率25.3%: a rate right behind the number that it counts, with the words of that, where no two numbers near make it. One slip away
 * from what the two make it is looked at in any order and place; anything else only where one other number of the sentence can be the whole at all.
 */
export function readNearRates(sentence: Sentence): Share[] {
  const { terms, text, start, end } = sentence
  if (terms.length < 3 || !/[率比面度]/u.test(text.slice(start, end))) return []
  return terms.flatMap((stated) => nearRate(sentence, stated) ?? [])
}

function nearRate(sentence: Sentence, stated: Term): Share | undefined {
  const { figure } = stated
  const share = wordShare(stated) ?? statedShare(stated)
  if (!share || !/[率比例重面度][^，；。、]{0,6}$/u.test(stated.before)) return undefined
  const [, full, kind] = NAMED.exec(stated.before) ?? []
  if (full === undefined || (MEASURED.test(full) && !full.endsWith('覆盖')) || /^[、和及]/u.test(sentence.terms[stated.at + 1]?.before ?? '')) return undefined
  const name = full.replace(WIDE, '') || full
  const { text, terms, start } = sentence
  const before = terms.filter((t) => t.at < stated.at && isLevel(t) && !isDelta(t))
  const part = before.findLast((t) => isNamed(name, kind ?? '', t))
  if (!part) return exchanged(sentence, stated, before, full)
  const between = text.slice(part.figure.end, figure.start)
  if (ELSEWHERE.test(between) || /[；。]/u.test(between)) return undefined
  if (/结案|审结|办结/u.test(name) && OTHERWISE.test(text.slice(start, figure.start).replace(OLDER_INCLUDED, ''))) return undefined
  const wholes = before.filter((t) => t !== part && sameMeasure(t, part) && t.figure.value > part.figure.value)
  const [whole] = wholes
  // 批准逮捕12.5万人，不捕11.5万人: the other outcome is not the whole
  if (!whole || (/^[不未]/u.test(name) && !/受理|审查|移送|办理/u.test(wordsOf(whole)))) return undefined
  const said = wordsOf(part) + text.slice(whole.figure.end, part.figure.start) + wordsOf(whole) + between.replace(stated.before, '')
  // of a share in round words nearly any sum makes something: only the numbers before it
  const rounded = share.as === 'fraction' || /[成半]/u.test(figure.text)
  if (!holdsAll(name, said) || isOfBoth(name, part, wholes, share.span) || isMade(rounded ? [...wholes, part] : poolFor(sentence).all, part, share.span)) return undefined
  const base = { stated, ...share, part, open: false } as const
  const slipped = wholes.filter((t) => figure.kind === 'percent' && (isSlipOf(stated, part, t, isOneSlip) || isExchanged(stated, part, t)))
  const [found] = slipped
  if (found && slipped.length === 1 && !OTHER_KIND.test(full.replace(/发生/u, ''))) return { ...base, whole: found, uncertain: true }
  // not a slip: the two must be beside each other, and nothing else may be the whole
  if (wholes.length > 1 || (figure.kind === 'percent' && figure.value >= 100) || !isBeside(before, part, whole) || (between.match(/，/gu)?.length ?? 0) > MOST_CLAUSES) return undefined
  if (before.some((t) => t.at > part.at && sameMeasure(t, part)) || OTHER_KIND.test(full.replace(/发生/u, ''))) return undefined
  if (quotientSpan(part.span, whole.span).low > 100) return undefined
  const among = whole.at < part.at && AMONG.test(text.slice(whole.figure.end, part.figure.start))
  return { ...base, whole, ...(among ? { uncertain: true } : { hint: true }) }
}

/** 86所，实现“明厨亮灶”的82所，覆盖率93.5%: a rate whose words are not those of its numbers, where these stand beside each other, nothing else is counted so, and two digits exchanged make it. */
function exchanged(sentence: Sentence, stated: Term, before: readonly Term[], full: string): Share | undefined {
  const part = before.at(-1)
  if (!part || OTHER_KIND.test(full) || stated.figure.kind !== 'percent' || stated.figure.approx !== 'exact' || !/^[^，；。：]{0,16}，[^，；。：]*$/u.test(stated.before)) return undefined
  const wholes = before.filter((t) => t !== part && sameMeasure(t, part))
  const [whole] = wholes
  if (!whole || wholes.length > 1 || whole.figure.value <= part.figure.value || !isExchanged(stated, part, whole)) return undefined
  const { span } = statedShare(stated) ?? {}
  return !span || isMade(poolFor(sentence).all, part, span) ? undefined : { stated, span, as: 'percent', part, whole, open: false, uncertain: true }
}

/** The words of a number's own clause, 、 and what stands behind it among them. */
const wordsOf = ({ before, after }: Term): string => (/[^，；。：]*$/u.exec(before)?.[0] ?? '') + (/^[^，；。：]*/u.exec(after)?.[0] ?? '')

/** Is the number one that a rate of this name counts? */
function isNamed(name: string, kind: string, t: Term): boolean {
  const words = wordsOf(t)
  // what came new is another part than what a rate counts
  if (/(?:新增|净增)[^，]{0,6}$/u.test(t.before)) return false
  if ((!/^[不未]/u.test(name) && /不[满合及达]|未/u.test(words)) || /计划|目标|任务(?!中)|(?<!对|相|适|供)应[到收参交种检办]/u.test(words)) return false
  if (KNOWN.some(([of, by]) => of.test(name) && by.test(words))) return true
  return words.includes(kind === '率' ? name.slice(-2) : name)
}

const KNOWN = [...SYNONYMS, ...RATES, ...NUMERATORS]

/** What makes a rate narrower (法定审限内, 规上) must have been said of its numbers. */
function holdsAll(name: string, said: string): boolean {
  const narrower = [...name.matchAll(NARROWER)].every(([word]) => said.includes(word))
  const ends = KNOWN.flatMap(([of]) => of.exec(name)?.index ?? [])
  const rest = name.slice(0, Math.min(Math.max(0, name.length - 2), ...ends))
  return narrower && [...rest].every((c) => said.includes(c))
}

/** 批准逮捕12.5万人，不捕11.5万人，不捕率47.9%: of the two together. */
const isOfBoth = (name: string, part: Term, others: readonly Term[], span: Span): boolean =>
  /^[不未]/u.test(name) && others.some((t) => fits(part.span, { low: part.span.low + t.span.low, high: part.span.high + t.span.high }, span))
