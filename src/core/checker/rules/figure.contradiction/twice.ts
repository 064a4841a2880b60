import type { CheckedParagraph } from '../../rule.ts'
import { sharedNoun, type Counted, type Slip } from './counted.ts'
import { digitsOf, isExchanged } from './slip.ts'

/** A counted thing where it stands. */
export interface CountedAt {
  counted: Counted
  in: CheckedParagraph
}

/** One thing told with two numbers of which one looks like the other mistyped. */
export interface Twice {
  noun: string
  first: CountedAt
  other: CountedAt
}

/** more numbers of the same digits than this are a list of like things */
const MANY = 24

/** The things that two paragraphs or sentences count alike but for a slip of the hand, in reading order. */
export function countedTwice(paragraphs: readonly CheckedParagraph[], readings: readonly ({ counted: readonly Counted[] } | undefined)[]): Twice[] {
  const groups = new Map<string, CountedAt[]>()
  paragraphs.forEach((paragraph, i) => {
    for (const counted of readings[i]?.counted ?? []) {
      for (const key of counted.keys) {
        const group = groups.get(key)
        if (group) group.push({ counted, in: paragraph })
        else groups.set(key, [{ counted, in: paragraph }])
      }
    }
  })
  const found: Twice[] = []
  const reported = new Set<Counted>()
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > MANY) continue
    group.forEach((other, k) => {
      if (reported.has(other.counted)) return
      for (const first of group.slice(0, k)) {
        const slip = slipBetween(first, other)
        const noun = slip && sharedNoun(first.counted, other.counted, slip)
        if (noun === undefined) continue
        reported.add(other.counted)
        found.push({ noun, first, other })
        return
      }
    })
  }
  return found
}

/** Is the one number the other with two digits exchanged or one of them wrong? */
function slipBetween(a: CountedAt, b: CountedAt): Slip | undefined {
  const [one, other] = [a.counted.figure, b.counted.figure]
  if (one.value === other.value || (a.in === b.in && a.counted.sentence === b.counted.sentence)) return undefined
  const digits = digitsOf(one.text).length
  if (isExchanged(one.text, other.text)) return { exchanged: true, digits }
  return one.approx === 'exact' && other.approx === 'exact' && digitsOf(other.text).length === digits ? { exchanged: false, digits } : undefined
}
