import './library.css'
import { Alert, Button, EmptyState, Group, Menu, SegmentedControl, Select, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconFileImport, IconFilePlus, IconRotate2, IconSearch, IconTable } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import { tellFailure } from '../../app/failure.ts'
import { Frame } from '../../app/Frame.tsx'
import { useHost } from '../../app/host.ts'
import { useReports } from '../../app/reports.ts'
import { notifications } from '@mantine/notifications'
import { hrefOf } from '../../app/routes.ts'
import { openNewDraft } from '../drafts/NewDraftDialog.tsx'
import { chooseFiles } from '../import/choose-files.ts'
import { bodiesOf, filterReports, kindsOf, yearsOf, type Kind } from './filter.ts'
import { ReportTable } from './ReportTable.tsx'
import { RecoveryBanner } from './RecoveryBanner.tsx'

const EXAMPLES = 5

/** The library (资料库): all reports of this computer. */
export function LibraryPage() {
  const host = useHost()
  const { reports, failure, reload } = useReports()
  const [words, setWords] = useState('')
  const [body, setBody] = useState<string | null>(null)
  const [year, setYear] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind>('all')
  const sought = useDeferredValue(words)
  const shown = reports && filterReports(reports, { words: sought, body, year: year === null ? null : Number(year), kind })
  const counts = kindsOf(reports ?? [])
  const missing = reports && counts.example < EXAMPLES

  const restoreExamples = (): void => {
    host.client.library.restoreExamples().then(
      ({ added }) => {
        notifications.show({ message: added > 0 ? `已恢复 ${added} 份示例报告。` : '示例报告都在资料库中。' })
        reload()
      },
      (error: unknown) => tellFailure('没有恢复示例报告', error),
    )
  }

  return (
    <Frame banners={reports && <RecoveryBanner reports={reports} />}>
      <div className="page-scroll">
        <div className="page">
          <Group justify="space-between" align="end" mb="lg">
            <div>
              <Title order={1} size={24}>
                资料库
              </Title>
              <Text c="dimmed" size="sm" mt={4}>
                往年报告与本年草稿。把 .docx、.doc、.pdf、.html 或 .txt 文件拖到窗口中，或直接粘贴（Ctrl+V）报告文字，即可导入。
              </Text>
            </div>
            <Group gap="sm">
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" leftSection={<IconTable size={17} stroke={1.7} />} disabled={bodiesOf(reports ?? []).length === 0}>
                    数据台账
                  </Button>
                </Menu.Target>
                <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
                  {bodiesOf(reports ?? []).map((name) => (
                    <Menu.Item key={name} component="a" href={hrefOf({ page: 'ledger', body: name })}>
                      {name}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
              <Button variant="default" leftSection={<IconFileImport size={17} stroke={1.7} />} onClick={() => void chooseFiles(host)}>
                导入报告
              </Button>
              <Button leftSection={<IconFilePlus size={17} stroke={1.7} />} onClick={() => openNewDraft()}>
                新建草稿
              </Button>
            </Group>
          </Group>
          <Group gap="sm" mb="md">
            <SegmentedControl
              aria-label="按状态筛选"
              value={kind}
              onChange={(value) => setKind(value as Kind)}
              data={[
                { value: 'all', label: `全部 ${counts.all}` },
                { value: 'draft', label: `草稿 ${counts.draft}` },
                { value: 'published', label: `已发布 ${counts.published}` },
                { value: 'example', label: `示例 ${counts.example}` },
              ]}
            />
            <TextInput flex={1} miw={180} aria-label="搜索报告" placeholder="搜索标题、单位或年份" leftSection={<IconSearch size={16} stroke={1.7} />} value={words} onChange={(e) => setWords(e.currentTarget.value)} />
            <Select w={200} aria-label="单位" placeholder="全部单位" clearable searchable data={bodiesOf(reports ?? [])} value={body} onChange={setBody} />
            <Select w={130} aria-label="年份" placeholder="全部年份" clearable data={yearsOf(reports ?? [])} value={year} onChange={setYear} />
          </Group>
          {failure !== undefined && (
            <Alert color="red" title="没有读到资料库" mb="md">
              {failure}
              <Button variant="default" size="compact-sm" ml="sm" onClick={reload}>
                重试
              </Button>
            </Alert>
          )}
          {!reports && failure === undefined && (
            <Stack gap={10} aria-busy="true" aria-label="正在读取资料库">
              {[1, 2, 3, 4, 5].map((n) => (
                <Skeleton key={n} height={58} />
              ))}
            </Stack>
          )}
          {shown && shown.length > 0 && <ReportTable reports={shown} />}
          {shown && shown.length === 0 && <Nothing all={reports ?? []} clear={() => (setWords(''), setBody(null), setYear(null), setKind('all'))} restore={restoreExamples} />}
          {missing && shown && shown.length > 0 && (
            <Group justify="center" mt="md">
              <Button variant="subtle" size="compact-sm" leftSection={<IconRotate2 size={15} stroke={1.7} />} onClick={restoreExamples}>
                恢复示例报告
              </Button>
            </Group>
          )}
        </div>
      </div>
    </Frame>
  )
}

function Nothing({ all, clear, restore }: { all: readonly ReportSummary[]; clear: () => void; restore: () => void }) {
  const host = useHost()
  return all.length > 0 ? (
    <EmptyState py={70} icon={<IconSearch stroke={1.4} />} title="没有符合条件的报告" description="换一个关键词，或清除筛选条件。">
      <EmptyState.Actions>
        <Button variant="default" onClick={clear}>
          清除筛选
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  ) : (
    <EmptyState py={70} icon={<IconFileImport stroke={1.4} />} title="资料库还是空的" description="导入往年的报告，作为今年写作和核对的依据；也可以先看看示例。">
      <EmptyState.Actions>
        <Group justify="center">
          <Button onClick={() => void chooseFiles(host)}>导入报告</Button>
          <Button variant="default" onClick={restore}>
            恢复示例报告
          </Button>
        </Group>
      </EmptyState.Actions>
    </EmptyState>
  )
}
