/**
 * Numerals as Chinese official prose writes them: Arabic (half- and full-width, with thousands separators), Chinese (lower case and
 * financial 壹贰叁), and mixed with 万 and 亿 (1.2万亿). Values are numbers in plain units.
 */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 幺: 1, 俩: 2,
}
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000, 廿: 20, 卅: 30 }
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12 }

export const isChineseNumeralChar = (c: string): boolean => c in DIGITS || c in SMALL_UNITS || c in LARGE_UNITS
export const isArabicDigit = (c: string): boolean => (c >= '0' && c <= '9') || (c >= '０' && c <= '９')

/** Full-width digits, point, comma, percent sign and letters as half-width ones; same length, so offsets stay. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[０-９．，％Ａ-Ｚａ-ｚ＋－／：]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** The factor of a multiplier written behind a numeral (万 → 10000, 万亿 → 10^12, 百 → 100); undefined where it is none. */
export function multiplierValue(text: string): number | undefined {
  if (text === '') return undefined
  let value = 1
  for (const c of text) {
    const factor = LARGE_UNITS[c] ?? (c === '廿' || c === '卅' ? undefined : SMALL_UNITS[c])
    if (factor === undefined) return undefined
    value *= factor
  }
  return value
}

/** Reads an Arabic numeral (`1,234.5`, `４２`); NaN where it is none. */
export function readArabic(text: string): number {
  const plain = toHalfWidth(text).replace(/,/gu, '')
  return /^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : Number.NaN
}

/**
 * Reads a Chinese numeral: 一百二十 → 120, 二〇二四 → 2024, 三点五 → 3.5, 一万二 → 12000, 壹佰 → 100. NaN where it is none.
 * A spoken short form (一万二, 三百五) counts its last digit in the unit below the one before it.
 */
export function readChinese(text: string): number {
  if (text === '') return Number.NaN
  const point = text.indexOf('点')
  if (point > 0) {
    const whole = readChinese(text.slice(0, point))
    const decimals = [...text.slice(point + 1)].map((c) => DIGITS[c])
    if (decimals.length === 0 || decimals.some((d) => d === undefined)) return Number.NaN
    return Number(`${whole}.${decimals.join('')}`)
  }
  const chars = [...text]
  if (chars.every((c) => c in DIGITS)) {
    return chars.length === 1 ? (DIGITS[chars[0] ?? ''] ?? Number.NaN) : Number(chars.map((c) => DIGITS[c]).join(''))
  }
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastUnit = 0
  let zeroBefore = false
  for (const c of chars) {
    const d = DIGITS[c]
    const small = SMALL_UNITS[c]
    const large = LARGE_UNITS[c]
    if (d !== undefined) {
      if (digit !== undefined && digit !== 0) return Number.NaN
      if (d === 0) zeroBefore = true
      digit = d
    } else if (small !== undefined) {
      if (c === '廿' || c === '卅') section += small
      else section += (digit ?? (section === 0 ? 1 : Number.NaN)) * small
      digit = undefined
      lastUnit = small
      zeroBefore = false
    } else if (large !== undefined) {
      const below = section + (digit ?? 0)
      if (below === 0 && total === 0) return Number.NaN
      total = large >= 1e8 ? (total + below) * large : total + below * large
      section = 0
      digit = undefined
      lastUnit = large
      zeroBefore = false
    } else {
      return Number.NaN
    }
  }
  if (digit !== undefined) section += lastUnit >= 100 && digit > 0 && !zeroBefore ? (digit * lastUnit) / 10 : digit
  return total + section
}

/** Reads any numeral, with a trailing multiplier if it has one (`4.4亿`, `1.2万亿`, `二十三`). NaN where it is none. */
export function readNumeral(text: string): number {
  const plain = toHalfWidth(text.replace(/\s+/gu, ''))
  const mixed = /^(\d[\d,]*(?:\.\d+)?)([十百千万萬亿億兆拾佰仟]*)$/u.exec(plain)
  if (!mixed) return readChinese(plain)
  const factor = mixed[2] ? multiplierValue(mixed[2]) : 1
  return factor === undefined ? Number.NaN : scaled(readArabic(mixed[1] ?? ''), factor)
}

/** A decimal times a power of ten without the noise of binary fractions (4.4 × 10^8 = 440000000). */
export function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15))
}

const CHINESE_DIGITS = '零一二三四五六七八九'

/** Writes a whole number from 0 to 99 as a Chinese numeral, as headings count (12 → 十二). */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99) throw new RangeError(`not a heading number: ${n}`)
  const tens = Math.floor(n / 10)
  const ones = n % 10
  const digit = (d: number): string => CHINESE_DIGITS.charAt(d)
  if (tens === 0) return digit(ones)
  return (tens === 1 ? '' : digit(tens)) + '十' + (ones === 0 ? '' : digit(ones))
}
