import type { Node as PmNode } from '@tiptap/pm/model'
import { slotText } from '#core/model/inline.ts'
import { TITLE_LINES } from './schema.ts'

const isTitleLine = (name: string): boolean => (TITLE_LINES as readonly string[]).includes(name)

/** The id by which the core addresses a block: its own, or the role of a title line. */
export const blockId = (node: PmNode): string => (isTitleLine(node.type.name) ? node.type.name : String(node.attrs['id'] ?? ''))

/** Where a block begins (before its opening) and the block itself. */
export function findBlock(doc: PmNode, id: string): { pos: number; node: PmNode } | undefined {
  let found: { pos: number; node: PmNode } | undefined
  doc.forEach((node, pos) => {
    if (!found && blockId(node) === id) found = { pos, node }
  })
  return found
}

/** Document positions of a plain-text range of one block; an open slot counts as its plain text. Undefined where the block is gone. */
export function rangeToPositions(doc: PmNode, id: string, start: number, end: number): { from: number; to: number } | undefined {
  const block = findBlock(doc, id)
  return block && blockRange(block.node, block.pos, start, end)
}

/** The same for a block at hand. */
export function blockRange(node: PmNode, pos: number, start: number, end: number): { from: number; to: number } {
  return { from: pos + 1 + offsetToPosition(node, start, false), to: pos + 1 + offsetToPosition(node, end, true) }
}

/** A place inside a slot is in front of it for the start of a range, behind it for the end. */
function offsetToPosition(node: PmNode, offset: number, behind: boolean): number {
  let plain = 0
  let position = 0
  for (let i = 0; i < node.childCount; i++) {
    const child = node.child(i)
    const length = plainLength(child)
    if (offset <= plain) break
    if (offset < plain + length) return child.isText ? position + offset - plain : behind ? position + child.nodeSize : position
    plain += length
    position += child.nodeSize
  }
  return position
}

/** How much plain text stands between two positions of one block. */
export function plainLengthBetween(doc: PmNode, from: number, to: number): number {
  let length = 0
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline) return
    length += node.isText ? Math.min(to, pos + node.nodeSize) - Math.max(from, pos) : plainLength(node)
  })
  return length
}

const plainLength = (node: PmNode): number => (node.type.name === 'slot' ? slotText({ unit: String(node.attrs['unit']) }).length : node.nodeSize)

/** The block that holds a position, and the section (heading or divider) that it belongs to. */
export function placeOf(doc: PmNode, pos: number): { blockId: string; sectionId: string | undefined } {
  const index = doc.resolve(Math.min(pos, doc.content.size)).index(0)
  const block = doc.maybeChild(Math.min(index, doc.childCount - 1))
  for (let i = Math.min(index, doc.childCount - 1); i >= 0; i--) {
    const node = doc.child(i)
    if (node.type.name === 'heading' || node.type.name === 'divider') return { blockId: block ? blockId(block) : '', sectionId: blockId(node) }
  }
  return { blockId: block ? blockId(block) : '', sectionId: undefined }
}
