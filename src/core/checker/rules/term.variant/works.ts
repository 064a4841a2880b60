import { isConfusable } from './confusable.ts'
import type { Variant } from './variants.ts'

/** A named work or place (云溪水库), or an institution (县公共资源交易中心), as it stands in one paragraph. */
export interface Work {
  /** the two characters before the kind, and the kind: what is compared */
  name: string
  kind: string
  start: number
  /** the characters before the name and behind the kind, as far as they are Chinese */
  before: string
  behind: string
}

/** Where a name and its kind stand in the report. */
interface Standing {
  work: Work
  places: { paragraph: number; start: number }[]
}

/**
 * What there is one of. Villages, communities, housing estates, schools and streets are left out: a county has many of each, named from a small stock of
 * words (永新村, 永兴村), so that two names that sound alike are mostly two places. So are industrial parks, named by their trade (光电产业园, 广电产业园).
 */
const KIND = /水库|特大桥|大桥|公园|隧道|污水处理厂|自来水厂|污水厂|水厂|水电站|变电站|枢纽|灌区|医院|体育馆|体育场|图书馆|博物馆|纪念馆|美术馆|大剧院|机场|码头|古镇|景区|林场|湿地|水闸|泵站|大坝/gu
/** 交易中心, 交易服务中心 */
const CENTRE = /[县市区](\p{Script=Han}{5,12}?)(服务|管理)?中心/gu
const NUMERAL = /[\d一二两三四五六七八九十百千万亿零〇半双几第]/u
const HAN_END = /\p{Script=Han}+$/u
const HAN_HEAD = /^\p{Script=Han}+/u
/** Words before a kind that are no name, though one sounds like another: 师范学校, 示范学校 */
const NO_NAME = /^(?:[一-龥]座|[新改扩修续]建|大型|中型|小型|口袋|主题|城市|人民|中心|综合|专科|公立|民营|示范|师范|实验|试验|智慧|数字|全县|全市|全区)/u

/** Named works in a text. One pass. */
export function worksIn(text: string): Work[] {
  const out: Work[] = []
  for (const { index, 0: kind } of text.matchAll(KIND)) {
    const before = HAN_END.exec(text.slice(Math.max(0, index - 6), index))?.[0] ?? ''
    const name = before.slice(-2)
    if (name.length < 2 || NO_NAME.test(name) || NUMERAL.test(name)) continue
    out.push({ name, kind, start: index - 2, before: before.slice(0, -2), behind: HAN_HEAD.exec(text.slice(index + kind.length, index + kind.length + 4))?.[0] ?? '' })
  }
  return out
}

/** Institutions of a level by the stem of their name, with what stands before 中心. */
export interface Centre {
  stem: string
  added: string
  start: number
  end: number
}

export const centresIn = (text: string): Centre[] =>
  text.includes('中心') ? [...text.matchAll(CENTRE)].map(({ index, 0: surface, 1: stem = '', 2: added = '' }) => ({ stem: surface.charAt(0) + stem, added, start: index, end: index + surface.length })) : []

export interface WorkText {
  text: string
  works: readonly Work[]
  centres: readonly Centre[]
}

/** How often the usual name must stand where nothing beside the two says that they are one thing. */
const OFTEN = 3

/** A work named once with one character mistaken for another of its sound or look (云西水库除险加固工程 beside 云溪水库除险加固工程). */
export function workVariants(texts: readonly WorkText[]): Variant[] {
  const all = new Map<string, Standing>()
  texts.forEach(({ works }, paragraph) => {
    for (const work of works) {
      const key = work.name + work.kind
      const known = all.get(key)
      if (known) known.places.push({ paragraph, start: work.start })
      else all.set(key, { work, places: [{ paragraph, start: work.start }] })
    }
  })
  if (all.size < 2) return []
  // two names one slip apart have their first or their second character in common
  const buckets = new Map<string, Standing[]>()
  for (const standing of all.values()) {
    const { name, kind } = standing.work
    for (const key of [`${name.charAt(0)} ${kind}`, ` ${name.charAt(1)}${kind}`]) {
      const list = buckets.get(key)
      if (list) list.push(standing)
      else buckets.set(key, [standing])
    }
  }
  return [...buckets.values()].flatMap((list) => list.flatMap((rare) => list.flatMap((usual) => variantOf(texts, rare, usual))))
}

function variantOf(texts: readonly WorkText[], rare: Standing, usual: Standing): Variant[] {
  const [[at], [main]] = [rare.places, usual.places]
  if (rare === usual || !at || !main || rare.places.length > 1) return []
  // of two that stand once each, the later is told
  if (usual.places.length === 1 && (main.paragraph > at.paragraph || (main.paragraph === at.paragraph && main.start > at.start))) return []
  const { name, kind } = usual.work
  const k = name.charAt(0) === rare.work.name.charAt(0) ? 1 : 0
  if (!isConfusable(name.charAt(k), rare.work.name.charAt(k))) return []
  const sameBehind = rare.work.behind.length >= 2 && usual.work.behind.slice(0, 2) === rare.work.behind.slice(0, 2)
  const sameBefore = rare.work.before.length >= 2 && usual.work.before.slice(-2) === rare.work.before.slice(-2)
  if ((!sameBehind && !sameBefore && usual.places.length < OFTEN) || isOneSentence(texts[at.paragraph]?.text ?? '', at, usual.places)) return []
  const [said, right] = [rare.work.name + kind, name + kind]
  const times = usual.places.length > 1 ? `（${usual.places.length}处）` : ''
  return [{ paragraph: at.paragraph, start: at.start, end: at.start + said.length, message: `“${said}”与他处的“${right}”${times}只差一字，请核对`, suggestion: right, usual: { paragraph: main.paragraph, start: main.start, end: main.start + right.length } }]
}

/** Two names in one sentence are two works. */
const isOneSentence = (text: string, at: Standing['places'][number], others: Standing['places']): boolean =>
  others.some(({ paragraph, start }) => paragraph === at.paragraph && !/[。；！？]/u.test(text.slice(Math.min(at.start, start), Math.max(at.start, start))))

/** An institution with a word more or less in its name, or 与 for 和 (县公共资源交易服务中心 beside 县公共资源交易中心). Short for each other as well: only noted. */
export function centreVariants(texts: readonly WorkText[]): Variant[] {
  const first = new Map<string, { centre: Centre; paragraph: number }>()
  const told = new Set<string>()
  const out: Variant[] = []
  texts.forEach(({ text, centres }, paragraph) => {
    for (const centre of centres) {
      const stem = centre.stem.replace(/[与及]/u, '和')
      const known = first.get(stem)
      if (!known) first.set(stem, { centre, paragraph })
      else if ((known.centre.added !== centre.added || known.centre.stem !== centre.stem) && !told.has(stem)) {
        told.add(stem)
        const other = texts[known.paragraph]?.text.slice(known.centre.start, known.centre.end) ?? ''
        const at = { start: centre.start + 1, end: centre.end }
        out.push({ paragraph, ...at, message: `“${text.slice(at.start, at.end)}”与他处的“${other.slice(1)}”写法不一，请核对是否同一机构`, severity: 'info', usual: { paragraph: known.paragraph, start: known.centre.start + 1, end: known.centre.end } })
      }
    }
  })
  return out
}
