import { readChinese } from '../../../text/numerals.ts'
import type { Finding } from '../../finding.ts'
import { partOf } from '../../part.ts'
import { defineParagraphRule } from '../../rule.ts'
import { viewOf } from '../../view.ts'
import { impossible, weekday } from './calendar.ts'
import { endsBeforeItBegins, wrongLengths } from './lasting.ts'
import { keptOnOtherDays } from './kept-days.ts'
import { otherDayOfEvent } from './same-day.ts'
import { dateSlips } from './spans.ts'
import { wrongStretches } from './stretches.ts'

const CN = '[〇○零一二三四五六七八九十]'
const S = '[ \\u3000]{0,2}'
const WEEKDAY = `(?:${S}[（(，,]?${S}(?:星期|周|礼拜)([一二三四五六日天])(?![年期边围至到、和及—–~-]))?`
const ARABIC = new RegExp(`(?<![\\d.])(?:(\\d{4})${S}年${S})?(\\d{1,2})${S}月${S}(\\d{1,2})${S}[日号]${WEEKDAY}`, 'gu')
const CHINESE = new RegExp(`(?<!${CN})(?:(${CN}{4})年)?(${CN}{1,2})月(${CN}{1,3})日${WEEKDAY}`, 'gu')
/** every date in characters has this, and few paragraphs do */
const IN_CHARACTERS = new RegExp(`${CN}日`, 'u')
const YEAR_MONTH = new RegExp(`(?<!\\d)(\\d{4})${S}年${S}(\\d{1,2})${S}月`, 'gu')
/** 13月底, 14月中旬; 5月份 */
const MONTH_ALONE = /(?<![\d.年])(\d{1,2})月(?:底|末|初|[上中下]旬|份|起|以来)/gu
const RANGE_END = /(?<![\d.])(\d{1,2})月\d{1,2}日?[-—–~～至到]{1,2}(\d{1,2})日/gu
const NAMES = '日一二三四五六'

/** 2月29日，2025年全市…体检工作结束: what was over that day gives it its year. What only began may have been next year's. */
const OVER_THAT_DAY = /2[ \u3000]{0,2}月[ \u3000]{0,2}29[ \u3000]{0,2}日，((?:19|20)\d{2})年(?!度?(?:预算|计划))[^，。；]{2,30}(?:结束|召开|举行|举办|开幕|闭幕|落幕|完成|圆满|开赛|竣工|开学)(?=[，。；])/u

/** 2月29日 of no year of its own, where neither the years that the text names nor the one reported on, or the next, in which a report may be given, has that day. */
function noLeapDay(text: string, reported: number | null): string | undefined {
  const over = OVER_THAT_DAY.exec(text)?.[1]
  if (over !== undefined && (text.match(/29[ \u3000]{0,2}日/gu) ?? []).length === 1) return impossible(Number(over), 2, 29)
  const named = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})[ \u3000]{0,2}年/gu)].map(([, year]) => Number(year))
  const years = [...named, ...(reported === null ? [] : [reported, reported + 1])]
  const [first] = years
  return first === undefined || named.length === 0 || /上年|去年|前年|闰/u.test(text) || years.some((year) => impossible(year, 2, 29) === undefined) ? undefined : impossible(first, 2, 29)
}

