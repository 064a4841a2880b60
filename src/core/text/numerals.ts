import { numeralAt, Sign, SIGN } from './numeral-at.ts'

/** Reading and writing whole numerals; numeral-at.ts finds them in a text. */

export const isChineseNumeralChar = (c: string): boolean => {
  const sign = SIGN[c.charCodeAt(0)]
  return sign !== undefined && sign !== Sign.None && sign !== Sign.Arabic
}
export const isArabicDigit = (c: string): boolean => SIGN[c.charCodeAt(0)] === Sign.Arabic

/** Full-width digits, point, comma, percent sign and letters as half-width ones; same length, so offsets stay. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[０-９．，％Ａ-Ｚａ-ｚ＋－／：]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** Reads an Arabic numeral without a unit of count (`1,234.5`, `４２`); NaN where it is none. */
export function readArabic(text: string): number {
  const plain = toHalfWidth(text).replace(/,/gu, '')
  return /^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : Number.NaN
}

/**
 * Reads a Chinese numeral: 一百二十 → 120, 二〇二四 → 2024, 三点五 → 3.5, 一万二 → 12000, 壹佰 → 100. NaN where it is none.
 * A spoken short form (一万二, 三百五) counts its last digit in the unit below the one before it.
 */
export function readChinese(text: string): number {
  const numeral = numeralAt(text, 0)
  return numeral?.end === text.length && !numeral.arabic && !numeral.vague && numeral.more === undefined ? numeral.value : Number.NaN
}

/** Reads any numeral, with a trailing multiplier if it has one (`4.4亿`, `1.2万亿`, `二十三`). White space does not count. NaN where it is none. */
export function readNumeral(text: string): number {
  const plain = toHalfWidth(text.replace(/\s+/gu, ''))
  const numeral = numeralAt(plain, 0)
  return numeral?.end === plain.length && !numeral.vague && numeral.more === undefined ? numeral.value : Number.NaN
}
