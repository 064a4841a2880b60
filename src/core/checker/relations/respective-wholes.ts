import { fits, shareSpan } from '../span.ts'
import { isDelta, isLevel, sameMeasure, type Sentence } from './sentence.ts'
import type { Share } from './shares.ts'

const OPENED = /分别(?:占|为|完成|达到?|是)[^，；。（]{0,16}（$/u

/** A12亿元、B6亿元，分别占年度目标（10亿元、5亿元）的120%、120%: parts, their wholes in brackets and the shares, one by one. */
export function respectiveShares({ terms, text, start, end }: Sentence): Share[] {
  if (terms.length < 6 || !text.slice(start, end).includes('分别')) return []
  return terms.flatMap((head): Share[] => {
    if (!OPENED.test(head.before)) return []
    const wholes = [head]
    for (let t = terms[head.at + 1]; t && t.depth === head.depth && sameMeasure(t, head) && /^[、和及与，]$/u.test(t.before); t = terms[t.at + 1]) wholes.push(t)
    const n = wholes.length
    const parts = terms.slice(Math.max(0, head.at - n), head.at)
    const shares = terms.slice(head.at + n, head.at + 2 * n)
    const [first] = shares
    if (n < 2 || parts.length < n || shares.length < n || !first || !/^）的?$/u.test(first.before) || !shares.every((t, i) => t.figure.kind === 'percent' && t.figure.high === undefined && (i === 0 || /^[、和及与，]$/u.test(t.before)))) return []
    if (![...parts, ...wholes].every((t) => isLevel(t) && !isDelta(t) && t.figure.unit === head.figure.unit)) return []
    const wrong = shares.flatMap((stated, i): Share[] => {
      const [part, whole] = [parts[i], wholes[i]]
      const span = shareSpan(stated.figure)
      return !part || !whole || fits(part.span, whole.span, span) ? [] : [{ stated, span, as: 'percent', part, whole, open: false }]
    })
    // where none fits, the order is another
    return wrong.length < n ? wrong : []
  })
}
