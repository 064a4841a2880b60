import { reportFeatures } from '../../../compare/compare.ts'
import type { Features } from '../../../compare/features.ts'
import { pairsOf } from '../../../compare/wording.ts'
import type { Pair } from '../../../compare/pair.ts'
import type { PlacedCoreFigure } from '../../../figures/figure.ts'
import type { Report } from '../../../model/report.ts'
import { apartNote, oncePerComparison, yearName, yearsApart } from '../../last-year.ts'
import { sentenceIndex, sentencesOf } from '../../reading.ts'
import { defineReportRule, type CheckedParagraph, type Earlier, type Place } from '../../rule.ts'

/** What every year's report gives: what became of proposals, cases, patients, pupils. */
const EVERY_YEAR = /提案|社情民意|信息|议案|建议|案件|执法检查|专题询问|决议|决定|任免|工作报告|常委会会议|主席会议|协商|视察|监督|评议|审结|执结|受理|批捕|逮捕|起诉|公诉|门诊|急诊|出院|手术|招生|招收|毕业|在校|会员|信访|来访|来信|调研报告|培训|预算收入|生产总值|可支配收入|零售总额|固定资产投资|进出口|新增就业|率$/u
/** What is done once, though its neighbours are told again every year. */
const ONCE = /新建|建成|启动|改造|竣工|完工|开工|落成|揭牌|成立|创建|获评|获得|荣获|入选|举办|承办|编纂|出版|换届/u
const SUMS = /全年|共|累计|总/u

/**
 * An indicator that the earlier report gave as one of its own and that this one has nowhere. Only a few, the likeliest: of what is told every
 * year, told among figures that this report still has, or given by several earlier reports. What was done once (a named event, a project) is
 * not missed.
 */
export const compareMissing = defineReportRule({
  id: 'compare.missing',
  title: '上年有的指标今年没有',
  severity: 'info',
  scope: 'earlier',
  basis: { on: 'practice', why: '逐年公布的指标缺了一年，读者无从比较，也可能是漏写' },
  defaults: {
    /** how likely an indicator must be told every year */
    least: 3.5,
    /** at most so many */
    most: 5,
  },
  check: (context, _, { least, most }) => {
    const { earlier, year, finding } = context
    if (!earlier) return []
    const apart = yearsApart(earlier, year)
    const missing = rankedMissing(earlier).filter(({ weight }) => weight >= least + (apart === 1 ? 0 : 1)).slice(0, apart === 1 ? most : 3)
    return missing.flatMap(({ figure, beside }) => {
      const place = placeWhere(figure, beside, context.paragraphs)
      return place ? [finding(`${yearName(earlier)}${apartNote(apart)}报告中有“${figure.indicator}”（${figure.text}），本文没有，请确认是否漏写`, [place])] : []
    })
  },
})

interface Missing {
  figure: PlacedCoreFigure
  /** the figure of this report whose counterpart stood nearest to it in its paragraph */
  beside: PlacedCoreFigure | undefined
  weight: number
}

/** The figures of the earlier report that this one lacks, the likeliest first. */
const rankedMissing = oncePerComparison((earlier): readonly Missing[] => findMissing(earlier))

function findMissing(earlier: Earlier): Missing[] {
  const { pairs, onlyThis, onlyLast } = earlier.comparison
  const features = featuresByPlace(earlier.last)
  const kept = new Set(pairs.map(({ last }) => sentenceKeyOf(features, last)))
  const told = new Set(pairs.map(({ last }) => `${last.value} ${last.unit}`))
  const neighbours = neighboursOf(pairs, features)
  const lasting = earlier.series.years.length > 2 ? lastingFigures(earlier) : undefined
  const byParagraph = new Map<number, Pair[]>()
  for (const pair of pairs) {
    const list = byParagraph.get(pair.last.paragraph)
    if (list) list.push(pair)
    else byParagraph.set(pair.last.paragraph, [pair])
  }
  const out: Missing[] = []
  const seen = new Set<string>()
  for (const figure of onlyLast) {
    const own = features.get(`${figure.paragraph}:${figure.start}`)
    if (!own || !isPlain(own) || figure.indicator.length < 3 || figure.indicator.length > 16 || (figure.kind === 'percent' && !/[率度比]$/u.test(figure.indicator))) continue
    // told twice there, and paired once; or told here in another unit. What one sentence there told apart (审结案件, 执结案件) is not the same
    const isTold = (pair: Pair): boolean => isLike(pair.this, figure) && !(pair.same === 'yes' && sentenceKeyOf(features, pair.last) === own.sentenceKey)
    if (told.has(`${figure.value} ${figure.unit}`) || seen.has(own.words) || onlyThis.some((f) => isLike(f, figure)) || pairs.some(isTold)) continue
    seen.add(own.words)
    const weight =
      (lasting?.has(`${figure.paragraph}:${figure.start}`) ? 3 : 0) +
      (own.state !== undefined ? 1 : 0) +
      (EVERY_YEAR.test(figure.indicator) ? 1.5 : 0) +
      (kept.has(own.sentenceKey) ? 1.5 : 0) +
      (ONCE.test(figure.indicator) ? 0 : neighbours(figure, own)) +
      (figure.value >= 100 || figure.kind === 'percent' ? 1 : 0) +
      (own.words.length <= 6 ? 0.5 : 0) +
      (SUMS.test(figure.before.slice(-10)) ? 0.5 : 0) -
      (own.part ? 1 : 0) -
      (figure.value < 5 ? 2 : 0)
    out.push({ figure, weight, beside: nearestOf(byParagraph.get(figure.paragraph) ?? [], figure, (pair) => sentenceKeyOf(features, pair.last) === own.sentenceKey) })
  }
  return out.sort((a, b) => b.weight - a.weight)
}

