import type { ReportSummary } from '#contract/contract.ts'

/** What the list can be narrowed to. Examples are a kind of their own. */
export type Kind = 'all' | 'draft' | 'published' | 'example'

export interface Filter {
  /** words that must all occur in title, subtitle, body or year */
  words: string
  body: string | null
  year: number | null
  kind: Kind
}

/** The kind of a report. */
export const kindOf = (report: Pick<ReportSummary, 'origin' | 'status'>): Exclude<Kind, 'all'> => (report.origin.from === 'example' ? 'example' : report.status)

/** The reports that fit, in the order in which they came. */
export function filterReports(reports: readonly ReportSummary[], { words, body, year, kind }: Filter): ReportSummary[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean)
  return reports.filter((report) => {
    const text = `${report.title} ${report.subtitle} ${report.body} ${report.year ?? ''}`.toLowerCase()
    return (kind === 'all' || kindOf(report) === kind) && (body === null || report.body === body) && (year === null || report.year === year) && wanted.every((word) => text.includes(word))
  })
}

/** How many reports there are of each kind. */
export function kindsOf(reports: readonly ReportSummary[]): Record<Kind, number> {
  const counts: Record<Kind, number> = { all: reports.length, draft: 0, published: 0, example: 0 }
  for (const report of reports) counts[kindOf(report)]++
  return counts
}

/** The bodies that report, each once, in Chinese order. */
export const bodiesOf = (reports: readonly ReportSummary[]): string[] =>
  [...new Set(reports.map(({ body }) => body).filter((body) => body !== ''))].sort((a, b) => a.localeCompare(b, 'zh-CN'))

/** The years reported on, the last first. */
export const yearsOf = (reports: readonly ReportSummary[]): string[] => [...new Set(reports.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => b - a).map(String)
