import { readChinese } from '../text/numerals.ts'
import type { View } from './view.ts'

/** How points are counted within running text: 一是, 第一，, （一）, （1）, ①. */
export type OrdinalStyle = '一是' | '第一' | '（一）' | '（1）' | '①'

/** An ordinal that opens a point (一是…；二是…). */
export interface RunningOrdinal {
  style: OrdinalStyle
  value: number
  /** of the ordinal in the view's text */
  start: number
  end: number
}

const CN = '[一二三四五六七八九十]{1,3}'
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
/** A point begins behind one of these, or at the head of the paragraph. What is before is looked up, since a look-behind at every sign is slow. */
const MARKS = '。；：，！？—'
/** style, pattern, marks behind which it stands (none: anywhere), and a cheap sign that the pattern may occur */
const STYLES: readonly [OrdinalStyle, RegExp, string | undefined, RegExp][] = [
  ['一是', new RegExp(`(${CN})(?:是|要(?=\\p{Script=Han}))`, 'gu'), `${MARKS}”）`, /[一二三四五六七八九十][是要]/u],
  ['第一', new RegExp(`第(${CN})(?:，|、(?!第?${CN})|：|是(?!${CN}|第))`, 'gu'), `${MARKS}”）`, /第[一二三四五六七八九十]/u],
  ['（一）', new RegExp(`（(${CN})）`, 'gu'), MARKS, /（[一二三四五六七八九十]/u],
  ['（1）', /（(\d{1,2})）/gu, MARKS, /（\d/u],
  ['①', new RegExp(`([${CIRCLED}])`, 'gu'), undefined, /[①-⑳]/u],
]

/** The ordinals of a text by style, each in reading order. */
export function runningOrdinals({ text }: View): RunningOrdinal[][] {
  return STYLES.flatMap(([style, pattern, marks, sign]): RunningOrdinal[][] => {
    if (!sign.test(text)) return []
    const found = [...text.matchAll(pattern)].flatMap((match): RunningOrdinal[] => {
      const behindMark = marks === undefined || match.index === 0 || marks.includes(text.charAt(match.index - 1))
      // 包括一是…，二是…: the first of a series within a point has no mark in front
      const opensInside = style === '一是' && match[0] === '一是' && /[括即为是有]/u.test(text.charAt(match.index - 1)) && !/[一二非否]/u.test(text.charAt(match.index + 2))
      if (!behindMark && !opensInside) return []
      const numeral = match[1] ?? ''
      const value = style === '①' ? CIRCLED.indexOf(numeral) + 1 : style === '（1）' ? Number(numeral) : readChinese(numeral)
      return Number.isInteger(value) && value >= 1 ? [{ style, value, start: match.index, end: match.index + match[0].length }] : []
    })
    return found.length > 0 ? [found] : []
  })
}

/** An ordinal that does not follow the one before it. */
export interface OrdinalSlip {
  at: RunningOrdinal
  expected: number
}

/** The ordinals of one style as series from their first on; a series may hold others of the same style (一是A，包括一是…，二是…；二是B). */
export function seriesOf(ordinals: readonly RunningOrdinal[]): { series: RunningOrdinal[][]; slips: OrdinalSlip[] } {
  const series: RunningOrdinal[][] = []
  const slips: OrdinalSlip[] = []
  /** open series with the value that each stands at */
  let open: { of: RunningOrdinal[]; last: number }[] = []
  ordinals.forEach((ordinal, i) => {
    const next = ordinals[i + 1]?.value
    const top = open.at(-1)
    const begin = (last: number): void => {
      const of = [ordinal]
      series.push(of)
      open.push({ of, last })
    }
    if (!top) {
      // 三是…；二是…；三是…: the first should be 一是
      const wrong = ordinal.value !== 1 && next === 2
      if (wrong) slips.push({ at: ordinal, expected: 1 })
      begin(wrong ? 1 : ordinal.value)
      return
    }
    if (ordinal.value === 1 && !(top.last <= 2 && next === top.last + 2)) {
      begin(1)
      return
    }
    const held = open.findLastIndex(({ last }) => last === ordinal.value - 1)
    const into = held >= 0 ? held : open.length - 1
    open = open.slice(0, into + 1)
    const target = open.at(-1)
    if (!target) return
    target.of.push(ordinal)
    if (held < 0) {
      slips.push({ at: ordinal, expected: target.last + 1 })
      // numbers that go on from it: something is missing in front; else it alone is wrong
      target.last = next === ordinal.value + 1 ? ordinal.value : target.last + 1
    } else {
      target.last = ordinal.value
    }
  })
  return { series, slips }
}
