import type { CoreFigure } from '../../../figures/figure.ts'
import { squeezed } from '../../reading.ts'
import { faultOf, type Claim, type Fault } from './change.ts'
import { directionOf } from './words.ts'

/** A change of a level against one that stands beside it, which it does not follow from. */
export interface ThanFault {
  fault: Fault
  /** the change, the later level, the earlier one */
  figures: readonly [CoreFigure, CoreFigure, CoreFigure]
}

const LAST = '(?:上一?年|去年)(?:度)?(?:同期)?'
/** ，完成年初预算207380万元的: between a level and the share of its plan */
const OF_PLAN = /^[，,（(]?(?:已)?(?:完成|为|占)(?:全?年度?|年初|全年|本级|[省市县区]下达|调整)*的?(?:预算|计划|目标|任务)(?:数|任务|目标|收入)?(?:的|为)?$/u
const PERCENT_OF = /^的?$/u
/** ，比上年同期 */
const THAN = new RegExp(`^[，,（(]?(?:比|较|同比)${LAST}(?:完成|实现)?(?:数|额)?的?$`, 'u')
const MOVED = /^(增收|减收|增加|减少|增长|下降|多收|少收|净增|净减|增支|减支|多支|少支|多|少)了?$/u
const RATE = /^[，,]?(?:同比)?(增长|下降|增幅|降幅|上升)(?:了|为|达)?$/u
/** 97件134人，去年同期为197件375人 */
const WAS = new RegExp(`^[，,（(](?:${LAST}|同期)(?:仅?为|是|共)?$`, 'u')
const APART = /^[，,）)]*(?:件数|案件数|人数|案件|人|数|和|与|及|、)*(?:同比|均|都|比(?:上一?年|去年)(?:同期)?|较(?:上一?年|去年)(?:同期)?)*(?:分别|均分别)?(?:同比|比(?:上一?年|去年)(?:同期)?)*分?别?(上升|下降|增长|减少|增加|降低)(?:了|为)?$/u

/**
 * 税收12.4亿元，完成预算20.7亿元的59.9%，比上年同期13.3亿元减收0.9亿元，下降6.8%: changes against a level of the year before that is told behind the share of a plan; and of pairs in two units
 * (97件134人，去年同期为197件375人，分别下降50.8%、64.3%). `figures` are those of the sentence, in order;
 * `plans` says whether the paragraph tells of any.
 */
export function thanFaults(text: string, figures: readonly CoreFigure[], plans: boolean): ThanFault[] {
  if (figures.length < 4) return []
  const between = (a: CoreFigure | undefined, b: CoreFigure | undefined): string => (a && b && b.start - a.end < 50 ? squeezed(text.slice(a.end, b.start)) : '。')
  const out: ThanFault[] = []
  figures.forEach((figure, k) => {
    if (figure.kind === 'percent' || figure.high !== undefined) return
    if (plans && isBehindPlan(figures, k)) out.push(...behindPlan(figures, k, between))
    else if (figure.unit === figures[k + 2]?.unit && figures[k + 5]?.unit === '%') out.push(...pairs(figures, k, between))
  })
  return out
}

type Between = (a: CoreFigure | undefined, b: CoreFigure | undefined) => string

/** Do the units stand as they do behind a plan? Asked before the words are read. */
function isBehindPlan(figures: readonly CoreFigure[], k: number): boolean {
  const unit = figures[k]?.unit
  const next = figures[k + 1]?.unit
  return next === '%' ? figures[k + 2]?.unit === unit : next === unit && figures[k + 2]?.unit === '%' && figures[k + 3]?.unit === unit
}

function behindPlan(figures: readonly CoreFigure[], k: number, between: Between): ThanFault[] {
  const level = figures[k]
  if (!level || !OF_PLAN.test(between(level, figures[k + 1]))) return []
  const told = figures[k + 1]?.kind === 'percent'
  const share = figures[told ? k + 1 : k + 2]
  if (share?.unit !== '%' || (!told && !PERCENT_OF.test(between(figures[k + 1], share)))) return []
  const at = told ? k + 2 : k + 3
  const [earlier, difference, rate] = [figures[at], figures[at + 1], figures[at + 2]]
  if (!earlier || earlier.unit !== level.unit || earlier.kind !== level.kind || earlier.high !== undefined || !THAN.test(between(share, earlier)) || !difference) return []
  const word = MOVED.exec(between(earlier, difference))?.[1]
  const out: ThanFault[] = []
  if (word === undefined) return []
  out.push(...judge(level, earlier, difference, word))
  const then = rate ? RATE.exec(between(difference, rate))?.[1] : undefined
  if (rate?.unit === '%' && then !== undefined) out.push(...judge(level, earlier, rate, then))
  return out
}

/** 97件134人，去年同期为197件375人，件数和人数分别下降50.8%、64.3% */
function pairs(figures: readonly CoreFigure[], k: number, between: Between): ThanFault[] {
  const [a, b, c, d, first, second] = figures.slice(k, k + 6)
  if (!a || !b || !c || !d || !first || !second || a.unit === b.unit || a.unit !== c.unit || b.unit !== d.unit || b.kind === 'percent') return []
  if (between(a, b) !== '' || between(c, d) !== '' || !WAS.test(between(b, c)) || first.unit !== '%' || second.unit !== '%') return []
  const word = APART.exec(between(d, first))?.[1]
  const joint = /^(?:[、，]|[、，]?(?:和|与|及)?)(上升|下降|增长|减少|增加|降低)?(?:了)?$/u.exec(between(first, second))
  if (word === undefined || !joint) return []
  return [...judge(a, c, first, word), ...judge(b, d, second, joint[1] ?? word)]
}

function judge(to: CoreFigure, from: CoreFigure, figure: CoreFigure, word: string): ThanFault[] {
  const direction = directionOf(word)
  if (figure.high !== undefined || direction === undefined || (figure.unit !== '%' && (figure.unit !== to.unit || figure.kind !== to.kind))) return []
  const claim: Claim = { figure, direction, word, wordStart: figure.start - word.length, how: figure.unit === '%' ? 'rate' : 'difference' }
  const fault = faultOf(from, to, claim)
  return fault ? [{ fault, figures: [figure, to, from] }] : []
}
