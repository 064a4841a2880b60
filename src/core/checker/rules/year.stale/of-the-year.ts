import { sentenceRanges } from '../../../text/sentences.ts'
import { isQuoted } from '../../reading.ts'
import type { View } from '../../view.ts'

/**
 * Phrases that a report says of the year that it is about: 回顾2024年, 完成2024年目标任务, 截至2024年12月底, 2024年5月，我院承办…. Offsets in the
 * paragraph's own text.
 */
export interface OfTheYear {
  /** of the four digits */
  start: number
  year: number
  /** what the message calls it */
  what: string
  /** could the year before stand there rightly? */
  mild: boolean
  /** the words look ahead: they are of the year after the one reported on */
  ahead: boolean
}

const Y = '(?<!\\d)((?:19|20)\\d{2})年'
/** 回顾2024年的工作，; 回首极不平凡的2024年， */
const LOOKS_BACK = new RegExp(`^(?:[^，。；\\d]{0,10}，)?(?:认真|全面|系统)?(?:回顾|回首|回望|总结|盘点|纵观)(?:起|了)?(?:即将|刚刚)?(?:过去的?|走过的)?(?:这?极?(?:不平凡|不寻常)的)?${Y.replace('年', '(?:年|(?=，))')}度?(?:，|的?(?:各项|全年|主要|整个|全局|全院|全校|我们的?)*(?:工作|履职|历程|奋斗|点滴|一年|发展|实践|审判|检察|教育))`, 'u')
/** 过去的2024年, 即将过去的2024年, 极不平凡的2024年 */
const GONE_BY = new RegExp(`^(?:在)?(?:即将|刚刚)?(?:过去|走过|结束)的(?:这?极?(?:不平凡|不寻常)的)?${Y}`, 'u')
/** 2024年取得的成绩, 2024年工作中还存在一些不足 */
const ACHIEVED = new RegExp(`${Y}度?的?(?:各项|主要|全部)*(?:工作)?(?:所)?取得的?(?:这些|一些|一定)?(?:成绩|成效|进展|成果|进步)`, 'u')
const LACKING = new RegExp(`${Y}度?的?(?:各项|主要)*工作(?:中)?，?(?:仍然|还|仍|也|依然|虽然|离不开|得益于|得到了?|亮点|特点|成效|有以下|主要(?:有|体现|做了|抓了))`, 'u')
/** 圆满完成2024年度各项目标任务, 完成2024年党建工作要点确定的任务 */
const DONE = new RegExp(`(?:完成|实现|达到|落实)了?[^，。；、\\d]{0,8}?${Y}度?的?([^，。；\\d]{0,16}?)(目标任务|工作任务|各项任务|任务目标|工作目标|各项工作|各项目标|工作要点|要点|年度目标|民生实事|任务书|责任书|任务清单)`, 'u')
/** 2024年度目标任务全面完成 */
const FULFILLED = new RegExp(`${Y}度?的?(?:各项|全年|主要|重点)*(?:目标任务|工作任务|任务目标|工作目标|任务|目标)(?:均|都)?(?:已)?(?:全面|全部|圆满|如期|顺利|超额|高质量)+(?:完成|实现)`, 'u')
/** 2024年，是我校发展史上极不平凡的一年 */
const NO_COMMON_YEAR = new RegExp(`^${Y}，?(?:既|注定)?是[^。；]{0,40}?(?:不平凡|不寻常|难忘|收获|丰收|攻坚|奋进|跨越|发展|提升)的一年`, 'u')
/** of accounts, of what was left open, of what the year before is told for, or of what is asked for */
const OF_BEFORE = /考核|总结会|审计|决算|述职|评价|评议|评估|验收|续建|结转|遗留|跨年|基础上|相比|[较比与同]20|整改|反馈|销号|年初|会议|召开|部署|安排|谋划|今年|明年|来年|去年|上年|同期|未完成|尚未|没有|以来|补/u
const SURE_TASK = /^(?:目标任务|工作任务|各项任务|任务目标|各项工作|各项目标|年度目标)$/u
/** meetings that look back on a year are held in the next one */
const MEETS = /会议|召开|部署|安排|谋划|今年|明年|来年|述职|大会/u
/** 做好2025年工作，意义重大 */
const WEIGHTY = new RegExp(`(?:做好|抓好|干好)${Y}度?的?(?:各项)?工作，?[^，。；\\d]{0,12}?(?:意义|责任|十分|至关|任务|任重|使命|关键)`, 'u')
const AHEAD_WORDS = /新的起点|新的一年|新征程上?，|我们(?:将|要|必须|一定)|明年|来年|展望/u
/** 截至2024年12月底，基本医疗保险参保81.2万人 */
const AS_OF = new RegExp(`(?:^|[，；：])(?:截至|截止到?|截止至|到)${Y}((?:\\d{1,2}月)?(?:\\d{1,2}日|底|末)?|年底|年末)?，?(?=[^。；]{0,40}?\\d)`, 'u')
/** a later state told beside it, or a goal */
const SINCE = /余下|剩余|期末|去年|上年|目前|今年|本年|随后|此后|之后|至今|如今|现已|下一步|比|较|与|同期|新增|净增|增加[到至]|由|力争|目标|要求|计划|将|前|以来|户籍|常住人口|普查|已(?:超额|提前)/u
/** a later time that the paragraph goes on to */
const LATER = /余下|剩余|目前|今年|本年|随后|此后|至今|如今|现已|下一步/u
/** 2024年5月，我院承办… */
const MONTH = new RegExp(`^${Y}(\\d{1,2})月(?:\\d{1,2}日|底|初|[上中下]旬|份)?，?(?:我们?|[全本][国省市县区州镇乡街院校局会馆社村]|[^，。；、\\d]{0,12}?(?:政协|人大|常委会|法院|检察院|党组|党委|学校|学院|医院|中心|工会|公司|集团|支部|妇联|残联|科协|文联|团委|商会|协会|村|社区|街道|镇|乡|局|厅|院|校|会|馆))[^，。；\\d]{0,14}?(?:承办|主办|协办|举办|举行|召开|开展|组织|参加|赴|走访|慰问|邀请|接待|培训)`, 'u')
const BEGUN = /召开[^，。]{0,14}[届次]|启动|成立|以来|获批|出台|印发|任命|当选|动工|开工|立项|一年来|至今|试点|今年|目前|随后|此后|现已|已经|年底前|次年|当年/u

