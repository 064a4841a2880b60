import { around, inFormOf, quotedBy, type Change, type Step } from './step.ts'

/**
 * Years of a text that is rolled forward. The report's year and the one after it move where they stand as the frame of the report: at the head of a
 * clause (2020年，…), before its work (2020年工作回顾), behind its subject (县政协2020年召开…). A year in a range, of a founding, of a past event
 * stays. Where a year names something (2025年政府投资计划, 荣获2020年…) it stays and is marked.
 */

const DIGIT = '[0-9０-９]'
const YEAR = new RegExp(`(?<![0-9０-９.．])[12１２]\\s?${DIGIT}\\s?${DIGIT}\\s?${DIGIT}(?=\\s{0,2}年)|(?<![〇○零一二三四五六七八九十])[一二][〇○零一二三四五六七八九]{3}(?=年)`, 'gu')

/** 2023届毕业生, “2020消费节”: a year without 年 that is no amount */
const BARE = /(?<![0-9０-９%+\-A-Za-z—–~～])(?<![0-9][.,，])(?:19|20)\d{2}(?=[届级版]|[\p{Script=Han}“”](?<![年月日个件万亿元人名次场篇家条项户米亩吨千百多余公平立头只辆台套期批份张部本册处座所间幢栋度届级版]))/gu

/** 2016—2020年, 2020至2021学年 */
const RANGE = /(?<![0-9.])(?:19|20)\d{2}年?(?:度)?[—\-–~～－至到]{1,2}(?:19|20)?\d{2}(?:学年度?|年度?)/gu
const RANGE_BEFORE = /[0-9０-９]年?度?[—\-–~～－至到]{1,2}$/u
const RANGE_AFTER = /^年?度?[—\-–~～－至到]{1,2}[0-9０-９]/u
const MONTH = /^年(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?:[、—\-–~～至到][0-9]{1,2})?月/u
const YEAR_END = /^年(?:12|１２|十二)月(?:底|末|31日|份)/u
const PART = /^年(?:年?初|上半年|下半年|[春夏秋冬](?:季|天|节)?|前?第?[一二三四1-4]季度|元旦|国庆|中秋|端午|除夕)/u
const AGAINST = /(?:比|较|与|同|相比于?|相较于?|对比)$/u
const SINCE = /(?:自从?|从|始于|始建于|建于|成立于|创办于|创建于|源于|早在|建于|创立于|启动于|曾在|曾于)$/u
const LISTED_BEFORE = /(?:19|20)\d{2}年?度?[、和及与或]$/u
const LISTED_AFTER = /^年?度?[、和及与或](?:19|20)\d{2}/u
/** verbs behind which a year belongs to the name of a prize, a list, a document or an occasion */
const NAMING = /(?:获得?|获评|获批|入选|入围|当选|列入|列为|纳入|评为|评选|授予|命名为?|荣膺|斩获|争取|承办|承接|参加|参评|举办|出席|印发|出台|发布|通报|公布|被确定为|认定为|跻身|成为)$/u
const HEAD = /(?:^|[，。；：！？,;:!?●■◆▲]|[—–]{1,2})$/u
const LEADING = /(?:^|[，。；：！？,;:!?])(?:[^，。；：！？,;:!?]{0,2}(?:在|截至|截止|回顾|展望|刚刚过去的|过去的|迈入|进入|走过|面对|迎接|即将到来的|谋划|总结|做好|抓好|部署|安排|研究)|[一二三四五六七八九十]+[是、]|首先|同时|其中)$/u
const WORK = /^年度?的?(?!工作要点》)\p{Script=Han}{0,6}?(?:工作|履职|目标任务|主要任务|重点任务|总体要求|主要目标|预期目标|发展目标)/u
const SUBJECT = /(?:政协|人大|政府|常委会|常务委员会|法院|检察院|委员会|主席会议|[全我本][国省市县区州旗盟乡镇院校局会社团司]|我们|学校|学院|医院|公司|总工会|[省市县区州]局)$/u
/** done once and not every year: the year is that of an event */
const ONCE = /建成开馆|开馆|揭牌|挂牌|开园|通车|通航|落成|竣工|奠基|正式(?:成立|启用|运行|运营|投产|开业|实施|施行|获批)|获批|(?<!以来|共|累计)成立(?!\d|[一二三四五六七八九十]+周年|大会)/u
const TURNING = /(?:开局|起步|开启|关键|攻坚|收官|决胜|决战|冲刺|换届|奠基|启动|转折)(?:之年|一年|的一年)/gu

interface Verdict {
  move?: boolean
  review?: 'year' | 'event'
}
const STAY: Verdict = {}
const MARK: Verdict = { review: 'year' }
const MOVE: Verdict = { move: true }

