import './collect.css'
import { ActionIcon, Alert, Button, Checkbox, Group as Row, Modal, Text } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconFileImport, IconFileSpreadsheet } from '@tabler/icons-react'
import { Fragment, useMemo, useState } from 'react'
import { collectionsOverview, unassigned, type CollectionOverview } from '#core/ledger/collection.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { sayTime } from '../../ui/words.ts'

export interface CollectDialogProps {
  ledger: Ledger
  year: number
  /** writes a sheet for each of these departments */
  onExport: (departments: string[]) => void
  /** chooses filled sheets and reads them back */
  onReadBack: () => void
  onClose: () => void
}

/** Collection sheets (数据采集表): who was asked, who delivered what, and what is still missing. */
export function CollectDialog({ ledger, year, onExport, onReadBack, onClose }: CollectDialogProps) {
  const overview = useMemo(() => collectionsOverview(ledger, year), [ledger, year])
  const homeless = useMemo(() => unassigned(ledger), [ledger])
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [open, setOpen] = useState<string>()
  const now = new Date()
  const asked = overview.filter(({ indicators }) => indicators > 0)
  // who still owes something is asked again, unless the editor says otherwise
  const isChosen = ({ department, indicators, missing }: CollectionOverview): boolean => indicators > 0 && (ticks.get(department) ?? missing.length > 0)
  const chosen = overview.filter(isChosen).map(({ department }) => department)
  const sum = (of: (o: CollectionOverview) => number): number => overview.reduce((n, o) => n + of(o), 0)
  const when = (at: string | undefined): string => (at === undefined ? '—' : sayTime(new Date(at), now))

  return (
    <Modal opened onClose={onClose} title={`${year}年数据采集`} size="min(900px, 96vw)">
      <div className="returned">
        {overview.length === 0 ? (
          <Text size="sm" role="status">
            {ledger.indicators.length === 0
              ? '台账里还没有指标。请先从往年报告建立台账，再为指标填写部门。'
              : '还没有指标写明由哪个部门填报。请在台账的“部门”列填写部门名称（可以选中多行一起填），再回来导出采集表。'}
          </Text>
        ) : (
          <>
            <div className="returned-scroll" tabIndex={0} role="region" aria-label="各部门填报情况">
              <table className="returned-table">
                <thead>
                  <tr>
                    <th scope="col">
                      <Checkbox size="xs" aria-label="全选部门" checked={chosen.length === asked.length && asked.length > 0} indeterminate={chosen.length > 0 && chosen.length < asked.length} onChange={(event) => setTicks(new Map(asked.map(({ department }) => [department, event.currentTarget.checked])))} />
                    </th>
                    <th scope="col">部门</th>
                    {['指标', '已填未核', '已核', '存疑', '缺'].map((title) => <th key={title} scope="col" data-numeric>{title}</th>)}
                    <th scope="col">发出</th>
                    <th scope="col">交回</th>
                  </tr>
                </thead>
                <tbody>
                  {overview.map((o) => (
                    <Fragment key={o.department}>
                      <tr>
                        <td>
                          <Checkbox size="xs" aria-label={`导出${o.department}的采集表`} disabled={o.indicators === 0} checked={isChosen(o)} onChange={(event) => setTicks(new Map([...ticks, [o.department, event.currentTarget.checked]]))} />
                        </td>
                        <th scope="row">
                          {o.department}
                          {o.fileName !== undefined && <small>{o.fileName}</small>}
                        </th>
                        <td className="numeric">{o.indicators}</td>
                        <td className="numeric">{o.filled}</td>
                        <td className="numeric">{o.verified}</td>
                        <td className="numeric">{o.doubtful}</td>
                        <td className="numeric" data-missing={o.missing.length > 0 || undefined}>
                          {o.missing.length}
                          {o.missing.length > 0 && (
                            <ActionIcon size="xs" aria-label={`${o.department}缺哪些指标`} aria-expanded={open === o.department} onClick={() => setOpen(open === o.department ? undefined : o.department)}>
                              {open === o.department ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
                            </ActionIcon>
                          )}
                        </td>
                        <td>{when(o.sentAt)}</td>
                        <td data-missing={(o.sentAt !== undefined && o.returnedAt === undefined && o.missing.length > 0) || undefined}>{o.sentAt !== undefined && o.returnedAt === undefined ? '未交回' : when(o.returnedAt)}</td>
                      </tr>
                      {open === o.department && (
                        <tr>
                          <td />
                          <td colSpan={8}>
                            <Text size="sm">缺：{o.missing.map(({ name }) => name).join('、')}</Text>
                          </td>
                        </tr>
                      )}
                    </Fragment>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <td />
                    <th scope="row">合计</th>
                    <td className="numeric">{sum((o) => o.indicators)}</td>
                    <td className="numeric">{sum((o) => o.filled)}</td>
                    <td className="numeric">{sum((o) => o.verified)}</td>
                    <td className="numeric">{sum((o) => o.doubtful)}</td>
                    <td className="numeric">{sum((o) => o.missing.length)}</td>
                    <td />
                    <td />
                  </tr>
                </tfoot>
              </table>
            </div>
            {homeless > 0 && (
              <Alert color="amber" title={`还有 ${homeless} 个指标没有部门`}>
                <Text size="sm">它们不在任何采集表里。请在台账的“部门”列填写由谁填报。</Text>
              </Alert>
            )}
          </>
        )}
        <Row justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>关闭</Button>
          <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={onReadBack}>读回填报表…</Button>
          <Button leftSection={<IconFileSpreadsheet size={16} />} disabled={chosen.length === 0} onClick={() => onExport(chosen)}>
            {chosen.length > 0 ? `导出 ${chosen.length} 个部门的采集表` : '导出采集表'}
          </Button>
        </Row>
      </div>
    </Modal>
  )
}
