/** Slips of the hand in a number: what a person writes who means another one. */

/** Are these two writings of digits one slip apart: one digit changed, two swapped, one left out or doubled? */
export function isSlip(a: string, b: string): boolean {
  if (a === b) return false
  if (a.length === b.length) {
    const wrong = [...a].flatMap((c, i) => (c === b.charAt(i) ? [] : [i]))
    if (wrong.length === 1) return true
    const [i = 0, k = 0] = wrong
    return wrong.length === 2 && a.charAt(i) === b.charAt(k) && a.charAt(k) === b.charAt(i)
  }
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return long.length === short.length + 1 && short.length >= 2 && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
}

/** Have two digits changed places? */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const wrong = [...a].flatMap((c, i) => (c === b.charAt(i) ? [] : [i]))
  const [i = 0, k = 0] = wrong
  return wrong.length === 2 && a.charAt(i) === b.charAt(k) && a.charAt(k) === b.charAt(i)
}

/**
 * Would one slip in one of these numbers explain that the parts do not come to the whole? All in steps of the coarsest resolution; `room` is how
 * many steps rounding leaves. `by` says which slips count.
 */
export function oneSlipAway(parts: readonly number[], whole: number, room: number, by: (a: string, b: string) => boolean = isSlip): boolean {
  const sum = parts.reduce((a, b) => a + b, 0)
  const near = (stated: number, meant: number): boolean => {
    for (let off = -room; off <= room; off++) if (meant + off > 0 && by(String(stated), String(meant + off))) return true
    return false
  }
  return near(whole, sum) || parts.some((part) => near(part, part + whole - sum))
}
