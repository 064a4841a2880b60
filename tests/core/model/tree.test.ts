import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textNode } from '#core/model/inline.ts'
import { contextOf, plainParagraphs } from '#core/model/plain-text.ts'
import { readReportFile, REPORT_VERSION, type Report } from '#core/model/report.ts'
import { toBlocks, toSections, type Block } from '#core/model/tree.ts'

const block = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const) }),
  fc.constant({ type: 'paragraph' as const, level: 0 as const }),
)
const blocks = fc.array(block, { maxLength: 40 }).map((list) =>
  list.map((b, i): Block =>
    b.type === 'heading'
      ? { type: 'heading', id: `s${i}`, level: b.level, number: '', heading: b.level === 0 ? '' : `标题${i}` }
      : { type: 'paragraph', id: `p${i}`, content: [textNode(`第${i}段`)] },
  ),
)

describe('sections as a list of blocks', () => {
  it('comes back from the tree as it went in, but for the section that text before any heading opens', () => {
    fc.assert(
      fc.property(blocks, (list) => {
        const back = toBlocks(toSections(list)).filter((b) => b.id !== 'lead')
        expect(back).toEqual(list)
      }),
    )
  })

  it('nests only deeper levels', () => {
    fc.assert(
      fc.property(blocks, (list) => {
        const check = (sections: ReturnType<typeof toSections>, above: number): void => {
          for (const s of sections) {
            expect(s.level === 0 ? above : s.level).toBeGreaterThanOrEqual(above === 0 ? 0 : above + (s.level === 0 ? 0 : 1))
            if (s.level === 0) expect(s.sections).toEqual([])
            check(s.sections, s.level)
          }
        }
        check(toSections(list), 0)
      }),
    )
  })
})

describe('the stored form', () => {
  const report: Report = {
    id: 'r1', status: 'draft', body: '某县政协', year: 2025, title: '标题', subtitle: '', occasion: '', byline: '', date: '',
    sections: toSections([{ type: 'heading', id: 's1', level: 1, number: '一、', heading: '引言' }, { type: 'paragraph', id: 'p1', content: [textNode('正文')] }]),
    captions: [], noise: [], origin: { from: 'blank' },
  }
  const file = { format: 'shuhe.report', version: REPORT_VERSION, revision: 3, savedAt: '2025-01-02T03:04:05.000Z', report }

  it('reads back what was written', () => expect(readReportFile(JSON.parse(JSON.stringify(file)))).toEqual({ ok: true, value: file }))
  it('leaves a newer version alone', () => expect(readReportFile({ ...file, version: 99 })).toMatchObject({ ok: false, reason: 'newer' }))
  it('refuses what no version writes', () => {
    for (const bad of [null, 1, '', [], {}, { ...file, revision: 0 }, { ...file, report: { ...report, sections: [{}] } }]) expect(readReportFile(bad)).toMatchObject({ ok: false, reason: 'damaged' })
  })
  it('refuses an id that stands twice', () => {
    const twice = { ...report, sections: [...report.sections, ...report.sections] }
    expect(readReportFile({ ...file, report: twice })).toMatchObject({ ok: false, reason: 'damaged' })
  })

  it('numbers title lines, headings and paragraphs in reading order', () =>
    expect(plainParagraphs(report).map((p) => [p.index, p.role, p.text])).toEqual([[0, 'title', '标题'], [1, 'heading', '一、引言'], [2, 'paragraph', '正文']]))
  it('gives 12 characters of context without white space', () =>
    expect(contextOf('一二三四五六七八九十 甲乙丙丁[12]子丑', 15, 19)).toEqual({ before: '三四五六七八九十甲乙丙丁', after: '子丑' }))
})
