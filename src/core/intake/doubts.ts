import { headingText, plainText } from '../model/plain-text.ts'
import type { Report, Section } from '../model/report.ts'
import { splitHeadingNumber } from '../text/heading-number.ts'
import { endsSentence } from '../text/sentences.ts'

/** Something in a recovered report that an editor should look at before it is stored. */
export interface Doubt {
  /** a heading or paragraph; undefined where it is the report's head */
  blockId?: string
  /** in Chinese: what is odd, and what may be meant */
  message: string
}

/** What recovery is not certain of, the gravest first: the head of the report, then its structure in reading order. */
export function doubtsOf(report: Report): Doubt[] {
  const out: Doubt[] = []
  if (report.title.trim() === '') out.push({ message: '没有识别出标题，请在正文最上方填写。' })
  if (report.body === '') out.push({ message: '没有识别出单位，请填写。' })
  if (report.year === null) out.push({ message: '没有识别出报告年份，请填写。' })
  if (!report.sections.some(({ level }) => level > 0)) out.push({ message: '没有识别出板块标题。如果报告有标题，请把它们设为一级标题。' })
  siblings(report.sections, out)
  return out
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
