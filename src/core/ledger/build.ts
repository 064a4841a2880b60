import { buildSeries, type SeriesPoint } from '../compare/series.ts'
import type { Lessons } from '../compare/pairing.ts'
import { isCore, type PlacedCoreFigure } from '../figures/figure.ts'
import { reportFigures } from '../figures/report-figures.ts'
import type { Counterpart, FigureNode, SlotNode } from '../model/inline.ts'
import { inlineText } from '../model/inline.ts'
import type { Report } from '../model/report.ts'
import { allParagraphs, mapParagraphs } from '../model/tree.ts'
import { openSlots } from '../edit/slots.ts'
import type { LedgerChange } from './changes.ts'
import { matchIndicators } from './match.ts'
import { valueIn, type Indicator, type Ledger, type LedgerValue, type Source } from './ledger.ts'

/**
 * The ledger as a body's reports give it: one indicator a series (core/compare/series.ts), one value a year, each with the sentence it stands in.
 * Nothing that the ledger has is overwritten: values are added to years that have none, indicators to those that are there.
 */
export function ledgerFromReports(ledger: Ledger, reports: readonly Report[], { at, newId, lessons }: { at: string; newId: () => string; lessons?: Lessons }): LedgerChange[] {
  const byId = new Map(reports.map((r) => [r.id, r]))
  const texts = new Map<string, string>()
  for (const report of reports) for (const { id, content } of allParagraphs(report)) texts.set(`${report.id}\n${id}`, content.map(inlineText).join(''))
  const states = statesOf(reports)
  const { series } = buildSeries(reports, lessons)
  const last = (s: (typeof series)[number]): SeriesPoint | undefined => s.points.at(-1)
  // in reading order of the latest report, then of those before it
  const ordered = series.filter(({ plan, indicator }) => !plan && indicator !== '').sort((a, b) => (last(b)?.year ?? 0) - (last(a)?.year ?? 0) || (last(a)?.figure.paragraph ?? 0) - (last(b)?.figure.paragraph ?? 0) || (last(a)?.figure.start ?? 0) - (last(b)?.figure.start ?? 0))
  const known = new Map<string, Indicator>()
  for (const indicator of ledger.indicators) {
    for (const { source } of indicator.values) if (source?.kind === 'report' && source.id !== undefined && source.figure) known.set(placeKey(source.id, source.figure), indicator)
  }
  const names = new Map<string, Indicator>()
  for (const indicator of ledger.indicators) names.set(nameKey(indicator.name, indicator.unit), indicator)
  // what a text already says to be an entry stays one
  const linked = linkedFigures(reports)
  const taken = new Set<string>()
  const given = new Set<string>()
  const changes: LedgerChange[] = []
  let index = ledger.indicators.length
  for (const s of ordered) {
    const own = s.points.flatMap((p) => [linked.get(placeOf(p.reportId, p.figure)) ?? '', known.get(placeKey(p.reportId, counterpart(p.figure)))?.id ?? '']).find((id) => ledger.indicators.some((i) => i.id === id))
    const bySource = own === undefined ? undefined : ledger.indicators.find(({ id }) => id === own)
    const called = nameOf(s)
    const byName = names.get(nameKey(called, s.unit))
    const indicator = bySource ?? (byName && !taken.has(byName.id) ? byName : undefined)
    const id = indicator?.id ?? newId()
    taken.add(id)
    if (!indicator) {
      const section = s.points.at(-1)?.figure.section.at(-1) ?? ''
      const name = names.has(nameKey(called, s.unit)) && section !== '' ? `${called}（${section.replace(/^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）|^\d+[.．、]/u, '').slice(0, 16)}）` : called
      const head = { id, name, unit: s.unit, kind: s.kind, department: '' }
      names.set(nameKey(called, s.unit), { ...head, values: [] })
      changes.push({ at: 'head', indicator: id, before: null, after: head, index: index++ })
    }
    for (const point of s.points) {
      const report = byId.get(point.reportId)
      const before = indicator && valueIn(indicator, point.year)
      const cell = `${id}\n${point.year}`
      if (!report || (before && before.value !== null) || given.has(cell)) continue
      given.add(cell)
      changes.push({ at: 'value', indicator: id, year: point.year, before: before ?? null, after: valueOf(point, report, texts.get(`${report.id}\n${point.figure.paragraphId}`) ?? '', states.get(placeOf(report.id, point.figure)) ?? 'filled', at) })
    }
  }
  return changes
}

