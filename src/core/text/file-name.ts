/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu

/**
 * Words as the stem of a file's name that every system accepts: without the characters that Windows refuses and signs that change the direction of writing, white space
 * as one space, no dot or space at the end, at most `most` characters (none cut in two). `otherwise` where nothing is left.
 */
export function fileStem(words: string, otherwise: string, most = 80): string {
  const plain = words.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ').trim()
  const stem = Array.from(plain).slice(0, most).join('').replace(/[. ]+$/u, '')
  return stem === '' ? otherwise : DEVICE.test(stem) ? `${stem}_` : stem
}
