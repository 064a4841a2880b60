import { headingText, plainText } from '../model/plain-text.ts'
import type { Paragraph, Report, Section } from '../model/report.ts'
import { firstSentenceLength } from '../text/sentences.ts'
import { assignGroups, type Possible } from './assign.ts'
import { likelyPairs, type Findable } from './candidates.ts'
import { isPlanSection } from './frame.ts'
import { canonical, gramsOf, overlap, type Grams } from './wording.ts'

/** A section or paragraph of this year's report beside that of last year's; one of the two may be missing. */
export interface Aligned {
  /** ids; undefined where there is no counterpart */
  this: string | undefined
  last: string | undefined
  /** does it stand in another order, or under another section, than last year? */
  moved: boolean
  /** 0 to 1; 0 without counterpart */
  score: number
}

/** The parts of two reports side by side. Each part of either stands in exactly one entry. */
export interface Alignment {
  /** in reading order of this year's report, those that only last year's has behind */
  sections: Aligned[]
  /** within the section of this year, else behind */
  paragraphs: Aligned[]
}

interface Part {
  id: string
  /** of the section that holds it */
  section: string
  level: number
  /** tasks for the time to come, or an account of the past */
  plan: boolean
  order: number
  title: Grams
  body: Grams
  length: number
}

const SECTION_THRESHOLD = 0.2
const PARAGRAPH_THRESHOLD = 0.25
/** what any two texts of public bodies share, and from where on they are surely the same part */
const above = (dice: number, floor: number, full: number): number => Math.max(0, Math.min(1, (dice - floor) / (full - floor)))

/**
 * Aligns sections (by heading and content, whatever their order and names) and paragraphs (by lead sentence and content, better inside
 * aligned sections). The best assignment of the whole, not a greedy walk, so that a moved part finds its own.
 */
export function alignReports(thisReport: Report, lastReport: Report): Alignment {
  const [here, there] = [partsOf(thisReport), partsOf(lastReport)]
  const sections = match(here.sections, there.sections, SECTION_THRESHOLD, (a, b) => {
    // text outside the headings stands beside its like, tasks beside tasks
    if ((a.level === 0) !== (b.level === 0) || a.plan !== b.plan) return 0
    const heading = above(overlap(a.title, b.title).dice, 0.05, 0.5)
    const content = above(overlap(a.body, b.body).dice, 0.12, 0.4)
    return (a.length === 0 || b.length === 0 || a.level === 0 ? Math.max(heading, a.level === 0 ? 0.3 + 0.7 * content : 0) : 0.45 * heading + 0.55 * content) * (a.level === b.level ? 1 : 0.85)
  })
  const sectionOf = new Map(sections.flatMap(([a, b]) => [[a.id, b.id] as const]))
  const paragraphs = match(here.paragraphs, there.paragraphs, PARAGRAPH_THRESHOLD, (a, b) => {
    const lead = above(overlap(a.title, b.title).dice, 0.06, 0.6)
    const content = above(overlap(a.body, b.body).dice, 0.08, 0.4)
    return (0.3 * lead + 0.6 * content + (sectionOf.get(a.section) === b.section ? 0.1 : 0)) * (a.plan === b.plan ? 1 : 0.6)
  })
  return {
    sections: listed(here.sections, there.sections, sections, () => false),
    paragraphs: listed(here.paragraphs, there.paragraphs, paragraphs, (a, b) => sectionOf.get(a.section) !== b.section),
  }
}

function partsOf(report: Report): { sections: Part[]; paragraphs: Part[] } {
  const sections: Part[] = []
  const paragraphs: Part[] = []
  const visit = (section: Section, above: readonly string[]): void => {
    const text = textOf(section)
    const path = [...above, headingText(section)]
    const plan = isPlanSection(path, report.year)
    sections.push({ id: section.id, section: section.id, level: section.level, plan, order: sections.length, title: gramsOf(canonical(headingText(section))), body: gramsOf(text), length: text.length })
    for (const paragraph of section.paragraphs) paragraphs.push(partOf(paragraph, section.id, plan, paragraphs.length))
    for (const child of section.sections) visit(child, path)
  }
  for (const section of report.sections) visit(section, [])
  return { sections, paragraphs }
}

