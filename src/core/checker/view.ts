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

/** Reads a text for lists and clauses. Linear in its length. */
export function viewOf(source: string): View {
  const squeezed = squeeze(source)
  const { map } = squeezed
  // between digits these belong to the number (1,234; 15:30)
  const text = squeezed.text.replace(/(?<!\d)[,;:!?]|[,;:!?](?!\d)|[()]/gu, (mark) => FOLDED[mark] ?? mark)
  return {
    text,
    masked: /[“《‘「〈（〔【]/u.test(text) ? mask(text) : text,
    at: (offset) => map[offset] ?? source.length,
    endAt: (offset) => (offset === 0 ? 0 : (map[offset - 1] ?? source.length) + 1),
  }
}

function mask(text: string): string {
  let out = ''
  let i = 0
  while (i < text.length) {
    const open = text.charAt(i)
    const close = PARTNERS[open]
    const end = close === undefined ? -1 : partnerOf(text, i, open, close)
    if (end < 0) {
      out += open
      i++
    } else {
      const bracket = '（〔【'.includes(open)
      out += bracket ? INSIDE.repeat(end + 1 - i) : OPEN + INSIDE.repeat(end - i - 1) + CLOSE
      i = end + 1
    }
  }
  return out
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
