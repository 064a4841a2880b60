import { defineGroups } from '../../groups.ts'
import type { Memory, Read } from '../../rule.ts'
import { isConfusable } from './confusable.ts'
import type { Named, Names } from './names.ts'
import { each, placeOf, standings, type PlacedVariant, type Standing } from './placed.ts'

/** A name that may be a district's. */
export interface District extends Named {
  /** does it stand before the name of an organ (云屏市检察院), so that it is a place for certain? */
  organ: boolean
}

/** The districts among the names of one paragraph. */
export const districtsOf = ({ districts, places }: Names): District[] => districts.map(({ text, start }) => ({ text, start, organ: places.some((place) => place.start === start) }))

/** How often the usual name must stand. */
const LEAST = 3

/** Places that sound or look alike and all exist: one report may well name two of them. */
const EXISTING = new Set(
  '台州市 泰州市 苏州市 宿州市 福州市 抚州市 宜春市 伊春市 玉林市 榆林市 太和县 泰和县 阜平县 富平县 平原县 平远县 清河县 青河县 浦江县 蒲江县 浦城县 蒲城县 英山县 营山县 伊川县 宜川县 武义县 武邑县 永新县 永兴县 滨州市 彬州市'.split(' '),
)

interface Placing {
  districts: readonly District[]
}

/** Names one slip apart have their first and their last character in common, or their middle and their last. */
const slipped = defineGroups<Placing, District, readonly PlacedVariant[]>({
  itemsOf: ({ districts }) => districts.flatMap((one) => [[`${one.text.charAt(0)}_${one.text.charAt(2)}`, one] as const, [`_${one.text.slice(1)}`, one] as const]),
  judge: (group) => {
    if (group.length <= LEAST || !group.some(({ item }) => item.organ)) return undefined
    const all = standings(group)
    const usual = all.filter(isUsual)
    const found = usual.length === 0 ? [] : all.flatMap((rare) => variantOf(rare, usual))
    return found.length > 0 ? found : undefined
  },
})

const isUsual = ({ places }: Standing<District>): boolean => places.length >= LEAST && places.some(({ item }) => item.organ)

function variantOf({ text: name, places }: Standing, usual: readonly Standing[]): PlacedVariant[] {
  const [rare] = places
  if (!rare || places.length > 1 || EXISTING.has(name)) return []
  const match = usual.find((other) => other.text !== name && isOneSlip(name, other.text))
  const main = match?.places[0]
  return match && main ? [{ ...placeOf(rare), message: `“${name}”与他处的“${match.text}”（${match.places.length}处）只差一字，请核对`, suggestion: match.text, usual: placeOf(main) }] : []
}

/** A place named once with one character mistaken for another of its sound or look (云平市河长办 beside 云屏市检察院). */
export const districtVariants = (memory: Memory, all: readonly Read<Placing>[]): PlacedVariant[] => each(slipped(memory, all))

function isOneSlip(a: string, b: string): boolean {
  if (a.charAt(2) !== b.charAt(2)) return false
  if (a.charAt(0) === b.charAt(0)) return isConfusable(a.charAt(1), b.charAt(1))
  return a.charAt(1) === b.charAt(1) && isConfusable(a.charAt(0), b.charAt(0))
}
