import { Extension } from '@tiptap/core'
import { Fragment, Slice, type Mark, type Node as PmNode } from '@tiptap/pm/model'
import { isHistoryTransaction } from '@tiptap/pm/history'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { verificationAfter } from '#core/edit/verification.ts'
import { writeLike } from '#core/figures/writing.ts'
import { fromText, isSettled, judge, settle, stateBy, type Settled } from '#core/ledger/agreement.ts'
import { applyChanges, type LedgerChange } from '#core/ledger/changes.ts'
import { currentValue } from '#core/ledger/formulas.ts'
import { indicatorOf, valueIn, type Ledger } from '#core/ledger/ledger.ts'
import { sourceText } from '#core/ledger/words.ts'
import type { Entry, FigureNode, FigureState, SlotNode, Verification } from '#core/model/inline.ts'
import { inlineToNode, readFigure, readSlot } from './convert.ts'
import { LedgerStep, ledgerOf } from './ledger-step.ts'

/** A figure or slot of the document that is linked with an entry of the ledger. */
export interface LinkedPlace {
  node: FigureNode | SlotNode
  entry: Entry
  from: number
  to: number
}

const inDocument = new WeakMap<PmNode, ReadonlyMap<string, LinkedPlace>>()
/** what marks and slots say, read once: most of a document is the same after an edit */
const readOnce = new WeakMap<Mark | PmNode, FigureNode | SlotNode | 'unlinked'>()

/** The linked figures and slots of a document by their ids, each figure whole, also where a part of it is bold. */
export function linkedPlaces(doc: PmNode): ReadonlyMap<string, LinkedPlace> {
  const known = inDocument.get(doc)
  if (known) return known
  const found = new Map<string, LinkedPlace>()
  doc.descendants((node, pos) => {
    if (!node.isInline) return
    const carrier = node.type.name === 'slot' ? node : node.marks.find((m) => m.type.name === 'figure')
    if (!carrier?.attrs['entry']) return
    let held = readOnce.get(carrier)
    if (!held) {
      held = (node.type.name === 'slot' ? readSlot(carrier.attrs) : readFigure(carrier.attrs, 'x')) ?? 'unlinked'
      readOnce.set(carrier, held)
    }
    if (held === 'unlinked' || !held.entry) return
    const before = found.get(held.id)
    const text = (before?.node.type === 'figure' && before.to === pos ? before.node.text : '') + (node.text ?? '')
    const from = before?.to === pos ? before.from : pos
    found.set(held.id, { node: held.type === 'slot' ? held : { ...held, text }, entry: held.entry, from, to: pos + node.nodeSize })
  })
  inDocument.set(doc, found)
  return found
}

/** Ids of figures that a person edited and whose entries wait until the cursor has left them. */
type Pending = ReadonlySet<string>
const key = new PluginKey<Pending>('ledgerLink')

/** The meta of a transaction that wrote figures as the ledger has them: their ids. What the ledger verified stays verified. */
export const WRITTEN = 'ledgerWritten'

/** The meta of a transaction in which a person verified or doubted entries: their word, by `cellKey`. Other places of an entry have it from there. */
export const VERDICTS = 'ledgerVerdicts'
export const cellKey = ({ indicator, year }: Pick<Entry, 'indicator' | 'year'>): string => `${indicator}@${year}`

/** Was a figure edited, and does its entry wait until the cursor has left it? */
export const waits = (state: EditorState, id: string): boolean => key.getState(state)?.has(id) ?? false

/** Makes a transaction settle at once what it edits: what was typed is finished. */
export const settleNow = (tr: Transaction): Transaction => tr.setMeta(key, 'settle')

/**
 * Keeps text and ledger in agreement. A linked figure that was edited changes its entry as soon as the cursor leaves it, and with it every other
 * place where that entry stands; an entry that changes is written wherever it stands, in the form in which it stands there, or makes the figure
 * doubtful where a person must say how. All of it joins the step that caused it, and is undone with it. `now` gives the time for new values.
 */
