import { inAnyOrder } from '../../reading.ts'
import { significant, EVERYWHERE, plainOf, type Counted, type Slip } from './counted.ts'
import { kindsOf, stateOf, TAILS } from './words.ts'

/**
 * The noun of two numbers of which nothing but a slip of the hand tells that they are one: a word of two characters and more that stands beside both,
 * wherever it stands (家庭医生签约服务32.6万人 and 与36.2万名签约居民, 安排2860万元用于校舍维修 and 2660万元校舍维修资金). Three and more digits, of which two are
 * exchanged or (for a longer word) one is another one, are hardly alike by chance; so only a word that names another part, place, time or kind speaks
 * against it, and what is found so is a suspicion. A short noun tells only where both stand `together`, in one paragraph. Undefined where one of these stands.
 */
export function looselyShared(a: Counted, b: Counted, { exchanged, digits, shifted }: Slip, together: boolean): string | undefined {
  if (shifted === true || digits < 3 || a.rate !== '' || b.rate !== '' || a.span !== b.span || a.ofPart || b.ofPart) return undefined
  // 250张 and 520张: round numbers have but two digits to be alike in
  const telling = Math.min(...[a, b].map(({ figure }) => significant(figure.value * (figure.value < 1000 ? 100 : 1)).length))
  if (telling < 2 || OF_OTHERS.test(a.front) || OF_OTHERS.test(b.front) || OF_SOME.test(a.behind) || OF_SOME.test(b.behind)) return undefined
  // 共有农户486户 and 走访农户468户: not all of them were visited
  if (a.whole !== b.whole && (a.whole ? b : a).state !== '') return undefined
  if (a.fresh !== b.fresh && (a.whole || b.whole || !exchanged)) return undefined
  if (inConflict(a.state, b.state) || kindsOf(a.front + a.behind) !== kindsOf(b.front + b.behind) || placesOf(a) !== placesOf(b) || limitsOf(a, b).replace(/^去年$/u, '') !== limitsOf(b, a) || a.serves !== b.serves) return undefined
  const least = exchanged && telling >= 3 ? SHORT : LONG
  const [p, q] = [a, b].map(({ front, behind }) => [inOneWay(front), inOneWay(behind)] as const)
  if (!p || !q) return undefined
  // 全市新增城镇就业 and 城镇新增就业
  const [x, y] = [p[0], q[0]].map((words) => words.replace(OF_ALL, '').replace(REACHED, ''))
  if (exchanged && x !== undefined && y !== undefined && x.length >= LONG && x !== y && inAnyOrder(x) === inAnyOrder(y)) return y
  let best: string | undefined
  for (const i of [0, 1] as const) {
    for (const k of [0, 1] as const) {
      const noun = sharedRun({ words: p[i], ahead: i === 0 }, { words: q[k], ahead: k === 0 }, least)
      if (noun !== undefined && noun.length > (best?.length ?? 0)) best = noun
    }
  }
  // 企业, 教师, 党员: told of others in the next paragraph
  return best !== undefined && (together || (best.length >= LONG && !EVERYWHERE.test(best) && !EVERYWHERE.test(plainOf(best)))) ? best : undefined
}

/** Words that are written in two ways. */
const inOneWay = (words: string): string => words.replace(/地区生产总值|GDP/gu, '经济总量').replace(/规模以上/gu, '规上').replace(/“?12(?:345|309|388|368|355|329)”?/gu, '')
const OF_ALL = /^(?:全[省市县区镇乡村校院局]|我[省市县区镇乡村校院局]|[省市县区镇乡村]|全年|年)+/u
/** how it is said that so many were reached */
const REACHED = /(?:达到?|突破|超过?|(?<![签节违合预])约|(?<!附)近|(?<!行)为|(?<!公)共有?|(?<![国所公集私])有|增?至|稳定在|保持在|增[加长]到|合计|总计|首次|了)+$/u

/** shortest noun that two numbers of which two digits are exchanged must share */
const SHORT = 2
/** the same where the numbers may be alike by chance more easily */
const LONG = 4
/** a number told against another one, or of others */
const OF_OTHERS = /网上|线上|流转|上一|[一二三]期|期间|未|尚|不|其中|其余|剩余|另|分别|平均|人均|户均|均|每|首批|增[长幅]|减少|下降|同比|[比较]上|占|上年|目标|计划|累计完成投资|[由从]$|第$/u
/** 126名教师获评, 360家企业增产: of some of them, or of another thing that they have */
const OF_SOME = /因|获评|获得|荣获|被评|当选|入选|未|以上|以下|左右|提高|增至/u
/** words that say which, of many of one name */
const WHICH = /\d|[省市县区镇乡村院校局厅所站厂]$|[省市县区镇乡村]级|规上|规模|民营|国有|外资|小微|重点|涉|非|首|专|特|网上|线|老旧|急诊|门诊|住院|[日夜]间|[初高]中|小学|大学|幼儿|男|女|农[村业民]|城[镇乡]|工业|商业|服务业|贫困|残疾|失业|退休|在职|上级|中央|省|市|存|贷|收回|回收|偿还|归还|退还|注销|撤销|关停|淘汰|流失/u

/** Of the scope, the words that the other number does not have beside it, and that are no title of a report's year. */
const limitsOf = (one: Counted, other: Counted): string => one.scope.filter((word) => !other.has(word)).join()

