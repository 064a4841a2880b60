import type { PlacedCoreFigure } from '../figures/figure.ts'

/** Two figures of two reports that count the same thing. */
export interface Pair {
  indicator: string
  this: PlacedCoreFigure
  last: PlacedCoreFigure
  /** `near`: the same thing in another scope or unit, so that a change is no statement of growth */
  same: 'yes' | 'near'
  /** in words, why a pair is only near; empty where it is not */
  why: string
  /** null where the two cannot be subtracted (other units, or ranges); `percent` null where last is 0 or a rate */
  change: { absolute: number; percent: number | null } | null
  /** the values as the change has them, where one of them fell (下降9.6% is −9.6) */
  signed?: { this: number; last: number }
  /** 0 to 1 */
  score: number
  /** made by the editor, not by the words */
  decided?: true
}

export interface Comparison {
  pairs: Pair[]
  onlyThis: PlacedCoreFigure[]
  onlyLast: PlacedCoreFigure[]
}
