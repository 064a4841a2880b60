import { readNumeral } from '../../../text/numerals.ts'
import { CLOSE, OPEN, type View } from '../../view.ts'
import { splitItems, type Item } from './items.ts'
import { LEAD } from './nouns.ts'
import type { WrongSlogan } from './slogans.ts'

/** 早预防、早发现、早处置的“四早”要求: a name that counts, behind the list whose items begin or end with its word. Offsets in the view's text; linear in it. */

const NAME = /(的)?[“‘]([二两三四五六七八九十])(个)?([^“”‘’，。；：、\d一二三四五六七八九十]{1,3}|统一|一)[”’]/gu
/** the same without its quotes, before a word for what is so called: 早发现、早报告、早处置的四早要求 */
const UNQUOTED = /(的)([三四五六七八九])(个)?([^“”‘’，。；：、\d一二三四五六七八九十]{1,2}?|一)(?=要求|机制|原则|工作法|模式|标准|方针|服务机制)/gu
const CLAUSE_MARK = /[，。；：！？]/u
const REACH = 120
/** How far a count may be off and still be a slip. */
const SLIP = 2

/**
 * Names in quotes whose list stands in front of them, behind 的 (A、B、C的“四早”) or as a quotation (“A、B、C”“四早”). Only lists of which every item begins with the
 * word, or every item ends with it: what does not share it may be told in another way (学习、宣传、贯彻的“四个到位”). A list right in front is read by `listed-before.ts`.
 */
export function wrongNamesBehind(view: View): WrongSlogan[] {
  const { text } = view
  const quoted = text.includes('的“') || text.includes('”“') || text.includes('的‘') ? [...text.matchAll(NAME)] : []
  const plain = /的[三四五六七八九][^，。；]{1,3}(?:要求|机制|原则|工作法|模式|标准|方针|服务)/u.test(text) ? [...text.matchAll(UNQUOTED)] : []
  return [...quoted, ...plain].flatMap((match): WrongSlogan[] => {
    const [surface, of, numeral = '', , word = ''] = match
    const to = match.index
    const items = listEndingAt(view, to, of !== undefined)
    // 老党员、老干部的“五老”队伍: persons of whom some are named
    const shared = items && word !== '老' ? sharedItems(items, word) : undefined
    if (!shared) return []
    const count = readNumeral(numeral.replace('两', '二'))
    const { listed, fits } = shared
    if (fits.has(count) || Math.abs(listed.length - count) > (listed.length > 2 ? SLIP : 1)) return []
    const mark = surface.search(/[“‘]/u)
    return [{ start: to + (mark < 0 ? 1 : mark + 1), end: to + surface.length - (mark < 0 ? 0 : 1), count, items: listed }]
  })
}

/** The items of the list that ends here: those of a quotation, or those of the clause; undefined where it may begin in the clause before. */
function listEndingAt(view: View, to: number, of: boolean): readonly Item[] | undefined {
  const { text, masked } = view
  if (masked.charAt(to - 1) === CLOSE && /[”’]/u.test(text.charAt(to - 1))) {
    const open = masked.lastIndexOf(OPEN, to - 1)
    if (open < 0 || to - open > REACH) return undefined
    const inside = text.slice(open + 1, to - 1)
    if (!inside.includes('、') && !inside.includes('，')) return of ? quotedItems(view, to) : undefined
    return splitItems({ ...view, masked: text }, open + 1, to - 1, '、，；')
  }
  if (!of) return undefined
  let from = to
  while (from > 0 && to - from < REACH && !CLAUSE_MARK.test(masked.charAt(from - 1))) from--
  if (to - from >= REACH) return undefined
  const items = splitItems(view, from, to)
  // 早预防、早发现，早处置、早扑灭的“四早”: the list may go over two clauses
  const before = /[^。；：！？]*$/u.exec(text.slice(Math.max(0, from - 40), from))?.[0] ?? ''
  return before.includes('、') || (before !== '' && before.includes(items.at(-1)?.text.charAt(0) ?? '')) ? undefined : items
}

