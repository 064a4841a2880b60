import type { Mark, MarkType, Node as PmNode } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { asFigure, contentFigures } from '#core/figures/content-figures.ts'
import { isCore } from '#core/figures/figure.ts'
import { findNumerals } from '#core/figures/find-numerals.ts'
import type { CoreKind, FigureState, Match, Verification } from '#core/model/inline.ts'
import { contentOf } from './convert.ts'
import { newId } from './ids.ts'
import { blockId, blockRange } from './positions.ts'

/** What the editor says of a numeral. */
export type Decision =
  /**
   * `matches`, where given, replaces what was said of its counterparts in other reports, and `verification` how it was verified or doubted; a figure that
   * keeps its state keeps that
   */
  | { is: 'figure'; indicator: string; unit: string; kind: CoreKind; state: FigureState; matches?: Match[]; verification?: Verification }
  | { is: 'label' }
  /** takes back what was said before */
  | { is: 'recognised' }

/**
 * The transaction that notes a decision about [from, to), which must be text of one paragraph; undefined where it is not. A figure that is
 * decided anew keeps its id and what it knows of last year. With a `tr` that changed no text the decision joins it.
 */
export function decide(state: EditorState, from: number, to: number, decision: Decision, tr: Transaction = state.tr): Transaction | undefined {
  const { figure, label } = state.schema.marks
  if (!figure || !label || !isText(state.doc, from, to)) return undefined
  const before = figureIn(state.doc, from, to)
  tr.removeMark(from, to, figure).removeMark(from, to, label)
  if (decision.is === 'label') tr.addMark(from, to, label.create())
  if (decision.is === 'figure') {
    const { indicator, unit, kind, state: figureState, matches } = decision
    const kept = before?.attrs['state'] === figureState ? (before.attrs['verification'] as unknown) : null
    const held = { ...(before?.attrs ?? {}), id: before ? String(before.attrs['id']) : newId(), indicator, unit, kind, state: figureState, verification: decision.verification ?? kept }
    tr.addMark(from, to, figure.create(matches === undefined ? held : { ...held, matches: matches.length > 0 ? matches : null }))
  }
  return tr
}

/** The mark of the first followed figure in a range. */
export const figureIn = (doc: PmNode, from: number, to: number): Mark | undefined => {
  let found: Mark | undefined
  doc.nodesBetween(from, to, (node) => {
    found ??= node.marks.find((m) => m.type.name === 'figure')
  })
  return found
}

/** Is this nothing but text inside one paragraph? */
function isText(doc: PmNode, from: number, to: number): boolean {
  if (to <= from) return false
  const $from = doc.resolve(from)
  if ($from.parent.type.name !== 'paragraph' || to > $from.end()) return false
  let text = true
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline && !node.isText) text = false
  })
  return text
}

/** The figure that recognition sees at the cursor or in the selection, with its place in the document and what it counts. */
function recognisedAt(state: EditorState): { from: number; to: number; indicator: string } | undefined {
  const { $from, from, to } = state.selection
  if ($from.parent.type.name !== 'paragraph') return undefined
  const block = $from.before()
  for (const figure of contentFigures(contentOf($from.parent))) {
    const range = blockRange($from.parent, block, figure.start, figure.end)
    // of one that was decided already there is nothing to say without a selection
    if (from === to && (state.doc.rangeHasMark(range.from, range.to, state.schema.marks['figure'] as MarkType) || state.doc.rangeHasMark(range.from, range.to, state.schema.marks['label'] as MarkType))) continue
    if (isCore(figure) && range.from <= to && from <= range.to) return { ...range, indicator: figure.indicator }
  }
  return undefined
}

/** The selected numeral (or the one at the cursor) as a figure, or the reason in Chinese why it cannot be one. White space at its ends is left out. */
export function declareSelection(state: EditorState): { ok: true; transaction: Transaction; blockId: string } | { ok: false; message: string } {
  const { empty, $from } = state.selection
  const around = recognisedAt(state)
  if (empty && !around) return { ok: false, message: '请先选中一个数字和它的单位，例如“365个”。' }
  const { from, to } = empty && around ? around : state.selection
  const selected = state.doc.textBetween(from, to, '\n', '\n')
  const start = from + (/^\s*/u.exec(selected)?.[0].length ?? 0)
  const end = to - (/\s*$/u.exec(selected)?.[0].length ?? 0)
  const surface = selected.trim()
  const found = surface === '' ? undefined : asFigure(surface)
  if (!found || findNumerals(surface).length > 1) return { ok: false, message: `“${surface.slice(0, 12)}”里${found ? '不止一个数字' : '没有数字'}。请只选中一个数字和它的单位，例如“365个”。` }
  const transaction = decide(state, start, end, { is: 'figure', indicator: around?.indicator ?? '', ...found, state: 'stated' })
  return transaction ? { ok: true, transaction, blockId: blockId($from.parent) } : { ok: false, message: '只有正文段落中的数字可以标为数据，标题和待填处不行。' }
}

/** A decision with a person's word on it, where it newly calls a figure verified or doubtful and brings none. */
export function withWord(doc: PmNode, from: number, to: number, decision: Decision, word: () => Verification): Decision {
  if (decision.is !== 'figure' || decision.verification || (decision.state !== 'verified' && decision.state !== 'doubtful')) return decision
  return figureIn(doc, from, to)?.attrs['state'] === decision.state ? decision : { ...decision, verification: word() }
}

/** Would this state be a person's new verdict on a figure that is linked with the ledger? */
export const isVerdictOnEntry = (doc: PmNode, from: number, to: number, state: FigureState): boolean => {
  const figure = figureIn(doc, from, to)
  return (state === 'verified' || state === 'doubtful') && figure?.attrs['entry'] != null && figure.attrs['state'] !== state
}
