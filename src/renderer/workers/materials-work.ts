import type { Ledger } from '#core/ledger/ledger.ts'
import type { Material } from '#core/materials/material.ts'
import { offersFor, type Offer } from '#core/materials/offers.ts'
import { originsIn, type PassageOrigin } from '#core/materials/taken.ts'
import { usageOf, type PassageUse } from '#core/materials/usage.ts'
import type { Report } from '#core/model/report.ts'

/** What the core says of a draft and its materials. */
export interface MaterialsView {
  /** by the material's id */
  uses: ReadonlyMap<string, readonly PassageUse[]>
  offers: readonly Offer[]
  origins: readonly Omit<PassageOrigin, 'material'>[]
}

/** What the worker is asked. Materials are sent when they change, and remembered. */
export interface MaterialsRequest {
  sequence: number
  report: Report
  ledger: Ledger | null
  materials?: readonly Material[]
}
export type MaterialsAnswer = { sequence: number; result: MaterialsView } | { sequence: number; failure: string }

/** Uses of all materials, figures on offer, and the origins of the draft's passages. */
export function lookOver(report: Report, materials: readonly Material[], ledger: Ledger | null): MaterialsView {
  return {
    uses: new Map(materials.map((material) => [material.id, usageOf(material, report)])),
    offers: offersFor(report, materials, ledger ?? undefined),
    origins: originsIn(report, materials).map(({ material: _, ...origin }) => origin),
  }
}
