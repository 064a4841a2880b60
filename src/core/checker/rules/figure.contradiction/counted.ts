import type { Frame as TimeFrame } from '../../../compare/frame.ts'
import { isCore, type CoreFigure } from '../../../figures/figure.ts'
import { digitsOf } from '../../number-slip.ts'
import { partOf } from '../../part.ts'
import { clauseEnd, clauseStart, inAnyOrder, isQuoted, sentenceIndex, squeezed } from '../../reading.ts'
import type { ReadParagraph } from '../../rule.ts'
import { bare, endOf, scopeOf } from './statement.ts'
import { isWholeWord, kindsOf, stateOf, TAILS, VERBS, WHOSE } from './words.ts'

const HOPED = /力争|争取(?=\p{Script=Han}*达)|计划|拟|确保|将|目标|预计|不少于|不低于|以上$/u
const DONE = /回顾|回望|全年(?!目标)|虽|已|现有|目前|去年|过去|存在|问题|不足|[建办收查]的$/u
const OF_PERSONS = /^\p{Script=Han}{0,8}?(?:[者员民众工生师兵]|群众|职工|干部)/u
const TO_COME = /(?<=[去上]年.*)[今明]年(?!.*[去上]年)/u
const ALL_OF_THEM = /^\p{Script=Han}{4,10}?(?:已?全部|均已|全面)/u
/** 霁州市中级人民法院受理案件, 芷汀区共有学校: who is meant where nobody else is */
const WHOSE_OWN = /^\p{Script=Han}{2,8}?(?:人民法院|人民检察院|公安局|总工会|妇联|残联|政协|医院|街道|镇)(?=受理|收到|办理|审结|办结|共有|现有|拥有)/u
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
const FRESH = /新(?=[建增改发选聘招录引成组设入晋])/u

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
    return [...new Set([plain, plain.replace(TAILS, ''), nameOf(figure.indicator, body), elliptic(front, lead), plain.replace(WHOSE_OWN, ''), plain.replace(OF_A_PLACE, '')])].filter((words) => words.length >= 2)
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
  if (behind !== '' && front.endsWith('总投资')) return undefined
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
  if (figure.value >= 10_000 && digits.length >= 3) {
    const telling = significant(figure.value)
    keys.push(`${inAnyOrder(telling)}e${Math.floor(Math.log10(figure.value))}${unit}`)
    // 1.86亿元 and 1860万元: the point or the scale is another one
    if (telling.length >= 3) keys.push(`${telling}~${unit}`)
  }
  return new Counted({ paragraph: { text, figures }, figure, begin, body, year, frameAt, planned }, sentence, front, behind, whole, allOfThem, rate, keys)
}

/** The digits that say how much it is, whatever the scale: 4850万 and 0.485亿 → 485. */
export const significant = (value: number): string => String(Math.round(value)).replace(/0+$/u, '')

/** What is counted; whose reports a congress hears says nothing of how many they are. */
const nameOf = (words: string, body: string): string => bare(words, body).replace(/(?<=在[校籍读])生/u, '学生').replace(/“?一府(?:一委)?两院”?|“?(?:12\d{3}|96\d{3,4})”?(?=\p{Script=Han})|由[上去]年的?$/gu, '')

/** Persons are counted as 人, 名 and 位, events as 场 and 场次. */
export const unitOf = (unit: string): string => (/^[人名位]$/u.test(unit) ? '人' : unit.replace(/(?<=[场台例班])次$/u, ''))

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

/** The noun that both numbers count; undefined where they are not certainly of one thing. */
export function sharedNoun(a: Counted, b: Counted, slip: Slip, inLooserWords: (a: Counted, b: Counted, slip: Slip) => string | undefined): string | undefined {
  if ((a.fresh && (b.whole || b.has('累计')) && !b.fresh) || (b.fresh && (a.whole || a.has('累计')) && !a.fresh) || otherWhole(a.front, b.front)) return undefined
  if (!slip.exchanged && (a.serves !== b.serves || a.ofPart || b.ofPart)) return undefined
  if (a.span !== b.span || (a.rate === '') !== (b.rate === '')) return undefined
  const noun = a.rate !== '' ? sharedRate(a, b, slip) : (aheadOfBoth(a, b, slip) ?? aheadAndBehind(a, b, slip) ?? aheadAndBehind(b, a, slip) ?? behindBoth(a, b, slip) ?? pointedAt(a, b, slip) ?? inLooserWords(a, b, slip))
  return noun !== undefined && sameScope(a, b, noun, slip) ? noun : undefined
}

