import './compare.css'
import { ActionIcon, Button, NumberInput, SegmentedControl, Text, TextInput, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconFileSpreadsheet, IconLink, IconLinkOff, IconRestore, IconSearch, IconUnlink } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import { comparisonRows, passes, type CompareFilter, type CompareRow } from '#core/compare/table.ts'
import type { Report } from '#core/model/report.ts'
import { comparisonSheet, verdictOf } from '#core/print/sheet.ts'
import { useHost } from '../../app/host.ts'
import { saveTable } from '../publish/save-table.ts'
import { count, nameOf, yearText } from '../../ui/words.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { readable } from '../edit/figure-rows.ts'
import { waitingSlots } from '../edit/waiting.ts'
import { LastSelect } from '../edit/LastSelect.tsx'
import type { Where } from '../edit/SidePanel.tsx'
import { breaking, decidable, leavingAlone, pairing, restoring, saidOf, type PlacedDecision } from './pairings.ts'

/** `waiting`: last year's figures for which a slot is open. */
type Filter = CompareFilter | 'waiting'
const FILTERS: readonly (readonly [Filter, string])[] = [['all', '全部'], ['paired', '已配对'], ['changed', '变化超过'], ['unchanged', '持平'], ['near', '近似'], ['onlyThis', '仅本年'], ['onlyLast', '仅往年'], ['waiting', '待填']]
type Column = 'place' | 'indicator' | 'this' | 'last' | 'absolute' | 'percent' | 'verdict'
const HEADS: readonly (readonly [Column, string, boolean])[] = [['place', '板块', false], ['indicator', '指标', false], ['this', '本年', true], ['last', '往年', true], ['absolute', '增减', true], ['percent', '增减%', true], ['verdict', '判断', false]]

export interface CompareViewProps {
  report: Report
  analysed: Analysed | undefined
  last: ReportSummary | undefined
  reports: readonly ReportSummary[]
  onLast: (id: string | undefined) => void
  /** goes to a place in the text */
  onGo: (where: Where) => void
  /** opens the earlier report at a place */
  onOpenLast: (where: Where) => void
  /** answers whether the text still is what was decided of */
  onDecide: (decisions: readonly PlacedDecision[]) => boolean
  onUndo: () => void
  onRedo: () => void
  canUndo: boolean
}

