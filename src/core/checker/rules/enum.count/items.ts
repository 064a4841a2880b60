import { CLOSE, INSIDE, OPEN, type View } from '../../view.ts'
import { endsInOrgan, FUSED, LEAD, STRONG_LEAD } from './nouns.ts'

/** An item of a list: a range in the view's text. */
export interface Item {
  start: number
  end: number
  text: string
}

/** How many items a list can be read as: every reading lies in `fits`; `best` is the one that a reader takes. */
export interface Reading {
  items: readonly Item[]
  fits: ReadonlySet<number>
  best: number
}

/** Splits [start, end) at 、 and between marks of quotations that touch (“A”“B”). */
export function splitItems({ text, masked }: View, start: number, end: number, marks = '、'): Item[] {
  const out: Item[] = []
  let from = start
  const push = (to: number): void => void out.push({ start: from, end: to, text: text.slice(from, to) })
  for (let i = start; i < end; i++) {
    const c = masked.charAt(i)
    if (marks.includes(c)) {
      push(i)
      from = i + 1
    } else if (c === CLOSE && masked.charAt(i + 1) === OPEN && i + 1 < end) {
      push(i + 1)
      from = i + 1
    }
  }
  push(end)
  return out
}

/** Numbers of 和, 与, 及 … in an item that may join two items. Quotations are one thing. */
function connectors(view: View, { start, end }: Item): number {
  const masked = view.masked.slice(start, end).replace(FUSED, (word) => INSIDE.repeat(word.length))
  return masked.match(/(?<=.)(?:以及|和|与|及|或者|或|并|暨|兼|同(?!志|心|步|学|业|行|比|级|向|时|盟|等|期|城|类|胞|乡|频|创|价|质|权|意|仁))(?=.)/gu)?.length ?? 0
}

/** The two sides of the only 和 of an item. */
const sides = (text: string): [string, string] | undefined => {
  const match = /^(.+?)(?:以及|和|与|及)(.+)$/u.exec(text)
  return match ? [match[1] ?? '', match[2] ?? ''] : undefined
}

/** Do all these have one length, or the same last or first character? Then they are items of one list. */
function alike(items: readonly string[]): boolean {
  const [first = ''] = items
  const length = first.length
  if (length >= 2 && items.every((it) => it.length === length)) return true
  return items.every((it) => it.length >= 2 && it.length <= 10 && it.at(-1) === first.at(-1) && it.length >= 2)
}

/** Names that 和 cannot run together into one: of places, in quotes, or with one word at both ends (铁路运输和航空运输: one item would be 铁路和航空运输). */
function joinsTwo([left, right]: readonly [string, string]): boolean {
  if (left.length < 3 || right.length < 3) return false
  if (left.slice(-2) === right.slice(-2) && left.length <= 10 && right.length <= 10) return true
  if (/^[“《][^“”《》]+[”》]$/u.test(left) && /^[“《][^“”《》]+[”》]$/u.test(right)) return true
  return NAMED_PLACE.test(left) && NAMED_PLACE.test(right)
}
const NAMED_PLACE = /^(?!全|各|本|我)\p{Script=Han}{2,4}(?:县|区|市|镇|乡|村|街道|社区)$/u

/** The readings of a list whose items are split by 、 (see {@link splitItems}). */
export function readItems(view: View, items: readonly Item[]): Reading {
  const joined = items.map((item) => connectors(view, item))
  const total = joined.reduce((a, b) => a + b, 0)
  const n = items.length
  const last = items.at(-1)
  const fits = new Set<number>([n])
  if (total === 0) return { items, fits, best: n }
  const pair = last && joined.at(-1) === 1 && total === 1 ? sides(last.text) : undefined
  if (pair && n >= 2) {
    // 助餐、助洁、助医和助行: the last 和 joins items that look like all others
    const others = items.slice(1, -1).map(({ text }) => text)
    const first = items[0]?.text ?? ''
    const tail = first.slice(-Math.max(1, pair[0].length))
    if (n >= 3 && joinsTwo(pair)) return { items, fits: new Set([n + 1]), best: n + 1 }
    if (alike([...others, ...pair]) && (others.length > 0 || alike([tail, ...pair]))) return { items, fits: new Set([n + 1]), best: n + 1 }
  }
  // A和B、C和D、E和F: of each item one or two
  if (n >= 2 && joined.every((c) => c === 1)) return { items, fits: new Set([n, 2 * n]), best: n }
  for (let k = 1; k <= total; k++) fits.add(n + k)
  return { items, fits, best: last && joined.at(-1) === total ? n + 1 : n }
}

/**
 * The readings of a list that ends at the last of these items and begins at the first or, where an item holds a verb that leads in (市委、市政府围绕…),
 * perhaps there.
 */
export function readLeadIns(view: View, items: readonly Item[]): Reading {
  const inner = ({ start, end }: Item): string => view.masked.slice(start, end)
  // 项目推进组: what follows the verb is no item
  const leads = (item: Item, verbs: RegExp): boolean => [...inner(item).matchAll(verbs)].some(({ index, 0: verb }) => index >= 1 && item.end - item.start - index - verb.length >= 2)
  const strong = items.map((item) => leads(item, STRONG_LEAD))
  const weak = items.map((item) => leads(item, LEAD))
  // 市委、市政府围绕A、B、C: organs that act are no items
  const acting = items.findIndex((_, i) => i >= 1 && strong[i] === true && items.slice(0, i).every(({ text }) => text.length <= 8 && endsInOrgan(text)))
  const at = acting >= 1 ? acting : items.findIndex((_, i) => i >= 1 && strong[i] === true && !items.slice(0, i).some((before) => BEGINS.test(inner(before)) || STRONG.test(inner(before))))
  const whole = readItems(view, items)
  const fits = new Set(whole.fits)
  let best: Reading = whole
  // verbs in every item: items of one build (全面推进A、持续深化B)
  const allVerbs = weak.slice(1).every(Boolean) && items.length > 2
  if (acting >= 1) fits.clear()
  for (let i = Math.max(1, acting); i < items.length; i++) {
    if (!weak[i] || allVerbs) continue
    const part = readItems(view, items.slice(i))
    for (const n of part.fits) fits.add(n)
    if (i === at) best = part
  }
  return { items: best.items, fits, best: best.best }
}

const STRONG = new RegExp(STRONG_LEAD.source, 'u')
const BEGINS = new RegExp(`^(?:${LEAD.source})`, 'u')

export const beginsWithLead = ({ text }: Item): boolean => BEGINS.test(text)

/** An item without the verb that leads into the list. */
export function withoutLead(view: View, item: Item): Item {
  let cut = item.start
  for (const match of view.masked.slice(item.start, item.end).matchAll(LEAD)) {
    const behind = item.start + match.index + match[0].length
    if (behind < item.end - 1) cut = behind
  }
  return { start: cut, end: item.end, text: view.text.slice(cut, item.end) }
}
