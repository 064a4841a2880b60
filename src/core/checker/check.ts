import type { PlacedFigure } from '../figures/figure.ts'
import { reportFigures } from '../figures/report-figures.ts'
import { contextOf, plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import type { Anchor, Finding } from './finding.ts'
import type { CheckedParagraph, Place, Rule, RuleContext } from './rule.ts'
import { anniversary } from './rules/anniversary/index.ts'
import { arithShare } from './rules/arith.share/index.ts'
import { dateInvalid } from './rules/date.invalid/index.ts'
import { figureContradiction } from './rules/figure.contradiction/index.ts'
import { outlineNumbering } from './rules/outline.numbering/index.ts'
import { percentRange } from './rules/percent.range/index.ts'
import { punctHalfWidth } from './rules/punct.half-width/index.ts'
import { punctRepeated } from './rules/punct.repeated/index.ts'
import { quoteUnbalanced } from './rules/quote.unbalanced/index.ts'
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
  yearStale,
  dateInvalid,
  anniversary,
  outlineNumbering,
  textDuplicate,
  textRepeat,
  punctHalfWidth,
  punctRepeated,
  quoteUnbalanced,
]

export interface CheckOptions {
  /** an earlier report of the same body */
  last?: Report
  /** the year reported on, where it is not the report's own */
  year?: number
  /** ids of the rules to apply; all where it is left out */
  rules?: readonly string[]
}

/** Checks a report (校核). Findings come in reading order; at one place in the order of {@link RULES}. Never throws. */
export function checkReport(report: Report, options: CheckOptions = {}): Finding[] {
  const figures = new Map<number, PlacedFigure[]>()
  for (const figure of reportFigures(report)) {
    const here = figures.get(figure.paragraph)
    if (here) here.push(figure)
    else figures.set(figure.paragraph, [figure])
  }
  const paragraphs = plainParagraphs(report).map((p): CheckedParagraph => ({ ...p, figures: figures.get(p.index) ?? [] }))
  const common: Omit<RuleContext, 'finding'> = {
    report,
    paragraphs,
    year: options.year ?? report.year,
    yearIsGiven: options.year !== undefined || (report.status === 'draft' && report.year !== null),
    body: report.body,
    ...(options.last ? { last: options.last } : {}),
  }
  const wanted = options.rules
  const rules = wanted === undefined ? RULES : RULES.filter((rule) => wanted.includes(rule.id))
  return rules.flatMap((rule) => rule.check({ ...common, finding: findingOf(rule) })).sort((a, b) => byPlace(a.anchors[0], b.anchors[0]))
}

const byPlace = (a: Anchor, b: Anchor): number => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end

const findingOf =
  (rule: Rule): RuleContext['finding'] =>
  (message, [place, ...others], { suggestion, replacements, severity } = {}) => ({
    rule: rule.id,
    severity: severity ?? rule.severity,
    message,
    anchors: [anchorOf(place), ...others.map(anchorOf)],
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(replacements === undefined ? {} : { replacements }),
  })

const anchorOf = ({ in: { index, id, text }, start, end }: Place): Anchor => ({
  paragraph: index,
  paragraphId: id,
  start,
  end,
  text: text.slice(start, end),
  ...contextOf(text, start, end),
})
