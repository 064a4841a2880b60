import { contentFigures } from '../figures/content-figures.ts'
import { isCore } from '../figures/figure.ts'
import { inlineText, normalizeInlines, orderMarks, textNode, type Inline, type LastFigure, type SlotNode, type TextNode } from '../model/inline.ts'
import type { Report, Section } from '../model/report.ts'
import { idsFor, mapParagraphs } from '../model/tree.ts'
import { mapYears } from './years.ts'

/**
 * Rolls a report forward (结转) into the draft of another year: headings, lead sentences and standing text stay, every core figure of a
 * paragraph becomes an open slot that shows the old value, the report's year and the one after it move on. The occasion and the date of the
 * old report are emptied, since nothing says when the new one will be delivered.
 */
export function rollForward(report: Report, { id, year }: { id: string; year: number }): Report {
  const from = report.year
  const move = (old: number): string | undefined => (from !== null && (old === from || old === from + 1) ? String(old + year - from) : undefined)
  const moveAll = (text: string): string => mapYears(text, move)
  const nextId = idsFor(report)
  const withSlots = mapParagraphs(report, (paragraph) => ({ ...paragraph, content: openFigures(paragraph.content, from, () => nextId('f')) }))
  const moved = mapParagraphs(withSlots, (paragraph) => ({
    ...paragraph,
    content: normalizeInlines(paragraph.content.map((node) => (node.type === 'text' ? textNode(moveAll(node.text), node.marks) : node))),
  }))
  const heading = (section: Section): Section => ({ ...section, heading: moveAll(section.heading), sections: section.sections.map(heading) })
  return {
    ...moved,
    id,
    status: 'draft',
    year,
    title: moveAll(report.title),
    subtitle: moveAll(report.subtitle),
    occasion: '',
    date: '',
    sections: moved.sections.map(heading),
    captions: [],
    noise: [],
    origin: { from: 'report', reportId: report.id, title: report.title, year: from },
  }
}

/**
 * The content with every core figure as an open slot, as the editor's decisions have it: slots stay, followed figures are opened under their
 * indicator with their value as the last one, and what was said to be no figure stays text.
 */
function openFigures(content: readonly Inline[], year: number | null, newId: () => string): Inline[] {
  const figures = contentFigures(content).filter(isCore)
  const out: Inline[] = []
  let at = 0
  const emptied = new Set<number>()
  for (const node of content) {
    const start = at
    const end = at + inlineText(node).length
    at = end
    if (node.type === 'slot') {
      // what was said of its counterparts was said of the old report
      const { matches: _, ...slot } = node
      out.push(slot)
    } else if (node.type === 'figure') {
      const own = figures.find((f) => f.start < end && start < f.end)
      const { id, indicator, unit, kind } = node
      out.push({ type: 'slot', id, indicator, unit, kind, ...(own ? { last: lastOf(own, year) } : {}), ...(node.marks ? { marks: node.marks } : {}) })
    } else if (node.type === 'label') {
      out.push(node)
    } else {
      let from = start
      figures.forEach((figure, k) => {
        if (figure.end <= start || figure.start >= end) return
        const a = Math.max(figure.start, start)
        if (a > from) out.push(slice(node, from - start, a - start))
        // a figure across several text nodes (part of it bold) becomes one slot
        if (!emptied.has(k)) {
          emptied.add(k)
          const slot: SlotNode = { type: 'slot', id: newId(), indicator: figure.indicator, unit: figure.unit, kind: figure.kind, last: lastOf(figure, year) }
          const marks = orderMarks(node.marks)
          out.push(marks ? { ...slot, marks } : slot)
        }
        from = Math.min(figure.end, end)
      })
      if (from < end) out.push(slice(node, from - start, end - start))
    }
  }
  return normalizeInlines(out)
}

const slice = (node: TextNode, start: number, end: number): TextNode => textNode(node.text.slice(start, end), node.marks)

const lastOf = (figure: { text: string; value: number; high?: number; unit: string; approx: LastFigure['approx'] }, year: number | null): LastFigure => ({
  text: figure.text,
  value: figure.value,
  ...(figure.high === undefined ? {} : { high: figure.high }),
  unit: figure.unit,
  approx: figure.approx,
  year,
})
