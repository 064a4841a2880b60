/** A phrase that stands in a text with one slip in it: UTF-16, half-open. */
export interface NearPhrase {
  start: number
  end: number
}

const HAN = /\p{Script=Han}/u

/**
 * How far `text` (read from its beginning) goes with one slip against `expected`: a character replaced, dropped or doubled, or two exchanged.
 * The last character of `expected` must stand, so that 中国式现代农业 is no slip for 中国式现代化; or `isLikely` must say that the one is mistaken for
 * the other. Undefined where it is equal or further off.
 */
export function lengthWithOneSlip(expected: string, text: string, isLikely: (found: string, expected: string) => boolean = () => false): number | undefined {
  const length = expected.length
  let at = 0
  while (at < length && text.charAt(at) === expected.charAt(at)) at++
  if (at === length || text.charAt(at) === '') return undefined
  const rest = expected.slice(at + 1)
  const found = text.charAt(at)
  if (rest !== '' && text.charAt(at + 1) === expected.charAt(at) && found === expected.charAt(at + 1) && text.startsWith(expected.slice(at + 2), at + 2)) return length
  if (rest !== '' && HAN.test(found) && text.startsWith(rest, at + 1)) return length
  if (rest !== '' && text.startsWith(rest, at)) return length - 1
  if (rest === '' && isLikely(found, expected.charAt(at))) return length
  // only a doubled character is surely too much: 科学的发展观, 固定资产总投资 are meant
  if ((found === expected.charAt(at - 1) || found === expected.charAt(at)) && found !== '' && text.startsWith(expected.slice(at), at + 1)) return length + 1
  return undefined
}

const reversed = (text: string): string => [...text].reverse().join('')

/** What a phrase is looked for by: one slip leaves one of its halves as it is. */
export const halvesOf = (phrase: string): { head: string; tail: string } => {
  const middle = phrase.length >> 1
  return { head: phrase.slice(0, middle), tail: phrase.slice(middle) }
}

/** The place of `phrase` with one slip behind its head, which stands at `start`. */
export function nearFromHead(text: string, start: number, { head, tail }: { head: string; tail: string }, isLikely?: (found: string, expected: string) => boolean): NearPhrase | undefined {
  const from = start + head.length
  if (text.startsWith(tail, from)) return undefined
  const length = lengthWithOneSlip(tail, text.slice(from, from + tail.length + 1), isLikely)
  return length === undefined ? undefined : { start, end: from + length }
}

/** The place of `phrase` with one slip before its tail, which stands at `start`. */
export function nearFromTail(text: string, start: number, { head, tail }: { head: string; tail: string }, isLikely?: (found: string, expected: string) => boolean): NearPhrase | undefined {
  // most are as they should be
  if (text.startsWith(head, start - head.length)) return undefined
  const before = text.slice(Math.max(0, start - head.length - 1), start)
  const length = lengthWithOneSlip(reversed(head), reversed(before), isLikely)
  return length === undefined ? undefined : { start: start - length, end: start + tail.length }
}