export const ledgerPlugin = (now: () => Date): Plugin =>
  new Plugin<Pending>({
    key,
    state: {
      init: () => new Set(),
      apply: (tr, pending, old) => {
        const done = tr.getMeta(key) as Pending | 'settle' | undefined
        if (tr.getMeta('load')) return new Set()
        const edits = tr.docChanged && !isHistoryTransaction(tr) && !(done instanceof Set) && tr.getMeta(WRITTEN) === undefined && !tr.steps.every((step) => step instanceof LedgerStep)
        const next = edits ? new Set([...pending, ...editedIn(old.doc, tr.doc)]) : pending
        return done instanceof Set ? new Set([...next].filter((id) => !done.has(id))) : next
      },
    },
    appendTransaction: (transactions, old, state) => {
      if (transactions.some((t) => t.getMeta('composition') !== undefined)) return null
      const ledger = ledgerOf(state.doc)
      if (!ledger) return null
      // the ledger may have changed while the report was closed
      if (transactions.some((t) => t.getMeta('load') === true)) return unverify(state, ledger)?.setMeta('addToHistory', false) ?? null
      if (transactions.some((t) => isHistoryTransaction(t))) return unverify(state, ledger)
      const pending = key.getState(state) ?? new Set<string>()
      const before = ledgerOf(old.doc)
      if (pending.size === 0 && before === ledger && !transactions.some((t) => t.docChanged)) return null
      const words = new Map(transactions.flatMap((t) => [...((t.getMeta(VERDICTS) as ReadonlyMap<string, Verification> | undefined) ?? [])]))
      return agree(state, before ?? ledger, ledger, pending, transactions.some((t) => t.getMeta(key) === 'settle'), now, words)
    },
    props: {
      handleTextInput: (view, from, to, text) => {
        const tr = typeIntoFigure(view.state, from, to, text)
        if (tr) view.dispatch(tr)
        return tr !== undefined
      },
      handleDOMEvents: {
        blur: (view) => {
          setTimeout(() => {
            if (!view.isDestroyed && !view.composing && (key.getState(view.state)?.size ?? 0) > 0) view.dispatch(settleNow(view.state.tr))
          })
          return false
        },
      },
    },
  })

export const LedgerLinks = Extension.create({ name: 'ledgerLinks', addProseMirrorPlugins: () => [ledgerPlugin(() => new Date())] })

/**
 * Typing over a whole figure, or on at the end of one that is being typed anew, stays that figure: who selects 138件 and types 140件 means
 * the same figure. Undefined where what is typed belongs to the text around it.
 */
export function typeIntoFigure(state: EditorState, from: number, to: number, text: string): Transaction | undefined {
  const type = state.schema.marks['figure']
  if (!type || text === '') return undefined
  const $from = state.doc.resolve(from)
  // digits put before a figure's digits are read with them: 1 before 138件 says 1138件
  const behind = to === from && !type.isInSet($from.nodeBefore?.marks ?? []) ? $from.nodeAfter : null
  const inside = behind ?? (to > from ? $from.nodeAfter : $from.nodeBefore)
  const mark = inside && type.isInSet(inside.marks)
  if (!inside?.isText || !mark) return undefined
  if (behind) {
    if (!/^[\d０-９.．,]+$/u.test(text) || !/^[\d０-９]/u.test(behind.text ?? '')) return undefined
    const tr = state.tr.insert(from, state.schema.text(text, behind.marks))
    return tr.setSelection(TextSelection.create(tr.doc, from + text.length)).scrollIntoView()
  }
  const whole = to > from && inside.nodeSize === to - from
  const surface = whole ? '' : (inside.text ?? '')
  // the end of a figure: on to its unit, not into the words behind it
  const atEnd = to === from && !type.isInSet(state.doc.resolve(from).nodeAfter?.marks ?? [])
  if (!(whole || atEnd) || !goesOn(surface, text, String(mark.attrs['unit']))) return undefined
  const tr = state.tr.replaceWith(from, to, state.schema.text(text, inside.marks))
  return tr.setSelection(TextSelection.create(tr.doc, from + text.length)).scrollIntoView()
}

/** Is what is typed behind a surface still part of the figure: a number that goes on, or its unit letter by letter? */
function goesOn(surface: string, typed: string, unit: string): boolean {
  const said = unit === '百分点' ? '个百分点' : unit
  for (let whole = surface, k = 0; k < typed.length; whole += typed.charAt(k), k++) {
    const c = typed.charAt(k)
    const units = /^[近约超]?[\d０-９.．,，一二三四五六七八九十百千万亿零两余多来]*(.*)$/u.exec(whole)?.[1] ?? ''
    const number = units === '' && /[\d０-９.．一二三四五六七八九十百千万亿零两余多近约超]/u.test(c)
    if (!number && !(said !== '' && whole !== '' && said.startsWith(units + c))) return false
  }
  return true
}

