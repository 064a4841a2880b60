import { resolutionOf } from '../../figures/writing.ts'
import { roundedDecimal, shiftedDecimal } from '../../text/decimals.ts'
import { numberOf } from '../span.ts'
import type { Term } from './sentence.ts'

/** Computations as messages show them. */

/** The finest step to which any of the terms is stated, in plain units. */
const finest = (terms: readonly Term[]): number => Math.min(...terms.map(({ figure }) => resolutionOf(figure.text) || 1))

/** A computed value in the unit of count in which the terms are written (4.2亿 + 1.9亿 = 6.1亿). */
export function writtenLike(value: number, terms: readonly Term[]): string {
  const suffix = /[十百千万亿]+$/u.exec(numberOf(terms[0]?.figure.text ?? ''))?.[0] ?? ''
  const power = { 亿: 8, 万: 4, 万亿: 12, 千万: 7, 百万: 6 }[suffix]
  const step = finest(terms)
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9) + (power ?? 0))
  const rounded = Math.round(value / step) * step
  const digits = roundedDecimal(shiftedDecimal(Number(rounded.toPrecision(15)), -(power ?? 0)), places)
  return power === undefined ? digits : digits + suffix
}

/** `110 + 33 = 143` */
export const sumShown = (parts: readonly Term[]): string => `${parts.map(({ figure }) => numberOf(figure.text)).join(' + ')} = ${writtenLike(parts.reduce((sum, { figure }) => sum + figure.value, 0), parts)}`

/** The terms' values as whole multiples of the coarsest step to which one of them is stated. */
export function inSteps(terms: readonly Term[]): { values: number[]; step: number } {
  const step = Math.max(...terms.map(({ figure }) => resolutionOf(figure.text) || 1))
  return { values: terms.map(({ figure }) => Math.round(figure.value / step)), step }
}
