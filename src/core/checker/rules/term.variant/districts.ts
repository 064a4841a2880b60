import { isConfusable } from './confusable.ts'
import type { NamedText, Variant } from './variants.ts'

interface Standing {
  places: { paragraph: number; start: number }[]
  /** before the name of an organ (云屏市检察院), so that it is a place for certain */
  organ: boolean
}

/** How often the usual name must stand. */
const LEAST = 3

/** Places that sound or look alike and all exist: one report may well name two of them. */
const EXISTING = new Set(
  '台州市 泰州市 苏州市 宿州市 福州市 抚州市 宜春市 伊春市 玉林市 榆林市 太和县 泰和县 阜平县 富平县 平原县 平远县 清河县 青河县 浦江县 蒲江县 浦城县 蒲城县 英山县 营山县 伊川县 宜川县 武义县 武邑县 永新县 永兴县 滨州市 彬州市'.split(' '),
)

/** A place named once with one character mistaken for another of its sound or look (云平市河长办 beside 云屏市检察院). */
export function districtVariants(texts: readonly NamedText[]): Variant[] {
  const organs = new Set<string>()
  for (const { names } of texts) for (const { text } of names.places) organs.add(text)
  if (organs.size === 0) return []
  const like = new Set([...organs].flatMap(halvesOf))
  const all = new Map<string, Standing>()
  texts.forEach(({ names }, paragraph) => {
    for (const { text, start } of names.districts) {
      // a usual name, or one that looks like one of them
      if (!organs.has(text) && !like.has(pairAt(text, 0)) && !like.has(pairAt(text, 1))) continue
      const isOrgans = names.places.some((place) => place.start === start)
      const known = all.get(text)
      if (known) {
        known.places.push({ paragraph, start })
        known.organ ||= isOrgans
      } else all.set(text, { places: [{ paragraph, start }], organ: isOrgans })
    }
  })
  const usual = [...all].filter(([, { places, organ }]) => organ && places.length >= LEAST)
  if (usual.length === 0) return []
  return [...all].flatMap(([name, { places }]) => {
    const [rare] = places
    if (!rare || places.length > 1 || EXISTING.has(name)) return []
    const match = usual.find(([other]) => other !== name && isOneSlip(name, other))
    const main = match?.[1].places[0]
    if (!match || !main) return []
    const [right, { places: others }] = match
    return [{ paragraph: rare.paragraph, start: rare.start, end: rare.start + name.length, message: `“${name}”与他处的“${right}”（${others.length}处）只差一字，请核对`, suggestion: right, usual: { paragraph: main.paragraph, start: main.start, end: main.start + right.length } }]
  })
}

/** Its first and its last character, and its middle and its last: names one slip apart have one of these pairs in common. Each pair as one number. */
const halvesOf = (name: string): number[] => [pairAt(name, 0), pairAt(name, 1)]
const pairAt = (name: string, at: 0 | 1): number => (name.charCodeAt(at) * 0x10000 + name.charCodeAt(2)) * 2 + at

function isOneSlip(a: string, b: string): boolean {
  if (a.charAt(2) !== b.charAt(2)) return false
  if (a.charAt(0) === b.charAt(0)) return isConfusable(a.charAt(1), b.charAt(1))
  return a.charAt(1) === b.charAt(1) && isConfusable(a.charAt(0), b.charAt(0))
}
