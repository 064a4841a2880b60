import expressions from '#resources/terms/fixed-expressions.json' with { type: 'json' }
import { PhraseFinder } from '../../phrase-finder.ts'
import type { Slip } from './slip.ts'

interface Sequence {
  items: readonly string[]
  /** how many of its items make it this sequence */
  minRun: number
  /** is it always quoted in full? */
  complete: boolean
}

const SEQUENCES: readonly Sequence[] = (expressions.sequences as readonly { items: readonly string[]; minRun?: number; complete?: boolean }[]).map(
  ({ items, minRun = Math.min(3, items.length), complete = false }) => ({ items, minRun, complete }),
)
const FINDER = new PhraseFinder(SEQUENCES.flatMap((sequence) => sequence.items.map((item, rank) => [item, { sequence, rank }] as const)))

/** Between two items: 政治协商、民主监督和参政议政. */
const BETWEEN = /^[”’]?[、，,;；]?(?:和|与|及|以及)?[“‘]?$/u

interface Item {
  start: number
  end: number
  rank: number
}

/** Formulas of several parts (长期共存、互相监督、肝胆相照、荣辱与共) out of order, or with one part left out. */
export function brokenSequences(text: string): Slip[] {
  const runs = new Map<Sequence, Item[][]>()
  for (const { start, phrase, value } of FINDER.find(text)) {
    const list = runs.get(value.sequence) ?? []
    runs.set(value.sequence, list)
    const run = list.at(-1)
    const last = run?.at(-1)
    const item: Item = { start, end: start + phrase.length, rank: value.rank }
    if (run && last && start > last.end && start - last.end <= 5 && BETWEEN.test(text.slice(last.end, start))) run.push(item)
    else list.push([item])
  }
  return [...runs].flatMap(([sequence, list]) => list.flatMap((run) => judge(text, sequence, run)))
}

function judge(text: string, { items, minRun, complete }: Sequence, run: readonly Item[]): Slip[] {
  const [first] = run
  const last = run.at(-1)
  if (!first || !last || run.length < Math.min(minRun, items.length - 1)) return []
  const place = { start: first.start, end: last.end }
  const found = text.slice(place.start, place.end)
  const ranks = new Set(run.map(({ rank }) => rank))
  if (ranks.size < run.length) return []
  const wanted = items.filter((_, rank) => ranks.has(rank))
  if (run.length >= minRun && run.some((item, k) => item.rank < (run[k - 1]?.rank ?? -1))) {
    return [{ ...place, message: `次序与规范提法不一，应为“${wanted.join('、')}”`, ...(found.split('、').length === run.length ? { suggestion: wanted.join('、') } : {}) }]
  }
  if (!complete || run.length !== items.length - 1 || goesOn(text, first.start, last.end)) return []
  const missing = items.filter((_, rank) => !ranks.has(rank)).join('')
  return [{ ...place, message: `提法不完整，缺“${missing}”：${items.join('、')}`, suggestion: items.join('、') }]
}

/** Is the run part of a longer series, so that another item stands where one seems to be missing? */
const goesOn = (text: string, start: number, end: number): boolean => /[、]$/u.test(text.slice(Math.max(0, start - 1), start)) || /^[”’]?(?:[、]|和|与|及|以及)/u.test(text.slice(end, end + 2))
