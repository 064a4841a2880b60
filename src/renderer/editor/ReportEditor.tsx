import { closeHistory, redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import type { Node as PmNode } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { EditorContent, useEditor, type Editor } from '@tiptap/react'
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { filled } from '#core/edit/slots.ts'
import { judge } from '#core/ledger/agreement.ts'
import type { Link } from '#core/ledger/build.ts'
import type { LedgerChange } from '#core/ledger/changes.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import type { FigureNode, FigureState, Passage, SlotNode } from '#core/model/inline.ts'
import type { Commitment, Level, Report } from '#core/model/report.ts'
import { docToReport, heldAttrs, inlineToNode, readFigure, readSlot, reportToDoc } from './convert.ts'
import { FigurePopover } from './FigurePopover.tsx'
import { decide, declareSelection, type Decision } from './decide.ts'
import { Highlights, showHighlights, type Highlight } from './highlights.ts'
import { UniqueIds } from './ids.ts'
import { keys } from './keys.ts'
import { changeLedger, chooseText, linkFigures, reopenLinked, setLinkedState, takeOverLedger, unlinkFigures, writeFromLedger, writeFromText } from './ledger-actions.ts'
import { LedgerLinks, settleNow } from './ledger-link.ts'
import { LedgerStep, ledgerOf } from './ledger-step.ts'
import { dropPassage, insertPassage } from './passages.ts'
import { blockId, placeOf, plainLengthBetween, rangeToPositions } from './positions.ts'
import { reportExtensions, TITLE_LINES } from './schema.ts'
import { VerifiedFigures } from './verified.ts'
import './editor.css'

/** What pages can do with an editor. */
export interface EditorHandle {
  /** the report as it stands now */
  report: () => Report
  focus: () => void
  /** selects a place (offsets in the block's plain text) and brings it into view; an open slot is offered to be filled */
  goTo: (place: { blockId: string; start?: number; end?: number; keepFocus?: boolean }) => void
  /** applies an operation of core/edit as one undo step */
  apply: (operation: (report: Report) => Report) => void
  /** puts texts in the places of ranges that do not overlap, all as one undo step */
  replace: (changes: readonly { place: { blockId: string; start: number; end: number }; text: string }[]) => void
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
  /** takes in what another window changed of the ledger; linked figures follow. Not undone from here */
  takeTheirs: (changes: readonly LedgerChange[]) => void
  /** changes the ledger, and with it the linked figures, as one undo step */
  changeLedger: (changes: readonly LedgerChange[]) => void
  /** links figures and slots with entries of the ledger, which may be changed first, as one undo step; answers how many */
  linkFigures: (links: readonly Link[], year: number, changes?: readonly LedgerChange[]) => number
  unlinkFigures: (ids: readonly string[]) => void
  /** writes the ledger's values into these figures and slots, or the text's into the ledger, as one undo step */
  writeFromLedger: (ids: readonly string[]) => void
  writeFromText: (ids: readonly string[]) => void
  /** writes one of a judgement's choices into a linked figure, or accepts the text as it stands */
  chooseText: (id: string, text: string) => void
  /** fills an open slot as if a person had typed it; false where it is gone */
  fillSlot: (id: string, text: string) => boolean
  /** verifies or doubts a figure by its id; answers why it cannot be, in Chinese */
  setState: (id: string, state: FigureState) => string | undefined
  /** replaces last year's promises, as one undo step */
  setCommitments: (commitments: readonly Commitment[]) => void
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

export interface ReportEditorProps {
  /** the report to begin with; a new `key` is needed to show another one */
  initial: Report
  highlights: readonly Highlight[]
  /** are captions and noise part of the document (while a file is imported)? */
  furniture?: boolean
  /** hears which block the pointer rests on */
  onHover?: (blockId: string | undefined) => void
  onChange: (report: Report) => void
  onPlace: (place: EditorPlace) => void
  /** hears of the ledger whenever the document's changes, but not when it is loaded */
  onLedger?: (ledger: Ledger) => void
  /** asks for the entry of the ledger that a figure is to be linked with */
  onLink?: (place: { blockId: string; start: number; end: number; text: string; node: SlotNode | FigureNode }) => void
  /** hears in Chinese why something could not be done */
  onRefused?: (why: string) => void
  ref?: Ref<EditorHandle>
}

/** The slot or figure that the popover is about. */
type Target = { node: SlotNode | FigureNode; from: number; to: number; rect: DOMRect; typed: string }

/** The structured editor. Changes are reported when they are made, those of an input method when its composition ends. */
export function ReportEditor({ initial, highlights, furniture = false, onHover, onChange, onPlace, onLedger, onLink, onRefused, ref }: ReportEditorProps) {
  const [target, setTarget] = useState<Target | null>(null)
  const base = useRef(initial)
  const callbacks = useRef({ onChange, onPlace, onLedger })
  callbacks.current = { onChange, onPlace, onLedger }
  const changed = useRef(false)

  const report = (state: EditorState): void => {
    changed.current = false
    callbacks.current.onChange(docToReport(state.doc, base.current, furniture))
  }

  const editor = useEditor({
    extensions: [...reportExtensions, UniqueIds, VerifiedFigures, LedgerLinks, Highlights, keys((view, direction) => toSlot(view, direction, setTarget))],
    content: '',
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: 'report', 'aria-label': '正文编辑区', role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false', translate: 'no' },
      handleClick: (view, pos) => openAt(view, pos, setTarget),
      handleDrop: (view, event) => dropPassage(view, event),
      handleTextInput: (view, _from, _to, text) => typeIntoSlot(view, text, setTarget),
      handleKeyDown: (view, event) => event.key === 'Enter' && openSelected(view, '', setTarget),
      clipboardTextParser: (text, _context, _plain, view) => {
        const { schema } = view.state
        const paragraphs = text.split(/\r?\n+/u).map((line) => schema.node('paragraph', null, line.trim() === '' ? [] : [schema.text(line.trim())]))
        return schema.node('doc', null, [...TITLE_LINES.map((name) => schema.node(name)), ...(paragraphs.length > 0 ? paragraphs : [schema.node('paragraph')])]).slice(TITLE_LINES.length * 2, TITLE_LINES.length * 2 + paragraphs.reduce((n, p) => n + p.nodeSize, 0), true)
      },
      handleDOMEvents: {
        compositionstart: (view) => {
          // an input method would replace a selected slot: its text belongs into the slot's own field
          openSelected(view, '', setTarget)
          return false
        },
        compositionend: (view) => {
          setTimeout(() => {
            if (!view.isDestroyed && changed.current && !view.composing) report(view.state)
          })
          return false
        },
      },
    },
    onCreate: ({ editor: e }) => load(e, base.current, furniture),
    onTransaction: ({ editor: e, transaction }) => {
      if (transaction.getMeta('load')) return
      if (transaction.docChanged) {
        const ledger = ledgerOf(transaction.doc)
        if (ledger && ledger !== ledgerOf(transaction.before)) callbacks.current.onLedger?.(ledger)
        // a ledger alone leaves the report as it is
        if (transaction.steps.some((step) => !(step instanceof LedgerStep))) {
          changed.current = true
          if (!e.view.composing) report(e.state)
        }
      }
      if ((transaction.docChanged || transaction.selectionSet) && !e.view.composing) callbacks.current.onPlace(placeIn(e.state))
    },
  })

  useEffect(() => {
    if (!editor) return undefined
    let timer: ReturnType<typeof setTimeout>
    // a selected slot stands in one place for the editor and in another for the screen, so patience ends
    let patience = 4
    const show = (): void => {
      if (!showHighlights(editor.view, highlights, patience-- > 0)) timer = setTimeout(show, 120)
    }
    timer = setTimeout(show)
    return () => clearTimeout(timer)
  }, [editor, highlights])

  useImperativeHandle(ref, () => handleOf(editor, base, setTarget, furniture), [editor, furniture])

  return (
    <>
      <EditorContent
        editor={editor}
        className="report-page"
        onMouseOver={(event) => onHover?.(event.target instanceof Element ? (event.target.closest<HTMLElement>('[data-id], [data-title-line]')?.dataset['id'] ?? undefined) : undefined)}
        onMouseLeave={() => onHover?.(undefined)}
      />
      {target && (
        <FigurePopover
          key={target.node.id}
          node={target.node}
          rect={target.rect}
          typed={target.typed}
          onClose={() => {
            setTarget(null)
            editor.commands.focus()
          }}
          onFill={(text, next) => {
            setTarget(null)
            fill(editor, target, text)
            if (!next || !toSlot(editor.view, 1, setTarget)) editor.commands.focus()
          }}
          onState={(state) => {
            setTarget(null)
            const refused = setState(editor, target, state)
            if (refused !== undefined) onRefused?.(refused)
            editor.view.focus()
          }}
          onSkip={(direction) => {
            setTarget(null)
            toSlot(editor.view, direction, setTarget)
          }}
          onName={(indicator) => {
            setTarget(null)
            const { node, from, to } = target
            if (node.type !== 'figure') return
            const tr = decide(editor.state, from, to, { is: 'figure', indicator, unit: node.unit, kind: node.kind, state: node.state })
            if (tr) editor.view.dispatch(tr)
            editor.view.focus()
          }}
          onLabel={() => {
            setTarget(null)
            const tr = decide(editor.state, target.from, target.to, { is: 'label' })
            if (tr) editor.view.dispatch(tr)
            editor.view.focus()
          }}
          onReopen={() => {
            setTarget(null)
            reopen(editor, target)
          }}
          ledger={ledgerOf(editor.state.doc)}
          onChoose={(text) => {
            setTarget(null)
            dispatch(editor, chooseText(editor.state, target.node.id, text))
            editor.view.focus()
          }}
          onFromLedger={(next) => {
            setTarget(null)
            dispatch(editor, writeFromLedger(editor.state, new Set([target.node.id])))
            if (!next || !toSlot(editor.view, 1, setTarget)) editor.view.focus()
          }}
          onFromText={() => {
            setTarget(null)
            dispatch(editor, writeFromText(editor.state, new Set([target.node.id]), new Date()))
            editor.view.focus()
          }}
          onUnlink={() => {
            setTarget(null)
            dispatch(editor, unlinkFigures(editor.state, new Set([target.node.id])))
            editor.view.focus()
          }}
          {...(onLink
            ? {
                onLink: () => {
                  setTarget(null)
                  const place = placeInBlock(editor.state.doc, target.from, target.to)
                  if (place) onLink({ ...place, text: target.node.type === 'figure' ? target.node.text : '', node: target.node })
                },
              }
            : {})}
        />
      )}
    </>
  )
}

function load(editor: Editor, report: Report, furniture: boolean): void {
  const doc = reportToDoc(report, editor.schema, furniture)
  const { tr } = editor.state
  tr.replaceWith(0, editor.state.doc.content.size, doc.content).setMeta('addToHistory', false).setMeta('load', true)
  tr.setSelection(TextSelection.atStart(tr.doc))
  editor.view.dispatch(tr)
}

function handleOf(editor: Editor, base: { current: Report }, setTarget: (t: Target | null) => void, furniture: boolean): EditorHandle {
  return {
    report: () => docToReport(editor.state.doc, base.current, furniture),
    focus: () => void editor.commands.focus(),
    goTo: ({ blockId, start = 0, end = start, keepFocus = false }) => {
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
      if (tr.docChanged) editor.view.dispatch(tr)
    },
    undo: () => void undo(editor.state, editor.view.dispatch),
    redo: () => void redo(editor.state, editor.view.dispatch),
    toSlot: (direction) => toSlot(editor.view, direction, setTarget),
    decide: ({ blockId, start, end }, decision) => {
      const range = rangeToPositions(editor.state.doc, blockId, start, end)
      const tr = range && decide(editor.state, range.from, range.to, decision)
      if (!tr) return false
      editor.view.dispatch(tr)
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
      if (ledgerOf(editor.state.doc)) editor.view.dispatch(editor.state.tr.step(new LedgerStep(changes)).setMeta('addToHistory', false))
    },
    changeLedger: (changes) => dispatch(editor, changeLedger(editor.state, changes)),
    linkFigures: (links, year, changes = []) => {
      const done = linkFigures(editor.state, links, year, changes)
      dispatch(editor, done?.transaction)
      return done?.linked ?? 0
    },
    unlinkFigures: (ids) => dispatch(editor, unlinkFigures(editor.state, new Set(ids))),
    writeFromLedger: (ids) => dispatch(editor, writeFromLedger(editor.state, new Set(ids))),
    writeFromText: (ids) => dispatch(editor, writeFromText(editor.state, new Set(ids), new Date())),
    chooseText: (id, text) => dispatch(editor, chooseText(editor.state, id, text)),
    fillSlot: (id, text) => {
      const target = slotTarget(editor.view, id)
      if (target) fill(editor, target, text)
      return target !== undefined
    },
    setState: (id, state) => {
      const place = figureAt(editor.state.doc, id)
      if (!place) return '这个数据已不在正文中。'
      return setState(editor, { ...place, rect: new DOMRect(), typed: '' }, state)
    },
    setCommitments: (commitments) => editor.view.dispatch(closeHistory(editor.state.tr.setDocAttribute('commitments', commitments.length > 0 ? [...commitments] : null))),
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

function placeIn(state: EditorState): EditorPlace {
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

/** Opens the popover for the slot or figure at a position. */
function openAt(view: EditorView, pos: number, open: (t: Target) => void, typed = ''): boolean {
  const target = targetAt(view, pos, typed)
  if (!target) return false
  open(target)
  return target.node.type === 'slot'
}

function targetAt(view: EditorView, pos: number, typed = ''): Target | undefined {
  const $pos = view.state.doc.resolve(pos)
  for (const [node, from] of [[$pos.nodeAfter, pos], [$pos.nodeBefore, pos - ($pos.nodeBefore?.nodeSize ?? 0)]] as const) {
    if (node?.type.name !== 'slot') continue
    const slot = readSlot(node.attrs)
    const dom = view.nodeDOM(from)
    if (slot && dom instanceof HTMLElement) return { node: slot, from, to: from + 1, rect: dom.getBoundingClientRect(), typed }
  }
  const figure = $pos.marks().find((m) => m.type.name === 'figure') ?? $pos.nodeAfter?.marks.find((m) => m.type.name === 'figure')
  if (!figure) return undefined
  let from = -1
  let to = -1
  $pos.parent.forEach((child, offset) => {
    if (!figure.isInSet(child.marks)) return
    if (from < 0) from = $pos.start() + offset
    to = $pos.start() + offset + child.nodeSize
  })
  const read = readFigure(figure.attrs, view.state.doc.textBetween(from, to))
  const start = view.coordsAtPos(from)
  const end = view.coordsAtPos(to)
  return read ? { node: read, from, to, rect: new DOMRect(start.left, start.top, Math.max(8, end.right - start.left), start.bottom - start.top), typed } : undefined
}

function openSelected(view: EditorView, typed: string, open: (t: Target) => void): boolean {
  const { selection } = view.state
  return selection instanceof NodeSelection && selection.node.type.name === 'slot' ? openAt(view, selection.from, open, typed) : false
}

const typeIntoSlot = (view: EditorView, text: string, open: (t: Target) => void): boolean => openSelected(view, text, open)

function toSlot(view: EditorView, direction: 1 | -1, open: (t: Target) => void): boolean {
  const places: number[] = []
  view.state.doc.descendants((node, pos) => {
    if (node.type.name === 'slot') places.push(pos)
  })
  const here = view.state.selection.from
  const next = direction === 1 ? (places.find((p) => p > here || (p === here && !(view.state.selection instanceof NodeSelection))) ?? places[0]) : (places.findLast((p) => p < here) ?? places.at(-1))
  if (next === undefined) return false
  selectSlot(view, next, open)
  return true
}

/** Selects the slot at a position, brings it into view and offers to fill it. */
function selectSlot(view: EditorView, pos: number, open: (t: Target) => void): void {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
  const dom = view.nodeDOM(pos)
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'center', behavior: 'auto' })
  openAt(view, pos, open)
}

/** Where a stretch of the document stands in the plain text of its block. */
function placeInBlock(doc: PmNode, from: number, to: number): { blockId: string; start: number; end: number } | undefined {
  const $from = doc.resolve(from)
  if ($from.depth === 0) return undefined
  const before = plainLengthBetween(doc, $from.start(), from)
  return { blockId: blockId($from.parent), start: before, end: before + plainLengthBetween(doc, from, to) }
}

const dispatch = (editor: Editor, tr: Transaction | undefined): void => {
  if (tr?.docChanged) editor.view.dispatch(tr)
}

function slotTarget(view: EditorView, id: string): Target | undefined {
  let at = -1
  view.state.doc.descendants((node, pos) => {
    if (node.type.name === 'slot' && node.attrs['id'] === id) at = pos
  })
  const slot = at < 0 ? undefined : readSlot(view.state.doc.nodeAt(at)?.attrs ?? {})
  return slot ? { node: slot, from: at, to: at + 1, rect: new DOMRect(), typed: '' } : undefined
}

/** A figure by its id, whole. */
function figureAt(doc: PmNode, id: string): { node: FigureNode; from: number; to: number } | undefined {
  let found: { node: FigureNode; from: number; to: number } | undefined
  doc.descendants((node, pos) => {
    const mark = node.marks.find((m) => m.type.name === 'figure' && m.attrs['id'] === id)
    const figure = mark && readFigure(mark.attrs, node.text ?? '')
    if (!figure) return
    found = found?.to === pos ? { ...found, to: pos + node.nodeSize, node: { ...found.node, text: found.node.text + (node.text ?? '') } } : (found ?? { node: figure, from: pos, to: pos + node.nodeSize })
  })
  return found
}

function fill(editor: Editor, { node, from, to }: Target, text: string): void {
  const { state, view } = editor
  const slot: SlotNode = node.type === 'slot' ? node : { ...node, type: 'slot' }
  const marks = state.doc.nodeAt(from)?.marks.filter((m) => m.type.name !== 'figure').map((m) => m.type.name) ?? []
  const figure = inlineToNode({ ...filled(slot, text), marks: marks as never }, state.schema)
  const tr = settleNow(state.tr.replaceWith(from, to, figure))
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + figure.nodeSize)).scrollIntoView())
}

/** Verifies or doubts a figure, and the entry that it states; answers in Chinese why it cannot be verified. */
function setState(editor: Editor, { node, from, to }: Target, figureState: FigureState): string | undefined {
  if (node.type !== 'figure') return undefined
  const ledger = ledgerOf(editor.state.doc)
  if (node.entry && ledger && figureState !== 'stated') {
    const tr = setLinkedState(editor.state, node.id, figureState, new Date())
    if (!tr) return `${judge(node, ledger).why}。正文与台账一致后才能标为已核。`
    editor.view.dispatch(tr)
    return undefined
  }
  const type = editor.schema.marks['figure']
  if (type) editor.view.dispatch(editor.state.tr.addMark(from, to, type.create({ ...heldAttrs(node), state: figureState })))
  return undefined
}

function reopen(editor: Editor, { node, from, to }: Target): void {
  const linked = node.entry ? reopenLinked(editor.state, node.id, new Date()) : undefined
  editor.view.dispatch(linked ?? editor.state.tr.replaceWith(from, to, editor.schema.node('slot', heldAttrs(node))))
  editor.view.focus()
}
