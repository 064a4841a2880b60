import { changeBetween } from '#core/compare/change.ts'
import type { Pair } from '#core/compare/pair.ts'
import { openSlots } from '#core/edit/slots.ts'
import { isCore, type FigureKind, type PlacedCoreFigure } from '#core/figures/figure.ts'
import { inlineText, type Approx, type FigureNode, type FigureState, type LabelNode, type LastFigure } from '#core/model/inline.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report, Section } from '#core/model/report.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { waitingSlots } from './waiting.ts'

/** What an earlier report says of the same thing. */
export interface LastValue {
  text: string
  year: number | null
  same: 'yes' | 'near'
  /** why it is only near; empty where it is not */
  why: string
  change: Pair['change']
  unit: string
  /** is one of the two figures stated as about, over or under? Then the change is no exact one either */
  about: boolean
}

/** A figure or an open slot as the panel shows it. */
export interface FigureRow {
  key: string
  /** text of the figure; empty for an open slot */
  text: string
  indicator: string
  kind: FigureKind
  /** number in plain units and unit, as they are compared; null where the surface holds no single number */
  value: number | null
  high?: number
  unit: string
  approx: Approx
  /** `text`: as recognised; the others are what the editor made of it */
  state: FigureState | 'open' | 'text'
  /** did the editor say that this numeral is no figure? */
  label: boolean
  /** can the editor decide of it? What stands in titles and headings is as recognised */
  decidable: boolean
  last?: LastValue
  place: { blockId: string; start: number; end: number }
  /** the section that holds it and those above, ids from the innermost outwards */
  sections: readonly string[]
}

/** Ids of the section of each block, from the innermost outwards. */
export function sectionsOfBlocks(report: Pick<Report, 'sections'>): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  const visit = (section: Section, above: readonly string[]): void => {
    const ids = [section.id, ...above]
    found.set(section.id, ids)
    for (const paragraph of section.paragraphs) found.set(paragraph.id, ids)
    for (const child of section.sections) visit(child, ids)
  }
  for (const section of report.sections) visit(section, [])
  return found
}

/** Figures and open slots of a report in reading order, each with last year's value where there is one. */
export function figureRows({ of: report, last: lastReport, figures, comparison }: Analysed, lastYear: number | null): FigureRow[] {
  const sections = sectionsOfBlocks(report)
  const held = heldFigures(report)
  const pairs = new Map((comparison?.pairs ?? []).map((pair) => [placeKey(pair.this), pair]))
  const order = new Map(plainParagraphs(report).map((p) => [p.id, p.index]))
  const paragraphs = new Set(plainParagraphs(report).flatMap((p) => (p.paragraph ? [p.id] : [])))
  const rows: FigureRow[] = []
  for (const figure of figures) {
    const decision = held.find((h) => h.paragraphId === figure.paragraphId && h.start < figure.end && figure.start < h.end)
    const node = decision?.node.type === 'figure' ? decision.node : undefined
    const pair = pairs.get(placeKey(figure))
    // what the editor said of its counterpart goes before what the slot once knew
    const decided = node?.matches?.some(({ reportId }) => reportId === lastReport?.id) ?? false
    const last = node?.last && !decided && isCore(figure) ? fromNode(figure, node.last, pair) : pair && fromPair(pair, lastYear)
    rows.push({
      key: `${figure.paragraphId}:${figure.start}`,
      text: figure.text,
      indicator: figure.indicator,
      kind: figure.kind,
      value: figure.value,
      ...(figure.high === undefined ? {} : { high: figure.high }),
      unit: figure.unit,
      approx: figure.approx,
      state: node?.state ?? 'text',
      label: decision?.node.type === 'label',
      decidable: paragraphs.has(figure.paragraphId),
      ...(last ? { last } : {}),
      // the whole of what was decided, so that it is gone to and decided anew as one
      place: decision ? { blockId: figure.paragraphId, start: decision.start, end: decision.end } : { blockId: figure.paragraphId, start: figure.start, end: figure.end },
      sections: sections.get(figure.paragraphId) ?? [],
    })
  }
  for (const { slot, paragraphId, start, end } of openSlots(report)) {
    rows.push({
      key: slot.id,
      text: '',
      indicator: slot.indicator,
      kind: slot.kind,
      value: null,
      unit: slot.unit,
      approx: 'exact',
      label: false,
      decidable: false,
      state: 'open',
      ...(slot.last ? { last: { text: slot.last.text, year: slot.last.year, same: 'yes', why: '', change: null, unit: slot.unit, about: false } } : {}),
      place: { blockId: paragraphId, start, end },
      sections: sections.get(paragraphId) ?? [],
    })
  }
  const at = (row: FigureRow): number => order.get(row.place.blockId) ?? 0
  return rows.sort((a, b) => at(a) - at(b) || a.place.start - b.place.start)
}

