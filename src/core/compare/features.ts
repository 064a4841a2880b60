import type { PlacedCoreFigure } from '../figures/figure.ts'
import type { PlainParagraph } from '../model/plain-text.ts'
import type { Frame } from './frame.ts'
import { plainGrams, wordingOf, type Grams } from './wording.ts'

/** What of a figure's words and place matters for pairing. All of it is read from the figure's own sentence, lead and headings: what is written elsewhere in the report changes nothing. */
export interface Features extends Frame {
  figure: PlacedCoreFigure
  /** the indicator as it is compared */
  words: string
  wordGrams: Grams
  /** its last two characters: mostly the noun that is counted */
  head: string
  /** of the clause in which the figure stands, numbers left out; of none where other figures of its unit share it, so that it does not say which is which */
  clause: Grams
  /** of the words right before and behind it, in its sentence */
  near: Grams
  /** of the headings and the lead sentence above it */
  place: Grams
  /** what became of the things counted: received, filed, answered … */
  state: State | undefined
  /** whose: 全国政协, 省, 市, 县, 乡镇 */
  ranks: ReadonlySet<string>
  /** words that narrow what is counted: 年末 of a rate, 实际 of a growth, 主要 of leaders, two things counted as one */
  narrowed: string
  /** two things counted as one (专题协商和对口协商) */
  several: boolean
  /** words of which two that differ tell two indicators (出口 and 进口): for each group of {@link MARK_GROUPS} the number of the word, -1 for none */
  marks: Int8Array
  /** per what: 人均, 单位; empty for the whole */
  per: string
  /** which rate: 办复, 满意; empty for no rate */
  rate: string
  /** a rate of change, a change in the unit itself, a share, or a level */
  measure: 'growth' | 'difference' | 'share' | 'level'
  unit: string
  /** the value as a change has it: what fell or was reduced is below nought */
  value: number
  /** 上半年, 环比, 一季度: empty for the whole year against the year before */
  period: string
  /** what is denied (不起诉, 非税) */
  denied: string
  /** numbers and grades that are part of its name (一审, 二等奖, 600分) */
  grades: string
  /** newly added, as against the whole stock; `made` where it is not said which (建成, 增加) */
  added: 'new' | 'made' | ''
  /** what it was before, of a change told from one value to the other (由6.5亿千瓦增至12亿千瓦) */
  former: boolean
  /** names in quotation marks or book title marks in its indicator, and in its sentence */
  named: readonly string[]
  names: string
  /** a part of what was counted before it (其中) */
  part: boolean
  /** where its sentence begins in the paragraph, that sentence among all of the report, and the figure's place among the core figures there */
  sentenceStart: number
  sentenceKey: string
  rank: number
  /** 0 to 1: how far into its paragraph, and into the report, it stands */
  within: number
  position: number
  /** the neighbouring characters by which it is found */
  codes: readonly number[]
  /** a number for kind, measure and time: figures of different ones never pair */
  bucket: number
  /** a number of its own for what it is and where it stands, so that ties fall the same way in any order */
  tie: number
}

export type State = 'received' | 'filed' | 'answered' | 'adopted' | 'satisfied' | 'instructed' | 'concluded' | 'enforced' | 'mediated'

const STATES: readonly [State, RegExp][] = [
  ['instructed', /批示/u],
  ['adopted', /采纳|采用|录用|转化|吸收/u],
  ['satisfied', /满意/u],
  ['mediated', /调解|调撤/u],
  ['enforced', /执结|执行到位/u],
  ['concluded', /审结|结案|办结|审执结|审理(?!用时|天数)/u],
  ['answered', /办复|答复|办理(?=.{0,4}提案|建议)|办理提案|办理建议/u],
  ['filed', /立案|并案/u],
  ['received', /收到|征集|提交|受理|收集|接收|新收/u],
]

const ANY_STATE = new RegExp(STATES.map(([, { source }]) => source).join('|'), 'u')

const CHANGE = '(?:增长|增加|增产|增收|下降|减少|减产|提高|提升|上升|上涨|降低|回落|缩小|缩短|延长|扩大|压减|压缩|缩减|萎缩|下滑|下跌|多|少)'
const GROWTH = new RegExp(`(?:${CHANGE}|增速|增幅|降幅|涨幅|跌幅|下浮)(?:率|了)?$`, 'u')
const CHANGED = new RegExp(`${CHANGE}了?约?$`, 'u')

