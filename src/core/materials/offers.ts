import { reportFeatures } from '../compare/compare.ts'
import type { Features } from '../compare/features.ts'
import { pairFeatures } from '../compare/pairing.ts'
import { sameUnit } from '../compare/similarity.ts'
import type { Approx, CoreKind, FigureNode, SlotNode } from '../model/inline.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { mapParagraphs } from '../model/tree.ts'
import { sentenceRanges } from '../text/sentences.ts'
import { asReport } from './as-report.ts'
import type { Material } from './material.ts'
import { speaksOfAnotherYear } from './other-years.ts'

/** A figure of a material that answers an open slot of the draft. */
export interface Offer {
  slotId: string
  /** what the slot wants, in the draft's words, and the paragraph of the draft in which it stands */
  indicator: string
  slotParagraphId: string
  /** as the material writes it */
  text: string
  /** in plain units (4.4亿 → 440000000) */
  value: number
  high?: number
  unit: string
  approx: Approx
  kind: CoreKind
  materialId: string
  /** the paragraph of the material, and the figure's place in it: UTF-16, half-open */
  paragraphId: string
  start: number
  end: number
  /** the sentence around it */
  sentence: string
  /** `near`: of another unit or scope, or said in another direction, so that a person has to look */
  certainty: 'yes' | 'near'
  /** in Chinese, what is to be looked at; empty where nothing is */
  why: string[]
  /** 0 to 1 */
  score: number
}

/**
 * The figures of materials that answer the open slots of a draft: paired with what stands around the slots as two reports are paired, never by
 * value. Certain ones first for each slot, slots in reading order. Of one material a slot gets one figure at most; where materials differ, all
 * are answered, each with what the others say. Figures of another year and targets are not offered.
 */
export function offersFor(draft: Report, materials: readonly Material[]): Offer[] {
  const { report, slots } = asIfFilled(draft)
  const there = reportFeatures(report)
  const slotAt = there.map(({ figure }) => slots.get(`${figure.paragraphId}:${figure.start}`))
  const order = new Map([...slots.values()].map(({ id }, i) => [id, i]))
  const out: Offer[] = []
  for (const material of materials) {
    const here = usableFigures(material, draft.year)
    const texts = new Map(material.paragraphs.map(({ id, text }) => [id, text]))
    for (const { i, j, similarity: { score, why } } of pairFeatures(here, there)) {
      const [a, b, slot] = [here[i], there[j], slotAt[j]]
      if (!a || !b || !slot) continue
      const { figure } = a
      const remarks = [...why, ...remarksOn(a, b, slot, material.year !== null && draft.year !== null && material.year !== draft.year ? material.year : undefined)]
      out.push({
        slotId: slot.id,
        indicator: slot.indicator === '' ? figure.indicator : slot.indicator,
        slotParagraphId: b.figure.paragraphId,
        text: figure.text,
        value: figure.value,
        ...(figure.high === undefined ? {} : { high: figure.high }),
        unit: figure.unit,
        approx: figure.approx,
        kind: figure.kind,
        materialId: material.id,
        paragraphId: figure.paragraphId,
        start: figure.start,
        end: figure.end,
        sentence: sentenceAt(texts.get(figure.paragraphId) ?? '', figure.start),
        certainty: remarks.length === 0 ? 'yes' : 'near',
        why: remarks,
        score,
      })
    }
  }
  const ranked = out.sort((a, b) => (order.get(a.slotId) ?? 0) - (order.get(b.slotId) ?? 0) || Number(a.certainty === 'near') - Number(b.certainty === 'near') || b.score - a.score)
  return sayDisagreements(ranked, materials)
}

/** The core figures of a material that speak of the year and of what was done in it. */
function usableFigures(material: Material, year: number | null): Features[] {
  const texts = new Map(material.paragraphs.map(({ id, text }) => [id, text]))
  return reportFeatures(asReport(material)).filter(({ plan, figure }) => {
    const paragraph = texts.get(figure.paragraphId)
    return !plan && paragraph !== undefined && !speaksOfAnotherYear(paragraph, figure.start, material.year ?? year)
  })
}

/** What a person has to look at before a figure goes into a slot, besides what the pairing says. */
function remarksOn(a: Features, b: Features, slot: SlotNode, otherYear: number | undefined): string[] {
  const out: string[] = []
  if (otherYear !== undefined) out.push(`素材是${otherYear}年的`)
  if (a.figure.kind !== slot.kind) out.push('数据类型不同')
  else if (slot.unit !== '' && a.figure.unit !== slot.unit && !sameUnit(a, b)) out.push(`单位不同：${a.figure.unit || '无单位'}／${slot.unit}`)
  if (a.value < 0 !== b.value < 0) out.push(a.value < 0 ? '素材说的是下降，文中写的不是' : '文中写的是下降，素材说的不是')
  return out
}

const sentenceAt = (text: string, at: number): string => {
  const range = sentenceRanges(text).find(({ end }) => at < end)
  return range ? text.slice(range.start, range.end).trim() : text.trim()
}

/** Says with each offer which other values other materials have for its slot; one of several that differ is never certain. */
function sayDisagreements(offers: readonly Offer[], materials: readonly Material[]): Offer[] {
  const titles = new Map(materials.map(({ id, title, department }) => [id, department === '' ? `《${title}》` : `${department}《${title}》`]))
  const bySlot = new Map<string, Offer[]>()
  for (const offer of offers) {
    const same = bySlot.get(offer.slotId)
    if (same) same.push(offer)
    else bySlot.set(offer.slotId, [offer])
  }
  return offers.map((offer) => {
    const others = (bySlot.get(offer.slotId) ?? []).filter((o) => o !== offer && (o.value !== offer.value || o.high !== offer.high || o.unit !== offer.unit))
    return others.length === 0 ? offer : { ...offer, certainty: 'near' as const, why: [...offer.why, ...others.map((o) => `${titles.get(o.materialId) ?? '另一份素材'}写的是${o.text}`)] }
  })
}

const filledBefore = new WeakMap<Report, AsIfFilled>()
interface AsIfFilled {
  report: Report
  /** the open slots by paragraph id and offset in the filled text */
  slots: ReadonlyMap<string, SlotNode>
}

/** The draft as it would read with each slot filled by its last value, or its example, so that slots are figures among words. */
function asIfFilled(draft: Report): AsIfFilled {
  const before = filledBefore.get(draft)
  if (before) return before
  const open = new Map<string, SlotNode>()
  const report = mapParagraphs(draft, (paragraph) =>
    paragraph.content.some(({ type }) => type === 'slot')
      ? { ...paragraph, content: paragraph.content.map((node) => {
          if (node.type !== 'slot') return node
          open.set(node.id, node)
          return standIn(node)
        }) }
      : paragraph)
  const slots = new Map<string, SlotNode>()
  for (const { id, paragraph } of plainParagraphs(report)) {
    let at = 0
    for (const node of paragraph?.content ?? []) {
      const slot = node.type === 'figure' ? open.get(node.id) : undefined
      if (slot) slots.set(`${id}:${at}`, slot)
      at += node.type === 'slot' ? 0 : node.text.length
    }
  }
  const made = { report, slots }
  filledBefore.set(draft, made)
  return made
}

/** A figure in the place of a slot; without any earlier value, one of its unit. */
function standIn(slot: SlotNode): FigureNode {
  const { type: _, ...held } = slot
  return { type: 'figure', ...held, text: slot.last?.text || slot.example || `1${slot.unit}`, state: 'stated' }
}