const placeKey = (figure: PlacedCoreFigure | Analysed['figures'][number]): string => `${figure.paragraphId}:${figure.start}:${figure.end}`

const fromPair = ({ this: here, last, same, why, change }: Pair, year: number | null): LastValue => ({ text: last.text, year, same, why, change, unit: last.unit, about: isAbout(here, last) })

const isAbout = (...figures: readonly { approx: Approx }[]): boolean => figures.some(({ approx }) => approx !== 'exact')

/** A figure that fills a slot has its counterpart from there. */
function fromNode(figure: PlacedCoreFigure, last: LastFigure, pair: Pair | undefined): LastValue {
  const same = { text: last.text, year: last.year, same: 'yes' as const, why: '', unit: last.unit, about: isAbout(figure, last) }
  if (pair?.last.text === last.text) return { ...same, change: pair.change }
  return { ...same, change: figure.unit === last.unit ? changeBetween(figure, last, figure.kind) : null }
}

/** What the editor made of numerals, with its places. */
export function heldFigures(report: Report): { node: FigureNode | LabelNode; paragraphId: string; start: number; end: number }[] {
  return plainParagraphs(report).flatMap(({ paragraph }) => {
    if (!paragraph) return []
    let start = 0
    return paragraph.content.flatMap((node) => {
      const from = start
      start += inlineText(node).length
      return node.type === 'figure' || node.type === 'label' ? [{ node, paragraphId: paragraph.id, start: from, end: start }] : []
    })
  })
}

/**
 * Figures that only the earlier report has. With a section given, those of the sections that this one's figures were paired with, or that
 * bear the same heading.
 */
export function onlyLastOf({ of: report, comparison }: Analysed, sectionId: string | undefined): PlacedCoreFigure[] {
  if (!comparison) return []
  // an open slot that waits for its value stands in the list itself
  const slotOf = waitingSlots(report)
  const gone = comparison.onlyLast.filter((figure) => slotOf(figure) === undefined)
  if (sectionId === undefined) return gone
  const sections = sectionsOfBlocks(report)
  const inside = (blockId: string): boolean => sections.get(blockId)?.includes(sectionId) ?? false
  const aligned = new Set<string>()
  const headings = new Set(plainParagraphs(report).flatMap((p) => (p.section?.id === sectionId && p.section.heading !== '' ? [p.section.heading] : [])))
  for (const pair of comparison.pairs) if (pair.same === 'yes' && inside(pair.this.paragraphId)) aligned.add(pair.last.section.join('\n'))
  return gone.filter((figure) => aligned.has(figure.section.join('\n')) || figure.section.some((line) => [...headings].some((heading) => line.endsWith(heading))))
}

/** What the kinds are called. */
export const KIND_NAMES: Readonly<Record<FigureKind, string>> = {
  quantity: '数量', percent: '百分比', money: '金额', rank: '排名', session: '届次', date: '日期', duration: '时间', anniversary: '周年', enum: '列举', label: '名称',
}
const NEARNESS: Readonly<Record<Approx, string>> = { exact: '', about: '约', over: '多于', under: '不到' }

/** The value that a surface stands for, where it does not say so itself: 440000000元 for 4.4亿元, 多于500名 for 500余名. */
export function sayValue({ text, value, high, unit, approx }: Pick<FigureRow, 'text' | 'value' | 'high' | 'unit' | 'approx'>): string {
  if (value === null || text === '') return ''
  const number = (n: number): string => (Number.isInteger(n) ? n.toLocaleString('en-US') : short(n))
  const range = high === undefined ? number(value) : `${number(value)}至${number(high)}`
  const said = `${NEARNESS[approx]}${range}${unit === '百分点' ? '个百分点' : unit}`
  return said.replaceAll(',', '') === text.replaceAll(',', '') ? '' : said
}

const short = (n: number): string => String(Number(n.toPrecision(10)))

/** A value in plain units as an editor writes it: 440000000 → 4.4亿. */
export function readable(value: number): string {
  const size = Math.abs(value)
  return size >= 1e12 ? `${short(value / 1e12)}万亿` : size >= 1e8 ? `${short(value / 1e8)}亿` : size >= 1e4 ? `${short(value / 1e4)}万` : short(value)
}

/** A change in words, its percentage as computed and not rounded again: +18件（+10.71%）, −1.2个百分点, 持平. */
export function sayChange({ change, unit, about }: Pick<LastValue, 'change' | 'unit' | 'about'>): string {
  if (!change) return ''
  if (change.absolute === 0) return about ? '大致持平' : '持平'
  const sign = change.absolute > 0 ? '+' : '−'
  const amount = `${about ? '约 ' : ''}${sign}${readable(Math.abs(change.absolute))}${unit === '%' || unit === '百分点' ? '个百分点' : unit}`
  return change.percent === null ? amount : `${amount}（${sign}${Math.abs(change.percent)}%）`
}
