import './returned.css'
import { Alert, Badge, Button, Group, Menu, SegmentedControl, Text } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconChevronDown, IconFileImport, IconX } from '@tabler/icons-react'
import { useMemo, useState, type KeyboardEvent } from 'react'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Remark, Report } from '#core/model/report.ts'
import type { ReturnedChange } from '#core/returned/changes.ts'
import { placeOfRemark } from '#core/returned/remarks.ts'
import { sayTime } from '../../ui/words.ts'
import type { Where } from '../edit/SidePanel.tsx'
import type { ReturnedDesk } from './use-returned.ts'

export interface ReturnedPanelProps {
  report: Report
  desk: ReturnedDesk
  onGo: (where: Where) => void
}

/** What a review copy brought back (返回稿): changes to be taken or left, and remarks to be settled. */
export function ReturnedPanel({ report, desk, onGo }: ReturnedPanelProps) {
  const [shown, setShown] = useState<'changes' | 'remarks'>()
  const { changes, remarks, fileName } = desk
  const open = remarks.filter(({ state }) => state === 'open').length
  const tab = shown ?? (fileName === undefined && remarks.length > 0 ? 'remarks' : 'changes')
  return (
    <div className="returned-copy">
      <div className="returned-copy-head">
        <Text size="xs" c="dimmed" className="one-line" title={fileName}>{fileName ?? '没有打开返回稿'}</Text>
        <Button size="compact-xs" variant="default" leftSection={<IconFileImport size={14} />} onClick={() => void desk.read()}>{fileName === undefined ? '读取送审返回稿…' : '换一份…'}</Button>
      </div>
      <SegmentedControl size="xs" fullWidth aria-label="返回稿内容" value={tab} onChange={(value) => setShown(value === 'remarks' ? 'remarks' : 'changes')} data={[{ value: 'changes', label: `修改 ${changes.length}` }, { value: 'remarks', label: `意见 ${open}/${remarks.length}` }]} />
      {tab === 'changes' ? <Changes report={report} desk={desk} onGo={onGo} /> : <Remarks report={report} desk={desk} onGo={onGo} />}
    </div>
  )
}

function Changes({ report, desk, onGo }: ReturnedPanelProps) {
  const texts = useMemo(() => new Map(plainParagraphs(report).map(({ id, text }) => [id, text])), [report])
  const { changes, problems, left } = desk
  const certain = changes.filter(({ conflict }) => !conflict)
  const authors = [...new Set(certain.map(({ author }) => author ?? ''))]
  const of = (author: string): ReturnedChange[] => certain.filter((change) => (change.author ?? '') === author)
  return (
    <>
      {problems.map((problem) => <Alert key={problem} color="amber" mx={16} mt={8} p="xs">{problem}</Alert>)}
      <Group gap={6} px={16} py={8}>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="compact-xs" disabled={certain.length === 0} rightSection={<IconChevronDown size={13} />}>成批采用</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => desk.take(certain)}>全部 {certain.length} 处（有冲突的除外）</Menu.Item>
            {authors.length > 1 && authors.map((author) => <Menu.Item key={author} onClick={() => desk.take(of(author))}>{author === '' ? '未署名' : author}的 {of(author).length} 处</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
        {left > 0 && <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconArrowBackUp size={13} />} onClick={desk.reconsider}>再看不采用的 {left} 处</Button>}
      </Group>
      <ul className="returned-list" aria-label="返回稿的修改">
        {changes.length === 0 && <Text size="sm" c="dimmed" p="md" role="status">{desk.fileName === undefined ? '读取送审返回稿后，这里逐处列出对方的修改。' : '返回稿中没有尚未处理的修改。'}</Text>}
        {changes.map((change) => <Change key={change.id} change={change} text={texts.get(change.paragraphId) ?? ''} desk={desk} onGo={onGo} />)}
      </ul>
    </>
  )
}

const KINDS: Readonly<Record<ReturnedChange['kind'], string>> = { replace: '改', insert: '增', delete: '删', 'insert-paragraph': '新增一段', 'delete-paragraph': '删去一段', move: '移动一段' }

/** how much of the sentence is quoted on either side of a change */
const AROUND = 14

