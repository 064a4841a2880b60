import { readNumeral } from '../text/numerals.ts'
import { at, behind, named, type Matcher } from './matcher.ts'

const N = '(?:\\d{1,4}|[〇零一二三四五六七八九十百]{1,5})'
const FULL_SESSION = new RegExp(`(?:第)?${N}届(?:${N}次|${N}中)(?:全体)?(?:会议|全会|常委会(?:会议)?)?`, 'uy')
const CONGRESS = /(?:十[五六七八九]|二十[一二三]?|三十)大(?![家型力小多量批项学道楼型])/uy
const CONGRESS_PLENUM = /(?:十[五六七八九]|二十[一二三]?)届[一二三四五六七]中全会/uy
const ORDINAL = new RegExp(`第(${N}万?)`, 'uy')
const EVENT = /^(?:届|次|轮|场|批|季(?!度)|回|期|讲|站|巡|套|部|集|部分|章|节|条|款)/u
const RANK_TAIL = /^(?:位|名|方阵|梯队|等次|档)/u
const ORDER_PLACE = /(?:全(?:国|省|市|县|区|州|球|系统|线)|国内|省内|市内|行业|中部|西部|东部|世界|同类|位[居列]?|居|排名?|列|综合|首位|获得?|荣获|跃居|稳居|进入|保持)$/u
const PRIZE = /([特一二三四五]|[1-5])(等奖|星级|等功)/uy
const PRIZE_SERIES = /([一二三])(?=、[二三四][、\p{Script=Han}]{0,3}等奖)/uy
const TOP = new RegExp(`前(${N})(?:位|名|强|列)?(?=[，,。；、）]|名|位|强|列)`, 'uy')
const TOP_LIST = /([十百千]|\d{2,4})强(?![化调度])/uy

/** Sessions and events by number (十一届三次会议, 第46次), congresses (二十大), ranks (第一方阵, 一等奖, 前三名) and other ordinals (第一议题). */
export const matchOrdinal: Matcher = (text, i) => {
  const session = at(FULL_SESSION, text, i) ?? at(CONGRESS_PLENUM, text, i)
  if (session && /[次中]/u.test(session[0])) return named(i, i + session[0].length, 'session', null)
  const congress = at(CONGRESS, text, i)
  if (congress && !/[\d第]$/u.test(behind(text, i, 1))) return named(i, i + congress[0].length, 'session', readNumeral(congress[0].slice(0, -1)))
  const ordinal = at(ORDINAL, text, i)
  if (ordinal) return afterOrdinal(text, i, ordinal)
  const series = at(PRIZE_SERIES, text, i)
  if (series) return named(i, i + 1, 'rank', readNumeral(series[1] ?? ''), '等奖')
  const prize = at(PRIZE, text, i)
  if (prize) return named(i, i + prize[0].length, 'rank', prize[1] === '特' ? null : readNumeral(prize[1] ?? ''), prize[2])
  const top = at(TOP, text, i)
  if (top && !/[之以年月日]$/u.test(behind(text, i, 1))) return named(i, i + top[0].length, 'rank', readNumeral(top[1] ?? ''))
  const list = at(TOP_LIST, text, i)
  if (list) return named(i, i + list[0].length, 'rank', readNumeral(list[1] ?? ''), '强')
  return undefined
}

function afterOrdinal(text: string, i: number, ordinal: RegExpExecArray): ReturnType<Matcher> {
  const end = i + ordinal[0].length
  const value = readNumeral(ordinal[1] ?? '')
  const rest = text.slice(end, end + 6)
  const scope = /(?:全(?:国|省|市|县|区|州|球)|世界)(?:同类)?$/u.exec(behind(text, i, 4))?.[0] ?? ''
  const tail = RANK_TAIL.exec(rest)?.[0]
  if (tail !== undefined) return named(i - scope.length, end + tail.length, 'rank', value, tail === '位' || tail === '名' ? tail : tail)
  const event = EVENT.exec(rest)?.[0]
  if (/^季度/u.test(rest)) return named(i, end + 2, 'date', value, '季度')
  if (event !== undefined) return named(i, end + event.length, 'session', value, event)
  if (ORDER_PLACE.test(behind(text, i, 4)) && !/^[\p{Script=Han}]{2,}(?=[”》])/u.test(rest)) return named(i - scope.length, end, 'rank', value)
  // 第一议题, 第一书记, 第三产业, 第三版: part of a name
  const name = /^(?:议题|书记|产业|时间|版|支部|线|手|课|资源|生产力|阶段|方|代|类|责任人?|大(?:菜系|经济体|股东)?|[\p{Script=Han}]{0})/u.exec(rest)?.[0] ?? ''
  return named(i, end + name.length, 'label', value)
}
