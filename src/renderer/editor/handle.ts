import { closeHistory, redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import { TextSelection, type EditorState } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import type { Link } from '#core/ledger/build.ts'
import type { LedgerChange } from '#core/ledger/changes.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import type { FigureState, Passage } from '#core/model/inline.ts'
import type { Checking, Commitment, Level, Remark, Report } from '#core/model/report.ts'
import { BESIDE_TEXT, docToReport, reportToDoc } from './convert.ts'
import { personsWord } from '../ui/verifier.ts'
import { decide, declareSelection, isVerdictOnEntry, withWord, type Decision } from './decide.ts'
import { changeLedger, chooseText, followMerge, linkFigures, takeOverLedger, unlinkFigures, writeFromLedger, writeFromText } from './ledger-actions.ts'
import { linkedPlaces, waits } from './ledger-link.ts'
import { LedgerStep, ledgerOf } from './ledger-step.ts'
import { showMarks, type Mark } from './highlights.ts'
import { insertPassage } from './passages.ts'
import { placeOf, rangeToPositions } from './positions.ts'
import { figureAt } from './figure-at.ts'
import { dispatch, fill, openAt, selectSlot, setState, slotTarget, toSlot, type Target } from './targets.ts'
import { callNoFigure, giveVerdicts, rewriteFigure, type FigureVerdict, type Outcome, type SeenFigure } from './verdict.ts'

/** What pages can do with an editor. */
export interface EditorHandle {
  /** the report as it stands now */
  report: () => Report
  focus: () => void
  /** closes what is open over the text, as a click elsewhere does: what was typed there is taken */
  putAway: () => void
  /** selects a place (offsets in the block's plain text) and brings it into view; an open slot is offered to be filled, and with `open` a figure to be looked at */
  goTo: (place: { blockId: string; start?: number; end?: number; keepFocus?: boolean; open?: boolean }) => void
  /** applies an operation of core/edit as one undo step */
  apply: (operation: (report: Report) => Report) => void
  /** puts texts in the places of ranges that do not overlap, all as one undo step */
  replace: (changes: readonly { place: { blockId: string; start: number; end: number }; text: string }[]) => void
  /** marks what is looked at, in place of what was marked so before */
  mark: (marks: readonly Mark[]) => void
  undo: () => void
  redo: () => void
  /** moves to the next or previous open slot and offers to fill it; false where there is none */
  toSlot: (direction: 1 | -1) => boolean
  /** notes what a numeral in a paragraph is, as one undo step; false where nothing can be said of that place */
  decide: (place: { blockId: string; start: number; end: number }, decision: Decision) => boolean
  /** notes several decisions as one undo step, or none of them where a place no longer holds what is `expected`; answers whether it was done */
  decideAll: (decisions: readonly { place: { blockId: string; start: number; end: number }; expected: string; decision: Decision }[]) => boolean
  /** the ledger that the document holds; null until it was loaded */
  ledger: () => Ledger | null
  /** gives the document the ledger of its body, which is no step to undo */
  loadLedger: (ledger: Ledger | null) => void
  /** takes in what another window changed of the ledger; linked figures follow. Not undone from here. Answers the texts of figures that were just being typed and whose entries changed: those stay, and differ */
  takeTheirs: (changes: readonly LedgerChange[]) => string[]
  /** changes the ledger, and with it the linked figures, as one undo step */
  changeLedger: (changes: readonly LedgerChange[]) => void
  /** links figures and slots with entries of the ledger, which may be changed first, as one undo step; answers how many */
  linkFigures: (links: readonly Link[], year: number, changes?: readonly LedgerChange[]) => number
  unlinkFigures: (ids: readonly string[]) => void
  /** changes of the ledger that leave one indicator of two; the text states that one */
  followMerge: (changes: readonly LedgerChange[], from: string, into: string) => void
  /** writes the ledger's values into these figures and slots, or the text's into the ledger, as one undo step */
  writeFromLedger: (ids: readonly string[]) => void
  writeFromText: (ids: readonly string[]) => void
  /** writes one of a judgement's choices into a linked figure, or accepts the text as it stands */
  chooseText: (id: string, text: string) => void
  /** fills an open slot as if a person had typed it, with the material that the words came from; false where it is gone */
  fillSlot: (id: string, text: string, material?: string) => boolean
  /** a person's verdicts on figures, all as one undo step; answers why they cannot be given, in Chinese */
  giveVerdicts: (verdicts: readonly FigureVerdict[]) => string | undefined
  /** writes another value in the place of a figure; answers why it cannot, in Chinese */
  rewriteFigure: (seen: SeenFigure, text: string) => string | undefined
  /** says of a numeral that it is no figure; answers why that cannot be said, in Chinese */
  callNoFigure: (seen: SeenFigure) => string | undefined
  /** verifies or doubts a figure by its id; answers why it cannot be, in Chinese */
  setState: (id: string, state: FigureState) => string | undefined
  /** replaces last year's promises, as one undo step */
  setCommitments: (commitments: readonly Commitment[]) => void
  /** replaces what was decided of findings, as one undo step */
  setChecking: (checking: Checking | undefined) => void
  /** replaces the remarks of reviewers, as one undo step */
  setRemarks: (remarks: readonly Remark[]) => void
  /** puts words of a material in the place of the selection, or behind a block, with their origin */
  insertPassage: (passage: Omit<Passage, 'id'>, afterBlock?: string) => void
  /** says of words that were to be looked at that they are right (or takes the mark from all of the report) */
  reviewed: (place: { blockId: string; start: number; end: number } | 'all') => void
  /** calls the selected numeral a figure; answers with the reason in Chinese where it cannot be one */
  declareFigure: () => string | undefined
  toggleMark: (name: 'bold' | 'lead') => void
  setLevel: (level: Level) => void
  /** sends the paragraphs of the selection beside the report, or back into it with `setLevel(0)` */
  setFurniture: (kind: 'noise' | 'caption') => void
}

/** Where the cursor is. */
export interface EditorPlace {
  blockId: string
  sectionId: string | undefined
  /** 0 in a paragraph, the heading's level in a heading, undefined elsewhere */
  level: Level | undefined
  /** in a line beside the report: what kind of line */
  furniture: 'noise' | 'caption' | undefined
  canUndo: boolean
  canRedo: boolean
}

export function load(editor: Editor, report: Report, furniture: boolean): void {
  const doc = reportToDoc(report, editor.schema, furniture)
  const { tr } = editor.state
  tr.replaceWith(0, editor.state.doc.content.size, doc.content).setMeta('addToHistory', false).setMeta('load', true)
  for (const name of BESIDE_TEXT) tr.setDocAttribute(name, doc.attrs[name])
  tr.setSelection(TextSelection.atStart(tr.doc))
  editor.view.dispatch(tr)
}

export function handleOf(editor: Editor, base: { current: Report }, setTarget: (t: Target | null) => void, furniture: boolean): EditorHandle {
  let marking: ReturnType<typeof setTimeout>
  const mark = (marks: readonly Mark[], patience = 4): void => {
    clearTimeout(marking)
    if (!showMarks(editor.view, marks, patience > 0)) marking = setTimeout(() => mark(marks, patience - 1), 120)
  }
  return {
    report: () => docToReport(editor.state.doc, base.current, furniture),
    focus: () => void editor.commands.focus(),
    putAway: () => void document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true })),
    goTo: ({ blockId, start = 0, end = start, keepFocus = false, open = false }) => {
      const range = rangeToPositions(editor.state.doc, blockId, start, end)
      if (!range) return
      const { tr, doc } = editor.state
      if (range.to === range.from + 1 && doc.nodeAt(range.from)?.type.name === 'slot') {
        selectSlot(editor.view, range.from, setTarget)
        return
      }
      editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(range.from), doc.resolve(range.to))))
      if (!keepFocus) editor.view.focus()
      const at = editor.view.domAtPos(range.from)
      const element = at.node instanceof Element ? at.node : at.node.parentElement
      element?.scrollIntoView({ block: 'center', behavior: 'auto' })
      if (open) openAt(editor.view, range.from, setTarget)
    },
    apply: (operation) => {
      const next = operation(docToReport(editor.state.doc, base.current, furniture))
      base.current = { ...base.current, body: next.body, year: next.year, date: next.date }
      const doc = reportToDoc(next, editor.schema, furniture)
      const start = editor.state.doc.content.findDiffStart(doc.content)
      const end = editor.state.doc.content.findDiffEnd(doc.content)
      if (start === null || !end) return
      // where the same text repeats, the ends may run past the start
      const overlap = Math.max(0, start - Math.min(end.a, end.b))
      editor.view.dispatch(editor.state.tr.replace(start, end.a + overlap, doc.slice(start, end.b + overlap)).scrollIntoView())
    },
    replace: (changes) => {
      const { tr, doc } = editor.state
      for (const { place: { blockId, start, end }, text } of changes) {
        const range = rangeToPositions(doc, blockId, start, end)
        if (range) tr.insertText(text, tr.mapping.map(range.from), tr.mapping.map(range.to, -1))
      }
      if (tr.docChanged) editor.view.dispatch(closeHistory(tr))
    },
    mark,
    undo: () => void undo(editor.state, editor.view.dispatch),
    redo: () => void redo(editor.state, editor.view.dispatch),
    toSlot: (direction) => toSlot(editor.view, direction, setTarget),
    decide: ({ blockId, start, end }, decision) => {
      const range = rangeToPositions(editor.state.doc, blockId, start, end)
      const linked = range && decision.is === 'figure' && isVerdictOnEntry(editor.state.doc, range.from, range.to, decision.state)
      // a verdict on a linked figure is one on its entry too
      if (linked && decision.is === 'figure') return carryOut(editor, giveVerdicts(editor.state, [{ place: { blockId, start, end }, as: decision, state: decision.state, word: personsWord() }], new Date())) === undefined
      const tr = range && decide(editor.state, range.from, range.to, withWord(editor.state.doc, range.from, range.to, decision, personsWord))
      if (!tr) return false
      editor.view.dispatch(closeHistory(tr))
      return true
    },
    decideAll: (decisions) => {
      const { state } = editor
      const { tr } = state
      for (const { place: { blockId, start, end }, expected, decision } of decisions) {
        const range = rangeToPositions(state.doc, blockId, start, end)
        if (!range || state.doc.textBetween(range.from, range.to) !== expected || !decide(state, range.from, range.to, decision, tr)) return false
      }
      if (tr.docChanged) editor.view.dispatch(closeHistory(tr))
      return true
    },
    ledger: () => ledgerOf(editor.state.doc),
    loadLedger: (ledger) => dispatch(editor, takeOverLedger(editor.state, ledger)),
    takeTheirs: (changes) => {
      const { state } = editor
      if (!ledgerOf(state.doc)) return []
      const cells = new Set(changes.flatMap((c) => (c.at === 'value' ? [`${c.indicator}@${c.year}`] : [])))
      const typed = [...linkedPlaces(state.doc)].flatMap(([id, { node, entry }]) => (node.type === 'figure' && waits(state, id) && cells.has(`${entry.indicator}@${entry.year}`) ? [node.text] : []))
      editor.view.dispatch(state.tr.step(new LedgerStep(changes)).setMeta('addToHistory', false))
      return typed
    },
    changeLedger: (changes) => dispatch(editor, changeLedger(editor.state, changes)),
    linkFigures: (links, year, changes = []) => {
      const done = linkFigures(editor.state, links, year, changes)
      dispatch(editor, done?.transaction)
      return done?.linked ?? 0
    },
    unlinkFigures: (ids) => dispatch(editor, unlinkFigures(editor.state, new Set(ids))),
    followMerge: (changes, from, into) => dispatch(editor, followMerge(editor.state, changes, from, into)),
    writeFromLedger: (ids) => dispatch(editor, writeFromLedger(editor.state, new Set(ids))),
    writeFromText: (ids) => dispatch(editor, writeFromText(editor.state, new Set(ids), new Date())),
    chooseText: (id, text) => dispatch(editor, chooseText(editor.state, id, text)),
    fillSlot: (id, text, material) => {
      const target = slotTarget(editor.view, id)
      if (target) fill(editor, target, text, material)
      return target !== undefined
    },
    giveVerdicts: (verdicts) => carryOut(editor, giveVerdicts(editor.state, verdicts, new Date())),
    rewriteFigure: (seen, text) => carryOut(editor, rewriteFigure(editor.state, seen, text)),
    callNoFigure: (seen) => carryOut(editor, callNoFigure(editor.state, seen)),
    setState: (id, state) => {
      const place = figureAt(editor.state.doc, id)
      if (!place) return '这个数据已不在正文中。'
      return setState(editor, { ...place, rect: new DOMRect(), typed: '' }, state)
    },
    setCommitments: (commitments) => editor.view.dispatch(closeHistory(editor.state.tr.setDocAttribute('commitments', commitments.length > 0 ? [...commitments] : null))),
    setRemarks: (remarks) => editor.view.dispatch(closeHistory(editor.state.tr.setDocAttribute('remarks', remarks.length > 0 ? remarks : null))),
    setChecking: (checking) => editor.view.dispatch(closeHistory(editor.state.tr.setDocAttribute('checking', checking ?? null))),
    insertPassage: (passage, afterBlock) => dispatch(editor, insertPassage(editor.state, passage, afterBlock)),
    reviewed: (place) => {
      const { state } = editor
      const mark = state.schema.marks['review']
      const range = place === 'all' ? { from: 0, to: state.doc.content.size } : rangeToPositions(state.doc, place.blockId, place.start, place.end)
      if (mark && range) editor.view.dispatch(closeHistory(state.tr.removeMark(range.from, range.to, mark)))
    },
    declareFigure: () => {
      const declared = declareSelection(editor.state)
      if (!declared.ok) return declared.message
      editor.view.dispatch(declared.transaction)
      return undefined
    },
    toggleMark: (name) => void editor.chain().focus().toggleMark(name).run(),
    setLevel: (level) => {
      if (level === 0) editor.chain().focus().setNode('paragraph').run()
      else editor.chain().focus().setNode('heading', { level }).run()
    },
    setFurniture: (kind) => void editor.chain().focus().setNode('furniture', { kind }).run(),
  }
}

function carryOut(editor: Editor, outcome: Outcome): string | undefined {
  if (!outcome.ok) return outcome.why
  editor.view.dispatch(outcome.transaction)
  return undefined
}

export function placeIn(state: EditorState): EditorPlace {
  const { $from } = state.selection
  const node = state.doc.maybeChild($from.index(0))
  const name = node?.type.name
  return {
    ...placeOf(state.doc, $from.pos),
    furniture: name === 'furniture' ? (node?.attrs['kind'] as 'noise' | 'caption') : undefined,
    level: name === 'paragraph' ? 0 : name === 'heading' ? (node?.attrs['level'] as Level) : undefined,
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
  }
}

