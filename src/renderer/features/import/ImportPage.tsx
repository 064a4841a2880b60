import './import.css'
import { Alert, Button, Center, EmptyState, Group, Loader, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconClock, IconFileImport, IconFileText } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { moveParagraph } from '#core/edit/sections.ts'
import { doubtsOf } from '#core/intake/doubts.ts'
import { traceLines } from '#core/intake/trace.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { LEAD_SECTION_ID } from '#core/model/tree.ts'
import { tellFailure } from '../../app/failure.ts'
import { Frame } from '../../app/Frame.tsx'
import { useHost } from '../../app/host.ts'
import { useReports } from '../../app/reports.ts'
import { goTo } from '../../app/routes.ts'
import { useStore } from '../../app/store.ts'
import { EditorToolbar } from '../../editor/EditorToolbar.tsx'
import type { Highlight } from '../../editor/highlights.ts'
import { OutlinePane, type SectionFindings } from '../../editor/OutlinePane.tsx'
import type { EditorHandle, EditorPlace } from '../../editor/handle.ts'
import { ReportEditor } from '../../editor/ReportEditor.tsx'
import { nameOf } from '../../ui/words.ts'
import { chooseFiles } from './choose-files.ts'
import { PagePane } from './PagePane.tsx'
import { drop, dropAll, queue, retry, type Entry } from './queue.ts'
import { ReportForm } from './ReportForm.tsx'
import { SourcePane } from './SourcePane.tsx'

