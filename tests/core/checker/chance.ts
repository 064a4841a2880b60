/** Chance that can be repeated: the same seed gives the same numbers (mulberry32, public domain). */
export class Chance {
  constructor(private state: number) {}

  /** a number in [0, 1) */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  /** a whole number from `low` to `high`, both included */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.whole(0, list.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  /** `count` different ones of a list, in chance order */
  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list]
    return Array.from({ length: count }, () => left.splice(this.whole(0, left.length - 1), 1)).flat()
  }
}
