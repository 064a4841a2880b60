import { readChinese } from '../../text/numerals.ts'
import { oneSlipAway } from '../number-slip.ts'
import { meet, sumSpan } from '../span.ts'
import { inSteps } from './arithmetic.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

/** 上述四类案件共审执结: how many things it sums up */
const SUMS_UP = /(?:^|[。；，])(?:以上|上述|这|前述)([两二三四五六七八九])(?:大?类|大?项|种|级|部分|方面|块|笔|处|个\p{Script=Han}{0,4})[^，。；：、]{0,10}(?:共|合计|总计|累计)[^，。；：、]{0,8}$/u

/** A total of as many numbers as it says, which stand before it with other numbers between them (审结刑事案件486件，判处罪犯631人；…。上述四类案件共审执结9645件). */
export function wrongSummedUp(sentence: Sentence): Sum[] {
  const { terms, text, start, end, previous } = sentence
  if (!/(?:上述|以上|这|前述)[两三四五六七八九]/u.test(text.slice(start, end))) return []
  return terms.flatMap((total): Sum[] => {
    const count = readChinese((SUMS_UP.exec(total.before)?.[1] ?? '').replace('两', '二'))
    if (!(count >= 2) || !isLevel(total) || total.figure.approx !== 'exact') return []
    const own = partsOf(sentence, total, terms.slice(0, total.at))
    const parts = own.length > 0 || !previous ? own : partsOf(previous, total, previous.terms)
    if (parts.length !== count || parts.some(({ figure }) => figure.approx !== 'exact') || meet(sumSpan(parts.map(({ span }) => span)), total.span)) return []
    const { values: [whole = 0, ...shares] } = inSteps([total, ...parts])
    return oneSlipAway(shares, whole, [total, ...parts].every(({ span }) => span.low === span.high) ? 0 : Math.ceil(count / 2)) ? [{ total, parts }] : []
  })
}

/** The numbers of a total's unit that are no parts of others: not behind 其中, in no brackets, no changes. */
function partsOf({ text, start }: Sentence, total: Term, terms: readonly Term[]): Term[] {
  return terms.filter((t) => {
    if (!isLevel(t) || !sameMeasure(t, total) || isDelta(t) || t.depth > 0) return false
    const from = Math.max(start, text.lastIndexOf('；', t.figure.start))
    return !text.slice(from, t.figure.start).includes('其中')
  })
}
