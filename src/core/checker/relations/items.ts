/** Counting the items of a list in running text. */

const OPEN = '“‘《（〈「『'
const CLOSE = '”’》）〉」』'

/** The text with what stands in quotes, titles and brackets made into one opaque character each place: “甲、乙” counts as one. Same length. */
export function masked(text: string): string {
  let depth = 0
  let out = ''
  for (const c of text) {
    if (OPEN.includes(c)) depth++
    out += depth > 0 ? '□'.repeat(c.length) : c
    if (CLOSE.includes(c)) depth = Math.max(0, depth - 1)
  }
  return out
}

/** 和 that is part of a word joins nothing. */
const JOIN = /以及|(?<!共|总|饱|缓|谐|温|平|祥|随|柔|饱)和(?!谐|平|解|睦|美|治|善|畅|气)|(?<!普|涉|顾|危|波|惠|触|遍|提)及(?!时|格|其)|(?<!参)与(?!会|否|时)/u

/** Names of one thing, with 和 inside: budget items (政府收支分类科目), departments, set phrases. */
const FIXED = /社会保障和就业|卫生健康和计划生育|卫生和计划生育|文化和旅游|文化旅游和体育|工业和信息化|发展和改革|人力资源和社会保障|住房和城乡建设|自然资源和规划|意见和建议|建议和意见|批评和意见|商业和服务业|粮油和物资|科学技术和工业信息化|公共卫生和基层医疗|信息传输和软件/gu

/** 民盟、民建、农工党和九三学社 end alike in sense */
const PARTIES = /民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|工商联|无党派(?:人士)?|知联会|共青团|妇联|总工会/gu

/**
 * Names that are complete for themselves, since they end in what is measured: 固定资产投资, 社会消费品零售总额. Where each name of a list is one, 和 joins two of them
 * and not the halves of a name (社会保障和就业支出, 对外投资和经济合作). Qualities (效率, 质量) are measured by nothing.
 */
const MEASURED = /(?:(?<![价颜])值|投资|(?<!名)额|收入|支出|存款|贷款|(?<![质力能])量|面积|里程|(?<!多|少|人|岁|算)数|人数|(?<!效|草|轻)率|利润|税收|价格|工资|人口|浓度|保费|消费|出口|进口|进出口)$/u

/** What is counted in two characters. */
const SHORT = /^(?:起数|件数|户数|人数|次数|伤人|亡人|死亡|受伤|损失|财损|发案|立案|收案|结案|受理|审结|执结|起诉|批捕|查处|产值|产量|收入|支出|进口|出口|税收|投资|消费|销量|利润|用电|用水|面积|金额)$/u

/** Lists of one kind whose names are so short that the last noun is said once for all: 小学、初中和高中在校生 */
const ONE_KIND: readonly RegExp[] = [/^(?:(?:全[省市县区年镇]|其中|夏季|秋季|我[省市县区])*)(?:水稻|小麦|玉米|大豆|油菜|马铃薯|棉花|花生|高粱|甘薯)/u, /^(?:(?:全[省市县区镇]|其中|各)*)(?:普通高中|高中|初中|小学|幼儿园|中职|特教)/u, /^第?[一二三](?=$|(?:次)?产业)/u]

/** In how many items a list may be read: with 、 the items are certain, 和 and 及 may join two of them or the halves of one. */
export function itemCounts(list: string): Set<number> {
  const text = masked(list).replace(/\s+/gu, '').replace(PARTIES, '□党').replace(FIXED, (name) => '□'.repeat(name.length))
  const outer = text.split('、')
  let joins = 0
  let parallel = true
  for (const item of outer) {
    const halves = item.split(JOIN).filter((half) => half !== '')
    joins += halves.length - 1
  }
  const pieces = outer.flatMap((item) => item.split(JOIN)).filter((piece) => piece !== '')
  const endings = new Set(pieces.map((piece) => piece.slice(-1)))
  parallel = pieces.length > 1 && endings.size === 1 && pieces.every((piece) => piece.length > 1)
  const most = outer.length + joins
  if (joins === 0) return new Set([most])
  // 办复率、面商率和满意率: items that end alike are items
  if (parallel) return new Set([most])
  // 以及 stands before the last item and in no name
  if (joins === 1 && outer.at(-1)?.includes('以及') === true) return new Set([most])
  if (outer.length > 1 && (pieces.every((piece) => piece.length > 1 && MEASURED.test(piece)) || ONE_KIND.some((kind) => pieces.every((piece) => kind.test(piece))))) return new Set([most])
  // 夏粮、秋粮和全年粮食产量: what stands before 和 ends like the items before it, so 和 joins the last item
  const last = outer.at(-1)?.split(JOIN) ?? []
  const ending = outer.at(-2)?.slice(-1)
  if (joins === 1 && outer.length >= 2 && last.length === 2 && ending !== undefined && last[0]?.slice(-1) === ending && (last[0]?.length ?? 0) > 1 && !'业生支'.includes(ending)) return new Set([most])
  // 一氧化碳平均浓度和臭氧平均浓度达标天数: one word behind both
  if (joins === 1 && outer.length >= 2 && last.length === 2 && (last[0]?.length ?? 0) >= 4 && /(?:浓度|收入|投资|总额|面积|产值|居民)$/u.test(last[0] ?? '') && (last[1] ?? '').slice(1).includes((last[0] ?? '').slice(-2))) return new Set([most])
  // 起数和伤人、损失: names too short to be halves of one
  if (outer.length > 1 && pieces.every((piece) => SHORT.test(piece))) return new Set([most])
  const counts = new Set<number>()
  for (let n = outer.length; n <= most; n++) counts.add(n)
  // A、B和C、D: 和 may be the outer joint
  counts.add(joins + 1)
  return counts
}
