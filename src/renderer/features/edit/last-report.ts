import type { ReportSummary } from '#contract/contract.ts'
import type { Report } from '#core/model/report.ts'

type Head = Pick<Report, 'id' | 'body' | 'year' | 'origin'>

/**
 * The report to compare with (对照) where the user has not chosen: the one that this draft was rolled from, else the report of the same body
 * with the latest earlier year; a published one before a draft.
 */
export function defaultLast(report: Head, reports: readonly ReportSummary[]): ReportSummary | undefined {
  const others = reports.filter(({ id }) => id !== report.id)
  const { origin, body, year } = report
  const source = origin.from === 'report' ? others.find(({ id }) => id === origin.reportId) : undefined
  if (source) return source
  if (body === '' || year === null) return undefined
  return others
    .filter((other) => other.body === body && other.year !== null && other.year < year)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || Number(a.status === 'draft') - Number(b.status === 'draft'))[0]
}

/** All that can be compared with, those of the same body first, the latest year first. */
export const comparable = (report: Head, reports: readonly ReportSummary[]): ReportSummary[] =>
  reports.filter(({ id }) => id !== report.id).sort((a, b) => Number(b.body === report.body) - Number(a.body === report.body) || (b.year ?? 0) - (a.year ?? 0))
