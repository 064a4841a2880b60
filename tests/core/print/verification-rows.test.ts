import { describe, expect, it } from 'vitest'
import { compareReports } from '#core/compare/compare.ts'
import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import type { FigureNode, Inline } from '#core/model/inline.ts'
import { textNode } from '#core/model/inline.ts'
import type { Report, Section } from '#core/model/report.ts'
import { verificationRows, type RowSources, type VerificationRow } from '#core/print/verification-rows.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { openSlots } from '#core/edit/slots.ts'
import { makeReport } from '../make-report.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

const section = (id: string, level: Section['level'], number: string, heading: string, contents: readonly Inline[][]): Section => ({ id, level, number, heading, paragraphs: contents.map((content, i) => ({ id: `${id}-${i}`, content })), sections: [] })
const figure = (text: string, more: Partial<FigureNode> = {}): FigureNode => ({ type: 'figure', id: `f-${text}`, text, indicator: '提案立案数', unit: '件', kind: 'quantity', state: 'stated', ...more })
const of = (content: Inline[], more: Partial<Report> = {}): Report => ({ ...makeReport([], { year: 2024, title: '某县政协工作综述' }), sections: [section('s', 1, '一、', '提案', [content])], ...more })
function only(report: Report, sources?: RowSources): VerificationRow {
  const rows = verificationRows(report, sources)
  const [row] = rows
  if (!row || rows.length > 1) throw new Error(`${rows.length} rows`)
  return row
}
const at = '2025-01-08T09:30:00.000Z'

describe.each(SEEDS)('%s, with nothing known beside it', (seed) => {
  const report = seedReport(seed)
  const rows = verificationRows(report)
  it('has a row for each core figure, in order, title lines and headings included', () => {
    expect(rows.map(({ text }) => text)).toEqual(reportFigures(report).filter(isCore).map(({ text }) => text))
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1))
  })
  it('says of each where it stands, in words that are there', () => {
    for (const row of rows) {
      expect(row.section).not.toBe('')
      expect(row.place).toMatch(/^(?:第\d+段第\d+句|小标题|)$/u)
      expect(row.sentence.split('【')[1]?.split('】')[0]).toBe(row.text)
      expect([row.state, row.source, row.person, row.at, row.lastText, row.change]).toEqual(['未核', '', '', undefined, '', null])
    }
  })
  it('rolled forward, a draft has a row for each slot with last year’s value', () => {
    const draft = rollForward(report, { id: 'd', year: (report.year ?? 2020) + 1 })
    const slots = verificationRows(draft).filter(({ state }) => state === '待填')
    expect(slots.map(({ indicator, lastText }) => [indicator, lastText])).toEqual(openSlots(draft).map(({ slot }) => [slot.indicator, slot.last?.text ?? '']))
    for (const slot of slots) expect([slot.value, slot.note]).toEqual([null, ''])
  })
})

describe('where', () => {
  it('counts paragraphs with words within their section, and sentences', () => {
    const report: Report = {
      ...makeReport([], { title: '全年办理提案12件' }),
      sections: [
        section('a', 0, '', '', [[textNode('开头走访3家。')]]),
        section('b', 1, '一、', '收到提案4件', [[], [textNode('无数字。')], [textNode('第一句。共收到 提案\n168 件；立案5件。再走访6家企业！')]]),
        section('c', 0, '', '', [[textNode('结尾协商7次。')]]),
      ],
    }
    expect(verificationRows(report).map(({ text, section: s, place, sentence }) => [text, s, place, sentence])).toEqual([
      ['12件', '标题', '', '全年办理提案【12件】'],
      ['3家', '导语', '第1段第1句', '开头走访【3家】。'],
      ['4件', '一、收到提案4件', '小标题', '收到提案【4件】'.replace('收到', '一、收到')],
      ['168件', '一、收到提案4件', '第2段第2句', '共收到提案【168件】；立案5件。'],
      ['5件', '一、收到提案4件', '第2段第2句', '共收到提案168件；立案【5件】。'],
      ['6家', '一、收到提案4件', '第2段第3句', '再走访【6家】企业！'],
      ['7次', '结语', '第1段第1句', '结尾协商【7次】。'],
    ])
  })
  it('cuts a long sentence without cutting characters', () => {
    const { sentence } = only(of([textNode(`${'𠮷'.repeat(60)}提案168件${'喆'.repeat(60)}。`)]))
    expect(sentence).toBe(`…${'𠮷'.repeat(20)}提案【168件】${'喆'.repeat(22)}…`)
  })
})

