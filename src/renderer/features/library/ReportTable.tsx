import { ActionIcon, Badge, Button, Group, Menu, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots, IconEdit, IconFileDownload, IconRepeat, IconTrash } from '@tabler/icons-react'
import type { ReportSummary } from '#contract/contract.ts'
import { tellFailure } from '../../app/failure.ts'
import { useHost, type HostLink } from '../../app/host.ts'
import { goTo, hrefOf } from '../../app/routes.ts'
import { Status } from '../../ui/Status.tsx'
import { download } from '../../ui/download.ts'
import { count, nameOf, sayTime } from '../../ui/words.ts'
import { openNewDraft } from '../drafts/NewDraftDialog.tsx'

/** Reports as rows: what they are, how long, how many figures, what is open. */
export function ReportTable({ reports }: { reports: readonly ReportSummary[] }) {
  const host = useHost()
  const now = new Date()
  return (
    <div className="library-sheet">
      <Table highlightOnHover aria-label="报告列表">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>报告</Table.Th>
            <Table.Th w={170}>单位</Table.Th>
            <Table.Th w={80}>年份</Table.Th>
            <Table.Th w={90} ta="right">
              字数
            </Table.Th>
            <Table.Th w={80} ta="right">
              数据
            </Table.Th>
            <Table.Th w={90} ta="right">
              待填
            </Table.Th>
            <Table.Th w={90}>状态</Table.Th>
            <Table.Th w={140}>保存时间</Table.Th>
            <Table.Th w={52} aria-label="操作" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reports.map((report) => (
            <Table.Tr key={report.id} data-report={report.id} className="library-row" onClick={() => goTo({ page: 'edit', id: report.id })}>
              <Table.Td className="library-title">
                <a href={hrefOf({ page: 'edit', id: report.id })} onClick={(e) => e.stopPropagation()}>
                  {nameOf(report)}
                </a>
                {report.subtitle !== '' && report.title !== '' && (
                  <Text size="sm" c="dimmed" className="one-line">
                    {report.subtitle}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{report.body || <Text c="dimmed" span size="sm">未填写</Text>}</Table.Td>
              <Table.Td className="numeric">{report.year ?? <Text c="dimmed" span size="sm">未定</Text>}</Table.Td>
              <Table.Td className="numeric" ta="right">
                {count(report.characters)}
              </Table.Td>
              <Table.Td className="numeric" ta="right">
                {count(report.figures)}
              </Table.Td>
              <Table.Td className="numeric" ta="right">
                {report.openSlots > 0 ? (
                  <Badge variant="light" color="amber" radius="sm" fw={500}>
                    {report.openSlots} 处
                  </Badge>
                ) : (
                  <Text c="dimmed" span size="sm">
                    —
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Status report={report} />
              </Table.Td>
              <Table.Td className="numeric" c="dimmed" fz="sm">
                {sayTime(new Date(report.savedAt), now)}
              </Table.Td>
              <Table.Td onClick={(e) => e.stopPropagation()}>
                <RowMenu report={report} remove={() => void remove(host, report)} onOriginal={() => void saveOriginal(host, report)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function RowMenu({ report, remove: onRemove, onOriginal }: { report: ReportSummary; remove: () => void; onOriginal: () => void }) {
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <ActionIcon aria-label={`“${nameOf(report)}”的操作`}>
          <IconDots size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconEdit size={16} stroke={1.7} />} onClick={() => goTo({ page: 'edit', id: report.id })}>
          打开
        </Menu.Item>
        <Menu.Item leftSection={<IconRepeat size={16} stroke={1.7} />} onClick={() => openNewDraft(report.id)}>
          结转为下一年草稿
        </Menu.Item>
        {report.origin.from === 'file' && (
          <Menu.Item leftSection={<IconFileDownload size={16} stroke={1.7} />} onClick={onOriginal}>
            另存原文件
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.7} />} onClick={onRemove}>
          删除
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Hands out the file that a report was imported from. */
async function saveOriginal({ client }: HostLink, report: ReportSummary): Promise<void> {
  try {
    const answer = await client.reports.original({ id: report.id })
    if (answer.outcome === 'none') notifications.show({ message: `“${nameOf(report)}”不是从文件导入的，没有原文件。` })
    else if (answer.outcome === 'download') download(answer.file)
    else if (answer.outcome === 'saved') notifications.show({ color: 'green', title: '已另存原文件', message: answer.path })
  } catch (error) {
    tellFailure('没有取出原文件', error)
  }
}

/** Moves a report to the trash and offers to bring it back. */
async function remove({ client }: HostLink, report: ReportSummary): Promise<void> {
  const name = nameOf(report)
  try {
    await client.reports.remove({ id: report.id })
  } catch (error) {
    tellFailure(`没有删除“${name}”`, error)
    return
  }
  const id = `removed-${report.id}`
  const restore = async (): Promise<void> => {
    notifications.hide(id)
    try {
      await client.reports.restore({ id: report.id })
    } catch (error) {
      tellFailure(`没有恢复“${name}”`, error)
    }
  }
  notifications.show({
    id,
    autoClose: 15_000,
    title: '报告已删除',
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>“{name}”已移到回收站，保留 30 天。</span>
        <Button size="compact-sm" variant="light" style={{ flex: 'none' }} onClick={() => void restore()}>
          撤销删除
        </Button>
      </Group>
    ),
  })
}
