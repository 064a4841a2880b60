import { isPlanSection } from '../compare/frame.ts'
import { headingText, plainText } from '../model/plain-text.ts'
import type { Paragraph, Report, Section } from '../model/report.ts'
import { allParagraphs } from '../model/tree.ts'

/** A section of the plan part (2021年工作意见), or paragraphs outside the headings that are one. */
export interface PlanPart {
  section: Section
  /** headings from the outermost to this section, numbers included */
  path: readonly string[]
  /** all of the section with its subsections (null), or only these of its paragraphs */
  paragraphs: readonly Paragraph[] | null
}

const OPENING = /^\s*(?:(?:在)?(?:新的?一年|明年|来年|下一年度?|下一步|今后|今后一段时期)|(?:展望|做好)?\s*(?:(?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})\s*年度?)[^。！]{0,120}?(?:将|要|计划|打算|重点|工作(?:安排|思路|打算|任务))/u
const LISTING = /一是|（一）|(?:^|[。；\s])1[.．、]|首先|重点(?:做好|抓好|围绕|推进)|以下/u
const CONTINUED = /^\s*(?:[一二三四五六七八九十]{1,2}(?:是|、)|（[一二三四五六七八九十]{1,2}）|\d{1,2}[.．、]|[（(]\d{1,2}[）)]|其[一二三四五六]|第[一二三四五六七八九十][，,、])/u
/** A short outlook (新的一年，我们将…) is part of the closing and stays. */
const LONG = 150

/** 2024年政府工作报告 above all sections of a report on 2023 is named by the year of its delivery, and no plan */
const NAMED_BY_DELIVERY = /(?:报告|总结|综述|汇报)(?:[（(][^（()）]*[)）])?[。]?$/u

/**
 * Where a report says what is planned for the coming year. Empty where it does not, and where nothing else would be left: what is all plan is no report
 * with a plan part.
 */
export function planParts(report: Report): PlanPart[] {
  const found = partsOf(report)
  const planned = new Set(found.flatMap(({ section, paragraphs }) => paragraphs ?? allParagraphs({ sections: [section] })))
  return allParagraphs(report).some((p) => !planned.has(p) && plainText(p.content).trim() !== '') ? found : []
}

function partsOf(report: Report): PlanPart[] {
  const out: PlanPart[] = []
  const visit = (section: Section, above: readonly string[], isFirst: boolean): void => {
    const heading = headingText(section)
    const path = heading === '' ? above : [...above, heading]
    if (isPlanSection(path.filter((line) => !NAMED_BY_DELIVERY.test(line)), report.year)) {
      out.push({ section, path, paragraphs: null })
      return
    }
    const spoken = section.level === 0 && !(isFirst && report.sections.length > 1) ? planParagraphs(section, report.year) : []
    if (spoken.length > 0) out.push({ section, path, paragraphs: spoken })
    section.sections.forEach((child) => visit(child, path, false))
  }
  report.sections.forEach((section, i) => visit(section, [], i === 0))
  return out
}

/** The paragraphs outside the headings that open with the coming year and list what is to be done, with those that go on counting. */
function planParagraphs(section: Section, year: number | null): Paragraph[] {
  const out: Paragraph[] = []
  for (const paragraph of section.paragraphs) {
    const text = plainText(paragraph.content)
    const opens = OPENING.exec(text)
    const named = Number(/(?:19|20)\d{2}(?=\s*年)/u.exec(opens?.[0] ?? '')?.[0])
    const isOpening = opens !== null && (Number.isNaN(named) || (year !== null && named === year + 1)) && (text.length >= LONG || LISTING.test(text) || text.trimEnd().endsWith('：'))
    if (isOpening || (out.length > 0 && CONTINUED.test(text))) out.push(paragraph)
    else if (out.length > 0) break
  }
  return out
}
