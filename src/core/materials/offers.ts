import { likelyPairs } from '../compare/candidates.ts'
import { reportFeatures } from '../compare/compare.ts'
import type { Features } from '../compare/features.ts'
import { pairFeatures } from '../compare/pairing.ts'
import { similarity } from '../compare/similarity.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { SlotNode } from '../model/inline.ts'
import type { Report } from '../model/report.ts'
import { asIfFilled } from './as-if-filled.ts'
import { ledgerMatches } from './ledger-matches.ts'
import type { Material } from './material.ts'
import { takenPassages } from './taken.ts'
import { offered, usableFigures, type OfferedFigure } from './usable-figures.ts'

/** A figure of a material that answers an open slot of the draft, an entry of the ledger, or both. */
export interface Offer extends OfferedFigure {
  /** the open slot; undefined where only the ledger asks */
  slotId?: string
  /** the paragraph of the draft in which the slot stands */
  slotParagraphId?: string
  /** the indicator of the ledger, of the draft's year; undefined where the slot is linked to none */
  indicatorId?: string
  /** what is asked for, in the words of the draft or the ledger */
  indicator: string
  /** `near`: of another unit or scope, or said in another direction, so that a person has to look */
  certainty: 'yes' | 'near'
  /** in Chinese, what is to be looked at; empty where nothing is */
  why: string[]
  /** 0 to 1 */
  score: number
}

/**
 * The figures of materials that answer the open slots of a draft: weighed against what stands around the slots as two reports are paired, never
 * by value. Slots in reading order, for each the certain ones first. Where one material has two figures that might be meant, where one figure
 * might be meant for two slots, or where materials differ, all are answered, none as certain, each with what speaks against it. Figures of
 * another year and targets are not offered. With a ledger, entries of the draft's year that are open, or say something else, and that no slot asks
 * for, follow behind.
 */
export function offersFor(draft: Report, materials: readonly Material[], ledger?: Ledger): Offer[] {
  const { report, slots } = asIfFilled(draft)
  // words that were taken from a material must not keep its figures from the slots beside them
  const taken = takenPassages(report).map(({ place }) => place)
  const there = reportFeatures(report).filter(({ figure }) => !taken.some(({ paragraphId, start, end }) => figure.paragraphId === paragraphId && start <= figure.start && figure.end <= end))
  const slotAt = there.map(({ figure }) => slots.get(`${figure.paragraphId}:${figure.start}`))
  const order = new Map([...slots.values()].map(({ id }, i) => [id, i]))
  const out: Offer[] = []
  for (const material of materials) {
    const here = usableFigures(material, draft.year)
    const otherYear = material.year !== null && draft.year !== null && material.year !== draft.year ? [`素材是${material.year}年的`] : []
    for (const { i, j, score, why } of possible(here, there, (j) => slotAt[j]?.indicator)) {
      const [a, b, slot] = [here[i], there[j], slotAt[j]]
      if (!a || !b || !slot) continue
      const figure = offered(a, material)
      const remarks = [...new Set([...otherYear, ...why, ...remarksOn(a, b, slot)])]
      out.push({
        ...figure,
        slotId: slot.id,
        slotParagraphId: b.figure.paragraphId,
        ...(slot.entry ? { indicatorId: slot.entry.indicator } : {}),
        indicator: slot.indicator === '' ? a.figure.indicator : slot.indicator,
        certainty: remarks.length === 0 ? 'yes' : 'near',
        why: remarks,
        score: Math.round(score * 1000) / 1000,
      })
    }
  }
  const place = ({ slotId }: Offer): number => order.get(slotId ?? '') ?? 0
  const ranked = out.sort((a, b) => place(a) - place(b) || Number(a.certainty === 'near') - Number(b.certainty === 'near') || b.score - a.score)
  const asked = new Set([...slots.values()].flatMap(({ entry }) => entry?.indicator ?? []))
  return sayDisagreements([...ranked, ...(ledger && draft.year !== null ? ledgerMatches(ledger, draft.year, materials, asked).map((match) => ({ ...match, certainty: match.why.length === 0 ? 'yes' as const : 'near' as const, score: 1 })) : [])], materials)
}

/** A figure of a material and one of the draft that may be the same. */
interface Possible {
  i: number
  j: number
  score: number
  why: string[]
}

/** Below this, not even a person would look. */
const FAINT = 0.42
/** what comes so near to the best may as well be meant */
const MARGIN = 0.08

/**
 * The best assignment of a material's figures to those of the draft, and besides it, for open slots only, what comes near to it. `slotName` is
 * the indicator of a figure of the draft that is an open slot.
 */
