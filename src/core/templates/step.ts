import { organOf, type Organ } from '../figures/plenary-sessions.ts'
import type { Review } from '../model/inline.ts'
import type { Report } from '../model/report.ts'
import { readChinese } from '../text/numerals.ts'

/** From which year a report is rolled to which, and whose report it is. */
export interface Step {
  /** the year the old report is about; null where it is unknown, and then nothing is certain */
  from: number | null
  to: number
  body: string
  organ: Organ
}

/**
 * What happens to a stretch of plain text: other words in its place (`to`), or a mark that a person has to look at it (`review`), or both.
 * Offsets are UTF-16 units, half-open.
 */
export interface Change {
  start: number
  end: number
  to?: string
  review?: Review
}

/** The step of a report to a year. */
export function stepOf(report: Pick<Report, 'year' | 'body' | 'title'>, to: number): Step {
  // a report whose body nobody said has it in its title: 2023年安澜市人民代表大会常务委员会工作报告
  const body = report.body || report.title.replace(/^.*?(?:19|20)\d{2}年度?/u, '')
  return { from: report.year, to, body, organ: organOf(`${report.body} ${report.title}`) }
}

/** What stands right before and behind a place, without white space: at most 24 characters each. */
export const around = (text: string, start: number, end: number): { before: string; after: string } => ({
  before: text.slice(Math.max(0, start - 48), start).replace(/\s+/gu, '').slice(-24),
  after: text.slice(end, end + 48).replace(/\s+/gu, '').slice(0, 24),
})

const QUOTES: Readonly<Record<string, string>> = { '《': '》', '“': '”', '‘': '’', '「': '」', '『': '』' }
const CLOSERS = new Set(Object.values(QUOTES))

/** how far back an opening mark is looked for, in UTF-16 units: longer quotations are slips of the typist */
const REACH = 600

/** The innermost mark of quotation that is open at an offset, or ''. A closing mark ends the nearest quotation of its kind and all in it. */
export function quotedBy(text: string, at: number): string {
  const open: string[] = []
  for (let i = Math.max(0, at - REACH); i < at; i++) {
    const c = text.charAt(i)
    if (c in QUOTES) open.push(c)
    else if (CLOSERS.has(c)) {
      const k = open.findLastIndex((mark) => QUOTES[mark] === c)
      if (k >= 0) open.length = k
    }
  }
  return open.at(-1) ?? ''
}

const HAN_DIGITS = '〇一二三四五六七八九'

/** A whole number in the form in which another one stands: 2020 → 2021, ２０２０ → ２０２１, 二〇二〇 → 二〇二一, 三十 → 三十一. White space inside stays where digits allow. */
export function inFormOf(surface: string, value: number): string {
  const digits = String(value)
  if (/[0-9０-９]/u.test(surface)) {
    const wide = /[０-９]/u.test(surface)
    const form = (digit: string): string => (wide ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit)
    const old = surface.replace(/\s/gu, '')
    if (old.length !== digits.length) return Array.from(digits, form).join('')
    let k = 0
    return surface.replace(/\S/gu, () => form(digits.charAt(k++)))
  }
  const zero = /[○零]/u.exec(surface)?.[0] ?? '〇'
  // 二〇二〇 is read digit by digit, 一百零三 is not
  if (!/[十百]/u.test(surface)) return value < 10 ? spoken(value) : surface.length >= digits.length && surface.length > 1 ? Array.from(digits, (d) => (d === '0' ? zero : HAN_DIGITS.charAt(Number(d)))).join('') : spoken(value)
  return spoken(value)
}

/** A number up to 9999 as it is spoken: 100 → 一百, 103 → 一百零三, 12 → 十二. */
function spoken(value: number): string {
  const digit = (d: number): string => HAN_DIGITS.charAt(d)
  if (value < 10) return digit(value)
  if (value < 20) return `十${value === 10 ? '' : digit(value - 10)}`
  let out = ''
  let gap = false
  for (const [unit, word] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const d = Math.floor(value / unit) % 10
    if (d === 0) gap = out !== ''
    else {
      out += `${gap ? '零' : ''}${digit(d)}${word}`
      gap = false
    }
  }
  return out
}

/** The value of a session's or an anniversary's number, in either writing; NaN where it is none. */
export const numberOf = (surface: string): number => (/^[0-9]+$/u.test(surface) ? Number(surface) : readChinese(surface))
