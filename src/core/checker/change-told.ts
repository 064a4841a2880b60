import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'

/** How a figure changed, as the text says right behind it: 18起，比上年增加2起; 61.3万人次，同比下降3.4%. */
export interface ChangeTold {
  up: boolean
  /** the words */
  said: string
}

const CHANGE = /^[，,（(、]?(?:(?:同比|环比|[比较][上去]年(?:同期)?|[比较]20\d{2}年(?:同期)?|与[上去]年(?:同期)?相比)，?(?:略|小幅|大幅|净|有所|再|又)*|(?:略|小幅|大幅|净|再|又)*)(上升|增长|提高|增加|提升|上涨|回升|多|增|下降|减少|降低|回落|下滑|下跌|少|降)(?!到|至|为)了?(?:约|近|超)?[\d.,]+(?:%|‰|个?百分点|[万亿]?\p{Script=Han}{1,2})/u
const FALLS = /下|减|降|落|少/u

/** Reads the words behind offset `end` of a text; undefined where they tell no change in figures. */
export function changeBehind(text: string, end: number): ChangeTold | undefined {
  const words = text.slice(end, end + 48).replace(/\s+/gu, '')
  const match = CHANGE.exec(words)
  // 同比 or 比上年 it must be, unless nothing but a comma leads to it
  return match && !words.startsWith('环比') && !/^[，,（(、]?环比/u.test(words) ? { up: !FALLS.test(match[1] ?? ''), said: match[0].replace(/^[，,（(、]/u, '') } : undefined
}

const read = new WeakMap<Report, readonly string[]>()

/** The same of a figure of another report, by its paragraph and end. A report is never changed in place, so its paragraphs are read once. */
export function changeToldIn(report: Report, { paragraph, end }: { paragraph: number; end: number }): ChangeTold | undefined {
  let texts = read.get(report)
  if (!texts) {
    texts = plainParagraphs(report).map(({ text }) => text)
    read.set(report, texts)
  }
  const text = texts[paragraph]
  return text === undefined ? undefined : changeBehind(text, end)
}
