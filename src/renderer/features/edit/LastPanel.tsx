import { SegmentedControl, Text, Tooltip } from '@mantine/core'
import { useMemo, useState, type RefObject } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import { comparisonRows, type CompareRow } from '#core/compare/table.ts'
import { wordChanges } from '#core/text/word-diff.ts'
import { headingText, plainText } from '#core/model/plain-text.ts'
import type { Paragraph, Section } from '#core/model/report.ts'
import { allSections } from '#core/model/tree.ts'
import { yearText } from '../../ui/words.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { readable, sayChange, sectionsOfBlocks } from './figure-rows.ts'
import type { Where } from './SidePanel.tsx'
import { waitingSlots } from './waiting.ts'

export type LastMode = 'figures' | 'text'

export interface LastPanelProps {
  analysed: Analysed
  section: string | undefined
  last: ReportSummary | undefined
  mode: LastMode
  onMode: (mode: LastMode) => void
  onGo: (where: Where) => void
  onOpenLast: (where: Where) => void
  /** the pane that scrolls with the text */
  pane: RefObject<HTMLDivElement | null>
}

/** Last year beside this year (去年): its values, or its text with the differences by word. */
export function LastPanel({ analysed, section, last, mode, onMode, onGo, onOpenLast, pane }: LastPanelProps) {
  return (
    <div className="last">
      <SegmentedControl size="xs" fullWidth m="8px 12px" aria-label="对照数据还是原文" value={mode} onChange={(value) => onMode(value === 'text' ? 'text' : 'figures')} data={[{ value: 'figures', label: '数据对照' }, { value: 'text', label: '原文对照' }]} />
      <div className="last-pane" ref={pane} tabIndex={0} role="group" aria-label={mode === 'text' ? '往年原文' : '往年数据'}>
        {!analysed.last ? (
          <Text size="sm" c="dimmed" p="md">
            没有选择对照的往年报告。请在上方“对照”中选一份。
          </Text>
        ) : mode === 'figures' ? (
          <Figures analysed={analysed} section={section} last={last} onGo={onGo} onOpenLast={onOpenLast} />
        ) : (
          <Texts analysed={analysed} section={section} />
        )}
      </div>
    </div>
  )
}

/** Ids of last year's sections that stand beside a section of this year, those below it included. */
function lastSectionsOf({ of, last, alignment }: Analysed, section: string): ReadonlySet<string> {
  const below = new Set(allSections(of.sections).filter((s) => s.id === section).flatMap((s) => allSections([s])).map(({ id }) => id))
  const aligned = new Set((alignment?.sections ?? []).flatMap((a) => (a.this !== undefined && below.has(a.this) && a.last !== undefined ? [a.last] : [])))
  return new Set(allSections(last?.sections ?? []).filter(({ id }) => aligned.has(id)).flatMap((s) => allSections([s])).map(({ id }) => id))
}

