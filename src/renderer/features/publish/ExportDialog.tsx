import './publish.css'
import { Alert, Button, Group, Loader, Modal, NativeSelect, SegmentedControl, Stack, Tabs, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconPrinter } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Found, Printing, ReportSummary } from '#contract/contract.ts'
import type { Report } from '#core/model/report.ts'
import { KINDS, PROFILES, type FileKind, type PrintOptions, type Profile } from '#core/print/options.ts'
import { exportName, printingOf, type Habit } from '#core/print/publishing.ts'
import { codeOf, messageOf, tellFailure } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { download } from '../../ui/download.ts'
import { basesOf, type Base } from './bases.ts'
import { LastExports, type Made } from './LastExports.tsx'
import { OpenList, type OpenThings } from './OpenList.tsx'
import { ProfileOptions } from './ProfileOptions.tsx'
import { Pages } from './pages/Pages.tsx'
import { printPages, savePdf } from './pages/print-pages.tsx'
import { useExports, useModel } from './use-export.ts'
import { KIND_WORDS, PROFILE_WORDS } from './words.ts'

export interface ExportDialogProps {
  report: Pick<Report, 'id' | 'body' | 'date' | 'title' | 'subtitle' | 'year'>
  /** the report that it is compared with */
  last: ReportSummary | undefined
  reports: readonly ReportSummary[]
  /** the user wants to look at a place first */
  onGo: (place: Found['first']) => void
  /** saves what is not saved; answers whether all is */
  flush: () => Promise<boolean>
  onClose: () => void
  /** the user wants to fill the open slots first */
  onFill: () => void
}

/** What was found out when the dialog was opened. */
interface Seen {
  open: OpenThings
  habit: Habit
  bases: readonly Base[]
}

/** A file that could not be written, and what to make again under another name. */
interface Refused {
  message: string
  fileName: string
  request: Request
}

/** What is to be made, whatever the dialog is set to by then. */
interface Request {
  how: Printing
  kind: FileKind
}

