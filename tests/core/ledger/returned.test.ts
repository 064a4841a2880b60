import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '#core/ledger/changes.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { chosenChanges, readReturned, reconciled, rereadRow, type Returned } from '#core/ledger/returned.ts'
import type { ReturnedRow } from '#core/ledger/returned-row.ts'
import { cellText, type Cell, type Table } from '#core/ledger/table.ts'
import { filledTable, indicator, ledger, value } from './filled.ts'

const AT = '2022-01-10T02:00:00.000Z'
const read = (tables: Table | readonly Table[], of: Ledger = ledger(), year?: number): Returned => readReturned('rows' in tables ? [tables] : tables, of, { ...(year === undefined ? {} : { year }), fileName: '填报.xlsx', at: AT })
const rowOf = (returned: Returned, id: string): ReturnedRow => {
  const row = returned.rows.find((r) => r.indicator === id)
  if (!row) throw new Error(`no row of ${id}`)
  return row
}
const kinds = ({ rows }: Returned): Record<string, string> => Object.fromEntries(rows.map((r) => [r.indicator ?? `? ${r.name}`, r.reading.kind]))
/** the table with its columns in another order */
const reordered = ({ name, rows }: Table, order: readonly number[]): Table => ({ name, rows: rows.map((row) => order.map((c) => row[c] ?? null)) })
const withHead = (table: Table, titles: Readonly<Record<string, string>>): Table => ({ ...table, rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? (titles[cell] ?? cell) : cell))) })
const changed = (of: Ledger, id: string, year: number, to: ReturnType<typeof value>): Ledger => applyChanges(of, [{ at: 'value', indicator: id, year, before: null, after: to }])