/**
 * What is pasted, without links that belong to another report: a figure of last year's draft would otherwise change last year's value when it is put
 * right here.
 */
export function withOwnEntries(slice: Slice, ledger: Ledger | null, year: number | null): Slice {
  const isOwn = (entry: unknown): boolean => {
    const { indicator, year: of } = (entry ?? {}) as Partial<Entry>
    return indicator !== undefined && of === year && ledger !== null && indicatorOf(ledger, indicator) !== undefined
  }
  const own = (fragment: Fragment): Fragment => {
    const nodes: PmNode[] = []
    fragment.forEach((node) => {
      const marks = node.marks.map((mark) => (mark.attrs['entry'] && !isOwn(mark.attrs['entry']) ? mark.type.create({ ...mark.attrs, entry: null }) : mark))
      if (node.type.name === 'slot' && node.attrs['entry'] && !isOwn(node.attrs['entry'])) nodes.push(node.type.create({ ...node.attrs, entry: null }, null, marks))
      else nodes.push(node.isText ? node.mark(marks) : node.copy(own(node.content)).mark(marks))
    })
    return Fragment.from(nodes)
  }
  return new Slice(own(slice.content), slice.openStart, slice.openEnd)
}

/** Linked figures whose text differs from what it was. What is new in the document was not edited: it was linked, pasted, or brought back. */
function editedIn(old: PmNode, doc: PmNode): string[] {
  const before = linkedPlaces(old)
  const out: string[] = []
  for (const [id, { node }] of linkedPlaces(doc)) {
    const was = before.get(id)?.node
    if (node.type === 'figure' && was && (was.type === 'slot' || was.text !== node.text)) out.push(id)
  }
  return out
}

/** What is done again after another window changed an entry, or was verified before the ledger changed elsewhere, is not verified for the new value. */
function unverify(state: EditorState, ledger: Ledger): Transaction | null {
  const { tr } = state
  for (const place of linkedPlaces(state.doc).values()) {
    const settled = place.node.type === 'figure' && place.node.state === 'verified' ? stay(place.node, ledger) : undefined
    if (settled) writePlace(tr, place, place.node, undefined, settled.state)
  }
  return tr.docChanged ? tr : null
}

function agree(state: EditorState, before: Ledger, ledger: Ledger, pending: Pending, all: boolean, now: () => Date, words: ReadonlyMap<string, Verification>): Transaction | null {
  const places = linkedPlaces(state.doc)
  const { from, to } = state.selection
  // another window changed the entry of a figure that is being typed: neither is written over the other
  const contested = new Set([...pending].filter((id) => {
    const entry = places.get(id)?.entry
    return entry !== undefined && cellChanged(before, ledger, entry)
  }))
  const finished = new Set([...pending].filter((id) => {
    const place = places.get(id)
    return !place || all || contested.has(id) || to < place.from || from > place.to
  }))
  const changes: LedgerChange[] = []
  const agreed = new Map<string, Entry['agreed']>()
  const alone = new Set<string>()
  let after = ledger
  for (const id of finished) {
    const node = places.get(id)?.node
    if (node?.type !== 'figure') continue
    if (contested.has(id)) {
      alone.add(id)
      continue
    }
    const said = fromText(node, after, now().toISOString(), '正文修改')
    if (said?.change) {
      // a value that was verified is so no longer: the text says another
      changes.push(said.change)
      after = applyChanges(after, [said.change])
    }
    if (said && 'agreed' in said) agreed.set(id, said.agreed)
    // what a formula gives is not written over what a person just wrote
    if (!said) alone.add(id)
  }
  const { tr } = state
  if (changes.length > 0) tr.step(new LedgerStep(changes))
  const written = new Set<string>()
  const waiting = (id: string): boolean => pending.has(id) && !finished.has(id)
  // from behind, so that the places before stay where they are
  for (const [id, place] of [...places].sort(([, a], [, b]) => b.from - a.from)) {
    if (waiting(id)) continue
    const { entry } = place
    const accepted = agreed.get(id)
    if (!finished.has(id) && !cellChanged(before, after, entry)) continue
    const node = accepted ? { ...place.node, entry: { ...entry, agreed: accepted } } : place.node
    const settled = alone.has(id) && node.type === 'figure' ? stay(node, after) : (finished.has(id) ? undefined : asExact(node, before, after)) ?? settle(node, after)
    if (settled?.text !== undefined) written.add(id)
    if (settled || accepted) writePlace(tr, place, node, settled?.text, settled?.state ?? (node.type === 'figure' ? node.state : 'filled'), settled ? words.get(cellKey(entry)) : undefined)
  }
  if (finished.size === 0 && !tr.docChanged) return null
  return tr.setMeta(key, finished).setMeta(WRITTEN, written)
}

