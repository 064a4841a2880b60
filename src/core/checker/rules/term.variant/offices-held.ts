import { defineGroups, type Placed } from '../../groups.ts'
import type { Memory, Read } from '../../rule.ts'
import type { Names } from './names.ts'
import type { PlacedVariant } from './placed.ts'

/** An office that a person holds, told in front of the name: 县融媒体中心|副|主任|李长青. */
export interface Holding {
  person: string
  office: string
  deputy: boolean
  /** of the office with 副 */
  start: number
  end: number
}

export interface HoldingText {
  holdings: readonly Holding[]
}

/** (1) where, (2) 副, (3) what */
const OFFICE = /(\p{Script=Han}{3,12}?)(副?)(主席|书记|主任|院长|检察长|县长|市长|区长|镇长|校长|局长|秘书长|馆长|会长|理事长|董事长|总经理)$/u
/** offices change: 时任, 当选 */
const CHANGED = /时任|原任|前任|曾任|拟任|任命|提名|当选|选举|补选|接任|升任|履新|卸任|辞去|接受/u

/** The offices before the names of persons; `persons` are those that stand beside a title. */
export function holdingsIn(text: string, persons: Names['persons']): Holding[] {
  return persons.flatMap(({ text: person, start }) => {
    const ahead = text.slice(Math.max(0, start - 18), start)
    const [, , deputy = '', title = ''] = OFFICE.exec(ahead) ?? []
    if (title === '') return []
    const from = start - title.length - deputy.length
    // the last characters of where it is: what stands before them may be of the sentence
    const where = text.slice(Math.max(0, from - WHERE), from)
    const sentence = text.slice(text.lastIndexOf('。', start) + 1, start + 40)
    return where.length < WHERE || !/^\p{Script=Han}+$/u.test(where) || CHANGED.test(sentence) ? [] : [{ person, office: where + title, deputy: deputy !== '', start: from, end: start }]
  })
}
const WHERE = 3

const held = defineGroups<HoldingText, Holding, PlacedVariant>({
  itemsOf: ({ holdings }) => holdings.map((one) => [`${one.person}|${one.office}`, one] as const),
  judge: (group) => {
    const deputies = group.filter(({ item }) => item.deputy)
    const heads = group.filter(({ item }) => !item.deputy)
    // of two that stand equally often, the later is told
    const isDeputyRare = deputies.length < heads.length || (deputies.length === heads.length && group.at(-1)?.item.deputy === true)
    const [at] = isDeputyRare ? deputies : heads
    const [main] = isDeputyRare ? heads : deputies
    return at && main && (isDeputyRare ? deputies : heads).length === 1 ? variantOf(at, main) : undefined
  },
})

const variantOf = ({ in: paragraph, item }: Placed<Holding>, { in: other, item: usual }: Placed<Holding>): PlacedVariant => {
  const said = (of: Holding, text: string): string => text.slice(of.start, of.end)
  return {
    in: paragraph,
    start: item.start,
    end: item.end + item.person.length,
    message: `“${item.person}”的职务此处为“${said(item, paragraph.text)}”，他处为“${said(usual, other.text)}”，请核对`,
    usual: { in: other, start: usual.start, end: usual.end + usual.person.length },
  }
}

/** 检察长孙建华 and 检察长孙建化: an office that one person holds */
const namedOtherwise = defineGroups<HoldingText, Holding, PlacedVariant>({
  itemsOf: ({ holdings }) => holdings.flatMap((one) => (one.deputy || !ONE_HOLDER.test(one.office) ? [] : [[`${one.person.charAt(0)}|${one.office}`, one] as const])),
  judge: (group) => {
    const names = new Map<string, Placed<Holding>[]>()
    for (const at of group) names.set(at.item.person, [...(names.get(at.item.person) ?? []), at])
    if (names.size !== 2) return undefined
    const [usual, rare] = [...names.values()].sort((a, b) => b.length - a.length)
    const [main, at] = [usual?.[0], rare?.[0]]
    if (!main || !at || rare?.length !== 1 || [...at.item.person].filter((c, i) => c !== main.item.person.charAt(i)).length !== 1) return undefined
    const text = at.in.text.slice(at.item.end, at.item.end + at.item.person.length)
    return { in: at.in, start: at.item.end, end: at.item.end + text.length, message: `人名“${text}”与他处同一职务的“${main.item.person}”只差一字，请核对`, suggestion: main.item.person, usual: { in: main.in, start: main.item.end, end: main.item.end + main.item.person.length } }
  },
})
const ONE_HOLDER = /(?:主席|书记|检察长|县长|市长|区长|镇长|校长|局长|秘书长|馆长|会长|理事长|董事长|总经理|院院长)$/u

/** One person called head and deputy head of one body (县融媒体中心主任李长青, 县融媒体中心副主任李长青), where no sentence speaks of a change; and the one who holds an office named with another character. */
export const heldVariants = (memory: Memory, all: readonly Read<HoldingText>[]): readonly PlacedVariant[] => [...held(memory, all), ...namedOtherwise(memory, all)]