/** 村级 is no limit in 126个村级养老服务站; 会议期间收到代表建议117件 is told again as 117件代表建议. */
function sameScope(a: Counted, b: Counted, noun: string, { exchanged, digits }: Slip): boolean {
  // 汀区共有学校67所, 全区76所学校: the place is the whole
  const [p, q] = [a, b].map(({ front }) => /全([省市县区镇乡])/u.exec(front)?.[1] ?? /^\p{Script=Han}{2,3}([省市县区镇乡])(?:共有|现有|拥有|下辖|有)/u.exec(front)?.[1])
  const of = ({ scope, front }: Counted, other: Counted): string => scope.filter((word) => !noun.includes(word) && !other.has(word) && !(word === '其中' && other !== a && exchanged && digits >= 3 && noun.length >= 4) && !(exchanged && digits >= 4 && WHOSE_OWN.exec(front)?.[0].includes(word)) && !(exchanged && digits >= 3 && MEETING.test(word)) && !(p !== undefined && p === q && word.endsWith(p) && front.includes(`${word}共有`))).join()
  return of(a, b) === of(b, a)
}
const MEETING = /^(?:会议?期间|大会|全会|会上)$/u

const CHANGED = /增|降|减|提高|提升|上升|回落|幅|加快|扩大|缩小|同比|环比|上年|目标/u

/** 群众满意度 as 满意率; empty for a growth, and for a share of which nothing is said. */
const rateName = (indicator: string, body: string, year: number | null): string => (/[率度重]$/u.test(indicator) && !CHANGED.test(indicator) ? bare(indicator, body).replace(/满意度$/u, '满意率').replace(`${year ?? ''}届毕业生`, '毕业生').replace(TOTAL, '') : '')
const TOTAL = /^(?:全[省市县区镇乡村院校局厅旗州]|全系统|综合|平均|总体)+/u
/** words that a rate may have or lack; all others make it another one */
const MAY_LACK = /^(?:常住人口|毕业生|总体|群众|服务|案件|人民|社会|公众|委员|代表|患者|家长|师生|所有|全部|对|的|工作|年度|城乡|辖区|环境|空气|质量|总|各类|村|户|人口)*$/u

/** 城镇化率53.7% and 常住人口城镇化率57.3% */
function sharedRate(a: Counted, b: Counted, { exchanged, digits }: Slip): string | undefined {
  const [short, long] = a.rate.length <= b.rate.length ? [a.rate, b.rate] : [b.rate, a.rate]
  if (!exchanged || digits < 3 || short.length < 3) return undefined
  let at = 0
  let extra = ''
  for (const c of long) {
    if (c === short.charAt(at)) at++
    else extra += c
  }
  if (at !== short.length) return undefined
  if (short.length >= 4 && (MAY_LACK.test(extra) || MAY_LACK.test(plainOf(extra)))) return short
  // 受理初次信访事项1428件，按期办结率为98.6%: what it is a rate of stands before it in its sentence
  const without = a.rate.length <= b.rate.length ? a : b
  return extra.length >= 4 && long.startsWith(extra) && without.isAfter(extra) ? short : undefined
}

/** 立案提案147件 and 提案立案174件; 共有注册志愿者13.6万人 and 注册志愿者达16.3万人 */
function aheadOfBoth(a: Counted, b: Counted, slip: Slip): string | undefined {
  // what follows a number without a mark is counted by it
  if (a.behind !== '' && b.behind !== '') return undefined
  for (const x of a.ahead) {
    for (const y of b.ahead) {
      const [p, q] = slip.exchanged && slip.digits >= 3 ? [plainOf(x.replace(FOR_WHOM, '')), plainOf(y.replace(FOR_WHOM, ''))] : [plainOf(x), plainOf(y)]
      if (p.length < 2 || inAnyOrder(p) !== inAnyOrder(q) || differs(a.state || stateOf(x), b.state || stateOf(y), p, slip)) continue
      if (isTelling(p, a, b, slip) || (slip.exchanged && (slip.digits >= 3 || p.length >= 5) && inAnyOrder(x) === inAnyOrder(y))) return p
    }
  }
  return undefined
}

/** 为企业减免租金 and 减免租金 */
const FOR_WHOM = /^(?:为|向|给|对|帮助|助力)\p{Script=Han}{2,6}?(?=减免|发放|兑现|提供|追回|挽回|清退|争取|化解|解决|节约|节省|补贴|拨付|落实|培训|开展|办理|支付|退还|缓缴)/u

