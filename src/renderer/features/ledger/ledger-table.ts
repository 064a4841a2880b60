import { readTypedLike } from '#core/edit/typed.ts'
import { kindOfUnit } from '#core/figures/unit-scale.ts'
import { readSurface } from '#core/figures/writing.ts'
import { asFigure } from '#core/figures/content-figures.ts'
import type { LedgerChange } from '#core/ledger/changes.ts'
import { headOf } from '#core/ledger/changes.ts'
import { currentValue, statedOtherwise } from '#core/ledger/formulas.ts'
import { valueIn, type Indicator, type Ledger, type LedgerValue, type ValueState } from '#core/ledger/ledger.ts'
import type { CoreKind } from '#core/model/inline.ts'
import { sourceText, VALUE_STATES } from '#core/ledger/words.ts'

/** A row of the ledger's table: cells as they are written. Years are columns `y2021`. */
export interface LedgerRow {
  id: string
  name: string
  unit: string
  department: string
  state: string
  source: string
  [year: `y${number}`]: string
}

/** What of a row does not fit into its cells. */
export interface RowMarks {
  /** state of each year's value */
  states: ReadonlyMap<number, ValueState>
  computed: boolean
  /** in Chinese, where a stated value differs from what the formula gives */
  odd: string
}

const remembered = new WeakMap<Indicator, { key: string; row: LedgerRow; marks: RowMarks }>()

/** A row for an indicator; the same one as long as nothing that it shows changes. */
export function rowOf(ledger: Ledger, indicator: Indicator, years: readonly number[], focus: number | null): { row: LedgerRow; marks: RowMarks } {
  const currents = years.map((year) => currentValue(ledger, indicator, year))
  // what a formula gives depends on other indicators
  const key = `${focus ?? ''}|${years.join()}|${indicator.formula ? currents.map((c) => `${c?.text ?? ''}${c?.state ?? ''}${c?.why ?? ''}`).join('|') : ''}`
  const known = remembered.get(indicator)
  if (known?.key === key) return known
  const own = focus === null ? undefined : valueIn(indicator, focus)
  const at = focus === null ? -1 : years.indexOf(focus)
  const current = currents[at]
  const row: LedgerRow = {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    department: indicator.department,
    state: current ? VALUE_STATES[current.state] : VALUE_STATES.open,
    source: current?.computed ? current.why : own?.source ? sourceText(own.source) : '',
  }
  years.forEach((year, i) => {
    row[`y${year}`] = currents[i]?.text ?? ''
  })
  const marks: RowMarks = {
    states: new Map(years.flatMap((year, i) => (currents[i] ? [[year, currents[i].state] as const] : []))),
    computed: indicator.formula !== undefined,
    odd: years.map((year) => statedOtherwise(ledger, indicator, year)).find((why) => why !== undefined) ?? '',
  }
  remembered.set(indicator, { key, row, marks })
  return { row, marks }
}

/** A cell that was not taken over, and why. */
export interface Refused {
  name: string
  text: string
  why: string
}

export interface TableEdit {
  changes: LedgerChange[]
  refused: Refused[]
}

/**
 * What an edit of the table means for the ledger: rows changed, added (their ids are unknown), or taken out. A text that holds no figure is not
 * taken over and answered in `refused`; what stood there stays.
 */
