import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { viewOf } from '../../view.ts'

/** Sessions by number, as a paragraph names them. Offsets in the paragraph's own text. */

export interface Place {
  start: number
  end: number
}

/** 十届四次会议, 第五届…委员会第三次会议. */
export interface SessionMention extends Place {
  term: number
  number: number
  termAt: Place
  numberAt: Place
  surface: string
  /** what the mention calls the body (政协, 人大), or empty */
  organ: 'consultative' | 'congress' | ''
  national: boolean
  /** the words in front, up to 16, and between term and number */
  before: string
  middle: string
  /** since: 以来; during: 期间; at: the line that says where the report was delivered */
  role: 'since' | 'during' | 'at' | 'plain'
  /** 报告…会议以来的工作: the session since which the report says that it reports */
  frames: boolean
  /** 落实…会议部署: it was carried out; 会议圆满完成各项议程: it is being held */
  does?: 'carries' | 'ends' | 'ahead'
  /** the date that the sentence gives it (2024年3月，…召开); `assumed` where the year is that of the report */
  held?: { year: number; month?: number; at: Place; assumed?: boolean }
  quoted: boolean
}

/** 二十届三中全会, 二十大. `number` is 0 for a congress. */
export interface PartyMention extends Place {
  term: number
  number: number
  surface: string
  held?: { year: number; month?: number; at: Place }
  /** 迎接, 将召开: not held yet */
  ahead: boolean
  /** the number of its term (二十 of 二十届三中全会) */
  termAt: Place
  /** 10月，…闭幕后: the month in which it met, its year not told; `after`: something else may be what was in that month */
  inMonth?: { month: number; at: Place; after: boolean }
}

export interface SessionReading {
  sessions: readonly SessionMention[]
  party: readonly PartyMention[]
}

const SESSION = new RegExp(`第?(${N})届([^\\P{Script=Han}届]{0,24}?)第?(${N})次(全体会议|会议|大会)(?!室)`, 'gud')
const PLENUM = /(十[八九]|二十[一二]?)届((?:[一二三四五六七八九]中、)*)([一二三四五六七八九])中(?:、([一二三四五六七八九])中)*全会/gu
const CONGRESS = /(?<![第十])(?:党的|中共|学习贯彻|迎接|喜迎)?(十[八九]|二十[一二]?)大(?=[^型小大道楼]|$)/gu
const LINE = /^（?(?:——)?(?:\d{4}|[一二〇○零九]{2}[〇○零一二三四五六七八九]{2})年.{1,4}月.{1,4}日.{0,4}在.{0,40}$/u
const HELD = /((?:19|20)\d{2})年(?:(\d{1,2})月)?(?:\d{1,2}日)?(?:底|初|上旬|中旬|下旬)?[，、]?[^。；，\d]{0,14}$/u
const HELD_BEHIND = /^[于在]((?:19|20)\d{2})年(?:(\d{1,2})月)?(?:\d{1,2}日)?(?:(?:至|—|-|～)(?:\d{1,2}月)?\d{1,2}日)?(?:底|初|上旬|中旬|下旬)?(?:在[^，。；\d]{1,8})?(?:胜利|隆重|顺利|成功)?(?:召开|举行|开幕|闭幕)/u
const TELLS = /^(?:在北京|在京|在[^，。]{2,6})?(?:胜利|隆重|顺利|成功)?(?:召开|举行|开幕|闭幕|选举|通过|审议|审查|批准|表决|作出|擘画|描绘|落下帷幕)/u

