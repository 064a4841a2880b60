import type { CoreFigure } from '../../../figures/figure.ts'
import { roundedDecimal } from '../../../text/decimals.ts'
import { squeezed } from '../../reading.ts'
import { meet, numberOf, spanOf } from '../../span.ts'

/** A loss, what became of it, and the amount of the change as it is told. */
export interface LossFault {
  message: string
  /** the claim's number, the later level, the earlier one */
  figures: readonly [CoreFigure, CoreFigure, CoreFigure]
  /** a number in place of the claim's */
  should: string
}

const LOSS = '(?:净?亏损|净亏|亏)(?:额|总额)?'
const THEN = '(?:(?:由|从)?(?:上一?年|去年|年初|同期|上年同期|去年同期)?的?)'
const LOST = new RegExp(`${LOSS}${THEN}(?:了|为|达)?$`, 'u')
const PROFIT = '(?:净?盈利|净利润|利润(?:总额)?|净?盈余|净利)(?:额|总额)?'
/** 1260万元转为盈利340万元 */
const TURNED = new RegExp(`^(?:[，,](?:今年|本年|当年)(?:实现)?|[，,])?(?:逐步|一举|成功|扭亏为盈[，,])*(?:转为|转变为|变为|变成|扭转为|扭转到|扭转至|转至|转化为|增加到|提升到|扭亏为)?(?:实现|今年|本年|当年|的)*${PROFIT}(?:为|达到?|了|约)?$`, 'u')
/** 126万元减少到亏损38万元 */
const SHRUNK = new RegExp(`^[，,]?(?:大幅|逐步)?(?:减少|收窄|下降|缩小|压减|压降|减亏|降|减|缩)(?:至|到|为)(?:今年的?|本年的?)?(?:${LOSS})?$`, 'u')
const AMOUNT = /^[，,（(](?:同比|[较比](?:上一?年|去年)(?:同期)?|实现|共|总计)*(增利|增盈|增效|扭亏增盈|减亏增盈|减亏增利|利润增加|净增|增加|增长|增收|减亏|扭亏|少亏|亏损减少|改善)(?:了|额|达到?|为)*$/u
/** of a turn any, of a loss that grew smaller only what is said of the loss */
const OF_LOSS = /减亏|少亏|亏损减少|改善/u

/** 由亏损1260万元转为盈利340万元，增利1060万元: a change over the zero that is not what the two come to. `figures` are those of the sentence, in order. */
export function lossFaults(text: string, figures: readonly CoreFigure[]): LossFault[] {
  if (!text.includes('亏')) return []
  return figures.flatMap((from, k): LossFault[] => {
    const [to, by] = [figures[k + 1], figures[k + 2]]
    if (!to || !by || [from, to, by].some((f) => f.kind !== 'money' || f.unit !== from.unit || f.high !== undefined || f.value <= 0)) return []
    if (!LOST.test(squeezed(text.slice(Math.max(0, from.start - 16), from.start)))) return []
    const between = squeezed(text.slice(from.end, to.start))
    const turned = TURNED.test(between)
    const word = AMOUNT.exec(squeezed(text.slice(to.end, by.start)))?.[1]
    if (word === undefined || (!turned && !(SHRUNK.test(between) && OF_LOSS.test(word)))) return []
    const [a, b] = [spanOf(from), spanOf(to)]
    const due = turned ? { low: a.low + b.low, high: a.high + b.high } : { low: a.low - b.high, high: a.high - b.low }
    if (due.low <= 0 || meet(due, spanOf(by))) return []
    const scale = by.text.includes('亿') ? 1e8 : by.text.includes('万') ? 1e4 : 1
    const value = (turned ? from.value + to.value : from.value - to.value) / scale
    const should = `${roundedDecimal(String(Number(value.toPrecision(12))), 6)}${scale === 1e8 ? '亿' : scale === 1e4 ? '万' : ''}`
    return [{ message: `${numberOf(from.text)} ${turned ? '+' : '−'} ${numberOf(to.text)} = ${should}，文中写作“${word}${by.text}”`, figures: [by, to, from], should }]
  })
}