const OF_SUBJECT = /^(?:围绕|针对|聚焦|关于|就|紧扣|着眼)|等\p{Script=Han}{0,6}(?:问题|领域|方面|工作|内容)/u
const SUMMED_UP = /等\p{Script=Han}{0,6}(?:问题|领域|方面|工作|内容)\p{Script=Han}{0,4}的$/u

/** 募集的, 改造后的, 圆梦大学的: by what was done */
const DID = /^(?:全年|共|新|已|所|对|为|将|把|在)*(\p{Script=Han}{2})(?:后|到|下)?的$/u

/** 建成代表家站47个 and 发挥74个代表家站作用 */
function aheadAndBehind(a: Counted, b: Counted, slip: Slip): string | undefined {
  const leads = mayLead(b.front)
  const verb = slip.exchanged ? DID.exec(b.front)?.[1] : undefined
  if (!leads && verb === undefined) return undefined
  // 围绕窨井盖管理制发的25份: some of them, unless the subjects are summed up
  const ofSubject = slip.digits === 2 && OF_SUBJECT.test(b.front)
  for (const x of a.ahead) {
    for (let k = Math.min(x.length, b.behind.length); k >= 2; k--) {
      const noun = b.behind.slice(0, k)
      if (ofSubject && (noun.length < 6 || !SUMMED_UP.test(b.front))) break
      const inOtherOrder = k === x.length && k >= 4 && inAnyOrder(x) === inAnyOrder(noun)
      if ((!x.endsWith(noun) && !inOtherOrder) || noun.startsWith('级')) continue
      const before = inOtherOrder ? '' : plainOf(x.slice(0, -k))
      // 募集善款|1463万元 and 募集的|1436万元|善款: of one doing
      if (verb !== undefined && (slip.digits >= 3 || (noun.length >= 4 && !EVERYWHERE.test(noun))) && x.endsWith(`${verb}${noun}`) && ends(b.behind.slice(k), '', slip)) return noun
      if (!leads) break
      if ((before === '' || leavesNoun(before, noun, b, slip)) && !inConflict(a.state, b.state || stateOf(noun)) && ends(b.behind.slice(k), noun, slip) && isTelling(noun, a, b, slip)) return noun
      // what is longer does not fit, what is shorter is less of the noun
      break
    }
  }
  return undefined
}

/** 公积金缴存职工 is told again as 缴存职工: a long noun cut short, at the beginning of a clause */
const leavesNoun = (before: string, noun: string, { front }: Counted, { exchanged, digits, shifted }: Slip): boolean =>
  (shifted === true && noun.length >= LONG && LEVELS.test(before)) || exchanged && digits >= 3 && noun.length >= 4 && before.length <= 4 && front === '' && kindsOf(before) === '' && !EVERYWHERE.test(noun) && !/[\d省市县区镇乡村]/u.test(before)

/** a part of some money is spent on one thing */
const SPENT = /用于|投向|支持|投入/u
/** a name that is hardly that of two things */
const LONG = 6
/** 统筹中央、省、市各级衔接资金: all of them */
const LEVELS = /^(?:统筹|上级|中央|[省市县区]|各?级)*$/u

/** 全年新建的127家工会组织 and 172家工会组织 */
function behindBoth(a: Counted, b: Counted, slip: Slip): string | undefined {
  if (!mayLead(a.front) || !mayLead(b.front)) return undefined
  let k = 0
  while (k < Math.min(a.behind.length, b.behind.length) && a.behind.charAt(k) === b.behind.charAt(k)) k++
  for (; k >= 2; k--) {
    const noun = a.behind.slice(0, k)
    if (ends(a.behind.slice(k), '', slip) && ends(b.behind.slice(k), '', slip) && !inConflict(a.state, b.state) && isTelling(noun, a, b, slip)) return noun
  }
  return undefined
}

/** 辅助器具适配惠及的|1268人|中, 按照馆藏|37.2万卷|测算: it points back, in the words of what was told */
function pointedAt(a: Counted, b: Counted, { exchanged, digits }: Slip): string | undefined {
  if (!exchanged || digits < 3) return undefined
  const words = POINTS.within.test(b.behind) ? /^在?(\p{Script=Han}{2,14})的$/u.exec(b.front)?.[1] : POINTS.reckoned.test(b.behind) ? /按照?(?:全[省市县区镇乡村校院馆])?(\p{Script=Han}{2,10})$/u.exec(b.front)?.[1] : undefined
  const said = words?.replace(/惠及|受益|参加|参与|享受|涉及|覆盖|服务|帮扶|救助|现有|全部|所有|[的了共]/gu, '') ?? ''
  const told = `${a.front}${a.behind}`
  if (words !== undefined && told.includes(words)) return words
  return said.length >= (digits >= 4 ? 4 : 2) && [...said].every((c) => told.includes(c)) ? words : undefined
}
const POINTS = { within: /^当?中(?:$|有)/u, reckoned: /^(?:计算|测算|折算|估算|推算|来算|核算)/u }

