/**
 * The one-to-one assignment of rows to columns with the greatest sum of gains, by the Hungarian algorithm with potentials (Kuhn 1955,
 * Jonker and Volgenant 1987). A pair without positive gain stays unassigned. O(n²·m) time.
 *
 * @param gain `gain[i][j]`, at most 0 for pairs that must not be made
 * @returns for each row its column, or -1
 */
export function assign(gain: readonly (readonly number[])[]): number[] {
  const rows = gain.length
  const columns = gain[0]?.length ?? 0
  if (rows === 0 || columns === 0) return new Array<number>(rows).fill(-1)
  if (rows > columns) {
    const back = assign(Array.from({ length: columns }, (_, j) => gain.map((row) => row[j] ?? 0)))
    const out = new Array<number>(rows).fill(-1)
    back.forEach((i, j) => {
      if (i >= 0) out[i] = j
    })
    return out
  }
  const cost = (i: number, j: number): number => -Math.max(0, gain[i]?.[j] ?? 0)
  const u = new Float64Array(rows + 1)
  const v = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  const way = new Int32Array(columns + 1)
  for (let i = 1; i <= rows; i++) {
    rowOf[0] = i
    let column = 0
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(columns + 1)
    do {
      used[column] = 1
      const row = rowOf[column] ?? 0
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= columns; j++) {
        if (used[j]) continue
        const reduced = cost(row - 1, j - 1) - (u[row] ?? 0) - (v[j] ?? 0)
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced
          way[j] = column
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0
          next = j
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j]) {
          const r = rowOf[j] ?? 0
          u[r] = (u[r] ?? 0) + delta
          v[j] = (v[j] ?? 0) - delta
        } else {
          least[j] = (least[j] ?? 0) - delta
        }
      }
      column = next
    } while (rowOf[column] !== 0)
    do {
      const before = way[column] ?? 0
      rowOf[column] = rowOf[before] ?? 0
      column = before
    } while (column !== 0)
  }
  const out = new Array<number>(rows).fill(-1)
  for (let j = 1; j <= columns; j++) {
    const i = rowOf[j] ?? 0
    if (i > 0 && (gain[i - 1]?.[j - 1] ?? 0) > 0) out[i - 1] = j - 1
  }
  return out
}

/** A possible pair of row `i` and column `j`, with what it gains: more than 0. */
export interface Possible {
  i: number
  j: number
  gain: number
}

/** groups with more rows times columns are assigned greedily; no report comes near, only hostile texts do */
const DENSE = 160_000

/**
 * The assignment with the greatest sum of gains along some edges only: each connected group by itself, so that the time grows with the
 * groups and not with the square of all. Very large groups take their best edge first.
 */
export function assignGroups<E extends Possible>(edges: readonly E[]): E[] {
  const width = edges.reduce((most, { i }) => Math.max(most, i + 1), 0)
  const parent: number[] = []
  const root = (key: number): number => {
    let at = key
    for (let up = parent[at]; up !== undefined && up !== at; up = parent[at]) {
      parent[at] = parent[up] ?? up
      at = up
    }
    return at
  }
  for (const { i, j } of edges) {
    const [a, b] = [root(i), root(width + j)]
    parent[a] = a
    parent[b] = a
  }
  const groups = new Map<number, E[]>()
  for (const edge of edges) {
    const key = root(edge.i)
    const group = groups.get(key)
    if (group) group.push(edge)
    else groups.set(key, [edge])
  }
  return [...groups.values()].flatMap(assignGroup)
}

function assignGroup<E extends Possible>(group: readonly E[]): E[] {
  const [only] = group
  if (group.length === 1 && only) return [only]
  const rows = [...new Set(group.map(({ i }) => i))].sort((a, b) => a - b)
  const columns = [...new Set(group.map(({ j }) => j))].sort((a, b) => a - b)
  if (rows.length * columns.length > DENSE) return greedy(group)
  const [rowOf, columnOf] = [new Map(rows.map((i, n) => [i, n])), new Map(columns.map((j, n) => [j, n]))]
  const gains = rows.map(() => new Array<number>(columns.length).fill(0))
  const at = new Map<number, E>()
  for (const edge of group) {
    const [r, c] = [rowOf.get(edge.i) ?? 0, columnOf.get(edge.j) ?? 0]
    const row = gains[r]
    if (row) row[c] = edge.gain
    at.set(r * columns.length + c, edge)
  }
  return assign(gains).flatMap((c, r) => {
    const edge = c < 0 ? undefined : at.get(r * columns.length + c)
    return edge ? [edge] : []
  })
}

function greedy<E extends Possible>(group: readonly E[]): E[] {
  const [rows, columns] = [new Set<number>(), new Set<number>()]
  return [...group].sort((a, b) => b.gain - a.gain).filter(({ i, j }) => {
    if (rows.has(i) || columns.has(j)) return false
    rows.add(i)
    columns.add(j)
    return true
  })
}
