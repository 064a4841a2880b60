import { closeHistory } from '@tiptap/pm/history'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { asFigure } from '#core/figures/content-figures.ts'
import { readSurface } from '#core/figures/writing.ts'
import { entryState, fromText, isSettled, judge, settle } from '#core/ledger/agreement.ts'
import type { Link } from '#core/ledger/build.ts'
import { applyChanges, changesBetween, type LedgerChange } from '#core/ledger/changes.ts'
import { currentValue } from '#core/ledger/formulas.ts'
import { indicatorOf, type Ledger } from '#core/ledger/ledger.ts'
import type { Verification } from '#core/model/inline.ts'
import { heldAttrs } from './convert.ts'
import { newId } from './ids.ts'
import { cellKey, linkedPlaces, settleNow, stay, VERDICTS, waits, WRITTEN, writePlace } from './ledger-link.ts'
import { LedgerStep, ledgerOf } from './ledger-step.ts'
import { rangeToPositions } from './positions.ts'

/** What is done with linked figures and the ledger, as transactions; undefined where there is nothing to do. */

/** Changes cells of the ledger as one undo step; linked figures follow. */
export function changeLedger(state: EditorState, changes: readonly LedgerChange[]): Transaction | undefined {
  return changes.length === 0 || !ledgerOf(state.doc) ? undefined : closeHistory(state.tr).step(new LedgerStep(changes))
}

/** Takes over what another window made of the ledger; it is not undone from here. Linked figures follow. */
export function takeOverLedger(state: EditorState, ledger: Ledger | null): Transaction | undefined {
  const own = ledgerOf(state.doc)
  if (own === ledger) return undefined
  if (own && ledger && own.id === ledger.id) {
    const changes = changesBetween(own, ledger)
    return changes.length === 0 ? undefined : state.tr.step(new LedgerStep(changes)).setMeta('addToHistory', false)
  }
  // another body's: nothing of the text follows it unasked
  return state.tr.setDocAttribute('ledger', ledger).setMeta('addToHistory', false).setMeta('load', true)
}

/**
 * Links figures and slots with entries of the ledger for a year, as one undo step; a numeral that was plain text becomes a followed figure. Places
 * that no longer hold the words that were meant are left out. Slots take the entry's value where there is one; a text that says the value nearly is
 * accepted for it, since both were there before the link. `changes` of the ledger come first, in the same step.
 */
export function linkFigures(state: EditorState, links: readonly Link[], year: number, changes: readonly LedgerChange[] = []): { transaction: Transaction; linked: number } | undefined {
  const { figure: mark } = state.schema.marks
  const { tr } = state
  if (changes.length > 0 && ledgerOf(state.doc)) tr.step(new LedgerStep(changes))
  const ledger = ledgerOf(tr.doc)
  if (!ledger || !mark) return undefined
  let linked = 0
  for (const { paragraphId, start, end, text, indicator, fell } of links) {
    const range = rangeToPositions(state.doc, paragraphId, start, end)
    const head = indicatorOf(ledger, indicator)
    if (!range || !head) continue
    const entry = { indicator, year, ...(fell ? { fell: true } : {}) }
    const [from, to] = [tr.mapping.map(range.from), tr.mapping.map(range.to, -1)]
    const slot = tr.doc.nodeAt(from)
    if (slot?.type.name === 'slot' && to === from + slot.nodeSize) {
      tr.setNodeMarkup(from, undefined, { ...slot.attrs, entry })
      linked++
      continue
    }
    if (tr.doc.textBetween(from, to).replace(/\s+/gu, '') !== text) continue
    const known = slot?.marks.find((m) => m.type === mark)
    const as = known ? undefined : asFigure(text)
    if (!known && !as) continue
    const held = known ? known.attrs : { id: newId(), indicator: head.name, ...as, last: null, example: null, matches: null, state: 'filled' }
    const current = currentValue(ledger, head, year)
    const read = readSurface(text, { unit: String(held['unit']), kind: head.kind })
    const near = read && (read.approx !== 'exact' || read.high !== undefined) && current && current.value !== null && current.approx === 'exact'
    tr.addMark(from, to, mark.create({ ...held, entry: near ? { ...entry, agreed: { value: current.value } } : entry }))
    linked++
  }
  if (linked === 0 && changes.length === 0) return undefined
  // states follow the entries at once
  for (const place of [...linkedPlaces(tr.doc).values()].sort((a, b) => b.from - a.from)) {
    if (place.node.type !== 'figure' || !links.some((l) => l.indicator === place.entry.indicator)) continue
    // what says something else is not written over here, and not called verified either
    const settled = stay(place.node, ledger)
    if (settled) writePlace(tr, place, place.node, undefined, settled.state)
  }
  return { transaction: closeHistory(tr), linked }
}

/** Takes the links from figures and slots; their text stays. */
export function unlinkFigures(state: EditorState, ids: ReadonlySet<string>): Transaction | undefined {
  const { tr } = state
  for (const [id, { node, from, to }] of linkedPlaces(state.doc)) {
    if (!ids.has(id)) continue
    const { entry: _, ...free } = node
    if (free.type === 'slot') tr.setNodeMarkup(from, undefined, heldAttrs(free))
    else writePlace(tr, { from, to }, free, undefined, free.state)
  }
  return tr.docChanged ? closeHistory(tr) : undefined
}

/**
 * Verifies, doubts, or takes back what was said of a linked figure and its entry; undefined where it is not linked, or says something else than
 * its entry and so cannot be verified. An entry takes the figure's value only where a person has just typed it: a text that the ledger has left
 * behind is doubted alone, and the entry keeps what it has. `word` says who verified it and against what. With a `tr` that changed no text it joins that.
 */
