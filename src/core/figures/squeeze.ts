/** A text without its white space and with full-width digits, signs and letters folded, and the way back to the source. */
export interface Squeezed {
  text: string
  /** offset in the source of each unit of `text`; one more entry for its end */
  map: Uint32Array
}

const FOLD = /[０-９．％＋－／～Ａ-Ｚａ-ｚ]/u

/**
 * Takes out white space, so that numerals and units broken by line ends read as one. A plain space between two digits stays, since it
 * separates two numbers; a line break there does not (a column cut the number in two).
 */
export function squeeze(source: string): Squeezed {
  const out: string[] = []
  const map = new Uint32Array(source.length + 1)
  let n = 0
  let i = 0
  while (i < source.length) {
    const c = source.charAt(i)
    if (/\s/u.test(c)) {
      let end = i
      let breaks = false
      while (end < source.length && /\s/u.test(source.charAt(end))) {
        if (/[\n\r\u2028\u2029]/u.test(source.charAt(end))) breaks = true
        end++
      }
      if (!breaks && isDigitLike(source.charAt(i - 1)) && isDigitLike(source.charAt(end))) {
        out.push(' ')
        map[n++] = i
      }
      i = end
      continue
    }
    out.push(FOLD.test(c) ? fold(c) : c)
    map[n++] = i
    i++
  }
  map[n] = source.length
  return { text: out.join(''), map: map.subarray(0, n + 1) }
}

const fold = (c: string): string => String.fromCharCode(c.charCodeAt(0) - 0xfee0)

const isDigitLike = (c: string): boolean => /^[0-9０-９:：\-/.]$/u.test(c)