function possible(here: readonly Features[], there: readonly Features[], slotName: (j: number) => string | undefined): Possible[] {
  const weighed = new Map<string, Possible>()
  for (const [i, j] of likelyPairs(here, there)) {
    const [a, b] = [here[i], there[j]]
    const found = a && b && slotName(j) !== undefined ? similarity(a, b) : undefined
    if (found && found.score >= FAINT) weighed.set(`${i} ${j}`, { i, j, score: found.score, why: found.why })
  }
  const best = new Map<string, Possible>()
  const [taken, filled] = [new Map<number, number>(), new Map<number, number>()]
  for (const { i, j, similarity: { score, why } } of pairFeatures(here, there)) {
    taken.set(i, j)
    filled.set(j, i)
    best.set(`${i} ${j}`, { i, j, score, why: [...why] })
  }
  const out = [...best.values()]
  for (const edge of weighed.values()) {
    const { i, j, score } = edge
    const [elsewhere, instead] = [taken.get(i), filled.get(j)]
    if (elsewhere === j) continue
    const own = elsewhere === undefined ? undefined : weighed.get(`${i} ${elsewhere}`)
    const rival = instead === undefined ? undefined : weighed.get(`${instead} ${j}`)
    const mine = elsewhere === undefined ? undefined : best.get(`${i} ${elsewhere}`)
    const theirs = instead === undefined ? undefined : best.get(`${instead} ${j}`)
    // taken by a figure that fits clearly better, or fitting clearly better elsewhere
    if ((elsewhere !== undefined && (!own || score <= own.score - MARGIN)) || (instead !== undefined && (!rival || score <= rival.score - MARGIN))) continue
    if (elsewhere !== undefined && instead !== undefined) continue
    // another unit, when the best has none such against it, is no doubt
    if ((mine ?? theirs)?.why.length === 0 && edge.why.some((remark) => remark.startsWith('单位不同'))) continue
    const doubts = [...(mine ? [mayBe(slotName(mine.j))] : []), ...(theirs ? [`同一素材中的${here[theirs.i]?.figure.text ?? ''}更像`] : [])]
    mine?.why.push(mayBe(slotName(j)))
    theirs?.why.push(`同一素材中的${here[i]?.figure.text ?? ''}也可能是`)
    out.push({ i, j, score, why: [...edge.why, ...(doubts.length > 0 ? doubts : edge.why.length > 0 ? [] : ['说法不尽相同'])] })
  }
  return out
}

const mayBe = (indicator: string | undefined): string => `也可能是“${(indicator ?? '').replace(/“/gu, '‘').replace(/”/gu, '’')}”`

/** which of them are counted: 50万元以上的村 */
const CONDITION = /(\d[\d.]*[万亿]?\p{Script=Han}{0,3}?)(以上|以下|以内)的?[^，。；\d]{0,8}$/u
/** units that may stand for each other in print */
const PERSONS: readonly string[] = ['人', '名', '位']
/** the sum of several years, or all there are */
const ALL = /累计(?:达|建成|已|突破|完成)|(?:总数|总量|总户数)(?:达|为|增|已)/u

/** What a person has to look at before a figure goes into a slot, besides what the pairing says. */
function remarksOn(a: Features, b: Features, slot: SlotNode): string[] {
  const out: string[] = []
  if (a.figure.kind !== slot.kind) out.push('数据类型不同')
  // reports may be compared over 场 and 次; what goes to print is looked at
  else if (slot.unit !== '' && a.figure.unit !== slot.unit && !(PERSONS.includes(a.figure.unit) && PERSONS.includes(slot.unit))) out.push(`单位不同：${a.figure.unit || '无单位'}／${slot.unit}`)
  if (a.value < 0 !== b.value < 0) out.push(a.value < 0 ? '素材说的是下降，文中写的不是' : '文中写的是下降，素材说的不是')
  const clause = a.figure.before.slice(a.figure.before.search(/[^，。；、]*$/u))
  if (ALL.test(clause) && !ALL.test(b.figure.before)) out.push('素材说的是累计数')
  const [mine, theirs] = [a, b].map(({ figure }) => CONDITION.exec(figure.before)?.[0])
  if (mine !== theirs && conditionOf(mine) !== conditionOf(theirs)) out.push('统计的条件不同')
  if ([a, b].some(({ figure }) => /^的|^.?$/u.test(figure.indicator))) out.push('指标没有写明')
  return out
}

const conditionOf = (words: string | undefined): string => /^[\d.]+[万亿]?/u.exec(words ?? '')?.[0] ?? ''

/** Says with each offer which other values other materials have for its slot; one of several that differ is never certain. */
function sayDisagreements(offers: readonly Offer[], materials: readonly Material[]): Offer[] {
  const titles = new Map(materials.map(({ id, title, department }) => [id, department === '' ? `《${title}》` : `${department}《${title}》`]))
  const bySlot = new Map<string, Offer[]>()
  for (const offer of offers) {
    const same = bySlot.get(keyOf(offer))
    if (same) same.push(offer)
    else bySlot.set(keyOf(offer), [offer])
  }
  return offers.map((offer) => {
    const others = (bySlot.get(keyOf(offer)) ?? []).filter((o) => o !== offer && (o.value !== offer.value || o.high !== offer.high || o.unit !== offer.unit))
    if (others.length === 0) return offer
    // that one material may mean either was said where they were weighed
    const elsewhere = others.filter((o) => o.materialId !== offer.materialId).map((o) => `${titles.get(o.materialId) ?? '另一份素材'}写的是${o.text}`)
    return { ...offer, certainty: 'near' as const, why: [...offer.why, ...elsewhere] }
  })
}

const keyOf = ({ slotId, indicatorId }: Offer): string => (slotId === undefined ? `i ${indicatorId ?? ''}` : `s ${slotId}`)
