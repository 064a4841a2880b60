import { Extension } from '@tiptap/core'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import type { Node as PmNode } from '@tiptap/pm/model'

/** A new id for a block or slot; random, since several windows may edit copies of one report. */
export const newId = (): string => crypto.randomUUID().slice(0, 13)

/**
 * Gives an id to every block and slot that has none or one that stands already: after splitting, pasting, duplicating. The block that keeps
 * the text keeps the id.
 */
export const UniqueIds = Extension.create({
  name: 'uniqueIds',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _old, state) => (transactions.some((t) => t.docChanged) ? repairIds(state.tr, state.doc) : null),
    }),
  ],
})

/** The transaction with fresh ids where they are wanted; null where all is well. */
export function repairIds(tr: Transaction, doc: PmNode): Transaction | null {
  const blocks = new Map<string, { pos: number; node: PmNode }>()
  const held = new Set<string>()
  let changed = false
  const give = (pos: number, node: PmNode): void => {
    changed = true
    tr.setNodeMarkup(pos, undefined, { ...node.attrs, id: newId() })
  }
  doc.forEach((node, pos) => {
    if (!('id' in node.attrs)) return
    const id = node.attrs['id'] as string | null
    const before = id === null ? undefined : blocks.get(id)
    if (id === null || id === '') give(pos, node)
    else if (!before) blocks.set(id, { pos, node })
    else if (before.node.content.size === 0 && node.content.size > 0) {
      // Enter at the start of a paragraph: the text went to the second one
      give(before.pos, before.node)
      blocks.set(id, { pos, node })
    } else give(pos, node)
  })
  doc.descendants((node, pos, parent) => {
    if (node.type.name === 'slot') {
      const id = String(node.attrs['id'])
      if (id === '' || held.has(id)) give(pos, node)
      held.add(id)
    }
    const figure = node.marks.find((m) => m.type.name === 'figure')
    if (figure) {
      const key = `${String(figure.attrs['id'])}@${blocksKey(parent)}`
      const id = String(figure.attrs['id'])
      const elsewhere = [...held].some((k) => k.startsWith(`${id}@`) && k !== key)
      if (elsewhere || held.has(id)) {
        changed = true
        tr.addMark(pos, pos + node.nodeSize, figure.type.create({ ...figure.attrs, id: newId() }))
      } else held.add(key)
    }
    return true
  })
  return changed ? tr.setMeta('addToHistory', false) : null
}

const blocksKey = (parent: PmNode | null): string => String(parent?.attrs['id'] ?? '')
