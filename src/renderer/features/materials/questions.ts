import { openSlots, type OpenSlot } from '#core/edit/slots.ts'
import type { Source } from '#core/ledger/ledger.ts'
import type { Material } from '#core/materials/material.ts'
import type { Offer } from '#core/materials/offers.ts'
import type { Report } from '#core/model/report.ts'

/** Where a figure of a material came from, as the ledger keeps it. */
export const sourceOf = (offer: Offer, material: Material | undefined): Source => ({
  kind: 'material',
  name: material ? [material.department, material.title].filter(Boolean).join('：') : '素材',
  id: offer.materialId,
  passage: offer.sentence,
})

/** Offers for one slot, or for one entry of the ledger. */
export interface Question {
  key: string
  slot: OpenSlot | undefined
  indicator: string
  offers: Offer[]
}

/** Offers by what they answer, in their order; those for slots that have been filled meanwhile are left out. */
export function questionsOf(report: Report, offers: readonly Offer[]): Question[] {
  const open = new Map(openSlots(report).map((slot) => [slot.slot.id, slot]))
  const out = new Map<string, Question>()
  for (const offer of offers) {
    const slot = offer.slotId === undefined ? undefined : open.get(offer.slotId)
    if (offer.slotId !== undefined && !slot) continue
    const key = offer.slotId === undefined ? `i${offer.indicatorId ?? ''}` : `s${offer.slotId}`
    const question = out.get(key)
    if (question) question.offers.push(offer)
    else out.set(key, { key, slot, indicator: offer.indicator, offers: [offer] })
  }
  return [...out.values()]
}
