import type { Ledger } from '#core/ledger/ledger.ts'
import { reconciled, rereadRow, type Returned } from '#core/ledger/returned.ts'
import type { ReturnedRow } from '#core/ledger/returned-row.ts'

/** What the screen of returned sheets shows, apart from how. */

/** In the order in which they are shown: what needs a person first. */
export type Group = 'conflict' | 'unparsed' | 'unknown' | 'changed' | 'check' | 'new' | 'same' | 'empty'
export const GROUPS: readonly (readonly [group: Group, title: string, explanation: string])[] = [
  ['conflict', '冲突', '台账已有别的来源或已核的数据，或几张表填得不一样。逐项核对后再选。'],
  ['unparsed', '没有读懂', '不能确定填的是哪个数。可以在右边写明，或请部门重填。'],
  ['unknown', '没有认出指标', '台账里没有这一行的指标。可以指定一个，或不管它。'],
  ['changed', '与上次填报不同', '同一部门上次交来的是另一个数。'],
  ['check', '新填，请先核对', '读懂了，但有疑点，见说明。'],
  ['new', '新填', '台账原来空着。'],
  ['same', '与台账相同', '不用改动。'],
  ['empty', '没有填写', '台账保持不变。'],
]

/** What the editor did to a row: the indicator that it is, and what its cell should say; empty where that was taken back. */
export interface RowEdit {
  indicator?: string
  typed?: string
}

/** A row as it came from the file and as it is after the editor's word on it. */
export interface ShownRow {
  group: Group
  row: ReturnedRow
  edited: boolean
}

/** Rows of files of one name get keys of their own. */
export const keyed = (files: readonly Returned[]): Returned[] => files.map((file, f) => ({ ...file, rows: file.rows.map((row) => ({ ...row, key: `${f}\n${row.key}` })) }))

/** The files (with {@link keyed} rows) after the editor's word on some rows, set against each other. */
export function edited(files: readonly Returned[], ledger: Ledger, edits: ReadonlyMap<string, RowEdit>): Returned[] {
  const reread = files.map((file) => ({
    ...file,
    rows: file.rows.map((row) => {
      const edit = edits.get(row.key)
      return edit ? rereadRow(row, ledger, file.at, { indicator: edit.indicator || undefined, typed: edit.typed || undefined }) : row
    }),
  }))
  return reconciled(reread, ledger)
}

/** The rows in their groups. A row that is being edited stays where it was, so that it does not run away from the keyboard. */
export function grouped(files: readonly Returned[], after: readonly Returned[], ledger: Ledger, edits: ReadonlyMap<string, RowEdit>): Map<Group, ShownRow[]> {
  const before = new Map(reconciled(files, ledger).flatMap(({ rows }) => rows).map((row) => [row.key, row]))
  const out = new Map<Group, ShownRow[]>()
  for (const row of after.flatMap(({ rows }) => rows)) {
    const isEdited = edits.has(row.key)
    const group = groupOf(isEdited ? (before.get(row.key) ?? row) : row)
    out.set(group, [...(out.get(group) ?? []), { group, row, edited: isEdited }])
  }
  return out
}

const groupOf = ({ reading }: ReturnedRow): Group => (reading.kind === 'new' && reading.caution ? 'check' : reading.kind)

/**
 * The rows that would be taken over: what the editor ticked; of the rest those that are new beyond doubt, and those that the editor made new.
 * Nothing that would overwrite a value is in it unticked.
 */
export function selected(after: readonly Returned[], ticks: ReadonlyMap<string, boolean>, edits: ReadonlyMap<string, RowEdit>): Set<string> {
  return new Set(
    after.flatMap(({ rows }) =>
      rows.flatMap(({ key, reading }) => {
        if (!('change' in reading)) return []
        const byItself = reading.kind === 'new' && (!reading.caution || edits.has(key))
        return (ticks.get(key) ?? byItself) ? [key] : []
      }),
    ),
  )
}

/** The editor's ticks with some more: of rows for one place of the ledger only the last one ticked stays. */
export function ticked(after: readonly Returned[], ticks: ReadonlyMap<string, boolean>, keys: readonly string[], on: boolean): Map<string, boolean> {
  const rows = after.flatMap((file) => file.rows)
  const place = new Map(rows.map((row) => [row.key, `${row.indicator ?? row.key}\n${row.year}`]))
  const out = new Map(ticks)
  for (const key of keys) {
    if (on) for (const row of rows) if (row.key !== key && place.get(row.key) === place.get(key)) out.set(row.key, false)
    out.set(key, on)
  }
  return out
}
