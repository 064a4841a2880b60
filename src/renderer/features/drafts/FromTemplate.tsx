import { Alert, Autocomplete, Button, Group, Radio, Skeleton, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { TemplateSummary } from '#contract/contract.ts'
import { messageOf } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { useReports } from '../../app/reports.ts'
import { bodiesOf } from '../library/filter.ts'
import { DraftOutline } from './DraftOutline.tsx'
import { YearInput } from './FromReport.tsx'
import { yearToWrite } from './years.ts'
import { useBegin } from './use-begin.ts'

/** Begins a draft from a section template that was drawn from a real report. */
export function FromTemplate({ onDone }: { onDone: () => void }) {
  const { client } = useHost()
  const { reports = [] } = useReports()
  const [templates, setTemplates] = useState<readonly TemplateSummary[]>()
  const [name, setName] = useState('')
  const [body, setBody] = useState('')
  const [year, setYear] = useState<number | null>(() => yearToWrite(new Date()))
  const { begin, busy, failure, setFailure } = useBegin(onDone)
  const template = templates?.find((t) => t.name === name) ?? templates?.[0]

  useEffect(() => {
    let stale = false
    client.templates.list().then(
      (list) => {
        if (!stale) setTemplates(list)
      },
      (error: unknown) => {
        if (!stale) setFailure(messageOf(error))
      },
    )
    return () => {
      stale = true
    }
  }, [client, setFailure])

  const submit = (): void => {
    if (template && year !== null && body.trim() !== '') void begin(() => client.drafts.fromTemplate({ template: template.name, body: body.trim(), year }))
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          模板取自已发布的报告：板块的标题和段旨句作为提示，数据的位置留空待填。
        </Text>
        <Group align="start" gap="sm">
          <Autocomplete flex={1} label="单位" required withAsterisk={false} placeholder="如：开化县政协" maxLength={100} data={bodiesOf(reports)} value={body} onChange={setBody} />
          <YearInput year={year} onChange={setYear} />
        </Group>
        {templates ? (
          <div className="draft-templates">
            <Radio.Group aria-label="模板" value={template?.name ?? ''} onChange={setName}>
              <Stack gap={6}>
                {templates.map((t) => (
                  <Radio.Card key={t.name} value={t.name} className="draft-template">
                    <Group wrap="nowrap" align="flex-start" gap={10}>
                      <Radio.Indicator size="xs" mt={3} />
                      <div>
                        <Text fw={550} size="sm">
                          {t.title}
                        </Text>
                        <Text size="xs" c="dimmed">
                          {t.description}
                        </Text>
                      </div>
                    </Group>
                  </Radio.Card>
                ))}
              </Stack>
            </Radio.Group>
            {template && <DraftOutline lines={template.outline} figures={template.slots} />}
          </div>
        ) : (
          failure === undefined && <Skeleton height={240} />
        )}
        {failure !== undefined && (
          <Alert color="red" role="alert">
            {failure}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            取消
          </Button>
          <Button type="submit" loading={busy} disabled={!template || year === null || body.trim() === ''}>
            {year === null ? '新建草稿' : `新建 ${year} 年草稿`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
