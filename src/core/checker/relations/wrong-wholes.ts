import { resolutionOf } from '../../figures/writing.ts'
import type { Sentence, Term } from './sentence.ts'
import type { Share } from './shares.ts'
import { wrongSums } from './sums.ts'

/** Parts whose shares all imply one other whole than the one that is stated: that one is wrong, and not each of the shares. */
export interface WrongWhole {
  whole: Term
  /** one of the parts with its share, and the whole that all of them imply */
  first: Share
  implied: number
}

/** from how many shares on they tell more than the whole does */
const FEWEST = 3

/** The shares of a sentence that are faults of their own, and the wholes that several of them agree to be wrong. A whole that its parts do not come to is told of as a sum. */
export function tellOnce(shares: readonly Share[], sentence: Sentence): { shares: readonly Share[]; wholes: readonly WrongWhole[] } {
  const own = shares.filter((share) => !completesHundred(share, sentence))
  if (own.length < FEWEST) return { shares: own, wholes: [] }
  const told = new Set<Share>()
  const wholes: WrongWhole[] = []
  for (const whole of new Set(own.map((share) => share.whole))) {
    const of = own.filter((share) => share.whole === whole && share.as === 'percent')
    const low = Math.max(...of.map(({ part, span }) => (part.span.low / span.high) * 100))
    const high = Math.min(...of.map(({ part, span }) => (part.span.high / Math.max(span.low, 1e-6)) * 100))
    const [first] = of
    if (!first || of.length < FEWEST || low > high * 1.002) continue
    for (const share of of) told.add(share)
    if (!wrongSums(sentence).some(({ total }) => total === whole)) wholes.push({ whole, first, implied: (low + high) / 2 })
  }
  return { shares: own.filter((share) => !told.has(share)), wholes }
}

/** 27.5 written as 27.6 so that all shares of the sentence make 100: at most the last digit, and one step, is given way. */
function completesHundred({ stated, part, whole, as }: Share, { terms }: Sentence): boolean {
  if (as !== 'percent') return false
  const step = resolutionOf(stated.figure.text)
  if (step > 1 || Math.abs((part.figure.value / whole.figure.value) * 100 - stated.figure.value) > step * 1.01) return false
  const shares = terms.filter((t) => t.figure.kind === 'percent' && t.figure.unit === '%' && (t === stated || /占|比重|^[、和]/u.test(t.before)))
  return shares.length >= FEWEST && Math.abs(shares.reduce((sum, { figure }) => sum + figure.value, 0) - 100) < 1e-6
}
