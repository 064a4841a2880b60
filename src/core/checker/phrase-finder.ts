import { CharSet } from '../text/char-set.ts'

/** Where one of the phrases stands. */
export interface PhraseHit<T> {
  start: number
  phrase: string
  value: T
}

/**
 * Finds all occurrences of many fixed phrases in a text in one pass: a look-up by the first character, then a comparison with the few phrases
 * that begin with it. Built once for a word list; hundreds of phrases cost about as much as one.
 */
export class PhraseFinder<T> {
  private readonly firsts: CharSet
  private readonly byFirst = new Map<number, { phrase: string; value: T }[]>()

  /** Phrases must not be empty; one phrase may stand for several values. */
  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of phrases) {
      const first = phrase.charCodeAt(0)
      const list = this.byFirst.get(first)
      if (list) list.push({ phrase, value })
      else this.byFirst.set(first, [{ phrase, value }])
    }
    this.firsts = new CharSet(Array.from(this.byFirst.keys(), (code) => String.fromCharCode(code)))
  }

  /** All hits in order of their starts (UTF-16 offsets), overlapping ones included. */
  find(text: string): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = []
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (!this.firsts.has(code)) continue
      for (const { phrase, value } of this.byFirst.get(code) ?? []) if (text.startsWith(phrase, i)) hits.push({ start: i, phrase, value })
    }
    return hits
  }
}
