import type { CompareRow } from '../compare/table.ts'
import { seriesFacts, type Series, type SeriesTable } from '../compare/series.ts'

/** A table as a spreadsheet shows it, whatever program writes it. */
export interface Sheet {
  /** at most 31 characters, none of \ / ? * [ ] : */
  name: string
  columns: { title: string; width: number }[]
  /** numbers stay numbers */
  rows: (string | number | null)[][]
}

const sectionOf = (section: readonly string[]): string => section.at(-1) ?? ''
const round = (n: number): number => Number(n.toPrecision(12))

/** The comparison of two reports (对比表), row by row as given. `years` name the columns; null where a report has none. `verdict` is what the table says of a row. */
export function comparisonSheet(rows: readonly CompareRow[], years: { this: number | null; last: number | null }, verdict: (row: CompareRow) => string = verdictOf): Sheet {
  const [now, before] = [years.this === null ? '本年' : `${years.this}年`, years.last === null ? '往年' : `${years.last}年`]
  return {
    name: '对比表',
    columns: [
      { title: '序号', width: 6 }, { title: '板块', width: 28 }, { title: '指标', width: 34 }, { title: `${now}原文`, width: 14 }, { title: `${now}数值`, width: 14 }, { title: '单位', width: 8 },
      { title: `${before}原文`, width: 14 }, { title: `${before}数值`, width: 14 }, { title: '增减', width: 12 }, { title: '增减%', width: 9 }, { title: '判断', width: 12 }, { title: '说明', width: 40 },
    ],
    rows: rows.map((row, i) => [
      i + 1, sectionOf(row.section), row.indicator, row.this?.text ?? null, row.this ? round(row.signed?.this ?? row.this.value) : null, row.this?.unit ?? row.last?.unit ?? '', row.last?.text ?? null, row.last ? round(row.signed?.last ?? row.last.value) : null,
      row.change?.absolute ?? null, row.change?.percent ?? null, verdict(row), row.why,
    ]),
  }
}

/** What the table says of a row: 同一指标, 近似, 仅本年, 仅往年. */
export const verdictOf = (row: Pick<CompareRow, 'this' | 'last' | 'same' | 'decided'>): string =>
  row.this === undefined ? '仅往年' : row.last === undefined ? '仅本年' : row.decided ? '人工配对' : row.same === 'near' ? '近似' : '同一指标'

/** The series of a body by years (历年): one row an indicator, one column a year, empty where there is no value. */
export function seriesSheet(series: readonly Series[], years: SeriesTable['years']): Sheet {
  return {
    name: '历年数据',
    columns: [{ title: '指标', width: 38 }, { title: '单位', width: 8 }, ...years.map((year) => ({ title: `${year}年`, width: 13 })), { title: '最近增减', width: 12 }, { title: '最近增减%', width: 11 }, { title: '说明', width: 36 }],
    rows: series.map((s) => {
      const facts = seriesFacts(s)
      const values = new Map(s.points.map(({ year, value }) => [year, value]))
      return [s.indicator + (s.plan ? '（目标）' : ''), s.unit, ...years.map((year) => {
        const value = values.get(year)
        return value === undefined ? null : round(value)
      }), facts?.change?.absolute ?? null, facts?.change?.percent ?? null, sayFacts(s)]
    }),
  }
}

/** What a series says, in words: 连续3年上升；4年中最高；缺2022年. */
export function sayFacts(s: Series): string {
  const facts = seriesFacts(s)
  if (!facts) return ''
  const out: string[] = []
  if (facts.run && facts.run.years >= 2) out.push(`连续${facts.run.years}年${facts.run.direction === 'up' ? '上升' : '下降'}`)
  if (facts.record) out.push(`有数据的${s.points.length}年中最${facts.record === 'high' ? '高' : '低'}`)
  if (s.gaps.length > 0) out.push(`缺${s.gaps.join('、')}年`)
  if (facts.about) out.push('含约数')
  return out.join('；')
}
