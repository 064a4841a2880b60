import { readChinese } from '../../text/numerals.ts'
import { itemCounts, masked } from './items.ts'
import type { Figure } from '../../figures/figure.ts'
import { isDelta, isLevel, type Sentence, type Term } from './sentence.ts'
import { isFinished, periodsBefore } from './subject-clauses.ts'

/** 分别 with its subjects and the values given to them. */
export interface Respective {
  /** how many things are named; their text in the paragraph */
  subjects: number
  subjectPlace: { start: number; end: number }
  /** the values, in order */
  values: readonly Figure[]
}

/** Words between 分别 and its first value that leave a list of values behind them. */
const BEFORE_VALUES = /^(?:[^，；。：、]{0,14}?)$/u
/** What may part two values of one list. */
const BETWEEN_VALUES = /^(?:[（][^）]{0,12}[）])?(?:[、，]?(?:和|及|以及|与)?|、)(?:同比|较上年|比上年)?(?:增长|增加|下降|减少|提高|提升|上升|为|达|达到|占|高于|低于|降低|回落)?了?$/u
/** no mark and no 和 before it: what follows is no further value of the list */
const MOVED_BY = /^(?:(?:同比|净|大幅)?(?:增长|增加|增收|增产|增|提高|提升|上升|上涨|扩大|下降|减少|降低|减|回落|压缩|压减|缩短)(?:了|约|近|超)*)$/u
/** such words ahead of a first value name what is counted one by one: 分别为主席1名、副主席4名 */
const OPENED = /(?:为|达|达到|是|有|占|至|到|在|于|由|从|以|(?:高于|低于|快于|慢于|优于|超过|居|列)(?:全[国省市县区]|上年|去年)?(?:平均水平|平均|同期)?|判处|徒刑|增长|增加|下降|减少|提高|提升|上升|完成|实现|回落|降低|同比增长|比上年增长|超|约|近|了)$/u
const CONNECTIVE = /^(?:[比较与]前[两二三四五\d]个?年(?:均值|平均)?(?:相比)?|同比|环比|也|均|都|并|且|已|各|较上年|比上年|较去年|比去年|同比又|两年平均|年均|累计|同期|按可比价格?计算?|增速|增幅|涨幅|占比|比重|较上年同期|比上年同期)*$/u
/** What is measured of the things that the clause before lists: 发放A、B、C，余额分别为… */
const MEASURE_OF = /^(?:数量|其?数据|总量|总数|(?:总|概算|完成)?投资额?|[总合]?金额|贷款余额|余额|(?:占地|建筑|总|种植)?面积|(?:年|总)?产[量值]|全?长度?|里程|(?:参加|参与|参训|受益|服务)?人[数次]|收入|支出|规模|单价|价格|造价|资金|得分|满意率|合格率|覆盖率|办结率|完成率|达标率|通过率|就业率|入住率|使用率|销售额|成交额|交易额)$/u
/**
 * There the list is what the clause's verb, which stands first, is done to. A verb behind the list's beginning has a list of its own in front
 * of it (市、县、乡压减会议、文件，数量分别为…), and so has a verb alone (新建、改造县道、乡道).
 */
