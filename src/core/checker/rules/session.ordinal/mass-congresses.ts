import calendar from '#resources/sessions.json'
import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { isQuoted } from '../../reading.ts'

/** 中国工会十九大, 共青团第二十次全国代表大会: a national congress of a mass organization by a number that has not been reached. Offsets in the paragraph's own text. */
export interface MassCongress {
  start: number
  end: number
  /** number and year of the last one that the calendar knows */
  last: number
  year: number
  name: string
  surface: string
}

/** They meet every five years (中国工会章程, 团章, 中国妇联章程). */
const YEARS_BETWEEN = 5
const MASSES = Object.entries(calendar.masses).map(([name, { written, last, year }]) => ({ name, last, year, pattern: new RegExp(`(?:${written})(?:第(${N})次全国代表大会|(${N})大(?=精神|以来|代表|报告|提出|部署|作出|确定|决策|胜利召开|[，。；、]))`, 'gu') }))
const AHEAD = /迎接|喜迎|迎|将|筹备|献礼|选举|推荐|候选/u

/** What a paragraph says of congresses whose number is beyond the last one held. */
export function massCongresses(text: string): MassCongress[] {
  if (!/[次二三四五六七八九十]大|全国代表大会/u.test(text) || !/工会|妇女|团/u.test(text)) return []
  return MASSES.flatMap(({ name, last, year, pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: surface, 1: full, 2: short }): MassCongress[] => {
      const number = readNumeral(full ?? short ?? '')
      if (!(number > last) || isQuoted(text, index) || AHEAD.test(text.slice(Math.max(0, index - 10), index))) return []
      return [{ start: index, end: index + surface.length, last, year, name, surface }]
    }),
  )
}

/** The message, where the report was given before the next congress can have met; undefined else. */
export const notYetHeld = ({ last, year, name, surface }: MassCongress, reportedUntil: string | undefined): string | undefined =>
  reportedUntil === undefined || reportedUntil >= `${year + YEARS_BETWEEN}-01` ? undefined : `${name}第${chineseInteger(last)}次全国代表大会于${year}年召开，文中写作${surface}，尚未召开`
