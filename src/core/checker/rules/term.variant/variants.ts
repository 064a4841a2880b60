import { inAnyOrder, isQuoted } from '../../reading.ts'
import { PhraseFinder, type PhraseHit } from '../../phrase-finder.ts'
import { differenceOf } from './confusable.ts'
import { titleAt, type Named, type Names } from './names.ts'
import type { Slip } from './slip.ts'

/** What is compared: the text of a paragraph, its names, and whether it is running text (brands in headings may go without quotation marks). */
export interface NamedText {
  text: string
  running: boolean
  names: Names
  searched: Searched
}

/** A text that is searched with one finder after another, mostly again with the last one. */
export class Searched {
  private last: PhraseFinder<string> | undefined
  private hits: readonly PhraseHit<string>[] = []

  constructor(private readonly text: string) {}

  find(finder: PhraseFinder<string>): readonly PhraseHit<string>[] {
    if (this.last !== finder) {
      this.hits = finder.find(this.text)
      this.last = finder
    }
    return this.hits
  }
}

/** A slip with the paragraph that it is in, and the place of the usual form. */
export interface Variant extends Slip {
  paragraph: number
  usual: { paragraph: number; start: number; end: number }
}

interface Group {
  text: string
  places: { paragraph: number; start: number }[]
}

/** The same name wherever it stands, in reading order. */
function grouped(texts: readonly NamedText[], list: (names: Names) => readonly Named[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  texts.forEach(({ names }, paragraph) => {
    for (const { text, start } of list(names)) {
      const group = groups.get(text)
      if (group) group.places.push({ paragraph, start })
      else groups.set(text, { text, places: [{ paragraph, start }] })
    }
  })
  return groups
}

const variantOf = (rare: Group, usual: Group, message: string, severity?: Slip['severity']): Variant[] => {
  const [main] = usual.places
  if (!main) return []
  return rare.places.map(({ paragraph, start }) => ({
    paragraph,
    start,
    end: start + rare.text.length,
    message,
    suggestion: usual.text,
    ...(severity ? { severity } : {}),
    usual: { paragraph: main.paragraph, start: main.start, end: main.start + usual.text.length },
  }))
}

/**
 * Pairs of a rare name and a usual one that may be a slip of each other. Names one slip apart share their first half or their second half, or
 * are equal but for an exchange or the case of letters, so that only names with such a piece in common are compared.
 */
function compared(groups: ReadonlyMap<string, Group>, least: number, judge: (rare: Group, usual: Group) => Variant[]): Variant[] {
  const usuals = [...groups.values()].filter(({ places }) => places.length >= least)
  if (usuals.length === 0) return []
  const buckets = new Map<string, Group[]>()
  const keys = (name: string): string[] => {
    const half = name.length >> 1
    return [`${name.slice(0, half)}<`, `>${name.slice(name.length - half)}`, inAnyOrder(name.toLowerCase())]
  }
  for (const usual of usuals) {
    for (const key of keys(usual.text)) {
      const list = buckets.get(key)
      if (list) list.push(usual)
      else buckets.set(key, [usual])
    }
  }
  const out: Variant[] = []
  for (const rare of groups.values()) {
    const near = new Set(keys(rare.text).flatMap((key) => buckets.get(key) ?? []))
    for (const usual of near) if (usual !== rare && rare.places.length === 1 && (usual.places.length >= 3 || least < 3)) out.push(...judge(rare, usual))
  }
  return out
}

/** Names of projects in quotation marks (品牌): one written with a slip (“共享法亭” beside “共享法庭”). */
export const quotedVariants = (texts: readonly NamedText[]): Variant[] =>
  compared(grouped(texts, ({ quoted }) => quoted), 1, (rare, usual) => {
    const difference = differenceOf(rare.text, usual.text)
    if (!difference) return []
    const often = usual.places.length >= 3
    if (!often && ((difference === 'maybe' && rare.text.length < LONG_NAME) || !isEarlier(usual, rare))) return []
    return variantOf(rare, usual, `“${rare.text}”与他处的“${usual.text}”${often ? `（${usual.places.length}处）` : ''}写法不一`, difference === 'maybe' ? 'info' : undefined)
  })

/** How often the usual name of an action must stand in the paragraph. */
const ACTION_LEAST = 2
const ACTION = /^”(?:行动|工程|计划|品牌|模式|活动|机制|项目)/u

/** “一江清水”行动 twice and “一江碧水”行动 once in one paragraph: one character apart, whatever it is. They may be two: only noted. */
export const actionVariants = (texts: readonly NamedText[]): Variant[] =>
  texts.flatMap(({ text, names: { quoted } }, paragraph): Variant[] => {
    if (quoted.length <= ACTION_LEAST) return []
    const groups = new Map<string, Group>()
    for (const { text: name, start } of quoted) {
      if (name.length < 4 || !ACTION.test(text.slice(start + name.length, start + name.length + 3))) continue
      const group = groups.get(name) ?? { text: name, places: [] }
      groups.set(name, group)
      group.places.push({ paragraph, start })
    }
    if (groups.size !== 2) return []
    const [usual, rare] = [...groups.values()].sort((a, b) => b.places.length - a.places.length)
    if (!usual || !rare || usual.places.length < ACTION_LEAST || rare.places.length !== 1 || usual.text.length !== rare.text.length || differenceOf(rare.text, usual.text) === 'sure') return []
    const at = Array.from(usual.text, (_, i) => i).filter((i) => usual.text.charAt(i) !== rare.text.charAt(i))
    const [i = 0] = at
    if (at.length !== 1 || NUMBER.test(usual.text.charAt(i) + rare.text.charAt(i))) return []
    return variantOf(rare, usual, `“${rare.text}”与本段其他各处的“${usual.text}”（${usual.places.length}处）只差一字，请核对`, 'info')
  })

const NUMBER = /[\d一二两三四五六七八九十百千万]/u

/** Names of this length seldom differ in one character only by intent; shorter ones do (职工之家, 职工之友). */
const LONG_NAME = 7

/** Does the one stand before the other, or more often? Of two forms that stand once each the later is told. */
const isEarlier = (usual: Group, rare: Group): boolean => {
  const [[a], [b]] = [usual.places, rare.places]
  return usual.places.length > rare.places.length || (a !== undefined && b !== undefined && (a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.start < b.start)))
}

