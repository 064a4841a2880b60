import type { PrintRun } from './model.ts'

/** The text of runs; line breaks count nothing. */
export const textOfRuns = (runs: readonly PrintRun[]): string => runs.map(({ text }) => text).join('')

/** A stretch of a text (UTF-16, half-open) and what becomes of the runs in it. */
export interface Stretch {
  start: number
  end: number
  change: (run: PrintRun) => PrintRun
}

/** Runs cut at the ends of every stretch, each piece changed by all stretches that cover it, in their order. The text stays as it is. */
export function changeStretches(runs: readonly PrintRun[], stretches: readonly Stretch[]): PrintRun[] {
  const given = stretches.filter(({ start, end }) => end > start)
  if (given.length === 0) return [...runs]
  const cuts = [...new Set(given.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const waiting = given.map((stretch, order) => ({ ...stretch, order })).sort((a, b) => a.start - b.start)
  const out: PrintRun[] = []
  let open: typeof waiting = []
  let [nextCut, nextStretch, at] = [0, 0, 0]
  for (const run of runs) {
    const end = at + run.text.length
    if (end === at) out.push(run)
    for (let from = at; from < end; ) {
      while ((cuts[nextCut] ?? end) <= from && nextCut < cuts.length) nextCut++
      const to = Math.min(end, cuts[nextCut] ?? end)
      for (let stretch = waiting[nextStretch]; stretch && stretch.start <= from; stretch = waiting[++nextStretch]) open.push(stretch)
      open = open.filter((stretch) => stretch.end > from)
      const piece = pieceOf(run, from - at, to - at)
      out.push([...open].sort((a, b) => a.order - b.order).reduce((changed, { change }) => change(changed), piece))
      from = to
    }
    at = end
  }
  return out
}

/** The part of a text that runs write between two offsets (UTF-16). */
export function sliceRuns(runs: readonly PrintRun[], start: number, end: number): PrintRun[] {
  const out: PrintRun[] = []
  let at = 0
  for (const run of runs) {
    const [from, to] = [Math.max(start, at), Math.min(end, at + run.text.length)]
    if (from < to) out.push(pieceOf(run, from - at, to - at))
    at += run.text.length
  }
  return out
}

/** Only the first piece of a run begins a new line. */
function pieceOf(run: PrintRun, start: number, end: number): PrintRun {
  if (start === 0 && end === run.text.length) return run
  const { lineBreak, ...rest } = run
  return { ...rest, ...(lineBreak && start === 0 ? { lineBreak } : {}), text: run.text.slice(start, end) }
}

/**
 * Where an offset of a plain text (UTF-16) stands in the text that is printed, which may lack spaces of it or have others: a title is broken into lines where it
 * has spaces.
 */
export function printedOffset(plain: string, printed: string, offset: number): number {
  if (plain === printed) return offset
  const space = /\s/u
  let [i, j] = [0, 0]
  while (i < offset && i < plain.length) {
    if (plain.charAt(i) === printed.charAt(j)) j++
    else if (!space.test(plain.charAt(i)) && space.test(printed.charAt(j))) {
      j++
      continue
    }
    i++
  }
  return Math.min(j, printed.length)
}