function Figures({ analysed, section, last, onGo, onOpenLast }: { analysed: Analysed; section: string | undefined; last: ReportSummary | undefined; onGo: (where: Where) => void; onOpenLast: (where: Where) => void }) {
  const { paired, onlyThis, onlyLast } = useMemo(() => {
    const all = analysed.comparison ? comparisonRows(analysed.comparison) : []
    const here = sectionsOfBlocks(analysed.of)
    const there = analysed.last ? sectionsOfBlocks(analysed.last) : new Map<string, readonly string[]>()
    const beside = section === undefined ? undefined : lastSectionsOf(analysed, section)
    const inside = (row: CompareRow): boolean =>
      section === undefined || (row.this ? (here.get(row.this.paragraphId)?.includes(section) ?? false) : (there.get(row.last?.paragraphId ?? '')?.some((id) => beside?.has(id)) ?? false))
    const slotOf = waitingSlots(analysed.of)
    const shown = all.filter((row) => row.this !== undefined || row.last === undefined || slotOf(row.last) === undefined).filter(inside)
    return { paired: shown.filter((r) => r.this && r.last), onlyThis: shown.filter((r) => !r.last), onlyLast: shown.filter((r) => !r.this) }
  }, [analysed, section])
  if (paired.length + onlyThis.length + onlyLast.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {section === undefined ? '两份报告中都没有数据。' : '这个板块和往年对应的板块都没有数据。可以切换到“全文”。'}
      </Text>
    )
  }
  return (
    <>
      <ul className="last-list" aria-label="与往年对照">
        {paired.map((row) => {
          const change = row.change && row.this ? sayChange({ change: row.change, unit: row.this.unit, about: row.this.approx !== 'exact' || row.last?.approx !== 'exact' }) : ''
          return (
            <li key={row.key} data-same={row.same}>
              <button type="button" onClick={() => row.this && onGo({ blockId: row.this.paragraphId, start: row.this.start, end: row.this.end })}>
                <span className="figure-name">{row.indicator || '指标未定'}</span>
                <span className="last-values numeric">
                  <b>{row.this?.text}</b>
                  <span className="figure-last">
                    {last?.year ?? '往年'}：{row.last?.text}
                  </span>
                  {change !== '' && (
                    <span className="figure-change" data-direction={row.same === 'near' || !row.change || row.change.absolute === 0 ? 'none' : row.change.absolute > 0 ? 'up' : 'down'}>
                      {change}
                    </span>
                  )}
                  {row.decided && <span className="last-decided">人工配对</span>}
                </span>
                {row.why !== '' && <span className="last-why">{row.why}</span>}
              </button>
            </li>
          )
        })}
      </ul>
      <Alone title="本年新出现、往年未见" rows={onlyThis} side="this" onGo={onGo} />
      <Alone title="往年有、本年未见" rows={onlyLast} side="last" onGo={onOpenLast} />
    </>
  )
}

function Alone({ title, rows, side, onGo }: { title: string; rows: readonly CompareRow[]; side: 'this' | 'last'; onGo: (where: Where) => void }) {
  if (rows.length === 0) return null
  return (
    <details className="last-alone" open={rows.length <= 12}>
      <summary>
        {title}（{rows.length}）
      </summary>
      <ul>
        {rows.map((row) => {
          const figure = row[side]
          return (
            figure && (
              <li key={row.key}>
                <button type="button" onClick={() => onGo({ blockId: figure.paragraphId, start: figure.start, end: figure.end })}>
                  <span>{row.indicator || figure.before}</span>
                  <b className="numeric" title={figure.value >= 10_000 ? readable(figure.value) : undefined}>
                    {figure.text}
                  </b>
                </button>
              </li>
            )
          )
        })}
      </ul>
    </details>
  )
}

/** A block of last year's text beside the block of this year that it goes with. */
interface Entry {
  key: string
  /** the block of this year that it stands beside */
  beside: string | undefined
  heading: boolean
  level: number
  now: string
  last: string
  tag: string
}

function Texts({ analysed, section }: { analysed: Analysed; section: string | undefined }) {
  const [marks, setMarks] = useState<'differences' | 'plain'>('differences')
  const entries = useMemo(() => entriesOf(analysed, section), [analysed, section])
  return (
    <>
      <div className="last-legend">
        <button type="button" aria-pressed={marks === 'differences'} onClick={() => setMarks(marks === 'differences' ? 'plain' : 'differences')}>
          {marks === 'differences' ? '只看往年原文' : '显示字词差异'}
        </button>
        {marks === 'differences' && (
          <>
            <del>往年有、本年无</del>
            <ins>本年新写</ins>
          </>
        )}
        <span className="last-year">{yearText(analysed.last?.year ?? null)}</span>
      </div>
      <div className="last-text">
        {entries.map((entry) => (
          <Block key={entry.key} entry={entry} differences={marks === 'differences'} />
        ))}
      </div>
    </>
  )
}

