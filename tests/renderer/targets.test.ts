// @vitest-environment happy-dom
import { Editor } from '@tiptap/react'
import { afterEach, expect, it } from 'vitest'
import type { SlotNode } from '#core/model/inline.ts'
import { textNode } from '#core/model/inline.ts'
import type { Report } from '#core/model/report.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { docToReport, readFigure, reportToDoc } from '../../src/renderer/editor/convert.ts'
import { UniqueIds } from '../../src/renderer/editor/ids.ts'
import { LedgerLinks } from '../../src/renderer/editor/ledger-link.ts'
import { reportExtensions } from '../../src/renderer/editor/schema.ts'
import { fill, reopen, setState, slotTarget, type Target } from '../../src/renderer/editor/targets.ts'
import { VerifiedFigures } from '../../src/renderer/editor/verified.ts'
import { makeReport } from '../core/make-report.ts'

/** What the popover does with a slot and with the figure that it becomes, in an editor as the window has it. */

const SLOT: SlotNode = { type: 'slot', id: 'filed', indicator: '提案立案数', unit: '件', kind: 'quantity', example: '138件' }
const REPORT: Report = makeReport([], {
  year: 2024,
  sections: [{ id: 's1', level: 1, number: '一、', heading: '工作回顾', paragraphs: [{ id: 'p1', content: [textNode('全年立案'), SLOT, textNode('，办结82件。')] }], sections: [] }],
})
const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

function start(): Editor {
  const editor = new Editor({ element: document.createElement('div'), extensions: [...reportExtensions, UniqueIds, VerifiedFigures, LedgerLinks], content: '' })
  editors.push(editor)
  editor.view.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, reportToDoc(REPORT, editor.schema).content))
  return editor
}
const contentIn = (editor: Editor) => allParagraphs(docToReport(editor.state.doc, REPORT)).flatMap((p) => p.content)

function slotIn(editor: Editor): Target {
  const target = slotTarget(editor.view, SLOT.id)
  if (!target) throw new Error('no slot')
  return target
}
/** The figure as the popover gets it. */
function figureIn(editor: Editor): Target {
  let found: Target | undefined
  editor.state.doc.descendants((node, from) => {
    const mark = node.marks.find((m) => m.type.name === 'figure')
    const read = mark && readFigure(mark.attrs, node.text ?? '')
    if (read) found = { node: read, from, to: from + node.nodeSize, rect: new DOMRect(), typed: '' }
  })
  if (!found) throw new Error('no figure')
  return found
}

it('a slot is filled, verified and opened again, and is then what it was', () => {
  const editor = start()
  const before = contentIn(editor)
  expect(before).toEqual(REPORT.sections[0]?.paragraphs[0]?.content)
  fill(editor, slotIn(editor), '143件')
  const { type: _, ...held } = SLOT
  expect(contentIn(editor)).toEqual([textNode('全年立案'), { ...held, type: 'figure', text: '143件', state: 'filled' }, textNode('，办结82件。')])
  expect(setState(editor, figureIn(editor), 'verified')).toBeUndefined()
  expect(figureIn(editor).node).toMatchObject({ ...held, type: 'figure', text: '143件', state: 'verified' })
  reopen(editor, figureIn(editor))
  expect(contentIn(editor)).toEqual(before)
})

it('a figure that was taken for another since is not verified', () => {
  const editor = start()
  fill(editor, slotIn(editor), '143件')
  const seen = figureIn(editor)
  editor.view.dispatch(editor.state.tr.insertText('8', seen.from + 1, seen.from + 2))
  expect(setState(editor, seen, 'verified')).not.toBeUndefined()
  expect(figureIn(editor).node).toMatchObject({ text: '183件', state: 'filled' })
})
