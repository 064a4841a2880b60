import { changeBetween } from '../../change-between.ts'
import { defineGroups } from '../../groups.ts'
import { PhraseFinder, type PhraseHit } from '../../phrase-finder.ts'
import { isQuoted } from '../../reading.ts'
import type { Memory, Read } from '../../rule.ts'
import type { Named, Names } from './names.ts'
import { placeOf, type PlacedVariant, type Standing } from './placed.ts'

interface Naming {
  text: string
  running: boolean
  names: Pick<Names, 'quoted' | 'places'>
}

/** How often a brand must stand in quotation marks or a place before organs, and how many times as often as without. */
const LEAST = 3
const QUOTED_TIMES = 3

const brandsOf = defineGroups<Naming, Named, Standing>({
  itemsOf: ({ names: { quoted } }) => quoted.map((name) => [name.text, name] as const),
  judge: (group, text) => (group.length >= LEAST ? { text, places: [...group] } : undefined),
})

const seatsOf = defineGroups<Naming, Named, Standing>({
  itemsOf: ({ names: { places } }) => places.map((name) => [name.text, name] as const),
  judge: (group, text) => (group.length >= LEAST ? { text, places: [...group] } : undefined),
})

const ORGANS = ['委', '政府', '政协', '人大', '纪委', '法院', '检察院', '人民']

/** What was found of some phrases in the paragraphs that hold any. */
interface Search {
  phrases: string
  finder: PhraseFinder<string>
  reads: readonly Read<Naming>[]
  hits: Map<Read<Naming>, readonly PhraseHit<string>[]>
}

const SEARCH = {}

/** Finds brands without their quotation marks, and place names with a character dropped; goes on from the time before as long as they are the same. */
function searched(memory: Memory, all: readonly Read<Naming>[], brands: readonly string[], seats: readonly string[]): Search['hits'] {
  const phrases = `${brands.join('\t')}\n${seats.join('\t')}`
  const before = memory.get(SEARCH) as Search | undefined
  const search = before?.phrases === phrases ? before : { phrases, finder: finderOf(brands, seats), reads: [], hits: new Map<Read<Naming>, readonly PhraseHit<string>[]>() }
  const { gone, fresh } = changeBetween(search.reads, all)
  for (const read of gone) search.hits.delete(read)
  for (const read of fresh) {
    const hits = search.finder.find(read.it.text).filter(({ start, phrase, value }) => !value.startsWith('brand:') || isBare(read.it, start, phrase))
    if (hits.length > 0) search.hits.set(read, hits)
  }
  search.reads = all
  memory.set(SEARCH, search)
  return search.hits
}

const finderOf = (brands: readonly string[], seats: readonly string[]): PhraseFinder<string> =>
  new PhraseFinder([
    ...brands.map((text) => [text, `brand:${text}`] as const),
    ...seats.flatMap((text) => ORGANS.map((organ) => [text.charAt(0) + text.charAt(2) + organ, `place:${text}`] as const)),
  ])

/** A brand (“请你来协商”) without its quotation marks, and a place name (柯城区委) with a character left out. */
export function barePlaces(memory: Memory, all: readonly Read<Naming>[]): PlacedVariant[] {
  const [brands, seats] = [brandsOf(memory, all), seatsOf(memory, all)]
  if (brands.length === 0 && seats.length === 0) return []
  const hits = new Map<string, { read: Read<Naming>; start: number; phrase: string }[]>()
  for (const [read, list] of searched(memory, all, brands.map(({ text }) => text), seats.map(({ text }) => text))) {
    for (const { start, phrase, value } of list) {
      const known = hits.get(value)
      if (known) known.push({ read, start, phrase })
      else hits.set(value, [{ read, start, phrase }])
    }
  }
  return [
    ...brands.flatMap(({ text, places }): PlacedVariant[] => {
      const [[hit, another], [main]] = [hits.get(`brand:${text}`) ?? [], places]
      if (!hit || another || !main || places.length < QUOTED_TIMES) return []
      const message = `“${text}”他处都加引号（${places.length}处），此处没有`
      return [{ in: hit.read.in, start: hit.start, end: hit.start + text.length, message, suggestion: `“${text}”`, ...(places.length >= 5 ? {} : { severity: 'info' }), usual: placeOf(main) }]
    }),
    ...seats.flatMap(({ text, places }): PlacedVariant[] => {
      const [[hit, another], [main]] = [hits.get(`place:${text}`) ?? [], places]
      if (!hit || another || !main || isWord(all, hit.read.it.text, hit.start, hit.phrase, text)) return []
      const right = text + hit.phrase.slice(2)
      const message = `“${hit.phrase}”疑为“${right}”漏字（“${text}”全文${places.length}处）`
      return [{ in: hit.read.in, start: hit.start, end: hit.start + hit.phrase.length, message, suggestion: right, usual: placeOf(main) }]
    }),
  ]
}

/** Does a brand stand here by itself: in running text, not in quotation marks or a title, and not as part of a longer Latin word? */
const isBare = ({ text, running }: Naming, start: number, phrase: string): boolean => running && text.charAt(start - 1) !== '“' && !isQuoted(text, start) && text.charAt(start + phrase.length) !== '”'

/** Is the first character of 开县 part of a word with the one before it (召开县委…)? Then that pair stands elsewhere too, before other words. */
function isWord(all: readonly Read<Naming>[], own: string, start: number, phrase: string, place: string): boolean {
  const before = own.charAt(start - 1)
  if (!/\p{Script=Han}/u.test(before)) return false
  const pair = before + phrase.charAt(0)
  if (COMMON.has(pair)) return true
  let elsewhere = 0
  for (const { it: { text } } of all) {
    for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) if (text.charAt(at + 2) !== place.charAt(1)) elsewhere++
  }
  return elsewhere > 1
}

/** Words that end in a character with which many place names begin. */
const COMMON = new Set('召开 公开 展开 离开 打开 分开 推开 铺开 平安 治安 公安 保安 长安 西安 延安 内江 长江 浙江 黄海 沿海 上海 大海 东南 西南 江南 华南 海南 云南 河南 湖南 东北 西北 湖北 河北 江北 华北 天长 校长 院长 局长 部长 增长 成长 新建 共建 创建 改建 扩建 福建 党建 永嘉 太平 和平 水平 公平 兴化 文化 优化 深化 强化 转化 变化 净化 绿化 美化 老化 通化 奉化 从化 新兴 振兴 复兴 绍兴 嘉兴 高新 创新 更新 全新 革新 阜新 重庆 国庆 大庆 安庆 喜庆'.split(' '))
