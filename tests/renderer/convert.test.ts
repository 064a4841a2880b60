// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inline } from '#core/model/inline.ts'
import { normalizeInlines, slotText } from '#core/model/inline.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { toSections, type Block } from '#core/model/tree.ts'
import { instantiate } from '#core/templates/instantiate.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { docToReport, reportToDoc } from '../../src/renderer/editor/convert.ts'
import { blockRange, findBlock } from '../../src/renderer/editor/positions.ts'
import { readTemplates } from '../../src/main/library/templates.ts'
import { seedReport, SEEDS } from '../gold/gold.ts'

const again = (report: Report): Report => docToReport(reportToDoc(report), report)

describe('a report and the editor’s document are one', () => {
  it.each(SEEDS)('%s, and its next year', (seed) => {
    const report = seedReport(seed)
    expect(again(report)).toEqual(report)
    const draft = rollForward(report, { id: 'd', year: 2030 })
    expect(again(draft)).toEqual(draft)
  })
  it.each(SEEDS)('%s with what stands beside it', (seed) => {
    const report = { ...seedReport(seed), captions: ['▲会议现场', '▲调研'], noise: ['首页', '责任编辑：某某'] }
    expect(docToReport(reportToDoc(report, undefined, true), { ...report, captions: [], noise: [] }, true)).toEqual(report)
  })
  it('templates, with guidance and examples', async () => {
    for (const template of await readTemplates('seeds')) {
      const draft = instantiate(template, { id: 'd', body: '临江市政协', year: 2030 })
      expect(again(draft)).toEqual(draft)
    }
  })

  const text = fc.string({ unit: fc.constantFrom('提', '案', '1', '，', ' ', 'a', '😀'), minLength: 1, maxLength: 6 })
  const marks = fc.option(fc.subarray(['lead', 'bold', 'italic', 'underline'] as const, { minLength: 1 }), { nil: undefined })
  const at = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((d) => d.toISOString())
  const held = { indicator: text, unit: fc.constantFrom('件', '%', '个方面', ''), kind: fc.constantFrom('quantity' as const, 'percent' as const) }
  const node = fc.oneof(
    fc.record({ type: fc.constant('text' as const), text, marks }, { requiredKeys: ['type', 'text'] }),
    fc.record({ type: fc.constant('slot' as const), id: fc.uuid(), ...held, marks }, { requiredKeys: ['type', 'id', 'indicator', 'unit', 'kind'] }),
    fc.record({ type: fc.constant('figure' as const), id: fc.uuid(), text, ...held, state: fc.constantFrom('stated' as const, 'filled' as const) }),
    fc.record({ type: fc.constant('figure' as const), id: fc.uuid(), text, ...held, state: fc.constantFrom('verified' as const, 'doubtful' as const), verification: fc.record({ at, by: text, source: text }, { requiredKeys: ['at'] }) }, { requiredKeys: ['type', 'id', 'text', 'indicator', 'unit', 'kind', 'state'] }),
    fc.record({ type: fc.constant('label' as const), text, marks }, { requiredKeys: ['type', 'text'] }),
  )
  const clean = (nodes: Inline[]): Inline[] => normalizeInlines(nodes.map((n) => (n.marks === undefined ? (({ marks: _, ...rest }) => rest)(n) : n)))
  const block = fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), id: fc.uuid(), content: fc.array(node, { maxLength: 5 }).map((n) => clean(n as Inline[])) }),
    fc.record({ type: fc.constant('heading' as const), id: fc.uuid(), level: fc.constantFrom(1 as const, 2 as const, 3 as const), number: fc.constantFrom('', '一、', '（二）'), heading: fc.constantFrom('提案工作', '视察') }),
  )
  const dismissal = fc.record({ rule: fc.constantFrom('text.repeat', 'arith.share'), message: text, paragraphId: fc.uuid(), text, before: text, after: text, reason: text, at })
  const checking = fc.option(fc.record({ off: fc.subarray(['punct.repeated', 'year.stale']), dismissed: fc.array(dismissal, { maxLength: 3 }) }), { nil: undefined })
  const reports = fc.tuple(fc.array(block, { minLength: 1, maxLength: 12 }), checking).map(([blocks, decided]): Report => ({
    ...(decided ? { checking: decided } : {}),
    ...seedReport('000_568c51d7bbfdb5c2'), title: '题', sections: toSections([{ type: 'heading', id: 'h', level: 1, number: '', heading: '首' }, ...(blocks as Block[])]),
  }))

  it('whatever the report', () => {
    fc.assert(fc.property(reports, (report) => void expect(again(report)).toEqual(report)), { numRuns: 300 })
  })
  it('a place in a paragraph is the same text in the document', () => {
    fc.assert(
      fc.property(reports, fc.nat(), fc.nat(), (report, a, b) => {
        const doc = reportToDoc(report)
        for (const { id, text: plain } of plainParagraphs(report)) {
          const [start, end] = [a % (plain.length + 1), b % (plain.length + 1)].sort((x, y) => x - y) as [number, number]
          const found = findBlock(doc, id)
          if (!found) throw new Error(id)
          const { from, to } = blockRange(found.node, found.pos, start, end)
          const said = doc.textBetween(from, to, '', (leaf) => slotText({ unit: String(leaf.attrs['unit']) }))
          // a place inside a slot takes in the whole slot
          expect(said).toContain(plain.slice(start, end))
          if (!plain.includes('【待填】')) expect(said).toBe(plain.slice(start, end))
        }
      }),
      { numRuns: 200 },
    )
  })
})