export function changesOfRows(ledger: Ledger, before: readonly LedgerRow[], after: readonly LedgerRow[], { years, focus, now }: { years: readonly number[]; focus: number | null; now: Date }): TableEdit {
  const edit: TableEdit = { changes: [], refused: [] }
  const had = new Map(before.map((row) => [row.id, row]))
  const indicators = new Map(ledger.indicators.map((indicator) => [indicator.id, indicator]))
  const kept = new Set<string>()
  let index = ledger.indicators.length
  for (const row of after) {
    kept.add(row.id)
    const was = had.get(row.id)
    if (was === row) continue
    const indicator = indicators.get(row.id)
    const typed = years.map((year) => row[`y${year}`] ?? '')
    const head = indicator ? headOf(indicator) : { id: row.id, name: '', unit: '', kind: 'quantity' as const, department: '' }
    const name = row.name.trim()
    if (!indicator && name === '' && typed.every((text) => text.trim() === '')) continue
    if (indicator && name === '') edit.refused.push({ name: indicator.name, text: '', why: '指标名称不能为空' })
    // a value without its unit is another value: 条 is not made 人 while 11条 stands there
    const given = row.unit.trim() === '' && !indicator ? unitIn(typed) : row.unit.trim()
    const fixed = indicator !== undefined && given !== head.unit && indicator.values.some((v) => v.value !== null)
    if (fixed) edit.refused.push({ name: indicator.name, text: given, why: `已有按“${head.unit || '无单位'}”填写的数值，不能直接改单位；请新建指标，或先清空各年数值` })
    const unit = fixed ? head.unit : given
    const named = { ...head, name: name === '' ? (indicator?.name ?? '未命名指标') : name, unit, department: row.department.trim(), kind: indicator && unit === head.unit ? head.kind : kindOfUnit(unit) }
    if (!indicator || JSON.stringify(named) !== JSON.stringify(head)) edit.changes.push({ at: 'head', indicator: row.id, before: indicator ? head : null, after: named, index: indicator ? ledger.indicators.indexOf(indicator) : index++ })
    for (const year of years) {
      const text = row[`y${year}`] ?? ''
      if (text === (was?.[`y${year}`] ?? '')) continue
      if (indicator?.formula) {
        edit.refused.push({ name: named.name, text, why: '这个指标由公式计算，不能直接填写' })
        continue
      }
      const value = indicator ? (valueIn(indicator, year) ?? null) : null
      const read = readCell(text, named, year, now, indicator && valueIn(indicator, year - 1)?.text)
      if ('why' in read) edit.refused.push({ name: named.name, text, why: read.why })
      else if (read.value !== null || value !== null) edit.changes.push({ at: 'value', indicator: row.id, year, before: value, after: read.value })
    }
    const state = stateOf(row.state)
    if (was && row.state !== was.state && indicator && focus !== null) {
      // a value of the same paste is the one that the state is of
      const pasted = edit.changes.findLast((c) => c.at === 'value' && c.indicator === row.id && c.year === focus)
      const value = pasted?.at === 'value' ? pasted.after : valueIn(indicator, focus)
      if (state === undefined) edit.refused.push({ name: named.name, text: row.state, why: '状态只能是 待填、已填、已核、存疑' })
      else if (indicator.formula) edit.refused.push({ name: named.name, text: row.state, why: '这个指标由公式计算，状态随所引用的指标' })
      else if (!value || value.value === null) {
        if (state !== 'open') edit.refused.push({ name: named.name, text: row.state, why: `${focus}年还没有值，请先填写` })
      } else if (state === 'open') edit.refused.push({ name: named.name, text: row.state, why: '要改回待填，请清空数值' })
      else edit.changes.push({ at: 'value', indicator: row.id, year: focus, before: value, after: { ...value, state, at: now.toISOString() } })
    }
  }
  edit.changes.push(...removal(ledger, before.flatMap(({ id }) => (kept.has(id) ? [] : [id]))))
  return edit
}

/** What takes indicators out of the ledger, the values of each first; from behind, so that undo brings each back to its own place, in whatever order they are shown. */
export function removal(ledger: Ledger, ids: readonly string[]): LedgerChange[] {
  const gone = new Set(ids)
  return [...ledger.indicators.entries()].toReversed().flatMap(([index, indicator]): LedgerChange[] =>
    gone.has(indicator.id)
      ? [...indicator.values.map((value): LedgerChange => ({ at: 'value', indicator: indicator.id, year: value.year, before: value, after: null })), { at: 'head', indicator: indicator.id, before: headOf(indicator), after: null, index }]
      : [])
}

/** What says of values of a year that they are verified or doubtful; those that are open or computed are left out. */
export function stateChanges(ledger: Ledger, ids: readonly string[], year: number, state: Exclude<ValueState, 'open'>, now: Date): LedgerChange[] {
  return ids.flatMap((id): LedgerChange[] => {
    const indicator = ledger.indicators.find((i) => i.id === id)
    const value = indicator && valueIn(indicator, year)
    return value && value.value !== null && value.state !== state && !indicator.formula ? [{ at: 'value', indicator: id, year, before: value, after: { ...value, state, at: now.toISOString() } }] : []
  })
}

