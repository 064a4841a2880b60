import { inlineText, type Counterpart, type Match } from '../model/inline.ts'
import type { PlacedFigure } from '../figures/figure.ts'
import type { Report } from '../model/report.ts'
import { allParagraphs } from '../model/tree.ts'
import type { Features } from './features.ts'
import { lessonKey, NO_LESSONS, type Fixed, type Lessons } from './pairing.ts'
import { storedWordingKey, wordingKey } from './similarity.ts'
import { canonical, gramsOf } from './wording.ts'

/** How a figure is found again in its report later. */
export const counterpartOf = ({ paragraphId, text, indicator, before, after }: PlacedFigure): Counterpart => ({ paragraphId, text, indicator, before, after })

/** besides paragraph and surface, so much of the surroundings must agree where the indicator does not */
const LEAST_CONTEXT = 10

/**
 * The place in the list of the figure that a decision meant: the one whose paragraph, surface, indicator and surroundings agree best.
 * Undefined where too little of it is left; then the decision rests until its figure is there again.
 */
export function findCounterpart(list: readonly Features[], { paragraphId, text, indicator, before, after }: Counterpart): number | undefined {
  let best: number | undefined
  let most = 0
  list.forEach(({ figure, words }, i) => {
    const context = common(reversed(figure.before), reversed(before)) + common(figure.after, after)
    const agrees = (figure.paragraphId === paragraphId ? 3 : 0) + (figure.text === text ? 3 : 0) + (figure.indicator === indicator ? 2 : 0) + context / 4
    // a corrected number in its place, or the same number in a moved paragraph; not a neighbour that merely has the same number
    if (agrees >= 6 && agrees > most && (context >= LEAST_CONTEXT || sameWords(words, canonical(indicator)))) [best, most] = [i, agrees]
  })
  return best
}

/** Is one the other with more words around it? */
const sameWords = (a: string, b: string): boolean => a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a))

const reversed = (text: string): string => [...text].reverse().join('')
function common(a: string, b: string): number {
  let n = 0
  while (n < Math.min(a.length, b.length) && a.charAt(n) === b.charAt(n)) n++
  return n
}

interface Said {
  paragraphId: string
  start: number
  end: number
  matches: readonly Match[]
}
const saidIn = new WeakMap<Report, readonly Said[]>()

/** What the editor said of figures of a report, with its places. */
function wordsIn(report: Report): readonly Said[] {
  const known = saidIn.get(report)
  if (known) return known
  const out: Said[] = []
  for (const { id, content } of allParagraphs(report)) {
    let at = 0
    for (const node of content) {
      const start = at
      at += inlineText(node).length
      if (node.type === 'figure' && node.matches) out.push({ paragraphId: id, start, end: at, matches: node.matches })
    }
  }
  saidIn.set(report, out)
  return out
}

/** What the editor said of figures of this report, each with the place of its figure in the list of features. */
function decided(report: Report, list: readonly Features[]): { i: number; matches: readonly Match[] }[] {
  const out: { i: number; matches: readonly Match[] }[] = []
  for (const { paragraphId, start, end, matches } of wordsIn(report)) {
    const i = list.findIndex(({ figure }) => figure.paragraphId === paragraphId && figure.start < end && start < figure.end)
    if (i >= 0 && !out.some((other) => other.i === i)) out.push({ i, matches })
  }
  return out
}

/** Did the editor say anything of pairs of this report's figures? */
export const hasWords = (report: Report): boolean => wordsIn(report).length > 0

/**
 * The editor's decisions on two reports. What this report keeps comes first, of each figure the later word; what the other one keeps counts
 * where this one says nothing of either figure.
 */
export function decisionsOn(thisReport: Report, lastReport: Report, here: readonly Features[], there: readonly Features[]): Fixed {
  const made = new Map<number, number>()
  const broken = new Set<number>()
  const alone = new Set<number>()
  const aloneThere = new Set<number>()
  const key = (i: number, j: number): number => i * there.length + j
  for (const { i, matches } of decided(thisReport, here)) {
    for (const match of matches) {
      if (match.reportId !== lastReport.id) continue
      if (match.verdict === 'none') {
        alone.add(i)
        made.delete(i)
        continue
      }
      const j = findCounterpart(there, match.figure)
      if (j === undefined) continue
      if (match.verdict === 'different') {
        broken.add(key(i, j))
        if (made.get(i) === j) made.delete(i)
      } else {
        for (const [k, to] of made) if (to === j) made.delete(k)
        made.set(i, j)
        broken.delete(key(i, j))
        alone.delete(i)
      }
    }
  }
  if (thisReport.id !== lastReport.id) {
    const taken = new Set(made.values())
    for (const { i: j, matches } of decided(lastReport, there)) {
      for (const match of matches) {
        if (match.reportId !== thisReport.id || taken.has(j)) continue
        if (match.verdict === 'none') {
          aloneThere.add(j)
          continue
        }
        const i = findCounterpart(here, match.figure)
        if (i === undefined || made.has(i) || alone.has(i) || broken.has(key(i, j))) continue
        if (match.verdict === 'different') broken.add(key(i, j))
        else {
          made.set(i, j)
          aloneThere.delete(j)
        }
      }
    }
  }
  return { made: [...made], broken: Array.from(broken, (k) => [Math.floor(k / there.length), k % there.length]), alone: [...alone], aloneThere: [...aloneThere] }
}

/**
 * What confirmed and broken pairs teach of wordings, from all reports of a body: a confirmed pair makes two wordings one indicator, a broken
 * one keeps them apart. Wordings of every report (提出建议) teach nothing beyond their own pair.
 */
export function lessonsOf(reports: readonly { report: Report; features: readonly Features[] }[]): Lessons {
  const same = new Set<string>()
  const different = new Set<string>()
  for (const { report, features } of reports) {
    for (const { i, matches } of decided(report, features)) {
      const own = features[i]
      if (!own || own.wordGrams.telling === 0) continue
      for (const match of matches) {
        if (match.verdict === 'none') continue
        const other = storedWordingKey(match.figure.indicator, own.measure)
        if (other !== wordingKey(own) && gramsOf(other.slice(own.measure.length + 1)).telling > 0) (match.verdict === 'same' ? same : different).add(lessonKey(wordingKey(own), other))
      }
    }
  }
  if (same.size === 0 && different.size === 0) return NO_LESSONS
  return { same, different: new Set([...different].filter((key) => !same.has(key))) }
}
