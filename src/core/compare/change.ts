import type { CoreKind } from '../model/inline.ts'
import type { Pair } from './pair.ts'

interface Measured {
  value: number
  /** upper end of a range */
  high?: number | undefined
}

/**
 * The change from one value to another of one unit, without float noise; null for ranges. A change of a rate is in points, so it has no per
 * cent; neither has one from nothing, or from or to a value below nought.
 */
export function changeBetween(now: Measured, before: Measured, kind: CoreKind): Pair['change'] {
  if (now.high !== undefined || before.high !== undefined) return null
  const absolute = Number((now.value - before.value).toPrecision(12))
  return { absolute, percent: kind === 'percent' || before.value <= 0 || now.value < 0 ? null : Math.round((absolute / before.value) * 10000) / 100 }
}
