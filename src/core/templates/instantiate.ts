import { normalizeInlines, textNode, type Inline } from '../model/inline.ts'
import type { Report, Section } from '../model/report.ts'
import { LEAD_SECTION_ID } from '../model/tree.ts'
import { placeOf } from './place.ts'
import type { Template, TemplateInline, TemplateSection } from './template.ts'

/** A draft out of a section template, with the body's name and the year filled in and every slot open. */
export function instantiate(template: Template, { id, body, year }: { id: string; body: string; year: number }): Report {
  let count = 0
  const next = (prefix: string): string => `${prefix}${++count}`
  const fill = (text: string): string => text.replaceAll('{year}', String(year)).replaceAll('{next}', String(year + 1)).replaceAll('{body}', body === '' ? '本单位' : body).replaceAll('{place}', placeOf(body) || '本地')
  const inline = (node: TemplateInline): Inline =>
    node.type === 'text'
      ? textNode(fill(node.text), node.marks)
      : { type: 'slot', id: next('f'), indicator: node.indicator, unit: node.unit, kind: node.kind, example: node.example }
  const section = (s: TemplateSection): Section => ({
    id: s === template.sections[0] && s.level === 0 ? LEAD_SECTION_ID : next('s'),
    level: s.level,
    number: s.number,
    heading: fill(s.heading),
    paragraphs: s.paragraphs.map((p) => ({ id: next('p'), content: normalizeInlines(p.content.map(inline)), guidance: fill(p.guidance) })),
    sections: s.sections.map(section),
  })
  return {
    id,
    status: 'draft',
    body,
    year,
    title: fill(template.report.title),
    subtitle: fill(template.report.subtitle),
    occasion: '',
    byline: '',
    date: '',
    sections: template.sections.map(section),
    captions: [],
    noise: [],
    origin: { from: 'template', template: template.name },
  }
}
