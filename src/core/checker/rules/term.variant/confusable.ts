import confusable from '#resources/terms/confusable.json' with { type: 'json' }

/** The groups that a character is in. */
const GROUPS = new Map<string, number[]>()
;[...confusable.sound, ...confusable.look].forEach((group, k) => {
  for (const c of group) {
    const groups = GROUPS.get(c)
    if (groups) groups.push(k)
    else GROUPS.set(c, [k])
  }
})

/** Characters that are mistaken for one another: the same sound or nearly the same look (resources/terms/confusable.json). */
export const isConfusable = (a: string, b: string): boolean => GROUPS.get(a)?.some((k) => GROUPS.get(b)?.includes(k)) ?? false

/** Characters of places that look alike, beside those of the list. */
const PLACES = '埠阜 浦蒲 漳樟 洲州 潭覃 湾弯 垟洋 墩敦 堰偃 畈贩 峰锋烽 岗冈 岭领 桐铜 柏拍 枫讽 槐愧 榆愉 菱凌 凤风 麒骐 洛络 渭谓 泾经 沅远 淳谆 涪培 沛市 溆叙 莘辛 荥荣 郫啤 邡纺 鄞勤 嵊乘 歙翕 婺务 睢雎 亳毫 盱吁 眙贻 厝措 圳川 塬源 崮固 峁卯'
const LOOK = new Map<string, number[]>()
;[...confusable.look, ...PLACES.split(' ')].forEach((group, k) => {
  for (const c of group) LOOK.set(c, [...(LOOK.get(c) ?? []), k])
})

/** Characters of nearly the same look, whatever their sound: what is misread, not what is mistyped. */
export const isLookAlike = (a: string, b: string): boolean => a !== b && (LOOK.get(a)?.some((k) => LOOK.get(b)?.includes(k)) ?? false)

const NUMERAL = /[\d一二两三四五六七八九十百千万亿零〇○半双多几第]/u

/** Names this long seldom differ in one character from another name (请您来协商 beside 请你来协商). */
const LONG = 5

/** How one name differs from another: `sure` where a slip of the keyboard explains it, `maybe` where another name does as well. */
export type Difference = 'sure' | 'maybe'

/** Compares a rare name with the usual one. Undefined where they differ in more than one character, or in one that makes another name (6+1 and 6+2, 走出去 and 走进去). */
export function differenceOf(rare: string, usual: string): Difference | undefined {
  if (rare === usual) return undefined
  if (rare.toLowerCase() === usual.toLowerCase()) return 'sure'
  if (rare.length === usual.length) {
    const at = Array.from(rare, (_, i) => i).filter((i) => rare.charAt(i) !== usual.charAt(i))
    const [i = 0, j] = at
    if (isTurned(rare, usual)) return 'sure'
    if (at.length === 1) {
      const [x, y] = [rare.charAt(i), usual.charAt(i)]
      if (NUMERAL.test(x) || NUMERAL.test(y)) return undefined
      return isConfusable(x, y) ? 'sure' : rare.length >= LONG ? 'maybe' : undefined
    }
    return at.length === 2 && j === i + 1 && rare.charAt(i) === usual.charAt(j) && rare.charAt(j) === usual.charAt(i) ? 'sure' : undefined
  }
  const [short, long] = rare.length < usual.length ? [rare, usual] : [usual, rare]
  if (long.length - short.length !== 1) return undefined
  let k = 0
  while (k < short.length && short.charAt(k) === long.charAt(k)) k++
  if (short.slice(k) !== long.slice(k + 1)) return undefined
  const extra = long.charAt(k)
  if (NUMERAL.test(extra)) return undefined
  // a doubled character is a slip; any other one more or less may be meant: 儿童友好城市, 儿童友好型城市
  return extra === long.charAt(k - 1) || extra === long.charAt(k + 1) ? 'sure' : 'maybe'
}

/** Two halves in the other order: 芷汀商量 beside 商量芷汀. */
function isTurned(rare: string, usual: string): boolean {
  for (let k = 2; k <= usual.length - 2; k++) if (rare === usual.slice(k) + usual.slice(0, k)) return true
  return false
}
