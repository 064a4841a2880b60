import { isLookAlike } from './confusable.ts'
import type { Variant } from './variants.ts'

/** A name of two characters before 路, 镇, 公园…, with what follows. Offsets are UTF-16 units in its paragraph. */
export interface PlaceName {
  name: string
  kind: string
  start: number
  /** the four characters behind, where they are Chinese */
  behind: string
}

export interface PlaceText {
  text: string
  placeNames: readonly PlaceName[]
}

const KIND = /街道|大道|大桥|公园|水库|小区|社区|小学|中学|[路街镇乡村]/gu
const TOWN = /^(?:镇|乡|街道)$/u
const NAME = /^\p{Script=Han}{2}$/u
const NUMERAL = /[一二两三四五六七八九十百千万亿零〇半双几第各个全该本]/u
const FOLLOWS = 4

/** Names of roads, towns and the like in a text. One pass. */
export function placeNamesIn(text: string): PlaceName[] {
  const out: PlaceName[] = []
  for (const { index, 0: kind } of text.matchAll(KIND)) {
    const name = text.slice(Math.max(0, index - 2), index)
    if (!NAME.test(name) || NUMERAL.test(name)) continue
    const behind = text.slice(index + kind.length, index + kind.length + FOLLOWS)
    const isWhole = /^\p{Script=Han}{4}$/u.test(behind)
    if (isWhole || TOWN.test(kind)) out.push({ name, kind, start: index - 2, behind: isWhole ? behind : '' })
  }
  return out
}

interface Standing {
  it: PlaceName
  places: { paragraph: number; start: number }[]
  behind: Set<string>
}

/**
 * A road or a town whose name is told with its characters exchanged (腾龙路改造提升工程 beside 龙腾路改造提升工程: the same words follow), and a town with a
 * character that looks like the right one (阜头镇 beside 埠头镇). Towns that only sound alike (永兴镇, 永新镇) are mostly two towns.
 */
export function placeNameVariants(texts: readonly PlaceText[]): Variant[] {
  const all = new Map<string, Standing>()
  texts.forEach(({ placeNames }, paragraph) => {
    for (const it of placeNames) {
      const key = it.name + it.kind
      const known = all.get(key) ?? { it, places: [], behind: new Set() }
      known.places.push({ paragraph, start: it.start })
      if (it.behind !== '') known.behind.add(it.behind)
      all.set(key, known)
    }
  })
  const towns = new Map<string, Standing[]>()
  const out: Variant[] = []
  for (const rare of all.values()) {
    const { name, kind } = rare.it
    const turned = all.get(name.charAt(1) + name.charAt(0) + kind)
    if (turned && turned !== rare && [...rare.behind].some((words) => turned.behind.has(words))) out.push(...variantOf(texts, rare, turned))
    if (!TOWN.test(kind)) continue
    for (const key of [`${name.charAt(0)} ${kind}`, ` ${name.charAt(1)}${kind}`]) {
      const list = towns.get(key)
      if (list) list.push(rare)
      else towns.set(key, [rare])
    }
  }
  for (const list of towns.values()) {
    if (list.length < 2) continue
    for (const rare of list) for (const usual of list) if (rare !== usual && looksLike(rare.it.name, usual.it.name)) out.push(...variantOf(texts, rare, usual))
  }
  return out
}

const looksLike = (a: string, b: string): boolean => (a.charAt(0) === b.charAt(0) ? isLookAlike(a.charAt(1), b.charAt(1)) : isLookAlike(a.charAt(0), b.charAt(0)))

/** The rarer of two names, or the later of two that stand once each; two names in one sentence are two places. */
function variantOf(texts: readonly PlaceText[], rare: Standing, usual: Standing): Variant[] {
  const [[at], [main]] = [rare.places, usual.places]
  if (!at || !main || rare.places.length > 1) return []
  if (usual.places.length === 1 && (main.paragraph > at.paragraph || (main.paragraph === at.paragraph && main.start > at.start))) return []
  const text = texts[at.paragraph]?.text ?? ''
  if (usual.places.some(({ paragraph, start }) => paragraph === at.paragraph && !/[。；！？]/u.test(text.slice(Math.min(at.start, start), Math.max(at.start, start))))) return []
  const [said, right] = [rare.it.name + rare.it.kind, usual.it.name + usual.it.kind]
  const times = usual.places.length > 1 ? `（${usual.places.length}处）` : ''
  return [{ paragraph: at.paragraph, start: at.start, end: at.start + said.length, message: `“${said}”与他处的“${right}”${times}写法不一，请核对`, suggestion: right, usual: { paragraph: main.paragraph, start: main.start, end: main.start + right.length } }]
}
