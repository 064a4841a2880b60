import type { Figure } from './figure.ts'

/** Recognises every numeral of one paragraph's plain text and says what it is. Offsets are UTF-16 units of `text`. */
export function recognizeFigures(text: string): Figure[] {
  void text
  return []
}
