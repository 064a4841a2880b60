import { changeBetween } from '../compare/change.ts'
import { reportFeatures } from '../compare/compare.ts'
import { saysChange } from '../compare/features.ts'
import type { Comparison, Pair } from '../compare/pair.ts'
import { isCore, type PlacedCoreFigure } from '../figures/figure.ts'
import { reportFigures } from '../figures/report-figures.ts'
import { baseUnit } from '../figures/unit-scale.ts'
import { inlineText, slotText, type Entry, type FigureNode, type LastFigure, type SlotNode } from '../model/inline.ts'
import { plainParagraphs, type PlainParagraph } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { beijingTime, type ClockTime } from '../text/beijing-time.ts'
import { sentenceRanges } from '../text/sentences.ts'
import { sectionName } from './section-name.ts'

/** 待填, 已填, 已核, 存疑, 核实后改过 (verified once, and says something else since), 未核. */
export type SheetState = '待填' | '已填' | '已核' | '存疑' | '核实后改过' | '未核'

/** A core figure of the report, or an open slot, as the verification sheet has it. Numbers are in plain units (4.4亿 → 440000000). */
export interface VerificationRow {
  number: number
  indicator: string
  /** heading of its section, or 导语, 结语; 标题 for the title lines */
  section: string
  /** 第2段第3句 within the section; 小标题 */
  place: string
  /** its sentence, cut to what stands near it, the figure in 【】 */
  sentence: string
  /** as the report writes it; 【待填】件 for a slot */
  text: string
  /** null for a slot and for a range; what fell (下降9.6%) is below nought */
  value: number | null
  unit: string
  lastText: string
  lastValue: number | null
  /** null where the two cannot be subtracted; of what is only nearly the same indicator the note says so, as the comparison does */
  change: Pair['change']
  source: string
  /** who verified it and when; only of what is verified */
  person: string
  at: ClockTime | undefined
  state: SheetState
  note: string
}

/** What is known beside the report. */
export interface RowSources {
  /** the report beside last year's */
  last?: Comparison | undefined
  /** the year of the report that `last` compares with; the year before the report's where it is not said */
  lastYear?: number | null | undefined
  /** where the ledger has a value from, in words; undefined where it says nothing */
  ledger?: ((entry: Entry) => string | undefined) | undefined
  /** the name of a material by its id */
  material?: ((id: string) => string | undefined) | undefined
}

/** All core figures and open slots of a report in reading order, title lines and headings included. Needs nothing but the report. */
export function verificationRows(report: Report, sources: RowSources = {}): VerificationRow[] {
  const lastYear = lastYearOf(report, sources)
  const figures = new Map<number, PlacedCoreFigure[]>()
  for (const figure of reportFigures(report)) if (isCore(figure)) figures.set(figure.paragraph, [...(figures.get(figure.paragraph) ?? []), figure])
  const pairs = new Map((sources.last?.pairs ?? []).map((pair) => [keyOf(pair.this), pair]))
  const features = new Map(reportFeatures(report).map((f) => [keyOf(f.figure), f]))
  const ordinals = new Map<string, number>()
  const rows: Omit<VerificationRow, 'number'>[] = []
  for (const paragraph of plainParagraphs(report)) {
    const place = placeReader(report, paragraph, ordinals)
    const nodes = nodesOf(paragraph)
    const slots = nodes.flatMap(({ node, start, end }) => (node.type === 'slot' ? [{ start, end, node }] : []))
    const own = [...(figures.get(paragraph.index) ?? []), ...slots].sort((a, b) => a.start - b.start)
    for (const found of own) {
      if ('node' in found) rows.push(withYear({ ...place(found), ...slotRow(found.node, saysChange(found.node.indicator) || saysChange(paragraph.text.slice(0, found.start)), sources) }, found.node.last, lastYear))
      else {
        const feature = features.get(keyOf(found))
        const held = nodes.find(({ start, end }) => start < found.end && found.start < end)
        const node = held?.node.type === 'figure' ? held.node : undefined
        const pair = pairs.get(keyOf(found))
        const growth = feature !== undefined && (feature.measure === 'growth' || feature.measure === 'difference')
        const value = feature?.value ?? found.value
        const row = { ...place(found), ...figureRow(found, { value, growth }, node, pair, sources, passageAt(paragraph, found.start)) }
        rows.push(pair ? row : withYear(row, node?.last, lastYear))
      }
    }
  }
  return rows.map((row, i) => ({ number: i + 1, ...row }))
}

const keyOf = ({ paragraphId, start }: Pick<PlacedCoreFigure, 'paragraphId' | 'start'>): string => `${paragraphId}:${start}`

interface Held {
  node: FigureNode | SlotNode
  start: number
  end: number
}

/** The figures and slots of a paragraph; a figure of which a part is bold stands in several nodes and is one. */
function nodesOf({ paragraph }: PlainParagraph): Held[] {
  const out: Held[] = []
  let at = 0
  for (const node of paragraph?.content ?? []) {
    const start = at
    at += inlineText(node).length
    if (node.type !== 'figure' && node.type !== 'slot') continue
    const before = out.at(-1)
    if (before && before.end === start && before.node.type === 'figure' && node.type === 'figure' && before.node.id === node.id) before.end = at
    else out.push({ node, start, end: at })
  }
  return out
}

/** The material from which the words at a place were taken. */
function passageAt({ paragraph }: PlainParagraph, offset: number): string | undefined {
  let at = 0
  for (const node of paragraph?.content ?? []) {
    at += inlineText(node).length
    if (offset < at) return node.type === 'slot' ? undefined : node.passage?.material
  }
  return undefined
}

