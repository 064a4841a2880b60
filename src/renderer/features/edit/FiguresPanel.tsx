import { ActionIcon, Badge, Checkbox, Menu, Text, TextInput, Tooltip } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import { asFigure } from '#core/figures/content-figures.ts'
import type { CoreKind, FigureState } from '#core/model/inline.ts'
import { headingText } from '#core/model/plain-text.ts'
import { allSections } from '#core/model/tree.ts'
import type { Decision } from '../../editor/decide.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { figureRows, KIND_NAMES, onlyLastOf, sayChange, sayValue, type FigureRow } from './figure-rows.ts'
import type { Where } from './SidePanel.tsx'

const CORE = new Set(['quantity', 'percent', 'money'])
const STATES = { open: ['待填', 'amber'], filled: ['未核', 'amber'], verified: ['已核', 'green'], doubtful: ['存疑', 'red'] } as const

export interface FiguresPanelProps {
  analysed: Analysed
  /** show this section only */
  section: string | undefined
  last: ReportSummary | undefined
  onGo: (where: Where) => void
  onDecide: (where: Where, decision: Decision) => void
}

/** The figures of a section (or of all, section by section), each with last year's value and the change, and what the editor can say of it. */
export function FiguresPanel({ analysed, section, last, onGo, onDecide }: FiguresPanelProps) {
  const [others, setOthers] = useState(false)
  const [naming, setNaming] = useState<string | null>(null)
  const rows = useMemo(() => figureRows(analysed, last?.year ?? null), [analysed, last])
  const gone = useMemo(() => onlyLastOf(analysed, section), [analysed, section])
  const headings = useMemo(() => new Map(allSections(analysed.of.sections).map((s) => [s.id, headingText(s)])), [analysed])
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
        {shown.map((row, i) => {
          const heading = headings.get(row.sections[0] ?? '') ?? ''
          const begins = section === undefined && heading !== '' && row.sections[0] !== shown[i - 1]?.sections[0]
          return (
            <Fragment key={row.key}>
              {begins && (
                <li className="figure-section one-line" title={heading}>
                  {heading}
                </li>
              )}
              <li className="figure-item">
                {naming === row.key ? (
                  <Name
                    row={row}
                    onDone={(indicator) => {
                      setNaming(null)
                      if (indicator !== undefined && CORE.has(row.kind)) onDecide(row.place, figureOf(row, indicator))
                    }}
                  />
                ) : (
                  <button
                    type="button"
                    className="figure-row"
                    data-state={row.state}
                    onClick={() => onGo(row.place)}
                    onKeyDown={(event) => {
                      if (event.key !== 'F2' || !row.decidable || !CORE.has(row.kind)) return
                      event.preventDefault()
                      setNaming(row.key)
                    }}
                  >
                    <span className="figure-head">
                      <span className="figure-name">{row.indicator || (row.label ? '不是数据（已标注）' : CORE.has(row.kind) ? '指标未定' : KIND_NAMES[row.kind])}</span>
                      {row.state !== 'text' && row.state !== 'stated' && (
                        <Badge size="sm" radius="sm" variant="light" color={STATES[row.state][1]}>
                          {STATES[row.state][0]}
                        </Badge>
                      )}
                    </span>
                    <span className="figure-values numeric">
                      <b>{row.text || '—'}</b>
                      {CORE.has(row.kind) && <span className="figure-kind">{[KIND_NAMES[row.kind], sayValue(row)].filter(Boolean).join(' · ')}</span>}
                      <Last row={row} />
                    </span>
                  </button>
                )}
                {row.decidable && naming !== row.key && <Decide row={row} onDecide={onDecide} onName={() => setNaming(row.key)} />}
              </li>
            </Fragment>
          )
        })}
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

/** The row's figure as a decision; only what was merely recognised becomes `stated` by it. */
const figureOf = (row: FigureRow, indicator: string, state?: FigureState): Decision => ({
  is: 'figure',
  indicator,
  unit: row.unit,
  kind: row.kind as CoreKind,
  state: state ?? (row.state === 'text' || row.state === 'open' ? 'stated' : row.state),
})

/** The field in which an indicator is corrected: Enter takes it, Escape leaves it. */
function Name({ row, onDone }: { row: FigureRow; onDone: (indicator: string | undefined) => void }) {
  const [name, setName] = useState(row.indicator)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  return (
    <TextInput
      ref={input}
      size="xs"
      className="figure-naming"
      label={`${row.text} 统计的是`}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => onDone(name.trim() === row.indicator ? undefined : name.trim())}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') {
          event.stopPropagation()
          onDone(undefined)
        }
      }}
    />
  )
}

/** What the editor can say of a numeral. */
function Decide({ row, onDecide, onName }: { row: FigureRow; onDecide: FiguresPanelProps['onDecide']; onName: () => void }) {
  const core = CORE.has(row.kind)
  const say = (decision: Decision) => () => onDecide(row.place, decision)
  return (
    <Menu position="bottom-end" withinPortal shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" className="figure-menu" aria-label={`处理“${row.text}”`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {core && <Menu.Item onClick={onName} rightSection={<Text size="xs" c="dimmed">F2</Text>}>改指标名称</Menu.Item>}
        {core && row.state !== 'verified' && <Menu.Item onClick={say(figureOf(row, row.indicator, 'verified'))}>标为已核</Menu.Item>}
        {core && row.state !== 'doubtful' && <Menu.Item onClick={say(figureOf(row, row.indicator, 'doubtful'))}>标为存疑</Menu.Item>}
        {core && <Menu.Divider />}
        {core && <Menu.Item onClick={say({ is: 'label' })}>不是数据</Menu.Item>}
        {!core && (
          <Menu.Item onClick={say({ is: 'figure', indicator: '', ...(asFigure(row.text) ?? { unit: '', kind: 'quantity' }), state: 'stated' })}>是数据，需要核对</Menu.Item>
        )}
        {(row.label || row.state === 'stated') && <Menu.Item onClick={say({ is: 'recognised' })}>恢复自动识别</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
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
