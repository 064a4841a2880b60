import { isCore, type CoreFigure } from '../figures/figure.ts'
import { contentFigures } from '../figures/content-figures.ts'
import { plainText } from '../model/plain-text.ts'
import type { Paragraph, Report, Section } from '../model/report.ts'
import { sentenceRanges } from '../text/sentences.ts'
import type { Template, TemplateInline, TemplateSection } from './template.ts'
import { placeOf } from './place.ts'
import { mapYears } from './years.ts'

/** most words of a clause that a figure keeps around it, in UTF-16 units */
const MAX_CLAUSE = 48

export interface DeriveOptions extends Pick<Template, 'name' | 'title' | 'description' | 'seed'> {
  /** words of one place or year, found by a reader of the template: clauses with them are dropped */
  news?: readonly string[]
}

/**
 * Derives a section template from a report: its sections and headings, the lead sentences, and of each paragraph the clauses that carry
 * core figures, each figure as a slot with its indicator and its old value as the example. What is news of one place and year is dropped;
 * `guidance` says what stood there.
 */
export function deriveTemplate(report: Report, { name, title, description, seed, news = [] }: DeriveOptions): Template {
  const place = placeOf(report.body)
  const general = (text: string): string => generalize(text, report, place)
  const isLocal = (words: string): boolean => /[《“]/u.test(words) || (place !== '' && words.includes(place)) || news.some((word) => words.includes(word))
  const section = (s: Section): TemplateSection => ({
    level: s.level,
    number: s.number,
    heading: general(s.heading),
    paragraphs: s.paragraphs.map((p) => paragraphOf(p, topicOf(s, report), { general, isLocal })),
    sections: s.sections.map(section),
  })
  return {
    format: 'shuhe.template',
    version: 1,
    name,
    title,
    description,
    seed,
    report: { ...titleLines(report, general), occasion: '', byline: '' },
    sections: report.sections.map(section),
  }
}

/** How a template's words come out of a report's. */
interface Words {
  general: (text: string) => string
  /** do these words tell of one place, document or event? */
  isLocal: (words: string) => boolean
}

const topicOf = (section: Section, report: Report): string => section.heading || (section === report.sections[0] ? '导语' : '结语')

/**
 * The official name of a report is made anew out of the body's; a slogan is left to the new report's author, with the year of a summary
 * below or, where there is no such line, in its place.
 */
function titleLines({ title, subtitle }: Report, general: (text: string) => string): { title: string; subtitle: string } {
  const official = /(?:常务委员会|常委会)?工作报告/u.exec(title)
  if (official) return { title: `{body}${official[0]}`, subtitle: '' }
  const below = general(subtitle)
  return /\{(?:year|body)\}/u.test(below) ? { title: '', subtitle: below } : { title: '{body}{year}年工作综述', subtitle: '' }
}

/** Year, body and place as placeholders, punctuation in full width. */
function generalize(text: string, { year, body }: Report, place: string): string {
  const wide = text.replace(/(?<=[\p{Script=Han}”》）])[,;:]|[,;:](?=\p{Script=Han})/gu, (mark) => ({ ',': '，', ';': '；', ':': '：' })[mark] ?? mark)
  const dated = mapYears(wide, (y) => (year === null ? undefined : y === year ? '{year}' : y === year + 1 ? '{next}' : undefined))
  const named = body === '' ? dated : dated.replaceAll(body, '{body}')
  return place === '' ? named : named.replaceAll(place, '{place}')
}

function paragraphOf(paragraph: Paragraph, topic: string, words: Words): { content: TemplateInline[]; guidance: string } {
  const text = plainText(paragraph.content)
  const lead = plainText(paragraph.content.filter((node) => node.marks?.includes('lead')))
  const figures = contentFigures(paragraph.content).filter(isCore)
  const content: TemplateInline[] = []
  if (lead !== '') content.push({ type: 'text', text: words.general(lead), marks: ['lead'] })
  const sentences = sentenceRanges(text).filter(({ start }) => start >= lead.length)
  for (const { start, end } of sentences) {
    const own = figures.filter((f) => f.start >= start && f.end <= end)
    if (own.length > 0) content.push(...sentenceWithSlots(text, start, end, own, words))
  }
  return { content: joined(content), guidance: guidanceOf(text, words.general(lead.replace(/[。.]$/u, '') || topic), figures.filter((f) => !words.isLocal(f.indicator))) }
}

/** The clauses of a sentence that carry figures, the figures as slots; ends with a full stop. */
function sentenceWithSlots(text: string, start: number, end: number, figures: readonly CoreFigure[], { general, isLocal }: Words): TemplateInline[] {
  const out: TemplateInline[] = []
  const say = (words: string): void => {
    if (words !== '') out.push({ type: 'text', text: general(words) })
  }
  const slot = ({ indicator, unit, kind, text: example }: CoreFigure): void => void out.push({ type: 'slot', indicator, unit, kind, example })
  for (const { from, to } of clausesWith(text, start, end, figures)) {
    const own = figures.filter((f) => f.start >= from && f.end <= to)
    const local = isLocal(text.slice(from, to))
    if (local && own.every((f) => f.indicator === '' || isLocal(f.indicator))) continue
    if (out.length > 0) say('，')
    if (local) {
      own.filter((f) => f.indicator !== '' && !isLocal(f.indicator)).forEach((figure, i) => {
        say(`${i > 0 ? '、' : ''}${figure.indicator}`)
        slot(figure)
      })
      continue
    }
    let at = from
    for (const figure of own) {
      say(text.slice(at, figure.start))
      slot(figure)
      at = figure.end
    }
    say(text.slice(at, to).replace(/[，、；。,;\s]+$/u, ''))
  }
  if (out.length > 0) say('。')
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

function guidanceOf(text: string, topic: string, figures: readonly CoreFigure[]): string {
  const indicators = [...new Set(figures.map((f) => f.indicator).filter((i) => i !== ''))].slice(0, 6)
  const size = Math.max(50, Math.round(text.length / 50) * 50)
  return `写“${topic.replaceAll('“', '‘').replaceAll('”', '’')}”，约 ${size} 字${indicators.length > 0 ? `；需要的数据：${indicators.join('；')}` : ''}。`
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