/**
 * How much it weighs that all others of its sentence are told again, and in one paragraph: the sentence was kept and this figure fell out of it. Of a
 * short sentence the paragraph must have been kept.
 */
function neighboursOf(pairs: readonly Pair[], features: ReadonlyMap<string, Features>): (figure: PlacedCoreFigure, own: Features) => number {
  const pairOf = new Map(pairs.map((pair) => [`${pair.last.paragraph}:${pair.last.start}`, pair]))
  const byParagraph = new Map<number, Features[]>()
  for (const it of features.values()) {
    const list = byParagraph.get(it.figure.paragraph)
    if (list) list.push(it)
    else byParagraph.set(it.figure.paragraph, [it])
  }
  const isKept = (others: readonly Features[], least: number): boolean => {
    const found = others.flatMap(({ figure: { paragraph, start } }) => pairOf.get(`${paragraph}:${start}`) ?? [])
    return others.length >= least && found.length === others.length && new Set(found.map((pair) => pair.this.paragraph)).size === 1
  }
  return (figure, own) => {
    const others = (byParagraph.get(figure.paragraph) ?? []).filter((it) => it.figure !== figure && it.figure.start !== figure.start)
    const sentence = others.filter((it) => it.sentenceKey === own.sentenceKey)
    if (isKept(sentence, 2)) return 2
    return sentence.length > 0 && isKept(others, 3) ? 2 : 0
  }
}

/** Of one year, as a whole, and no named event's. */
const isPlain = (f: Features): boolean => !f.plan && f.span === 'year' && (f.measure === 'level' || f.measure === 'share') && !f.former && f.named.length === 0 && f.figure.high === undefined

const isLike = (a: PlacedCoreFigure, b: PlacedCoreFigure): boolean => {
  if (a.unit !== b.unit) return false
  const [x, y] = [pairsOf(a.indicator), pairsOf(b.indicator)]
  let both = 0
  for (const pair of x) if (y.has(pair)) both++
  return both / Math.max(1, Math.min(x.size, y.size)) > 0.4
}

const featuresByPlace = (report: Report): Map<string, Features> => new Map(reportFeatures(report).map((f) => [`${f.figure.paragraph}:${f.figure.start}`, f]))

const sentenceKeyOf = (features: ReadonlyMap<string, Features>, { paragraph, start }: PlacedCoreFigure): string => features.get(`${paragraph}:${start}`)?.sentenceKey ?? ''

/** Places in the last report of what reports before it gave too. */
function lastingFigures({ series, last }: Earlier): ReadonlySet<string> {
  const out = new Set<string>()
  for (const { points } of series.series) {
    const latest = points.at(-1)
    if (points.length >= 2 && latest?.reportId === last.id) for (const f of [latest.figure, ...latest.mentions]) out.add(`${f.paragraph}:${f.start}`)
  }
  return out
}

/** The counterpart of the figure that stood nearest: of its own sentence, else of its paragraph. */
function nearestOf(pairs: readonly Pair[], { start }: PlacedCoreFigure, isOfSentence: (pair: Pair) => boolean): PlacedCoreFigure | undefined {
  let nearest: { pair: Pair; distance: number } | undefined
  for (const pair of pairs) {
    const distance = Math.abs(pair.last.start - start) + (isOfSentence(pair) ? 0 : 10_000)
    if (!nearest || distance < nearest.distance) nearest = { pair, distance }
  }
  return nearest?.pair.this
}

/** Where in this report it would stand: the sentence of the figure that stood next to it, else the section of the same heading, else the beginning. */
function placeWhere(missing: PlacedCoreFigure, nearest: PlacedCoreFigure | undefined, paragraphs: readonly CheckedParagraph[]): Place | undefined {
  const beside = nearest && paragraphs[nearest.paragraph]
  if (nearest && beside) {
    const sentences = sentencesOf(beside)
    const own = sentences[sentenceIndex(sentences, nearest.start)]
    if (own) return { in: beside, start: own.start, end: own.end }
  }
  const heading = missing.section.at(-1)
  const at = (heading === undefined ? undefined : headingLike(heading, paragraphs)) ?? paragraphs.find(({ role, text }) => role === 'paragraph' && text !== '')
  if (!at) return undefined
  const [first] = sentencesOf(at)
  return { in: at, start: 0, end: at.role === 'heading' ? at.text.length : (first?.end ?? at.text.length) }
}

/** The heading that has at least half of the words of another one. */
function headingLike(heading: string, paragraphs: readonly CheckedParagraph[]): CheckedParagraph | undefined {
  const same = paragraphs.find(({ role, text }) => role === 'heading' && text === heading)
  if (same) return same
  const words = pairsOf(heading)
  let alike: CheckedParagraph | undefined
  let most = words.size / 2
  for (const p of words.size > 0 ? paragraphs : []) {
    if (p.role !== 'heading') continue
    let shared = 0
    for (const pair of words) if (p.text.includes(pair)) shared++
    if (shared > 0 && shared >= most) [alike, most] = [p, shared + 0.5]
  }
  return alike
}
