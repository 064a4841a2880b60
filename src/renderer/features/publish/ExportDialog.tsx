import { Alert, Button, Group, Loader, Modal, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconFileTypeDocx } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Found } from '#contract/contract.ts'
import { messageOf } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { download } from '../../ui/download.ts'
import { ExportFindings } from './ExportFindings.tsx'

interface Review {
  openSlots: number
  unverified: number
  figures: number
  verified: number
  unlike: number
  unreviewed: number
  promises: number
  findings: readonly Found[]
  fileName: string
}

export interface ExportDialogProps {
  id: string
  /** the report that it is compared with */
  last: string | undefined
  /** the user wants to look at a place first */
  onGo: (place: Found['first']) => void
  /** saves what is not saved; answers whether all is */
  flush: () => Promise<boolean>
  onClose: () => void
  /** the user wants to fill the open slots first */
  onFill: () => void
}

/** Exports the report as a Word document, and says before what is still open. */
export function ExportDialog({ id, last, onGo, flush, onClose, onFill }: ExportDialogProps) {
  const { client } = useHost()
  const [review, setReview] = useState<Review>()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let stale = false
    const look = async (): Promise<void> => {
      if (!(await flush())) throw new Error('unsaved')
      const seen = await client.publish.review({ id, ...(last === undefined ? {} : { last }) })
      if (!stale) setReview(seen)
    }
    look().catch((error: unknown) => {
      if (!stale) setFailure(error instanceof Error && error.message === 'unsaved' ? '报告还有没有保存的修改，不能导出。请先处理保存失败的提示。' : messageOf(error))
    })
    return () => {
      stale = true
    }
    // once for each opening
  }, [client, id, last])

  const run = async (): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      const answer = await client.publish.export({ id, profile: 'official', despiteOpenSlots: (review?.openSlots ?? 0) > 0 })
      if (answer.outcome === 'cancelled') return
      if (answer.outcome === 'download') download(answer.file)
      notifications.show({
        color: 'green',
        icon: <IconCheck size={18} />,
        title: '已导出 Word 文件',
        message: answer.outcome === 'saved' ? answer.path : `${answer.file.name}，在浏览器的下载文件夹中。`,
      })
      onClose()
    } catch (error) {
      setFailure(messageOf(error))
    } finally {
      setBusy(false)
    }
  }

  const open = review?.openSlots ?? 0
  return (
    <Modal opened onClose={onClose} title="导出 Word 文件" size={560}>
      <Stack gap="md">
        {!review && failure === undefined && (
          <Group gap="sm" role="status">
            <Loader size="sm" />
            <Text size="sm">正在检查报告…</Text>
          </Group>
        )}
        {review && (
          <>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <IconFileTypeDocx size={34} stroke={1.3} style={{ flex: 'none' }} />
              <div style={{ minWidth: 0 }}>
                <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                  {review.fileName}
                </Text>
                <Text size="sm" c="dimmed">
                  公文格式（GB/T 9704—2012）：A4，二号小标宋标题，三号仿宋正文，每页 22 行、每行 28 字，页码居外侧。
                </Text>
              </div>
            </Group>
            <Table withRowBorders={false} verticalSpacing={4} aria-label="导出前检查">
              <Table.Tbody>
                <Line label="待填数据" value={open} words={['处', '全部已填']} severe />
                <Line label="已填、尚未核实或存疑的数据" value={review.unverified} words={['处', '没有']} />
                <Table.Tr>
                  <Table.Td pl={0}>逐处核对</Table.Td>
                  <Table.Td ta="right" pr={0} className="numeric" c="dimmed">
                    {review.verified >= review.figures ? '全部已核' : `${review.figures} 处数据中已核 ${review.verified} 处`}
                  </Table.Td>
                </Table.Tr>
                {review.unlike > 0 && <Line label="与台账不一致的数据" value={review.unlike} words={['处', '']} severe />}
                {review.unreviewed > 0 && <Line label="从上年带来、尚未复核的文字" value={review.unreviewed} words={['处', '']} />}
                {review.promises > 0 && <Line label="上年承诺、尚未确认回应的事项" value={review.promises} words={['项', '']} />}
              </Table.Tbody>
            </Table>
            <ExportFindings findings={review.findings} onGo={onGo} />
            {open > 0 && (
              <Alert color="amber" icon={<IconAlertTriangle size={20} />} title={`还有 ${open} 处数据没有填写`}>
                <Text size="sm">导出的文件中，这些位置将以黄色底纹标出“【待填】”，不能直接付印。</Text>
              </Alert>
            )}
          </>
        )}
        {failure !== undefined && (
          <Alert color="red" title="没有导出" role="alert">
            {failure}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          {open > 0 && (
            <Button variant="default" onClick={onFill}>
              先去填写
            </Button>
          )}
          <Button disabled={!review} loading={busy} {...(open > 0 ? { color: 'red' } : {})} onClick={() => void run()}>
            {open > 0 ? '仍要导出' : '导出'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Line({ label, value, words: [unit, none], severe = false }: { label: string; value: number; words: readonly [string, string]; severe?: boolean }) {
  return (
    <Table.Tr>
      <Table.Td pl={0}>{label}</Table.Td>
      <Table.Td ta="right" pr={0} className="numeric" {...(value > 0 ? (severe ? { c: 'red', fw: 600 } : {}) : { c: 'dimmed' })}>
        {value > 0 ? `${value} ${unit}` : none}
      </Table.Td>
    </Table.Tr>
  )
}
