import type { Frame as TimeFrame } from '../../../compare/frame.ts'
import { isCore, type CoreFigure } from '../../../figures/figure.ts'
import { digitsOf } from '../../number-slip.ts'
import { partOf } from '../../part.ts'
import { clauseEnd, clauseStart, inAnyOrder, isQuoted, sentenceIndex, squeezed } from '../../reading.ts'
import type { ReadParagraph } from '../../rule.ts'
import { bare, endOf, scopeOf } from './statement.ts'
import { isWholeWord, stateOf, TAILS, VERBS, WHOSE } from './words.ts'

const HOPED = /力争|争取(?=\p{Script=Han}*达)|计划|拟|确保|将|目标|预计|不少于|不低于|以上$/u
const DONE = /回顾|回望|全年(?!目标)|虽|已|现有|目前|去年|过去|存在|问题|不足|[建办收查]的$/u
const OF_PERSONS = /^\p{Script=Han}{0,8}?(?:[者员民众工生师兵]|群众|职工|干部|人口)/u
const TO_COME = /(?<=[去上]年.*)[今明]年(?!.*[去上]年)/u
const ALL_OF_THEM = /^A{0,5}\p{Script=Han}{4,10}?(?:已?全部|均已|全面)/u
/** 霁州市中级人民法院受理案件, 芷汀区共有学校: who is meant where nobody else is */
export const WHOSE_OWN = /^\p{Script=Han}{2,8}?(?:人民法院|人民检察院|公安局|总工会|妇联|残联|政协|医院|街道|镇)(?=受理|收到|办理|审结|办结|共有|现有|拥有)/u
const OF_A_PLACE = /^\p{Script=Han}{2,3}[省市县区镇乡](?=共有|现有|拥有|下辖|有)/u
/** 收到提案243件，经审查立案216件: the object stands with the verb before; only where the sentence has no other */
const VERB_ALONE = /^(?:经(?:过|审查|审核)+|审查|依法|予以|确定|共|已|全年|累计)*(立案|受理|审结|办结|结案|执结|办复|采纳)$/u
const OBJECTS = /提案|议案|建议|信访|案件|诉求|信息|工单|线索|问题/gu
function elliptic(front: string, lead: string): string {
  const verb = VERB_ALONE.exec(front)?.[1]
  const [object, other] = verb === undefined ? [] : new Set(lead.match(OBJECTS) ?? [])
  return verb === undefined || object === undefined || other !== undefined ? '' : verb + object
}
/** 由上年的412亿元增加到: the year before is that of the number before */
const ROSE_TO = /^(?:\p{Script=Han}{0,2})(?:提高|增加|增长|上升|扩大|提升|下降|减少|降低|发展)[到至]$/u
const FRESH = /新(?=[建增改发选聘招录引成组设入晋登注])/u

/** 门急诊量|达到, 一般公共预算收入|仍完成: how it is said that so many were reached after all */
const REACHED_AFTER_ALL = /(?:(?<=\p{Script=Han}{3})(?<![产质数力重能流容销存])量)?(?:仍然?|依然|依旧|还是?|也|首次|再次|又|成功|一举|历史性)*(?:能够?|可)?(?:完成|实现|达到?|突破|保持在?|稳定在|维持在|取得)了?$|(?<=\p{Script=Han}{3})(?<![产质数力重能流容销存])量$|(?:仍然?|依然|依旧|首次|能够|一举)$/u
/** 集团公司实现营业收入 and 集团营业收入: who reports, by its kind only */
const THE_COMPANY = /^(?:集团总?公司|集团|总?公司)(?=\p{Script=Han}{4})/u
const untilReached = (words: string): string => words.replace(REACHED_AFTER_ALL, '').replace(THE_COMPANY, '')

/** Where a figure stands. */
interface Source {
  paragraph: Pick<ReadParagraph, 'text' | 'figures'>
  figure: CoreFigure
  /** where its sentence begins */
  begin: number
  body: string
  year: number | null
  frameAt: (start: number) => TimeFrame
  /** under a heading of plans, where 去年 is the year reported on */
  planned: boolean
}

