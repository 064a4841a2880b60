import { splitHeadingNumber } from '../text/heading-number.ts'
import { isArabicDigit, isChineseNumeralChar } from '../text/numerals.ts'
import { withApproximation } from './approximation.ts'
import { matchBareYear, matchDate } from './dates.ts'
import { shareUnits } from './ellipsis.ts'
import type { Figure } from './figure.ts'
import { indicatorOf } from './indicator.ts'
import type { Match, Matcher } from './matcher.ts'
import { matchOrdinal } from './ordinals.ts'
import { matchQuantity } from './quantities.ts'
import { insideName, matchSet } from './sets.ts'
import { squeeze, visible } from './squeeze.ts'

/** In order of precedence: what a date or an ordinal takes, no quantity may have. */
const MATCHERS: readonly Matcher[] = [matchDate, matchOrdinal, matchQuantity, matchBareYear, matchSet]

/** What a paragraph takes over from where it stands. Nothing else does: its figures depend on no other paragraph. */
export interface Surroundings {
  /** the heading above it, whose subject a bare result counts (提案工作 … 形成意见建议68条) */
  heading: string
}

/** How many characters of text the two generations of remembered paragraphs may hold each. */
const REMEMBERED = 1_000_000

/** Paragraphs that were read lately, by their text; when the younger generation is full, the older one is forgotten. */
let young = new Map<string, readonly Figure[]>()
let old = new Map<string, readonly Figure[]>()
let held = 0

/**
 * Recognises every numeral of one paragraph's plain text and says what it is. Offsets are UTF-16 units of `text`. Linear in its length;
 * remembered by text, so that while one paragraph is edited the others cost nothing.
 */
export function recognizeFigures(text: string, { heading }: Surroundings = { heading: '' }): readonly Figure[] {
  const key = heading === '' ? text : `${heading}\n\n${text}`
  let figures = young.get(key)
  if (figures) return figures
  figures = old.get(key) ?? recognize(text, heading)
  held += key.length
  if (held > REMEMBERED) {
    old = young
    young = new Map()
    held = key.length
  }
  young.set(key, figures)
  return figures
}

function recognize(text: string, heading: string): Figure[] {
  const { text: squeezed, map } = squeeze(text)
  const matches = apart(shareUnits(squeezed, scan(squeezed)).map((m) => withApproximation(squeezed, m)))
  const indicators: string[] = []
  return matches.map((match, k) => {
    const isCoreKind = match.kind === 'quantity' || match.kind === 'percent' || match.kind === 'money'
    const indicator = isCoreKind ? indicatorOf(squeezed, matches, k, indicators, heading) : ''
    indicators.push(indicator)
    const start = map[match.start] ?? 0
    // the end of the last unit, not the start of the next: white space behind a figure is not part of it
    const end = (map[match.end - 1] ?? 0) + 1
    return {
      start,
      end,
      text: visible(text.slice(start, end)),
      value: match.value === null || Number.isFinite(match.value) ? match.value : null,
      ...(match.high === undefined ? {} : { high: match.high }),
      unit: match.unit,
      approx: match.approx,
      kind: match.kind,
      indicator,
    }
  })
}

/** Parts matches that meet: a word such as 近 belongs to the number behind it, not to the set in front (三个方面近20项). */
function apart(matches: readonly Match[]): Match[] {
  const out: Match[] = []
  for (const match of matches) {
    const before = out.at(-1)
    const overlap = before ? before.end - match.start : 0
    if (!before || overlap <= 0) out.push(match)
    else if (before.kind === 'enum' && before.unit.length > overlap) {
      out[out.length - 1] = { ...before, end: match.start, unit: before.unit.slice(0, -overlap) }
      out.push(match)
    } else out.push({ ...match, start: before.end })
  }
  return out
}

/** All matches from left to right, without overlaps. */
function scan(text: string): Match[] {
  const out: Match[] = []
  let i = splitHeadingNumber(text)?.number.length ?? 0
  while (i < text.length) {
    const match = startsNumeral(text, i) ? first(text, i) : undefined
    if (match && match.end > i) {
      const previous = out.at(-1)
      out.push(previous && match.start < previous.end ? { ...match, start: previous.end } : match)
      i = match.end
    } else {
      i = afterNumeral(text, i)
    }
  }
  return out.map((m) => inTitle(text, m))
}

const startsNumeral = (text: string, i: number): boolean => {
  const c = text.charAt(i)
  return isArabicDigit(c) || isChineseNumeralChar(c) || c === '第' || c === '翻' || c === '前'
}

function first(text: string, i: number): Match | undefined {
  for (const matcher of MATCHERS) {
    const match = matcher(text, i)
    if (match) return match
  }
  return undefined
}

/** The next place where a numeral can begin: behind this character, and behind a whole run of digits that nothing recognised. */
function afterNumeral(text: string, i: number): number {
  let next = i + 1
  if (isArabicDigit(text.charAt(i))) while (next < text.length && isArabicDigit(text.charAt(next))) next++
  else if (isChineseNumeralChar(text.charAt(i))) while (next < text.length && isChineseNumeralChar(text.charAt(next))) next++
  return next
}

/**
 * Numbers in the titles of books and documents (《民国时期开化七个留学生》) and in short names in quotation marks (“1243”, “金融16条”) are part
 * of the name. A quotation that holds a verb or a mark of punctuation speaks for itself.
 */
function inTitle(text: string, match: Match): Match {
  // “七十五载奋进路”: a span of time written in Chinese, in a name
  if (match.kind === 'duration' && isChineseNumeralChar(text.charAt(match.start)) && /[“《]$/u.test(text.slice(match.start - 1, match.start)) && /^\p{Script=Han}{2}/u.test(text.slice(match.end)) && insideName(text, match.start, match.end) && !/[年月天]$/u.test(match.unit)) return { ...match, kind: 'label' }
  if (match.kind !== 'quantity' && match.kind !== 'percent' && match.kind !== 'money') return match
  const from = Math.max(0, match.start - 60)
  const around = text.slice(from, match.start)
  const open = around.lastIndexOf('《')
  if (open >= 0 && !around.slice(open).includes('》') && text.slice(match.end, match.end + 60).includes('》')) return { ...match, kind: 'label' }
  const quote = Math.max(around.lastIndexOf('“'), around.lastIndexOf('‘'))
  if (quote < 0 || /[”’，。；：]/u.test(around.slice(quote + 1))) return match
  const behind = text.slice(match.end, match.end + 13)
  const close = behind.search(/[”’]/u)
  if (close < 0 || /[，。；]/u.test(behind.slice(0, close))) return match
  const before = around.length - quote - 1
  if (before === 0 || before + (match.end - match.start) + close <= 8) return { ...match, kind: 'label' }
  return match
}