/** A typed value as the ledger keeps it; null for an emptied cell. */
function readCell(text: string, { unit, kind }: { unit: string; kind: CoreKind }, year: number, now: Date, last: string | undefined): { value: LedgerValue | null } | { why: string } {
  if (text.trim() === '') return { value: null }
  const minus = /^[-−]/u.test(text.trim())
  const read = readTypedLike(minus ? text.trim().slice(1) : text, { unit, kind }, last?.replace(/^[-−]/u, ''))
  if (!read.ok) return { why: '不是一个数据' }
  if (read.unit !== unit) return { why: `单位是“${read.unit || '无'}”，这个指标的单位是“${unit || '无'}”` }
  const figure = readSurface(read.text, { unit, kind })
  if (!figure) return { why: '不是一个数据' }
  const sign = minus ? -1 : 1
  return { value: { year, text: (minus ? '-' : '') + read.text, value: sign * figure.value, ...(figure.high === undefined ? {} : { high: sign * figure.high }), approx: figure.approx, state: 'filled', source: { kind: 'typed', name: '' }, at: now.toISOString() } }
}

/** The unit that the first typed value of a new row names. */
const unitIn = (texts: readonly string[]): string => texts.map((text) => (text.trim() === '' ? undefined : asFigure(text)?.unit)).find((unit) => unit !== undefined) ?? ''

const stateOf = (word: string): ValueState | undefined => (Object.entries(VALUE_STATES) as [ValueState, string][]).find(([, name]) => name === word.trim())?.[0]

export interface TableOrder {
  words: string
  department: string
  state: 'all' | ValueState | 'stated' | 'unlike' | 'odd'
  sort: { by: 'order' | 'name' | 'department' | 'value' | 'state'; down: boolean }
}

/** The ids of the indicators to show, in order: unsorted as the text states them, then the others. `unlike` are those that the text states otherwise. */
export function orderOf(ledger: Ledger, focus: number | null, { words, department, state, sort }: TableOrder, unlike: ReadonlySet<string>, inText: ReadonlyMap<string, number>): string[] {
  const sought = words.trim().toLowerCase().split(/\s+/u).filter((w) => w !== '')
  const shown = ledger.indicators.filter((i) => {
    const current = focus === null ? undefined : currentValue(ledger, i, focus)
    if (department !== '' && (department === '未指定' ? i.department !== '' : i.department !== department)) return false
    if (state === 'unlike' ? !unlike.has(i.id) : state === 'stated' ? !inText.has(i.id) : state === 'odd' ? focus === null || i.values.every((v) => statedOtherwise(ledger, i, v.year) === undefined) : state !== 'all' && (current?.state ?? 'open') !== state) return false
    const said = `${i.name} ${i.unit} ${i.department} ${i.values.map((v) => v.text).join(' ')}`.toLowerCase()
    return sought.every((word) => said.includes(word))
  })
  const value = (i: Indicator): number => (focus === null ? undefined : currentValue(ledger, i, focus)?.value) ?? Number.NEGATIVE_INFINITY
  const rank: Readonly<Record<ValueState, number>> = { open: 0, doubtful: 1, filled: 2, verified: 3 }
  const compare: Readonly<Record<TableOrder['sort']['by'], (a: Indicator, b: Indicator) => number>> = {
    order: (a, b) => (inText.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (inText.get(b.id) ?? Number.MAX_SAFE_INTEGER),
    name: (a, b) => a.name.localeCompare(b.name, 'zh'),
    department: (a, b) => Number(a.department === '') - Number(b.department === '') || a.department.localeCompare(b.department, 'zh'),
    value: (a, b) => value(a) - value(b),
    state: (a, b) => rank[(focus === null ? undefined : currentValue(ledger, a, focus)?.state) ?? 'open'] - rank[(focus === null ? undefined : currentValue(ledger, b, focus)?.state) ?? 'open'],
  }
  const sorted = [...shown].sort(compare[sort.by])
  return (sort.down ? sorted.toReversed() : sorted).map(({ id }) => id)
}
