import type { PlainParagraph } from '../model/plain-text.ts'
import { assignGroups, type Possible } from './assign.ts'
import { likelyPairs, type Findable } from './candidates.ts'
import { gramsOf, overlap, type Grams } from './wording.ts'

/** A paragraph of one version and what became of it in the other, by their places in the lists. */
export interface VersionPair {
  from: number
  to: number
  /** does it stand elsewhere among the others? */
  moved: boolean
}

/** How much two texts must share (0 to 1) to be versions of one: with the same id, in the same order, elsewhere. */
const ALIKE = { sameId: 0.3, inOrder: 0.45, moved: 0.7 }
/** a heading or line shorter than this is gone and written anew rather than moved, unless it goes with the text below it */
const LEAST_MOVED = 16
/** the rarest codes of a paragraph by which it is found */
const RAREST = 24

interface Version extends PlainParagraph {
  at: number
  grams: Grams
}

/**
 * Which paragraphs of two versions are the same ones, each in at most one pair: first by id where the texts are alike, then equal texts, then the best assignment of
 * similar ones. Lines of the title pair with lines of the title, headings with headings, paragraphs with paragraphs. What breaks the order of the longest common part
 * (by length of text) has moved if it is long and alike enough, and is no pair otherwise.
 */
export function pairParagraphs(before: readonly PlainParagraph[], after: readonly PlainParagraph[]): VersionPair[] {
  const there = before.map(versionOf)
  const here = after.map(versionOf)
  const found = new Map<Version, Version>()
  const taken = new Set<Version>()
  const pair = (a: Version, b: Version): void => {
    found.set(a, b)
    taken.add(b)
  }
  const free = (): [Version[], Version[]] => [there.filter((a) => !found.has(a)), here.filter((b) => !taken.has(b))]
  for (const [a, b] of sameIds(there, here)) pair(a, b)
  pairEqual(...free(), pair)
  pairSimilar(...free(), Math.max(there.length, here.length, 1), pair)
  return inOrder([...found].sort(([a], [b]) => a.at - b.at))
}

const versionOf = (p: PlainParagraph, at: number): Version => ({ ...p, at, grams: gramsOf(p.text) })

const KIND = { title: 1, subtitle: 1, occasion: 1, byline: 1, heading: 2, paragraph: 3 } as const

/** 0 to 1. Texts without letters (a date, a row of marks) are alike only when they are equal. */
function alike(a: Version, b: Version): number {
  if (KIND[a.role] !== KIND[b.role]) return 0
  return a.text === b.text ? 1 : overlap(a.grams, b.grams).dice
}

/**
 * Those of one id whose texts are alike. Two reports that were read from files number their paragraphs alike and have nothing else in common: ids count only where
 * most of those that both have stand at texts that are alike. A title line is known by its role.
 */
function sameIds(there: readonly Version[], here: readonly Version[]): (readonly [Version, Version])[] {
  const byId = new Map(here.map((b) => [`${b.role} ${b.id}`, b]))
  const shared = there.flatMap((a) => {
    const b = byId.get(`${a.role} ${a.id}`)
    return b ? [{ a, b, score: alike(a, b) }] : []
  })
  const inText = shared.filter(({ a }) => KIND[a.role] !== KIND.title)
  const telling = inText.filter(({ score }) => score >= ALIKE.inOrder).length * 2 > inText.length
  return shared.flatMap(({ a, b, score }) => (score >= ALIKE.sameId && (telling || KIND[a.role] === KIND.title) ? [[a, b] as const] : []))
}

/** Equal texts, the first with the first. */
function pairEqual(there: readonly Version[], here: readonly Version[], pair: (a: Version, b: Version) => void): void {
  const waiting = new Map<string, Version[]>()
  for (const b of [...here].reverse()) {
    const key = `${KIND[b.role]}${b.text}`
    const list = waiting.get(key)
    if (list) list.push(b)
    else waiting.set(key, [b])
  }
  for (const a of there) {
    const b = waiting.get(`${KIND[a.role]}${a.text}`)?.pop()
    if (b) pair(a, b)
  }
}

