import { readNumeral } from '../../../text/numerals.ts'
import { countsItems, type Announced } from './announced.ts'
import { readLeadIns, splitItems } from './items.ts'
import { differs, overClauses, type Mismatch } from './listed-before.ts'
import type { WrongSlogan } from './slogans.ts'
import type { View } from '../../view.ts'

const NAME = /[“‘][^“”‘’，。；：、\d]{2,10}?([二两三四五六七八九]|十[一二]?)(件套|部曲|件事|个一批|步走|步法|步工作法|字诀|张网|张清单|[大项]\p{Script=Han}{2,3}|个\p{Script=Han}{2,3})[”’][^，。；：、“”（）—\d]{0,6}(——|：|（|，即|，分别是|，包括)/gu

/** “文化惠民五件套”——送戏、送书、送展、送培训——: a name whose number stands within it, and the list right behind. Only lists of one build. */
export function wrongNamedLists({ text }: View): WrongSlogan[] {
  if (!/[二两三四五六七八九十](?:件套|部曲|件事|个|步|字|张|大|项)/u.test(text)) return []
  return [...text.matchAll(NAME)].flatMap((match): WrongSlogan[] => {
    const [surface, numeral = '', , bridge = ''] = match
    const from = match.index + surface.length
    const rest = /^[^，。；：！？）]*?(?=——|[，。；：！？）]|$)/u.exec(text.slice(from, from + 100))?.[0] ?? ''
    const words = rest.split('、')
    const heads = new Set(words.map((it) => it.charAt(0)))
    const tails = new Set(words.map((it) => it.slice(-1)))
    const lengths = new Set(words.map((it) => it.length))
    const count = readNumeral(numeral.replace('两', '二'))
    const behind = text.slice(from + rest.length)
    if (words.length < 2 || Math.abs(words.length - count) !== 1 || (heads.size > 1 && tails.size > 1 && lengths.size > 1) || /等|\d|[和与及]/u.test(rest) || words.some((it) => it.length < 2 || it.length > 10)) return []
    // a list that goes on behind another mark: 送戏、送书，送展、送培训
    const clause = /^[，；][^，。；：]*/u.exec(behind)?.[0] ?? ''
    if (bridge !== '（' && (clause.includes('、') || (clause !== '' && heads.has(clause.charAt(1))))) return []
    let at = from
    const items = words.map((it) => {
      const item = { start: at, end: at + it.length, text: it }
      at += it.length + 1
      return item
    })
    const end = match.index + surface.slice(0, surface.length - bridge.length).search(/[”’]/u) + 1
    return [{ start: match.index + 1, end: end - 1, count, items }]
  })
}

const GAINED = /(?:获评|荣获|获得|获批|获|入选|被评为|被授予|创成|捧回|摘得|斩获|拿下|建成|出台|制定|制订|修订|印发|通过|新建|开工|完成|创建|推出|打造|举办|承办|引进|签约|启动|开通|发布|上线|编印|出版)[“《\p{Script=Han}]{2,}/u
const ALL_OF_THEM = /^\p{Script=Han}{0,6}?(?:都(?!市|会)|均|皆|全部|悉数|全都)/u

/** 先后获评A、B、C，两项荣誉都是首次: the clause in front is taken up by its number, and all of it. */
export function takenUp(view: View, announced: Announced, others: readonly Announced[]): Mismatch | undefined {
  const { text, masked } = view
  if (announced.quoted || announced.measure === '级') return undefined
  const lead = /，(?:这|此|以上|上述)?$/u.exec(text.slice(Math.max(0, announced.start - 4), announced.start))?.[0]
  if (lead === undefined || !(countsItems(announced) || /^[个项部件家类种条座所名位本篇]$/u.test(announced.measure)) || !/^\p{Script=Han}{1,}/u.test(announced.noun)) return undefined
  const behind = text.slice(announced.start, announced.start + 20).replace(/^(?:\d+|[二两三四五六七八九十]+)\p{Script=Han}/u, '')
  if (!ALL_OF_THEM.test(behind)) return undefined
  const to = announced.start - lead.length
  let from = to
  while (from > 0 && to - from < 120 && !/[，。；：！？]/u.test(masked.charAt(from - 1))) from--
  // 荣获A，获评B、C，三项荣誉: what was gained goes over several clauses
  const before = text.slice(Math.max(text.lastIndexOf('。', from), text.lastIndexOf('；', from), from - 60) + 1, from)
  if (GAINED.test(before)) return undefined
  const items = splitItems(view, from, to)
  const [first] = items
  const last = items.at(-1)
  if (!first || !last || items.length < 2 || !GAINED.test(first.text) || /等|其中|分别/u.test(text.slice(from, to)) || /[\d一二三四五六七八九十]+[个项家座条部件名次]/u.test(masked.slice(from, to))) return undefined
  if (others.some((other) => other !== announced && !other.quoted && other.start >= from && other.start < to)) return undefined
  const reading = readLeadIns(view, items)
  const fits = new Set([...reading.fits, ...overClauses(view, from, items.length, others)])
  return differs(announced, { ...reading, fits }, false)
}
