import { bench, describe } from 'vitest'
import { applyChanges, changesBetween, type LedgerChange } from '#core/ledger/changes.ts'
import type { Indicator, Ledger } from '#core/ledger/ledger.ts'
import { statedPlaces } from '#core/ledger/places.ts'
import type { Inline } from '#core/model/inline.ts'
import type { Report } from '#core/model/report.ts'
import { orderOf, rowOf } from '../../src/renderer/features/ledger/ledger-table.ts'
import { makeReport } from '../core/make-report.ts'

/** A body with 2,000 indicators of six years, and a draft of 150 linked figures. The peer is a deep copy of the ledger by the platform's structuredClone. */
const YEARS = [2016, 2017, 2018, 2019, 2020, 2021]
const LEDGER: Ledger = {
  id: 'l', body: '甲县', collections: [],
  indicators: Array.from({ length: 2000 }, (_, i): Indicator => ({
    id: `i${i}`, name: `第${i}项工作完成情况`, unit: '件', kind: 'quantity', department: `部门${i % 12}`,
    values: YEARS.map((year) => ({ year, text: `${i + year}件`, value: i + year, approx: 'exact', state: 'filled', source: { kind: 'report', name: '工作报告', passage: '全年完成任务若干件。' }, at: '2021-01-01T00:00:00.000Z' })),
    ...(i % 50 === 49 ? { formula: { is: 'sum' as const, of: [`i${i - 1}`, `i${i - 2}`] } } : {}),
  })),
}
const [before] = LEDGER.indicators[1000]?.values.slice(-1) ?? []
const CHANGE: LedgerChange[] = before ? [{ at: 'value', indicator: 'i1000', year: 2021, before, after: { ...before, text: '5件', value: 5 } }] : []
const edited = applyChanges(LEDGER, CHANGE)
const REPORT: Report = {
  ...makeReport([], { year: 2021 }),
  sections: [{ id: 's', level: 1, number: '一、', heading: '回顾', sections: [], paragraphs: Array.from({ length: 50 }, (_, p) => ({ id: `p${p}`, content: [0, 1, 2].flatMap((k): Inline[] => [{ type: 'text', text: '全年完成' }, { type: 'figure', id: `f${p}-${k}`, text: `${p * 3 + k + 2021}件`, indicator: '任务', unit: '件', kind: 'quantity', state: 'filled', entry: { indicator: `i${p * 3 + k}`, year: 2021 } }, { type: 'text', text: '；' }]) })) }],
}

describe('a ledger of 2,000 indicators', () => {
  bench('a cell is changed', () => void applyChanges(LEDGER, CHANGE))
  bench('its rows are made anew after that', () => {
    for (const indicator of edited.indicators) rowOf(edited, indicator, YEARS, 2021)
  })
  bench('what changed between two states of it', () => void changesBetween(LEDGER, edited))
  bench('sorted by value, filtered by words', () => void orderOf(edited, 2021, { words: '工作', department: '', state: 'all', sort: { by: 'value', down: true } }, new Set(), new Map()))
  bench('150 linked figures of a draft beside it', () => void statedPlaces(REPORT, edited))
  bench('peer: structuredClone of the ledger', () => void structuredClone(LEDGER))
})
