import { currentValue } from '../ledger/formulas.ts'
import { indicatorOf, valueIn, type Ledger } from '../ledger/ledger.ts'
import { VALUE_STATES } from '../ledger/words.ts'
import type { Sheet } from './sheet.ts'

/** The ledger as a spreadsheet, indicators in the given order: a number for each year where the value is exact, its words where it is not. */
export function ledgerSheet(ledger: Ledger, ids: readonly string[], years: readonly number[]): Sheet {
  const last = years.at(-1)
  return {
    name: '数据台账',
    columns: [{ title: '序号', width: 6 }, { title: '指标', width: 36 }, { title: '单位', width: 9 }, { title: '部门', width: 18 }, ...years.map((year) => ({ title: `${year}年`, width: 14 })), { title: `状态${last === undefined ? '' : `（${last}年）`}`, width: 12 }, { title: '来源', width: 36 }, { title: '原文', width: 50 }],
    rows: ids.flatMap((id, i) => {
      const indicator = indicatorOf(ledger, id)
      if (!indicator) return []
      const current = last === undefined ? undefined : currentValue(ledger, indicator, last)
      const source = last === undefined ? undefined : valueIn(indicator, last)?.source
      return [[
        i + 1, indicator.name, indicator.unit, indicator.department,
        ...years.map((year) => {
          const value = currentValue(ledger, indicator, year)
          return value === undefined || value.value === null ? null : value.computed || value.approx !== 'exact' || value.high !== undefined ? value.text : Number(value.value.toPrecision(12))
        }),
        VALUE_STATES[current?.state ?? 'open'], current?.computed ? current.why : (source?.name ?? ''), source?.passage ?? '',
      ]]
    }),
  }
}
