import { changeBetween } from './change-between.ts'
import type { Memory, Read } from './rule.ts'

/** What is told of a reading and the one before it. */
export interface Told<Reading, Verdict> {
  read: Read<Reading>
  above: Read<Reading> | undefined
  verdict: Verdict
}

/**
 * Names a judgement of what was read of a paragraph beside what was read before it (undefined: it is the first); it rests on these two alone. The
 * function that comes of it gives all verdicts in reading order; only what changed, and what stands right behind, is judged anew.
 */
export function defineNeighbours<Reading, Verdict>(judge: (it: Reading, above: Reading | undefined) => Verdict | undefined): (memory: Memory, all: readonly Read<Reading>[]) => readonly Told<Reading, Verdict>[] {
  return (memory, all) => {
    const { reads, told } = (memory.get(judge) as Known<Reading, Verdict> | undefined) ?? { reads: [], told: new Map() }
    const { from, gone, fresh } = changeBetween(reads, all)
    for (const read of gone) told.delete(read)
    if (gone.length > 0 || fresh.length > 0) {
      for (let i = from; i <= from + fresh.length; i++) {
        const [read, above] = [all[i], all[i - 1]]
        if (!read) break
        const verdict = judge(read.it, above?.it)
        if (verdict === undefined) told.delete(read)
        else told.set(read, { read, above, verdict })
      }
    }
    memory.set(judge, { reads: all, told })
    return [...told.values()].sort((a, b) => a.read.in.index - b.read.in.index)
  }
}

interface Known<Reading, Verdict> {
  reads: readonly Read<Reading>[]
  told: Map<Read<Reading>, Told<Reading, Verdict>>
}
