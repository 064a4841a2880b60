import { readTyped } from '../edit/typed.ts'
import { baseUnit, splitUnit } from '../figures/unit-scale.ts'
import { valueIn, type Indicator, type LedgerValue } from './ledger.ts'
import { plainNumber } from './table.ts'

/**
 * The unit in which a department is asked for a value: that of last year's words, else of this year's (4.4亿元 → 亿元), so that nobody has to write
 * eight zeros; the ledger's unit where they count plainly.
 */
export function unitOnSheet(indicator: Pick<Indicator, 'unit' | 'values'>, year: number): string {
  if (splitUnit(indicator.unit).power > 0) return indicator.unit
  for (const of of [year - 1, year]) {
    const text = valueIn(indicator, of)?.text.replace(/\s+/gu, '') ?? ''
    const said = /\d(万亿|亿|万)[多余]?(\D*?)(?:以上|以下|以内|左右|上下)?$/u.exec(text)
    if (said && baseUnit(said[2] ?? '') === baseUnit(indicator.unit)) return `${said[1] ?? ''}${indicator.unit}`
  }
  return indicator.unit
}

/**
 * A value as a cell shows it: a number in the row's unit where it is exact and in that unit, else its words (近300名, 50—60件, 18篇 among 件); null
 * where it is open. What stands in the cell reads as the value again.
 */
export function cellOfValue(value: LedgerValue | undefined, unit: string): number | string | null {
  if (value === undefined || value.value === null) return null
  const { power } = splitUnit(unit)
  const number = Number((value.value / 10 ** power).toPrecision(15))
  const said = readTyped(plainNumber(number), { unit, kind: 'quantity' })
  const stated = readTyped(value.text, { unit, kind: 'quantity' })
  const plain = value.approx === 'exact' && value.high === undefined && (!stated.ok || stated.remark === undefined)
  return (plain && said.ok && said.value === value.value) || value.text === '' ? number : value.text
}
