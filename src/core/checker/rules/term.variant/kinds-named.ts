import { defineGroups } from '../../groups.ts'
import type { Memory, Read } from '../../rule.ts'
import { isConfusable, isLookAlike } from './confusable.ts'
import type { Named } from './names.ts'
import { each, standings, variantsOf, type PlacedVariant } from './placed.ts'
import { takesUp } from './taken-up.ts'

/** What has a name of its own; kinds that are named by what they are for (产业园, 中心, 广场) are left out. */
const KIND =
  /特大桥|大桥|公园|水库|隧道|枢纽|灌区|污水处理厂|水厂|水电站|变电站|卫生院|医院|小学|中学|幼儿园|体育馆|图书馆|博物馆|纪念馆|机场|码头|古镇|古村|景区|林场|流域|(?:名医|名师|劳模|创新|名班主任|技能大师)工作室|(?:\p{Script=Han}{2})?(?:股份)?有限公司|集团|合作社|书院|古道|绿道/gu
const ANY_KIND = /[桥园库道纽区厂站院学馆场头镇村室司团社域]/u

/** A name with its kind, and what stands around one of its characters: equal for names of which that one differs. */
export interface KindNamed extends Named {
  key: string
}

/** Words before a kind that describe it, and make many of one making. */
const DESCRIBES = /人民|中心|中医|妇幼|口腔|骨科|专科|专业|实验|试验|实践|第.|综合|城市|主题|口袋|森林|湿地|体育|文化|教育|农业|工业|科技|国有|国营|民营|公立|附属|街心|乡镇|社区|职业|技术|高级|初级|希望|示范|师范|农民|农机|供销|股份|旅游|投资|建设|发展|运营|[大中小]型/u
/** Characters that are no part of a name. */
const NO_NAME = /[建的在到成造对市县区镇乡村街和与及是有了个座处条家所为把将从由于对被让省级内至各全新老旧]/u
/** 王建华名医工作室: of a person, in whose name 建 may stand */
const CUT = /工作室$/u
/** two things on purpose */
const APART = /[\d一二两三四五六七八九十百千万东南西北中上下左右前后内外大小新老古第省市县区镇乡村]/u

/** The names in a text that end with a kind: of two to four characters before it one may be another. */
export function kindNamesIn(text: string): KindNamed[] {
  if (!ANY_KIND.test(text)) return []
  const out: KindNamed[] = []
  for (const { index, 0: kind } of text.matchAll(KIND)) {
    const before = /\p{Script=Han}+$/u.exec(text.slice(Math.max(0, index - 4), index))?.[0] ?? ''
    const [a = '', b = '', c = '', d = ''] = [...before].reverse()
    if (b === '' || DESCRIBES.test(before.slice(-3))) continue
    const add = (length: number, key: string): unknown => out.push({ text: before.slice(-length) + kind, start: index - length, key })
    // 沙溪口, 凤凰山, and 梅溪镇 with the first of four
    if (c !== '' && !NO_NAME.test(CUT.test(kind) ? c : c + b) && !APART.test(a)) add(3, `${c}${b}*${kind}`)
    if (c !== '' && !NO_NAME.test(c) && !APART.test(b)) add(3, `${c}*${a}${kind}`)
    if (d !== '' && !NO_NAME.test(d + b) && !APART.test(c)) add(4, `${d}*${b}${a}${kind}`)
    // 华源机械有限公司: of two characters, where one is taken for another
    if (!NO_NAME.test(b) && !APART.test(a)) add(2, `${b}~${kind}`)
  }
  return out
}

/** What a reading has, with its keys: made once. */
function keyed(names: readonly KindNamed[]): readonly (readonly [string, KindNamed])[] {
  const before = known.get(names)
  if (before) return before
  const items = names.map((one) => [one.key, one] as const)
  known.set(names, items)
  return items
}
const known = new WeakMap<readonly KindNamed[], readonly (readonly [string, KindNamed])[]>()

const alike = defineGroups<{ kindNames: readonly KindNamed[] }, KindNamed, readonly PlacedVariant[]>({
  itemsOf: ({ kindNames }) => keyed(kindNames),
  judge: (group, key) => {
    const all = standings(group)
    // of three and more of one making each is one
    if (all.length !== 2) return undefined
    const [a, b] = all
    if (!a || !b || (key.includes('~') && !mistaken(a.text, b.text, key.length - 2))) return undefined
    const found = [[a, b] as const, [b, a] as const].flatMap(([rare, usual]) => (takesUp(rare, usual, 0) ? variantsOf(rare, usual, `“${rare.text}”与他处的“${usual.text}”只差一字，请核对是否同一名称`, 'info') : []))
    return found.length > 0 ? found : undefined
  },
})

/** Is the character before the kind one that is taken for the other? */
const mistaken = (a: string, b: string, kind: number): boolean => {
  const [x, y] = [a, b].map((name) => name.charAt(name.length - kind - 1))
  return x !== undefined && y !== undefined && (isConfusable(x, y) || isLookAlike(x, y))
}

/** Works, schools, firms whose names of three and more characters differ in one, the one soon behind the other and not told as new (沙溪口特大桥, 沙溪江特大桥): they may be two. */
export const kindNameVariants = (memory: Memory, all: readonly Read<{ kindNames: readonly KindNamed[] }>[]): PlacedVariant[] => each(alike(memory, all))