const VERB = '发放|新建|改建|扩建|建成|建设|改造|修建|实施|推进|完成|开展|举办|组织|开设|开办|设立|成立|引进|培育|打造|投入|安排|下达|拨付|采购|购置|种植|养殖|销售|生产|签订|签约|征收|收储|出让|提供|落实|争取|获得|整治|创建|压减|印发|培训|查处|受理|审结|办结|化解|表彰'
const DONE_TO = new RegExp(`^(?:全年|全[省市县区院校]|我[省市县区院校]|年内|今年|共|累计|先后|已|还|并|新|分期|重点|同步|\\d{4}年)*(?:${VERB})了?(?!、)`, 'u')
const ANY_VERB = new RegExp(`${VERB}|进行|共建|合建|帮扶|对接|推动|支持|资助|捐赠|提升`, 'u')
/** 比前五年分别上升, 居全省前三名: no number of subjects */
const EXPLICIT = /(?<![前近较比第])([两二三四五六七八九十]|\d{1,2})(?:个|大|项|家|类|级|地|县|区|市|者|方面|种|所|名|位|党派|部门|单位|片区|年|季度)[^、，；。]{0,10}$/u
/** the sentence before it may hold a part of the list: anything else than these opens a clause of its own */
const ADVERBIAL = /(?:^|[。；：])(?:[^，；。：、]{0,6}(?:年|月|年来|以来|期间|年末|年底|全年|中|上|下|后|时|方面|其中)|从[^，；。]{1,14}看|据统计|其中)$/u

/** Uses of 分别 in a sentence whose values are not as many as the subjects, for certain. */
export function wrongRespectives(sentence: Sentence): Respective[] {
  const { text, start, end } = sentence
  const said = text.slice(start, end)
  if (sentence.numbers.length === 0 || !said.includes('分别')) return []
  const out: Respective[] = []
  let last: Told | undefined
  for (const found of [...said.matchAll(/分别/gu)].slice(0, 40)) {
    const at = start + found.index
    const groups = valueGroups(sentence, at)
    const named = inherited(sentence, at, last) ?? subjectsBefore(sentence, at)
    const wrong = named && mismatch(sentence, groups, named)
    if (wrong) out.push(wrong)
    last = named && !wrong ? { at, named, count: groups.at(-1)?.length } : undefined
  }
  return out
}

/** An earlier 分别 of the sentence that was right. */
interface Told {
  at: number
  named: Subjects
  /** how many values it had, where they are numbers */
  count: number | undefined
}

/** 分别增长5.8%、7.2%，分别高于全省0.3个、0.5个百分点: a second 分别 is said of the same things, if it names none of its own. */
function inherited({ text }: Sentence, at: number, last: Told | undefined): Subjects | undefined {
  if (!last) return undefined
  const between = text.slice(last.at + 2, at).replace(/\s+/gu, '')
  const own = /，([^，；。：、和及与]{0,8})$/u.exec(between)?.[1]
  if (own === undefined || between.length > 60 || /[；：]/u.test(between) || (between.match(/，/gu) ?? []).length > 1) return undefined
  const { named, count } = last
  return count === undefined ? (named.counts.size === 1 ? { ...named, closed: true } : undefined) : { counts: new Set([count]), closed: true, place: named.place }
}

function mismatch({ text }: Sentence, groups: readonly Figure[][], named: Subjects): Respective | undefined {
  for (const values of groups) {
    if (named.counts.has(values.length)) continue
    const more = values.length > Math.max(...named.counts)
    if (more && !named.closed) continue
    // one value alone says 分别 of something else, unless it ends its clause; 居全省前三名 is of each
    if (values.length === 1 && values[0]?.text.startsWith('前')) continue
    if (values.length === 1 && !(named.counts.size === 1 && /^[，；。、]/u.test(text.slice(values[0]?.end ?? 0).trimStart()))) continue
    const subjects = [...named.counts].sort((a, b) => Math.abs(a - values.length) - Math.abs(b - values.length))[0] ?? 0
    return { subjects, subjectPlace: named.place, values }
  }
  return undefined
}

const SCORE = /^\d+(?:\.\d+)?$/u

