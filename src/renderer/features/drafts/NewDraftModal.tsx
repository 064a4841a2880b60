import { Button, Group, Loader, Modal, NumberInput, Paper, Radio, ScrollArea, Select, Stack, Tabs, Text, TextInput } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { ReportSummary, TemplateSummary } from '#contract/contract.ts'
import { useApp } from '../../app/context.ts'
import { messageOf } from '../../app/failures.ts'

export interface NewDraftModalProps {
  reports: readonly ReportSummary[]
  /** a report to roll forward */
  from?: string | undefined
  onClose: () => void
}

/** This year's draft: rolled forward from an earlier report, or from a section template. */
export function NewDraftModal({ reports, from, onClose }: NewDraftModalProps) {
  const { client, go } = useApp()
  const [way, setWay] = useState<string | null>('roll')
  const [source, setSource] = useState<string | null>(from ?? null)
  const [templates, setTemplates] = useState<readonly TemplateSummary[] | null>(null)
  const [template, setTemplate] = useState('')
  const [body, setBody] = useState('')
  const [year, setYear] = useState<number | string>(() => nextYear(reports.find((r) => r.id === from)))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')

  useEffect(() => {
    client.templates.list().then(
      (list) => {
        setTemplates(list)
        setTemplate(list[0]?.name ?? '')
      },
      (error: unknown) => setFailure(messageOf(error)),
    )
  }, [client])

  const chosen = templates?.find((t) => t.name === template)
  const options = useMemo(() => reports.map((r) => ({ value: r.id, label: `${r.year ?? '年份不详'} · ${r.body || '单位不详'} · ${r.title}` })), [reports])
  const valid = typeof year === 'number' && year >= 1950 && year <= 2999 && (way === 'roll' ? source !== null : template !== '')

  const create = async (): Promise<void> => {
    if (!valid || typeof year !== 'number') return
    setBusy(true)
    setFailure('')
    try {
      const { id } = way === 'roll' && source !== null ? await client.drafts.rollForward({ reportId: source, year }) : await client.drafts.fromTemplate({ template, body: body.trim(), year })
      onClose()
      go({ page: 'edit', id })
    } catch (error) {
      setFailure(messageOf(error))
      setBusy(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title="新建草稿" size="lg" closeButtonProps={{ 'aria-label': '关闭' }}>
      <Tabs value={way} onChange={setWay} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="roll">结转上年报告</Tabs.Tab>
          <Tabs.Tab value="template">按板块模板</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="roll">
          <Stack gap="sm">
            <Text size="sm" className="dim">标题和段旨句保留，每个数据变为“待填”，旁边显示上年的数值；标题中的年份随之顺延。</Text>
            <Select label="从哪份报告结转" placeholder="选择一份报告" searchable data={options} value={source} nothingFoundMessage="没有找到" onChange={(value) => {
              setSource(value)
              setYear(nextYear(reports.find((r) => r.id === value)))
            }} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="template">
          <Stack gap="sm">
            {templates === null ? <Loader size="sm" aria-label="正在读取模板" /> : (
              <Group align="stretch" wrap="nowrap" gap="md">
                <Radio.Group value={template} onChange={setTemplate} aria-label="板块模板" style={{ flex: 1 }}>
                  <Stack gap={8}>
                    {templates.map((t) => (
                      <Radio.Card key={t.name} value={t.name} p="xs" aria-label={t.title}>
                        <Group wrap="nowrap" align="flex-start" gap="xs">
                          <Radio.Indicator mt={3} />
                          <div>
                            <Text size="sm" fw={500}>{t.title}</Text>
                            <Text size="xs" className="dim">{t.slots} 处数据 · {t.description}</Text>
                          </div>
                        </Group>
                      </Radio.Card>
                    ))}
                  </Stack>
                </Radio.Group>
                <Paper withBorder p="xs" w={300}>
                  <ScrollArea h={300} type="auto">
                    {chosen?.outline.map((line, i) => (
                      <Text key={i} size="xs" pl={Math.max(0, line.level - 1) * 14} py={2} fw={line.level === 1 ? 600 : 400}>{line.text}</Text>
                    ))}
                  </ScrollArea>
                </Paper>
              </Group>
            )}
            <TextInput label="单位" placeholder="例如 某某县政协" value={body} maxLength={100} onChange={(event) => setBody(event.currentTarget.value)} />
          </Stack>
        </Tabs.Panel>
        <NumberInput mt="sm" w={160} label="报告年份" value={year} onChange={setYear} min={1950} max={2999} allowDecimal={false} thousandSeparator="" />
      </Tabs>
      {failure !== '' && <Text c="red.8" size="sm" mt="sm" role="alert">{failure}</Text>}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>取消</Button>
        <Button disabled={!valid} loading={busy} onClick={() => void create()}>建立草稿</Button>
      </Group>
    </Modal>
  )
}

const nextYear = (report: ReportSummary | undefined): number => (report?.year != null ? report.year + 1 : new Date().getFullYear())
