import { Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import { headOf, type LedgerChange } from '#core/ledger/changes.ts'
import { compute, currentValue, operandsOf, statedOtherwise } from '#core/ledger/formulas.ts'
import { mergeable, mergeIndicators } from '#core/ledger/merge.ts'
import { valueIn, type Formula, type Indicator, type Ledger } from '#core/ledger/ledger.ts'
import { sourceText, VALUE_STATES } from '#core/ledger/words.ts'
import { sayTime } from '../../ui/words.ts'

/** A place in the text that states an indicator. */
export interface LedgerPlace {
  id: string
  blockId: string
  start: number
  end: number
  /** what stands there; empty for an open slot */
  text: string
  /** the words around it */
  around: string
  /** in Chinese, where it differs from the ledger */
  why: string
}

export interface LedgerDetailProps {
  ledger: Ledger
  /** the one that is chosen */
  indicator: Indicator | undefined
  year: number | null
  /** how many are chosen */
  chosen: number
  places?: (indicator: string) => readonly LedgerPlace[]
  onGo?: (place: LedgerPlace) => void
  onCommit: (changes: readonly LedgerChange[]) => void
  onMerge: (changes: readonly LedgerChange[], from: string, into: string) => void
}

const FORMULAS: readonly { value: Formula['is'] | 'none'; label: string; of: readonly string[] }[] = [
  { value: 'none', label: '不计算，由部门填报', of: [] },
  { value: 'share', label: '占比：部分 ÷ 总数（%）', of: ['部分', '总数'] },
  { value: 'growth', label: '同比增长（%）', of: ['指标'] },
  { value: 'quotient', label: '平均：总量 ÷ 数量', of: ['总量', '数量'] },
  { value: 'sum', label: '合计', of: ['加数', '加数'] },
  { value: 'difference', label: '相差：被减数 − 减数', of: ['被减数', '减数'] },
]

/** What of an indicator does not fit into its row: source and note of the year's value, how it is computed, and where the text states it. */
export function LedgerDetail({ ledger, indicator, year, chosen, places, onGo, onCommit, onMerge }: LedgerDetailProps) {
  if (!indicator) {
    return (
      <aside className="ledger-detail" aria-label="指标详情">
        <Text size="sm" c="dimmed">{chosen > 1 ? `已选 ${chosen} 个指标。可以一起标记已核、存疑，或删除。` : '选中一个指标，这里显示它的来源、公式和在正文中的位置。'}</Text>
      </aside>
    )
  }
  const value = year === null ? undefined : valueIn(indicator, year)
  const current = year === null ? undefined : currentValue(ledger, indicator, year)
  const odd = year === null ? undefined : statedOtherwise(ledger, indicator, year)
  const stated = places?.(indicator.id)
  const note = (said: { person?: string; note?: string }): void => {
    if (!value || year === null) return
    const source = { ...(value.source ?? { kind: 'typed' as const, name: '' }), ...said }
    if (JSON.stringify(source) !== JSON.stringify(value.source)) onCommit([{ at: 'value', indicator: indicator.id, year, before: value, after: { ...value, source } }])
  }
  return (
    <aside className="ledger-detail" aria-label="指标详情" data-pane="3">
      <Stack gap={10}>
        <div>
          <Text fw={600} size="sm">{indicator.name}</Text>
          {year !== null && <Text size="sm">{year}年：<b>{current?.value == null ? '待填' : current.text}</b>{current && current.value !== null ? ` · ${VALUE_STATES[current.state]}` : ''}</Text>}
          {current?.computed && <Text size="xs" c="dimmed">{current.why}</Text>}
          {odd !== undefined && <Text size="xs" role="alert" className="ledger-odd">{odd}</Text>}
        </div>
        {value && value.value !== null && !indicator.formula && (
          <div>
            <Text size="xs" c="dimmed">来源：{value.source ? sourceText(value.source) : '未注明'}{value.at === '' ? '' : ` · ${sayTime(new Date(value.at), new Date())}`}</Text>
            {value.source?.passage !== undefined && value.source.passage !== '' && <blockquote className="ledger-passage">{value.source.passage}</blockquote>}
            <Group gap={6} grow mt={4}>
              <TextInput key={`p${value.source?.person ?? ''}`} size="xs" label="填报人" defaultValue={value.source?.person ?? ''} onBlur={(event) => note({ person: event.currentTarget.value.trim() })} />
              <TextInput key={`n${value.source?.note ?? ''}`} size="xs" label="备注" defaultValue={value.source?.note ?? ''} onBlur={(event) => note({ note: event.currentTarget.value.trim() })} />
            </Group>
          </div>
        )}
        <FormulaEditor key={JSON.stringify(indicator.formula ?? null)} ledger={ledger} indicator={indicator} year={year} onCommit={onCommit} />
        <Textarea
          key={`s${indicator.note ?? ''}`}
          size="xs"
          label="口径说明"
          placeholder="统计范围、时间，随采集表发给部门"
          autosize
          minRows={1}
          defaultValue={indicator.note ?? ''}
          onBlur={(event) => {
            const before = headOf(indicator)
            const said = event.currentTarget.value.trim()
            const { note: _, ...rest } = before
            if (said !== (before.note ?? '')) onCommit([{ at: 'head', indicator: indicator.id, before, after: said === '' ? rest : { ...rest, note: said }, index: ledger.indicators.indexOf(indicator) }])
          }}
        />
        <Merge ledger={ledger} indicator={indicator} onMerge={onMerge} />
        {stated && (
          <div>
            <Text size="xs" fw={600}>正文中 {stated.length} 处</Text>
            {stated.length === 0 && <Text size="xs" c="dimmed">正文没有关联这个指标。在正文中点一个数据，选“关联台账…”。</Text>}
            {stated.map((place) => (
              <button key={place.id} type="button" className="ledger-place" data-differs={place.why !== '' || undefined} onClick={() => onGo?.(place)}>
                <span>{place.around}</span>
                {place.why !== '' && <small>{place.why}</small>}
              </button>
            ))}
          </div>
        )}
      </Stack>
    </aside>
  )
}

function Merge({ ledger, indicator, onMerge }: { ledger: Ledger; indicator: Indicator; onMerge: LedgerDetailProps['onMerge'] }) {
  const [problem, setProblem] = useState('')
  const choices = useMemo(() => mergeable(ledger, indicator).map(({ id, name, values }) => ({ value: id, label: `${name}（${values.map((v) => `${v.year}年 ${v.text}`).join('，') || '无数值'}）` })), [ledger, indicator])
  if (choices.length === 0) return null
  return (
    <Select
      size="xs"
      label="与另一个指标合并"
      placeholder="同一指标，两年说法不同"
      searchable
      limit={60}
      nothingFoundMessage="没有单位相同的指标"
      data={choices}
      value={null}
      error={problem === '' ? undefined : problem}
      comboboxProps={{ width: 420, position: 'bottom-end' }}
      onChange={(into) => {
        if (into === null) return
        const merged = mergeIndicators(ledger, indicator.id, into)
        if ('problem' in merged) setProblem(merged.problem)
        else {
          onMerge(merged.changes, indicator.id, into)
          notifications.show({ message: `“${indicator.name}”已并入“${ledger.indicators.find(({ id }) => id === into)?.name ?? ''}”，正文中的关联随之改变。可以撤销（Ctrl+Z）。` })
        }
      }}
    />
  )
}

function FormulaEditor({ ledger, indicator, year, onCommit }: { ledger: Ledger; indicator: Indicator; year: number | null; onCommit: (changes: readonly LedgerChange[]) => void }) {
  const { formula } = indicator
  const [kind, setKind] = useState<Formula['is'] | 'none'>(formula?.is ?? 'none')
  const [operands, setOperands] = useState<readonly string[]>(formula ? operandsOf(formula) : [])
  const [decimals, setDecimals] = useState(formula && 'decimals' in formula ? formula.decimals : 1)
  const form = FORMULAS.find(({ value }) => value === kind)
  const choices = useMemo(() => ledger.indicators.filter(({ id }) => id !== indicator.id).map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit || '无单位'}）` })), [ledger, indicator.id])
  const wanted = kind === 'sum' ? Math.max(2, operands.filter((o) => o !== '').length + 1) : (form?.of.length ?? 0)
  const made = formulaOf(kind, operands.filter((o) => o !== ''), decimals)
  const tried = made && year !== null ? compute(ledger, { ...indicator, formula: made }, year) : undefined
  const changed = JSON.stringify(made ?? null) !== JSON.stringify(formula ?? null)
  const apply = (): void => {
    const before = headOf(indicator)
    const { formula: _, ...rest } = before
    onCommit([{ at: 'head', indicator: indicator.id, before, after: made ? { ...rest, formula: made } : rest, index: ledger.indicators.indexOf(indicator) }])
  }
  return (
    <div>
      <Select size="xs" label="计算方式" value={kind} onChange={(value) => setKind(FORMULAS.find((f) => f.value === value)?.value ?? 'none')} data={FORMULAS.map(({ value, label }) => ({ value, label }))} allowDeselect={false} />
      {Array.from({ length: wanted }, (_, k) => (
        <Select key={k} size="xs" mt={4} searchable clearable limit={60} aria-label={form?.of[k] ?? '加数'} placeholder={form?.of[k] ?? '再加一项'} nothingFoundMessage="没有这个指标" data={choices} value={operands[k] ?? null} onChange={(value) => setOperands(Array.from({ length: Math.max(wanted, operands.length) }, (__, j) => (j === k ? (value ?? '') : (operands[j] ?? ''))))} />
      ))}
      {(kind === 'share' || kind === 'growth' || kind === 'quotient') && <NumberInput size="xs" mt={4} label="小数位数" min={0} max={6} value={decimals} onChange={(value) => setDecimals(Number(value) || 0)} />}
      {kind !== 'none' && <Text size="xs" c="dimmed" mt={4}>{tried ? `${year ?? ''}年：${tried.why}` : '请选齐各项'}</Text>}
      {changed && (kind === 'none' || made) && <Button size="compact-xs" mt={6} onClick={apply}>{made ? '使用这个公式' : '取消公式'}</Button>}
    </div>
  )
}

function formulaOf(kind: Formula['is'] | 'none', [a, b, ...more]: readonly string[], decimals: number): Formula | undefined {
  if (a === undefined) return undefined
  if (kind === 'growth') return { is: kind, of: a, decimals }
  if (b === undefined) return undefined
  if (kind === 'share' || kind === 'quotient') return { is: kind, part: a, whole: b, decimals }
  if (kind === 'sum') return { is: kind, of: [a, b, ...more] }
  return kind === 'difference' ? { is: kind, from: a, less: b } : undefined
}
