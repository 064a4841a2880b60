import type { Finding } from '../../finding.ts'
import { defineReportRule } from '../../rule.ts'
import { APPROXIMATE } from './approximate.ts'
import { BESIDE } from './beside.ts'
import { BROKEN } from './broken.ts'
import { DATES } from './dates.ts'
import { mixedSeries } from './series.ts'
import { slipsOf, type NumberSlip } from './slip.ts'
import { WRITING } from './writing.ts'
import { yearsIn, type Years } from './years.ts'

/** Numerals against GB/T 15835—2011: two ways of writing in one series or number, two words of approximation on one number, ranges, years. */
export const numberStyle = defineReportRule({
  id: 'number.style',
  title: '数字用法',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'standard', clause: 'GB/T 15835—2011，4.2.2、4.3、5.1.3、5.2、5.3' },
  defaults: {
    yearsLeast: 3,
    yearsTimes: 5,
    /** as many years in characters, beside at least as many in digits, are odd too in a short text */
    yearsFew: 2,
  },
  read: ({ role, text }): Reading | undefined => {
    if (!/[\d０-９一二两三四五六七八九十百千万几数]/u.test(text)) return undefined
    const slips = slipsIn(text)
    const years = yearsIn(text, role === 'paragraph')
    return slips.length > 0 || years.digits > 0 || years.characters.length > 0 ? { slips, years } : undefined
  },
  check: ({ finding }, all, { yearsLeast, yearsTimes, yearsFew }) => {
    const digits = all.reduce((sum, { it: { years } }) => sum + years.digits, 0)
    const characters = all.reduce((sum, { it: { years } }) => sum + years.characters.length, 0)
    const running = all.map(({ it: { years } }) => years.characters.filter(({ apart }) => !apart).length)
    const ofTheText = running.reduce((sum, n) => sum + n, 0)
    // 二〇二三年以来，…2024年…二〇二五年: the one in digits is the odd one
    const oddDigits = ofTheText >= 3 && ofTheText >= 3 * digits
    const isOdd = digits >= yearsLeast && digits >= yearsTimes * characters
    const isFew = digits >= characters && characters <= yearsFew
    return all.flatMap(({ in: paragraph, it: { slips, years } }, i): Finding[] => {
      const oddHere = ofTheText === running[i] && ofTheText >= 2 * years.digits && digits === years.digits
      const found = slips.map(({ start, end, message, suggestion, severity }) =>
        finding(message, [{ in: paragraph, start, end }], { ...(suggestion === undefined ? {} : { suggestion }), ...(severity ? { severity } : {}) }),
      )
      if (oddDigits || (oddHere && ofTheText >= 2)) return [...found, ...years.digitsAt.map(({ start, end, year }) => finding(`年份写法不一：他处作汉字数字，此处应为${year}（GB/T 15835—2011，4.3，同类别同形式）`, [{ in: paragraph, start, end }], { suggestion: year }))]
      if (!isOdd && !isFew && years.digits === 0) return found
      const mixed = years.characters.filter((year) => (isOdd || years.digits > 0 || !year.apart) && !slips.some((slip) => slip.start < year.end && year.start < slip.end))
      return [
        ...found,
        ...mixed.map(({ start, end, year }) => finding(`年份写法不一：他处作阿拉伯数字，此处应为${year}（GB/T 15835—2011，4.3，同类别同形式）`, [{ in: paragraph, start, end }], { suggestion: year })),
      ]
    })
  },
})

interface Reading {
  slips: readonly NumberSlip[]
  years: Years
}

/** A number in characters before a unit of time or an ordinal's measure word: without one there is no date to look at. */
const MIXED_DATE = /[一二三四五六七八九十](?:[月日时点次届期批场轮])/u

/** The slips of one paragraph in order; of two at one place the longer. */
function slipsIn(text: string): NumberSlip[] {
  const told = [...slipsOf(APPROXIMATE, text), ...slipsOf(WRITING, text), ...slipsOf(BROKEN, text), ...(MIXED_DATE.test(text) ? slipsOf(DATES, text) : []), ...mixedSeries(text)]
  // the others know the right writing
  const beside = slipsOf(BESIDE, text).filter(({ start, end }) => !told.some((slip) => slip.start < end && start < slip.end))
  const slips = [...told, ...beside].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: NumberSlip[] = []
  for (const slip of slips) if (slip.start >= (kept.at(-1)?.end ?? 0)) kept.push(slip)
  return kept
}
