import { isTransposition, oneSlipAway } from '../number-slip.ts'
import { meet } from '../span.ts'
import { inSteps } from './arithmetic.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** What came in and what went out, and what is left of it. */
export interface Balance {
  plus: readonly Term[]
  minus: readonly Term[]
  closing: Term
}

/** sentences back in which 收入 and 支出 are looked for */
const BACK = 2
const INCOME = /(?:收入|总收入|收入总计|收入合计|总财力|可用财力|收款|进账)(?:总额|总计|合计|完成|实现|决算数?|累计|共计|总量|数|为|达到?|约|的)*$/u
const SPENDING = /(?:支出|总支出|支出总计|支出合计|开支)(?:总额|总计|合计|完成|实现|决算数?|累计|共计|总量|数|为|达到?|约|的)*$/u
const CARRIED = /(?:上年|上期|年初|期初|历年)(?:滚存|累计|净|收支|财政)*(?:结余|结转|结存|余额)(?:收入|资金|结余)?(?:为|达|有|的)*$/u
/** 收支相抵，当年结余; 滚存结余 holds what was left of the years before */
const YEAR_LEFT = /(?:当年|当期|本年|本年度|本期|年度)(?:收支)?(?:净)?结余(?:资金)?(?:为|达|约)*$/u
const LEFT = /(?:收支(?:相抵|两抵|平衡后|结余)|结余|年终结余|年末结余|结转下年(?:支出|使用)?|净结余|节余|结转结余)(?:资金|后)?(?:为|达|约|的)*$/u
const ACCUMULATED = /滚存|累计|历年|以来/u
/** something else came or went between */
const ELSE = /调入|调出|上解|债务|转移支付|补助|稳定调节|基金安排|转贷|还本|另|动用|补充|预备|划转|其他|其中|上缴|扣除|返还|剔除|增长|比上年|[同环]比/u

/** 收入11867万元，上年结余6038万元，支出9380万元。收支相抵，年终结余8525万元: what is left that does not follow from what came and went. */
export function wrongBalances(sentence: Sentence): Balance[] {
  const { text, start, end } = sentence
  if (!/[结节]/u.test(text.slice(start, end)) || !/[结节](?:余|转)/u.test(text.slice(start, end))) return []
  return sentence.terms.flatMap((closing) => {
    const label = wordsOf(closing)
    if (!isExact(closing) || !(YEAR_LEFT.test(label) || LEFT.test(label)) || CARRIED.test(label) || ACCUMULATED.test(label)) return []
    return balanceOf(closing, YEAR_LEFT.test(label), sentence) ?? []
  })
}

const isExact = (t: Term): boolean => isLevel(t) && !isDelta(t) && t.figure.approx === 'exact' && t.depth === 0

/** The words of a number's own clause. */
const wordsOf = (t: Term): string => /[^，。；：]*$/u.exec(t.before)?.[0] ?? labelOf(t)

function balanceOf(closing: Term, ofYear: boolean, sentence: Sentence): Balance | undefined {
  let plus: Term | undefined
  let minus: Term | undefined
  let carried: Term | undefined
  let own: Sentence | undefined = sentence
  let from = sentence.start
  for (let back = 0; own && back <= BACK && !(plus && minus); back++, own = own.previous) {
    for (const t of [...own.terms].reverse()) {
      if (own === sentence && t.at >= closing.at) continue
      if (!sameMeasure(t, closing) || !isExact(t)) continue
      const label = wordsOf(t)
      if (CARRIED.test(label)) carried ??= t
      else if (SPENDING.test(label)) minus ??= t
      else if (INCOME.test(label)) plus ??= t
      // a further amount before both are found makes it another account
      else if (/结余|结转/u.test(label)) return undefined
      if (plus && minus && !carried) continue
    }
    from = own.start
  }
  // 村集体收入86万元，支出62万元: 支出 alone is of the same account
  if (!plus || !minus || (nounOf(plus) !== nounOf(minus) && !(nounOf(minus) === '' && plus.figure.start < minus.figure.start))) return undefined
  // the carried amount of the same account stands with the two
  if (carried && carried.figure.start < from) carried = undefined
  const said = sentence.text.slice(Math.min(plus.figure.start, minus.figure.start), closing.figure.start)
  const [a, b, c, left] = [plus.figure.value, minus.figure.value, carried?.figure.value ?? 0, closing.figure.value]
  const ways = [a - b, a + c - b]
  const all = [closing, plus, minus, ...(carried ? [carried] : [])]
  const { values: [total = 0, income = 0, spent = 0, before = 0] } = inSteps(all)
  const room = all.every(({ span }) => span.low === span.high) ? 0 : 1
  if (ways.some((way) => meet({ low: way, high: way }, closing.span)) || [income - spent, income + before - spent].some((due) => Math.abs(due - total) <= room)) return undefined
  const due = ofYear ? income - spent : income + before - spent
  if (due <= 0 || left <= 0) return undefined
  // where more was added or taken only a slip tells
  const slipped = isTransposition(String(total), String(due)) || (!ELSE.test(said) && (ofYear || carried || /收支(?:相抵|两抵)/u.test(wordsOf(closing) + said)) && oneSlipAway([total, spent], income + (ofYear ? 0 : before), 0))
  return slipped ? { plus: ofYear || !carried ? [plus] : [plus, carried], minus: [minus], closing } : undefined
}

/** 社会保险基金 of 社会保险基金收入, so that income and spending are of one account. */
const nounOf = (t: Term): string => wordsOf(t).replace(/^(?:\d{4}年)?(?:全年|当年|本年|年度|预计|实现|完成|安排|总|上述|全[市县省区镇]|[市县省区镇]本?级|20\d\d年|年初|预算|同期|支出|收入|年终|共|累计)*/u, '').replace(/(?:总?收入|总?支出|开支|收款).*$/u, '').replace(/总$/u, '')