describe('a returned sheet', () => {
  it('an untouched one brings nothing', () => {
    const got = read(filledTable(ledger(), '提案委', 2021))
    expect(kinds(got)).toEqual({ t1: 'empty', t2: 'empty', t4: 'empty', t5: 'empty' })
    expect(got).toMatchObject({ problems: [], notices: [], departments: ['提案委'], collections: [] })
    expect(got.missing.map(({ id }) => id)).toEqual(['t1', 't2', 't4', 't5'])
  })

  it('brings values with their words, their source and who reported them', () => {
    const table = filledTable(ledger(), '经济委', 2021, { 走访企业数: '约320', 帮助企业融资: 5.6, 专题协商会: '二十五场', 出口总额: '1.2亿' })
    const at = table.rows.findIndex((row) => row.includes('e2'))
    const head = table.rows[3] ?? []
    const row = table.rows[at]
    if (row) [row[head.indexOf('填报人')], row[head.indexOf('备注')]] = ['张三', '不含担保']
    const got = read(table)
    expect(rowOf(got, 'e1').reading).toMatchObject({ kind: 'new', value: { text: '约320家', value: 320, approx: 'about' }, remark: '读作 约320家', caution: false })
    expect(rowOf(got, 'e2').reading).toMatchObject({
      kind: 'new',
      change: { at: 'value', indicator: 'e2', year: 2021, before: null, after: { year: 2021, text: '5.6亿元', value: 560000000, approx: 'exact', state: 'filled', at: AT, source: { kind: 'sheet', name: '填报.xlsx', person: '张三', note: '不含担保', passage: '5.6' } } },
    })
    expect(rowOf(got, 'e3').reading).toMatchObject({ kind: 'new', value: { text: '二十五场', value: 25 } })
    expect(rowOf(got, 'e4').reading).toMatchObject({ kind: 'new', value: { text: '1.2亿元', value: 120000000 } })
    expect(got.collections).toEqual([{ at: 'collection', department: '经济委', year: 2021, before: null, after: { department: '经济委', year: 2021, returnedAt: AT, fileName: '填报.xlsx' } }])
    expect(got.missing).toEqual([])
  })

  it.each<[cell: Cell, kind: string, remark: RegExp]>([
    ['十几', 'unparsed', /不能确定是哪个数/u],
    ['23件（含并案2件）', 'unparsed', /不能确定/u],
    ['2026-03-04', 'unparsed', /是日期/u],
    ['无', 'unparsed', /可能是 0，也可能是没有数据/u],
    ['—', 'unparsed', /可能是 0，也可能是没有数据/u],
    ['#REF!', 'unparsed', /公式的错误/u],
    ['5.6万元', 'unparsed', /单位不符：填的是“元”，台账是“件”/u],
    ['59%', 'unparsed', /单位不符/u],
    ['150条', 'new', /单位不同：填的是“条”，台账是“件”/u],
    [13800, 'new', /与上年（138件）相差约 100 倍，可能是单位写错/u],
    [1.5, 'new', /与上年（138件）相差约 100 倍/u],
    [0, 'new', /上年为 138件，本年为 0/u],
    ['9000', 'new', /是上年（138件）的 65 倍/u],
  ])('%s is %s', (cell, kind, remark) => {
    const { reading } = rowOf(read(filledTable(ledger(), '提案委', 2021, { 提案立案数: cell })), 't2')
    expect(reading.kind).toBe(kind)
    expect(reading.remark).toMatch(remark)
    if (reading.kind === 'new') expect(reading.caution).toBe(true)
  })

  describe('beside what the ledger has', () => {
    const table = (): Table => filledTable(ledger(), '提案委', 2021, { 提案立案数: 150 })
    it('the same value is the same, whatever its words', () => expect(rowOf(read(table(), changed(ledger(), 't2', 2021, value(2021, '一百五十件', 150))), 't2').reading.kind).toBe('same'))
    it('a verified value is never merely changed', () => {
      const of = changed(ledger(), 't2', 2021, value(2021, '143件', 143, { state: 'verified', source: { kind: 'sheet', name: '旧表.xlsx', person: '李四' } }))
      expect(rowOf(read(table(), of), 't2').reading).toMatchObject({ kind: 'conflict', before: { value: 143 }, remark: '原为 143件（已核，来源：采集表“旧表.xlsx”，填报人 李四）' })
    })
    it("this department's earlier sheet is changed, another source is in conflict", () => {
      const was = (kind: 'sheet' | 'report' | 'typed') => changed(ledger(), 't2', 2021, value(2021, '143件', 143, { source: { kind, name: '某处' } }))
      expect(rowOf(read(table(), was('sheet')), 't2').reading).toMatchObject({ kind: 'changed', change: { before: { value: 143 } } })
      expect(rowOf(read(table(), was('report')), 't2').reading.kind).toBe('conflict')
      expect(rowOf(read(table(), was('typed')), 't2').reading.kind).toBe('conflict')
      expect(rowOf(read(table(), changed(ledger(), 't2', 2021, value(2021, '约150件', 150, { approx: 'about', state: 'doubtful' }))), 't2').reading.kind).toBe('conflict')
    })
    it('an open value is new, and what stood there is known', () => expect(rowOf(read(table(), changed(ledger(), 't2', 2021, value(2021, '', null))), 't2').reading).toMatchObject({ kind: 'new', change: { before: { state: 'open' } } }))
    it('an empty cell takes nothing away', () => {
      const of = changed(ledger(), 't2', 2021, value(2021, '143件', 143))
      expect(rowOf(read(filledTable(ledger(), '提案委', 2021), of), 't2').reading).toEqual({ kind: 'empty', remark: '没有填写；台账已有 143件，保持不变' })
    })
  })

  it('is not read for another body or another year', () => {
    const other = { ...ledger(), id: 'ledger-2', body: '永康市政协' }
    expect(read(filledTable(ledger(), '提案委', 2021, { 提案立案数: 1 }), other)).toMatchObject({ rows: [], problems: [expect.stringMatching(/是开化县政协2021年的采集表，现在的台账是永康市政协的/u)] })
    expect(read(filledTable(ledger(), '提案委', 2021, { 提案立案数: 1 }), ledger(), 2022)).toMatchObject({ rows: [], problems: [expect.stringMatching(/是2021年的数据，现在填报的是2022年/u)] })
    // the hidden cell gone, the line above the table still says it
    const bare = filledTable(ledger(), '提案委', 2021, { 提案立案数: 150 })
    bare.rows[0] = [bare.rows[0]?.[0] ?? null]
    expect(read(bare, other).problems).toHaveLength(1)
    expect(read(bare)).toMatchObject({ problems: [], departments: ['提案委'] })
  })

  it('tolerates titles in other words, and none', () => {
    const table = filledTable(ledger(), '提案委', 2021, { 提案立案数: 150, 收到提案数: 171 })
    const expected = { t1: 'new', t2: 'new', t4: 'empty', t5: 'empty' }
    expect(kinds(read(withHead(table, { 指标: '项目名称', '本年值（2021年）': '2021年完成数', '上年值（2020年）': '去年', 填报人: '联系人', 编号: '' })))).toEqual(expected)
    expect(kinds(read(withHead(table, { 指标: '报什么', '本年值（2021年）': '报多少', 编号: '甲', 单位: '乙', '上年值（2020年）': '丙' })))).toEqual(expected)
    const headless = read({ ...table, rows: table.rows.filter((_, r) => r !== 3) })
    expect(kinds(headless)).toEqual(expected)
    expect(headless.notices).toEqual([expect.stringMatching(/第 5 列没有标题按内容认作2021年的数据，请核对/u)])
  })
  it('says so where it cannot tell which column is this year', () => {
    const table = filledTable(ledger(), '提案委', 2021, { 提案立案数: 150 })
    const two = { ...table, rows: table.rows.map((row, r) => [...row, r === 3 ? '本年' : r === 5 ? 151 : null]) }
    const renamed = withHead(two, { '本年值（2021年）': '2021年' })
    expect(read(renamed)).toMatchObject({ rows: [], problems: [expect.stringMatching(/有几栏都可能是本年的数据（2021年、本年）/u)] })
    const none = filledTable(ledger(), '提案委', 2021)
    expect(read({ ...none, rows: none.rows.map((row) => row.filter((_, c) => c !== 4)) })).toMatchObject({ rows: [], problems: [expect.stringMatching(/没有找到“本年值”一栏/u)] })
  })
  it('does not take a target, part of a year or a change for the value', () => {
    const rows: Cell[][] = [['指标', '单位', '2021年目标', '2021年1—6月', '同比增长', '2021年', '2019年'], ['提案立案数', '件', 160, 70, 8.7, 150, 120]]
    expect(rowOf(read({ name: 'a', rows }), 't2').reading).toMatchObject({ kind: 'new', value: { value: 150 } })
  })

  it.each([['2021年1—2月', false], ['2021年12月', false], ['2021年上半年', false], ['2021年前三季度', false], ['2021年1—12月', true], ['截至2021年12月底', true], ['2021年（截至12月底）', true], ['2021年全年', true]])('%s is this year: %s', (title, whole) => {
    const got = read({ name: 'a', rows: [['指标', title], ['提案立案数', 150]] }, ledger(), 2021)
    expect(got.rows.length > 0).toBe(whole)
    expect(got.problems.length > 0).toBe(!whole)
  })
  describe('as departments draw their own', () => {
    const valueOf = (got: Returned, id: string): unknown => {
      const { reading } = rowOf(got, id)
      return 'value' in reading ? reading.value.value : reading
    }
    it('heads in two lines: the target beneath 2021年 is not the value', () => {
      const rows: Cell[][] = [['提案工作数据表'], ['序号', '项目', '计量单位', '2020年', null, '2021年', null, '备注'], [null, null, null, '目标', '实绩', '目标', '实绩', null], [1, '提案立案数', '件', 130, 138, 160, 150, null], [2, '收到提案数', '件', 160, 168, 180, 171, '含未立案']]
      const got = read({ name: 'a', rows })
      expect([got.problems, valueOf(got, 't2'), valueOf(got, 't1')]).toEqual([[], 150, 171])
      expect(rowOf(got, 't2')).toMatchObject({ last: '138', line: 4 })
      const flipped = read({ name: 'a', rows: rows.map((row, r) => (r === 2 ? [null, null, null, '实绩', '目标', '实绩', '目标', null] : row)) })
      expect(valueOf(flipped, 't2')).toBe(160)
    })
    it('two tables below each other, their columns in another order', () => {
      const rows: Cell[][] = [['指标', '2020年', '2021年'], ['提案立案数', 138, 150], [], ['指标', '2021年', '2020年'], ['走访企业数', 320, 300]]
      const got = read({ name: 'a', rows })
      expect([valueOf(got, 't2'), valueOf(got, 'e1')]).toEqual([150, 320])
      expect(rowOf(got, 'e1').line).toBe(5)
    })
    it('the unit in the name, in the title of the column, or above the table', () => {
      const inName = read({ name: 'a', rows: [['指标', '2021年'], ['帮助企业融资（万元）', 56000], ['提案立案数（件）', 150]] })
      expect([valueOf(inName, 'e2'), valueOf(inName, 't2')]).toEqual([560000000, 150])
      expect(valueOf(read({ name: 'a', rows: [['指标', '2021年（万元）'], ['帮助企业融资', 56000]] }), 'e2')).toBe(560000000)
      const above = read({ name: 'a', rows: [['融资情况', null, '单位：万元'], ['指标', '2020年', '2021年'], ['帮助企业融资', 44000, 56000], ['走访企业数', 300, 320]] })
      expect([valueOf(above, 'e2'), valueOf(above, 'e1')]).toEqual([560000000, 320])
      expect(rowOf(above, 'e2').reading.remark).toBe('')
    })
    it.each<[string, Cell[], Cell[]]>([
      ['a plan beside what was done', ['指标', '计量单位', '2020年完成', '2021年计划', '2021年完成', '完成率'], ['提案立案数', '件', 138, 160, 150, '93.8%']],
      ['months and their sum', ['指标', '10月', '11月', '12月', '合计'], ['提案立案数', 10, 20, 120, 150]],
      ['so far this year and the month', ['指标', '本月', '本年累计', '上年同期', '增减'], ['提案立案数', 12, 150, 138, 12]],
      ['a target of the year', ['序号', '项目', '单位', '年度目标', '完成情况', '完成率'], [1, '提案立案数', '件', 160, 150, 0.94]],
      ['the name of the body, and plain words', ['单位名称', '数据项', '数据', '单位', '填报人'], ['开化县政协', '提案立案数', 150, '件', '张三']],
      ['the value before the name', ['今年', '去年', '项目名称', '负责科室'], [150, 138, '提案立案数', '提案科']],
      ['a rate beside the number', ['指标', '2021年', '占比', '2020年'], ['提案立案数', 150, '45%', 138]],
      ['who said so and when', ['编号', '指标名称', '数值', '报送时间', '联系电话'], [1, '提案立案数', 150, '2022-01-05', '0570-6012345']],
    ])('%s', (_, head, row) => expect(valueOf(read({ name: 'a', rows: [['2021年统计表'], head, row] }, ledger(), 2021), 't2')).toBe(150))
    it('a category beside the name, sums and notes below', () => {
      const rows: Cell[][] = [['类别', '指标名称', '单位', '2020年', '2021年', '同比增长'], ['提案', '提案立案数', '件', 138, 150, '8.7%'], [null, '收到提案数', '件', 168, 171, '1.8%'], ['合计', null, null, 306, 321, null], ['注：数据截至12月31日']]
      const got = read({ name: 'a', rows })
      expect(got.rows.map(({ indicator: id, cell, reading }) => [id, cell, reading.kind])).toEqual([['t2', '150', 'new'], ['t1', '171', 'new'], [undefined, '321', 'unknown']])
    })
    it('indicators as columns are not guessed at', () => {
      expect(read({ name: 'a', rows: [['部门', '提案立案数', '收到提案数'], ['提案委', 150, 171]] }, ledger(), 2021)).toMatchObject({ rows: [], problems: [expect.stringMatching(/没有/u)] })
    })
  })
  it('says which column it left out', () => {
    const got = read({ name: 'a', rows: [['指标', '完成数', '2021年'], ['提案立案数', 149, 150]] })
    expect(rowOf(got, 't2').reading).toMatchObject({ value: { value: 150 } })
    expect(got.notices).toEqual(['“a”中按“2021年”一栏读取，“完成数”一栏没有读取。'])
  })
  it('shows a value that stands beside no name', () => {
    const got = read({ name: 'a', rows: [['指标', '2021年'], ['提案立案数', 150], [null, 7]] })
    expect(got.rows.map(({ name, cell, reading }) => [name, cell, reading.kind])).toEqual([['提案立案数', '150', 'new'], ['', '7', 'unknown']])
  })
  it('does not go by the ids of another ledger', () => {
    const other: Ledger = { ...ledger(), id: 'ledger-old', indicators: [indicator('t2', '收到提案数', '件', '提案委'), indicator('t1', '提案立案数', '件', '提案委')] }
    const got = read(filledTable(other, '提案委', 2021, { 收到提案数: 171, 提案立案数: 150 }))
    expect([rowOf(got, 't1'), rowOf(got, 't2')].map(({ reading }) => ('value' in reading ? [reading.value.value, reading.remark] : reading))).toEqual([[171, ''], [150, '']])
  })

  it('knows rows that were sorted, added, taken away and renamed', () => {
    const table = filledTable(ledger(), '提案委', 2021, { 收到提案数: 171, 提案立案数: 150, 提案办复数: 149 })
    const [title, whose, how, head, ...rows] = table.rows
    const renamed = rows.map((row) => row.map((cell) => (cell === '收到提案数' ? '收到提案总数' : cell)))
    const added: Cell[] = [null, '举办提案培训班', '期', null, 3, '王五', null, null]
    const got = read({ ...table, rows: [title ?? [], whose ?? [], how ?? [], ['（加盖公章）'], head ?? [], ...renamed.slice(0, 3).reverse(), added, [], ['填报人：王五　审核人：赵六']] })
    expect(kinds(got)).toEqual({ t1: 'new', t2: 'new', t4: 'new', '? 举办提案培训班': 'unknown' })
    expect(rowOf(got, 't1').reading).toMatchObject({ value: { value: 171 } })
    expect(got.missing.map(({ id }) => id)).toEqual(['t5'])
    const unknown = got.rows.find(({ name }) => name === '举办提案培训班')
    expect(unknown && rereadRow(unknown, ledger(), AT, { indicator: 'x1' }).reading).toMatchObject({ kind: 'new', caution: true, change: { indicator: 'x1' } })
  })
  it('goes by the name, and says so, where sorting tore ids and names apart', () => {
    const table = filledTable(ledger(), '提案委', 2021, { 收到提案数: 171, 提案立案数: 150 })
    const torn = { ...table, rows: table.rows.map((row) => row.map((cell) => (cell === 't1' ? 't2' : cell === 't2' ? 't1' : cell))) }
    const got = read(torn)
    expect(rowOf(got, 't1').reading).toMatchObject({ kind: 'new', value: { value: 171 }, caution: true })
    expect(rowOf(got, 't1').reading.remark).toMatch(/编号是“提案立案数”的，名称却是“收到提案数”/u)
  })
  it('sees by last year that values slipped', () => {
    const table = filledTable(ledger(), '提案委', 2021, { 提案立案数: 150 })
    const slipped = { ...table, rows: table.rows.map((row) => (row.includes('t2') ? row.map((cell) => (cell === 138 ? 168 : cell)) : row)) }
    expect(rowOf(read(slipped), 't2').reading).toMatchObject({ caution: true, remark: expect.stringMatching(/表中上年值是“168”，台账是 138件/u) })
  })
  it('a unit that was changed counts: 万元 for 亿元, 件 unsaid', () => {
    const table = filledTable(ledger(), '经济委', 2021, { 帮助企业融资: 56000 })
    expect(rowOf(read(withHead(table, { 亿元: '万元' })), 'e2').reading).toMatchObject({ kind: 'new', value: { text: '56000万元', value: 560000000 }, caution: true })
    const without = { ...table, rows: table.rows.map((row) => row.filter((_, c) => c !== 2)) }
    expect(rowOf(read(without), 'e2').reading.remark).toMatch(/表中没有写单位，按“亿元”读；与上年（4.4亿元）相差约 10000 倍/u)
  })
  it('computed indicators are not taken over', () => {
    const rows: Cell[][] = [['指标', '2021年'], ['提案办复率', '99%'], ['提案立案数', 150]]
    const got = read({ name: 'a', rows })
    expect(rowOf(got, 't3').reading).toMatchObject({ kind: 'unknown', remark: expect.stringMatching(/按公式计算/u) })
  })
  it('reads the sheets of several departments in one file, skips what is hidden or strange', () => {
    const got = read([filledTable(ledger(), '提案委', 2021, { 提案立案数: 150 }), filledTable(ledger(), '经济委', 2021, { 走访企业数: 310 }), { name: '说明', rows: [['填表须知'], ['请如实填写']] }, { ...filledTable(ledger(), '经济委', 2021, { 走访企业数: 999 }), name: '旧', hidden: true }])
    expect(got.departments).toEqual(['提案委', '经济委'])
    expect(got.collections).toHaveLength(2)
    expect(rowOf(got, 'e1').reading).toMatchObject({ kind: 'new', value: { value: 310 } })
    expect(got.notices).toEqual(['工作表“说明”中没有认出台账的指标，没有读取。', '隐藏的工作表“旧”没有读取。'])
  })
  it('refuses a file with nothing of the ledger, and one that says no year', () => {
    expect(read({ name: 'a', rows: [['姓名', '电话'], ['张三', '123']] }).problems).toEqual([expect.stringMatching(/没有认出台账的指标/u)])
    expect(read({ name: 'a', rows: [['指标', '数值'], ['提案立案数', 150]] }).problems).toEqual([expect.stringMatching(/看不出是哪一年/u)])
    expect(kinds(read({ name: 'a', rows: [['指标', '数值'], ['提案立案数', 150]] }, ledger(), 2021))).toEqual({ t2: 'new' })
  })
})

