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
}

const key = new PluginKey<DecorationSet>('highlights')

/** Marks figures and findings; moves the marks along with edits until new ones come. */
export const Highlights = Extension.create({
  name: 'highlights',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, set) => (tr.getMeta(key) as DecorationSet | undefined) ?? set.map(tr.mapping, tr.doc),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

/**
 * Shows these marks; returns whether it was done. While an input method composes nothing is touched. A click moves the cursor on the screen
 * a moment before the editor hears of it, and drawing in between would put the cursor back to where it was: while the two differ a `patient`
 * caller is asked to come again.
 */
export function showHighlights(view: EditorView, highlights: readonly Highlight[], patient: boolean): boolean {
  if (view.composing || view.isDestroyed || (patient && hasMoved(view))) return false
  view.dispatch(view.state.tr.setMeta(key, decorate(view.state.doc, highlights)).setMeta('addToHistory', false))
  return true
}

/** Is the cursor on the screen in another place than the editor believes? */
function hasMoved(view: EditorView): boolean {
  const shown = view.hasFocus() ? view.dom.ownerDocument.getSelection() : null
  if (!shown?.anchorNode || !view.dom.contains(shown.anchorNode)) return false
  return view.posAtDOM(shown.anchorNode, shown.anchorOffset) !== view.state.selection.anchor
}

function decorate(doc: PmNode, highlights: readonly Highlight[]): DecorationSet {
  const byBlock = new Map<string, Highlight[]>()
  for (const h of highlights) {
    const list = byBlock.get(h.blockId)
    if (list) list.push(h)
    else byBlock.set(h.blockId, [h])
  }
  const out: Decoration[] = []
  doc.forEach((node, pos) => {
    for (const h of byBlock.get(blockId(node)) ?? []) {
      const { from, to } = blockRange(node, pos, h.start, h.end)
      if (to > from) out.push(Decoration.inline(from, to, { class: h.kind === 'figure' || h.kind === 'match' ? `hl-${h.kind}` : `hl-finding hl-${h.kind}`, ...(h.title ? { title: h.title } : {}) }))
    }
  })
  return DecorationSet.create(doc, out)
}
