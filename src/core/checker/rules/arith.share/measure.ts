import type { Approx } from '../../../model/inline.ts'
import { multiplierValue } from '../../../text/numerals.ts'

/** What a stated number leaves room for: from its rounding and from words such as 约, 超, 近. */
export interface Span {
  low: number
  high: number
}

const NUMBER = /(\d[\d,]*)(?:\.(\d+))?([十百千万亿]*)/u
/** full-width digits read as half-width ones */
const numberIn = (text: string): RegExpExecArray | null => NUMBER.exec(text.normalize('NFKC'))

/** Units that are counted one by one, so that a whole number without 万 or 亿 is exact. */
const COUNTED = /^(?:[件个名人位篇条项家次场期户所处座台套部册份起例批村镇乡]|人次|场次|批次|件次|户次)$/u

interface Stated {
  /** the surface, approximator and unit included */
  text: string
  value: number
  unit: string
  approx: Approx
}

export function spanOf({ text, value, unit, approx }: Stated): Span {
  const [, , decimals = '', multiplier = ''] = numberIn(text) ?? []
  const factor = multiplier === '' ? 1 : (multiplierValue(multiplier) ?? 1)
  const step = decimals === '' && factor === 1 && COUNTED.test(unit) ? 0 : factor * 10 ** -decimals.length
  const size = value > 0 ? 10 ** Math.floor(Math.log10(value)) : 1
  if (approx === 'about') return { low: value * 0.93, high: value * 1.07 }
  if (approx === 'over') return { low: value, high: value + size }
  if (approx === 'under') return { low: Math.max(0, value - size), high: value }
  return { low: value - step / 2, high: value + step / 2 }
}

/** A share in per cent, rounded or cut off at its last decimal. */
export function shareSpan({ text, value, approx }: Stated): Span {
  const step = 10 ** -decimalsOf(text)
  if (approx === 'about') return { low: value - Math.max(2, step), high: value + Math.max(2, step) }
  if (approx === 'over') return { low: value - step / 2, high: value + 10 }
  if (approx === 'under') return { low: value - 10, high: value + step / 2 }
  return { low: value - step / 2, high: value + step }
}

export const decimalsOf = (text: string): number => (numberIn(text)?.[2] ?? '').length

/** Can `part` out of `whole` be the stated share? */
export function fits(part: Span, whole: Span, share: Span): boolean {
  if (whole.low <= 0) return true
  const slack = 1e-9
  return (part.low / whole.high) * 100 <= share.high + slack && (part.high / whole.low) * 100 >= share.low - slack
}

/** The number of a surface as it is written, without approximator and unit (近300名 → 300, 4.4亿元 → 4.4亿). */
export const numberOf = (text: string): string => numberIn(text)?.[0] ?? text
