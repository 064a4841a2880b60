import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { countCharacters } from '#core/model/plain-text.ts'
import type { ReportFile } from '#core/model/report.ts'
import { allParagraphs } from '#core/model/tree.ts'
import type { ReportSummary } from '#contract/contract.ts'

/** What the library's list shows of a report. */
export function summaryOf({ report, revision, savedAt }: ReportFile): ReportSummary {
  return {
    id: report.id,
    status: report.status,
    body: report.body,
    year: report.year,
    title: report.title,
    subtitle: report.subtitle !== '' ? report.subtitle : report.occasion,
    characters: countCharacters(report),
    figures: reportFigures(report).filter(isCore).length,
    openSlots: allParagraphs(report).reduce((n, p) => n + p.content.filter((node) => node.type === 'slot').length, 0),
    origin: report.origin,
    revision,
    savedAt,
  }
}
