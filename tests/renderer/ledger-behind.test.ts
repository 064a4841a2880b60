// @vitest-environment happy-dom
import { history, undoDepth } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import type { LedgerValue } from '#core/ledger/ledger.ts'
import { indicatorOf, valueIn, type Ledger } from '#core/ledger/ledger.ts'
import type { FigureNode, Inline } from '#core/model/inline.ts'
import { inlineText } from '#core/model/inline.ts'
import type { Report } from '#core/model/report.ts'
import { allParagraphs, mapParagraphs } from '#core/model/tree.ts'
import { docToReport, reportToDoc } from '../../src/renderer/editor/convert.ts'
import { UniqueIds } from '../../src/renderer/editor/ids.ts'
import { changeLedger, chooseText, linkFigures, setLinkedState, takeOverLedger } from '../../src/renderer/editor/ledger-actions.ts'
import { ledgerPlugin, linkedPlaces, settleNow, typeIntoFigure } from '../../src/renderer/editor/ledger-link.ts'
import { ledgerOf } from '../../src/renderer/editor/ledger-step.ts'
import { verifiedPlugin } from '../../src/renderer/editor/verified.ts'
import { indicator, value } from '../core/ledger/filled.ts'
import { makeReport } from '../core/make-report.ts'

/** Texts that the ledger has left behind: another window, a returned sheet, a report that was closed meanwhile. */

const NOW = new Date('2021-01-10T08:00:00Z')
const YEAR = 2021
const figure = (text: string, rest: Partial<FigureNode> = {}): FigureNode => ({ type: 'figure', id: 'f1', text, indicator: '立案', unit: '件', kind: 'quantity', state: 'filled', entry: { indicator: 'x', year: YEAR }, ...rest })
const ledgerWith = (entry: LedgerValue, unit = '件'): Ledger => ({ id: 'l', body: '甲县政协', collections: [], indicators: [indicator('x', '提案立案数', unit, '', [entry])] })
const text = (t: string): Inline => ({ type: 'text', text: t })
function start(content: readonly Inline[], ledger: Ledger): { state: EditorState; report: Report } {
  const report = mapParagraphs(makeReport(['空'], { year: YEAR }), (p) => ({ ...p, content: [...content] }))
  const plugins = [history(), ...((UniqueIds.config.addProseMirrorPlugins as unknown as () => EditorState['plugins'])()), verifiedPlugin(), ledgerPlugin(() => NOW)]
  return { report, state: EditorState.create({ doc: reportToDoc(report, undefined, false, ledger), plugins }) }
}
const entry = (state: EditorState): LedgerValue | undefined => {
  const held = ledgerOf(state.doc)
  return valueIn((held && indicatorOf(held, 'x')) ?? { values: [] }, YEAR)
}
const set = (state: EditorState, after: LedgerValue): EditorState => {
  const tr = changeLedger(state, [{ at: 'value', indicator: 'x', year: YEAR, before: entry(state) ?? null, after }])
  return tr ? state.apply(tr) : state
}
const nodes = (state: EditorState): Inline[] => allParagraphs(docToReport(state.doc, makeReport(['空']))).flatMap(({ content }) => content)
const written = (state: EditorState): string => nodes(state).map(inlineText).join('')
const states = (state: EditorState): string[] => nodes(state).flatMap((n) => (n.type === 'figure' ? [n.state] : []))

describe('a text that the ledger has left behind', () => {
  const behind = (): EditorState => start([text('立案'), figure('138件'), text('。')], ledgerWith(value(YEAR, '140件', 140, { state: 'verified' }))).state
  it('is not verified, and does not write itself over the ledger', () => expect(setLinkedState(behind(), 'f1', 'verified', NOW)).toBeUndefined())
  it('is doubted alone: the ledger keeps what it has', () => {
    const state = behind()
    const tr = setLinkedState(state, 'f1', 'doubtful', NOW)
    const next = tr ? state.apply(tr) : state
    expect([states(next), entry(next)?.value, entry(next)?.state]).toEqual([['doubtful'], 140, 'verified'])
  })
  it('but what a person has just typed is taken, and verified', () => {
    let state = start([text('立案'), figure('138件'), text('。')], ledgerWith(value(YEAR, '138件', 138))).state
    const place = linkedPlaces(state.doc).get('f1')
    if (!place) throw new Error('not linked')
    state = state.apply(state.tr.replaceWith(place.from + 2, place.from + 3, state.schema.text('9', state.doc.nodeAt(place.from)?.marks)))
    const tr = setLinkedState(state, 'f1', 'verified', NOW)
    state = tr ? state.apply(tr) : state
    expect([written(state), states(state), entry(state)?.value, entry(state)?.state]).toEqual(['立案139件。', ['verified'], 139, 'verified'])
  })
  it('a choice that was offered before the ledger changed is not called verified', () => {
    const state = behind()
    const tr = chooseText(state, 'f1', '139件')
    expect(tr && states(state.apply(tr))).toEqual(['doubtful'])
  })
  it('is no longer verified when its ledger is loaded, and that is no step to undo', () => {
    for (const [n, expected] of [[138, 'verified'], [140, 'doubtful']] as const) {
      const ledger = ledgerWith(value(YEAR, `${n}件`, n, { state: 'verified' }))
      const { report, state } = start([text('立案'), figure('138件', { state: 'verified' }), text('。')], ledger)
      const closed = EditorState.create({ doc: reportToDoc(report), plugins: state.plugins })
      const tr = takeOverLedger(closed, ledger)
      const open = tr ? closed.apply(tr) : closed
      expect([written(open), states(open), undoDepth(open)]).toEqual(['立案138件。', [expected], 0])
    }
  })
  it('is no longer verified when it is linked with another value', () => {
    const { entry: _, ...free } = figure('138件', { state: 'verified' })
    const { state, report } = start([text('立案'), free, text('。')], ledgerWith(value(YEAR, '140件', 140)))
    const done = linkFigures(state, [{ paragraphId: allParagraphs(report)[0]?.id ?? '', start: 2, end: 6, text: '138件', indicator: 'x', fell: false }], YEAR)
    expect(done?.linked).toBe(1)
    const next = done ? state.apply(done.transaction) : state
    expect([written(next), states(next)]).toEqual(['立案138件。', ['doubtful']])
  })
})

