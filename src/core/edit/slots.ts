import { inlineText, type FigureNode, type SlotNode } from '../model/inline.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'

/** An open slot with its place. */
export interface OpenSlot {
  slot: SlotNode
  paragraphId: string
  /** offsets in the paragraph's plain text */
  start: number
  end: number
  /** headings from the outermost inwards */
  path: readonly string[]
}

/** The open slots (待填数据) of a report in reading order. */
export function openSlots(report: Report): OpenSlot[] {
  return plainParagraphs(report).flatMap(({ paragraph, path }) => {
    if (!paragraph) return []
    let start = 0
    return paragraph.content.flatMap((node) => {
      const from = start
      start += inlineText(node).length
      return node.type === 'slot' ? [{ slot: node, paragraphId: paragraph.id, start: from, end: start, path }] : []
    })
  })
}

/** The figure that a slot becomes when it is filled: it keeps the id and what the slot knows, and is not verified yet. */
export function filled(slot: SlotNode, text: string): FigureNode {
  const { type: _, ...held } = slot
  return { type: 'figure', text, ...held, state: 'filled' }
}
