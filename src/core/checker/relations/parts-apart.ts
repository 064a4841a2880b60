import { pairsOf } from '../../compare/wording.ts'
import { isOneSlip, isTransposition, oneSlipAway } from '../number-slip.ts'
import { meet, sumSpan } from '../span.ts'
import { inSteps } from './arithmetic.ts'
import { isClosedScale } from './closed-scales.ts'
import { areAllKinds } from './kinds.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

/** How sure it is that a list names all there is: `all` by its words, `named` where its sentence names the whole again, `alike` where the parts are called alike. */
type Completeness = 'all' | 'named' | 'alike'

interface Listed {
  parts: readonly Term[]
  how: Completeness
  /** the words of the list and of what opens it */
  words: string
  opener: string
}

/** sentences back in which the total is looked for */
const BACK = 3
const FEWEST = 3
/** from here on, four parts that come to a number but for one slip hardly do so by chance */
const TELLING = 1000
/** smaller numbers come close to each other by chance */
const FEW = 100
/** longer words behind a number are no noun of it */
const LONGEST_NOUN = 4
/** farther off, the total is of something else */
const NEAR = 0.35

/** 其他类; 农村、企业等其他人员 */
const OTHERS = /^(?:[^，]{0,8}[等及和与])?(?:其他|其它|其余)/u
/** 各类残疾人为：, 工单分类：, 从级别看，, 在立案提案中， */
const NAMES_WHOLE =
  /(?:^|[，；])(?:各类\p{Script=Han}{1,8}(?:为|有|分别为|分别是)[：，]?|[^，；：。\d]{0,10}(?:分类|类型|类别|构成|组成|分布|来源|去向|形式|结构)(?:情况)?(?:分?别?为|分?别?是|如下|统计)?[：，]|[按从][^，；。\d]{1,12}(?:划分|分类|来分|分|来看|上看|看)[，：]|在?[^，；。：\d]{2,10}(?<!其|当|集|高|初)中，)$/u
/** one way of dividing, by the word that all labels end in */
const ONE_WAY = /(?:类|型|级|方面|领域|干部|残疾|形态|批次|季度|年级|案件)(?:[^，；。：]{0,4})$/u
/** a number with such words is no part */
const NO_PART = /共|合计|累计|总|平均|[人户月年日]均|每|另|同时|此外|新增|比上|较上|同比|环比|全年|全[县市省区]|计划|目标|重点|其中|任务|标准|首次|以来|最[高低多少大小]/u
/** the list names the foremost only, or says something of each */
const PARTIAL = /等\d|前[一二三四五六七八九十\d]|主要|居前|位居|较多|最多|集中在|包括|例如|比如|如：|重点|分别|其中/u
const AVERAGE = /[人户村校亩月日年]均|平均|每|标准/u

/** Lists of parts whose total stands in a sentence before them and that do not come to it: 受理2495件。…工单分类：求决类1878件、咨询类276件、…. */
export function wrongPartsApart(sentence: Sentence): Sum[] {
  if (sentence.previous === undefined || sentence.terms.length < 2) return []
  return listsIn(sentence).flatMap((list) => against(list, sentence))
}

/** The lists of a sentence that may well name all parts of something. */
function listsIn(sentence: Sentence): Listed[] {
  const { terms, text, start, end } = sentence
  const outer = terms.filter((t) => t.depth === 0 && isLevel(t) && !isDelta(t))
  const firsts = outer.filter((t, i) => t.before !== '' && outer.findIndex((other) => sameMeasure(other, t)) === i)
  return firsts.flatMap((first): Listed[] => {
    const like = outer.filter((t) => sameMeasure(t, first))
    const parts = like.length < 2 ? [] : headsOf(like, sentence)
    const last = parts.at(-1)
    if (!last || !first.before.endsWith(labelOf(first))) return []
    const labels = parts.map(labelOf)
    if (labels.some((label) => label === '' || label.length > 18 || NO_PART.test(label)) || new Set(labels).size < labels.length) return []
    const opener = text.slice(terms[first.at - 1]?.figure.end ?? start, first.figure.start).replace(/\s+/gu, '').slice(0, -labelOf(first).length)
    const behind = text.slice(last.figure.end, end)
    // 86家反映用工难，52家反映融资难: what is said of some is no division of all
    if (parts.some(({ after }) => (/^[^，；。：、（]*/u.exec(after)?.[0].length ?? 0) > LONGEST_NOUN)) return []
    if (PARTIAL.test(opener + labels.join('，')) || /^[^，；。]{0,6}等|^[，；（]?[^；。]{0,16}(?:居|位列|排名|占前|合计|共计|三项)/u.test(behind)) return []
    const how = completeness(labels, opener)
    return how === undefined || (parts.length < FEWEST && how !== 'all' && !(how === 'named' && labels.every((label) => label.endsWith('类')))) ? [] : [{ parts, how, opener, words: opener + labels.join('，') + parts.map(({ after }) => /^[^，；。：、]{0,8}/u.exec(after)?.[0] ?? '').join('，') }]
  })
}

