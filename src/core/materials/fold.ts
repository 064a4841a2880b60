import { toHalfWidth } from '../text/numerals.ts'

/** A text without what a reader does not tell apart, and the way back to the source. */
export interface Folded {
  text: string
  /** offset in the source of each unit of `text`, and one more for the end of the last: `at[i]` to `at[i + 1]` may hold white space behind it */
  at: readonly number[]
}

/** Folds punctuation of either width, besides what numerals fold. */
const SIGNS: Readonly<Record<string, string>> = { '；': ';', '！': '!', '？': '?', '（': '(', '）': ')', '〔': '[', '〕': ']', '“': '"', '”': '"', '‘': "'", '’': "'", '「': '"', '」': '"', '—': '-', '–': '-', '－': '-', '～': '~', '·': '·', '•': '·', '・': '·' }
/** White space and signs that nobody sees. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u

/**
 * Texts that differ only in white space, in the width of signs and letters or in capitals become one. Offsets of `source` are UTF-16 units;
 * each unit of the result stands for one of them.
 */
export function fold(source: string): Folded {
  let text = ''
  const at: number[] = []
  for (let i = 0; i < source.length; i++) {
    const c = source.charAt(i)
    if (UNSEEN.test(c)) continue
    text += SIGNS[c] ?? toHalfWidth(c).toLowerCase().charAt(0)
    at.push(i)
  }
  at.push(at.length > 0 ? (at[at.length - 1] ?? 0) + 1 : 0)
  return { text, at }
}

/** The range in the source of a stretch of the folded text. */
export const unfolded = ({ at }: Folded, start: number, end: number): { start: number; end: number } => ({ start: at[start] ?? 0, end: (at[end - 1] ?? -1) + 1 })
