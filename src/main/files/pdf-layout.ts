/** A piece of text on a page. Lengths in points, y from the top edge down to the base line. */
export interface Piece {
  text: string
  x: number
  y: number
  width: number
  size: number
  /** the name of its typeface */
  face: string
  /** does it run from left to right? */
  upright: boolean
}

export interface PageLine {
  text: string
  /** the typefaces of its characters, with their numbers */
  faces: ReadonlyMap<string, number>
  size: number
  x: number
  y: number
  /** is it set in from the left edge of its column by about two characters? */
  indented: boolean
  /** does more than the usual space stand before it? */
  gapBefore: boolean
}

interface Segment {
  text: string
  faces: Map<string, number>
  x: number
  right: number
  y: number
  size: number
}

/**
 * The lines of a page in reading order. The page is cut recursively: by white columns that next to nothing crosses (left before right), what
 * crosses them – titles, rules – by bands (above before below). After Nagy and Seth, Hierarchical representation of optically scanned documents
 * (1984), the recursive X-Y cut, with crossing lines as separators.
 */
export function linesOfPage(pieces: readonly Piece[]): { lines: PageLine[] } {
  const segments = segmentsOf(pieces.filter((p) => p.upright))
  const lines = cut(segments, 0).flatMap(columnLines)
  // text that runs upwards comes last: a stamp, a note in the margin
  for (const piece of pieces) if (!piece.upright) lines.push({ text: piece.text, faces: new Map([[piece.face, piece.text.length]]), size: piece.size, x: piece.x, y: piece.y, indented: false, gapBefore: true })
  return { lines }
}

/** Pieces on one base line, from above. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast((r, i) => i >= rows.length - 6 && r[0] !== undefined && Math.abs(r[0].y - piece.y) < Math.max(1.5, Math.min(r[0].size, piece.size) * 0.4))
    if (row) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

/** Where more than two spaces part ideographs, the line was merely spread over its width. */
const closed = (text: string): string => {
  const parted = /(?<=[\p{Script=Han}，。、；：“”]) +(?=[\p{Script=Han}，。、；：“”\d])/gu
  return (text.match(parted)?.length ?? 0) > 2 ? text.replace(/(?<=[\p{Script=Han}，。、；：“”]) +| +(?=[\p{Script=Han}，。、；：“”])/gu, '') : text
}

/** Pieces on one base line and close together, as one. */
function segmentsOf(pieces: readonly Piece[]): Segment[] {
  return rowsOf(pieces).flatMap((row) => {
    const out: Segment[] = []
    let blank = false
    for (const piece of row.sort((a, b) => a.x - b.x)) {
      const before = out.at(-1)
      if (piece.text === ' ') {
        blank ||= before !== undefined && piece.width > piece.size * 0.15
        continue
      }
      const gap = before ? piece.x - before.right : 0
      // the same glyphs twice at one place are a bold face made by overprinting
      if (before && before.text.endsWith(piece.text) && piece.x + piece.width <= before.right + 0.3 && gap < -piece.width * 0.8) continue
      if (before && gap < Math.max(before.size, piece.size) * 1.1) {
        // between an ideograph and a digit or letter the space is the typesetter's (autospace)
        const mixed = /\p{Script=Han}$/u.test(before.text) !== /^\p{Script=Han}/u.test(piece.text)
        const spaced = (blank && !mixed) || gap > before.size * 0.95 || (gap > before.size * 0.18 && /[A-Za-z0-9]$/u.test(before.text) && /^[A-Za-z0-9]/u.test(piece.text))
        before.text += (spaced ? ' ' : '') + piece.text
        before.right = Math.max(before.right, piece.x + piece.width)
        before.faces.set(piece.face, (before.faces.get(piece.face) ?? 0) + piece.text.length)
        before.size = Math.max(before.size, piece.size)
        blank = false
      } else out.push({ text: piece.text, faces: new Map([[piece.face, piece.text.length]]), x: piece.x, right: piece.x + piece.width, y: piece.y, size: piece.size })
      blank = false
    }
    for (const segment of out) segment.text = closed(segment.text)
    return out
  })
}

const LEAST_LINES = 4

