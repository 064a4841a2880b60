import { isCore, type CoreFigure } from '../../../figures/figure.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { pairsOf } from '../../../compare/wording.ts'
import { figuresOfClaim } from '../../claims.ts'
import { clauseEnd, clauseStart, isQuoted, sentencesOf, squeezed } from '../../reading.ts'
import type { CheckedParagraph, ReadParagraph } from '../../rule.ts'
import { isAbove } from '../../span.ts'
import { yearsTold, type YearValue } from '../../years-told.ts'
import { turnedNow } from './own-turn.ts'
import { rankRun, type RankRun } from './ranked.ts'

/** 连续四年 with what is said to have gone on. */
export interface Run {
  start: number
  end: number
  /** the claim to the end of its words: 连续三年增长 */
  claimEnd: number
  years: number
  /** as it is written: 连续四年 */
  text: string
  /** the words of its clause before and behind it */
  before: string
  after: string
  /** the clause before 比上年下降6.1%，连续三年下降: what fell */
  thing?: string
  direction: 'up' | 'down' | undefined
  /** 保持在95%以上: at least, or at most, so much in each of the years */
  bound: CoreFigure | undefined
  figures: readonly CoreFigure[]
  /** two years of those that the sentence itself gives, between which it went the other way */
  against: readonly [YearValue, YearValue] | undefined
  /** the words before it that say that this year went the other way */
  now?: string
  /** what it says of a rank */
  rank?: RankRun
}

const NUMBER = '(?:[一两二三四五六七八九十]{1,3}|\\d{1,2})'
const RUN = new RegExp(`(?:连续(${NUMBER})个?年(?!级|以上|多|期|制|龄)度?|(${NUMBER})连([增升降跌涨丰冠])(?=[”’，。；、]|$))`, 'gu')
const UP = /上升|增长|提升|提高|递增|攀升|增加|上涨|正增长|[增升涨]$/u
const DOWN = /负增长|下降|减少|降低|递减|下行|回落|缩减|[降跌]$/u
const RATE_OF_CHANGE = /增速|增幅|降幅|增长率|高于|快于|超过全|领先/u
const HOPED = /力争|争取|努力|确保|有望|目标|计划|拟|将(?=实现|连续)/u

/** 连续三年增长后首次回落, 连续三年下降的势头得到扭转 */
const BROKEN = /^.{0,10}?(?:后(?!劲|续|备)|之后|以来首次|的?(?:势头|态势|趋势|局面)(?:得到|被|实现|有所)(?:遏制|扭转|改变|逆转))/u

/** 比上年下降6.1%，连续三年下降: the clause in front says how much, the one before it of what */
const CHANGED = /^(?:同比|[比较](?:上年|去年))[^，。；]{0,12}，?$/u

/** The runs of years in a text, with their words. */
export function runsIn(text: string): Omit<Run, 'figures' | 'bound' | 'against'>[] {
  if (!/连续|连[增升降跌涨丰冠]/u.test(text)) return []
  return [...text.matchAll(RUN)].flatMap((match) => {
    const start = match.index
    const end = start + match[0].length
    const years = readNumeral((match[1] ?? match[2] ?? '').replace('两', '二'))
    if (!(years >= 2 && years <= 60)) return []
    const to = Math.min(clauseEnd(text, end), end + 30)
    const after = squeezed(text.slice(end, to))
    let before = squeezed(text.slice(clauseStart(text, start), start))
    // 信访总量同比下降9%，实现三连降: what it is said of may be told in the clause before, but not in another sentence
    const from = clauseStart(text, start)
    if (before.replace(/实现|保持|已经?|再次|成功/gu, '').length < 2 && !/[。！？；\n]/u.test(text.charAt(from - 1))) before = squeezed(text.slice(clauseStart(text, Math.max(0, from - 1)), start)).replace(/[\d.]+%?/gu, '')
    if (HOPED.test(before)) return []
    const thing = CHANGED.test(before) ? squeezed(text.slice(0, start)).split(/[。；]/u).at(-1)?.split('，').at(-3) : undefined
    const short = match[3]
    const way = short ?? (RATE_OF_CHANGE.test(after) ? '' : after.slice(0, 10))
    const direction = BROKEN.test(after) ? undefined : DOWN.test(way) ? 'down' : UP.test(way) ? 'up' : undefined
    const word = short ? '' : (/^.{0,6}?(?:上升|负?增长|提升|提高|递增|攀升|增加|上涨|下降|减少|降低|递减)/u.exec(text.slice(end, end + 10))?.[0] ?? '')
    return [{ start, end, claimEnd: end + word.length, text: match[0], years, before, after, direction, ...(thing === undefined ? {} : { thing }) }]
  })
}

