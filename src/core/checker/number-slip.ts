import { inAnyOrder } from './reading.ts'

/**
 * Slips of the hand in a number: what a person writes who means another one. The kinds go by the names that bookkeeping has for them. Of two
 * writings of digits each asks the same both ways, since nobody knows which of two numbers is the right one.
 */

/** The digits of a surface's number without its point: 4.83亿元 → 483, 1,264件 → 1264. Empty where it is written in Chinese numerals. */
export const digitsOf = (surface: string): string => (/\d[\d,]*(?:\.\d+)?/u.exec(surface.normalize('NFKC'))?.[0] ?? '').replace(/[,.]/gu, '')

/** Have two digits changed places, and nothing else (易位: 6832 and 6382)? They need not be neighbours. */
export function isTransposition(a: string, b: string): boolean {
  const [i, k, ...more] = differing(a, b)
  return i !== undefined && k !== undefined && more.length === 0 && a.charAt(i) === b.charAt(k) && a.charAt(k) === b.charAt(i)
}

/** Is one digit another one (1264 and 1254)? */
const isSubstitution = (a: string, b: string): boolean => differing(a, b).length === 1

/** Has one of the two a digit that the other lacks, left out or doubled (1264 and 124, 1264 and 12664)? */
function isOmission(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length !== short.length + 1) return false
  const i = [...short].findIndex((c, at) => c !== long.charAt(at))
  return i < 0 || short.slice(i) === long.slice(i + 1)
}

/** The places at which two writings of one length differ; none where they are of two lengths. */
const differing = (a: string, b: string): number[] => (a.length === b.length ? [...a].flatMap((c, i) => (c === b.charAt(i) ? [] : [i])) : [])

/** Are these two writings of digits one slip apart: one digit changed, two transposed, one left out or doubled? A number of one digit has none to lose. */
export const isOneSlip = (a: string, b: string): boolean => isSubstitution(a, b) || isTransposition(a, b) || (Math.min(a.length, b.length) >= 2 && isOmission(a, b))

/** from how many digits on it tells something that two numbers differ in one only */
const TELLING = 3

/**
 * Do two numbers, by their digits, look like one that was mistyped: the same digits in another order, however many of them (138, 183, 318), one
 * digit wrong, missing or doubled in a number of at least three, or the same digits with the point or 万/亿 elsewhere? This is wider than one slip
 * for long numbers and narrower for short ones: here two numbers are compared of which nothing else says that they are one, and of two that have
 * nothing to do with each other hardly one pair in twenty looks so; `isOneSlip` is asked where a sum says what the number has to be.
 */
export function looksMistyped(a: string, b: string): boolean {
  const digits = Math.min(a.length, b.length)
  if (digits < 2) return false
  if (a === b) return digits >= TELLING
  return inAnyOrder(a) === inAnyOrder(b) || (digits >= TELLING && (isSubstitution(a, b) || isOmission(a, b)))
}

/** How two writings of a number may differ. */
type Slip = (a: string, b: string) => boolean

/**
 * Would one slip in one of these parts, or in the whole, explain that the parts do not come to it? All in steps of the coarsest resolution; `room`
 * is how many steps rounding leaves, `by` says which slips count.
 */
export const oneSlipAway = (parts: readonly number[], whole: number, room: number, by: Slip = isOneSlip): boolean =>
  isNear(whole, total(parts), room, by) || onePartAway(parts, whole, room, by)

/** The same for a whole that is certain. */
export const onePartAway = (parts: readonly number[], whole: number, room: number, by: Slip = isOneSlip): boolean => {
  const missing = whole - total(parts)
  return parts.some((part) => isNear(part, part + missing, room, by))
}

const total = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0)

function isNear(stated: number, meant: number, room: number, by: Slip): boolean {
  for (let off = -room; off <= room; off++) if (meant + off > 0 && by(String(stated), String(meant + off))) return true
  return false
}
