import { assignGroups } from './assign.ts'
import { likelyPairs } from './candidates.ts'
import type { Features } from './features.ts'
import { PAIR_THRESHOLD, sameUnit, similarity, wordingKey, type Similarity } from './similarity.ts'

/** What editors said of wordings: which are one indicator and which are not, each as two wording keys in order, joined by a line break. */
export interface Lessons {
  same: ReadonlySet<string>
  different: ReadonlySet<string>
}
export const NO_LESSONS: Lessons = { same: new Set(), different: new Set() }

export const lessonKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

/** What the editor said of the figures at hand, by their places in the two lists. */
export interface Fixed {
  /** pairs that are made, whatever the words */
  made: readonly (readonly [i: number, j: number])[]
  /** pairs that must not be */
  broken: readonly (readonly [i: number, j: number])[]
  /** figures that have no counterpart */
  alone: readonly number[]
  /** the same of the other list */
  aloneThere: readonly number[]
}
const NOTHING_FIXED: Fixed = { made: [], broken: [], alone: [], aloneThere: [] }

export interface FoundPair {
  i: number
  j: number
  similarity: Similarity
  /** made by the editor */
  decided: boolean
}

/**
 * Pairs two lists of figures, each at most once, so that the sum of agreement is greatest. What the editor made stays made and what was
 * broken stays broken. The result does not depend on the order of the lists. Near n log n for reports as they are: only figures that share
 * words are weighed, and each group of connected figures is assigned by itself.
 */
export function pairFeatures(here: readonly Features[], there: readonly Features[], lessons: Lessons = NO_LESSONS, fixed: Fixed = NOTHING_FIXED): FoundPair[] {
  const madeHere = new Set([...fixed.made.map(([i]) => i), ...fixed.alone])
  const madeThere = new Set([...fixed.made.map(([, j]) => j), ...fixed.aloneThere])
  const broken = new Set(fixed.broken.map(([i, j]) => i * there.length + j))
  const edges: Edge[] = []
  for (const [i, j] of candidates(here, there, lessons)) {
    if (madeHere.has(i) || madeThere.has(j) || broken.has(i * there.length + j)) continue
    const a = here[i]
    const b = there[j]
    const found = a && b && similarity(a, b, taught(a, b, lessons))
    if (found) edges.push({ i, j, similarity: found, gain: found.score - 1e-4 * Math.abs(a.within - b.within) - 1e-8 * Math.abs(a.position - b.position) + 1e-13 * tieOf(a, b) })
  }
  // figures told in one breath support each other: once without, then with what the first round was sure of
  const sure = new Map<number, number>()
  for (const { i, j, similarity: { score } } of assignGroups(above(edges, 0.6))) if (score >= 0.6) sure.set(i, j)
  for (const [i, j] of fixed.made) sure.set(i, j)
  const told = new Map<string, number>()
  for (const [i, j] of sure) {
    const a = here[i]
    if (a) told.set(`${a.sentenceKey}:${a.rank}`, j)
  }
  for (const edge of edges) {
    const support = supportOf(edge, here, there, told)
    if (support > 0) {
      const lift = 0.16 * support * (1 - edge.similarity.score * 0.6)
      edge.similarity = { ...edge.similarity, score: Math.min(1, edge.similarity.score + lift) }
      edge.gain += lift
    }
  }
  const out: FoundPair[] = fixed.made.map(([i, j]) => {
    const a = here[i]
    const b = there[j]
    return { i, j, similarity: { score: 1, why: a && b && !sameUnit(a, b) ? [`单位不同：${a.figure.unit || '无单位'}／${b.figure.unit || '无单位'}`] : [] }, decided: true }
  })
  for (const { i, j, similarity: s } of assignGroups(above(edges, PAIR_THRESHOLD))) out.push({ i, j, similarity: s, decided: false })
  return out.sort((a, b) => a.i - b.i)
}

interface Edge {
  i: number
  j: number
  similarity: Similarity
  gain: number
}

/** Those whose score reaches a threshold, with what they gain over it: a little at the threshold itself. */
const above = (edges: readonly Edge[], threshold: number): Edge[] =>
  edges.flatMap((edge) => (edge.similarity.score >= threshold ? [{ ...edge, gain: Math.max(1e-6, edge.gain - threshold + 0.02) }] : []))

const tieOf = (a: Features, b: Features): number => (a.tie * 7 + b.tie * 7 + a.tie * b.tie * 13) % 1

function taught(a: Features, b: Features, lessons: Lessons): 'same' | 'different' | undefined {
  if (lessons.same.size === 0 && lessons.different.size === 0) return undefined
  const key = lessonKey(wordingKey(a), wordingKey(b))
  return lessons.same.has(key) ? 'same' : lessons.different.has(key) ? 'different' : undefined
}

/** Places in both lists that are worth weighing: figures that share words, and those whose wordings an editor called one. */
function candidates(here: readonly Features[], there: readonly Features[], lessons: Lessons): Iterable<readonly [number, number]> {
  const found = likelyPairs(here, there)
  if (lessons.same.size === 0) return found
  const byKey = new Map<string, number[]>()
  there.forEach((b, j) => byKey.set(wordingKey(b), [...(byKey.get(wordingKey(b)) ?? []), j]))
  const also = new Map(found.map(([i, j]) => [i * there.length + j, [i, j] as const]))
  here.forEach((a, i) => {
    const mine = wordingKey(a)
    for (const pair of lessons.same) {
      const [p = '', q = ''] = pair.split('\n')
      if (p === mine || q === mine) for (const j of byKey.get(p === mine ? q : p) ?? []) also.set(i * there.length + j, [i, j])
    }
  })
  return also.values()
}

/** neighbours further off say nothing of a figure */
const NEIGHBOURS = 4

/** Do the neighbours of a pair pair too? 1 where one beside it does, a half where another of its sentence does. `told` are the sure partners by sentence and rank. */
function supportOf({ i, j }: Edge, here: readonly Features[], there: readonly Features[], told: ReadonlyMap<string, number>): number {
  const [a, b] = [here[i], there[j]]
  if (!a || !b) return 0
  let support = 0
  for (let near = -NEIGHBOURS; near <= NEIGHBOURS; near++) {
    const to = near === 0 ? undefined : told.get(`${a.sentenceKey}:${a.rank + near}`)
    const other = to === undefined || to === j ? undefined : there[to]
    if (!other || other.sentenceKey !== b.sentenceKey) continue
    const far = other.rank - b.rank
    if (Math.sign(near) === Math.sign(far)) support = Math.max(support, Math.abs(near) === 1 && Math.abs(far) === 1 ? 1 : 0.5)
  }
  return support
}
