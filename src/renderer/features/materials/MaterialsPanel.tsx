import './materials.css'
import { Badge, Button, CloseButton, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconClipboardText, IconFileImport, IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { Ledger, Source } from '#core/ledger/ledger.ts'
import type { Material } from '#core/materials/material.ts'
import type { Offer } from '#core/materials/offers.ts'
import { searchMaterials, type FoundRange } from '#core/materials/search.ts'
import type { DraftPlace } from '#core/materials/usage.ts'
import type { Report } from '#core/model/report.ts'
import { tellFailure } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { useStore } from '../../app/store.ts'
import { download } from '../../ui/download.ts'
import { useMaterialsWork } from '../../workers/use-materials-work.ts'
import { pickFiles } from '../import/choose-files.ts'
import { dropTarget } from '../import/drop-target.ts'
import { bringIn, dropJob, jobs as allJobs, settleJob } from './bring-in.ts'
import { MaterialForm } from './MaterialForm.tsx'
import { Jobs, MaterialList } from './MaterialList.tsx'
import { MaterialView } from './MaterialView.tsx'
import { OfferList } from './OfferList.tsx'
import { OriginList, uncertainOrigins } from './OriginList.tsx'
import type { TakenWords } from '../../editor/dragged-passage.ts'
import { questionsOf } from './questions.ts'
import { useMaterials } from './use-materials.ts'

export interface MaterialsPanelProps {
  /** the draft as it stands */
  report: Report
  ledger: Ledger | null
  /** puts words of a material at the cursor, with their origin */
  onInsert: (words: TakenWords) => void
  /** fills an open slot of the draft */
  onFill: (slotId: string, text: string, source: Source, figure: Pick<Offer, 'value' | 'high' | 'approx'>) => void
  /** enters a value into the ledger, for the draft's year; undefined where the ledger cannot be changed here */
  onEnter?: (indicatorId: string, figure: Pick<Offer, 'text' | 'value' | 'high' | 'approx'>, source: Source) => void
  /** shows a place of the draft */
  onGo: (where: { blockId: string; start: number; end: number }) => void
}

type Tab = 'materials' | 'offers' | 'origins'
const NO_FINDS: ReadonlyMap<string, readonly FoundRange[]> = new Map()

/** The texts that departments sent in (素材), beside the draft: what is used, what they offer, and what of the draft came from them. */
export function MaterialsPanel({ report, ledger, onInsert, onFill, onEnter, onGo }: MaterialsPanelProps) {
  const host = useHost()
  const { client } = host
  const { stored, materials, failure, reload } = useMaterials(report.body)
  const { seen, failed } = useMaterialsWork(report, materials, ledger)
  const jobs = useStore(allJobs).filter(({ to }) => to.body === report.body)
  const [tab, setTab] = useState<Tab>('materials')
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<{ id: string; paragraph: string | undefined }>()
  const [form, setForm] = useState<{ id: string | undefined }>()
  const current = materials?.find(({ id }) => id === open?.id)
  const offers = useMemo(() => (seen ? questionsOf(report, seen.offers).filter(({ slot }) => slot !== undefined || onEnter !== undefined).length : 0), [report, seen, onEnter])
  const uncertain = useMemo(() => uncertainOrigins(seen?.origins ?? []), [seen])
  const found = useMemo(() => {
    const hit = current && query.trim() !== '' ? searchMaterials([current], query)[0] : undefined
    return hit ? new Map(hit.paragraphs.map(({ id, ranges }) => [id, ranges])) : NO_FINDS
  }, [current, query])
  const { body, year } = report
  const to = useMemo(() => ({ body, year }), [body, year])
  useEffect(() => {
    const target = { title: '松开以导入为素材', take: (files: readonly File[]) => bringIn(client, files, to) }
    dropTarget.set(target)
    return () => dropTarget.set((now) => (now === target ? null : now))
  }, [client, to])
  const go = ({ paragraphId, start, end }: DraftPlace): void => onGo({ blockId: paragraphId, start, end })
  const show = (id: string, paragraph?: string): void => {
    setTab('materials')
    setOpen({ id, paragraph })
  }
  const choose = async (): Promise<void> => {
    const files = await pickFiles(host, 'materials')
    if (files.length > 0) bringIn(client, files, to)
  }
  const remove = async ({ id, title }: Material): Promise<void> => {
    try {
      await client.materials.remove({ id })
      setOpen(undefined)
      const note = notifications.show({
        autoClose: 12_000,
        title: '已删除素材',
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <span>{title}，30 天内可以恢复</span>
            <Button size="compact-sm" variant="light" style={{ flex: 'none' }} onClick={() => (notifications.hide(note), void client.materials.restore({ id }).catch((error: unknown) => tellFailure('没有恢复素材', error)))}>
              撤销
            </Button>
          </Group>
        ),
      })
    } catch (error) {
      tellFailure('没有删除素材', error)
    }
  }
  const takeOut = async (id: string): Promise<void> => {
    try {
      const answer = await client.materials.original({ id })
      if (answer.outcome === 'download') download(answer.file)
      else if (answer.outcome === 'saved') notifications.show({ color: 'green', title: '已取出原文件', message: answer.path })
      else if (answer.outcome === 'none') notifications.show({ title: '没有原文件', message: '这份素材没有保存原文件。' })
    } catch (error) {
      tellFailure('没有取出原文件', error)
    }
  }

  if (failure !== undefined) {
    return (
      <div className="materials" role="alert">
        <Text size="sm" c="red" p="md">
          素材没有读出来：{failure}
        </Text>
        <Button size="compact-sm" variant="default" mx="md" onClick={reload}>
          重新读取
        </Button>
      </div>
    )
  }
  return (
    <div className="materials">
      <div className="materials-head">
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="素材显示"
          value={tab}
          onChange={(value) => setTab(value === 'offers' || value === 'origins' ? value : 'materials')}
          data={[
            { value: 'materials', label: `素材${materials && materials.length > 0 ? ` ${materials.length}` : ''}` },
            { value: 'offers', label: `可填数据${offers > 0 ? ` ${offers}` : ''}` },
            { value: 'origins', label: uncertain.length > 0 ? <span>来自素材 <Badge component="span" size="xs" color="red" radius="sm" aria-label={`${uncertain.length} 处请核对`}>{uncertain.length}</Badge></span> : '来自素材' },
          ]}
        />
        {tab === 'materials' && (
          <>
            {!current && (
              <Group gap={6} grow>
                <Button size="compact-sm" variant="light" leftSection={<IconFileImport size={15} />} onClick={() => void choose()}>
                  导入文件
                </Button>
                <Button size="compact-sm" variant="default" leftSection={<IconClipboardText size={15} />} onClick={() => setForm({ id: undefined })}>
                  粘贴文字
                </Button>
              </Group>
            )}
            <TextInput
              size="xs"
              aria-label="在素材中查找"
              placeholder="在素材中查找，多个词用空格隔开"
              leftSection={<IconSearch size={14} />}
              value={query}
              onChange={(e) => setQuery(e.currentTarget.value)}
              rightSection={query !== '' && <CloseButton size="xs" aria-label="清除查找" onClick={() => setQuery('')} />}
            />
            <Jobs jobs={jobs} onDrop={dropJob} onSettle={(key, how) => void settleJob(client, key, how)} />
          </>
        )}
        {failed && (
          <Text size="xs" c="red" role="alert">
            素材的使用情况没有算出来，显示的可能不是最新的。继续编辑后会重新计算。
          </Text>
        )}
      </div>
      <div className="materials-body" data-tab={tab}>
        {!stored || !materials || (tab !== 'materials' && !seen) ? (
          <Text size="sm" c="dimmed" p="md" role="status">
            正在读取素材…
          </Text>
        ) : tab === 'offers' ? (
          <OfferList report={report} offers={seen?.offers ?? []} materials={materials} onFill={onFill} onEnter={onEnter && ((offer, source) => offer.indicatorId !== undefined && onEnter(offer.indicatorId, offer, source))} onGo={go} onOpen={show} />
        ) : tab === 'origins' ? (
          <OriginList report={report} origins={seen?.origins ?? []} materials={materials} onGo={go} onOpen={show} />
        ) : current ? (
          <MaterialView
            key={current.id}
            material={current}
            uses={seen?.uses.get(current.id) ?? []}
            found={found}
            at={open?.paragraph}
            onBack={() => setOpen(undefined)}
            onEdit={() => setForm({ id: current.id })}
            onRemove={() => void remove(current)}
            onOriginal={() => void takeOut(current.id)}
            onInsert={onInsert}
            onGo={go}
          />
        ) : materials.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {report.body === '' ? '这份报告还没有写明单位。' : `${report.body}还没有素材。`}把各部门报来的 .docx、.doc、.pdf、.txt 文件导入（可以一次选几份，也可以拖进窗口），或粘贴文字；程序会标出哪些已经用进正文，哪些数字可以填入待填数据。
          </Text>
        ) : (
          <MaterialList materials={materials} uses={seen?.uses} uncertain={new Set(uncertain.map(({ passage }) => passage.material))} year={report.year} query={query} onOpen={show} />
        )}
      </div>
      {form && (
        <MaterialForm
          key={form.id ?? 'new'}
          stored={stored?.find(({ material }) => material.id === form.id)}
          to={to}
          departments={materials?.map(({ department }) => department) ?? []}
          onDone={(id) => {
            setForm(undefined)
            show(id)
          }}
          onClose={() => setForm(undefined)}
        />
      )}
    </div>
  )
}
