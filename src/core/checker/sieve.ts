/** A text by which many things are compared, with a number that is the same for equal texts. */
export interface Key {
  text: string
  hash: number
}

/** FNV-1a over the UTF-16 units (Fowler, Noll and Vo), 32 bits, of which the upper 30 are kept: a list of such numbers lies in one piece. */
export function keyOf(text: string): Key {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return { text, hash: hash >>> 2 }
}

/** The numbers of keys, to be given to a {@link Sieve} all at once. */
export const hashesOf = (keys: readonly Key[]): readonly number[] => keys.map(({ hash }) => hash)

const COUNTERS = 65_536
const first = (hash: number): number => hash & 0xffff
const second = (hash: number): number => hash >>> 14

/**
 * Tells of most keys that they stand only once, without keeping any of them: `add` all, then ask. Looking for things that stand twice at every
 * keystroke, nearly all of a report's thousands of keys need no place in a map. A count-min sketch (Cormode and Muthukrishnan 2005) of two rows
 * in one small table, which stays in the cache.
 */
export class Sieve {
  private readonly counts = new Uint8Array(COUNTERS)

  /** Forgets everything that was added. */
  clear(): this {
    this.counts.fill(0)
    return this
  }

  add(hashes: readonly number[]): void {
    const { counts } = this
    for (const hash of hashes) {
      const [one, other] = [first(hash), second(hash)]
      counts[one] = Math.min(2, (counts[one] ?? 0) + 1)
      counts[other] = Math.min(2, (counts[other] ?? 0) + 1)
    }
  }

  /** False: the key was never added. True: perhaps it was. */
  has({ hash }: Key): boolean {
    return this.count(hash) > 0
  }

  /** False: the key was not added twice. True: perhaps it was. */
  hasTwice({ hash }: Key): boolean {
    return this.count(hash) > 1
  }

  /** Is any of these perhaps there (`times` 1), or there twice (2)? */
  hasAny(hashes: readonly number[], times: 1 | 2): boolean {
    for (const hash of hashes) if (this.count(hash) >= times) return true
    return false
  }

  private count(hash: number): number {
    return Math.min(this.counts[first(hash)] ?? 0, this.counts[second(hash)] ?? 0)
  }
}
