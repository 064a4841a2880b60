import './ledger.css'
import 'react-datasheet-grid/dist/style.css'
import { Button, Menu, Select, Text, TextInput, Tooltip } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconArrowForwardUp, IconCheck, IconDots, IconFileSpreadsheet, IconPlus, IconQuestionMark, IconRefresh, IconSearch, IconSortAscending, IconSortDescending, IconTable, IconTrash } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { createTextColumn, DynamicDataSheetGrid, type DataSheetGridRef } from 'react-datasheet-grid'
import type { LedgerChange } from '#core/ledger/changes.ts'
import { currentValue } from '#core/ledger/formulas.ts'
import type { Ledger, ValueState } from '#core/ledger/ledger.ts'
import { ledgerSheet } from '#core/print/ledger-sheet.ts'
import { useHost } from '../../app/host.ts'
import { newId } from '../../editor/ids.ts'
import { count } from '../../ui/words.ts'
import { saveTable } from '../publish/save-table.ts'
import { Collecting } from './Collecting.tsx'
import { gridMenu } from './GridMenu.tsx'
import { namedColumn } from './NamedCell.tsx'
import { LedgerDetail, type LedgerPlace } from './LedgerDetail.tsx'
import { changesOfRows, orderOf, removal, rowOf, stateChanges, type LedgerRow, type RowMarks, type TableOrder } from './ledger-table.ts'

/** A ledger and what can be done with it, wherever it is shown. */
export interface LedgerDesk {
  body: string
  /** undefined while it is read */
  ledger: Ledger | null | undefined
  /** the year that is worked on */
  year: number | null
  commit: (changes: readonly LedgerChange[]) => void
  /** makes changes that leave one indicator of two */
  merge: (changes: readonly LedgerChange[], from: string, into: string) => void
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
  /** takes figures, pairs and decisions of the body's reports into the ledger; answers what came of it, in Chinese */
  fromReports: () => Promise<string>
  /** where the text states an indicator; undefined where no text is at hand */
  places?: (indicator: string) => readonly LedgerPlace[]
  /** indicators that the text states otherwise than the ledger */
  unlike: ReadonlySet<string>
  /** the order in which the text states indicators */
  inText: ReadonlyMap<string, number>
  onGo?: (place: LedgerPlace) => void
}

const text = createTextColumn({ continuousUpdates: false, deletedValue: '' })
type LedgerColumn = ReturnType<typeof namedColumn>
const STATES: readonly { value: TableOrder['state']; label: string }[] = [
  { value: 'all', label: '全部状态' }, { value: 'open', label: '待填' }, { value: 'filled', label: '已填' }, { value: 'verified', label: '已核' }, { value: 'doubtful', label: '存疑' }, { value: 'stated', label: '正文用到' }, { value: 'unlike', label: '与正文不一致' }, { value: 'odd', label: '与公式不符' },
]