/** What an indicator is called from year to year: without the year and the session of the report that it was taken from (十届四次会议协商建议 → 全会协商建议). */
const lasting = (indicator: string): string => indicator.replace(/(?:19|20)\d{2}年度?/gu, '').replace(/第?[一二三四五六七八九十]+届(?:[一二三四五六七八九十]+次(?:全体)?会议|[一二三四五六七八九十]+次(?:全体)?会(?!议))/gu, '全会').replace(/^[的，、]+/u, '')

/** The name of a series. Where it ever fell its values are signed, and so its name must not say that it fell: −3.2% of 投资增长, not of 投资下降. */
function nameOf({ indicator, points }: { indicator: string; points: readonly SeriesPoint[] }): string {
  const name = lasting(indicator) || indicator
  return points.some(({ value, figure }) => value < 0 && figure.value > 0) ? name.replace(/(?:下降|减少|降低|回落|减产|减收|缩小|收窄|压减)了?$/u, '增长') : name
}

const nameKey = (name: string, unit: string): string => `${name.replace(/\s+/gu, '')}\n${unit}`
const placeOf = (reportId: string, { paragraphId, start }: { paragraphId: string; start: number }): string => `${reportId}\n${paragraphId}\n${start}`
const placeKey = (reportId: string, { paragraphId, text, before, after }: Omit<Counterpart, 'indicator'>): string => [reportId, paragraphId, text, before, after].join('\n')
const counterpart = ({ paragraphId, text, indicator, before, after }: PlacedCoreFigure): Counterpart => ({ paragraphId, text, indicator, before, after })

function valueOf({ year, figure, value }: SeriesPoint, report: Report, paragraph: string, state: LedgerValue['state'], at: string): LedgerValue {
  const fell = value < 0 && figure.value > 0
  const source: Source = { kind: 'report', name: report.title, id: report.id, passage: sentenceAround(paragraph, figure.start, figure.end), figure: counterpart(figure) }
  return { year, text: fell ? `-${figure.text}` : figure.text, value, ...(figure.high === undefined ? {} : { high: fell ? -figure.high : figure.high }), approx: figure.approx, state, source, at }
}

/** The sentence that holds a place, bounded. */
function sentenceAround(text: string, start: number, end: number): string {
  let from = start
  while (from > 0 && start - from < 120 && !'。！？\n'.includes(text.charAt(from - 1))) from--
  let to = end
  while (to < text.length && to - end < 80 && !'。！？\n'.includes(text.charAt(to))) to++
  return text.slice(from, to).trim()
}

/** What editors said of figures of drafts, by place. */
function statesOf(reports: readonly Report[]): Map<string, LedgerValue['state']> {
  const out = new Map<string, LedgerValue['state']>()
  for (const { report, paragraphId, start, node } of heldNodes(reports)) if (node.type === 'figure' && (node.state === 'verified' || node.state === 'doubtful')) for (let k = start; k < start + node.text.length; k++) out.set(placeOf(report.id, { paragraphId, start: k }), node.state)
  return out
}

function linkedFigures(reports: readonly Report[]): Map<string, string> {
  const out = new Map<string, string>()
  for (const { report, paragraphId, start, node } of heldNodes(reports)) {
    if (node.type === 'figure' && node.entry) for (let k = start; k < start + node.text.length; k++) out.set(placeOf(report.id, { paragraphId, start: k }), node.entry.indicator)
  }
  return out
}

interface HeldNode {
  report: Report
  paragraphId: string
  start: number
  end: number
  node: FigureNode | SlotNode
}
function* heldNodes(reports: readonly Report[]): Generator<HeldNode> {
  for (const report of reports) {
    for (const { id, content } of allParagraphs(report)) {
      let at = 0
      for (const node of content) {
        const start = at
        at += inlineText(node).length
        if (node.type === 'figure' || node.type === 'slot') yield { report, paragraphId: id, start, end: at, node }
      }
    }
  }
}

/** Finds the indicator that the ledger took from a figure of a report, also where the report says the figure again. */
export function indicatorFinder(ledger: Pick<Ledger, 'indicators'>, report: Report): (figure: PlacedCoreFigure) => string | undefined {
  const known = new Map<string, string>()
  for (const { id, values } of ledger.indicators) for (const { source } of values) if (source?.id === report.id && source.figure) known.set(placeKey(report.id, source.figure), id)
  const { series } = buildSeries([report])
  const first = new Map<string, PlacedCoreFigure>()
  for (const { points } of series) for (const { figure, mentions } of points) for (const again of mentions) first.set(placeOf(report.id, again), figure)
  return (figure) => known.get(placeKey(report.id, counterpart(figure))) ?? known.get(placeKey(report.id, counterpart(first.get(placeOf(report.id, figure)) ?? figure)))
}

