import { indicatorOf, type Collection, type Indicator, type IndicatorHead, type Ledger, type LedgerValue } from './ledger.ts'

/**
 * Changes of a ledger, cell by cell. Everything that alters a ledger is a list of these: typing in the table, a sheet that is read back, a text
 * that was edited, undo. They know what stood there before, so that each can be inverted, shown before it is made, and told to be in conflict.
 */
export type LedgerChange =
  /** an indicator's head; null before it is there and after it is gone. `index` is where it stands, for one that comes back; values have changes of their own */
  | { at: 'head'; indicator: string; before: IndicatorHead | null; after: IndicatorHead | null; index: number }
  | { at: 'value'; indicator: string; year: number; before: LedgerValue | null; after: LedgerValue | null }
  | { at: 'collection'; department: string; year: number; before: Collection | null; after: Collection | null }

/** The ledger after these changes, in order. A value of an indicator that is not there is left out. Parts that nothing changed keep their identity. */
export function applyChanges(ledger: Ledger, changes: readonly LedgerChange[]): Ledger {
  if (changes.length === 0) return ledger
  let indicators = ledger.indicators
  let collections = ledger.collections
  const places = new Map(indicators.map(({ id }, i) => [id, i]))
  const own = (): Indicator[] => (indicators === ledger.indicators ? (indicators = [...indicators]) : indicators)
  for (const change of changes) {
    if (change.at === 'collection') {
      const { department, year, after } = change
      const rest = collections.filter((c) => c.department !== department || c.year !== year)
      collections = after ? [...rest, after] : rest
      continue
    }
    const place = places.get(change.indicator)
    const known = place === undefined ? undefined : indicators[place]
    if (change.at === 'value') {
      if (known === undefined || place === undefined) continue
      const rest = known.values.filter(({ year }) => year !== change.year)
      own()[place] = { ...known, values: change.after ? [...rest, change.after].sort((a, b) => a.year - b.year) : rest }
    } else if (change.after === null) {
      if (place === undefined) continue
      own().splice(place, 1)
      places.clear()
      indicators.forEach(({ id }, i) => places.set(id, i))
    } else if (known !== undefined && place !== undefined) own()[place] = { ...change.after, values: known.values }
    else {
      const at = Math.min(change.index, indicators.length)
      own().splice(at, 0, { ...change.after, values: [] })
      if (at === indicators.length - 1) places.set(change.indicator, at)
      else {
        places.clear()
        indicators.forEach(({ id }, i) => places.set(id, i))
      }
    }
  }
  return { ...ledger, indicators, collections }
}

/** Those changes whose cells still hold what they held before: what someone else changed meanwhile is not overwritten. */
export function changesThatFit(ledger: Ledger, changes: readonly LedgerChange[]): LedgerChange[] {
  let now = ledger
  return changes.filter((change) => {
    if (!equal(cellIn(now, change), change.before)) return false
    // an indicator that has values goes with changes that know them, or not at all
    if (change.at === 'head' && change.after === null && (indicatorOf(now, change.indicator)?.values.length ?? 0) > 0) return false
    now = applyChanges(now, [change])
    return true
  })
}

/** What stands in the cell of a change; null where nothing does. */
function cellIn(ledger: Ledger, change: LedgerChange): IndicatorHead | LedgerValue | Collection | null {
  if (change.at === 'collection') return ledger.collections.find((c) => c.department === change.department && c.year === change.year) ?? null
  const indicator = ledger.indicators.find(({ id }) => id === change.indicator)
  if (!indicator) return null
  return change.at === 'head' ? headOf(indicator) : (indicator.values.find(({ year }) => year === change.year) ?? null)
}

/** What takes these changes back. */
export const invertChanges = (changes: readonly LedgerChange[]): LedgerChange[] => changes.toReversed().map((change) => ({ ...change, before: change.after, after: change.before }) as LedgerChange)

/** The head of an indicator, without its values. */
export function headOf({ values: _, ...head }: Indicator): IndicatorHead {
  return head
}

