import { defineGroups } from '../../groups.ts'
import { inAnyOrder } from '../../reading.ts'
import type { Memory, Read } from '../../rule.ts'
import { differenceOf } from './confusable.ts'
import type { Named, Names } from './names.ts'
import { each, standings, variantsOf, type PlacedVariant, type Standing } from './placed.ts'
import { takesUp } from './taken-up.ts'

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
  if (!difference) return mayBeOne(rare, usual) ? variantsOf(rare, usual, notedOf(rare, usual), 'info') : []
  const often = usual.places.length >= 3
  if (!often && ((difference === 'maybe' && rare.text.length < LONG_NAME && !isOfOneThing(rare, usual)) || !isEarlier(usual, rare))) return mayBeOne(rare, usual) ? variantsOf(rare, usual, notedOf(rare, usual), 'info') : []
  return variantsOf(rare, usual, `“${rare.text}”与他处的“${usual.text}”${often ? `（${usual.places.length}处）` : ''}写法不一`, difference === 'maybe' ? 'info' : undefined)
}

const notedOf = (rare: Standing, usual: Standing): string => `“${rare.text}”与他处的“${usual.text}”只差一字，请核对是否同一名称`

/** Is a name taken up with one character of it another one: “舒心驿站”, and soon behind it “舒心驿家”? */
function mayBeOne(rare: Standing, usual: Standing): boolean {
  const [a, b] = [rare.text, usual.text]
  if (a.length !== b.length || a.length < BRAND) return false
  const [k, ...more] = Array.from(a, (_, i) => i).filter((i) => a.charAt(i) !== b.charAt(i))
  if (k === undefined || more.length > 0) return false
  const [x, y] = [a.charAt(k), b.charAt(k)]
  // 春风行动, 春雷行动; 15分钟生活圈, 10分钟生活圈
  if (a.length < LONG_NAME && (COUNTS.test(x + y) || (CONTRASTED.test(x) && CONTRASTED.test(y)) || (a.length < NAME + 1 && CAMPAIGN.test(a)))) return false
  // in another paragraph it is another of one making: “党员责任区”创建, “党员责任岗”创建
  return rare.places[0]?.in === usual.places[0]?.in && takesUp(rare, usual, 1)
}
/** shortest name of a brand */
const BRAND = 4
const COUNTS = /[\d一二两三四五六七八九十百千万]/u
const CAMPAIGN = /(?:行动|工程|计划|专项|战役|活动|课堂|论坛|讲堂|杯|奖|日|周|月|节|队|组|班)$/u

/** Names of this length seldom differ in one character only by intent; shorter ones do (职工之家, 职工之友). */
const LONG_NAME = 7

/** from how many characters on a name has more than a kind and a word for it */
const NAME = 5
/** How many characters behind two quoted names must agree: “有事好商量”|协商议事|室. */
const FOLLOWS = 4
/** Characters by which two names of one making differ on purpose: 送医上门 and 送药上门, 红色驿站 and 蓝色驿站. */
const CONTRASTED = /[春夏秋冬东南西北上下左右前后内外大小新旧老幼少男女妇童儿孕残孤困城乡县市区镇村社街校企厂店园家院农工商学军警医药护教师法检税水电气热路河湖山海林田红绿蓝金银白黑文武体美劳德智人财物粮牧渔茶果菜花党团青政民侨商职军产销早晚日夜周月季年心爱情]/u

/** Names of five and more characters of which one is another, before the same words, and in two sentences: 有事好商量 and 有事要商量. */
function isOfOneThing(rare: Standing, usual: Standing): boolean {
  const [[at], [main]] = [rare.places, usual.places]
  const [a, b] = [rare.text, usual.text]
  if (!at || !main || a.length !== b.length || a.length < NAME) return false
  const k = [...a].findIndex((c, i) => c !== b.charAt(i))
  // 健身房 and 健身园, 责任区 and 责任岗: what they are is told by the last one
  if (k < 1 || k === a.length - 1 || (CONTRASTED.test(a.charAt(k)) && CONTRASTED.test(b.charAt(k)))) return false
  const follows = ({ in: { text }, item: { start } }: typeof at): string => text.slice(start + a.length + 1, start + a.length + 1 + FOLLOWS)
  if (!SAME_WORDS.test(follows(at)) || !usual.places.some((place) => follows(place) === follows(at))) return false
  return !usual.places.some(({ in: { index, text }, item: { start } }) => index === at.in.index && !/[。；！？]/u.test(text.slice(Math.min(start, at.item.start), Math.max(start, at.item.start))))
}
const SAME_WORDS = /^(?!专项行动|系列活动|主题活动|荣誉称号|评选|称号)\p{Script=Han}{4}$/u

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
