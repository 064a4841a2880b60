import './verify.css'
import { Button, SegmentedControl } from '@mantine/core'
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import type { Report } from '#core/model/report.ts'
import { useHost } from '../../app/host.ts'
import type { EditorHandle } from '../../editor/handle.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { sayChange } from '../edit/figure-rows.ts'
import { useMaterials } from '../materials/use-materials.ts'
import { keyOf, LEGEND, type Key } from './keys.ts'
import { useVerification, type Verification } from './use-verification.ts'
import { describe, ordinalOf, VerifyCard } from './VerifyCard.tsx'
import { VerifySections } from './VerifySections.tsx'
import { VerifySummary } from './VerifySummary.tsx'
import { VerifyText } from './VerifyText.tsx'
import type { Filter } from './walk.ts'

export interface VerifyViewProps {
  report: Report
  editor: RefObject<EditorHandle | null>
  analysed: Analysed | undefined
  last: ReportSummary | undefined
  ledger: Ledger | null | undefined
  onExport: () => void
  /** back to the text, at the figure that was on the card */
  onLeave: (where: { blockId: string; start: number; end: number } | undefined) => void
}

/** 核对: every core figure of a report, one after the other, to be called verified or doubtful by keys alone. */
export function VerifyView({ report, editor, analysed, last, ledger, onExport, onLeave }: VerifyViewProps) {
  const host = useHost()
  const { materials } = useMaterials(report.body)
  const v = useVerification({ report, editor, analysed, lastYear: last?.year ?? null, ledger, materials })
  const { stop, progress } = v
  const card = useRef<HTMLDivElement>(null)
  const leave = (): void => onLeave(stop?.place)

  const onKey = (event: KeyboardEvent): void => {
    const { target } = event
    if (event.defaultPrevented || event.isComposing || document.querySelector('[role="dialog"][aria-modal="true"]') || !(target instanceof Element)) return
    if (target.matches('input, textarea, select, [contenteditable="true"]')) return
    const key = keyOf(event)
    // what has the focus is pressed by these itself
    if (!key || ((event.key === 'Enter' || event.key === ' ') && target.closest('button, a, summary') !== null)) return
    event.preventDefault()
    // a key that is held down walks on, but verifies nothing that nobody could have read
    if (event.repeat && key !== 'next' && key !== 'previous') return
    // what is asked for is answered or left first
    if (v.asking !== 'nothing') return key === 'leave' ? v.ask('nothing') : undefined
    run(key, v, leave)
  }
  const latest = useRef(onKey)
  const commands = useRef(v)
  useEffect(() => {
    latest.current = onKey
    commands.current = v
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => latest.current(event)
    window.addEventListener('keydown', listen, true)
    const end = host.onMenu((command) => {
      if ((command !== 'undo' && command !== 'redo') || document.activeElement?.matches('input, textarea')) return false
      commands.current[command]()
      return true
    })
    return () => {
      window.removeEventListener('keydown', listen, true)
      end()
    }
  }, [host])

  const focusCard = useCallback(() => card.current?.focus({ preventScroll: true }), [])
  const busy = v.asking !== 'nothing'
  useLayoutEffect(() => {
    if (!busy) focusCard()
  }, [busy, stop?.key, v.filter, v.said, focusCard])

  return (
    <div className="verify">
      <header className="verify-bar">
        <b className="verify-count numeric">已核 {progress.verified}<span>/ {progress.total}</span></b>
        <Bar {...progress} />
        <span className="verify-counts numeric">
          <span data-kind="left">未核 {progress.left}</span>
          {progress.doubtful > 0 && <span data-kind="doubtful">存疑 {progress.doubtful}</span>}
          {progress.open > 0 && <span data-kind="open">待填 {progress.open}</span>}
        </span>
        <SegmentedControl size="xs" aria-label="核对范围" value={v.filter} onChange={(value) => v.setFilter(FILTERS.find((f) => f.value === value)?.value ?? 'left')} data={[...FILTERS]} />
        <Button size="compact-sm" variant="default" onClick={v.summary}>小结</Button>
        <Button size="compact-sm" variant="default" onClick={leave} rightSection={<kbd>Esc</kbd>}>结束</Button>
      </header>
      <nav className="verify-nav" aria-label="板块">
        <VerifySections report={report} stops={v.stops} stop={stop} onJump={v.jump} />
      </nav>
      {stop ? (
        <>
          {/* scrolled by keys where someone reads on in the text */}
          <div className="verify-page" role="region" aria-label="正文" tabIndex={0}>
            <VerifyText report={report} stops={v.stops} stop={stop} onJump={v.jump} />
          </div>
          <VerifyCard verification={v} stop={stop} ref={card} />
        </>
      ) : (
        <VerifySummary stops={v.stops} progress={progress} onJump={v.jump} onFilter={v.setFilter} onExport={onExport} onLeave={() => onLeave(undefined)} />
      )}
      <footer className="verify-keys" aria-label="按键">
        {LEGEND.map(([keys, does]) => <span key={keys}><kbd>{keys}</kbd>{does}</span>)}
      </footer>
      <div className="visually-hidden" role="status">{stop && !v.said.refused ? announce(v) : ''}</div>
    </div>
  )
}

const FILTERS: readonly { value: Filter; label: string }[] = [{ value: 'left', label: '未核' }, { value: 'all', label: '全部' }, { value: 'doubtful', label: '存疑' }]

function run(key: Key, v: Verification, leave: () => void): void {
  switch (key) {
    case 'verify': return v.verify()
    case 'paragraph': return v.ask('paragraph')
    case 'doubt': return v.ask('note')
    case 'value': return v.ask('value')
    case 'noFigure': return v.noFigure()
    case 'source': return v.ask('source')
    case 'withdraw': return v.withdraw()
    case 'undo': return v.undo()
    case 'redo': return v.redo()
    case 'next': return v.move(1)
    case 'previous': return v.move(-1)
    case 'nextSection': return v.section(1)
    case 'previousSection': return v.section(-1)
    case 'first': return v.jump(0)
    case 'summary': return v.summary()
    case 'left': case 'all': case 'doubtful': return v.setFilter(key)
    case 'leave': return leave()
  }
}

function Bar({ total, verified, doubtful }: { total: number; verified: number; doubtful: number }) {
  const part = (n: number): string => `${total === 0 ? 0 : (n / total) * 100}%`
  return (
    <div className="verify-progress" role="progressbar" aria-label="核对进度" aria-valuemin={0} aria-valuemax={total} aria-valuenow={verified + doubtful} aria-valuetext={`已核 ${verified}，存疑 ${doubtful}，共 ${total}`}>
      <span data-kind="verified" style={{ width: part(verified) }} />
      <span data-kind="doubtful" style={{ width: part(doubtful) }} />
    </div>
  )
}

/** The next figure for those who hear it: what it is, what it was last year, and what speaks against it. */
function announce(v: Verification): string {
  const { said, stop, beside } = v
  if (!stop) return said.text
  const last = beside?.last
  return [
    said.text,
    ordinalOf(v),
    describe(stop),
    last ? `${last.year === null ? '往年' : `${last.year}年`} ${last.text}${last.change ? `，${sayChange(last)}` : ''}` : '',
    beside?.entry?.differs ? beside.entry.why : '',
    ...(beside?.findings.map(({ message }) => message) ?? []),
  ].filter(Boolean).join('。')
}
