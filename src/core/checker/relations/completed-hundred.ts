import { resolutionOf } from '../../figures/writing.ts'
import type { Sentence } from './sentence.ts'
import type { Share } from './shares.ts'

/** from how many shares on they are a scale */
const FEWEST = 3

/** 27.5 written as 27.6 so that all shares of the sentence make 100: at most the last digit, and one step, is given way. */
export function completesHundred({ stated, part, whole, as }: Share, { terms }: Sentence): boolean {
  if (as !== 'percent') return false
  const step = resolutionOf(stated.figure.text)
  if (step > 1 || Math.abs((part.figure.value / whole.figure.value) * 100 - stated.figure.value) > step * 1.01) return false
  const shares = terms.filter((t) => t.figure.kind === 'percent' && t.figure.unit === '%' && (t === stated || /占|比重|^[、和]/u.test(t.before)))
  return shares.length >= FEWEST && Math.abs(shares.reduce((sum, { figure }) => sum + figure.value, 0) - 100) < 1e-6
}
