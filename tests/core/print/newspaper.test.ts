import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textNode, type Inline } from '#core/model/inline.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { paragraphsIn, type PrintParagraph } from '#core/print/model.ts'
import { newspaperText, printNewspaper } from '#core/print/newspaper.ts'
import { DEFAULT_OPTIONS } from '#core/print/options.ts'
import { applyWriting, paperWriting } from '#core/print/paper-writing.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { wordCount } from '#core/text/word-count.ts'
import { makeReport } from '../make-report.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

const AS_IS = { counts: false, marks: false, numerals: false }
const lineOf = ({ runs }: PrintParagraph): string => runs.map(({ text }) => text).join('')
const squeezed = (text: string): string => text.replace(/\s+/gu, '')
const linesOf = (report: Report, options = DEFAULT_OPTIONS.newspaper): string[] => paragraphsIn(printNewspaper(report, options)).map(lineOf)

describe.each(SEEDS)('%s as a manuscript', (seed) => {
  const report = seedReport(seed)
  it('has every word once and in order, and the captions behind the text', () => {
    const expected = [...plainParagraphs(report).map(({ text }) => text), ...(report.captions.length > 0 ? ['图说'] : []), ...report.captions.map((c, i) => `图${i + 1}：${c.replace(/^▲/u, '')}`)]
    expect(squeezed(linesOf(report, AS_IS).join(''))).toBe(squeezed(expected.join('')))
  })
  it('in the way of papers each line is the same line with only that changed', () => {
    const asIs = linesOf({ ...report, captions: [] }, AS_IS)
    expect(linesOf({ ...report, captions: [] }, { ...AS_IS, numerals: true })).toEqual(asIs.map((line) => applyWriting(line, paperWriting(line))))
  })
  it('counts what stands there: the sections add up to the whole', () => {
    const counted = linesOf(report, { ...AS_IS, counts: true, numerals: true })
    const said = counted.flatMap((line) => /^(.+)：(\d+)字/u.exec(line.trim())?.slice(1) ?? [])
    const words = Number(said.at(-1))
    const sections = said.slice(0, -2).filter((_, i) => i % 2 === 1).map(Number)
    expect(said.at(-2)).toBe('全文')
    expect(sections.reduce((sum, n) => sum + n, 0)).toBe(words)
    const text = linesOf(report, { ...AS_IS, numerals: true }).join('\n')
    const captions = report.captions.length === 0 ? '' : text.slice(text.lastIndexOf('\n图说'))
    expect(words).toBe(wordCount(text.slice(0, text.length - captions.length)))
    expect(sections.length).toBe(report.sections.length + 1)
  })
  it('as .txt: the same lines, one a paragraph, CRLF, two full-width spaces before each', () => {
    const text = newspaperText(report)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.split('\r\n').slice(0, -1)).toEqual(linesOf(report))
    expect(text.replace(/\r\n/gu, '')).not.toMatch(/[\r\n\t]/u)
    for (const line of text.split('\r\n').slice(0, -1)) expect(line).toMatch(/^(?:【[^】]+】|　　[^\s])/u)
  })
})

it('says what each line is, or not', () => {
  const report: Report = {
    ...makeReport(['收到提案１,２３４件'], { title: '某县政协工作综述', subtitle: '——2024年', occasion: '在会上', byline: '记者 张三', captions: ['▲会场', '▲ 调研'] }),
    sections: [
      { id: 'a', level: 0, number: '', heading: '', paragraphs: [{ id: 'p1', content: [textNode('开头。')] }], sections: [] },
      { id: 'b', level: 1, number: '一、', heading: '提案', paragraphs: [{ id: 'p2', content: [textNode('共１６８件,办复率98.5％。')] }, { id: 'p0', content: [] }], sections: [{ id: 'c', level: 2, number: '（一）', heading: '立案', paragraphs: [], sections: [] }] },
    ],
  }
  expect(linesOf(report)).toEqual([
    '【主标题】某县政协工作综述', '【副标题】——2024年', '【题下说明】在会上', '【署名】记者 张三', '　　开头。', '【小标题】一、提案', '　　共168件，办复率98.5%。', '【二级小标题】（一）立案',
    '【图说】', '　　图1：会场', '　　图2：调研',
    '【字数】', '　　标题：19字', '　　导语：3字', '　　一、提案：18字', '　　全文：40字（含标题，不含图说）',
  ])
  expect(linesOf(report, AS_IS).slice(0, 8)).toEqual(['某县政协工作综述', '——2024年', '在会上', '记者 张三', '　　开头。', '一、提案', '　　共１６８件,办复率98.5％。', '（一）立案'])
})

it('open slots stay, and are seen', () => {
  const draft = rollForward(seedReport('003_efa49a0a5d5d5787'), { id: 'd', year: 2024 })
  const slots = paragraphsIn(printNewspaper(draft)).flatMap(({ runs }) => runs).filter(({ slot }) => slot)
  expect(slots.length).toBeGreaterThan(10)
  expect(slots.map(({ text }) => text)).toEqual(plainParagraphs(draft).flatMap(({ paragraph }) => paragraph?.content ?? []).flatMap((node) => (node.type === 'slot' ? [`【待填】${node.unit}`] : [])))
})

it('a paragraph cut into any runs gives the same line, each run with its own words', () => {
  const piece = fc.constantFrom('收到', '１２', '12,345', 'km', '㎡', '件', '，', ',', '中心', ' ', '\n', '　', '5', '％', '(摘要)', '𠮷')
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.boolean()), { minLength: 1, maxLength: 10 }), (pieces) => {
      const content: Inline[] = pieces.map(([text, bold]) => textNode(text, bold ? ['bold'] : []))
      const whole = pieces.map(([text]) => text).join('')
      const of = (nodes: Inline[]): Report => ({ ...makeReport([], { title: '' }), sections: [{ id: 's', level: 0, number: '', heading: '', paragraphs: [{ id: 'p', content: nodes }], sections: [] }] })
      const options = { ...AS_IS, numerals: true }
      expect(linesOf(of(content), options)).toEqual(linesOf(of([textNode(whole)]), options))
      expect(squeezed(linesOf(of(content), AS_IS).join(''))).toBe(squeezed(whole))
      for (const { runs } of paragraphsIn(printNewspaper(of(content), options))) expect(runs.every(({ text }) => text !== '')).toBe(true)
    }),
    { numRuns: 500 },
  )
})
