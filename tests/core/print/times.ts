import type { Measure } from '#core/print/layout.ts'

/** Widths of Times New Roman in thousandths of an em (Adobe's Times-Roman metrics); letters that are missing here count as half an em. */
const TIMES: Readonly<Record<string, number>> = {
  ' ': 250, '!': 333, '%': 833, '&': 778, '(': 333, ')': 333, '+': 564, ',': 250, '-': 333, '.': 250, '/': 278, ':': 278, ';': 278, '=': 564, '?': 444,
  A: 722, B: 667, C: 667, D: 722, E: 611, F: 556, G: 722, H: 722, I: 333, J: 389, K: 722, L: 611, M: 889, N: 722, O: 722, P: 556, Q: 722, R: 667, S: 556, T: 611, U: 722, V: 722, W: 944, X: 722, Y: 722, Z: 611,
  a: 444, b: 500, c: 444, d: 500, e: 444, f: 333, g: 500, h: 500, i: 278, j: 278, k: 500, l: 278, m: 778, n: 500, o: 500, p: 500, q: 500, r: 333, s: 389, t: 278, u: 500, v: 500, w: 722, x: 500, y: 500, z: 444,
}

/** A measure without a window: Times for letters, half an em for those of a Chinese face, one em for its marks. */
export const times: Measure = (text, font, size) => {
  if (font !== 'Times New Roman') return [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 0x250 ? size / 2 : size), 0)
  let width = 0
  for (const c of text) width += TIMES[c] ?? 500
  return (width * size) / 1000
}
