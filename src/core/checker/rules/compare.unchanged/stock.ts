/** What is built, set up or appointed and is there year after year: stations, waters, roads, machines, wardens. Its number changes seldom. */
const THING =
  '(?:[河林田湖库路街巷段滩栋警]长|医生|教师|教职工|护士|分馆|\\p{Script=Han}{2}站|\\p{Script=Han}(?![委会党团学队人成职演球官议动判学])\\p{Script=Han}员|辅警|监测点|监测断面|断面|监控点|监控探头|探头|摄像头|摄像机|点位|站点|泵站|电站|基站|充电桩|水闸|闸门|水库|山塘|塘坝|河道|河流|干流|支流|湖泊|堤防|灌区|水厂|污水厂|污水处理厂|处理设施|电厂|机井|水井|路灯|桥梁|隧道|码头|泊位|航道|线路|公交车|巡逻车|救护车|消防车|景区|景点|保护区|林场|古树|古树名木|文保单位|文物保护单位|遗址|公园|广场|学校|中小学校?|幼儿园|卫生院|卫生室|医疗机构|养老机构|敬老院|福利院|图书馆|文化馆|博物馆|文化站|农家书屋|窗口|办事大厅|派出所|司法所|税务所|人民法庭|检察室|实验室|教研室|专业|院系|学院|科室|机房|服务器)'
/** at the end of what stands before the number: 管护河道86条 */
const BEFORE = new RegExp(`${THING}(?:共|有|总数|数量|已?达|为|计|合计|总计)*$`, 'u')
/** at the head of what stands behind it: 128个区域自动气象站 */
const BEHIND = new RegExp(`^(?:的)?\\p{Script=Han}{0,8}?${THING}`, 'u')
/** Words of being there: 设置河湖警长126名, 负责管护高速公路87公里, 在编教师426人. */
const THERE = /(?:设置|布设|设有|管护|管理|养护|看护|运营|运行|在编|在岗|在册|聘任|配备|分布)\p{Script=Han}{0,10}$/u
/** 全县86座水库, and 有, 设, 管护: all that there is */
const ALL_OF = /(?:^|[全我本各][国省市县区州旗盟乡镇街村域院校局系线网流](?:域|道|会|统)?(?:内|范围内|现|共|的)*|辖区(?:内)?|境内)$/u
/** What is done in a year is counted anew each year: 巡查河道86条, 改造泵站12座, 新增站点. */
const DOING =
  /新|完成|开展|组织|举办|建成|建设|建立|创建|打造|设立|改造|整治|整改|治理|清理|检查|巡查|排查|抽查|督查|核查|普查|调查|审查|修复|修建|修缮|维修|加固|疏浚|清淤|拆除|取缔|关停|安装|更换|升级|提升|走访|慰问|培训|接待|发放|投入|争取|引进|签约|招|录|评|获|参|受理|救助|帮扶|办理|查处|扩|迁|增|减|通过|实施|推动|指导|联系|服务(?!站|器)|深入|进|赴|[选抽]派|抽调|带教|送/u
/** Behind the number these say that only so many of all were dealt with. */
const DONE_BEHIND = /^[^，。；]{0,16}(?:新建|改造|建成|整治|整改|清淤|加固|修复|升级|竣工|开工)/u

/**
 * Is this the number of what is there from year to year (全县128个区域自动气象站稳定运行, 聘任河长326名, 管护河道86条)? `before` are the words of the clause before
 * the number, `behind` some of those behind it, both without white space.
 */
export function isStock(before: string, behind: string): boolean {
  if (DOING.test(before)) return false
  return BEFORE.test(before) || THERE.test(before) || (BEHIND.test(behind.replace(/[，。；、].*$/su, '')) && (ALL_OF.test(before) || !DONE_BEHIND.test(behind)))
}
