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
