import { isCore, type PlacedCoreFigure } from '../figures/figure.ts'
import { reportFigures } from '../figures/report-figures.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { assign } from './assign.ts'
import { featuresOf, type Features } from './features.ts'
import type { Comparison, Pair } from './pair.ts'
import { PAIR_THRESHOLD, similarity, weightsOf, type Similarity } from './similarity.ts'

/**
 * Pairs the core figures of this year's report with those of an earlier one, each at most once, so that the sum of agreement is greatest.
 * Pairs and the rest come in reading order of this year's report.
 */
export function compareReports(thisReport: Report, lastReport: Report): Comparison {
  const here = coreFeatures(thisReport)
  const there = coreFeatures(lastReport)
  const weights = weightsOf([...here, ...there])
  const found: (Similarity | undefined)[][] = here.map((a) => there.map((b) => similarity(a, b, weights)))
  const assigned = assign(found.map((row) => row.map((s) => (s && s.score >= PAIR_THRESHOLD ? s.score - PAIR_THRESHOLD + 0.01 : 0))))
  const pairs: Pair[] = []
  const onlyThis: PlacedCoreFigure[] = []
  const taken = new Set<number>()
  here.forEach((a, i) => {
    const j = assigned[i] ?? -1
    const b = there[j]
    const s = found[i]?.[j]
    if (!b || !s) {
      onlyThis.push(a.figure)
      return
    }
    taken.add(j)
    pairs.push(pairOf(a.figure, b.figure, s))
  })
  return { pairs, onlyThis, onlyLast: there.filter((_, j) => !taken.has(j)).map((b) => b.figure) }
}

function coreFeatures(report: Report): Features[] {
  const paragraphs = plainParagraphs(report)
  return reportFigures(report)
    .filter(isCore)
    .flatMap((figure) => {
      const paragraph = paragraphs[figure.paragraph]
      return paragraph && (paragraph.role === 'paragraph' || paragraph.role === 'heading') ? [featuresOf(figure, paragraph)] : []
    })
}

function pairOf(a: PlacedCoreFigure, b: PlacedCoreFigure, s: Similarity): Pair {
  return {
    indicator: a.indicator,
    this: a,
    last: b,
    same: s.why.length === 0 ? 'yes' : 'near',
    why: s.why.join('；'),
    change: changeOf(a, b),
    score: Math.round(s.score * 1000) / 1000,
  }
}

/** The change from `b` to `a`; null where the two cannot be subtracted. A change of a rate is in points, so it has no per cent. */
function changeOf(a: PlacedCoreFigure, b: PlacedCoreFigure): Pair['change'] {
  if (a.unit !== b.unit || a.high !== undefined || b.high !== undefined) return null
  const absolute = Number((a.value - b.value).toPrecision(12))
  const percent = a.kind === 'percent' || b.value === 0 ? null : Math.round((absolute / Math.abs(b.value)) * 10000) / 100
  return { absolute, percent }
}
