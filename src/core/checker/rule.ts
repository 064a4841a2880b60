import type { PlacedFigure } from '../figures/figure.ts'
import type { PlainParagraph } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import type { Finding, Severity } from './finding.ts'

/** A plain paragraph with the figures that stand in it, in reading order. */
export interface CheckedParagraph extends PlainParagraph {
  figures: readonly PlacedFigure[]
}

/** A half-open range of UTF-16 units in a plain paragraph. */
export interface Place {
  in: CheckedParagraph
  start: number
  end: number
}

/** What a rule looks at. Rules read it and change nothing. */
export interface RuleContext {
  report: Report
  /** title lines, headings and paragraphs in reading order */
  paragraphs: readonly CheckedParagraph[]
  /** the year reported on; null where it is unknown */
  year: number | null
  /** did a person say which year it is? (In a draft, or as an option; otherwise it was read from the text under check.) */
  yearIsGiven: boolean
  /** the body that reports; empty where it is unknown */
  body: string
  /** an earlier report of the same body, where there is one */
  last?: Report
  /**
   * Makes a finding of the rule. The first place is the one to go to, the others are what it was computed from; `suggestion` is text in
   * place of the first; `severity` only where it differs from the rule's own.
   */
  finding(message: string, places: readonly [Place, ...Place[]], options?: { suggestion?: string; replacements?: readonly string[]; severity?: Severity }): Finding
}

/** What a rule rests on: a clause of a standard, or sound practice with its reason. */
export type Basis = { on: 'standard'; clause: string } | { on: 'practice'; why: string }

/** A check (校核规则). Its id is stable: users switch rules off by it. */
export interface Rule {
  id: string
  /** what it is called in a list of rules, in Chinese */
  title: string
  severity: Severity
  /** what a change of one paragraph can change: its own findings, those of the report, or those against an earlier report */
  scope: 'paragraph' | 'report' | 'earlier'
  basis: Basis
  /** do its suggestions leave the sense as it is, so that all of them can be taken at once? */
  mechanical?: boolean
  check(context: RuleContext): Finding[]
}

/** Names a rule; `defaults` are the numbers that it decides by. */
export function defineRule<Options extends object>(
  rule: Omit<Rule, 'check'> & { defaults: Options; check(context: RuleContext, options: Options): Finding[] },
): Rule {
  const { defaults, check, ...rest } = rule
  return { ...rest, check: (context) => check(context, defaults) }
}
