import { describe, expect, it } from 'vitest'
import { applyChanges } from '#core/ledger/changes.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { chosenChanges, readReturned, type Returned } from '#core/ledger/returned.ts'
import type { Cell } from '#core/ledger/table.ts'
import { edited, grouped, keyed, selected, ticked, type RowEdit } from '../../src/renderer/features/ledger/returned-screen.ts'
import { filledTable, ledger, value } from '../core/ledger/filled.ts'

const with2021 = (id: string, text: string, n: number, rest = {}): Ledger => applyChanges(ledger(), [{ at: 'value', indicator: id, year: 2021, before: null, after: value(2021, text, n, rest) }])
const file = (of: Ledger, department: string, filled: Readonly<Record<string, Cell>>, added: Cell[][] = []): Returned => {
  const table = filledTable(ledger(), department, 2021, filled)
  return readReturned([{ ...table, rows: [...table.rows, ...added] }], of, { fileName: '采集表.xlsx', at: '2022-01-10T00:00:00.000Z' })
}
/** the screen as it is drawn */
function screen(returned: Returned[], of: Ledger, edits: ReadonlyMap<string, RowEdit> = new Map(), ticks: ReadonlyMap<string, boolean> = new Map()) {
  const files = keyed(returned)
  const after = edited(files, of, edits)
  const groups = grouped(files, after, of, edits)
  const chosen = selected(after, ticks, edits)
  const keyOf = (name: string, n = 0): string => after.flatMap(({ rows }) => rows).filter((row) => row.name === name)[n]?.key ?? ''
  return { after, groups: Object.fromEntries([...groups].map(([group, rows]) => [group, rows.map(({ row }) => row.name)])), chosen, keyOf, adopted: applyChanges(of, chosenChanges(after, chosen)) }
}
const valueOf = (of: Ledger, id: string): number | null | undefined => of.indicators.find((i) => i.id === id)?.values.find(({ year }) => year === 2021)?.value

describe('the screen of returned sheets', () => {
  it('chooses by itself only what is new beyond doubt', () => {
    const of = with2021('t2', '143件', 143, { state: 'verified' })
    const { groups, chosen, keyOf, adopted } = screen([file(of, '提案委', { 收到提案数: 171, 提案立案数: 150, 提案办复数: 13800, 提案办理满意率: '很高' })], of)
    expect(groups).toEqual({ new: ['收到提案数'], conflict: ['提案立案数'], check: ['提案办复数'], unparsed: ['提案办理满意率'] })
    expect([...chosen]).toEqual([keyOf('收到提案数')])
    expect(['t1', 't2', 't4', 't5'].map((id) => valueOf(adopted, id))).toEqual([171, 143, undefined, undefined])
  })
  it('takes a verified value over only when it was ticked', () => {
    const of = with2021('t2', '143件', 143, { state: 'verified' })
    const returned = [file(of, '提案委', { 提案立案数: 150 })]
    const { after, keyOf } = screen(returned, of)
    expect(valueOf(screen(returned, of, new Map(), ticked(after, new Map(), [keyOf('提案立案数')], true)).adopted, 't2')).toBe(150)
  })
  it('of two files that disagree takes only the one that was ticked last, also where they bear one name', () => {
    const returned = [file(ledger(), '提案委', { 提案立案数: 150 }), file(ledger(), '提案委', { 提案立案数: 151 })]
    const first = screen(returned, ledger())
    expect(first.groups).toMatchObject({ conflict: ['提案立案数', '提案立案数'] })
    expect(first.chosen.size).toBe(0)
    const one = ticked(first.after, new Map(), [first.keyOf('提案立案数', 0)], true)
    expect(valueOf(screen(returned, ledger(), new Map(), one).adopted, 't2')).toBe(150)
    const other = ticked(first.after, one, [first.keyOf('提案立案数', 1)], true)
    const now = screen(returned, ledger(), new Map(), other)
    expect(now.chosen.size).toBe(1)
    expect(valueOf(now.adopted, 't2')).toBe(151)
  })
  it('reads what is typed for a cell that was not read, and leaves the row where it was', () => {
    const returned = [file(ledger(), '提案委', { 提案立案数: '一百五十左右吧' })]
    const key = screen(returned, ledger()).keyOf('提案立案数')
    const typing = screen(returned, ledger(), new Map([[key, { typed: '约15' }]]))
    expect(typing.groups).toMatchObject({ unparsed: ['提案立案数'] })
    const typed = screen(returned, ledger(), new Map([[key, { typed: '约150' }]]))
    expect([...typed.chosen]).toEqual([key])
    expect(typed.adopted.indicators.find(({ id }) => id === 't2')?.values.find(({ year }) => year === 2021)).toMatchObject({ text: '约150件', value: 150, approx: 'about', source: { kind: 'sheet', passage: '一百五十左右吧' } })
    expect(screen(returned, ledger(), new Map([[key, { typed: '' }]])).chosen.size).toBe(0)
  })
  it('gives an unknown row to the indicator that the editor names, and sees the conflict where another row has it', () => {
    const added: Cell[][] = [[9, '编发信息', '篇', null, 88]]
    const returned = [file(ledger(), '提案委', { 提案立案数: 150 }, added)]
    const key = screen(returned, ledger()).keyOf('编发信息')
    expect(valueOf(screen(returned, ledger(), new Map([[key, { indicator: 'x1' }]])).adopted, 'x1')).toBe(88)
    const taken = screen(returned, ledger(), new Map([[key, { indicator: 't2' }]]))
    expect(taken.after.flatMap(({ rows }) => rows).filter(({ indicator }) => indicator === 't2').map(({ reading }) => reading.kind)).toEqual(['conflict', 'conflict'])
    expect(taken.chosen.size).toBe(0)
    // taken back
    expect(screen(returned, ledger(), new Map([[key, { indicator: '' }]])).groups).toMatchObject({ unknown: ['编发信息'] })
  })
})
