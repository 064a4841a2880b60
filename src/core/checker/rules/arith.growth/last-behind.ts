import type { CoreFigure } from '../../../figures/figure.ts'
import { squeezed } from '../../reading.ts'
import { faultOf, type Claim } from './change.ts'
import type { ThanFault } from './than-last.ts'
import { AT_CONSTANT_PRICES, directionOf, OTHER_BASIS } from './words.ts'

/** ，比上年增加: between the level and its change */
const CHANGED = /^(?:以上|左右)?[^，,。；：、（()\d]{0,6}[，,（(]?(?:同比|[比较与](?:上一?年|去年)(?:度|同期|全年)?(?:相比)?[，,]?)(?:净|共|实际|大幅|小幅|略)?(增加|增长|增多|上升|提高|提升|多|下降|减少|降低|缩短|少|增|降|减)了?$/u
/** （上年为: between the change and the level of the year before */
const WAS = /^[)）]?[，,]?[（(，,](?:而)?(?:上一?年|去年)(?:度|同期|全年)?(?:仅?为|是|有|只有)?$/u
/** ，增长6.2%: a second change beside the first */
const BESIDE = /^[，,、](?:同比)?(增长|下降|上升|增幅为?|降幅为?)了?$/u
/** an earlier level is about as large; a smaller number is the change of the year before */
const NEAR = 2

/** 347天，比上年增加19天（上年为338天）: changes whose earlier level stands behind them. `figures` are those of the sentence, in order. */
export function lastBehind(text: string, figures: readonly CoreFigure[]): ThanFault[] {
  if (figures.length < 3 || !/上一?年|去年/u.test(text)) return []
  return figures.flatMap((change, k): ThanFault[] => {
    const to = figures[k - 1]
    if (!to || to.high !== undefined || change.high !== undefined || change.start - to.end > 30) return []
    const points = to.unit === '%' && change.unit === '百分点'
    const rate = change.unit === '%' && to.unit !== '%'
    if (!points && !rate && (change.unit !== to.unit || change.kind !== to.kind || to.unit === '%')) return []
    const word = CHANGED.exec(squeezed(text.slice(to.end, change.start)))?.[1]
    const direction = directionOf(word ?? '')
    if (word === undefined || direction === undefined) return []
    const next = figures[k + 1]
    const second = next?.unit === '%' && !points ? BESIDE.exec(squeezed(text.slice(change.end, next.start)))?.[1] : undefined
    const [last, from] = second === undefined ? [change, next] : [next, figures[k + 2]]
    if (!last || !from || from.high !== undefined || from.unit !== to.unit || from.kind !== to.kind || !WAS.test(squeezed(text.slice(last.end, from.start)))) return []
    if (from.value > NEAR * to.value || to.value > NEAR * from.value) return []
    const clause = text.slice(Math.max(0, to.start - 30), from.end)
    if (OTHER_BASIS.test(clause)) return []
    return [{ figure: change, word }, ...(second === undefined || !next ? [] : [{ figure: next, word: second }])].flatMap(({ figure, word: said }): ThanFault[] => {
      if (figure.unit === '%' && AT_CONSTANT_PRICES.test(clause)) return []
      const claim: Claim = { figure, direction: directionOf(said) ?? direction, word: said, wordStart: figure.start - said.length, how: points ? 'points' : figure.unit === '%' ? 'rate' : 'difference' }
      const fault = faultOf(from, to, claim)
      return fault ? [{ fault, figures: [figure, to, from] }] : []
    })
  })
}
