import { Checker } from '#core/checker/check.ts'
import { sift, type Sifted } from '#core/checker/dismissal.ts'
import { familyOf } from '#core/checker/family.ts'
import type { Finding } from '#core/checker/finding.ts'
import { DEFAULT_SETTINGS, type CheckSettings } from '#core/checker/settings.ts'
import { alignReports, type Alignment } from '#core/compare/align.ts'
import type { Comparison } from '#core/compare/pair.ts'
import type { SeriesTable } from '#core/compare/series.ts'
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
  /** those that are still to be looked at */
  findings: Finding[]
  /** those that the editor let stand */
  dismissed: Sifted['dismissed']
}

/** What a report is looked at with. */
export interface Surroundings {
  /** the report to compare with */
  last: Report | null
  /** the other reports of the body, of two on one year the better first */
  earlier: readonly Report[]
  /** are the series over the years wanted? */
  series: boolean
  /** what the editor set for all reports */
  settings?: CheckSettings
}

/** What is sent when it changes, and remembered. */
export type Known = Pick<Surroundings, 'last' | 'earlier' | 'settings'>

/** What the worker is asked. Earlier reports and settings are sent when they change. */
export interface AnalysisRequest {
  sequence: number
  report: Report
  series: boolean
  surroundings?: Known
}
export type AnalysisAnswer = { sequence: number; result: Analysis } | { sequence: number; failure: string }

/**
 * Figures, pairs with an earlier report, findings, and the series of the body. Every report of the body teaches what its editors said of pairs.
 * @param checker goes on from the state of the report that it saw before
 */
export function analyse(report: Report, { last, earlier, series, settings = DEFAULT_SETTINGS }: Surroundings, checker = new Checker()): Analysis {
  const family = familyOf(report, last, earlier, settings)
  const { open, dismissed } = sift(checker.check(report, family.options), report)
  return {
    figures: reportFigures(report),
    comparison: family.comparison,
    alignment: last ? alignReports(report, last) : null,
    findings: open,
    dismissed,
    series: series ? family.series : null,
  }
}
