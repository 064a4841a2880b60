import { datedDaysIn, mayFallOn } from '../../../figures/kept-days.ts'
import type { DateSlip } from './spans.ts'

/** 4月22日是世界读书日, which is on the 23rd. Offsets in the text that was read; linear in its length. */
export function keptOnOtherDays(text: string): DateSlip[] {
  return datedDaysIn(text).flatMap(({ day, month, dayOfMonth, start, end }): DateSlip[] => {
    const { on } = day
    if (!on || mayFallOn(day, month, dayOfMonth)) return []
    const right = on.from === on.to ? `${on.month}月${on.from}日` : `${on.month}月${on.from}日至${on.to}日之间`
    return [{ start, end, message: `${day.name}在${right}，文中写作${month}月${dayOfMonth}日`, sure: false }]
  })
}
