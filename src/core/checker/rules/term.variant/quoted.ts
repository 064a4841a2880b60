import { defineGroups } from '../../groups.ts'
import { inAnyOrder } from '../../reading.ts'
import type { Memory, Read } from '../../rule.ts'
import { differenceOf } from './confusable.ts'
import type { Named, Names } from './names.ts'
import { each, standings, variantsOf, type PlacedVariant, type Standing } from './placed.ts'

interface Quoting {
  names: Pick<Names, 'quoted' | 'latin'>
}

/** Names one slip apart share their first half or their second half, or are equal but for an exchange or the case of letters. */
const piecesOf = (name: string): readonly string[] => {
  const half = name.length >> 1
  return [`${name.slice(0, half)}<`, `>${name.slice(name.length - half)}`, inAnyOrder(name.toLowerCase())]
}

const nearlyAlike = defineGroups<Quoting, Named, readonly PlacedVariant[]>({
  itemsOf: ({ names: { quoted } }) => quoted.flatMap((name) => piecesOf(name.text).map((piece) => [piece, name] as const)),
  judge: (group) => {
    const all = standings(group)
    const found = all.length < 2 ? [] : all.flatMap((rare) => (rare.places.length > 1 ? [] : all.flatMap((usual) => (usual === rare ? [] : slipOf(rare, usual)))))
    return found.length > 0 ? found : undefined
  },
})

/** A name that stands once, beside another that may be the one meant. */
function slipOf(rare: Standing, usual: Standing): PlacedVariant[] {
  const difference = differenceOf(rare.text, usual.text)
  if (!difference) return []
  const often = usual.places.length >= 3
  if (!often && ((difference === 'maybe' && rare.text.length < LONG_NAME) || !isEarlier(usual, rare))) return []
  return variantsOf(rare, usual, `“${rare.text}”与他处的“${usual.text}”${often ? `（${usual.places.length}处）` : ''}写法不一`, difference === 'maybe' ? 'info' : undefined)
}

/** Names of this length seldom differ in one character only by intent; shorter ones do (职工之家, 职工之友). */
const LONG_NAME = 7

/** Does the one stand before the other, or more often? Of two forms that stand once each the later is told. */
const isEarlier = (usual: Standing, rare: Standing): boolean => {
  const [[a], [b]] = [usual.places, rare.places]
  return usual.places.length > rare.places.length || (a !== undefined && b !== undefined && (a.in.index < b.in.index || (a.in === b.in && a.item.start < b.item.start)))
}

/** Names of projects in quotation marks (品牌): one written with a slip (“共享法亭” beside “共享法庭”). */
export const quotedVariants = (memory: Memory, all: readonly Read<Quoting>[]): PlacedVariant[] => each(nearlyAlike(memory, all))

const lettersAlike = defineGroups<Quoting, Named, readonly PlacedVariant[]>({
  itemsOf: ({ names: { latin } }) => latin.map((word) => [word.text.toLowerCase().replaceAll('＋', '+'), word] as const),
  judge: (group) => {
    const [usual, ...others] = standings(group).sort((a, b) => b.places.length - a.places.length)
    if (!usual || others.length === 0) return undefined
    const named = /[+＋×&]/u.test(usual.text)
    return others.flatMap((rare) => variantsOf(rare, usual, `“${rare.text}”与他处的“${usual.text}”大小写不一`, named ? undefined : 'info'))
  },
})

/** The same letters in another case: “6+X” beside “6+x”. Where both are as frequent, the later is taken for the other form. */
export const latinVariants = (memory: Memory, all: readonly Read<Quoting>[]): PlacedVariant[] => lettersAlike(memory, all).flat()
