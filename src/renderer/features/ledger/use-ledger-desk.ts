import { notifications } from '@mantine/notifications'
import { useMemo, useRef, useState, type RefObject } from 'react'
import type { Ledger, Source } from '#core/ledger/ledger.ts'
import { indicatorOf, valueIn } from '#core/ledger/ledger.ts'
import { isUnlike, statedPlaces, type StatedPlace } from '#core/ledger/places.ts'
import type { Offer } from '#core/materials/offers.ts'
import type { Report } from '#core/model/report.ts'
import { openSlots } from '#core/edit/slots.ts'
import type { SaveState } from '../../app/autosave.ts'
import type { EditorHandle, EditorPlace } from '../../editor/handle.ts'
import { sayTaken, takeFromReports } from './from-reports.ts'
import type { LedgerDesk } from './LedgerView.tsx'
import { useLedger, useLedgerSaving } from './use-ledger.ts'

interface Place {
  blockId: string
  start: number
  end: number
}

/** A report's side of its body's ledger: the ledger that the editor's document holds, the places that state it, and what can be done with both. */
export interface ReportLedger {
  /** undefined until it is read, null where there is none */
  ledger: Ledger | null | undefined
  saving: SaveState | undefined
  /** saves what is not saved; answers whether the host has it all */
  flush: () => Promise<boolean>
  places: readonly StatedPlace[]
  desk: LedgerDesk
  /** the editor's document has another ledger now */
  changed: (ledger: Ledger) => void
  /** fills a slot with what a material says: by way of the ledger, where the slot waits for an entry */
  fill: (slotId: string, text: string, source: Source, figure: Pick<Offer, 'value' | 'high' | 'approx'>) => void
  enter: (indicator: string, figure: Pick<Offer, 'text' | 'value' | 'high' | 'approx'>, source: Source) => void
  /** the next place that differs from the ledger, round and round */
  nextUnlike: () => Place | undefined
}

/** Keeps the ledger of a report's body beside the report while it is edited. */
export function useLedgerDesk({ report, editor, earlier, place, onGo }: { report: Report; editor: RefObject<EditorHandle | null>; earlier: readonly Report[] | undefined; place: EditorPlace | null; onGo: (place: Place) => void }): ReportLedger {
  const [ledger, setLedger] = useState<Ledger | null | undefined>(undefined)
  const keeper = useLedger(report.body, {
    onOpen: (read) => {
      editor.current?.loadLedger(read)
      setLedger(read)
    },
    onTheirs: (changes) => {
      const typed = editor.current?.takeTheirs(changes) ?? []
      if (typed.length > 0) notifications.show({ color: 'amber', title: '另一个窗口改了你正在填写的数据', message: `${typed.map((text) => `“${text}”`).join('、')}的台账值刚被另一个窗口修改。正文保留你的写法并标为存疑，台账保留对方的值，请核对。`, autoClose: 15_000 })
    },
  })
  const saving = useLedgerSaving(keeper)
  const places = useMemo(() => (ledger ? statedPlaces(report, ledger) : []), [report, ledger])
  const unlike = useMemo(() => new Set(places.filter(isUnlike).map(({ indicator }) => indicator)), [places])
  const inText = useMemo(() => {
    const out = new Map<string, number>()
    places.forEach(({ indicator }, i) => {
      if (!out.has(indicator)) out.set(indicator, i)
    })
    return out
  }, [places])
  const turn = useRef(0)

  const enter: ReportLedger['enter'] = (id, { text, value, high, approx }, source) => {
    const held = editor.current?.ledger()
    const indicator = held && indicatorOf(held, id)
    if (!indicator || report.year === null) return
    editor.current?.changeLedger([{ at: 'value', indicator: id, year: report.year, before: valueIn(indicator, report.year) ?? null, after: { year: report.year, text, value, ...(high === undefined ? {} : { high }), approx, state: 'filled', source, at: new Date().toISOString() } }])
  }
  const desk: LedgerDesk = {
    body: report.body,
    ledger,
    year: report.year,
    commit: (changes) => editor.current?.changeLedger(changes),
    merge: (changes, from, into) => editor.current?.followMerge(changes, from, into),
    undo: () => editor.current?.undo(),
    redo: () => editor.current?.redo(),
    canUndo: place?.canUndo ?? false,
    canRedo: place?.canRedo ?? false,
    fromReports: () => {
      const handle = editor.current
      const held = handle?.ledger()
      if (!handle || !held) return Promise.resolve('台账还没有读出来，请稍后再试。')
      const now = handle.report()
      if (now.year === null) return Promise.resolve('这份报告还没有填写年份。请点标题栏的报告名称填写年份后再建立台账。')
      const { changes, links } = takeFromReports(held, now, earlier ?? [], new Date())
      // a published report stays as it was printed: its figures go into the ledger, its text is not touched
      const linked = handle.linkFigures(now.status === 'draft' ? links : [], now.year, changes)
      return Promise.resolve(sayTaken(changes, linked))
    },
    places: (indicator) =>
      places.filter((p) => p.indicator === indicator).map((p) => ({ id: p.node.id, blockId: p.paragraphId, start: p.start, end: p.end, text: p.node.type === 'figure' ? p.node.text : '', around: p.around, why: isUnlike(p) ? p.judgement.why : '' })),
    unlike,
    inText,
    onGo: ({ blockId, start, end }) => onGo({ blockId, start, end }),
  }
  return {
    ledger,
    saving,
    flush: () => keeper?.saving.flush() ?? Promise.resolve(true),
    places,
    desk,
    changed: (next) => {
      setLedger(next)
      keeper?.change(next)
    },
    fill: (slotId, text, source, figure) => {
      const handle = editor.current
      const slot = handle && openSlots(handle.report()).find((s) => s.slot.id === slotId)?.slot
      const indicator = slot?.entry && ledger ? indicatorOf(ledger, slot.entry.indicator) : undefined
      if (indicator && !indicator.formula) enter(indicator.id, { ...figure, text }, source)
      // what the entry could not write (下降 against a rise), or a slot without entry, is filled as if typed
      if (handle && openSlots(handle.report()).some((s) => s.slot.id === slotId)) handle.fillSlot(slotId, text, source.id)
    },
    enter,
    nextUnlike: () => {
      const all = places.filter(isUnlike)
      const next = all[turn.current++ % Math.max(1, all.length)]
      return next && { blockId: next.paragraphId, start: next.start, end: next.end }
    },
  }
}
