import { isOneSlip } from '../number-slip.ts'
import { meet, sumSpan } from '../span.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

/** 其余47个: what is left of a total, after what was named before it, that does not come to it. */
export function wrongRemainders(sentence: Sentence): Sum[] {
  const { terms } = sentence
  return terms.flatMap((rest) => {
    if (!isLevel(rest) || !/(?:^|[，；、])(?:其余|剩余|余下)(?:的)?$/u.test(rest.before)) return []
    const excepted = terms.find((t) => t.at < rest.at && isLevel(t) && sameMeasure(t, rest) && t.at >= rest.at - 2 && /除了?$/u.test(t.before) && t.depth === rest.depth)
    if (excepted) return apartFrom(excepted, rest, sentence)
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

/** 气象站128个，…。除6个停用外，其余132个 …: of a whole that may stand a sentence before, among other figures. */
function apartFrom(excepted: Term, rest: Term, { terms, text, previous }: Sentence): Sum[] {
  if (!/外，?其余的?$/u.test(text.slice(excepted.figure.end, rest.figure.start).replace(/\s+/gu, ''))) return []
  const wholesIn = (of: readonly Term[]): Term[] => of.filter((t) => isLevel(t) && sameMeasure(t, rest) && !isDelta(t) && t.depth === rest.depth)
  const own = wholesIn(terms.slice(0, excepted.at))
  const wholes = own.length > 0 ? own : wholesIn(previous?.terms ?? [])
  const parts = [excepted, rest]
  const sum = excepted.figure.value + rest.figure.value
  const total = wholes.at(-1)
  if (!total || [total, ...parts].some(({ figure }) => figure.approx !== 'exact') || wholes.some((t) => meet(sumSpan(parts.map((p) => p.span)), t.span))) return []
  if (/新增|新建|计划|目标/u.test(labelOf(total)) && wholes.length > 1) return []
  // of several wholes the last; and only where one slip makes the difference, since what is left may be of something else
  const slipped = isOneSlip(String(total.figure.value), String(sum)) || isOneSlip(String(rest.figure.value), String(total.figure.value - excepted.figure.value)) || isOneSlip(String(excepted.figure.value), String(total.figure.value - rest.figure.value))
  return slipped ? [{ total, parts }] : []
}
