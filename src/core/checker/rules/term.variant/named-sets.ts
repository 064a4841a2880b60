import { inAnyOrder } from '../../reading.ts'
import { isConfusable } from './confusable.ts'
import { QUOTED_NAMES, type QuotedName } from './lists.ts'
import type { Slip } from './slip.ts'

const NUMERAL = /^[一二两三四五六七八九十双]$/u

const RIGHT = new Set(QUOTED_NAMES.map(({ right }) => right))
const BY_LETTERS = new Map(QUOTED_NAMES.map((set) => [inAnyOrder(set.right), set] as const))
const BY_LENGTH = new Map<number, QuotedName[]>()
for (const set of QUOTED_NAMES) BY_LENGTH.set(set.right.length, [...(BY_LENGTH.get(set.right.length) ?? []), set])

const QUOTED = /[“‘]([^“”‘’，。；：\s]{3,12})[”’]/gu

/** Names of policies in quotation marks with their characters exchanged (“放服管”), a number in them changed (“三会两课”) or one character mistaken (“双随即、一公开”). */
export function slippedSets(text: string): Slip[] {
  if (!text.includes('“') && !text.includes('‘')) return []
  return [...text.matchAll(QUOTED)].flatMap(({ 1: inner = '', index }): Slip[] => {
    if (RIGHT.has(inner)) return []
    const set = BY_LETTERS.get(inAnyOrder(inner)) ?? BY_LENGTH.get(inner.length)?.find((one) => isSlipOf(inner, one))
    if (!set) return []
    const start = index + 1
    return [{ start, end: start + inner.length, message: `“${inner}”应为“${set.right}”`, suggestion: set.right }]
  })
}

function isSlipOf(found: string, { right, numbered = false }: QuotedName): boolean {
  let mistaken = 0
  let numbers = 0
  for (let i = 0; i < right.length; i++) {
    const [x, y] = [found.charAt(i), right.charAt(i)]
    if (x === y) continue
    if (NUMERAL.test(x) && NUMERAL.test(y)) numbers++
    else if (isConfusable(x, y) && !NUMERAL.test(x) && !NUMERAL.test(y)) mistaken++
    else return false
  }
  if (mistaken + numbers !== 1) return false
  return numbers === 1 ? numbered : right.length >= 4
}
