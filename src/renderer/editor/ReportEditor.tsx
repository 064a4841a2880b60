import { closeHistory, redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import { NodeSelection, TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { EditorContent, useEditor, type Editor } from '@tiptap/react'
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { filled } from '#core/edit/slots.ts'
import type { FigureNode, FigureState, SlotNode } from '#core/model/inline.ts'
import type { Level, Report } from '#core/model/report.ts'
import { docToReport, heldAttrs, inlineToNode, readFigure, readSlot, reportToDoc } from './convert.ts'
import { FigurePopover } from './FigurePopover.tsx'
import { decide, declareSelection, type Decision } from './decide.ts'
import { Highlights, showHighlights, type Highlight } from './highlights.ts'
import { UniqueIds } from './ids.ts'
import { keys } from './keys.ts'
import { placeOf, rangeToPositions } from './positions.ts'
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
  ref?: Ref<EditorHandle>
}

/** The slot or figure that the popover is about. */
type Target = { node: SlotNode | FigureNode; from: number; to: number; rect: DOMRect; typed: string }

/** The structured editor. Changes are reported when they are made, those of an input method when its composition ends. */
export function ReportEditor({ initial, highlights, furniture = false, onHover, onChange, onPlace, ref }: ReportEditorProps) {
  const [target, setTarget] = useState<Target | null>(null)
  const base = useRef(initial)
  const callbacks = useRef({ onChange, onPlace })
  callbacks.current = { onChange, onPlace }
  const changed = useRef(false)

  const report = (state: EditorState): void => {
    changed.current = false
    callbacks.current.onChange(docToReport(state.doc, base.current, furniture))
  }

  const editor = useEditor({
    extensions: [...reportExtensions, UniqueIds, VerifiedFigures, Highlights, keys((view, direction) => toSlot(view, direction, setTarget))],
    content: '',
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: 'report', 'aria-label': '正文编辑区', role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false', translate: 'no' },
      handleClick: (view, pos) => openAt(view, pos, setTarget),
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
        changed.current = true
        if (!e.view.composing) report(e.state)
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
            setState(editor, target, state)
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

function fill(editor: Editor, { node, from, to }: Target, text: string): void {
  const { state, view } = editor
  const slot: SlotNode = node.type === 'slot' ? node : { ...node, type: 'slot' }
  const marks = state.doc.nodeAt(from)?.marks.filter((m) => m.type.name !== 'figure').map((m) => m.type.name) ?? []
  const figure = inlineToNode({ ...filled(slot, text), marks: marks as never }, state.schema)
  const tr = state.tr.replaceWith(from, to, figure)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + figure.nodeSize)).scrollIntoView())
}

function setState(editor: Editor, { node, from, to }: Target, figureState: FigureState): void {
  if (node.type !== 'figure') return
  const type = editor.schema.marks['figure']
  if (!type) return
  editor.view.dispatch(editor.state.tr.addMark(from, to, type.create({ ...heldAttrs(node), state: figureState })))
  editor.view.focus()
}

function reopen(editor: Editor, { node, from, to }: Target): void {
  editor.view.dispatch(editor.state.tr.replaceWith(from, to, editor.schema.node('slot', heldAttrs(node))))
  editor.view.focus()
}
