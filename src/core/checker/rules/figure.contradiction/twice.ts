import type { CoreFigure } from '../../../figures/figure.ts'
import { digitsOf, isTransposition } from '../../number-slip.ts'
import { oncePerPair } from '../../once-per-pair.ts'
import type { CheckedParagraph, Read } from '../../rule.ts'
import { Sieve } from '../../sieve.ts'
import { sharedNoun, significant, unitOf, type Counted, type Slip } from './counted.ts'

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

const SIEVE = new Sieve()

/** The things that two paragraphs or sentences count alike but for a slip of the hand, in reading order. */
export function countedTwice(all: readonly Read<{ counted: readonly Counted[]; numbers: readonly number[] }>[]): Twice[] {
  const sieve = SIEVE.clear()
  for (const { it } of all) sieve.add(it.numbers)
  const groups = new Map<string, CountedAt[]>()
  for (const { in: paragraph, it } of all) {
    if (!sieve.hasAny(it.numbers, 2)) continue
    for (const counted of it.counted) {
      let placed: CountedAt | undefined
      for (const key of counted.keys) {
        if (!sieve.hasTwice(key)) continue
        placed ??= { counted, in: paragraph }
        const group = groups.get(key.text)
        if (group) group.push(placed)
        else groups.set(key.text, [placed])
      }
    }
  }
  const found: Twice[] = []
  const reported = new Set<Counted>()
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > MANY) continue
    group.forEach((other, k) => {
      if (reported.has(other.counted)) return
      for (const first of group.slice(0, k)) {
        if (first.counted.figure.value === other.counted.figure.value || (first.in === other.in && (first.counted.sentence === other.counted.sentence || other.counted.ofPart))) continue
        const noun = nounOf(first.counted, other.counted)
        if (noun === undefined || areTwo(first.counted, other.counted, all)) continue
        reported.add(other.counted)
        found.push({ noun, first, other })
        return
      }
    })
  }
  return found
}

/** 制定整改措施158条，已完成148条 and later 158条整改措施: what is told elsewhere is no slip; of two exchanged ones only where both are. */
function areTwo(first: Counted, other: Counted, all: readonly Read<{ counted: readonly Counted[] }>[]): boolean {
  const isElsewhere = (one: Counted): boolean => all.some(({ it }) => it.counted.some((c) => c !== one && c.figure.value === one.figure.value && unitOf(c.figure.unit) === unitOf(one.figure.unit)))
  return isElsewhere(other) && (slipBetween(first.figure, other.figure)?.exchanged !== true || isElsewhere(first))
}

/** The noun of two numbers of which one may be the other mistyped. */
const nounOf = oncePerPair((first: Counted, other: Counted): string | undefined => {
  const slip = slipBetween(first.figure, other.figure)
  // most numbers are of things that have one name only while nothing is mistyped
  return slip && (slip.exchanged || (first.isNamed && other.isNamed)) ? sharedNoun(first, other, slip) : undefined
})

/** Is the one number the other with two digits exchanged or one of them wrong? */
function slipBetween(one: CoreFigure, other: CoreFigure): Slip | undefined {
  // 4850万元 and 0.458亿元: the values are compared, not how they are written
  const rescaled = scaleOf(one.text) !== scaleOf(other.text)
  if (rescaled && Math.floor(Math.log10(one.value)) !== Math.floor(Math.log10(other.value))) return undefined
  const [a, b] = rescaled ? [significant(one.value), significant(other.value)] : [digitsOf(one.text), digitsOf(other.text)]
  const digits = a.length
  if (isTransposition(a, b)) return { exchanged: true, digits }
  return !rescaled && one.approx === 'exact' && other.approx === 'exact' && b.length === digits ? { exchanged: false, digits } : undefined
}

const scaleOf = (surface: string): string => /[万亿]/u.exec(surface)?.[0] ?? ''
