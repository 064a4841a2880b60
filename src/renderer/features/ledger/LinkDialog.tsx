import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Link } from '#core/ledger/build.ts'
import type { LedgerChange } from '#core/ledger/changes.ts'
import { currentValue } from '#core/ledger/formulas.ts'
import type { Indicator, Ledger } from '#core/ledger/ledger.ts'
import { matchIndicators } from '#core/ledger/match.ts'
import { readSurface } from '#core/figures/writing.ts'
import type { FigureNode, SlotNode } from '#core/model/inline.ts'
import { newId } from '../../editor/ids.ts'

export interface LinkDialogProps {
  ledger: Ledger
  year: number
  /** the figure or slot, and where it stands */
  place: { blockId: string; start: number; end: number; text: string; node: FigureNode | SlotNode }
  onLink: (link: Link, changes: LedgerChange[]) => void
  onClose: () => void
}

/** Chooses the indicator that a figure of the text states, or makes a new one of it. */
export function LinkDialog({ ledger, year, place, onLink, onClose }: LinkDialogProps) {
  const { node, text } = place
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const suggested = useMemo(() => matchIndicators([{ name: node.indicator, unit: node.unit, kind: node.kind }], ledger.indicators)[0], [ledger, node])
  const shown = useMemo(() => {
    const sought = words.trim().toLowerCase()
    const fits = (i: Indicator): number => (i.id === suggested ? 0 : i.unit === node.unit ? 1 : 2)
    return ledger.indicators
      .filter((i) => `${i.name} ${i.department}`.toLowerCase().includes(sought))
      .sort((a, b) => fits(a) - fits(b))
      .slice(0, 60)
  }, [ledger, words, suggested, node.unit])
  const choose = (indicator: Indicator): void => {
    const value = currentValue(ledger, indicator, year)?.value ?? null
    const read = text === '' ? undefined : readSurface(text, node)
    onLink({ paragraphId: place.blockId, start: place.start, end: place.end, text, indicator: indicator.id, fell: value !== null && value < 0 && (read?.value ?? -1) > 0 }, [])
  }
  const create = (): void => {
    const id = newId()
    const read = text === '' ? undefined : readSurface(text, node)
    const changes: LedgerChange[] = [{ at: 'head', indicator: id, before: null, after: { id, name: words.trim() || node.indicator || '新指标', unit: node.unit, kind: node.kind, department: '' }, index: ledger.indicators.length }]
    if (read) changes.push({ at: 'value', indicator: id, year, before: null, after: { year, text, value: read.value, ...(read.high === undefined ? {} : { high: read.high }), approx: read.approx, state: 'filled', source: { kind: 'text', name: '正文' }, at: new Date().toISOString() } })
    onLink({ paragraphId: place.blockId, start: place.start, end: place.end, text, indicator: id, fell: false }, changes)
  }
  return (
    <Modal opened onClose={onClose} title="关联台账" size="lg">
      <Stack gap="sm">
        <Text size="sm">{text === '' ? '这一处待填数据' : `正文中的“${text}”`}（{node.indicator || '指标未定'}）是台账里的哪个指标？关联后，台账改了，正文随之改。</Text>
        <TextInput
          data-autofocus
          aria-label="查找指标"
          placeholder="查找指标或部门"
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            const [pick] = shown.slice(at)
            if (event.key === 'ArrowDown') setAt(Math.min(shown.length - 1, at + 1))
            else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
            else if (event.key === 'Enter' && pick) choose(pick)
            else return
            event.preventDefault()
          }}
        />
        <div className="link-list" role="listbox" aria-label="台账指标">
          {shown.map((indicator, i) => {
            const current = currentValue(ledger, indicator, year)
            return (
              <button key={indicator.id} type="button" role="option" aria-selected={i === at} className="link-option" onClick={() => choose(indicator)}>
                <span>{indicator.name}{indicator.id === suggested && <em>可能是这个</em>}</span>
                <small>{indicator.unit || '无单位'} · {indicator.department || '部门未指定'} · {year}年 {current?.value == null ? '待填' : current.text}</small>
              </button>
            )
          })}
          {shown.length === 0 && <Text size="sm" c="dimmed" p="sm">没有这样的指标，可以新建。</Text>}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>取消</Button>
          <Button variant="light" onClick={create}>新建指标“{(words.trim() || node.indicator || '新指标').slice(0, 16)}”并关联</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