describe('states', () => {
  const state = (more: Partial<FigureNode>): unknown[] => {
    const row = only(of([textNode('提案立案'), figure('168件', more), textNode('。')]))
    return [row.state, row.source, row.person, row.at?.hour, row.note]
  }
  it.each<[string, Partial<FigureNode>, unknown[]]>([
    ['not looked at', {}, ['未核', '', '', undefined, '']],
    ['filled', { state: 'filled' }, ['已填', '', '', undefined, '']],
    ['verified', { state: 'verified', verification: { at, by: '张三', source: '提案委台账' } }, ['已核', '提案委台账', '张三', 17, '']],
    ['verified by the ledger', { state: 'verified' }, ['已核', '', '', undefined, '']],
    ['doubted', { state: 'doubtful', verification: { at, by: '李四', source: '简报', note: '与台账不符' } }, ['存疑', '简报', '', undefined, '与台账不符']],
    ['changed after it was verified', { state: 'filled', verification: { at, by: '张三', source: '提案委台账', lapsed: '160件' } }, ['核实后改过', '', '', undefined, '核实时为“160件”']],
    ['changed, then doubted', { state: 'doubtful', verification: { at, note: '再问', lapsed: '160件' } }, ['存疑', '', '', undefined, '再问；核实时为“160件”']],
  ])('%s', (_name, more, expected) => {
    expect(state(more)).toEqual(expected)
  })
  it('a figure of which a part is bold is one row', () => {
    const parts: Inline[] = [textNode('立案'), { ...figure('1'), id: 'x', state: 'verified', marks: ['bold'] }, { ...figure('68件'), id: 'x', state: 'verified' }, textNode('。')]
    expect(only(of(parts))).toMatchObject({ text: '168件', value: 168, state: '已核' })
  })
  it('what the editor calls a label is no row', () => {
    expect(verificationRows(of([textNode('打造'), { type: 'label', text: '365件' }, textNode('工程。')]))).toEqual([])
  })
})

describe('sources, the nearest first', () => {
  const linked = figure('168件', { entry: { indicator: 'i', year: 2024 }, passage: { id: 'q', material: 'm', text: '立案168件' } })
  const sources: RowSources = { ledger: ({ indicator, year }) => (indicator === 'i' && year === 2024 ? '采集表“提案委.xlsx”' : undefined), material: (id) => (id === 'm' ? '提案委总结' : undefined) }
  const source = (node: Inline, from = sources): string => only(of([textNode('提案立案'), node, textNode('。')]), from).source
  it('who verified it says it, then the ledger, then the material', () => {
    expect(source({ ...linked, state: 'verified', verification: { at, source: '现场核对' } })).toBe('现场核对')
    expect(source(linked)).toBe('采集表“提案委.xlsx”')
    expect(source(linked, { material: sources.material })).toBe('提案委总结')
    expect(source(textNode('168件', [], { passage: { id: 'q', material: 'm', text: '立案168件' } }))).toBe('提案委总结')
    expect(source(linked, {})).toBe('')
  })
})