type Placed = Pick<VerificationRow, 'section' | 'place' | 'sentence'>

/** Says where in a report something of a paragraph stands; counts the paragraphs of each section that have words. */
function placeReader(report: Report, { role, text, section }: PlainParagraph, ordinals: Map<string, number>): (place: { start: number; end: number; node?: unknown }) => Placed {
  const sentences = sentenceRanges(text)
  const ordinal = section && role === 'paragraph' && text.trim() !== '' ? (ordinals.get(section.id) ?? 0) + 1 : 0
  if (section && ordinal > 0) ordinals.set(section.id, ordinal)
  const name = section ? sectionName(report, section) : '标题'
  return ({ start, end, node }) => {
    const n = Math.max(0, sentences.findIndex((s) => start < s.end))
    const range = sentences[n] ?? { start: 0, end: text.length }
    return { section: name, place: role === 'paragraph' ? `第${ordinal}段第${n + 1}句` : role === 'heading' ? '小标题' : '', sentence: quoted(text, range, { start, end }, node !== undefined) }
  }
}

/** characters of the sentence that are shown on each side of a figure */
const AROUND = 22

function quoted(text: string, sentence: { start: number; end: number }, { start, end }: { start: number; end: number }, marked: boolean): string {
  const squeeze = (s: string): string[] => [...s.replace(/\s+/gu, '')]
  const [before, figure, after] = [squeeze(text.slice(sentence.start, start)), squeeze(text.slice(start, end)).join(''), squeeze(text.slice(end, Math.max(end, sentence.end)))]
  return [
    before.length > AROUND ? '…' : '', ...before.slice(-AROUND),
    marked ? figure : `【${figure}】`,
    ...after.slice(0, AROUND), after.length > AROUND ? '…' : '',
  ].join('')
}

type Judged = Omit<VerificationRow, 'number' | keyof Placed>
const round = (n: number): number => Number(n.toPrecision(12))

function slotRow(slot: SlotNode, growth: boolean, sources: RowSources): Judged {
  return {
    indicator: slot.indicator, text: slotText(slot), value: null, unit: slot.unit, ...lastOf(slot.last, growth), change: null,
    source: (slot.entry && sources.ledger?.(slot.entry)) ?? '', person: '', at: undefined, state: '待填', note: '',
  }
}

/** An indicator that was kept from last year. */
const GREW = /(?:增长|增加|提高|提升|上升|上涨)$/u

function figureRow(figure: PlacedCoreFigure, { value, growth }: { value: number; growth: boolean }, node: FigureNode | undefined, pair: Pair | undefined, sources: RowSources, material: string | undefined): Judged {
  const { verification } = node ?? {}
  const verified = node?.state === 'verified'
  const state: SheetState = verified ? '已核' : node?.state === 'doubtful' ? '存疑' : verification?.lapsed !== undefined ? '核实后改过' : node?.state === 'filled' ? '已填' : '未核'
  const remarks: string[] = []
  if (state === '存疑' && verification?.note) remarks.push(verification.note)
  if (!verified && verification?.lapsed !== undefined) remarks.push(`核实时为“${verification.lapsed}”`)
  if (figure.high !== undefined) remarks.push('区间')
  if (pair?.same === 'near') remarks.push(`与上年口径近似：${pair.why || '请核对'}`)
  if (growth && value < 0 && GREW.test(figure.indicator)) remarks.push('文中为下降，指标名称为增长，请核对指标名称')
  const last = pair ? { lastText: pair.last.text, lastValue: pair.last.high === undefined ? round(pair.signed?.last ?? pair.last.value) : null } : lastOf(node?.last, growth)
  return {
    indicator: figure.indicator,
    text: figure.text,
    value: figure.high === undefined ? round(value) : null,
    unit: figure.unit,
    ...last,
    change: pair ? pair.change : node?.last && !growth ? changeFrom(figure, node.last) : null,
    source: (verified || state === '存疑' ? verification?.source : undefined) ?? (node?.entry && sources.ledger?.(node.entry)) ?? (material === undefined ? undefined : sources.material?.(material)) ?? '',
    person: (verified ? verification?.by : undefined) ?? '',
    at: verified && verification ? beijingTime(verification.at) : undefined,
    state,
    note: remarks.join('；'),
  }
}

/** What the report had from which the draft was rolled. Of a change it is not kept which way it went: such a number would stand above nought for what fell. */
const lastOf = (last: LastFigure | undefined, growth: boolean): Pick<VerificationRow, 'lastText' | 'lastValue'> => ({ lastText: last?.text ?? '', lastValue: last === undefined || last.high !== undefined || growth ? null : round(last.value) })

/** Against what the report had from which the draft was rolled. Of rates of change it does not keep which way they went, so that those are not subtracted. */
const changeFrom = (figure: PlacedCoreFigure, last: LastFigure): Pair['change'] => (baseUnit(figure.unit) === baseUnit(last.unit) ? changeBetween(figure, last, figure.kind) : null)

/** The year whose values stand beside the report's. */
export const lastYearOf = (report: Pick<Report, 'year'>, { lastYear }: Pick<RowSources, 'lastYear'>): number | null => lastYear ?? (report.year === null ? null : report.year - 1)

/** Says of a value of another year than the column's from which one it is. */
function withYear<R extends Pick<VerificationRow, 'note'>>(row: R, last: LastFigure | undefined, column: number | null): R {
  return last === undefined || last.year === null || last.year === column ? row : { ...row, note: [row.note, `上年值取自${last.year}年报告`].filter((part) => part !== '').join('；') }
}