/**
 * Where the years that the sentence gives do not go the way that the claim says. Some count the years, some the steps between them: only the
 * steps that both count.
 */
function turned(told: readonly YearValue[] | undefined, { years, direction, text }: Pick<Run, 'years' | 'direction' | 'text'>): readonly [YearValue, YearValue] | undefined {
  if (!told || direction === undefined) return undefined
  // 三连增 counts the rises
  const steps = /连[增升降跌涨]$/u.test(text) ? years : Math.max(years - 1, Math.min(years, 2))
  for (let i = told.length - 1; i > 0 && told.length - i <= steps; i--) {
    const [then, now] = [told[i - 1], told[i]]
    if (!then || !now) continue
    if (direction === 'up' ? isAbove(then.figure, now.figure) : isAbove(now.figure, then.figure)) return [then, now]
  }
  return undefined
}

/** what leads from the values to the claim and names nothing else that rose */
const LEADS_TO_RUN = /实现了?|保持|呈现?出?|已经?|再次|继续|总体上?|整体上?|均|都|也|且|并|全市|全县|全区|全省|全校|全院|近年来|三年来|[，,、“‘]/gu

/**
 * Is the claim said of the values that the sentence gives of the years? What it names between them and itself must be named before them too: 结案率连续三年上升 behind the cases of
 * each year is another thing.
 */
export function saidOf(text: string, told: readonly YearValue[] | undefined, from: number, at: number): boolean {
  const [first] = told ?? []
  const last = told?.at(-1)
  if (!first || !last) return false
  if (last.figure.end > at) return true
  const between = squeezed(text.slice(last.figure.end, at))
  const named = between.replace(/^.*[，；]/su, '').replace(LEADS_TO_RUN, '')
  // behind another number it may be that which rose
  if (named.length < 2) return !/\d(?!\d{0,3}年)/u.test(between)
  const before = squeezed(text.slice(from, first.figure.start))
  return before.includes(named) || [...pairsOf(named)].some((pair) => pairsOf(before).has(pair))
}

/** The runs of a paragraph with the figures that they are said of. */
export function readRuns(paragraph: ReadParagraph): readonly Run[] | undefined {
  const { text, role } = paragraph
  if (role !== 'paragraph') return undefined
  const runs = runsIn(text)
  if (runs.length === 0) return undefined
  const core = paragraph.figures.filter(isCore)
  const sentences = sentencesOf(paragraph as CheckedParagraph)
  return runs.flatMap((run) => {
    const quoted = isQuoted(text, run.start) && !text.slice(run.start, run.end).includes('连增')
    if (quoted && !/连[增升降跌涨丰冠]$/u.test(text.slice(run.start, run.end))) return []
    const sentence = sentences.find(({ end }) => run.start < end) ?? { start: 0, end: text.length }
    const next = core.find((f) => f.start >= run.end && f.start < run.end + 12)
    const bound = next && /^(?:保持|稳定|维持|均|都|达到?|超过?|控制|在|为|实现|高于|低于|位于)*$/u.test(squeezed(text.slice(run.end, next.start))) && next.high === undefined ? next : undefined
    const told = yearsTold(text, sentence, core)
    const now = turnedNow(text, run)
    const rank = rankRun(text, sentence.start, run)
    return [{ ...run, ...(rank ? { rank } : {}), ...(now === undefined ? {} : { now }), claimEnd: bound ? bound.end : run.claimEnd, bound, figures: figuresOfClaim(text, sentence, core, run.start, run.claimEnd), against: saidOf(text, told, sentence.start, run.start) ? turned(told, run) : undefined }]
  })
}
