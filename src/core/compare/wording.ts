/**
 * The words of indicators made comparable: two editors write 采用 or 录用, 编报 or 报送, GDP or 生产总值, and mean one thing. What every report
 * says (verbs of doing, 全年, 同比, years) is left out. The lists are of the language of public reports, not of any one of them.
 */

/** Left out: times, comparisons, ways of counting, and the body's own whole (全市 in a city's report). */
const NOISE =
  /(?:19|20)\d{2}年(?:度|末|底)?|\d+月(?:份|末|底)?|[“”‘’《》〈〉（）()、，。；：,\s\-—·]|(?:按|以)?(?:可比价格?|不变价格?|常住地|现价)(?:计算|分)?|(?:比|较|同)(?:上一?年|去年|上年|往年)(?:同期|年初预算|末|底|度)?|同比|环比|上年末|年初预算|名义|去年底?|今年(?:以来)?|上年|年末|年底|年内|当年|本年度?|全年度?|一年来|年度(?=\p{Script=Han})|截至|累计|共计|总共|合计|共同|共(?!同|享|建|产|富|和|青)|各类|各级各类|各项|积极|先后|进一步|主动|广泛|深入|扎实|现已|全部|分别|现有|在职|实有|共有|左右|以上|其中|预计|拟|计划|力争|确保|控制|保持|稳定|连年/gu

const WHOLE = /全[国省市县区州旗乡镇校院局系统]{1,2}(?=\p{Script=Han}{2})|我[国省市县区院校局]|本[省市县区院校局]/gu

/** Verbs that say only that something was done. */
const DOING = /^(?:被|由|向|对|把|将|以|在|有|获得?|得到|受到|予以|给予|共|再|又|新(?=开展|举办))|开展了?|组织了?|举办了?|召开了?|举行|承办|主办|实施|推进|推动|助推|完成|实现|达到?了?|形成|撰写|制作|提供|安排|落实(?=\p{Script=Han}{2})|推出|出台|讲授|编印|接听|依托|通过|参加了?|参与|进行|开设|新开工|获得|取得|收获|提出|提交|收到|受理|收集|征集|接收|所提|收取|签发|发出|成功|帮助|妥善审理/gu

