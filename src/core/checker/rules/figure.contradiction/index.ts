import { frameReader, type Frame as TimeFrame, type ParagraphFrames } from '../../../compare/frame.ts'
import { pairsOf } from '../../../compare/wording.ts'
import { isCore, type CoreFigure } from '../../../figures/figure.ts'
import type { Finding } from '../../finding.ts'
import { defineGroups, type Placed } from '../../groups.ts'
import { defineNeighbours } from '../../neighbours.ts'
import { digitsOf, isTransposition, looksMistyped } from '../../number-slip.ts'
import { inAnyOrder, sentenceIndex, sentencesOf } from '../../reading.ts'
import { defineReportRule, type CheckedParagraph, type Place } from '../../rule.ts'
import { agree } from './agree.ts'
import { countedOf } from './counted.ts'
import { eventsOf } from './events.ts'
import { growthsOf } from './growth-told.ts'
import { investmentsOf } from './investments.ts'
import { deniedMentions, type Mention, type MentionAt } from './mentions.ts'
import { isToldAs, pointedBackOf, type PointedBack } from './pointed-back.ts'
import { ranksOf } from './ranks.ts'
import { misreferred } from './misreferred.ts'
import { referencesOf } from './references.ts'
import type { Told } from './told.ts'
import { besidesOf } from './told-beside.ts'
import { countedTwice } from './twice.ts'
import { areContrasted, kindsOf, stateOf } from './words.ts'
import { BRIEF, statementOf, type Statement } from './statement.ts'

/**
 * The same indicator with different values in one report. Statements in the same words that sum up the year contradict each other with any two
 * values of one order; others, and those in other words, only where the two numbers look like one mistyped. Both must be of the same scope (会议期间, 全市, 上半年 …), the same period and the
 * same subject. Everything less certain is left to the editor. Beside these statements (statement.ts) and the nouns that numbers count (counted.ts), mentions.ts compares what
 * is told twice of a growth, a rank, the day of an event and the cost of works, references.ts a number with the one that it refers to (在走访的116家企业中), and retold.ts
 * one that is told as known (96名专任教师全员, 73.18%的森林覆盖率). Numbers that agree when rounded (agree.ts: 41800人次 and 4.2万人次) are one.
 */
