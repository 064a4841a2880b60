import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textNode, type Inline } from '#core/model/inline.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { fingerprintsOf } from '#core/print/fingerprint.ts'
import { applyReturned } from '#core/returned/apply.ts'
import { returnedChanges } from '#core/returned/changes.ts'
import type { ReturnedCopy } from '#core/returned/copy.ts'
import { makeReport } from '../make-report.ts'

const texts = (report: Report): string[] => plainParagraphs(report).map(({ text }) => text).filter((text) => text !== '')
/** a copy of `exported` that was changed to `report`, nothing of it tracked */
const copyOf = (report: Report, exported?: Report, more: Partial<ReturnedCopy> = {}): ReturnedCopy => {
  const fingerprints = exported ? fingerprintsOf(plainParagraphs(exported).map(({ id, text }) => ({ source: id, text }))) : ''
  return { report, pieces: new Map(), deleted: new Map(), comments: [], fingerprints, base: new Map(), ...more }
}
const withContent = (content: Inline[]): Report => {
  const report = makeReport([''])
  const [section] = report.sections
  return { ...report, sections: section ? [{ ...section, paragraphs: [{ id: 'p1', content }] }] : [] }
}
const contentOf = (report: Report): Inline[] => allParagraphs(report)[0]?.content ?? []
const taken = (draft: Report, copy: ReturnedCopy): Report => applyReturned(draft, returnedChanges(draft, copy))

describe('single changes', () => {
  it('are found by word, with their place in the draft', () => {
    const draft = makeReport(['全年立案提案86件，办结率98%。'])
    const changes = returnedChanges(draft, copyOf(makeReport(['全年立案提案91件，办结率达98%。']), draft))
    expect(changes.map(({ kind, start, end, before, after, conflict }) => ({ kind, start, end, before, after, conflict }))).toEqual([
      { kind: 'replace', start: 6, end: 9, before: '86件', after: '91件', conflict: false },
      { kind: 'insert', start: 13, end: 13, before: '', after: '达', conflict: false },
    ])
  })
  it('can be taken one without the other, also where several paragraphs come at one place', () => {
    const draft = makeReport(['第一段说学习的事情。', '第二段说提案的事情。'])
    const back = makeReport(['第一段说学习的事情。', '新来的甲，讲视察调研。', '新来的乙，讲民主监督。', '第二段说提案的事情。'])
    const renamed = { ...back, sections: back.sections.map((s) => ({ ...s, paragraphs: s.paragraphs.map((p, i) => ({ ...p, id: ['p1', 'n1', 'n2', 'p2'][i] ?? '' })) })) }
    const changes = returnedChanges(draft, copyOf(renamed, draft))
    expect(changes.map(({ kind }) => kind)).toEqual(['insert-paragraph', 'insert-paragraph'])
    expect(texts(applyReturned(draft, changes.slice(1))).slice(2)).toEqual(['第一段说学习的事情。', '新来的乙，讲民主监督。', '第二段说提案的事情。'])
    expect(texts(applyReturned(draft, changes))).toEqual(texts(renamed))
  })
})

describe('what was exported', () => {
  const exported = makeReport(['全年立案提案86件，办结率98%。', '视察调研12次。'])
  it('leaves alone what only the draft changed since', () => {
    const draft = makeReport(['全年立案提案86件，办结率99%。', '视察调研12次。', '又写了一段新的内容。'])
    expect(returnedChanges(draft, copyOf(exported, exported))).toEqual([])
  })
  it('says where both changed one place: nothing is taken there without a look', () => {
    const draft = makeReport(['全年立案提案88件，办结率98%。', '视察调研12次。'])
    const back = makeReport(['全年立案提案91件，办结率98%。', '视察调研12次。'])
    expect(returnedChanges(draft, copyOf(back, exported)).map(({ before, after, conflict }) => [before, after, conflict])).toEqual([['88件', '91件', true]])
  })
  it('brings changes of both sides together where pending changes tell the text between', () => {
    const draft = makeReport(['全年立案提案86件，办结率99.5%。', '视察调研12次。'])
    const back = makeReport(['全年立案提案91件，办结率98%。', '视察调研12次。'])
    const made = { author: '李主任', at: '2025-01-08T01:00:00.000Z' }
    const pieces = new Map([['p1', [{ kind: 'same' as const, text: '全年立案提案' }, { kind: 'deleted' as const, text: '86件', made }, { kind: 'inserted' as const, text: '91件', made }, { kind: 'same' as const, text: '，办结率98%。' }]]])
    const changes = returnedChanges(draft, copyOf(back, exported, { pieces }))
    expect(changes.map(({ before, after, author, conflict }) => [before, after, author, conflict])).toEqual([['86件', '91件', '李主任', false]])
    expect(texts(applyReturned(draft, changes))[2]).toBe('全年立案提案91件，办结率99.5%。')
  })
  it('without it, what nothing explains is in conflict', () => {
    expect(returnedChanges(makeReport(['全年立案提案88件。']), copyOf(makeReport(['全年立案提案91件。']))).map(({ conflict }) => conflict)).toEqual([true])
  })
})

