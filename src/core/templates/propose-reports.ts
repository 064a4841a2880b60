import { plainGrams, wordingOf, type Grams } from '../compare/wording.ts'
import { inlineText } from '../model/inline.ts'
import type { Paragraph, Report } from '../model/report.ts'
import { allSections } from '../model/tree.ts'
import { planParts } from './plan-part.ts'

/** A paragraph that may report on a promise. */
export interface Proposal {
  paragraphId: string
  /** from 0 to 1: how much of what the promise speaks of stands in one sentence of the paragraph, rare words weighing more */
  score: number
}

/** Below this, two sentences share words and not a matter. */
const LEAST = 0.22
/** Beside a paragraph that is clearly about the promise, one that scores less than this share of it is not proposed. */
const BESIDE_BEST = 0.5
/** at most so many paragraphs for one promise */
const MOST = 3
/** How much it counts against a sentence what it leaves out of the promise, and what it says besides. */
const LESS = 0.55
const MORE = 0.12
/** A target (国内生产总值增长5.5%) is looked for in single clauses, where what is said besides makes another indicator of it (单位国内生产总值能耗). */
const MORE_IN_CLAUSE = 0.3
/** shared neighbours of characters that say something, at least */
const SHARED = 3
/** What a name in quotation marks adds that stands in both (“请你来协商”, 《赵抃文献丛书》), where no other paragraph has it. */
const NAMED = 0.3
/** one target among several of a promise (立案提案130件以上，推动10个项目落地) says as much as this share of a promise of its own */
const ONE_OF_SEVERAL = 0.9
/** a paragraph on five years may mention it, but is not where this year's promise is reported on */
const SEVERAL_YEARS = /^\s*(?:五年来|过去五年|这五年|[三四]年来|“十[三四五]”(?:时期|期间|以来))/u
const OF_SEVERAL_YEARS = 0.6
/** stand between sentences and clauses while a paragraph is made canonical at once */
const [SENTENCE, CLAUSE] = ['\u0001', '\u0002'] as const
/** What is said in promises and in reports of everything. */
const COMMON_PROMISE = /(?:今年|明年|新的一年|发展|全年)*(?:主要|预期)*目标[是为：:]*|左右|以上|以内|以下|不低于|不少于|计划|力争|确保|深入学习贯彻习近平新时代中国特色社会主义思想|习近平新时代中国特色社会主义思想|习近平总书记|中国特色社会主义|重要讲话(?:和重要指示批示)?精神|会议精神|高质量发展|决策部署|更加|持续|坚持|着力|加强|加快|提升|促进|健全|完善|强化|深化|优化|推动|推进|发挥|作用|机制|制度|体系|工作|全面|努力|切实|有效|不断|新的?|围绕|聚焦|积极|扎实|成效|水平|能力|质量|力度|重点|各项/gu

/**
 * For each promise of a draft, the paragraphs of its review that may report on it, best first; a promise of which none speaks has no entry. By content
 * alone: of each sentence its words in one form (compare/wording.ts), those that stand in few paragraphs weighing more. Paragraphs of the new plan part
 * are none of them; open slots have no words.
 */
export function proposeReports(report: Report): ReadonlyMap<string, readonly Proposal[]> {
  const promises = (report.commitments ?? []).filter(({ kind }) => kind === 'promise')
  const paragraphs = reviewParagraphs(report).map(({ id, content }) => ({ id, text: content.map((node) => (node.type === 'slot' ? '' : inlineText(node))).join('') }))
  const canonicals = paragraphs.map(({ text }) => canonicalParagraph(text))
  const weights = paragraphs.map(({ text }) => (SEVERAL_YEARS.test(text) ? OF_SEVERAL_YEARS : 1))
  const search = searchIn(canonicals.map((c) => c.split(SENTENCE)), weights, MORE)
  // most plans have no targets, and then single clauses need not be read
  let clauses: ReturnType<typeof searchIn> | undefined
  const searchClauses = (grams: Grams): Map<number, number> => (clauses ??= searchIn(canonicals.map((c) => c.split(CLAUSES)), weights, MORE_IN_CLAUSE))(grams)
  const names = namesIn(paragraphs)
  const out = new Map<string, readonly Proposal[]>()
  for (const { id, text } of promises) {
    const { targets, more } = targetsOf(text)
    const scores = more ? search(plainGrams(words(text))) : new Map<number, number>()
    for (const target of targets) for (const [k, score] of searchClauses(plainGrams(words(target)))) raise(scores, k, targets.length > 1 || more ? score * ONE_OF_SEVERAL : score)
    for (const [k, score] of names(text)) scores.set(k, Math.min(1, (scores.get(k) ?? 0) + score))
    const best = Math.max(0, ...scores.values())
    const found = Array.from(scores, ([k, score]) => ({ paragraphId: paragraphs[k]?.id ?? '', score })).filter(({ score }) => score >= LEAST && score >= best * BESIDE_BEST)
    if (found.length > 0) out.set(id, found.sort((a, b) => b.score - a.score).slice(0, MOST))
  }
  return out
}

