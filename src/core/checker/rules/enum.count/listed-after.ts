import { type View } from '../../view.ts'
import type { Announced } from './announced.ts'
import { readItems, splitItems, type Item } from './items.ts'
import type { Mismatch } from './listed-before.ts'
import { endsInPerson, LEAD } from './nouns.ts'

const SLIP = 2
/** what leads from the count to the list: 三个角度：…, 三大工程（…）, 四家单位，分别是… */
const BRIDGE = /^(?:(?:，|、)?(?:即|分别(?:是|为)|依次(?:是|为)|它们是)：?|：(?:即|分别(?:是|为))?|——|—)/u
const BRACKET = /^（/u
/** how a clause begins that tells instead of listing */
const TELLS = /^(?:要|应|必须|是(?!否)|通过|针对|关于|由|为|因|当|如|以|我|本|该|这|其|一方面|首先|既|不仅|不但|虽|但|从而|希望|建议)/u
const ORDINAL = /^(?:一是|第一|首先|（一）|（1）|①|1[.．、])/u

/** A list behind its count: 三个角度：助餐、助洁、助医; 四大检察（…）; 三家单位，分别是…. */
export function listedAfter(view: View, announced: Announced): Mismatch | undefined {
  if (!/^[大个项条种类件家点所支座部本篇方级名位]$/u.test(announced.measure) && !/^(?:方面|环节|角度|维度)/u.test(announced.measure + announced.noun)) return undefined
  const { text, masked } = view
  const base = announced.quoted ? announced.end : behindCount(announced)
  // the noun ends where the bridge begins
  const gap = /^[\p{Script=Han}“”‘’]{0,10}?(?=，即|、即|，?分别|，?依次|：|—|（)/u.exec(text.slice(base, base + 14))
  if (!gap) return undefined
  const at = base + gap[0].length
  if (BRACKET.test(text.slice(at))) return inBrackets(view, announced, at)
  const bridge = BRIDGE.exec(text.slice(at, at + 8))
  if (!bridge) return undefined
  const start = at + bridge[0].length
  const stop = /[。！？]/u.exec(masked.slice(start))
  const end = stop ? start + stop.index : masked.length
  if (end - start < 3 || end - start > 240 || TELLS.test(text.slice(start, start + 4)) || ORDINAL.test(text.slice(start, start + 3))) return undefined
  return readBehind(view, announced, start, end, bridge[0])
}

const behindCount = ({ start, count, arabic, measure }: Announced): number => start + (arabic ? String(count).length : count > 10 ? 2 : 1) + measure.length

function inBrackets(view: View, announced: Announced, at: number): Mismatch | undefined {
  const close = view.text.indexOf('）', at)
  if (close < 0 || close - at > 120) return undefined
  const inner: View = { ...view, masked: view.text }
  const content = view.text.slice(at + 1, close)
  if (/[，。；：\d]/u.test(content) || /等$|详见|下同|含|以下|简称|略/u.test(content) || !content.includes('、')) return undefined
  return decide(announced, inner, splitItems(inner, at + 1, close), new Set())
}

function readBehind(view: View, announced: Announced, start: number, end: number, bridge: string): Mismatch | undefined {
  const { masked, text } = view
  const clause = /[，；：]/u.exec(masked.slice(start, end))
  const first = clause ? start + clause.index : end
  const fits = new Set<number>()
  if (/^[名位]$/u.test(announced.measure)) {
    const persons = splitItems(view, start, first)
    return persons.length > 1 && persons.every(({ text: words }) => endsInPerson(words)) ? decide(announced, view, persons, fits) : undefined
  }
  const named = announced.quoted ? namedClauses(view, announced, start, end) : undefined
  if (named) return decide(announced, view, named, fits)
  const closed = closedBefore(view, start, first, bridge) ?? byParts(announced, view, start, end, bridge)
  if (closed) return decide(announced, view, closed, fits)
  const ended = endsThere(view, start, first, end)
  if (ended) return decide(announced, view, ended, fits)
  // items by ；, by ，, or by both 、 and ，
  for (const marks of ['；', '，；', '、，；', '、；']) {
    const whole = splitItems(view, start, end, marks)
    if (whole.length > 1) for (const n of readItems(view, whole).fits) fits.add(n)
  }
  // items by ， up to any of its clauses (三个坚持：坚持A，坚持B，坚持C，推动…)
  const clauses = splitItems(view, start, end, '，；').length
  for (let n = 2; n < clauses; n++) fits.add(n)
  const items = splitItems(view, start, first)
  const last = items.at(-1)
  if (items.length < 2 || !last) return undefined
  const openEnd = /等(?:等)?[^、]{0,10}$/u.exec(last.text)
  if (openEnd) return undefined
  if (/\d/u.test(items.map((it) => text.slice(it.start, it.end)).join('')) && items.some((it) => /\d/u.test(it.text) && !/^[“《]/u.test(it.text))) return undefined
  // 提出三条建议：加强A、B、C建设: verb only at the first
  const verbs = items.map((it) => [...it.text.matchAll(LEAD)].some(({ index }) => index === 0))
  if (verbs[0] === true && !verbs.slice(1).some(Boolean) && (items[0]?.text.length ?? 0) !== (items[1]?.text.length ?? 0)) return undefined
  const lengths = items.map((it) => it.text.length)
  if (Math.max(...lengths) > 2 * Math.min(...lengths) + 4) return undefined
  return decide(announced, view, items, fits)
}

