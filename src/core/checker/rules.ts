import type { Rule } from './rule.ts'
import { anniversary } from './rules/anniversary/index.ts'
import { arithGrowth } from './rules/arith.growth/index.ts'
import { arithPartWhole } from './rules/arith.part-whole/index.ts'
import { arithRespectively } from './rules/arith.respectively/index.ts'
import { arithShare } from './rules/arith.share/index.ts'
import { arithSum } from './rules/arith.sum/index.ts'
import { claimRecord } from './rules/claim.record/index.ts'
import { claimTrend } from './rules/claim.trend/index.ts'
import { compareMissing } from './rules/compare.missing/index.ts'
import { compareOutlier } from './rules/compare.outlier/index.ts'
import { compareUnchanged } from './rules/compare.unchanged/index.ts'
import { dateInvalid } from './rules/date.invalid/index.ts'
import { enumCount } from './rules/enum.count/index.ts'
import { figureContradiction } from './rules/figure.contradiction/index.ts'
import { headingPunctuation } from './rules/heading.punctuation/index.ts'
import { numberStyle } from './rules/number.style/index.ts'
import { outlineNumbering } from './rules/outline.numbering/index.ts'
import { outlineOrder } from './rules/outline.order/index.ts'
import { percentRange } from './rules/percent.range/index.ts'
import { punctEllipsis } from './rules/punct.ellipsis/index.ts'
import { punctHalfWidth } from './rules/punct.half-width/index.ts'
import { punctInnerTitleMark } from './rules/punct.inner-title-mark/index.ts'
import { punctRepeated } from './rules/punct.repeated/index.ts'
import { punctTitleMark } from './rules/punct.title-mark/index.ts'
import { quoteUnbalanced } from './rules/quote.unbalanced/index.ts'
import { sessionOrdinal } from './rules/session.ordinal/index.ts'
import { slotOpen } from './rules/slot.open/index.ts'
import { termVariant } from './rules/term.variant/index.ts'
import { textDuplicate } from './rules/text.duplicate/index.ts'
import { textIncomplete } from './rules/text.incomplete/index.ts'
import { textRepeat } from './rules/text.repeat/index.ts'
import { yearStale } from './rules/year.stale/index.ts'

/** All rules, in the order in which a list of them shows them. */
export const RULES: readonly Rule[] = [
  slotOpen,
  figureContradiction,
  arithShare,
  arithSum,
  arithPartWhole,
  arithGrowth,
  arithRespectively,
  enumCount,
  percentRange,
  compareUnchanged,
  compareOutlier,
  compareMissing,
  claimRecord,
  claimTrend,
  yearStale,
  dateInvalid,
  sessionOrdinal,
  anniversary,
  outlineNumbering,
  outlineOrder,
  headingPunctuation,
  textDuplicate,
  textRepeat,
  textIncomplete,
  punctHalfWidth,
  punctRepeated,
  punctEllipsis,
  punctInnerTitleMark,
  punctTitleMark,
  quoteUnbalanced,
  numberStyle,
  termVariant,
]
