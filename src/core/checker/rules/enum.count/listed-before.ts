import { CLOSE, INSIDE, OPEN, type View } from '../../view.ts'
import { countsItems, type Announced } from './announced.ts'
import { isCountedList, isOverfull } from './counted-lists.ts'
import { readItems, readLeadIns, splitItems, withoutLead, type Item, type Reading } from './items.ts'
import { levelReading, provinceReading, wholeLevelReading } from './levels.ts'
import { countsThings } from './things-of-kinds.ts'
import { ASPECTS, endsInOrgan, ENDS_IN_NAME, isOrganNoun, isPlaceName, MANY, NAMES_WORK, NO_ITEM, NOUN_AFTER_ALL, PERSON, SITE } from './nouns.ts'

/** A count that no reading of the list bears out. */
export interface Mismatch {
  announced: Announced
  items: readonly Item[]
  listed: number
}

/** How far a count may be off and still be a slip; beyond it, the list is another's. */
const SLIP = 2
const CLAUSE_MARK = /[，。；：！？]/u
const REACH = 200

/** A list in front of its count: 从助餐、助洁、助医三个角度. `others` are the counts of the same text. */
export function listedBefore(view: View, announced: Announced, others: readonly Announced[]): Mismatch | undefined {
  const { masked } = view
  const to = announced.start
  let from = to
  while (from > 0 && to - from < REACH && !CLAUSE_MARK.test(masked.charAt(from - 1))) from--
  if (from === to || to - from >= REACH) return undefined
  const tail = /(?:等等|等)?(?:共计|合计|总计|共|这)?$/u.exec(view.text.slice(from, to))?.[0] ?? ''
  const open = tail.startsWith('等')
  const end = to - tail.length
  if (end <= from) return undefined

  const short = wholeLevelReading(view, announced, from, end) ?? levelReading(view, announced, from, end) ?? provinceReading(view, announced, from, end)
  if (short !== undefined) return short === 'fits' ? undefined : differs(announced, short, open)

  // “学、访、议、督”四字诀: characters, which stand in one quotation
  if (announced.measure === '字' && /^(?:诀|要诀|工作法|方针|文章|箴言)/u.test(announced.noun)) {
    const open = view.masked.lastIndexOf(OPEN, end)
    const characters = open < from ? undefined : quotedList(view, open, end)
    return characters && /^\p{Script=Han}(?:、\p{Script=Han})+$/u.test(view.text.slice(open + 1, end - 1)) ? differs(announced, characters, tail.startsWith('等')) : undefined
  }
  const bracketed = bracketBefore(view, announced, end)
  if (bracketed) return differs(announced, bracketed, open)
  const items = splitItems(view, from, end)
  const inside = items.length === 1 ? quotedList(view, from, end) : undefined
  // “问需、问计、问效”四问工作法: each begins or ends with what is counted
  if (inside && (countsItems(announced) || (inside.items.length > 2 && !/[大个项条种类级]/u.test(announced.measure) && (inside.items.every(({ text }) => text.length > 1 && text.startsWith(announced.measure)) || inside.items.every(({ text }) => text.length > 1 && text.endsWith(announced.measure)))))) return differs(announced, inside, open)
  const last = items.at(-1)
  if (!last || last.text === '') return undefined
  const shared = sharedCharacter(view, announced, items)
  if (!shared && !countsAll(view, announced, items) && !isCountedList(announced, view, announced.start + view.text.slice(announced.start).search(/[^\d一二两三四五六七八九十]/u) + 1, items) && !(open && isOverfull(announced, items))) return undefined
  if (items.length < 2) return pairOnly(view, announced, items, open)
  if (!isLastItem(view, announced, last) && !namesWork(view, announced, items)) return undefined
  // 增强“四个意识”、坚定“四个自信”: a row of counted names
  if (announced.quoted && items.some((item) => others.some((other) => other.quoted && other !== announced && other.start >= item.start && other.start < item.end))) return undefined
  // 等级评价五级、成熟度测评四级: a grade of what stands in front
  if (/^[级省地方市县区州国校院]$/u.test(announced.measure) && items.slice(1).some(({ text }) => text.length > 8)) return undefined
  const reading = readLeadIns(view, items)
  const fits = new Set(reading.fits)
  // the list may begin behind another count of the same clause (一核、两翼、三区)
  items.forEach((item, i) => {
    if (i >= 1 && others.some((other) => other !== announced && other.start >= item.start - 1 && other.start < item.end)) for (const n of readItems(view, items.slice(i)).fits) fits.add(n)
    else if (i < items.length - 1 && others.some((other) => other !== announced && other.start >= item.start && other.start < item.end)) for (const n of readItems(view, items.slice(i + 1)).fits) fits.add(n)
  })
  for (const n of overClauses(view, from, items.length, others)) fits.add(n)
  return differs(announced, { ...reading, fits }, open)
}

