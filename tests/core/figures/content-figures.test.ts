import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asFigure, contentFigures } from '#core/figures/content-figures.ts'
import { isCore } from '#core/figures/figure.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import type { FigureNode, Inline } from '#core/model/inline.ts'
import { plainText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { seedReport } from '../../gold/gold.ts'

const text = (t: string): Inline => ({ type: 'text', text: t })
const figure = (t: string, more: Partial<FigureNode> = {}): FigureNode => ({ type: 'figure', id: 'f1', text: t, indicator: '立案提案', unit: '件', kind: 'quantity', state: 'stated', ...more })
const core = (content: readonly Inline[]): unknown[] => contentFigures(content).filter(isCore).map(({ text: t, value, unit, indicator, start, end }) => [t, value, unit, indicator, start, end])

describe('what the editor decided of a numeral', () => {
  it('corrects what it counts', () => {
    expect(core([text('收到提案168件，其中'), figure('143件'), text('合并办理。')])).toEqual([['168件', 168, '件', '收到提案', 4, 8], ['143件', 143, '件', '立案提案', 11, 15]])
  })
  it('takes a figure away', () => {
    expect(core([text('走进'), { type: 'label', text: '365个' }, text('日夜，走访168户。')]).map((f) => (f as unknown[])[0])).toEqual(['168户'])
    expect(contentFigures([text('走进'), { type: 'label', text: '365个' }, text('日夜。')])).toMatchObject([{ text: '365个', kind: 'label', indicator: '' }])
  })
  it('makes a figure of what recognition takes for a name', () => {
    expect(core([text('推进'), figure('“1243”', { indicator: '村居数', unit: '个' }), text('建设。')])).toEqual([['“1243”', 1243, '个', '村居数', 2, 8]])
    expect(core([text('走访三五'), figure('十来家', { unit: '家', indicator: '企业' }), text('。')])).toEqual([['十来家', 10, '家', '企业', 4, 7]])
  })
  it('holds for a figure of which a part is bold', () => {
    expect(core([text('立案'), figure('14', { marks: ['bold'] }), figure('3件'), text('。')])).toEqual([['143件', 143, '件', '立案提案', 2, 6]])
  })
  it('survives edits of the words around it', () => {
    const words = fc.string({ unit: fc.constantFrom(...'提案办理，。协商成效明显一2年第'), maxLength: 12 })
    fc.assert(fc.property(words, words, (before, after) => {
      const content = [text(`${before}，`), figure('143件'), text('，'), { type: 'label' as const, text: '5个' }, text(`，${after}`)]
      const start = before.length + 1
      const figures = contentFigures(content).filter(isCore)
      expect(figures.filter((f) => f.start < start + 4 && f.end > start)).toMatchObject([{ value: 143, indicator: '立案提案' }])
      expect(figures.filter((f) => f.start < start + 7 && f.end > start + 5)).toEqual([])
    }), { numRuns: 500 })
  })
  it('does nothing where nothing was decided', () => {
    const content = [text('收到提案'), { ...text('168件'), marks: ['bold' as const] } as Inline, text('。')]
    expect(contentFigures(content)).toEqual(recognizeFigures(plainText(content)))
  })
  it.each([['365个', { unit: '个', kind: 'quantity' }], ['12.5%', { unit: '%', kind: 'percent' }], ['近300万元', { unit: '元', kind: 'money' }], ['三十来家', { unit: '家', kind: 'quantity' }], ['8090', { unit: '', kind: 'quantity' }], ['若干', undefined]])('%s as a figure', (surface, expected) => {
    expect(asFigure(surface)).toEqual(expected)
  })
})

describe('rolled forward', () => {
  const base = seedReport('000_568c51d7bbfdb5c2')
  const report = (content: Inline[]): Report => ({ ...base, sections: [{ id: 's', level: 1, number: '一、', heading: '提案工作', paragraphs: [{ id: 'p', content }], sections: [] }] })
  const contentOf = (r: Report): Inline[] => r.sections[0]?.paragraphs[0]?.content ?? []

  it('a corrected indicator becomes the slot’s, a label stays text, a declared figure becomes a slot', () => {
    const rolled = rollForward(report([text('立案'), figure('143件'), text('，走过'), { type: 'label', text: '365个' }, text('日夜，推进'), figure('“1243”', { id: 'f2', indicator: '村居数', unit: '个' }), text('建设。')]), { id: 'd', year: 2025 })
    expect(contentOf(rolled)).toMatchObject([
      { type: 'text', text: '立案' },
      { type: 'slot', indicator: '立案提案', last: { text: '143件', value: 143 } },
      { type: 'text', text: '，走过' },
      { type: 'label', text: '365个' },
      { type: 'text', text: '日夜，推进' },
      { type: 'slot', indicator: '村居数', unit: '个', last: { text: '“1243”', value: 1243 } },
      { type: 'text', text: '建设。' },
    ])
  })
})

describe('a paragraph', () => {
  it('is read the same wherever it stands; only the heading above it may give a bare result its subject', () => {
    const base = seedReport('001_39406531928dc60d')
    const alone = new Map(reportFigures(base).map((f) => [`${f.paragraphId}:${f.start}`, [f.text, f.value, f.kind, f.indicator]]))
    const turned: Report = { ...base, sections: [...base.sections].reverse().map((s) => ({ ...s, paragraphs: [...s.paragraphs].reverse() })) }
    expect(new Map(reportFigures(turned).map((f) => [`${f.paragraphId}:${f.start}`, [f.text, f.value, f.kind, f.indicator]]))).toEqual(alone)
    const [plain] = recognizeFigures('形成意见建议68条。')
    const [under] = recognizeFigures('形成意见建议68条。', { heading: '提案工作' })
    expect([plain?.indicator, under?.indicator]).toEqual(['形成意见建议', '提案形成意见建议'])
  })
})
