import { compareReports } from '../compare/compare.ts'
import type { Comparison } from '../compare/pair.ts'
import { buildSeries, type SeriesTable } from '../compare/series.ts'
import { contentFigures } from '../figures/content-figures.ts'
import type { Figure } from '../figures/figure.ts'
import { recognizeFigures } from '../figures/recognize.ts'
import { contextOf, plainParagraphs, type PlainParagraph } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import type { Anchor, Finding } from './finding.ts'
import type { CheckedParagraph, Earlier, Frame, MakeFinding, ParagraphRule, Place, ReportRule, Rule } from './rule.ts'
import { RULES } from './rules.ts'
import { DEFAULT_SETTINGS, type CheckSettings } from './settings.ts'

export interface CheckOptions {
  /** an earlier report of the same body to compare with */
  last?: Report
  /** the pairs with that report, where they are at hand; a getter is asked when a rule first wants them */
  comparison?: Comparison
  /** the body's other reports, for series over the years; by default the one to compare with */
  others?: readonly Report[]
  /** the series of all of them, where they are at hand; a getter likewise */
  series?: SeriesTable
  /** the year reported on, where it is not the report's own */
  year?: number
  /** ids of the rules to apply; all where it is left out */
  rules?: readonly string[]
  /** what the editor set for all reports */
  settings?: CheckSettings
}

/**
 * Checks a report (校核). Findings come in reading order; at one place in the order of {@link RULES}. Rules that the report or the settings switch
 * off are not applied; findings that the editor dismissed are among the result (see dismissal.ts). Never throws.
 */
export const checkReport = (report: Report, options: CheckOptions = {}): Finding[] => new Checker().check(report, options)

/** What is remembered of a paragraph while it stays the same. */
interface Known {
  figures: readonly Figure[]
  /** by rule, as they came at the paragraph's first place */
  findings: Map<ParagraphRule, readonly Finding[]>
  readings: Map<ReportRule, unknown>
}

/**
 * Checks the states of a report one after another, as an editor types it. A paragraph is read again only where it, its headings or what is
 * known of the whole report changed; the findings are those of {@link checkReport}.
 */
export class Checker {
  private known = new Map<string, Known>()
  private frame = ''

  check(report: Report, options: CheckOptions = {}): Finding[] {
    const { settings = DEFAULT_SETTINGS, rules: wanted } = options
    const frame = frameOf(report, options)
    const frameKey = JSON.stringify([frame, settings.severities])
    if (frameKey !== this.frame) this.known = new Map()
    this.frame = frameKey
    const off = new Set([...settings.off, ...(report.checking?.off ?? [])])
    const rules = RULES.filter(({ id }) => (wanted === undefined ? !off.has(id) : wanted.includes(id)))

    const kept = new Map<string, Known>()
    const paragraphs: CheckedParagraph[] = []
    const memory: Known[] = []
    for (const plain of plainParagraphs(report)) {
      const key = keyOf(plain)
      const known = kept.get(key) ?? this.known.get(key) ?? { figures: figuresOf(plain), findings: new Map<ParagraphRule, readonly Finding[]>(), readings: new Map<ReportRule, unknown>() }
      kept.set(key, known)
      memory.push(known)
      paragraphs.push({ ...plain, figures: known.figures })
    }
    // what stands nowhere any more is forgotten: the memory is never larger than the report
    this.known = kept

    const earlier = earlierOf(report, options)
    const found = rules.flatMap((rule) => {
      const finding = findingOf(rule, settings.severities[rule.id])
      if (rule.scope === 'paragraph') return paragraphs.flatMap((paragraph, i) => inParagraph(rule, paragraph, memory[i], { ...frame, paragraph, finding }))
      const readings = rule.read ? paragraphs.map((paragraph, i) => readingOf(rule, paragraph, memory[i], frame)) : []
      return rule.check({ ...frame, report, paragraphs, ...(earlier ? { earlier } : {}), finding }, readings)
    })
    return found.sort((a, b) => byPlace(a.anchors[0], b.anchors[0]))
  }
}

const frameOf = (report: Report, { year, settings = DEFAULT_SETTINGS }: CheckOptions): Frame => ({
  year: year ?? report.year,
  yearIsGiven: year !== undefined || (report.status === 'draft' && report.year !== null),
  body: report.body,
  status: report.status,
  origin: report.origin,
  date: report.date,
  terms: settings.terms,
})

/** Equal for paragraphs of which every rule says the same: heading and text, and all that marks, slots and decisions say. */
function keyOf({ role, path, text, paragraph }: PlainParagraph): string {
  const content = paragraph?.content ?? []
  const plain = content.length === 0 || (content.length === 1 && content[0]?.type === 'text' && Object.keys(content[0]).length === 2)
  return `${role}\n${path.join('\n')}\n\n${text}${plain ? '' : `\n\n${JSON.stringify(content)}`}`
}

const figuresOf = ({ paragraph, section, text }: PlainParagraph): readonly Figure[] =>
  paragraph ? contentFigures(paragraph.content, { heading: section?.heading ?? '' }) : recognizeFigures(text)

function inParagraph(rule: ParagraphRule, paragraph: CheckedParagraph, known: Known | undefined, context: Parameters<ParagraphRule['check']>[0]): readonly Finding[] {
  const before = known?.findings.get(rule)
  if (before === undefined) {
    const found = rule.check(context)
    known?.findings.set(rule, found)
    return found
  }
  return before.length === 0 || before[0]?.anchors[0].paragraphId === paragraph.id && before[0].anchors[0].paragraph === paragraph.index ? before : before.map((finding) => movedTo(finding, paragraph))
}

const movedTo = (finding: Finding, { index, id }: CheckedParagraph): Finding => {
  const [first, ...others] = finding.anchors
  const move = (anchor: Anchor): Anchor => ({ ...anchor, paragraph: index, paragraphId: id })
  return { ...finding, anchors: [move(first), ...others.map(move)] }
}

function readingOf(rule: ReportRule, paragraph: CheckedParagraph, known: Known | undefined, frame: Frame): unknown {
  if (known?.readings.has(rule)) return known.readings.get(rule)
  const reading = rule.read?.(paragraph, frame)
  known?.readings.set(rule, reading)
  return reading
}

function earlierOf(report: Report, options: CheckOptions): Earlier | undefined {
  const { last, others } = options
  if (!last) return undefined
  let pairs: Comparison | undefined
  let table: SeriesTable | undefined
  return {
    last,
    get comparison() {
      return (pairs ??= options.comparison ?? compareReports(report, last))
    },
    get series() {
      return (table ??= options.series ?? buildSeries([report, ...(others ?? [last])]))
    },
  }
}

const byPlace = (a: Anchor, b: Anchor): number => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end

const findingOf =
  (rule: Rule, set: Finding['severity'] | undefined): MakeFinding =>
  (message, [place, ...others], { suggestion, replacements, severity } = {}) => ({
    rule: rule.id,
    severity: set ?? severity ?? rule.severity,
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
