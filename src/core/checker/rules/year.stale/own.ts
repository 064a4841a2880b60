import { sentenceRanges } from '../../../text/sentences.ts'
import type { Frame, ReadParagraph } from '../../rule.ts'
import { viewOf, type View } from '../../view.ts'
import { readBases, readTogether, type Base, type Together } from './beside-last.ts'
import { readCarried, type Carried } from './carried.ts'
import { pastGoals } from './past-goals.ts'
import { fiveYearPlans } from './plan-years.ts'
import { doneBefore } from './done-before.ts'
import { fixedYears } from './fixed.ts'
import { readOfTheYear, signedIn, type OfTheYear } from './of-the-year.ts'
import { comparedWithItself } from './same-date.ts'
import { readTold, type Told } from './told-last.ts'
import { readSelfNamed, type SelfNamed } from './told-title.ts'

/** Years at the head of sentences, and what the sentence says of them. */

/** A year of which a sentence speaks as the one reported on, or as the one planned. Offsets in the paragraph's own text. */
export interface YearClaim {
  /** of the four digits */
  start: number
  end: number
  year: number
  /** own: the body's own work and its figures; plan: what it will do; intends: the same in words that leave no other reading (将着力做好以下工作); asOf: 截至…底; self: compared with itself (2022年…比2022年增加); inside: own work further on in a sentence (一年来，…，2023年全县新增…);
   * month, december: own work of a month of it;
   * opening: 2024年是…之年; reports: 向大会报告2023年工作 */
  kind: 'own' | 'plan' | 'intends' | 'asOf' | 'self' | 'inside' | 'month' | 'december' | 'opening' | 'reports'
}

/** A year in a fixed relation that does not hold, whatever the report's year. */
export interface FixedSlip {
  start: number
  end: number
  message: string
  suggestion?: string
  /** what it was computed from */
  other?: { start: number; end: number }
}

export interface YearReading {
  claims: readonly YearClaim[]
  fixed: readonly FixedSlip[]
  /** states compared with their own date */
  itself: readonly FixedSlip[]
  /** 去年（2022年）: the distance and the year */
  relative: readonly { start: number; end: number; off: number; year: number; word: string }[]
  /** all years in the paragraph, those of titles and quotations left out */
  years: readonly number[]
  /** numbers told of a year */
  told: readonly Told[]
  /** cohorts, and sentences on the year's work as a whole */
  carried: readonly Carried[]
  /** sentences that tell several numbers of a year, and bases of comparisons */
  together: readonly Together[]
  bases: readonly Base[]
  /** what the report says that it is about */
  selfNamed: readonly SelfNamed[]
  /** phrases that a report says of its own year */
  ofTheYear: readonly OfTheYear[]
  /** the date of a paragraph that is nothing else */
  signed: ReturnType<typeof signedIn>
  /** where each of them is told last */
  lastAt: ReadonlyMap<number, number>
  /** does it look ahead (展望2024年)? */
  ahead: boolean
}

const HEAD = /^(?:(?:同时|此外|一年来|据统计|数据显示)，?)?((?:19|20)\d{2})年(?:度)?(，)?/u
/** 2021年获批的…, 2023年启动…: what happened then, not what was done this year */
const THEN =
  /^(?:以来|起|至|到|前后|之前|以前|底前|初|上半年|下半年|[—–~～-]|\d{1,2}月|[一二三四]季度|春节|国庆|与|和|及|、|[^，。；]{0,16}?(?:的(?!\d)|启动|成立|始于|获批|入选|立项|开工|动工|出台|印发|同期|基础上))/u
