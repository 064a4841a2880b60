import { isOneSlip, oneSlipAway } from '../number-slip.ts'
import { meet, sumSpan } from '../span.ts'
import { inSteps } from './arithmetic.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

/** Two words of which each thing counted has one, and the word for both, where there is one. */
const PAIRS: readonly { of: readonly [RegExp, RegExp]; both: RegExp }[] = [
  { of: [/城市|城镇/u, /农村|乡村/u], both: /城乡|全[市县区省州]/u },
  { of: [/初中/u, /高中/u], both: /中学/u },
  { of: [/公办/u, /民办/u], both: /全[市县区省州]|各类/u },
  { of: [/公立/u, /民营/u], both: /全[市县区省州]|各类/u },
  { of: [/商品/u, /服务/u], both: /各类|消费/u },
  { of: [/线上/u, /线下/u], both: /线上线下|各类/u },
]
const LITERALS = /农村|乡村|高中|民办|民营|服务|线下/u
const FILLERS = /^(?:(?:20)?\d\d年|全年|年内|当年|年末|全[市县区省州镇]|现|共有?|有|为|达|各类|累计|合计|总|受理|发放|其中)+|(?:共|共有|有|为|达到?|总数|总计|合计)+$/gu
/** sentences back in which the first of the two and the total are looked for */
const BACK = 3
/** farther off, it is no total of the two */
const NEAR = 0.3

/** 普通中学在校生2473923人，…。普通初中在校生1987827人，…。普通高中在校生468096人: two numbers that are called alike but for one word, and what is called by the word for both. */
export function wrongCounterparts(sentence: Sentence): Sum[] {
  if (!LITERALS.test(sentence.text.slice(sentence.start, sentence.end))) return []
  return [...inWords(sentence), ...sameWords(sentence)]
}

const isPart = (t: Term): boolean => isLevel(t) && !isDelta(t) && t.figure.approx === 'exact' && t.depth === 0

function inWords(sentence: Sentence): Sum[] {
  return sentence.terms.flatMap((second): Sum[] => {
    const label = labelOf(second)
    const pair = PAIRS.find(({ of }) => of[1].test(label) && !of[0].test(label))
    if (!pair || !isPart(second)) return []
    const rest = bare(label.replace(pair.of[1], ''))
    if (rest.length < 2) return []
    const before = termsBefore(sentence, second)
    const firsts = before.filter((t) => isPart(t) && sameMeasure(t, second) && pair.of[0].test(labelOf(t)) && !pair.of[1].test(labelOf(t)) && bare(labelOf(t).replace(pair.of[0], '')) === rest)
    const [first] = firsts
    if (!first || firsts.length > 1) return []
    const like = before.filter((t) => isPart(t) && sameMeasure(t, second) && t.figure.start < first.figure.start)
    const totals = like.filter((t) => {
      const name = labelOf(t)
      return !pair.of.some((kind) => kind.test(name.replace(pair.both, ''))) && [name, name.replace(pair.both, '')].some((words) => bare(words) === rest)
    })
    return off(totals, [first, second])
  })
}

/** 发放低保金4721万元，其中城市低保6195户，发放低保金3277万元，农村低保7840户，发放低保金1414万元: the words of kind stand ahead of another number. */
function sameWords({ terms, text }: Sentence): Sum[] {
  if (terms.length < 5) return []
  return terms.flatMap((second): Sum[] => {
    const label = labelOf(second)
    if (label.length < 3 || !isPart(second)) return []
    const same = terms.filter((t) => t.at < second.at && isPart(t) && sameMeasure(t, second) && labelOf(t) === label)
    const [total, first, more] = same
    if (!total || !first || more || terms.some((t) => t.at > total.at && t.at < second.at && t !== first && isLevel(t) && sameMeasure(t, second))) return []
    const [one, other] = [text.slice(total.figure.end, first.figure.start), text.slice(first.figure.end, second.figure.start)]
    return PAIRS.some(({ of }) => of[0].test(one) && !of[1].test(one) && of[1].test(other) && !of[0].test(other)) && one.includes('其中') ? off([total], [first, second]) : []
  })
}

const bare = (label: string): string => label.replace(FILLERS, '').replace(/^(?:的|在)/u, '')

function termsBefore(sentence: Sentence, second: Term): Term[] {
  const out: Term[] = sentence.terms.slice(0, second.at)
  let own = sentence.previous
  for (let back = 0; own && back < BACK; back++, own = own.previous) out.unshift(...own.terms)
  return out
}

/** The one total that a slip parts from the sum; none where another is right. */
function off(totals: readonly Term[], parts: readonly Term[]): Sum[] {
  const sum = sumSpan(parts.map(({ span }) => span))
  if (totals.some((t) => meet(sum, t.span))) return []
  const [total, other] = totals
  if (!total || other) return []
  const { values: [whole = 0, ...shares] } = inSteps([total, ...parts])
  const due = shares.reduce((a, b) => a + b, 0)
  return Math.abs(due - whole) < NEAR * due && oneSlipAway(shares, whole, 0, isOneSlip) ? [{ total, parts }] : []
}
