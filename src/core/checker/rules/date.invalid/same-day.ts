import type { DateSlip } from './spans.ts'

/** 9月16日，…正式揭牌。自9月26日揭牌以来: one beginning with two days. Offsets in the text that was read; linear in its length. */

const EVENT = '揭牌|挂牌|开业|启用|投用|成立|开馆|上线|启动|开通|通车|开工|动工|开园|开班|开诊|投产|运营|运行|营业|开放|组建|施行|实施|入驻|开街|开航|首航|开行|投入使用|投入运营|投入运行|落成|封航|禁渔|封山|搬迁|开院|开学|开播|发布|签约'
const DATE = '(?:((?:19|20)\\d{2})年)?(\\d{1,2})月(?:(\\d{1,2})日)?'
/** 自9月26日揭牌以来 and nothing between that says what: it is what was told before */
const SINCE = new RegExp(`(?<![\\p{Script=Han}\\d])(?:自从?|从)(${DATE})(?:正式|全面|建成|建设|全线|揭牌)*(${EVENT})(?:以来|起|之日起|至今|后|到现在)`, 'gu')
/** not the beginning itself */
const NOT_YET = /试|预|拟|计划|将|筹|模拟|临时|主体/u

/** who or what the sentence goes on with, where it names one */
const SUBJECT = /^，(?:我[市县区院校局]|全[市县区院校])?\p{Script=Han}{0,8}?(\p{Script=Han}{2}(?:行动|中心|项目|工程|平台|大桥|公路|系统|活动|医院|学校|[场展]馆|基地|园区|小组|专班|公司|工作|窗口|专线|站))/u

/** Days from which something is said to run that are not the day on which the paragraph says that it began: one of month and day (or of year and month) differs. */
export function otherDayOfEvent(text: string): DateSlip[] {
  if (!text.includes('自') && !text.includes('从')) return []
  return [...text.matchAll(SINCE)].flatMap((match): DateSlip[] => {
    const [surface, date = '', year, month = '', day, event = ''] = match
    const told = [...text.matchAll(new RegExp(`(?<![\\d.])${DATE}([^。！？]{0,60}?)${event}`, 'gu'))].filter((it) => it.index < match.index && it.index + it[0].length <= match.index)
    const [one] = told
    if (!one || told.length > 1) return []
    const [said, toldYear, toldMonth = '', toldDay, between = ''] = one
    // 9月16日开工、9月26日揭牌: the day next to the word is its own
    if (/\d月|\d日/u.test(between) || NOT_YET.test(between) || text.slice(0, match.index).split(event).length > 2) return []
    const subject = SUBJECT.exec(text.slice(match.index + surface.length, match.index + surface.length + 24))?.[1]
    if (subject !== undefined && !text.slice(0, match.index).includes(subject)) return []
    const years = year !== undefined && toldYear !== undefined
    if ((year === undefined) !== (toldYear === undefined) && day === undefined) return []
    const differs = [years && year !== toldYear, month !== toldMonth, day !== undefined && toldDay !== undefined && day !== toldDay].filter(Boolean).length
    if (differs !== 1 || (!years && (day === undefined || toldDay === undefined))) return []
    const at = match.index + surface.indexOf(date)
    const shown = said.slice(0, said.length - between.length - event.length)
    return [{ start: at, end: at + date.length, message: `前文写作${shown}${event}，此处写作${date}${event}`, other: { start: one.index, end: one.index + shown.length }, sure: false }]
  })
}
