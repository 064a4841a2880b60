import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '#core/ledger/changes.ts'
import { collectionFileName, collectionSheet, collectionsOverview, readMark, sendChanges, unassigned } from '#core/ledger/collection.ts'
import { cellOfValue, unitOnSheet } from '#core/ledger/sheet-cell.ts'
import { cellText, plainNumber } from '#core/ledger/table.ts'
import { readTyped } from '#core/edit/typed.ts'
import type { Approx } from '#core/model/inline.ts'
import { indicator, ledger, value } from './filled.ts'

describe('a collection sheet', () => {
  it("has a department's indicators with last year's values, computed ones left out", () => {
    const sheet = collectionSheet(ledger(), { department: '提案委', year: 2021 })
    expect(sheet.columns.map(({ title }) => title)).toEqual(['序号', '指标', '单位', '上年值（2020年）', '本年值（2021年）', '填报人', '备注', '编号'])
    expect(sheet.columns.filter(({ fill }) => fill).map(({ key }) => key)).toEqual(['value', 'person', 'note'])
    expect(sheet.columns.filter(({ hidden }) => hidden).map(({ key }) => key)).toEqual(['id'])
    expect(sheet.rows.map(({ id, last, value: now }) => [id, last, now])).toEqual([['t1', 168, null], ['t2', 138, null], ['t4', 138, null], ['t5', 98.5, null]])
    expect(sheet.title).toBe('开化县政协2021年数据采集表')
    expect(readMark(sheet.mark)).toEqual({ ledger: 'ledger-1', body: '开化县政协', department: '提案委', year: 2021 })
  })
  it('asks in the unit of last year and keeps approximations as words', () => {
    const { rows } = collectionSheet(ledger(), { department: '经济委', year: 2021 })
    expect(rows.map(({ id, unit, last }) => [id, unit, last])).toEqual([['e1', '家', '近300家'], ['e2', '亿元', 4.4], ['e3', '场', 23], ['e4', '元', null]])
  })
  it('shows what is already there, and what exactly is counted', () => {
    const of = applyChanges(ledger(), [{ at: 'value', indicator: 't2', year: 2021, before: null, after: value(2021, '150件', 150, { source: { kind: 'sheet', name: 'a.xlsx', person: '张三', note: '含并案' } }) }])
    const noted = { ...of, indicators: of.indicators.map((i) => (i.id === 't1' ? { ...i, note: '含不予立案' } : i)) }
    const sheet = collectionSheet(noted, { department: '提案委', year: 2021 })
    expect(sheet.rows[1]).toMatchObject({ id: 't2', value: 150, person: '张三', note: '含并案' })
    expect(sheet.columns.map(({ title }) => title)).toContain('统计口径')
    expect(sheet.rows[0]).toMatchObject({ scope: '含不予立案' })
  })
  it('has a name that a tab and a file may bear', () => {
    const { name } = collectionSheet(ledger(), { department: "'经济/科技?委[*]:\\'", year: 2021 })
    expect(name).toBe('经济 科技 委')
    expect(collectionSheet(ledger(), { department: '很'.repeat(40), year: 2021 }).name).toHaveLength(31)
    expect(collectionFileName({ ledger: 'l', body: '某县政协', department: '经济/科技委', year: 2021 })).toBe('某县政协2021年数据采集表（经济 科技委）.xlsx')
  })
  it('is not taken for one by other words', () => expect(['', '编号', 'shuhe.collection/1 {', 'shuhe.collection/1 {}', 'shuhe.collection/1 null'].map(readMark)).toEqual([undefined, undefined, undefined, undefined, undefined]))
})

