import './carried.css'
import { ActionIcon, Badge, Button, Checkbox, Group, SegmentedControl, Text, TextInput, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Commitment, Report } from '#core/model/report.ts'
import { proposeReports } from '#core/templates/propose-reports.ts'
import type { Where } from '../edit/SidePanel.tsx'
import { REVIEW_NAMES, reviewRows } from './review-rows.ts'

export interface CarriedPanelProps {
  report: Report
  /** the paragraph in which the cursor is */
  current: string | undefined
  onGo: (where: Where) => void
  /** words were looked at, and are right */
  onReviewed: (where: Where) => void
  onCommitments: (commitments: readonly Commitment[]) => void
}

/** What came over from last year's report (结转): words that must be looked at, and what was promised for this year. */
export function CarriedPanel({ report, current, onGo, onReviewed, onCommitments }: CarriedPanelProps) {
  const rows = useMemo(() => reviewRows(report), [report])
  const commitments = report.commitments ?? []
  const [tab, setTab] = useState<'review' | 'promises'>(rows.length === 0 && commitments.length > 0 ? 'promises' : 'review')
  const promises = commitments.filter(({ kind }) => kind === 'promise')
  const open = promises.filter(({ state }) => state === 'open').length
  if (rows.length === 0 && commitments.length === 0) {
    return <Text size="sm" c="dimmed" p="md">{report.origin.from === 'report' ? '从上年报告带过来的文字都已复核，上年报告也没有工作安排部分。' : '这份报告不是由往年报告结转而来，没有需要复核的旧文字和承诺事项。'}</Text>
  }
  return (
    <div className="carried">
      <SegmentedControl size="xs" fullWidth aria-label="结转内容" value={tab} onChange={(value) => setTab(value === 'promises' ? 'promises' : 'review')} data={[{ value: 'review', label: `待复核 ${rows.length}` }, { value: 'promises', label: `承诺事项 ${promises.length - open}/${promises.length}` }]} />
      {tab === 'review' ? (
        rows.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">从上年报告带过来的年份、届次、人名、事件和文件名都已复核。</Text>
        ) : (
          <ul className="carried-list" aria-label="待复核的文字">
            {rows.map((row) => (
              <li key={`${row.place.blockId}:${row.place.start}`}>
                <button type="button" className="carried-row" onClick={() => onGo(row.place)}>
                  <Badge size="sm" radius="sm" variant="light" color="amber">{REVIEW_NAMES[row.kind]}</Badge>
                  <span>{row.around}</span>
                </button>
                <Tooltip label="看过了，这样写没有问题">
                  <ActionIcon variant="default" aria-label={`“${row.text.slice(0, 20)}”已复核`} onClick={() => onReviewed(row.place)}>
                    <IconCheck size={15} />
                  </ActionIcon>
                </Tooltip>
              </li>
            ))}
          </ul>
        )
      ) : (
        <Promises report={report} commitments={commitments} current={current} onGo={onGo} onCommitments={onCommitments} />
      )}
    </div>
  )
}