/** Does what is counted follow directly, and is it the list that is counted? */
function countsAll(view: View, announced: Announced, items: readonly Item[]): boolean {
  if (countsItems(announced) || countsThings(announced, items)) return true
  const { measure, noun } = announced
  // 张敏、李强、王芳三位专家
  if (/^[名位]$/u.test(measure)) return items.length > 1 && noun !== '' && items.slice(1).every(({ text }) => PERSON.test(text)) && ENDS_IN_NAME.test(items[0]?.text ?? '')
  if (!/^[个项条种类件家所部本篇卷册首支座张]$/u.test(measure)) return false
  if (countsNamed(announced, items)) return true
  const whole = items.map(({ start, end }) => view.masked.slice(start, end))
  // named one by one: “A”“B”三个品牌, 《A》《B》两部法规
  if (whole.slice(1).every((it) => new RegExp(`^${OPEN}${INSIDE}*${CLOSE}$`, 'u').test(it)) && (whole[0]?.endsWith(CLOSE) ?? false)) return noun !== '' || /^[部本篇卷册首]$/u.test(measure)
  // 省人民医院、省中医院两家医院: each is one of what is counted
  const head = /^(?:\p{Script=Han}{0,2}?)(\p{Script=Han}{2})/u.exec(noun)?.[1] ?? ''
  if (head.length === 2 && items.every(({ text }) => text.endsWith(head))) return true
  // 建成城东、城西、滨江4个消防救援站: one stands at each place; two at one may be meant where they are more
  if (/^[个座所家]$/u.test(measure) && SITE.test(noun) && items.length > 1 && (items.length === announced.count + 1 || (items.length > 2 && items.length === announced.count - 1)) && items.every(({ text }, i) => isPlaceName(text) && (i === 0 || text.length <= 3))) return true
  // 办公室、宣传组、安全组三个工作组
  if (items.length > 2 && noun.startsWith('工作组') && items.slice(1).every(({ text }) => text.endsWith('组')) && /(?:办公室|综合科|秘书处)$/u.test(items[0]?.text ?? '')) return true
  // 综合协调组、要素保障组两个工作组; of places the noun itself (A村、B村两个村)
  const kind = items[0]?.text.at(-1) ?? ''
  if (items.length < 2 || !items.every(({ text }) => text.endsWith(kind))) return false
  return (/[组局站室馆园院校队会所部厂库委办厅科系班处]/u.test(kind) && noun.slice(0, 4).includes(kind)) || (/[村镇乡县市区]/u.test(kind) && noun.startsWith(kind))
}

/** kinds of places, and not their names */
export const GENERIC = /^(?:城[市乡镇区中郊关]|农村|平原|丘陵|山区|郊区|沿[海江河]|山地|库区|近郊|远郊|老旧|新建|牧区|高山|试点|示范|重点|薄弱|先进|后进|安置|搬迁|回迁|民族|[东西南北中]部|[东西南北]片|市区|县城|城东|城西|城南|城北|老城|新城|企业|学校|机关|社区|小区|农户|各类|主要|部分|不同)/u
/** 4个社区养老服务站 counts the stations */
const BY_NAME = /^(?:社区|行政村|村|乡镇|街道|镇|乡)(?:$|[的为和与开实率先试设首推完创获成通被已均全共同联在作列]|建设|建立|建起|进行)/u