/** What leads from one state of a ledger to another. */
export function changesBetween(from: Ledger, to: Ledger): LedgerChange[] {
  const out: LedgerChange[] = []
  const had = new Map(from.indicators.map((indicator, index) => [indicator.id, { indicator, index }]))
  const has = new Set(to.indicators.map(({ id }) => id))
  // from behind, so that each place is still its own when it is taken back; values before the indicator that holds them
  for (const [index, gone] of [...from.indicators.entries()].toReversed()) {
    if (has.has(gone.id)) continue
    for (const value of gone.values) out.push({ at: 'value', indicator: gone.id, year: value.year, before: value, after: null })
    out.push({ at: 'head', indicator: gone.id, before: headOf(gone), after: null, index })
  }
  to.indicators.forEach((now, index) => {
    const was = had.get(now.id)?.indicator
    if (was === now) return
    const [before, after] = [was ? headOf(was) : null, headOf(now)]
    if (!equal(before, after)) out.push({ at: 'head', indicator: now.id, before, after, index })
    const values = new Map(was?.values.map((v) => [v.year, v]))
    for (const value of now.values) {
      const old = values.get(value.year) ?? null
      values.delete(value.year)
      if (!equal(old, value)) out.push({ at: 'value', indicator: now.id, year: value.year, before: old, after: value })
    }
    for (const [year, old] of values) out.push({ at: 'value', indicator: now.id, year, before: old, after: null })
  })
  const key = (c: Collection): string => `${c.year}\n${c.department}`
  const sent = new Map(from.collections.map((c) => [key(c), c]))
  for (const now of to.collections) {
    const was = sent.get(key(now)) ?? null
    sent.delete(key(now))
    if (!equal(was, now)) out.push({ at: 'collection', department: now.department, year: now.year, before: was, after: now })
  }
  for (const was of sent.values()) out.push({ at: 'collection', department: was.department, year: was.year, before: was, after: null })
  return out
}

/** Equal as JSON, in whatever order the keys were put: a value that was stored and read again is the same. */
const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b) || JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder)
const inOrder = (_: string, part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part

/** A place of a ledger that changes can meet in. */
const cellOf = (change: LedgerChange): string => (change.at === 'collection' ? `c\n${change.year}\n${change.department}` : change.at === 'value' ? `v\n${change.indicator}\n${change.year}` : `h\n${change.indicator}`)

/**
 * My changes on top of what another window made of the same ledger: cells that only one of the two changed are as that one has them; where
 * both did, theirs stay and the change is answered in `conflicts`, so that it can be shown. An indicator that I took out while they changed
 * anything of it stays as they have it.
 */
export function mergeChanges(base: Ledger, theirs: Ledger, mine: readonly LedgerChange[]): { ledger: Ledger; applied: LedgerChange[]; conflicts: LedgerChange[] } {
  const changed = new Map(changesBetween(base, theirs).map((c) => [cellOf(c), c]))
  const removed = new Set([...changed.values()].flatMap((c) => (c.at === 'head' && c.after === null ? [c.indicator] : [])))
  const touched = new Set([...changed.values()].flatMap((c) => (c.at === 'collection' ? [] : [c.indicator])))
  const kept = new Set(mine.flatMap((c) => (c.at === 'head' && c.after === null && touched.has(c.indicator) && !removed.has(c.indicator) ? [c.indicator] : [])))
  const applied: LedgerChange[] = []
  const conflicts: LedgerChange[] = []
  for (const change of mine) {
    const other = changed.get(cellOf(change))
    const gone = change.at === 'value' && change.after !== null && removed.has(change.indicator)
    const stays = change.at !== 'collection' && change.after === null && kept.has(change.indicator)
    if (gone || stays || (other && !equal(other.after, change.after))) conflicts.push(change)
    else if (!other) applied.push(change)
  }
  return { ledger: applyChanges(theirs, applied), applied, conflicts }
}