describe('files that are read together', () => {
  const file = (n: Cell, fileName: string): Returned => readReturned([filledTable(ledger(), '提案委', 2021, { 提案立案数: n })], ledger(), { fileName, at: AT })
  it('are in conflict where they disagree', () => {
    const both = reconciled([file(150, '甲.xlsx'), file(151, '乙.xlsx')], ledger())
    expect(both.map((f) => rowOf(f, 't2').reading)).toMatchObject([{ kind: 'conflict', remark: '“乙.xlsx”“提案委”第 6 行填的是“151”' }, { kind: 'conflict', remark: '“甲.xlsx”“提案委”第 6 行填的是“150”' }])
  })
  it('are new once where they agree', () => {
    expect(reconciled([file(150, '甲.xlsx'), file('一百五十', '乙.xlsx')], ledger()).map((f) => rowOf(f, 't2').reading.kind)).toEqual(['new', 'same'])
  })
  it('two rows of one file disagree too', () => {
    const table = filledTable(ledger(), '提案委', 2021, { 提案立案数: 150 })
    const again = { ...table, rows: [...table.rows, [9, '提案立案数', '件', 138, 155, null, null, null]] }
    const [got] = reconciled([read(again)], ledger())
    expect(got?.rows.filter((r) => r.indicator === 't2').map((r) => r.reading.kind)).toEqual(['conflict', 'conflict'])
  })
  it('change the ledger only where a row was chosen', () => {
    const got = [read(filledTable(ledger(), '提案委', 2021, { 提案立案数: 150, 收到提案数: 171 }))]
    const chosen = new Set(got.flatMap(({ rows }) => rows.filter((r) => r.indicator === 't2').map(({ key }) => key)))
    const after = applyChanges(ledger(), chosenChanges(got, chosen))
    expect(after.indicators.map((i) => i.values.find(({ year }) => year === 2021)?.value)).toEqual([undefined, 150, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined])
    expect(after.collections).toMatchObject([{ department: '提案委', year: 2021, fileName: '填报.xlsx' }])
  })
})