describe('who delivered what', () => {
  it('is seen for each department', () => {
    const of = applyChanges(ledger(), [
      { at: 'value', indicator: 't1', year: 2021, before: null, after: value(2021, '171件', 171, { state: 'verified' }) },
      { at: 'value', indicator: 't2', year: 2021, before: null, after: value(2021, '150件', 150) },
      { at: 'value', indicator: 't4', year: 2021, before: null, after: value(2021, '约150件', 150, { approx: 'about', state: 'doubtful' }) },
      { at: 'value', indicator: 'e1', year: 2021, before: null, after: value(2021, '', null) },
      ...sendChanges(ledger(), ['提案委'], 2021, '2022-01-04T00:00:00.000Z'),
      ...sendChanges(ledger(), ['办公室'], 2021, '2022-01-04T00:00:00.000Z'),
      ...sendChanges(ledger(), ['经济委'], 2020, '2021-01-04T00:00:00.000Z'),
    ])
    expect(collectionsOverview(of, 2021)).toEqual([
      { department: '提案委', indicators: 4, filled: 1, verified: 1, doubtful: 1, missing: [{ id: 't5', name: '提案办理满意率' }], sentAt: '2022-01-04T00:00:00.000Z' },
      { department: '经济委', indicators: 4, filled: 0, verified: 0, doubtful: 0, missing: ['e1', 'e2', 'e3', 'e4'].map((id) => ({ id, name: of.indicators.find((i) => i.id === id)?.name })) },
      { department: '办公室', indicators: 0, filled: 0, verified: 0, doubtful: 0, missing: [], sentAt: '2022-01-04T00:00:00.000Z' },
    ])
    expect(unassigned(of)).toBe(1)
  })
  it('keeps what came back when a sheet is sent again', () => {
    const once = applyChanges(ledger(), [{ at: 'collection', department: '提案委', year: 2021, before: null, after: { department: '提案委', year: 2021, sentAt: 'a', returnedAt: 'b', fileName: 'c.xlsx' } }])
    expect(sendChanges(once, ['提案委'], 2021, 'd')).toEqual([{ at: 'collection', department: '提案委', year: 2021, before: once.collections[0], after: { department: '提案委', year: 2021, sentAt: 'd', returnedAt: 'b', fileName: 'c.xlsx' } }])
  })
})

describe('a value in a cell', () => {
  const said: readonly [string, string, Approx][] = [['', '', 'exact'], ['近', '', 'under'], ['约', '', 'about'], ['', '左右', 'about'], ['', '以上', 'over']]
  it('reads as the value again, in whatever words and unit it was given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 1, max: 999_999 }).map((n) => n / 100)), fc.constantFrom('', '万', '亿'), fc.constantFrom('元', '人次', '家', '千瓦时'), fc.constantFrom(...said), (n, scale, unit, [before, behind]) => {
        const text = `${before}${plainNumber(n)}${scale}${unit}${behind}`
        const read = readTyped(text, { unit, kind: 'quantity' })
        if (!read.ok) throw new Error(text)
        const of = indicator('i', '指标', unit, '部门', [value(2020, text, read.value, { approx: read.approx })])
        const asked = unitOnSheet(of, 2021)
        expect(asked).toBe(scale + unit)
        const cell = cellOfValue(of.values[0], asked)
        expect(typeof cell).toBe(read.approx === 'exact' ? 'number' : 'string')
        expect(readTyped(cellText(cell), { unit: asked, kind: 'quantity' })).toMatchObject({ ok: true, value: read.value, approx: read.approx })
      }),
      { numRuns: 1000 },
    )
  })
  it('keeps its words where a number would say something else', () => {
    expect(cellOfValue(value(2020, '50—60件', 50, { high: 60 }), '件')).toBe('50—60件')
    expect(cellOfValue(value(2020, '18篇', 18), '件')).toBe('18篇')
    expect(cellOfValue(value(2020, '', null), '件')).toBe(null)
    expect(cellOfValue(undefined, '件')).toBe(null)
    expect(cellOfValue(value(2020, '-3.2%', -3.2), '%')).toBe(-3.2)
  })
  it('numbers are written as a person would', () => {
    expect([0.1 + 0.2, 1e21, 1.5e-7, 23, -0.5].map(plainNumber)).toEqual(['0.3', '1000000000000000000000', '0.00000015', '23', '-0.5'])
  })
})
