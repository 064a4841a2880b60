import type { Figure } from '../figures/figure.ts'
import { resolutionOf } from '../figures/writing.ts'
import { findNumerals } from '../figures/find-numerals.ts'

/** Arithmetic with stated numbers: what a surface leaves room for, from its rounding and from words such as 约, 超, 近. */
export interface Span {
  low: number
  high: number
}

/** What of a figure says how exact it is. */
export type Stated = Pick<Figure, 'text' | 'unit' | 'approx' | 'high'> & { value: number }

/** Units that are counted one by one, so that a whole number without 万 or 亿 is exact. */
const COUNTED =
  /^(?:[件个名人位篇条项家次场期户所处座台套部册份起例批村镇乡宗桩单笔只头尾辆艘架栋幢间张枚本卷支队班轮种类款届组股则首集门口眼]|人次|场次|批次|件次|户次|例次|册次|航次|人份|个方面|床位|台套|台件|件套|课时|学时)$/u

/** What a stated number may be in truth, in plain units. `超` and `近` leave room for less than one more of the number's leading place. */
export function spanOf(stated: Stated): Span {
  const { text, value, unit, approx, high } = stated
  const resolution = resolutionOf(text)
  const step = resolution === 1 && COUNTED.test(unit) ? 0 : resolution
  if (high !== undefined) return { low: value - step / 2, high: high + step / 2 }
  const size = value > 0 ? 10 ** Math.floor(Math.log10(value)) : 1
  if (approx === 'about') return { low: value * 0.93, high: value * 1.07 }
  if (approx === 'over') return { low: value, high: value + size }
  if (approx === 'under') return { low: Math.max(0, value - size), high: value }
  return { low: value - step / 2, high: value + step / 2 }
}

/** Is the first certainly more than the second? Of two numbers rounded alike (14.6万 and 14.5万) the larger one is, though their spans touch. */
export const isAbove = (a: Stated, b: Stated): boolean => a.value > b.value && spanOf(a).low >= spanOf(b).high - 1e-9 * Math.max(1, b.value)

/** A share or rate in per cent: rounded, or cut off, at its last decimal. 约 leaves two points of room, 超 and 近 ten. */
export function shareSpan(stated: Stated): Span {
  const { text, value, approx, high } = stated
  const step = resolutionOf(text)
  if (high !== undefined) return { low: value - step / 2, high: high + step / 2 }
  if (approx === 'about') return { low: value - Math.max(2, step), high: value + Math.max(2, step) }
  if (approx === 'over') return { low: value - Math.min(step, 1) / 2, high: value + 10 }
  if (approx === 'under') return { low: value - 10, high: value + Math.min(step, 1) / 2 }
  return { low: value - step / 2, high: value + (step >= 5 ? step / 2 : step) }
}

/** Decimals of a surface's number (85.1% → 1, 4.45亿 → 2). */
export const decimalsOf = (text: string): number => /\d[.．](\d+)/u.exec(text.normalize('NFKC'))?.[1]?.length ?? 0

/** What `part` out of `whole` comes to, in per cent; from minus to plus infinity where the whole may be nothing. */
export const quotientSpan = (part: Span, whole: Span): Span =>
  whole.low <= 0 ? { low: -Infinity, high: Infinity } : { low: (part.low / whole.high) * 100, high: (part.high / whole.low) * 100 }

/** Can the two be the same number? */
export const meet = (a: Span, b: Span): boolean => {
  const slack = 1e-9 * Math.max(1, Math.abs(a.low), Math.abs(b.high))
  return a.low <= b.high + slack && a.high >= b.low - slack
}

/** Can `part` out of `whole` be the stated share? */
export const fits = (part: Span, whole: Span, share: Span): boolean => meet(quotientSpan(part, whole), share)

/** What the sum of stated numbers can be: each may be off by its own rounding. */
export const sumSpan = (parts: readonly Span[]): Span => parts.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 })

/** The number of a surface as it is written, without approximator and unit (近300名 → 300, 4.4亿元 → 4.4亿, 三十八件 → 38). */
export function numberOf(text: string): string {
  // 86.4亿千瓦时 is 86.4亿 of them
  const arabic = /(\d[\d,]*(?:\.\d+)?)(?:余|多)?((?:[十百万亿]|千(?![瓦米克伏卡赫焦帕]))*)/u.exec(text.normalize('NFKC'))
  if (arabic) return `${arabic[1] ?? ''}${arabic[2] ?? ''}`
  const [numeral] = findNumerals(text)
  return numeral && numeral.value !== null ? String(numeral.value) : text
}
