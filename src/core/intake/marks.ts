import { normalizeInlines, textNode, type Inline, type Mark } from '../model/inline.ts'
import type { MarkRange } from './source.ts'

/**
 * Marks on their way from a source's lines into paragraphs. What happens to text on that way only takes white space and controls out of it and puts single
 * spaces into it, so that each character that is left is found again by walking along.
 */

/** Ranges of `from` as ranges of `to`, which is `from` without some white space and controls, and with single spaces put in. Linear. */
export function carryRanges(ranges: readonly MarkRange[], from: string, to: string): MarkRange[] {
  const places = placesOf(from, to)
  const out: MarkRange[] = []
  for (const range of ranges) {
    const start = firstFrom(places, range.start)
    const end = firstFrom(places, range.end)
    if (end > start) out.push({ ...range, start, end })
  }
  return out
}

/** For each unit of `to` the place in `from` that it came from; never falling. */
function placesOf(from: string, to: string): number[] {
  const places: number[] = []
  let i = 0
  for (let k = 0; k < to.length; k++) {
    const c = to.charAt(k)
    while (i < from.length && from.charAt(i) !== c && (c !== ' ' || /[\p{Cc}\p{Cf}]/u.test(from.charAt(i))) && !isReplaced(from.charAt(i), c)) i++
    places.push(i)
    if (from.charAt(i) === c || isReplaced(from.charAt(i), c)) i++
  }
  return places
}

/** tabs and hard spaces become spaces */
const isReplaced = (was: string, is: string): boolean => is === ' ' && /[\t\u00a0]/u.test(was)

/** The first place of `to` that came from `at` or later. */
function firstFrom(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Ranges of texts that were put one behind the other. */
export function joinRanges(lines: readonly { text: string; marks?: readonly MarkRange[] }[]): MarkRange[] {
  let at = 0
  return lines.flatMap(({ text, marks }) => {
    const from = at
    at += text.length
    return (marks ?? []).map((range) => ({ ...range, start: range.start + from, end: range.end + from }))
  })
}

/** 【待填】件: what an export writes for an open slot; its unit ends where running text begins */
const SLOT = /【待填】([^【】，。；：、！？,;:!?\s]{0,16})/gu

/**
 * Text with its marks as a paragraph's content. What an export wrote for an open slot is a slot again: its unit is known, what it counts has to be read
 * from the words around (figures/name-slots.ts). `id` gives out ids.
 */
export function inlinesOf(text: string, ranges: readonly MarkRange[], id: () => string): Inline[] {
  const out: Inline[] = []
  let at = 0
  const plain = (end: number, marks: readonly Mark[] = []): void => {
    if (end > at) out.push(textNode(text.slice(at, end), marks))
    at = Math.max(at, end)
  }
  for (const { start, end, marks, slot } of united(ranges)) {
    plain(start)
    if (slot === true) {
      for (const match of text.slice(start, end).matchAll(SLOT)) {
        plain(start + match.index, marks)
        out.push({ type: 'slot', id: id(), indicator: '', unit: match[1] ?? '', kind: 'quantity', ...(marks.length > 0 ? { marks: [...marks] } : {}) })
        at = start + match.index + match[0].length
      }
    }
    plain(end, marks)
  }
  plain(text.length)
  return normalizeInlines(out)
}

/** Neighbouring ranges of one kind as one: programs cut runs wherever something was typed. */
function united(ranges: readonly MarkRange[]): MarkRange[] {
  const out: MarkRange[] = []
  for (const range of ranges) {
    const last = out.at(-1)
    if (last && last.end === range.start && last.slot === range.slot && last.marks.join() === range.marks.join()) out[out.length - 1] = { ...last, end: range.end }
    else out.push(range)
  }
  return out
}

/** Puts a mark on the first `length` units of a paragraph's content; what it takes the place of goes. */
export function markBeginning(content: readonly Inline[], length: number, mark: Mark, instead?: Mark): Inline[] {
  let at = 0
  return normalizeInlines(content.flatMap((node): Inline[] => {
    const own = node.type === 'slot' ? `【待填】${node.unit}` : node.text
    const inside = Math.max(0, Math.min(own.length, length - at))
    at += own.length
    if (inside === 0) return [node]
    const marks = [...(node.marks ?? []).filter((m) => m !== instead), mark]
    if (node.type !== 'text') return inside === own.length ? [{ ...node, marks }] : [node]
    return [textNode(own.slice(0, inside), marks, node), ...(inside < own.length ? [textNode(own.slice(inside), node.marks, node)] : [])]
  }))
}