/** One change with the words around it: Ctrl+Enter takes it, Delete leaves it, and the next one has the keyboard. */
function Change({ change, text, desk, onGo }: { change: ReturnedChange; text: string; desk: ReturnedDesk; onGo: (where: Where) => void }) {
  const where: Where = change.kind === 'insert-paragraph' ? { blockId: change.behind ?? '', start: 0, end: 0 } : { blockId: change.paragraphId, start: change.start, end: change.end }
  const within = change.kind === 'replace' || change.kind === 'insert' || change.kind === 'delete'
  const keys = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    const take = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!take && event.key !== 'Delete') return
    event.preventDefault()
    const row = event.currentTarget.closest('li')
    const next = row?.nextElementSibling ?? row?.previousElementSibling
    if (take) desk.take([change])
    else desk.leave([change])
    next?.querySelector<HTMLElement>('.returned-what')?.focus()
  }
  return (
    <li data-conflict={change.conflict || undefined}>
      <button type="button" className="returned-what" onClick={() => onGo(where)} onKeyDown={keys} title="单击到正文中的位置；Ctrl+Enter 采用，Delete 不采用" aria-keyshortcuts="Control+Enter Delete">
        <span className="returned-who">
          <Badge size="sm" radius="sm" variant="light" color={change.conflict ? 'red' : 'gray'}>{KINDS[change.kind]}</Badge>
          {change.author !== undefined && change.author !== '' ? change.author : '未署名'}
          {change.at !== undefined && <time dateTime={change.at}>{sayTime(new Date(change.at), new Date())}</time>}
        </span>
        <span className="returned-words">
          {within && <span className="returned-around">{around(text, change.start, -1)}</span>}
          {change.before !== '' && (change.kind === 'move' ? <span>{change.before.slice(0, 80)}</span> : <del>{change.before}</del>)}
          {change.after !== '' && change.kind !== 'move' && <ins>{change.after}</ins>}
          {within && <span className="returned-around">{around(text, change.end, 1)}</span>}
        </span>
        {change.conflict && <span className="returned-conflict">正文这里在导出后也改过，或无法断定是谁改的，请对照后再采用。</span>}
      </button>
      <Group gap={6}>
        <Button size="compact-xs" variant="light" leftSection={<IconCheck size={13} />} onClick={() => desk.take([change])}>采用</Button>
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconX size={13} />} onClick={() => desk.leave([change])}>不采用</Button>
      </Group>
    </li>
  )
}

/** The words before (−1) or behind (1) a place, within its sentence. */
function around(text: string, at: number, side: -1 | 1): string {
  if (side > 0) return /^[^。！？]*[。！？]?/u.exec(text.slice(at, at + AROUND))?.[0] ?? ''
  return /[^。！？]*$/u.exec(text.slice(Math.max(0, at - AROUND), at))?.[0] ?? ''
}

function Remarks({ report, desk, onGo }: ReturnedPanelProps) {
  return (
    <ul className="returned-list" aria-label="返回稿的意见">
      {desk.remarks.length === 0 && <Text size="sm" c="dimmed" p="md">没有意见。返回稿中的批注会列在这里，随报告保存。</Text>}
      {desk.remarks.map((remark) => {
        const place = placeOfRemark(report, remark)
        return (
          <li key={remark.id} data-state={remark.state}>
            <button type="button" className="returned-what" disabled={!place} onClick={() => place && onGo(place)}>
              <span className="returned-who">
                {remark.author === '' ? '未署名' : remark.author}
                {remark.at !== undefined && <time dateTime={remark.at}>{sayTime(new Date(remark.at), new Date())}</time>}
              </span>
              {remark.answers !== undefined && <span className="returned-answers">答复：{remark.answers}</span>}
              <span className="returned-remark-text">{remark.remark}</span>
              {remark.text !== '' && <q>{remark.text.slice(0, 60)}</q>}
              {!place && <span className="returned-conflict">所批注的段落已不在正文中。</span>}
            </button>
            <Settle remark={remark} desk={desk} />
          </li>
        )
      })}
    </ul>
  )
}

const Settle = ({ remark, desk }: { remark: Remark; desk: ReturnedDesk }) =>
  remark.state === 'open' ? (
    <Button size="compact-xs" variant="light" leftSection={<IconCheck size={13} />} onClick={() => desk.settle(remark, 'done')}>处理完毕</Button>
  ) : (
    <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconArrowBackUp size={13} />} onClick={() => desk.settle(remark, 'open')}>重新处理</Button>
  )
