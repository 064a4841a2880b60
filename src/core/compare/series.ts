import type { PlacedCoreFigure } from '../figures/figure.ts'
import type { Report } from '../model/report.ts'
import { changeBetween } from './change.ts'
import { reportFeatures } from './compare.ts'
import { decisionsOn, hasWords, lessonsOf } from './decisions.ts'
import type { Features } from './features.ts'
import type { Pair } from './pair.ts'
import { pairFeatures, type Lessons } from './pairing.ts'
import { sameUnit } from './similarity.ts'

/** A value of an indicator in one year, with the report and the place that gave it. */
export interface SeriesPoint {
  year: number
  reportId: string
  figure: PlacedCoreFigure
  /** its value; below nought where it fell (下降9.6%) */
  value: number
  /** the same figure where the report says it again */
  mentions: PlacedCoreFigure[]
}

/** An indicator of one body over the years. */
export interface Series {
  /** stable while its first report is unchanged: that report's id and the figure's place */
  id: string
  /** as the latest report words it */
  indicator: string
  unit: string
  kind: PlacedCoreFigure['kind']
  measure: Features['measure']
  /** targets for the year after the report's */
  plan: boolean
  /** ascending, one a year at most */
  points: SeriesPoint[]
  /** years between its first and its last of which a report is there but no value */
  gaps: number[]
}

export interface SeriesTable {
  /** years of which a report is there, ascending */
  years: number[]
  /** longest and latest first, then in reading order of the latest report */
  series: Series[]
  /** reports left out: without a year, or the second of a year */
  left: string[]
}

/**
 * The series of a body's reports, by indicator over years. Of two reports on one year the first in the list counts. A value joins a series
 * only where it is certainly the same indicator in the same unit, or where the editor said so: a gap is a gap, and is bridged when a later
 * report gives the indicator again.
 */
export function buildSeries(reports: readonly Report[], lessons?: Lessons): SeriesTable {
  const byYear = new Map<number, Report>()
  const left: string[] = []
  for (const report of reports) {
    if (report.year === null || byYear.has(report.year)) left.push(report.id)
    else byYear.set(report.year, report)
  }
  const years = [...byYear.keys()].sort((a, b) => a - b)
  const read = years.flatMap((year) => {
    const report = byYear.get(year)
    return report ? [{ year, report, features: reportFeatures(report) }] : []
  })
  const taught = lessons ?? lessonsOf(read)
  const open: { series: Series; head: Features; from: Report }[] = []
  for (const { year, report, features } of read) {
    const told = withMentions(features)
    const here = told.map(({ first }) => first)
    const heads = open.map(({ head }) => head)
    const fixed = { made: [] as [number, number][], broken: [] as [number, number][], alone: [] as number[], aloneThere: [] as number[] }
    for (const earlier of new Set(open.map(({ from }) => from))) {
      if (!hasWords(report) && !hasWords(earlier)) continue
      const own = open.flatMap(({ from }, j) => (from === earlier ? [j] : []))
      // decided of any mention, it holds for the figure
      const mentions = told.flatMap(({ first, again }, i) => [first, ...again].map((f) => [f, i] as const))
      const firstOf = (m: number): number => mentions[m]?.[1] ?? 0
      const said = decisionsOn(report, earlier, mentions.map(([f]) => f), own.flatMap((j) => heads[j] ?? []))
      for (const [m, k] of said.made) fixed.made.push([firstOf(m), own[k] ?? 0])
      for (const [m, k] of said.broken) fixed.broken.push([firstOf(m), own[k] ?? 0])
      for (const m of said.alone) for (const j of own) fixed.broken.push([firstOf(m), j])
      for (const k of said.aloneThere) mentions.forEach((_, m) => fixed.broken.push([firstOf(m), own[k] ?? 0]))
    }
    const joined = new Map<number, number>()
    for (const { i, j, similarity, decided } of pairFeatures(here, heads, taught, fixed)) {
      const [a, b] = [here[i], heads[j]]
      if (a && b && sameUnit(a, b) && (decided || similarity.why.length === 0)) joined.set(i, j)
    }
    told.forEach(({ first, again }, i) => {
      const { figure, measure, plan } = first
      const point: SeriesPoint = { year, reportId: report.id, figure, value: first.value, mentions: again.map((f) => f.figure) }
      const known = open[joined.get(i) ?? -1]
      if (known) {
        known.series.points.push(point)
        known.series.indicator = figure.indicator
        known.head = first
        known.from = report
      } else {
        const series: Series = { id: `${report.id}:${figure.paragraphId}:${figure.start}`, indicator: figure.indicator, unit: figure.unit, kind: figure.kind, measure, plan, points: [point], gaps: [] }
        open.push({ series, head: first, from: report })
      }
    })
  }
  const series = open.map(({ series: s }) => s)
  for (const s of series) {
    const has = new Set(s.points.map(({ year }) => year))
    s.gaps = years.filter((year) => year > (s.points[0]?.year ?? 0) && year < (s.points.at(-1)?.year ?? 0) && !has.has(year))
  }
  const last = (s: Series): number => s.points.at(-1)?.year ?? 0
  return { years, series: series.sort((a, b) => b.points.length - a.points.length || last(b) - last(a) || placeOf(a) - placeOf(b)), left }
}