/** Do an indicator, or the words before a figure, say that it is a change (增长, 减少) and no level? */
export const saysChange = (words: string): boolean => GROWTH.test(words) || CHANGED.test(words)

/** Groups of words that exclude each other; the first that fits counts. */
const MARKS: Readonly<Record<string, readonly RegExp[]>> = {
  residents: [/农村居民|农村(?!公路|户厕)|农民/u, /城镇居民|城市居民|城镇(?=常住|非私营|单位|职工)/u],
  industry: [/第一产业|第一业|一产|农林牧渔/u, /第二产业|第二业|二产/u, /第三产业|第三业|三产|服务业/u, /高技术|高新技术/u, /装备制造/u, /战略性新兴/u, /数字经济/u, /文化产业/u, /规模以上工业|规上工业|工业/u, /建筑业/u],
  trade: [/进出口/u, /出口/u, /进口/u],
  investment: [/民间投资/u, /制造业投资/u, /基础设施投资/u, /房地产(?:开发)?投资/u, /工业投资/u, /技术改造投资|技改投资/u, /固定资产投资/u],
  bank: [/存款/u, /贷款/u],
  account: [/支出/u, /收入/u, /利润/u, /欠款|拖欠/u],
  insurance: [/失业保险|失业(?!率)/u, /工伤/u, /生育(?=保险|津贴)/u, /养老/u, /医疗保险|医保/u],
  school: [/幼儿园|学前|普惠性园/u, /小学/u, /初中/u, /高中/u, /中职|职业/u, /高校|大学/u],
  court: [/刑事/u, /民商事|民事/u, /行政(?=.{0,6}案|.{0,4}诉讼)/u, /执行(?=.{0,4}案)|首执|执结/u, /审判监督|再审/u],
  care: [/门急诊|门、急诊/u, /门诊/u, /急诊/u, /住院|出院/u, /手术/u],
  crop: [/粮食/u, /油料/u, /蔬菜/u, /水果/u, /水产/u, /生猪|猪/u, /肉类|猪牛羊|禽/u, /茶叶/u, /棉花/u],
  yield: [/播种|种植面积|面积/u, /亩产|单产/u, /产量/u, /增加值/u, /产值/u],
  way: [/高速铁路|高铁/u, /高速公路/u, /农村公路/u, /铁路/u, /地铁|轨道/u],
  air: [/PM2\.?5|细颗粒物/u, /PM10/u, /二氧化硫/u, /氮氧化物/u, /化学需氧量/u, /氨氮/u, /二氧化碳|碳排放/u, /优良天数/u, /能耗|能源消耗/u, /用水|水耗/u],
  meeting: [/党组/u, /常委会/u, /主席会/u, /主任会/u, /全体会|全会|大会(?!发言)/u],
  kind: [/提案/u, /社情民意|民意信息/u, /大会发言/u, /调研报告/u, /文史/u, /议案/u],
  act: [/视察/u, /执法检查/u, /评议/u, /协商/u, /民主监督/u, /培训/u, /述职/u, /宣讲/u, /走访/u],
  medium: [/(?:中央级?|国家级)(?:主流)?媒体/u, /省级(?:主流)?媒体/u, /市级(?:主流)?媒体/u],
  sex: [/男/u, /女/u],
  whence: [/外地|市外|县外|省外|境外|域外|跨省|异地/u, /本地|市内|县内|省内|境内|域内/u],
  rice: [/早稻/u, /中稻/u, /晚稻/u],
  weight: [/重点(?!人群)/u, /一般(?=提案|项目|建议|案件|问题)|普通/u],
  owner: [/公办|公立/u, /民办|私立/u, /国有|国企/u, /民营|私营/u, /外资企业|外商投资企业/u],
  line: [/线上|网上|网络/u, /线下|现场/u],
  graduates: [/应届/u, /往届/u],
  residence: [/常住/u, /户籍/u],
  goods: [/食品/u, /药品/u],
  stage: [/招生/u, /在校/u, /毕业(?!生就业)/u],
  works: [/新改建|新建改建|新建、改建|改扩建/u, /新建/u, /改造|改建/u, /养护/u, /扩建/u, /拆除|拆违/u, /整治/u],
  begun: [/开工/u, /竣工|完工/u],
  offices: [/任命/u, /免去|免职/u],
  laws: [/制定/u, /修改|修订/u, /废止/u],
  money: [/发放/u, /收回|回收/u],
  asked: [/申报|申请/u, /获批|获准/u],
  signed: [/签约/u, /落地/u],
  capital: [/实际(?:使用|利用|到位)?外资/u, /合同(?:利用)?外资/u],
  crimes: [/发案/u, /破案/u],
  measures: [/批捕|批准逮捕/u, /起诉/u],
  hired: [/初次就业/u, /年终就业/u],
  unemployment: [/登记失业/u, /调查失业/u],
  sector: [/污水/u, /垃圾/u, /供水/u, /供热|供暖/u, /燃气|天然气/u, /绿化|绿地|造林/u],
}

