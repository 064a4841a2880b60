import { valueIn, type Ledger } from '../ledger/ledger.ts'
import { VALUE_STATES } from '../ledger/words.ts'
import { matchIndicators } from '../ledger/match.ts'
import type { Material } from './material.ts'
import { offered, usableFigures, type OfferedFigure } from './usable-figures.ts'

/** A figure of a material that is the value of an indicator. */
export interface LedgerMatch extends OfferedFigure {
  indicatorId: string
  indicator: string
  /** what is to be looked at: what the ledger says now; empty where it is open */
  why: string[]
}


/**
 * The figures of materials that are values of a ledger's indicators in a year, by the indicators' names and only where that is certain. Entries
 * that say the same already, that are computed, or of which `asked` says that a slot asks for them, are left out.
 */
export function ledgerMatches(ledger: Ledger, year: number, materials: readonly Material[], asked: ReadonlySet<string>): LedgerMatch[] {
  const open = ledger.indicators.filter(({ id, formula }) => formula === undefined && !asked.has(id))
  const order = new Map(open.map(({ id }, i) => [id, i]))
  const out: LedgerMatch[] = []
  for (const material of materials) {
    if (material.year !== null && material.year !== year) continue
    const figures = usableFigures(material, year)
    const found = matchIndicators(figures.map(({ figure }) => ({ name: figure.indicator, unit: figure.unit, kind: figure.kind })), open)
    figures.forEach((features, i) => {
      const indicator = open.find(({ id }) => id === found[i])
      if (!indicator) return
      const { figure } = features
      const now = valueIn(indicator, year)
      if (now && now.value === figure.value && now.high === figure.high && now.approx === figure.approx) return
      out.push({ ...offered(features, material), indicatorId: indicator.id, indicator: indicator.name, why: now && now.value !== null ? [`台账中是${now.text}（${VALUE_STATES[now.state]}）`] : [] })
    })
  }
  return out.sort((a, b) => (order.get(a.indicatorId) ?? 0) - (order.get(b.indicatorId) ?? 0))
}
