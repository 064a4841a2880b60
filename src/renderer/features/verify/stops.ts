import { contentFigures } from '#core/figures/content-figures.ts'
import { isCore, type CoreFigure } from '#core/figures/figure.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'
import { inlineText, type Approx, type CoreKind, type FigureNode, type Inline, type Passage, type SlotNode } from '#core/model/inline.ts'
import { plainParagraphs, type PlainParagraph } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { sectionsOfBlocks } from '../edit/figure-rows.ts'

/** 待填, 未核, 已核, 存疑. */
export type Status = 'open' | 'left' | 'verified' | 'doubtful'

/** A core figure that a person has to verify, with its place; or one of a heading, which is only looked at. */
export interface Stop {
  /** its place: stands still as long as the text before it does */
  key: string
  /** of the followed figure or slot; undefined while it is merely recognised */
  id: string | undefined
  /** offsets in the block's plain text */
  place: { blockId: string; start: number; end: number }
  /** as it stands, white space removed; empty for an open slot */
  text: string
  indicator: string
  unit: string
  kind: CoreKind
  /** null where the text holds no number that could be read, or none at all */
  value: number | null
  high?: number
  approx: Approx
  status: Status
  node: FigureNode | SlotNode | undefined
  /** the words of a material that it stands in */
  passage: Passage | undefined
  /** in a title or heading: nothing can be said of it by itself */
  fixed: boolean
  /** the section that holds it and those above, ids from the innermost outwards */
  sections: readonly string[]
}

/** what was found in a paragraph's content, which never changes in place: a verdict has one paragraph read again */
const inContent = new WeakMap<readonly Inline[], { key: string; stops: readonly Stop[] }>()

/** All core figures and open slots of a report in reading order. */
export function stopsOf(report: Report): Stop[] {
  const sections = sectionsOfBlocks(report)
  return plainParagraphs(report).flatMap((p) => {
    const above = sections.get(p.id) ?? []
    if (!p.paragraph) return inBlock(p, above)
    const key = [p.id, p.section?.heading, ...above].join('\n')
    const known = inContent.get(p.paragraph.content)
    if (known?.key === key) return known.stops
    const stops = inBlock(p, above)
    inContent.set(p.paragraph.content, { key, stops })
    return stops
  })
}

/** A followed figure or an open slot with its place; one of which a part is bold stands in several nodes and is one. */
interface Held {
  node: FigureNode | SlotNode
  start: number
  end: number
}

function inBlock({ id, text, paragraph, section }: PlainParagraph, sections: readonly string[]): Stop[] {
  const stop = (start: number, end: number, figure: Omit<CoreFigure, 'start' | 'end' | 'text' | 'value' | 'approx'> & { value: number | null; approx?: Approx }, node?: FigureNode | SlotNode): Stop => ({
    key: `${id}:${start}`,
    id: node?.id,
    place: { blockId: id, start, end },
    text: node?.type === 'slot' ? '' : text.slice(start, end).replace(/\s+/gu, ''),
    indicator: figure.indicator,
    unit: figure.unit,
    kind: figure.kind,
    value: figure.value,
    ...(figure.high === undefined ? {} : { high: figure.high }),
    approx: figure.approx ?? 'exact',
    status: statusOf(node),
    node,
    passage: paragraph && passageAt(paragraph.content, start),
    fixed: !paragraph,
    sections,
  })
  if (!paragraph) return recognizeFigures(text).filter((f) => isCore(f)).map((f) => stop(f.start, f.end, f))
  const held = heldIn(paragraph.content)
  const found = contentFigures(paragraph.content, { heading: section?.heading ?? '' }).filter((f) => isCore(f))
  const out: Stop[] = []
  for (const figure of found) {
    const own = held.find((h) => h.start < figure.end && figure.start < h.end)
    if (!own) out.push(stop(figure.start, figure.end, figure))
    else if (!out.some((s) => s.id === own.node.id)) out.push(stop(own.start, own.end, { ...figure, unit: own.node.unit, kind: own.node.kind }, own.node))
  }
  // slots, and followed figures of which the number is gone: a person has to see them all the same
  for (const { node, start, end } of held) if (!out.some((s) => s.id === node.id)) out.push(stop(start, end, { ...node, value: null }, node))
  return out.sort((a, b) => a.place.start - b.place.start)
}

function heldIn(content: readonly Inline[]): Held[] {
  const out: Held[] = []
  let at = 0
  for (const node of content) {
    const start = at
    at += inlineText(node).length
    const before = out.at(-1)
    if (node.type === 'figure' && before?.node.type === 'figure' && before.node.id === node.id && before.end === start) out[out.length - 1] = { node: { ...before.node, text: before.node.text + node.text }, start: before.start, end: at }
    else if (node.type === 'figure' || node.type === 'slot') out.push({ node, start, end: at })
  }
  return out
}

function passageAt(content: readonly Inline[], offset: number): Passage | undefined {
  let at = 0
  for (const node of content) {
    at += inlineText(node).length
    if (offset < at) return node.type === 'slot' ? undefined : node.passage
  }
  return undefined
}

const statusOf = (node: FigureNode | SlotNode | undefined): Status => (node?.type === 'slot' ? 'open' : node?.state === 'verified' || node?.state === 'doubtful' ? node.state : 'left')

/** As what a figure was verified that was changed since (核实后改过); undefined for others. */
export const lapsedFrom = ({ node }: Pick<Stop, 'node'>): string | undefined => (node?.type === 'figure' && node.state !== 'verified' ? node.verification?.lapsed : undefined)
