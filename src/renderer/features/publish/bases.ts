import type { Printing, ReportSummary } from '#contract/contract.ts'

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
    ...versions.map(({ at }) => ({ value: `version ${at}`, label: `较早版本：${when(new Date(at), today)}`, base: { version: at } })),
    ...others.map((it) => ({ value: `report ${it.id}`, label: `本单位报告：${named(it)}`, base: { report: it.id } })),
  ]
}

/** 今天 8:05, 11月20日 17:30, 2025年12月1日 9:00 */
export function when(at: Date, today: Date): string {
  const clock = `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
  if (at.toDateString() === today.toDateString()) return `今天 ${clock}`
  return `${at.getFullYear() === today.getFullYear() ? '' : `${at.getFullYear()}年`}${at.getMonth() + 1}月${at.getDate()}日 ${clock}`
}