/** The whole report against an earlier one (对比表): sorted, filtered, and with the editor's word on every pair. */
export function CompareView({ report, analysed, last, reports, onLast, onGo, onOpenLast, onDecide, onUndo, onRedo, canUndo }: CompareViewProps) {
  const { client } = useHost()
  const [filter, setFilter] = useState<Filter>('all')
  const [percent, setPercent] = useState(20)
  const [words, setWords] = useState('')
  const [sort, setSort] = useState<{ by: Column; down: boolean }>({ by: 'place', down: false })
  const [current, setCurrent] = useState<string>()
  const [picked, setPicked] = useState<string>()
  const [over, setOver] = useState<string>()
  const [said, setSaid] = useState('')
  const body = useRef<HTMLTableSectionElement>(null)

  const all = useMemo(() => (analysed?.comparison ? comparisonRows(analysed.comparison) : []), [analysed])
  // a slot that waits for this year's value is no missing indicator
  const waiting = useMemo(() => {
    const slotOf = analysed ? waitingSlots(analysed.of) : undefined
    return new Map(all.flatMap((r) => {
      const open = !r.this && r.last ? slotOf?.(r.last) : undefined
      return open ? [[r.key, open] as const] : []
    }))
  }, [all, analysed])
  const verdict = (r: CompareRow): string => (waiting.has(r.key) ? '待填' : verdictOf(r))
  const isIn = useCallback((r: CompareRow, f: Filter): boolean => (f === 'waiting' ? waiting.has(r.key) : passes(r, f, percent) && (f !== 'onlyLast' || !waiting.has(r.key))), [waiting, percent])
  const counts = useMemo(() => new Map(FILTERS.map(([f]) => [f, all.filter((r) => isIn(r, f)).length])), [all, isIn])
  const rows = useMemo(() => {
    const sought = words.trim().toLowerCase()
    const shown = all.filter((r) => isIn(r, filter) && (sought === '' || `${r.indicator} ${r.section.join(' ')} ${r.this?.text ?? ''} ${r.last?.text ?? ''} ${r.last?.indicator ?? ''}`.toLowerCase().includes(sought)))
    return sorted(shown, sort)
  }, [all, filter, isIn, words, sort])
  const at = Math.max(0, rows.findIndex(({ key }) => key === current))
  const row = rows[at]
  const pick = all.find(({ key }) => key === picked)

  // the row keeps the keyboard when the table is drawn anew after a decision
  useEffect(() => {
    const active = document.activeElement
    if (active === document.body && row && body.current) body.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })

  const note = (decisions: readonly PlacedDecision[], message: string): void => {
    setSaid(onDecide(decisions) ? message : '没有改动：这里的正文刚刚变过，表格正在更新。请稍候再试。')
    setPicked(undefined)
  }
  const lastId = analysed?.last?.id
  const of = analysed?.of
  const nameRow = (r: CompareRow): string => `${r.indicator || '指标未定'}（${[r.this?.text, r.last?.text].filter(Boolean).join('／')}）`
  const refuse = (figure: CompareRow['this']): boolean => {
    if (of && figure && decidable(of, figure)) return false
    setSaid('标题中的数字按识别结果显示，不能在这里改。')
    return true
  }
  const confirm = (r: CompareRow): void => {
    if (of && lastId && r.this && r.last && !refuse(r.this)) note(pairing(of, lastId, all, r.this, r.last), `已确认：${nameRow(r)}是同一指标。`)
  }
  const split = (r: CompareRow): void => {
    if (of && lastId && r.this && r.last && !refuse(r.this)) note(breaking(of, lastId, r.this, r.last), `已拆开：${nameRow(r)}不是同一指标。`)
  }
  const alone = (r: CompareRow): void => {
    if (of && lastId && r.this && !refuse(r.this)) note(leavingAlone(of, lastId, r.this), `已注明：${r.indicator}在往年报告中没有对应。`)
  }
  const restore = (r: CompareRow): void => {
    if (of && lastId && r.this && saidOf(of, lastId, r.this)) note(restoring(of, lastId, r.this), `已恢复自动配对：${r.indicator}。`)
  }
  /** pairs the figure of this year of one row with that of last year of the other */
  const join = (a: CompareRow, b: CompareRow): void => {
    const [here, there] = a.this && b.last && (!b.this || !a.last) ? [a.this, b.last] : [b.this, a.last]
    if (!of || !lastId || a.key === b.key) return
    if (!here || !there) {
      setSaid('一对数据要由本年的一个和往年的一个组成：请选一行“仅本年”和一行“仅往年”。')
      return
    }
    if (here.kind !== there.kind && (here.kind === 'percent' || there.kind === 'percent')) {
      setSaid(`“${here.text}”和“${there.text}”一个是百分比、一个不是，不能配对。`)
      return
    }
    const robbed = all.find((r) => r.this && r.last?.paragraphId === there.paragraphId && r.last.start === there.start && r.this !== here)
    if (!refuse(here)) note(pairing(of, lastId, all, here, there), `已配对：${here.text}（本年）与 ${there.text}（往年）。${robbed?.this ? `原来与它配对的 ${robbed.this.text} 已放开。` : ''}`)
  }
  const choose = (r: CompareRow): void => {
    if (pick && pick.key !== r.key) join(pick, r)
    else {
      setPicked(pick ? undefined : r.key)
      setSaid(pick ? '' : `已选中${nameRow(r)}，再到要与它配对的那一行按 P，按 Esc 取消。`)
    }
  }
  const open = (r: CompareRow): void => {
    const slot = waiting.get(r.key)
    if (slot) onGo({ blockId: slot.paragraphId, start: slot.start, end: slot.end })
    else if (r.this) onGo({ blockId: r.this.paragraphId, start: r.this.start, end: r.this.end })
    else if (r.last) onOpenLast({ blockId: r.last.paragraphId, start: r.last.start, end: r.last.end })
  }

  const move = (to: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (!next) return
    setCurrent(next.key)
    const element = body.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)
    element?.focus()
    element?.scrollIntoView({ block: 'nearest' })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !row) return
    const modified = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const act: (() => void) | undefined = modified
      ? key === 'z' && !event.shiftKey ? onUndo : key === 'y' || (key === 'z' && event.shiftKey) ? onRedo : undefined
      : event.key === 'ArrowDown' ? () => move(at + 1)
        : event.key === 'ArrowUp' ? () => move(at - 1)
          : event.key === 'PageDown' ? () => move(at + 12)
            : event.key === 'PageUp' ? () => move(at - 12)
              : event.key === 'Home' ? () => move(0)
                : event.key === 'End' ? () => move(rows.length - 1)
                  : event.key === 'Enter' ? () => open(row)
                    : key === 'c' ? () => confirm(row)
                      : key === 'b' || event.key === 'Delete' ? () => split(row)
                        : key === 'n' ? () => alone(row)
                          : key === 'r' ? () => restore(row)
                            : key === 'p' ? () => choose(row)
                              : event.key === 'Escape' && picked !== undefined ? () => { setPicked(undefined); setSaid('') }
                                : undefined
    if (!act) return
    event.preventDefault()
    act()
  }
  const drag = (r: CompareRow) => ({
    draggable: true,
    onDragStart: (event: DragEvent): void => {
      event.dataTransfer.setData('text/plain', r.key)
      event.dataTransfer.effectAllowed = 'link'
    },
    onDragOver: (event: DragEvent): void => {
      event.preventDefault()
      setOver(r.key)
    },
    onDragLeave: (): void => setOver((now) => (now === r.key ? undefined : now)),
    onDrop: (event: DragEvent): void => {
      event.preventDefault()
      setOver(undefined)
      const from = all.find(({ key }) => key === event.dataTransfer.getData('text/plain'))
      if (from) join(from, r)
    },
  })

  return (
    <section className="compare" aria-label="对比表">
      <div className="compare-bar">
        <div className="compare-last">
          <LastSelect report={report} reports={reports} last={last} onLast={onLast} />
        </div>
        <SegmentedControl size="xs" aria-label="显示哪些数据" value={filter} onChange={(value) => setFilter(value as Filter)} data={FILTERS.filter(([value]) => value !== 'waiting' || waiting.size > 0 || filter === 'waiting').map(([value, label]) => ({ value, label: `${label}${value === 'changed' ? ` ${percent}%` : ''} ${counts.get(value) ?? 0}` }))} />
        {filter === 'changed' && <NumberInput size="xs" w={96} aria-label="变化超过百分之几" suffix=" %" min={0} max={10000} value={percent} onChange={(value) => setPercent(Number(value) || 0)} />}
        <TextInput size="xs" w={180} aria-label="查找指标" placeholder="查找指标、板块、数值" leftSection={<IconSearch size={14} />} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <div style={{ flex: 1 }} />
        <Tooltip label="撤销（Ctrl+Z）">
          <ActionIcon aria-label="撤销" disabled={!canUndo} onClick={onUndo}>
            <IconArrowBackUp size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <Button size="compact-sm" variant="default" leftSection={<IconFileSpreadsheet size={16} stroke={1.7} />} disabled={rows.length === 0} onClick={() => void saveTable(client, `${nameOf(report)} 对比表`, [comparisonSheet(rows, { this: report.year, last: last?.year ?? null }, verdict)])}>
          导出 Excel
        </Button>
      </div>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" p="xl" ta="center" role="status">
          {!analysed ? '正在识别和配对数据…' : !last ? '请先在左上角选择一份往年报告，两份报告的数据会逐项配对。' : all.length === 0 ? '两份报告中都没有可以对比的数据。' : '没有符合条件的数据。可以换一个筛选条件。'}
        </Text>
      ) : (
        <div className="compare-scroll">
          <table className="compare-table">
            <thead>
              <tr>
                {HEADS.map(([by, title, numeric]) => (
                  <th key={by} scope="col" data-numeric={numeric || undefined} aria-sort={sort.by === by ? (sort.down ? 'descending' : 'ascending') : 'none'}>
                    <button type="button" onClick={() => setSort((now) => ({ by, down: now.by === by ? !now.down : false }))}>
                      {by === 'this' ? (report.year === null ? title : yearText(report.year)) : by === 'last' && last ? yearText(last.year) : title}
                      <span aria-hidden="true">{sort.by === by ? (sort.down ? ' ▾' : ' ▴') : ''}</span>
                    </button>
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">操作</span>
                </th>
              </tr>
            </thead>
            <tbody ref={body} onKeyDown={onKey}>
              {rows.map((r, i) => (
                <tr key={r.key} data-key={r.key} data-kind={r.this === undefined ? 'last' : r.last === undefined ? 'this' : r.same} data-picked={picked === r.key || undefined} data-over={over === r.key || undefined} tabIndex={i === at ? 0 : -1} onFocus={() => setCurrent(r.key)} onDoubleClick={() => open(r)} {...drag(r)}>
                  <td className="compare-section" title={r.section.join(' › ')}>
                    {r.section.at(-1) ?? ''}
                  </td>
                  <td className="compare-indicator">
                    {r.indicator || '指标未定'}
                    {r.this && r.last && r.last.indicator !== r.indicator && <small>往年：{r.last.indicator}</small>}
                    {r.why !== '' && <small className="compare-why">{r.why}</small>}
                  </td>
                  <td className="numeric">{waiting.has(r.key) && <Value text="待填" context="" onClick={() => open(r)} />}{r.this && <Value text={signedText(r.this.text, r.signed?.this)} context={r.this.before} onClick={() => open(r)} />}</td>
                  <td className="numeric">{r.last && <Value text={signedText(r.last.text, r.signed?.last)} context={r.last.before} onClick={() => r.last && onOpenLast({ blockId: r.last.paragraphId, start: r.last.start, end: r.last.end })} />}</td>
                  <td className="numeric" data-direction={directionOf(r)}>{r.change ? `${signed(r.change.absolute, readable)}${r.this?.kind === 'percent' && r.change.absolute !== 0 ? ' 个百分点' : ''}` : ''}</td>
                  <td className="numeric" data-direction={directionOf(r)}>{r.change && r.change.percent !== null ? `${signed(r.change.percent, String)}%` : ''}</td>
                  <td>
                    <span className="compare-verdict">{verdict(r)}</span>
                  </td>
                  <td className="compare-acts">
                    {r.this && r.last && !r.decided && <Act label="确认是同一指标（C）" onClick={() => confirm(r)}><IconCheck size={16} /></Act>}
                    {r.this && r.last && <Act label="拆开，不是同一指标（B）" onClick={() => split(r)}><IconUnlink size={16} /></Act>}
                    {r.this && !r.last && <Act label="注明往年没有对应（N）" onClick={() => alone(r)}><IconLinkOff size={16} /></Act>}
                    {(!r.this || !r.last) && <Act label={pick ? '与选中的数据配对（P）' : '选中，去配对（P）'} onClick={() => choose(r)}><IconLink size={16} /></Act>}
                    {of && lastId && r.this && saidOf(of, lastId, r.this) && <Act label="恢复自动配对（R）" onClick={() => restore(r)}><IconRestore size={16} /></Act>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <footer className="compare-status">
        <span>
          {count(counts.get('paired') ?? 0)} 对，仅本年 {count(counts.get('onlyThis') ?? 0)}，仅往年 {count(counts.get('onlyLast') ?? 0)}{waiting.size > 0 ? `，待填 ${waiting.size}` : ''}
        </span>
        <span role="status" className="compare-said">
          {said}
        </span>
        <span className="compare-keys">↑↓ 选行　Enter 到原文　C 确认　B 拆开　P 配对　N 无对应　R 恢复；也可把一行拖到另一行上配对</span>
      </footer>
    </section>
  )
}

function Value({ text, context, onClick }: { text: string; context: string; onClick: () => void }) {
  return (
    <button type="button" className="compare-value" tabIndex={-1} title={`…${context}${text}（到原文）`} onClick={onClick}>
      {text}
    </button>
  )
}

function Act({ label, onClick, children }: { label: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" tabIndex={-1} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** Of a near pair the change is no statement of growth. */
const directionOf = ({ change, same }: CompareRow): string | undefined => (!change || change.absolute === 0 || same === 'near' ? undefined : change.absolute > 0 ? 'up' : 'down')
/** 9.6% of 下降9.6% is read as −9.6%. */
const signedText = (text: string, value: number | undefined): string => (value !== undefined && value < 0 && !/^[-−]/u.test(text) ? `−${text}` : text)

const signed = (n: number, say: (n: number) => string): string => (n === 0 ? '0' : `${n > 0 ? '+' : '−'}${say(Math.abs(n))}`)

/** Rows in the order of a column; those without a value there come last, equal ones keep their reading order. */
function sorted(rows: readonly CompareRow[], { by, down }: { by: Column; down: boolean }): CompareRow[] {
  if (by === 'place') return down ? rows.toReversed() : [...rows]
  const value = (row: CompareRow): number | string | undefined => {
    switch (by) {
      case 'indicator': return row.indicator
      case 'this': return row.signed?.this ?? row.this?.value
      case 'last': return row.signed?.last ?? row.last?.value
      case 'absolute': return row.change?.absolute
      case 'percent': return row.change?.percent ?? undefined
      case 'verdict': return verdictOf(row)
    }
  }
  const direction = down ? -1 : 1
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined)
    return direction * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh'))
  })
}
