import { isOneSlip, isTransposition, oneSlipAway } from '../number-slip.ts'
import { meet, sumSpan } from '../span.ts'
import { inSteps } from './arithmetic.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

/** what is added up in so many words: any mismatch is a fault */
const ADDED = /(?:加起来|加在一起|相加|加总|合起来|合在一起)[^。；：\d]{0,14}$/u
/** 三项合计, 两类共, 三笔资金累计: how many there are */
const COUNTED = /(?:^|[，；、])(?:以上|上述|这)?([两二三四五六])(?:大?类|大?项|种|级|部分|方面|块|笔|处|者|地|校|院|季|批|期|轮)(?:案件|资金|收入|支出|费用|活动|经费|款项|投入|项目)?(?:共计|合计|总计|累计|一?共|总共)[^，。；：\d]{0,8}$/u
/** what says that a number is of several */
const TOTAL = /总(?!工会|理|书记|队|领|局|支|体|站|部|统|则|决|结|会|裁|监|经理|医院|校|台)|(?<![公中国])共(?!同|青|享|产|建|和|识|富|治|赢|商|性)|合计|累计/u
/** the list goes on to a stock, or is what came and went of it */
const STOCK = /共有|年末|年底|总数达|总[数量额][^，]{0,4}达|累计|增至|增加到|达到|现有|拥有|保有|存栏|在册|存量|余额/u
const CAME = /年初|期初|原|新|注销|增|续|改|扩|修|退|减|撤|报废|拆/u
/** numbers of another doing or of another kind than the parts of a total */
const NO_PART = /其中|平均|[人户月年日]均|每|计划|目标|任务|预算|上年|去年|同期|最[高低多少大小]|占|超|比|较|总/u
/** 上半年…、下半年…，全年: the parts of a year */
const PERIODS: readonly RegExp[] = [/上半年.*下半年/u, /春[季学秋]?.*秋[季学]?/u, /[一1]季度.*[二2]季度.*[三3]季度.*[四4]季度/u, /夏粮.*秋粮/u, /早稻.*晚稻/u]
const YEAR = /(?:全年|年度|总产|一年)/u
const MOST = 8
/** smaller sums come near to each other by chance */
const TELLING = 100

/** 门诊42.8万人次、急诊6.3万人次，门急诊总量49.1万人次: a number told as the total of those right before it, one slip away from what they come to. */
export function wrongToldTotals({ terms, text, start, end }: Sentence): Sum[] {
  if (terms.length < 3 || (terms.length < 4 && !/[总共计加年]/u.test(text.slice(start, end)))) return []
  return terms.flatMap((total): Sum[] => {
    if (total.at < 2 || !isLevel(total) || total.figure.approx !== 'exact') return []
    const previous = terms[total.at - 1]
    if (!previous || !sameMeasure(previous, total)) return []
    const added = ADDED.test(total.before)
    // 三笔加起来，全年增收46.8万元
    if (!added && isDelta(total)) return []
    const counted = COUNTED.exec(total.before)?.[1]
    const clause = /[^，；。：]*$/u.exec(total.before)?.[0] ?? ''
    if (!added && counted === undefined && !/[，；]/u.test(total.before)) return []
    const all = runBefore(terms, total)
    if (all.length < 2) return []
    const n = counted === undefined ? all.length : countOf(counted)
    const parts = all.slice(-n)
    if (parts.length < Math.max(2, n) || isExplained(all, total)) return []
    if (added || counted !== undefined) return isOff(parts, total, true) ? [{ total, parts }] : []
    const year = YEAR.test(clause) && PERIODS.some((periods) => periods.test(parts.map(({ before }) => before).join('，')))
    const called = TOTAL.test(clause)
    if (!year && !called) return isUntold(parts, total) ? [{ total, parts, uncertain: true }] : []
    if (!year && !( !NO_PART.test(clause.replace(TOTAL, '').replace(/总/gu, '')))) return []
    // 新建12个、改造25个，总数达到86个: what there is now
    if (STOCK.test(clause) && (clause.includes('累计') || parts.some((p) => CAME.test(labelOf(p))))) return []
    // 化解86件，调处42件，各类纠纷共受理168件: of more than these
    if (/各(?:类|项|种|级)[^，]*共\p{Script=Han}/u.test(clause)) return []
    return isOff(parts, total, year, parts.length > 2 && areListed(parts) && !clause.includes('累计')) ? [{ total, parts }] : []
  })
}

const countOf = (numeral: string): number => (numeral === '两' ? 2 : '一二三四五六'.indexOf(numeral) + 1)

/** The run of like numbers right before a total. */
function runBefore(terms: readonly Term[], total: Term): Term[] {
  const out: Term[] = []
  for (let t = terms[total.at - 1]; t && out.length < MOST && isLevel(t) && sameMeasure(t, total) && !isDelta(t) && t.depth === total.depth && t.figure.approx === 'exact'; t = terms[t.at - 1]) {
    if (NO_PART.test(labelOf(t)) || /其中|包括/u.test(t.before)) return []
    out.unshift(t)
    if (TOTAL.test(labelOf(t))) return []
  }
  return out
}

/** Does some run of these come to the total, or is it one of them? */
function isExplained(parts: readonly Term[], total: Term): boolean {
  for (let from = 0; from < parts.length; from++)
    for (let to = from + 1; to <= parts.length; to++) if (meet(sumSpan(parts.slice(from, to).map(({ span }) => span)), total.span)) return true
  return false
}

/** Do the parts stand in one list with 、? */
const areListed = (parts: readonly Term[]): boolean => parts.slice(1).every(({ before }) => /^[^，；。：]{0,6}[、和及与]/u.test(before))

/** 油茶3200亩、茶叶1850亩、黄桃960亩，种植面积6010亩: a list and one number behind it that says what was listed, though not that it is all */
function isUntold(parts: readonly Term[], total: Term): boolean {
  if (parts.length < 3 || !areListed(parts) || !/^[^，；。：]{0,4}，[^，；。：、]{2,14}$/u.test(total.before) || NO_PART.test(labelOf(total)) || CAME.test(labelOf(total))) return false
  const { values: [whole = 0, ...shares] } = inSteps([total, ...parts])
  const sum = shares.reduce((a, b) => a + b, 0)
  return Math.min(sum, whole) >= TELLING && whole > Math.max(...shares) && Math.abs(sum - whole) > parts.length && (isTransposition(String(sum), String(whole)) || (Math.min(sum, whole) >= TELLING * 10 && isOneSlip(String(sum), String(whole))))
}

/** Do the parts not come to the total, and does a slip explain it? What is `sure` needs none, where the total is of their size. */
function isOff(parts: readonly Term[], total: Term, sure: boolean, listed = false): boolean {
  if (meet(sumSpan(parts.map(({ span }) => span)), total.span)) return false
  const { values: [whole = 0, ...shares] } = inSteps([total, ...parts])
  const sum = shares.reduce((a, b) => a + b, 0)
  const exact = [total, ...parts].every(({ span }) => span.low === span.high)
  if (Math.abs(sum - whole) <= (exact ? 0 : Math.ceil(parts.length / 2))) return false
  if (whole <= Math.max(...shares) && !oneSlipAway(shares, whole, 0, isTransposition)) return false
  if (sure) return Math.abs(sum - whole) < 0.5 * sum
  return oneSlipAway(shares, whole, 0, Math.min(sum, whole) >= (listed ? 10 : TELLING) ? isOneSlip : isTransposition)
}
