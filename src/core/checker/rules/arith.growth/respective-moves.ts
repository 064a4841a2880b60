import type { CoreFigure } from '../../../figures/figure.ts'
import { squeezed } from '../../reading.ts'
import { faultOf, type Claim } from './change.ts'
import type { ThanFault } from './than-last.ts'
import { AT_CONSTANT_PRICES, CLAIM, directionOf, FROM, INCOME, OTHER_BASIS, THAN, TO, TO_SHORT } from './words.ts'

/** 分别增长, 增加了: between what was and by how much it changed */
const BY = /^(?:分别|均|各|同比|净|大幅)*([^，。；：、\d分同净]{1,4}?)了?$/u
const JOINT = /^(?:个)?(?:、|和|及|与|以及)$/u
/** 分别由, 分别比上年的 */
const APART = /分别(?:由|从|自|比|较)[^，。；：、]*$/u

/**
 * Changes of several things at once, told with all their levels: 612.4万人次、58.7亿元，分别比上年的556.7万人次、52.1亿元增长10.0%、12.7%; 分别由96.4%、95.8%提高到98.1%、97.2%，分别提高1.7个、1.4个百分点.
 * `figures` are those of the sentence, in order. Lists of unequal lengths are another rule's.
 */
export function respectiveFaults(text: string, sentence: { start: number; end: number }, figures: readonly CoreFigure[]): ThanFault[] {
  if (figures.length < 6) return []
  const own = text.slice(sentence.start, sentence.end)
  if (!own.includes('分别')) return []
  const plain = !OTHER_BASIS.test(own) && !AT_CONSTANT_PRICES.test(own.replace(INCOME, ''))
  const between = (a: CoreFigure | undefined, b: CoreFigure | undefined): string => (a && b && b.start - a.end < 50 ? squeezed(text.slice(a.end, b.start)) : '。')
  const out: ThanFault[] = []
  let at = 0
  while (at < figures.length) {
    const n = lengthOfList(figures, at, between)
    if (n > 1) out.push(...ofList(text, sentence, figures, at, n, between).filter(({ figures: [x, to] }) => x.unit !== '%' || (plain && to.unit !== '%')))
    at += n
  }
  return out
}

type Between = (a: CoreFigure | undefined, b: CoreFigure | undefined) => string

/** How many figures stand in one list from this one on. */
function lengthOfList(figures: readonly CoreFigure[], at: number, between: Between): number {
  let n = 1
  while (JOINT.test(between(figures[at + n - 1], figures[at + n]))) n++
  return n
}

/** The faults of one list of `n` earlier levels that begins at `at`. */
function ofList(text: string, sentence: { start: number }, figures: readonly CoreFigure[], at: number, n: number, between: Between): ThanFault[] {
  const earlier = figures.slice(at, at + n)
  const [first] = earlier
  const next = at + n
  if (!first || lengthOfList(figures, next, between) !== n) return []
  const lead = squeezed(text.slice(Math.max(sentence.start, first.start - 18), first.start))
  const behind = between(figures[next - 1], figures[next])
  if (THAN.test(lead)) {
    const word = BY.exec(behind)?.[1]
    if (word === undefined || !(APART.test(lead) || behind.startsWith('分别')) || at < n) return []
    const levels = figures.slice(at - n, at)
    // 受理A件、审结B件: nothing of another sentence part, and each in the unit of its earlier level
    if (/[；。]/u.test(text.slice(levels[0]?.start ?? 0, first.start))) return []
    return judge(earlier, levels, figures.slice(next, next + n), word)
  }
  if (!FROM.test(lead) || !(TO.test(behind) || TO_SHORT.test(behind))) return []
  const then = next + n
  const claimed = CLAIM.exec(between(figures[then - 1], figures[then]))
  if (lengthOfList(figures, then, between) !== n || !claimed || /年均|平均|每年|累计|共|环比|实际|年间|年来/u.test(claimed[1] ?? '')) return []
  return judge(earlier, figures.slice(next, then), figures.slice(then, then + n), claimed[2] ?? '')
}

function judge(from: readonly CoreFigure[], to: readonly CoreFigure[], by: readonly CoreFigure[], word: string): ThanFault[] {
  const direction = directionOf(word)
  if (direction === undefined) return []
  const isLike = (a: CoreFigure, b: CoreFigure): boolean => a.unit === b.unit && a.kind === b.kind
  const out: ThanFault[] = []
  for (const [i, figure] of by.entries()) {
    const [a, b] = [from[i], to[i]]
    // one that does not belong says that the lists are other ones
    if (!a || !b || [a, b, figure].some(({ high }) => high !== undefined)) return []
    // 1.7个、1.4个百分点: the unit stands once
    const unit = figure.unit === '个' && by.at(-1)?.unit === '百分点' ? '百分点' : figure.unit
    const how: Claim['how'] | undefined = unit === '百分点' ? (b.unit === '%' ? 'points' : undefined) : unit === '%' ? 'rate' : isLike(figure, b) ? 'difference' : undefined
    if (!isLike(a, b) || how === undefined) return []
    const fault = faultOf(a, b, { figure, direction, word, wordStart: figure.start - word.length, how })
    if (fault) out.push({ fault, figures: [figure, b, a] })
  }
  return out
}
