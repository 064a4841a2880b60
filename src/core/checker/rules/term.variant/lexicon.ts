import lexicon from '#resources/terms/lexicon.json' with { type: 'json' }
import { isConfusable } from './confusable.ts'
import type { Slip } from './slip.ts'

/** A word of the genre, by one of its halves. */
interface Candidate {
  word: string
  /** where the half stands in the word */
  at: number
  /** where its other half begins, and its first two characters there: most candidates differ in both */
  other: number
  codes: readonly [number, number]
  /** is it made of two words that stand by themselves (定期召开), so that one of them may be meant for another? */
  isCompound: boolean
}

const wordsOf = (rows: readonly string[]): string[] => rows.flatMap((row) => row.split(' '))

const RIGHT = new Set([...wordsOf(lexicon.fixed), ...wordsOf(lexicon.compounds), ...wordsOf(lexicon.three), ...wordsOf(lexicon.legit)])
const TAKEN = new Set(wordsOf(lexicon.taken))

/** Groups of characters mistaken for one another in ordinary words, beside those by which names are compared. */
const GROUPS = new Map<string, number[]>()
;[...lexicon.sound, ...lexicon.look].forEach((group, k) => {
  for (const c of group) GROUPS.set(c, [...(GROUPS.get(c) ?? []), k])
})
const isMistaken = (a: string, b: string): boolean => isConfusable(a, b) || (GROUPS.get(a)?.some((k) => GROUPS.get(b)?.includes(k)) ?? false)

/** Two UTF-16 units as one number, which stays below 2^30 for Han characters of the basic block, so that maps keep it in one piece. */
const FIRST_HAN = 0x4e00
const HAN = 0x5200
const pairOf = (a: number, b: number): number => (a - FIRST_HAN) * HAN + (b - FIRST_HAN)

const BY_HALF = new Map<number, Candidate[]>()
/** Which numbers of pairs may be in the map: most pairs of a text are in no word. */
const MAY_BE = new Uint8Array(0x10000)
const [HALVES, ENDS] = [1, 2]
const slotOf = (pair: number): number => (pair ^ (pair >>> 13)) & 0xffff

for (const [list, isCompound] of [[lexicon.fixed, false], [lexicon.compounds, true]] as const) {
  for (const word of wordsOf(list)) {
    for (const at of [0, word.length - 2]) {
      const pair = pairOf(word.charCodeAt(at), word.charCodeAt(at + 1))
      MAY_BE[slotOf(pair)] = HALVES
      const known = BY_HALF.get(pair)
      const other = at === 0 ? 2 : 0
      const candidate: Candidate = { word, at, other, codes: [word.charCodeAt(other), word.charCodeAt(other + 1)], isCompound }
      if (known) known.push(candidate)
      else BY_HALF.set(pair, [candidate])
    }
  }
}

/** Words of three by their first and last characters: only a mistaken one between them is a slip, since two characters at a time stand in many places. */
const BY_ENDS = new Map<number, string[]>()
for (const word of wordsOf(lexicon.three)) {
  const pair = pairOf(word.charCodeAt(0), word.charCodeAt(2))
  MAY_BE[slotOf(pair)] = (MAY_BE[slotOf(pair)] ?? 0) | ENDS
  BY_ENDS.set(pair, [...(BY_ENDS.get(pair) ?? []), word])
}

/** Characters that slogans play with, in quotation marks and headings (“医”往无前, “童心同德”). */
const PUN = /[医疫药童税检警艺侨粮法律廉清莲青农工红益爱芯新心水电邮教育职银书阅竹茶橙桔杏慧惠福富社邻党旗乐健康体武公消声鹤老龄孝仁粽诚成城橘企商勤巾侨蜜瓜果渔牧林路桥港税审计统数智云网才财彩菜]/u

/**
 * Words of this genre (resources/terms/lexicon.json) with one character mistaken for another of its sound or look, or two exchanged in one half:
 * 急难仇盼, 夯实基楚. One pass over the text: one slip leaves one of the halves of a word of four as it is, and the halves are looked up by their
 * numbers. Headings have puns, and so have names in quotation marks: there a character that they play with is let stand.
 */
export function slippedWords(text: string, isHeading: boolean): Slip[] {
  const slips: Slip[] = []
  let first = 0
  let before = text.charCodeAt(0)
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const pair = pairOf(before, code)
    const ends = pairOf(first, code)
    first = before
    before = code
    if (((MAY_BE[slotOf(ends)] ?? 0) & ENDS) !== 0) {
      const found = text.slice(i - 2, i + 1)
      for (const word of BY_ENDS.get(ends) ?? []) {
        if (!isMistaken(found.charAt(1), word.charAt(1)) || RIGHT.has(found) || ((isHeading || isInShortQuotation(text, i - 2)) && PUN.test(found.charAt(1)))) continue
        slips.push({ start: i - 2, end: i + 1, message: `“${found}”应为“${word}”`, suggestion: word })
      }
    }
    if (((MAY_BE[slotOf(pair)] ?? 0) & HALVES) === 0) continue
    const candidates = BY_HALF.get(pair)
    if (!candidates) continue
    for (const { word, at, other, codes, isCompound } of candidates) {
      const start = i - 1 - at
      const one = text.charCodeAt(start + other)
      const two = text.charCodeAt(start + other + 1)
      if ((one !== codes[0] && two !== codes[1] && (one !== codes[1] || two !== codes[0])) || (one === codes[0] && two === codes[1] && word.length === 4)) continue
      const wrongAt = start < 0 ? -1 : placeOfSlip(text, start, word)
      if (wrongAt < 0) continue
      const found = text.slice(start, start + word.length)
      if (RIGHT.has(found) || (isCompound && TAKEN.has(wrongAt < 2 ? found.slice(0, 2) : found.slice(-2)))) continue
      if ((isHeading || isInShortQuotation(text, start)) && PUN.test(found.charAt(wrongAt))) continue
      slips.push({ start, end: start + word.length, message: `“${found}”应为“${word}”`, suggestion: word })
    }
  }
  return slips
}

/** Where the one slip of what stands at `start` against `word` is, -1 where there is none or more than one. */
function placeOfSlip(text: string, start: number, word: string): number {
  let wrongAt = -1
  for (let k = 0; k < word.length; k++) {
    if (text.charCodeAt(start + k) === word.charCodeAt(k)) continue
    if (wrongAt >= 0) return isExchanged(text, start, word, wrongAt) ? wrongAt : -1
    wrongAt = k
  }
  return wrongAt >= 0 && isMistaken(text.charAt(start + wrongAt), word.charAt(wrongAt)) ? wrongAt : -1
}

const isExchanged = (text: string, start: number, word: string, at: number): boolean =>
  text.charAt(start + at) === word.charAt(at + 1) && text.charAt(start + at + 1) === word.charAt(at) && text.startsWith(word.slice(at + 2), start + at + 2)

/** Names of brands and actions in quotation marks are this short; what is quoted at length is read like any text. */
const SHORT = 14

function isInShortQuotation(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - SHORT; i--) {
    const c = text.charAt(i)
    if (c === '”' || c === '’' || c === '》' || c === '。') return false
    if (c === '“' || c === '‘' || c === '《') return true
  }
  return false
}
