import { describe, expect, it } from 'vitest'
import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { judge, isSettled } from '#core/ledger/agreement.ts'
import { ledgerFromReports, linksFor, linkSlots } from '#core/ledger/build.ts'
import { applyChanges } from '#core/ledger/changes.ts'
import { emptyLedger, indicatorOf, readLedgerFile, valueIn, LEDGER_FORMAT, LEDGER_VERSION, type Ledger } from '#core/ledger/ledger.ts'
import type { FigureNode } from '#core/model/inline.ts'
import { plainText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { openSlots } from '#core/edit/slots.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { makeReport } from '../make-report.ts'

const AT = '2025-01-10T08:00:00.000Z'
const options = (): Parameters<typeof ledgerFromReports>[2] => {
  let n = 0
  return { at: AT, newId: () => `i${n++}` }
}
const built = (reports: readonly Report[], from: Ledger = emptyLedger('l', '甲')): Ledger => applyChanges(from, ledgerFromReports(from, reports, options()))

describe.each(SEEDS)('the ledger of %s', (seed) => {
  const report = seedReport(seed)
  const ledger = built([report])
  const core = reportFigures(report).filter(isCore)

  it('has a value of the year for each indicator, each the figure of the place that it names', () => {
    expect(ledger.indicators.length).toBeGreaterThan(5)
    for (const { name, unit, values } of ledger.indicators) {
      expect(name).not.toBe('')
      for (const v of values) {
        const place = v.source?.figure
        const figure = core.find((f) => f.paragraphId === place?.paragraphId && f.text === place.text && f.before === place.before && f.after === place.after)
        expect(figure, `${name} ${v.text}`).toBeDefined()
        expect([v.year, Math.abs(v.value ?? 0), unit, v.approx]).toEqual([report.year, Math.abs(figure?.value ?? Number.NaN), figure?.unit, figure?.approx])
        const paragraph = allParagraphs(report).find(({ id }) => id === place?.paragraphId)
        expect(plainText(paragraph?.content ?? [])).toContain(v.source?.passage)
      }
    }
    expect(new Set(ledger.indicators.map(({ id }) => id)).size).toBe(ledger.indicators.length)
    expect(readLedgerFile({ format: LEDGER_FORMAT, version: LEDGER_VERSION, revision: 1, savedAt: AT, ledger }).ok).toBe(true)
  })
  it('is not changed by a second run', () => expect(ledgerFromReports(ledger, [report], options())).toEqual([]))
  it('keeps what a person put in, and is only added to', () => {
    const mine: Ledger = { ...ledger, indicators: ledger.indicators.map((i, k) => (k % 2 === 0 ? { ...i, values: i.values.map((v) => ({ ...v, value: 7, text: '7', state: 'verified' as const })) } : { ...i, values: [] })) }
    const next = applyChanges(mine, ledgerFromReports(mine, [report], { at: AT, newId: () => `n${Math.abs(core.length)}-${String((count += 1))}` }))
    for (const before of mine.indicators) for (const v of before.values) expect(valueIn(indicatorOf(next, before.id) ?? before, v.year)).toBe(v)
  })
  it('links each figure with what it says', () => {
    const links = linksFor(report, ledger)
    expect(links.length).toBeGreaterThanOrEqual(ledger.indicators.length)
    for (const { paragraphId, start, end, text, indicator, fell } of links) {
      const paragraph = allParagraphs(report).find(({ id }) => id === paragraphId)
      expect(plainText(paragraph?.content ?? []).slice(start, end).replace(/\s+/gu, '')).toBe(text)
      const held = indicatorOf(ledger, indicator)
      if (!held || report.year === null) throw new Error('no such indicator')
      const figure: FigureNode = { type: 'figure', id: 'f', text, indicator: held.name, unit: held.unit, kind: held.kind, state: 'filled', entry: { indicator, year: report.year, ...(fell ? { fell } : {}) } }
      const judged = judge(figure, ledger)
      // said again, it may be said nearly or rounded; it is never said otherwise
      expect(isSettled(judged) || judged.verdict === 'ask', `${text}: ${judged.verdict} ${judged.why}`).toBe(true)
    }
  })
  it('is waited for by the slots of the next year’s draft, each with the value that it had', () => {
    const year = (report.year ?? 0) + 1
    const draft = linkSlots(rollForward(report, { id: 'd', year }), ledger, year)
    const linked = openSlots(draft).filter(({ slot }) => slot.entry)
    expect(linked.length).toBeGreaterThan(0)
    for (const { slot } of linked) {
      expect(slot.entry?.year).toBe(year)
      expect(slot.last).toBeDefined()
      // an indicator without a value fills nothing
      expect(judge(slot, ledger).verdict).toBe('open')
    }
  })
})
let count = 0

describe('values that fell', () => {
  const report = makeReport(['全年信访总量下降9.6%，重复访下降6%—6.5%，越级访下降近10%，办结率上升5.2%。'], { id: 'r1', status: 'published', year: 2021 })
  const ledger = built([report])
  it('are below nought, ranges at both ends; the text that gave them agrees', () => {
    const links = linksFor(report, ledger)
    for (const { text, indicator, fell } of links) {
      const held = indicatorOf(ledger, indicator)
      if (!held) throw new Error('no such indicator')
      expect(judge({ type: 'figure', id: 'f', text, indicator: '', unit: '%', kind: 'percent', state: 'filled', entry: { indicator, year: 2021, ...(fell ? { fell } : {}) } }, ledger), text).toMatchObject({ verdict: 'agrees' })
    }
    expect(links.map(({ text, fell }) => [text, fell])).toEqual([['9.6%', true], ['6%—6.5%', true], ['近10%', true], ['5.2%', false]])
  })
})

it('two years of one body make one indicator of what both say', () => {
  const a = makeReport(['全年立案138件。'], { id: 'a', status: 'published', year: 2020 })
  const b = makeReport(['全年立案150件。'], { id: 'b', status: 'published', year: 2021 })
  const both = built([b], built([a]))
  expect(both.indicators.filter(({ values }) => values.length === 2).map(({ values }) => values.map(({ value }) => value))).toEqual([[138, 150]])
})
