import type { Indicator, Ledger, LedgerValue } from '#core/ledger/ledger.ts'
import { collectionSheet } from '#core/ledger/collection.ts'
import type { Cell, Table } from '#core/ledger/table.ts'
import { kindOfUnit } from '#core/figures/unit-scale.ts'

/** A value as tests write it. */
export const value = (year: number, text: string, n: number | null, rest: Partial<LedgerValue> = {}): LedgerValue => ({ year, text, value: n, approx: 'exact', state: n === null ? 'open' : 'filled', at: '2021-01-05T08:00:00.000Z', ...rest })

export const indicator = (id: string, name: string, unit: string, department: string, values: LedgerValue[] = [], rest: Partial<Indicator> = {}): Indicator => ({ id, name, unit, kind: kindOfUnit(unit), department, values, ...rest })

/** A ledger of a county's conference with two departments. */
export const ledger = (): Ledger => ({
  id: 'ledger-1',
  body: '开化县政协',
  collections: [],
  indicators: [
    indicator('t1', '收到提案数', '件', '提案委', [value(2020, '168件', 168)]),
    indicator('t2', '提案立案数', '件', '提案委', [value(2020, '138件', 138)]),
    indicator('t3', '提案办复率', '%', '提案委', [value(2020, '100%', 100)], { formula: { is: 'share', part: 't4', whole: 't2', decimals: 1 } }),
    indicator('t4', '提案办复数', '件', '提案委', [value(2020, '138件', 138)]),
    indicator('t5', '提案办理满意率', '%', '提案委', [value(2020, '98.5%', 98.5)]),
    indicator('e1', '走访企业数', '家', '经济委', [value(2020, '近300家', 300, { approx: 'under' })]),
    indicator('e2', '帮助企业融资', '元', '经济委', [value(2020, '4.4亿元', 440000000)]),
    indicator('e3', '专题协商会', '场', '经济委', [value(2020, '二十三场', 23)]),
    indicator('e4', '出口总额', '元', '经济委', []),
    indicator('x1', '社情民意信息', '篇', '', []),
  ],
})

/** A department's sheet as the reader of the file gives it, with values filled in by name. */
export function filledTable(of: Ledger, department: string, year: number, filled: Readonly<Record<string, Cell>> = {}): Table {
  const sheet = collectionSheet(of, { department, year })
  const rows: Cell[][] = [
    [sheet.title, ...sheet.columns.slice(2).map(() => null), sheet.mark],
    ...sheet.lines.map((line) => [line]),
    sheet.columns.map(({ title }) => title),
    ...sheet.rows.map((row) => sheet.columns.map(({ key }) => (key === 'value' && filled[row.name] !== undefined ? (filled[row.name] ?? null) : row[key] === '' ? null : row[key]))),
  ]
  return { name: sheet.name, rows }
}