export const figureContradiction = defineReportRule({
  id: 'figure.contradiction',
  title: '数据前后矛盾',
  severity: 'error',
  scope: 'report',
  basis: { on: 'practice', why: '同一指标、同一口径、同一时期只有一个数' },
  defaults: {},
  read: (paragraph, { body, year }) => {
    if (paragraph.figures.length === 0) return undefined
    const sentences = sentencesOf(paragraph)
    const frames = frameReader(year)(paragraph)
    const core = paragraph.figures.filter(isCore)
    const times = new Map(core.map(({ start }) => [start, frames.at(start)]))
    const frameAt = (start: number): TimeFrame => times.get(start) ?? frames.at(start)
    const timeOf = (start: number): string => nameOf(frameAt(start))
    const statements = core.flatMap((figure) => statementOf(paragraph, figure, sentences, { body, year, timeOf }) ?? [])
    const counted = core.flatMap((figure) => countedOf(paragraph, figure, sentences, { body, year, frameAt }) ?? [])
    const sentenceAt = (at: number): { index: number; start: number } => {
      const index = sentenceIndex(sentences, at)
      return { index, start: sentences[index]?.start ?? 0 }
    }
    const told: Told = { paragraph, core, sentenceAt, body, year, timeOf }
    const mentions = mentionsOf(told)
    const refers = referencesOf(told)
    const pointedBack = pointedBackOf(told)
    if (statements.length === 0 && counted.length === 0 && mentions.length === 0 && refers.countables.length === 0 && refers.references.length === 0 && refers.retellings.length === 0) return undefined
    return { statements, counted, mentions, pointedBack, ...refers }
  },
  check: (context, all) => {
    const { year, finding, memory } = context
    let frames: readonly ParagraphFrames[] | undefined
    const timeOf = ({ item: { figure }, in: { index } }: Stated): string => {
      const read = frameReader(year)
      const frame = (frames ??= context.paragraphs.map(read))[index]?.at(figure.start)
      return frame ? nameOf(frame) : ''
    }
    const found: Finding[] = []
    const reported = new Set<Statement>()
    const report = ([first, other]: Pair, likelyOnly: boolean): void => {
      // a target is no result, and five years are not one
      if (reported.has(other.item) || timeOf(first) !== timeOf(other)) return
      reported.add(other.item)
      const message = `“${first.item.indicator}”前后不一致：前面为${first.item.figure.text}，此处为${other.item.figure.text}`
      found.push(finding(message, [placeOf(other), placeOf(first)], likelyOnly ? { severity: 'warning' } : {}))
    }
    for (const pair of inTheSameWords(memory, all)) report(pair, false)
    for (const pair of inOtherWords(memory, all)) report(pair, true)
    for (const pair of ofTheSameDigits(memory, all)) report(pair, true)
    const places = new Set([...reported].map(({ figure }) => figure))
    const twice = countedTwice(memory, all)
    for (const { noun, loosely, first, other } of twice) {
      if (loosely || places.has(first.item.figure) || places.has(other.item.figure)) continue
      const message = `“${noun}”前后不一致：前面为${first.item.figure.text}，此处为${other.item.figure.text}`
      found.push(finding(message, [placeOf(other), placeOf(first)], { severity: 'warning' }))
    }
    for (const { name, first, other } of deniedMentions(memory, all)) {
      if (found.some(({ anchors: [at] }) => at.paragraph === other.in.index && at.start === other.item.start)) continue
      const message = `“${name}”前后不一致：前面为${first.item.text}，此处为${other.item.text}`
      found.push(finding(message, [placed(other), placed(first)], { severity: 'warning' }))
    }
    for (const { noun, first, other } of misreferred(memory, all, () => context.paragraphs)) {
      if (found.some(({ anchors: [at] }) => at.paragraph === other.in.index && at.start === other.figure.start)) continue
      const message = `“${noun}”前后不一致：前面为${first.figure.text}，此处为${other.figure.text}`
      found.push(finding(message, [figureAt(other), figureAt(first)], { severity: 'warning' }))
    }
    for (const { read: { in: paragraph, it: { pointedBack } } } of pointing(memory, all)) {
      for (const { noun, first, other } of pointedBack) {
        if (found.some(({ anchors: [at] }) => at.paragraph === paragraph.index && at.start === other.start) || all.some(({ it }) => it.counted.some(({ figure }) => isToldAs(figure, other)))) continue
        const message = `“${noun}”前后不一致：前面为${first.text}，此处为${other.text}`
        found.push(finding(message, [figureAt({ figure: other, in: paragraph }), figureAt({ figure: first, in: paragraph })], { severity: 'warning' }))
      }
    }
    for (const { noun, loosely, first, other } of twice) {
      // what is said for certain is not suspected
      if (!loosely || found.some(({ anchors: [at] }) => at.paragraph === other.in.index && at.start === other.item.figure.start)) continue
      const message = `“${noun}”前后可能不一致：前面为${first.item.figure.text}，此处为${other.item.figure.text}`
      found.push(finding(message, [placeOf(other), placeOf(first)], { severity: 'info' }))
    }
    return found
  },
})

/** The paragraphs in which a number points back at another one. */
const pointing = defineNeighbours(({ pointedBack }: { pointedBack: readonly PointedBack[] }) => pointedBack.length > 0 || undefined)

/** All that a paragraph tells beside how much there is of something. */
const mentionsOf = (told: Told): Mention[] => [...growthsOf(told), ...ranksOf(told), ...eventsOf(told), ...investmentsOf(told), ...besidesOf(told)]

const nameOf = ({ plan, span }: TimeFrame): string => `${plan ? 'plan' : ''} ${span}`

const figureAt = ({ figure: { start, end }, in: paragraph }: { figure: CoreFigure; in: CheckedParagraph }): Place => ({ in: paragraph, start, end })
const placed = ({ item: { start, end }, in: paragraph }: MentionAt): Place => ({ in: paragraph, start, end })

type Stated = Placed<Statement>
type Pair = readonly [Stated, Stated]

/** What a paragraph states. */
interface Stating {
  statements: readonly Statement[]
}

const inTheSameWords = defineGroups<Stating, Statement, Pair>({
  itemsOf: ({ statements }) => statements.flatMap((one) => (one.key === undefined ? [] : [[one.key, one] as const])),
  judge: (group) => contradiction(group, false),
})

const inOtherWords = defineGroups<Stating, Statement, Pair>({
  itemsOf: ({ statements }) => statements.flatMap((one) => one.likely.map((key) => [key, one] as const)),
  judge: (group, key) => contradiction(group, true, key.startsWith(BRIEF)),
})

const ofTheSameDigits = defineGroups<Stating, Statement, Pair>({
  itemsOf: ({ statements }) => statements.flatMap((one) => (one.digits === undefined ? [] : [[one.digits, one] as const])),
  judge: (group) => exchange(group),
})