/** The parts among numbers of one unit: all of them, or the first of each stretch between ；. Empty where something else stands between. */
function headsOf(like: readonly Term[], { terms, text }: Sentence): readonly Term[] {
  const [first] = like
  const last = like.at(-1)
  if (!first || !last) return []
  const heads = like.filter((t, i) => i === 0 || text.slice(like[i - 1]?.figure.end ?? 0, t.figure.start).includes('；'))
  if (heads.length >= FEWEST && heads.length < like.length) {
    // 对…受理10件，提出建议2件；对…受理6件，…: each stretch tells of the same first
    const ends = heads.map((t) => labelOf(t).slice(-2))
    return new Set(ends).size === 1 ? heads : []
  }
  const between = terms.filter((t) => t.at > first.at && t.at < last.at && !like.includes(t) && t.depth === 0)
  // shares, changes and a second unit (26件38人) may stand between
  if (between.some((t) => !(t.figure.kind === 'percent' && /占|比|增|降|升|率/u.test(t.before)) && !isDelta(t) && t.before !== '')) return []
  return like.slice(1).every((t) => /^[^，；。：]{0,8}[，；、]|^[^，；。：]{0,6}[和及与]/u.test(t.before)) ? like : []
}

function completeness(labels: readonly string[], opener: string): Completeness | undefined {
  if (labels.length >= FEWEST && OTHERS.test(labels.at(-1) ?? '')) return 'all'
  if (areAllKinds(labels) || isClosedScale(labels)) return 'all'
  if (NAMES_WHOLE.test(opener)) return 'named'
  const [first = ''] = labels
  const ending = ONE_WAY.exec(first)?.[0]
  if (ending !== undefined && labels.every((label) => label.endsWith(ending))) return 'alike'
  return labels.length >= FEWEST && first.length >= 2 && labels.every((label) => label.slice(-2) === first.slice(-2)) ? 'alike' : undefined
}

/** The sum of a list beside the numbers before it, of which one may be its total. */
function against({ parts, how, words, opener }: Listed, sentence: Sentence): Sum[] {
  const [first] = parts
  if (!first || parts.some(({ figure }) => figure.approx !== 'exact')) return []
  // 共72人，…: its own sentence has what it is part of
  if (sentence.terms.some((t) => t.at < first.at && isLevel(t) && sameMeasure(t, first))) return []
  const before: Term[] = []
  let own = sentence.previous
  for (let back = 0; own && back < BACK; back++, own = own.previous) before.push(...own.terms.filter((t) => isLevel(t) && sameMeasure(t, first)).reverse())
  const sum = sumSpan(parts.map(({ span }) => span))
  if (before.length === 0 || before.length > 24 || accountedFor(sum, before) || (how !== 'all' && runsMeet(parts, before))) return []
  const value = parts.reduce((all, { figure }) => all + figure.value, 0)
  const largest = Math.max(...parts.map(({ figure }) => figure.value))
  const named = pairsOf(words)
  // nothing else of the unit right before it
  const only = ((how === 'all' && value >= FEW) || NAMES_WHOLE.test(opener)) && sentence.previous?.terms.filter((t) => sameMeasure(t, first)).length === 1 ? sentence.previous.terms.find((t) => sameMeasure(t, first)) : undefined
  const wholes = before.filter((t) => t.figure.approx === 'exact' && t.depth === 0 && !isDelta(t) && t.figure.value > largest && Math.abs(t.figure.value - value) < NEAR * value && !AVERAGE.test(labelOf(t)) && ((value >= TELLING && parts.length > FEWEST) || t === only || isNamedIn(t, named)))
  const fitting = wholes.filter((total) => isSlip(parts, total, how))
  // 1268人，其中农村户籍1086人: a part is no total where the whole fits as well
  const outer = fitting.filter((t) => !/其中/u.test(t.before))
  const [total, other] = outer.length > 0 ? outer : fitting
  return total && !other ? [{ total, parts }] : []
}

/** Do some words of a number's clause stand in the list or what opens it? */
const isNamedIn = ({ before, after }: Term, words: ReadonlySet<string>): boolean =>
  [...pairsOf((/[^，；。：]*$/u.exec(before)?.[0] ?? '') + (/^[^，；。：]*/u.exec(after)?.[0] ?? ''))].some((pair) => words.has(pair))

/** Is the sum one of these numbers, or what two of them come to, or what one leaves of another? */
function accountedFor(sum: { low: number; high: number }, before: readonly Term[]): boolean {
  return before.some((a, i) => meet(sum, a.span) || before.slice(i + 1).some((b) => meet(sum, sumSpan([a.span, b.span])) || meet(sumSpan([sum, b.span]), a.span) || meet(sumSpan([sum, a.span]), b.span)))
}

/** Do some of the parts that stand together come to one of these, the others being another way of dividing? */
function runsMeet(parts: readonly Term[], before: readonly Term[]): boolean {
  for (let from = 0; from + 2 <= parts.length; from++)
    for (let to = from + 2; to <= parts.length; to++) {
      const sum = sumSpan(parts.slice(from, to).map(({ span }) => span))
      if (before.some((t) => meet(sum, t.span))) return true
    }
  return false
}

/** Does one slip explain the difference? A list that may leave something out needs two digits that changed places, unless it comes to too much. */
function isSlip(parts: readonly Term[], total: Term, how: Completeness): boolean {
  const all = [total, ...parts]
  const { values: [whole = 0, ...shares] } = inSteps(all)
  const exact = all.every(({ span }) => span.low === span.high)
  const sum = shares.reduce((a, b) => a + b, 0)
  const room = exact ? 0 : Math.ceil(parts.length / 2)
  if (Math.abs(sum - whole) <= room) return false
  return how === 'all' || sum > whole ? oneSlipAway(shares, whole, how === 'all' ? room : 0, sum < 100 && how !== 'all' ? isTransposition : isOneSlip) : sum > 0.8 * whole && oneSlipAway(shares, whole, 0, isTransposition)
}
