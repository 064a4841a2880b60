import { isQuoted } from '../../reading.ts'

/** Years of one paragraph in the two ways of writing. */
export interface Years {
  /** 2024年: how many there are */
  digits: number
  /** where they stand, those of quotations and titles left out; in characters what they would be */
  digitsAt: readonly { start: number; end: number; year: string }[]
  /** 二〇二四年: where they stand, in running text and not in a quotation or a title; `apart` those of full dates and of the goals that documents call so, which alone say nothing of the report's own way */
  characters: readonly { start: number; end: number; year: string; apart: boolean }[]
}

const CHARACTERS = /(?<![〇零○一二三四五六七八九十百])(?:二[〇零○]|一[八九])[〇零○一二三四五六七八九]{2}年/gu
const DIGITS = /(?<!\d)(?:19|20)\d{2}年/gu
/** 二〇二五年一月十日, 二〇三五年远景目标 */
const APART = /^[一二三四五六七八九十]{1,2}月|^(?:远景|基本实现)/u
/** The line with the date below a report is by custom in characters. */
const DATE_LINE = 30

/** Reads the years of one paragraph. */
export function yearsIn(text: string, running: boolean): Years {
  const isProse = running && text.replace(/\s+/gu, '').length > DATE_LINE
  const characters = isProse && /年/u.test(text) ? [...text.matchAll(CHARACTERS)].filter((match) => !isQuoted(text, match.index)) : []
  const digits = isProse ? [...text.matchAll(DIGITS)] : []
  return {
    digits: digits.length,
    digitsAt: digits.filter((match) => !isQuoted(text, match.index)).map((match) => ({ start: match.index, end: match.index + match[0].length, year: inCharacters(match[0]) })),
    characters: characters.map((match) => ({ start: match.index, end: match.index + match[0].length, year: inDigits(match[0]), apart: APART.test(text.slice(match.index + match[0].length)) })),
  }
}

const inDigits = (year: string): string => [...year].map((c) => (c === '零' || c === '○' ? '0' : '〇一二三四五六七八九'.includes(c) ? String('〇一二三四五六七八九'.indexOf(c)) : c)).join('')

const inCharacters = (year: string): string => year.replace(/\d/gu, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)))