describe('a figure that says its value to the last digit', () => {
  it('goes on doing so, also where a round number stood in between', () => {
    let { state } = start([text('引进'), figure('4.4亿元', { unit: '元', kind: 'money' }), text('。')], ledgerWith(value(YEAR, '4.4亿元', 4.4e8), '元'))
    state = set(state, value(YEAR, '5亿元', 5e8))
    expect(written(state)).toBe('引进5亿元。')
    state = set(state, value(YEAR, '5.25亿元', 5.25e8, { state: 'verified' }))
    expect([written(state), states(state)]).toEqual(['引进5.25亿元。', ['verified']])
  })
  it('one that rounded goes on rounding', () => {
    let { state } = start([text('引进'), figure('4.4亿元', { unit: '元', kind: 'money' }), text('。')], ledgerWith(value(YEAR, '4.38亿元', 4.38e8), '元'))
    state = set(state, value(YEAR, '4.42亿元', 4.42e8))
    expect(written(state)).toBe('引进4.4亿元。')
  })
})

describe('digits typed before a figure', () => {
  it('are part of it, as they are read', () => {
    let { state } = start([text('立案'), figure('138件'), text('。')], ledgerWith(value(YEAR, '138件', 138, { state: 'verified' })))
    const from = linkedPlaces(state.doc).get('f1')?.from ?? 0
    const tr = typeIntoFigure(state, from, from, '1')
    state = tr ? state.apply(settleNow(tr)) : state
    expect([written(state), entry(state)?.value, entry(state)?.state, states(state)]).toEqual(['立案1138件。', 1138, 'filled', ['filled']])
  })
  it('words are not', () => {
    const { state } = start([text('立案'), figure('138件'), text('。')], ledgerWith(value(YEAR, '138件', 138)))
    const from = linkedPlaces(state.doc).get('f1')?.from ?? 0
    for (const word of ['了', '近', '：', '2021年']) expect(typeIntoFigure(state, from, from, word)).toBeUndefined()
  })
})

describe('a figure copied within its paragraph', () => {
  it('is a place of its own, and both follow the ledger', () => {
    let { state } = start([text('立案'), figure('138件'), text('，共。')], ledgerWith(value(YEAR, '138件', 138)))
    const place = linkedPlaces(state.doc).get('f1')
    if (!place) throw new Error('not linked')
    state = state.apply(state.tr.insert(place.to + 2, state.doc.slice(place.from, place.to).content))
    expect(written(state)).toBe('立案138件，共138件。')
    expect(linkedPlaces(state.doc).size).toBe(2)
    expect(written(set(state, value(YEAR, '140件', 140)))).toBe('立案140件，共140件。')
  })
  it('a digit pasted into its midst without its mark is part of it', () => {
    let { state } = start([text('立案'), figure('138件'), text('。')], ledgerWith(value(YEAR, '138件', 138)))
    const from = linkedPlaces(state.doc).get('f1')?.from ?? 0
    state = state.apply(settleNow(state.tr.insert(from + 1, state.schema.text('2'))))
    expect(written(state)).toBe('立案1238件。')
    expect(entry(state)?.value).toBe(1238)
  })
  it.each(['甲', '，', '多'])('%s put into its midst is lost nowhere, and the ledger keeps what it has', (word) => {
    let { state } = start([text('立案'), figure('138件', { state: 'verified' }), text('。')], ledgerWith(value(YEAR, '138件', 138, { state: 'verified' })))
    const from = linkedPlaces(state.doc).get('f1')?.from ?? 0
    state = state.apply(settleNow(state.tr.insert(from + 1, state.schema.text(word))))
    expect([written(state), entry(state)?.value, states(state)]).toEqual([`立案1${word}38件。`, 138, ['doubtful']])
  })
  it('one of which a part is bold stays one', () => {
    const { state } = start([text('立案'), figure('138', { marks: ['bold'] }), figure('件'), text('。')], ledgerWith(value(YEAR, '138件', 138)))
    expect(written(set(state.apply(state.tr.insertText('了', 3)), value(YEAR, '140件', 140)))).toContain('140件')
  })
})