/** The lists of values behind 分别: one, or two for 由…增加到…. Empty where the values are not a bare list. */
function valueGroups({ numbers: all, text, end }: Sentence, at: number): Figure[][] {
  // 98.6分 of an examination is no figure, but a value of its list
  const numbers = all.map((n): Figure => (n.kind === 'label' && SCORE.test(n.text) && /^分(?![钟之别])/u.test(text.slice(n.end, n.end + 2)) ? { ...n, end: n.end + 1, text: `${n.text}分`, kind: 'quantity', unit: '分' } : n))
  const groups: Figure[][] = []
  let group: Figure[] = []
  let eachMayHaveIt = false
  let from = at + 2
  for (const number of numbers) {
    // 一等奖4个: the name of what is counted
    if (number.start < at || (group.length === 0 && groups.length === 0 && /^(?:等?奖)?\d/u.test(text.slice(number.end, number.end + 3)) && /^[特一二三四]/u.test(number.text))) continue
    const between = text.slice(from, number.start).replace(/\s+/gu, '')
    // 分别比2023年减少2起、10人: the year of the base is no value
    if (group.length === 0 && groups.length === 0 && number.kind === 'date' && /^[比较与同]$/u.test(between)) {
      from = number.end
      continue
    }
    if (group.length === 0 && groups.length === 0) {
      if (!(MEASURES.has(number.kind) || number.kind === 'rank' || number.kind === 'duration') || !BEFORE_VALUES.test(between) || /[、，“”]/u.test(between)) return []
      // 分别捐款5万元: may be said of each
      eachMayHaveIt = !(between === '' || OPENED.test(between))
      group = [number]
    } else if (MOVED_BY.test(between) && groups.length === 0) {
      // 分别比上年的556.7万人次、52.1亿元增长10.0%、12.7%: where they were ends, and by how much they moved begins
      groups.push(group)
      group = [number]
    } else if (BETWEEN_VALUES.test(between) && between !== '' && isLike(group[0], number) && !/^，/u.test(between)) group.push(number)
    else if (BETWEEN_VALUES.test(between) && between !== '' && isLike(group[0], number) && /^，(?:增长|增加|下降|减少|提高|提升|上升)/u.test(between)) {
      // 分别为58216元、33846元，增长5.1%和7.3%: the list ended before its changes
      if (group.length > 1) break
      return []
    }
    else if (/^(?:增长|增加|提高|提升|上升|减少|下降|压缩|缩短|降低|扩大|调整)[至到为]?$/u.test(between) && groups.length === 0) {
      groups.push(group)
      group = [number]
    } else if (between === '' || /^(?:[\p{Script=Han}（）]{0,8})$/u.test(between)) {
      // 12件15人: more than one number for each
      return []
    } else break
    from = number.end
  }
  const last = group.at(-1)
  // the list goes on with what is not read as a number, or 等
  const behind = last ? text.slice(last.end, end).replace(/\s+/gu, '') : ''
  if (/^(?:[^，；。]{0,3}等|[、和及与](?!其|以)|[，、]?(?:基本)?(?:与[^，；。]{1,6})?(?:持平|不变|无增减))/u.test(behind) || /^[^，；。：]{0,2}[、]/u.test(behind)) return []
  if (eachMayHaveIt && group.length < 2) return []
  if (group.length > 0) groups.push(group)
  return groups
}

/** Members of one list: numbers of things, of whatever unit, or ranks, or spans of time. Names with numbers and dates are none. */
const isLike = (first: Figure | undefined, { kind }: Figure): boolean => first !== undefined && (first.kind === kind || (MEASURES.has(kind) && MEASURES.has(first.kind)))
const MEASURES: ReadonlySet<Figure['kind']> = new Set(['quantity', 'percent', 'money'])

interface Subjects {
  /** as how many things the words may be read */
  counts: Set<number>
  /** is it certain that nothing before belongs to them? */
  closed: boolean
  place: { start: number; end: number }
}