/** Names of one kind, whose number the count is: 朝阳、新兴、河滨、北门5个社区, and companies behind their own kind. Kinds told in arabic numbers differ by one at most. */
function countsNamed({ measure, noun, arabic, count }: Announced, items: readonly Item[]): boolean {
  if (items.length < 3) return false
  const more = items.slice(1)
  if (measure === '个' && BY_NAME.test(noun) && Math.abs(items.length - count) === 1) {
    return more.every(({ text }) => /^\p{Script=Han}{2,3}$/u.test(text) && !GENERIC.test(text)) && new Set(more.map(({ text }) => text.length)).size === 1
  }
  if (/^[家个]$/u.test(measure) && /^(?:企业|公司|单位)/u.test(noun)) return more.every(({ text }) => text.length > 4 && COMPANY.test(text)) && COMPANY.test(items[0]?.text ?? '')
  return arabic && measure === '类' && /^(?:问题|情形|行为|隐患|案件|矛盾|人员|对象|群体|事项)/u.test(noun) && Math.abs(items.length - count) === 1 && more.every(({ text }) => text.length >= 4 && !/方面$/u.test(text))
}
const COMPANY = /(?:公司|集团|厂|合作社|银行|支行|分行|酒店|商行)$/u

/** “千万工程”（A、B、C、D）四大行动: the list stands in brackets behind a name in quotes that counts none of them, right before the count. */
function bracketBefore(view: View, announced: Announced, end: number): Reading | undefined {
  if (announced.measure !== '大' || view.text.charAt(end - 1) !== '）') return undefined
  const open = view.text.lastIndexOf('（', end)
  if (open < 1 || end - open > 120 || view.text.charAt(open - 1) !== '”') return undefined
  const inner: View = { ...view, masked: view.text }
  const items = splitItems(inner, open + 1, end - 1)
  if (items.length < 2 || items.some(({ text }) => text === '' || /[，。；：\d“《]|等$/u.test(text))) return undefined
  const reading = readItems(inner, items)
  // “一体两翼”（县城、东部片区和西部片区）四大工程: the list may be that of the name
  const named = view.text.slice(view.text.lastIndexOf('“', open) + 1, open - 1)
  const sum = (named.match(/[一两二三四五六七八九]/gu) ?? []).reduce((n, c) => n + '〇一二三四五六七八九'.indexOf(c === '两' ? '二' : c), 0)
  return reading.fits.has(sum) ? undefined : reading
}

/** 队伍建设、能力提升、阵地打造: does the last name what is done, as the others do? */
function namesWork(view: View, { measure, noun }: Announced, items: readonly Item[]): boolean {
  const last = items.at(-1)?.text ?? ''
  const first = items[0]
  if (!first || last.length < 4 || !NAMES_WORK.test(last) || (measure !== '大' && !ASPECTS.test(measure + noun.slice(0, 4)))) return false
  const middle = items.slice(1, -1)
  return middle.length > 0 ? middle.every(({ text }) => text.length === last.length) : withoutLead(view, first).text.length === last.length
}

/** Is the last item one at all, and not what leads on to a count of its own? */
function isLastItem(view: View, announced: Announced, item: Item): boolean {
  const masked = view.masked.slice(item.start, item.end)
  if (masked.endsWith(CLOSE)) return !endsInOrgan(item.text)
  if ((NO_ITEM.test(masked) && !NOUN_AFTER_ALL.test(masked)) || /[0-9]$/u.test(masked)) return false
  if (endsInOrgan(item.text) && !(COMPANY.test(item.text) && /^(?:企业|公司)/u.test(announced.noun)) && !isOrganNoun(announced.noun === '' ? announced.measure : announced.noun) && !/^[级省地方市县区州]$/u.test(announced.measure) && !isOrganNoun(announced.measure + announced.noun)) return false
  return !/(?:级|型|类|性)$/u.test(masked) || /^(?:方面|层面|层级|类型|维度)/u.test(announced.noun)
}

