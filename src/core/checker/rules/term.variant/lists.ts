import expressions from '#resources/terms/fixed-expressions.json' with { type: 'json' }
import formulas from '#resources/terms/formulas.json' with { type: 'json' }

export interface FixedExpression {
  right: string
  parts?: readonly string[]
  legit?: readonly string[]
  neighbours?: boolean
}

export interface FixedSequence {
  items: readonly string[]
  minRun?: number
  complete?: boolean
  anyOrder?: boolean
}

export interface QuotedName {
  right: string
  /** is it this name whatever the number in it? 三会两课 is meant for 三会一课, while 三位一体 is another thing than 五位一体 */
  numbered?: boolean
}

/** The fixed expressions and formulas of resources/terms, of both files. */
export const EXPRESSIONS: readonly FixedExpression[] = [...expressions.expressions, ...formulas.expressions]
export const SEQUENCES: readonly FixedSequence[] = [...expressions.sequences, ...formulas.sequences]
export const QUOTED_NAMES: readonly QuotedName[] = [...expressions.quoted, ...formulas.quoted]
export const PHRASES = [...expressions.phrases, ...formulas.phrases]
