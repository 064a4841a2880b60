import type { Comparison } from '../compare/pair.ts'
import type { SeriesTable } from '../compare/series.ts'
import type { Figure } from '../figures/figure.ts'
import type { PlainParagraph } from '../model/plain-text.ts'
import type { Origin, Report } from '../model/report.ts'
import type { Finding, Severity } from './finding.ts'
import type { Term } from './settings.ts'

/** A plain paragraph with the figures that stand in it, in reading order. */
export interface CheckedParagraph extends PlainParagraph {
  figures: readonly Figure[]
}

/** A paragraph without its place in the report: what is read of it holds wherever it stands. */
export type ReadParagraph = Pick<CheckedParagraph, 'role' | 'text' | 'path' | 'paragraph' | 'figures'>

/** A half-open range of UTF-16 units in a plain paragraph. */
export interface Place {
  in: CheckedParagraph
  start: number
  end: number
}

/** What is known of the whole report while one paragraph is read. */
export interface Frame {
  /** the year reported on; null where it is unknown */
  year: number | null
  /** did a person say which year it is? (In a draft, or as an option; otherwise it was read from the text under check.) */
  yearIsGiven: boolean
  /** the body that reports; empty where it is unknown */
  body: string
  status: Report['status']
  origin: Origin
  /** the date of delivery or publication, as the source writes it */
  date: string
  /** the editor's own word list */
  terms: readonly Term[]
}

/**
 * Makes a finding of the rule. The first place is the one to go to, the others are what it was computed from; `suggestion` is text in
 * place of the first; `severity` only where it differs from the rule's own.
 */
export type MakeFinding = (message: string, places: readonly [Place, ...Place[]], options?: { suggestion?: string; replacements?: readonly string[]; severity?: Severity }) => Finding

/** What a paragraph rule looks at: one paragraph, title lines and headings included. Nothing else may matter to it. */
export interface ParagraphContext extends Frame {
  paragraph: CheckedParagraph
  finding: MakeFinding
}

/** The body's earlier reports. Worked out when first asked for. */
export interface Earlier {
  /** the report to compare with */
  readonly last: Report
  readonly comparison: Comparison
  /** of this report and all earlier ones */
  readonly series: SeriesTable
}

/** What rules keep from check to check of one report, each under an object of its own. It may make a check quicker, never change what it finds. */
export type Memory = Map<object, unknown>

/** A section by its heading alone. */
export interface Outline {
  readonly level: number
  readonly number: string
  readonly heading: string
  readonly sections: readonly Outline[]
}

/**
 * What a report rule may look at. A rule that did not look at `report`, `paragraphs` or what is worked out of the earlier reports is not asked
 * again while what it read stays the same, and one that looked at `outline` or `lines` only when these changed too: ask for no more than is needed.
 */
export interface ReportContext extends Frame {
  readonly report: Report
  /** the report's sections by their headings */
  readonly outline: readonly Outline[]
  /** title lines and headings in reading order; the `section` of a heading is the one in `outline` */
  readonly lines: readonly CheckedParagraph[]
  /** title lines, headings and paragraphs in reading order, each at its own `index` */
  readonly paragraphs: readonly CheckedParagraph[]
  readonly earlier: Earlier | undefined
  readonly memory: Memory
  finding: MakeFinding
}

/** What a rule read of a paragraph. */
export interface Read<Reading> {
  in: CheckedParagraph
  it: Reading
}

/** What a rule rests on: a clause of a standard, or sound practice with its reason. */
export type Basis = { on: 'standard'; clause: string } | { on: 'practice'; why: string }

interface RuleHead {
  /** stable: users switch rules off by it */
  id: string
  /** what it is called in a list of rules, in Chinese */
  title: string
  severity: Severity
  basis: Basis
  /** do its suggestions leave the sense as it is, so that all of them can be taken at once? */
  mechanical?: boolean
}

/** A rule that looks at one paragraph at a time, and again only when its text changes. */
export interface ParagraphRule extends RuleHead {
  scope: 'paragraph'
  check(context: ParagraphContext): Finding[]
}

/**
 * A rule that looks at the whole report: what this says in several places, or (`earlier`) what it says beside earlier reports. What it
 * `read`s of a paragraph (undefined: nothing) is remembered while the paragraph's text stays the same; `check` gets what was read, in
 * reading order, and is quick, since it runs at every keystroke that changes what was read.
 */
export interface ReportRule<Reading = unknown> extends RuleHead {
  scope: 'report' | 'earlier'
  read?(paragraph: ReadParagraph, frame: Frame): Reading | undefined
  check(context: ReportContext, all: readonly Read<Reading>[]): Finding[]
}

/** A check (校核规则). */
export type Rule = ParagraphRule | ReportRule

/** Names a paragraph rule; `defaults` are the numbers that it decides by. Rules read their context and change nothing. */
export function defineParagraphRule<Options extends object>(
  rule: RuleHead & { defaults: Options; check(context: ParagraphContext, options: Options): Finding[] },
): ParagraphRule {
  const { defaults, check, ...head } = rule
  return { ...head, scope: 'paragraph', check: (context) => check(context, defaults) }
}

/** Names a report rule. */
export function defineReportRule<Options extends object, Reading = never>(
  rule: RuleHead & {
    scope: 'report' | 'earlier'
    defaults: Options
    read?: (paragraph: ReadParagraph, frame: Frame, options: Options) => Reading | undefined
    check(context: ReportContext, all: readonly Read<Reading>[], options: Options): Finding[]
  },
): ReportRule<Reading> {
  const { defaults, read, check, ...head } = rule
  return { ...head, ...(read ? { read: (paragraph, frame) => read(paragraph, frame, defaults) } : {}), check: (context, all) => check(context, all, defaults) }
}
