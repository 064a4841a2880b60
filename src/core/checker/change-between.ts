/**
 * What is to be taken out of one list and put into its place to make it another one: all that lies between the beginning and the end that both have in
 * common. Elements are compared by identity; linear, and quick where little changed.
 */
export function changeBetween<T>(before: readonly T[], after: readonly T[]): { from: number; gone: readonly T[]; fresh: readonly T[] } {
  let from = 0
  while (from < after.length && from < before.length && before[from] === after[from]) from++
  let behind = 0
  const most = Math.min(after.length, before.length) - from
  while (behind < most && before[before.length - 1 - behind] === after[after.length - 1 - behind]) behind++
  return { from, gone: before.slice(from, before.length - behind), fresh: after.slice(from, after.length - behind) }
}