describe('figures and slots', () => {
  const held = { id: 'f1', indicator: '提案立案数', unit: '件', kind: 'quantity' as const }
  it('a slot that the reviewer filled is filled', () => {
    const draft = withContent([textNode('全年立案提案'), { type: 'slot', ...held }, textNode('，办结率98%。')])
    expect(contentOf(taken(draft, copyOf(withContent([textNode('全年立案提案86件，办结率98%。')]), draft)))).toEqual([textNode('全年立案提案'), { type: 'figure', ...held, text: '86件', state: 'filled' }, textNode('，办结率98%。')])
  })
  it('also where words beside it were changed', () => {
    const draft = withContent([textNode('全年立案提案'), { type: 'slot', ...held }, textNode('，办结率98%。')])
    const result = taken(draft, copyOf(withContent([textNode('全年共立案委员提案近86件，全部办结。')]), draft))
    expect(contentOf(result).find(({ type }) => type === 'figure')).toMatchObject({ id: 'f1', state: 'filled', text: '近86件' })
    expect(texts(result).at(-1)).toBe('全年共立案委员提案近86件，全部办结。')
  })
  it('a verified figure lapses when its text changes, and keeps its id and marks', () => {
    const verification = { at: '2025-01-01T00:00:00.000Z', by: '甲' }
    const draft = withContent([textNode('全年立案提案'), { type: 'figure', ...held, text: '86件', state: 'verified', verification, marks: ['bold'] }, textNode('，办结率98%。')])
    const result = taken(draft, copyOf(withContent([textNode('全年立案提案91件，办结率98%。')]), draft))
    expect(contentOf(result)[1]).toEqual({ type: 'figure', ...held, text: '91件', state: 'filled', verification: { ...verification, lapsed: '86件' }, marks: ['bold'] })
  })
  it('other words leave it verified', () => {
    const figure: Inline = { type: 'figure', ...held, text: '86件', state: 'verified', verification: { at: '2025-01-01T00:00:00.000Z' } }
    const draft = withContent([textNode('全年立案提案', ['lead']), figure, textNode('，办结率98%。')])
    const result = taken(draft, copyOf(withContent([textNode('今年立案委员提案86件，办结率达98%。')]), draft))
    expect(contentOf(result)).toEqual([textNode('今年立案委员提案', ['lead']), figure, textNode('，办结率达98%。')])
  })
})

const word = fc.constantFrom('提案', '视察', '86件', '办结率98%', '，', '。', '的', '了', '民主监督', '协商议政', '【待填】件', 'GDP', ' ', '😀')
const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(''))
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 7 })
/** any other text of some of the same paragraphs, in any order */
const pair = fc.tuple(paragraphs, fc.array(fc.tuple(fc.nat(), fc.option(sentence, { nil: undefined }), fc.nat()), { maxLength: 8 })).map(([before, steps]) => {
  const draft = makeReport(before)
  const after = (draft.sections[0]?.paragraphs ?? []).map((p) => ({ ...p }))
  let count = 0
  for (const [at, text, to] of steps) {
    const i = at % Math.max(1, after.length)
    if (text === undefined) after.splice(to % Math.max(1, after.length), 0, ...after.splice(i, 1))
    else if (to % 3 === 0) after.splice(i, 0, { id: `n${++count}`, content: [textNode(text)] })
    else if (to % 3 === 1) after.splice(i, 1)
    else if (after[i]) {
      const old = plainParagraphs(draft).find(({ id }) => id === after[i]?.id)?.text ?? ''
      after[i] = { id: after[i].id, content: [textNode(old.slice(0, to % (old.length + 1)) + text + old.slice((to % (old.length + 1)) + (at % 5)))] }
    }
  }
  return { draft, back: { ...draft, sections: draft.sections.map((s) => ({ ...s, paragraphs: after })) } }
})

it('all changes taken give the returned text', () => {
  fc.assert(fc.property(pair, fc.boolean(), ({ draft, back }, known) => {
    expect(texts(taken(draft, copyOf(back, known ? draft : undefined)))).toEqual(texts(back))
  }), { numRuns: 500 })
})

it('no change touches what it does not name: taken one by one, in any order of taking, nothing else is lost', () => {
  fc.assert(fc.property(pair, fc.nat(), ({ draft, back }, n) => {
    const changes = returnedChanges(draft, copyOf(back, draft))
    const change = changes[n % Math.max(1, changes.length)]
    if (!change) return
    const named = new Set([change.paragraphId])
    const others = (report: Report): string[] => plainParagraphs(report).filter(({ id }) => !named.has(id)).map(({ id, text }) => `${id} ${text}`)
    expect(others(applyReturned(draft, [change]))).toEqual(others(draft))
  }), { numRuns: 300 })
})
