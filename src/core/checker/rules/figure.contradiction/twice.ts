import type { CoreFigure } from '../../../figures/figure.ts'
import { digitsOf, isTransposition } from '../../number-slip.ts'
import { oncePerPair } from '../../once-per-pair.ts'
import { defineGroups, type Placed } from '../../groups.ts'
import type { Memory, Read } from '../../rule.ts'
import { sharedNoun, significant, type Counted, type Slip } from './counted.ts'

/** One thing told with two numbers of which one looks like the other mistyped. */
export interface Twice {
  noun: string
  first: Placed<Counted>
  other: Placed<Counted>
}

/** more numbers of the same digits than this are a list of like things */
const MANY = 24

/** What the numbers of one key count alike but for a slip of the hand: each with the first one before it. */
const slips = defineGroups<{ counted: readonly Counted[] }, Counted, readonly Twice[]>({
  itemsOf: ({ counted }) => counted.flatMap((one) => one.keys.map((key) => [key, one] as const)),
  judge: (group) => {
    if (group.length > MANY) return undefined
    const found = group.flatMap((other, k): Twice[] => {
      for (const first of group.slice(0, k)) {
        if (first.item.figure.value === other.item.figure.value || (first.in === other.in && first.item.sentence === other.item.sentence)) continue
        const noun = nounOf(first.item, other.item)
        if (noun !== undefined) return [{ noun, first, other }]
      }
      return []
    })
    return found.length > 0 ? found : undefined
  },
})

/** The things that two paragraphs or sentences count alike but for a slip of the hand, each told once. */
export function countedTwice(memory: Memory, all: readonly Read<{ counted: readonly Counted[] }>[]): Twice[] {
  const told = new Set<Counted>()
  return slips(memory, all).flat().filter(({ other: { item } }) => {
    const again = told.has(item)
    told.add(item)
    return !again
  })
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
