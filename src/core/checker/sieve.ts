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

/** A prime number of counters: thousands of keys seldom meet in one. */
const COUNTERS = 65_521

/**
 * Tells of most keys that they stand only once, without keeping any of them: `add` all, then ask. Looking for things that stand twice at every
 * keystroke, nearly all of a report's thousands of keys need no place in a map.
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
      const at = hash % COUNTERS
      const count = counts[at] ?? 0
      if (count < 2) counts[at] = count + 1
    }
  }

  /** False: the key was never added. True: perhaps it was. */
  has({ hash }: Key): boolean {
    return (this.counts[hash % COUNTERS] ?? 0) > 0
  }

  /** False: the key was not added twice. True: perhaps it was. */
  hasTwice({ hash }: Key): boolean {
    return (this.counts[hash % COUNTERS] ?? 0) > 1
  }

  /** Is any of these perhaps there (`times` 1), or there twice (2)? */
  hasAny(hashes: readonly number[], times: 1 | 2): boolean {
    const { counts } = this
    for (const hash of hashes) if ((counts[hash % COUNTERS] ?? 0) >= times) return true
    return false
  }
}
