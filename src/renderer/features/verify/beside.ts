import type { Finding } from '#core/checker/finding.ts'
import { fromText, isSettled, judge } from '#core/ledger/agreement.ts'
import { indicatorOf, valueIn, type Ledger } from '#core/ledger/ledger.ts'
import { sourceText, VALUE_STATES } from '#core/ledger/words.ts'
import type { Material } from '#core/materials/material.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { sentenceRanges } from '#core/text/sentences.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { figureRows, type LastValue } from '../edit/figure-rows.ts'
import { waitingSlots } from '../edit/waiting.ts'
import type { Stop } from './stops.ts'

/** A figure in its sentence. */
export interface Quoted {
  before: string
  figure: string
  behind: string
}

/** What is known of all figures of a text besides the text itself, to be looked up figure by figure. */
export interface Known {
  last: ReadonlyMap<string, { text: string; value: LastValue }>
  /** the sentence of last year's report by the place of this year's figure, or the id of the slot that waits for it */
  sentences: ReadonlyMap<string, Quoted>
  findings: ReadonlyMap<string, readonly Finding[]>
}

/** Gathers it from an analysis. The text may have moved on since: whoever looks up a figure compares its words. */
export function knownOf(analysed: Analysed, lastYear: number | null): Known {
  const last = new Map<string, { text: string; value: LastValue }>()
  for (const row of figureRows(analysed, lastYear)) if (row.last) last.set(`${row.place.blockId}:${row.place.start}`, { text: squeezed(row.text), value: row.last })
  const sentences = new Map<string, Quoted>()
  const texts = analysed.last ? textsOf(analysed.last) : new Map<string, string>()
  for (const pair of analysed.comparison?.pairs ?? []) {
    const text = texts.get(pair.last.paragraphId)
    if (text !== undefined) sentences.set(`${pair.this.paragraphId}:${pair.this.start}`, quoted(text, pair.last.start, pair.last.end))
  }
  const slotOf = waitingSlots(analysed.of)
  for (const figure of analysed.comparison?.onlyLast ?? []) {
    const slot = slotOf(figure)?.slot
    const text = slot && texts.get(figure.paragraphId)
    if (text !== undefined) sentences.set(slot?.id ?? '', quoted(text, figure.start, figure.end))
  }
  const findings = new Map<string, Finding[]>()
  for (const finding of analysed.findings) {
    if (finding.rule === 'slot.open') continue
    for (const blockId of new Set(finding.anchors.map(({ paragraphId }) => paragraphId))) findings.set(blockId, [...(findings.get(blockId) ?? []), finding])
  }
  return { last, sentences, findings }
}

/** The plain texts of a report's blocks by their ids. */
export const textsOf = (report: Report): Map<string, string> => new Map(plainParagraphs(report).map(({ id, text }) => [id, text]))

const LONGEST = 150

/** The sentence around [start, end); of a very long one only what stands next to it. */
export function quoted(text: string, start: number, end: number): Quoted {
  const sentence = sentenceRanges(text).find((s) => s.start <= start && start < s.end) ?? { start: 0, end: text.length }
  const close = Math.max(sentence.end, end) - sentence.start <= LONGEST
  const from = close ? sentence.start : Math.max(sentence.start, start - LONGEST / 2)
  const to = close ? Math.max(sentence.end, end) : Math.min(Math.max(sentence.end, end), end + LONGEST / 2)
  return {
    before: `${from > sentence.start ? '…' : ''}${text.slice(from, start)}`.trimStart(),
    figure: text.slice(start, end),
    behind: `${text.slice(end, to)}${to < sentence.end ? '…' : ''}`.trimEnd(),
  }
}

/** The entry of the ledger that a figure states. */
export interface EntryBeside {
  /** name and department */
  name: string
  year: number
  text: string
  state: string
  source: string
  /** does the text say something else, or nearly and not yet accepted? */
  differs: boolean
  /** does it say the same? Neither for an open slot, nor where the ledger has no value */
  agrees: boolean
  /** what the text could say instead, the best first; with the text itself where that may stand */
  choices: readonly string[]
  /** could the ledger take the text's value? */
  takesText: boolean
  /** what there is to say of the two, with the computation of a formula; empty where they simply agree */
  why: string
}

