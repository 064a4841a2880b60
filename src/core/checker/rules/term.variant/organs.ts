import { defineGroups } from '../../groups.ts'
import { inAnyOrder } from '../../reading.ts'
import type { Memory, Read } from '../../rule.ts'
import type { Named } from './names.ts'
import { each, placeOf, standings, variantsOf, type PlacedVariant, type Standing } from './placed.ts'

/** A bureau or department of a level (市文广旅体局), as it stands in one paragraph. */
export interface OrganText {
  organs: readonly Named[]
}

/** from the level on; a name holds no other level, organ or mark */
const ORGAN = /[省市县区州旗](?:(?![省县州旗局厅办委院所和及与、])\p{Script=Han}){3,10}[局厅](?![长党面部势级机])/gu

/** The bureaus named in a text. */
export const organsIn = (text: string): Named[] => (text.includes('局') || text.includes('厅') ? [...text.matchAll(ORGAN)].map(({ 0: name, index }) => ({ text: name, start: index })) : [])

/** 市文广旅体局 and 市文广体旅局: no two bureaus have the same characters. */
const turned = defineGroups<OrganText, Named, readonly PlacedVariant[]>({
  itemsOf: ({ organs }) => organs.map((organ) => [inAnyOrder(organ.text), organ] as const),
  judge: (group) => {
    const [usual, ...others] = standings(group).sort((a, b) => b.places.length - a.places.length)
    return usual && others.length > 0 ? others.flatMap((rare) => variantsOf(rare, usual, `“${rare.text}”与他处的“${usual.text}”${timesOf(usual)}字序不一，请核对`)) : undefined
  },
})

const shortened = defineGroups<OrganText, Named, readonly PlacedVariant[]>({
  itemsOf: ({ organs }) => organs.map((organ) => [organ.text.slice(0, 3), organ] as const),
  judge: (group) => {
    const all = standings(group)
    if (all.length < 2) return undefined
    const found = all.flatMap((rare) => (rare.places.length > 1 ? [] : all.flatMap((usual) => (usual.places.length >= OFTEN && differsInOne(rare.text, usual.text) && !isOneSentence(rare, usual) ? noted(rare, usual) : []))))
    return found.length > 0 ? found : undefined
  },
})

/** How often the usual name must stand. */
const OFTEN = 2

const timesOf = ({ places }: Standing): string => (places.length > 1 ? `（${places.length}处）` : '')

const noted = (rare: Standing, usual: Standing): PlacedVariant[] => {
  const [[at], [main]] = [rare.places, usual.places]
  return at && main ? [{ ...placeOf(at), message: `“${rare.text}”与他处的“${usual.text}”${timesOf(usual)}只差一字，请核对`, suggestion: usual.text, severity: 'info', usual: placeOf(main) }] : []
}

/** from how many characters on, level and 局 with them, a name may have another character and still be the same: 县退役军人服务局 */
const LONG = 6

/** 市文广旅局 beside 市文广旅体局, either way round; 县医疗保险局 beside 县医疗保障局 */
function differsInOne(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length === long.length) return long.length >= LONG && [...short].filter((c, i) => c !== long.charAt(i)).length === 1
  if (long.length - short.length !== 1) return false
  let k = 0
  while (k < short.length && short.charAt(k) === long.charAt(k)) k++
  return short.slice(k) === long.slice(k + 1)
}

const isOneSentence = (rare: Standing, usual: Standing): boolean =>
  rare.places.some((at) => usual.places.some(({ in: { index, text }, item: { start } }) => index === at.in.index && !/[。；！？]/u.test(text.slice(Math.min(start, at.item.start), Math.max(start, at.item.start)))))

/** A bureau's name with its characters in another order; one with a character more, less or other than usual is only noted. */
export const organVariants = (memory: Memory, all: readonly Read<OrganText>[]): PlacedVariant[] => each([...turned(memory, all), ...shortened(memory, all)])
