import { readChinese } from './numerals.ts'

/** The styles in which Chinese headings are numbered (GB/T 9704—2012, 7.3.3: 一、 （一） 1. （1）), and the older 第一部分 and ①. */
export type NumberStyle = '第一' | '一、' | '（一）' | '1.' | '（1）' | '①'

export interface HeadingNumber {
  style: NumberStyle
  /** the number as it stands, separator included */
  number: string
  /** what follows it */
  heading: string
  value: number
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const CN = '[一二三四五六七八九十]{1,3}'
const PATTERNS: readonly [NumberStyle, RegExp][] = [
  ['第一', new RegExp(`^(第(${CN})(?:部分|篇章|章|篇|节)[\\s\u3000：:、]*)(?=\\S|$)`, 'u')],
  ['一、', new RegExp(`^((${CN})\\s*[、．.,，]\\s*)`, 'u')],
  ['（一）', new RegExp(`^([（(]\\s*(${CN})\\s*[）)]\\s*[、.．]?\\s*)`, 'u')],
  ['1.', /^((\d{1,2})\s*(?:[.．](?!\d)|、)\s*)/u],
  ['（1）', /^([（(]\s*(\d{1,2})\s*[）)]\s*)/u],
  ['①', new RegExp(`^(([${CIRCLED}])\\s*)`, 'u')],
]

/**
 * Splits a heading line into its number and the heading proper; undefined where the line does not begin with a number. White space
 * belongs to the number, so that `number + heading` is the line again.
 */
export function splitHeadingNumber(line: string): HeadingNumber | undefined {
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(line)
    if (!match) continue
    const number = match[1] ?? ''
    const count = match[2] ?? ''
    const value = style === '①' ? CIRCLED.indexOf(count) + 1 : /\d/u.test(count) ? Number(count) : readChinese(count)
    if (!Number.isInteger(value) || value < 1) continue
    return { style, number, heading: line.slice(number.length), value }
  }
  return undefined
}
