// @vitest-environment happy-dom
import { history, redo, undo, undoDepth } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator, Ledger, LedgerValue } from '#core/ledger/ledger.ts'
import { indicatorOf, valueIn } from '#core/ledger/ledger.ts'
import { verificationAfter } from '#core/edit/verification.ts'
import type { FigureNode, Verification } from '#core/model/inline.ts'
import { plainText } from '#core/model/plain-text.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { docToReport, reportToDoc } from '../../src/renderer/editor/convert.ts'
import { decide, withWord } from '../../src/renderer/editor/decide.ts'
import { UniqueIds } from '../../src/renderer/editor/ids.ts'
import { changeLedger, linkFigures } from '../../src/renderer/editor/ledger-actions.ts'
import { ledgerPlugin } from '../../src/renderer/editor/ledger-link.ts'
import { ledgerOf } from '../../src/renderer/editor/ledger-step.ts'
import { rangeToPositions } from '../../src/renderer/editor/positions.ts'
import { callNoFigure, giveVerdicts, rewriteFigure, type Outcome } from '../../src/renderer/editor/verdict.ts'
import { verifiedPlugin } from '../../src/renderer/editor/verified.ts'
import { lapsedFrom, stopsOf, type Stop } from '../../src/renderer/features/verify/stops.ts'
import { makeReport } from '../core/make-report.ts'

const NOW = new Date('2025-01-10T08:00:00.000Z')
const WORD: Verification = { at: NOW.toISOString(), by: '张三', source: '提案委台账第3页' }
const YEAR = 2024
const value = (text: string, v: number): LedgerValue => ({ year: YEAR, text, value: v, approx: 'exact', state: 'filled', source: { kind: 'sheet', name: '提案委.xlsx' }, at: '2025-01-02T00:00:00.000Z' })
const indicator = (id: string, name: string, unit: string, values: LedgerValue[], more: Partial<Indicator> = {}): Indicator => ({ id, name, unit, kind: unit === '%' ? 'percent' : 'quantity', department: '', values, ...more })
const LEDGER: Ledger = {
  id: 'l', body: '甲县政协', collections: [],
  indicators: [indicator('filed', '提案立案数', '件', [value('138件', 138)]), indicator('meetings', '会议', '场', [value('24场', 24)])],
}
const TEXT = ['全年立案138件，办结82件，收集意见近300条。', '立案138件中，召开会议23场，投入4.4亿元。', '走访企业31家。']
const REPORT = makeReport(TEXT, { year: YEAR, body: '甲县政协' })
const PLUGINS = [history(), verifiedPlugin(), ledgerPlugin(() => NOW), ...(UniqueIds.config.addProseMirrorPlugins as unknown as () => EditorState['plugins'])()]

/** 138件 twice and 会议 are linked; the meetings say 23 where the ledger has 24. */
function start(linked = true): EditorState {
  const state = EditorState.create({ doc: reportToDoc(REPORT, undefined, false, linked ? LEDGER : null), plugins: PLUGINS })
  if (!linked) return state
  const links = stopsOf(REPORT).flatMap(({ text, place }) => {
    const id = text === '138件' ? 'filed' : text === '23场' ? 'meetings' : undefined
    return id === undefined ? [] : [{ paragraphId: place.blockId, start: place.start, end: place.end, text, indicator: id, fell: false }]
  })
  const done = linkFigures(state, links, YEAR)
  return EditorState.create({ doc: done ? state.apply(done.transaction).doc : state.doc, plugins: PLUGINS })
}
const reportOf = (state: EditorState) => docToReport(state.doc, REPORT)
const stopsIn = (state: EditorState): Stop[] => stopsOf(reportOf(state))
const textOf = (state: EditorState): string => allParagraphs(reportOf(state)).map((p) => plainText(p.content)).join('\n')
const find = (state: EditorState, text: string, nth = 0): Stop => {
  const stop = stopsIn(state).filter((s) => s.text === text)[nth]
  if (!stop) throw new Error(`no ${text}`)
  return stop
}
const seen = ({ place, text, indicator: name, unit, kind }: Stop) => ({ place, expected: text, as: { indicator: name, unit, kind } })
const done = (state: EditorState, outcome: Outcome): EditorState => {
  if (!outcome.ok) throw new Error(outcome.why)
  return state.apply(outcome.transaction)
}
const verify = (state: EditorState, stop: Stop, word = WORD): EditorState => done(state, giveVerdicts(state, [{ ...seen(stop), state: 'verified', word }], NOW))
const back = (state: EditorState): EditorState => {
  let next = state
  undo(state, (tr) => (next = state.apply(tr)))
  return next
}
const node = (stop: Stop): FigureNode | undefined => (stop.node?.type === 'figure' ? stop.node : undefined)
const filedIn = (state: EditorState) => valueIn(indicatorOf(ledgerOf(state.doc) ?? LEDGER, 'filed') ?? { values: [] }, YEAR)

