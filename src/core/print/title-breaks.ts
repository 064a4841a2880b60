import { segmentsOf } from '../text/segments.ts'

/**
 * Where a title may be broken: how bad a line's end is at each place, by meaning (GB/T 9704—2012, 7.3.1: 回行时，要做到词意完整). 0 is the end of a phrase,
 * {@link IN_WORD} the middle of a word.
 */

/** A line of a title must not begin or end so: marks (GB/T 15834—2011, 5.1), and particles, which belong to what stands before them. */
const NOT_FIRST = /^(?:[，,、；;：:。？?！!”’）)》〉】…%％‰]|[的了着之等]|[地得过](?=[\p{Script=Han}]{2,}$))/u
const NOT_LAST = /[（(《〈“‘【第]$/u
/** ends that lean on what follows */
const LEANING = /(?:在|为|对|与|和|及|以及|从|到|向|把|将|由|以|关于|对于|开展|进行|加强|促进|推进|推动|深入|进一步|全面|更好|制定|做好|加快|奋力|谱写)$/u

/** Words and names that titles are made of, which no dictionary of the platform holds together. */
const UNITS = [
  '中国人民政治协商会议', '人民政治协商会议', '中国共产党', '国务院办公厅', '中共中央', '国务院', '新疆维吾尔自治区', '广西壮族自治区', '宁夏回族自治区', '内蒙古自治区', '西藏自治区', '自治州', '自治区', '自治县',
  '[^第年届关会\\d\\s]{1,4}(?:族)+自治[州区县]', '人民代表大会', '常务委员会', '纪律检查委员会', '监察委员会', '法制工作委员会', '全国委员会', '委员会', '人民政府', '办公[厅室]',
  '(?:最高|高级|中级|基层)?人民法院', '(?:最高)?人民检察院', '检察院', '法院', '发展和改革局', '发展和改革委员会', '[\\p{Script=Han}]{2}局(?=关于|\\d|工作)',
  '第[〇零一二三四五六七八九十百\\d]+(?:届|次会议|次全体会议|个五年规划|次|批|季度)', '[一二三四五六七八九十]+届(?:[一二三四五六七八九十]+(?:次会议|中全会|次全会))?', '[一二三四五六七八九十]+次会议', '闭幕会上', '会议上',
  '[\\d一二三四五六七八九〇○]{4}年度?(?:\\d{1,2}月)?(?:\\d{1,2}日)?',
  '工作报告', '工作综述', '工作总结', '工作要点', '工作情况', '工作思路', '工作计划', '提案工作', '综合报告', '总结报告', '审计工作', '政治决议',
  '国民经济和社会发展', '预算执行', '财政收支', '财政预算', '预算草案', '计划草案', '计划执行', '执行情况', '远景目标', '法治政府', '国有资产', '营商环境', '市场主体', '数字政府', '乡村振兴', '全面推进',
  '习近平新时代中国特色社会主义思想', '中国特色社会主义', '社会主义', '新时代', '党的二十大', '党的', '中国式现代化', '高质量发展', '共同富裕', '主题教育', '公益诉讼', '未成年人', '关于印发', '工作领导小组', '“[^”]{1,8}”规划(?:纲要)?', '民营经济', '备案审查', '指导意见', '实施意见', '实施方案', '贯彻落实', '学习贯彻', '政协力量',
  '[\\d.,，]+[%％‰]?(?:周年|[年月日届次个项件人万亿元])?', '[A-Za-z][A-Za-z0-9.+-]*',
]
/** a name of a place with its kind (衢州市, 柯城区), as far as a name of two or three characters can be told from the words around it */
const PLACE = /(?<=^|[省市区州盟县旗届在于中共协党会府的员定])[\p{Script=Han}]{1,5}?(?:省|市|县|区|州|盟|旗)(?=[\p{Script=Han}\d]|$)/gu
const UNIT = new RegExp(UNITS.join('|'), 'gu')
const QUOTED = /“[^”]*”|《[^》]*》|‘[^’]*’|（[^）]*）|\([^)]*\)/gu

const COST = { space: -10, mark: 2000, particle: 600, word: 120, unit: 60, quoted: 30, leaning: 25, name: 25, tail: 9, between: 4, half: 8 } as const

/** from here on a break cuts a word or is against the rules of marks */
export const IN_WORD = COST.word

/**
 * The cost of a line's end before each UTF-16 unit of a title; `undefined` inside of a surrogate pair or a combined character. `costs[0]` and the place behind the last
 * character are no breaks.
 */
