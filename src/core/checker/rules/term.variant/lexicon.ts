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

/** The words that have a half in common and whose other half stands so far from it, by the characters of that other half: one of them must stand there. */
interface Beside {
  offset: number
  byFirst: Map<number, Candidate[]>
  bySecond: Map<number, Candidate[]>
}

const NONE: readonly Candidate[] = []
const BY_HALF = new Map<number, Beside[]>()
/** Which numbers of pairs may be in the map: most pairs of a text are in no word. */
const MAY_BE = new Uint8Array(0x10000)
const [HALVES, ENDS] = [1, 2]
const slotOf = (pair: number): number => (pair ^ (pair >>> 13)) & 0xffff

interface Four {
  word: string
  isCompound: boolean
}

/**
 * Words of four by what is left of them when one character is mistaken (急难_盼) or two of a half are exchanged (难急愁盼). The table of bits says of nearly
 * every place of a text that none of them stands there.
 */
const FOURS = new Map<string, Four[]>()
const LEFT = new Uint8Array(0x100000 >> 3)
/** three characters and which one they leave out, as one number of 20 bits */
const hashOf = (a: number, b: number, c: number, out: number): number => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(out, 0x27d4eb2f)) >>> 12

function putFour(word: string, isCompound: boolean): void {
  const [a, b, c, d] = [0, 1, 2, 3].map((k) => word.charCodeAt(k)) as [number, number, number, number]
  const put = (key: string, hash: number): void => {
    LEFT[hash >> 3] = (LEFT[hash >> 3] ?? 0) | (1 << (hash & 7))
    const known = FOURS.get(key)
    if (known) known.push({ word, isCompound })
    else FOURS.set(key, [{ word, isCompound }])
  }
  put(`_${word.slice(1)}`, hashOf(b, c, d, 0))
  put(`${word.charAt(0)}_${word.slice(2)}`, hashOf(a, c, d, 1))
  put(`${word.slice(0, 2)}_${word.charAt(3)}`, hashOf(a, b, d, 2))
  put(`${word.slice(0, 3)}_`, hashOf(a, b, c, 3))
  if (a !== b) put(word.charAt(1) + word.charAt(0) + word.slice(2), hashOf(b, a, c, 4))
  if (c !== d) put(word.slice(0, 2) + word.charAt(3) + word.charAt(2), hashOf(a, b, d, 4))
}

const mayBeLeft = (hash: number): boolean => ((LEFT[hash >> 3] ?? 0) & (1 << (hash & 7))) !== 0

interface SlippedFour extends Four {
  wrongAt: number
}

/** The words of four that stand at `start` with one slip, with the place of the slip. */
function foursAt(text: string, start: number): readonly SlippedFour[] {
  const a = text.charCodeAt(start)
  const b = text.charCodeAt(start + 1)
  const c = text.charCodeAt(start + 2)
  const d = text.charCodeAt(start + 3)
  const first = mayBeLeft(hashOf(b, c, d, 0))
  const second = mayBeLeft(hashOf(a, c, d, 1))
  const third = mayBeLeft(hashOf(a, b, d, 2))
  const fourth = mayBeLeft(hashOf(a, b, c, 3))
  const turned = mayBeLeft(hashOf(a, b, c, 4))
  if (!first && !second && !third && !fourth && !turned) return NO_FOURS
  const found = text.slice(start, start + 4)
  // nearly all that stands there is a word as it should be
  if (RIGHT.has(found)) return NO_FOURS
  const out: SlippedFour[] = []
  const look = (key: string): void => {
    for (const { word, isCompound } of FOURS.get(key) ?? NO_FOURS) {
      const wrongAt = placeOfSlip(text, start, word)
      if (wrongAt >= 0) out.push({ word, isCompound, wrongAt })
    }
  }
  if (first) look(`_${found.slice(1)}`)
  if (second) look(`${found.charAt(0)}_${found.slice(2)}`)
  if (third) look(`${found.slice(0, 2)}_${found.charAt(3)}`)
  if (fourth) look(`${found.slice(0, 3)}_`)
  if (turned) look(found)
  return out
}

const NO_FOURS: never[] = []

for (const [list, isCompound] of [[lexicon.fixed, false], [lexicon.compounds, true]] as const) {
  for (const word of wordsOf(list)) {
    if (word.length === 4) {
      putFour(word, isCompound)
      continue
    }
    for (const at of [0, word.length - 2]) {
      const pair = pairOf(word.charCodeAt(at), word.charCodeAt(at + 1))
      MAY_BE[slotOf(pair)] = HALVES
      const other = at === 0 ? 2 : 0
      const candidate: Candidate = { word, at, other, codes: [word.charCodeAt(other), word.charCodeAt(other + 1)], isCompound }
      const half = BY_HALF.get(pair) ?? []
      BY_HALF.set(pair, half)
      const offset = other - at
      let beside = half.find((one) => one.offset === offset)
      if (!beside) half.push((beside = { offset, byFirst: new Map(), bySecond: new Map() }))
      for (const [map, code] of [[beside.byFirst, candidate.codes[0]], [beside.bySecond, candidate.codes[1]]] as const) {
        const list = map.get(code)
        if (list) list.push(candidate)
        else map.set(code, [candidate])
      }
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
 * 急难仇盼, 夯实基楚. One pass over the text: words of four are looked up by their other three characters, longer ones by the half that a slip leaves as it is.
 * Headings have puns, and so have names in quotation marks: there a character that they play with is let stand.
 */
export function slippedWords(text: string, isHeading: boolean): Slip[] {
  const slips: Slip[] = []
  const tell = (word: string, isCompound: boolean, start: number, wrongAt: number): void => {
    const found = text.slice(start, start + word.length)
    if (RIGHT.has(found) || (isCompound && TAKEN.has(wrongAt < 2 ? found.slice(0, 2) : found.slice(-2)))) return
    if ((isHeading || isInShortQuotation(text, start)) && PUN.test(found.charAt(wrongAt))) return
    slips.push({ start, end: start + word.length, message: `“${found}”应为“${word}”`, suggestion: word })
  }
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
    if (i + 2 < text.length) for (const { word, isCompound, wrongAt } of foursAt(text, i - 1)) tell(word, isCompound, i - 1, wrongAt)
    if (((MAY_BE[slotOf(pair)] ?? 0) & HALVES) === 0) continue
    const half = BY_HALF.get(pair)
    if (!half) continue
    for (const candidate of nearBeside(text, i - 1, half)) {
      const { word, at, isCompound } = candidate
      const start = i - 1 - at
      const wrongAt = start < 0 ? -1 : placeOfSlip(text, start, word)
      if (wrongAt >= 0) tell(word, isCompound, start, wrongAt)
    }
  }
  return slips
}

/** The words of a half that stands at `from` whose other half is there but for one of its characters, or with both exchanged. */
function nearBeside(text: string, from: number, half: readonly Beside[]): readonly Candidate[] {
  let near: Candidate[] | undefined
  for (const { offset, byFirst, bySecond } of half) {
    const [one, two] = [text.charCodeAt(from + offset), text.charCodeAt(from + offset + 1)]
    for (const it of byFirst.get(one) ?? NONE) if (it.codes[1] !== two || it.word.length !== 4) (near ??= []).push(it)
    for (const it of bySecond.get(two) ?? NONE) if (it.codes[0] !== one) (near ??= []).push(it)
    if (one !== two) for (const it of bySecond.get(one) ?? NONE) if (it.codes[0] === two) (near ??= []).push(it)
  }
  return near ?? NONE
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