/** The same letters in another case: “6+X” beside “6+x”. Where both are as frequent, the later is taken for the other form. */
export function latinVariants(texts: readonly NamedText[]): Variant[] {
  const forms = new Map<string, Group[]>()
  for (const group of grouped(texts, ({ latin }) => latin).values()) {
    const key = group.text.toLowerCase().replaceAll('＋', '+')
    const list = forms.get(key)
    if (list) list.push(group)
    else forms.set(key, [group])
  }
  return [...forms.values()].flatMap((list) => {
    if (list.length < 2) return []
    const [usual, ...others] = [...list].sort((a, b) => b.places.length - a.places.length)
    if (!usual) return []
    const named = /[+＋×&]/u.test(usual.text)
    return others.flatMap((rare) => variantOf(rare, usual, `“${rare.text}”与他处的“${usual.text}”大小写不一`, named ? undefined : 'info'))
  })
}

/** How many other characters may lie between two names of one person where each stands once only. */
const NEAR_PARAGRAPHS = 2

/**
 * Names of persons beside their titles, with one character mistaken for another of its sound or look. Two persons may well have nearly the same
 * name: in one list (李建华、李健华) or both with titles of their own far from each other.
 */
export const personVariants = (texts: readonly NamedText[]): Variant[] => {
  const titled = grouped(texts, ({ persons }) => persons)
  if (titled.size === 0) return []
  const groups = grouped(texts, ({ persons, speakers }) => [...persons, ...speakers.filter((one) => !persons.some(({ start }) => start === one.start))])
  const bySurname = new Map<string, Group[]>()
  for (const group of groups.values()) bySurname.set(group.text.charAt(0), [...(bySurname.get(group.text.charAt(0)) ?? []), group])
  const out: Variant[] = []
  for (const [, list] of bySurname) {
    for (const rare of list) {
      const [place] = rare.places
      if (!place || rare.places.length !== 1) continue
      for (const usual of list) {
        const [main] = usual.places
        if (!main || usual === rare || (!titled.has(usual.text) && !titled.has(rare.text)) || differenceOf(rare.text, usual.text) !== 'sure' || haveOtherTitles(texts, usual, place)) continue
        const once = usual.places.length === 1
        // of two that stand once, the later is told, and only where they are near each other
        const isLater = place.paragraph > main.paragraph || (place.paragraph === main.paragraph && place.start > main.start)
        if (once && (!isLater || place.paragraph - main.paragraph > NEAR_PARAGRAPHS || isTogether(texts, main, place))) continue
        out.push(...variantOf(rare, usual, `人名“${rare.text}”与他处的“${usual.text}”${once ? '' : `（${usual.places.length}处）`}只差一字，请核对`))
      }
    }
  }
  return out
}

/** Has the rare name a title, and the usual one only others (主席李建华, 副主席李健华)? */
function haveOtherTitles(texts: readonly NamedText[], usual: Group, place: Group['places'][number]): boolean {
  const titleOf = ({ paragraph, start }: Group['places'][number]): string => titleAt(texts[paragraph]?.text ?? '', start, usual.text.length)
  const title = titleOf(place)
  if (title === '' || title === '同志') return false
  const titles = usual.places.map(titleOf).filter((other) => other !== '' && other !== '同志')
  return titles.length > 0 && !titles.includes(title)
}

/** Do two names stand in one list or one clause, so that they are two persons? */
function isTogether(texts: readonly NamedText[], a: Group['places'][number], b: Group['places'][number]): boolean {
  if (a.paragraph !== b.paragraph) return false
  const between = texts[a.paragraph]?.text.slice(a.start + 3, b.start) ?? ''
  return !/[。；]/u.test(between) && between.length < 24 && /[、和与及]/u.test(between)
}

