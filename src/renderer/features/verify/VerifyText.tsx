import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { sentenceRanges } from '#core/text/sentences.ts'
import type { Stop } from './stops.ts'

export interface VerifyTextProps {
  report: Report
  stops: readonly Stop[]
  stop: Stop | undefined
  onJump: (index: number) => void
}

/** The text as it stands, to be read and not written: every figure marked by its state, the one on the card in its sentence in the middle. */
export function VerifyText({ report, stops, stop, onJump }: VerifyTextProps) {
  const page = useRef<HTMLDivElement>(null)
  const byBlock = useMemo(() => {
    const out = new Map<string, string[]>()
    stops.forEach(({ place, status, fixed }, i) => {
      const marks = out.get(place.blockId) ?? []
      marks.push(`${place.start}-${place.end}-${fixed ? 'fixed' : status}-${i}`)
      out.set(place.blockId, marks)
    })
    return out
  }, [stops])
  const blocks = useMemo(() => plainParagraphs(report), [report])
  const current = stop?.key
  // newer engines answer with a promise, which is no end of an effect
  useLayoutEffect(() => {
    center(page.current)
  }, [current])
  useEffect(() => {
    const pane = page.current?.parentElement
    if (!pane) return undefined
    // a window of another size breaks the lines elsewhere
    const observer = new ResizeObserver(() => center(page.current))
    observer.observe(pane)
    return () => observer.disconnect()
  }, [])
  return (
    // a shortcut of the pointer; the keyboard walks by arrows
    <div
      ref={page}
      className="verify-text"
      onClick={(event) => {
        const at = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-stop]')?.dataset['stop'] : undefined
        if (at !== undefined) onJump(Number(at))
      }}
    >
      {blocks.map(({ id, role, text, section }) => (
        <Block key={id} role={role} level={section?.level ?? 1} text={text} marks={byBlock.get(id)?.join(' ') ?? ''} current={stop?.place.blockId === id ? stop.place.start : -1} />
      ))}
    </div>
  )
}

function center(page: HTMLElement | null): void {
  page?.querySelector('[data-current]')?.scrollIntoView({ block: 'center', behavior: 'instant' })
}

interface BlockProps {
  role: string
  level: number
  text: string
  /** start-end-state-number of each figure */
  marks: string
  /** where the figure on the card begins; −1 where it stands elsewhere */
  current: number
}

const Block = memo(function Block({ role, level, text, marks, current }: BlockProps) {
  const figures = marks === '' ? [] : marks.split(' ').map((mark) => {
    const [start = '', end = '', state = '', stop = ''] = mark.split('-')
    return { start: Number(start), end: Number(end), state, stop }
  })
  const sentence = current < 0 ? undefined : sentenceRanges(text).find((s) => s.start <= current && current < s.end)
  const cuts = [...new Set([0, text.length, ...figures.flatMap(({ start, end }) => [start, end]), ...(sentence ? [sentence.start, sentence.end] : [])])].sort((a, b) => a - b)
  const pieces = cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0
    const figure = figures.find((f) => f.start <= start && end <= f.end)
    const words = text.slice(start, end)
    const own = figure ? <span key={start} className="verify-figure" data-state={figure.state} data-stop={figure.stop} data-current={figure.start === current || undefined}>{words}</span> : words
    return { start, inside: sentence !== undefined && start >= sentence.start && end <= sentence.end, own }
  })
  const before = pieces.filter(({ start, inside }) => !inside && start < (sentence?.start ?? Infinity)).map(({ own }) => own)
  const inside = pieces.filter((piece) => piece.inside).map(({ own }) => own)
  const behind = pieces.filter((piece) => !piece.inside && sentence !== undefined && piece.start >= sentence.end).map(({ own }) => own)
  const Tag = role === 'paragraph' ? 'p' : role === 'heading' ? 'h4' : 'div'
  return (
    <Tag className={role === 'paragraph' || role === 'heading' ? undefined : `verify-${role}`} data-level={role === 'heading' ? level : undefined}>
      {before}
      {inside.length > 0 && <span className="verify-sentence">{inside}</span>}
      {behind}
    </Tag>
  )
})
