import { describe, expect, it } from 'vitest'
import { checkReport } from '#core/checker/check.ts'
import { familyOf } from '#core/checker/family.ts'
import { DEFAULT_SETTINGS } from '#core/checker/settings.ts'
import { compareReports } from '#core/compare/compare.ts'
import type { SeriesTable } from '#core/compare/series.ts'
import type { Report } from '#core/model/report.ts'
import { makeReport } from '../make-report.ts'

const of = (year: number, proposals: number): Report => makeReport([`全年收到提案${proposals}件，立案${proposals - 20}件。`], { id: `r${year}`, year, title: `甲县政协${year}年工作综述` })
const [now, last, before, later] = [of(2024, 168), of(2023, 150), of(2022, 142), of(2025, 190)]

describe('a report among those of its body', () => {
  const family = familyOf(now, last, [later, last, before], { ...DEFAULT_SETTINGS, off: ['text.repeat'] })

  it('is compared with one, and checked beside that one and what came before', () => {
    expect(family.comparison?.pairs).toEqual(compareReports(now, last).pairs)
    expect(family.options.others?.map(({ id }) => id)).toEqual(['r2023', 'r2022'])
    expect(family.options.settings?.off).toEqual(['text.repeat'])
  })
  it('has series of all years, and claims are held against earlier ones only', () => {
    const years = (table: SeriesTable | undefined): (number | null)[] => [...new Set(table?.series.flatMap((s) => s.points.map((p) => p.year)))].sort()
    expect(years(family.series)).toEqual([2022, 2023, 2024, 2025])
    expect(years(family.options.series)).toEqual([2022, 2023, 2024])
  })
  it('is worked out once', () => {
    expect(family.options.comparison).toBe(family.comparison)
    expect(family.options.series).toBe(family.options.series)
  })
  it('without an earlier report is checked alone', () => {
    const alone = familyOf(now, null, [before])
    expect(alone.comparison).toBeNull()
    expect(alone.options).toEqual({ settings: DEFAULT_SETTINGS })
    expect(checkReport(now, alone.options)).toEqual(checkReport(now))
  })
})
