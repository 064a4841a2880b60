// @vitest-environment happy-dom
import { history, undo } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { openSlots } from '#core/edit/slots.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { docToReport, reportToDoc } from '../../src/renderer/editor/convert.ts'
import { giveVerdicts } from '../../src/renderer/editor/verdict.ts'
import { verifiedPlugin } from '../../src/renderer/editor/verified.ts'
import { stopsOf } from '../../src/renderer/features/verify/stops.ts'
import { withFilled } from '../core/with-filled.ts'
import { seedReport } from '../gold/gold.ts'

const draft = rollForward(seedReport('001_39406531928dc60d'), { id: 'd', year: 2021 })
const id = openSlots(draft)[0]?.slot.id ?? ''
const report = withFilled(draft, id, '50条')
const figureOf = (state: EditorState) => {
  const node = allParagraphs(docToReport(state.doc, report)).flatMap((p) => p.content).find((n) => n.type === 'figure')
  return node?.type === 'figure' ? [node.text, node.state] : undefined
}
const start = (): { state: EditorState; at: number } => {
  const filled = EditorState.create({ doc: reportToDoc(report), plugins: [history(), verifiedPlugin()] })
  const stop = stopsOf(report).find((s) => s.id === id)
  if (!stop) throw new Error('no figure')
  const { place, text, indicator, unit, kind } = stop
  const given = giveVerdicts(filled, [{ place, expected: text, as: { indicator, unit, kind }, state: 'verified' }], new Date('2025-01-10T08:00:00.000Z'))
  if (!given.ok) throw new Error(given.why)
  // what happened before is not undone here
  const state = EditorState.create({ doc: filled.apply(given.transaction).doc, plugins: filled.plugins })
  let at = -1
  state.doc.descendants((node, pos) => {
    if (node.text === '50条' && at < 0) at = pos
  })
  return { state, at }
}

it('a verified figure whose text changes is unverified, and verified again when that is undone', () => {
  const { state, at } = start()
  expect(figureOf(state)).toEqual(['50条', 'verified'])
  let changed = state.apply(state.tr.insertText('8', at + 1, at + 2))
  expect(figureOf(changed)).toEqual(['58条', 'filled'])
  undo(changed, (tr) => (changed = changed.apply(tr)))
  expect(figureOf(changed)).toEqual(['50条', 'verified'])
})

it('a change elsewhere leaves it verified', () => {
  const { state, at } = start()
  expect(figureOf(state.apply(state.tr.insertText('了', at, at)))?.[1]).toBe('verified')
  expect(figureOf(state.apply(state.tr.insertText('，', at - 3, at - 3)))).toEqual(['50条', 'verified'])
})

it('while an input method composes it is left alone, and made good at the end', () => {
  const { state, at } = start()
  const composing = state.apply(state.tr.insertText('6', at + 1, at + 2).setMeta('composition', 1))
  expect(figureOf(composing)).toEqual(['56条', 'verified'])
  const ended = composing.apply(composing.tr.insertText('。', composing.doc.content.size - 1))
  expect(figureOf(ended)).toEqual(['56条', 'filled'])
})
