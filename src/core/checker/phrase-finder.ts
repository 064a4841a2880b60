import { CharSet } from '../text/char-set.ts'

/** Where one of the phrases stands. */
export interface PhraseHit<T> extends Wanted<T> {
  start: number
}

interface Wanted<T> {
  phrase: string
  value: T
  /** in the list */
  order: number
}

/** Two neighbouring characters as one number of 18 bits; some pairs share one. */
const pairOf = (first: number, second: number): number => Math.imul((first << 16) ^ second, 0x9e3779b1) >>> 14
const PAIRS = 1 << 18

/**
 * Finds all occurrences of many fixed phrases in a text in one pass: a look-up by the first two characters, then a comparison with the few phrases
 * that begin with them. Built once for a word list; hundreds of phrases cost about as much as one.
 */
export class PhraseFinder<T> {
  /** a bit for every pair that begins a phrase */
  private readonly pairs = new Uint8Array(PAIRS >> 3)
  /** the phrases that begin with one of the pairs of one number */
  private readonly byPair = new Map<number, Wanted<T>[]>()
  /** phrases of one character */
  private readonly singles: CharSet | undefined
  private readonly single = new Map<number, Wanted<T>[]>()

  /** Phrases must not be empty; one phrase may stand for several values. */
  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    let order = 0
    for (const [phrase, value] of phrases) {
      const [first, second] = [phrase.charCodeAt(0), phrase.charCodeAt(1)]
      const pair = pairOf(first, second)
      const [table, key] = phrase.length === 1 ? [this.single, first] : [this.byPair, pair]
      const list = table.get(key)
      const wanted: Wanted<T> = { phrase, value, order: order++ }
      if (list) list.push(wanted)
      else table.set(key, [wanted])
      if (phrase.length > 1) this.pairs[pair >> 3] = (this.pairs[pair >> 3] ?? 0) | (1 << (pair & 7))
    }
    if (this.single.size > 0) this.singles = new CharSet(Array.from(this.single.keys(), (code) => String.fromCharCode(code)))
  }

  /** All hits in order of their starts (UTF-16 offsets), overlapping ones included; at one start in the order of the list. */
  find(text: string): PhraseHit<T>[] {
    const { pairs, singles } = this
    const hits: PhraseHit<T>[] = []
    let code = text.charCodeAt(0)
    for (let i = 0; i < text.length; i++) {
      const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0
      const pair = pairOf(code, next)
      const before = hits.length
      if (((pairs[pair >> 3] ?? 0) & (1 << (pair & 7))) !== 0) {
        const list = this.byPair.get(pair)
        if (list) for (const wanted of list) if (text.startsWith(wanted.phrase, i)) hits.push({ start: i, ...wanted })
      }
      if (singles?.has(code)) {
        for (const wanted of this.single.get(code) ?? []) hits.push({ start: i, ...wanted })
        hits.push(...hits.splice(before).sort((a, b) => a.order - b.order))
      }
      code = next
    }
    return hits
  }
}