/** One form for words that stand for each other. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/经济总量|经济(?=增长|增速)/gu, '生产总值'],
  [/国内生产总值|地区生产总值|生产总值|GDP|gdp/gu, '生产总值'],
  [/居民消费价格(?:总水平|总指数|指数)?|消费价格指数|CPI|cpi/gu, '居民消费价格'],
  [/社会保险费|社会保险基金|社保费/gu, '社保费'],
  [/医疗保险|医保/gu, '医保'],
  [/养老保险|养老/gu, '养老'],
  [/城乡居民/gu, '居民'],
  [/(?:全体|全部)居民/gu, '居民'],
  [/财政补助标准/gu, '补助标准'],
  [/规模以上工业(?:企业)?/gu, '规上工业'],
  [/小型微型企业|小微企业/gu, '小微'],
  [/社会研发|研究与试验发展|研发|R&D/gu, '研发'],
  [/进出口总?[额值]/gu, '进出口'],
  [/吸收采纳|采用|录用|采纳|采编|转载|吸纳(?=\p{Script=Han}{0,4}(?:建议|信息))/gu, '采用'],
  [/编报|编发|报送|上报|呈报|反映/gu, '报送'],
  [/发表|刊发|刊登|刊播|播发|登载|刊载|宣传报道|报道/gu, '刊发'],
  [/领衔督办|领办督办|督办|领办|领衔/gu, '督办'],
  [/受益|惠及|受惠|涉及|覆盖|享受|服务(?=群众|企业|居民)/gu, '惠及'],
  [/吸纳就业|带动就业|促进就业|解决就业/gu, '带动就业'],
  [/查找|发现|查出|排查|梳理/gu, '发现'],
  [/整改建议|改进建议|意见建议|对策建议|工作建议|建设性意见|意见和建议|建议意见|(?<!审议|审查)意见/gu, '建议'],
  [/研发经费支出|研发投入|研发经费投入|研发经费/gu, '研发投入'],
  [/占(\p{Script=Han}{2,8})(?:的)?(?:比重|比例|比)|占比(?:为)?$|与(\p{Script=Han}{2,8})之比/gu, '占$1$2比重'],
  [/增加(?=\p{Script=Han}{2})/gu, '新增'],
  [/占(\p{Script=Han}{2,12}?)的?$/gu, '占$1比重'],
  [/实际(?:使用|利用|到位)外资|利用外资/gu, '实际使用外资'],
  [/细颗粒物|[Pp][Mm]2\.?5/gu, '细颗粒物'],
  [/年均浓度|平均浓度/gu, '浓度'],
  [/平均(?:审理|办理|办案)?(?:用时|时间|天数|周期|时长)|审理(?:用时|时间|天数|周期)/gu, '平均用时'],
  [/调解撤诉|调撤/gu, '调撤'],
  [/被告人|罪犯|犯罪分子|犯罪嫌疑人/gu, '被告人'],
  [/批准(?:和决定)?逮捕|批捕/gu, '批捕'],
  [/提起公诉|提起诉讼|向法院起诉|决定起诉/gu, '起诉'],
  [/追赃挽损|挽回(?:经济)?损失|追回(?:经济)?损失|挽损/gu, '挽损'],
  [/追加逮捕|纠正漏捕|追捕漏犯/gu, '追捕'],
  [/招收新生|录取新生|新生录取|招生(?:数|人数)?/gu, '招生'],
  [/(?:校园|总)?占地(?:总?面积)?/gu, '占地'],
  [/表彰奖励|表彰|表扬|荣誉(?:称号)?/gu, '表彰'],
  [/馆藏图书|图书馆藏书|藏书量?|馆藏/gu, '藏书'],
  [/受助学生|资助学生/gu, '惠及学生'],
  [/劳动报酬|欠薪|工资/gu, '欠薪'],
  [/来信来访|信访/gu, '信访'],
  [/解决(?:实际|具体)?(?:问题|困难|诉求|实事)/gu, '解决问题'],
  [/(?:集中)?带量采购|集中采购|集采/gu, '集采'],
  [/报备|报送备案|备案/gu, '备案'],
  [/每?([千万])(?:名?(?:常住)?人口|人(?=床位|托位|拥有))(?:拥有)?/gu, '$1人口'],
  [/万元(?=生产总值)/gu, '单位'],
  [/各部门|有关部门|相关部门/gu, '部门'],
  [/请示汇报|请示报告|汇报/gu, '请示报告'],
  [/走访看望|走访联系|走访慰问|联系走访|走访服务/gu, '走访'],
  [/国家级媒体|中央级媒体|中央主流媒体|中央媒体/gu, '中央媒体'],
  [/来电|咨询|来访咨询/gu, '咨询'],
  [/抽查|检查|督查/gu, '检查'],
  [/立案查处|查处|查办/gu, '查处'],
  [/新收|受理|收案|收到|接收/gu, '受理'],
  [/审执结|审结|办结|结案/gu, '审结'],
  [/经审查立案|审查立案|立案/gu, '立案'],
  [/答复|办复/gu, '办复'],
  [/加装|增设|新增(?=电梯)/gu, '加装'],
  [/改造提升|提升改造|改造/gu, '改造'],
  [/新改建|新建改建|新建、改建|改扩建/gu, '新改建'],
  [/理论学习中心组/gu, '中心组'],
  [/学习会议|集中学习|学习会|专题学习/gu, '学习'],
  [/党员干部|干部职工|干警/gu, '干部'],
  [/场次|场/gu, '场'],
  [/本外币(?:各项)?|各项存款/gu, '存款'],
  [/存款存款|存款余额/gu, '存款余额'],
  [/民主评议/gu, '评议'],
  [/减免税费|减税降费及退税缓费|减税降费/gu, '减税降费'],
  [/增减挂钩/gu, '挂钩'],
]

/** The synonyms in their order, some at a time, each batch with one pattern that tells whether any of its words stands in a text. */
const BATCHES = Array.from({ length: Math.ceil(SYNONYMS.length / 6) }, (_, i) => {
  const synonyms = SYNONYMS.slice(i * 6, i * 6 + 6)
  return { any: new RegExp(synonyms.map(([{ source }]) => source).join('|'), 'u'), synonyms }
})

/** Tails that name the number itself. */
const TAIL = /(?:总数|总量|数量|人数|件数|次数|篇数|户数|场次|数|情况|工作|活动|等)$/u
const CHANGE_TAIL = /(?:增长|增加|增产|增收|下降|减少|减产|提高|提升|上升|上涨|降低|回落|缩小|缩短|延长|扩大|增速|增幅|降幅|涨幅|增长率|压减|压缩|多|少)$/u

/** A text in its canonical words, with their grams. */
export interface Wording {
  words: string
  grams: Grams
}

/** as many texts are remembered; then it begins anew */
const MEMORY = 20_000
let remembered = new Map<string, Wording>()

/** Forgets all texts. For benchmarks. */
export function forgetWordings(): void {
  remembered = new Map()
}

/** {@link canonical} words and their grams. Of one text they are made once: a report is read anew with every edit, and most of it is as it was. */
export function wordingOf(text: string, growth = false): Wording {
  const key = growth ? `${text}\u0000` : text
  const known = remembered.get(key)
  if (known) return known
  const words = canonical(text, growth)
  const wording = { words, grams: gramsOf(words) }
  if (remembered.size >= MEMORY) remembered = new Map()
  remembered.set(key, wording)
  return wording
}

/** The grams of a text as it stands, remembered like {@link wordingOf}. */
export function plainGrams(text: string): Grams {
  const key = `\u0001${text}`
  const known = remembered.get(key)
  if (known) return known.grams
  const grams = gramsOf(text)
  if (remembered.size >= MEMORY) remembered = new Map()
  remembered.set(key, { words: '', grams })
  return grams
}

