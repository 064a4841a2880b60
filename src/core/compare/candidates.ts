/** Something that is found by its words: a figure, or a paragraph. */
export interface Findable {
  /** the codes (see wording.ts) by which it is found */
  codes: readonly number[]
  /** things of different buckets never pair; below {@link BUCKETS} */
  bucket: number
  /** 0 to 1: where in its report it stands */
  position: number
  /** a number of its own, so that ties fall the same way in any order */
  tie: number
}

const BUCKETS = 128
/** how many of the other report each is weighed against, the likeliest */
const CANDIDATES = 10
/** what shares so much less than the likeliest one is not weighed */
const FAINT = 0.4
/** a code that so many have leads to nothing; rarer ones do */
const COMMON = 320
/** of things that have only common codes, those that stand nearest are looked at */
const WINDOW = 24

/**
 * Pairs of places in two lists that are worth weighing: things of one bucket that share codes, for either side the likeliest, of equals the
 * nearest in position. Near n log n: nothing is looked at because of a code that hundreds have.
 */
export function likelyPairs(here: readonly Findable[], there: readonly Findable[]): (readonly [number, number])[] {
  const often = new Map<number, number>()
  for (const list of [here, there]) for (const { codes } of list) for (const code of codes) often.set(code, (often.get(code) ?? 0) + 1)
  const postings = new Map<number, number[]>()
  const order = there.map((_, j) => j).sort((p, q) => (there[p]?.position ?? 0) - (there[q]?.position ?? 0) || (there[p]?.tie ?? 0) - (there[q]?.tie ?? 0))
  for (const j of order) {
    const thing = there[j]
    if (!thing) continue
    for (const code of thing.codes) {
      const key = code * BUCKETS + thing.bucket
      const list = postings.get(key)
      if (list) list.push(j)
      else postings.set(key, [j])
    }
  }
  const found = new Map<number, readonly [number, number]>()
  const add = (i: number, j: number): void => void found.set(i * there.length + j, [i, j])
  const likelyThere: Likely[][] = there.map(() => [])
  here.forEach((a, i) => {
    const rare = a.codes.filter((code) => (often.get(code) ?? 0) <= COMMON)
    const shared = new Map<number, number>()
    for (const code of rare.length > 0 ? rare : a.codes) {
      const weight = 1 / (1 + Math.log2(often.get(code) ?? 1))
      const list = postings.get(code * BUCKETS + a.bucket) ?? []
      const [from, to] = rare.length > 0 || list.length <= COMMON ? [0, list.length] : windowAround(list, there, a.position)
      for (let k = from; k < to; k++) {
        const j = list[k] ?? 0
        shared.set(j, (shared.get(j) ?? 0) + weight)
      }
    }
    const likely: Likely[] = []
    for (const [j, weight] of shared) {
      const distance = Math.abs(a.position - (there[j]?.position ?? 0))
      likely.push({ to: j, weight, distance, tie: there[j]?.tie ?? 0 })
      likelyThere[j]?.push({ to: i, weight, distance, tie: a.tie })
    }
    for (const { to } of likeliest(likely)) add(i, to)
  })
  likelyThere.forEach((list, j) => {
    for (const { to } of likeliest(list)) add(to, j)
  })
  return [...found.values()]
}

/** The stretch of a list, ordered by position, that stands nearest to a position. */
function windowAround(list: readonly number[], there: readonly Findable[], position: number): [number, number] {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((there[list[middle] ?? 0]?.position ?? 0) < position) low = middle + 1
    else high = middle
  }
  return [Math.max(0, low - WINDOW), Math.min(list.length, low + WINDOW)]
}

interface Likely {
  to: number
  weight: number
  distance: number
  tie: number
}

function likeliest(list: readonly Likely[]): readonly Likely[] {
  let best = 0
  for (const { weight } of list) if (weight > best) best = weight
  const near = list.filter(({ weight }) => weight >= best * FAINT)
  return near.length <= CANDIDATES ? near : near.sort((p, q) => q.weight - p.weight || p.distance - q.distance || p.tie - q.tie).slice(0, CANDIDATES)
}
