import './edit.css'
import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { openSlots as openSlotsOf } from '#core/edit/slots.ts'
import { isUnlike } from '#core/ledger/places.ts'
import { countCharacters } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { LEAD_SECTION_ID } from '#core/model/tree.ts'
import { Frame } from '../../app/Frame.tsx'
import { useHost } from '../../app/host.ts'
import { useReports } from '../../app/reports.ts'
import { goTo, type RoutePlace } from '../../app/routes.ts'
import { useStore } from '../../app/store.ts'
import { EditorToolbar } from '../../editor/EditorToolbar.tsx'
import { OutlinePane } from '../../editor/OutlinePane.tsx'
import type { EditorHandle, EditorPlace } from '../../editor/handle.ts'
import { ReportEditor } from '../../editor/ReportEditor.tsx'
import { Still } from '../../ui/Still.tsx'
import { count, nameOf } from '../../ui/words.ts'
import { useAnalysis } from '../../workers/use-analysis.ts'
import { CompareView } from '../compare/CompareView.tsx'
import { FindingsStatus } from '../findings/FindingsStatus.tsx'
import { keyboardIn, useFindings } from '../findings/use-findings.ts'
import { useHighlights } from '../findings/use-highlights.ts'
import { useNote } from '../findings/use-note.tsx'
import { LinkDialog, type LinkDialogProps } from '../ledger/LinkDialog.tsx'
import { useLedgerDesk } from '../ledger/use-ledger-desk.ts'
import { ExportDialog } from '../publish/ExportDialog.tsx'
import { useReturned } from '../returned/use-returned.ts'
import { CheckSettingsDialog } from '../settings/CheckSettingsDialog.tsx'
import { FindBar, matchesIn } from './FindBar.tsx'
import { resolveConflict } from './resolve-conflict.tsx'
import { SaveBanners } from './SaveBanners.tsx'
import type { LastMode } from './LastPanel.tsx'
import { SidePanel, type SideTab, type Where } from './SidePanel.tsx'
import { useArrival } from './use-arrival.ts'
import { useAutosave } from './use-autosave.ts'
import { useCommands } from './use-commands.ts'
import { useEarlierReports } from './use-earlier-reports.ts'
import { useLastReport } from './use-last-report.ts'
import { useScrollTogether } from './use-scroll-together.ts'
import { WorkbenchBar, type View } from './WorkbenchBar.tsx'

/** few reports have years behind them on the first day */
const SeriesView = lazy(async () => ({ default: (await import('../series/SeriesView.tsx')).SeriesView }))

/** the table of the ledger brings a grid along */
const LedgerView = lazy(async () => ({ default: (await import('../ledger/LedgerView.tsx')).LedgerView }))

/** verifying is a task of its own */
const VerifyView = lazy(async () => ({ default: (await import('../verify/VerifyView.tsx')).VerifyView }))

/** A report as it was read from the library; `changed` where the window holds a later state of it that is not saved. */
export interface Opened {
  report: Report
  revision: number
  savedAt: Date
  changed: boolean
}

