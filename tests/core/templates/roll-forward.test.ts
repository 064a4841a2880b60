import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSlots } from '#core/edit/slots.ts'
import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { reportSchema, type Report } from '#core/model/report.ts'
import { inlineText, type FigureNode, type Inline } from '#core/model/inline.ts'
import { headingText, plainText } from '#core/model/plain-text.ts'
import { allParagraphs, allSections } from '#core/model/tree.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

/** Where years, sessions and anniversaries stand, whatever their numbers. */
const unnumbered = (text: string): string =>
  text
    .replace(/\s+/gu, '')
    .replace(/(?:19|20)\d{2}年/gu, '年')
    .replace(/([一二三四五六七八九十]+届)[一二三四五六七八九十]+次/gu, '$1次')
    .replace(/\d+周年/gu, '周年')
const restored = (content: readonly Inline[]): string => content.map((node) => (node.type === 'slot' ? (node.last?.text ?? '') : inlineText(node))).join('')

describe.each(SEEDS)('%s rolled forward', (seed) => {
  const source = seedReport(seed)
  const from = source.year ?? 0
  const draft = rollForward(source, { id: 'd', year: from + 1 })
  const written = allParagraphs(draft).filter((p) => p.guidance === undefined)
  const kept = new Set(written.map(({ id }) => id))
  const before = allParagraphs(source).filter(({ id }) => kept.has(id))

  it('loses nothing: with the figures put back, the paragraphs and the promises are the old text but for years, sessions and anniversaries', () => {
    const review = before.map((p) => unnumbered(plainText(p.content)))
    expect(written.map((p) => unnumbered(restored(p.content)))).toEqual(review)
    const gone = allParagraphs(source).filter(({ id }) => !kept.has(id)).map((p) => plainText(p.content)).join('')
    const promised = (draft.commitments ?? []).map(({ text, path }, i, all) => (path.at(-1) !== all[i - 1]?.path.at(-1) && gone.includes(path.at(-1) ?? '') ? (path.at(-1) ?? '') : '') + text).join('')
    expect(promised).toBe(gone)
  })
  it('keeps headings and lead sentences', () => {
    const inPlan = new Set(allSections(source.sections).filter((s) => !allSections(draft.sections).some((d) => d.id === s.id)).map((s) => s.id))
    const headings = (r: Report): string[] => allSections(r.sections).filter((s) => !inPlan.has(s.id)).map((x) => headingText(x).replace(/\d{4}年/u, ''))
    expect(headings(draft)).toEqual(headings(source))
    const leads = (ps: typeof before): string[] => ps.map((p) => plainText(p.content.filter((n) => n.marks?.includes('lead'))))
    expect(leads(written)).toEqual(leads(before))
  })
  it('opens every core figure of what stays, with the old value', () => {
    const inText = reportFigures(source).filter(isCore).filter((f) => kept.has(f.paragraphId))
    expect(openSlots(draft).map(({ slot }) => [slot.indicator, slot.last?.text, slot.last?.value, slot.unit, slot.last?.year])).toEqual(inText.map((f) => [f.indicator, f.text, f.value, f.unit, from]))
    expect(reportFigures(draft).filter(isCore).filter((f) => kept.has(f.paragraphId))).toEqual([])
  })
  it('moves the year in titles and headings, and empties what nobody knows yet', () => {
    expect(draft.year).toBe(from + 1)
    const lines = [draft.title, draft.subtitle, ...allSections(draft.sections).map(headingText)].join('\n')
    expect(lines).not.toContain(`${from}年`)
    expect([draft.occasion, draft.date]).toEqual(['', ''])
    expect(draft.origin).toMatchObject({ from: 'report', reportId: seed, year: from })
  })
  it('is a report as it is stored, every id its own', () => {
    expect(reportSchema.safeParse(draft).error).toBeUndefined()
    const ids = [...allSections(draft.sections).flatMap((s) => [s.id, ...s.paragraphs.map((p) => p.id)]), ...openSlots(draft).map(({ slot }) => slot.id)]
    expect(new Set(ids).size).toBe(ids.length)
  })
})

