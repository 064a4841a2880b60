import type { Sentence, Term } from './sentence.ts'
import type { Share } from './shares.ts'
import { wrongSums } from './sums.ts'

/** A total with which several shares do not fit, though they do with each other. */
export interface WrongTotal {
  whole: Term
  shares: readonly Share[]
}

/** from how many on it is more likely that their one total is wrong than each of them */
const SEVERAL = 3

/**
 * Takes apart the wrong shares of a sentence: those of one total that all follow from another one are told once, at the total; not at all where the
 * parts do not come to the total either, since their sum says it.
 */
export function wrongTotals(sentence: Sentence, wrong: readonly Share[]): { totals: WrongTotal[]; others: Share[] } {
  const totals: WrongTotal[] = []
  let others = [...wrong]
  for (const { whole } of wrong) {
    const shares = others.filter((share) => share.whole === whole && share.as === 'percent')
    if (shares.length < 2 || !haveOneWhole(shares)) continue
    const summed = wrongSums(sentence).some(({ total, parts }) => total === whole && shares.every(({ part }) => parts.includes(part)))
    if (!summed && shares.length < SEVERAL) continue
    others = others.filter((share) => !shares.includes(share))
    if (!summed) totals.push({ whole, shares })
  }
  return { totals, others }
}

/** Is there a number of which all these parts have the shares that are stated? */
function haveOneWhole(shares: readonly Share[]): boolean {
  const low = Math.max(...shares.map(({ part, span }) => (part.span.low / span.high) * 100))
  const high = Math.min(...shares.map(({ part, span }) => (span.low <= 0 ? Infinity : (part.span.high / span.low) * 100)))
  return low <= high
}