/** 新产业、新业态、新模式“三新”: the character behind the number is that of all items. */
function sharedCharacter(view: View, { measure, noun, quoted, end, start }: Announced, items: readonly Item[]): boolean {
  if (items.length < 2 || /[大个项条种类级]/u.test(measure)) return false
  if (quoted ? end - start > 5 : noun.length > 0 && MANY.test(measure + noun)) return false
  const texts = items.map((item, i) => (i === 0 ? withoutLead(view, item).text : item.text))
  // 人员到位、物资到位等“五到位”
  const word = quoted ? view.text.slice(start + 2, end - 1) : ''
  if (word.length === 2 && items.length > 2 && texts.every((t) => t.length > 3 && t.endsWith(word))) return true
  return texts.slice(1).every((t) => t.endsWith(measure)) && (texts[0]?.endsWith(measure) ?? false) ? true : texts.slice(1).every((t) => t.startsWith(measure) && t.length > 1 && t.length <= 8) && (texts[0]?.includes(measure) ?? false)
}

/** “A、B、C”三大工程: the list stands in one quotation. */
function quotedList(view: View, from: number, end: number): Reading | undefined {
  if (view.masked.charAt(end - 1) !== CLOSE || !/[”’]/u.test(view.text.charAt(end - 1))) return undefined
  const open = view.masked.lastIndexOf(OPEN, end - 1)
  if (open < from || end - open > REACH) return undefined
  const inner: View = { ...view, masked: view.text }
  const items = splitItems(inner, open + 1, end - 1)
  if (items.length < 2 || items.some(({ text }) => /[，。；：“《‘]/u.test(text) || text === '')) return undefined
  return readItems(inner, items)
}

/** 团结和民主两大主题: two by 和 alone. */
function pairOnly(view: View, announced: Announced, items: readonly Item[], open: boolean): Mismatch | undefined {
  const [item] = items
  if (!item || open || announced.count !== 3 || !/^(?:方面|角度|维度|层面|环节|主题|关键)/u.test(announced.noun)) return undefined
  const pair = /([\p{Script=Han}]{2,6})[和与]([\p{Script=Han}]{2,6})$/u.exec(item.text)
  if (!pair || NO_ITEM.test(item.text)) return undefined
  const [, left = '', right = ''] = pair
  if (left.length < right.length || right.length > 4 || readItems(view, items).fits.size !== 2) return undefined
  const at = item.end - right.length
  const parts = [{ start: at - 1 - right.length, end: at - 1, text: left.slice(-right.length) }, { start: at, end: item.end, text: right }]
  return { announced, items: parts, listed: 2 }
}

/** 抓学习、强本领，抓作风、树形象两件大事: the readings in which the list goes over several clauses. A clause with a count of its own is none of them. */
export function overClauses(view: View, from: number, here: number, others: readonly Announced[]): number[] {
  const out: number[] = []
  let sum = here
  let couplets = here === 2
  let end = from - 1
  for (let clauses = 2; clauses <= 8 && end > 0 && view.masked.charAt(end) === '，'; clauses++) {
    let start = end
    while (start > 0 && !CLAUSE_MARK.test(view.masked.charAt(start - 1))) start--
    const count = splitItems(view, start, end).length
    if (count < 2 || others.some((other) => other.start >= start && other.start < end)) return out
    sum += count
    couplets &&= count === 2
    out.push(sum)
    if (couplets) out.push(clauses)
    end = start - 1
  }
  return out
}

export function differs(announced: Announced, { items, fits, best }: Reading, open: boolean): Mismatch | undefined {
  const { count } = announced
  if (fits.has(count) || Math.abs(best - count) > SLIP) return undefined
  // 等 leaves a list open: only too many are wrong
  if (open && best < count) return undefined
  if (open && [...fits].some((n) => n <= count)) return undefined
  // more items than counted: only where they are of one build
  const lengths = items.slice(1).map(({ text }) => text.length)
  if (lengths.length > 1 && Math.max(...lengths) > 3 * Math.min(...lengths) + 6) return undefined
  return { announced, items, listed: best }
}
