import { Alert, Button, Center, Group, Skeleton, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Report } from '#core/model/report.ts'
import { codeOf, messageOf } from '../../app/failure.ts'
import { Frame } from '../../app/Frame.tsx'
import { useHost } from '../../app/host.ts'
import { goTo, type RoutePlace } from '../../app/routes.ts'
import { findUnsaved, forgetUnsaved } from '../../app/unsaved.ts'
import { nameOf, sayTime } from '../../ui/words.ts'
import { Workbench, type Opened } from './Workbench.tsx'

type Loading =
  | { state: 'loading' }
  | { state: 'failed'; message: string; gone: boolean }
  /** the window kept changes that the host never acknowledged */
  | { state: 'recover'; stored: Opened; kept: { report: Report; at: string } }
  | { state: 'open'; opened: Opened }

/** One report: read, recovered where there is something to recover, and opened for editing, at a place where one is given. */
export function EditPage({ id, at }: { id: string; at?: RoutePlace }) {
  const { client } = useHost()
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })
  const [round, setRound] = useState(0)

  useEffect(() => {
    let stale = false
    setLoading({ state: 'loading' })
    client.reports.get({ id }).then(
      ({ report, revision, savedAt }) => {
        if (stale) return
        const stored: Opened = { report, revision, savedAt: new Date(savedAt), changed: false }
        const kept = findUnsaved(id)
        const same = kept && JSON.stringify(kept.report) === JSON.stringify(report)
        if (same) forgetUnsaved(id)
        setLoading(kept && !same ? { state: 'recover', stored, kept } : { state: 'open', opened: stored })
      },
      (error: unknown) => {
        if (!stale) setLoading({ state: 'failed', message: messageOf(error), gone: codeOf(error) === 'NOT_FOUND' })
      },
    )
    return () => {
      stale = true
    }
  }, [client, id, round])

  const again = (): void => setRound((n) => n + 1)

  if (loading.state === 'open') return <Workbench key={`${id}-${round}`} opened={loading.opened} {...(at ? { at } : {})} onReload={again} />
  if (loading.state === 'recover') {
    const { stored, kept } = loading
    return (
      <Frame>
        <Center h="100%" p="xl">
          <Alert color="amber" title="有上次没来得及保存的修改" maw={620}>
            <Text size="sm">
              “{nameOf(stored.report)}”在{sayTime(new Date(kept.at), new Date())}还有修改没有写入资料库（程序或电脑当时意外关闭）。资料库中的版本保存于{sayTime(stored.savedAt, new Date())}。
            </Text>
            <Group mt="md" gap="sm">
              <Button onClick={() => setLoading({ state: 'open', opened: { ...stored, report: { ...kept.report, id: stored.report.id }, changed: true } })}>恢复这些修改</Button>
              <Button
                variant="default"
                onClick={() => {
                  forgetUnsaved(id)
                  setLoading({ state: 'open', opened: stored })
                }}
              >
                使用资料库中的版本
              </Button>
            </Group>
          </Alert>
        </Center>
      </Frame>
    )
  }
  return (
    <Frame>
      {loading.state === 'failed' ? (
        <Center h="100%" p="xl">
          <Alert color="red" title="没有打开这份报告" maw={560} role="alert">
            <Text size="sm">{loading.message}</Text>
            <Group mt="md" gap="sm">
              {!loading.gone && <Button onClick={again}>重试</Button>}
              <Button variant="default" onClick={() => goTo({ page: 'library' })}>
                回到资料库
              </Button>
            </Group>
          </Alert>
        </Center>
      ) : (
        <div className="bench" aria-busy="true" aria-label="正在打开报告">
          <div className="bench-outline" style={{ padding: 16 }}>
            {[1, 2, 3, 4, 5].map((n) => (
              <Skeleton key={n} height={20} mb={12} />
            ))}
          </div>
          <div className="bench-text">
            <Skeleton maw={780} height={600} mx="auto" />
          </div>
          <div className="bench-side" />
        </div>
      )}
    </Frame>
  )
}
