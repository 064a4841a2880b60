import { CLOSE, type View } from '../../view.ts'
import type { Announced } from './announced.ts'
import { readLeadIns, splitItems, withoutLead, type Item } from './items.ts'
import { GENERIC, overClauses, type Mismatch } from './listed-before.ts'
import { ENDS_IN_NAME, endsInOrgan, isOrganNoun, LEAD, MANY, NO_ITEM, NOUN_AFTER_ALL, PERSON } from './nouns.ts'

/** A list right in front of a count of things, which is one more or one less: as few as the stricter readings leave over. */
export interface PlainMismatch extends Mismatch {
  /** could the count be of something else? */
  hint: boolean
}

const CLAUSE_MARK = /[，。；：！？]/u
const REACH = 120
const MEASURES = /^[个项条种类件家所部支座张道套门名位大场艘处季栋幢台辆步户]$/u
/** what a number beside a list says of something else: a time, an amount, a grade */
const NO_THINGS = /^(?:月|年|季度|小时|分钟|工作日|百分点|标段|批次|以上|以下|左右|人|户|名|多|来|余|平方|立方|点位|站点|网点|车位|床位|岗位|名额|车次|航班|航次|单元)/u
/** what there may be several of at each place or of each kind, so that the number is its own */
const SEVERAL = /^\p{Script=Han}{0,6}?(?:活动|建议|意见|线索|案件|信息|成果|文件|泊位|路口|标准|奖|问题)/u
/** verbs behind a noun that is no part of an item: 民生开展三项活动 */
const DOES = /(?:开展|举办|组织|召开|举行|新建|建成|改造|完成|提出|形成|推出|制定|出台|获得|荣获|获评|签约|引进|培育|打造|建立|设立|成立|实施|推进|承办|发布|收到|办理|解决|化解|落实|申报|争取|编印|印发|修订|走访|慰问|接待|督办|梳理|排查|发现|查处|审理|审结)$/u
/** what stands for kinds of a thing, and not for things: 供水、排水、节水4个泵站 */
const OF_KINDS = /^(?:泵站|中心|服务中心|园区|基地|示范|试点|样板|村|社区|小区|企业|项目|站|馆|展|赛|点|场|校|班|队|组)/u

/**
 * A list of short items of one build and the count right behind it (黄茶、香榧、土蜂蜜4个产品), where the count is off by one. Sure where the count is in Chinese numerals and its noun is not one of which each item may
 * have several; a hint where it may count something else. Silent where the list is open (等), where the last item is a verb, or where any other way of counting comes to the number.
 */
export function plainBefore(view: View, announced: Announced, others: readonly Announced[]): PlainMismatch | undefined {
  const { measure, noun, count, arabic, start: to } = announced
  const { masked, text } = view
  // 人员、机构、经费、场地“四落实”: a short name that counts once
  const name = announced.quoted && announced.end - to <= 6 && !/[一二两三四五六七八九十]/u.test(measure + noun)
  if (count > 12 || !(MEASURES.test(measure) || name) || masked.charAt(to - 1) === '、' || (text.lastIndexOf('、', to) < to - 40 && masked.charAt(to - 1) !== CLOSE)) return undefined
  const named = noun === '' && /^[名位]$/u.test(measure)
  if ((noun === '' && measure !== '季' && !named) || NO_THINGS.test(noun)) return undefined
  let from = to
  while (from > 0 && to - from < REACH && !CLAUSE_MARK.test(masked.charAt(from - 1))) from--
  if (to - from >= REACH || from === to) return undefined
  const main = /以.*(为主体?|为核心|为支柱)的$/u.exec(text.slice(from, to))
  const end = to - (main?.[1] === undefined ? (/(?:共计|合计|共|这)$/u.exec(text.slice(from, to))?.[0].length ?? 0) : main[1].length + 1)
  const quoted = inQuotes(view, from, end)
  if (quoted) return Math.abs(quoted.length - count) === 1 ? { announced, items: quoted, listed: quoted.length, hint: arabic || MANY.test(noun) } : undefined
  const items = splitItems(view, from, end)
  const [first] = items
  const last = items.at(-1)
  if (!first || !last || items.length < 2 || others.some((it) => it !== announced && it.start >= from && it.start < to)) return undefined
  if (!isItem(last, view, announced, items) || !isEven(items, view)) return undefined
  if (!MEASURES.test(measure) && items.length < 3) return undefined
  if (measure === '户' && !items.every((it) => it.text.endsWith(noun.slice(0, 2)))) return undefined
  if (named && !items.slice(1).every((it) => PERSON.test(it.text)) || (/^[名位]$/u.test(measure) && !(ENDS_IN_NAME.test(first.text) && items.slice(1).every((it) => PERSON.test(it.text))))) return undefined
  const reading = readLeadIns(view, items)
  const listed = reading.best
  if (reading.fits.has(count) || Math.abs(listed - count) !== 1 || overClauses(view, from, items.length, others).includes(count)) return undefined
  const several = SEVERAL.test(noun) || MANY.test(noun) || OF_KINDS.test(noun)
  // 资金、项目、作风4类问题: what is found with those
  if (arabic && /^[类种]$/u.test(measure)) return undefined
  // 城东、城西、城南、城北5个社区
  if (several && items.slice(1).some(({ text: words }) => words.length < 4 && GENERIC.test(words))) return undefined
  // of two things and three counted, one may be of two; three things are not counted as two by chance
  if (items.length === 2 && (several || arabic)) return undefined
  // 供水、排水、节水4个泵站; 足球赛、篮球赛4项赛事 are of one kind
  if (arabic && items.length === 3 && count > 3 && OF_KINDS.test(noun) && !items.every((it) => it.text.endsWith(noun.charAt(0)))) return undefined
  return { announced, items: reading.items, listed, hint: (arabic && !named) || several || name || main !== null || items.length === 2 || /^[场处台辆艘]$/u.test(measure) }
}

