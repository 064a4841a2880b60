/** A moment on the clock of offices: all of China keeps one time (北京时间, UTC+8, no summer time), whatever the machine is set to. */
export interface ClockTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

const daysIn = (year: number, month: number): number => (month === 2 ? ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)

/** An ISO 8601 moment in UTC (2026-11-21T16:05:00.000Z) by Beijing's clock; undefined where the text is none. */
export function beijingTime(iso: string): ClockTime | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?Z$/u.exec(iso)
  if (!match) return undefined
  let [year = 0, month = 1, day = 1, hour = 0] = match.slice(1).map(Number)
  const minute = Number(match[5])
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59) return undefined
  hour += 8
  if (hour >= 24) {
    hour -= 24
    day++
    if (day > daysIn(year, month)) {
      day = 1
      month++
    }
    if (month > 12) {
      month = 1
      year++
    }
  }
  return { year, month, day, hour, minute }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** 2026年11月21日16:05; empty where there is no time (GB/T 15835—2011, 5.1.4, 5.1.5). */
export const sayTime = (at: ClockTime | undefined): string => (at ? `${at.year}年${at.month}月${at.day}日${two(at.hour)}:${two(at.minute)}` : '')

/** 2026-11-21 16:05, as a table has it; empty where there is no time. */
export const shortTime = (at: ClockTime | undefined): string => (at ? `${at.year}-${two(at.month)}-${two(at.day)} ${two(at.hour)}:${two(at.minute)}` : '')