describe('for any ledger', () => {
  const names = fc.uniqueArray(fc.constantFrom('收到提案数', '提案立案数', '社情民意信息', '走访企业', '出口总额', '进口总额', '新建公园', '改造公园', '培训人次', '调研报告', '大会发言', '专题协商会'), { minLength: 1 })
  const filled = names.chain((all) =>
    fc.tuple(
      fc.tuple(...all.map((name) => fc.record({ name: fc.constant(name), unit: fc.constantFrom('件', '家', '元', '%', '场'), last: fc.option(fc.integer({ min: 1, max: 99_999 })), now: fc.option(fc.integer({ min: 1, max: 99_999 })) }))),
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: all.length, maxLength: all.length }),
    ),
  )
  const of = (heads: readonly { name: string; unit: string; last: number | null }[]): Ledger => ({ id: 'l', body: '某县政协', collections: [], indicators: heads.map(({ name, unit, last }, i) => indicator(`id-${i}`, name, unit, '部门', last === null ? [] : [value(2020, `${last}${unit}`, last)])) })

  it('what was filled in comes back to its indicator, however rows and columns were sorted and titles renamed', () => {
    fc.assert(
      fc.property(filled, fc.constantFrom('本年', '2021年', '填报值', '完成数', '本年值（2021年）'), fc.constantFrom('指标', '项目', '指标名称', '数据名称'), ([heads, order, sorting], valueTitle, nameTitle) => {
        const l = of(heads)
        const table = filledTable(l, '部门', 2021, Object.fromEntries(heads.map(({ name, now }) => [name, now])))
        const [a = [], b = [], c = [], head = [], ...rows] = table.rows
        const sorted = rows.map((row, i) => ({ row, by: sorting[i] ?? 0 })).sort((x, y) => x.by - y.by).map(({ row }) => row)
        const got = read(reordered(withHead({ ...table, rows: [a, b, c, head, ...sorted] }, { '本年值（2021年）': valueTitle, 指标: nameTitle }), order), l)
        const taken = applyChanges(l, chosenChanges([got], new Set(got.rows.map(({ key }) => key))))
        expect(taken.indicators.map((i) => i.values.find(({ year }) => year === 2021)?.value ?? null)).toEqual(heads.map(({ now }) => now))
      }),
      { numRuns: 300 },
    )
  })
  it('never fails, and never changes a ledger unasked, whatever stands in the cells', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.double({ noNaN: true }), fc.constant(null), fc.constantFrom('指标', '本年', '单位', '编号', '提案立案数', 't2', '2021年', '138', '约50', '￥5', '合计'))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        const got = read({ name: '表', rows }, ledger(), 2021)
        const all = reconciled([got], ledger())
        expect(chosenChanges(all, new Set()).filter((change) => change.at === 'value')).toEqual([])
        // each cell of the ledger is changed once, from what stands there to what the row says
        for (const row of got.rows) if ('change' in row.reading) expect(row.cell).toBe(cellText(rows[row.line - 1]?.find((c) => cellText(c) === row.cell)))
      }),
      { numRuns: 500 },
    )
  })
})