/** The best assignment of what is left; only paragraphs that share rare words are weighed. */
function pairSimilar(there: readonly Version[], here: readonly Version[], size: number, pair: (a: Version, b: Version) => void): void {
  const often = new Map<number, number>()
  for (const { grams } of [...there, ...here]) for (const code of grams.codes) often.set(code, (often.get(code) ?? 0) + 1)
  const findable = ({ role, at, grams }: Version): Findable => ({
    codes: [...grams.codes].filter((code) => (often.get(code) ?? 0) > 1).sort((p, q) => (often.get(p) ?? 0) - (often.get(q) ?? 0) || p - q).slice(0, RAREST),
    bucket: KIND[role],
    position: at / size,
    tie: at / size,
  })
  const edges: Possible[] = []
  for (const [i, j] of likelyPairs(there.map(findable), here.map(findable))) {
    const [a, b] = [there[i], here[j]]
    const score = a && b ? alike(a, b) : 0
    // of equals the nearer
    if (a && b && score >= ALIKE.inOrder) edges.push({ i, j, gain: Math.max(1e-6, score - ALIKE.inOrder + 0.02 - (0.01 * Math.abs(a.at - b.at)) / size) })
  }
  for (const { i, j } of assignGroups(edges)) {
    const [a, b] = [there[i], here[j]]
    if (a && b) pair(a, b)
  }
}

/** What kept its order, and of the rest what moved. */
function inOrder(pairs: readonly (readonly [Version, Version])[]): VersionPair[] {
  const kept = heaviestIncreasing(pairs.map(([a, b]) => ({ value: b.at, weight: a.text.length + b.text.length })))
  const moved = new Set<number>()
  pairs.forEach(([a, b], k) => {
    if (!kept.has(k) && Math.min(a.text.length, b.text.length) >= LEAST_MOVED && alike(a, b) >= ALIKE.moved) moved.add(k)
  })
  // a heading moves with the text below it
  for (let k = pairs.length - 2; k >= 0; k--) {
    const [a, b] = pairs[k] ?? []
    const [belowA, belowB] = pairs[k + 1] ?? []
    if (a?.role === 'heading' && b && belowA && belowB && !kept.has(k) && moved.has(k + 1) && belowA.at === a.at + 1 && belowB.at === b.at + 1 && alike(a, b) >= ALIKE.moved) moved.add(k)
  }
  return pairs.flatMap(([a, b], k) => (kept.has(k) || moved.has(k) ? [{ from: a.at, to: b.at, moved: moved.has(k) }] : []))
}

/** The places of an increasing run of (distinct) values with the greatest weight. n log n, by a tree of greatest sums. */
function heaviestIncreasing(items: readonly { value: number; weight: number }[]): Set<number> {
  const rank = new Map([...items].map(({ value }) => value).sort((p, q) => p - q).map((value, i) => [value, i + 1]))
  /** for each node the place whose run is heaviest among the ranks that it covers */
  const best = new Int32Array(items.length + 1).fill(-1)
  const sum = new Float64Array(items.length)
  const before = new Int32Array(items.length).fill(-1)
  const heavier = (p: number, q: number): boolean => q === -1 || (p !== -1 && (sum[p] ?? 0) > (sum[q] ?? 0))
  items.forEach(({ value, weight }, k) => {
    const r = rank.get(value) ?? 1
    let from = -1
    for (let n = r - 1; n > 0; n -= n & -n) if (heavier(best[n] ?? -1, from)) from = best[n] ?? -1
    before[k] = from
    sum[k] = weight + (from === -1 ? 0 : (sum[from] ?? 0))
    for (let n = r; n <= items.length; n += n & -n) if (heavier(k, best[n] ?? -1)) best[n] = k
  })
  let last = -1
  items.forEach((_, k) => {
    if (heavier(k, last)) last = k
  })
  const kept = new Set<number>()
  for (let k = last; k !== -1; k = before[k] ?? -1) kept.add(k)
  return kept
}
