import { filled } from '../edit/slots.ts'
import { readTyped } from '../edit/typed.ts'
import { verificationAfter } from '../edit/verification.ts'
import { isCore } from '../figures/figure.ts'
import { recognizeFigures } from '../figures/recognize.ts'
import { baseUnit } from '../figures/unit-scale.ts'
import { inlineText, normalizeInlines, slotText, textNode, type FigureNode, type Inline, type SlotNode } from '../model/inline.ts'
import type { MergedEdit, TextEdit } from './merge.ts'

/**
 * Puts text in the place of [start, end) of a paragraph's plain text. Marks go on in what takes their place; a figure keeps its id and is no longer verified when
 * its text changes; an open slot that a figure takes the place of is filled with it. Offsets in UTF-16 units.
 */
export function spliceContent(content: readonly Inline[], { start, end, text }: TextEdit): Inline[] {
  const out: Inline[] = []
  let at = 0
  const slots = slotsWithin(content, start, end)
  const only = slots.length === 1 ? slots[0] : undefined
  const parts = only && partsAround(only, start, end, content, text)
  let put = parts ? '' : text
  for (const node of content) {
    const own = inlineText(node)
    const from = at
    at += own.length
    const [cutFrom, cutTo] = [Math.max(0, start - from), Math.min(own.length, end - from)]
    // an insertion belongs to the node on its left, which alone may be in the middle of a word
    const inside = start < end ? cutFrom < cutTo : start > from && start <= at
    if (!inside) {
      if (start === end && start === 0 && from === 0 && put !== '') {
        out.push(...(node.type === 'text' ? [textNode(put, node.marks)] : [textNode(put)]))
        put = ''
      }
      out.push(node)
      continue
    }
    const here = put
    put = ''
    if (node.type === 'slot') {
      if (parts && node === only?.node) {
        out.push(...plain(parts.before, node), filled(node, parts.figure), ...plain(parts.behind, node))
      } else if (start === end) out.push(node, ...plain(here, undefined))
      else out.push(...plain(here, node))
    } else if (node.type === 'figure') {
      // what is put behind a figure is text, and so is what takes its place without being a figure
      if (start === end && cutFrom === own.length) out.push(node, ...plain(here, undefined))
      else if (cutFrom === 0 && cutTo === own.length && !readTyped(here, node).ok) out.push(...plain(here, node))
      else {
        const becomes = own.slice(0, cutFrom) + here + own.slice(cutTo)
        if (becomes !== '') out.push(changed(node, becomes))
      }
    } else out.push(...cut(node, cutFrom, cutTo, here))
  }
  if (put !== '') out.push(textNode(put))
  return normalizeInlines(out)
}

const plain = (text: string, like: Inline | undefined): Inline[] => (text === '' ? [] : [textNode(text, like?.marks)])

/** A text or label with `text` in the place of [from, to). */
function cut(node: Exclude<Inline, SlotNode>, from: number, to: number, text: string): Inline[] {
  const becomes = node.text.slice(0, from) + text + node.text.slice(to)
  return becomes === '' ? [] : [{ ...node, text: becomes }]
}

/** A figure that says something else now. */
function changed(figure: FigureNode, text: string): FigureNode {
  if (text === figure.text) return figure
  const state = figure.state === 'verified' || figure.state === 'doubtful' ? 'filled' : figure.state
  const { verification: _, ...rest } = figure
  const verification = verificationAfter(figure, { state, text })
  return { ...rest, text, state, ...(verification ? { verification } : {}) }
}

interface PlacedSlot {
  node: SlotNode
  start: number
  end: number
}

function slotsWithin(content: readonly Inline[], start: number, end: number): PlacedSlot[] {
  let at = 0
  return content.flatMap((node) => {
    const from = at
    at += inlineText(node).length
    return node.type === 'slot' && from < end && at > start ? [{ node, start: from, end: at }] : []
  })
}

/** What of the new text stands for the slot, and what beside it; undefined where no figure does. */
function partsAround({ node, start: from, end: to }: PlacedSlot, start: number, end: number, content: readonly Inline[], text: string): { before: string; figure: string; behind: string } | undefined {
  const all = content.map(inlineText).join('')
  const [before, behind] = [all.slice(start, from), all.slice(to, end)]
  if (text.startsWith(before) && text.endsWith(behind) && text.length > before.length + behind.length) {
    const middle = text.slice(before.length, text.length - behind.length)
    if (middle !== slotText(node) && readTyped(middle, node).ok) return { before, figure: middle, behind }
  }
  const figures = recognizeFigures(text).filter(isCore).filter(({ unit }) => node.unit === '' || baseUnit(unit) === baseUnit(node.unit))
  const [figure] = figures
  return figure && figures.length === 1 ? { before: text.slice(0, figure.start), figure: text.slice(figure.start, figure.end), behind: text.slice(figure.end) } : undefined
}

/** Edits widened so that none cuts an open slot in two, those that then meet as one. */
export function aroundSlots(content: readonly Inline[], edits: readonly MergedEdit[]): MergedEdit[] {
  const all = content.map(inlineText).join('')
  const groups: { start: number; end: number; edits: MergedEdit[] }[] = []
  for (const edit of edits) {
    const slots = slotsWithin(content, edit.start, edit.end)
    const start = Math.min(edit.start, ...slots.map((slot) => slot.start))
    const end = Math.max(edit.end, ...slots.map((slot) => slot.end))
    const last = groups.at(-1)
    if (last && start < last.end) {
      last.end = Math.max(last.end, end)
      last.edits.push(edit)
    } else groups.push({ start, end, edits: [edit] })
  }
  return groups.map(({ start, end, edits: own }) => {
    let at = start
    let text = ''
    for (const edit of own) {
      text += all.slice(at, edit.start) + edit.text
      at = edit.end
    }
    const [first, last] = [own[0], own.at(-1)]
    return {
      start, end, text: text + all.slice(at, end), conflict: own.some(({ conflict }) => conflict),
      there: { start: (first?.there.start ?? 0) - ((first?.start ?? start) - start), end: (last?.there.end ?? 0) + (end - (last?.end ?? end)) },
    }
  })
}
