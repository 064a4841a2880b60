import { Badge, SegmentedControl, Tabs, Text } from '@mantine/core'
import { useMemo, useState, type RefObject } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import type { Commitment, Report } from '#core/model/report.ts'
import type { Decision } from '../../editor/decide.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { CarriedPanel } from '../carried/CarriedPanel.tsx'
import { MaterialsPanel, type MaterialsPanelProps } from '../materials/MaterialsPanel.tsx'
import { FiguresPanel } from './FiguresPanel.tsx'
import { FindingsPanel } from '../findings/FindingsPanel.tsx'
import type { FindingsDesk } from '../findings/use-findings.ts'
import type { StatedPlace } from '#core/ledger/places.ts'
import { LedgerStrip } from './LedgerStrip.tsx'
import { LastPanel, type LastMode } from './LastPanel.tsx'
import { ReturnedPanel } from '../returned/ReturnedPanel.tsx'
import type { ReturnedDesk } from '../returned/use-returned.ts'
import { LastSelect } from './LastSelect.tsx'

export type SideTab = 'figures' | 'findings' | 'last' | 'materials' | 'carried' | 'returned'
const TABS: readonly SideTab[] = ['figures', 'findings', 'last', 'materials', 'carried', 'returned']
export type Reach = 'section' | 'report'

export interface Where {
  blockId: string
  start: number
  end: number
  /** shows what is known of the figure there */
  open?: boolean
}

export interface SidePanelProps {
  report: Report
  analysed: Analysed | undefined
  /** id of the section in which the cursor is */
  section: string | undefined
  tab: SideTab
  onTab: (tab: SideTab) => void
  last: ReportSummary | undefined
  lastFailure: string | undefined
  reports: readonly ReportSummary[]
  onLast: (id: string | undefined) => void
  lastMode: LastMode
  onLastMode: (mode: LastMode) => void
  /** opens the earlier report at a place */
  onOpenLast: (where: Where) => void
  /** what scrolls together with the text */
  lastPane: RefObject<HTMLDivElement | null>
  onGo: (where: Where) => void
  findings: FindingsDesk
  /** the text could not be looked at */
  failed: boolean
  onRetry: () => void
  /** opens what is set for all reports */
  onSettings: () => void
  onDecide: (where: Where, decision: Decision) => void
  /** the places that are linked with the ledger */
  places: readonly StatedPlace[]
  onFillFromLedger: (ids: readonly string[]) => void
  /** the paragraph in which the cursor is */
  current: string | undefined
  onReviewed: (where: Where) => void
  onCommitments: (commitments: readonly Commitment[]) => void
  ledger: Ledger | null
  onInsert: MaterialsPanelProps['onInsert']
  onFill: MaterialsPanelProps['onFill']
  onEnter: NonNullable<MaterialsPanelProps['onEnter']>
  returned: ReturnedDesk
  /** the next place that differs from the ledger */
  onNextUnlike: () => Where | undefined
}

/** What the core says of the text: its figures beside last year's, and what is wrong. */
export function SidePanel({ report, analysed, section, tab, onTab, last, lastFailure, reports, onLast, lastMode, onLastMode, onOpenLast, lastPane, onGo, findings, failed, onRetry, onSettings, onDecide, places, onFillFromLedger, onNextUnlike, current, onReviewed, onCommitments, ledger, onInsert, onFill, onEnter, returned }: SidePanelProps) {
  // one goes through figures section by section, and wants to miss no finding
  const [reaches, setReaches] = useState<Readonly<Record<'text' | 'findings', Reach>>>({ text: 'section', findings: 'report' })
  const kind = tab === 'findings' ? 'findings' : 'text'
  const reach = reaches[kind]
  const setReach = (next: Reach): void => setReaches((now) => ({ ...now, [kind]: next }))
  const { error, warning } = findings.counts
  const carried = useMemo(() => (report.commitments?.length ?? 0) + (tab === 'carried' || report.origin.from === 'report' ? 1 : 0), [report, tab])
  const within = reach === 'section' ? section : undefined
  return (
    <Tabs value={tab} onChange={(value) => onTab(TABS.find((t) => t === value) ?? 'figures')} className="side" keepMounted={false}>
      <Tabs.List grow>
        <Tabs.Tab value="figures">数据</Tabs.Tab>
        <Tabs.Tab value="last">去年</Tabs.Tab>
        <Tabs.Tab
          value="findings"
          rightSection={
            error + warning > 0 && (
              <Badge size="sm" variant="light" color={error > 0 ? 'red' : 'amber'} radius="sm">
                {error + warning}
              </Badge>
            )
          }
        >
          问题
        </Tabs.Tab>
        <Tabs.Tab value="materials">素材</Tabs.Tab>
        {carried > 0 && <Tabs.Tab value="carried">结转</Tabs.Tab>}
        {(tab === 'returned' || returned.fileName !== undefined || returned.remarks.length > 0) && <Tabs.Tab value="returned">返回稿</Tabs.Tab>}
      </Tabs.List>
      {(tab === 'figures' || tab === 'findings' || tab === 'last') && (
      <div className="side-head">
        <LastSelect report={report} reports={reports} last={last} onLast={onLast} />
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="显示范围"
          value={reach}
          onChange={(value) => setReach(value === 'report' ? 'report' : 'section')}
          data={[
            { value: 'section', label: '本板块' },
            { value: 'report', label: '全文' },
          ]}
        />
        {lastFailure !== undefined && (
          <Text size="xs" c="red" role="alert">
            往年报告没有读出来：{lastFailure}
          </Text>
        )}
      </div>
      )}
      <Tabs.Panel value="figures" className="side-list">
        <LedgerStrip places={places} onGo={onGo} onFill={onFillFromLedger} onNext={onNextUnlike} />
        {analysed ? <FiguresPanel analysed={analysed} section={within} last={last} onGo={onGo} onDecide={onDecide} /> : <Waiting />}
      </Tabs.Panel>
      <Tabs.Panel value="last" className="side-last">
        {analysed ? <LastPanel analysed={analysed} section={within} last={last} mode={lastMode} onMode={onLastMode} onGo={onGo} onOpenLast={onOpenLast} pane={lastPane} /> : <Waiting />}
      </Tabs.Panel>
      <Tabs.Panel value="findings" className="side-last">
        <FindingsPanel desk={findings} section={within} onWhole={() => setReach('report')} failed={failed} onRetry={onRetry} onSettings={onSettings} />
      </Tabs.Panel>
      <Tabs.Panel value="materials" className="side-last">
        <MaterialsPanel report={report} ledger={ledger} onInsert={onInsert} onFill={onFill} onEnter={onEnter} onGo={onGo} />
      </Tabs.Panel>
      <Tabs.Panel value="returned" className="side-last">
        <ReturnedPanel report={report} desk={returned} onGo={onGo} />
      </Tabs.Panel>
      <Tabs.Panel value="carried" className="side-last">
        <CarriedPanel report={report} current={current} onGo={onGo} onReviewed={onReviewed} onCommitments={onCommitments} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Waiting() {
  return (
    <Text size="sm" c="dimmed" p="md" role="status">
      正在识别数据…
    </Text>
  )
}
