import type { CoreFigure } from '../../../figures/figure.ts'
import { roundedDecimal } from '../../../text/decimals.ts'
import { squeezed } from '../../reading.ts'
import { meet, numberOf, spanOf } from '../../span.ts'

/** A number, another one that it is set against, and the difference as it is told, which it is not. */
export interface GapFault {
  message: string
  /** the difference, the number, the other one */
  figures: readonly [CoreFigure, CoreFigure, CoreFigure]
  should: string
}

const MORE_OR_LESS = '(高出|高|低|多出|多|少|快|慢|超出|超)'
/** 68.4%，比全省平均水平61.2%: behind the number, up to the other one */
const THAN = /^[^，。；：、\d]{0,8}[，,（(]?(?:而)?(?:比|较)(?![上去前年同例重率])[^，。；：\d]{1,18}$/u
/** 高于全省平均水平（61.2%） */
const ABOVE = /^[^，。；：、\d]{0,8}[，,（(]?(?:高于|高出|超过|超出|超|低于|快于|慢于|优于|领先于?|落后于?|多于|少于)[^，。；：\d]{0,16}[（(]?$/u
/** 高出6.2个百分点: behind the other one, up to the difference */
const BY = new RegExp(`^[)）]?[^，。；：、\\d（(]{0,6}${MORE_OR_LESS}了?$`, 'u')
const AFTER_ABOVE = /^[)）]?(?:的?[^，。；：、\d（(]{0,12})$/u
/** 计划86户, 实际完成98户 */
const PLANNED = /(?:计划|目标|任务|指标|下达)/u
const BEYOND = /^[^，。；：、\d]{0,6}[，,](?:比计划|较计划)?(超额完成|超额|超出|超|多完成|多)(?:任务|计划|目标)?了?$/u
/** one of these stands in each of them */
const SAYS_SO = /[比较]|于|高出|超|领先|落后|多/u
const DOWN = /低|少|慢|落后/u
const SEVERAL = /分别|各(?!项)|(?<![平人户])均|倍/u
/** 是2020年4.2亿元的3倍: behind the number, up to the other one */
const TIMES_OF = /^[，,]?(?:已经?)?(?:是|为|相当于|达到?)(?:上一?年|去年|(?:19|20)\d{2}年)(?:同期|全年|底|末)?的?$/u

/** 森林覆盖率68.4%，比全省平均水平61.2%高出7.2个百分点: differences between two numbers that stand right before them. `figures` are those of the sentence, in order. */
export function gapFaults(text: string, figures: readonly CoreFigure[]): GapFault[] {
  return figures.flatMap((by, k): GapFault[] => {
    const other = figures[k - 1]
    // most stand beside numbers of another unit
    if (other?.unit !== by.unit && by.unit !== '百分点') return []
    if (!other || by.high !== undefined || (by.approx !== 'exact' && !by.text.startsWith('超')) || other.high !== undefined || !isDifferenceOf(by, other)) return []
    // 62.4%，比上年提高3.1个百分点，高于…: the level stands before its own change
    const own = figures[k - 2]?.unit === '百分点' && other.unit === '%' ? figures[k - 3] : figures[k - 2]
    if (!own || own.high !== undefined || own.unit !== other.unit || own.kind !== other.kind) return []
    const last = figures[k - 2] ?? own
    const raw = text.slice(last.end, by.end)
    if (raw.length > 90 || !SAYS_SO.test(raw)) return []
    const ahead = squeezed(text.slice(last.end, numberAt(other)))
    const behind = squeezed(text.slice(other.end, numberAt(by)))
    if (SEVERAL.test(ahead + behind) || text.slice(own.end, other.start).length > 60) return []
    const said = BY.exec(behind)?.[1]
    const told = THAN.test(ahead) ? said : ABOVE.test(ahead) && AFTER_ABOVE.test(behind) ? /(?:高|超|低|快|慢|优|领先|落后|多|少)[^，]*$/u.exec(ahead)?.[0] : undefined
    const planned = told === undefined && own === last && PLANNED.test(squeezed(text.slice(Math.max(0, own.start - 14), own.start)) + squeezed(text.slice(own.end, own.end + 8))) && /实际|完成|达到|实现/u.test(ahead) ? BEYOND.exec(behind)?.[1] : undefined
    if (told === undefined && planned === undefined) return []
    const [a, b] = planned === undefined ? [own, other] : [other, own]
    const down = DOWN.test(told ?? '')
    const [large, small] = down ? [b, a] : [a, b]
    // which of the two is the larger one is another matter
    if (large.value <= small.value) return []
    const [p, q] = [spanOf(large), spanOf(small)]
    if (meet({ low: p.low - q.high, high: p.high - q.low }, spanOf(by))) return []
    const scale = by.text.includes('亿') ? 1e8 : by.text.includes('万') ? 1e4 : 1
    const should = `${roundedDecimal(String(Number(((large.value - small.value) / scale).toPrecision(12))), 6)}${scale === 1e8 ? '亿' : scale === 1e4 ? '万' : ''}`
    return [{ message: `${numberOf(large.text)} − ${numberOf(small.text)} = ${should}，文中写作“${by.text}”`, figures: [by, own, other], should }]
  })
}

/** 12.6亿元，是2020年4.2亿元的3倍: multiples of a number that is told with them. */
export function multiplesOf(text: string, figures: readonly CoreFigure[]): { own: CoreFigure; other: CoreFigure; by: CoreFigure }[] {
  if (!text.includes('倍')) return []
  return figures.flatMap((by, k) => {
    if (by.unit !== '倍') return []
    const [own, other] = [figures[k - 2], figures[k - 1]]
    if (!own || !other || own.unit !== other.unit || own.kind === 'percent' || own.high !== undefined || other.high !== undefined || by.high !== undefined) return []
    return TIMES_OF.test(squeezed(text.slice(own.end, other.start))) && squeezed(text.slice(other.end, by.start)) === '的' ? [{ own, other, by }] : []
  })
}

const isDifferenceOf = (by: CoreFigure, { unit, kind }: CoreFigure): boolean => (unit === '%' ? by.unit === '百分点' : by.unit === unit && by.kind === kind && unit !== '' && unit !== '倍' && unit !== '百分点')

/** Where the number of a figure begins, behind 高于 and 超过 that its surface may hold. */
const numberAt = ({ start, text }: CoreFigure): number => start + Math.max(0, text.search(/\d/u))