const ORGANS = ['委', '政府', '政协', '人大', '纪委', '法院', '检察院', '人民']

/** Finds brands without their quotation marks, and place names with a character dropped. The last one is kept from check to check. */
let last: { key: string; finder: PhraseFinder<string> } | undefined

function finderOf(brands: readonly string[], places: readonly string[]): PhraseFinder<string> {
  const key = `${brands.join('\t')}\n${places.join('\t')}`
  if (last?.key !== key) {
    const wanted = [
      ...brands.map((text) => [text, `brand:${text}`] as const),
      ...places.flatMap((text) => ORGANS.map((organ) => [text.charAt(0) + text.charAt(2) + organ, `place:${text}`] as const)),
    ]
    last = { key, finder: new PhraseFinder(wanted) }
  }
  return last.finder
}

/** How often a brand must stand in quotation marks, and how many times as often as without. */
const QUOTED_LEAST = 3
const QUOTED_TIMES = 3

/** A brand (“请你来协商”) without its quotation marks, and a place name (柯城区委) with a character left out. */
export function barePlaces(texts: readonly NamedText[]): Variant[] {
  const brands = [...grouped(texts, ({ quoted }) => quoted).values()].filter(({ places }) => places.length >= QUOTED_LEAST)
  const places = [...grouped(texts, ({ places: list }) => list).values()].filter((group) => group.places.length >= 3)
  if (brands.length === 0 && places.length === 0) return []
  const hits = new Map<string, { paragraph: number; start: number; phrase: string }[]>()
  const finder = finderOf(brands.map(({ text }) => text), places.map(({ text }) => text))
  texts.forEach((text, paragraph) => {
    for (const { start, phrase, value } of text.searched.find(finder)) {
      if (value.startsWith('brand:') && !isBare(text, start, phrase)) continue
      const list = hits.get(value)
      if (list) list.push({ paragraph, start, phrase })
      else hits.set(value, [{ paragraph, start, phrase }])
    }
  })
  return [
    ...brands.flatMap((brand) => {
      const bare = hits.get(`brand:${brand.text}`) ?? []
      if (bare.length !== 1 || brand.places.length < QUOTED_TIMES * bare.length) return []
      return bare.flatMap(({ paragraph, start }) => {
        const message = `“${brand.text}”他处都加引号（${brand.places.length}处），此处没有`
        const rare: Group = { text: brand.text, places: [{ paragraph, start }] }
        return variantOf(rare, brand, message, brand.places.length >= 5 ? undefined : 'info').map((v) => ({ ...v, suggestion: `“${brand.text}”` }))
      })
    }),
    ...places.flatMap((place) => {
      const dropped = hits.get(`place:${place.text}`) ?? []
      const [hit] = dropped
      if (!hit || dropped.length > 1 || isWord(texts, hit, place.text)) return []
      const right = place.text + hit.phrase.slice(2)
      const message = `“${hit.phrase}”疑为“${right}”漏字（“${place.text}”全文${place.places.length}处）`
      return variantOf({ text: hit.phrase, places: [hit] }, place, message).map((v) => ({ ...v, suggestion: right }))
    }),
  ]
}

/** Does a brand stand here by itself: in running text, not in quotation marks or a title, and not as part of a longer Latin word? */
const isBare = ({ text, running }: NamedText, start: number, phrase: string): boolean => running && text.charAt(start - 1) !== '“' && !isQuoted(text, start) && text.charAt(start + phrase.length) !== '”'

/** Is the first character of 开县 part of a word with the one before it (召开县委…)? Then that pair stands elsewhere too, before other words. */
function isWord(texts: readonly NamedText[], { paragraph, start, phrase }: { paragraph: number; start: number; phrase: string }, place: string): boolean {
  const own = texts[paragraph]?.text ?? ''
  const before = own.charAt(start - 1)
  if (!/\p{Script=Han}/u.test(before)) return false
  const pair = before + phrase.charAt(0)
  if (COMMON.has(pair)) return true
  let elsewhere = 0
  for (const { text } of texts) {
    for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) if (text.charAt(at + 2) !== place.charAt(1)) elsewhere++
  }
  return elsewhere > 1
}

/** Words that end in a character with which many place names begin. */
const COMMON = new Set('召开 公开 展开 离开 打开 分开 推开 铺开 平安 治安 公安 保安 长安 西安 延安 内江 长江 浙江 黄海 沿海 上海 大海 东南 西南 江南 华南 海南 云南 河南 湖南 东北 西北 湖北 河北 江北 华北 天长 校长 院长 局长 部长 增长 成长 新建 共建 创建 改建 扩建 福建 党建 永嘉 太平 和平 水平 公平 兴化 文化 优化 深化 强化 转化 变化 净化 绿化 美化 老化 通化 奉化 从化 新兴 振兴 复兴 绍兴 嘉兴 高新 创新 更新 全新 革新 阜新 重庆 国庆 大庆 安庆 喜庆'.split(' '))
