import type { Figure } from '../../figures/figure.ts'
import type { Respective } from './respectively.ts'
import type { Sentence } from './sentence.ts'

/** 分别 with several values of one thing. */
export interface Lone extends Respective {
  /** nothing in the words says that a second thing was left out */
  uncertain?: true
}

/** One half of what is told in pairs, and what would name the other or both. */
const HALVES: readonly (readonly [RegExp, RegExp])[] = [
  [/农村|农民/u, /城镇|城乡|城市|城区|市民|全体/u],
  [/城镇(?!化)|城市/u, /农村|城乡|乡村|农民|全体/u],
  [/门诊/u, /住院|急诊|出院/u],
  [/住院/u, /门诊|急诊/u],
  [/出口/u, /进口|进出/u],
  [/(?<!出)进口/u, /出口/u],
  [/初中/u, /小学|高中|幼儿|中小|中职/u],
  [/小学/u, /初中|高中|幼儿|中小|中学/u],
  [/男/u, /女/u],
  [/女(?:生|性|职工|子)/u, /男/u],
  [/学生/u, /家长|教师|师生|职工/u],
  [/家长/u, /学生|教师|师生/u],
  [/规(?:模以)?上工业/u, /投资|服务业|零售|税收|收入|用电/u],
  [/(?:一般公共)?预算收入/u, /支出|总值|投资|税收/u],
  [/存款/u, /贷款|存贷/u],
  [/贷款/u, /存款|存贷/u],
  [/立案/u, /办复|结案|审结|采纳/u],
  [/提案/u, /建议|信息|发言/u],
  [/刑事/u, /民事|行政|执行/u],
  [/民事/u, /刑事|行政|执行/u],
]
/** several things or several times in one word */
const PLURAL = /[两二三四五六七八九十多几各均双历每等\d]|城乡|存贷|进出|男女|门急|主要|指标|全部|所有|[年月季级前近]|连续|上下|内外|党政|干群|师生|医护|中小|产销|收支|供需|中外|港澳|双方|彼此|先后|同比|环比|较|比|我[县市区省]与/u
/** what is measured: a name that ends so is one thing */
const MEASURE = /(?:收入|支出|投资|总额|产值|产量|总量|满意率|满意度|合格率|优良率|达标率|覆盖率|办结率|完成率|就业率|升学率|[率额量值数]|面积|里程|得分)$/u
const LEAD = /^(?:已|均|都)?(?:达到?|为|是|完成|实现|增长|增加|提高|提升|上升|下降|减少|降低)?(?:到|至|了)?$/u
const JOINT = /^(?:个|分)?(?:、|和|及|与|以及)(?:增长|下降|提高)?$/u

/** more values are a series of years */
const MOST = 3

/** 农村居民人均可支配收入分别达到58620元、33410元: one thing, and several values for it. */
export function loneSubjects({ numbers, text, start, end, previous }: Sentence): Lone[] {
  const at = numbers.length < 2 ? -1 : text.slice(start, end).indexOf('分别') + start
  if (at < start) return []
  const ahead = text.slice(start, at).replace(/\s+/gu, '')
  const clause = /[^，；：]*$/u.exec(ahead)?.[0] ?? ''
  // 均分别, and lists of any kind, are read elsewhere
  if (clause.length < 4 || clause.length > 22 || /[、和及与或“”（）《》]/u.test(clause) || !/\p{Script=Han}$/u.test(clause)) return []
  const values = valuesBehind(numbers, text, at + 2)
  const last = values.at(-1)
  if (values.length < 2 || !last || /^[^，；。]{0,2}(?:等|、)/u.test(text.slice(last.end, last.end + 4))) return []
  const named = clause.replace(/^(?:全[年市县区省镇乡村校院]|我[市县区省镇乡校院]|年末|全年|目前)+/u, '')
  const from = at - clause.length
  const told: Lone = { subjects: 1, subjectPlace: { start: Math.max(start, from), end: at }, values }
  const earlier = previous ? text.slice(previous.start, previous.end) : ''
  const half = HALVES.find(([one]) => one.test(named))
  // 2023年、2024年，…; 近三年，…: several times
  const times = /、|[年季月度期][^，]{0,4}[和及与至到]|[近前][两二三四五]|连续|(?:19|20)\d\d.*(?:19|20)\d\d/u.test(ahead.slice(0, ahead.length - clause.length)) || values.length > MOST
  if (half && !times && MEASURE.test(named) && !PLURAL.test(named.replace(/人均/u, '')) && !half[1].test(ahead) && !half[1].test(earlier) && !numbers.some((n) => n.start >= start && n.start < at && n.kind !== 'date')) return [told]
  const plain = values.length <= MOST && !/[、；和及与]/u.test(ahead) && !/、/u.test(earlier) && !numbers.some((n) => n.start >= start && n.start < at)
  return plain && ahead === clause && MEASURE.test(named) && !PLURAL.test(named.replace(/人均/u, '')) ? [{ ...told, uncertain: true }] : []
}

/** The list of like values right behind 分别. */
function valuesBehind(numbers: readonly Figure[], text: string, from: number): Figure[] {
  const out: Figure[] = []
  let at = from
  for (const number of numbers) {
    if (number.start < from) continue
    const between = text.slice(at, number.start).replace(/\s+/gu, '')
    const [first] = out
    if (first === undefined ? !LEAD.test(between) : !JOINT.test(between) || number.kind !== first.kind || (number.unit !== first.unit && first.unit !== '' && first.unit !== '个')) break
    out.push(number)
    at = number.end
  }
  return out
}
