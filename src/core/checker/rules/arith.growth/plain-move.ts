import type { CoreFigure } from '../../../figures/figure.ts'
import { squeezed } from '../../reading.ts'
import { faultOf, type Claim } from './change.ts'
import type { ThanFault } from './than-last.ts'
import { AT_CONSTANT_PRICES, directionOf, OTHER_BASIS, type Direction } from './words.ts'

/**
 * Changes beside two levels, whatever verb and whatever name of the earlier time stands with them: 由五年前的1.6亿元做到去年的3.3亿元，翻了一番; 426名，去年为358名，多发展68名;
 * 2023年服务3.2万人次，2024年服务4.8万人次，增长50%. What the closer readings of this rule know is left to them.
 */

/** 从开办之初的, 由420: before the earlier level */
const FROM = /(?:^|[^自缘理来])[由从](?!业|事|严|重)([^，。；：、由从\d]{0,12}?(?:\d{4}年[底末初]?)?[^，。；：、由从\d]{0,8})$/u
/** 做到现在的, 扩充至, 跃升为: between the two */
const TO = /^[^，。；：、\d]{0,4}[，,]?[^，。；：、\d]{0,8}?(?:[到至为成])了?(?:\d{4}年[底末初]?)?[^，。；：、\d]{0,6}$/u
/** ，上年新增, （去年同期为 : between the later level and the earlier one */
const THEN = /^[^，。；：、\d]{0,8}[，,（(]而?(?:上一?年度?|去年|前年|上届)(?:同期|全年|底|末)?([^，。；：、\d]{0,8})$/u
/** 2023年服务老人 … ，2024年服务老人 */
const YEAR = /(?:^|[^\d])((?:19|20)\d{2})年(?:全年|底|末)?([^，。；：、\d]{0,10})$/u
/** words of change right before its number */
const CHANGED =
  /(?:^|[^\p{Script=Han}]|\p{Script=Han}*?)(净增长?|净减少?|增长|增加|增多|增收|增产|多增|多收|提高|提升|上升|上涨|扩大|延长|增幅|升幅|涨幅|下降|减少|减收|减产|降低|回落|缩短|压减|压降|压缩|缩减|缩小|降幅|减幅|(?<!最|至|不|约)多|(?<!最|至|不|减|缺)少|(?<!最)[增减降升涨])(?:[^，。；：、\d增减升降]{0,2}?)(?:率|幅度?)?(?:了|达到?|为|约|近|超过?|整整)*$/u
/** ，是当初的: a multiple of the earlier level */
const TIMES = /^[^，。；：、\d]{0,4}[，,]?(?:已经?)?(?:是|为|相当于|达到?)(?:了)?[^，。；：、\d]{1,8}的$/u
const FOLDED = /^[^，。；：、\d]{0,4}[，,]?[^，。；：、\d]{0,8}$/u
/** the change is of something else than the whole between the two levels */
const OTHERWISE = /年均|平均|每|环比|实际|可比|分别|累计|[亩户人村校床]均|单产|其中|计划|目标|预计|占|贡献|拉动|比重|增速|[高低快慢]于|全[国省市]平均/u
/** 增长由…提高到…: what moves is itself a change */
const OF_RATES = /增[长速幅]|增长率|降幅|[同环]比/u
/** a loss that became less, or a profit */
const LOSS = /亏|负|赤字|逆差/u
/** places in a ranking move the other way */
const PLACES = /名次|排名|位次|排位|位居|位列/u
const FAR = 40

interface Pair {
  from: CoreFigure
  to: CoreFigure
  /** are they joined by words of movement, so that nothing but the change can follow? */
  moved: boolean
  /** the words that date the earlier level; empty where nothing does */
  base: string
}

/** The faults of a sentence. `figures` are its core figures in order. */
export function plainMoves(text: string, sentence: { start: number; end: number }, figures: readonly CoreFigure[]): ThanFault[] {
  if (figures.length < 3) return []
  return figures.flatMap((figure, k): ThanFault[] => {
    const [a, b] = [figures[k - 2], figures[k - 1]]
    if (!a || !b || figure.high !== undefined || a.high !== undefined || b.high !== undefined || a.unit !== b.unit || a.kind !== b.kind) return []
    if (a.unit === '' || a.unit === '倍' || a.unit === '番' || a.unit === '百分点') return []
    if (b.start - a.end > FAR || figure.start - b.end > 16) return []
    const how = howOf(figure, b)
    const pair = how && pairOf(text, sentence, a, b)
    if (!pair) return []
    const behind = squeezed(text.slice(b.end, figure.start))
    const times = how === 'more' && TIMES.test(behind)
    const said = times ? { word: '', direction: 'up' as const } : wordOf(how, behind)
    const window = squeezed(text.slice(Math.max(sentence.start, a.start - 30), figure.start))
    if (!said || OTHERWISE.test(behind) || OTHER_BASIS.test(window) || PLACES.test(window) || LOSS.test(window)) return []
    if (figure.unit === '%' && (AT_CONSTANT_PRICES.test(window) || (a.unit === '%' && !pair.moved))) return []
    if (a.unit === '%' && OF_RATES.test(squeezed(text.slice(Math.max(sentence.start, a.start - 14), a.start)))) return []
    // 下降1倍 is a matter of style, which the closer readings look at
    if (figure.unit === '倍' && said.direction === 'down') return []
    // 由2019年的58家增加到174家，比上年增长12%
    if (/上年|去年|同比|年初/u.test(behind) && pair.base !== '' && !/上一?年|去年|年初/u.test(pair.base)) return []
    // 由2019年的…增加到2024年的…，两年增长20%: of a part of the time
    if (how !== 'fold' && /[两二三四五六七八九十\d]年/u.test(behind)) return []
    // a change that is larger than both levels is in another unit or of another thing
    if (how === 'difference' && figure.value > Math.max(a.value, b.value)) return []
    // 优良率由51.2%提高到56.8%，近视率下降: of another thing
    if (!saysNoOther(behind, said.word, window)) return []
    const claim: Claim = { figure, direction: said.direction, word: said.word, wordStart: Math.max(b.end, figure.start - said.word.length), how: times ? 'multiple' : how }
    const fault = faultOf(pair.from, pair.to, claim)
    return fault ? [{ fault, figures: [figure, pair.to, pair.from] }] : []
  })
}

const ADVERBS = /同比|相比|[比较与](?:上一?年度?|去年|前年|此前|以前|原来|过去|当初|最初|改革前|[两三四五六七八九十]年前|(?:19|20)\d{2}年)(?:同期|底|末)?|实现|已|又|再|就|也|整整|足足|基本|几乎|成功|大幅度?|明显|总体|总量|总数|总额|规模|数量|净|共|仅|短短|(?:[两三四五六七八九十]+|(?<!\d)\d{1,2})年(?:时间|间|来)?|约|近|超过?|达到?|是|为|相当于|的|最初|当初|原来|过去|去年|上年|整体|一共|直接|人数|[，,（(）)以上左右]/gu

/** Do the words before a change name nothing, or what the levels are of? */
function saysNoOther(behind: string, word: string, window: string): boolean {
  const named = behind.slice(0, behind.length - word.length).replace(ADVERBS, '')
  const levels = window.slice(0, window.length - behind.length)
  return named === '' || levels.includes(named) || /^[件条张台吨辆户]/u.test(named)
}

function howOf(figure: CoreFigure, level: CoreFigure): Claim['how'] | undefined {
  if (figure.unit === '番') return level.unit === '%' ? undefined : 'fold'
  if (figure.unit === '倍') return level.unit === '%' ? undefined : 'more'
  if (figure.unit === '百分点') return level.unit === '%' ? 'points' : undefined
  if (figure.unit === '%') return level.unit === '%' ? undefined : 'rate'
  return figure.unit === level.unit && figure.kind === level.kind ? 'difference' : undefined
}

function wordOf(how: Claim['how'], behind: string): { word: string; direction: Direction } | undefined {
  if (how === 'fold') return FOLDED.test(behind) ? { word: '', direction: 'up' } : undefined
  if (!/^[^，。；：、]{0,4}[，,（(）)]?[^，。；：、]{0,10}$/u.test(behind)) return undefined
  const word = CHANGED.exec(behind)?.[1]
  const direction = word === undefined ? undefined : directionOf(word.replace(/^[多少压]([增收减降])/u, '$1'))
  // 多发展: as it is written
  return word !== undefined && direction !== undefined ? { word: behind.slice(behind.lastIndexOf(word)), direction } : undefined
}

/** Two neighbouring numbers as the earlier and the later level of one thing. */
function pairOf(text: string, sentence: { start: number }, a: CoreFigure, b: CoreFigure): Pair | undefined {
  const lead = squeezed(text.slice(Math.max(sentence.start, a.start - 24), a.start))
  const between = squeezed(text.slice(a.end, b.start))
  const from = FROM.exec(lead)
  if (from && TO.test(between)) return /每/u.test(lead + between) ? undefined : { from: a, to: b, moved: true, base: from[1] ?? '' }
  // 比上年减少5起（上年为16起）: the change itself is no level
  if (CHANGED.test(lead)) return undefined
  const then = THEN.exec(between)
  if (then) {
    // 426名，去年为358名: another thing is told of the year before (今年新增12家，去年培育35家)
    const own = then[1]?.replace(/^(?:全年|同期|共|仅|只|约)+|(?:为|是|有|达到?|仅|只|共)+$/gu, '') ?? ''
    return own === '' || lead.includes(own) ? { from: b, to: a, moved: false, base: '上年' } : undefined
  }
  const [first, second] = [YEAR.exec(lead), YEAR.exec(between)]
  if (first?.[1] !== undefined && second?.[1] !== undefined && /^[^，。；：、\d]{0,6}[，；]/u.test(between)) {
    const bare = (words: string): string => words.replace(/^(?:共|为|达到?|完成|实现)+|(?:为|达到?|共|了)+$/gu, '')
    const [x, y] = [bare(first[2] ?? ''), bare(second[2] ?? '')]
    return Number(second[1]) - Number(first[1]) === 1 && (y === '' || x.endsWith(y)) ? { from: a, to: b, moved: false, base: '上年' } : undefined
  }
  return undefined
}
