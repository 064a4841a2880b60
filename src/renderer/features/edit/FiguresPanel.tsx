import { Badge, Checkbox, Text, Tooltip } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { figureRows, onlyLastOf, sayChange, type FigureRow } from './figure-rows.ts'
import type { Where } from './SidePanel.tsx'

const CORE = new Set(['quantity', 'percent', 'money'])
const STATES = { open: ['待填', 'amber'], filled: ['未核', 'amber'], verified: ['已核', 'green'], doubtful: ['存疑', 'red'] } as const

/** The figures of a section (or of all), each with last year's value and the change. */
export function FiguresPanel({ analysed, section, last, onGo }: { analysed: Analysed; section: string | undefined; last: ReportSummary | undefined; onGo: (where: Where) => void }) {
  const [others, setOthers] = useState(false)
  const rows = useMemo(() => figureRows(analysed, last?.year ?? null), [analysed, last])
  const gone = useMemo(() => onlyLastOf(analysed, section), [analysed, section])
  const here = rows.filter((row) => section === undefined || row.sections.includes(section))
  const shown = here.filter(({ kind }) => others || CORE.has(kind))
  const hidden = here.length - here.filter(({ kind }) => CORE.has(kind)).length
  return (
    <>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {section === undefined ? '全文没有需要核对的数据。' : '这个板块没有需要核对的数据。可以切换到“全文”查看其他板块。'}
        </Text>
      )}
      <ul className="figure-list" aria-label="数据列表">
        {shown.map((row) => (
          <li key={row.key}>
            <button type="button" className="figure-row" data-state={row.state} onClick={() => onGo(row.place)}>
              <span className="figure-head">
                <span className="figure-name">{row.indicator || '数据'}</span>
                {row.state !== 'text' && (
                  <Badge size="sm" radius="sm" variant="light" color={STATES[row.state][1]}>
                    {STATES[row.state][0]}
                  </Badge>
                )}
              </span>
              <span className="figure-values numeric">
                <b>{row.text || '—'}</b>
                <Last row={row} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && <Checkbox size="xs" m="sm" label={`显示日期、届次、排名等其他数字（${hidden}）`} checked={others} onChange={(e) => setOthers(e.currentTarget.checked)} />}
      {gone.length > 0 && (
        <details className="figure-gone">
          <summary>往年有、本年未见（{gone.length}）</summary>
          <ul>
            {gone.map((figure) => (
              <li key={`${figure.paragraphId}:${figure.start}`}>
                <span>{figure.indicator || figure.before}</span>
                <b className="numeric">{figure.text}</b>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Last({ row: { last } }: { row: FigureRow }) {
  if (!last) return null
  const change = sayChange(last)
  const direction = last.change === null || last.change.absolute === 0 ? 'none' : last.change.absolute > 0 ? 'up' : 'down'
  return (
    <>
      <span className="figure-last">
        {last.year ?? '往年'}：{last.text}
      </span>
      {last.same === 'near' ? (
        <Tooltip label={last.why || '口径可能不同'} multiline maw={300}>
          <span className="figure-near">近似{change === '' ? '' : ` ${change}`}</span>
        </Tooltip>
      ) : (
        change !== '' && (
          <span className="figure-change" data-direction={direction}>
            {change}
          </span>
        )
      )}
    </>
  )
}