/** “一企一策”“一事一议”的“三个一”: quotations that touch, or that 、 parts. */
function quotedItems(view: View, to: number): readonly Item[] | undefined {
  let from = to
  while (from > 0 && to - from < REACH && !CLAUSE_MARK.test(view.masked.charAt(from - 1))) from--
  const items = splitItems(view, from, to)
  const last = items.slice(1).every(({ start, end }) => /[“‘]/u.test(view.text.charAt(start)) && view.masked.charAt(end - 1) === CLOSE)
  const [first] = items
  if (!first || items.length < 2 || !last || view.masked.charAt(first.end - 1) !== CLOSE) return undefined
  return items.map(({ start, end, text }) => {
    const open = text.search(/[“‘]/u)
    return { start: start + open + 1, end: end - 1, text: text.slice(open + 1, -1) }
  })
}

/** The items without the words that lead into the list, and the numbers that they can be counted as; undefined where they do not share the word. */
function sharedItems(items: readonly Item[], word: string): { listed: readonly Item[]; fits: ReadonlySet<number> } | undefined {
  const [first, ...more] = items
  if (!first || more.length === 0 || items.some(({ text }) => text.length <= word.length || text.length > 26 || /[“”（）]|等$|其他/u.test(text))) return undefined
  const joined = more.flatMap((item) => parted(item, word))
  const longest = Math.max(...joined.map(({ text }) => text.length))
  const begins = joined.every(({ text }) => text.startsWith(word)) ? beginning(first, word, joined) : undefined
  const ends = !begins && items.every(({ text }) => text.endsWith(word)) && (word.length > 1 || more.every(({ text }) => text.length === more[0]?.text.length)) ? first : undefined
  const holds = !begins && !ends && word === '一' && longest <= 8 && items.every(({ text }) => (text.match(/一/gu)?.length ?? 0) === 1) ? first : undefined
  const head = begins ?? ends ?? holds
  if (!head) return undefined
  const listed = [head, ...(begins ? joined : more)]
  const said = listed.map(({ text }) => text.split(word).length - 1)
  const all = said.reduce((a, b) => a + b, 0)
  // 早发现早报告、早隔离早治疗: each of them counts, or each pair; 早发现早报告、早治疗: either way of counting comes to another number
  return { listed, fits: new Set([listed.length, items.length, ...(new Set(said).size === 1 ? [all] : range(listed.length, all))]) }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** 早处置和早扑灭 as two items. */
function parted(item: Item, word: string): readonly Item[] {
  const join = /(?:以及|和|与|及)/gu
  for (const { index, 0: sign } of item.text.matchAll(join)) {
    if (index > word.length && item.text.startsWith(word, index + sign.length)) {
      return [{ start: item.start, end: item.start + index, text: item.text.slice(0, index) }, { start: item.start + index + sign.length, end: item.end, text: item.text.slice(index + sign.length) }]
    }
  }
  return [item]
}

const LEADS_IN = new RegExp(`(?:${LEAD.source}|做到|执行|遵循|严守|明确|制定|建好|用好|探索|创新|强调|提出|达到|采取|采用|要求|工作|[的了:：])$`, 'u')

/** The first item from the word on, where a verb leads in or what follows is as long as the others; undefined where the word is part of another (推进). */
function beginning(first: Item, word: string, others: readonly Item[]): Item | undefined {
  for (let at = first.text.indexOf(word); at >= 0; at = first.text.indexOf(word, at + 1)) {
    const rest = first.text.slice(at)
    const lead = first.text.slice(0, at)
    const sameLength = others.some(({ text }) => text.length === rest.length)
    if (rest.length > word.length && (lead === '' || LEADS_IN.test(lead) || sameLength)) return { start: first.start + at, end: first.end, text: rest }
  }
  return undefined
}
