import { Extension } from '@tiptap/core'
import type { Node as PmNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { blockId, blockRange } from './positions.ts'

/** A place to mark in the text: offsets in the block's plain text. */
export interface Highlight {
  blockId: string
  start: number
  end: number
  /** a recognised figure, a finding by its severity, or words that are searched for */
  kind: 'figure' | 'error' | 'warning' | 'info' | 'match'
  /** shown when the pointer rests on it */
  title?: string
  /** which finding it is, for whoever is told of a click on it */
  finding?: number
}

/** A place that is looked at now, or one that this was computed from. */
export interface Mark {
  blockId: string
  start: number
  end: number
  kind: 'current' | 'operand'
}

const key = new PluginKey<DecorationSet>('highlights')
const marked = new PluginKey<DecorationSet>('marked')

/** Marks figures and findings; moves the marks along with edits until new ones come. */
export const Highlights = Extension.create({
  name: 'highlights',
  addProseMirrorPlugins: () => [layer(key), layer(marked)],
})

/** Marks that move along with edits until new ones come. */
const layer = (name: PluginKey<DecorationSet>): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key: name,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => (tr.getMeta(name) as DecorationSet | undefined) ?? set.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => name.getState(state) },
  })

/** Marks what is looked at, with the same care as {@link showHighlights}; answers whether that is settled. */
export function showMarks(view: EditorView, marks: readonly Mark[], patient: boolean): boolean {
  if (view.isDestroyed || (marks.length === 0 && marked.getState(view.state) === DecorationSet.empty)) return true
  if (view.composing || (patient && hasMoved(view))) return false
  view.dispatch(view.state.tr.setMeta(marked, draw(view.state.doc, marks, ({ kind }) => ({ class: `hl-${kind}` }))).setMeta('addToHistory', false))
  return true
}

/**
 * Shows these marks; returns whether it was done. While an input method composes nothing is touched. A click moves the cursor on the screen
 * a moment before the editor hears of it, and drawing in between would put the cursor back to where it was: while the two differ a `patient`
 * caller is asked to come again.
 */
export function showHighlights(view: EditorView, highlights: readonly Highlight[], patient: boolean): boolean {
  if (view.composing || view.isDestroyed || (patient && hasMoved(view))) return false
  view.dispatch(view.state.tr.setMeta(key, draw(view.state.doc, highlights, attributesOf)).setMeta('addToHistory', false))
  return true
}

/** Is the cursor on the screen in another place than the editor believes? */
function hasMoved(view: EditorView): boolean {
  const shown = view.hasFocus() ? view.dom.ownerDocument.getSelection() : null
  if (!shown?.anchorNode || !view.dom.contains(shown.anchorNode)) return false
  return view.posAtDOM(shown.anchorNode, shown.anchorOffset) !== view.state.selection.anchor
}

const attributesOf = ({ kind, title, finding }: Highlight): Record<string, string> => ({
  class: kind === 'figure' || kind === 'match' ? `hl-${kind}` : `hl-finding hl-${kind}`,
  ...(title ? { title } : {}),
  ...(finding === undefined ? {} : { 'data-finding': String(finding) }),
})

function draw<P extends { blockId: string; start: number; end: number }>(doc: PmNode, highlights: readonly P[], attributes: (place: P) => Record<string, string>): DecorationSet {
  const byBlock = new Map<string, P[]>()
  for (const h of highlights) {
    const list = byBlock.get(h.blockId)
    if (list) list.push(h)
    else byBlock.set(h.blockId, [h])
  }
  const out: Decoration[] = []
  doc.forEach((node, pos) => {
    for (const h of byBlock.get(blockId(node)) ?? []) {
      const { from, to } = blockRange(node, pos, h.start, h.end)
      if (to > from) out.push(Decoration.inline(from, to, attributes(h)))
    }
  })
  return DecorationSet.create(doc, out)
}
