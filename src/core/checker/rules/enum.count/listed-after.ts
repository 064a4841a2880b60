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
  return readBehind(view, announced, start, end)
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

function readBehind(view: View, announced: Announced, start: number, end: number): Mismatch | undefined {
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
