import type { CoreFigure, PlacedCoreFigure } from '../figures/figure.ts'
import { inlineText, normalizeInlines, orderMarks, textNode, type Entry, type Inline, type LastFigure, type SlotNode, type TextNode } from '../model/inline.ts'
import type { Change } from './step.ts'

export interface Opening {
  /** the core figures of the paragraph */
  figures: readonly PlacedCoreFigure[]
  /** what moves and what is marked, in order and without overlaps */
  changes: readonly Change[]
  /** the year of the old report, and of the draft */
  from: number | null
  year: number
  /** gives a new slot its id */
  newId: () => string
  indicatorOf?: (figure: PlacedCoreFigure) => string | undefined
}

/**
 * The content of an old paragraph for a new draft: every core figure an open slot, as the editor's decisions have it (slots stay, followed figures are
 * opened under their indicator with their value as the last one, what was said to be no figure stays text), the years moved, the doubtful words marked.
 * Where passages came from and what was to be looked at in the old draft is left behind.
 */
export function openFigures(content: readonly Inline[], { figures, changes: wanted, from, year, newId, indicatorOf }: Opening): Inline[] {
  const changes = withinText(content, wanted)
  const out: Inline[] = []
  const emptied = new Set<unknown>()
  const linked = (figure: PlacedCoreFigure | undefined, own?: Entry): { entry?: Entry } => {
    const indicator = own?.indicator ?? (figure && indicatorOf?.(figure))
    return indicator === undefined || indicator === '' ? {} : { entry: { indicator, year } }
  }
  const held = new Set(figuresOfNodes(content, figures))
  let at = 0
  for (const node of content) {
    const start = at
    const end = at + inlineText(node).length
    at = end
    if (node.type === 'slot') {
      // what was said of its counterparts was said of the old report
      const { matches: _, entry, ...slot } = node
      out.push({ ...slot, ...linked(undefined, entry) })
    } else if (node.type === 'figure') {
      const own = figures.find((f) => f.start < end && start < f.end)
      // a figure of which a part is bold stands in several nodes and becomes one slot
      if (emptied.has(node.id)) continue
      emptied.add(node.id)
      const { id, indicator, unit, kind } = node
      out.push({ type: 'slot', id, indicator, unit, kind, ...(own ? { last: lastOf(own, from) } : {}), ...(node.marks ? { marks: node.marks } : {}), ...linked(own, node.entry) })
    } else if (node.type === 'label') {
      const { passage: _, ...label } = node
      out.push(label)
    } else {
      let written = start
      figures.forEach((figure) => {
        if (figure.end <= start || figure.start >= end) return
        const a = Math.max(figure.start, start)
        if (a > written) out.push(...changedText(node, start, written, a, changes, figures))
        // 近 before a figure node: one figure, and the node gives the slot
        if (!emptied.has(figure) && !held.has(figure)) {
          emptied.add(figure)
          const slot: SlotNode = { type: 'slot', id: newId(), indicator: figure.indicator, unit: figure.unit, kind: figure.kind, last: lastOf(figure, from), ...linked(figure) }
          const marks = orderMarks(node.marks)
          out.push(marks ? { ...slot, marks } : slot)
        }
        written = Math.min(figure.end, end)
      })
      if (written < end) out.push(...changedText(node, start, written, end, changes, figures))
    }
  }
  return normalizeInlines(out)
}

/** The changes, of which those that reach into a node that stays as it is (a label, a slot, a figure) write nothing and are marked instead: half of a year cannot move. */
function withinText(content: readonly Inline[], changes: readonly Change[]): readonly Change[] {
  let at = 0
  const fixed = content.flatMap((node) => {
    const start = at
    at += inlineText(node).length
    return node.type === 'text' ? [] : [{ start, end: at }]
  })
  if (fixed.length === 0) return changes
  return changes.map((change) => (change.to !== undefined && fixed.some((node) => node.start < change.end && change.start < node.end) ? { start: change.start, end: change.end, review: change.review ?? 'year' } : change))
}

/** The figures that a figure node states, or a part of. */
function figuresOfNodes(content: readonly Inline[], figures: readonly PlacedCoreFigure[]): PlacedCoreFigure[] {
  let at = 0
  return content.flatMap((node) => {
    const start = at
    at += inlineText(node).length
    const end = at
    return node.type === 'figure' ? figures.filter((f) => f.start < end && start < f.end) : []
  })
}

/** The text of a node from `a` to `b` (offsets of the paragraph), changed. New words stand where the old ones began, even if those go on in another node. */
function changedText(node: TextNode, nodeStart: number, a: number, b: number, changes: readonly Change[], figures: readonly CoreFigure[]): TextNode[] {
  const out: TextNode[] = []
  const say = (text: string, review?: Change['review']): void => {
    if (text !== '') out.push(textNode(text, node.marks, review ? { review } : {}))
  }
  let at = a
  for (let k = firstEndingAfter(changes, a); k < changes.length; k++) {
    const change = changes[k]
    if (!change || change.start >= b) break
    const { start, end, to, review } = change
    const from = Math.max(start, a)
    const until = Math.min(end, b)
    say(node.text.slice(at - nodeStart, from - nodeStart))
    const figure = figures[firstEndingAfter(figures, start)]
    if (to === undefined || (figure && figure.start < end)) say(node.text.slice(from - nodeStart, until - nodeStart), review)
    else if (start >= a) say(to, review)
    at = until
  }
  say(node.text.slice(at - nodeStart, b - nodeStart))
  return out
}

/** The place of the first of some ordered stretches that ends behind an offset. */
function firstEndingAfter(stretches: readonly { end: number }[], offset: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

const lastOf = (figure: { text: string; value: number; high?: number; unit: string; approx: LastFigure['approx'] }, year: number | null): LastFigure => ({
  text: figure.text,
  value: figure.value,
  ...(figure.high === undefined ? {} : { high: figure.high }),
  unit: figure.unit,
  approx: figure.approx,
  year,
})
