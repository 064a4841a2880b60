import { filled } from '#core/edit/slots.ts'
import type { Report } from '#core/model/report.ts'
import { mapParagraphs } from '#core/model/tree.ts'

/** A report in which one open slot is filled with a text. Throws where it has no such slot. */
export function withFilled(report: Report, slotId: string, text: string): Report {
  let found = 0
  const done = mapParagraphs(report, (paragraph) => ({
    ...paragraph,
    content: paragraph.content.map((node) => {
      if (node.type !== 'slot' || node.id !== slotId) return node
      found++
      return filled(node, text)
    }),
  }))
  if (found !== 1) throw new Error(`${found} slots ${slotId}`)
  return done
}
