import { fits, quotientSpan, shareSpan, sumSpan } from '../span.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'

/** Rates by name, with the words of the number that is divided, where these are not the name itself. */
export const RATES: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:结案|审结|办结|审执结|执结)$/u, /结案|审结|办结|执结|审执结/u],
  [/破案$/u, /破获|侦破|破案/u],
  [/(?:采用|采纳|录用|吸纳)$/u, /采用|采纳|录用|吸纳/u],
  [/(?:办复|答复|回复)$/u, /办复|答复|回复/u],
  [/(?:整改|整改完成|整治)$/u, /整改|整治/u],
  [/(?:解决|化解|消除|销号)$/u, /解决|化解|消除|销号/u],
  [/(?:调解|调解成功)$/u, /调解成功|成功调解|化解/u],
  [/调撤$/u, /调解|撤诉|调撤/u],
  [/(?:及格|通过)$/u, /及格|通过/u],
  [/(?:回收|有效回收)$/u, /回收|收回/u],
  [/(?:到会|出席|参会|到课)$/u, /实到|出席|到会|参会|实际参加/u],
  [/完成$/u, /实际|完成/u],
  [/(?:收缴|征缴|收费|清缴)$/u, /实收|实缴|收缴|征缴/u],
  [/满意$/u, /满意/u],
  [/(?:就业|毕业去向落实)$/u, /就业|落实/u],
  [/参保$/u, /参保|参加[^，；。]{0,8}保险/u],
  [/执行$/u, /支出|执行/u],
  [/参与$/u, /参与|提交|参加/u],
  [/接种$/u, /接种|实种/u],
  [/城镇化$/u, /城镇人口/u],
  [/达标$/u, /达标|达到/u],
  [/适用$/u, /适用|认罪认罚|从宽|简易程序|速裁/u],
  [/上线$/u, /上线|达线/u],
  [/录取$/u, /录取/u],
  [/升学$/u, /升学|升入/u],
  [/(?:投票|参选)$/u, /投票|参加投票|参选/u],
  [/脱贫$/u, /脱贫/u],
  [/起诉$/u, /起诉/u],
  [/覆盖$/u, /覆盖|建成|设立|配备/u],
  [/批捕$/u, /批准逮捕|批捕/u],
]
/** 立案率, 提案立案率, 问题整改率 */
export const NAMED = /(?:^|[，；：、（）和且])([^，；：、（）\d]{2,10})率(?:为|达到?了?|约|高达|是|均)*$/u
/** words of a name that narrow nothing */
export const WIDE = /^(?:其|综合|总体|整体|平均|案件|提案|建议|意见|问题|隐患|信息|计划|任务|总)+/u
/** 不合格57批次: what is left over, not what the rate counts */
const NEGATED = /不[满合及达]|未/u
/** 应种、应检, with 实种、实检 behind */
const EXPECTED = /应(\p{Script=Han})[^。]*实\1/u
export const PLANNED = /计划|目标|任务|应|预算(?!收入|支出)|年初|确定|列入|安排|下达|承诺|民生实事/u
/** such a sentence counts otherwise than it seems */
export const OTHERWISE = /结收|收结|清结率|旧存|历年|积案|其他/u
/** 受理755件（含旧存280件）: nothing is left out of what was received */
export const OLDER_INCLUDED = /（(?:均?含|包括|其中)(?:旧存|上年|往年|历年)[^（）]{0,12}）/gu
/** no share of what was counted before */
const NO_SHARE = /精简|压缩|压减|缩减|缩短|减少|降低|减免|节约|节省|压降|提速|减排|增长|增加|下降|提高|上涨|利用|贡献|毛利|利润|收益|负债|失业|死亡|发生|感染|普及|毛入学|同比|环比|周转|使用|床位|汇|利|税/u

/** Rates (立案率85.1%) that do not follow from the numbers of their sentence whose words say that they are of this rate. */
export function readRates(sentence: Sentence): Share[] {
  return sentence.terms.flatMap((stated) => wrongRate(sentence, stated) ?? [])
}

function wrongRate(sentence: Sentence, stated: Term): Share | undefined {
  const { figure } = stated
  const { terms } = sentence
  if (figure.kind !== 'percent' || figure.unit !== '%' || figure.high !== undefined || stated.at < 2) return undefined
  // 执行率（…的比率，下同）为
  const full = NAMED.exec(stated.before.includes('（') ? stated.before.replace(/（[^（）]*）/gu, '') : stated.before)?.[1]
  if (full === undefined || NO_SHARE.test(full) || /^[不未]/u.test(full) || /^[、和及]/u.test(terms[stated.at + 1]?.before ?? '')) return undefined
  const name = full.replace(WIDE, '')
  const known = RATES.find(([of]) => of.test(name))
  const verb = name.slice(-2)
  if (!known && !/^\p{Script=Han}{2}$/u.test(verb)) return undefined
  // 应检486人，实检462人，体检率…
  const done = EXPECTED.exec(sentence.text.slice(sentence.start, figure.start))?.[1]
  const isOf = (said: string): boolean => (known ? known[1].test(said) : said.includes(verb)) || (done !== undefined && said.includes(`实${done}`))
  const before = terms.filter((t) => t.at < stated.at && isLevel(t) && !isDelta(t))
  const parts = before.filter((t) => isOf(wordsOf(t)) && !NEGATED.test(wordsOf(t)) && !/(?:新增|净增)[^，]{0,6}$/u.test(t.before))
  const part = name.endsWith('满意') ? parts[0] : parts.at(-1)
  if (!part) return undefined
  // what was counted last is divided; another number may stand behind it only where the name leaves no doubt
  if (before.some((t) => t.at > part.at && !parts.includes(t)) && (known || parts.length > 1)) return undefined
  const planned = /(?:完成|执行)$/u.test(name) || /收缴|征缴|清缴|收费/u.test(name)
  const wholes = before.filter((t) => t.at < part.at && sameMeasure(t, part) && (planned ? PLANNED.test(wordsOf(t)) : t.figure.value >= part.figure.value))
  const whole = wholes.at(-1)
  if (!whole || OTHERWISE.test(sentence.text.slice(sentence.start, figure.start).replace(OLDER_INCLUDED, ''))) return undefined
  // 法定审限内结案率, 当场立案率: what narrows the name must have been said of the numbers
  const said = wordsOf(part) + wordsOf(whole)
  const narrowed = name.slice(0, known ? -(known[0].exec(name)?.[0].length ?? 0) || undefined : -2)
  if ([...narrowed].some((c) => !said.includes(c))) return undefined
  // any two of these numbers that make the rate are as good
  const share = shareSpan(figure)
  // 满意 and 基本满意 may be taken together
  const like = parts.filter((t) => sameMeasure(t, part)).map((t) => t.span)
  const bottoms = [...before, ...(sentence.previous?.terms ?? [])].filter((t) => isLevel(t) && sameMeasure(t, part)).map((t) => t.span)
  const tops = [...before.filter((t) => sameMeasure(t, part)).map((t) => t.span), sumSpan(like)]
  if (tops.some((top) => bottoms.some((bottom) => top !== bottom && fits(top, bottom, share)))) return undefined
  if (!planned && quotientSpan(part.span, whole.span).low > 100) return undefined
  return { stated, span: share, as: 'percent', part, whole, open: false }
}

/** The words of a number's own clause. */
export const wordsOf = ({ before, after }: Term): string => (/[^，；。：]*$/u.exec(before)?.[0] ?? '') + (/^[^，；。：、]*/u.exec(after)?.[0] ?? '')
