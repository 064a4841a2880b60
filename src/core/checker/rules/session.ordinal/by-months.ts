import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { viewOf } from '../../view.ts'
import type { Clash } from './assemblies.ts'

/** 4月，第五届理事会召开第三次会议；10月，召开第二次会议: meetings of one series told under their months, whose numbers rise with them. Offsets in the paragraph's own text. */

interface Meeting {
  start: number
  end: number
  surface: string
  month: number
  /** where its month stands, in the view */
  monthAt: number
  /** 0 where it is counted without a term (第三次党组会议) */
  term: number
  number: number
  /** what the series is called, as far as the meeting is */
  kind: string
  /** the words in front, which may say whose it is */
  whose: string
}

const HELD = '(?:召开|举行|举办)了?'
const TERMED = new RegExp(`第?(${N})届((?:(?!${HELD})[^，。；、届次第\\d]){0,16})(${HELD})?第?(${N})次((?:全体)?(?:理事|监事|董事|常务理事|执委|执行委员|常委|委员|会员|代表|职代|教代|职工|教职工)?[^，。；、（“”\\d]{0,8}?(?:会议|大会|全会|代会|事会|全委会|执委会|常委会|委会))`, 'gu')
const PLAIN = new RegExp(`${HELD}第(${N})次([^，。；、（“”\\d]{1,10}?(?:会议|例会|联席会|推进会|调度会|学习会|委会))(?!室)`, 'gu')
/** the month under which a meeting is told: nothing in between but who held it */
const MONTH = new RegExp(`(?<!\\d)(\\d{1,2})月(?:\\d{1,2}日|[上中下]旬|[初底中末])?(?:上午|下午)?(?:，)?([^，。；\\d届]{0,20})$`, 'u')
/** not held in the month, or not in its turn */
const OTHERWISE = /筹备|将|拟|计划|准备|补|落实|贯彻|学习|传达|精神|原定|推迟|延期|临时|追溯|根据|按照/u

/** Meetings of one series and term, in the order of months of one year, whose number does not rise. */
export function numbersAgainstMonths(source: string): Clash[] {
  if (!twice(source, '月') || !twice(source, '次') || !/召开|举行|举办/u.test(source)) return []
  const view = viewOf(source)
  const meetings = meetingsIn(view.text)
  const out: Clash[] = []
  meetings.forEach((it, i) => {
    const before = meetings.slice(0, i).findLast((other) => isOneSeries(other, it))
    if (!before || before.month >= it.month || (it.term === 0 ? it.number >= before.number || it.number === 1 : it.number > before.number)) return
    const between = view.text.slice(before.monthAt, it.monthAt)
    if (/\d{4}年|去年|上年|次年|翌年|明年|今年|\d届[^，。；]{0,8}换届|换届/u.test(between)) return
    const place = ({ start, end }: Meeting): { start: number; end: number } => ({ start: view.at(start), end: view.endAt(end) })
    out.push({ at: place(it), other: place(before), message: `次数应当逐次递增：${before.month}月为${before.surface}，${it.month}月写作${it.surface}` })
  })
  return out
}

const twice = (text: string, sign: string): boolean => text.indexOf(sign) !== text.lastIndexOf(sign)

function meetingsIn(text: string): Meeting[] {
  const out: Meeting[] = []
  const add = (match: RegExpMatchArray, from: number, term: number, number: string, kind: string, held: boolean): void => {
    const at = match.index ?? 0
    const sentence = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at), at - 40) + 1
    const lead = text.slice(sentence, at)
    const month = MONTH.exec(lead)
    const [, digits = '', words = ''] = month ?? []
    const behind = text.slice(at + match[0].length, at + match[0].length + 10)
    if (!month || Number(digits) > 12 || OTHERWISE.test(words + match[0])) return
    if (!held && !/(?:召开|举行|举办)了?[^，。；]{0,10}$/u.test(words) && !/^(?:胜利|顺利|如期|隆重|在[^，]{2,6})?(?:召开|举行)/u.test(behind)) return
    if (/^[^，。；]{0,2}(?:精神|决议|决定|部署)/u.test(behind)) return
    const whose = words.replace(/(?:召开|举行|举办|组织|主持|了)+/gu, '')
    out.push({ start: from, end: at + match[0].length, surface: text.slice(from, at + match[0].length), month: Number(digits), monthAt: sentence + month.index, term, number: readNumeral(number), kind, whose })
  }
  if (text.includes('届')) for (const match of text.matchAll(TERMED)) add(match, match.index, readNumeral(match[1] ?? ''), match[4] ?? '', (match[2] ?? '') + (match[5] ?? ''), match[3] !== undefined)
  for (const match of text.matchAll(PLAIN)) {
    if (out.some((it) => it.start <= match.index && match.index < it.end)) continue
    add(match, match.index + (/第/u.exec(match[0])?.index ?? 0), 0, match[1] ?? '', match[2] ?? '', true)
  }
  return out.sort((a, b) => a.start - b.start)
}

/** Of one kind and term; whose they are may be said at one of them only where a term tells them from others. */
function isOneSeries(a: Meeting, b: Meeting): boolean {
  if (a.kind !== b.kind || a.term !== b.term) return false
  return a.whose === b.whose || (a.term > 0 && (a.whose === '' || b.whose === '' || a.whose.endsWith(b.whose) || b.whose.endsWith(a.whose)))
}
