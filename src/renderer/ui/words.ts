import type { ReportSummary } from '#contract/contract.ts'
import type { Report } from '#core/model/report.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** A time of day: 10:32. */
export const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`

/** When something was, as one says it now: 今天 10:32, 3月5日 10:32, 2024年3月5日 10:32. */
export function sayTime(at: Date, now: Date): string {
  if (at.toDateString() === now.toDateString()) return `今天 ${clock(at)}`
  const day = `${at.getMonth() + 1}月${at.getDate()}日`
  return at.getFullYear() === now.getFullYear() ? `${day} ${clock(at)}` : `${at.getFullYear()}年${day} ${clock(at)}`
}

/** A count with thousands separators. */
export const count = (n: number): string => n.toLocaleString('en-US')

/** 2024年, or what stands for an unknown year. */
export const yearText = (year: number | null): string => (year === null ? '年份未定' : `${year}年`)

/** What a report is called where there is room for one line. */
export const nameOf = (report: Pick<Report | ReportSummary, 'title' | 'subtitle' | 'body' | 'year'>): string =>
  report.title || report.subtitle || [report.body, report.year === null ? '' : yearText(report.year)].filter(Boolean).join(' ') || '未命名报告'

/** The first characters of a text, with an ellipsis where there is more. */
export const firstWords = (text: string, length: number): string => {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : text
}
