import { contextOf, plainParagraphs } from '../model/plain-text.ts'
import type { Remark, Report } from '../model/report.ts'
import type { ReturnedCopy } from './copy.ts'

/** The remarks (意见) of a report together with those of a returned copy that it does not have yet, all open. `fileName` says where they come from. */
export function remarksWith(report: Pick<Report, 'remarks'>, copy: Pick<ReturnedCopy, 'comments' | 'report'>, fileName: string): Remark[] {
  const known = report.remarks ?? []
  const key = ({ author, at, remark, text }: Pick<Remark, 'author' | 'at' | 'remark' | 'text'>): string => [author, at ?? '', remark, text].join('\n')
  const seen = new Set(known.map(key))
  const texts = new Map(plainParagraphs(copy.report).map(({ id, text }) => [id, text]))
  const out = [...known]
  const ids = new Set(known.map(({ id }) => id))
  let n = 0
  for (const { author, at, remark, answers, paragraphId, start, end } of copy.comments) {
    const whole = texts.get(paragraphId) ?? ''
    const text = whole.slice(start, end)
    const made = { author, ...(at === undefined ? {} : { at }), remark, ...(answers === undefined ? {} : { answers }), paragraphId, text, ...contextOf(whole, start, end) }
    if (seen.has(key(made))) continue
    do n++
    while (ids.has(`m${n}`))
    out.push({ id: `m${n}`, ...made, state: 'open', source: fileName })
  }
  return out
}

/** Where in the report a remark stands now: its words, those nearest to the old context; its paragraph where they are gone; undefined where that is gone too. */
export function placeOfRemark(report: Report, { paragraphId, text, before }: Pick<Remark, 'paragraphId' | 'text' | 'before'>): { blockId: string; start: number; end: number } | undefined {
  const paragraph = plainParagraphs(report).find(({ id }) => id === paragraphId)
  if (!paragraph) return undefined
  let [best, bestCommon] = [-1, -1]
  for (let at = text === '' ? -1 : paragraph.text.indexOf(text); at >= 0; at = paragraph.text.indexOf(text, at + 1)) {
    const here = contextOf(paragraph.text, at, at).before
    let common = 0
    while (common < before.length && before.at(-1 - common) === here.at(-1 - common)) common++
    if (common > bestCommon) [best, bestCommon] = [at, common]
  }
  return best < 0 ? { blockId: paragraphId, start: 0, end: 0 } : { blockId: paragraphId, start: best, end: best + text.length }
}
