import type { Stop } from './stops.ts'

/** Where the walk through the figures is: by the figure's id, by its place, and by its number where both are gone. */
export interface Cursor {
  id: string | undefined
  blockId: string
  start: number
  ordinal: number
}

/** What is walked through: what is not verified yet, everything, or what is doubted. */
export type Filter = 'left' | 'all' | 'doubtful'

export const cursorOf = (stops: readonly Stop[], at: number): Cursor | undefined => {
  const stop = stops[at]
  return stop && { id: stop.id, blockId: stop.place.blockId, start: stop.place.start, ordinal: at }
}

/**
 * The stop of a cursor: the figure itself, else what stands in its place, else the next in its paragraph (or the last there), else the one of its
 * number. −1 only where there are no stops.
 */
export function indexOf(stops: readonly Stop[], cursor: Cursor): number {
  const own = cursor.id === undefined ? -1 : stops.findIndex(({ id }) => id === cursor.id)
  if (own >= 0) return own
  const there = stops.findIndex(({ place }) => place.blockId === cursor.blockId && place.start >= cursor.start)
  if (there >= 0) return there
  const before = stops.findLastIndex(({ place }) => place.blockId === cursor.blockId)
  return before >= 0 ? before : Math.min(cursor.ordinal, stops.length - 1)
}

/** Is a person's word still wanted here? */
export const isLeft = ({ status, fixed }: Pick<Stop, 'status' | 'fixed'>): boolean => !fixed && (status === 'left' || status === 'open')

/** Is a stop part of the walk? Among what is left stays what was judged in this sitting (`touched`, ids and keys), so that one can step back to it. */
export function passes(stop: Stop, filter: Filter, touched: ReadonlySet<string> = new Set()): boolean {
  if (filter === 'all') return true
  const now = filter === 'left' ? isLeft(stop) : stop.status === 'doubtful'
  return now || (!stop.fixed && wasTouched(stop, touched))
}

/** Was something said of it in this sitting? */
const wasTouched = ({ id, key }: Pick<Stop, 'id' | 'key'>, touched: ReadonlySet<string>): boolean => touched.has(key) || (id !== undefined && touched.has(id))

/** The next stop of the walk in a direction; undefined at its end. */
export function step(stops: readonly Stop[], at: number, direction: 1 | -1, filter: Filter, touched?: ReadonlySet<string>): number | undefined {
  for (let i = at + direction; i >= 0 && i < stops.length; i += direction) {
    const stop = stops[i]
    if (stop && passes(stop, filter, touched)) return i
  }
  return undefined
}

/** Where one goes after a verdict: to the next stop for which `wanted` holds, from the top again behind the last one; undefined when there is none. */
export function nextWanted(stops: readonly Stop[], at: number, wanted: (stop: Stop) => boolean = isLeft): number | undefined {
  const behind = stops.findIndex((stop, i) => i > at && wanted(stop))
  if (behind >= 0) return behind
  const front = stops.findIndex((stop, i) => i !== at && wanted(stop))
  return front >= 0 ? front : undefined
}

/** Where the walk begins: at the place where it was left, or the first after it that is not verified; undefined when all is. */
export function beginning(stops: readonly Stop[], left: Cursor | undefined): number | undefined {
  const at = left ? indexOf(stops, left) : 0
  const stop = stops[at]
  return stop && isLeft(stop) ? at : nextWanted(stops, at)
}

/** The first stop of the next or previous section, for those who jump. */
export function otherSection(stops: readonly Stop[], at: number, direction: 1 | -1): number | undefined {
  const here = stops[at]?.sections[0]
  let i = at
  while (i >= 0 && i < stops.length && stops[i]?.sections[0] === here) i += direction
  const there = stops[i]?.sections[0]
  if (there === undefined) return undefined
  while (direction === -1 && i > 0 && stops[i - 1]?.sections[0] === there) i--
  return i
}

export interface Progress {
  total: number
  verified: number
  doubtful: number
  /** 待填 and 未核 */
  open: number
  left: number
}

/** How far the verification is; figures of headings do not count, nobody can say anything of them by themselves. */
export function progressOf(stops: readonly Stop[]): Progress {
  const of = stops.filter(({ fixed }) => !fixed)
  const count = (wanted: Stop['status']): number => of.filter(({ status }) => status === wanted).length
  return { total: of.length, verified: count('verified'), doubtful: count('doubtful'), open: count('open'), left: count('left') }
}

/** The same for each section that holds figures, its sub-sections included. */
export function progressBySection(stops: readonly Stop[]): Map<string, Progress> {
  const found = new Map<string, Progress>()
  for (const { sections, fixed, status } of stops) {
    if (fixed) continue
    for (const id of sections) {
      const own = found.get(id) ?? { total: 0, verified: 0, doubtful: 0, open: 0, left: 0 }
      found.set(id, { ...own, total: own.total + 1, [status]: own[status] + 1 })
    }
  }
  return found
}

/** What of a paragraph could be called verified at once: all that is not yet, and whether each of it was on the card. */
export function wholeParagraph(stops: readonly Stop[], blockId: string, shown: ReadonlySet<string>): { stops: Stop[]; unseen: number } {
  const own = stops.filter(({ place, status, fixed }) => place.blockId === blockId && status === 'left' && !fixed)
  return { stops: own, unseen: own.filter((stop) => !wasTouched(stop, shown)).length }
}
