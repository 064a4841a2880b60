import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconFileExport, IconFileImport, IconInfoCircle, IconSearch } from '@tabler/icons-react'
import type { Report } from '#core/model/report.ts'
import type { SaveState } from '../../app/autosave.ts'
import { nameOf } from '../../ui/words.ts'
import { editInformation, type Information } from './information.tsx'
import { SaveStatus } from './SaveStatus.tsx'

/** What fills the desk: the text, the whole comparison, the years, the ledger, or one figure after the other. */
export type View = 'text' | 'compare' | 'series' | 'ledger' | 'verify'
const VIEWS: readonly { value: View; label: string }[] = [{ value: 'text', label: '正文' }, { value: 'compare', label: '对比表' }, { value: 'series', label: '历年' }, { value: 'ledger', label: '台账' }, { value: 'verify', label: '核对' }]

export interface WorkbenchBarProps {
  report: Report
  view: View
  onView: (view: View) => void
  saveState: SaveState
  onSave: () => void
  onFind: () => void
  onReadReturned: () => void
  onExport: () => void
  onInformation: (information: Information) => void
}

/** The bar above the desk: which report this is, what fills the desk, how the saving stands, and what is done with the whole report. */
export function WorkbenchBar({ report, view, onView, saveState, onSave, onFind, onReadReturned, onExport, onInformation }: WorkbenchBarProps) {
  return (
    <>
      <button type="button" className="bench-name" title="修改单位、年份和日期" onClick={() => editInformation(report, onInformation)}>
        <b className="one-line">{nameOf(report)}</b>
        <span>
          {report.body || '单位未填'} · {report.year === null ? '年份未定' : `${report.year}年`}
        </span>
        <IconInfoCircle size={15} stroke={1.7} />
      </button>
      <div style={{ flex: 1 }} />
      <SegmentedControl size="xs" aria-label="视图" value={view} onChange={(value) => onView(VIEWS.find((v) => v.value === value)?.value ?? 'text')} data={[...VIEWS]} />
      <div style={{ flex: 1 }} />
      <SaveStatus state={saveState} onSave={onSave} />
      <Tooltip label="在正文中查找（Ctrl+F）">
        <ActionIcon aria-label="在正文中查找" onClick={onFind}>
          <IconSearch size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="读取送审返回稿…">
        <ActionIcon aria-label="读取送审返回稿" onClick={onReadReturned}>
          <IconFileImport size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Button size="compact-md" leftSection={<IconFileExport size={17} stroke={1.7} />} onClick={onExport}>
        导出文件
      </Button>
    </>
  )
}
