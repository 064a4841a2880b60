import { squeeze } from '../figures/squeeze.ts'

/** What stands for a quotation's or title's first and last mark and for what is inside, in {@link View.masked}. */
export const OPEN = '\uE000'
export const CLOSE = '\uE001'
export const INSIDE = '\uE002'

/** A paragraph's text as rules read it that look at clauses and lists. */
export interface View {
  /** without white space, with full-width marks in place of half-width ones between Chinese characters */
  text: string
  /** of the same length: “…”, 《…》 and ‘…’ are one thing each, from {@link OPEN} to {@link CLOSE}; what is in brackets is {@link INSIDE} */
  masked: string
  /** offset in the source of an offset in `text` */
  at(offset: number): number
  /** where a stretch of `text` that ends before this offset ends in the source */
  endAt(offset: number): number
}

const PARTNERS: Readonly<Record<string, string>> = { '“': '”', '《': '》', '‘': '’', '「': '」', '〈': '〉', '（': '）', '〔': '〕', '【': '】' }
const FOLDED: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '!': '！', '?': '？' }
/** A quotation longer than this is not one name; a mark whose partner is farther off is a slip. */
const LONGEST = 120

/** Views of texts that were asked for lately: several rules read the same paragraph one after another. */
const recent = new Map<string, View>()
const MOST_RECENT = 2000

/** Reads a text for lists and clauses. Linear in its length. */
export function viewOf(source: string): View {
  const known = recent.get(source)
  if (known) return known
  const view = readView(source)
  if (recent.size >= MOST_RECENT) recent.clear()
  recent.set(source, view)
  return view
}

function readView(source: string): View {
  const squeezed = squeeze(source)
  const { map } = squeezed
  // between digits these belong to the number (1,234; 15:30)
  const text = /[,;:!?()]/u.test(squeezed.text) ? squeezed.text.replace(/[,;:!?()]/gu, (mark, at: number, all: string) => ('()'.includes(mark) || !isDigit(all, at - 1) || !isDigit(all, at + 1) ? (FOLDED[mark] ?? mark) : mark)) : squeezed.text
  return {
    text,
    masked: mask(text),
    at: (offset) => map[offset] ?? source.length,
    endAt: (offset) => (offset === 0 ? 0 : (map[offset - 1] ?? source.length) + 1),
  }
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

const OPENERS = /[“《‘「〈（〔【]/gu

function mask(text: string): string {
  let out = ''
  let done = 0
  for (const { index, 0: open } of text.matchAll(OPENERS)) {
    if (index < done) continue
    const end = partnerOf(text, index, open, PARTNERS[open] ?? '')
    if (end < 0) continue
    const length = end + 1 - index
    out += text.slice(done, index) + ('（〔【'.includes(open) ? INSIDE.repeat(length) : OPEN + INSIDE.repeat(length - 2) + CLOSE)
    done = end + 1
  }
  return done === 0 ? text : out + text.slice(done)
}

function partnerOf(text: string, start: number, open: string, close: string): number {
  let depth = 0
  const limit = Math.min(text.length, start + LONGEST)
  for (let i = start; i < limit; i++) {
    const c = text.charAt(i)
    if (c === open) depth++
    else if (c === close && --depth === 0) return i
  }
  return -1
}
