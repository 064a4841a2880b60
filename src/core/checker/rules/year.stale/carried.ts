import { plainParagraphs } from '../../../model/plain-text.ts'
import type { Report } from '../../../model/report.ts'
import { sentenceRanges } from '../../../text/sentences.ts'
import { viewOf, type View } from '../../view.ts'

/**
 * Years that were carried over with the words of last year's report: of a class or a cohort (2023级新生实际报到4391人), and of a sentence that speaks of
 * the year's work as a whole (回顾2023年工作，…). Offsets in the paragraph's own text.
 */
export interface Carried {
  /** of the four digits */
  start: number
  year: number
  /** the words around the number, or those of the sentence; the year is among them */
  key: string
  /** the number with its unit; empty for a sentence */
  value: string
}

/** What is told of a cohort in its own year only: a class enters once. The number of those who are there changes from year to year. */
const COHORT = /(?<!\d)(20\d{2})[级届]((?=[^，。；、\d]{0,8}(?:新生|毕业生|招生|招收|录取|报到|入学))[^，。；\d（）“”]{4,16}?)(\d[\d.]*[万亿]?(?:%|\p{Script=Han}))/gu
/** 回顾2023年工作, 2023年的各项工作; not 2023年工作要点, a document */
const WHOLE = /(?:回顾|总结|以上|成绩|成效|过去的|不平凡的)[^。；\d]{0,16}(20\d{2})年|(?<![比较与同])(20\d{2})年(?:度)?的?(?:各项|主要|重点|全年)*工作(?!要点|计划|方案|报告|意见|安排|任务|总结|部署|会议)/u
const LEAST = 12

/** Cohorts and sentences of a paragraph that name a year so. Linear in the text. */
export function readCarried({ text, at }: View): Carried[] {
  const out: Carried[] = []
  if (/20\d\d[级届]/u.test(text)) {
    for (const { index, 0: surface, 1: year = '', 2: words = '', 3: value = '' } of text.matchAll(COHORT)) {
      const from = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('；', index)) + 1
      const stop = /[。；]/u.exec(text.slice(index + surface.length))?.index ?? text.length
      // 2023级新生报到4486人，比2022级…: a sentence that tells of two cohorts compares them
      const others = text.slice(from, index) + text.slice(index + surface.length, index + surface.length + stop)
      if (![...others.matchAll(/(20\d\d)[级届]/gu)].some(([, other]) => other !== year)) out.push({ start: at(index), year: Number(year), key: `${surface.charAt(4)}${year}|${words}|${value.replace(/[\d.]+/u, '')}`, value })
    }
  }
  if (!/20\d\d年/u.test(text) || !/工作|回顾|总结|成绩|成效|过去的|不平凡的/u.test(text)) return out
  for (const { start, end } of sentenceRanges(text)) {
    const words = text.slice(start, end)
    const match = words.length < LEAST ? null : WHOLE.exec(words)
    const year = match?.[1] ?? match?.[2]
    if (!match || year === undefined || (words.match(/20\d\d/gu)?.length ?? 0) !== 1) continue
    out.push({ start: at(start + words.indexOf(year)), year: Number(year), key: words, value: '' })
  }
  return out
}

const remembered = new WeakMap<Report, ReadonlyMap<string, string>>()

/** What an earlier report says so of its own year: the value by the words. */
export function carriedFrom(report: Report): ReadonlyMap<string, string> {
  const known = remembered.get(report)
  if (known) return known
  const out = new Map<string, string>()
  for (const { text, role } of plainParagraphs(report)) {
    if (role === 'paragraph') for (const { key, value, year } of readCarried(viewOf(text))) if (year === report.year) out.set(key, value)
  }
  remembered.set(report, out)
  return out
}
