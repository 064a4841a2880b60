import { readChinese, readNumeral } from '../text/numerals.ts'
import { at, behind, named, type Matcher } from './matcher.ts'

const CN_YEAR = '[一二][〇○零一二三四五六七八九]{3}'
const CN = '[〇零一二三四五六七八九十]'

const CLOCK = /\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/uy
const ISO = /\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)|\d{1,2}\/\d{2}(?=$|\d{2}:)/uy
const YEARS = /(?:19|20)\d{2}(?:年)?[-—–~至到]{1,2}(?:19|20)?\d{2}年(?:度)?/uy
const FULL = /((?:19|20)\d{2})年(?:\d{1,2}月(?:份)?(?:\d{1,2}[日号])?)?/uy
const YEAR = /(\d{4})(年度|学年|年)(?!来)/uy
const MONTHS = /(\d{1,2})(?:[-—–~至到]{1,2}(\d{1,2}))?月(?!亮)(?:份)?(?:(\d{1,2})(?:[-—–~至到]{1,2}\d{1,2})?[日号])?(?:[-—–至到]{1,2}\d{1,2}月\d{1,2}日)?/uy
const DAY = /(\d{1,2})日(?=[，,。；、下上晚至—\-在召举起前]|$)/uy
const DECADE = /(?:(?:20|19|18|二十|十九)世纪)?(?:\d{2}|[二三四五六七八九]十)年代/uy
const CENTURY = /(\d{1,2}|[一二]?十?[一二三四五六七八九])世纪(?![以])/uy
const CHINESE = new RegExp(`${CN_YEAR}年(?:${CN}{1,3}月(?:${CN}{1,3}日)?)?`, 'uy')
const CHINESE_MONTH = new RegExp(`(${CN}{1,2})月(?:份|(${CN}{1,3})日)`, 'uy')
const QUARTER = /(?:前)?([一二三四1-4])季度/uy
const BARE_YEAR = /(?:19[4-9]|20[0-4])\d(?!\d)/uy

/** Dates and times: years, months, days, quarters, decades, clock times. Runs before the quantities. */
export const matchDate: Matcher = (text, i) => {
  const clock = at(CLOCK, text, i)
  if (clock) return named(i, i + clock[0].length, 'date', null)
  const iso = at(ISO, text, i)
  if (iso) return named(i, i + iso[0].length, 'date', null)
  const years = at(YEARS, text, i)
  if (years) return named(i, i + years[0].length, 'date', null, '年')
  const decade = at(DECADE, text, i)
  if (decade) return named(i, i + decade[0].length, 'date', null, '年代')
  const century = at(CENTURY, text, i)
  if (century) return named(i, i + century[0].length, 'date', readNumeral(century[1] ?? ''), '世纪')
  const full = at(FULL, text, i)
  if (full && full[0].length > 5) return named(i, i + full[0].length, 'date', null)
  const year = at(YEAR, text, i)
  if (year && isYear(year[1])) return named(i, i + year[0].length, 'date', Number(year[1]), year[2])
  const months = at(MONTHS, text, i)
  if (months && between(months[1], 1, 12) && !/[个近约超满整余]$/u.test(behind(text, i, 1))) {
    return named(i, i + months[0].length, 'date', months[0] === `${months[1] ?? ''}月` ? Number(months[1]) : null, months[0] === `${months[1] ?? ''}月` ? '月' : '')
  }
  const day = at(DAY, text, i)
  if (day && between(day[1], 1, 31) && /(?:月|[至—\-、]|日)$/u.test(behind(text, i, 1))) return named(i, i + day[0].length, 'date', Number(day[1]), '日')
  const chinese = at(CHINESE, text, i)
  if (chinese) return named(i, i + chinese[0].length, 'date', chinese[0].length === 5 ? readChinese(chinese[0].slice(0, 4)) : null, chinese[0].length === 5 ? '年' : '')
  const chineseMonth = at(CHINESE_MONTH, text, i)
  if (chineseMonth) return named(i, i + chineseMonth[0].length, 'date', null)
  const quarter = at(QUARTER, text, i)
  if (quarter) return named(i, i + quarter[0].length, 'date', readNumeral(quarter[1] ?? ''), '季度')
  return undefined
}

/** A year without 年 (建言2035, —2025—): tried after the quantities, where no unit follows. */
export const matchBareYear: Matcher = (text, i) => {
  const bare = at(BARE_YEAR, text, i)
  if (!bare || /[\d.,+A-Za-z]$/u.test(behind(text, i, 1))) return undefined
  return named(i, i + 4, 'date', Number(bare[0]))
}

const isYear = (digits: string | undefined): boolean => between(digits, 1000, 2999)
const between = (digits: string | undefined, low: number, high: number): boolean => Number(digits) >= low && Number(digits) <= high
