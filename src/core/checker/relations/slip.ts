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

/** How two writings of a number may differ. */
type Slip = (a: string, b: string) => boolean

/**
 * Would one slip in one of these parts, or in the whole, explain that the parts do not come to it? All in steps of the coarsest resolution; `room`
 * is how many steps rounding leaves, `by` says which slips count.
 */
export const oneSlipAway = (parts: readonly number[], whole: number, room: number, by: Slip = isSlip): boolean =>
  isNear(whole, total(parts), room, by) || onePartAway(parts, whole, room, by)

/** The same for a whole that is certain. */
export const onePartAway = (parts: readonly number[], whole: number, room: number, by: Slip = isSlip): boolean => {
  const missing = whole - total(parts)
  return parts.some((part) => isNear(part, part + missing, room, by))
}

const total = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0)

function isNear(stated: number, meant: number, room: number, by: Slip): boolean {
  for (let off = -room; off <= room; off++) if (meant + off > 0 && by(String(stated), String(meant + off))) return true
  return false
}
