/** The digits of a surface's number and the place of its point: 4.83亿元 → 483, 1,264件 → 1264. Empty where it is written in Chinese numerals. */
export const digitsOf = (surface: string): string => (/\d[\d,]*(?:\.\d+)?/u.exec(surface.normalize('NFKC'))?.[0] ?? '').replace(/[,.]/gu, '')

/**
 * Do two numbers look like one that was mistyped: neighbouring or other digits exchanged (138, 183), one digit wrong, missing or doubled in a
 * number of at least three, or the same digits with the point or 万/亿 elsewhere? Of two numbers that have nothing to do with each other hardly
 * one pair in twenty does.
 */
export function looksMistyped(one: string, other: string): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)]
  if (a.length < 2 || b.length < 2) return false
  if (a === b) return a.length >= 3
  if (a.length === b.length) {
    if ([...a].sort().join('') === [...b].sort().join('')) return true
    return a.length >= 3 && [...a].filter((c, i) => c !== b.charAt(i)).length === 1
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 3 || long.length - short.length !== 1) return false
  let at = 0
  for (const c of long) if (c === short.charAt(at)) at++
  return at === short.length
}

/** Are two of the digits exchanged, and nothing else (6,832 and 6,382)? */
export function isExchanged(one: string, other: string): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)]
  if (a.length !== b.length) return false
  const off = [...a].flatMap((c, i) => (c === b.charAt(i) ? [] : [i]))
  const [i, j] = off
  return off.length === 2 && i !== undefined && j !== undefined && a.charAt(i) === b.charAt(j) && a.charAt(j) === b.charAt(i)
}
