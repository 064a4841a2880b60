import type { Approx } from '../model/inline.ts'
import type { FigureKind } from './figure.ts'

/** A figure found in squeezed text; offsets are those of the squeezed text. */
export interface Match {
  start: number
  end: number
  /** offsets of the numeral with its unit, without approximators */
  value: number | null
  high?: number
  unit: string
  approx: Approx
  kind: FigureKind
}

/** Tries to read a figure that begins exactly at `i`. It reads a bounded stretch and never looks at more than a few characters before. */
export type Matcher = (text: string, i: number) => Match | undefined

/** Runs a sticky expression at `i`. */
export function at(pattern: RegExp, text: string, i: number): RegExpExecArray | undefined {
  pattern.lastIndex = i
  return pattern.exec(text) ?? undefined
}

/** A match of a kind other than the core ones. */
export const named = (start: number, end: number, kind: FigureKind, value: number | null, unit = ''): Match => ({ start, end, value, unit, approx: 'exact', kind })

/** Up to `n` characters before `i`. */
export const behind = (text: string, i: number, n: number): string => text.slice(Math.max(0, i - n), i)
