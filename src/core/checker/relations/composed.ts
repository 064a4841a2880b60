import { resolutionOf } from '../../figures/writing.ts'
import { isOneSlip, onePartAway } from '../number-slip.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import { offending, slippedToTheDigit, type Closeness, type Sum } from './sums.ts'

/** 由税收收入41.32亿元、…和非税收入3.39亿元三块构成: closes the list; with 的 behind it is said of a team or a system */
const CLOSED = /^[^，；。：、\d]{0,3}(?:[两三四五六七八九]个?(?:大?块|部分|方面|类|项|支|级)?)?(?:共同|组合|汇总)?(?:构成|组成|汇聚而成|合成)(?=$|[，；。])/u
/** 由 behind the noun of a total, or at the head of the next clause */
const BY = /^[^，；。：（、\d]{0,8}[，,]?(?:建设|所需|项目|全部|成员|人员|队伍|分别|均|共|整体|资金|收入|主要|经费|其中|具体)*$/u
/** 资金来源为, 资金分别来自, 所需资金由: what a sum of money comes from */
const SOURCES = /(?:资金|经费|收入|投资|款项|费用)?(?:主要)?(?:来源(?:为|是|有|于|包括|分别为|分别是|构成为|如下)[：，]?|(?:分别|均)?来自于?|构成(?:为|是)[：，]?)/gu
/** 由省级财政承担1800万元: who bears each part */
const BEARS = /(?:承担|负担|出资|筹集|自筹|配套|解决|投入|筹措|补助|安排|拨付|下达|给予|支持|分担|列支|支付|保障)(?:了|资金|经费)?$/u
const SOURCE_NAME = /财政|中央|省|市|县|区|镇|乡|村|上级|本级|自筹|配套|补助|债|贷款|捐|社会|企业|群众|专项|资金|收入|拨款|经费|基金|帮扶|对口/u
const MONEY = /元$/u
/** a part is said to be told with others */
const OPEN = /^[^，；。]{0,6}(?:等|以上)|^[^，；。]{0,4}[，；、](?:其余|剩余|余下|余款|不足部分|缺口|尚缺|另|还有|差额)/u
/** 减值损失4亿元 is taken away */
const LESS = /损失|亏损|减值|扣除|抵[减扣]|费用化|其中/u
const NO_TOTAL = /[人户村校亩月日年]均|平均|每|(?<!高)标准|补助|结余/u
/** farther off, the list is of something else */
const [LEAST, MOST] = [0.6, 1.6]

/** A total, and what the words say it is made of: 由A41亿元、B13亿元和C3亿元三块构成; 总投资1.2亿元，资金来源为上级补助4300万元、…; 由省级财政承担1800万元、…. */
export function wrongComposed(sentence: Sentence): Sum[] {
  const { terms, text, start, end } = sentence
  if (terms.length < 3) return []
  const said = text.slice(start, end)
  const composed = said.includes('由') && /[构组合]成|元/u.test(said)
  const sourced = /来源|来自|构成[为是]/u.test(said)
  const out: Sum[] = []
  if (composed) {
    for (let at = said.indexOf('由'); at >= 0; at = said.indexOf('由', at + 1)) {
      const parts = listFrom(sentence, start + at + 1)
      const last = parts.at(-1)
      const total = last ? totalBefore(sentence, start + at, parts, false) : undefined
      if (!last || !total) continue
      const closed = CLOSED.test(last.after)
      const borne = MONEY.test(total.figure.unit) && parts.every((p) => SOURCE_NAME.test(labelOf(p))) && parts.slice(0, -1).every((p) => BEARS.test(labelOf(p)))
      const mainly = said.slice(0, at).endsWith('主要')
      if (closed || borne) out.push(...judged({ total, parts }, closed && !mainly ? 'stated' : 'listed'))
    }
  }
  if (sourced) {
    for (const mark of [...said.matchAll(SOURCES)].slice(0, 6)) {
      const parts = listFrom(sentence, start + mark.index + mark[0].length)
      const total = parts.length < 2 ? undefined : totalBefore(sentence, start + mark.index, parts, true)
      if (total && MONEY.test(total.figure.unit) && parts.filter((p) => SOURCE_NAME.test(labelOf(p))).length >= parts.length - 1) out.push(...judged({ total, parts }, mark[0].includes('主要') || mark[0].includes('有') ? 'listed' : 'told'))
    }
  }
  return out.filter((sum, i) => out.findIndex(({ total }) => total === sum.total) === i)
}

/** The like numbers from an offset on, parted by 、 and 和 (or each in a clause of its own), nothing else between. */
function listFrom({ terms, text }: Sentence, at: number): readonly Term[] {
  const first = terms.find((t) => t.figure.start >= at)
  if (!first || !isLevel(first) || isDelta(first) || first.figure.start - at > 24 || /[，；。]/u.test(text.slice(at, first.figure.start))) return []
  const out = [first]
  for (let t = terms[first.at + 1]; t && isLevel(t) && sameMeasure(t, first) && t.depth === first.depth && t.figure.approx === 'exact'; t = terms[t.at + 1]) {
    if (!/^[，、和及与以](?![^，]*[，；。：])[^，；。：]{1,18}$/u.test(t.before.replace(/^，[和及与由]?/u, '，'))) break
    out.push(t)
  }
  return out.length >= 2 && first.figure.approx === 'exact' ? out : []
}

/** The number right before the words that open the list. */
function totalBefore({ terms, text }: Sentence, at: number, [first]: readonly Term[], sources: boolean): Term | undefined {
  if (!first) return undefined
  const total = terms[first.at - 1]
  if (!total || total.figure.end > at || !isLevel(total) || isDelta(total) || !sameMeasure(total, first) || total.depth !== first.depth || total.figure.approx !== 'exact' || NO_TOTAL.test(labelOf(total))) return undefined
  const before = terms[total.at - 1]
  // 门诊86万元、住院120万元，由…: of which of them
  if (before && sameMeasure(before, total) && /^[、和及与]/u.test(total.before)) return undefined
  const between = text.slice(total.figure.end, at).replace(/\s+/gu, '')
  return (sources ? /^[^，；。：（、\d]{0,8}[，；（]?(?:其中|主要|全部|建设|项目|所需)?$/u : BY).test(between) ? total : undefined
}

function judged(sum: Sum, how: Closeness): Sum[] {
  const value = sum.parts.reduce((all, { figure }) => all + figure.value, 0)
  const whole = sum.total.figure.value
  if (sum.parts.some((p) => LESS.test(labelOf(p))) || OPEN.test(sum.parts.at(-1)?.after ?? '') || value < LEAST * whole || value > MOST * whole) return []
  return offending(sum, how) || slippedToTheDigit(sum) || beyondRounding(sum, value) ? [sum] : []
}

/** 1.2亿元 of 4300万元, 5700万元 and 2500万元: half a step of the total too much, and one slip in a part explains it. */
function beyondRounding({ total, parts }: Sum, value: number): boolean {
  const step = resolutionOf(total.figure.text)
  const fine = Math.min(...parts.map(({ figure }) => resolutionOf(figure.text) || 1))
  if (fine >= step || value - total.figure.value < step / 2 - 1e-6 * value) return false
  return onePartAway(parts.map(({ figure }) => Math.round(figure.value / fine)), Math.round(total.figure.value / fine), 0, isOneSlip)
}
