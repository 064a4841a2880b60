import type { Finding } from '#core/checker/finding.ts'
import { checkReport } from '#core/checker/check.ts'
import { alignReports, type Alignment } from '#core/compare/align.ts'
import { compareReports, reportFeatures } from '#core/compare/compare.ts'
import { lessonsOf } from '#core/compare/decisions.ts'
import type { Comparison } from '#core/compare/pair.ts'
import { buildSeries, type SeriesTable } from '#core/compare/series.ts'
import type { PlacedFigure } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import type { Report } from '#core/model/report.ts'

/** What the core says of a report. */
export interface Analysis {
  figures: PlacedFigure[]
  /** null where there is no earlier report to compare with */
  comparison: Comparison | null
  /** its sections and paragraphs beside those of the earlier report */
  alignment: Alignment | null
  /** of all reports of the body; null where it was not asked for */
  series: SeriesTable | null
  findings: Finding[]
}

/** What a report is looked at with. */
export interface Surroundings {
  /** the report to compare with */
  last: Report | null
  /** the other reports of the body, of two on one year the better first */
  earlier: readonly Report[]
  /** are the series over the years wanted? */
  series: boolean
}

/** What the worker is asked. Earlier reports are sent when they change, and remembered. */
export interface AnalysisRequest {
  sequence: number
  report: Report
  series: boolean
  surroundings?: Pick<Surroundings, 'last' | 'earlier'>
}
export type AnalysisAnswer = { sequence: number; result: Analysis } | { sequence: number; failure: string }

/** Figures, pairs with an earlier report, findings, and the series of the body. Every report of the body teaches what its editors said of pairs. */
export function analyse(report: Report, { last, earlier, series }: Surroundings): Analysis {
  const family = [report, ...(last ? [last] : []), ...earlier.filter(({ id }) => id !== last?.id)]
  const lessons = lessonsOf(family.map((r) => ({ report: r, features: reportFeatures(r) })))
  return {
    figures: reportFigures(report),
    comparison: last ? compareReports(report, last, lessons) : null,
    alignment: last ? alignReports(report, last) : null,
    findings: checkReport(report, last ? { last } : {}),
    series: series ? buildSeries([report, ...earlier], lessons) : null,
  }
}
