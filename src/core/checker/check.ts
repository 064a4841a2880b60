import { compareReports } from '../compare/compare.ts'
import type { Comparison } from '../compare/pair.ts'
import { buildSeries, type SeriesTable } from '../compare/series.ts'
import { contentFigures } from '../figures/content-figures.ts'
import type { Figure } from '../figures/figure.ts'
import { recognizeFigures } from '../figures/recognize.ts'
import { contextOf, plainParagraphs, type PlainParagraph } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import type { Anchor, Finding } from './finding.ts'
import type { CheckedParagraph, Earlier, Frame, MakeFinding, Memory, Place, Read, ReportRule, Rule } from './rule.ts'
import { RULES } from './rules.ts'
import { DEFAULT_SETTINGS, type CheckSettings } from './settings.ts'
import { watched, type Looked } from './watched.ts'

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

/** What is remembered of a paragraph as long as it stands in the report. */
interface Known {
  /** equal for paragraphs of which every rule says the same, and where it is remembered */
  key: string
  shelf: Shelf
  /** where it stands; the same object from check to check */
  paragraph: CheckedParagraph
  /** what all paragraph rules find */
  findings: readonly Finding[]
  /** of each report rule, in their order */
  reads: readonly (Read<unknown> | undefined)[]
  /** the check in which it stood last */
  seen: number
  /** of paragraphs that are the same the one that stands before it, and behind it */
  before: Known | undefined
  behind: Known | undefined
}

/** What is remembered of the paragraphs of one role under the same headings, by their keys. */
interface Shelf {
  above: string
  role: PlainParagraph['role']
  level: number
  path: readonly string[]
  known: Map<string, Known>
}

/** What a report rule found, which stands as long as all that it looked at. */
interface Said {
  /** what it read, in reading order */
  all: readonly Read<unknown>[]
  found: readonly Finding[]
  /** did it look at more than what it read? Then changes of headings may matter to it, or every change. */
  looked: Looked
}

/** A check that was made. */
interface Before {
  /** of each paragraph */
  memory: readonly Known[]
  last: Report | undefined
  /** of each report rule, in their order */
  said: readonly Said[]
}

/** The rules that apply, with what they rest on. */
interface Premises {
  frame: Frame
  settings: CheckSettings
  rules: readonly Rule[]
}

/**
 * Checks the states of a report one after another, as an editor types it. A paragraph is read again only where it, its headings or what is
 * known of the whole report changed, and a report rule is asked again only where something that it looked at did; the findings are those of
 * {@link checkReport}.
 */
export class Checker {
  private shelves = new Map<string, Shelf>()
  private checks = 0
  private premises = ''
  /** the last check, under the same premises */
  private before: Before | undefined
  private readonly memory: Memory = new Map()

  check(report: Report, options: CheckOptions = {}): Finding[] {
    const { settings = DEFAULT_SETTINGS, rules: wanted } = options
    const frame = frameOf(report, options)
    const off = new Set([...settings.off, ...(report.checking?.off ?? [])])
    const rules = RULES.filter(({ id }) => (wanted === undefined ? !off.has(id) : wanted.includes(id)))
    const premises = JSON.stringify([frame, settings.severities, rules.map(({ id }) => id)])
    if (premises !== this.premises) {
      this.shelves.clear()
      this.before = undefined
      this.memory.clear()
    }
    this.premises = premises

    const applied: Premises = { frame, settings, rules }
    const { before } = this
    const { paragraphs, memory, found, changed } = this.read(report, applied, before?.memory ?? [])
    const placed = before && before.memory.length === memory.length ? changed : undefined
    this.forget(before, placed)
    const comparable = before && before.last === options.last ? before : undefined
    const said = ask(report, applied, { paragraphs, memory, changed: placed ?? 'all', kept: this.memory }, comparable, earlierOf(report, options))
    this.before = { memory, last: options.last, said }
    for (const { found: own } of said) found.push(...own)
    return inOrder(found, rules)
  }

