import { lessonsOf } from '#core/compare/decisions.ts'
import { reportFeatures } from '#core/compare/compare.ts'
import { ledgerFromReports, linksFor, type Link } from '#core/ledger/build.ts'
import { applyChanges, type LedgerChange } from '#core/ledger/changes.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { matchIndicators } from '#core/ledger/match.ts'
import type { SlotNode } from '#core/model/inline.ts'
import { openSlots } from '#core/edit/slots.ts'
import type { Report } from '#core/model/report.ts'
import { newId } from '../../editor/ids.ts'

/** What the reports of a body bring to its ledger, and which figures and slots of the draft are linked then. */
export function takeFromReports(ledger: Ledger, report: Report | undefined, others: readonly Report[], now: Date): { changes: LedgerChange[]; links: Link[] } {
  const reports = report ? [report, ...others] : [...others]
  const lessons = lessonsOf(reports.map((r) => ({ report: r, features: reportFeatures(r) })))
  const changes = ledgerFromReports(ledger, reports, { at: now.toISOString(), newId, lessons })
  if (!report) return { changes, links: [] }
  return { changes, links: linksOf(report, applyChanges(ledger, changes)) }
}

/** Links of a draft's figures and slots with the ledger as it stands; slots also by the indicator's words. */
function linksOf(report: Report, ledger: Ledger): Link[] {
  const slots = openSlots(report).map(({ slot }) => slot).filter(({ entry }) => !entry)
  const found = matchIndicators(slots.map(({ indicator, unit, kind }) => ({ name: indicator, unit, kind })), ledger.indicators.filter(({ formula }) => !formula))
  const bySlot = new Map(slots.map((slot, i) => [slot.id, found[i]]))
  return linksFor(report, ledger, (slot: SlotNode) => bySlot.get(slot.id))
}

/** What came of it, in Chinese. */
export function sayTaken(changes: readonly LedgerChange[], linked: number): string {
  const heads = changes.filter((c) => c.at === 'head').length
  const values = changes.filter((c) => c.at === 'value').length
  if (heads + values + linked === 0) return '台账已包含各份报告中的全部数据，没有新的内容。'
  return `新增 ${heads} 个指标、${values} 个数值${linked > 0 ? `，正文中 ${linked} 处数据已与台账关联` : ''}。原有的值没有改动。`
}
