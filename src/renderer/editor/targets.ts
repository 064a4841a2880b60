import type { Node as PmNode } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Editor } from '@tiptap/react'
import { filled } from '#core/edit/slots.ts'
import { MARKS, type FigureNode, type FigureState, type SlotNode } from '#core/model/inline.ts'
import { heldAttrs, inlineToNode, readFigure, readSlot } from './convert.ts'
import { newId } from './ids.ts'
import { reopenLinked } from './ledger-actions.ts'
import { settleNow } from './ledger-link.ts'
import { blockId, plainLengthBetween } from './positions.ts'
import { giveVerdicts } from './verdict.ts'
import { personsWord } from '../ui/verifier.ts'

/** The slot or figure that the popover is about. */
export type Target = { node: SlotNode | FigureNode; from: number; to: number; rect: DOMRect; typed: string }

/** Opens the popover for the slot or figure at a position. */
export function openAt(view: EditorView, pos: number, open: (t: Target) => void, typed = ''): boolean {
  const target = targetAt(view, pos, typed)
  if (!target) return false
  open(target)
  return target.node.type === 'slot'
}

function targetAt(view: EditorView, pos: number, typed = ''): Target | undefined {
  const $pos = view.state.doc.resolve(pos)
  for (const [node, from] of [[$pos.nodeAfter, pos], [$pos.nodeBefore, pos - ($pos.nodeBefore?.nodeSize ?? 0)]] as const) {
    if (node?.type.name !== 'slot') continue
    const slot = readSlot(node.attrs)
    const dom = view.nodeDOM(from)
    if (slot && dom instanceof HTMLElement) return { node: slot, from, to: from + 1, rect: dom.getBoundingClientRect(), typed }
  }
  const figure = $pos.marks().find((m) => m.type.name === 'figure') ?? $pos.nodeAfter?.marks.find((m) => m.type.name === 'figure')
  if (!figure) return undefined
  let from = -1
  let to = -1
  $pos.parent.forEach((child, offset) => {
    if (!figure.isInSet(child.marks)) return
    if (from < 0) from = $pos.start() + offset
    to = $pos.start() + offset + child.nodeSize
  })
  const read = readFigure(figure.attrs, view.state.doc.textBetween(from, to))
  const start = view.coordsAtPos(from)
  const end = view.coordsAtPos(to)
  return read ? { node: read, from, to, rect: new DOMRect(start.left, start.top, Math.max(8, end.right - start.left), start.bottom - start.top), typed } : undefined
}

export function openSelected(view: EditorView, typed: string, open: (t: Target) => void): boolean {
  const { selection } = view.state
  return selection instanceof NodeSelection && selection.node.type.name === 'slot' ? openAt(view, selection.from, open, typed) : false
}

export const typeIntoSlot = (view: EditorView, text: string, open: (t: Target) => void): boolean => openSelected(view, text, open)

export function toSlot(view: EditorView, direction: 1 | -1, open: (t: Target) => void): boolean {
  const places: number[] = []
  view.state.doc.descendants((node, pos) => {
    if (node.type.name === 'slot') places.push(pos)
  })
  const here = view.state.selection.from
  const next = direction === 1 ? (places.find((p) => p > here || (p === here && !(view.state.selection instanceof NodeSelection))) ?? places[0]) : (places.findLast((p) => p < here) ?? places.at(-1))
  if (next === undefined) return false
  selectSlot(view, next, open)
  return true
}

/** Selects the slot at a position, brings it into view and offers to fill it. */
export function selectSlot(view: EditorView, pos: number, open: (t: Target) => void): void {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
  const dom = view.nodeDOM(pos)
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'center', behavior: 'auto' })
  openAt(view, pos, open)
}

/** Where a stretch of the document stands in the plain text of its block. */
export function placeInBlock(doc: PmNode, from: number, to: number): { blockId: string; start: number; end: number } | undefined {
  const $from = doc.resolve(from)
  if ($from.depth === 0) return undefined
  const before = plainLengthBetween(doc, $from.start(), from)
  return { blockId: blockId($from.parent), start: before, end: before + plainLengthBetween(doc, from, to) }
}

export const dispatch = (editor: Editor, tr: Transaction | undefined): void => {
  if (tr?.docChanged) editor.view.dispatch(tr)
}

export function slotTarget(view: EditorView, id: string): Target | undefined {
  let at = -1
  view.state.doc.descendants((node, pos) => {
    if (node.type.name === 'slot' && node.attrs['id'] === id) at = pos
  })
  const slot = at < 0 ? undefined : readSlot(view.state.doc.nodeAt(at)?.attrs ?? {})
  return slot ? { node: slot, from: at, to: at + 1, rect: new DOMRect(), typed: '' } : undefined
}

export function fill(editor: Editor, { node, from, to }: Target, text: string, material?: string): void {
  const { state, view } = editor
  const slot: SlotNode = node.type === 'slot' ? node : { ...node, type: 'slot' }
  const marks = MARKS.filter((name) => state.doc.nodeAt(from)?.marks.some((m) => m.type.name === name))
  const figure = inlineToNode({ ...filled(slot, text), marks, ...(material === undefined ? {} : { passage: { id: newId(), material, text } }) }, state.schema)
  const tr = settleNow(state.tr.replaceWith(from, to, figure))
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + figure.nodeSize)).scrollIntoView())
}

/** Verifies or doubts a figure, and the entry that it states; answers in Chinese why it cannot be verified. */
export function setState(editor: Editor, { node, from, to }: Target, figureState: FigureState): string | undefined {
  const place = node.type === 'figure' ? placeInBlock(editor.state.doc, from, to) : undefined
  if (node.type !== 'figure' || !place) return undefined
  const word = figureState === 'verified' || figureState === 'doubtful' ? { word: personsWord() } : {}
  const given = giveVerdicts(editor.state, [{ place, expected: node.text, as: node, state: figureState, ...word }], new Date())
  if (!given.ok) return given.why
  editor.view.dispatch(given.transaction)
  return undefined
}

export function reopen(editor: Editor, { node, from, to }: Target): void {
  const linked = node.entry ? reopenLinked(editor.state, node.id, new Date()) : undefined
  editor.view.dispatch(linked ?? editor.state.tr.replaceWith(from, to, editor.schema.node('slot', heldAttrs(node))))
  editor.view.focus()
}