/** A figure or slot of a report and the indicator that it is to be linked with. */
export interface Link {
  paragraphId: string
  /** offsets in the paragraph's plain text */
  start: number
  end: number
  /** what stands there, so that a link is not put on other words */
  text: string
  indicator: string
  /** does the text say that it fell, where the entry's value is below nought? */
  fell: boolean
}

/**
 * Which figures and open slots of a report state entries of the ledger, of those that are not linked: figures that the ledger took from this very
 * report, also where the report says them again, and slots that wait for the next value of one (by last year's value and words). `origin` is the report that
 * the draft was rolled from. `slotOf` may know more of slots (by the indicator's name).
 */
export function linksFor(report: Report, ledger: Ledger, slotOf: (slot: SlotNode) => string | undefined = () => undefined): Link[] {
  const find = indicatorFinder(ledger, report)
  const held = [...heldNodes([report])]
  const year = report.year
  if (year === null) return []
  const out: Link[] = []
  for (const figure of reportFigures(report).filter(isCore)) {
    const node = held.find((h) => h.paragraphId === figure.paragraphId && h.start < figure.end && figure.start < h.end)
    if (node?.node.type === 'figure' && node.node.entry) continue
    const id = find(figure)
    const value = id === undefined ? undefined : ledger.indicators.find((i) => i.id === id)?.values.find((v) => v.year === year)
    if (id !== undefined) out.push({ paragraphId: figure.paragraphId, start: node?.start ?? figure.start, end: node?.end ?? figure.end, text: figure.text, indicator: id, fell: (value?.value ?? 0) < 0 && figure.value > 0 })
  }
  const origin = report.origin.from === 'report' ? report.origin.reportId : undefined
  const waiting = new Map<string, string[]>()
  for (const { id, values } of ledger.indicators) {
    for (const { source } of values) {
      if (source?.figure && source.id === origin) waiting.set(`${source.figure.indicator}\n${source.figure.text}`, [...(waiting.get(`${source.figure.indicator}\n${source.figure.text}`) ?? []), id])
    }
  }
  const taken = new Set(held.flatMap(({ node }) => (node.type === 'slot' && node.entry ? [node.entry.indicator] : [])))
  for (const { node, paragraphId, start, end } of held) {
    if (node.type !== 'slot' || node.entry) continue
    const ids = node.last ? (waiting.get(`${node.indicator}\n${node.last.text}`) ?? []) : []
    const id = ids.find((candidate) => !taken.has(candidate)) ?? slotOf(node)
    if (id === undefined) continue
    taken.add(id)
    const indicator = ledger.indicators.find((i) => i.id === id)
    out.push({ paragraphId, start, end, text: inlineText(node), indicator: id, fell: indicator !== undefined && saysFall(node, indicator, year) })
  }
  return out
}

/** Did the words around a slot say that it fell (下降9.6%), where the ledger has the value below nought? */
function saysFall({ last }: SlotNode, { values }: Indicator, year: number): boolean {
  const before = values.filter((v) => v.year < year).at(-1)
  return last !== undefined && last.value > 0 && before?.value === -last.value
}

/**
 * A draft whose open slots wait for entries of the ledger: those that have none yet are linked by what they count, and show the ledger's value of the year before
 * where they know no other. What is not certain stays unlinked.
 */
export function linkSlots(draft: Report, ledger: Ledger, year: number): Report {
  const slots = openSlots(draft).map(({ slot }) => slot).filter(({ entry }) => !entry)
  const found = matchIndicators(slots.map(({ indicator, unit, kind }) => ({ name: indicator, unit, kind })), ledger.indicators)
  const byId = new Map(slots.map((slot, i) => [slot.id, found[i]]))
  return mapParagraphs(draft, (paragraph) => {
    const content = paragraph.content.map((node) => {
      if (node.type !== 'slot') return node
      const id = node.entry?.indicator ?? byId.get(node.id)
      const indicator = ledger.indicators.find((i) => i.id === id)
      if (!indicator) return node
      const before = indicator.values.filter((v) => v.year < year && v.value !== null).at(-1)
      const last = before && before.value !== null && before.value >= 0 ? { text: before.text, value: before.value, ...(before.high === undefined ? {} : { high: before.high }), unit: indicator.unit, approx: before.approx, year: before.year } : undefined
      const fell = saysFall(node, indicator, year) ? { fell: true } : {}
      return { ...node, entry: { ...(node.entry ?? { indicator: indicator.id, year }), ...fell }, ...(node.last || !last ? {} : { last }) }
    })
    return content.every((node, i) => node === paragraph.content[i]) ? paragraph : { ...paragraph, content }
  })
}