/** Exports the report in one of four profiles: shows the real pages, and says before what is still open. */
export function ExportDialog({ report, last, reports, onGo, flush, onClose, onFill }: ExportDialogProps) {
  const { client } = useHost()
  const [seen, setSeen] = useState<Seen>()
  const [habit, setHabit] = useState<Habit>()
  const [base, setBase] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const { exports, reload } = useExports()
  const { id, body } = report
  const lastId = last?.id

  // an export goes on when the dialog is closed, and must not close the next one
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])

  useEffect(() => {
    let stale = false
    const look = async (): Promise<void> => {
      if (!(await flush())) throw new Error('unsaved')
      const [open, kept, versions] = await Promise.all([
        client.publish.review({ id, ...(lastId === undefined ? {} : { last: lastId }) }),
        client.publish.habit({ body, report: id }),
        client.reports.versions({ id }),
      ])
      if (stale) return
      const bases = basesOf({ id, body }, last, reports, versions, new Date())
      const dated = withDate(kept, report.date)
      setSeen({ open, habit: dated, bases })
      setHabit((now) => now ?? dated)
      setBase((now) => now ?? (last ? bases[0]?.value : undefined) ?? '')
    }
    look().catch((error: unknown) => {
      if (!stale) setFailure(error instanceof Error && error.message === 'unsaved' ? '报告还有没有保存的修改，不能导出。请先处理保存失败的提示。' : messageOf(error))
    })
    return () => {
      stale = true
    }
    // once for each opening
  }, [client, id, lastId])

  const printing = useMemo((): Printing | undefined => {
    if (!seen || !habit) return undefined
    const against = habit.profile === 'review' ? seen.bases.find(({ value }) => value === base)?.base : undefined
    return { id, profile: habit.profile, options: tidy(habit.options), ...(lastId === undefined ? {} : { last: lastId }), ...(against ? { base: against } : {}) }
  }, [seen, habit, base, id, lastId])
  const { model, failure: notShown, busy: making } = useModel(printing)

  const open = seen?.open.openSlots ?? 0
  const profile = habit?.profile ?? 'official'
  const despite = open > 0 && (profile === 'official' || profile === 'newspaper')

  const told = (made: Profile, where: string): void => {
    reload()
    notifications.show({ color: 'green', icon: <IconCheck size={18} />, title: `已导出${PROFILE_WORDS[made].label}`, message: where })
  }

  const run = async ({ fileName, again, request }: { fileName?: string; again?: Made; request?: Request } = {}): Promise<void> => {
    if (!printing || !habit) return
    setBusy(true)
    setFailure(undefined)
    setRefused(undefined)
    const asked: Request = request ?? (again ? { how: printingOf(again), kind: again.kind } : { how: printing, kind: habit.kind })
    const { how, kind } = asked
    try {
      if (kind === 'pdf') {
        const pages = how !== printing || !model || making ? await client.publish.model(how) : model
        const name = fileName ?? again?.fileName ?? exportName(report, how.profile, 'pdf')
        const made = await savePdf(client, name.replace(/\.pdf$/iu, ''), pages, { of: how, ...(again ? { again: again.id } : {}) })
        if (made.outcome === 'cancelled' || made.outcome === 'print') return
        told(how.profile, made.outcome === 'saved' ? made.path : `${made.name}，在浏览器的下载文件夹中。`)
        if (!again && shown.current) onClose()
        return
      }
      const answer = await client.publish.export({ ...how, kind, despiteOpenSlots: true, ...(fileName === undefined ? {} : { fileName }), ...(again ? { again: again.id } : {}) })
      if (answer.outcome === 'cancelled') return
      if (answer.outcome === 'download') download(answer.file)
      told(how.profile, answer.outcome === 'saved' ? answer.path : `${answer.file.name}，在浏览器的下载文件夹中。`)
      if (!again && shown.current) onClose()
    } catch (error) {
      if (codeOf(error) === 'UNWRITABLE' && error instanceof ORPCError) setRefused({ message: error.message, fileName: suggestionOf(error.data), request: asked })
      else setFailure(messageOf(error))
    } finally {
      setBusy(false)
    }
  }

  const choose = (next: Profile): void => setHabit((now) => now && { ...now, profile: next, kind: usual(next) })
  return (
    <Modal opened onClose={onClose} title="导出文件" size={1180} classNames={{ content: 'export-modal', body: 'export-body' }}>
      {!seen && failure === undefined && (
        <Group gap="sm" role="status" p="md">
          <Loader size="sm" />
          <Text size="sm">正在检查报告…</Text>
        </Group>
      )}
      {seen && habit && (
        <div className="export-columns">
          <div className="export-settings">
            <SegmentedControl fullWidth aria-label="版式" value={profile} onChange={(value) => choose(PROFILES.find((p) => p === value) ?? 'official')} data={PROFILES.map((value) => ({ value, label: PROFILE_WORDS[value].label }))} />
            <Text size="xs" c="dimmed" mt={6}>
              {PROFILE_WORDS[profile].about}
            </Text>
            <Tabs defaultValue={somethingOpen(seen.open) ? 'open' : 'options'} mt="xs" className="export-tabs">
              <Tabs.List>
                <Tabs.Tab value="options">选项</Tabs.Tab>
                <Tabs.Tab value="open">待办{open > 0 ? `（待填 ${open}）` : ''}</Tabs.Tab>
                <Tabs.Tab value="exports">最近导出</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="options" pt="sm">
                <Stack gap="sm">
                  <NativeSelect
                    label="格式"
                    value={habit.kind}
                    onChange={(event) => setHabit({ ...habit, kind: KINDS[profile].find((k) => k === event.currentTarget.value) ?? usual(profile) })}
                    data={KINDS[profile].map((value) => ({ value, label: KIND_WORDS[value] }))}
                  />
                  <ProfileOptions
                    profile={profile}
                    options={habit.options}
                    onChange={(options) => setHabit({ ...habit, options })}
                    signer={{ name: body, date: report.date }}
                    bases={seen.bases}
                    base={base ?? ''}
                    onBase={setBase}
                  />
                </Stack>
              </Tabs.Panel>
              <Tabs.Panel value="open" pt="sm">
                <OpenList open={seen.open} onGo={onGo} />
              </Tabs.Panel>
              <Tabs.Panel value="exports" pt="sm">
                <LastExports
                  exports={exports}
                  opens={location.protocol === 'app:'}
                  onOpen={(made, inFolder) => void client.publish.open({ export: made.id, inFolder }).catch((error: unknown) => tellFailure('没有打开文件', error))}
                  onRepeat={(made) => void run({ again: made })}
                  onForget={(made) => void client.publish.forget(made ? { exports: [made.id] } : {}).then(reload, (error: unknown) => tellFailure('列表没有改动', error))}
                />
              </Tabs.Panel>
            </Tabs>
          </div>
          <div className="export-preview">
            {notShown === undefined ? (
              <Pages key={profile} model={model} />
            ) : (
              <Alert color="red" title="不能预览" m="md" role="alert">
                {notShown}
              </Alert>
            )}
          </div>
        </div>
      )}
      {despite && (
        <Text size="sm" className="export-warning" role="note">
          <IconAlertTriangle size={18} stroke={1.8} />
          还有 {open} 处数据没有填写：导出的文件中，这些位置{profile === 'official' ? '以黄色底纹标出' : '写作'}“【待填】”，不能直接付印。
        </Text>
      )}
      {refused && (
        <Alert color="red" title="没有导出" role="alert" mx="md" mb="sm">
          <Text size="sm">{refused.message}</Text>
          <Button size="xs" mt="xs" variant="light" color="red" loading={busy} onClick={() => void run({ fileName: refused.fileName, request: refused.request })}>
            换个名字导出：{refused.fileName}
          </Button>
        </Alert>
      )}
      {failure !== undefined && (
        <Alert color="red" title="没有导出" role="alert" mx="md" mb="sm">
          {failure}
        </Alert>
      )}
      <Group justify="flex-end" className="export-buttons">
        <Button variant="subtle" leftSection={<IconPrinter size={17} stroke={1.7} />} disabled={!model || making || busy} onClick={() => model && void printPages(model)}>
          打印…
        </Button>
        <div style={{ flex: 1 }} />
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
        {open > 0 && (
          <Button variant="default" onClick={onFill}>
            先去填写
          </Button>
        )}
        <Button disabled={!seen} loading={busy} {...(despite ? { color: 'red' } : {})} onClick={() => void run()}>
          {despite ? '仍要导出' : '导出'}
        </Button>
      </Group>
    </Modal>
  )
}

/** Is there something to be looked at before the report is exported? */
const somethingOpen = ({ openSlots, findings }: OpenThings): boolean => openSlots > 0 || findings.some(({ severity }) => severity !== 'info')

const usual = (profile: Profile): FileKind => KINDS[profile][0] ?? 'docx'

/** A signature without a date gets the report's. */
function withDate(habit: Habit, date: string): Habit {
  const { official } = habit.options
  return { ...habit, options: { ...habit.options, official: { ...official, signature: { ...official.signature, date: official.signature.date || (official.signature.show ? date : '') } } } }
}

/** Lines that are still empty are no attachments, and the document numbers them itself. */
const tidy = (options: PrintOptions): PrintOptions => ({
  ...options,
  official: { ...options.official, attachments: options.official.attachments.map((name) => name.trim().replace(/^\d{1,2}[.．、](?!\d)\s*/u, '')).filter((name) => name !== '') },
})

const suggestionOf = (data: unknown): string => (typeof data === 'object' && data !== null && 'suggestion' in data && typeof data.suggestion === 'string' ? data.suggestion : '报告（2）.docx')
