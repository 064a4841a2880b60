import type { FigureNode, FigureState, Inline, SlotNode } from '../model/inline.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import { inlineText } from '../model/inline.ts'
import type { Report } from '../model/report.ts'
import { mapParagraphs } from '../model/tree.ts'

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

/** Fills a slot: it becomes a figure with the same id, filled and not yet verified. Unknown ids change nothing. */
export const fillSlot = (report: Report, slotId: string, text: string): Report =>
  mapInlines(report, (node) => (node.type === 'slot' && node.id === slotId && text !== '' ? filled(node, text) : node))

/** The figure that a slot becomes. */
export function filled(slot: SlotNode, text: string): FigureNode {
  const { type: _, ...held } = slot
  return { type: 'figure', text, ...held, state: 'filled' }
}

/** The slot that a figure was. */
export function emptied(figure: FigureNode): SlotNode {
  const { type: _, text: __, state: ___, verification: ____, ...held } = figure
  return { type: 'slot', ...held }
}

/** Opens a filled figure again (重新待填). */
export const reopenFigure = (report: Report, figureId: string): Report =>
  mapInlines(report, (node) => {
    if (node.type !== 'figure' || node.id !== figureId) return node
    return emptied(node)
  })

/** Says of a figure that it is verified (已核), doubtful (存疑) or merely filled. */
export const setFigureState = (report: Report, figureId: string, state: FigureState): Report =>
  mapInlines(report, (node) => (node.type === 'figure' && node.id === figureId ? { ...node, state } : node))

function mapInlines(report: Report, change: (node: Inline) => Inline): Report {
  return mapParagraphs(report, (paragraph) => {
    const content = paragraph.content.map(change)
    return content.every((node, i) => node === paragraph.content[i]) ? paragraph : { ...paragraph, content }
  })
}
