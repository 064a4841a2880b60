import { headingText } from '../../../model/plain-text.ts'
import type { CheckedParagraph, Read, ReportContext } from '../../rule.ts'
import type { YearReading } from './own.ts'

/** A title or heading that says which year the report, or a part of it, is about. */
export interface Frame {
  in: CheckedParagraph
  /** offset of the year's first digit */
  start: number
  year: number
  /** years after the one reported on: 0 for review, 1 for plan */
  ahead: 0 | 1
  what: string
}

const REVIEW = /(?<!\d)((?:19|20)\d{2})\s*年(?:度)?的?\s*(?:主要)?(?:工作)?(?:主要)?(?:回顾|综述|总结|述评|特写|成效|情况|主要工作|工作情况)[^，。]{0,6}$/u
/** 2023年重点工作完成情况: what was done of a plan */
const DONE = /(?<!\d)((?:19|20)\d{2})\s*年(?:度)?[^，。；]{0,14}(?:完成|进展|落实|开展|执行)情况$/u
const PLAN = /(?<!\d)((?:19|20)\d{2})\s*年(?:度)?的?\s*(?:主要|重点|总体)?(?:工作)?(?:主要|重点|总体)?(?:安排|任务|意见|计划|打算|部署|展望|要求|思路|建议|重点)([^，。]{0,6})$/u
/** 2025年重点工程进展, 2024年建议办理结果: what came of it; and 重点 is also what stands before any noun (2025年重点项目). Not 2025年重点工作推进计划. */
const NO_PLAN = /(?:完成|进展|落实|成效|成果|推进|办理|执行|实施|建设|进度|情况|结果|亮点|评估|考核|督[查办]|整改|回顾|总结|盘点)(?![^，。]*(?:安排|任务|意见|计划|打算|思路|方案|目标|要求|举措|考虑))/u
const AFTER_FOCUS = /^(?:$|[^，。]*(?:工作|任务|安排|事项|举措|目标|计划|打算|思路|要求|方向|内容|考虑))/u
/** 2021年工作总结和2022年工作要点: two parts, of two years that follow each other */
const BOTH = /(?<!\d)((?:19|20)\d{2})\s*年(?:度)?(?:主要)?工作(?:总结|情况|回顾|报告)?(?:和|暨|及|与|、)((?:19|20)\d{2})\s*年(?:度)?(?:重点|主要)?工作(?:要点|计划|安排|打算|思路|重点|任务|谋划)/u
const RANGE = /\d{4}\s*年?\s*[—–~～至到-]/u

/** What title lines and headings say of the year. A line with more than one year, or in quotation, says nothing certain. */
export function framesOf(paragraphs: readonly CheckedParagraph[]): Frame[] {
  // a line without a stop at the head of a text is its title, taken for no such
  const [first] = paragraphs
  const lines: CheckedParagraph[] = []
  for (const p of paragraphs) if (p.role !== 'paragraph' || (p === first && p.text.length <= 40 && !/[。，；：！？将]/u.test(p.text))) lines.push(p)
  return lines.flatMap((paragraph): Frame[] => {
    const { text } = paragraph
    const isHeading = paragraph.role === 'heading'
    if (!isHeading && paragraph !== first && paragraph.role !== 'title' && paragraph.role !== 'subtitle') return []
    if (isHeading && paragraph.section !== undefined && headingText(paragraph.section) !== text) return []
    const both = BOTH.exec(text)
    if (both && Number(both[2]) === Number(both[1]) + 1) return [{ in: paragraph, start: both.index, year: Number(both[1]), ahead: 0, what: isHeading ? '工作回顾的年份' : '标题中的年份' }]
    if ((text.match(/(?:19|20)\d{2}/gu)?.length ?? 0) !== 1 || /[《“]/u.test(text) || RANGE.test(text)) return []
    const review = REVIEW.exec(text) ?? DONE.exec(text)
    const planned = review || !isHeading ? null : PLAN.exec(text)
    const [words = '', , tail = ''] = planned ?? []
    const plan = planned && !NO_PLAN.test(tail) && (!words.slice(0, words.length - tail.length).endsWith('重点') || AFTER_FOCUS.test(tail)) ? planned : null
    const match = review ?? plan
    if (!match) return []
    const year = Number(match[1])
    return [{ in: paragraph, start: match.index, year, ahead: review ? 0 : 1, what: review ? (isHeading ? '工作回顾的年份' : '标题中的年份') : '工作任务的年份' }]
  })
}

