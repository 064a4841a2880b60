import { inAnyOrder } from '../../reading.ts'
import { PhraseFinder } from '../../phrase-finder.ts'
import { SEQUENCES as LISTED } from './lists.ts'
import type { Slip } from './slip.ts'

interface Sequence {
  items: readonly string[]
  /** how many of its items make it this sequence */
  minRun: number
  /** is it always quoted in full? */
  complete: boolean
  /** do its items stand in one order? */
  ordered: boolean
}

const SEQUENCES: readonly Sequence[] = LISTED.map(
  ({ items, minRun = Math.min(3, items.length), complete = false, anyOrder = false }) => ({ items, minRun, complete, ordered: !anyOrder }),
)
const FINDER = new PhraseFinder(SEQUENCES.flatMap((sequence) => sequence.items.map((item, rank) => [item, { sequence, rank }] as const)))

/** Between two items: 政治协商、民主监督和参政议政. */
const MARK = '[”’]?(?:[、，,;；]|和|与|及|以及){1,2}[“‘]?'
const BETWEEN = new RegExp(`^(?:${MARK}|[”’]?[“‘]?)$`, 'u')
const ENDS_IN_MARK = new RegExp(`${MARK}$`, 'u')
const BEGINS_WITH_MARK = new RegExp(`^${MARK}`, 'u')

interface Item {
  start: number
  end: number
  rank: number
}

/** Formulas of several parts (长期共存、互相监督、肝胆相照、荣辱与共) out of order, with one part left out or with one part misquoted. */
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
  return [...runs].flatMap(([sequence, list]) => {
    const misquoted = misquotedItems(text, sequence, list)
    if (misquoted.length > 0) return misquoted
    return list.flatMap((run) => judge(text, sequence, run))
  })
}

function judge(text: string, { items, minRun, complete, ordered }: Sequence, run: readonly Item[]): Slip[] {
  const [first] = run
  const last = run.at(-1)
  if (!first || !last || run.length < Math.min(minRun, items.length - 1)) return []
  const place = { start: first.start, end: last.end }
  const found = text.slice(place.start, place.end)
  const ranks = new Set(run.map(({ rank }) => rank))
  if (ranks.size < run.length) return []
  const wanted = items.filter((_, rank) => ranks.has(rank))
  if (ordered && run.length >= minRun && run.some((item, k) => item.rank < (run[k - 1]?.rank ?? -1))) {
    return [{ ...place, message: `次序与规范提法不一，应为“${wanted.join('、')}”`, ...(found.split('、').length === run.length ? { suggestion: wanted.join('、') } : {}) }]
  }
  if (!complete || run.length !== items.length - 1 || goesOn(text, first.start, last.end)) return []
  const missing = items.filter((_, rank) => !ranks.has(rank)).join('')
  return [{ ...place, message: `提法不完整，缺“${missing}”：${items.join('、')}`, suggestion: items.join('、') }]
}

/** Is the run part of a longer series, so that another item stands where one seems to be missing? */
const goesOn = (text: string, start: number, end: number): boolean => /[、]$/u.test(text.slice(Math.max(0, start - 1), start)) || /^[”’]?(?:[、]|和|与|及|以及)/u.test(text.slice(end, end + 2))

/** One item misquoted while all others stand beside it: 长期共存、相互监督、肝胆相照、荣辱与共; 政治判断力、政治领会力、政治执行力. */
function misquotedItems(text: string, sequence: Sequence, list: readonly (readonly Item[])[]): Slip[] {
  const { items, complete } = sequence
  const whole = items.length - 1
  return list.flatMap((run, k): Slip[] => {
    const [first] = run
    const last = run.at(-1)
    if (!first || !last || !isAscending(run)) return []
    const next = list[k + 1]
    const [after] = next ?? []
    // between two runs
    if (next && after && after.rank === last.rank + 2 && isAscending(next) && run.length + next.length === whole) {
      const between = text.slice(last.end, after.start)
      const left = BEGINS_WITH_MARK.exec(between)?.[0] ?? ''
      const right = ENDS_IN_MARK.exec(between)?.[0] ?? ''
      const found = between.slice(left.length, between.length - right.length)
      const wanted = items[last.rank + 1] ?? ''
      if (left !== '' && right !== '' && /^\p{Script=Han}+$/u.test(found) && (isNear(found, wanted, items) || ((complete ? whole >= 3 : whole >= 4) && found.length === wanted.length))) {
        return [misquoted(last.end + left.length, found, wanted)]
      }
      return []
    }
    if (run.length !== whole) return []
    const [head = ''] = items
    if (first.rank === 1) {
      const mark = ENDS_IN_MARK.exec(text.slice(Math.max(0, first.start - 3), first.start))?.[0] ?? ''
      const end = first.start - mark.length
      const found = text.slice(Math.max(0, end - head.length), end)
      const alone = complete && whole >= 3 && found.length === head.length && sharesOne(found, head) && !/\p{Script=Han}/u.test(text.charAt(end - head.length - 1))
      return mark !== '' && (isNear(found, head, items) || alone) ? [misquoted(end - head.length, found, head)] : []
    }
    const tail = items.at(-1) ?? ''
    if (last.rank !== items.length - 2) return []
    const mark = BEGINS_WITH_MARK.exec(text.slice(last.end, last.end + 3))?.[0] ?? ''
    const start = last.end + mark.length
    const found = text.slice(start, start + tail.length)
    const alone = complete && whole >= 3 && found.length === tail.length && sharesOne(found, tail) && !/\p{Script=Han}/u.test(text.charAt(start + tail.length))
    return mark !== '' && (isNear(found, tail, items) || alone) ? [misquoted(start, found, tail)] : []
  })
}

const sharesOne = (found: string, right: string): boolean => found !== right && /^\p{Script=Han}+$/u.test(found) && [...found].some((c, i) => c === right.charAt(i))

const isAscending = (run: readonly Item[]): boolean => run.every((item, i) => i === 0 || item.rank === (run[i - 1]?.rank ?? 0) + 1)

const misquoted = (start: number, found: string, right: string): Slip => ({ start, end: start + found.length, message: `“${found}”应为“${right}”`, suggestion: right })

/** As long as the right one, with at least half of its characters in their places or all of them in another order; of a formula of two, all but one. */
function isNear(found: string, right: string, items: readonly string[]): boolean {
  if (found.length !== right.length || found === right || items.includes(found) || !/^\p{Script=Han}+$/u.test(found)) return false
  const same = [...right].filter((c, i) => c === found.charAt(i)).length
  if (items.length === 2) return same === right.length - 1
  return same * 2 >= right.length || inAnyOrder(found) === inAnyOrder(right)
}