/** The words of an indicator as they are compared. May be empty. `growth` leaves out how it is said that something changed. */
export function canonical(indicator: string, growth = false): string {
  let words = indicator.replace(NOISE, '').replace(WHOLE, '')
  for (const { any, synonyms } of BATCHES) {
    if (!any.test(words)) continue
    for (const [pattern, one] of synonyms) words = words.replace(pattern, one)
  }
  if (growth) {
    for (let before = ''; before !== words; ) {
      before = words
      words = words.replace(CHANGE_TAIL, '').replace(/(?:实际|年均|平均|再|继续|持续)$/u, '')
    }
  }
  // 金融借款、保险等金融纠纷案件: the noun behind 等 holds them all
  words = words.replace(/^.{2,24}等(?=\p{Script=Han}{4})/u, '')
  const bare = words.replace(DOING, '').replace(/了|的|为$|达$|至$|到$/gu, '').replace(/总(?=产量|产值|面积|人口|户数|投资|长度)/gu, '')
  const short = bare.replace(TAIL, '')
  return short.length >= 2 ? short : bare.length >= 2 ? bare : words
}

/** Words that say little wherever they stand. */
const GENERIC = new Set(
  ['建议', '意见', '活动', '工作', '提出', '提交', '会议', '项目', '群众', '人员', '问题', '情况', '信息', '报告', '成果', '专题', '受理', '惠及', '服务', '报送', '委员', '政协', '解决', '发现', '居民', '企业', '干部', '单位', '部门', '案件', '资金', '收入', '总额', '平均', '人均', '标准', '水平', '比重', '建设', '管理', '全面', '重点', '地区', '各级', '增加', '增长', '新增', '参训', '培训', '起诉', '犯罪', '学生', '资金', '投入'],
)
const codeOf = (pair: string): number => pair.charCodeAt(0) * 65536 + pair.charCodeAt(1)
const GENERIC_CODES = new Set([...GENERIC].map(codeOf))
/** exact in single precision, so that sums agree */
const SINGLE = 0.25
const PLAIN = 0.4375

/** Characters and neighbouring characters of a text, each once, sorted by code: characters as such, neighbours as `first·2¹⁶ + second`. */
export interface Grams {
  codes: Uint32Array
  /** of each: a pair that tells something weighs 1 */
  weights: Float32Array
  /** sum of the weights */
  total: number
  /** number of neighbouring characters that tell something */
  telling: number
}

/** Is this a Han character or a letter? Digits and marks separate. */
const isLetter = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x3400 && code < 0x4e00) || (code >= 0xd800 && code <= 0xdfff) || (code >= 0xc0 && code < 0x370)

const weightOf = (code: number): number => (code < 65536 ? SINGLE : GENERIC_CODES.has(code) ? PLAIN : 1)

let scratch = new Uint32Array(512)

/** The grams of a text: Han characters and letters. */
export function gramsOf(text: string): Grams {
  if (scratch.length < text.length * 2) scratch = new Uint32Array(text.length * 2)
  let n = 0
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isLetter(code)) {
      before = 0
      continue
    }
    scratch[n++] = code
    if (before !== 0) scratch[n++] = before * 65536 + code
    before = code
  }
  const all = scratch.subarray(0, n).sort()
  let kept = 0
  let total = 0
  let telling = 0
  for (let i = 0; i < n; i++) {
    const code = all[i] ?? 0
    if (i > 0 && code === all[kept - 1]) continue
    all[kept++] = code
    const weight = weightOf(code)
    if (weight === 1) telling++
    total += weight
  }
  const codes = all.slice(0, kept)
  return { codes, weights: Float32Array.from(codes, weightOf), total, telling }
}

export interface Overlap {
  /** weighted Dice coefficient */
  dice: number
  /** how much of the smaller one stands in the other */
  contained: number
  /** shared neighbours that tell something */
  telling: number
}
const NONE: Overlap = { dice: 0, contained: 0, telling: 0 }

/** What two texts share. */
export function overlap(a: Grams, b: Grams): Overlap {
  if (a.total === 0 || b.total === 0) return NONE
  let both = 0
  let telling = 0
  for (let i = 0, j = 0; i < a.codes.length && j < b.codes.length; ) {
    const x = a.codes[i] ?? 0
    const y = b.codes[j] ?? 0
    if (x === y) {
      const weight = a.weights[i] ?? 0
      both += weight
      if (weight === 1) telling++
      i++
      j++
    } else if (x < y) i++
    else j++
  }
  return { dice: (2 * both) / (a.total + b.total), contained: both / Math.min(a.total, b.total), telling }
}

/** The set of neighbouring characters of a text (Han characters, letters; digits and marks left out). */
export function pairsOf(text: string): ReadonlySet<string> {
  const out = new Set<string>()
  let before = ''
  for (const c of text) {
    if (!/\p{L}/u.test(c)) {
      before = ''
      continue
    }
    if (before !== '') out.add(before + c)
    before = c
  }
  return out
}