it('a draft rolled again shows the value that was filled in between', () => {
  const draft = rollForward(seedReport('000_568c51d7bbfdb5c2'), { id: 'a', year: 2025 })
  const [first] = openSlots(draft)
  if (!first) throw new Error('no slot')
  const filled = { ...draft, sections: draft.sections.map((s) => JSON.parse(JSON.stringify(s).replace(JSON.stringify(first.slot), JSON.stringify({ ...first.slot, type: 'figure', text: '21次', state: 'verified' }))) as typeof s) }
  expect(openSlots(rollForward(filled, { id: 'b', year: 2026 }))[0]?.slot).toMatchObject({ id: first.slot.id, last: { text: '21次', value: 21, year: 2025 } })
})

const report = (content: Inline[], more: Partial<Report> = {}): Report => ({
  id: 'r', status: 'published', body: '云溪县政协', year: 2023, title: '云溪县政协2023年工作综述', subtitle: '', occasion: '', byline: '', date: '', captions: [], noise: [], origin: { from: 'blank' },
  sections: [{ id: 's', level: 1, number: '一、', heading: '2023年工作回顾', paragraphs: [{ id: 'p', content }], sections: [] }],
  ...more,
})
const contentOf = (r: Report): Inline[] => r.sections[0]?.paragraphs[0]?.content ?? []
const text = (t: string): Inline => ({ type: 'text', text: t })
const figure = (t: string, more: Partial<FigureNode> = {}): FigureNode => ({ type: 'figure', id: 'f9', text: t, indicator: '立案提案', unit: '件', kind: 'quantity', state: 'verified', ...more })

describe('entries of the ledger', () => {
  it('a slot of a figure that the ledger knows is linked to the new year', () => {
    const source = report([text('收到提案168件，立案143件。')])
    const draft = rollForward(source, { id: 'd', year: 2024, indicatorOf: ({ value, paragraphId, indicator }) => (value === 168 && paragraphId === 'p' && indicator === '收到提案' ? 'i1' : undefined) })
    expect(openSlots(draft).map(({ slot }) => [slot.last?.text, slot.entry])).toEqual([['168件', { indicator: 'i1', year: 2024 }], ['143件', undefined]])
  })
  it('a linked figure keeps its indicator for the new year, and what was agreed of the old value is gone', () => {
    const source = report([text('立案'), figure('近150件', { entry: { indicator: 'i2', year: 2023, agreed: { value: 143 } } }), text('。')])
    const [, slot] = contentOf(rollForward(source, { id: 'd', year: 2024, indicatorOf: () => 'other' }))
    expect(slot).toMatchObject({ type: 'slot', id: 'f9', last: { text: '近150件', approx: 'under' } })
    expect(slot).toHaveProperty('entry', { indicator: 'i2', year: 2024 })
    expect(slot).not.toHaveProperty('state')
  })
  it('a slot that was never filled asks for the new year too', () => {
    const source = report([{ type: 'slot', id: 'f1', indicator: '立案', unit: '件', kind: 'quantity', entry: { indicator: 'i2', year: 2023 } }])
    expect(contentOf(rollForward(source, { id: 'd', year: 2024 }))).toEqual([{ type: 'slot', id: 'f1', indicator: '立案', unit: '件', kind: 'quantity', entry: { indicator: 'i2', year: 2024 } }])
  })
})

