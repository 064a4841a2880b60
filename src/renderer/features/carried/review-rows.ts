import { inlineText, type Review } from '#core/model/inline.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'

/** Words left from last year's report that a person has to look at, with their place. */
export interface ReviewRow {
  kind: Review
  text: string
  /** some words around it */
  around: string
  section: string
  place: { blockId: string; start: number; end: number }
}

export const REVIEW_NAMES: Readonly<Record<Review, string>> = { year: '年份', session: '届次', anniversary: '周年', event: '带日期的事件', person: '人名职务', work: '文件作品', claim: '与往年比较' }

const WORDS = 10

/** All words that wait to be looked at, in reading order. */
export function reviewRows(report: Report): ReviewRow[] {
  const out: ReviewRow[] = []
  for (const { paragraph, text, path } of plainParagraphs(report)) {
    if (!paragraph) continue
    let at = 0
    for (const node of paragraph.content) {
      const start = at
      at += inlineText(node).length
      const kind = node.type === 'text' ? node.review : undefined
      const before = out.at(-1)
      if (kind === undefined) continue
      // a name of which a part is bold stands in several nodes
      if (before?.kind === kind && before.place.blockId === paragraph.id && before.place.end === start) {
        before.place.end = at
        before.text = text.slice(before.place.start, at)
      } else out.push({ kind, text: text.slice(start, at), around: '', section: path.at(-1) ?? '', place: { blockId: paragraph.id, start, end: at } })
    }
    for (const row of out) {
      if (row.place.blockId !== paragraph.id) continue
      const { start, end } = row.place
      row.around = `${start > WORDS ? '…' : ''}${text.slice(Math.max(0, start - WORDS), start)}〔${text.slice(start, end)}〕${text.slice(end, end + WORDS)}${end + WORDS < text.length ? '…' : ''}`
    }
  }
  return out
}
