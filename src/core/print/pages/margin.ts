import { POINTS_PER_MM, type LaidOut, type LaidPiece, type Measure } from './laid.ts'
import type { PrintModel, PrintStyle } from '../model.ts'
import { atomsOf } from './atoms.ts'
import { divideLong, linesOf, placed } from './lines.ts'

/** A comment in the margin beside its place. Positions in points from the sheet's upper left corner. */
export interface MarginNote {
  id: string
  /** where the place begins that it is about */
  from: { x: number; y: number }
  x: number
  y: number
  width: number
  height: number
  lines: readonly { baseline: number; pieces: readonly LaidPiece[]; head: boolean }[]
}

/** How much wider a sheet is drawn for the comments in its margin, in points. */
export const MARGIN_WIDTH = 70 * POINTS_PER_MM
const GAP = 6
const PAD = 4
const SIZE = 9

/**
 * The comments of a page, each as near to its place as those above it allow; where a page has more than fit, they are set smaller. A comment
 * stands on the page on which its place begins.
 */
export function marginNotes(model: PrintModel, laid: LaidOut, page: number, measure: Measure): MarginNote[] {
  const comments = model.comments ?? []
  if (comments.length === 0) return []
  const begun = new Set<string>()
  for (const earlier of laid.pages.slice(0, page)) for (const { pieces } of earlier.lines) for (const { run } of pieces) for (const id of run.comments ?? []) begun.add(id)
  const places = new Map<string, { x: number; y: number }>()
  for (const { pieces, baseline } of laid.pages[page]?.lines ?? []) {
    for (const { run, x } of pieces) for (const id of run.comments ?? []) if (!begun.has(id) && !places.has(id)) places.set(id, { x, y: baseline + 3 })
  }
  const here = comments.flatMap((comment) => {
    const from = places.get(comment.id)
    return from ? [{ comment, from }] : []
  }).sort((a, b) => a.from.y - b.from.y || a.from.x - b.from.x)
  if (here.length === 0) return []
  const room = model.page.height * POINTS_PER_MM - 2 * GAP
  for (let size = SIZE; ; size *= 0.9) {
    const notes = here.map(({ comment, from }) => noteOf(comment.id, [`${comment.author}　${timeOf(comment.at)}`, ...comment.text], from, model, measure, size))
    const total = notes.reduce((sum, { height }) => sum + height + GAP, 0)
    if (total <= room || size < 2) return spread(notes, room)
  }
}

/** 2021-01-05T09:30 as 2021-01-05 09:30 */
const timeOf = (at: string): string => at.slice(0, 16).replace('T', ' ')

function noteOf(id: string, paragraphs: readonly string[], from: { x: number; y: number }, model: PrintModel, measure: Measure, size: number): MarginNote {
  const x = model.page.width * POINTS_PER_MM + GAP
  const width = MARGIN_WIDTH - 2 * GAP
  const line = size * 1.45
  const style: PrintStyle = { ...model.styles.body, size, bold: false, align: 'left', indent: 0, line }
  const lines = paragraphs.flatMap((text, i) => {
    const setting = { style: { ...style, bold: i === 0 }, spacing: 0, autoSpace: 0, hanging: false, lead: { bold: true }, measure }
    const atoms = divideLong(atomsOf([{ text }], setting), width - 2 * PAD, setting)
    return linesOf(atoms, width - 2 * PAD, width - 2 * PAD).map((l) => ({ pieces: placed(atoms, l, x + PAD, width - 2 * PAD, setting), head: i === 0 }))
  })
  return { id, from, x, y: 0, width, height: lines.length * line + 2 * PAD, lines: lines.map((l, i) => ({ ...l, baseline: PAD + i * line + size * 1.05 })) }
}

/** Moves notes down until none lies on another, then up until none is beyond the sheet. */
function spread(notes: readonly MarginNote[], room: number): MarginNote[] {
  const ys: number[] = []
  notes.forEach((note, i) => {
    const above = notes[i - 1]
    ys.push(Math.max(note.from.y - note.height / 2, above ? (ys[i - 1] ?? 0) + above.height + GAP : GAP))
  })
  let floor = room + GAP
  for (let i = notes.length - 1; i >= 0; i--) {
    const note = notes[i]
    ys[i] = Math.min(ys[i] ?? 0, floor - (note?.height ?? 0))
    floor = (ys[i] ?? 0) - GAP
  }
  return notes.map((note, i) => {
    const y = ys[i] ?? 0
    return { ...note, y, lines: note.lines.map((l) => ({ ...l, baseline: l.baseline + y })) }
  })
}
