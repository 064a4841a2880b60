// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { applyChanges, changesThatFit, invertChanges, type LedgerChange } from '#core/ledger/changes.ts'
import { indicatorOf, valueIn, type Ledger } from '#core/ledger/ledger.ts'
import { changesOfRows, orderOf, removal, rowOf, stateChanges, type LedgerRow, type TableEdit } from '../../src/renderer/features/ledger/ledger-table.ts'
import { indicator, ledger, value } from '../core/ledger/filled.ts'

const NOW = new Date('2021-01-10T08:00:00Z')
const YEARS = [2020, 2021]
const rowsOf = (of: Ledger, ids: readonly string[] = of.indicators.map(({ id }) => id)): LedgerRow[] =>
  ids.flatMap((id) => {
    const found = indicatorOf(of, id)
    return found ? [rowOf(of, found, YEARS, 2021).row] : []
  })
const edit = (of: Ledger, change: (rows: LedgerRow[]) => LedgerRow[]): TableEdit => {
  const rows = rowsOf(of)
  return changesOfRows(of, rows, change(rows), { years: YEARS, focus: 2021, now: NOW })
}
const put = (id: string, cells: Record<string, string>) => (rows: LedgerRow[]): LedgerRow[] => rows.map((row) => (row.id === id ? Object.assign({ ...row }, cells) : row))
/** As the editor's document takes them: only those that fit. */
const after = (of: Ledger, changes: readonly LedgerChange[]): Ledger => applyChanges(of, changesThatFit(of, changes))
const now = (of: Ledger, id: string, year = 2021): unknown => {
  const found = indicatorOf(of, id)
  return found && valueIn(found, year)
}

describe('what is typed or pasted into the table', () => {
  it.each([
    ['t1', '170', { text: '170件', value: 170, approx: 'exact' }],
    ['t1', '一百七十', { value: 170 }],
    ['e1', '近350', { text: '近350家', value: 350, approx: 'under' }],
    ['e2', '5.25亿元', { text: '5.25亿元', value: 525_000_000 }],
    ['t5', '-9.6', { text: '-9.6%', value: -9.6 }],
    ['t5', '97.5％', { value: 97.5 }],
  ])('%s %s', (id, text, expected) => {
    const of = ledger()
    const { changes, refused } = edit(of, put(id, { y2021: text }))
    expect(refused).toEqual([])
    expect(now(after(of, changes), id)).toMatchObject({ year: 2021, state: 'filled', source: { kind: 'typed' }, at: NOW.toISOString(), ...expected })
  })
  it.each([['若干', '不是一个数据'], ['12、15', '不是一个数据'], ['12家', '单位']])('%s is refused, and what stood there stays', (text, why) => {
    const of = ledger()
    const { changes, refused } = edit(of, put('t1', { y2020: text }))
    expect(changes).toEqual([])
    expect(refused).toMatchObject([{ name: '收到提案数', text }])
    expect(refused[0]?.why).toContain(why)
  })
  it('a row of a formula, and a row without its name, are refused', () => {
    const of = ledger()
    expect(edit(of, put('t3', { y2021: '99%' }))).toMatchObject({ changes: [], refused: [{ name: '提案办复率' }] })
    expect(edit(of, put('t3', { state: '已核' }))).toMatchObject({ changes: [], refused: [{ text: '已核' }] })
    expect(edit(of, put('t1', { name: ' ' }))).toMatchObject({ changes: [], refused: [{ why: '指标名称不能为空' }] })
  })
  it('a column of a table: each cell for itself, taken back as one', () => {
    const of = ledger()
    const { changes, refused } = edit(of, (rows) => rows.map((row, i) => (row.id === 't3' ? row : { ...row, y2021: ['170', '140', '', '139', '坏', '320', '5亿', '二十五', '1.2万亿', ''][i] ?? '' })))
    expect(refused.map(({ name }) => name)).toEqual(['提案办理满意率'])
    const next = after(of, changes)
    expect(['t1', 't2', 't4', 'e1', 'e2', 'e3', 'e4'].map((id) => (now(next, id) as { value: number } | undefined)?.value)).toEqual([170, 140, 139, 320, 5e8, 25, 1.2e12])
    expect(after(next, invertChanges(changes))).toEqual(of)
  })
  it('a value with its state in one paste: both are taken', () => {
    const of = ledger()
    const { changes, refused } = edit(of, put('t1', { y2021: '170', state: '已核' }))
    expect(refused).toEqual([])
    expect(now(after(of, changes), 't1')).toMatchObject({ value: 170, state: 'verified' })
  })
  it('a new value over a verified one is no longer verified', () => {
    const of = after(ledger(), [{ at: 'value', indicator: 't1', year: 2021, before: null, after: value(2021, '169件', 169, { state: 'verified' }) }])
    const { changes } = edit(of, put('t1', { y2021: '170' }))
    expect(now(after(of, changes), 't1')).toMatchObject({ value: 170, state: 'filled' })
  })
  it('a state that cannot be is refused with the reason, not dropped', () => {
    const of = after(ledger(), [{ at: 'value', indicator: 't1', year: 2021, before: null, after: value(2021, '169件', 169) }])
    expect(edit(of, put('t1', { state: '待填' }))).toMatchObject({ changes: [], refused: [{ text: '待填' }] })
    expect(edit(of, put('t1', { state: '好' }))).toMatchObject({ changes: [], refused: [{ text: '好' }] })
    expect(edit(of, put('t2', { state: '已核' }))).toMatchObject({ changes: [], refused: [{ text: '已核' }] })
  })
  it('rows below the last one are new indicators, with the unit that their values name; empty ones are nothing', () => {
    const of = ledger()
    const blank = { name: '', unit: '', department: '', state: '', source: '', y2020: '', y2021: '' }
    const { changes, refused } = edit(of, (rows) => [...rows, { ...blank, id: 'n1', name: '调研课题', y2021: '12项' }, { ...blank, id: 'n2' }, { ...blank, id: 'n3', y2020: '3亿元' }])
    expect(refused).toEqual([])
    expect(after(of, changes).indicators.slice(of.indicators.length)).toMatchObject([{ id: 'n1', name: '调研课题', unit: '项', kind: 'quantity', values: [{ year: 2021, value: 12 }] }, { id: 'n3', name: '未命名指标', unit: '元', kind: 'money', values: [{ year: 2020, value: 3e8 }] }])
  })
  it('an emptied cell has no value any more, and has it again when that is undone', () => {
    const of = ledger()
    const { changes } = edit(of, put('t1', { y2020: '' }))
    const next = after(of, changes)
    expect(now(next, 't1', 2020)).toBeUndefined()
    expect(after(next, invertChanges(changes))).toEqual(of)
  })
})

