import { closeHistory } from '@tiptap/pm/history'
import { Fragment, type Node as PmNode } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Passage } from '#core/model/inline.ts'
import { readPassage } from './dragged-passage.ts'
import { newId } from './ids.ts'
import { findBlock } from './positions.ts'
import { TITLE_LINES } from './schema.ts'

/**
 * Puts words of a material into the draft with their origin, as one undo step. One line takes the place of the selection (or goes to `at`) where
 * that is in a paragraph; several lines, or words that are put behind a block, become paragraphs of their own.
 */
export function insertPassage(state: EditorState, { material, text }: Omit<Passage, 'id'>, afterBlock?: string, at?: number): Transaction | undefined {
  const mark = state.schema.marks['passage']
  const lines = text.split(/\r?\n+/u).map((line) => line.trim()).filter((line) => line !== '')
  if (!mark || lines.length === 0) return undefined
  const nodes = lines.map((line) => state.schema.text(line, [mark.create({ id: newId(), material, text: line })]))
  const tr = closeHistory(state.tr)
  const $at = at === undefined ? state.selection.$from : state.doc.resolve(at)
  const [only] = nodes
  if (afterBlock === undefined && only && nodes.length === 1 && $at.parent.type.name === 'paragraph') {
    const from = $at.pos
    tr.replaceWith(from, at === undefined ? Math.min(state.selection.to, $at.end()) : from, only)
    return tr.setSelection(TextSelection.create(tr.doc, from + only.nodeSize)).scrollIntoView()
  }
  const block = afterBlock === undefined ? undefined : findBlock(state.doc, afterBlock)
  const behind = Math.max(titleEnd(state.doc), block ? block.pos + block.node.nodeSize : $at.depth > 0 ? $at.after(1) : $at.pos)
  const paragraphs = nodes.map((node) => state.schema.node('paragraph', null, [node]))
  tr.insert(behind, Fragment.from(paragraphs))
  const end = behind + paragraphs.reduce((n, paragraph) => n + paragraph.nodeSize, 0)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end - 1), -1)).scrollIntoView()
}

/** Behind the title lines. */
const titleEnd = (doc: PmNode): number => TITLE_LINES.reduce((end, _, k) => end + doc.child(k).nodeSize, 0)

/** Takes a passage that was dragged from a material; false for anything else. */
export function dropPassage(view: EditorView, event: DragEvent): boolean {
  const words = event.dataTransfer ? readPassage(event.dataTransfer) : undefined
  const at = words && view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (!words || !at) return false
  event.preventDefault()
  const tr = insertPassage(view.state, words, undefined, at.pos)
  if (tr) {
    view.dispatch(tr)
    view.focus()
  }
  return true
}