describe('a verdict', () => {
  it('makes a followed figure of a plain numeral, as recognition has it, in one step to undo, and changes no text', () => {
    const first = start(false)
    const plain = find(first, '近300条')
    const state = verify(first, plain)
    expect(textOf(state)).toBe(TEXT.join('\n'))
    expect(node(find(state, '近300条'))).toMatchObject({ state: 'verified', indicator: plain.indicator, unit: '条', kind: 'quantity', verification: WORD })
    expect(undoDepth(state)).toBe(1)
    expect(back(state).doc.toJSON()).toEqual(first.doc.toJSON())
  })
  it('on one figure says nothing of its neighbours', () => {
    const state = verify(start(false), find(start(false), '82件'))
    expect(stopsIn(state).map(({ text, status }) => [text, status])).toEqual([['138件', 'left'], ['82件', 'verified'], ['近300条', 'left'], ['138件', 'left'], ['23场', 'left'], ['4.4亿元', 'left'], ['31家', 'left']])
  })
  it('two in a row are two steps to undo', () => {
    let state = start(false)
    state = verify(state, find(state, '138件'))
    state = verify(state, find(state, '82件'))
    state = back(state)
    expect(stopsIn(state).map(({ status }) => status).slice(0, 2)).toEqual(['verified', 'left'])
  })
  it('on a linked figure is one on its entry, and on every other place of it, with the same word', () => {
    const first = start()
    const state = verify(first, find(first, '138件', 1))
    expect([0, 1].map((n) => node(find(state, '138件', n)))).toMatchObject([{ state: 'verified', verification: WORD }, { state: 'verified', verification: WORD }])
    expect(filedIn(state)?.state).toBe('verified')
    expect(back(state).doc.toJSON()).toEqual(first.doc.toJSON())
    expect(ledgerOf(back(state).doc)).toEqual(ledgerOf(first.doc))
  })
  it('is refused where the text does not say what the ledger says, and then nothing of several is done', () => {
    const state = start()
    const several = [find(state, '31家'), find(state, '23场')]
    const outcome = giveVerdicts(state, several.map((s) => ({ ...seen(s), state: 'verified' as const, word: WORD })), NOW)
    expect(outcome).toEqual({ ok: false, why: '正文为 23场，台账为 24场。正文与台账一致后才能标为已核。' })
    const doubted = done(state, giveVerdicts(state, [{ ...seen(find(state, '23场')), state: 'doubtful', word: { ...WORD, note: '应为24场' } }], NOW))
    expect(node(find(doubted, '23场'))).toMatchObject({ state: 'doubtful', verification: { note: '应为24场' } })
  })
  it('on a paragraph is one step, linked and plain figures together', () => {
    const first = start()
    const own = stopsIn(first).filter(({ place }) => place.blockId === 'p1')
    const state = done(first, giveVerdicts(first, own.map((s) => ({ ...seen(s), state: 'verified' as const, word: WORD })), NOW))
    expect(stopsIn(state).slice(0, 4).map(({ status }) => status)).toEqual(['verified', 'verified', 'verified', 'verified'])
    expect(undoDepth(state)).toBe(1)
    expect(back(state).doc.toJSON()).toEqual(first.doc.toJSON())
  })
  it('is refused where the words have changed meanwhile, and in headings', () => {
    const state = start(false)
    expect(giveVerdicts(state, [{ ...seen(find(state, '82件')), expected: '28件', state: 'verified', word: WORD }], NOW)).toEqual({ ok: false, why: '这里的正文刚刚变过，请看一下再定。' })
    const titled = EditorState.create({ doc: reportToDoc({ ...REPORT, title: '办理提案168件' }), plugins: PLUGINS })
    expect(giveVerdicts(titled, [{ place: { blockId: 'title', start: 4, end: 8 }, as: { indicator: '', unit: '件', kind: 'quantity' }, state: 'verified', word: WORD }], NOW)).toMatchObject({ ok: false })
  })
  it('is taken back without a trace', () => {
    const first = start(false)
    const state = verify(first, find(first, '82件'))
    const taken = done(state, giveVerdicts(state, [{ ...seen(find(state, '82件')), state: 'stated' }], NOW))
    expect(node(find(taken, '82件'))).toMatchObject({ state: 'stated' })
    expect(node(find(taken, '82件'))?.verification).toBeUndefined()
    const linked = verify(start(), find(start(), '138件'))
    const free = done(linked, giveVerdicts(linked, [{ ...seen(find(linked, '138件')), state: 'filled' }], NOW))
    expect(node(find(free, '138件'))?.verification).toBeUndefined()
    expect(filedIn(free)?.state).toBe('filled')
  })
})