export function setLinkedState(state: EditorState, id: string, to: 'filled' | 'verified' | 'doubtful', now: Date, word: Verification = { at: now.toISOString() }, tr: Transaction = state.tr): Transaction | undefined {
  const ledger = ledgerOf(tr.doc)
  const place = linkedPlaces(tr.doc).get(id)
  if (!ledger || place?.node.type !== 'figure') return undefined
  const { verdict, acceptable, current } = judge(place.node, ledger)
  const behind = !waits(state, id) && current?.computed === false && (verdict === 'differs' || verdict === 'unreadable' || (verdict === 'ask' && !acceptable))
  if (behind && to === 'verified') return undefined
  const { changes, agreed } = behind ? { changes: [], agreed: undefined } : entryState(place.node, ledger, to, now.toISOString())
  const node = agreed ? { ...place.node, entry: { ...place.entry, agreed } } : place.node
  if (to === 'verified' && !isSettled(judge(node, applyChanges(ledger, changes)))) return undefined
  if (changes.length > 0) tr.step(new LedgerStep(changes))
  const given = to === 'filled' ? undefined : word
  // who takes a word back has not changed the figure since
  const { verification: _, ...bare } = node
  writePlace(tr, place, given ? node : bare, undefined, to, given)
  if (given) tr.setMeta(VERDICTS, new Map([...((tr.getMeta(VERDICTS) as ReadonlyMap<string, Verification> | undefined) ?? []), [cellKey(place.entry), given]]))
  return closeHistory(settleNow(tr))
}

/** Opens a linked figure again: it becomes a slot, and its entry has no value any more (unless a formula gives it: then the figure is only unlinked). */
export function reopenLinked(state: EditorState, id: string, now: Date): Transaction | undefined {
  const ledger = ledgerOf(state.doc)
  const place = linkedPlaces(state.doc).get(id)
  if (!ledger || place?.node.type !== 'figure') return undefined
  const { changes } = entryState(place.node, ledger, 'open', now.toISOString())
  const { entry: _, ...free } = place.node
  const tr = closeHistory(state.tr)
  tr.replaceWith(place.from, place.to, state.schema.node('slot', heldAttrs(changes.length > 0 ? place.node : free)))
  if (changes.length > 0) tr.step(new LedgerStep(changes))
  return tr
}

/** Writes entries of the ledger into the text where the two differ or a slot waits, as one undo step. */
export function writeFromLedger(state: EditorState, ids: ReadonlySet<string>): Transaction | undefined {
  const ledger = ledgerOf(state.doc)
  if (!ledger) return undefined
  const { tr } = state
  for (const [id, place] of [...linkedPlaces(state.doc)].sort(([, a], [, b]) => b.from - a.from)) {
    const settled = ids.has(id) ? settle(place.node, ledger) : undefined
    if (settled) writePlace(tr, place, place.node, settled.text, settled.state)
  }
  return tr.docChanged ? closeHistory(asSettled(tr, ids)) : undefined
}

/** Takes the text's values into the ledger where the two differ, as one undo step. */
export function writeFromText(state: EditorState, ids: ReadonlySet<string>, now: Date): Transaction | undefined {
  const ledger = ledgerOf(state.doc)
  if (!ledger) return undefined
  const changes: LedgerChange[] = []
  let after = ledger
  const { tr } = state
  for (const [id, place] of linkedPlaces(state.doc)) {
    if (!ids.has(id) || place.node.type !== 'figure') continue
    const said = fromText(place.node, after, now.toISOString(), '正文')
    if (said && 'agreed' in said) writePlace(tr, place, { ...place.node, entry: { ...place.entry, agreed: said.agreed } }, undefined, place.node.state)
    if (!said?.change) continue
    changes.push(said.change)
    after = applyChanges(after, [said.change])
  }
  if (changes.length > 0) tr.step(new LedgerStep(changes))
  return tr.docChanged ? closeHistory(settleNow(tr)) : undefined
}

/** Writes what a person chose into a linked figure (one of `judge`'s choices, or the text as it stands, which is then accepted), as one undo step. */
export function chooseText(state: EditorState, id: string, text: string): Transaction | undefined {
  const ledger = ledgerOf(state.doc)
  const place = linkedPlaces(state.doc).get(id)
  if (!ledger || place?.node.type !== 'figure') return undefined
  const { current } = judge(place.node, ledger)
  const node = current && current.value !== null ? { ...place.node, entry: { ...place.entry, agreed: { value: current.value, ...(current.high === undefined ? {} : { high: current.high }) } } } : place.node
  const { tr } = state
  const settled = settle({ ...node, text }, ledger)
  // a choice that the ledger has left behind meanwhile does not have its state
  const stale = settled?.text !== undefined && settled.text !== text
  writePlace(tr, place, node, text, stale ? 'doubtful' : (settled?.state ?? (node.state === 'doubtful' ? 'filled' : node.state)))
  return closeHistory(asSettled(tr, new Set([id])))
}

const asSettled = (tr: Transaction, ids: ReadonlySet<string>): Transaction => tr.setMeta(WRITTEN, ids)

/** Makes changes of the ledger that leave one indicator of two, and has the text state the one that stays, as one undo step. */
export function followMerge(state: EditorState, changes: readonly LedgerChange[], from: string, into: string): Transaction | undefined {
  if (!ledgerOf(state.doc) || changes.length === 0) return undefined
  const { tr } = state
  for (const place of linkedPlaces(state.doc).values()) {
    if (place.entry.indicator !== from) continue
    const node = { ...place.node, entry: { ...place.entry, indicator: into } }
    if (node.type === 'slot') tr.setNodeMarkup(place.from, undefined, heldAttrs(node))
    else writePlace(tr, place, node, undefined, node.state)
  }
  return closeHistory(tr.step(new LedgerStep(changes)))
}
