import { readChinese, toHalfWidth } from '../text/numerals.ts'

const DIGITS = '〇一二三四五六七八九'
const CHINESE = /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/u
const ARABIC = /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?$/u

/**
 * A date as it is written under a document (GB/T 9704—2012, 7.3.5.4: 用阿拉伯数字将年、月、日标全，年份应标全称，月、日不编虚位): 2025-01-08, 2025年01月08日 and 二〇二五年一月八日 become
 * 2025年1月8日. What is no such date stays as it is.
 */
export function writtenDate(date: string): string {
  const plain = toHalfWidth(date).replace(/\s+/gu, '')
  const arabic = ARABIC.exec(plain)
  if (arabic) return dateOf(Number(arabic[1]), Number(arabic[2]), Number(arabic[3])) ?? date.trim()
  const [, year, month, day] = CHINESE.exec(plain) ?? []
  if (year === undefined || month === undefined || day === undefined) return date.trim()
  const digits = [...year].map((c) => Math.max(0, DIGITS.indexOf(c)))
  return dateOf(Number(digits.join('')), readChinese(month), readChinese(day)) ?? date.trim()
}

const dateOf = (year: number, month: number, day: number): string | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${year}年${month}月${day}日` : undefined
