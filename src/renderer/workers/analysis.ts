import type { Finding } from '#core/checker/finding.ts'
import { checkReport } from '#core/checker/check.ts'
import { compareReports } from '#core/compare/compare.ts'
import type { Comparison } from '#core/compare/pair.ts'
import type { PlacedFigure } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import type { Report } from '#core/model/report.ts'

/** What the core says of a report. */
export interface Analysis {
  figures: PlacedFigure[]
  /** null where there is no earlier report to compare with */
  comparison: Comparison | null
  findings: Finding[]
}

/** What the worker is asked. */
export interface AnalysisRequest {
  sequence: number
  report: Report
  last: Report | null
}
export type AnalysisAnswer = { sequence: number; result: Analysis } | { sequence: number; failure: string }

/** Figures, pairs with an earlier report, and findings. */
export const analyse = (report: Report, last: Report | null): Analysis => ({
  figures: reportFigures(report),
  comparison: last ? compareReports(report, last) : null,
  findings: checkReport(report, last ? { last } : {}),
})
