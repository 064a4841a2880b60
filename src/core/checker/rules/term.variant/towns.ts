import { defineGroups } from '../../groups.ts'
import { inAnyOrder } from '../../reading.ts'
import type { Memory, Read } from '../../rule.ts'
import { isLookAlike } from './confusable.ts'
import type { Named } from './names.ts'
import { each, placeOf, standings, type PlacedVariant, type Standing } from './placed.ts'

/** A name of two characters with its 路, 镇, 公园…, and what follows. Offsets are UTF-16 units in its paragraph. */
export interface PlaceName extends Named {
  name: string
  kind: string
  /** the four characters behind, where they are Chinese */
  behind: string
}

export interface PlaceText {
  placeNames: readonly PlaceName[]
}

const KIND = /街道|大道|特大桥|大桥|高速公路|体育中心|合作社|学院|幼儿园|书院|(?:体育|湿地|森林|文化|生态|遗址|郊野|儿童|运动|地质|中央)?公园|水库|小区|社区|小学|中学|学校|医院|隧道|广场|景区|风景区|水厂|电站|灌区|体育馆|纪念馆|博物馆|码头|古镇|[路街镇乡村]/gu
const TOWN = /^(?:镇|乡|街道)$/u
const NAME = /^\p{Script=Han}{2}$/u
const NUMERAL = /[一二两三四五六七八九十百千万亿零〇半双几第各个全该本]/u
const FOLLOWS = 4
/** of which a county has many, named from a small stock of words */
const OF_MANY = /^(?:大道|小区|社区|街道)$/u
/** how the longer names end */
const LANDSCAPE = /[湖山河江溪岭洲岛寺泉塘港湾谷峰潭]$/u
const LONGER = /^\p{Script=Han}{3}$/u
/** 城东 and 东城, 南湖 and 湖南 are two places */
const DIRECTION = /[东西南北中上下内外前后新老大小]/u
/** how often the usual one of two names must stand where nothing else says that they are one thing */
const OFTEN = 2
const OFTEN_TOWN = 3

/** Names of roads, towns and the like in a text. One pass. */
export function placeNamesIn(text: string): PlaceName[] {
  const out: PlaceName[] = []
  for (const { index, 0: kind } of text.matchAll(KIND)) {
    const name = text.slice(Math.max(0, index - 2), index)
    if (!NAME.test(name) || NUMERAL.test(name)) continue
    const behind = text.slice(index + kind.length, index + kind.length + FOLLOWS)
    const isWhole = /^\p{Script=Han}{4}$/u.test(behind)
    const works = kind.length > 1 && !OF_MANY.test(kind)
    if (isWhole || works || TOWN.test(kind)) out.push({ text: name + kind, name, kind, start: index - 2, behind: isWhole ? behind : '' })
    // 龙泉湖湿地公园
    const longer = works && LANDSCAPE.test(name) ? text.slice(Math.max(0, index - 3), index) : ''
    if (longer.length === 3 && LONGER.test(longer)) out.push({ text: longer + kind, name: longer, kind, start: index - 3, behind: isWhole ? behind : '' })
  }
  return out
}

const turned = defineGroups<PlaceText, PlaceName, readonly PlacedVariant[]>({
  itemsOf: ({ placeNames }) => placeNames.map((it) => [inAnyOrder(it.name) + it.kind, it] as const),
  judge: (group) => {
    const [one, other] = standings(group)
    if (!one || !other) return undefined
    const behind = new Set(one.places.map(({ item }) => item.behind).filter((words) => words !== ''))
    if (other.places.some(({ item }) => behind.has(item.behind))) return [...variantOf(one, other), ...variantOf(other, one)]
    return isOften(one) ? variantOf(other, one) : isOften(other) ? variantOf(one, other) : undefined
  },
})

/** Is this a thing of which there is one, and so often named that the other is no thing of its own? */
function isOften({ places }: Standing<PlaceName>): boolean {
  const [first] = places
  if (!first || DIRECTION.test(first.item.name) || /^[路街村]$/u.test(first.item.kind) || OF_MANY.test(first.item.kind)) return false
  return places.length >= (TOWN.test(first.item.kind) ? OFTEN_TOWN : OFTEN)
}

const alike = defineGroups<PlaceText, PlaceName, readonly PlacedVariant[]>({
  itemsOf: ({ placeNames }) => placeNames.flatMap((it) => (TOWN.test(it.kind) ? [[`${it.name.charAt(0)} ${it.kind}`, it] as const, [` ${it.name.charAt(1)}${it.kind}`, it] as const] : [])),
  judge: (group) => {
    const all = standings(group)
    const found = all.length < 2 ? [] : all.flatMap((rare) => all.flatMap((usual) => (rare !== usual && looksLike(rare.text, usual.text) ? variantOf(rare, usual) : [])))
    return found.length > 0 ? found : undefined
  },
})

/**
 * A road or a town whose name is told with its characters exchanged (腾龙路改造提升工程 beside 龙腾路改造提升工程: the same words follow), and a town with a
 * character that looks like the right one (阜头镇 beside 埠头镇). Towns that only sound alike (永兴镇, 永新镇) are mostly two towns.
 */
export const placeNameVariants = (memory: Memory, all: readonly Read<PlaceText>[]): PlacedVariant[] => each([...turned(memory, all), ...alike(memory, all)])

const looksLike = (a: string, b: string): boolean => (a.charAt(0) === b.charAt(0) ? isLookAlike(a.charAt(1), b.charAt(1)) : isLookAlike(a.charAt(0), b.charAt(0)))

/** The rarer of two names, or the later of two that stand once each; two names in one sentence are two places. */
function variantOf(rare: Standing, usual: Standing): PlacedVariant[] {
  const [[at], [main]] = [rare.places, usual.places]
  if (!at || !main || rare.places.length > 1) return []
  if (usual.places.length === 1 && (main.in.index > at.in.index || (main.in === at.in && main.item.start > at.item.start))) return []
  const { in: { text }, item: { start } } = at
  if (usual.places.some(({ in: paragraph, item }) => paragraph === at.in && !/[。；！？]/u.test(text.slice(Math.min(start, item.start), Math.max(start, item.start))))) return []
  const times = usual.places.length > 1 ? `（${usual.places.length}处）` : ''
  return [{ ...placeOf(at), message: `“${rare.text}”与他处的“${usual.text}”${times}写法不一，请核对`, suggestion: usual.text, usual: placeOf(main) }]
}