describe('what is left behind', () => {
  it('origins of words, old marks of review, the editor’s word on counterparts, old promises', () => {
    const passage = { id: 'x', material: 'm', text: '协商议政' }
    const source = report(
      [{ type: 'text', text: '协商议政', passage }, { type: 'text', text: '有力', review: 'claim' }, { type: 'label', text: '365个', passage }, figure('143件', { passage, matches: [{ verdict: 'none', reportId: 'q' }], verification: { at: '2024-01-02T03:04:05.000Z' } })],
      {
        commitments: [{ id: 'c1', text: '办好提案。', path: [], kind: 'promise', state: 'open' }],
        remarks: [{ id: 'm1', author: '李主任', remark: '请核对', paragraphId: 'p', text: '', before: '', after: '', state: 'open', source: '返回稿.docx' }],
        checking: { off: ['text.duplicate'], dismissed: [{ rule: 'text.repeat', message: '“工作”重复', paragraphId: 'p', text: '工作工作', before: '', after: '', reason: '引文', at: '2024-01-02T03:04:05.000Z' }] },
      },
    )
    const draft = rollForward(source, { id: 'd', year: 2024 })
    expect(contentOf(draft)).toMatchObject([{ type: 'text', text: '协商议政有力' }, { type: 'label', text: '365个' }, { type: 'slot', id: 'f9' }])
    expect(JSON.stringify(draft)).not.toMatch(/passage|review|matches|commitments|remarks|verification/u)
    // what was dismissed was said of the old words; a rule that the body does not want stays off
    expect(draft.checking).toEqual({ off: ['text.duplicate'], dismissed: [] })
  })
  it('a figure of which a part is bold becomes one slot, and so does one with 近 before its node', () => {
    const source = report([text('立案'), figure('14', { marks: ['bold'] }), figure('3件'), text('，办结近'), figure('140件', { id: 'f10' }), text('。')])
    expect(contentOf(rollForward(source, { id: 'd', year: 2024 })).map((n) => (n.type === 'slot' ? [n.id, n.last?.text] : inlineText(n)))).toEqual(['立案', ['f9', '143件'], '，办结', ['f10', '近140件'], '。'])
  })
})

describe('a plan part', () => {
  const paragraph = (id: string, t: string): Report['sections'][number]['paragraphs'][number] => ({ id, content: [text(t)] })
  it('on the second level is emptied and becomes promises, and the closing behind it stays', () => {
    const source = report([text('文。')])
    const [first] = source.sections
    if (!first) throw new Error('no section')
    const draft = rollForward(
      { ...source, sections: [{ ...first, sections: [{ id: 's2', level: 2, number: '（五）', heading: '下一步工作打算', paragraphs: [paragraph('p2', '开展调研3次。办好提案。')], sections: [{ id: 's3', level: 3, number: '1.', heading: '强化学习', paragraphs: [paragraph('p3', '举办讲座。')], sections: [] }] }] }, { id: 's4', level: 0, number: '', heading: '', paragraphs: [paragraph('p4', '2024年，我们将再接再厉。')], sections: [] }] },
      { id: 'd', year: 2024 },
    )
    expect(draft.sections[0]?.sections).toMatchObject([{ id: 's2', heading: '下一步工作打算', paragraphs: [{ content: [], guidance: '写 2025 年的工作安排；2024 年的安排已列为承诺事项。' }], sections: [] }])
    expect(draft.commitments).toEqual([
      { id: 'c1', text: '开展调研3次。', path: ['（五）下一步工作打算'], kind: 'promise', state: 'open' },
      { id: 'c2', text: '办好提案。', path: ['（五）下一步工作打算'], kind: 'promise', state: 'open' },
      { id: 'c3', text: '举办讲座。', path: ['（五）下一步工作打算', '1.强化学习'], kind: 'promise', state: 'open' },
    ].map((c) => ({ ...c, path: ['一、2023年工作回顾', ...c.path] })))
    expect(plainText(draft.sections[1]?.paragraphs[0]?.content ?? [])).toBe('2025年，我们将再接再厉。')
  })
  it('without a heading, in the closing text', () => {
    const source = report([text('文。')])
    const draft = rollForward(
      { ...source, sections: [...source.sections, { id: 's4', level: 0, number: '', heading: '', paragraphs: [paragraph('p4', '2024年，我们将重点做好以下工作：'), paragraph('p5', '一是开展调研3次。二是办好提案。'), paragraph('p6', '让我们携手奋进！')], sections: [] }] },
      { id: 'd', year: 2024 },
    )
    expect(draft.sections[1]?.paragraphs.map((p) => [p.guidance !== undefined, plainText(p.content)])).toEqual([[true, ''], [false, '让我们携手奋进！']])
    expect(draft.commitments?.map(({ kind, text: t }) => [kind, t])).toEqual([['preamble', '2024年，我们将重点做好以下工作：'], ['promise', '一是开展调研3次。'], ['promise', '二是办好提案。']])
  })
  it('is not the whole report because its first heading has the year of delivery, or because it is all plan', () => {
    const source = report([text('收到提案168件。')])
    const [first] = source.sections
    if (!first) throw new Error('no section')
    const named = rollForward({ ...source, sections: [{ id: 's0', level: 1, number: '', heading: '2024年政府工作报告', paragraphs: [], sections: [{ ...first, level: 2 }] }, { id: 's9', level: 0, number: '', heading: '', paragraphs: [paragraph('p9', '任重道远。')], sections: [] }] }, { id: 'd', year: 2024 })
    expect([openSlots(named).length, named.commitments, named.sections[0]?.heading]).toEqual([1, undefined, '2025年政府工作报告'])
    const all = rollForward({ ...source, sections: [{ ...first, heading: '2024年工作计划' }] }, { id: 'd', year: 2024 })
    expect([openSlots(all).length, all.commitments]).toEqual([1, undefined])
  })
  it('that is not there gives no promises', () => {
    expect(rollForward(report([text('文。')]), { id: 'd', year: 2024 }).commitments).toBeUndefined()
  })
})

