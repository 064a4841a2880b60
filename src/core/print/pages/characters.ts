/** What Word knows of characters when it breaks lines of simplified Chinese. */

const codesOf = (characters: string): ReadonlySet<number> => new Set([...characters].map((c) => c.codePointAt(0) ?? 0))

/** must not begin a line: Word's noLineBreaksBefore for zh-CN (ECMA-376, part 1, 17.15.1.60; GB/T 15834—2011, 5.1.5) */
const NOT_FIRST = codesOf('!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠')
/** must not end one: Word's noLineBreaksAfter for zh-CN (17.15.1.59) */
const NOT_LAST = codesOf('$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥')
/** may stand beyond the measure (允许标点溢出边界, 17.3.1.21) */
const HANGING = new Set('、。，．：；！？,.:;!?')
/** come in pairs that no line divides (GB/T 15834—2011, 5.1.6 and 5.1.7) */
const PAIRED = codesOf('—…')

export const mayNotBegin = (cp: number): boolean => NOT_FIRST.has(cp)
export const mayNotEnd = (cp: number): boolean => NOT_LAST.has(cp)
export const mayHang = (text: string): boolean => HANGING.has(text)
export const isPaired = (cp: number): boolean => PAIRED.has(cp)

/** Of one em by their nature: Chinese characters, kana, full-width marks. */
export const isFullWidth = (cp: number): boolean =>
  (cp >= 0x2e80 && cp <= 0xa4cf) || (cp >= 0xac00 && cp <= 0xd7a3) || (cp >= 0xf900 && cp <= 0xfaff) || (cp >= 0xfe30 && cp <= 0xfe6f) || (cp >= 0xff01 && cp <= 0xff60) || (cp >= 0xffe0 && cp <= 0xffe6) || (cp >= 0x20000 && cp <= 0x3ffff)

/** Dashes, dots and quotation marks, which Latin has too: one em where they are set in a Chinese face (GB/T 15834—2011, 5.1). Faces that know both forms differ in which they give. */
export const isEmMark = (cp: number): boolean => cp === 0x2014 || cp === 0x2026 || cp === 0x201c || cp === 0x201d || cp === 0x2018 || cp === 0x2019

/** Latin letters, figures and marks: all that Word sets in the Latin face although its runs have the East Asian hint (17.3.2.26). */
export const isLatin = (cp: number): boolean =>
  cp < 0x250 && !(cp === 0xa1 || cp === 0xa4 || cp === 0xa7 || cp === 0xa8 || cp === 0xaa || cp === 0xad || (cp >= 0xaf && cp <= 0xb4) || (cp >= 0xb6 && cp <= 0xba) || (cp >= 0xbc && cp <= 0xbf) || cp === 0xd7 || cp === 0xf7)

/** Chinese characters and kana, which keep a little space from letters and numerals (autoSpaceDE, autoSpaceDN: 17.3.1.2 and 17.3.1.3). */
export const isIdeograph = (cp: number): boolean =>
  (cp >= 0x3400 && cp <= 0x9fff) || cp === 0x3005 || cp === 0x3007 || (cp >= 0x3041 && cp <= 0x30ff) || (cp >= 0xf900 && cp <= 0xfaff) || (cp >= 0x20000 && cp <= 0x3ffff)

/** Letters and numerals of the Latin face. */
export const isLetterOrDigit = (cp: number): boolean =>
  (cp >= 0x30 && cp <= 0x39) || (cp >= 0x41 && cp <= 0x5a) || (cp >= 0x61 && cp <= 0x7a) || (cp >= 0xc0 && cp < 0x250 && cp !== 0xd7 && cp !== 0xf7)

/** White space that may stand beyond the measure at a line's end. */
export const isSpace = (cp: number): boolean => cp === 0x20 || cp === 0x3000 || cp === 0x09
