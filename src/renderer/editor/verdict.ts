import { closeHistory } from '@tiptap/pm/history'
import type { Mark } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { asFigure } from '#core/figures/content-figures.ts'
import { judge } from '#core/ledger/agreement.ts'
import type { FigureNode, FigureState, Verification } from '#core/model/inline.ts'
import { heldAttrs } from './convert.ts'
import { decide, figureIn } from './decide.ts'
import { newId } from './ids.ts'
import { setLinkedState } from './ledger-actions.ts'
import { settleNow } from './ledger-link.ts'
import { ledgerOf } from './ledger-step.ts'
import { rangeToPositions } from './positions.ts'
import { figureAt } from './figure-at.ts'

/** A numeral in the text, as whoever speaks of it saw it. */
export interface SeenFigure {
  /** offsets in the block's plain text */
  place: { blockId: string; start: number; end: number }
  /** the words that stood there, where somebody saw them; white space does not count */
  expected?: string
  /** what recognition makes of it; used where the numeral is not followed yet */
  as: Pick<FigureNode, 'indicator' | 'unit' | 'kind'>
}

/** What a person says of a figure: verified, doubtful, or neither any more. */
export interface FigureVerdict extends SeenFigure {
  state: FigureState
  word?: Verification
}

/** A transaction, or in Chinese why there is none. */
export type Outcome = { ok: true; transaction: Transaction } | { ok: false; why: string }

const GONE = '这里的正文刚刚变过，请看一下再定。'
const FIXED = '标题中的数字不能单独标记，请直接看标题是否正确。'

/**
 * Gives verdicts on figures as one undo step that changes no text: all of them, or none where one cannot be given. A numeral that was plain text
 * becomes a followed figure; of a linked one its entry has the verdict too, and with it every other place of that entry.
 */
export function giveVerdicts(state: EditorState, verdicts: readonly FigureVerdict[], now: Date): Outcome {
  const { tr } = state
  for (const verdict of verdicts) {
    const found = find(state, verdict)
    if (!found) return { ok: false, why: GONE }
    const why = giveOne(state, verdict, found, now, tr)
    if (why !== undefined) return { ok: false, why }
  }
  return tr.docChanged ? { ok: true, transaction: closeHistory(tr) } : { ok: false, why: GONE }
}

function giveOne(state: EditorState, { as, state: to, word }: FigureVerdict, { from, to: end, mark }: Found, now: Date, tr: Transaction): string | undefined {
  const whole = mark && figureAt(tr.doc, String(mark.attrs['id']))
  const ledger = ledgerOf(tr.doc)
  if (whole?.node.entry && ledger && to !== 'stated') {
    return setLinkedState(state, whole.node.id, to, now, word, tr) ? undefined : `${judge(whole.node, ledger).why}。正文与台账一致后才能标为已核。`
  }
  const type = state.schema.marks['figure']
  if (whole && type) tr.addMark(whole.from, whole.to, type.create({ ...heldAttrs(whole.node), state: to, verification: word ?? null }))
  else if (!decide(state, from, end, { is: 'figure', ...as, state: to, ...(word ? { verification: word } : {}) }, tr)) return FIXED
  return undefined
}

/**
 * Writes another value in the place of a figure, as one undo step: it is filled then and waits to be verified; a linked entry takes the value, as when
 * it is typed in the text. Its unit follows the text where nothing else rests on it.
 */
export function rewriteFigure(state: EditorState, seen: SeenFigure, text: string): Outcome {
  const type = state.schema.marks['figure']
  const found = find(state, seen)
  if (!type || !found) return { ok: false, why: GONE }
  if (state.doc.resolve(found.from).parent.type.name !== 'paragraph') return { ok: false, why: FIXED }
  const whole = found.mark && figureAt(state.doc, String(found.mark.attrs['id']))
  const { from, to } = whole ?? { from: found.from, to: found.to }
  if (text === '' || state.doc.textBetween(from, to) === text) return { ok: false, why: '数值没有变化。' }
  const read = whole?.node.entry ? undefined : asFigure(text)
  // that it was verified is left to whoever watches the text, and remembers as what
  const { state: was, verification } = whole?.node ?? { state: 'filled' as const, verification: undefined }
  const after = was === 'verified' ? { state: was, verification: verification ?? null } : { state: 'filled', verification: verification?.lapsed === undefined ? null : verification }
  const held = whole ? heldAttrs(whole.node) : { id: newId(), ...seen.as }
  const marks = (state.doc.resolve(from).nodeAfter?.marks ?? []).filter((m) => m.type !== type && m.type.name !== 'label')
  const figure = type.create({ ...held, ...(read ?? {}), ...after })
  const { tr } = state
  tr.replaceWith(from, to, state.schema.text(text, figure.addToSet(marks)))
  return { ok: true, transaction: closeHistory(settleNow(tr)) }
}

/** Says of a numeral that it is none, as one undo step. */
export function callNoFigure(state: EditorState, seen: SeenFigure): Outcome {
  const found = find(state, seen)
  if (!found) return { ok: false, why: GONE }
  const transaction = decide(state, found.from, found.to, { is: 'label' })
  return transaction ? { ok: true, transaction: closeHistory(transaction) } : { ok: false, why: FIXED }
}

interface Found {
  from: number
  to: number
  /** the followed figure there */
  mark: Mark | undefined
}

/** A place that still holds what was seen there. */
function find(state: EditorState, { place: { blockId, start, end }, expected }: SeenFigure): Found | undefined {
  const range = rangeToPositions(state.doc, blockId, start, end)
  if (!range || (expected !== undefined && squeezed(state.doc.textBetween(range.from, range.to)) !== squeezed(expected))) return undefined
  return { ...range, mark: figureIn(state.doc, range.from, range.to) }
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '')
