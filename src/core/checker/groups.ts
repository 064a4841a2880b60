import { changeBetween } from './change-between.ts'
import type { CheckedParagraph, Memory, Read } from './rule.ts'

/** Something that was read of a paragraph, where it stands. */
export interface Placed<Item> {
  readonly item: Item
  readonly in: CheckedParagraph
  /** among what was read of that paragraph */
  readonly order: number
}

/** How things are grouped, and what is thought of a group. */
export interface Grouping<Reading, Item extends object, Verdict> {
  /** What of a reading is grouped, with its key, in reading order. The same objects whenever it is asked of the same reading. */
  itemsOf(it: Reading): readonly (readonly [key: string, item: Item])[]
  /**
   * What is to be said of the things that have one key, in reading order; undefined: nothing. Asked of groups of two and more, and again only when
   * something came or went: it may rest on the items, on their order and on which of them stand in one paragraph, on nothing else.
   */
  judge(items: readonly Placed<Item>[], key: string): Verdict | undefined
}

/**
 * Names a grouping. The function that comes of it gives the verdicts on all groups, in the order in which the groups begin. What was gathered
 * stays in the memory of the check, so that at a keystroke one paragraph's things are taken out and put in anew, and only their groups are judged,
 * however long the report is.
 */
export function defineGroups<Reading, Item extends object, Verdict>(grouping: Grouping<Reading, Item, Verdict>): (memory: Memory, all: readonly Read<Reading>[]) => readonly Verdict[] {
  return (memory, all) => {
    const groups = (memory.get(grouping) as Groups<Reading, Item, Verdict> | undefined) ?? new Groups(grouping)
    memory.set(grouping, groups)
    return groups.verdicts(all)
  }
}

class Group<Item, Verdict> {
  verdict: Verdict | undefined

  constructor(
    readonly key: string,
    /** in reading order */
    readonly items: Placed<Item>[],
  ) {}
}

class Groups<Reading, Item extends object, Verdict> {
  private reads: readonly Read<Reading>[] = []
  /** nearly all keys stand once: these need no group */
  private readonly known = new Map<string, Placed<Item> | Group<Item, Verdict>>()
  private readonly changed = new Set<Group<Item, Verdict>>()
  private readonly told = new Set<Group<Item, Verdict>>()

  constructor(private readonly grouping: Grouping<Reading, Item, Verdict>) {}

  verdicts(all: readonly Read<Reading>[]): Verdict[] {
    this.goOn(all)
    for (const group of this.changed) {
      group.verdict = group.items.length > 1 ? this.grouping.judge(group.items, group.key) : undefined
      if (group.verdict === undefined) this.told.delete(group)
      else this.told.add(group)
    }
    this.changed.clear()
    return [...this.told].sort(byPlace).flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict]))
  }

  /** Takes out what is read no more, and puts in what is read now. */
  private goOn(all: readonly Read<Reading>[]): void {
    const { gone, fresh } = changeBetween(this.reads, all)
    this.reads = all
    for (const read of gone) this.takeOut(read)
    for (const read of fresh) this.putIn(read)
  }

  private takeOut(read: Read<Reading>): void {
    for (const [key, item] of this.grouping.itemsOf(read.it)) {
      const held = this.known.get(key)
      if (!(held instanceof Group)) this.known.delete(key)
      else {
        held.items.splice(held.items.findIndex((placed) => placed.in === read.in && placed.item === item), 1)
        this.changed.add(held)
        if (held.items.length > 0) continue
        this.known.delete(key)
      }
    }
  }

  private putIn(read: Read<Reading>): void {
    this.grouping.itemsOf(read.it).forEach(([key, item], order) => {
      const placed: Placed<Item> = { item, in: read.in, order }
      const held = this.known.get(key)
      if (!held) {
        this.known.set(key, placed)
        return
      }
      const group = held instanceof Group ? held : new Group<Item, Verdict>(key, [held])
      const { items } = group
      let at = items.length
      while (at > 0 && isBefore(placed, items[at - 1])) at--
      items.splice(at, 0, placed)
      if (group !== held) this.known.set(key, group)
      this.changed.add(group)
    })
  }
}

const isBefore = (a: Placed<unknown>, b: Placed<unknown> | undefined): boolean => b !== undefined && (a.in.index < b.in.index || (a.in === b.in && a.order < b.order))

function byPlace({ items: [a] }: Group<unknown, unknown>, { items: [b] }: Group<unknown, unknown>): number {
  return a && b ? a.in.index - b.in.index || a.order - b.order : 0
}