const placeOf = ({ item: { figure }, in: paragraph }: Placed<{ figure: CoreFigure }>): Place => ({ in: paragraph, start: figure.start, end: figure.end })

/** A group of like statements contradicts itself when there are two values; with more it is a list of like things, not one thing told twice. */
function contradiction(group: readonly Stated[], likelyOnly: boolean, brief = false): Pair | undefined {
  const [first] = group
  if (!first || group.length < 2) return undefined
  const other = group.find(({ item }) => !agree(item.figure, first.item.figure))
  if (!other || sameBreath(first, other)) return undefined
  if (group.some(({ item: { figure } }) => !agree(figure, first.item.figure) && !agree(figure, other.item.figure))) return undefined
  const [a, b] = [first.item, other.item]
  const topical = a.topical || b.topical
  if ((brief || GENERIC.test(a.indicator)) && !a.sums && !b.sums) return undefined
  // a rate that does not say of what: only the same digits in another order
  if (a.figure.kind === 'percent' && Math.min(a.indicator.length, b.indicator.length) < 5 && sortedDigits(a) !== sortedDigits(b)) return undefined
  const [p, q] = [digitsOf(a.figure.text), digitsOf(b.figure.text)]
  const large = Math.min(p.length, q.length) >= 3
  if ((large || a.sums || b.sums) && looksMistyped(p, q)) return (topical && (isRound(a) || isRound(b))) || (serving(a, b) && !isTransposition(p, q)) ? undefined : [first, other]
  if (likelyOnly || topical || serving(a, b)) return undefined
  // any two values: only what sums up the year, and is not of another order
  const summed = a.listed || b.listed ? a.sums && b.sums : a.sums || b.sums || a.figure.kind === 'percent'
  return summed && Math.max(a.figure.value, b.figure.value) <= 2 * Math.min(a.figure.value, b.figure.value) ? [first, other] : undefined
}

/** 依法保护未成年人，受理刑事案件146件: a digit fewer or another one is what a part of all has as well; two digits exchanged are hardly chance. */
const serving = (a: Statement, b: Statement): boolean => a.serves !== b.serves

/** What every section of a report may say of its own subject. */
const GENERIC =
  /^(?:全年|共|累计|投入|完成|争取|服务|惠及|受益|解决|发放|培训|提出|收集|化解|带动|新增|新建|实施|开展|帮扶|安排|落实|到位|参与|参加|各类|资金|投资|项目|群众|问题|人员|建议|意见|活动|干部|物资|企业|就业|岗位|人次|师生|总)+$/u

/** 一般公共预算收入 and 一般公共预算支出 have but their beginning in common */
const headOf = (indicator: string): string => /(?:收入|支出|存款|贷款|产值|利润|税收|进口|出口)(?=(?:余额|总额|额)?$)/u.exec(indicator)?.[0] ?? ''

/** Large numbers of one unit of which two digits are exchanged, of things of one name: hardly ever by chance. */
function exchange(group: readonly Stated[]): Pair | undefined {
  const [first] = group
  const other = group.find(({ item }) => item.figure.value !== first?.item.figure.value)
  if (!first || !other || first.in === other.in) return undefined
  const [a, b] = [first.item, other.item]
  // a rate has few digits and many namesakes: counted.ts compares their names
  if (a.figure.kind === 'percent' || a.hard !== b.hard || kindsOf(a.indicator) !== kindsOf(b.indicator)) return undefined
  const [p, q] = [digitsOf(a.figure.text), digitsOf(b.figure.text)]
  if (!isTransposition(p, q) || /00$/u.test(p) || /00$/u.test(q)) return undefined
  // received and settled, and two kinds of one thing, are told in like numbers
  const [x, y] = [stateOf(a.indicator), stateOf(b.indicator)]
  if ((x !== '' && y !== '' && x !== y) || areContrasted(a.indicator, b.indicator) || headOf(a.indicator) !== headOf(b.indicator)) return undefined
  const pairs = pairsOf(a.indicator)
  return [...pairsOf(b.indicator)].some((pair) => pairs.has(pair) && !GENERIC.test(pair)) ? [first, other] : undefined
}

const sortedDigits = ({ figure }: Statement): string => inAnyOrder(digitsOf(figure.text))

/** 120家, 50次: numbers that many things have */
const isRound = ({ figure }: Statement): boolean => digitsOf(figure.text).length < 3 || /0$/u.test(digitsOf(figure.text))

/** Two numbers in one sentence, or in neighbouring ones that do not both sum up, may well be of two things. */
const sameBreath = (a: Stated, b: Stated): boolean => a.in === b.in && (a.item.sentence === b.item.sentence || !(a.item.sums && b.item.sums))