describe('a figure that is changed after it was verified', () => {
  it('is unverified, knows as what it was verified, and is as before when that is undone', () => {
    const first = verify(start(false), find(start(false), '82件'))
    const state = done(first, rewriteFigure(first, seen(find(first, '82件')), '83件'))
    expect(textOf(state)).toContain('办结83件，')
    expect(lapsedFrom(find(state, '83件'))).toBe('82件')
    expect(node(find(state, '83件'))).toMatchObject({ state: 'filled', verification: { by: '张三', lapsed: '82件' } })
    const again = verify(state, find(state, '83件'), { at: NOW.toISOString() })
    expect(node(find(again, '83件'))).toMatchObject({ state: 'verified', verification: { at: NOW.toISOString() } })
    expect(node(find(again, '83件'))?.verification).not.toHaveProperty('lapsed')
    expect(back(state).doc.toJSON()).toEqual(first.doc.toJSON())
  })
  it('by the ledger, which another then verifies, has the word of the ledger and not the old one', () => {
    const first = verify(start(), find(start(), '138件'))
    const before = filedIn(first) ?? null
    const changed = changeLedger(first, [{ at: 'value', indicator: 'filed', year: YEAR, before, after: { ...value('140件', 140), state: 'verified', at: '2025-02-01T00:00:00.000Z' } }])
    if (!changed) throw new Error('no change')
    const state = first.apply(changed)
    expect(node(find(state, '140件'))).toMatchObject({ state: 'verified', verification: { at: '2025-02-01T00:00:00.000Z', source: '采集表“提案委.xlsx”' } })
    expect(node(find(state, '140件'))?.verification?.by).toBeUndefined()
  })
  it('is rewritten into its entry, as when it is typed in the text', () => {
    const first = start()
    const state = done(first, rewriteFigure(first, seen(find(first, '138件')), '139件'))
    expect(filedIn(state)).toMatchObject({ value: 139, state: 'filled' })
    expect(textOf(state)).toContain('\n立案139件中')
    expect(back(state).doc.toJSON()).toEqual(first.doc.toJSON())
  })
  it('takes its unit from what is written, where no entry rests on it', () => {
    const first = start(false)
    const state = done(first, rewriteFigure(first, seen(find(first, '31家')), '32户'))
    expect(node(find(state, '32户'))).toMatchObject({ unit: '户', state: 'filled' })
  })
})