/**
 * A number with the noun that it counts, wherever the noun stands: 现有教学班48个 and 全校46个教学班均配备… are of one thing. Such pairs are
 * far less alike than the statements of statement.ts, so that only a slip of the hand between the two numbers tells a contradiction. Hardly any
 * number has such a partner: its words are read when one is found.
 */
export class Counted {
  readonly figure: CoreFigure
  /** white space removed */
  private readonly lead: string
  private words: readonly string[] | undefined
  private limits: readonly string[] | undefined

  constructor(
    private readonly source: Source,
    /** index of its sentence in the paragraph */
    readonly sentence: number,
    /** the words before the number as they stand */
    readonly front: string,
    /** the words behind it, which may begin with the noun */
    readonly behind: string,
    /** of all there are (现有, 全校) */
    readonly whole: boolean,
    /** said so only by 全部 behind the noun */
    readonly allOfThem: boolean,
    /** the name of a rate; empty for what is counted */
    readonly rate: string,
    /** equal for numbers of one unit in which two digits may be exchanged; for wholes and longer ones also for those of which one digit differs */
    readonly keys: readonly string[],
  ) {
    this.figure = source.figure
    this.lead = squeezed(source.paragraph.text.slice(source.begin, source.figure.start))
  }

  /** the words before the number, which may end in the noun: with and without what was done to it (高标准农田建设), and as the indicator names it */
  get ahead(): readonly string[] {
    return (this.words ??= this.readWords())
  }

  private readWords(): readonly string[] {
    const { lead, figure, source: { body, year } } = this
    // 市图书馆2025年到馆读者, in the report of that year
    const front = year === null ? this.front : this.front.replace(`${year}年`, '')
    const plain = nameOf(front, body)
    return [...new Set([plain, plain.replace(TAILS, ''), nameOf(figure.indicator, body), elliptic(front, lead), untilReached(plain), plain.replace(WHOSE_OWN, ''), plain.replace(OF_A_PLACE, '')])].filter((words) => words.length >= 2)
  }

  /** Is so much said of it that another number with one other digit may be of the same? */
  get isNamed(): boolean {
    return this.whole || this.behind.length >= 4 || this.ahead.some((words) => words.length >= 4)
  }

  /** Do the words next to the number have this one (新增 in 新增的减税降费)? */
  has(word: string): boolean {
    return this.front.includes(word) || this.behind.includes(word)
  }

  /** 新建, 新增 */
  get fresh(): boolean {
    return FRESH.test(this.front)
  }

  /** words for which part, place and time */
  get scope(): readonly string[] {
    const { lead, figure, source: { paragraph, begin, year, planned } } = this
    return (this.limits ??= [...scopeOf(paragraph, figure, begin, year).filter((word) => (!planned || word !== '去年' || TO_COME.test(lead)) && !(/^[上去]年$/u.test(word) && ROSE_TO.test(this.front))), ...new Set(lead.match(WHOSE) ?? [])].sort())
  }

  /** its whole sentence */
  get sentenceText(): string {
    const { paragraph: { text }, begin } = this.source
    const end = text.indexOf('。', begin)
    return squeezed(text.slice(begin, end < 0 ? undefined : end))
  }

  /** Is this the only thing told before it in its sentence, with a number of its own? */
  isAfter(thing: string): boolean {
    return this.lead.includes(thing) && (this.lead.match(/\d[\d.,]*[万亿]?[件项个起人名户]/gu) ?? []).length <= 2 && !/其中|分别|另/u.test(this.lead)
  }

  /** Does its sentence begin with this doing (实施民生实事项目|12件，完成投资), of which nothing but one number is told before it? */
  isFor(doing: string): boolean {
    const at = this.lead.indexOf(doing)
    return at >= 0 && at <= 8 && /^[^，；]{0,8}，$/u.test(this.lead.slice(at + doing.length, this.lead.length - this.front.length))
  }