/** What happens to the years of a paragraph. */
export function yearChanges(text: string, step: Step): Change[] {
  const out: Change[] = []
  const frame = (year: number): boolean => step.from !== null && (year === step.from || year === step.from + 1)
  for (const match of text.matchAll(RANGE)) {
    // a span of years stays; an academic year is one year of a school's report
    if (/学年/u.test(match[0]) && quotedBy(text, match.index) === '') out.push({ start: match.index, end: match.index + match[0].length, review: 'year' })
  }
  for (const match of text.matchAll(YEAR)) {
    const start = match.index
    const end = start + match[0].length
    const { move, review } = verdict(text, start, end, step)
    const behind = /^\s{0,2}年度?/u.exec(text.slice(end, end + 4))?.[0].length ?? 0
    if (move && step.from !== null) out.push({ start, end, to: inFormOf(match[0], valueOf(match[0]) + step.to - step.from) })
    else if (review) out.push({ start, end: end + behind, review })
  }
  for (const match of text.matchAll(BARE)) if (frame(Number(match[0])) && quotedBy(text, match.index) !== '《') out.push({ start: match.index, end: match.index + 4, review: 'year' })
  for (const match of text.matchAll(TURNING)) out.push({ start: match.index, end: match.index + match[0].length, review: 'year' })
  return out
}

/** The years of a title or heading, where nothing can be marked: the report's year and the next one move, in quotations, ranges and dates they stay. */
export function lineYearChanges(text: string, { from, to }: Step): Change[] {
  if (from === null) return []
  return [...text.matchAll(YEAR)].flatMap((match): Change[] => {
    const end = match.index + match[0].length
    const year = valueOf(match[0])
    const { before, after } = around(text, match.index, end)
    if ((year !== from && year !== from + 1) || quotedBy(text, match.index) !== '' || RANGE_BEFORE.test(before) || RANGE_AFTER.test(after) || MONTH.test(after) || SINCE.test(before) || NAMING.test(before) || /^年(?:代|以来|起)/u.test(after)) return []
    return [{ start: match.index, end, to: inFormOf(match[0], year + to - from) }]
  })
}

function verdict(text: string, start: number, end: number, { from }: Step): Verdict {
  const year = valueOf(text.slice(start, end))
  const { before, after } = around(text, start, end)
  const quoted = quotedBy(text, start)
  if (RANGE_BEFORE.test(before) || RANGE_AFTER.test(after) || quoted === '《') return STAY
  // nobody said which year the report is about
  if (from === null) return HEAD.test(before) && !MONTH.test(after) ? MARK : STAY
  if (year !== from && year !== from + 1) return year === from - 1 && (AGAINST.test(before) || quoted !== '') ? MARK : STAY
  if (MONTH.test(after)) return /(?:截至|截止)$/u.test(before) && YEAR_END.test(after) ? MOVE : STAY
  if (quoted !== '') return MARK
  if (PART.test(after)) return { review: 'event' }
  if (/^年度?以来/u.test(after) || LISTED_BEFORE.test(before) || LISTED_AFTER.test(after) || AGAINST.test(before)) return MARK
  if (SINCE.test(before)) return STAY
  if (/于$/u.test(before)) return { review: 'event' }
  if (NAMING.test(before)) return MARK
  // 到2021年: the end of a plan, not the year of the report
  if (/[到至](?<!截至)$/u.test(before)) return MARK
  if (WORK.test(after)) return MOVE
  if (HEAD.test(before) || LEADING.test(before) || SUBJECT.test(before)) {
    return isOnce(text, end) && !startsParagraph(text, start) ? { review: 'event' } : MOVE
  }
  return MARK
}

/** Does the clause behind a year (the next one, where the year stands alone: 2024年，) tell of something done once? */
function isOnce(text: string, end: number): boolean {
  const clause = /^\s*年度?[，,]?([^，。；,;]*)/u.exec(text.slice(end, end + 80))?.[1] ?? ''
  // 新成立委员工作室6家 is counted every year
  return ONCE.test(clause) && !/[0-9]\s*\p{Script=Han}|^(?:是|既是|也是|正值|恰逢|适逢|迎来)/u.test(clause)
}
const startsParagraph = (text: string, start: number): boolean => text.slice(0, start).trim() === ''

const HAN = '〇一二三四五六七八九'

/** The year that a surface says, in whatever digits. */
const valueOf = (surface: string): number =>
  Number(
    Array.from(surface.replace(/\s/gu, ''), (c) => (HAN.includes(c) ? String(HAN.indexOf(c)) : '○零'.includes(c) ? '0' : String.fromCharCode(c.charCodeAt(0) >= 0xff10 ? c.charCodeAt(0) - 0xfee0 : c.charCodeAt(0)))).join(''),
  )
