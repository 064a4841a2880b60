import { defineGroups } from '../../groups.ts'
import { inAnyOrder } from '../../reading.ts'
import type { Memory, Read } from '../../rule.ts'
import type { Named } from './names.ts'
import { standings, variantsOf, type PlacedVariant, type Standing } from './placed.ts'

/** A body of a level by its full name: 县投资促进服务中心. Shorter ones are left out: of few characters two orders may be two bodies. */
const BODY = /[省市县区州旗乡镇](?:(?![省市县区州旗乡镇和与及的])\p{Script=Han}){5,12}?(?:中心|委员会|办公室|协会|联合会|基金会|指挥部|领导小组|服务站|支队|大队|有限公司|研究院|研究所)/gu
const KIND = /中心|委员会|办公室|协会|合会|基金会|指挥部|领导小组|服务站|支队|大队|公司|研究/u

/** Full names of bodies in a text, in reading order. */
export const bodiesIn = (text: string): readonly Named[] => (KIND.test(text) ? Array.from(text.matchAll(BODY), ({ index, 0: name }) => ({ text: name, start: index })) : NONE)
const NONE: readonly Named[] = []

interface Bodies {
  bodies: readonly Named[]
}

const turned = defineGroups<Bodies, Named, readonly PlacedVariant[]>({
  itemsOf: ({ bodies }) => bodies.map((name) => [inAnyOrder(name.text), name] as const),
  judge: (group) => {
    // of forms that stand equally often, the first is taken for the usual one
    const [usual, ...others] = standings(group).sort((a, b) => b.places.length - a.places.length)
    if (!usual || others.length === 0) return undefined
    const found = others.filter((rare) => hasTurnedWords(rare.text, usual.text) && !isListed(rare, usual)).flatMap((rare) => variantsOf(rare, usual, `“${rare.text}”与他处的“${usual.text}”词序不一，请核对名称`))
    return found.length > 0 ? found : undefined
  },
})

/** Do the two stand in one list (、 between them), so that they are two bodies? */
const isListed = (one: Standing, other: Standing): boolean => one.places.some((a) => other.places.some((b) => a.in === b.in && Math.abs(a.item.start - b.item.start) <= one.text.length + 1))

/** Are two neighbouring words of two characters and more exchanged, and all else equal? */
function hasTurnedWords(one: string, other: string): boolean {
  let head = 0
  while (one.charAt(head) === other.charAt(head)) head++
  let end = one.length
  while (end > head && one.charAt(end - 1) === other.charAt(end - 1)) end--
  const [a, b] = [one.slice(head, end), other.slice(head, end)]
  for (let k = 2; k <= a.length - 2; k++) if (a.slice(k) + a.slice(0, k) === b) return true
  return false
}

/** 县投资服务促进中心 beside 县投资促进服务中心: one body with two words of its name exchanged. */
export const turnedNames = (memory: Memory, all: readonly Read<Bodies>[]): PlacedVariant[] => turned(memory, all).flat()
