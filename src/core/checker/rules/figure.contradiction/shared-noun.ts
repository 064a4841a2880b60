import { inAnyOrder } from '../../reading.ts'
import { EVERYWHERE, plainOf, WHOSE_OWN, type Counted, type Slip } from './counted.ts'
import { kindsOf, stateOf } from './words.ts'

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
  const of = ({ scope, front }: Counted, other: Counted): string => scope.filter((word) => !noun.includes(word) && !other.has(word) && !(word === '其中' && other !== a && exchanged && digits >= 3 && noun.length >= 4) && !(exchanged && digits >= 4 && WHOSE_OWN.exec(front)?.[0].includes(word)) && !(exchanged && digits >= 3 && MEETING.test(word)) && !(word === '新增' && a.fresh && b.fresh) && !(p !== undefined && p === q && word.endsWith(p) && front.includes(`${word}共有`))).join()
  return of(a, b) === of(b, a)
}
const MEETING = /^(?:会议?期间|大会|全会|会上)$/u

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

const WHO_DID = /^(?:对|将|把|就|在)?(\p{Script=Han}{4,8})的$/u

/** 古城景区吸引|468万人次|游客|前来: to one place */
const CAME = /^(?:前来|前往|慕名)/u

/** 建成代表家站47个 and 发挥74个代表家站作用 */
function aheadAndBehind(a: Counted, b: Counted, slip: Slip): string | undefined {
  const leads = mayLead(b.front)
  const verb = slip.exchanged ? DID.exec(b.front)?.[1] : undefined
  const stem = slip.exchanged ? WHO_DID.exec(b.front)?.[1] : undefined
  if (!leads && verb === undefined && stem === undefined) return undefined
  // 围绕窨井盖管理制发的25份: some of them, unless the subjects are summed up
  const ofSubject = slip.digits === 2 && OF_SUBJECT.test(b.front)
  for (const x of a.ahead) {
    for (let k = Math.min(x.length, b.behind.length); k >= 2; k--) {
      const noun = b.behind.slice(0, k)
      if (ofSubject && (noun.length < 6 || !SUMMED_UP.test(b.front))) break
      // 代表提出建议|126件 and 对代表提出的|162件|建议: who did what
      if (stem !== undefined && slip.digits >= 3 && a.front.endsWith(`${stem}${noun}`) && stem.length + noun.length >= LONG && ends(b.behind.slice(k), '', { ...slip, digits: 3 })) return noun
      const inOtherOrder = k === x.length && k >= 4 && inAnyOrder(x) === inAnyOrder(noun)
      if ((!x.endsWith(noun) && !inOtherOrder) || noun.startsWith('级')) continue
      const before = inOtherOrder ? '' : plainOf(x.slice(0, -k))
      // 募集善款|1463万元 and 募集的|1436万元|善款: of one doing
      if (verb !== undefined && (slip.digits >= 3 || (noun.length >= 4 && !EVERYWHERE.test(noun))) && x.endsWith(`${verb}${noun}`) && ends(b.behind.slice(k), '', slip)) return noun
      if (!leads) break
      if ((before === '' || leavesNoun(before, noun, b, slip)) && !inConflict(a.state, b.state || stateOf(noun)) && ends(b.behind.slice(k), noun, slip) && !(CAME.test(b.behind.slice(k)) && plainOf(b.front) !== '') && isTelling(noun, a, b, slip)) return noun
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
    // 投入2860万元|用于|校舍维修, and as much 用于 another
    if (AIM_ONLY.test(noun)) return undefined
    if (ends(a.behind.slice(k), '', slip) && ends(b.behind.slice(k), '', slip) && !inConflict(a.state, b.state) && isTelling(noun, a, b, slip)) return noun
  }
  return undefined
}

const AIM_ONLY = /^(?:主要)?(?:用于|投向|支持|投入|助力|保障|推动|推进|开展|实施|建设|帮助|资助|补助)$/u

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
  if (front.length > 22 || /未|尚|不|其中|其余|另|分别|平均|每|第|首批|网上|线上|线下|可网?办|[省市县区镇村院校局厅]的?$|个体|属$/u.test(front.replace(/全(?:[省市县区镇村院校局厅旗州系统]+)$|辖区$/u, ''))) return false
  return !front.endsWith('的') || plainOf(front.slice(0, -1)) === '' || VERB_LAST.test(front)
}
const VERB_LAST = /(?:建成|新建|办理|收到|受理|办结|查处|破获|查办|引进|培育|选聘|现有|建设|改造|发展|打造|交办|登记|签约|发放|争取|排查|选树|命名|制发|发出|下发|签发)的$/u

/** May the noun end here? Behind a long one anything may follow, behind a short one only what begins a predicate. */
const ends = (rest: string, noun: string, { exchanged, digits, shifted }: Slip): boolean =>
  rest === '' || (exchanged && (digits >= 4 || (noun.length >= 4 && !OF_THEIRS.test(rest)))) || PREDICATE.test(rest) || (shifted === true && noun.length >= LONG && rest.startsWith('共'))
/** 高层次人才|子女: others than they are */
const OF_THEIRS = /^(?:子女|家属|家庭|负责人|代表|周边|所在|带头人|经营者)/u
const PREDICATE = /^(?:[，。；、：（）“”()均都全已实完落进参达为在被由受中以按与和及向从把将纳配接运投启正稳持提有无获通开展发整作优职功升验活常逐如随分建入签报走奔扎让织成变用得惠领踊前]|慕名|任务(?!书)|红利|资源|红线|改造)/u

/** 全市 and 全县 */
function otherWhole(a: string, b: string): boolean {
  const [p, q] = [a, b].map((words) => /全([省市县区镇乡村院校局厅旗州])/u.exec(words)?.[1])
  return p !== undefined && q !== undefined && p !== q
}
