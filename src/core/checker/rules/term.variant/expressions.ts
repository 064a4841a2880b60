import { halvesOf, nearFromHead, nearFromTail } from '../../near-phrase.ts'
import { PhraseFinder } from '../../phrase-finder.ts'
import { differenceOf, isConfusable } from './confusable.ts'
import { EXPRESSIONS } from './lists.ts'
import type { Slip } from './slip.ts'

interface Expression {
  right: string
  halves: { head: string; tail: string }
  /** are there other terms that differ in one character (城乡居民, 城镇居民)? Then only a character that is mistaken for the right one is a slip */
  hasNeighbours: boolean
  /** writings that look like a slip and are right */
  legit: readonly string[]
}

/** Short expressions have neighbours of their own (高质量开展). */
const SHORT = 5

type Clue = { of: Expression; by: 'head' | 'tail' | 'dropped' }

const RIGHT = new Set(EXPRESSIONS.map(({ right }) => right))

const FINDER = new PhraseFinder<Clue>(
  EXPRESSIONS.flatMap(({ right, parts = [], legit = [], neighbours = false }) => {
    const expression: Expression = { right, halves: halvesOf(right), hasNeighbours: neighbours || right.length <= SHORT, legit }
    const dropped = disturbed(parts)
    return [
      [expression.halves.head, { of: expression, by: 'head' }] as const,
      [expression.halves.tail, { of: expression, by: 'tail' }] as const,
      ...dropped.map((wrong) => [wrong, { of: expression, by: 'dropped' }] as const),
    ]
  }),
)

/** An expression with some of its inner parts left out, or with neighbouring parts exchanged (习近平中国特色新时代社会主义思想). */
function disturbed(parts: readonly string[]): string[] {
  const out = new Set<string>()
  const n = parts.length
  for (let i = 1; i < n; i++) {
    for (let j = i + 1; j <= n; j++) {
      if (j < n && j - i < n - 2) out.add([...parts.slice(0, i), ...parts.slice(j)].join(''))
      for (let k = j + 1; k <= n; k++) out.add([...parts.slice(0, i), ...parts.slice(j, k), ...parts.slice(i, j), ...parts.slice(k)].join(''))
    }
  }
  return [...out]
}

/** Fixed expressions (提法) with one character replaced, dropped, doubled or exchanged, or with a whole part left out. */
export function slippedExpressions(text: string): Slip[] {
  const slips: Slip[] = []
  const exact: { start: number; end: number }[] = []
  for (const { start, phrase, value } of FINDER.find(text)) {
    const { right, halves, legit } = value.of
    if (value.by === 'head' && text.startsWith(right, start)) exact.push({ start, end: start + right.length })
    const place =
      value.by === 'dropped' ? { start, end: start + phrase.length } : value.by === 'head' ? nearFromHead(text, start, halves, isConfusable) : nearFromTail(text, start, halves, isConfusable)
    if (!place) continue
    const found = text.slice(place.start, place.end)
    if (value.of.hasNeighbours && isOtherWord(found, right)) continue
    if (right.length - found.length === 1 && endsOtherWord(text, place.start, found, right)) continue
    if (RIGHT.has(found) || legit.some((word) => overlaps(text, word, place.start, place.end))) continue
    slips.push({ ...place, message: `“${found}”应为“${right}”`, suggestion: right })
  }
  return slips.filter(({ start, end, suggestion = '' }) => {
    const spot = differingSpot(text.slice(start, end), suggestion)
    // a right expression clears what touches the place of the slip; one that stands in a longer misquoted one (中国特色社会主义 in 习近平新时期…思想) does not
    return !exact.some((e) => e.start < end && start < e.end && !(start <= e.start && e.end <= end && (e.end <= start + spot.start || start + spot.end <= e.start)))
  })
}

/** Where a misquoted expression differs from the right one, in the misquoted one; a dropped character leaves an empty spot. */
function differingSpot(found: string, right: string): { start: number; end: number } {
  let start = 0
  while (start < found.length && found.charAt(start) === right.charAt(start)) start++
  let tail = 0
  while (tail < found.length - start && tail < right.length - start && found.charAt(found.length - 1 - tail) === right.charAt(right.length - 1 - tail)) tail++
  return { start, end: found.length - tail }
}

/** Does it differ from the right one in a character that makes another term? */
const isOtherWord = (found: string, right: string): boolean => found.length === right.length && differenceOf(found, right) !== 'sure'

/** What a name may follow without being joined to it: 县政服务中心, 和政服务中心. */
const BEFORE_NAME = /[县区州镇乡的和与及]/u
const HAN = /\p{Script=Han}/u

/**
 * Is the second character not dropped, but the first one the end of a word: 行政｜服务中心 is no 政（务）服务中心, 其中｜共产党员 no 中（国）共产党, 财政｜购买服务 no
 * 政（府）购买服务? Whatever Chinese stands before may make it one, except what ends the name of a level or joins two things.
 */
function endsOtherWord(text: string, start: number, found: string, right: string): boolean {
  if (found !== right.charAt(0) + right.slice(2)) return false
  const before = text.charAt(start - 1)
  return HAN.test(before) && !BEFORE_NAME.test(before)
}

/** Does `word` stand at this place, or across a part of it? */
function overlaps(text: string, word: string, start: number, end: number): boolean {
  const from = Math.max(0, start - word.length + 1)
  const at = text.slice(from, end + word.length - 1).indexOf(word)
  return at >= 0
}