/** The groups, each with one pattern that tells whether any of its words stands in a text. */
const GROUPS = Object.entries(MARKS).map(([group, patterns]) => [group, new RegExp(patterns.map(({ source }) => source).join('|'), 'u'), patterns] as const)

/** The groups of marks, in the order of {@link Features.marks}. */
export const MARK_GROUPS: readonly string[] = GROUPS.map(([group]) => group)

/** What narrows or widens an indicator without making it another one, and of which measure. */
const NARROWING: readonly (readonly [string, RegExp, Features['measure']?])[] = [
  ['年末', /年末|年底/u, 'share'],
  ['实际', /实际(?=增长|下降)/u, 'growth'],
  ['年初预算', /年初预算/u],
  ['议政性', /议政性/u],
  ['调研', /(?:视察|考察|检查|走访|监督|协商).{0,2}调研|调研.{0,2}(?:视察|考察|检查|走访)/u],
  ['涉案', /涉案|涉企|涉农|涉诉/u],
  ['过夜', /过夜/u],
  ['主要领导', /主要(?:党政)?(?:领导|负责)/u],
  ['委员', /(?:党派|团体|界别|企业家|驻.{1,3})委员|党派团体/u],
]

const FALLING = /(?:下降|减少|降低|回落|收窄|缩小|缩短|压减|压缩|缩减|萎缩|下滑|下跌|减产|减收|降幅|跌幅|负增长|下浮|少)了?$/u
const ROSE = /(?:增长|增加|增产|增收|提高|提升|上升|上涨|净增|增幅|涨幅)(?:了|约|近|超过?|逾)*$/u
const FELL = /(?:下降|减少|降低|回落|收窄|压减|压缩|缩减|萎缩|下滑|下跌|减产|减收|降幅|跌幅|负增长|下浮)(?:了|约|近|超过?|逾)*$/u

/** The words right before the number tell; its indicator may be last year's, kept for a slot (财政收入增长, where it says 下降9.6% now). */
function falls(lastWords: string, indicator: string): boolean {
  const words = lastWords.replace(/\s+/gu, '')
  return FELL.test(words) || (FALLING.test(indicator) && !ROSE.test(words))
}

/** another stretch of time than the year, or compared with another; 同比 is what is meant where nothing is said */
const PERIOD = /上半年|下半年|前?[一二三四]季度|前[一二三]个?季度|(?<!\d)\d{1,2}(?:[—\-–至]\d{1,2})?月(?:份|末)?|环比|月均|日均|周均|单日|单月/gu
const DENIED = /[不非未](?![断仅少同足止错来平料良])(?:\p{Script=Han}{2}|\p{Script=Han}$)/gu
const GRADE = /第[一二三四五六七八九十\d]+(?=批|类|档|等|梯队|审)|[一二再]审|[特一二三]等(?=奖|功)|[一二三四]级(?!人大)|[甲乙丙]等|高级|中级|初级|\d+(?:\.\d+)?(?=分|岁|平方米|万元|亿元|年)/gu

const SEVERAL = /[\p{Script=Han}”](?:和|及|与|、)[“\p{Script=Han}]/u
const PER = /人均|户均|亩均|生均|次均|千人口|万人口|十万人|单位(?=国内|地区|生产|GDP|工业|产品)/u

/** Whose they are; not 市场 or 城市. */
const RANKS: readonly [string, RegExp][] = [
  ['国', /全国(?=政协|人大|性|级)|国家级|国家(?=层面|部委)|中央(?!投资|预算|财政|空调)|中办|国办|部级/u],
  ['上级', /上级(?=政协|党委|部门|机关|领导|媒体)/u],
  ['省', /省(?=级|部|政协|委|政府|人大|直|领导|党政|高院|法院|以上|里|厅|办)/u],
  ['市', /(?<![城超夜都门闹上股])市(?=级|政协|委|政府|人大|直|领导|党政|中院|以上|里|局)/u],
  ['县', /[县区](?=级|政协|委|政府|人大|直|领导|党政|以上|里)/u],
  ['乡', /乡镇|镇街|街道|村(?=级|社)/u],
]