/** The ledger as a spreadsheet (数据台账): keyboard, paste from Excel, filter, sort, undo. */
export function LedgerView({ desk }: { desk: LedgerDesk }) {
  const { client } = useHost()
  const { ledger, year, commit } = desk
  const [order, setOrder] = useState<TableOrder>({ words: '', department: '', state: 'all', sort: { by: 'order', down: false } })
  const [active, setActive] = useState<{ row: number; column: string | undefined }>()
  // what was chosen stays so while the toolbar or the details are used, which take the grid's own selection away
  const [picked, setPicked] = useState<readonly string[]>([])
  const [collecting, setCollecting] = useState(false)
  const [busy, setBusy] = useState(false)
  const grid = useRef<DataSheetGridRef>(null)
  const { ref: box, height } = useElementSize()

  const years = useMemo(() => {
    const known = new Set((ledger?.indicators ?? []).flatMap((i) => i.values.map((v) => v.year)))
    if (year !== null) known.add(year)
    return [...known].filter((y) => year === null || y <= year).sort((a, b) => a - b).slice(-5)
  }, [ledger, year])
  // an edit must not make rows jump or vanish under the cursor: the order is made anew when it is asked for, or when rows come and go
  const ids = ledger?.indicators.map(({ id }) => id).join()
  const latest = useRef(ledger)
  latest.current = ledger
  const shown = useMemo(() => (latest.current ? orderOf(latest.current, year, order, desk.unlike, desk.inText) : []), [ids, year, order])
  const { rows, marks } = useMemo(() => {
    const byId = new Map(ledger?.indicators.map((i) => [i.id, i]))
    const out = { rows: [] as LedgerRow[], marks: new Map<string, RowMarks>() }
    for (const id of shown) {
      const indicator = byId.get(id)
      if (!ledger || !indicator) continue
      const { row, marks: m } = rowOf(ledger, indicator, years, year)
      out.rows.push(row)
      out.marks.set(id, m)
    }
    return out
  }, [ledger, shown, years, year])
  const departments = useMemo(() => [...new Set((ledger?.indicators ?? []).map(({ department }) => department).filter((d) => d !== ''))].sort((a, b) => a.localeCompare(b, 'zh')), [ledger])
  const counts = useMemo(() => {
    const out: Record<ValueState, number> = { open: 0, filled: 0, verified: 0, doubtful: 0 }
    for (const i of ledger?.indicators ?? []) out[(ledger && year !== null ? currentValue(ledger, i, year)?.state : undefined) ?? 'open']++
    return out
  }, [ledger, year])

  const sortBy = (by: TableOrder['sort']['by']): void => setOrder((now) => ({ ...now, sort: now.sort.by === by ? (now.sort.down ? { by: 'order', down: false } : { by, down: true }) : { by, down: false } }))
  const title = (words: string, by: TableOrder['sort']['by']): ReactElement => (
    <button type="button" className="ledger-head" title={`按${words}排序`} onClick={() => sortBy(by)}>
      {words}
      {order.sort.by === by && (order.sort.down ? <IconSortDescending size={14} aria-label="降序" /> : <IconSortAscending size={14} aria-label="升序" />)}
    </button>
  )
  const columns = useMemo((): LedgerColumn[] => {
    const cell = (id: keyof LedgerRow & string, label: string, more: Pick<LedgerColumn, 'title' | 'basis' | 'grow' | 'minWidth' | 'disabled' | 'cellClassName'>): LedgerColumn => ({ ...namedColumn(id, text as never, label), id, ...more })
    return [
      cell('name', '指标', { title: title('指标', 'name'), basis: 260, grow: 2, minWidth: 180 }),
      cell('unit', '单位', { title: '单位', basis: 62, grow: 0, minWidth: 56 }),
      cell('department', '部门', { title: title('部门', 'department'), basis: 130, grow: 1, minWidth: 96 }),
      ...years.map((y) =>
        cell(`y${y}`, `${y}年`, {
          title: y === year ? title(`${y}年`, 'value') : `${y}年`,
          basis: y === year ? 124 : 100,
          grow: 0,
          minWidth: 84,
          // a filter can take away the row of the active cell, which the grid asks about until it notices
          disabled: ({ rowData }: { rowData: LedgerRow | undefined }) => (rowData ? marks.get(rowData.id)?.computed : undefined) ?? false,
          cellClassName: ({ rowData }) => {
            const of = marks.get(rowData.id)
            return ['ledger-value', y === year ? `ledger-now ledger-${of?.states.get(y) ?? 'open'}` : '', of?.computed ? 'ledger-computed' : '', y === year && desk.unlike.has(rowData.id) ? 'ledger-unlike' : ''].join(' ')
          },
        })),
      cell('state', '状态', { title: title('状态', 'state'), basis: 72, grow: 0, minWidth: 64, cellClassName: ({ rowData }) => `ledger-state ledger-${marks.get(rowData.id)?.states.get(year ?? 0) ?? 'open'}` }),
      cell('source', '来源', { title: '来源', basis: 200, grow: 2, minWidth: 120, disabled: true, cellClassName: 'ledger-source' }),
    ]
  }, [years, year, marks, order.sort, desk.unlike])

  const chosen = useMemo(() => rows.filter(({ id }) => picked.includes(id)), [rows, picked])
  const pick = chosen.length === 1 ? ledger?.indicators.find(({ id }) => id === chosen[0]?.id) : undefined

  const edited = (next: LedgerRow[]): void => {
    if (!ledger) return
    const { changes, refused } = changesOfRows(ledger, rows, next, { years, focus: year, now: new Date() })
    if (changes.length > 0) commit(changes)
    if (refused.length > 0) {
      notifications.show({
        color: 'amber',
        title: refused.length === 1 ? '这一格没有改动' : `${refused.length} 格没有改动`,
        message: refused.slice(0, 5).map(({ name, text: said, why }) => `${name}${said === '' ? '' : `“${said}”`}：${why}`).join('；') + (refused.length > 5 ? ' 等' : '') + '。原来的值仍在。',
        autoClose: 12_000,
      })
    }
  }
  const setState = (state: Exclude<ValueState, 'open'>): void => {
    if (!ledger || year === null) return
    const changes = stateChanges(ledger, chosen.map(({ id }) => id), year, state, new Date())
    if (changes.length > 0) commit(changes)
    else notifications.show({ color: 'amber', message: '所选指标在这一年没有可以标记的值：待填的请先填写，由公式计算的随各项自动核实。' })
  }
  const remove = (): void => {
    if (!ledger || chosen.length === 0) return
    commit(removal(ledger, chosen.map(({ id }) => id)))
    notifications.show({ message: `已从台账删除 ${chosen.length} 个指标。正文的文字不变；关联过的数据标为与台账不一致，需要重新核实。可以撤销（Ctrl+Z）。` })
    grid.current?.setActiveCell(null)
  }
  const add = (): void => {
    const id = newId()
    commit([{ at: 'head', indicator: id, before: null, after: { id, name: '新指标', unit: '', kind: 'quantity', department: order.department === '未指定' ? '' : order.department }, index: ledger?.indicators.length ?? 0 }])
    setOrder((now) => ({ ...now, words: '', state: 'all', sort: { by: 'order', down: false } }))
    setTimeout(() => grid.current?.setActiveCell({ col: 'name', row: ledger?.indicators.length ?? 0 }), 60)
  }
  const adding = useRef(add)
  adding.current = add
  const CellMenu = useMemo(() => gridMenu(() => adding.current()), [])
  // Ctrl+D fills the first chosen row's cells down, as in Excel; the grid would make copies of the rows
  const fillDown = (): void => {
    const chosenCells = grid.current?.selection
    const top = chosenCells && rows[chosenCells.min.row]
    if (!top || chosenCells.max.row === chosenCells.min.row) return
    const copied = columns.slice(chosenCells.min.col, chosenCells.max.col + 1).flatMap(({ id }) => (id === undefined || id === 'source' ? [] : [id]))
    const cells = Object.fromEntries(copied.map((id) => [id, top[id as keyof LedgerRow]]))
    edited(rows.map((row, i) => (i > chosenCells.min.row && i <= chosenCells.max.row ? { ...row, ...cells } : row)))
  }
  const build = async (): Promise<void> => {
    setBusy(true)
    try {
      notifications.show({ color: 'green', message: await desk.fromReports() })
    } finally {
      setBusy(false)
    }
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const field = document.activeElement
      // in a field that is being typed in, undo is the field's own
      const typing = field instanceof HTMLInputElement && (!field.classList.contains('dsg-input') || field.closest('.dsg-cell')?.querySelector('.dsg-input') === field)
      const key = event.key.toLowerCase()
      if (key === 'd' && grid.current?.activeCell) {
        event.preventDefault()
        event.stopImmediatePropagation()
        if (!typing) fillDown()
        return
      }
      if (event.key === 'Enter' && !typing) setState('verified')
      else if (typing) return
      else if (key === 'z' && !event.shiftKey) desk.undo()
      else if (key === 'y' || (key === 'z' && event.shiftKey)) desk.redo()
      else return
      event.preventDefault()
    }
    // before the grid, which listens on the document too
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  })

  if (desk.body === '') return <Empty>这份报告还没有填写单位。台账按单位建立，请点标题栏的报告名称填写单位和年份。</Empty>
  if (ledger === undefined) return <Empty>正在读取台账…</Empty>
  if (ledger === null) return <Empty>台账没有读出来。请关闭后重新打开这份报告。</Empty>

  const said = active && rows[active.row]
  return (
    <section className="ledger" aria-label="数据台账">
      <div className="ledger-bar">
        <TextInput size="xs" w={190} aria-label="查找指标" placeholder="查找指标、部门、数值" leftSection={<IconSearch size={14} />} value={order.words} onChange={(event) => setOrder({ ...order, words: event.currentTarget.value })} />
        <Select size="xs" w={140} aria-label="部门" value={order.department} onChange={(value) => setOrder({ ...order, department: value ?? '' })} data={[{ value: '', label: '全部部门' }, ...departments, '未指定']} searchable={departments.length > 8} allowDeselect={false} comboboxProps={{ width: 200, position: 'bottom-start' }} />
        <Select size="xs" w={132} aria-label="状态" value={order.state} onChange={(value) => setOrder({ ...order, state: STATES.find((s) => s.value === value)?.value ?? 'all' })} data={[...STATES]} allowDeselect={false} />
        <div style={{ flex: 1 }} />
        <Tooltip label="撤销（Ctrl+Z）"><Button size="compact-sm" variant="default" aria-label="撤销" disabled={!desk.canUndo} onClick={desk.undo}><IconArrowBackUp size={16} /></Button></Tooltip>
        <Tooltip label="重做（Ctrl+Y）"><Button size="compact-sm" variant="default" aria-label="重做" disabled={!desk.canRedo} onClick={desk.redo}><IconArrowForwardUp size={16} /></Button></Tooltip>
        <Tooltip label="已核：所选指标本年的值已经核实（Ctrl+回车）"><Button size="compact-sm" variant="default" leftSection={<IconCheck size={15} />} disabled={chosen.length === 0} onClick={() => setState('verified')}>已核</Button></Tooltip>
        <Button size="compact-sm" variant="default" leftSection={<IconQuestionMark size={15} />} disabled={chosen.length === 0} onClick={() => setState('doubtful')}>存疑</Button>
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={15} />} onClick={add}>添加指标</Button>
        <Button size="compact-sm" variant="default" leftSection={<IconTable size={15} />} disabled={year === null} onClick={() => setCollecting(true)}>采集表</Button>
        <Menu position="bottom-end">
          <Menu.Target><Button size="compact-sm" variant="default" aria-label="更多"><IconDots size={16} /></Button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconRefresh size={15} />} disabled={busy} onClick={() => void build()}>从报告更新台账</Menu.Item>
            <Menu.Item leftSection={<IconFileSpreadsheet size={15} />} disabled={rows.length === 0} onClick={() => void saveTable(client, `${desk.body} 数据台账`, [ledgerSheet(ledger, shown, years)])}>导出 Excel</Menu.Item>
            <Menu.Item leftSection={<IconTrash size={15} />} color="red" disabled={chosen.length === 0} onClick={remove}>删除所选指标</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {ledger.indicators.length === 0 ? (
        <Empty>
          <p>“{desk.body}”还没有数据台账。台账把每个指标、负责部门、历年数值和来源放在一处，正文里的数据与它保持一致。</p>
          <Button loading={busy} onClick={() => void build()}>从资料库中的报告建立台账</Button>
        </Empty>
      ) : (
        <div className="ledger-body">
          <div className="ledger-grid" ref={box} data-pane="2">
            <DynamicDataSheetGrid<LedgerRow>
              ref={grid}
              value={rows}
              onChange={edited}
              columns={columns}
              rowKey="id"
              height={Math.max(200, height)}
              rowHeight={34}
              headerRowHeight={36}
              createRow={() => ({ id: newId(), name: '', unit: '', department: '', state: '', source: '' })}
              addRowsComponent={false}
              contextMenuComponent={CellMenu}
              onActiveCellChange={({ cell }) => {
                if (!cell) return
                setActive({ row: cell.row, column: cell.colId })
                setPicked(rows.slice(cell.row, cell.row + 1).map(({ id }) => id))
              }}
              onSelectionChange={({ selection }) => selection && setPicked(rows.slice(selection.min.row, selection.max.row + 1).map(({ id }) => id))}
            />
            {rows.length === 0 && (
              <div className="ledger-none" role="status">
                <p>没有符合条件的指标。</p>
                <Button size="compact-sm" variant="light" onClick={() => setOrder({ ...order, words: '', department: '', state: 'all' })}>显示全部指标</Button>
              </div>
            )}
            <div className="visually-hidden" aria-live="polite">{said ? `${said.name}，${columns.find((c) => c.id === active.column)?.id?.startsWith('y') ? `${active.column?.slice(1) ?? ''}年 ${said[active.column as `y${number}`] ?? ''}` : said.state}` : ''}</div>
          </div>
          <LedgerDetail key={pick?.id ?? ''} ledger={ledger} indicator={pick} year={year} chosen={chosen.length} {...(desk.places ? { places: desk.places } : {})} {...(desk.onGo ? { onGo: desk.onGo } : {})} onCommit={commit} onMerge={desk.merge} />
        </div>
      )}
      <footer className="ledger-status" aria-label="台账统计">
        <span>指标 {count(rows.length)}{rows.length === ledger.indicators.length ? '' : ` / ${count(ledger.indicators.length)}`}</span>
        {year !== null && <span>{year}年：待填 {count(counts.open)} · 已填 {count(counts.filled)} · 已核 {count(counts.verified)} · 存疑 {count(counts.doubtful)}</span>}
        {desk.unlike.size > 0 && <button type="button" className="ledger-link" onClick={() => setOrder({ ...order, state: 'unlike' })}>与正文不一致 {desk.unlike.size}</button>}
        <span style={{ flex: 1 }} />
        <span className="ledger-keys">方向键移动 · 回车编辑 · 直接输入覆盖 · Ctrl+C / Ctrl+V 可与 Excel 互贴 · Delete 清空</span>
      </footer>
      {collecting && year !== null && <Collecting ledger={ledger} year={year} onCommit={commit} onClose={() => setCollecting(false)} />}
    </section>
  )
}

function Empty({ children }: { children: React.ReactNode }) {
  return <div className="ledger-empty" role="status"><Text component="div" size="sm" c="dimmed" ta="center" maw={560}>{children}</Text></div>
}
