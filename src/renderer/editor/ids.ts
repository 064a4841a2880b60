import { Extension } from '@tiptap/core'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import type { Node as PmNode } from '@tiptap/pm/model'
import { linkedPlaces } from './ledger-link.ts'

/** A new id for a block or slot; random, since several windows may edit copies of one report. */
export const newId = (): string => crypto.randomUUID().slice(0, 13)

/**
 * Gives an id to every block and slot that has none or one that stands already: after splitting, pasting, duplicating. The block that keeps
 * the text keeps the id.
 */
export const UniqueIds = Extension.create({
  name: 'uniqueIds',
  // before the links with the ledger, which go by ids
  priority: 200,
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, old, state) => (transactions.some((t) => t.docChanged) ? repairIds(state.tr, state.doc, old.doc) : null),
    }),
  ],
})

/** The transaction with fresh ids where they are wanted; null where all is well. `old` tells a figure that was torn apart from one that was copied. */
function repairIds(tr: Transaction, doc: PmNode, old?: PmNode): Transaction | null {
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
  /** where the last piece of a figure ended, by figure and block, and of one that was given a new id */
  const ends = new Map<string, number>()
  const texts = new Map<string, string>()
  let renamed: { was: string; end: number; id: string } | undefined
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
      const end = ends.get(key)
      const between = end === undefined || end === pos ? '' : doc.textBetween(end, pos, undefined, '□')
      const soFar = texts.get(key) ?? ''
      const whole = between === '' || !old ? undefined : linkedPlaces(old).get(id)?.node
      // what was put into its midst is part of it, and a person has to look at it; behind all of it stands another figure of the same words
      const torn = end !== undefined && between !== '' && !between.includes('□') && whole?.type === 'figure' && whole.text !== soFar && whole.text.startsWith(soFar + (node.text ?? ''))
      if (elsewhere || held.has(id) || (between !== '' && !torn)) {
        changed = true
        const fresh: string = renamed?.was === id && renamed.end === pos ? renamed.id : newId()
        renamed = { was: id, end: pos + node.nodeSize, id: fresh }
        tr.addMark(pos, pos + node.nodeSize, figure.type.create({ ...figure.attrs, id: fresh }))
      } else {
        if (torn) {
          changed = true
          tr.addMark(end, pos, figure)
        }
        held.add(key)
        ends.set(key, pos + node.nodeSize)
        texts.set(key, soFar + (node.text ?? ''))
      }
    }
    return true
  })
  return changed ? tr.setMeta('addToHistory', false) : null
}

const blocksKey = (parent: PmNode | null): string => String(parent?.attrs['id'] ?? '')
