import { isCore, type PlacedCoreFigure, type PlacedFigure } from '../figures/figure.ts'
import { reportFigures } from '../figures/report-figures.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { sentenceRanges } from '../text/sentences.ts'
import { changeBetween } from './change.ts'
import { decisionsOn, lessonsOf } from './decisions.ts'
import { featuresOf, placed, type Features } from './features.ts'
import { frameReader } from './frame.ts'
import { pairFeatures, type FoundPair, type Lessons } from './pairing.ts'
import type { Comparison, Pair } from './pair.ts'
import { sameUnit } from './similarity.ts'
import { forgetWordings, plainGrams, wordingOf } from './wording.ts'

/**
 * Pairs the core figures of this year's report with those of an earlier one, each at most once, so that the sum of agreement is greatest.
 * Pairs and the rest come in reading order of this year's report. What the editor said of pairs, in either report, is never overruled;
 * `lessons` are wordings on which editors decided (by default in these two).
 */
export function compareReports(thisReport: Report, lastReport: Report, lessons?: Lessons): Comparison {
  const here = reportFeatures(thisReport)
  const there = reportFeatures(lastReport)
  const taught = lessons ?? lessonsOf([{ report: thisReport, features: here }, { report: lastReport, features: there }])
  const found = pairFeatures(here, there, taught, decisionsOn(thisReport, lastReport, here, there))
  const [paired, taken] = [new Set(found.map(({ i }) => i)), new Set(found.map(({ j }) => j))]
  return {
    pairs: found.flatMap((pair) => pairOf(pair, here, there)),
    onlyThis: here.filter((_, i) => !paired.has(i)).map(({ figure }) => figure),
    onlyLast: there.filter((_, j) => !taken.has(j)).map(({ figure }) => figure),
  }
}

const known = new WeakMap<Report, readonly Features[]>()

/**
 * The core figures of a report's text with what matters for pairing, in reading order; title lines are left out. A report is never changed
 * in place, so that one that was read once is not read again.
 */
export function reportFeatures(report: Report): readonly Features[] {
  const before = known.get(report)
  if (before) return before
  const features = readFeatures(report)
  known.set(report, features)
  return features
}

/** as many paragraphs are remembered by their words, since with every edit a report is read anew and most of it is as it was */
const MEMORY = 1500
let remembered = new Map<string, readonly Features[]>()

/** Forgets all paragraphs and wordings. For benchmarks. */
export function forgetFeatures(): void {
  remembered = new Map()
  forgetWordings()
}

/** characters around a figure in which other figures matter to it */
const REACH = 200

/** Those of the figures of a paragraph, in order, that stand near one of them. */
function nearby(figures: readonly PlacedFigure[], { start, end }: PlacedFigure): readonly PlacedFigure[] {
  if (figures.length < 16) return figures
  let low = 0
  let high = figures.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((figures[middle]?.end ?? 0) < start - REACH) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < figures.length && (figures[to]?.start ?? 0) <= end + REACH) to++
  return figures.slice(low, to)
}

/** characters of a paragraph's beginning that say what it is about */
const LEAD = 24

function readFeatures(report: Report): Features[] {
  const figures = new Map<number, PlacedCoreFigure[]>()
  const all = new Map<number, PlacedFigure[]>()
  for (const figure of reportFigures(report)) {
    const list = all.get(figure.paragraph)
    if (list) list.push(figure)
    else all.set(figure.paragraph, [figure])
    if (!isCore(figure)) continue
    const core = figures.get(figure.paragraph)
    if (core) core.push(figure)
    else figures.set(figure.paragraph, [figure])
  }
  const out: Features[] = []
  const frameOf = frameReader(report.year)
  const paragraphs = plainParagraphs(report)
  for (const paragraph of paragraphs) {
    if (paragraph.role !== 'paragraph' && paragraph.role !== 'heading') continue
    const frames = frameOf(paragraph)
    const own = figures.get(paragraph.index)
    if (!own) continue
    const position = (figure: PlacedCoreFigure): number => (paragraph.index + figure.start / (paragraph.text.length + 1)) / paragraphs.length
    const key = [frames.key, ...paragraph.path, paragraph.text, ...own.map(({ start, indicator, unit, kind }) => `${start}${indicator}${unit}${kind}`)].join('\n')
    const before = remembered.get(key)
    if (before) {
      own.forEach((figure, n) => {
        const features = before[n]
        if (features) out.push(Object.assign({ ...features }, { figure, position: position(figure) }, placed(figure, features.sentenceStart)))
      })
      continue
    }
    const above = paragraph.path.map((line) => wordingOf(line).words).join(' ')
    const places = [plainGrams(above), plainGrams(`${above} ${wordingOf(paragraph.text.slice(0, LEAD)).words}`)] as const
    const sentences = sentenceRanges(paragraph.text)
    const ranks = new Map<number, number>()
    const made: Features[] = []
    for (const figure of own) {
      const sentence = sentences.find(({ end }) => figure.start < end) ?? { start: 0, end: paragraph.text.length }
      const rank = ranks.get(sentence.start) ?? 0
      ranks.set(sentence.start, rank + 1)
      made.push(featuresOf(figure, paragraph, frames.at(figure.start), { sentence, rank, position: position(figure), place: places[sentence.start === 0 ? 0 : 1] }, nearby(all.get(paragraph.index) ?? [], figure)))
    }
    if (remembered.size >= MEMORY) remembered = new Map()
    remembered.set(key, made)
    out.push(...made)
  }
  return out
}

function pairOf({ i, j, similarity: { score, why }, decided }: FoundPair, here: readonly Features[], there: readonly Features[]): Pair[] {
  const [one, other] = [here[i], there[j]]
  if (!one || !other) return []
  const [a, b] = [one.figure, other.figure]
  return [{
    indicator: a.indicator,
    this: a,
    last: b,
    same: why.length === 0 ? 'yes' : 'near',
    why: why.join('；'),
    change: changeOf(one, other),
    ...(one.value < 0 || other.value < 0 ? { signed: { this: one.value, last: other.value } } : {}),
    score: Math.round(score * 1000) / 1000,
    ...(decided ? { decided: true as const } : {}),
  }]
}

/** The change from `b` to `a`; null where their units differ. A rate that fell is below nought: from 增长3.5% to 下降9.6% is −13.1 points. */
const changeOf = (a: Features, b: Features): Pair['change'] =>
  sameUnit(a, b) ? changeBetween({ value: a.value, high: a.figure.high }, { value: b.value, high: b.figure.high }, a.figure.kind) : null