/** 三个专班：项目推进专班、要素保障专班，实行周调度: items that end alike, behind which a clause tells of something else. */
function endsThere(view: View, start: number, first: number, end: number): readonly Item[] | undefined {
  if (view.masked.charAt(first) !== '，') return undefined
  const items = splitItems(view, start, first)
  const tail = items[0]?.text.slice(-2) ?? ''
  const head = items[0]?.text.charAt(0) ?? ''
  const short = items.every(({ text }) => text.length > 2 && text.length <= 12)
  const byTail = tail.length === 2 && items.every(({ text }) => text.endsWith(tail))
  const byHead = items.length > 2 && items.every(({ text }) => text.startsWith(head))
  if (items.length < 2 || !short || (!byTail && !byHead)) return undefined
  const behind = view.text.slice(first + 1, end)
  return (byTail && behind.includes(tail)) || (!byTail && new RegExp(`(?:^|，)${head}`, 'u').test(behind)) || behind.includes('、') ? undefined : items
}

/** what a clause begins with that tells of all items together */
const OF_ALL = /^(?:分别|各|均|都|合计|共|累计|总|平均|同比|占|较|比|增长|下降|其中|另有|另外|此外)/u

/** 4个领域，分别是A、B和C，分别同比增长…: a list that 和 closes, or behind which a clause tells of all. */
function closedBefore(view: View, start: number, first: number, bridge: string): readonly Item[] | undefined {
  if (!/即|分别|依次/u.test(bridge) || bridge.includes('：') || view.masked.charAt(first) !== '，') return undefined
  const items = splitItems(view, start, first)
  if (items.length < 2 || items.some(({ text }) => text.length > 14 || text === '' || /\d|等/u.test(text)) || !OF_ALL.test(view.text.slice(first + 1, first + 4))) return undefined
  return items
}

/** 表现在四个方面：A，B；C，D；E，F。: parts of one build that ； keeps apart, where no other way of counting comes to the number. */
function byParts({ count, noun }: Announced, view: View, start: number, end: number, bridge: string): readonly Item[] | undefined {
  if (!bridge.startsWith('：') || !/^\p{Script=Han}{0,4}(?:方面|举措|措施|特点|工作|任务|做法|环节|变化|成效|提升|转变|突破)/u.test(noun)) return undefined
  const parts = splitItems(view, start, end, '；')
  const clauses = parts.map((part) => splitItems(view, part.start, part.end, '，').length)
  const [many = 0] = clauses
  if (parts.length < 3 || many < 2 || clauses.some((n) => n !== many) || many * parts.length === count || parts.some(({ text }) => /\d|[、（]|等$/u.test(text) && !/^[^，]*，/u.test(text))) return undefined
  const lead = parts[0]?.text.charAt(0) ?? ''
  const heads = parts.map(({ text }) => text.indexOf('，'))
  const even = Math.max(...heads) - Math.min(...heads) <= 1
  // the parts may go on behind the full stop
  const next = view.text.slice(end + 1, end + 40)
  return even && (lead === '' || !next.startsWith(lead)) && !/^[^。]{2,20}，[^。]{2,20}[；。]/u.test(next.slice(0, (heads[0] ?? 0) + 20)) ? parts : undefined
}

/** “四个坚持”：坚持A，坚持B，坚持C，坚持D: every clause begins with what the name counts. */
function namedClauses(view: View, { noun, measure }: Announced, start: number, end: number): readonly Item[] | undefined {
  const word = measure === '个' ? noun.slice(0, 2) : ''
  if (word.length < 2) return undefined
  for (const marks of ['、，；', '；', '，']) {
    const items = splitItems(view, start, end, marks)
    if (items.length > 1 && items.every(({ text }) => text.startsWith(word))) return items
  }
  return undefined
}

function decide(announced: Announced, view: View, items: readonly Item[], fits: Set<number>): Mismatch | undefined {
  const reading = readItems(view, items)
  if (reading.fits.has(announced.count) || fits.has(announced.count) || Math.abs(reading.best - announced.count) > SLIP) return undefined
  return { announced, items, listed: reading.best }
}
