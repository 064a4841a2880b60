import type { Report } from '../model/report.ts'
import type { Comparison } from './pair.ts'

/** Pairs the core figures of this year's report with those of an earlier one. */
export function compareReports(thisReport: Report, lastReport: Report): Comparison {
  void thisReport
  void lastReport
  return { pairs: [], onlyThis: [], onlyLast: [] }
}
