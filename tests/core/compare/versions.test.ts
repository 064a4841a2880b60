import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, sharedPart, type ParagraphChange } from '#core/compare/versions.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { longReport } from '../../bench/long-report.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { makeReport } from '../make-report.ts'
import { anyReport, editedReport } from './chance-report.ts'

const textsOf = (report: Report): string[] => plainParagraphs(report).flatMap(({ text }) => (text === '' ? [] : [text]))
const words = (change: ParagraphChange): string => ('words' in change ? change.words.map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}]` : `[+${text}]`)).join('') : '')
const said = (changes: readonly ParagraphChange[]): string[] =>
  changes.flatMap((c) => (c.kind === 'same' ? [] : c.kind === 'inserted' ? [`+ ${c.after.text}`] : c.kind === 'deleted' ? [`- ${c.before.text}`] : [`${c.kind}${'move' in c ? c.move : ''} ${words(c) || c.after.text}`]))

function expectConserved(before: Report, after: Report): void {
  const changes = changesBetween(before, after)
  const gone = changes.flatMap((c) => (c.kind === 'inserted' || c.kind === 'movedTo' ? [] : [c.before]))
  const there = changes.flatMap((c) => (c.kind === 'deleted' || c.kind === 'movedFrom' ? [] : [c.after]))
  expect(gone.map(({ text }) => text)).toEqual(textsOf(before))
  expect(there.map(({ text }) => text)).toEqual(textsOf(after))
  for (const change of changes) {
    if (!('words' in change)) continue
    const of = (kind: string): string => change.words.filter((w) => w.kind === 'same' || w.kind === kind).map(({ text }) => text).join('')
    if (change.words.length === 0) expect(change.after.text).toBe(change.before.text)
    else expect([of('deleted'), of('inserted')]).toEqual([change.before.text, change.after.text])
  }
  const moves = (kind: string): string[] => changes.flatMap((c) => ('move' in c && c.kind === kind ? [`${c.move} ${c.before.id} ${c.after.id}`] : [])).sort()
  expect(moves('movedFrom')).toEqual(moves('movedTo'))
}

/** the same texts, other ids */
const renamed = (report: Report): Report => ({ ...report, sections: report.sections.map((s) => ({ ...s, id: `x${s.id}`, paragraphs: s.paragraphs.map((p) => ({ ...p, id: `x${p.id}` })) })) })

const A = '全年收到提案168件，立案143件，办复率达到100%。'
const B = '报送社情民意信息256篇，被省政协采用12篇，获领导批示21篇。'
const C = '召开专题议政性常委会会议2次，开展专题协商6次，形成调研报告18篇。'

describe('changes between two versions', () => {
  it.each(SEEDS)('a report beside itself has none: %s', (seed) => expect(said(changesBetween(seedReport(seed), structuredClone(seedReport(seed))))).toEqual([]))
  it('a figure that changed', () => expect(said(changesBetween(makeReport([A, B]), makeReport([A.replace('168', '175'), B])))).toEqual(['edited 全年收到提案[-168件][+175件]，立案143件，办复率达到100%。']))
  it('a paragraph that came, and one that went', () => {
    expect(said(changesBetween(makeReport([A, B]), renamed(makeReport([A, C, B]))))).toEqual([`+ ${C}`])
    expect(said(changesBetween(makeReport([A, C, B]), renamed(makeReport([A, B]))))).toEqual([`- ${C}`])
  })
  it('a paragraph that stands elsewhere and was edited there', () =>
    expect(said(changesBetween(makeReport([C.replace('18', '21'), A, B]), renamed(makeReport([A, B, C]))))).toEqual([
      'movedFrom1 召开专题议政性常委会会议2次，开展专题协商6次，形成调研报告[-21篇][+18篇]。', 'movedTo1 召开专题议政性常委会会议2次，开展专题协商6次，形成调研报告[-21篇][+18篇]。',
    ]))
  it('a short heading in another place is gone and new, unless its text goes with it', () => {
    const sections = (order: readonly [string, string][]): Report => ({ ...makeReport([]), sections: order.map(([heading, text], i) => ({ id: `s${heading}`, level: 1, number: ['一、', '二、', '三、'][i] ?? '', heading, paragraphs: [{ id: `p${heading}`, content: [{ type: 'text' as const, text }] }], sections: [] })) })
    expect(said(changesBetween(sections([['提案', A], ['信息', B], ['协商', C]]), sections([['协商', C], ['提案', A], ['信息', B]])))).toEqual([
      'movedTo1 [-三][+一]、协商', `movedTo2 ${C}`, 'edited [-一][+二]、提案', 'edited [-二][+三]、信息', 'movedFrom1 [-三][+一]、协商', `movedFrom2 ${C}`,
    ])
    expect(said(changesBetween(sections([['提案', A], ['信息', B]]), sections([['信息', A], ['提案', B]]))).filter((line) => line.startsWith('moved'))).toEqual([])
  })
  it('equal ids of unlike texts are chance', () => expect(said(changesBetween(makeReport([A, B]), makeReport([B, A]))).every((line) => line.startsWith('moved'))).toBe(true))
  it('a paragraph that was mostly rewritten is known by its id in another version, and not in another report', () => {
    const rewritten = '召开专题议政性会议2次，就共同富裕和营商环境听取部门通报。'
    expect(said(changesBetween(makeReport([A, B, C]), makeReport([A, B, rewritten])))).toHaveLength(1)
    expect(said(changesBetween(makeReport([A, B, C]), makeReport(['别的报告，另外的开头。', '与前一份没有相同之处的第二段。', rewritten])))).not.toContainEqual(expect.stringMatching(/^edited.*召开专题/u))
  })
  it('a heading that became a paragraph is gone and new', () => {
    const before: Report = { ...makeReport([]), sections: [{ id: 's1', level: 1, number: '', heading: A, paragraphs: [], sections: [] }] }
    expect(said(changesBetween(before, { ...makeReport([]), sections: [{ id: 's1', level: 0, number: '', heading: '', paragraphs: [{ id: 'p1', content: [{ type: 'text', text: A }] }], sections: [] }] }))).toEqual([`- ${A}`, `+ ${A}`])
  })
  it('conserve both, whatever they are', () => fc.assert(fc.property(anyReport, anyReport, expectConserved)))
  it('conserve both after edits', () => fc.assert(fc.property(editedReport, ([before, after]) => expectConserved(before, after))))
  it.each(SEEDS)('conserve two bodies’ reports: %s', (seed) => expectConserved(seedReport(seed), seedReport(SEEDS[0])))
})

describe('the shared part', () => {
  const shared = (before: Report, after: Report): number => sharedPart(changesBetween(before, after))
  it('is all of a text beside itself, also turned round, and nearly nothing of two unlike ones', () => {
    expect(shared(makeReport([A, B]), makeReport([A, B]))).toBe(1)
    expect(shared(longReport(5000, 1), { ...longReport(5000, 1), sections: [...longReport(5000, 1).sections].reverse() })).toBeGreaterThan(0.95)
    expect(shared(seedReport(SEEDS[1] ?? ''), seedReport(SEEDS[0] ?? ''))).toBeLessThan(0.05)
    expect(shared(makeReport([], { title: '' }), makeReport([], { title: '' }))).toBe(1)
  })
  it('lies between none and all', () => fc.assert(fc.property(anyReport, anyReport, (before, after) => {
    expect(shared(before, after)).toBeGreaterThanOrEqual(0)
    expect(shared(before, after)).toBeLessThanOrEqual(1)
  })))
})

describe('large reports', () => {
  // quadratic work on these would outlast the test's time many times over
  it('500 sections and 200,000 characters, turned round and rewritten', () => {
    const long = longReport(200_000, 1)
    expectConserved(long, { ...long, sections: [...long.sections].reverse() })
    expectConserved(long, longReport(200_000, 2))
  })
  it('2,000 paragraphs that are all alike', () => {
    const of = (verb: string, step: number): Report => makeReport(Array.from({ length: 2000 }, (_, i) => `第${i}组全年${verb}视察调研协商监督活动${(i * step) % 13}次，提出意见建议${i * step}条。`))
    expectConserved(of('开展', 3), renamed(of('组织', 5)))
  })
  it('one paragraph of 100,000 characters', () => {
    const text = (seed: number): string => plainParagraphs(longReport(100_000, seed)).filter(({ role }) => role === 'paragraph').map((p) => p.text).join('')
    expectConserved(makeReport([text(1)]), makeReport([text(2)]))
    expectConserved(makeReport([text(1)]), makeReport([text(1).replace(/\d+/gu, (n) => `${n}1`)]))
  })
})
