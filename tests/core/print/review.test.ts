import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport } from '#core/checker/check.ts'
import type { Finding } from '#core/checker/finding.ts'
import { RULES } from '#core/checker/rules.ts'
import { emptyLedger, type Ledger } from '#core/ledger/ledger.ts'
import type { FigureNode, Inline, SlotNode } from '#core/model/inline.ts'
import { contextOf, plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { paragraphsIn, type PrintModel, type PrintRun } from '#core/print/model.ts'
import { printOfficial } from '#core/print/official.ts'
import { DEFAULT_OPTIONS } from '#core/print/options.ts'
import { printReview, type ReviewContext } from '#core/print/review.ts'
import { changeStretches, printedOffset, sliceRuns, textOfRuns } from '#core/print/runs.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { anyReport } from '../compare/chance-report.ts'
import { makeReport } from '../make-report.ts'

const AT = '2025-03-04T09:30:00+08:00'
const titles = Object.fromEntries(RULES.map(({ id, title }) => [id, title]))
const context = (more: Partial<ReviewContext> = {}): ReviewContext => ({ findings: [], titles, at: AT, ...more })
const withContent = (content: Inline[], more: Partial<Report> = {}): Report => ({ ...makeReport([], { year: 2024, ...more }), sections: [{ id: 's1', level: 0, number: '', heading: '', paragraphs: [{ id: 'p1', content }], sections: [] }] })
const slot: SlotNode = { type: 'slot', id: 'f1', indicator: '提案立案数', unit: '件', kind: 'quantity', last: { text: '143件', value: 143, unit: '件', approx: 'exact', year: 2023 } }
const figure = (state: FigureNode['state'], more: Partial<FigureNode> = {}): FigureNode => ({ type: 'figure', id: `f-${state}`, text: '86件', indicator: '提案办结数', unit: '件', kind: 'quantity', state, ...more })
const commentOn = (model: PrintModel): Record<string, string> => {
  const out: Record<string, string> = {}
  for (const { runs } of paragraphsIn(model)) for (const { text, comments } of runs) for (const id of comments ?? []) out[id] = (out[id] ?? '') + text
  return out
}
const states = (model: PrintModel): [string, string][] => paragraphsIn(model).filter(({ source }) => source !== undefined).flatMap(({ runs }) => runs.flatMap(({ state, text }): [string, string][] => (state ? [[state, text]] : [])))
const finding = (report: Report, paragraphId: string, start: number, end: number, more: Partial<Finding> = {}): Finding => {
  const p = plainParagraphs(report).find(({ id }) => id === paragraphId)
  if (!p) throw new Error('no such paragraph')
  return { rule: 'arith.share', severity: 'error', message: '82 ÷ 138 = 59.4%，文中写作 61.4%', anchors: [{ paragraph: p.index, paragraphId, start, end, text: p.text.slice(start, end), ...contextOf(p.text, start, end) }], ...more }
}

describe('comments of a review copy', () => {
  it('say the rule, the computation and what to write instead', () => {
    const report = makeReport(['集体提案82件，占61.4%。'])
    const model = printReview(report, context({ findings: [finding(report, 'p1', 8, 14, { suggestion: '占59.4%' })] }))
    expect(model.comments).toEqual([{ id: 'c1', author: '述核校核', initials: '核', at: AT, text: [`【错误】${titles['arith.share']}`, '82 ÷ 138 = 59.4%，文中写作 61.4%', '建议改为：占59.4%'] }])
    expect(commentOn(model)).toEqual({ c1: '占61.4%' })
  })
  it('quote the other places of a finding', () => {
    const report = makeReport(['收到提案168件。', '全年提案186件。'])
    const [first, second] = [finding(report, 'p1', 4, 8), finding(report, 'p2', 4, 8)]
    expect(printReview(report, context({ findings: [{ ...first, anchors: [first.anchors[0], second.anchors[0]] }] })).comments?.[0]?.text.at(-1)).toBe('相关文字：“全年提案186件。”')
  })
  it('say of an open slot what it wants, last year’s value and where it comes from', () => {
    const ledger: Ledger = { ...emptyLedger('l', '甲县政协'), indicators: [{ id: 'i1', name: '提案立案数', unit: '件', kind: 'quantity', department: '提案委', values: [{ year: 2023, text: '143件', value: 143, approx: 'exact', state: 'verified', source: { kind: 'sheet', name: '提案委.xlsx', person: '李某' }, at: AT }] }] }
    const report = withContent([{ type: 'text', text: '立案' }, { ...slot, entry: { indicator: 'i1', year: 2024 } }, { type: 'text', text: '。' }])
    const model = printReview(report, context({ ledger }))
    expect(model.comments?.map(({ text }) => text)).toEqual([['【待填】提案立案数（单位：件）', '上年（2023年）：143件', '提供部门：提案委', '上年来源：采集表“提案委.xlsx”，填报人 李某']])
    expect(commentOn(model)).toEqual({ c1: '【待填】件' })
  })
  it('say why a figure is doubted, and what it was when it was verified', () => {
    const verification = { at: AT, source: '提案委报表', note: '与报表不符' }
    const model = printReview(withContent([figure('doubtful', { verification }), { type: 'text', text: '，' }, figure('filled', { verification: { ...verification, lapsed: '85件' } }), figure('verified', { verification })]), context())
    expect(model.comments?.map(({ text }) => text)).toEqual([['【存疑】提案办结数：86件', '原因：与报表不符', '来源：提案委报表'], ['【核实后改过】提案办结数：86件', '核实时为：85件，请重新核实', '来源：提案委报表']])
  })
  it('leave out the rule that tells of slots, which have comments of their own', () => {
    const report = withContent([slot])
    expect(printReview(report, context({ findings: checkReport(report) })).comments?.map(({ text }) => text[0])).toEqual(['【待填】提案立案数（单位：件）'])
  })
  it('may overlap, cross and repeat', () => {
    const report = makeReport(['甲乙丙丁戊己庚辛'])
    const model = printReview(report, context({ findings: [finding(report, 'p1', 0, 4), finding(report, 'p1', 2, 6), finding(report, 'p1', 3, 4), finding(report, 'p1', 2, 6)] }))
    expect(commentOn(model)).toEqual({ c1: '甲乙丙丁', c2: '丙丁戊己', c3: '丙丁戊己', c4: '丁' })
  })
  it('of title lines that are printed without their space', () => {
    const report = { ...makeReport(['正文。']), title: '中国人民政治协商会议 第十届开化县委员会常务委员会工作报告(摘要)' }
    const at = report.title.indexOf('常务委员会')
    expect(commentOn(printReview(report, context({ findings: [finding(report, 'title', at, at + 5)] })))).toEqual({ c1: '常务委员会' })
  })
  it('of nothing in particular stand at the whole paragraph, of an empty paragraph at the one before', () => {
    const report = makeReport(['第一段。', '', '第三段。'])
    const model = printReview(report, context({ findings: [finding(report, 'p1', 0, 0), finding(report, 'p2', 0, 0), finding(report, 'p3', 4, 4)] }))
    expect(commentOn(model)).toEqual({ c1: '第一段。', c2: '第一段。', c3: '。' })
  })
  it('none is lost where nothing is printed', () => {
    const report = { ...makeReport(['']), title: '', sections: [{ id: 's1', level: 0 as const, number: '', heading: '', paragraphs: [{ id: 'p1', content: [] }], sections: [] }] }
    expect(Object.keys(commentOn(printReview(report, context({ findings: [finding(report, 'p1', 0, 0)] }))))).toEqual(['c1'])
  })
  it('are left out where the editor wants none', () => expect(printReview(withContent([slot]), context(), { review: { findings: false, figures: true } }).comments).toEqual([]))
  it.each(SEEDS)('each finding of a seed has one, at its words: %s', (seed) => {
    const report = seedReport(seed)
    const findings = checkReport(report).filter(({ rule }) => rule !== 'slot.open')
    const model = printReview(report, context({ findings }))
    expect(model.comments).toHaveLength(findings.length)
    const squeezed = (s: string): string => s.replace(/\s+/gu, '')
    expect(Object.values(commentOn(model)).map(squeezed).sort()).toEqual(findings.map(({ anchors }) => squeezed(plainParagraphs(report)[anchors[0].paragraph]?.text.slice(anchors[0].start, anchors[0].end) ?? '')).sort())
  })
})

describe('figures by state', () => {
  it('of those that are followed, and of those that merely stand in the text', () =>
    expect(states(printReview(withContent([{ type: 'text', text: '收到提案168件，办结' }, figure('verified'), { type: 'text', text: '、' }, figure('filled'), { type: 'text', text: '、' }, figure('doubtful'), { type: 'text', text: '，“' }, { type: 'label', text: '365天' }, { type: 'text', text: '”在线。' }]), context()))).toEqual([['stated', '168件'], ['verified', '86件'], ['filled', '86件'], ['doubtful', '86件']]))
  it('of a figure of which a part is bold', () => expect(states(printReview(withContent([figure('verified', { text: '8', marks: ['bold'] }), figure('verified', { text: '6件' })]), context()))).toEqual([['verified', '8'], ['verified', '6件']]))
  it('are left out where the editor wants none', () => expect(states(printReview(withContent([figure('verified')]), context(), { review: { findings: true, figures: false } }))).toEqual([]))
})

describe('the legend', () => {
  const legend = (model: PrintModel): string[] => paragraphsIn(model).filter(({ style }) => style === 'note').map(({ runs }) => textOfRuns(runs))
  it('counts what is there and belongs to no report', () => {
    const model = printReview(withContent([slot, figure('verified'), figure('doubtful')]), context({ base: { ...makeReport(['旧文。']), title: '上年报告', year: 2023 } }))
    expect(legend(model)).toEqual(['送审稿说明（不属于正文）：批注2条，为校核意见和待填、存疑数据；修订为与“上年报告”（2023年）相比的改动（两份相同的文字很少），接受全部修订即为本稿；在文中所作修改会自动记为修订，定稿时请删去本说明。', '数据底色：待填 1 处　存疑 1 处　已核 1 处　', ''])
    expect(paragraphsIn(model).filter(({ style }) => style === 'note').every(({ source, change }) => source === undefined && change === undefined)).toBe(true)
  })
  it('says nothing of what is not there', () => expect(legend(printReview(makeReport(['正文。']), context()))).toEqual(['送审稿说明（不属于正文）：在文中所作修改会自动记为修订，定稿时请删去本说明。', '']))
})

describe('what is printed', () => {
  const words = (model: PrintModel): string => paragraphsIn(model).filter(({ style }) => style !== 'note').map(({ runs }) => textOfRuns(runs)).join('\n')
  it('is the official document, whatever was found', () =>
    fc.assert(fc.property(anyReport, fc.array(fc.tuple(fc.nat(20), fc.nat(40), fc.nat(40)), { maxLength: 8 }), (report, places) => {
      const plain = plainParagraphs(report)
      const findings = places.flatMap(([p, a, b]) => (plain[p] ? [finding(report, plain[p].id, Math.min(a, b), Math.max(a, b))] : []))
      const model = printReview(report, context({ findings }))
      expect(words(model)).toBe(words(printOfficial(report)))
      expect(Object.keys(commentOn(model)).sort()).toEqual((model.comments ?? []).map(({ id }) => id).sort())
    })))
  it('follows the options of the body', () => expect(printReview(makeReport(['正文。']), context(), { official: { ...DEFAULT_OPTIONS.official, latin: 'eastAsia' } }).styles.body.font.ascii).toBe('仿宋_GB2312'))
  it('no deleted paragraph bears an id, and each id stands once', () =>
    fc.assert(fc.property(anyReport, anyReport, (before, after) => {
      const blocks = paragraphsIn(printReview(after, context({ base: before })))
      const sources = blocks.flatMap(({ source, change }) => (source === undefined ? [] : [[source, change?.kind] as const]))
      expect(sources.every(([, kind]) => kind !== 'deleted' && kind !== 'movedFrom')).toBe(true)
      expect(new Set(sources.map(([source]) => source)).size).toBe(sources.length)
    })))
  it('is not touched by another version of the lines below the text', () => {
    const official = { ...DEFAULT_OPTIONS.official, attachments: ['名单'] }
    const styles = paragraphsIn(printReview(makeReport(['一。', '二。']), context({ base: makeReport(['一。', '别的话，完全不同的一段文字。', '末段也不见了。']) }), { official })).map(({ style }) => style)
    expect(styles.filter((style) => style === 'attachment')).toHaveLength(2)
    expect(styles.lastIndexOf('body')).toBeLessThan(styles.indexOf('attachment'))
  })
})

describe('runs', () => {
  const runs = fc.array(fc.record({ text: fc.string({ maxLength: 8 }), bold: fc.boolean() }), { maxLength: 6 }) as fc.Arbitrary<PrintRun[]>
  it('cut, they keep their text and marks; each unit is changed by the stretches over it, in their order', () =>
    fc.assert(fc.property(runs, fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 }), (list, places) => {
      const stretches = places.map(([a, b], i) => ({ start: Math.min(a, b), end: Math.max(a, b), change: (run: PrintRun): PrintRun => ({ ...run, comments: [...(run.comments ?? []), `${i}`] }) }))
      const units = (all: readonly PrintRun[]): string[] => all.flatMap(({ text, bold, comments }) => Array.from({ length: text.length }, (_, i) => `${text.charAt(i)} ${String(bold)} ${(comments ?? []).join()}`))
      const plain = list.flatMap(({ text, bold }) => Array.from({ length: text.length }, (_, i) => ({ c: text.charAt(i), bold })))
      expect(units(changeStretches(list, stretches))).toEqual(plain.map(({ c, bold }, at) => `${c} ${String(bold)} ${stretches.flatMap(({ start, end }, i) => (start <= at && at < end ? [i] : [])).join()}`))
    })))
  it('sliced, they are the slice of their text', () => fc.assert(fc.property(runs, fc.nat(40), fc.nat(40), (list, a, b) => { expect(textOfRuns(sliceRuns(list, Math.min(a, b), Math.max(a, b)))).toBe(textOfRuns(list).slice(Math.min(a, b), Math.max(a, b))) })))
  it('only the first piece begins a new line', () => expect(changeStretches([{ text: '甲乙', lineBreak: true }], [{ start: 1, end: 2, change: (run) => run }])).toEqual([{ text: '甲', lineBreak: true }, { text: '乙' }]))
  it('offsets are found again in a text that lost or gained spaces', () => {
    const plain = '中国 人民　政协'
    for (let i = 0; i <= plain.length; i++) expect('中国人民政协'.slice(0, printedOffset(plain, '中国人民政协', i))).toBe(plain.slice(0, i).replace(/\s/gu, ''))
    expect(printedOffset('中国人民', '中国 人民', 3)).toBe(4)
  })
})