  /** does it stand in the first clause of its sentence? */
  get opens(): boolean {
    return !/[，；：]/u.test(this.lead)
  }

  /** in a sentence that begins with 其中 */
  get ofPart(): boolean {
    return this.lead.startsWith('其中')
  }

  /** to what end (依法保护未成年人，受理…), where the clause before says so */
  get serves(): string {
    return endOf(this.lead.slice(0, this.lead.lastIndexOf('，') + 1))
  }

  /** of one year, of several, or a mean */
  get span(): TimeFrame['span'] {
    return this.source.frameAt(this.figure.start).span
  }

  /** what became of it (收到, 立案), said here or of the first of its list */
  get state(): string {
    const { front, figure, source: { paragraph: { text }, begin } } = this
    return stateOf(front) || stateOf(squeezed(text.slice(Math.max(begin, clauseStart(text, figure.start)), figure.start)))
  }
}

/** What a figure counts; undefined where it is of no one thing, or of the time to come. */
export function countedOf(
  { text, path, figures }: ReadParagraph,
  figure: CoreFigure,
  sentences: readonly { start: number; end: number }[],
  { body, year, frameAt }: Pick<Source, 'body' | 'year' | 'frameAt'>,
): Counted | undefined {
  const digits = digitsOf(figure.text)
  if (figure.high !== undefined || digits.length < 2 || (figure.approx !== 'exact' && digits.length < 3) || isQuoted(text, figure.start)) return undefined
  const sentence = sentenceIndex(sentences, figure.start)
  const begin = sentences[sentence]?.start ?? 0
  const previous = figures.findLast((f) => f.end <= figure.start && isCore(f))?.end ?? 0
  const from = Math.max(clauseStart(text, figure.start), previous, begin)
  const front = squeezed(text.slice(from, figure.start)).replace(/^[、和及与]/u, '').replace(/^.*、/u, '')
  // 4850万元、特别国债1.2亿元: what follows a mark is of the next
  const behind = squeezed(text.slice(figure.end, clauseEnd(text, figure.end))).replace(/^（[^）]*）/u, '').replace(/^、.*$|^的?(?:各类)?/u, '').replace(/^在([校籍读])学?生/u, '在$1学生').slice(0, 20)
  const lead = squeezed(text.slice(begin, figure.start))
  // of which works is for investments.ts to say
  if (front.endsWith('总投资') && (behind !== '' || plainOf(front) === '投资')) return undefined
  if (HOPED.test(lead.slice(-24))) return undefined
  // 29家养老机构全部完成改造
  const allOfThem = front === '' && ALL_OF_THEM.test(behind)
  const whole = isWholeWord(front) || allOfThem
  const planned = partOf(path, year) === 'plan'
  // 在去年46个…的基础上，今年再安排50个: planned again
  const said = planned ? lead.slice((TO_COME.exec(lead)?.index ?? -1) + 1) : lead
  if (planned && !whole && !DONE.test(said) && !path.some((line) => DONE.test(line))) return undefined
  const rate = figure.kind === 'percent' ? rateName(figure.indicator, body, year) : ''
  if (figure.kind === 'percent' && rate === '') return undefined
  // 5.62万注册志愿者
  const unit = figure.unit === '' && OF_PERSONS.test(behind) ? '人' : unitOf(figure.unit)
  const scale = /[万亿]/u.exec(figure.text)?.[0] ?? ''
  const point = figure.text.includes('.') ? '.' : ''
  const keys = [`${inAnyOrder(digits)}${point}${scale}${unit}`]
  if (whole || (digits.length >= 3 && digits.length <= 5)) for (let i = 0; i < digits.length; i++) keys.push(`${digits.slice(0, i)}*${digits.slice(i + 1)}${point}${scale}${unit}`)
  // 4850万元 may be told again as 0.485亿元, 16200人 as 1.62万人
  if (figure.value >= 10_000) {
    const telling = significant(figure.value)
    if (telling.length >= 2) keys.push(`${inAnyOrder(telling)}e${Math.floor(Math.log10(figure.value))}${unit}`)
    // 1.86亿元 and 1860万元: the point or the scale is another one
    if (telling.length >= 3) keys.push(`${telling}~${unit}`)
    // 48.72亿元 may be told again as 48.7亿元, 12846件 as 1.28万余件
    for (const kept of ROUNDED) {
      if (telling.length <= kept) break
      const written = [Math.round, Math.floor].map((cut) => inAnyOrder(String(cut(Number(telling.slice(0, kept + 1)) / 10))))
      for (const digits of new Set(written)) keys.push(`${digits}e${Math.floor(Math.log10(figure.value))}${unit}`)
    }
  }
  return new Counted({ paragraph: { text, figures }, figure, begin, body, year, frameAt, planned }, sentence, front, behind, whole, allOfThem, rate, keys)
}