/** The best score of each paragraph (by its place in the list) for a promise's grams. Paragraphs that share too little are not in it. */
function searchIn(paragraphs: readonly (readonly string[])[], paragraphWeights: readonly number[], more: number): (grams: Grams) => Map<number, number> {
  const sentences = paragraphs.flatMap((pieces, paragraph) => pieces.map((piece) => ({ paragraph, grams: plainGrams(piece) })).filter(({ grams }) => grams.telling >= 2))
  const rarity = rarityOf(sentences)
  const massOf = (grams: Grams): number => sum(grams, (code, weight) => weight * rarity(code))
  const masses = sentences.map(({ grams }) => massOf(grams))
  const places = new Map<number, number[]>()
  sentences.forEach(({ grams }, k) => eachPair(grams, (code) => {
    const known = places.get(code)
    if (known) known.push(k)
    else places.set(code, [k])
  }))
  return (grams) => {
    const best = new Map<number, number>()
    // 立案提案130件 has no three neighbours that say something
    const needed = Math.min(SHARED, Math.max(2, grams.telling))
    const mass = massOf(grams)
    const shared = new Float64Array(sentences.length)
    const telling = new Uint16Array(sentences.length)
    eachPair(grams, (code, weight) => {
      const value = weight * rarity(code)
      for (const k of places.get(code) ?? []) {
        shared[k] = (shared[k] ?? 0) + value
        if (weight === 1) telling[k] = (telling[k] ?? 0) + 1
      }
    })
    sentences.forEach(({ paragraph }, k) => {
      if ((telling[k] ?? 0) < needed) return
      const both = shared[k] ?? 0
      const score = both / (both + LESS * (mass - both) + more * ((masses[k] ?? 0) - both))
      raise(best, paragraph, score * (paragraphWeights[paragraph] ?? 1))
    })
    return best
  }
}

const raise = (scores: Map<number, number>, k: number, score: number): void => {
  if (score > (scores.get(k) ?? 0)) scores.set(k, score)
}

/** The parts of a promise with a number of their own, and whether it speaks of something besides them. */
function targetsOf(text: string): { targets: string[]; more: boolean } {
  const parts = text.split(/[，,；;：:。]/u).filter((part) => part.trim() !== '')
  const targets = parts.filter((part) => /\d/u.test(part.replace(/[“《][^“”《》]*[”》]|(?:19|20)\d{2}\s*年/gu, '')))
  return { targets, more: parts.some((part) => !targets.includes(part) && words(part).length >= 2) }
}

const CLAUSES = /[\u0001\u0002]/u
const QUOTED = /[“《]([^“”《》]{2,40})[”》]/gu
const nameOf = (name: string): string => name.replace(/\s+/gu, '').toLowerCase()
const quotedIn = (text: string): Set<string> => new Set(Array.from(text.matchAll(QUOTED), (match) => nameOf(match[1] ?? '')))

/** What the names in a promise's quotation marks add to each paragraph that has them too; one that stands everywhere adds little. */
function namesIn(paragraphs: readonly { text: string }[]): (text: string) => Map<number, number> {
  const plain = paragraphs.map(({ text }) => nameOf(text))
  return (text) => {
    const out = new Map<number, number>()
    for (const name of quotedIn(text)) {
      if (COMMON_NAME.test(name)) continue
      const places = plain.flatMap((words, k) => (words.includes(name) ? [k] : []))
      for (const k of places) raise(out, k, NAMED / Math.sqrt(places.length))
    }
    return out
  }
}
/** names that stand in every report */
const COMMON_NAME = /^(?:两个确立|四个意识|四个自信|两个维护|四个全面|五位一体|十[三四]五|十五五|三农|一府一委两院|一府两院|两个全覆盖|三会一课)$/u

/** The paragraphs that tell what was done: all but those of the plan part. */
function reviewParagraphs(report: Report): Paragraph[] {
  const plan = planParts(report)
  const planned = new Set(plan.flatMap(({ section, paragraphs }) => paragraphs ?? allSections([section]).flatMap((s) => s.paragraphs)))
  return allSections(report.sections).flatMap((s) => s.paragraphs).filter((p) => !planned.has(p) && p.content.length > 0)
}

/** 等 would make one indicator of a list; here each thing of it counts. */
const words = (text: string): string => wordingOf(text.replace(COMMON_PROMISE, '，').replace(/等/gu, '，')).words

const canonicalParagraph = (text: string): string => words(text.replace(/[。；！？;]/gu, SENTENCE).replace(/[，、,：:]/gu, CLAUSE))

/** How telling a pair of neighbours is: one that stands in one paragraph counts fully, one in every tenth about half. */
function rarityOf(sentences: readonly { paragraph: number; grams: Grams }[]): (code: number) => number {
  const seen = new Map<number, { last: number; count: number }>()
  const paragraphs = new Set<number>()
  for (const { paragraph, grams } of sentences) {
    paragraphs.add(paragraph)
    eachPair(grams, (code) => {
      const known = seen.get(code)
      if (!known) seen.set(code, { last: paragraph, count: 1 })
      else if (known.last !== paragraph) {
        known.last = paragraph
        known.count++
      }
    })
  }
  const whole = Math.log(1 + paragraphs.size)
  return (code) => {
    const count = seen.get(code)?.count ?? 1
    return whole === 0 ? 1 : Math.log(1 + paragraphs.size / count) / whole
  }
}

/** Neighbouring characters of a text; single characters say too little. */
function eachPair({ codes, weights }: Grams, visit: (code: number, weight: number) => void): void {
  codes.forEach((code, i) => {
    if (code >= 65536) visit(code, weights[i] ?? 0)
  })
}

function sum(grams: Grams, value: (code: number, weight: number) => number): number {
  let total = 0
  eachPair(grams, (code, weight) => {
    total += value(code, weight)
  })
  return total
}
