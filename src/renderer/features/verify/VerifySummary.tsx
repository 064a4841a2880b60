import { Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Stop } from './stops.ts'
import { isLeft, type Filter, type Progress } from './walk.ts'
import { lapsedFrom } from './stops.ts'

export interface VerifySummaryProps {
  stops: readonly Stop[]
  progress: Progress
  onJump: (index: number) => void
  onFilter: (filter: Filter) => void
  onExport: () => void
  onLeave: () => void
}

/** What has come of the walk: how much is verified, what is doubted and why, what is still open, and what only a look at the headings can tell. */
export function VerifySummary({ stops, progress: { total, verified, doubtful, open, left }, onJump, onFilter, onExport, onLeave }: VerifySummaryProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const done = left + open === 0
  const lists: readonly [title: string, of: (stop: Stop) => boolean][] = [
    ['存疑', (s) => s.status === 'doubtful' && !s.fixed],
    ['核实后改过，还没有重新核', (s) => lapsedFrom(s) !== undefined && isLeft(s)],
    ['待填', (s) => s.status === 'open'],
    ['标题中的数据，请与正文对照', (s) => s.fixed],
  ]
  return (
    <section className="verify-summary" aria-label="核对小结">
      <h2 ref={heading} tabIndex={-1}>{total === 0 ? '这份报告没有需要核对的数据' : done ? (doubtful === 0 ? `${total} 处数据全部已核` : `${total} 处数据都已看过，${doubtful} 处存疑`) : `还有 ${left + open} 处没有核`}</h2>
      {total > 0 && <p className="numeric">已核 {verified}　存疑 {doubtful}　未核 {left}　待填 {open}　共 {total} 处</p>}
      <Group gap={8} mb="md">
        {!done && <Button onClick={() => onFilter('left')}>继续核未核的</Button>}
        <Button variant={done ? 'filled' : 'default'} onClick={onExport}>导出文件…</Button>
        {total > 0 && <Button variant="default" onClick={() => onFilter('all')}>逐处再看一遍</Button>}
        <Button variant="default" onClick={onLeave}>回到正文</Button>
      </Group>
      {lists.map(([title, of]) => {
        const own = stops.map((stop, i) => ({ stop, i })).filter(({ stop }) => of(stop))
        if (own.length === 0) return null
        return (
          <section key={title}>
            <h3>{title}（{own.length}）</h3>
            <ul>
              {own.map(({ stop, i }) => (
                <li key={stop.key}>
                  <button type="button" onClick={() => onJump(i)}>
                    <b className="numeric">{stop.text || '待填'}</b>
                    <span>{stop.indicator || '指标未定'}</span>
                    <span className="verify-none">{remarkOf(stop)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </section>
  )
}

/** What there is to say of a figure besides its state. */
function remarkOf(stop: Stop): string {
  if (stop.node?.type !== 'figure') return stop.node?.last ? `${stop.node.last.year ?? '往年'}：${stop.node.last.text}` : ''
  const lapsed = lapsedFrom(stop)
  return lapsed === undefined ? [stop.node.verification?.note, stop.node.verification?.by].filter(Boolean).join('，') : `原核 ${lapsed}`
}