/** A figure that said its entry's value to the last digit goes on doing so: 5亿元 becomes 5.25亿元, which it would round. Undefined for others. */
function asExact(node: FigureNode | SlotNode, before: Ledger, after: Ledger): Settled | undefined {
  if (node.type !== 'figure' || judge(node, before).verdict !== 'agrees') return undefined
  const { verdict, current } = judge(node, after)
  if (verdict !== 'rounded' || !current || current.computed || current.value === null) return undefined
  const write = writeLike(node.text, { value: node.entry?.fell ? -current.value : current.value }, node)
  return write?.exact ? { text: write.text, state: current.state === 'open' ? 'filled' : current.state } : undefined
}

/** The figure as a person wrote it, doubtful where the ledger says otherwise. */
export function stay(node: FigureNode, ledger: Ledger): Settled | undefined {
  const judged = judge(node, ledger)
  const state = isSettled(judged) ? stateBy(judged, node.state) : judged.verdict === 'open' || judged.verdict === 'gone' ? node.state : 'doubtful'
  return state === node.state ? undefined : { state }
}

const cellChanged = (before: Ledger, after: Ledger, { indicator, year }: Entry): boolean => before !== after && sayCell(before, indicator, year) !== sayCell(after, indicator, year)

function sayCell(ledger: Ledger, id: string, year: number): string {
  const indicator = indicatorOf(ledger, id)
  const current = indicator && currentValue(ledger, indicator, year)
  return indicator ? `${indicator.unit}|${current?.value ?? ''}|${current?.high ?? ''}|${current?.approx ?? ''}|${current?.state ?? ''}` : 'gone'
}

/**
 * Writes a linked figure (or fills a slot) anew, its marks kept. What is verified by it is so on `word`, or else because its entry is: then on the entry's
 * source.
 */
export function writePlace(tr: Transaction, { from, to }: Pick<LinkedPlace, 'from' | 'to'>, node: FigureNode | SlotNode, text: string | undefined, state: FigureState, word?: Verification): void {
  const { schema } = tr.doc.type
  const before: FigureNode = node.type === 'figure' ? node : { ...node, type: 'figure', text: text ?? '', state: 'filled' }
  const unchanged = before.state === state && (text === undefined || text === before.text)
  const { verification: _, ...bare } = before
  const after = verificationAfter(before, { state, text: text ?? before.text }, word ?? (state === 'verified' && !unchanged ? verifiedByEntry(tr.doc, node.entry) : undefined))
  const figure: FigureNode = { ...bare, state, ...(after ? { verification: after } : {}) }
  if (text !== undefined && (node.type === 'slot' || text !== node.text)) {
    const marks = tr.doc.nodeAt(from)?.marks.filter((m) => m.type.name !== 'figure') ?? []
    const fresh = inlineToNode({ ...figure, text }, schema)
    const mark = fresh.marks.find((m) => m.type.name === 'figure')
    tr.replaceWith(from, to, schema.text(text, mark ? mark.addToSet(marks) : marks))
    return
  }
  const mark = inlineToNode({ ...figure, text: node.type === 'figure' ? node.text : 'x' }, schema).marks.find((m) => m.type.name === 'figure')
  if (mark && node.type === 'figure') tr.addMark(from, to, mark)
}

/** The verification that a figure has from its entry: when that was verified, and its source. */
function verifiedByEntry(doc: PmNode, entry: Entry | undefined): Verification {
  const ledger = ledgerOf(doc)
  const indicator = entry && ledger ? indicatorOf(ledger, entry.indicator) : undefined
  const value = entry && indicator && valueIn(indicator, entry.year)
  const source = value?.source ? sourceText(value.source) : ''
  // a computed value has no time of its own
  return { at: value?.at ? new Date(value.at).toISOString() : new Date().toISOString(), ...(source === '' ? {} : { source }) }
}
