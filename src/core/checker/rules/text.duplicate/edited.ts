import { sentenceRanges } from '../../../text/sentences.ts'
import { squeezed } from '../../reading.ts'

/** A clause without white space and quotation marks, and where it stands. */
export interface Clause {
  words: string
  start: number
  end: number
}

const SEPARATOR = /[，。；：！？]|$/gu
const UNSEEN = /[\s“”‘’]/u

/** The clauses of a text of at least `length` characters. */
export function clausesOf(text: string, length: number): Clause[] {
  const out: Clause[] = []
  const plain = !UNSEEN.test(text)
  let start = 0
  for (const { index } of text.matchAll(SEPARATOR)) {
    if (index - start >= length) {
      const clause = text.slice(start, index)
      const words = plain ? clause : squeezed(clause).replace(/[“”‘’]/gu, '')
      if (words.length >= length) out.push({ words, start, end: index })
    }
    start = index + 1
  }
  return out
}

/** Clauses with a number, by which passages that were pasted and then edited are found: figures seldom stand twice in the same words. */
export const numericClauses = (text: string): string[] => clausesOf(text, 6).flatMap(({ words }) => (/\d/u.test(words) ? [words] : []))

/** How much of `text` stands in `other` in the same clauses: a share of its words. */
function sharedWith(text: string, other: ReadonlySet<string>): { share: number; clauses: number; characters: number } {
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

/** What of a text stands in another one for the most part, in at least three clauses: the whole of it, or some sentences. */
export interface Passages {
  whole: boolean
  sentences: readonly { start: number; end: number }[]
}

/** `ofWhole` and `ofSentence`: how much of its words must stand in the other text. */
export function sharedPassages(text: string, other: string, { ofWhole, ofSentence }: { ofWhole: number; ofSentence: number }): Passages {
  const set = new Set(clausesOf(other, 5).map(({ words }) => words))
  const all = sharedWith(text, set)
  const sentences = sentenceRanges(text).filter(({ start, end }) => {
    const { share, clauses, characters } = sharedWith(text.slice(start, end), set)
    return clauses >= 3 && share >= ofSentence && characters >= 24
  })
  return { whole: all.share >= ofWhole && all.clauses >= 3, sentences }
}
