import table from '#resources/days.json'
import { readNumeral } from '../text/numerals.ts'

/** A day, week or month that is kept every year (教师节, 爱国卫生月). */
export interface KeptDay {
  name: string
  /** the years that count as the first: the usual one, then others that official texts count from; empty where they count differently */
  first: readonly number[]
  /** the days of a month on which it may fall; undefined where it has no day of its own */
  on: { month: number; from: number; to: number } | undefined
}

/** A number given to one of them: 第40个教师节. Offsets in the text that was read. */
export interface CountedDay {
  day: KeptDay
  n: number
  /** the number as it is written */
  numeral: string
  start: number
  end: number
}

/** A date said to be one of them: 4月23日是世界读书日. Offsets in the text that was read. */
export interface DatedDay {
  day: KeptDay
  month: number
  dayOfMonth: number
  start: number
  end: number
}

interface Entry {
  name: string
  words: string
  first?: number
  or?: readonly number[]
  day?: string
}

const ENTRIES: readonly Entry[] = table.days
const DAYS: readonly { day: KeptDay; words: string }[] = ENTRIES.map(({ name, words, first, or = [], day = '' }) => {
  const on = /^(\d\d)-(\d\d)(?:\/(\d\d))?$/u.exec(day)
  return {
    words,
    day: {
      name,
      first: first === undefined ? [] : [first, ...or],
      on: on ? { month: Number(on[1]), from: Number(on[2]), to: Number(on[3] ?? on[2]) } : undefined,
    },
  }
})
const ANY = DAYS.map(({ words }) => `(${words})`).join('|')
const NAME = new RegExp(`[“‘"]?(?:${ANY})[”’"]?`, 'uy')
const NAME_BEFORE = new RegExp(`(?:${ANY})[”’"]?$`, 'u')

const dayOf = (match: RegExpExecArray): KeptDay | undefined => DAYS[match.slice(1).findIndex((name) => name !== undefined)]?.day

/** The name that begins here, and where it ends. */
function nameAt(text: string, at: number): { day: KeptDay; end: number } | undefined {
  NAME.lastIndex = at
  const match = NAME.exec(text)
  const day = match ? dayOf(match) : undefined
  return match && day ? { day, end: at + match[0].length } : undefined
}

const COUNT = /第(\d{1,3}|[一二三四五六七八九十百零〇]{1,6})[个次届](?:[“‘"]?\d{1,2}[·.．•‧・]\d{1,2}[”’"]?)?/gu

/** The numbers that a text gives to kept days. Linear in its length; the text has no white space. */
export function countedDaysIn(text: string): CountedDay[] {
  if (!/第[^，。]{1,6}[个次届]/u.test(text)) return []
  return [...text.matchAll(COUNT)].flatMap(({ index, 0: surface, 1: numeral = '' }): CountedDay[] => {
    const named = nameAt(text, index + surface.length)
    const n = readNumeral(numeral)
    return named && Number.isInteger(n) && n > 0 ? [{ day: named.day, n, numeral, start: index, end: named.end }] : []
  })
}

/** with 是 and the like between them, or 当天 behind */
const DATE = /(?<![\d.])(\d{1,2})月(\d{1,2})日(?:（[^（）]{1,5}）)?[，]?(?:((?:既|也)?(?:即是|正是|正值|适逢|恰逢|就是|是|即|为))(?:我国)?)?(?:第(?:\d{1,3}|[一二三四五六七八九十百零〇]{1,6})[个次届]|一年一度的?)?/gu
/** “4·23”世界读书日 */
const SHORT = /(?<![\d.·])(\d{1,2})[·.．•‧・](\d{1,2})[”’"]?(?=[“‘"\p{Script=Han}])/gu
/** 世界读书日（4月23日） */
const BRACKETED = /（(?:20\d\d年|每年|今年)?(\d{1,2})月(\d{1,2})日）/gu
/** what is near the day is not on it */
const NEAR = /^[”’"]?(?:前|后|来临|到来|临近|之前|期间|活动|宣传|主题|系列|主场|启动|表彰|庆祝|晚会|座谈会)/u

/** The dates that a text gives to kept days. Linear in its length; the text has no white space. */
export function datedDaysIn(text: string): DatedDay[] {
  if (!/[日节]/u.test(text) || !/\d[月·.．•‧・]/u.test(text)) return []
  const out: DatedDay[] = []
  const add = (day: KeptDay, month: string | undefined, dayOfMonth: string | undefined, start: number, end: number): void => {
    if (Number(month) >= 1 && Number(month) <= 12 && Number(dayOfMonth) >= 1 && Number(dayOfMonth) <= 31) out.push({ day, month: Number(month), dayOfMonth: Number(dayOfMonth), start, end })
  }
  for (const { index, 0: surface, 1: month, 2: day, 3: is } of text.matchAll(DATE)) {
    const named = nameAt(text, index + surface.length)
    const behind = named ? text.slice(named.end, named.end + 8) : ''
    if (named && (is === undefined ? /^(?:当天|当日)/u.test(behind) : !NEAR.test(behind))) add(named.day, month, day, index, named.end)
  }
  for (const { index, 0: surface, 1: month, 2: day } of text.matchAll(SHORT)) {
    const named = nameAt(text, index + surface.length)
    if (named) add(named.day, month, day, index, named.end)
  }
  for (const { index, 0: surface, 1: month, 2: day } of /日）/u.test(text) ? text.matchAll(BRACKETED) : []) {
    const named = NAME_BEFORE.exec(text.slice(Math.max(0, index - 24), index))
    const found = named ? dayOf(named) : undefined
    if (named && found) add(found, month, day, index - named[0].length, index + surface.length)
  }
  return out
}

/** Is this date one on which the day may fall? */
export const mayFallOn = ({ on }: KeptDay, month: number, dayOfMonth: number): boolean => on === undefined || (on.month === month && dayOfMonth >= on.from && dayOfMonth <= on.to)
