import { openSlots, type OpenSlot } from '#core/edit/slots.ts'
import type { PlacedCoreFigure } from '#core/figures/figure.ts'
import type { Report } from '#core/model/report.ts'

/** Finds the open slot that waits for this year's value of a figure of last year's report; each slot waits for one. */
export function waitingSlots(report: Report): (last: PlacedCoreFigure) => OpenSlot | undefined {
  const byFigure = new Map<string, OpenSlot[]>()
  for (const open of openSlots(report)) {
    const { indicator, last } = open.slot
    if (!last) continue
    const key = `${indicator}\n${last.text}`
    byFigure.set(key, [...(byFigure.get(key) ?? []), open])
  }
  return ({ indicator, text }) => byFigure.get(`${indicator}\n${text}`)?.shift()
}