it('a year of which a part is bold moves once', () => {
  const draft = rollForward(report([{ type: 'text', text: '20', marks: ['bold'] }, text('23年，召开十届'), { type: 'text', text: '四', marks: ['bold'] }, text('次会议，新中国成立7'), { type: 'text', text: '4周年', marks: ['bold'] }, text('。')]), { id: 'd', year: 2024 })
  expect(plainText(contentOf(draft))).toBe('2024年，召开十届五次会议，新中国成立75周年。')
})

describe('any paragraph', () => {
  const pieces = fc.constantFrom(
    '2023年，', '2024年', '20', '23年', '２０２３年', '2 023年', '二〇二三年', '2023年7月1日', '2022—2024年', '“2023年度', '《2023年工作要点》', '”', '县政协十届四次会议', '县委十四届十次全会', '第五届委员会第五次会议', '建党102周年', '成立75周年', '连续三年', '首次',
    '省委书记张明到会，', '收到提案168件', '近300名', '20%', '9月，', '，', '。', '办好', '委员', '…', '\n', ' ', '全市第一', '第46次', '（', '）', '〇', '𠮷', '七十五载',
  )
  const nodes = fc.array(
    fc.record({ t: fc.array(pieces, { minLength: 1, maxLength: 4 }), bold: fc.boolean(), kind: fc.constantFrom('text' as const, 'text' as const, 'label' as const) }).map(({ t, bold, kind }): Inline => ({ type: kind, text: t.join(''), ...(bold ? { marks: ['bold'] } : {}) })),
    { minLength: 1, maxLength: 8 },
  )
  it('keeps every word that is not a number that moves', () => {
    const numberless = (t: string): string => t.replace(/\s+/gu, '').replace(/[0-9０-９]+|[〇○零一二三四五六七八九十百]+/gu, '#')
    fc.assert(
      fc.property(nodes, (content) => {
        const draft = rollForward(report(content), { id: 'd', year: 2024 })
        expect(numberless(restored(contentOf(draft)))).toBe(numberless(plainText(content)))
        expect(reportSchema.safeParse(draft).error).toBeUndefined()
      }),
      { numRuns: 400 },
    )
  })
  it('half of a year in a label neither moves nor doubles', () => {
    const content: Inline[] = [{ type: 'text', text: '20' }, { type: 'label', text: '23年' }, { type: 'text', text: '，办好实事。' }]
    expect(restored(contentOf(rollForward(report(content), { id: 'd', year: 2024 })))).toBe('2023年，办好实事。')
  })
  it('rolled to its own year changes no word', () => {
    fc.assert(
      fc.property(nodes, (content) => {
        expect(restored(contentOf(rollForward(report(content), { id: 'd', year: 2023 }))).replace(/\s+/gu, '')).toBe(plainText(content).replace(/\s+/gu, ''))
      }),
      { numRuns: 300 },
    )
  })
  it('of an unknown year moves nothing', () => {
    fc.assert(
      fc.property(nodes, (content) => {
        expect(restored(contentOf(rollForward(report(content, { year: null }), { id: 'd', year: 2024 }))).replace(/\s+/gu, '')).toBe(plainText(content).replace(/\s+/gu, ''))
      }),
      { numRuns: 300 },
    )
  })
})