/** What the sentence says is done with the session. */
function doesOf(text: string, start: number, end: number): { does?: 'carries' | 'ends' | 'ahead' } {
  const before = text.slice(Math.max(0, start - 30), start).replace(/^.*[。；！]/su, '')
  const after = text.slice(end, end + 36).replace(/[。；！].*$/su, '')
  if (/(?:将|筹备|开好|迎接|即将|准备|下次|明年|来年|组织召开好|做好)[^，]{0,14}$/u.test(before) || /^(?:将|的?筹备|即将)/u.test(after)) return { does: 'ahead' }
  // 认真落实市六届人大三次会议决议: carried out over the year, where the resolution of the session itself is only passed
  if (/(?:落实|贯彻|执行)[^，]{0,14}$/u.test(before) && /^(?:的)?(?:各项)?(?:决议|决定)(?:[，、；和]|$)/u.test(after) && !/会议(?:号召|强调|要求|指出|认为|通过)/u.test(before)) return { does: 'carries' }
  if (/^(?:决议|各项决议|政治决议|，?(?:在[^，]{2,20}，)?(?:已?圆满完成|就要|即将|胜利闭幕|圆满闭幕|今天|现在开幕))/u.test(after)) return { does: 'ends' }
  return /(?:落实|贯彻|完成|围绕|按照|根据)[^，]{0,12}$/u.test(before) && /^(?:的)?(?:各项)?(?:工作)?(?:部署|确定|提出|要求|决议|目标|任务|决定|票决|批准|审议通过|审查批准|精神)/u.test(after) ? { does: 'carries' } : {}
}

/** 10月，党的, 今年7月下旬召开的党的: right in front of the plenum */
const MONTH_ONLY = /(?:^|[。；])(?:今年)?(\d{1,2})月(?:\d{1,2}日|[上中下]旬|[初底中末]|份)?(?:，)?(?:(?:召开|举行)的?)?(?:党的|中国共产党|中共)?$/u
/** of national bodies, which meet in March: the year of 3月 or 今年3月 is that of the report */
const MARCH = /(?:^|[。；，])(?:((?:19|20)\d{2})年|今年)?(?:3月(?:\d{1,2}日|初|上旬|中旬|份)?，(?:全国“?两会”?[^。；，\d]{0,8}，)?(?:[^。；，\d]|\d{1,4}[名位]){0,24}|全国“?两会”?(?:召开|举行)?(?:期间|上|(?:胜利|圆满)?(?:召开|闭幕|结束)(?:后|之际)?)，[^。；，\d]{0,8})$/u