/** 等 ends an open list, but not in 优秀、合格等次 and 一等奖 */
const OPEN_LIST = /(?<![高中平同均初优对相])等(?!次|级|奖|额|候|待|于|距|学校第)/u
/** one word for several things, or a number of kinds without their names: 存贷款余额, 进出口, 三次产业, 近三年 */
const IMPLIED: readonly (readonly [RegExp, number])[] = [
  [/^(?:[^，；。]{0,8})(?:存贷款|进出口|城乡居民|门急诊|男女)[^，；。]{0,10}$/u, 2],
]
const KINDS_COUNTED = /([两三四五六七八九十]|[2-9])(?:次产业|大产业|级(?=$|法院|检察|政协|人大|工会|政府|部门|机关|组织)|类|种(?:形态|类型|方式)|项(?:指标|工作|收入|保险)|所学校|个(?:县|区|镇|乡|村|校区|院区|园区|项目|片区|季度|专业|班级|年级|批次|厂区|学院|方面|领域|层次|档次|等次|代表团|界别|小组)|(?<=(?:近|前|过去|连续|这).)年|家(?:医院|企业|单位|公司|银行))/gu

/** How many things words without a list stand for; undefined where they name none or leave it open. */
function impliedCount(words: string): number | undefined {
  if (/[、和及与]/u.test(words)) return undefined
  for (const [named, count] of IMPLIED) if (named.test(words)) return count
  const said = [...words.matchAll(KINDS_COUNTED)]
  const [only] = said
  if (!only || said.length > 1 || /第|之|百|千|万|\d{3}|多|余|[十百]$|年来|年间|年级|分之/u.test(words.slice(Math.max(0, only.index - 1)))) return undefined
  const numeral = only[1] ?? ''
  if (/[十百几数\d一二三四五六七八九]/u.test(words.charAt(only.index - 1))) return undefined
  return /\d/u.test(numeral) ? Number(numeral) : numeral === '两' ? 2 : readChinese(numeral)
}

const CLAUSE_MARKS = '，；：。！？\n'

/** The list that 分别 refers to: in its own clause, or where that holds only 同比 and the like, in the one before. */
function subjectsBefore(sentence: Sentence, at: number): Subjects | undefined {
  const { text, start, terms } = sentence
  const cover = masked(text.slice(start, at))
  let to = cover.length
  let from = clauseOf(cover, to)
  let own = cover.slice(from, to)
  const said = own.replace(/\s+/gu, '')
  if (MEASURE_OF.test(said) && !listsThings(cover.slice(clauseOf(cover, from - 1), from - 1))) return undefined
  if ((MEASURE_OF.test(said) || CONNECTIVE.test(said)) && from > 0 && cover.charAt(from - 1) === '，') {
    to = from - 1
    from = clauseOf(cover, to)
    own = cover.slice(from, to)
  }
  const words = own.replace(/\s+/gu, '')
  const place = { start: start + from, end: start + to }
  const stated = terms.filter((t) => t.figure.start >= place.start && t.figure.end <= place.end)
  if (stated.length > 0) return valuesAsSubjects(sentence, place, stated)
  const implied = impliedCount(words)
  if (implied !== undefined) return { counts: new Set([implied]), closed: true, place: trimmed(text, place) }
  const levels = /(?:^|[，。；：])(?:在|参加)?((?:国家|全国|省|市|县|区|镇|校)(?:级?[、和及](?:国家|全国|省|市|县|区|镇|校))+)级?[^，。；：、和及与\d]{2,12}[中上]，$/u.exec(cover.slice(0, from))
  // 在省、市比赛中，我区教师分别获得…: the list stands in the clause before
  if (levels?.[1] !== undefined && /^[^、和及与\d]{0,10}$/u.test(words)) {
    const n = levels[1].split(/[、和及]/u).length
    return { counts: new Set([n]), closed: true, place: trimmed(text, { start: start + levels.index + levels[0].indexOf(levels[1]), end: start + from - 1 }) }
  }
  const periods = periodsBefore(cover.slice(0, from), words)
  if (periods) return { counts: new Set([periods.count]), closed: true, place: { start: start + from - 1 - periods.text.length, end: start + from - 1 } }
  if (!/[、和及与]/u.test(words) || OPEN_LIST.test(words) || /[一每各]个?[^、]{0,4}$/u.test(words.slice(0, 0))) return undefined
  const counts = itemCounts(words)
  // 县法院、县检察院受理的刑事、民事案件: two lists; which of them 分别 goes with is open
  for (const tail of words.split(/的|(?<![初高集其党])中(?![医学心小央层国共等型标级专职队药华])，?|在(?![职校编岗建册线])/u).slice(1)) if (/[、和及与]/u.test(tail)) for (const n of itemCounts(tail)) counts.add(n)
  const explicitly = EXPLICIT.exec(words)?.[1]
  const explicit = explicitly === undefined ? Number.NaN : /\d/u.test(explicitly) ? Number(explicitly) : explicitly === '两' ? 2 : readChinese(explicitly)
  if (explicit > 1) counts.add(explicit)
  // 分别 is said of two or more
  counts.delete(1)
  if (counts.size === 0) return undefined
  const ahead = cover.slice(0, from)
  const closed = ahead === '' || /[；：。]$/u.test(ahead) || ADVERBIAL.test(ahead.slice(0, -1)) || (ahead.endsWith('，') && !/[、]|(?:[值额量资入出率数业费款贷积比度价金员案件人]|产品|项目|企业|方面)，$/u.test(ahead.slice(clauseOf(ahead, ahead.length - 1)))) || /\d[^，；。\d]{0,6}，$/u.test(ahead) || (ahead.endsWith('，') && isFinished(ahead.slice(clauseOf(ahead, ahead.length - 1))))
  return { counts, closed, place: trimmed(text, place) }
}