const ENDS_LIKE_A_NOUN = /(?:供给|补给|集成|养成|生成|合成|速成|产出|支出|演出|输出|售后|产后|落后|国有|往来|未来|外来|签约|节约|预约|应对|面对|转让|出让|方向|面向|导向|转向|流向|存在|普及|学前|课前|共和|温和|[应供配]给|[土基用场工草林湿耕农营园产高阵绿荒当各内本外异]地|[行作]为|心得|标的|目的|[旅出]行|现行|[物智]联网)$/u

const NAMES_WORK_TOO = /(?:结合|融合|落实|整改|治理|保障|改善|开发|创建|培育|打造|化解|引进|办理|走访|慰问|督办|排查|审理|优化|提升|创新|整合|统筹|拓展|带动|引领|推广|履行|破解|运用|利用|安排|承接|参与)$/u

/** Is the last item one, and not what leads on to a count of its own (助餐、助洁开展三项)? */
function isItem(last: Item, view: View, { measure, noun }: Announced, items: readonly Item[]): boolean {
  const masked = view.masked.slice(last.start, last.end)
  if (masked.endsWith(CLOSE)) return !endsInOrgan(last.text)
  // 城市更新、民宿发展、医养结合: as long as the others, it is named as they are
  const middle = items.slice(1, -1)
  if (last.text.length >= 4 && middle.length > 0 && middle.every((it) => it.text.length === last.text.length) && NAMES_WORK_TOO.test(masked)) return true
  if (/\d$/u.test(masked) || DOES.test(masked)) return false
  if (NO_ITEM.test(masked) && !NOUN_AFTER_ALL.test(masked) && !ENDS_LIKE_A_NOUN.test(masked) && !/[\p{Script=Han}]{2}(?:优化|提升|创新|强化|深化|整合|统筹|拓展|引领|带动|推广|加强|增强|完善|健全|构建|履行|展现|培育|破解|化解)$/u.test(masked)) return false
  if (endsInOrgan(last.text) && !isOrganNoun(noun) && !isOrganNoun(measure + noun)) return false
  return !/(?:级|型|类|性|方面|领域|行业|部门|地区|范围|过程|等)$/u.test(masked)
}

/** Items without a number, of about one length, the first of them behind a verb that leads in. */
function isEven(items: readonly Item[], view: View): boolean {
  const more = items.slice(1).map(({ text }) => text.length)
  if (items.some(({ text }) => text === '' || /[\d“”（）]|^(?:和|及|以及)/u.test(text) && !/^[“《][^“”]*[”》]$/u.test(text))) return false
  if (items.slice(1).some(({ text }) => /的|等$|其他|部分/u.test(text) || text.length > 14)) return false
  const [first] = items
  if (!first) return false
  const least = Math.min(...more)
  const most = Math.max(...more)
  if (most > 2 * least + 1 || least < 2) return false
  // 农业、工业、服务业发展4类政策: the last is more than an item
  if (more.length > 1 && (more.at(-1) ?? 0) > Math.max(...more.slice(0, -1), withoutLead(view, items[0] ?? { start: 0, end: 0, text: '' }).text.length) + 2) return false
  // 市委、市政府: organs that act are no items
  if (endsInOrgan(first.text) && !LEAD.test(first.text)) { LEAD.lastIndex = 0; return false }
  LEAD.lastIndex = 0
  return withoutLead(view, first).text.length >= Math.min(2, least)
}

/** “怎么看、怎么办、怎么干”三个问题: the list in one quotation, of words of about one length. */
function inQuotes(view: View, from: number, end: number): readonly Item[] | undefined {
  if (view.text.charAt(end - 1) !== '”') return undefined
  const open = view.text.lastIndexOf('“', end)
  const inside = view.text.slice(open + 1, end - 1)
  if (open < from || !/^[\p{Script=Han}、—－→]+$/u.test(inside) || inside.includes('——') || /等$|[和与及]/u.test(inside) || view.text.charAt(open - 1) === '、') return undefined
  const items = splitItems({ ...view, masked: view.text }, open + 1, end - 1, inside.includes('、') ? '、' : '—－→')
  return items.length > 2 && new Set(items.map((it) => it.text.length)).size === 1 ? items : undefined
}