/** Files on their way into the library, one after the other: read, looked at, corrected, saved. */
export function ImportPage() {
  const host = useHost()
  const { reports = [] } = useReports()
  const entries = useStore(queue)
  const [chosen, setChosen] = useState<number>()
  const [corrected, setCorrected] = useState<Readonly<Record<number, Report>>>({})
  const [saving, setSaving] = useState(false)
  const current = entries.find(({ key }) => key === chosen) ?? entries[0]

  const leaveIfLast = (): void => {
    if (queue.get().length === 0) goTo({ page: 'library' })
  }
  const cancel = (key: number): void => {
    drop(key)
    leaveIfLast()
  }
  const save = async (key: number, report: Report, original: File): Promise<void> => {
    setSaving(true)
    try {
      const { id } = await host.client.reports.add({ report, original })
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
              report={corrected[current.key] ?? current.report}
              known={reports}
              saving={saving}
              more={entries.length > 1}
              onChange={(report) => setCorrected((now) => ({ ...now, [current.key]: report }))}
              onSave={(report) => void save(current.key, report, current.file)}
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
  entry: Extract<Entry, { state: 'ready' }>
  report: Report
  known: Parameters<typeof ReportForm>[0]['known']
  saving: boolean
  more: boolean
  onChange: (report: Report) => void
  onSave: (report: Report) => void
  onCancel: () => void
}

const NOTHING: readonly Highlight[] = []
const NO_FINDINGS: ReadonlyMap<string, SectionFindings> = new Map()

/** Left the file as it came, in the middle the report that was recovered, to be put right, at the side what is uncertain and the metadata. */
function Ready({ entry, report, known, saving, more, onChange, onSave, onCancel }: ReadyProps) {
  const editor = useRef<EditorHandle>(null)
  const [place, setPlace] = useState<EditorPlace | null>(null)
  const paged = entry.source.some(({ page }) => page !== undefined)
  const [left, setLeft] = useState<'page' | 'source' | 'outline'>(paged ? 'page' : 'source')
  const [page, setPage] = useState(1)
  const [hovered, setHovered] = useState<{ block: string | undefined; from: 'source' | 'report' }>({ block: undefined, from: 'source' })
  const trace = useMemo(() => traceLines(entry.source, report), [entry.source, report])
  const doubts = useMemo(() => doubtsOf(report, entry.source), [report, entry.source])
  const highlights = useMemo((): readonly Highlight[] => {
    const paragraph = hovered.block === undefined ? undefined : plainParagraphs(report).find(({ id }) => id === hovered.block)
    return paragraph && hovered.from === 'source' ? [{ blockId: paragraph.id, start: 0, end: paragraph.text.length, kind: 'match' }] : NOTHING
  }, [hovered, report])
  return (
    <div className="import-ready">
      <div className="import-source">
        <SegmentedControl
          size="xs"
          m={10}
          aria-label="左侧显示"
          value={left}
          onChange={(value) => setLeft(value === 'outline' || value === 'page' ? value : 'source')}
          data={[
            ...(paged ? [{ value: 'page', label: '页面' }] : []),
            { value: 'source', label: paged ? '文字' : '文件原文' },
            { value: 'outline', label: '大纲' },
          ]}
        />
        {left === 'page' ? (
          <PagePane file={entry.file} page={page} onPage={setPage} />
        ) : left === 'outline' ? (
          <OutlinePane
            report={report}
            current={place?.sectionId}
            findings={NO_FINDINGS}
            onGo={(id) => editor.current?.goTo({ blockId: id === LEAD_SECTION_ID ? (report.sections[0]?.paragraphs[0]?.id ?? '') : id })}
            onApply={(operation) => editor.current?.apply(operation)}
            confirm={({ title, message, action, onConfirm }) =>
              modals.openConfirmModal({ title, children: <Text size="sm">{message}</Text>, labels: { confirm: action, cancel: '取消' }, confirmProps: { color: 'red' }, onConfirm })
            }
          />
        ) : entry.source.length > 0 ? (
          <SourcePane
            lines={entry.source}
            trace={trace}
            hovered={hovered.block}
            follow={hovered.from === 'report'}
            onHover={(block) => setHovered({ block, from: 'source' })}
            onGo={(blockId) => editor.current?.goTo({ blockId })}
          />
        ) : (
          <Text size="sm" c="dimmed" px="md">
            这是述核自己的报告文件，没有另外的原文。
          </Text>
        )}
      </div>
      <div className="import-report" role="region" aria-label="识别出的结构">
        <EditorToolbar editor={editor.current} place={place} openSlots={0} furniture />
        <div className="import-page">
          <ReportEditor
            ref={editor}
            initial={entry.report}
            furniture
            highlights={highlights}
            onHover={(block) => {
              setHovered((now) => (now.block === block && now.from === 'report' ? now : { block, from: 'report' }))
              // the page turns to where one reads
              const at = block === undefined ? undefined : entry.source[trace.indexOf(block)]?.page
              if (at !== undefined) setPage(at)
            }}
            onChange={(next) => onChange({ ...next, body: report.body, year: report.year, date: report.date })}
            onPlace={setPlace}
          />
        </div>
      </div>
      <div className="import-side">
        <ReportForm
          report={report}
          fileName={entry.file.name}
          known={known}
          saving={saving}
          more={more}
          onChange={(head) => onChange({ ...report, ...head })}
          onSave={() => onSave(report)}
          onCancel={onCancel}
        />
        <section aria-label="请核对" className="import-doubts">
          <Text size="sm" fw={600}>
            {doubts.length > 0 ? `请核对（${doubts.length}）` : '没有发现需要特别核对的地方'}
          </Text>
          <ol>
            {doubts.map(({ blockId, message, moveTo }, i) => (
              <li key={i}>
                {blockId === undefined ? (
                  <span>{message}</span>
                ) : (
                  <button type="button" onClick={() => editor.current?.goTo({ blockId })}>
                    {message}
                  </button>
                )}
                {blockId !== undefined && moveTo !== undefined && (
                  <Button size="compact-xs" variant="light" ml={10} onClick={() => editor.current?.apply((r) => moveParagraph(r, blockId, moveTo))}>
                    移到那里
                  </Button>
                )}
              </li>
            ))}
          </ol>
          <Text size="xs" c="dimmed">
            在中间直接修改：回车拆分段落，退格与上一段相连，Alt+Shift+↑↓ 移动，左上角可改级别或移出正文，Ctrl+Z 撤销。保存之前，资料库没有变化。
          </Text>
        </section>
      </div>
    </div>
  )
}