/** places and bodies named before a number */
const placesOf = ({ front }: Counted): string => (front.match(/(?!全|我|本|各|集团公司)\p{Script=Han}{2}(?:[省市县区镇乡村]|医院|学校|公司|街道|社区|集团|分局|支行)(?!级|民|政|场|委|域)/gu) ?? []).join()

const inConflict = (a: string, b: string): boolean => a !== b && a !== '' && b !== ''

/** The words on one side of a number. */
interface Side {
  words: string
  /** do they stand before it? */
  ahead: boolean
}

/** The longest run of characters that both words have where it is certainly the noun of each; at least so long. */
function sharedRun(one: Side, other: Side, least: number): string | undefined {
  const [x, y] = [one.words, other.words]
  let best: string | undefined
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < y.length; k++) {
      // where the one before is the same too, the run begins earlier
      if (x.charAt(i) !== y.charAt(k) || (i > 0 && k > 0 && x.charAt(i - 1) === y.charAt(k - 1))) continue
      let length = 0
      while (i + length < x.length && k + length < y.length && x.charAt(i + length) === y.charAt(k + length)) length++
      const run = x.slice(i, i + length).replace(REACHED, '')
      if (run.length < least || run.length <= (best?.length ?? 0) || !HAN.test(run)) continue
      const noun = plainOf(run).replace(TAILS, '') || run
      if (noun.length < SHORT || VAGUE.test(run) || (least > SHORT && EVERYWHERE.test(noun))) continue
      const before = { p: { ...one, words: x.slice(0, i) }, q: { ...other, words: y.slice(0, k) } }
      const after = { p: { ...one, words: x.slice(i + run.length) }, q: { ...other, words: y.slice(k + run.length) } }
      if (agreeBefore(before.p, before.q, run, least) && endsAlike(after.p, after.q, run, least)) best = run
    }
  }
  return best
}
const HAN = /^\p{Script=Han}+$/u
/** runs of two and three that are no noun */
const VAGUE = /^(?:[年月日人的了是在与和及]|有限|公司|有效|推动|推进|促进|全力|积极|达到?|完成|任务|同时|其他|相关|方面|组织|发展|管理|保障|提升|支持|落实|实现|国家|社会|经济|安全|质量|生产|体系|制度|机制|水平|能力|教育|文化|生活|环境|用于|投入|共计|各|类|家|发放|安排|财政|专项|补助|补贴|贷款|收入|支出|余额|产值|销售|产量|产业|投资|总额|资产|增加值|农业|工业|科技|综合|基层|干警|党组织|惠及|走访|慰问|检查|排查|整改|救助|帮扶|游客|旅客)+$/u

/** Do the words before the noun name no other thing each? One of both may have a word more, as 招商引资到位资金 has. */
function agreeBefore(one: Side, other: Side, noun: string, least: number): boolean {
  const [p, q] = [one, other].map(({ words }) => plainOf(words.replace(/^.*[，、）]/u, '').replace(/^的/u, '')))
  if (p === undefined || q === undefined) return false
  const more = p + q
  if (p === q) return true
  // 信访群众 and 来访群众
  if (p !== '' && q !== '') return (noun.length >= LONG || least === SHORT) && !WHICH.test(more) && (p.endsWith(q) || q.endsWith(p) || p.startsWith(q) || q.startsWith(p) || (p.length === q.length && p.slice(-1) === q.slice(-1)))
  // 村集体经济收入 in the report of a village
  if (noun.length > LONG && least === SHORT && /^[省市县区镇乡村]$/u.test(more)) return true
  // what stands between a number and its noun says which
  if ((p !== '' && !one.ahead) || (q !== '' && !other.ahead)) return more.length <= 2 * LONG && noun.length >= LONG && !WHICH.test(more)
  return !WHICH.test(more)
}

/** Is it the same noun that ends there? 公共预算收入 and 公共预算支出 have but their beginning in common. */
function endsAlike(one: Side, other: Side, noun: string, least: number): boolean {
  const [p, q] = [one, other].map(({ words, ahead }) => (ahead ? words.replace(TAILS, '').replace(REACHED, '') : words))
  if (p === undefined || q === undefined) return false
  if (p === q && p !== '') return true
  // 救助困难|群众 and 救助困难|学生
  if (p !== '' && q !== '' && one.ahead && other.ahead) return false
  const soft = (rest: string, { ahead }: Side): boolean => rest === '' || SOFT.test(rest) || (!ahead && (PREDICATE.test(rest) || ((noun.length >= LONG || least === SHORT) && !HEAD.test(rest))))
  return soft(p, one) && soft(q, other)
}
/** what may or may not be said behind a noun */
const SOFT = /^(?:服务|工作|任务|活动|资金|人数|对象|总数|总额|居民|群众|人员|职工|学生|的|用户|会员|家庭|稳定在|由|增加到|等)/u
/** what makes a noun another one */
const HEAD = /^(?:子女|家属|负责人|周边|所在|带头人|利息|收入|支出|收益|贷款|保险|税|费|余额|面积|人员|企业|缺口|以外)/u
const PREDICATE = /^(?:[，。；、：（）“”()均都全已实完落进参达为在被由受中以按与和及向从把将纳配接运投启正稳持提有无获通开展整作优升验活常逐如随建入签报走奔扎让织成变用得惠领踊前]|慕名|的)/u

/** Is so much shared that it is hardly a suspicion any more? */
export const isCertain = (noun: string, { exchanged, digits }: Slip): boolean => exchanged && digits >= 3 && noun.length >= LONG && stateOf(noun) === ''
