import type { EditorState } from '@tiptap/pm/state'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react'
import type { Ledger } from '#core/ledger/ledger.ts'
import type { FigureNode, SlotNode } from '#core/model/inline.ts'
import type { Report } from '#core/model/report.ts'
import { BESIDE_TEXT, docToReport } from './convert.ts'
import { FigurePopover } from './FigurePopover.tsx'
import { NotePopover } from './NotePopover.tsx'
import { decide } from './decide.ts'
import { handleOf, load, placeIn, type EditorHandle, type EditorPlace } from './handle.ts'
import { Highlights, showHighlights, type Highlight } from './highlights.ts'
import { UniqueIds } from './ids.ts'
import { keys } from './keys.ts'
import { chooseText, unlinkFigures, writeFromLedger, writeFromText } from './ledger-actions.ts'
import { LedgerLinks, withOwnEntries } from './ledger-link.ts'
import { ledgerOf } from './ledger-step.ts'
import { dropPassage } from './passages.ts'
import { reportExtensions, TITLE_LINES } from './schema.ts'
import { dispatch, fill, openAt, openSelected, placeInBlock, reopen, setState, toSlot, typeIntoSlot, type Target } from './targets.ts'
import { VerifiedFigures } from './verified.ts'
import './editor.css'

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
  /** hears of a click on a highlight of a finding, and with undefined of one elsewhere */
  onFinding?: (finding: number | undefined) => void
  /** what is to be said of the place that was clicked on; shown beside it, together with what is known of a figure there */
  note?: ReactNode
  onNoteClosed?: () => void
  /** hears in Chinese why something could not be done */
  onRefused?: (why: string) => void
  ref?: Ref<EditorHandle>
}

/** The structured editor. Changes are reported when they are made, those of an input method when its composition ends. */
export function ReportEditor({ initial, highlights, furniture = false, onHover, onChange, onPlace, onLedger, onLink, onFinding, note, onNoteClosed, onRefused, ref }: ReportEditorProps) {
  const [target, setTarget] = useState<Target | null>(null)
  const base = useRef(initial)
  const [clicked, setClicked] = useState<DOMRect | null>(null)
  const callbacks = useRef({ onChange, onPlace, onLedger, onFinding })
  callbacks.current = { onChange, onPlace, onLedger, onFinding }
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
      handleClick: (view, pos, event) => {
        const words = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-finding]') : null
        setClicked(words ? (words.getClientRects()[0] ?? null) : null)
        callbacks.current.onFinding?.(words ? Number(words.dataset['finding']) : undefined)
        return openAt(view, pos, setTarget)
      },
      handleDrop: (view, event) => dropPassage(view, event),
      transformPasted: (slice, view) => withOwnEntries(slice, ledgerOf(view.state.doc), base.current.year),
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
      if (transaction.getMeta('load')) {
        // a ledger that was loaded takes verification from figures that it has left behind
        if (ledgerOf(e.state.doc) && e.state.doc.content !== transaction.doc.content) {
          changed.current = true
          report(e.state)
        }
        return
      }
      // what plugins added to the transaction counts as well: an entry of the ledger that is written into the text
      const [before, now] = [transaction.before, e.state.doc]
      const ledger = ledgerOf(now)
      if (ledger && ledger !== ledgerOf(before)) callbacks.current.onLedger?.(ledger)
      if (now.content !== before.content || BESIDE_TEXT.some((name) => now.attrs[name] !== before.attrs[name])) {
        changed.current = true
        if (!e.view.composing) report(e.state)
      }
      if ((now !== before || transaction.selectionSet) && !e.view.composing) callbacks.current.onPlace(placeIn(e.state))
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
      {note && clicked && !target && <NotePopover rect={clicked} onClose={() => onNoteClosed?.()}>{note}</NotePopover>}
      {target && (
        <FigurePopover
          note={note}
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