/**
 * The year that the report is about, where it is certain: a person said it, or most titles and headings agree. Of as many on both sides
 * the later year holds, since what is left over is older. Where no heading says it, the sentences that tell of a year's work do, if they agree but for one.
 */
export function yearReportedOn(context: ReportContext, frames: readonly Frame[], all: readonly Read<YearReading>[]): number | null {
  if (context.yearIsGiven) return context.year
  const votes = new Map<number, number>()
  const vote = (year: number, weight = 1): void => void votes.set(year, (votes.get(year) ?? 0) + weight)
  for (const frame of frames) vote(frame.year - frame.ahead)
  // a report delivered in the first months of a year is about the year before
  const delivered = /((?:19|20)\d{2})[-年/.]\s*0?([1-4])[-月/.]/u.exec(context.date)
  if (delivered) vote(Number(delivered[1]) - 1)
  const titled = titleYear(context)
  if (titled !== undefined) vote(titled)
  if (votes.size === 0) return openedYear(context) ?? toldYear(context, all)
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return best?.[0] ?? null
}

/** 某县司法局2024年法治政府建设工作报告: reports of departments are named by their year, those to an assembly by that of delivery */
const TITLED = /(?<!\d)((?:19|20)\d{2})年(?:度)?[^，。《“\d]{0,24}(?:工作报告|工作总结|总结|年度报告|年报)(?:（[^（）]*）)?$/u
const TO_AN_ASSEMBLY = /政府工作报告|法院|检察院|人大|人民代表大会|常务委员会|政协/u

function titleYear({ paragraphs, date }: ReportContext): number | undefined {
  const title = paragraphs.find(({ role }) => role === 'title' || role === 'subtitle')?.text
  const year = title === undefined || TO_AN_ASSEMBLY.test(title) ? undefined : TITLED.exec(title)?.[1]
  return year === undefined || date.startsWith(year) ? undefined : Number(year)
}

const OPENED = /^\s*((?:19|20)\d{2})\s*年，?(?:既)?是[^。！？]{2,160}(?:(的一年)|之年|周年)[，。；]/u

/** The year with which the first paragraph opens as the one that it looks back on: 2020年是极不平凡的一年, 2011年是…开局之年，…取得了…. */
function openedYear({ paragraphs }: ReportContext): number | null {
  const first = paragraphs.find(({ role, text }) => role === 'paragraph' && text.length >= 20)
  const opened = first && OPENED.exec(first.text)
  if (!opened || new Set(first.text.match(/(?:19|20)\d{2}(?=年)/gu)).size !== 1) return null
  const behind = first.text.slice(opened[0].length)
  return (/(?:取得|迈出|完成|实现|呈现|开创|赢得|克服|经受)了|一年来|一年中/u.test(behind) || (opened[2] !== undefined && !/将|要|力争|计划/u.test(behind))) ? Number(opened[1]) : null
}

function toldYear({ year }: ReportContext, all: readonly Read<YearReading>[]): number | null {
  if (year === null) return null
  const counts = new Map<number, number>()
  const count = (said: number): void => void counts.set(said, (counts.get(said) ?? 0) + 1)
  for (const { it: { claims } } of all) for (const { year: said, kind } of claims) if (kind !== 'opening' && kind !== 'reports') count(kind === 'plan' || kind === 'intends' ? said - 1 : said)
  const others = [...counts].filter(([said]) => said !== year).reduce((sum, [, n]) => sum + n, 0)
  return (counts.get(year) ?? 0) >= 3 && others <= 1 ? year : null
}