/** how far the words around a figure reach, in UTF-16 units */
const NAMES_REACH = 200
const CLAUSE_REACH = 90
const BEFORE = 44
const BEHIND = 14

const NO_GRAMS: Grams = { codes: new Uint32Array(), weights: new Float32Array(), total: 0, telling: 0 }
const NO_RANKS: ReadonlySet<string> = new Set()
const ANY_RANK = /[国央办部省市县区镇街村级]/u

const RATE = /([^的、]{2})率$/u

/** Units that say the same: 名, 位 and 人 count persons. */
const UNITS: Readonly<Record<string, string>> = { 名: '人', 位: '人', 人: '人', 人次: '人次', 篇次: '篇', 场次: '场', 项次: '项', 件次: '件', 个百分点: '百分点', 公里: '公里', 千米: '公里' }

/** A unit in the form in which units are compared. */
const plainUnit = (unit: string): string => UNITS[unit] ?? unit

/** The features of one figure; `paragraph` holds it, `frame` is its time, `rank` its place among the core figures of its sentence, `place` are the grams of the headings and the lead above it. */
export function featuresOf(figure: PlacedCoreFigure, paragraph: PlainParagraph, frame: Frame, at: { sentence: { start: number; end: number }; rank: number; position: number; place: Grams }, others: readonly { start: number; end: number; unit: string }[]): Features {
  const { text } = paragraph
  const { sentence, rank, position, place } = at
  const clauseAt = clauseAround(text, figure.start, figure.end, sentence)
  const said = figure.indicator
  const lastWords = text.slice(Math.max(sentence.start, figure.start - 14), figure.start)
  // 缩短至9.8分钟, 提高到97%: the level that was reached
  const reached = /[至到]约?$/u.test(lastWords)
  const growing = !reached && (GROWTH.test(said) || figure.unit === '百分点' || figure.unit === '番')
  const difference = figure.kind !== 'percent' && figure.unit !== '百分点' && figure.unit !== '倍' && figure.unit !== '番' && (growing || CHANGED.test(lastWords))
  const measure = difference ? 'difference' : figure.kind === 'percent' || figure.unit === '倍' || figure.unit === '番' ? (growing ? 'growth' : 'share') : 'level'
  const growth = measure === 'growth' || measure === 'difference'
  const { words, grams } = wordingOf(said, growth)
  const clauseText = withoutFigures(text, clauseAt, others)
  const whole = `${said}\n${clauseText}`
  const clauseGrams = others.some((f) => f.unit === figure.unit && f.start !== figure.start && f.start >= clauseAt.start && f.end <= clauseAt.end) ? NO_GRAMS : wordingOf(clauseText, growth).grams
  // one literal without spreads: the engine reads its members far faster
  const { sentenceKey, tie } = placed(figure, sentence.start)
  return {
    plan: frame.plan,
    span: frame.span,
    figure,
    words,
    wordGrams: grams,
    head: words.slice(-2),
    clause: clauseGrams,
    codes: codesOf(grams, clauseGrams),
    bucket: ((KINDS.indexOf(figure.kind) * 4 + MEASURES.indexOf(measure)) * 3 + SPANS.indexOf(frame.span)) * 2 + Number(frame.plan),
    near: plainGrams(withoutFigures(text, { start: Math.max(sentence.start, figure.start - BEFORE), end: Math.min(sentence.end, figure.end + BEHIND) }, others)),
    place,
    state: ANY_STATE.test(whole) ? (STATES.find(([, pattern]) => pattern.test(said)) ?? STATES.find(([, pattern]) => pattern.test(clauseText)))?.[0] : undefined,
    ranks: ANY_RANK.test(whole) ? new Set(RANKS.flatMap(([name, pattern]) => (pattern.test(whole) ? [name] : []))) : NO_RANKS,
    narrowed: NARROWING.flatMap(([name, pattern, of]) => ((of === undefined || of === measure) && pattern.test(said) ? [name] : [])).join(),
    several: SEVERAL.test(said),
    marks: marksOf(said),
    per: perOf(said) || perOf(clauseText),
    rate: measure === 'share' ? (RATE.exec(words)?.[1] ?? '') : '',
    measure,
    unit: plainUnit(figure.unit),
    value: growth && falls(lastWords, said) ? -Math.abs(figure.value) : figure.value,
    period: [...new Set(Array.from(said.matchAll(PERIOD), ([word]) => word))].join(),
    denied: Array.from(words.matchAll(DENIED), ([word]) => word).join(),
    grades: [...new Set(Array.from(said.replace(/(?:19|20)\d{2}年/gu, '').matchAll(GRADE), ([word]) => word))].join(),
    // 净增74家，总数达到686家: the second is the whole
    added: /总数|总量|总户数|累计达|增至|增加到/u.test(lastWords) ? '' : /新增|净增|新建|新设|新成立/u.test(said) ? 'new' : /建成|建设|增加|培育|发展|吸纳|新/u.test(whole) ? 'made' : '',
    former: /[从由](?:\p{Script=Han}{0,6})$/u.test(text.slice(Math.max(sentence.start, figure.start - 7), figure.start)) && /^[^，。；\d]{0,8}[至到]/u.test(text.slice(figure.end, figure.end + 9)),
    named: [...said.matchAll(/[“《]([^”》]{2,16})[”》]/gu)].map(([, name]) => name ?? ''),
    names: paragraph.text.slice(0, 24) + text.slice(Math.max(sentence.start, figure.start - NAMES_REACH), Math.min(sentence.end, figure.end + NAMES_REACH)) + figure.section.join(''),
    part: /其中[^。；]{0,16}$/u.test(text.slice(Math.max(sentence.start, figure.start - 18), figure.start)),
    sentenceStart: sentence.start,
    rank,
    within: figure.start / (text.length + 1),
    position,
    sentenceKey,
    tie,
  }
}

