import { oneSlipAway } from '../number-slip.ts'
import { meet, sumSpan } from '../span.ts'
import { inSteps } from './arithmetic.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

/** 其余47个: what is left of a total, after what was named before it, that does not come to it. */
export function wrongRemainders(sentence: Sentence): Sum[] {
  const { terms } = sentence
  return terms.flatMap((rest) => {
    const left = leftToDo(rest, sentence)
    if (left) return left
    if (!isLevel(rest) || !/(?:^|[，；、])(?:其余|剩余|余下|剩下)(?:的)?$/u.test(rest.before)) return []
    const excepted = exceptedBefore(rest, sentence)
    if (excepted) return excepted.length > 0 ? apartFrom(excepted, rest, sentence) : []
    const before = terms.filter((t) => t.at < rest.at && sameMeasure(t, rest) && isLevel(t) && !isDelta(t) && t.depth === rest.depth)
    const [total] = before
    const named = before.slice(1)
    if (!total || named.length === 0 || named.length > 4) return []
    const parts = [...named, rest]
    if (named.some((t) => t.figure.value > total.figure.value)) return []
    // a chain (收到168件，立案143件，办结140件，其余3件 …) leaves open of which the rest is
    for (let from = 0; from < before.length; from++) {
      const whole = before[from]
      for (let k = from + 1; whole && k < before.length; k++) for (let to = k + 1; to <= before.length; to++) if (meet(sumSpan([...before.slice(k, to), rest].map((t) => t.span)), whole.span)) return []
    }
    const exact = parts.every(({ figure }) => figure.approx === 'exact')
    return exact && named.length === 1 ? [{ total, parts }] : []
  })
}

const LEFT = /(?:^|[，；、])(?:目前)?(?:尚有|还有|仍有|尚余|还剩)$/u
const TO_DO = /^[^，；。\d]{0,10}(?:正在|待|未|在办|逐步|推进|列入|挂牌|督办|整改中)/u
const NOT_DONE = /(?:^|[，；、])(?:尚?未|没有)(\p{Script=Han}{1,4}?)的?(?:有|还有)?$/u
const SPENT = /(?:支出|使用|拨付|列支)[^，；。：、]{0,4}$/u
const SAVED = /(?:^|[，；])(?:资金|年末|当年|收支)?(?:结余|节余)(?:资金)?$/u

/** 受理862件，已办结834件，尚有28件正在办理: what is not done yet of a whole of which what is done was told; empty where it is right, undefined where it is none. */
function leftToDo(rest: Term, { terms }: Sentence): Sum[] | undefined {
  if (!/[尚还仍未没余]/u.test(rest.before)) return undefined
  const [total, done] = [terms[rest.at - 2], terms[rest.at - 1]]
  if (!total || !done || ![total, done, rest].every((t) => isLevel(t) && !isDelta(t) && sameMeasure(t, rest) && t.figure.approx === 'exact' && t.depth === rest.depth)) return undefined
  const undone = NOT_DONE.exec(rest.before)?.[1]
  const toDo = LEFT.test(rest.before) && TO_DO.test(rest.after) && /已|完成|建成|办结|化解|整改/u.test(labelOf(done) + (/^[^，；。]*/u.exec(done.after)?.[0] ?? ''))
  const same = undone !== undefined && /已/u.test(labelOf(done)) && labelOf(done).includes(undone)
  const saved = SAVED.test(rest.before) && SPENT.test(labelOf(done)) && /收入|预算|筹|到位|资金/u.test(labelOf(total))
  if (!toDo && !same && !saved) return undefined
  const { values: [whole = 0, ...shares] } = inSteps([total, done, rest])
  if (meet(sumSpan([done.span, rest.span]), total.span) || done.figure.value >= total.figure.value) return []
  return oneSlipAway(shares, whole, 0) ? [{ total, parts: [done, rest] }] : []
}

/** 除用于康复的1240万元、培训的560万元外，其余: the numbers between 除 and 外, empty where something is excepted without a number; undefined where there is no 除. */
function exceptedBefore(rest: Term, { terms, text, start }: Sentence): readonly Term[] | undefined {
  const lead = /除(?!夕|尘|险|雪|草|湿|颤|虫)了?(?:[^；。除]|除[尘险雪草湿颤虫]){0,80}?(?:之|以)?外，?(?:其余|剩余|余下|剩下)的?\s*$/u.exec(text.slice(Math.max(start, rest.figure.start - 100), rest.figure.start))
  if (!lead) return undefined
  const from = rest.figure.start - lead[0].length
  const own = terms.filter((t) => t.figure.start >= from && t.at < rest.at && isLevel(t) && sameMeasure(t, rest) && t.depth === rest.depth)
  const last = own.at(-1)
  // each item has its number, and the list is closed
  const behind = last ? text.slice(last.figure.end, rest.figure.start) : ''
  return !last || /[、和及与等]/u.test(behind) || own.some((t, i) => /[、，]/u.test(i === 0 ? text.slice(from, t.figure.start) : t.before.replace(/^[、，和及与]|^以及/u, ''))) ? [] : own
}

/** 气象站128个，…。除6个停用外，其余132个 …: of a whole that may stand a sentence before, among other figures. */
function apartFrom(excepted: readonly Term[], rest: Term, { terms, previous }: Sentence): Sum[] {
  const wholesIn = (of: readonly Term[]): Term[] => of.filter((t) => isLevel(t) && sameMeasure(t, rest) && !isDelta(t) && t.depth === rest.depth)
  const own = wholesIn(terms.slice(0, excepted[0]?.at ?? 0))
  const wholes = own.length > 0 ? own : wholesIn(previous?.terms ?? [])
  const parts = [...excepted, rest]
  const total = wholes.at(-1)
  if (!total || [total, ...parts].some(({ figure }) => figure.approx !== 'exact') || wholes.some((t) => meet(sumSpan(parts.map((p) => p.span)), t.span))) return []
  if (/新增|新建|计划|目标/u.test(labelOf(total)) && wholes.length > 1) return []
  // of several wholes the last; and only where one slip makes the difference, since what is left may be of something else
  const { values: [whole = 0, ...shares] } = inSteps([total, ...parts])
  return oneSlipAway(shares, whole, 0) ? [{ total, parts }] : []
}
