import type { LaidPiece } from './laid.ts'
import type { PrintStyle } from '../model.ts'
import { faceOf, isBold, type Atom, type Setting } from './atoms.ts'

/** Atoms `start` to before `end` stand on one line. */
export interface Line {
  start: number
  end: number
  /** the writer ended it, or the paragraph does */
  broken: boolean
}

/** a hair that sums of widths may be off */
const HAIR = 0.01

/**
 * Divides atoms into lines as Word does: as much as the measure holds; a mark that may hang stands beyond it; what must not begin a line takes the character before it along.
 * `first` and `rest` are the measures of the first and of the further lines.
 */
export function linesOf(atoms: readonly Atom[], first: number, rest: number): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start < atoms.length) {
    const line = lineFrom(atoms, start, lines.length === 0 ? first : rest)
    lines.push(line)
    start = line.end
  }
  return lines
}

function lineFrom(atoms: readonly Atom[], start: number, measure: number): Line {
  let x = 0
  /** the last place at which a further line may begin */
  let divide = start
  for (let i = start; i < atoms.length; i++) {
    const atom = atoms[i]
    if (!atom) break
    if (i > start) {
      if (atom.mustBreak) return { start, end: i, broken: true }
      if (atom.breakBefore) divide = i
    }
    const right = x + (i > start ? atom.gap : 0) + atom.width
    if (right > measure + HAIR && !atom.space) {
      const next = atoms[i + 1]
      if (atom.hangs && i > start && (!next || next.breakBefore || next.mustBreak)) return { start, end: i + 1, broken: !next || next.mustBreak }
      // spaces behind a hanging mark hang with it
      if (atom.hangs && i > start && next?.space) return { start, end: behindSpaces(atoms, i + 1), broken: behindSpaces(atoms, i + 1) >= atoms.length }
      return { start, end: divide > start ? divide : Math.max(i, start + 1), broken: false }
    }
    x = right
  }
  return { start, end: atoms.length, broken: true }
}

function behindSpaces(atoms: readonly Atom[], i: number): number {
  while (atoms[i]?.space) i++
  return i
}

/** A word that is longer than the measure is divided like Chinese text: every character of it for itself. */
export function divideLong(atoms: Atom[], measure: number, setting: Setting): Atom[] {
  if (atoms.every(({ width }) => width <= measure)) return atoms
  return atoms.flatMap((atom) => {
    if (atom.width <= measure || atom.text.length < 2) return [atom]
    return [...atom.text].map((text, i) => ({
      ...atom, text, characters: 1,
      width: setting.measure(text, faceOf(setting, atom.run, atom.latin), setting.style.size, isBold(setting, atom.run)) + setting.spacing,
      ...(i > 0 ? { gap: 0, breakBefore: false, mustBreak: false } : {}),
    }))
  })
}

/** Places the atoms of a line: pieces with their positions between `left` and `left + measure`, by the alignment of the style. */
export function placed(atoms: readonly Atom[], line: Line, left: number, measure: number, setting: Setting, align: PrintStyle['align'] = setting.style.align): LaidPiece[] {
  const { style, spacing } = setting
  // spaces at a line's end count for nothing, and neither does a mark beyond the measure
  let end = line.end
  while (end > line.start && atoms[end - 1]?.space) end--
  let natural = widthBetween(atoms, line.start, end)
  let stretched = end
  if (natural > measure + HAIR && end - line.start > 1 && atoms[end - 1]?.hangs) natural = widthBetween(atoms, line.start, --stretched)
  const slack = Math.max(0, measure - natural)
  const gaps = align === 'justify' && !line.broken ? countGaps(atoms, line.start, stretched) : 0
  const extra = gaps > 0 ? slack / gaps : 0
  let x = left + (align === 'center' ? slack / 2 : align === 'right' ? slack : 0)
  const pieces: LaidPiece[] = []
  let piece: LaidPiece | undefined
  for (let i = line.start; i < line.end; i++) {
    const atom = atoms[i]
    if (!atom) break
    const widened = extra > 0 && i + 1 < stretched && isGap(atom, atoms[i + 1]) ? extra : 0
    const before = i > line.start ? atom.gap : 0
    x += before
    const spaced = i > line.start && atoms[i - 1]?.space === true
    const spacingHere = spacing + (atom.characters === 1 ? widened : 0)
    if (atom.text !== '') {
      if (piece && piece.run === atom.run && piece.latin === atom.latin && before === 0 && piece.spacing === spacingHere && !atom.space && !spaced && !atom.alone && !piece.alone) {
        piece.text += atom.text
        piece.width += atom.width + widened
      } else {
        piece = {
          x, width: atom.width + widened, text: atom.text, font: faceOf(setting, atom.run, atom.latin), size: style.size,
          bold: isBold(setting, atom.run), italic: atom.run.italic === true, spacing: spacingHere, run: atom.run, latin: atom.latin, alone: atom.alone,
        }
        pieces.push(piece)
      }
    }
    x += atom.width + widened
  }
  return pieces
}

/** Room for the slack of a justified line: beside every Chinese character, and at spaces between words. */
const isGap = (atom: Atom, next: Atom | undefined): boolean => next !== undefined && (atom.space || (!atom.latin && !next.space) || (!next.latin && !atom.latin) || (atom.latin && !next.latin))

function countGaps(atoms: readonly Atom[], start: number, end: number): number {
  let n = 0
  for (let i = start; i + 1 < end; i++) {
    const atom = atoms[i]
    if (atom && isGap(atom, atoms[i + 1])) n++
  }
  return n
}

export function widthBetween(atoms: readonly Atom[], start: number, end: number): number {
  let width = 0
  for (let i = start; i < end; i++) width += (atoms[i]?.width ?? 0) + (i > start ? (atoms[i]?.gap ?? 0) : 0)
  return width
}
