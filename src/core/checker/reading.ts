import type { Place, CheckedParagraph } from './rule.ts'
import { sentenceRanges } from '../text/sentences.ts'

/** Small readings of a paragraph's text that several rules need. */

/** White space says nothing in Chinese prose: `成立 75周年` reads as one. */
export const squeezed = (text: string): string => text.replace(/\s+/gu, '')

/** The signs of a word or number in one order, whatever order they stand in: equal for two that have the same ones. */
export function inAnyOrder(text: string): string {
  if (text.length > 64) return [...text].sort().join('')
  // mostly a dozen units: put in their places one after another they are in order at once
  const units: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    let at = i
    for (; at > 0 && (units[at - 1] ?? 0) > unit; at--) units[at] = units[at - 1] ?? 0
    units[at] = unit
  }
  return String.fromCharCode(...units)
}

/** Marks that end a clause. A half-width comma between digits (1,234) ends none. */
const isClauseMark = (text: string, i: number): boolean => {
  const c = text.charAt(i)
  if (c === ',' || c === ':') return !(/\d/u.test(text.charAt(i - 1)) && /\d/u.test(text.charAt(i + 1)))
  return '，。；：！？;!?\n'.includes(c)
}

/** Where the clause that holds offset `at` begins; looks back at most 120 units. */
export function clauseStart(text: string, at: number): number {
  let start = at
  const floor = Math.max(0, at - 120)
  while (start > floor && !isClauseMark(text, start - 1)) start--
  return start
}

/** Where the clause that holds offset `at` ends, its mark not included; looks ahead at most 120 units. */
export function clauseEnd(text: string, at: number): number {
  let end = at
  const ceiling = Math.min(text.length, at + 120)
  while (end < ceiling && !isClauseMark(text, end)) end++
  return end
}

/** The words of a clause before offset `at`, white space removed. */
export const clauseBefore = (text: string, at: number): string => squeezed(text.slice(clauseStart(text, at), at))

/** The number of the sentence that holds each offset: sentences of a paragraph in order, with the index of the one asked for. */
export function sentenceIndex(ranges: readonly { start: number; end: number }[], at: number): number {
  let low = 0
  let high = ranges.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Sentences of paragraphs that were asked for lately: many rules ask for them in turn. */
const cut = new Map<string, readonly { start: number; end: number }[]>()
const MOST_CUT = 2000

/** The sentences of a paragraph. */
export function sentencesOf({ text }: Pick<CheckedParagraph, 'text'>): readonly { start: number; end: number }[] {
  const known = cut.get(text)
  if (known) return known
  const sentences = sentenceRanges(text)
  if (cut.size >= MOST_CUT) cut.clear()
  cut.set(text, sentences)
  return sentences
}

/** Is this offset inside 《…》, “…” or 「…」? Then the words are a title's or another's. Looks back at most 80 units. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at)
  const opened = (open: string, close: string): boolean => before.lastIndexOf(open) > before.lastIndexOf(close)
  return opened('《', '》') || opened('“', '”') || opened('‘', '’') || opened('「', '」') || opened('〈', '〉')
}

export const placeOf = (paragraph: CheckedParagraph, start: number, end: number): Place => ({ in: paragraph, start, end })
