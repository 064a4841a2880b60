import type { Figure } from '../../../figures/figure.ts'
import type { CheckedParagraph, Read } from '../../rule.ts'
import { Sieve, type Key } from '../../sieve.ts'

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
  readonly key: Key
}

/** What a figure says, in a sentence of its paragraph. */
export const sayingOf = ({ text, start, end }: Figure, sentence: number, value: string, key: Key): Saying => ({ text, start, end, sentence, value, key })

/** What a paragraph tells of one thing, where it may be told again elsewhere: a growth, a rank, the day of an event, the cost of a project. */
export abstract class Mention implements Saying {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly sentence: number
  readonly value: string
  readonly key: Key

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

/** A mention where it stands. */
export interface MentionAt {
  mention: Mention
  in: CheckedParagraph
}

/** One thing told in two ways, the places in reading order. */
export interface Denied {
  name: string
  first: MentionAt
  other: MentionAt
}

/** more mentions of one key than this are a list of like things */
const MANY = 24

const SIEVE = new Sieve()

/** The things that a report tells in two ways, in reading order of their first places. */
export function deniedMentions(all: readonly Read<{ mentions: readonly Mention[]; told: readonly number[] }>[]): Denied[] {
  const sieve = SIEVE.clear()
  for (const { it } of all) sieve.add(it.told)
  const groups = new Map<string, MentionAt[]>()
  for (const { in: paragraph, it: { mentions, told } } of all) {
    if (!sieve.hasAny(told, 2)) continue
    for (const mention of mentions) {
      if (!sieve.hasTwice(mention.key)) continue
      const group = groups.get(mention.key.text)
      if (group) group.push({ mention, in: paragraph })
      else groups.set(mention.key.text, [{ mention, in: paragraph }])
    }
  }
  return [...groups.values()].flatMap((group) => (group.length < 2 || group.length > MANY ? [] : (deniedOf(group) ?? [])))
}

/** The first contradiction among mentions of one key. Whatever is told in more than two ways, or is also of another thing that is told like it, is no one thing. */
function deniedOf(group: readonly MentionAt[]): Denied | undefined {
  for (const [k, other] of group.entries()) {
    for (const first of group.slice(0, k)) {
      const [a, b] = [first.mention, other.mention]
      if (a.value === b.value || (first.in === other.in && a.sentence === b.sentence) || !a.isOf(b)) continue
      const others = group.filter(({ mention }) => mention !== a && mention !== b && (mention.isOf(a) || mention.isOf(b)))
      const certain = others.every(({ mention }) => mention.isOf(a) && (mention.value === a.value || mention.value === b.value))
      const name = certain ? a.deniedBy(b) : undefined
      if (name !== undefined) return { name, first, other }
    }
  }
  return undefined
}