describe('rows that are deleted', () => {
  it.each([[['t1', 't2', 'e1']], [['e1', 't2', 't1']], [['t2', 'e1', 't1']], [['x1', 't1']]])('%j come back to their places with their values', (ids) => {
    const of = ledger()
    const changes = removal(of, ids)
    const next = after(of, changes)
    expect(next.indicators.map(({ id }) => id)).toEqual(of.indicators.map(({ id }) => id).filter((id) => !ids.includes(id)))
    expect(after(next, invertChanges(changes))).toEqual(of)
  })
  it('from the grid, in whatever order it shows them', () => {
    const of = ledger()
    const rows = rowsOf(of, ['e3', 't2', 't1', 'e1'])
    const { changes } = changesOfRows(of, rows, rows.slice(3), { years: YEARS, focus: 2021, now: NOW })
    const next = after(of, changes)
    expect(next.indicators.map(({ id }) => id)).toEqual(['t3', 't4', 't5', 'e1', 'e2', 'e4', 'x1'])
    expect(after(next, invertChanges(changes))).toEqual(of)
  })
})

describe('rows', () => {
  it('are the same as long as nothing that they show changes; a formula’s row follows its operands', () => {
    const of = after(ledger(), [{ at: 'value', indicator: 't4', year: 2021, before: null, after: value(2021, '80件', 80) }, { at: 'value', indicator: 't2', year: 2021, before: null, after: value(2021, '100件', 100) }])
    const rate = indicatorOf(of, 't3')
    if (!rate) throw new Error('no rate')
    const row = rowOf(of, rate, YEARS, 2021)
    expect(row.row).toMatchObject({ y2021: '80%', source: '80 ÷ 100 = 80%' })
    expect(rowOf(of, rate, YEARS, 2021).row).toBe(row.row)
    // the same share of other numbers
    const next = applyChanges(of, [{ at: 'value', indicator: 't4', year: 2021, before: null, after: value(2021, '160件', 160) }, { at: 'value', indicator: 't2', year: 2021, before: null, after: value(2021, '200件', 200) }])
    expect(rowOf(next, rate, YEARS, 2021).row).toMatchObject({ y2021: '80%', source: '160 ÷ 200 = 80%' })
  })
})

describe('states for several rows', () => {
  it('leave out what is open, computed, or so already', () => {
    const of = after(ledger(), [{ at: 'value', indicator: 't1', year: 2021, before: null, after: value(2021, '169件', 169) }, { at: 'value', indicator: 't2', year: 2021, before: null, after: value(2021, '138件', 138, { state: 'verified' }) }])
    expect(stateChanges(of, ['t1', 't2', 't3', 't4'], 2021, 'verified', NOW)).toMatchObject([{ indicator: 't1', after: { value: 169, state: 'verified' } }])
  })
})

describe('order and filters', () => {
  const of: Ledger = { ...ledger(), indicators: [indicator('a', '丙', '件', '甲委', [value(2021, '3件', 3)]), indicator('b', '甲', '件', '', [value(2021, '10件', 10, { state: 'verified' })]), indicator('c', '乙', '件', '乙委')] }
  const all = { words: '', department: '', state: 'all', sort: { by: 'order', down: false } } as const
  const order = (rest: Partial<Parameters<typeof orderOf>[2]>, unlike: readonly string[] = [], inText: readonly string[] = ['b', 'a']): string[] => orderOf(of, 2021, { ...all, ...rest }, new Set(unlike), new Map(inText.map((id, i) => [id, i])))
  it('as the text states them, then the others', () => expect(order({})).toEqual(['b', 'a', 'c']))
  it('by value, those without last when the greatest come first', () => expect(order({ sort: { by: 'value', down: true } })).toEqual(['b', 'a', 'c']))
  it('by state', () => expect(order({ sort: { by: 'state', down: false } })).toEqual(['c', 'a', 'b']))
  it('departments without a name last', () => expect(order({ sort: { by: 'department', down: false } }).at(-1)).toBe('b'))
  it('filters', () => {
    expect(order({ state: 'open' })).toEqual(['c'])
    expect(order({ state: 'unlike' }, ['a'])).toEqual(['a'])
    expect(order({ state: 'stated' })).toEqual(['b', 'a'])
    expect(order({ department: '未指定' })).toEqual(['b'])
    expect(order({ words: '甲委 3' })).toEqual(['a'])
  })
})