function Block({ entry, differences }: { entry: Entry; differences: boolean }) {
  const parts = useMemo(() => (differences && entry.now !== '' && entry.last !== '' ? wordChanges(entry.last, entry.now) : undefined), [entry.last, entry.now, differences])
  const Tag = entry.heading ? 'h4' : 'p'
  return (
    <Tag data-beside={entry.beside} data-level={entry.level} data-alone={entry.last === '' ? 'this' : entry.now === '' ? 'last' : undefined}>
      {entry.tag !== '' && (
        <Tooltip label={entry.tag === '移' ? '与往年相比换了位置' : entry.tag === '新' ? '往年没有对应的段落' : '本年没有对应的段落'}>
          <span className="last-tag">{entry.tag}</span>
        </Tooltip>
      )}
      {parts ? parts.map((part, i) => (part.kind === 'same' ? <span key={i}>{part.text}</span> : part.kind === 'inserted' ? <ins key={i}>{part.text}</ins> : <del key={i}>{part.text}</del>)) : entry.last || (differences ? `（${entry.now.slice(0, 24)}${entry.now.length > 24 ? '…' : ''}）` : '')}
    </Tag>
  )
}

/** Last year's blocks in the order of this year's text; what only last year's report has follows the section that its section goes with. */
function entriesOf(analysed: Analysed, section: string | undefined): Entry[] {
  const { of, last, alignment } = analysed
  if (!last || !alignment) return []
  const lastSections = new Map(allSections(last.sections).map((s) => [s.id, s]))
  const lastParagraphs = new Map(allSections(last.sections).flatMap((s) => s.paragraphs.map((p) => [p.id, { paragraph: p, section: s.id }] as const)))
  const sectionWith = new Map(alignment.sections.flatMap((a) => (a.this === undefined ? [] : [[a.this, a] as const])))
  const paragraphWith = new Map(alignment.paragraphs.flatMap((a) => (a.this === undefined ? [] : [[a.this, a] as const])))
  const leftOver = new Set(alignment.paragraphs.flatMap((a) => (a.this === undefined && a.last !== undefined ? [a.last] : [])))
  const unused = new Set(alignment.sections.flatMap((a) => (a.this === undefined && a.last !== undefined ? [a.last] : [])))
  const out: Entry[] = []
  const text = (p: Paragraph): string => plainText(p.content)
  const gone = (s: Section): void => {
    for (const p of s.paragraphs) {
      if (!leftOver.delete(p.id)) continue
      out.push({ key: `l${p.id}`, beside: undefined, heading: false, level: 0, now: '', last: text(p), tag: '删' })
    }
  }
  const goneWhole = (s: Section): void => {
    if (!unused.delete(s.id)) return
    if (headingText(s) !== '') out.push({ key: `g${s.id}`, beside: undefined, heading: true, level: s.level, now: '', last: headingText(s), tag: '删' })
    gone(s)
    for (const child of s.sections) goneWhole(child)
  }
  const visit = (s: Section): void => {
    const at = sectionWith.get(s.id)
    const before = at?.last === undefined ? undefined : lastSections.get(at.last)
    const [now, then] = [headingText(s), before ? headingText(before) : '']
    if (now !== '' || then !== '') out.push({ key: `h${s.id}`, beside: s.id, heading: true, level: s.level, now, last: then, tag: !before ? '新' : at?.moved ? '移' : '' })
    for (const p of s.paragraphs) {
      const pair = paragraphWith.get(p.id)
      const found = pair?.last === undefined ? undefined : lastParagraphs.get(pair.last)
      out.push({ key: `p${p.id}`, beside: p.id, heading: false, level: 0, now: text(p), last: found ? text(found.paragraph) : '', tag: !found ? '新' : pair?.moved ? '移' : '' })
    }
    if (before) gone(before)
    for (const child of s.sections) visit(child)
    // what stood under it last year and goes with nothing of this year
    for (const child of before?.sections ?? []) goneWhole(child)
  }
  const roots = section === undefined ? of.sections : allSections(of.sections).filter(({ id }) => id === section)
  for (const s of roots) visit(s)
  if (section === undefined) {
    for (const s of lastSections.values()) goneWhole(s)
    for (const s of lastSections.values()) gone(s)
  }
  return out
}