/** A day that the calendar does not have (2月30日, 13月), one that is not the weekday it is said to be, a range that ends before it begins, a length that its dates do not bear out. */
export const dateInvalid = defineParagraphRule({
  id: 'date.invalid',
  title: '日期不存在或前后不符',
  severity: 'error',
  basis: { on: 'practice', why: '公历的大小月、闰年与星期' },
  defaults: {},
  check: ({ paragraph, finding, year: reported, date: given }) => {
    const found: Finding[] = []
    const { text } = paragraph
    const report = (start: number, surface: string, message: string, suggestion?: string): void => {
      found.push(finding(message, [{ in: paragraph, start, end: start + surface.length }], suggestion === undefined ? {} : { suggestion }))
    }
    /** what a day without its year may be: of the year reported on, in a report delivered in January of the next; undefined where another year is told */
    const likely = (month: number, at: number): readonly number[] => (reported === null || /(?:19|20)\d{2}[ \u3000]{0,2}年/u.test(text.replaceAll(String(reported), '')) || /去年|上年|前年|次年|翌年/u.test(text) ? [] : mayBeOfNext(month, given, reported) && !(month === 3 && wasDone(text, at, paragraph.path, reported)) ? [reported, reported + 1] : [reported])
    for (const [needs, pattern, read] of [[/月/u, ARABIC, Number], [IN_CHARACTERS, CHINESE, readChinese]] as const) {
      if (!needs.test(text)) continue
      for (const match of text.matchAll(pattern)) {
        const year = match[1] === undefined ? undefined : read(match[1])
        const month = read(match[2] ?? '')
        const day = read(match[3] ?? '')
        const wrong = impossible(year, month, day) ?? (year === undefined && month === 2 && day === 29 ? noLeapDay(text, reported) : undefined)
        if (wrong !== undefined) {
          report(match.index, match[0].replace(/日[^日]*$/u, '日'), wrong)
          continue
        }
        const name = match[4]
        if (name === undefined || (year !== undefined && year < 1900)) continue
        const said = name.replace('天', '日')
        const years = year === undefined ? carried(text, match.index, month) ?? likely(month, match.index) : [year]
        const [first] = years
        if (first === undefined || years.some((y) => NAMES.charAt(weekday(y, month, day)) === said)) continue
        const right = NAMES.charAt(weekday(first, month, day))
        if (year === undefined) {
          found.push(finding(`${first}年${month}月${day}日是星期${right}，文中写作星期${name}`, [{ in: paragraph, start: match.index, end: match.index + match[0].length }], { severity: 'warning' }))
        } else {
          const fixed = match[0].slice(0, match[0].lastIndexOf(name)) + (right === '日' && name === '天' ? '天' : right)
          report(match.index, match[0], `${year}年${month}月${day}日是星期${right}，文中写作星期${name}`, fixed)
        }
      }
    }
    for (const match of text.matchAll(YEAR_MONTH)) {
      const month = Number(match[2])
      const goesOn = /^[ \u3000]{0,2}\d{1,2}[ \u3000]{0,2}[日号]/u.test(text.slice(match.index + match[0].length, match.index + match[0].length + 8))
      if ((month < 1 || month > 12) && !goesOn) report(match.index, match[0], `没有${month}月`)
    }
    for (const match of text.matchAll(MONTH_ALONE)) {
      const month = Number(match[1])
      if (month < 1 || month > 12) report(match.index, match[0], `没有${month}月`)
    }
    for (const match of text.matchAll(RANGE_END)) {
      const wrong = impossible(undefined, Number(match[1]), Number(match[2]))
      if (wrong !== undefined) report(match.index, match[0], wrong)
    }
    if (!/[月时点年:：·.．•]/u.test(text)) return found
    const view = viewOf(text)
    for (const { start, end, message, other, sure } of [...dateSlips(view.text), ...wrongLengths(view.text), ...endsBeforeItBegins(view.text, reported), ...keptOnOtherDays(view.text), ...otherDayOfEvent(view.text), ...wrongStretches(view.text)]) {
      const at = { in: paragraph, start: view.at(start), end: view.endAt(end) }
      if (found.some(({ anchors: [a] }) => a.start < at.end && at.start < a.end)) continue
      found.push(finding(message, other ? [at, { in: paragraph, start: view.at(other.start), end: view.endAt(other.end) }] : [at], sure ? {} : { severity: 'warning' }))
    }
    return found
  },
})

/** May a day of this month be of the year after the one reported on, in which the report is given? Not behind the month in which it was given. */
function mayBeOfNext(month: number, given: string, reported: number): boolean {
  if (month > 3) return false
  const [, year, until] = /((?:19|20)\d{2})[-年/.]\s*(\d{1,2})/u.exec(given) ?? []
  return year === undefined || Number(year) * 12 + Number(until) >= (reported + 1) * 12 + month
}

/** 3月12日（星期三），…参加义务植树: what was done in a March is told in the next report; a session of next March may be named in this one. */
function wasDone(text: string, at: number, path: readonly string[], reported: number): boolean {
  const sentence = /^[^。！？]*/u.exec(text.slice(at, at + 120))?.[0] ?? ''
  return !/会议|大会|全会|两会|[召开闭][开幕]|举行|将|拟|定于|计划|预计|届|报告|请|报名|截止|前$/u.test(sentence) && !/本报告|明年|来年|下一步/u.test(text) && partOf(path, reported) !== 'plan'
}

/** 2025年1月8日（星期三）开幕，1月9日（星期四）闭幕: the year of the date before it in the sentence, or the one after where the months begin anew; undefined where none is near. */
function carried(text: string, at: number, month: number): readonly number[] | undefined {
  const sentence = text.slice(Math.max(0, at - 60), at).replace(/^.*[。；！？]/su, '')
  const full = [...sentence.matchAll(/(?<!\d)((?:19|20)\d{2})年(?:(\d{1,2})月\d{1,2}日)?/gu)]
  const [only] = full
  if (!only || full.length > 1 || only[2] === undefined || /[去上前次翌]年|当年/u.test(sentence)) return undefined
  const year = Number(only[1])
  return month >= Number(only[2]) ? [year] : [year, year + 1]
}