  /**
   * Reads what is not remembered: all paragraphs with what is known of them, what the paragraph rules find, and the places at which another paragraph
   * stands than in `last`.
   */
  private read(report: Report, premises: Premises, last: readonly Known[]): { paragraphs: CheckedParagraph[]; memory: Known[]; found: Finding[]; changed: number[] } {
    const now = ++this.checks
    const reader = readerOf(premises)
    const paragraphs: CheckedParagraph[] = []
    const memory: Known[] = []
    const changed: number[] = []
    /** what is not known yet */
    const fresh: Known[] = []
    let shelf: Shelf | undefined
    for (const plain of plainParagraphs(report)) {
      // nearly all paragraphs stand where they stood before
      const place = memory.length
      const there = last[place]
      // the paragraphs of one section have one path
      if (!shelf || plain.path !== shelf.path || plain.role !== shelf.role) shelf = this.shelfOf(plain, there?.shelf)
      const key = keyOf(plain)
      let same: Known | undefined
      let known = there && there.shelf === shelf && !there.before && there.key === key ? there : shelf.known.get(key)
      while (known?.seen === now) [same, known] = [known, known.behind]
      if (known) {
        const { paragraph, findings } = known
        const moved = paragraph.index !== plain.index || paragraph.id !== plain.id
        if (moved || known !== there) changed.push(place)
        if (moved || paragraph.section !== plain.section || paragraph.paragraph !== plain.paragraph) Object.assign(paragraph, plain)
        if (moved && findings.length > 0) known.findings = findings.map((finding) => movedTo(finding, paragraph))
      } else {
        const paragraph: CheckedParagraph = { ...plain, figures: same?.paragraph.figures ?? figuresOf(plain) }
        known = { key, shelf, paragraph, seen: now, before: same, behind: undefined, findings: [], reads: [] }
        fresh.push(known)
        if (same) same.behind = known
        else shelf.known.set(key, known)
        changed.push(place)
      }
      known.seen = now
      memory.push(known)
      paragraphs.push(known.paragraph)
    }
    reader(fresh.filter(({ before }) => !before))
    // what stands before a paragraph that is the same was read by now
    for (const known of fresh) if (known.before) Object.assign(known, repeated(known.before, known.paragraph))
    const found: Finding[] = []
    for (const { findings } of memory) if (findings.length > 0) found.push(...findings)
    return { paragraphs, memory, found, changed }
  }

  /** The shelf of a paragraph, which mostly is the one that `there` stood on. */
  private shelfOf(plain: PlainParagraph, there: Shelf | undefined): Shelf {
    const { path, role, section: { level = 0 } = {} } = plain
    if (there && there.role === role && there.level === level && isSame(there.path, path) && this.shelves.get(there.above) === there) {
      there.path = path
      return there
    }
    const above = aboveOf(plain)
    const shelf = this.shelves.get(above) ?? { above, role, level, path, known: new Map<string, Known>() }
    shelf.path = path
    this.shelves.set(above, shelf)
    return shelf
  }

  /** What stands nowhere any more is forgotten at once, so that nothing grows with the hours of typing. */
  private forget(before: Before | undefined, changed: readonly number[] | undefined): void {
    for (const known of changed?.map((i) => before?.memory[i]) ?? before?.memory ?? []) {
      if (!known || known.seen === this.checks) continue
      const { key, shelf } = known
      if (known.before) known.before.behind = undefined
      else if (shelf.known.get(key) === known) shelf.known.delete(key)
      if (shelf.known.size === 0 && this.shelves.get(shelf.above) === shelf) this.shelves.delete(shelf.above)
    }
  }
}

/**
 * Applies the paragraph rules to paragraphs, and reads them for the report rules. One rule after another, each over all of them: what a rule looks things up in
 * stays in the processor's cache, which makes the first check of a report a third quicker than paragraph by paragraph.
 */
function readerOf({ frame, settings, rules }: Premises): (fresh: readonly Known[]) => void {
  return (fresh) => {
    if (fresh.length === 0) return
    const findings = fresh.map((): Finding[] => [])
    const reads = fresh.map((): (Read<unknown> | undefined)[] => [])
    for (const rule of rules) {
      if (rule.scope === 'paragraph') {
        // one context a rule, in which the paragraph changes: thousands of copies of the frame would be most of the engine's own work
        const context = { ...frame, paragraph: NO_PARAGRAPH, finding: findingOf(rule, settings) }
        fresh.forEach(({ paragraph }, i) => {
          context.paragraph = paragraph
          const said = rule.check(context)
          if (said.length > 0) findings[i]?.push(...said)
        })
      } else fresh.forEach(({ paragraph }, i) => reads[i]?.push(readOf(paragraph, rule.read?.(paragraph, frame))))
    }
    fresh.forEach((known, i) => Object.assign(known, { findings: findings[i] ?? [], reads: reads[i] ?? [] }))
  }
}

const reportRulesOf = (rules: readonly Rule[]): ReportRule[] => rules.flatMap((rule) => (rule.scope === 'paragraph' ? [] : [rule]))

const readOf = (paragraph: CheckedParagraph, it: unknown): Read<unknown> | undefined => (it === undefined ? undefined : { in: paragraph, it })

/** What is known of a paragraph that is the same as another one. */
const repeated = ({ findings, reads }: Known, paragraph: CheckedParagraph): Pick<Known, 'findings' | 'reads'> => ({
  findings: findings.map((finding) => movedTo(finding, paragraph)),
  reads: reads.map((read) => readOf(paragraph, read?.it)),
})

