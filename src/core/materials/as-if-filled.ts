import type { FigureNode, SlotNode } from '../model/inline.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { mapParagraphs } from '../model/tree.ts'

const filledBefore = new WeakMap<Report, AsIfFilled>()
/** A draft whose slots read as figures. */
export interface AsIfFilled {
  report: Report
  /** the open slots by paragraph id and offset in the filled text */
  slots: ReadonlyMap<string, SlotNode>
}

/** The draft as it would read with each slot filled by its last value, or its example, so that slots are figures among words. */
export function asIfFilled(draft: Report): AsIfFilled {
  const before = filledBefore.get(draft)
  if (before) return before
  const open = new Map<string, SlotNode>()
  const report = mapParagraphs(draft, (paragraph) =>
    paragraph.content.some(({ type }) => type === 'slot')
      ? { ...paragraph, content: paragraph.content.map((node) => {
          if (node.type !== 'slot') return node
          open.set(node.id, node)
          return standIn(node)
        }) }
      : paragraph)
  const slots = new Map<string, SlotNode>()
  for (const { id, paragraph } of plainParagraphs(report)) {
    let at = 0
    for (const node of paragraph?.content ?? []) {
      const slot = node.type === 'figure' ? open.get(node.id) : undefined
      if (slot) slots.set(`${id}:${at}`, slot)
      at += node.type === 'slot' ? 0 : node.text.length
    }
  }
  const made = { report, slots }
  filledBefore.set(draft, made)
  return made
}

/** A figure in the place of a slot; without any earlier value, one of its unit. */
function standIn(slot: SlotNode): FigureNode {
  const { type: _, ...held } = slot
  return { type: 'figure', ...held, text: slot.last?.text || slot.example || `1${slot.unit}`, state: 'stated' }
}