export function breakCosts(title: string): (number | undefined)[] {
  const costs: (number | undefined)[] = Array.from({ length: title.length }, () => undefined)
  let end = 0
  const words = segmentsOf(title).map((segment) => ({ segment, index: (end += segment.length) - segment.length }))
  // inside a word only whole characters can be parted
  for (const { segment, index } of words) {
    let at = index
    for (const c of segment) {
      if (at > index && !/^[\p{M}\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]/u.test(title.slice(at)) && title[at - 1] !== '\u200d') costs[at] = COST.word
      at += c.length
    }
  }
  words.forEach(({ segment, index }, i) => {
    if (index > 0) costs[index] = between(words[i - 1]?.segment ?? '', segment)
  })
  const raise = (from: number, to: number, cost: number): void => {
    for (let i = from + 1; i < to; i++) if (costs[i] !== undefined) costs[i] = Math.max(costs[i] ?? 0, cost)
  }
  for (const { 0: place, index } of title.matchAll(PLACE)) raise(index, index + place.length, COST.name)
  for (const { 0: quoted, index } of title.matchAll(QUOTED)) raise(index, index + quoted.length, COST.quoted)
  const ends = new Set<number>()
  for (const { 0: unit, index } of title.matchAll(UNIT)) {
    raise(index, index + unit.length, COST.unit)
    for (const at of [index, index + unit.length]) ends.add(at)
  }
  for (let i = 1; i < title.length; i++) costs[i] = atPlace(title.slice(0, i), title.slice(i), costs[i], ends.has(i))
  return costs
}

const SINGLE = /^\p{Script=Han}$/u
/** Two characters that no word was found for are most often a name (开|化), a word beside one of them a name and its kind. */
function between(before: string, after: string): number {
  const [a, b] = [SINGLE.test(before), SINGLE.test(after)]
  return a && b ? COST.name : a || b ? COST.half : COST.between
}

const PHRASE_END = /(?:会议|全会|委员会|大会|政府|法院|检察院|办公[厅室]|中央|国务院|公安局|改革局|市委|县委|区委|省委|规划|情况|以来|精神|计划|总结|环境|[省市县区州])$/u
const PHRASE_START = /^(?:关于(?!.{0,1}$)|第[一二三四五六七八九十]+[届次]|[一二三四五六七八九十]+届|常务委员会(?=工作报告)|[与和及](?=\d|[\p{Script=Han}]{2,})|贯彻|进一步|为(?=.{4,}而))/u
/** short heads of a phrase, which do not stand at a line's beginning alone */
const TAIL = /^(?:以来|工作|情况|报告|决议|决定|意见|通知|建议|公报|方案|计划|规划|要点|总结|综述|讲话|草案|精神)/u

/** 赛罕区 of 呼和浩特市赛罕区第十届委员会 */
const DISTRICT = /^\p{Script=Han}{1,4}[市县区旗](?=第|委员会|人民|政协)/u

/** What the words on both sides say of a place; `known` where a unit of titles begins or ends. */
function atPlace(before: string, after: string, found: number | undefined, known: boolean): number | undefined {
  if (found === undefined) return undefined
  if (/\s$/u.test(before) || /^\s/u.test(after)) return COST.space
  if (NOT_FIRST.test(after)) return /^[的地得了着过之等]/u.test(after) ? COST.particle : COST.mark
  if (NOT_LAST.test(before)) return COST.mark
  if (/[，；：,]$/u.test(before)) return -4
  if (found >= COST.quoted) return found
  // “千村示范、万村整治”工程
  if (/[”》]$/u.test(before) && /^(?:工程|行动|活动|品牌|机制|制度|理念|战略|计划|项目|改革)/u.test(after)) return COST.leaning
  if (/[、”》）)]$/u.test(before)) return Math.min(found, 2)
  const cost = known ? Math.min(found, COST.between) : found
  // 开化县|委员会: the body's name
  if (/(?:届|[省市县区州旗])$/u.test(before) && /^(?:委员会|人民代表大会|人民政府|人民法院|人民检察院)/u.test(after)) return COST.leaning
  if (LEANING.test(before)) return COST.leaning
  if (/人民政治协商会议$/u.test(before)) return COST.between + 1
  if (/[省市州盟]$/u.test(before) && DISTRICT.test(after)) return COST.name
  // 第十届开化县委员会, 政协十三届四次会议: part of a name; no break
  if (/^第?[一二三四五六七八九十]+届/u.test(after)) return COST.name
  if (/届$/u.test(before)) return /^(?:纪律|全国|[一二三四五六七八九十]+次)/u.test(after) ? COST.tail : COST.name
  if (/的$/u.test(before)) return COST.half
  if (/委员会$/u.test(before) && /^常务委员会关于/u.test(after)) return COST.tail
  if (TAIL.test(after)) return /^工作报告/u.test(after) ? COST.leaning : COST.tail
  if (PHRASE_START.test(after) && PHRASE_END.test(before)) return 0
  if (PHRASE_START.test(after)) return Math.min(cost, 2)
  // 浙江省|数字政府建设: what the place has
  if (/[省市县区州旗]$/u.test(before)) return /^\d/u.test(after) ? cost : Math.max(cost, COST.half)
  return PHRASE_END.test(before) ? Math.min(cost, 2) : cost
}