const placeOf = ({ points }: Series): number => (points.at(-1)?.figure.paragraph ?? 0) * 10_000 + (points.at(-1)?.figure.start ?? 0)

/** The figures of one report, what it says twice (in a summary and in a section) once. */
function withMentions(features: readonly Features[]): { first: Features; again: Features[] }[] {
  const out: { first: Features; again: Features[] }[] = []
  const byWords = new Map<string, { first: Features; again: Features[] }[]>()
  for (const feature of features) {
    const told = feature.wordGrams.telling === 0 ? [] : (byWords.get(feature.words) ?? [])
    const known = told.find(({ first }) => sameStatement(first, feature))
    if (known) {
      known.again.push(feature)
      continue
    }
    const entry = { first: feature, again: [] }
    out.push(entry)
    told.push(entry)
    byWords.set(feature.words, told)
  }
  return out
}

/** Do two figures of equal words say the same of the same? */
const sameStatement = (a: Features, b: Features): boolean =>
  a.bucket === b.bucket && a.unit === b.unit && a.figure.value === b.figure.value && a.figure.high === b.figure.high && a.former === b.former && a.per === b.per && a.rate === b.rate &&
  a.ranks.size === b.ranks.size && [...a.ranks].every((rank) => b.ranks.has(rank)) && a.marks.every((mark, g) => mark === b.marks[g])

/** What a series says of its latest value. */
export interface SeriesFacts {
  latest: SeriesPoint
  /** against the year before; null where that year gave none or the two cannot be subtracted */
  change: Pair['change']
  /** years in a row, up to the latest, in which the value rose or fell: 连续三年上升 is 3. Null where it did neither or the year before is missing */
  run: { direction: 'up' | 'down'; years: number } | null
  /** is the latest above (or below) every earlier value? Null with fewer than three values */
  record: 'high' | 'low' | null
  highest: SeriesPoint
  lowest: SeriesPoint
  /** mean growth a year from the first to the latest value, in per cent to two decimals; null for rates, gaps at the ends, or where a value is not positive */
  meanGrowth: number | null
  /** is any value of them only stated as about, over or under, or a range? */
  about: boolean
}

/** Growth, extremes, runs and records of a series; undefined where it has no values. */
export function seriesFacts({ points, kind }: Pick<Series, 'points' | 'kind'>): SeriesFacts | undefined {
  const latest = points.at(-1)
  const [first] = points
  if (!latest || !first) return undefined
  const value = (p: SeriesPoint): number => p.value
  const before = points.at(-2)
  const highest = points.reduce((a, b) => (value(b) > value(a) ? b : a))
  const lowest = points.reduce((a, b) => (value(b) < value(a) ? b : a))
  const earlier = points.slice(0, -1)
  const record = points.length < 3 ? null : earlier.every((p) => value(p) < value(latest)) ? 'high' : earlier.every((p) => value(p) > value(latest)) ? 'low' : null
  const span = latest.year - first.year
  return {
    latest,
    change: before && before.year === latest.year - 1 ? changeBetween({ value: latest.value, high: latest.figure.high }, { value: before.value, high: before.figure.high }, kind) : null,
    run: runOf(points),
    record,
    highest,
    lowest,
    meanGrowth: kind === 'percent' || span === 0 || value(first) <= 0 || value(latest) <= 0 ? null : Math.round(((value(latest) / value(first)) ** (1 / span) - 1) * 10_000) / 100,
    about: points.some(({ figure }) => figure.approx !== 'exact' || figure.high !== undefined),
  }
}

function runOf(points: readonly SeriesPoint[]): SeriesFacts['run'] {
  let direction: 'up' | 'down' | undefined
  let years = 0
  for (let k = points.length - 1; k > 0; k--) {
    const [now, then] = [points[k], points[k - 1]]
    if (!now || !then || now.year !== then.year + 1) break
    const step = now.value > then.value ? 'up' : now.value < then.value ? 'down' : undefined
    if (step === undefined || (direction !== undefined && step !== direction)) break
    direction = step
    years++
  }
  return direction === undefined ? null : { direction, years }
}
