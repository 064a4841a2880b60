/** A text by which many things are compared, with a number that is the same for equal texts. */
export interface Key {
  text: string
  hash: number
}

/** FNV-1a over the UTF-16 units (Fowler, Noll and Vo), 32 bits. */
export function keyOf(text: string): Key {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return { text, hash: hash >>> 0 }
}

/** A prime number of counters: thousands of keys seldom meet in one. */
const COUNTERS = 65_521

/**
 * Tells of most keys that they stand only once, without keeping any of them: `add` all, then ask. Looking for things that stand twice at every
 * keystroke, nearly all of a report's thousands of keys need no place in a map.
 */
export class Sieve {
  private readonly counts = new Uint8Array(COUNTERS)

  add({ hash }: Key): void {
    const at = hash % COUNTERS
    const count = this.counts[at] ?? 0
    if (count < 2) this.counts[at] = count + 1
  }

  /** False: the key was never added. True: perhaps it was. */
  has({ hash }: Key): boolean {
    return (this.counts[hash % COUNTERS] ?? 0) > 0
  }

  /** False: the key was not added twice. True: perhaps it was. */
  hasTwice({ hash }: Key): boolean {
    return (this.counts[hash % COUNTERS] ?? 0) > 1
  }
}
