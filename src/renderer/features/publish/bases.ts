import type { Printing, ReportSummary } from '#contract/contract.ts'
import { sayTime } from '../../ui/words.ts'

/** What a review copy can show changes against: another report of the body, or an earlier state of this one. */
export interface Base {
  value: string
  label: string
  base: NonNullable<Printing['base']>
}

/** The choices for a report: the report that it is compared with first, then earlier states, the last one first, then the body's others. */
export function basesOf(report: { id: string; body: string }, last: ReportSummary | undefined, reports: readonly ReportSummary[], versions: readonly { at: string }[], today: Date): Base[] {
  const others = reports.filter(({ id, body }) => id !== report.id && id !== last?.id && body !== '' && body === report.body)
  const named = (it: ReportSummary): string => `${it.year === null ? '' : `${it.year}年　`}${it.title || it.subtitle || '没有标题'}`
  return [
    ...(last ? [{ value: `report ${last.id}`, label: `对比的报告：${named(last)}`, base: { report: last.id } }] : []),
    ...versions.map(({ at }) => ({ value: `version ${at}`, label: `较早版本：${sayTime(new Date(at), today)}`, base: { version: at } })),
    ...others.map((it) => ({ value: `report ${it.id}`, label: `本单位报告：${named(it)}`, base: { report: it.id } })),
  ]
}