function Promises({ report, commitments, current, onGo, onCommitments }: Omit<CarriedPanelProps, 'onReviewed'> & { commitments: readonly Commitment[] }) {
  const [only, setOnly] = useState(false)
  // proposals follow the text, and may lag behind it a little
  const settled = useDeferredValue(report)
  const proposals = useMemo(() => proposeReports(settled), [settled])
  const paragraphs = useMemo(() => new Map(plainParagraphs(settled).map((p) => [p.id, p])), [settled])
  const change = (id: string, to: Partial<Commitment>): void => onCommitments(commitments.map((c) => (c.id === id ? { ...c, ...to } : c)))
  const reopen = (id: string): void => onCommitments(commitments.map((c) => {
    if (c.id !== id) return c
    const { paragraphId: _, note: __, ...rest } = c
    return { ...rest, state: 'open' as const }
  }))
  const promises = commitments.filter(({ kind }) => kind === 'promise')
  const open = promises.filter(({ state }) => state === 'open')
  const unseen = open.filter(({ id }) => (proposals.get(id) ?? []).length === 0)
  const shown = only ? unseen : commitments
  const excerpt = (id: string): string => (paragraphs.get(id)?.text ?? '').slice(0, 60)
  const goTo = (id: string): void => onGo({ blockId: id, start: 0, end: 0 })
  return (
    <>
      <div className="carried-sum">
        <Text size="xs" c="dimmed">{promises.length} 项承诺：已回应 {promises.filter(({ state }) => state === 'kept').length}，不再写 {promises.filter(({ state }) => state === 'dropped').length}，待确认 {open.length}（其中 {unseen.length} 项正文中没有找到回应）</Text>
        <Checkbox size="xs" label="只看没有回应的" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
      </div>
      <ul className="carried-list" aria-label="承诺事项">
        {shown.map((c, i) => {
          const heading = c.path.join(' › ')
          const begins = heading !== '' && heading !== shown[i - 1]?.path.join(' › ')
          const [best] = (proposals.get(c.id) ?? []).filter(({ paragraphId }) => paragraphs.has(paragraphId))
          const gone = c.state === 'kept' && c.paragraphId !== undefined && !paragraphs.has(c.paragraphId)
          return (
            <li key={c.id} className="carried-promise" data-state={c.state} data-kind={c.kind}>
              {begins && <div className="carried-path one-line" title={heading}>{heading}</div>}
              <div className="carried-text">{c.text}</div>
              {c.kind === 'preamble' ? null : c.state === 'kept' ? (
                <div className="carried-answer">
                  {gone ? <Text size="xs" c="red">回应它的段落已从正文删除，请重新确认。</Text> : <button type="button" className="carried-link" onClick={() => c.paragraphId !== undefined && goTo(c.paragraphId)}>✓ {c.paragraphId === undefined ? '已回应' : excerpt(c.paragraphId)}</button>}
                  <ActionIcon size="sm" variant="subtle" aria-label="重新确认" title="重新确认" onClick={() => reopen(c.id)}><IconArrowBackUp size={14} /></ActionIcon>
                </div>
              ) : c.state === 'dropped' ? (
                <div className="carried-answer">
                  <TextInput size="xs" style={{ flex: 1 }} aria-label="不再写的原因" placeholder="不再写的原因（可不填）" defaultValue={c.note ?? ''} onBlur={(event) => event.currentTarget.value !== (c.note ?? '') && change(c.id, { note: event.currentTarget.value })} />
                  <ActionIcon size="sm" variant="subtle" aria-label="重新确认" title="重新确认" onClick={() => reopen(c.id)}><IconArrowBackUp size={14} /></ActionIcon>
                </div>
              ) : (
                <>
                  {best ? (
                    <button type="button" className="carried-link" title={paragraphs.get(best.paragraphId)?.text} onClick={() => goTo(best.paragraphId)}>可能由这一段回应：{excerpt(best.paragraphId)}…</button>
                  ) : (
                    <Text size="xs" className="carried-none">正文中没有找到回应</Text>
                  )}
                  <Group gap={6} mt={4}>
                    {best && <Button size="compact-xs" variant="light" leftSection={<IconCheck size={13} />} onClick={() => change(c.id, { state: 'kept', paragraphId: best.paragraphId })}>确认</Button>}
                    {current !== undefined && paragraphs.get(current)?.paragraph && current !== best?.paragraphId && <Button size="compact-xs" variant="default" onClick={() => change(c.id, { state: 'kept', paragraphId: current })}>由光标所在段落回应</Button>}
                    <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconX size={13} />} onClick={() => change(c.id, { state: 'dropped' })}>不再写</Button>
                  </Group>
                </>
              )}
            </li>
          )
        })}
        {shown.length === 0 && <Text size="sm" c="dimmed" p="md">每一项承诺在正文中都有回应或候选段落。</Text>}
      </ul>
    </>
  )
}