/** Asks the report rules, but for those to which nothing has changed since `before`. */
function ask(
  report: Report,
  { frame, settings, rules }: Premises,
  { paragraphs, memory, changed, kept }: { paragraphs: readonly CheckedParagraph[]; memory: readonly Known[]; changed: readonly number[] | 'all'; kept: Memory },
  before: Before | undefined,
  earlier: Earlier | undefined,
): Said[] {
  const isRetitled = changed === 'all' || changed.some((i) => [before?.memory[i], memory[i]].some((known) => known?.paragraph.role !== 'paragraph'))
  const { context, look } = watched({ frame, report, paragraphs, earlier, memory: kept })
  return reportRulesOf(rules).map((rule, r): Said => {
    const last = before?.said[r]
    const same = changed !== 'all' && changed.every((i) => !before?.memory[i]?.reads[r] && !memory[i]?.reads[r])
    if (last && same && (last.looked === 'no further' || (last.looked === 'at headings' && !isRetitled))) return last
    const all = last && same ? last.all : (last && changed !== 'all' && before && readsSince(last.all, before.memory, memory, changed, r)) || readsOf(memory, r)
    return { all, ...look(findingOf(rule, settings), () => rule.check(context, all)) }
  })
}

const NO_PARAGRAPH: CheckedParagraph = { index: -1, id: '', role: 'paragraph', text: '', path: [], figures: [] }

const frameOf = (report: Report, { year, settings = DEFAULT_SETTINGS }: CheckOptions): Frame => ({
  year: year ?? report.year,
  yearIsGiven: year !== undefined || (report.status === 'draft' && report.year !== null),
  body: report.body,
  status: report.status,
  origin: report.origin,
  date: report.date,
  terms: settings.terms,
})

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((line, i) => line === b[i])

const aboveOf = ({ role, path, section }: PlainParagraph): string => `${role}${section?.level ?? ''}${path.join('\n')}`

/** Equal for paragraphs of which, under the same headings, every rule says the same: their text and all that marks, slots and decisions say. */
function keyOf({ text, paragraph }: PlainParagraph): string {
  const content = paragraph?.content ?? []
  const [only] = content
  if (content.length === 0 || (content.length === 1 && only?.type === 'text' && !only.marks && only.review === undefined)) return text
  // no text that was typed has this character
  let key = `${text}\u0000`
  for (const node of content) {
    // of plain words only where they end and how they are marked, since they are in the text
    if (node.type === 'text') key += `\t${node.text.length}${node.marks ? node.marks.join() : ''}${node.review ?? ''}`
    else key += `\t${JSON.stringify(node)}`
  }
  return key
}

const figuresOf = ({ paragraph, section, text }: PlainParagraph): readonly Figure[] =>
  paragraph ? contentFigures(paragraph.content, { heading: section?.heading ?? '' }) : recognizeFigures(text)

/** A finding of a paragraph that now stands elsewhere. */
function movedTo(finding: Finding, { index, id }: CheckedParagraph): Finding {
  const [first, ...others] = finding.anchors
  if (first.paragraph === index && first.paragraphId === id) return finding
  const move = (anchor: Anchor): Anchor => ({ ...anchor, paragraph: index, paragraphId: id })
  return { ...finding, anchors: [move(first), ...others.map(move)] }
}

/** What one of the report rules reads now, made of what it read `before`; undefined where a paragraph that stood at a changed place stands elsewhere now. */
function readsSince(all: readonly Read<unknown>[], before: readonly Known[], memory: readonly Known[], changed: readonly number[], r: number): Read<unknown>[] | undefined {
  const out = [...all]
  // from the end, so that places before it stay
  for (const at of changed.toReversed()) {
    const [old, now] = [before[at], memory[at]]
    if (!old || !now || (old !== now && old.seen >= now.seen)) return undefined
    const [gone, fresh] = [old.reads[r], now.reads[r]]
    if (!gone && !fresh) continue
    let [low, high] = [0, out.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((out[middle]?.in.index ?? 0) < at) low = middle + 1
      else high = middle
    }
    if (gone && out[low] !== gone) return undefined
    out.splice(low, gone ? 1 : 0, ...(fresh ? [fresh] : []))
  }
  return out
}

/** What one of the report rules read, in reading order. */
function readsOf(memory: readonly Known[], r: number): Read<unknown>[] {
  const all: Read<unknown>[] = []
  for (const { reads } of memory) {
    const read = reads[r]
    if (read) all.push(read)
  }
  return all
}

/** The earlier reports, worked out once for all rules. */
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

/** By place, at one place in the order of the rules. */
function inOrder(findings: Finding[], rules: readonly Rule[]): Finding[] {
  const rank = new Map(rules.map(({ id }, i) => [id, i]))
  return findings.sort(({ rule: r, anchors: [a] }, { rule: s, anchors: [b] }) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end || (rank.get(r) ?? 0) - (rank.get(s) ?? 0))
}

const findingOf =
  (rule: Rule, { severities }: CheckSettings): MakeFinding =>
  (message, [place, ...others], { suggestion, replacements, severity } = {}) => ({
    rule: rule.id,
    severity: severities[rule.id] ?? severity ?? rule.severity,
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
