import { Alert, Button, Group, NumberInput, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { headingText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allSections } from '#core/model/tree.ts'
import { messageOf } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { useReports } from '../../app/reports.ts'
import { nameOf, yearText } from '../../ui/words.ts'
import { DraftOutline } from './DraftOutline.tsx'
import { rollable, yearAfter } from './years.ts'
import { useBegin } from './use-begin.ts'

/** Rolls a report forward (结转): headings and lead sentences stay, every figure becomes open. */
export function FromReport({ chosen, onDone }: { chosen: string | undefined; onDone: () => void }) {
  const { client } = useHost()
  const { reports } = useReports()
  const choices = rollable(reports ?? [])
  const [id, setId] = useState<string | null>(chosen ?? null)
  const [typedYear, setTypedYear] = useState<number | null>()
  const [report, setReport] = useState<Report>()
  const { begin, busy, failure, setFailure } = useBegin(onDone)
  const selected = choices.find((r) => r.id === id) ?? choices[0]
  const year = typedYear === undefined ? (selected ? yearAfter(selected, new Date()) : null) : typedYear
  const selectedId = selected?.id

  useEffect(() => {
    setReport(undefined)
    if (selectedId === undefined) return undefined
    let stale = false
    client.reports.get({ id: selectedId }).then(
      (answer) => {
        if (!stale) setReport(answer.report)
      },
      (error: unknown) => {
        if (!stale) setFailure(messageOf(error))
      },
    )
    return () => {
      stale = true
    }
  }, [client, selectedId, setFailure])

  const submit = (): void => {
    if (selected && year !== null) void begin(() => client.drafts.rollForward({ reportId: selected.id, year }))
  }

  if (reports && choices.length === 0) return <Alert color="ink">资料库中还没有报告。请先导入往年的报告，或按模板起草。</Alert>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          保留往年报告的标题、板块和段旨句；正文中的每个数据变为“待填”，并显示上年数值；能确定的年份、届次顺延，不能确定的标出待复核。往年报告里的下一年计划不抄入草稿，列为“承诺事项”逐项对照。下面是往年报告的大纲。
        </Text>
        <Group align="start" gap="sm">
          <Select
            flex={1}
            label="往年报告"
            searchable
            allowDeselect={false}
            data={choices.map((r) => ({ value: r.id, label: `${yearText(r.year)} ${r.body || ''}　${nameOf(r)}${r.status === 'draft' ? '（草稿）' : r.origin.from === 'example' ? '（示例）' : ''}` }))}
            value={selected?.id ?? null}
            onChange={(value) => {
              setId(value)
              setTypedYear(undefined)
            }}
          />
          <YearInput year={year} onChange={setTypedYear} />
        </Group>
        {report ? <DraftOutline lines={allSections(report.sections).flatMap((s) => (headingText(s) === '' ? [] : [{ level: s.level, text: headingText(s) }]))} figures={selected?.figures ?? 0} /> : <Skeleton height={200} />}
        {failure !== undefined && (
          <Alert color="red" role="alert">
            {failure}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            取消
          </Button>
          <Button type="submit" loading={busy} disabled={!selected || year === null}>
            {year === null ? '结转' : `结转为 ${year} 年草稿`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The year that the draft reports on. */
export function YearInput({ year, onChange }: { year: number | null; onChange: (year: number | null) => void }) {
  return (
    <NumberInput
      w={130}
      label="草稿年份"
      required
      withAsterisk={false}
      min={1950}
      max={2999}
      allowDecimal={false}
      thousandSeparator=""
      clampBehavior="none"
      value={year ?? ''}
      error={year === null ? '请填写年份' : undefined}
      onChange={(value) => onChange(typeof value === 'number' && value >= 1950 && value <= 2999 ? value : null)}
    />
  )
}
