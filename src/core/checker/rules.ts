import type { Rule } from './rule.ts'
import { anniversary } from './rules/anniversary/index.ts'
import { arithShare } from './rules/arith.share/index.ts'
import { dateInvalid } from './rules/date.invalid/index.ts'
import { enumCount } from './rules/enum.count/index.ts'
import { figureContradiction } from './rules/figure.contradiction/index.ts'
import { headingPunctuation } from './rules/heading.punctuation/index.ts'
import { outlineNumbering } from './rules/outline.numbering/index.ts'
import { outlineOrder } from './rules/outline.order/index.ts'
import { percentRange } from './rules/percent.range/index.ts'
import { punctHalfWidth } from './rules/punct.half-width/index.ts'
import { punctRepeated } from './rules/punct.repeated/index.ts'
import { quoteUnbalanced } from './rules/quote.unbalanced/index.ts'
import { sessionOrdinal } from './rules/session.ordinal/index.ts'
import { slotOpen } from './rules/slot.open/index.ts'
import { textDuplicate } from './rules/text.duplicate/index.ts'
import { textRepeat } from './rules/text.repeat/index.ts'
import { yearStale } from './rules/year.stale/index.ts'

/** All rules, in the order in which a list of them shows them. */
export const RULES: readonly Rule[] = [
  slotOpen,
  figureContradiction,
  arithShare,
  percentRange,
  enumCount,
  yearStale,
  dateInvalid,
  sessionOrdinal,
  anniversary,
  outlineNumbering,
  outlineOrder,
  headingPunctuation,
  textDuplicate,
  textRepeat,
  punctHalfWidth,
  punctRepeated,
  quoteUnbalanced,
]
