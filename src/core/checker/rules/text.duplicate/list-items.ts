import { squeezed } from '../../reading.ts'

/** An item of 一是…；二是…。 without its ordinal. Offsets in the paragraph, the stop left out; `words` without white space. */
export interface ListItem {
  words: string
  start: number
  end: number
}

/** How long the words of two items must be to be the same by no accident, and with a number among them. */
const LONG = 20
const WITH_NUMBER = 12
const ORDINAL = /(?<=^\s*|[。；：，]\s*)(?:[一二三四五六七八九十]{1,2}(?:是|要|、)|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,2}[，、]|(?:首先|其次|再次|最后)[，是])/gu

/** The items of lists with ordinals in a paragraph. Linear in its text. */
export function listItems(text: string): ListItem[] {
  const ordinals = [...text.matchAll(ORDINAL)]
  return ordinals.flatMap(({ index, 0: { length } }, k): ListItem[] => {
    const start = index + length
    const rest = text.slice(start, ordinals[k + 1]?.index ?? text.length)
    const stop = rest.search(/[。；]/u)
    const raw = stop < 0 ? rest.trimEnd() : rest.slice(0, stop)
    const words = squeezed(raw)
    return words.length < (/\d/u.test(words) ? WITH_NUMBER : LONG) ? [] : [{ words, start, end: start + raw.length }]
  })
}