const COMPARES = /相比|对比|基数|而当时|当时|那一年|次年|翌年|之后|随后|此后|后来|如今|现在|目前已|到\d{4}年|至\d{4}年|从\d{4}年|由\d{4}年|往年|历年|逐年|第[一二三]年|起步|曾/u
const OWN = /(?:召开|举办|举行|开展|组织|收到|受理|审结|执结|办结|办理|提交|提出|立案|完成|实现|新增|新建|建成|发放|发表|编发|编印|报送|走访|慰问|听取|审议|检查|视察|调研|达到?|为|共|累计|增长|下降|录取|招收|发展|培训|接待|征集|推动|解决|化解|救助|帮扶|查处|起诉|接收|批捕)[^，。；]{0,14}?\d|(?:共|累计)[^，。；\d]{0,24}?\d|使[^，。；]{0,6}\d|(?:主要|重点)(?:做了|抓了|开展了)(?:以下|如下|[一二三四五六七八九十]个?方面)/u
const SUBJECT = /^(?:我们|通过(?:实施|开展|推进|组织)|[全本我][国省市县区州旗盟乡镇院校局会社团司系]|[^，。；]{0,10}?(?:政协|人大|常委会|政府|法院|检察院|党组|党委|学校|学院|医院|中心|工会|公司|局|厅|院|校|会|办)|共|累计|全年|全市|高考|地区生产总值|一般公共预算|[市县区](?=两会))/u
const WILL = /^[^。]{0,24}?(?:将(?!近)|要|拟|计划|力争|继续|我们准备|预计将)/u
const INTENDS = /^[^。，；]{0,16}?将(?:着力|继续|进一步|持续|大力|努力|切实|重点(?=做好|抓好|推进|开展))/u
/** 将…作为: 将 leads its object in, and what was done may be told */
const PUTS = /作为|列为|纳入|贯穿|融入|摆在|放在|列入|转化|落实到|打造成|建成为/u
const AS_OF = /(?:截至|截止)(?:到)?((?:19|20)\d{2})年(?:12月(?:底|末|31日)?|年?底|年?末)/gu
/** 截至2022年12月底，建成校本课程27门: what had been done by then, and nothing told of a later time */
const DONE_BY = /^[^，。]{0,8}，(?:[^，。；\d]{0,12}，)?[^，。；\d]{0,10}?(?:建成|完成|办结|受理|办理|发放|培训|走访|开展|举办|新建|改造|招收|接待|救助|帮扶|签约|整治|拆除|审结|查处|化解|调解|清理|发展|组建|创建|编印|培育|登记|收到)[^，。；、\d]{0,14}\d/u
const LATER = /目前|今年|本年|年内|随后|此后|去年|上年|下一步|20\d\d年|余下|剩余|期末/u
/** a state of then that is told beside a later one */
const SINCE_THEN = /(?:比|较|从|由)(?:截至)?\d{4}|\d{4}年(?!底|末)|目前|今年|本年|年内|新增|净增|增加到|增加至|增至|基础|同期|之前|以前/u
const REPORTS = /(?:报告|汇报)((?:19|20)\d{2})年(?:度)?(?:的)?(?:主要)?工作(?:情况)?(?=，|。|、|和|并|及)/gu
/** 以上报告的是2023年主要工作, 现将2023年工作情况报告如下 */
const REPORTED = /(?:(?:以上|上述|上面|前面)(?:所?(?:报告|汇报|总结|讲))?的?(?:就)?是|(?:现将|现就|现把|下面，?[将把就])(?!贯彻|落实))[^，。；\d《“]{0,14}?((?:19|20)\d{2})年(?:度)?的?(?:各项|主要|重点|全年)*(?:履职|审判|检察|党建|审判执行)?工作(?=情况|开展情况|总结|，|。|、|和|及|报告|汇报)/gu
const RELATIVE = /(去年|今年|明年|前年|上年)（((?:19|20)\d{2})年?）/gu
const OFF: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 上年: -1, 今年: 0, 明年: 1 }

/** What the years of a paragraph say. Linear in its text. */
export function readYears({ text: source, role, path }: ReadParagraph, { year }: Pick<Frame, 'year'>): YearReading | undefined {
  if (role !== 'paragraph' && role !== 'heading') return undefined
  if (!/(?:19|20)\s?\d\s?\d|[０-９]{4}|^\s*二[〇○零].{2}年/u.test(source) && !(source.includes('今年') && source.includes('之年'))) return undefined
  const view = viewOf(source)
  const { text } = view
  const place = (start: number, length: number): { start: number; end: number } => ({ start: view.at(start), end: view.endAt(start + length) })
  const fixed = fiveYearPlans(view, year)
  if (role === 'paragraph') fixed.push(...pastGoals(view, path, year), ...doneBefore(view, year))
  const relative = [...text.matchAll(RELATIVE)].map(({ index, 1: word = '', 2: year = '' }) => ({ ...place(index + word.length + 1, 4), off: OFF[word] ?? 0, year: Number(year), word }))
  const lastAt = new Map(Array.from(view.masked.matchAll(/(?<!\d)((?:19|20)\d{2})年/gu), ({ index, 1: digits }) => [Number(digits), view.at(index)]))
  const claims = role === 'heading' ? [] : claimsOf(view, place)
  const told = role === 'paragraph' ? readTold(view) : []
  const carried = role === 'paragraph' ? readCarried(view) : []
  fixed.push(...fixedYears(view))
  const itself = role === 'paragraph' ? comparedWithItself(view, year) : []
  const together = role === 'paragraph' ? readTogether(view) : []
  const bases = role === 'paragraph' ? readBases(view) : []
  const ahead = role === 'paragraph' && source.includes('展望')
  const selfNamed = role === 'paragraph' ? readSelfNamed(view) : []
  const ofTheYear = role === 'paragraph' ? readOfTheYear(view) : []
  const signed = role === 'paragraph' ? signedIn(source) : undefined
  const said = ofTheYear.length + (signed ? 1 : 0) + together.length + bases.length + claims.length + fixed.length + itself.length + relative.length + told.length + carried.length + selfNamed.length
  return ahead || said > 0 ? { claims, fixed, itself, relative, years: [...lastAt.keys()], told, carried, together, bases, selfNamed, ofTheYear, signed, lastAt, ahead } : undefined
}

