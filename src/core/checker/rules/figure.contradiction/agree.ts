import type { CoreFigure } from '../../../figures/figure.ts'
import { resolutionOf } from '../../../figures/writing.ts'

/** Do two numbers say the same, the one perhaps more roughly: 41800人次 and 4.2万人次, 近88万 and 87.62万? Rounded or cut off at the last digit of the rougher one. */
export function agree(a: CoreFigure, b: CoreFigure): boolean {
  if (a.value === b.value) return true
  // no rounding takes a number so far off
  if (Math.min(a.value, b.value) < Math.max(a.value, b.value) / 2) return false
  const [p, q] = [stepOf(a), stepOf(b)]
  // both told to the same digit: two numbers
  if (p === q) return false
  return Math.abs(a.value - b.value) < Math.max(p, q) - 1e-9
}

/** The unit of the last digit that a number tells: 4.2万 → 1000, 2300余 → 100. */
export function stepOf(figure: CoreFigure): number {
  const known = steps.get(figure)
  if (known !== undefined) return known
  const told = resolutionOf(figure.text)
  const step = figure.approx === 'exact' ? told : Math.max(told, lastPlace(figure.value))
  steps.set(figure, step)
  return step
}
/** asked of the same figures at every keystroke */
const steps = new WeakMap<CoreFigure, number>()

/** The place of the last digit that is not nought, for a whole number. */
function lastPlace(value: number): number {
  let place = 1
  while (place < value && Number.isInteger(value) && value % (place * 10) === 0) place *= 10
  return place
}

/** Is the point of both at the same place? 1.26万 and 21.6万 have the same digits, and are of two sizes. */
export const isOfOneSize = (a: CoreFigure, b: CoreFigure): boolean => decimalsOf(a) === decimalsOf(b)
const decimalsOf = ({ text }: CoreFigure): number => /\.(\d+)/u.exec(text)?.[1]?.length ?? 0