/** 收到 and 立案 are of different numbers; a number of which nothing is said may be either. */
const inConflict = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b

/** 立案办理公益诉讼案件 says no more than 办理公益诉讼案件, where the numbers hardly agree by chance. */
const differs = (a: string, b: string, noun: string, { exchanged, digits }: Slip): boolean => (exchanged && (digits >= 3 || noun.length >= 4) ? inConflict(a, b) : a !== b)

/** The noun without what was done and by whom it is not said. */
export const plainOf = (words: string): string => words.replace(VERBS, '').replace(/^[的了]+|[的了]+$/gu, '')

/** Do the sentences of both speak of one thing (惠及企业842家, 稳岗返还资金 before it, and 向824家企业发放稳岗返还资金)? */
function sharesContext(a: Counted, b: Counted): boolean {
  const said = a.sentenceText
  const other = b.sentenceText
  for (let i = 0; i + SHARED <= said.length; i++) {
    const run = said.slice(i, i + SHARED)
    if (HAN_ONLY.test(run) && other.includes(run) && !EVERYWHERE.test(run)) return true
  }
  return false
}
/** shortest run of characters that tells what a sentence is of */
const SHARED = 5
const HAN_ONLY = /^\p{Script=Han}+$/u

/** Does so much of a noun tell that there is but one number of it? */
function isTelling(noun: string, a: Counted, b: Counted, { exchanged, digits, shifted }: Slip): boolean {
  if (shifted) return noun.length >= LONG && !EVERYWHERE.test(noun) && ![a, b].some(({ behind }) => SPENT.test(behind))
  if (a.whole && b.whole) return !(a.allOfThem || b.allOfThem) || (noun.length >= 4 && !EVERYWHERE.test(noun))
  const special = !EVERYWHERE.test(noun)
  if (!exchanged) return digits >= 3 && special && noun.length >= 4
  if (digits >= 4 || (digits === 3 && noun.length >= 4)) return true
  if (digits === 3 && sharesContext(a, b)) return true
  if (a.whole || b.whole) return digits >= 3 || (special && noun.length >= 2)
  return special
}

/** Do the words before a number leave its noun as it is? Not a place's or another body's, nor some among all. */
function mayLead(front: string): boolean {
  if (front.length > 22 || /未|尚|不|其中|其余|另|分别|平均|每|第|首批|网上|线上|线下|可网?办|[省市县区镇村院校局厅]的?$|个体|属$/u.test(front.replace(/全(?:[省市县区镇村院校局厅旗州系统]+)$/u, ''))) return false
  return !front.endsWith('的') || plainOf(front.slice(0, -1)) === '' || VERB_LAST.test(front)
}
const VERB_LAST = /(?:建成|新建|办理|收到|受理|办结|查处|破获|查办|引进|培育|选聘|现有|建设|改造|发展|打造|交办|登记|签约|发放|争取|排查|选树|命名|制发|发出|下发|签发)的$/u

/** May the noun end here? Behind a long one anything may follow, behind a short one only what begins a predicate. */
const ends = (rest: string, noun: string, { exchanged, digits, shifted }: Slip): boolean =>
  rest === '' || (exchanged && (digits >= 4 || (noun.length >= 4 && !OF_THEIRS.test(rest)))) || PREDICATE.test(rest) || (shifted === true && noun.length >= LONG && rest.startsWith('共'))
/** 高层次人才|子女: others than they are */
const OF_THEIRS = /^(?:子女|家属|家庭|负责人|代表|周边|所在|带头人|经营者)/u
const PREDICATE = /^(?:[，。；、：（）“”()均都全已实完落进参达为在被由受中以按与和及向从把将纳配接运投启正稳持提有无获通开展发整作优职功升验活常逐如随分建入签报走奔扎让织成变用得惠领踊]|资源|红线|改造)/u

/** 全市 and 全县 */
function otherWhole(a: string, b: string): boolean {
  const [p, q] = [a, b].map((words) => /全([省市县区镇乡村院校局厅旗州])/u.exec(words)?.[1])
  return p !== undefined && q !== undefined && p !== q
}