/** What stands on the card beside a figure. */
export interface Beside {
  last: LastValue | undefined
  sentence: Quoted | undefined
  findings: readonly Finding[]
  entry: EntryBeside | undefined
  /** the material that the words came from, as they stand there; `holds`: is this very figure among them? */
  material: { name: string; quote: Quoted; holds: boolean } | undefined
}

/** What is known of one figure. `texts` are those of the report as it stands now. */
export function besideOf(stop: Stop, texts: ReadonlyMap<string, string>, known: Known | undefined, ledger: Ledger | null | undefined, materials: readonly Material[] | undefined): Beside {
  const { key, node, place } = stop
  const row = known?.last.get(key)
  const held = node?.last
  const last: LastValue | undefined = row && row.text === stop.text ? row.value : held && { text: held.text, year: held.year, same: 'yes', why: '', change: null, unit: held.unit, about: held.approx !== 'exact' }
  const text = texts.get(place.blockId) ?? ''
  const touching = (known?.findings.get(place.blockId) ?? []).filter(({ anchors }) =>
    anchors.some((a) => a.paragraphId === place.blockId && a.start < place.end && place.start < a.end && squeezed(text.slice(a.start, a.end)) === squeezed(a.text)))
  return {
    last,
    sentence: stop.status === 'open' ? known?.sentences.get(stop.id ?? '') : row && row.text === stop.text ? known?.sentences.get(key) : undefined,
    findings: touching,
    entry: entryOf(stop, ledger),
    material: materialOf(stop, materials),
  }
}

function materialOf({ passage, text }: Stop, materials: readonly Material[] | undefined): Beside['material'] {
  if (!passage) return undefined
  const at = text === '' ? -1 : passage.text.indexOf(text)
  return { name: materials?.find(({ id }) => id === passage.material)?.title ?? '已不在资料库中的素材', quote: at < 0 ? quoted(passage.text, 0, 0) : quoted(passage.text, at, at + text.length), holds: at >= 0 }
}

function entryOf({ node }: Stop, ledger: Ledger | null | undefined): EntryBeside | undefined {
  if (!node?.entry || !ledger) return undefined
  const indicator = indicatorOf(ledger, node.entry.indicator)
  const judged = judge(node, ledger)
  const value = indicator && valueIn(indicator, node.entry.year)
  return {
    name: indicator ? `${indicator.name}${indicator.department === '' ? '' : `（${indicator.department}）`}` : '指标已从台账中删除',
    year: node.entry.year,
    text: judged.current?.value == null ? '待填' : judged.current.text,
    state: judged.current && judged.current.value !== null ? VALUE_STATES[judged.current.state] : '',
    source: value?.source ? sourceText(value.source) : '',
    differs: node.type === 'figure' && !isSettled(judged),
    agrees: node.type === 'figure' && isSettled(judged),
    choices: node.type === 'figure' && !isSettled(judged) ? [...judged.choices.slice(0, 3), ...(judged.acceptable ? [node.text] : [])] : [],
    takesText: node.type === 'figure' && (judged.verdict === 'differs' || judged.verdict === 'open') && fromText(node, ledger, '', '')?.change !== undefined,
    why: judged.current?.computed && judged.verdict === 'agrees' ? judged.current.why : judged.why,
  }
}

/**
 * The source that a verification names: what was typed for this very figure, else where its entry of the ledger came from, else the material that it
 * was taken from, else the running one.
 */
export function sourceFor({ entry, material }: { entry?: EntryBeside | undefined; material?: Pick<NonNullable<Beside['material']>, 'name' | 'holds'> | undefined }, typed: string | undefined, running: string): string {
  if (typed !== undefined) return typed
  const own = entry && !entry.differs && !/^(?:正文|手工录入|计算)/u.test(entry.source) ? entry.source : ''
  return own || (material?.holds ? `素材“${material.name}”` : '') || running
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '')