export function readSessions(source: string, role: string, year: number | null = null): SessionReading {
  if (!source.includes('届') && !/[八九十一二]\s*大/u.test(source)) return { sessions: [], party: [] }
  const view = viewOf(source)
  const { text } = view
  const place = (start: number, end: number): Place => ({ start: view.at(start), end: view.endAt(end) })
  const held = (start: number, end: number): SessionMention['held'] => {
    const sentence = Math.max(text.lastIndexOf('。', start - 1), text.lastIndexOf('；', start - 1)) + 1
    // 2021年11月召开的十九届六中全会, 2024年3月，…会议召开
    const told = TELLS.test(text.slice(end, end + 24)) || /(?:召开|举行)的\p{Script=Han}{0,6}$/u.test(text.slice(Math.max(0, start - 12), start))
    // 二十届三中全会于2024年7月在北京召开
    const behind = HELD_BEHIND.exec(text.slice(end, end + 40))
    if (behind) return { year: Number(behind[1]), ...(behind[2] === undefined ? {} : { month: Number(behind[2]) }), at: place(end + 1, end + 1 + (behind[0].indexOf('年') + (behind[2] === undefined ? 0 : behind[2].length + 1))) }
    const match = told ? HELD.exec(text.slice(Math.max(sentence, start - 34), start)) : null
    if (!match) return undefined
    const at = Math.max(sentence, start - 34) + match.index
    return { year: Number(match[1]), ...(match[2] === undefined ? {} : { month: Number(match[2]) }), at: place(at, at + 5 + (match[2] === undefined ? 0 : match[2].length + 1)) }
  }
  const isLine = role === 'occasion' || LINE.test(text) || ((role === 'title' || role === 'subtitle') && /(?:^|[^\p{Script=Han}]|[日报告])在.{4,60}上/u.test(text))
  const sessions = Array.from(text.matchAll(SESSION)).flatMap((match): SessionMention[] => {
    const start = match.index
    const [surface, term = '', middle = '', number = ''] = match
    const end = start + surface.length
    const before = text.slice(Math.max(0, start - 16), start)
    if (/[届次。，；]|会议|常委会|常务委员会|主席会议|主任会议/u.test(middle) || !match.indices) return []
    if (/(?:中共|党委|纪委|党|工会|职工|教职工|会员|团员|学生|妇女|股东|理事会|常委会|常务委员会|[省市县区州]委|全委会?)$/u.test(before) || /党|纪|工会|职工|教代|妇女|会员|学生|共青团|理事/u.test(middle)) return []
    const after = text.slice(end, end + 8)
    const [, termAt = [start, end], , numberAt = [start, end]] = match.indices
    const national = /全国/u.test(before.slice(-8) + middle)
    const march = national ? MARCH.exec(text.slice(Math.max(0, start - 34), start)) : null
    const marchYear = march ? (march[1] === undefined ? year : Number(march[1])) : null
    const at = held(start, end) ?? (march && marchYear !== null ? { year: marchYear, month: 3, at: place(start - march[0].replace(/^[。；，]/u, '').length, start), ...(march[1] === undefined ? { assumed: true } : {}) } : undefined)
    return [{
      ...place(start, end), term: readNumeral(term), number: readNumeral(number), termAt: place(termAt[0], termAt[1]), numberAt: place(numberAt[0], numberAt[1]), surface,
      organ: /人大|人民代表大会/u.test(before.slice(-8) + middle) ? 'congress' : /政协|协商会议/u.test(before.slice(-10) + middle) ? 'consultative' : '',
      national, before, middle,
      role: isLine && /上|）$/u.test(after === '' ? '上' : after) ? 'at' : /^(?:召开)?以来/u.test(after) ? 'since' : /^(?:召开)?期间/u.test(after) ? 'during' : 'plain',
      frames: /^(?:召开)?以来的?[^，。]{0,6}工作/u.test(after) && /(?:报告|汇报)[^，。]{0,10}$/u.test(before),
      ...doesOf(text, start, end),
      ...(at ? { held: at } : {}), quoted: /[《“][^》”]*$/u.test(before),
    }]
  })
  const party = [...partyIn(PLENUM, 'plenum'), ...partyIn(CONGRESS, 'congress')]
  return { sessions, party }

  function partyIn(pattern: RegExp, kind: 'plenum' | 'congress'): PartyMention[] {
    return [...text.matchAll(pattern)].flatMap((match): PartyMention[] => {
      const [surface, term = ''] = match
      const start = match.index
      const end = start + surface.length
      const before = text.slice(Math.max(0, start - 10), start)
      // 省委十四届三中全会 is none of the Central Committee's; 学习贯彻…大 of a name is no congress
      if (/(?:[省市县区州]委?|[省市县区]第?)$/u.test(before) || /[《][^》]*$/u.test(before)) return []
      const ahead = /(?:迎接|喜迎|迎来|将|即将|筹备|献礼|保障)(?:召开|党的|中共)*$/u.test(before + (kind === 'congress' ? surface.replace(/(?:十[八九]|二十[一二]?)大$/u, '') : '')) || /^(?:即将|将)/u.test(text.slice(end, end + 3))
      const at = held(start, end)
      const inMonth = kind === 'plenum' && !at ? monthOf(start, end) : undefined
      const numbers = kind === 'congress' ? [{ number: 0, from: start, to: end }] : [...surface.matchAll(/([一二三四五六七八九])中/gu)].map(({ index, 0: word, 1: n = '' }) => ({ number: readNumeral(n), from: start + index, to: start + index + word.length }))
      return numbers.map(({ number, from, to }, i) => ({ ...place(from, to), term: readNumeral(term), number, surface: kind === 'congress' ? `${term}大` : `${term}届${text.slice(from, to)}全会`, ahead, termAt: place(start, start + term.length), ...(at && i === numbers.length - 1 ? { held: at } : {}), ...(inMonth && numbers.length === 1 ? { inMonth } : {}) }))
    })
  }
  function monthOf(start: number, end: number): PartyMention['inMonth'] {
    const behind = text.slice(end, end + 24)
    const match = MONTH_ONLY.exec(text.slice(Math.max(0, start - 24), start))
    // the stretch looked at may begin within a number
    if (!match || (!/^[。；]/u.test(match[0]) && match[0].length < start) || !(TELLS.test(behind) || /召开的?(?:党的)?$|举行的?(?:党的)?$/u.test(match[0]))) return undefined
    const from = Math.max(0, start - 24) + match.index + (/^[。；]/u.test(match[0]) ? 1 : 0)
    return { month: Number(match[1]), at: place(from, text.indexOf('月', from) + 1), after: /^[^，。；]{0,12}(?:后|以来|之际|以后)/u.test(behind) }
  }
}
