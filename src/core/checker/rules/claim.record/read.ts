import { isCore, type CoreFigure } from '../../../figures/figure.ts'
import { recognizeFigures } from '../../../figures/recognize.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { figuresOfClaim } from '../../claims.ts'
import { clauseBefore, clauseEnd, clauseStart, isQuoted, sentencesOf, squeezed } from '../../reading.ts'
import type { CheckedParagraph, ReadParagraph } from '../../rule.ts'
import { isAbove } from '../../span.ts'
import { yearsTold, type YearValue } from '../../years-told.ts'
import { ranksIn, type Rank } from '../../ranks.ts'
import { otherWay, saidBefore } from './own-words.ts'

/** 创历史新高, 为历年最低 */
export interface RecordClaim {
  start: number
  end: number
  direction: 'high' | 'low'
  /** of so many years (近五年新高); undefined for all */
  years: number | undefined
  figures: readonly CoreFigure[]
  /** of the years that the sentence itself gives: the one that is said to be the record, and one beyond it */
  against: readonly [YearValue, YearValue] | undefined
  /** the sentence's own words of a change the other way */
  turned?: string
}

/** 达99.8亿元，突破百亿元大关 */
export interface Passing {
  /** the threshold */
  over: CoreFigure
  /** what it is said of; undefined where no other number is given */
  level: CoreFigure | undefined
  /** 首次, 大关: it was not passed before */
  first: boolean
  start: number
  /** 跨越, 迈上, where these words say so */
  crossed?: string
}

/** 首次举办“委员读书月”活动 */
export interface FirstTime {
  start: number
  end: number
  /** what was done for the first time, white space removed, to the end of its clause */
  what: string
  /** what the sentence itself tells of an earlier year */
  before?: string
  /** 首次进入全省前十: the rank */
  rank?: Rank
}

/** 5名学生被北京大学录取，实现零的突破: there was none before */
export interface FromZero {
  start: number
  end: number
  figure: CoreFigure
}

export interface RecordReading {
  fromZero: readonly FromZero[]
  records: readonly RecordClaim[]
  passings: readonly Passing[]
  firsts: readonly FirstTime[]
}