/** The desk: outline, text, and what the core says about the text. */
export function Workbench({ opened, at, onReload }: { opened: Opened; at?: RoutePlace; onReload: () => void }) {
  const { client, settings: keeper } = useHost()
  const { reports: listed, failure: listFailure } = useReports()
  const reports = useMemo(() => listed ?? [], [listed])
  const [report, setReport] = useState(opened.report)
  const [place, setPlace] = useState<EditorPlace | null>(null)
  const [tab, setTab] = useState<SideTab>('figures')
  const [view, setView] = useState<View>('text')
  const [lastMode, setLastMode] = useState<LastMode>('figures')
  const [sought, setSought] = useState<string | null>(null)
  const [exporting, setExporting] = useState(false)
  const [setting, setSetting] = useState(false)
  const editor = useRef<EditorHandle>(null)
  const frame = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const lastPane = useRef<HTMLDivElement>(null)
  const autosave = useAutosave(opened)
  const saveState = useStore(autosave.state)
  const { last, lastReport, lastFailure, choose } = useLastReport(report, reports)
  const { earlier, unread } = useEarlierReports(report, listed ?? (listFailure === undefined ? undefined : reports))
  const settings = useStore(keeper.settings)
  const { analysed, failed, retry } = useAnalysis(report, lastReport, earlier, view === 'series', settings)
  const [linking, setLinking] = useState<LinkDialogProps['place']>()
  const wide = view === 'text' && tab === 'last' && lastMode === 'text'
  useScrollTogether(page, lastPane, wide && analysed?.last != null)

  /** goes to a place in the text, whatever fills the desk */
  const goToText = (where: Where): void => {
    setView('text')
    // the text must be on the screen before it can scroll there
    requestAnimationFrame(() => requestAnimationFrame(() => editor.current?.goTo(where)))
  }
  const held = useLedgerDesk({ report, editor, earlier, place, onGo: goToText })
  const { ledger } = held
  const unlike = useMemo(() => held.places.filter(isUnlike), [held.places])

  const section = place?.sectionId ?? (report.sections[0]?.id === LEAD_SECTION_ID ? LEAD_SECTION_ID : report.sections[0]?.id)
  const openSlots = useMemo(() => openSlotsOf(report).length, [report])
  const characters = useMemo(() => countCharacters(report), [report])
  const matches = useMemo(() => (sought === null ? [] : matchesIn(report, sought)), [report, sought])
  const findings = useFindings({ report, analysed, settings, editor, cursor: place?.blockId, shown: tab === 'findings', onShow: () => setTab('findings'), onGo: goToText })
  const { highlights, findingOf } = useHighlights(report, analysed, findings.findings, unlike, matches)
  const { note, onFinding, onNoteClosed } = useNote(report, findings, findingOf)

  const returned = useReturned({ report, editor, flush: () => autosave.flush(), onShow: () => setTab('returned') })

  const changed = (next: Report): void => {
    setReport(next)
    autosave.change(next)
  }
  const apply = (operation: (r: Report) => Report): void => editor.current?.apply(operation)
  const openExport = (): void => setExporting(true)
  const declareFigure = (): void => {
    const reason = editor.current?.declareFigure()
    if (reason !== undefined) notifications.show({ color: 'amber', message: reason })
    else setTab('figures')
  }

  const openReport = async (id: string, where: Where): Promise<void> => {
    if (id === report.id) goToText(where)
    else if (await autosave.flush()) goTo({ page: 'edit', id, at: where })
    else notifications.show({ color: 'red', message: '报告还有没有保存的修改，暂不离开。请先处理保存失败的提示。' })
  }
  const openLast = (where: Where): void => {
    if (last) void openReport(last.id, where)
  }

  useCommands(frame, {
    save: () => {
      void autosave.flush()
      void held.flush()
    },
    export: openExport,
    undo: () => editor.current?.undo(),
    redo: () => editor.current?.redo(),
    find: () => setSought((now) => now ?? ''),
    'panel.figures': () => setTab('figures'),
    'panel.findings': () => setTab('findings'),
    'panel.last': () => setTab('last'),
    'view.text': () => setView('text'),
    'view.compare': () => setView('compare'),
    'view.series': () => setView('series'),
    'view.ledger': () => setView('ledger'),
    'panel.materials': () => setTab('materials'),
    'panel.carried': () => setTab('carried'),
    'returned.read': () => void returned.read(),
    'figures.verify': () => setView('verify'),
    'finding.next': () => findings.step(1, keyboardIn()),
    'finding.previous': () => findings.step(-1, keyboardIn()),
    // a text that is out of sight is not changed
    'finding.fix': () => view === 'text' && findings.fixCurrent(keyboardIn()),
    'finding.dismiss': () => view === 'text' && findings.dismissCurrent(keyboardIn()),
    'settings.checks': () => setSetting(true),
    'slot.next': () => void editor.current?.toSlot(1),
    'figure.declare': declareFigure,
    'section.add': () => frame.current?.querySelector<HTMLElement>('[data-command="section.add"]')?.click(),
  })

  useArrival(editor, at)
  useEffect(() => {
    if (view !== 'text') editor.current?.putAway()
  }, [view])
  useEffect(() => {
    document.title = `${nameOf(report)} - 述核`
  }, [report])

  return (
    <Frame
      bar={
        <WorkbenchBar
          report={report}
          view={view}
          onView={setView}
          saveState={saveState}
          onSave={() => void autosave.flush()}
          onFind={() => setSought((now) => now ?? '')}
          onReadReturned={() => void returned.read()}
          onExport={openExport}
          onInformation={(information) => {
            apply((r) => ({ ...r, ...information }))
            const now = editor.current?.report()
            if (now) changed(now)
          }}
        />
      }
      banners={
        <SaveBanners report={saveState} ledger={held.saving} onSave={() => void autosave.flush()} onSaveLedger={() => void held.flush()} onChoose={askWhichToKeep} />
      }
    >
      {view === 'compare' && (
        <CompareView
          report={report}
          analysed={analysed}
          last={last}
          reports={reports}
          onLast={choose}
          onGo={goToText}
          onOpenLast={openLast}
          onDecide={(decisions) => editor.current?.decideAll(decisions) ?? false}
          onUndo={() => editor.current?.undo()}
          onRedo={() => editor.current?.redo()}
          canUndo={place?.canUndo ?? false}
        />
      )}
      {view === 'series' && (
        <Suspense fallback={null}>
          <SeriesView report={report} table={analysed?.series} reports={reports} unread={unread} onOpen={(id, where) => void openReport(id, where)} />
        </Suspense>
      )}
      {view === 'ledger' && (
        <Suspense fallback={null}>
          <LedgerView desk={held.desk} />
        </Suspense>
      )}
      {view === 'verify' && (
        <Suspense fallback={null}>
          <VerifyView report={report} editor={editor} analysed={analysed} last={last} ledger={ledger} onExport={openExport} onLeave={(where) => (where ? goToText(where) : setView('text'))} />
        </Suspense>
      )}
      <div className="bench" ref={frame} data-wide={wide || undefined} data-away={view !== 'text' || undefined}>
        <nav className="bench-outline" aria-label="大纲" data-pane="1">
          <Still still={view !== 'text'}>
            <OutlinePane
              report={report}
              current={section}
              findings={findings.bySection}
              onGo={(id) => editor.current?.goTo({ blockId: id === LEAD_SECTION_ID ? (report.sections[0]?.paragraphs[0]?.id ?? '') : id })}
              onApply={apply}
              confirm={({ title, message, action, onConfirm }) =>
                modals.openConfirmModal({ title, children: <Text size="sm">{message}</Text>, labels: { confirm: action, cancel: '取消' }, confirmProps: { color: 'red' }, onConfirm })
              }
            />
          </Still>
        </nav>
        <section className="bench-text" aria-label="正文">
          <EditorToolbar editor={editor.current} place={place} openSlots={openSlots} onDeclare={declareFigure} />
          {sought !== null && (
            <FindBar
              words={sought}
              matches={matches}
              onWords={setSought}
              onGo={(match) => editor.current?.goTo({ ...match, keepFocus: true })}
              onClose={() => {
                setSought(null)
                editor.current?.focus()
              }}
            />
          )}
          <div className="bench-page" data-pane="2" ref={page}>
            <ReportEditor ref={editor} initial={opened.report} highlights={highlights} onChange={changed} onPlace={setPlace} onLedger={held.changed} note={note} onFinding={onFinding} onNoteClosed={onNoteClosed} onRefused={(why) => notifications.show({ color: 'amber', message: why })} {...(ledger && report.year !== null ? { onLink: setLinking } : {})} />
          </div>
          <footer className="bench-status" aria-label="统计">
            <span>字数 {count(characters)}</span>
            <span>数据 {analysed ? count(analysed.figures.filter(({ kind }) => kind === 'quantity' || kind === 'percent' || kind === 'money').length) : '…'}</span>
            <span data-open={openSlots > 0 || undefined}>待填 {openSlots}</span>
            <FindingsStatus desk={findings} onShow={() => setTab('findings')} />
            {unlike.length > 0 && <span data-unlike role="status">与台账不一致 {unlike.length}</span>}
            {failed && <span role="alert">数据识别出错，正在重试</span>}
          </footer>
        </section>
        <aside className="bench-side" aria-label="数据与问题" data-pane="3">
          <Still still={view !== 'text'}>
            <SidePanel
              report={report}
              analysed={analysed}
              section={section}
              tab={tab}
              onTab={setTab}
              last={last}
              lastFailure={lastFailure}
              reports={reports}
              onLast={choose}
              lastMode={lastMode}
              onLastMode={setLastMode}
              onOpenLast={openLast}
              lastPane={lastPane}
              onGo={(where) => editor.current?.goTo(where)}
              findings={findings}
              failed={failed}
              onRetry={retry}
              onSettings={() => setSetting(true)}
              onDecide={(where, decision) => editor.current?.decide(where, decision)}
              places={held.places}
              onFillFromLedger={(ids) => editor.current?.writeFromLedger(ids)}
              onNextUnlike={held.nextUnlike}
              current={place?.blockId}
              onReviewed={(where) => editor.current?.reviewed(where)}
              onCommitments={(commitments) => editor.current?.setCommitments(commitments)}
              ledger={ledger ?? null}
              onInsert={(words) => editor.current?.insertPassage(words)}
              onFill={held.fill}
              onEnter={held.enter}
              returned={returned}
            />
          </Still>
        </aside>
      </div>
      {linking && ledger && report.year !== null && (
        <LinkDialog
          ledger={ledger}
          year={report.year}
          place={linking}
          onLink={(link, changes) => {
            setLinking(undefined)
            if (report.year !== null) editor.current?.linkFigures([link], report.year, changes)
            editor.current?.focus()
          }}
          onClose={() => setLinking(undefined)}
        />
      )}
      {setting && <CheckSettingsDialog offHere={findings.offHere} onSwitchHere={findings.switchHere} onClose={() => setSetting(false)} />}
      {exporting && (
        <ExportDialog
          report={report}
          last={last}
          reports={reports}
          onGo={(where) => {
            setExporting(false)
            setTab('findings')
            goToText(where)
          }}
          flush={async () => (await Promise.all([autosave.flush(), held.flush()])).every(Boolean)}
          onClose={() => setExporting(false)}
          onFill={() => {
            setExporting(false)
            editor.current?.toSlot(1)
          }}
        />
      )}
    </Frame>
  )
  function askWhichToKeep(): void {
    resolveConflict({
      onTheirs: () => {
        autosave.abandon()
        onReload()
      },
      onOurs: () => void client.reports.get({ id: report.id }).then(({ revision }) => autosave.takeOver(revision, report)),
    })
  }
}
