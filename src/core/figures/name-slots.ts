import { inlineText, type Inline, type SlotNode } from '../model/inline.ts'
import type { Report } from '../model/report.ts'
import { mapParagraphs } from '../model/tree.ts'
import { recognizeFigures } from './recognize.ts'
import { kindOfUnit } from './unit-scale.ts'

/**
 * Says of open slots that a file brought (【待填】件) what they count, as far as the words around say it: the paragraph is read with a number in each slot's
 * place. Slots that have an indicator keep it.
 */
export function nameSlots(report: Report): Report {
  return mapParagraphs(report, (paragraph, section) => {
    if (!paragraph.content.some((node) => node.type === 'slot' && node.indicator === '')) return paragraph
    const texts = paragraph.content.map(asNumber)
    const figures = recognizeFigures(texts.join(''), { heading: section.heading })
    let at = 0
    const content = paragraph.content.map((node, i): Inline => {
      const start = at
      at += texts[i]?.length ?? 0
      if (node.type !== 'slot' || node.indicator !== '') return node
      const figure = figures.find((f) => f.start <= start && f.end > start)
      const named: SlotNode = { ...node, kind: kindOfUnit(node.unit), indicator: figure && 'indicator' in figure ? figure.indicator : '' }
      return named
    })
    return { ...paragraph, content }
  })
}

/** a number that no pattern takes for a year, a share or a round way of speaking */
const asNumber = (node: Inline): string => (node.type === 'slot' ? `37${node.unit}` : inlineText(node))
