import { compareReports, reportFeatures } from '../compare/compare.ts'
import { lessonsOf } from '../compare/decisions.ts'
import type { Comparison } from '../compare/pair.ts'
import { buildSeries, type SeriesTable } from '../compare/series.ts'
import type { Report } from '../model/report.ts'
import type { CheckOptions } from './check.ts'
import { DEFAULT_SETTINGS, type CheckSettings } from './settings.ts'

/** A report among the others of its body. What is worked out of them is worked out once, when it is first asked for. */
export interface Family {
  /** of the report and the one that it is compared with; null where there is none */
  readonly comparison: Comparison | null
  /** of all reports of the body, those on later years included */
  readonly series: SeriesTable
  /** what to check the report with: the other report, the series of what came before, the settings. Its getters work when they are read, so it is handed on as it is */
  readonly options: CheckOptions
}

/**
 * The report beside `last` (null where it is compared with none) and the `others` of its body, of two on one year the better first. Every one
 * of them teaches what its editors said of pairs. A claim of this year is held against earlier years only, so later reports are not checked with.
 */
export function familyOf(report: Report, last: Report | null, others: readonly Report[], settings: CheckSettings = DEFAULT_SETTINGS): Family {
  const rest = others.filter(({ id }) => id !== last?.id && id !== report.id)
  const once = <T>(make: () => T): (() => T) => {
    let made: { value: T } | undefined
    return () => (made ??= { value: make() }).value
  }
  const lessons = once(() => lessonsOf([report, ...(last ? [last] : []), ...rest].map((r) => ({ report: r, features: reportFeatures(r) }))))
  const comparison = once(() => (last ? compareReports(report, last, lessons()) : null))
  const series = once(() => buildSeries([report, ...others], lessons()))
  const before = rest.filter(({ year }) => year !== null && report.year !== null && year < report.year)
  const earlier = once(() => buildSeries([report, ...(last ? [last] : []), ...before], lessons()))
  return {
    get comparison() {
      return comparison()
    },
    get series() {
      return series()
    },
    options: last
      ? {
          last,
          others: [last, ...before],
          settings,
          get comparison() {
            return compared()
          },
          get series() {
            return earlier()
          },
        }
      : { settings },
  }
  function compared(): Comparison {
    const made = comparison()
    if (!made) throw new Error('compared with nothing')
    return made
  }
}
