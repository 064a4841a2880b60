/** Words around a counted noun that do not change what is counted. */

/** what was done to the things counted, named behind them: 高标准农田建设7.2万亩 */
export const TAILS = /(?:建设|改造|培训|创建|总数|数量|人数|规模|总量|共|达|为|已|约|近|超|面积|里程|突破|增至|诊疗|接诊|总?人次|有|运营|通车|立项|(?:稳定|保持|维持)在)+$/u

/** verbs and words of time that stand before a counted noun, and who is meant where nobody else is; the longer ones first */
export const VERBS =
  /^(?:面对|面临|随着|承担着?|肩负着?|国内外|海内外|省内外|市内外|(?:会议?|大会|闭会|全会)期间|听取和?审议|规范|依法|妥善|高效|精准|全力|大力|持续|按照?(?=年末|年底|全|常住|户籍)|年末|期末|会议(?=应)|应到|应出席|全日制|在[校籍读](?=学生)|深入|广泛|主动|严格|严厉|扎实|积极|有序|顺利|圆满|大队|支队|中队|中心|全馆|窗口|热线|干警|建成投用|检察机关|审判机关|公安机关|投入使用|规范管理|立案(?=办理|查处|侦办|审查)|全系统|改扩建|全年|年内|年度|目前|累计|先后|全面|集中|学校|学院|医院|法院|全院|全校|我[县市区院校局会]|本[院校局会]|全(?:[省市县区镇乡村院校局厅旗州园馆行所站队司]|街道|社区|集团|公司)|城乡|各类|各级|设有|下设|下辖|(?:集团|公司|局)?(?:下属|所属)|建有|拥有|现有|共有|在册|实有|开设|开放|编制|建成|建立|建设|新建|改建|扩建|创建|打造|培育|组建|成立|设立|实施|完成|推进|落实|开展|举办|召开|组织|引进|招聘|选聘|聘请|选树|选派|发展|培训|培养|办理|受理|收到|接收|征集|提交|听取|审议|查处|查办|破获|抓获|审结|执结|争取|到位|投入|安排|发放|兑现|筹集|募集|走访|慰问|帮扶|救助|资助|服务|惠及|接待|检查|排查|整改|化解|调解|解决|推动|新增|净增|登记|注册|纳入|覆盖|涵盖|配备|配置|安装|改造|维修|修缮|投用|投放|签约|签订|种植|栽植|播种|收获|实现|达到?|获评|获批|认定|命名|发布|出台|印发|制发|下发|签发|发出|刊发|编发|撰写|形成|报送|反映|提出|采纳|推出|创作|招募|开办|处置|修建|修复|铺设|架设|搭建|购置|栽种|营救|解救|救治|参加|参与|联系|管理|运营|运行|用好|管好|建好|办好|发挥|依托|围绕|聚焦|借助|会上|大会|共计|现|已|共|总|新|再|并|又|还|虽|[县市区](?!级)|有|设|辖|为|至|对|在|于|由|使|让|把|将|向|给|与|和|到的?(?![馆访场院期位站岗会])|吸引|的|了|等)+/u

/** words for all there are */
const WHOLE = /下属|所属|现有|共有|拥有|实有|在册|在校|在岗|在职|在籍|所有|全部|设有|下辖|辖有|建有|总数|开设|开放|达到$|全(?:[省市县区镇乡村院校局厅旗州]|系统)/u

/** Is it said of all there are? A doing of the year (新建, 培训) is none. */
export const isWholeWord = (words: string): boolean => WHOLE.test(words) && !/新[建增改]|增加|完成|培训|走访|慰问|开展|举办|组织(?!\p{Script=Han})/u.test(words)

/** of a thing that goes through several states, which: received, filed, settled; each has its own number */
const STATES: readonly (readonly [RegExp, string])[] = [
  [/立案/u, '立'],
  [/收到|征集|征得|提交|受理|接收|新收|收案|交办/u, '收'],
  [/办结|办复|答复|审结|执结|结案|化解|解决|整改|销号|完成验收/u, '结'],
  [/采纳|采用|录用|批示|转化/u, '用'],
  [/重点|督办|优秀|示范|典型/u, '重'],
  [/逮捕|批捕/u, '捕'],
  [/起诉|公诉/u, '诉'],
  [/破获|侦破/u, '破'],
  [/毕业|结业/u, '毕'],
  [/招收|招录|录取|招生/u, '招'],
  [/培训/u, '训'],
  [/走访|慰问/u, '访'],
  [/帮扶|救助|资助|帮助/u, '帮'],
]
export const stateOf = (words: string): string => STATES.flatMap(([pattern, name]) => (pattern.test(words) ? [name] : [])).join('')

/** whose, said earlier in the sentence: 初中教学班468个，在校学生12640人 */
export const WHOSE = /小学|初中|高中|学前|幼儿园|中职|高职|专科|本科|研究生|硕士|博士|师范|县医院|中医院|妇幼保健院|卫生院|一季度|二季度|三季度|四季度/gu

const KINDS = /户籍|常住|流动|城镇(?!化)|农村|城市|线上|线下|省内|省外|市内|市外|境内|境外|公办|民办/gu
/** Of two kinds of one thing, which: 户籍人口 and 常住人口 are two. The same words for the same kinds. */
export const kindsOf = (words: string): string => (words.match(KINDS) ?? []).sort().join()

/** what joins a sentence to others, and who reports */
const LEADS = /^(?:虽然?|尽管|但是?|同时|此外|集团|公司)+/u

/** 养老保险 and 医疗保险, 第二产业 and 第三产业: before one and the same noun each has a word that the other lacks. */
export function areContrasted(one: string, other: string): boolean {
  const [a, b] = [one, other].map((words) => words.replace(LEADS, '').replace(TAILS, '').replace(VERBS, '').replace(TAILS, ''))
  if (a === undefined || b === undefined) return false
  const most = Math.min(a.length, b.length)
  let before = 0
  while (before < most && a.charAt(before) === b.charAt(before)) before++
  let behind = 0
  while (behind < most - before && a.charAt(a.length - 1 - behind) === b.charAt(b.length - 1 - behind)) behind++
  const [p, q] = [a.slice(before, a.length - behind), b.slice(before, b.length - behind)]
  return p !== '' && q !== '' && behind >= 2 && 2 * [...p].filter((c) => q.includes(c)).length < Math.min(p.length, q.length)
}
