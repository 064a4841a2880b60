import { readTyped } from '../edit/typed.ts'
import { baseUnit } from '../figures/unit-scale.ts'
import { valueIn, type Indicator } from './ledger.ts'
import { nameKey } from './match.ts'
import { apartFromUnit, findTitles, unitAbove, type ColumnRole } from './returned-titles.ts'
import { cellText, type Table } from './table.ts'

/** Where things stand in a table. */
export interface Layout {
  /** index of the last row of titles; -1 where there is none */
  head: number
  columns: Partial<Record<ColumnRole, number>>
  /** what this year's values count in where their rows do not say it: 2021年（万元）, 单位：万元 above the table; empty where nothing says it */
  unit: string
  /** in Chinese: columns that were told by what they hold */
  notices: string[]
}

const ROLES: readonly ColumnRole[] = ['id', 'name', 'unit', 'last', 'value', 'person', 'note']

/**
 * Finds the titles and the columns of a returned sheet: by what the titles say, and where they were renamed or taken away by what the columns
 * hold (ids, names and units of the ledger, last year's values). Undefined where nothing in the table is of this ledger; a problem, in
 * Chinese, where it is and this year's values cannot be told.
 */
export function findColumns({ name, rows }: Table, indicators: readonly Indicator[], year: number): Layout | { problem: string } | undefined {
  const { start, end: head, texts, said } = findTitles(rows, year)
  const data = rows.slice(head + 1)
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const titleAt = (c: number): string => texts[c] ?? ''
  const units = new Set(indicators.map(({ unit }) => baseUnit(unit)))
  const isUnit = (word: string): boolean => word !== '' && units.has(baseUnit(word))
  const columns: Layout['columns'] = {}
  const notices: string[] = []
  for (const role of ROLES) {
    const sure = Math.max(0, ...said.map((s) => (s?.role === role ? s.sure : 0)))
    const all = said.flatMap((s, c) => (s?.role === role && s.sure === sure ? [c] : []))
    const written = all.filter((c) => data.some((row) => cellText(row[c]) !== ''))
    if (role === 'value' && written.length > 1) return several(name, written.map((c) => titleAt(c)))
    const passedOver = role === 'value' ? said.flatMap((s, c) => (s?.role === role && s.sure < sure && data.some((row) => cellText(row[c]) !== '') ? [titleAt(c)] : [])) : []
    if (passedOver.length > 0) notices.push(`“${name}”中按“${all.map((c) => titleAt(c)).join('、')}”一栏读取，“${passedOver.join('、')}”一栏没有读取。`)
    const [column] = written.length > 0 ? written : all
    if (column !== undefined) columns[role] = column
  }

  const free = (): number[] => Array.from({ length: width }, (_, c) => c).filter((c) => !Object.values(columns).includes(c) && said[c]?.role !== 'other')
  /** the free column of which most cells are what they should be */
  const byContent = (fits: (text: string, row: number) => boolean | undefined): number | undefined => {
    const scored = free().map((c) => {
      const judged = data.flatMap((row, r) => {
        const text = cellText(row[c])
        const fit = text === '' ? undefined : fits(text, r)
        return fit === undefined ? [] : [fit]
      })
      const right = judged.filter(Boolean).length
      return { c, right, enough: right > 0 && right * 2 >= judged.length }
    })
    return scored.filter(({ enough }) => enough).sort((a, b) => b.right - a.right)[0]?.c
  }
  const byId = new Map(indicators.map((i) => [i.id, i]))
  const byName = new Map(indicators.map((i) => [nameKey(i.name), i]))
  const named = (text: string): Indicator | undefined => byName.get(nameKey(text)) ?? byName.get(nameKey(apartFromUnit(text, isUnit).text))
  const tell = (role: ColumnRole, fits: (text: string, row: number) => boolean | undefined): void => {
    const found = columns[role] === undefined ? byContent(fits) : undefined
    if (found !== undefined) columns[role] = found
  }
  tell('id', (text) => byId.has(text))
  tell('name', (text) => named(text) !== undefined)
  const idColumn = columns.id
  const nameColumn = columns.name
  const known = data.map((row) => byId.get(cellText(row[idColumn ?? -1])) ?? named(cellText(row[nameColumn ?? -1])))
  // nothing of the ledger, and no head that says what this is
  if (!known.some(Boolean) && !(nameColumn !== undefined && columns.value !== undefined)) return undefined
  tell('last', (text, r) => {
    const last = known[r] && valueIn(known[r], year - 1)
    if (!known[r] || last === undefined || last.value === null) return undefined
    const read = readTyped(text, { unit: known[r].unit, kind: known[r].kind })
    return read.ok && [0, 4, 8].some((power) => Math.abs(read.value * 10 ** power - (last.value ?? 0)) < 1e-6 * Math.abs(last.value ?? 0) + 1e-12)
  })
  tell('unit', (text, r) => (known[r] && /^\D+$/u.test(text) ? baseUnit(text) === baseUnit(known[r].unit) : undefined))
  if (columns.value === undefined) {
    const numeric = free().filter((c) => {
      const texts = data.flatMap((row, r) => (known[r] && cellText(row[c]) !== '' ? [{ text: cellText(row[c]), of: known[r] }] : []))
      const counting = texts.length > 1 && texts.every(({ text }, i) => Number(text) === Number(texts[0]?.text) + i)
      return texts.some(({ text, of }) => readTyped(text, { unit: of.unit, kind: of.kind }).ok) && !counting
    })
    const [only] = numeric
    if (only === undefined) return { problem: `“${name}”中没有找到“本年值”一栏，或这一栏全是空的，没有读入。请把填写${year}年数据的一栏的标题改为“本年值”，再读入。` }
    if (numeric.length > 1) return several(name, numeric.map((c) => titleAt(c) || `第 ${c + 1} 列`))
    columns.value = only
    notices.push(`“${name}”中${titleAt(only) === '' ? `第 ${only + 1} 列没有标题` : `“${titleAt(only)}”一栏`}按内容认作${year}年的数据，请核对。`)
  }
  const unit = apartFromUnit(titleAt(columns.value), isUnit).unit || unitAbove(rows.slice(0, Math.max(0, start)), isUnit)
  return { head, columns, unit, notices }
}

const several = (name: string, titles: readonly string[]): { problem: string } => ({ problem: `“${name}”中有几栏都可能是本年的数据（${titles.join('、')}），没有读入。请只把其中一栏的标题写作“本年值”，再读入。` })

/** Does a row repeat the titles, as printed tables do on each page? */
export const repeatsHead = (table: Table, { head }: Layout, row: number): boolean => {
  const words = (r: number): string => (table.rows[r] ?? []).map((c) => nameKey(cellText(c))).join('\n')
  return head >= 0 && row !== head && words(row) === words(head)
}
