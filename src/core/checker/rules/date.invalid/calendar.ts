/** The Gregorian calendar, without a clock. */

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month; without a year, the most that it can have. */
const daysOf = (year: number | undefined, month: number): number =>
  [31, year === undefined || leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31

/** Why there is no such day; undefined where there is one, also where 29 February may be right. */
export function impossible(year: number | undefined, month: number, day: number): string | undefined {
  if (Number.isNaN(month) || Number.isNaN(day)) return undefined
  if (month < 1 || month > 12) return `没有${month}月`
  const days = daysOf(year, month)
  if (day >= 1 && day <= days) return undefined
  return `${month === 2 && year !== undefined ? `${year}年` : ''}${month}月只有${days}天，没有${day}日`
}

/** 0 for Sunday (Sakamoto's rule). */
export function weekday(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + offset + day) % 7
}

/** Days from one date to another of the same or a following month, both counted; NaN where they are farther apart. */
export function daysBetween(from: { year: number | undefined; month: number; day: number }, to: { month: number; day: number }): number {
  if (to.month === from.month) return to.day - from.day + 1
  if (to.month === from.month + 1 || (from.month === 12 && to.month === 1)) return daysOf(from.year, from.month) - from.day + 1 + to.day
  return Number.NaN
}

/** The days from one date to another, both counted; negative where the second is earlier. */
export const daysFrom = (from: { year: number; month: number; day: number }, to: { year: number; month: number; day: number }): number => dayNumber(to) - dayNumber(from) + 1

/** A running number of days (Fliegel's rule, years from March). */
function dayNumber({ year, month, day }: { year: number; month: number; day: number }): number {
  const y = month < 3 ? year - 1 : year
  const m = (month + 9) % 12
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day
}