/** Linear in the text. */
export function readOfTheYear({ text, at }: View): OfTheYear[] {
  if (!/20\d\d年/u.test(text)) return []
  const out: OfTheYear[] = []
  for (const { start, end } of sentenceRanges(text)) {
    const words = text.slice(start, end)
    if (!/20\d\d年/u.test(words)) continue
    const note = (from: number, match: RegExpExecArray | null, it: Pick<OfTheYear, 'what' | 'mild'>, ahead = false): void => {
      const digits = match?.[1]
      if (!match || digits === undefined) return
      const own = start + from + match.index + match[0].indexOf(digits)
      // beside the year after it the words compare, or look back on their way
      const later = Number(digits) + 1
      if (!words.includes(`${later}年`) && !isQuoted(text, own)) out.push({ start: at(own), year: Number(digits), ahead, ...it })
    }
    if (/回|总结|盘点|纵观/u.test(words) && !MEETS.test(words)) note(0, LOOKS_BACK.exec(words), { what: '回顾的年份', mild: false })
    if (/[去过束]的/u.test(words) && !MEETS.test(words)) note(0, GONE_BY.exec(words), { what: '回顾的年份', mild: true })
    const month = MONTH.exec(words)
    if (month && month[2] !== '12' && !BEGUN.test(words)) note(0, month, { what: '所述工作的年份', mild: true })
    if (/好20\d\d年/u.test(words) && AHEAD_WORDS.test(text.slice(start, end + 60))) note(0, WEIGHTY.exec(words), { what: '计划的年份', mild: true }, true)
    let from = 0
    for (const part of words.split('；')) {
      if (/20\d\d年/u.test(part)) {
        if (!OF_BEFORE.test(part)) {
          if (part.includes('取得')) note(from, ACHIEVED.exec(part), { what: '所述成绩的年份', mild: true })
          if (part.includes('工作')) note(from, LACKING.exec(part), { what: '所述工作的年份', mild: true })
          if (part.includes('标') || part.includes('任务')) note(from, FULFILLED.exec(part), { what: '完成任务的年份', mild: true })
          if (part.includes('的一年')) note(from, NO_COMMON_YEAR.exec(part), { what: '所述年份', mild: true })
          const done = /完成|实现|达到|落实/u.test(part) ? DONE.exec(part) : null
          note(from, done, { what: '完成任务的年份', mild: (done?.[2] ?? '').length > 6 || !SURE_TASK.test(done?.[3] ?? '') })
        }
        const state = /[截到]/u.test(part) ? AS_OF.exec(part) : null
        if (state && !SINCE.test(part.slice(state.index + state[0].length)) && !LATER.test(text.slice(start + from + part.length)) && !/20\d\d年/u.test(part.slice(0, state.index))) note(from, state, { what: '统计截止的年份', mild: true })
      }
      from += part.length + 1
    }
  }
  return out
}

const CHINESE_DATE = /^二[〇○零][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$/u
const DATE = /^(?:[^，。；：！？\d]{0,30}?[\s　]*)?[（(]?(20\d{2})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[)）]?$/u
const DIGITS = '〇一二三四五六七八九'

/** The date that a paragraph of its own gives, as it stands under a report (县农业农村局 / 2024年12月26日): the offset and length of its year, and the year. */
export function signedIn(text: string): { start: number; end: number; year: number } | undefined {
  if (text.length > 60 || !text.includes('日')) return undefined
  const whole = text.trim()
  const from = text.indexOf(whole)
  const match = DATE.exec(whole)
  if (match) {
    const start = from + whole.indexOf(match[1] ?? '')
    return { start, end: start + 4, year: Number(match[1]) }
  }
  if (!CHINESE_DATE.test(whole)) return undefined
  return { start: from, end: from + 4, year: Number(Array.from(whole.slice(0, 4).replace(/[○零]/gu, '〇'), (c) => DIGITS.indexOf(c)).join('')) }
}
