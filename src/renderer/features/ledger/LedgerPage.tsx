import { Select, Text } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { applyChanges, changesThatFit, invertChanges, type LedgerChange } from '#core/ledger/changes.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { Banner, Frame } from '../../app/Frame.tsx'
import { useHost } from '../../app/host.ts'
import { useReports } from '../../app/reports.ts'
import { SaveStatus } from '../edit/SaveStatus.tsx'
import { sayTaken, takeFromReports } from './from-reports.ts'
import { LedgerView, type LedgerDesk } from './LedgerView.tsx'
import { useLedger, useLedgerSaving } from './use-ledger.ts'

interface State {
  ledger: Ledger | null | undefined
  done: readonly (readonly LedgerChange[])[]
  undone: readonly (readonly LedgerChange[])[]
}

const NOTHING: ReadonlySet<string> = new Set()
const NO_ORDER: ReadonlyMap<string, number> = new Map()

/** The ledger of a body without a text beside it. Drafts that are open in other windows follow; the others show what differs when they are opened. */
export function LedgerPage({ body }: { body: string }) {
  const { client } = useHost()
  const { reports } = useReports()
  const [state, setState] = useState<State>({ ledger: undefined, done: [], undone: [] })
  const latest = useRef(state)
  const [chosen, setChosen] = useState<string | null>(null)
  const become = (next: State): void => {
    latest.current = next
    setState(next)
  }
  const keeper = useLedger(body, {
    onOpen: (ledger) => become({ ledger, done: [], undone: [] }),
    onTheirs: (changes) => {
      const { ledger } = latest.current
      if (ledger) become({ ...latest.current, ledger: applyChanges(ledger, changesThatFit(ledger, changes)) })
    },
  })
  const saving = useLedgerSaving(keeper)
  const own = useMemo(() => (reports ?? []).filter((r) => r.body === body), [reports, body])
  const years = useMemo(() => {
    const known = new Set([...own.flatMap(({ year }) => (year === null ? [] : [year])), ...(state.ledger?.indicators ?? []).flatMap((i) => i.values.map((v) => v.year))])
    return [...known].sort((a, b) => b - a)
  }, [own, state.ledger])
  const year = chosen !== null ? Number(chosen) : (years[0] ?? null)
  useEffect(() => {
    document.title = `${body} 数据台账 - 述核`
  }, [body])

  /** makes changes, those that still fit; answers which they were */
  const make = (changes: readonly LedgerChange[]): readonly LedgerChange[] => {
    const { ledger } = latest.current
    if (!ledger) return []
    const fitting = changesThatFit(ledger, changes)
    if (fitting.length === 0) return []
    const next = applyChanges(ledger, fitting)
    latest.current = { ...latest.current, ledger: next }
    keeper?.change(next)
    return fitting
  }
  const commit = (changes: readonly LedgerChange[]): void => {
    const made = make(changes)
    become({ ...latest.current, done: made.length > 0 ? [...latest.current.done, made] : latest.current.done, undone: made.length > 0 ? [] : latest.current.undone })
  }
  const step = (back: boolean): void => {
    const { done, undone } = latest.current
    const from = back ? done : undone
    const last = from.at(-1)
    if (!last) return
    make(back ? invertChanges(last) : last)
    become({ ...latest.current, done: back ? done.slice(0, -1) : [...done, last], undone: back ? [...undone, last] : undone.slice(0, -1) })
  }
  const desk: LedgerDesk = {
    body,
    ledger: state.ledger,
    year,
    commit,
    merge: commit,
    undo: () => step(true),
    redo: () => step(false),
    canUndo: state.done.length > 0,
    canRedo: state.undone.length > 0,
    fromReports: async () => {
      const read = await Promise.all(own.map(({ id }) => client.reports.get({ id }).then(({ report }) => [report], () => [])))
      const { ledger } = latest.current
      if (!ledger) return '台账还没有读出来，请稍后再试。'
      const { changes } = takeFromReports(ledger, undefined, read.flat().sort((a, b) => Number(a.status === 'draft') - Number(b.status === 'draft')), new Date())
      commit(changes)
      return sayTaken(changes, 0)
    },
    unlike: NOTHING,
    inText: NO_ORDER,
  }
  return (
    <Frame
      bar={
        <>
          <Text fw={600} className="one-line">{body} · 数据台账</Text>
          <Select size="xs" w={112} aria-label="年度" allowDeselect={false} value={year === null ? null : String(year)} onChange={setChosen} data={years.map((y) => ({ value: String(y), label: `${y}年` }))} />
          <div style={{ flex: 1 }} />
          {saving && <SaveStatus state={saving} onSave={() => void keeper?.saving.flush()} />}
        </>
      }
      banners={
        saving?.kind === 'failed' && (
          <Banner severity="error" action={{ label: '立即重试', onClick: () => void keeper?.saving.flush() }}>
            <b>台账没有保存成功。</b>
            {saving.message}修改仍在本窗口中，正在自动重试，请不要关闭窗口。
          </Banner>
        )
      }
    >
      <LedgerView desk={desk} />
    </Frame>
  )
}
