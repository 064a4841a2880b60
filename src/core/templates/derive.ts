import { isCore, type CoreFigure } from '../figures/figure.ts'
import { recognizeFigures } from '../figures/recognize.ts'
import { plainText } from '../model/plain-text.ts'
import type { Paragraph, Report, Section } from '../model/report.ts'
import { sentenceRanges } from '../text/sentences.ts'
import type { Template, TemplateInline, TemplateSection } from './template.ts'
import { mapYears } from './years.ts'

/** most words of a clause that a figure keeps around it */
const MAX_CLAUSE = 48

/**
 * Derives a section template from a report: its sections and headings, the lead sentences, and of each paragraph the clauses that carry
 * core figures, each figure as a slot with its indicator and its old value as the example. What is news of one place and year is dropped;
 * `guidance` says what stood there.
 */
export function deriveTemplate(report: Report, { name, title, description, seed }: Pick<Template, 'name' | 'title' | 'description' | 'seed'>): Template {
  const general = (text: string): string => generalize(text, report)
  const section = (s: Section): TemplateSection => ({
    level: s.level,
    number: s.number,
    heading: general(s.heading),
    paragraphs: s.paragraphs.map((p) => paragraphOf(p, s, general)),
    sections: s.sections.map(section),
  })
  return {
    format: 'shuhe.template',
    version: 1,
    name,
    title,
    description,
    seed,
    report: { title: general(report.title), subtitle: general(report.subtitle), occasion: '', byline: '' },
    sections: report.sections.map(section),
  }
}

/** Year and body as placeholders. */
function generalize(text: string, { year, body }: Report): string {
  const dated = mapYears(text, (y) => (year === null ? undefined : y === year ? '{year}' : y === year + 1 ? '{next}' : undefined))
  return body === '' ? dated : dated.replaceAll(body, '{body}')
}

function paragraphOf(paragraph: Paragraph, section: Section, general: (text: string) => string): { content: TemplateInline[]; guidance: string } {
  const text = plainText(paragraph.content)
  const lead = plainText(paragraph.content.filter((node) => node.marks?.includes('lead')))
  const figures = recognizeFigures(text).filter(isCore)
  const content: TemplateInline[] = []
  if (lead !== '') content.push({ type: 'text', text: general(lead), marks: ['lead'] })
  const sentences = sentenceRanges(text).filter(({ start }) => start >= lead.length)
  for (const { start, end } of sentences) {
    const own = figures.filter((f) => f.start >= start && f.end <= end)
    if (own.length > 0) content.push(...sentenceWithSlots(text, start, end, own, general))
  }
  return { content: joined(content), guidance: guidanceOf(text, lead, figures, section) }
}

/** The clauses of a sentence that carry figures, the figures as slots; ends with a full stop. */
function sentenceWithSlots(text: string, start: number, end: number, figures: readonly CoreFigure[], general: (text: string) => string): TemplateInline[] {
  const out: TemplateInline[] = []
  const say = (from: number, to: number): void => {
    const words = general(text.slice(from, to))
    if (words !== '') out.push({ type: 'text', text: words })
  }
  let at = -1
  for (const { from, to } of clausesWith(text, start, end, figures)) {
    if (at >= 0 && at !== from) out.push({ type: 'text', text: '，' })
    at = from
    for (const figure of figures) {
      if (figure.start < from || figure.end > to) continue
      say(at, figure.start)
      out.push({ type: 'slot', indicator: figure.indicator, unit: figure.unit, kind: figure.kind, example: figure.text })
      at = figure.end
    }
    say(at, to)
    at = to
  }
  const last = out.at(-1)
  if (last?.type === 'text') out[out.length - 1] = { ...last, text: `${last.text.replace(/[，、；。,;]+$/u, '')}。` }
  else out.push({ type: 'text', text: '。' })
  return out
}

/** Clauses (between ， ； 。) that hold a figure; a very long one is cut to the words in front of its figures. */
function clausesWith(text: string, start: number, end: number, figures: readonly CoreFigure[]): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i < end && !'，；。,;'.includes(text.charAt(i))) continue
    const to = Math.min(i + 1, end)
    const own = figures.filter((f) => f.start >= from && f.end <= to)
    const [first] = own
    if (first) out.push({ from: first.start - from > MAX_CLAUSE ? wordStart(text, first.start - 20, first.start) : from, to })
    from = to
  }
  return out
}

/** A place to cut at, behind a mark of enumeration if there is one. */
function wordStart(text: string, from: number, to: number): number {
  const mark = text.slice(from, to).search(/[、等]/u)
  return mark >= 0 ? from + mark + 1 : from
}

function guidanceOf(text: string, lead: string, figures: readonly CoreFigure[], section: Section): string {
  const topic = lead.replace(/。$/u, '') || section.heading || '本段'
  const indicators = [...new Set(figures.map((f) => f.indicator).filter((i) => i !== ''))].slice(0, 6)
  const size = Math.max(50, Math.round(text.length / 50) * 50)
  return `写“${topic}”的做法、事例和成效，约 ${size} 字${indicators.length > 0 ? `；需要的数据：${indicators.join('、')}` : ''}。`
}

function joined(content: readonly TemplateInline[]): TemplateInline[] {
  const out: TemplateInline[] = []
  for (const node of content) {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text' && (node.marks ?? []).join() === (last.marks ?? []).join()) out[out.length - 1] = { ...last, text: last.text + node.text }
    else if (node.type !== 'text' || node.text !== '') out.push(node)
  }
  return out
}