describe('words of the editor elsewhere', () => {
  it('a decision that calls a figure verified has a person’s word on it; one that keeps the state keeps the word', () => {
    const first = start(false)
    const { place } = find(first, '82件')
    const range = rangeToPositions(first.doc, place.blockId, place.start, place.end)
    if (!range) throw new Error('no place')
    const say = (state: EditorState, name: string): EditorState => {
      const decision = withWord(state.doc, range.from, range.to, { is: 'figure', indicator: name, unit: '件', kind: 'quantity', state: 'verified' }, () => ({ at: NOW.toISOString(), by: name }))
      return state.apply(decide(state, range.from, range.to, decision) ?? state.tr)
    }
    const state = say(say(first, '甲'), '乙')
    expect(node(find(state, '82件'))).toMatchObject({ indicator: '乙', verification: { by: '甲' } })
  })
  it('of a lapsed verification nothing is left once it is given anew', () => {
    const lapsed = { state: 'filled' as const, text: '83件', verification: { ...WORD, lapsed: '82件' } }
    expect(verificationAfter(lapsed, { state: 'verified', text: '83件' }, { at: WORD.at })).toEqual({ at: WORD.at })
    expect(verificationAfter(lapsed, { state: 'filled', text: '84件' })).toEqual({ ...WORD, lapsed: '82件' })
    expect(verificationAfter({ state: 'verified', text: '82件', verification: WORD }, { state: 'doubtful', text: '82件' })).toEqual({ ...WORD, lapsed: '82件' })
    expect(verificationAfter({ state: 'verified', text: '82件', verification: WORD }, { state: 'verified', text: '82件' })).toEqual(WORD)
  })
})

const action = fc.oneof(
  fc.record({ do: fc.constantFrom('verified' as const, 'doubtful' as const, 'back' as const, 'none' as const), at: fc.nat(20) }),
  fc.record({ do: fc.constant('rewrite' as const), at: fc.nat(20), to: fc.nat(400) }),
  fc.record({ do: fc.constant('type' as const), at: fc.nat(60), text: fc.constantFrom('又', '，', '5', '0') }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
)

it('whatever is said, written, undone and done again: states have their words, the text is changed by writing alone, and it is stored as it is', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(action, { maxLength: 25 }), (linked, actions) => {
      let state = start(linked)
      for (const a of actions) {
        const before = textOf(state)
        const stops = stopsIn(state)
        const stop = 'at' in a ? stops[a.at % Math.max(1, stops.length)] : undefined
        if (a.do === 'undo') undo(state, (tr) => (state = state.apply(tr)))
        else if (a.do === 'redo') redo(state, (tr) => (state = state.apply(tr)))
        else if (a.do === 'type') {
          const range = rangeToPositions(state.doc, 'p1', a.at, a.at)
          if (range) state = state.apply(state.tr.insertText(a.text, range.from))
        } else if (stop) {
          const outcome = a.do === 'rewrite' ? rewriteFigure(state, seen(stop), `${a.to}件`)
            : a.do === 'none' ? callNoFigure(state, seen(stop))
              : giveVerdicts(state, [{ ...seen(stop), state: a.do === 'back' ? 'filled' : a.do, ...(a.do === 'back' ? {} : { word: WORD }) }], NOW)
          if (outcome.ok) {
            const was = state
            state = state.apply(outcome.transaction)
            if (a.do !== 'rewrite') expect(textOf(state)).toBe(before)
            if (a.do === 'verified') expect(stopsIn(state).find(({ key }) => key === stop.key)?.status).toBe('verified')
            // each is one step, and nothing is left of it when it is undone
            expect(textOf(back(state))).toBe(textOf(was))
            expect(stopsIn(back(state)).map(({ status }) => status)).toEqual(stopsIn(was).map(({ status }) => status))
          }
        }
        for (const { content } of allParagraphs(reportOf(state))) {
          for (const n of content) {
            if (n.type !== 'figure') continue
            if (n.state === 'verified') expect(n.verification).toMatchObject({ at: expect.any(String) as string })
            if (n.state === 'verified') expect(n.verification?.lapsed).toBeUndefined()
            if (n.state === 'filled' || n.state === 'stated') expect(n.verification === undefined || n.verification.lapsed !== undefined).toBe(true)
          }
        }
        expect(docToReport(reportToDoc(reportOf(state)), REPORT)).toEqual(reportOf(state))
      }
    }),
    { numRuns: 200 },
  )
})
