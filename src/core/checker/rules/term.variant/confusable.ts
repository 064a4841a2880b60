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