function partOf({ id, content }: Paragraph, section: string, plan: boolean, order: number): Part {
  const text = plainText(content)
  return { id, section, level: 0, plan, order, title: gramsOf(text.slice(0, Math.min(firstSentenceLength(text), 40))), body: gramsOf(text), length: text.length }
}

const textOf = (section: Section): string => [...section.paragraphs.map(({ content }) => plainText(content)), ...section.sections.map(textOf)].join('\n')

/** all pairs of so many parts are weighed; of more, those that share rare words */
const FEW = 60
/** the rarest codes of a part by which it is found */
const RAREST = 40

/** The best assignment above a threshold; of equals the nearer in order. */
function match(here: readonly Part[], there: readonly Part[], threshold: number, score: (a: Part, b: Part) => number): [Part, Part, number][] {
  const size = Math.max(here.length, there.length, 1)
  const edges: (Possible & { score: number })[] = []
  for (const [i, j] of here.length * there.length <= FEW * FEW ? everyPair(here.length, there.length) : likelyPairs(...findable(here, there, size))) {
    const [a, b] = [here[i], there[j]]
    const s = a && b ? score(a, b) : 0
    if (s >= threshold) edges.push({ i, j, score: s, gain: Math.max(1e-6, s - threshold + 0.02 - 0.001 * Math.abs(i / size - j / size)) })
  }
  return assignGroups(edges)
    .sort((p, q) => p.i - q.i)
    .flatMap(({ i, j, score: s }) => {
      const [a, b] = [here[i], there[j]]
      return a && b ? [[a, b, Math.min(1, s)] as [Part, Part, number]] : []
    })
}

function* everyPair(rows: number, columns: number): Generator<[number, number]> {
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) yield [i, j]
}

/** Parts by the rarest of their words. */
function findable(here: readonly Part[], there: readonly Part[], size: number): [Findable[], Findable[]] {
  const often = new Map<number, number>()
  for (const part of [...here, ...there]) for (const code of part.body.codes) often.set(code, (often.get(code) ?? 0) + 1)
  const of = (part: Part): Findable => ({
    codes: [...part.body.codes, ...part.title.codes].filter((code) => code >= 65536).sort((p, q) => (often.get(p) ?? 0) - (often.get(q) ?? 0) || p - q).slice(0, RAREST),
    bucket: 0,
    position: part.order / size,
    tie: part.order / size,
  })
  return [here.map(of), there.map(of)]
}

function listed(here: readonly Part[], there: readonly Part[], pairs: readonly [Part, Part, number][], elsewhere: (a: Part, b: Part) => boolean): Aligned[] {
  // what went elsewhere has moved; of the rest, what is out of order
  const stayed = pairs.filter(([a, b]) => !elsewhere(a, b))
  const inOrder = longestIncreasing(stayed.map(([, b]) => b.order))
  const kept = new Set(stayed.filter((_, k) => inOrder.has(k)).map(([a]) => a.id))
  const byThis = new Map(pairs.map((pair) => [pair[0].id, pair]))
  const taken = new Set(pairs.map(([, b]) => b.id))
  return [
    ...here.map((a): Aligned => {
      const found = byThis.get(a.id)
      if (!found) return { this: a.id, last: undefined, moved: false, score: 0 }
      const [, b, score] = found
      return { this: a.id, last: b.id, moved: !kept.has(a.id), score: Math.round(score * 1000) / 1000 }
    }),
    ...there.filter(({ id }) => !taken.has(id)).map((b): Aligned => ({ this: undefined, last: b.id, moved: false, score: 0 })),
  ]
}

/** The places of a longest increasing run of numbers: what kept its order. By piles, n log n. */
function longestIncreasing(numbers: readonly number[]): Set<number> {
  /** for each length the place of the smallest number that ends a run so long */
  const piles: number[] = []
  const before: number[] = []
  numbers.forEach((n, k) => {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[piles[middle] ?? 0] ?? 0) < n) low = middle + 1
      else high = middle
    }
    before[k] = low > 0 ? (piles[low - 1] ?? -1) : -1
    piles[low] = k
  })
  const kept = new Set<number>()
  for (let k = piles.at(-1) ?? -1; k >= 0; k = before[k] ?? -1) kept.add(k)
  return kept
}
