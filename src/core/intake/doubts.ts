import { headingText, plainText } from '../model/plain-text.ts'
import type { Report, Section } from '../model/report.ts'
import { allSections } from '../model/tree.ts'
import { splitHeadingNumber } from '../text/heading-number.ts'
import { endsSentence } from '../text/sentences.ts'
import { fit } from './scrambled.ts'
import { traceLines } from './trace.ts'

/** Something in a recovered report that an editor should look at before it is stored. */
export interface Doubt {
  /** a heading or paragraph; undefined where it is the report's head */
  blockId?: string
  /** in Chinese: what is odd, and what may be meant */
  message: string
  /** the section that the paragraph may belong to */
  moveTo?: string
}

/**
 * What recovery is not certain of, the gravest first: the head of the report, what was put in another order than in the source, then its
 * structure in reading order.
 */
export function doubtsOf(report: Report, source: readonly { text: string }[] = []): Doubt[] {
  const out: Doubt[] = []
  if (report.title.trim() === '') out.push({ message: '没有识别出标题，请在正文最上方填写。' })
  if (report.body === '') out.push({ message: '没有识别出单位，请填写。' })
  if (report.year === null) out.push({ message: '没有识别出报告年份，请填写。' })
  if (!report.sections.some(({ level }) => level > 0)) out.push({ message: '没有识别出板块标题。如果报告有标题，请把它们设为一级标题。' })
  out.push(...reordered(report, source))
  siblings(report.sections, out)
  out.push(...misplaced(report.sections))
  return out
}

/** Headings that stand behind their paragraphs in the source: the page was scrambled, and they were matched by content. */
function reordered(report: Report, source: readonly { text: string }[]): Doubt[] {
  if (source.length === 0) return []
  const first = new Map<string, number>()
  traceLines(source, report).forEach((id, i) => {
    if (id !== undefined && !first.has(id)) first.set(id, i)
  })
  const sections = allSections(report.sections).filter(({ level, paragraphs }) => level > 0 && paragraphs.length > 0)
  return sections.flatMap((section) => {
    const [heading, paragraph] = [first.get(section.id), first.get(section.paragraphs[0]?.id ?? '')]
    if (heading === undefined || paragraph === undefined || heading < paragraph) return []
    const margins = section.paragraphs.map((p) => marginOf(plainText(p.content), section, sections))
    const margin = margins.reduce((sum, m) => sum + m, 0) / margins.length
    const certainty = margin >= 5 ? '把握较大' : margin >= 1.5 ? '把握一般' : '把握不大'
    return [{ blockId: section.id, message: `“${short(headingText(section))}”在原文中与下面的段落不相连，是按内容配对的（${certainty}）。` }]
  })
}

/** How much better a paragraph fits its own heading than any other. */
function marginOf(text: string, own: Section, all: readonly Section[]): number {
  const others = all.filter((s) => s !== own && s.level === own.level).map((s) => fit(text, s.heading))
  return fit(text, own.heading) - Math.max(0, ...others)
}

/** as much better must a paragraph fit another section to be offered for moving: a lead sentence of that topic and more */
const FAR_BETTER = 7

/** Paragraphs whose lead sentence speaks of another section's topic, and of nothing of their own's. */
function misplaced(sections: readonly Section[]): Doubt[] {
  const headed = sections.filter(({ level, heading, paragraphs }) => level > 0 && heading !== '' && paragraphs.length > 0)
  const here = headed.length < 3 ? [] : headed.flatMap((section) => section.paragraphs.flatMap((paragraph): Doubt[] => {
    const text = plainText(paragraph.content)
    const own = fit(text, section.heading)
    const best = headed.filter((s) => s !== section).map((s) => ({ s, score: fit(text, s.heading) })).reduce((a, b) => (b.score > a.score ? b : a))
    if (own > 1 || best.score - own < FAR_BETTER) return []
    return [{ blockId: paragraph.id, message: `“${short(text)}”更像“${short(headingText(best.s))}”的内容，可能放错了位置。`, moveTo: best.s.id }]
  }))
  return [...here, ...sections.flatMap((s) => misplaced(s.sections))]
}

function siblings(sections: readonly Section[], out: Doubt[]): void {
  let last: { value: number; style: string } | undefined
  for (const section of sections) {
    const number = splitHeadingNumber(headingText(section))
    if (number && last?.style === number.style && number.value !== last.value + 1 && number.value !== 1) {
      out.push({ blockId: section.id, message: `“${short(headingText(section))}”前面缺少序号 ${last.value + 1}，可能有标题没有认出，或顺序颠倒。` })
    }
    if (number) last = number
    if (section.heading.length > 60) out.push({ blockId: section.id, message: `标题很长：“${short(section.heading)}”，可能把正文连在了一起。` })
    if (section.level > 0 && section.paragraphs.length === 0 && section.sections.length === 0) out.push({ blockId: section.id, message: `“${short(headingText(section))}”下面没有文字，可能放错了位置，或它不是标题。` })
    section.paragraphs.forEach((paragraph, i) => {
      const text = plainText(paragraph.content)
      if (text.trim() === '') return
      if (text.length <= 24 && !endsSentence(text) && !/[：:，、]$/u.test(text)) out.push({ blockId: paragraph.id, message: `“${short(text)}”是单独的一行，可能是标题或署名。` })
      else if (!endsSentence(text) && !/[：:；;]$/u.test(text) && section.paragraphs[i + 1]) out.push({ blockId: paragraph.id, message: `“…${text.slice(-12)}”没有说完，可能应与下一段相连。` })
    })
    siblings(section.sections, out)
  }
}

const short = (text: string): string => ([...text].length > 18 ? `${[...text].slice(0, 18).join('')}…` : text)
