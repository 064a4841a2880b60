import { sentenceRanges } from '../../../text/sentences.ts'
import { squeezed } from '../../reading.ts'
import { keyOf, type Key } from '../../sieve.ts'

/** A clause without white space and quotation marks, and where it stands. */
interface Clause {
  words: string
  start: number
  end: number
}

const SEPARATOR = /[，。；：！？]/u

/** The clauses of a text of at least `length` characters. */
function clausesOf(text: string, length: number): Clause[] {
  const out: Clause[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !SEPARATOR.test(text.charAt(i))) continue
    const words = squeezed(text.slice(start, i)).replace(/[“”‘’]/gu, '')
    if (words.length >= length) out.push({ words, start, end: i })
    start = i + 1
  }
  return out
}

/** Clauses with a number, by which passages that were pasted and then edited are found: figures seldom stand twice in the same words. */
export const numericClauses = (text: string): Key[] => clausesOf(text, 6).flatMap(({ words }) => (/\d/u.test(words) ? [keyOf(words)] : []))

/** How much of `text` stands in `other` in the same clauses: a share of its words. */
export function sharedWith(text: string, other: ReadonlySet<string>): { share: number; clauses: number; characters: number } {
  let characters = 0
  let clauses = 0
  for (const { words } of clausesOf(text, 5)) {
    if (!other.has(words)) continue
    clauses++
    characters += words.length
  }
  const all = squeezed(text).replace(/[，。；：！？“”‘’]/gu, '').length
  return { share: characters / Math.max(1, all), clauses, characters }
}

export const clauseSet = (text: string): Set<string> => new Set(clausesOf(text, 5).map(({ words }) => words))

/** The sentences of a text that stand in another one for the most part: at least three clauses, `least` of their words. */
export const sharedSentences = (text: string, other: ReadonlySet<string>, least: number): { start: number; end: number }[] =>
  sentenceRanges(text).filter(({ start, end }) => {
    const { share, clauses, characters } = sharedWith(text.slice(start, end), other)
    return clauses >= 3 && share >= least && characters >= 24
  })
