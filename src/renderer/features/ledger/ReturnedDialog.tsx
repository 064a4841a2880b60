import './collect.css'
import { Alert, Button, Checkbox, Group as Row, Modal, Select, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { LedgerChange } from '#core/ledger/changes.ts'
import { indicatorOf, valueIn, type Ledger } from '#core/ledger/ledger.ts'
import { chosenChanges, type Returned } from '#core/ledger/returned.ts'
import type { ReturnedRow } from '#core/ledger/returned-row.ts'
import { edited, grouped, GROUPS, keyed, selected, ticked, type Group, type RowEdit, type ShownRow } from './returned-screen.ts'

export interface ReturnedDialogProps {
  returned: readonly Returned[]
  ledger: Ledger
  /** the chosen values, and that the departments delivered; nothing else changes the ledger */
  onAdopt: (changes: LedgerChange[]) => void
  onClose: () => void
}

/** What filled sheets would change in the ledger: what is in conflict, what was not read, what is new. Only what is ticked is taken over. */
export function ReturnedDialog({ returned, ledger, onAdopt, onClose }: ReturnedDialogProps) {
  const [edits, setEdits] = useState<ReadonlyMap<string, RowEdit>>(new Map())
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  const files = useMemo(() => keyed(returned), [returned])
  const after = useMemo(() => edited(files, ledger, edits), [files, ledger, edits])
  const groups = useMemo(() => grouped(files, after, ledger, edits), [files, after, ledger, edits])
  const chosen = useMemo(() => selected(after, ticks, edits), [after, ticks, edits])
  const changes = useMemo(() => chosenChanges(after, chosen), [after, chosen])
  const choices = useMemo(() => ledger.indicators.flatMap(({ id, name, unit, department, formula }) => (formula ? [] : [{ value: id, label: [name, unit, department].filter((part) => part !== '').join(' · ') }])), [ledger])

  const tick = (keys: readonly string[], on: boolean): void => setTicks(ticked(after, ticks, keys, on))
  const edit = (key: string, said: RowEdit): void => {
    setEdits(new Map([...edits, [key, { ...edits.get(key), ...said }]]))
    // another reading is another decision
    setTicks(new Map([...ticks].filter(([of]) => of !== key)))
  }
  const problems = after.flatMap(({ fileName, problems: of }) => of.map((problem) => `${fileName}：${problem}`))
  const notices = after.flatMap(({ fileName, notices: of }) => of.map((notice) => `${fileName}：${notice}`))
  const missing = after.flatMap((file) => file.missing.map(({ name }) => name))

  return (
    <Modal opened onClose={onClose} title="读回填报表" size="min(1180px, 96vw)" closeOnClickOutside={false}>
      <div className="returned">
        <ul className="returned-files" aria-label="读入的文件">
          {after.map((file, f) => (
            <li key={f}>
              <strong>{file.fileName}</strong>
              {file.departments.length > 0 && `　${file.departments.join('、')}`}
              {`　${file.rows.filter(({ reading }) => reading.kind !== 'empty').length} 项有内容，共 ${file.rows.length} 行`}
            </li>
          ))}
        </ul>
        {problems.length > 0 && (
          <Alert color="red" icon={<IconAlertTriangle size={20} />} title="没有读入" role="alert">
            {problems.map((problem) => <Text key={problem} size="sm">{problem}</Text>)}
          </Alert>
        )}
        {notices.length > 0 && (
          <Alert color="amber" title="请留意">
            {notices.map((notice) => <Text key={notice} size="sm">{notice}</Text>)}
          </Alert>
        )}
        <p className="returned-counts" role="status">
          {GROUPS.flatMap(([group, title]) => ((groups.get(group)?.length ?? 0) > 0 ? [`${title} ${groups.get(group)?.length ?? 0}`] : [])).join('　') || '没有可以读入的数据。'}
        </p>
        <div className="returned-scroll" tabIndex={0} role="region" aria-label="填报内容">
          {GROUPS.map(([group, title, explanation]) => {
            const rows = groups.get(group) ?? []
            if (rows.length === 0) return null
            return group === 'same' || group === 'empty'
              ? <Quiet key={group} title={title} explanation={explanation} rows={rows} ledger={ledger} />
              : <Rows key={group} {...{ group, title, explanation, rows, ledger, chosen, choices, edits }} onTick={tick} onEdit={edit} />
          })}
          {missing.length > 0 && (
            <details className="returned-group">
              <summary>交来之后仍缺 {missing.length} 项</summary>
              <Text size="sm">{missing.join('、')}</Text>
            </details>
          )}
        </div>
        <Row justify="space-between" wrap="nowrap">
          <Text size="sm" c="dimmed">没有选中的各项不会改动台账。采用后可以撤销。</Text>
          <Row gap="sm" wrap="nowrap">
            <Button variant="default" onClick={onClose}>取消</Button>
            <Button leftSection={<IconCheck size={16} />} disabled={changes.length === 0} onClick={() => onAdopt(changes)}>
              {chosen.size > 0 || changes.length === 0 ? `采用所选 ${chosen.size} 项` : '只登记交回，不改数据'}
            </Button>
          </Row>
        </Row>
      </div>
    </Modal>
  )
}

interface RowsProps {
  group: Group
  title: string
  explanation: string
  rows: readonly ShownRow[]
  ledger: Ledger
  chosen: ReadonlySet<string>
  choices: { value: string; label: string }[]
  edits: ReadonlyMap<string, RowEdit>
  onTick: (keys: readonly string[], on: boolean) => void
  onEdit: (key: string, said: RowEdit) => void
}

/** One group of rows, each with what stands in the ledger, what the cell says and how it was read. */
function Rows({ group, title, explanation, rows, ledger, chosen, choices, edits, onTick, onEdit }: RowsProps) {
  const eligible = rows.filter(({ row }) => 'change' in row.reading).map(({ row }) => row.key)
  const on = eligible.filter((key) => chosen.has(key)).length
  // of rows in conflict only one may be taken, and each is a decision of its own
  const together = group !== 'conflict' && eligible.length > 1
  return (
    <section className="returned-group" aria-label={title}>
      <h3>
        {title} <span className="numeric">{rows.length}</span>
      </h3>
      <p>{explanation}</p>
      <table className="returned-table returned-rows">
        <thead>
          <tr>
            <th scope="col">{together ? <Checkbox size="xs" aria-label={`全选：${title}`} checked={on === eligible.length} indeterminate={on > 0 && on < eligible.length} onChange={(event) => onTick(eligible, event.currentTarget.checked)} /> : <span className="visually-hidden">采用</span>}</th>
            <th scope="col">指标</th>
            <th scope="col" data-numeric>上年</th>
            <th scope="col" data-numeric>台账现有</th>
            <th scope="col" data-numeric>表中填写</th>
            <th scope="col" data-numeric>采用后</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row }) => (
            <tr key={row.key} data-kind={row.reading.kind}>
              <td>
                <Checkbox size="xs" aria-label={`采用：${nameOf(row, ledger)} ${row.cell}`} disabled={!('change' in row.reading)} checked={chosen.has(row.key)} onChange={(event) => onTick([row.key], event.currentTarget.checked)} />
              </td>
              <th scope="row">
                {group === 'unknown' ? (
                  <>
                    {row.name || '（没有名称）'}
                    <Select size="xs" mt={4} aria-label={`指定指标：${row.name}`} placeholder="指定台账中的指标" searchable clearable limit={60} data={choices} value={edits.get(row.key)?.indicator ?? null} onChange={(id) => onEdit(row.key, { indicator: id ?? '' })} />
                  </>
                ) : (
                  nameOf(row, ledger)
                )}
                <small>{`${row.fileName}　${row.table} 第 ${row.line} 行`}</small>
              </th>
              <td className="numeric">{lastOf(row, ledger)}</td>
              <td className="numeric">{nowOf(row, ledger)}</td>
              <td className="numeric">
                {row.cell || '（空）'}
                {row.unit !== '' && <span className="returned-unit"> {row.unit}</span>}
                {row.person !== '' && <small>{row.person}</small>}
                {row.note !== '' && <small>备注：{row.note}</small>}
              </td>
              <td className="numeric">
                {(group === 'unparsed' || row.reading.kind === 'unparsed' || edits.get(row.key)?.typed !== undefined) && (
                  <TextInput size="xs" aria-label={`写明数据：${nameOf(row, ledger)}`} placeholder="如 23、约50" value={edits.get(row.key)?.typed ?? ''} onChange={(event) => onEdit(row.key, { typed: event.currentTarget.value })} />
                )}
                {'change' in row.reading && <strong>{row.reading.value.text}</strong>}
              </td>
              <td className="returned-remark">{row.reading.remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Rows that change nothing. */
function Quiet({ title, explanation, rows, ledger }: { title: string; explanation: string; rows: readonly ShownRow[]; ledger: Ledger }) {
  return (
    <details className="returned-group">
      <summary>
        {title} {rows.length} 项，{explanation}
      </summary>
      <ul>
        {rows.map(({ row }) => (
          <li key={row.key}>
            {nameOf(row, ledger)}
            {row.cell !== '' && `：${row.cell}`}
            {row.reading.remark !== '' && <small>　{row.reading.remark}</small>}
          </li>
        ))}
      </ul>
    </details>
  )
}

const nameOf = (row: ReturnedRow, ledger: Ledger): string => (row.indicator === undefined ? undefined : indicatorOf(ledger, row.indicator)?.name) ?? row.name

const lastOf = ({ indicator, year }: ReturnedRow, ledger: Ledger): string => textIn(indicator, year - 1, ledger)
const nowOf = ({ indicator, year }: ReturnedRow, ledger: Ledger): string => textIn(indicator, year, ledger)

function textIn(id: string | undefined, year: number, ledger: Ledger): string {
  const indicator = id === undefined ? undefined : indicatorOf(ledger, id)
  return (indicator && valueIn(indicator, year)?.text) || '—'
}
