import type { Figure } from '../../../figures/figure.ts'
import { defineGroups, type Placed } from '../../groups.ts'
import type { Memory, Read } from '../../rule.ts'

/** What a mention says, and where. */
export interface Saying {
  /** the surface, and where it stands in its paragraph: UTF-16, half-open */
  readonly text: string
  readonly start: number
  readonly end: number
  /** index of its sentence in the paragraph */
  readonly sentence: number
  /** equal for mentions that tell the same of a thing */
  readonly value: string
  /** begins with the kind, so that only mentions of one kind meet */
  readonly key: string
}

/** What a figure says, in a sentence of its paragraph. */
export const sayingOf = ({ text, start, end }: Figure, sentence: number, value: string, key: string): Saying => ({ text, start, end, sentence, value, key })

/** What a paragraph tells of one thing, where it may be told again elsewhere: a growth, a rank, the day of an event, the cost of a project. */
export abstract class Mention implements Saying {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly sentence: number
  readonly value: string
  readonly key: string

  constructor({ text, start, end, sentence, value, key }: Saying) {
    this.text = text
    this.start = start
    this.end = end
    this.sentence = sentence
    this.value = value
    this.key = key
  }

  /** Is `other`, which has the same key, of the same thing, as far as the words tell? */
  abstract isOf(other: Mention): boolean
  /** What is told, as a message names it, where `other`, told behind this one of the same thing, certainly contradicts it; else undefined. */
  abstract deniedBy(other: Mention): string | undefined
}

export type MentionAt = Placed<Mention>

/** One thing told in two ways, the places in reading order. */
export interface Denied {
  name: string
  first: MentionAt
  other: MentionAt
}

/** more mentions of one key than this are a list of like things */
const MANY = 24

const denials = defineGroups<{ mentions: readonly Mention[] }, Mention, Denied>({
  itemsOf: ({ mentions }) => mentions.map((mention) => [mention.key, mention] as const),
  judge: (group) => (group.length > MANY ? undefined : deniedOf(group)),
})

/** The things that a report tells in two ways, in reading order of their first places. */
export const deniedMentions = (memory: Memory, all: readonly Read<{ mentions: readonly Mention[] }>[]): readonly Denied[] => denials(memory, all)

/** The first contradiction among mentions of one key. Whatever is told in more than two ways, or is also of another thing that is told like it, is no one thing. */
function deniedOf(group: readonly MentionAt[]): Denied | undefined {
  for (const [k, other] of group.entries()) {
    for (const first of group.slice(0, k)) {
      const [a, b] = [first.item, other.item]
      if (a.value === b.value || (first.in === other.in && a.sentence === b.sentence) || !a.isOf(b)) continue
      const others = group.filter(({ item }) => item !== a && item !== b && (item.isOf(a) || item.isOf(b)))
      const certain = others.every(({ item }) => item.isOf(a) && (item.value === a.value || item.value === b.value))
      const name = certain ? a.deniedBy(b) : undefined
      if (name !== undefined) return { name, first, other }
    }
  }
  return undefined
}