function claimsOf(view: View, place: (start: number, length: number) => { start: number; end: number }): YearClaim[] {
  const { text } = view
  const out: YearClaim[] = []
  for (const { start, end } of sentenceRanges(text)) {
    const parts = text.slice(start, end).split('；')
    let at = start
    for (const part of parts) {
      const claim = claimAt(part)
      if (claim) out.push({ ...place(at + claim.at, 4), year: claim.year, kind: claim.kind })
      for (const match of part.matchAll(AS_OF)) {
        const year = match[1] ?? ''
        if ((DONE_BY.test(part.slice(match.index + match[0].length)) && !LATER.test(text.slice(at + match.index + match[0].length)) && match.index < 12 && !/\d{4}/u.test(part.slice(0, match.index))) || /现有|共有|已有|已|全[院校市县区省局]|累计|开放|在册|达|为/u.test(part.slice(match.index)) && !SINCE_THEN.test(part.slice(match.index + match[0].length)) && at + match.index <= start + 12) {
          out.push({ ...place(at + match.index + match[0].indexOf(year), 4), year: Number(year), kind: 'asOf' })
        }
      }
      if (!claim) {
        const later = claimInside(part)
        if (later) out.push({ ...place(at + later.at, 4), year: later.year, kind: later.kind })
      }
      at += part.length + 1
    }
    const words = text.slice(start, end)
    for (const { index, 0: surface, 1: digits = '' } of [...words.matchAll(REPORTS), ...(/以上|上述|前面|上面|现[将就把]|下面/u.test(words) ? words.matchAll(REPORTED) : [])]) out.push({ ...place(start + index + surface.indexOf(digits), 4), year: Number(digits), kind: 'reports' })
  }
  return out
}

function claimAt(sentence: string): { at: number; year: number; kind: YearClaim['kind'] } | undefined {
  const head = HEAD.exec(sentence)
  if (!head) return undefined
  const month = monthAt(sentence)
  if (month) return month
  const opening = /^((?:19|20)\d{2})年，?(?:既)?是[^。]{0,80}(?:之年|一年|周年)/u.exec(sentence)
  if (opening && !/(?:19|20)\d{2}年/u.test(sentence.slice(5))) return { at: 0, year: Number(opening[1]), kind: 'opening' }
  const [surface, digits = ''] = head
  const year = Number(digits)
  const at = surface.indexOf(digits)
  const rest = sentence.slice(surface.length)
  if (new RegExp(`(?:比|较|与|同)${digits}年`, 'u').test(rest)) return { at, year, kind: 'self' }
  if (WILL.test(rest) && (head[2] === '，' || SUBJECT.test(rest) || /^(?:计划|力争|拟|将)/u.test(rest))) return { at, year, kind: INTENDS.test(rest) && !PUTS.test(rest) ? 'intends' : 'plan' }
  if (THEN.test(rest) && !SUBJECT_THEN_WORK.test(rest)) return undefined
  if (/(?:19|20)\d{2}年/u.test(rest) || COMPARES.test(rest) || !OWN.test(rest) || !SUBJECT.test(rest)) return undefined
  return { at, year, kind: 'own' }
}

/** 一年来，…认真履职，2023年全县新建工会组织46家: a year further on, where the sentence tells of no other. */
function claimInside(sentence: string): ReturnType<typeof claimAt> {
  const years = [...sentence.matchAll(/(?<!\d)(?:19|20)\d{2}年/gu)]
  const [only] = years
  if (!only || years.length > 1 || only.index === 0 || sentence.charAt(only.index - 1) !== '，' || !/^(?:一年来|全年|今年以来|过去一年)/u.test(sentence) || /去年|上年|同比/u.test(sentence.slice(0, only.index))) return undefined
  const claim = claimAt(sentence.slice(only.index))
  return claim?.kind === 'own' ? { ...claim, at: only.index, kind: 'inside' } : undefined
}

const MONTH = /^((?:19|20)\d{2})年(\d{1,2})月(?:\d{1,2}日|底|初|[上中下]旬|份)?，(?=[^。]*(?:召开|举办|举行|开展|组织|听取|审议|视察|调研|赴|走访))/u

/** 2023年5月，县总工会举办…: the body's own work of one month; that of December may be told although it was the year before. */
function monthAt(sentence: string): ReturnType<typeof claimAt> {
  const head = MONTH.exec(sentence)
  if (!head) return undefined
  const rest = sentence.slice(head[0].length)
  const month = Number(head[2])
  if (month > 12 || /(?:19|20)\d{2}年/u.test(rest) || COMPARES.test(rest) || !SUBJECT.test(rest) || /召开[^，。]{0,14}[届次]|启动|成立|以来|获批|出台|印发|任命|当选|的[^，。]{0,12}(?:活动|项目)/u.test(rest)) return undefined
  return { at: 0, year: Number(head[1]), kind: month === 12 ? 'december' : 'month' }
}

/** 全院共受理, 县政协共召开: the body and what it did, though the clause holds one of the words above */
const SUBJECT_THEN_WORK = /^(?:[^，。；]{0,8}?)(?:共|累计|先后)(?:召开|举办|举行|开展|组织|收到|受理|办理|提交|完成|编发|走访|听取)/u