describe('last year', () => {
  const pairOf = (now: string, before: string): VerificationRow => {
    const [here, there] = [of([textNode(now)]), of([textNode(before)], { year: 2023, id: 'l' })]
    return only(here, { last: compareReports(here, there) })
  }
  it('from the comparison, with the change', () => {
    expect(pairOf('全年收到提案168件。', '全年收到提案160件。')).toMatchObject({ lastText: '160件', lastValue: 160, change: { absolute: 8, percent: 5 }, note: '' })
    expect(pairOf('实现财政收入4.4亿元。', '实现财政收入4亿元。')).toMatchObject({ value: 440_000_000, unit: '元', lastValue: 400_000_000, change: { absolute: 40_000_000, percent: 10 } })
  })
  it('what fell is below nought, on both sides', () => {
    expect(pairOf('全县财政收入下降9.6%。', '全县财政收入增长3.5%。')).toMatchObject({ value: -9.6, lastValue: 3.5, change: { absolute: -13.1, percent: null } })
    expect(only(of([textNode('全县财政收入下降9.6%。')]))).toMatchObject({ text: '9.6%', value: -9.6 })
  })
  it('a pair that is only near says so, and why, beside its change', () => {
    const report = seedReport(SEEDS[0])
    const last = compareReports(report, seedReport(SEEDS[1]))
    const near = last.pairs.filter(({ same }) => same === 'near')
    const rows = verificationRows(report, { last, lastYear: 2020 })
    expect(near.length).toBeGreaterThan(0)
    expect(rows.filter(({ note }) => note.startsWith('与上年口径近似：')).map(({ text, lastText, change }) => [text, lastText, change])).toEqual(near.map((pair) => [pair.this.text, pair.last.text, pair.change]))
    expect(rows.filter(({ lastText }) => lastText !== '').length).toBe(last.pairs.length)
  })
  it('from the report that a draft was rolled from; of which year, where it is another than the column’s', () => {
    const last = { text: '160件', value: 160, unit: '件', approx: 'exact' as const, year: 2023 }
    const row = (node: FigureNode, sources?: RowSources): VerificationRow => only(of([textNode('提案立案'), node, textNode('。')]), sources)
    expect(row(figure('168件', { last }))).toMatchObject({ lastText: '160件', lastValue: 160, change: { absolute: 8, percent: 5 }, note: '' })
    expect(row(figure('168件', { last }), { lastYear: 2020 })).toMatchObject({ note: '上年值取自2023年报告' })
    expect(row(figure('168件', { last: { ...last, unit: '人' } }))).toMatchObject({ lastText: '160件', change: null })
  })
  it('of rates of change that were rolled forward nothing is subtracted: which way they went is not kept', () => {
    const last = { text: '3.5%', value: 3.5, unit: '%', approx: 'exact' as const, year: 2023 }
    const grown = figure('9.6%', { unit: '%', kind: 'percent', indicator: '财政收入增速', last })
    expect(only(of([textNode('全县财政收入增长'), grown, textNode('。')]))).toMatchObject({ value: 9.6, lastText: '3.5%', change: null, note: '' })
  })
  it('of what fell stands below nought by every word for it', () => {
    for (const fell of ['下滑', '下跌', '萎缩', '缩减', '跌幅', '下降', '减少', '降幅']) expect(only(of([textNode(`全县工业产值${fell}5%。`)])), fell).toMatchObject({ value: -5 })
  })
  it('of what fell is no number above nought where only the earlier words are kept, in a filled figure or an open slot', () => {
    const rate = { unit: '%', kind: 'percent' as const, last: { text: '7%', value: 7, unit: '%', approx: 'exact' as const, year: 2023 } }
    expect(only(of([textNode('工业投资下降'), figure('4%', { ...rate, indicator: '工业投资下降' }), textNode('。')]))).toMatchObject({ value: -4, lastText: '7%', lastValue: null, change: null })
    const open = (before: string, indicator: string): Inline[] => [textNode(before), { type: 'slot', id: 'f1', indicator, ...rate }, textNode('。')]
    expect(only(of(open('工业投资下降', '工业投资下降')))).toMatchObject({ value: null, lastText: '7%', lastValue: null })
    expect(only(of(open('工业投资同比下降约', '工业投资')))).toMatchObject({ lastText: '7%', lastValue: null })
    expect(only(of(open('提案办结率', '提案办结率')))).toMatchObject({ lastText: '7%', lastValue: 7 })
  })
  it('where the text fell and the indicator, kept from last year, grew, the words count and the name is to be looked at', () => {
    const grown = figure('9.6%', { unit: '%', kind: 'percent', indicator: '财政收入增长' })
    const report = of([textNode('全县财政收入下降'), grown, textNode('。')])
    const last = compareReports(report, of([textNode('全县财政收入增长3.5%。')], { year: 2023, id: 'l' }))
    expect(last.pairs.length).toBe(1)
    expect(only(report, { last })).toMatchObject({ value: -9.6, lastText: '3.5%', lastValue: 3.5, change: { absolute: -13.1, percent: null }, note: '文中为下降，指标名称为增长，请核对指标名称' })
  })
  it('of a range there is no one number', () => {
    expect(only(of([textNode('全县财政收入增长6%—6.5%。')]))).toMatchObject({ value: null, note: '区间' })
  })
})