/** What of the features says where in the report a figure stands, and nothing else. */
export const placed = ({ paragraphId, start, text }: PlacedCoreFigure, sentenceStart: number): Pick<Features, 'sentenceKey' | 'tie'> => ({ sentenceKey: `${paragraphId}:${sentenceStart}`, tie: hash(`${paragraphId}:${start}:${text}`) })

const KINDS = ['quantity', 'percent', 'money'] as const
const MEASURES = ['growth', 'difference', 'share', 'level'] as const
const SPANS = ['year', 'years', 'average'] as const

function codesOf(words: Grams, clause: Grams): readonly number[] {
  const out = new Set<number>()
  for (const { codes } of [words, clause]) for (const code of codes) if (code >= 65536) out.add(code)
  return out.size > 0 ? [...out] : [...words.codes]
}

const perOf = (text: string): string =>
  /[均位口人]|万元/u.test(text) ? (PER.exec(text.replace(/每?([千万])(?:名?(?:常住)?人口|人(?=床位|托位|拥有))/gu, '$1人口').replace(/每(?=十万人)/gu, '').replace(/万元(?=国内|地区|生产|GDP)/gu, '单位'))?.[0] ?? '') : ''

function marksOf(said: string): Int8Array {
  const out = new Int8Array(GROUPS.length).fill(-1)
  GROUPS.forEach(([, any, patterns], g) => {
    if (any.test(said)) out[g] = patterns.findIndex((p) => p.test(said))
  })
  return out
}

/** The clause around a figure, from mark to mark, inside its sentence. */
function clauseAround(text: string, from: number, to: number, sentence: { start: number; end: number }): { start: number; end: number } {
  let start = from
  while (start > Math.max(sentence.start, from - CLAUSE_REACH) && !'，。；：、,;'.includes(text.charAt(start - 1))) start--
  let end = to
  while (end < Math.min(sentence.end, to + CLAUSE_REACH) && !'，。；：、,;'.includes(text.charAt(end))) end++
  return { start, end }
}

/** A stretch of text without the figures in it. */
function withoutFigures(text: string, { start, end }: { start: number; end: number }, figures: readonly { start: number; end: number }[]): string {
  let out = ''
  let at = start
  for (const f of figures) {
    if (f.end <= start || f.start >= end) continue
    out += `${text.slice(at, Math.max(at, f.start))} `
    at = Math.max(at, f.end)
  }
  return out + text.slice(at, Math.max(at, end))
}

/** FNV-1a, as a number from 0 to 1. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0
  return h / 0xffffffff
}