/** Columns in reading order. */
function cut(segments: readonly Segment[], depth: number): Segment[][] {
  if (segments.length === 0) return []
  const gutter = depth < 8 && segments.length >= 2 * LEAST_LINES ? findGutter(segments) : undefined
  if (gutter === undefined) return [[...segments]]
  const out: Segment[][] = []
  let band: Segment[] = []
  const flush = (): void => {
    out.push(...cut(band.filter((s) => s.right <= gutter.right), depth + 1), ...cut(band.filter((s) => s.right > gutter.right), depth + 1))
    band = []
  }
  // what stands alone above the first line that both columns share is above them: a byline, a date
  const beside = segments.filter((s) => s.right <= gutter.right).filter((a) => segments.some((b) => b.x >= gutter.left && Math.abs(a.y - b.y) < a.size * 0.5))
  const head = Math.min(...beside.map((s) => s.y - s.size * 0.5))
  let crossing: Segment[] = []
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    if ((segment.x < gutter.left && segment.right > gutter.right) || segment.y < head) {
      if (band.length > 0) flush()
      crossing.push(segment)
    } else {
      if (crossing.length > 0) out.push(crossing)
      crossing = []
      band.push(segment)
    }
  }
  if (band.length > 0) flush()
  if (crossing.length > 0) out.push(crossing)
  return out
}

/** The widest white column inside, crossed by few lines, with several lines on both sides. */
function findGutter(segments: readonly Segment[]): { left: number; right: number } | undefined {
  const left = Math.min(...segments.map((s) => s.x))
  const right = Math.max(...segments.map((s) => s.right))
  const width = right - left
  if (!(width > 40)) return undefined
  const STEP = 2
  const covered = new Uint16Array(Math.min(4000, Math.ceil(width / STEP) + 1))
  for (const s of segments) for (let k = Math.max(0, Math.floor((s.x - left) / STEP)); k < Math.min(covered.length, Math.ceil((s.right - left) / STEP)); k++) covered[k] = (covered[k] ?? 0) + 1
  const size = segments.map((s) => s.size).sort((a, b) => a - b)[Math.floor(segments.length / 2)] ?? 10
  const few = Math.max(1, Math.floor(segments.length * 0.08))
  let best: { left: number; right: number } | undefined
  for (let k = Math.ceil(covered.length * 0.15); k < covered.length * 0.85; k++) {
    if ((covered[k] ?? 0) > few) continue
    let end = k
    while (end < covered.length && (covered[end] ?? 0) <= few) end++
    const found = { left: left + k * STEP, right: left + (end - 1) * STEP }
    const gap = found.right - found.left
    if (gap >= size * 0.7 && isGutter(segments, found) && (!best || gap > best.right - best.left)) best = found
    k = end
  }
  return best
}

/** Both sides hold lines that stand beside each other, and lines of the left side end near the gutter: not the ragged ends of one column. */
function isGutter(segments: readonly Segment[], { left, right }: { left: number; right: number }): boolean {
  const before = segments.filter((s) => s.right <= left + 2)
  const behind = segments.filter((s) => s.x >= right - 2)
  if (before.length < LEAST_LINES || behind.length < LEAST_LINES) return false
  const beside = behind.filter((b) => before.some((a) => Math.abs(a.y - b.y) < Math.max(a.size, b.size) * 1.5)).length
  if (beside < Math.min(before.length, behind.length) * 0.4) return false
  // lines of prose begin at one place behind the gutter, cells of a table are short
  const long = behind.filter((s) => s.right - s.x > s.size * 6).length
  return long >= behind.length * 0.3
}

/** The lines of a column, from above, with indents and gaps. */
function columnLines(column: readonly Segment[]): PageLine[] {
  const sorted = [...column].sort((a, b) => a.y - b.y || a.x - b.x)
  const rows: Segment[][] = []
  for (const segment of sorted) {
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(row[0].y - segment.y) < Math.max(1.5, segment.size * 0.4)) row.push(segment)
    else rows.push([segment])
  }
  const pitches = rows.slice(1).map((row, i) => (row[0]?.y ?? 0) - (rows[i]?.[0]?.y ?? 0)).filter((p) => p > 0).sort((a, b) => a - b)
  const pitch = pitches[Math.floor(pitches.length / 2)] ?? 0
  const edges = rows.map((row) => Math.min(...row.map((s) => s.x))).sort((a, b) => a - b)
  const edge = edges[Math.floor(edges.length * 0.1)] ?? 0
  return rows.map((row, i) => {
    const first = row[0] as Segment
    const x = Math.min(...row.map((s) => s.x))
    const size = Math.max(...row.map((s) => s.size))
    const gap = i === 0 ? 0 : first.y - (rows[i - 1]?.[0]?.y ?? 0)
    const faces = new Map<string, number>()
    for (const s of row) for (const [face, n] of s.faces) faces.set(face, (faces.get(face) ?? 0) + n)
    return { text: row.sort((a, b) => a.x - b.x).map((s) => s.text).join(' '), faces, size, x, y: first.y, indented: x - edge > size * 1.4 && x - edge < size * 3.2, gapBefore: gap > pitch * 1.6 }
  })
}
