import { lineWidth } from '../text/width.ts'
import { breakCosts, IN_WORD } from './title-breaks.ts'

/** another line costs as much as an end in a bad place, but less than lines of very unlike length */
const LINE = 8
const UNLIKE = 0.12
/** 沙漏形: a middle line that is the shortest, by more than a character; the standard knows 梯形 and 菱形 */
const HOURGLASS = 8
const BLOCK = 1
/** a last line of few characters */
const STUMP = 10

/**
 * Breaks a title into at most three balanced lines of up to `width` characters (GB/T 9704—2012, 7.3.1: 分一行或多行居中排布；回行时，要做到词意完整，排列对称，长短适宜，
 * 间距恰当，标题排列应当使用梯形或菱形). A title that three lines cannot hold without a word being cut gets as many as it needs. A space at a line's end goes; else nothing is added or taken.
 * `width` in units of a Chinese character.
 */
export function titleLines(title: string, width: number): string[] {
  const text = title.trim()
  if (lineWidth(text) <= width) return [text]
  const costs = breakCosts(text)
  const places = costs.flatMap((cost, i) => (cost === undefined ? [] : [i]))
  const lines = Math.ceil(lineWidth(text) / width) > 3 ? undefined : bestLines(text, width, costs, places)
  return lines ?? filledLines(text, width, costs, places)
}

/** The best of all ways to break into two or three lines; undefined where none fits without cutting a word. */
function bestLines(text: string, width: number, costs: readonly (number | undefined)[], places: readonly number[]): string[] | undefined {
  let best: string[] | undefined
  let least = Number.POSITIVE_INFINITY
  const consider = (ends: readonly number[]): void => {
    if (ends.some((at) => (costs[at] ?? 0) >= IN_WORD)) return
    const lines = cut(text, ends)
    const widths = lines.map(lineWidth)
    if (widths.some((w) => w > width || w === 0)) return
    const cost = ends.reduce((sum, at) => sum + (costs[at] ?? 0), 0) + shapeCost(widths)
    if (cost < least) {
      least = cost
      best = lines
    }
  }
  for (const first of places) {
    if (lineWidth(text.slice(0, first).trim()) > width) break
    consider([first])
    for (const second of places) if (second > first) consider([first, second])
  }
  return best
}

function shapeCost(widths: readonly number[]): number {
  const mean = widths.reduce((sum, w) => sum + w, 0) / widths.length
  const unlike = widths.reduce((sum, w) => sum + (w - mean) ** 2, 0) * UNLIKE
  const [first = 0, middle = 0, last] = widths
  const shape = last === undefined ? 0 : middle + 1 < Math.min(first, last) ? HOURGLASS : first === middle && middle === last ? BLOCK : 0
  return LINE * (widths.length - 1) + unlike + shape + ((widths.at(-1) ?? 0) < 5 ? STUMP : 0)
}

/** Lines filled one after the other, each up to the last good place that fits. */
function filledLines(text: string, width: number, costs: readonly (number | undefined)[], places: readonly number[]): string[] {
  const ends: number[] = []
  for (let from = 0; lineWidth(text.slice(from).trim()) > width; ) {
    const fitting = places.filter((at) => at > from && lineWidth(text.slice(from, at).trim()) <= width)
    // in the last third of the line the best, of equals the last
    const late = fitting.slice(Math.floor((fitting.length * 2) / 3))
    const end = late.reduceRight<number | undefined>((best, at) => (best === undefined || (costs[at] ?? 0) < (costs[best] ?? 0) ? at : best), undefined) ?? places.find((at) => at > from)
    if (end === undefined) break
    ends.push(end)
    from = end
  }
  return cut(text, ends)
}

const cut = (text: string, ends: readonly number[]): string[] => [0, ...ends].map((from, i) => text.slice(from, ends[i] ?? text.length).trim())