/** Is the list of this clause what its verb is done to, or of things that end alike? */
function listsThings(clause: string): boolean {
  const words = clause.replace(/\s+/gu, '')
  const verb = DONE_TO.exec(words)?.[0]
  return verb === undefined ? !ANY_VERB.test(words) : !ANY_VERB.test(words.slice(verb.length))
}

/** 生产总值523.4亿元、预算收入38.5亿元，同比分别增长…: the numbers stand for their things. */
function valuesAsSubjects({ terms, text, start }: Sentence, place: { start: number; end: number }, stated: readonly Term[]): Subjects | undefined {
  const levels = stated.filter((t) => isLevel(t) && !isDelta(t))
  if (levels.length === 0 || levels.length !== stated.length) return undefined
  const between = levels.slice(1).map((t) => t.before)
  const before = terms.filter((t) => t.figure.end <= (levels.at(-1)?.figure.end ?? 0) && isLevel(t))
  // as many as the clause names, or with the clauses before it
  const counts = new Set<number>()
  if (levels.length > 1 && between.every((b) => /[、和及与]/u.test(b))) counts.add(levels.length)
  else for (let n = 1; n <= before.length; n++) counts.add(n)
  // its own list may be longer than its numbers (内科、外科12万人次)
  if (/、/u.test(masked(text.slice(place.start, levels[0]?.figure.start ?? place.start))) || levels.some((t) => /、[^、]*、/u.test(t.before))) return undefined
  // 较大火灾…；重大火灾3起、亡44人，分别减少…: two of one clause are not told with those of another behind ；
  const from = levels.length > 1 ? Math.max(start, text.lastIndexOf('；', place.start) + 1) : start
  const near = before.filter((t) => t.figure.start >= from).length
  for (let n = levels.length + 1; n <= near; n++) counts.add(n)
  if (Math.max(...counts) < 2) return undefined
  const first = before[0]
  return { counts, closed: true, place: trimmed(text, { start: Math.max(start, counts.size === 1 ? place.start : (first?.figure.start ?? place.start)), end: place.end }) }
}

function clauseOf(text: string, to: number): number {
  let from = to
  while (from > 0 && !CLAUSE_MARKS.includes(text.charAt(from - 1))) from--
  return from
}

function trimmed(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  while (start < end && /\s/u.test(text.charAt(start))) start++
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--
  return { start, end }
}
