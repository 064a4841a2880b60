import { Extension } from '@tiptap/core'
import type { Mark, Node as PmNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { verificationAfter } from '#core/edit/verification.ts'
import { readFigure } from './convert.ts'
import { WRITTEN } from './ledger-link.ts'

interface Verified {
  text: string
  ranges: { from: number; to: number; mark: Mark }[]
}

const key = new PluginKey<ReadonlyMap<string, Verified>>('verified')

/**
 * A figure was verified as it stood: when its text changes it is merely filled again (未核), in the same undo step, and remembers as what it was
 * verified. While an input method composes nothing is touched; it is made good when the composition ends.
 */
export const verifiedPlugin = (): Plugin =>
  new Plugin<ReadonlyMap<string, Verified>>({
    key,
    state: {
      init: (_, state) => verifiedIn(state.doc),
      apply: (tr, before) => (tr.getMeta('composition') === undefined && (tr.docChanged || tr.getMeta(key) === 'ended') ? verifiedIn(tr.doc) : before),
    },
    appendTransaction: (transactions, old, state) => {
      if (transactions.some((t) => t.getMeta('composition') !== undefined || t.getMeta('load') === true)) return null
      const before = key.getState(old)
      const written = transactions.map((t) => t.getMeta(WRITTEN) as ReadonlySet<string> | undefined)
      const { tr } = state
      for (const [id, now] of verifiedIn(state.doc)) {
        const was = before?.get(id)
        if (!was || was.text === now.text || written.some((ids) => ids?.has(id))) continue
        for (const { from, to, mark } of now.ranges) {
          const figure = readFigure(mark.attrs, was.text)
          const verification = figure && verificationAfter(figure, { state: 'filled', text: now.text })
          tr.addMark(from, to, mark.type.create({ ...mark.attrs, state: 'filled', verification: verification ?? null }))
        }
      }
      return tr.docChanged ? tr : null
    },
    props: {
      handleDOMEvents: {
        compositionend: (view) => {
          setTimeout(() => {
            if (!view.isDestroyed && !view.composing) view.dispatch(view.state.tr.setMeta(key, 'ended').setMeta('addToHistory', false))
          }, 50)
          return false
        },
      },
    },
  })

export const VerifiedFigures = Extension.create({ name: 'verifiedFigures', addProseMirrorPlugins: () => [verifiedPlugin()] })

/** The verified figures of a document by their ids. */
function verifiedIn(doc: PmNode): ReadonlyMap<string, Verified> {
  const found = new Map<string, Verified>()
  doc.descendants((node, pos) => {
    const mark = node.marks.find((m) => m.type.name === 'figure' && m.attrs['state'] === 'verified')
    if (!mark) return
    const id = String(mark.attrs['id'])
    const figure = found.get(id) ?? { text: '', ranges: [] }
    figure.text += node.text ?? ''
    figure.ranges.push({ from: pos, to: pos + node.nodeSize, mark })
    found.set(id, figure)
  })
  return found
}
