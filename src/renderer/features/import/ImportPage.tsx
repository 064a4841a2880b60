import './import.css'
import { Alert, Button, Center, EmptyState, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconClock, IconFileImport, IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import type { Report } from '#core/model/report.ts'
import { tellFailure } from '../../app/failure.ts'
import { Frame } from '../../app/Frame.tsx'
import { useHost } from '../../app/host.ts'
import { useReports } from '../../app/reports.ts'
import { goTo } from '../../app/routes.ts'
import { useStore } from '../../app/store.ts'
import { nameOf } from '../../ui/words.ts'
import { chooseFiles } from './choose-files.ts'
import { OutlinePreview } from './OutlinePreview.tsx'
import { drop, dropAll, queue, retry, type Entry } from './queue.ts'
import { ReportForm, type Head } from './ReportForm.tsx'

/** Files on their way into the library, one after the other: read, looked at, corrected, saved. */
export function ImportPage() {
  const host = useHost()
  const { reports = [] } = useReports()
  const entries = useStore(queue)
  const [chosen, setChosen] = useState<number>()
  const [heads, setHeads] = useState<Readonly<Record<number, Partial<Head>>>>({})
  const [saving, setSaving] = useState(false)
  const current = entries.find(({ key }) => key === chosen) ?? entries[0]

  const leaveIfLast = (): void => {
    if (queue.get().length === 0) goTo({ page: 'library' })
  }
  const cancel = (key: number): void => {
    drop(key)
    leaveIfLast()
  }
  const save = async (key: number, report: Report): Promise<void> => {
    setSaving(true)
    try {
      const { id } = await host.client.reports.add({ report })
      drop(key)
      notifications.show({
        color: 'green',
        icon: <IconCheck size={18} />,
        title: '已保存到资料库',
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <span>{nameOf(report)}</span>
            <Button size="compact-sm" variant="light" style={{ flex: 'none' }} onClick={() => goTo({ page: 'edit', id })}>
              打开
            </Button>
          </Group>
        ),
      })
      leaveIfLast()
    } catch (error) {
      tellFailure('没有保存到资料库', error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <Frame
      bar={
        <>
          <Title order={1} size={16} fw={600}>
            导入报告
          </Title>
          {entries.length > 1 && (
            <Text size="sm" c="dimmed">
              共 {entries.length} 份，逐份核对后保存
            </Text>
          )}
          <div style={{ flex: 1 }} />
          {entries.length > 1 && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => (dropAll(), leaveIfLast())}>
              全部不导入
            </Button>
          )}
          <Button variant="default" size="compact-md" onClick={() => goTo({ page: 'library' })}>
            回到资料库
          </Button>
        </>
      }
    >
      {!current ? (
        <Center h="100%">
          <EmptyState icon={<IconFileImport stroke={1.4} />} title="没有待导入的文件" description="把 .docx、.doc、.pdf、.html、.txt 或 .md 文件拖到窗口中，或者从文件夹中选择。">
            <EmptyState.Actions>
              <Button onClick={() => void chooseFiles(host)}>选择文件</Button>
            </EmptyState.Actions>
          </EmptyState>
        </Center>
      ) : (
        <div className="import" data-several={entries.length > 1 || undefined}>
          {entries.length > 1 && <Files entries={entries} current={current.key} onChoose={setChosen} />}
          {current.state === 'ready' ? (
            <Ready
              key={current.key}
              entry={current}
              report={{ ...current.report, ...heads[current.key] }}
              known={reports}
              saving={saving}
              more={entries.length > 1}
              onChange={(head) => setHeads((now) => ({ ...now, [current.key]: { ...now[current.key], ...head } }))}
              onSave={(report) => void save(current.key, report)}
              onCancel={() => cancel(current.key)}
            />
          ) : (
            <Center h="100%" p="xl">
              {current.state === 'failed' ? (
                <Alert color="red" icon={<IconAlertTriangle size={20} />} title={`没有导入“${current.file.name}”`} maw={620} role="alert">
                  <Text size="sm">{current.message}</Text>
                  <Text size="sm" mt={6}>
                    资料库没有变化。
                  </Text>
                  <Group mt="md" gap="sm">
                    <Button size="compact-md" onClick={() => (drop(current.key), void chooseFiles(host))}>
                      选择其他文件
                    </Button>
                    <Button size="compact-md" variant="default" onClick={() => retry(host, current.key)}>
                      重新读取
                    </Button>
                    <Button size="compact-md" variant="default" onClick={() => cancel(current.key)}>
                      不导入这份
                    </Button>
                  </Group>
                </Alert>
              ) : (
                <Stack align="center" role="status">
                  <Loader />
                  <Text>
                    正在读取“{current.file.name}”，识别标题和板块……
                    {current.state === 'reading' && current.progress ? `第 ${current.progress.done} 页，共 ${current.progress.of} 页` : ''}
                  </Text>
                  <Button variant="default" size="compact-md" onClick={() => cancel(current.key)}>
                    取消
                  </Button>
                </Stack>
              )}
            </Center>
          )}
        </div>
      )}
    </Frame>
  )
}

function Files({ entries, current, onChoose }: { entries: readonly Entry[]; current: number; onChoose: (key: number) => void }) {
  const icons = { waiting: IconClock, reading: IconClock, ready: IconFileText, failed: IconAlertTriangle } as const
  const words = { waiting: '等待读取', reading: '正在读取', ready: '待核对', failed: '没有读出' } as const
  return (
    <nav className="import-files" aria-label="待导入的文件">
      {entries.map(({ key, file, state }) => {
        const Icon = icons[state]
        return (
          <button key={key} type="button" aria-current={key === current} data-state={state} onClick={() => onChoose(key)}>
            <Icon size={18} stroke={1.6} />
            <span>
              <span className="one-line">{file.name}</span>
              <small>{words[state]}</small>
            </span>
          </button>
        )
      })}
    </nav>
  )
}

interface ReadyProps {
  entry: Entry
  report: Report
  known: Parameters<typeof ReportForm>[0]['known']
  saving: boolean
  more: boolean
  onChange: (head: Partial<Head>) => void
  onSave: (report: Report) => void
  onCancel: () => void
}

function Ready({ entry, report, known, saving, more, onChange, onSave, onCancel }: ReadyProps) {
  return (
    <div className="import-ready">
      <div className="import-left">
        <ReportForm report={report} fileName={entry.file.name} known={known} saving={saving} more={more} onChange={onChange} onSave={() => onSave(report)} onCancel={onCancel} />
      </div>
      <div className="import-right">
        <Text size="sm" c="dimmed" mb="xs">
          请核对识别出的结构。板块和段落可以在保存后的编辑页面中调整。
        </Text>
        <OutlinePreview report={report} />
      </div>
    </div>
  )
}