const NUMBER = '[两二三四五六七八九十\\d]+'
const SPAN = `(?:近|过去|最近)?(${NUMBER})年(?:来|以来|间)?的?`
const EVER = '历史同期|历史|历年|历届|有史以来|史上|(?:(?:自|我|本)?(?:中心|公司|学校|医院|集团|单位|园区|[我本][院校局馆]))?(?:建|开|成立|组建|创办|创建(?=以来)|创|设|复|投产|运营|上市|改制|开业)[院校会馆园站厂局市县区镇乡村司社所]?以来|办学以来|恢复以来|有?[监观]?测?(?:气象)?[记纪]录以来|有统计以来|有监测(?:数据)?以来'
/** since last year at least: nobody says so of a term's first year */
const TERM = '(?:本届|换届|届内)[^，。；]{0,6}?以来'
/** 创新高 alone is a record only where nothing follows: 科技创新高地 has none */
const RECORD = new RegExp(`(?:${SPAN}|(${TERM})的?|(?:${EVER})的?)(?:新高|最高|最好|最多|新低|最低|最少)(?![一-龥]*[度地质层端效标](?!纪录))|(?:历史|历年|历届)之最|(?:刷新|打破|创下?|创造)了?(?:历史|历年|以往|全年)?[纪记]录|(?<=[再又屡连均双])创新[高低](?=[，。；、！,;]|$)`, 'gu')
const HOPED = /力争|争取|努力|确保|有望|预计|目标|计划|拟|将|未能?|尚未|不是|并非/u
const PASSING = /^(?:左右|以上)?[，,（(]?(?:首次|一举|成功|历史性|再次|顺利|已经?|实现|正式|同比增长[\d.]+%[，,])*$/u

/** 跨越5000亿元，达…; 超越 and 越过 of others are none */
const CROSSED = /(?:跨越|跨过|迈过|跨上|迈上|站上|跃上|登上)了?$/u
/** 首次超过100亿元, 首破20亿千瓦时, 首次站上300亿元 */
const FIRST_OVER = /(?:首次|历史性地?)(?:成功|一举|全面)*(?:超过?|达到?|破|突破|跃上|站上|迈上|迈入|跨过|跨越|跨上|登上|越过)了?$|首[破超]$/u
/** what stands before a record without naming of what it is one */
const CLAIMING = /(?:19|20)\d{2}年|今年|当年|本年|全年|其中|首次|再次|[再又已均是为至达到创出的了]|[降升]|下降|上升|[\d.,]+(?:个百分点|亿元|万元|[%‰]|[一-龥])?/gu

/** The claims of a paragraph that earlier years may contradict. */
export function readRecords(paragraph: ReadParagraph): RecordReading | undefined {
  const { text, role } = paragraph
  if (role !== 'paragraph' || !/新高|新低|之最|首破|最[高低好多少]|[纪记]录|突破|首次|[跨迈站跃越登][越过上]/u.test(text)) return undefined
  const sentences = sentencesOf(paragraph as CheckedParagraph)
  const core = [...paragraph.figures.filter(isCore), ...thresholdsAlone(paragraph)].sort((a, b) => a.start - b.start)
  const sentenceAt = (at: number): { start: number; end: number } => sentences.find(({ end }) => at < end) ?? { start: 0, end: text.length }
  const records: RecordClaim[] = []
  for (const match of text.matchAll(RECORD)) {
    const start = match.index
    const end = start + match[0].length
    if (isQuoted(text, start) || HOPED.test(clauseBefore(text, start))) continue
    const figures = figuresOfClaim(text, sentenceAt(start), core, start, end)
    const years = match[1] !== undefined ? readNumeral(match[1].replace('两', '二')) : match[2] !== undefined ? 2 : undefined
    const direction = /[低少]/u.test(match[0]) ? 'low' : 'high'
    const sentence = sentenceAt(start)
    // 法官人均办案创历史新高 behind the cases of each year is another thing
    const named = squeezed(text.slice(clauseStart(text, start), start)).replace(CLAIMING, '')
    const told = yearsTold(text, sentence, core)
    // 今年的产量为五年来最高 behind 粮食总产量依次为…: the same thing
    const other = named.length >= 2 && !squeezed(text.slice(sentence.start, told?.[0]?.figure.start ?? sentence.start)).includes(named)
    const against = other ? undefined : surpassed(told, { direction, years, year: yearOfClaim(text.slice(clauseStart(text, start), start)) })
    const turned = otherWay(text, { start, end, direction })
    if (figures.length > 0 || against || turned !== undefined) records.push({ start, end, direction, years, figures, against, ...(turned === undefined ? {} : { turned }) })
  }
  const passings: Passing[] = []
  core.forEach((over, k) => {
    const crossed = CROSSED.exec(text.slice(Math.max(0, over.start - 6), over.start))?.[0]
    const firstOver = FIRST_OVER.test(text.slice(Math.max(0, over.start - 10), over.start) + (/^[^\d一二三四五六七八九十百千万]*/u.exec(over.text)?.[0] ?? ''))
    if ((!over.text.startsWith('突破') && crossed === undefined && !firstOver) || over.high !== undefined || HOPED.test(clauseBefore(text, over.start))) return
    const sentence = sentenceAt(over.start)
    const like = (f: CoreFigure | undefined): f is CoreFigure => f !== undefined && f.unit === over.unit && f.kind === over.kind && f.start >= sentence.start && f.end <= sentence.end && f.high === undefined
    const [before, after] = [core[k - 1], core[k + 1]]
    const level =
      like(before) && crossed === undefined && PASSING.test(squeezed(text.slice(before.end, over.start))) ? before
      : like(after) && /^(?:新?台阶|大关|关口)?[，,]?(?:达到?了?|为|至)$/u.test(squeezed(text.slice(over.end, after.start))) ? after
      : undefined
    if (crossed !== undefined && !level && !firstOver) return
    const first = firstOver || (crossed === undefined && (/首次|历史性/u.test(squeezed(text.slice(Math.max(sentence.start, over.start - 8), over.start))) || /^(?:大关|关口)/u.test(text.slice(over.end, over.end + 4))))
    passings.push({ over, level, first, start: over.start, ...(crossed === undefined ? {} : { crossed }) })
  })
  const firsts: FirstTime[] = []
  for (const match of text.matchAll(/首次|第一次/gu)) {
    const start = match.index
    const end = start + match[0].length
    const what = squeezed(text.slice(end, clauseEnd(text, end)))
    if (!isQuoted(text, start) && !HOPED.test(clauseBefore(text, start)) && !/^(?:突破|超过?|跃上|达到?|迈上|迈入|站上|以|在)/u.test(what)) {
      const sentence = sentenceAt(start)
      const before = saidBefore(text, sentence.start, start, what)
      const from = clauseStart(text, start)
      const rank = /^(?:[^，。；]{0,10})(?:[第前][一二三四五六七八九十\d]|首位|榜首)/u.test(what) ? ranksIn(squeezed(text.slice(from, start)) + squeezed(text.slice(start, clauseEnd(text, end)))).find((r) => r.name.length >= 4) : undefined
      firsts.push({ start, end, what, ...(before === undefined ? {} : { before }), ...(rank ? { rank } : {}) })
    }
  }
  const fromZero = text.includes('零') ? [...text.matchAll(/零的?[”」]?(?:的)?突破/gu)].flatMap((match) => fromZeroAt(text, sentenceAt(match.index), core, match)) : []
  return records.length + passings.length + firsts.length + fromZero.length > 0 ? { records, passings, firsts, fromZero } : undefined
}

const THRESHOLD = /突破了?([十百千]?[万亿]?(?:吨|千瓦时|立方米|度|件|辆|台|人|户|家|标箱|人次|万元))(?=大关|关口)/gu

/** 突破千万吨大关: a threshold without a digit, which the figures leave out where 大关 stands behind it. */
function thresholdsAlone({ text, figures }: ReadParagraph): CoreFigure[] {
  if (!/突破.{1,8}(?:大关|关口)/u.test(text)) return []
  return [...text.matchAll(THRESHOLD)].flatMap(({ index, 0: surface, 1: words = '' }): CoreFigure[] => {
    const end = index + surface.length
    if (!/^[十百千万亿]{1,2}/u.test(words) || figures.some((f) => f.start < end && index < f.end)) return []
    const read = recognizeFigures(`突破一${words}`).find(isCore)
    return read ? [{ ...read, start: index, end, text: surface }] : []
  })
}

/** how far the number of what there was none before may stand from the words */
const NEAR_ZERO = 40

/** The number before the words in their own clause or the one before it, or right behind them. */
function fromZeroAt(text: string, sentence: { start: number; end: number }, core: readonly CoreFigure[], { index: start, 0: said }: RegExpExecArray): FromZero[] {
  const end = start + said.length
  if (HOPED.test(clauseBefore(text, start)) || /^[^，。；]{0,2}的/u.test(squeezed(text.slice(end, end + 4)))) return []
  const level = (f: CoreFigure): boolean => f.kind !== 'percent' && f.high === undefined && f.value > 0
  const before = core.filter((f) => f.end <= start && f.start >= Math.max(sentence.start, start - NEAR_ZERO)).at(-1)
  const behind = core.find((f) => f.start >= end && f.start <= Math.min(sentence.end, end + 12))
  const clauses = before ? squeezed(text.slice(before.end, start)) : ''
  const figure = before && (clauses.match(/，/gu) ?? []).length <= 1 && !/[；。]/u.test(clauses) ? before : before ? undefined : behind
  return figure && level(figure) ? [{ start, end, figure }] : []
}

/** 2024年为四年最高: the year that the claim's own clause names */
const yearOfClaim = (words: string): number | undefined => {
  const named = [...words.matchAll(/(?<!\d)((?:19|20)\d{2})\s*年/gu)]
  return named.length === 1 ? Number(named[0]?.[1]) : undefined
}

/** The year said to be the record (the last one where none is named) and one of those that the claim speaks of whose value lies beyond it; undefined where there is none. */
function surpassed(told: readonly YearValue[] | undefined, { direction, years, year }: { direction: 'high' | 'low'; years: number | undefined; year: number | undefined }): readonly [YearValue, YearValue] | undefined {
  const own = year === undefined ? told?.at(-1) : told?.find((t) => t.year === year)
  if (!told || !own) return undefined
  const at = told.indexOf(own)
  // a record may be broken again later
  const before = told.slice(years === undefined ? 0 : Math.max(0, at - years + 1), at)
  const beyond = before.filter(({ figure }) => (direction === 'high' ? isAbove(figure, own.figure) : isAbove(own.figure, figure)))
  const [worst] = beyond.sort((a, b) => (direction === 'high' ? b.figure.value - a.figure.value : a.figure.value - b.figure.value))
  return worst && [own, worst]
}