/** how many digits a number must keep when it is rounded to tell that two of them are exchanged */
export const ROUNDED: readonly number[] = [3, 4]

/** The digits that say how much it is, whatever the scale: 4850万 and 0.485亿 → 485. */
export const significant = (value: number): string => String(Math.round(value)).replace(/0+$/u, '')

/** What is counted; whose reports a congress hears says nothing of how many they are. */
const nameOf = (words: string, body: string): string => bare(words, body).replace(/(?<=在[校籍读])生/u, '学生').replace(/“?一府(?:一委)?两院”?|“?(?:12\d{3}|96\d{3,4})”?(?=\p{Script=Han})|由[上去]年的?$/gu, '')

/** Persons are counted as 人, 名 and 位, events as 场 and 场次. */
export const unitOf = (unit: string): string => (/^[人名位]$/u.test(unit) ? '人' : unit.replace(/(?<=[场台例班])次$|^起$/u, (end) => (end === '起' ? '件' : '')))

/** Nouns of which a report has many: of one of them only where it is said of all there are. */
export const EVERYWHERE =
  /^(?:全年|各类|各级|人次|资金|投资|项目|群众|问题|人员|建议|意见|活动|干部|物资|企业|就业|岗位|师生|学生|教师|职工|会员|党员|委员|代表|提案|议案|案件|信息|会议|培训|服务|家庭|农户|居民|社区|村|乡镇|单位|部门|学校|医院|中心|站点|平台|基地|场所|人口|面积|床位|车辆|设施|设备|线索|隐患|事项|诉求|小区|道路|公里|志愿者?|妇女|儿童|老人|患者|病例|对象|贫困|困难|惠及|受益|累计|新增|建设|改造|工程|重点|专项|专题|调研|视察|工作|课题|报告|文件|制度|成果|荣誉|奖项|先进|典型|个人|集体|市场|主体|工人|农民|农村|城镇)+$/u

/** How the two numbers differ, and how many digits they have: the more of a chance there is in it, the more their words must agree. */
export interface Slip {
  exchanged: boolean
  digits: number
  /** the same digits, ten or a hundred times as much */
  shifted?: boolean
}

/** The noun without what was done and by whom it is not said. */
export const plainOf = (words: string): string => words.replace(VERBS, '').replace(/^[的了]+|[的了]+$/gu, '')

const CHANGED = /增|降|减|提高|提升|上升|回落|幅|加快|扩大|缩小|同比|环比|上年|目标/u

/** 群众满意度 as 满意率; empty for a growth, and for a share of which nothing is said. */
const rateName = (indicator: string, body: string, year: number | null): string => (/[率度重]$/u.test(indicator) && !CHANGED.test(indicator) ? bare(indicator, body).replace(/满意度$/u, '满意率').replace(`${year ?? ''}届毕业生`, '毕业生').replace(TOTAL, '') : '')
const TOTAL = /^(?:全[省市县区镇乡村院校局厅旗州]|全系统|综合|平均|总体)+/u
