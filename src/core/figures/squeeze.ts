/** A text without its white space and with full-width digits, signs and letters folded, and the way back to the source. */
export interface Squeezed {
  text: string
  /** offset in the source of each unit of `text`; one more entry for its end */
  map: Uint32Array
}

/**
 * Takes out white space and invisible format characters, so that numerals and units broken by line ends read as one. A plain space
 * between two digits stays, since it separates two numbers, as does one behind a comma (1, 234); a line break there does not (a column cut the number in two).
 */
export function squeeze(source: string): Squeezed {
  const map = new Uint32Array(source.length + 1)
  if (PLAIN.test(source)) {
    for (let k = 0; k <= source.length; k++) map[k] = k
    return { text: source, map }
  }
  const out: string[] = []
  let n = 0
  let i = 0
  // a stretch that needs no change is taken over whole
  let plain = 0
  const flush = (to: number): void => {
    if (to <= plain) return
    out.push(source.slice(plain, to))
    for (let k = plain; k < to; k++) map[n++] = k
  }
  while (i < source.length) {
    const code = source.charCodeAt(i)
    if (code > 0x20 && code < 0xa0) {
      i++
    } else if (isSpace(code) || isInvisible(code)) {
      flush(i)
      let end = i
      let breaks = false
      let space = false
      for (; end < source.length; end++) {
        const c = source.charCodeAt(end)
        if (c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029) breaks = true
        else if (isSpace(c)) space = true
        else if (!isInvisible(c)) break
      }
      if (space && !breaks && (isDigitLike(source.charCodeAt(i - 1)) || source.charCodeAt(i - 1) === 0x2c) && isDigitLike(source.charCodeAt(end))) {
        out.push(' ')
        map[n++] = i
      }
      i = end
      plain = end
    } else if (isFolded(code) || (code === 0xff0c && isFullDigit(source.charCodeAt(i - 1)) && isFullDigit(source.charCodeAt(i + 1)))) {
      flush(i)
      out.push(String.fromCharCode(code - 0xfee0))
      map[n++] = i
      i++
      plain = i
    } else {
      i++
    }
  }
  flush(i)
  map[n] = source.length
  return { text: out.join(''), map: map.subarray(0, n + 1) }
}

/** What most paragraphs are made of: nothing to take out, nothing to fold. */
const PLAIN = /^[\u0021-\u007e\u4e00-\u9fff、。，；：！？“”‘’《》（）—…·]*$/u

/** A surface without what recognition does not see: white space and invisible signs. */
export const visible = (surface: string): string => surface.replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]+/gu, '')

/** White space as `\s` means it. */
const isSpace = (c: number): boolean =>
  c <= 0x20 ? c === 0x20 || (c >= 0x09 && c <= 0x0d) : c === 0xa0 || c === 0x1680 || (c >= 0x2000 && c <= 0x200a) || c === 0x2028 || c === 0x2029 || c === 0x202f || c === 0x205f || c === 0x3000 || c === 0xfeff

/** Soft hyphens, zero-width spaces and joiners, marks of direction: in pages copied from the web they stand anywhere. */
const isInvisible = (c: number): boolean => c === 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069)

/** Full-width digits and letters, ． ％ ＋ － ／ ～. */
const isFolded = (c: number): boolean =>
  (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a) || c === 0xff0e || c === 0xff05 || c === 0xff0b || c === 0xff0d || c === 0xff0f || c === 0xff5e
const isFullDigit = (c: number): boolean => c >= 0xff10 && c <= 0xff19

/** Digits and the signs inside dates, times and fractions. */
const isDigitLike = (c: number): boolean => (c >= 0x2d && c <= 0x3a) || isFullDigit(c) || c === 0xff1a
