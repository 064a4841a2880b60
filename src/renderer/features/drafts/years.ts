import type { ReportSummary } from '#contract/contract.ts'

/**
 * The year that a new draft reports on: summaries are written from the last quarter of their year on and in the first months of the next, so
 * from October it is this year, before that the last one.
 */
export const yearToWrite = (now: Date): number => (now.getMonth() >= 9 ? now.getFullYear() : now.getFullYear() - 1)

/** The year that follows a report's own; where that is unknown, the one that is written now. */
export const yearAfter = (report: Pick<ReportSummary, 'year'>, now: Date): number => (report.year === null ? yearToWrite(now) : report.year + 1)

/** Reports that can be rolled forward, those of the latest year first. */
export const rollable = (reports: readonly ReportSummary[]): ReportSummary[] =>
  [...reports].sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || Number(a.origin.from === 'example') - Number(b.origin.from === 'example'))
