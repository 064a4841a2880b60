import { numeralAt } from '../text/numeral-at.ts'
import { squeeze, visible } from './squeeze.ts'

/** A numeral as it stands in a text, whatever it may mean there. */
export interface FoundNumeral {
  /** offsets in the text: UTF-16, half-open */
  start: number
  end: number
  /** the surface without white space */
  text: string
  value: number
}

/** financial digits that are everyday words where they stand alone (大陆, 队伍, 放肆, 收拾) */
const EVERYDAY = '陆陸伍肆拾'

const FRACTION = /\/(\d+)(?![\d/.])/uy

/**
 * All numerals of a text, with sign, as fractions (三分之二, 3/4, 一又二分之一) and with their units of count, also where they are part of a word
 * (四川) or only a rough idea (十几万). What they mean is for recognition to say (recognize.ts); this list is for whoever knows better, and for
 * comparison with other readers of numerals. Linear in the length of the text.
 */
export function findNumerals(source: string): FoundNumeral[] {
  const { text, map } = squeeze(source)
  const out: FoundNumeral[] = []
  let i = 0
  while (i < text.length) {
    const found = signedAt(text, i)
    if (!found) {
      i++
      continue
    }
    const start = map[found.start] ?? 0
    const end = (map[found.end - 1] ?? 0) + 1
    out.push({ start, end, text: visible(source.slice(start, end)), value: found.value })
    i = found.end
  }
  return out
}

interface Part {
  start: number
  end: number
  value: number
}

function signedAt(text: string, i: number): Part | undefined {
  const c = text.charAt(i)
  const minus = c === '负' || c === '負' || ((c === '-' || c === '−') && !/[\d一二三四五六七八九十百千万亿%A-Za-z]/u.test(text.charAt(i - 1)))
  const part = partAt(text, minus ? i + 1 : i)
  return part && (minus ? { start: i, end: part.end, value: -part.value } : part)
}

function partAt(text: string, i: number): Part | undefined {
  const first = numeralAt(text, i)
  if (!first || (first.end - i === 1 && EVERYDAY.includes(text.charAt(i)))) return undefined
  if (text.startsWith('分之', first.end)) {
    const top = signedAt(text, first.end + 2)
    if (top && first.value !== 0) return { start: i, end: top.end, value: top.value / first.value }
  }
  if (text.charAt(first.end) === '又' || (first.arabic && text.charAt(first.end) === ' ')) {
    const rest = partAt(text, first.end + 1)
    if (rest && (text.charAt(first.end) === '又' ? rest.value < 1 : /\//u.test(text.slice(first.end, rest.end)))) return { start: i, end: rest.end, value: first.value + rest.value }
  }
  if (first.arabic) {
    FRACTION.lastIndex = first.end
    const bottom = FRACTION.exec(text)
    if (bottom && Number(bottom[1]) > 0) return { start: i, end: first.end + bottom[0].length, value: first.value / Number(bottom[1]) }
  }
  return { start: i, end: first.end, value: first.value }
}
