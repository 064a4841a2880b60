/** Ways of dividing a thing into kinds of which there is no further one. */
const KINDS: readonly (readonly RegExp[])[] = [
  [/男/u, /女/u],
  [/(?<!不|基本|未)(?:合格|达标)/u, /(?:不|未)(?:合格|达标)/u],
  [/(?<!未)入住|(?<!未)使用|占用|(?<!未)出租|在用/u, /空置|闲置|空闲|空余|未(?:入住|使用|出租)/u],
  [/实考|参考|到考/u, /缺考|弃考/u],
  [/前三季度/u, /(?<!前|[一二三]至)[四4]季度/u],
  [/委员(?:个人)?(?:或联名)?提案|个人提案/u, /集体提案|党派(?:团体)?提案/u],
  [/旧存|上年结转|上年积存/u, /新收|新受理|当年收/u],
  [/城镇/u, /农村|乡村/u],
  [/(?<!非)税收/u, /非税/u],
  [/公办/u, /民办/u],
  [/公立/u, /民营|民办/u],
  [/纵向/u, /横向/u],
  [/制定|新制定/u, /修[改订]/u, /废止/u],
  [/第一产业|一产/u, /第二产业|二产/u, /第三产业|三产/u],
  [/上半年/u, /下半年/u],
  [/夏粮/u, /秋粮/u],
  [/在职/u, /退休|离退/u],
  [/(?<!不)(?:批准逮捕|批捕)/u, /不(?:批准逮捕|批捕|捕)/u],
  [/(?<!不)起诉|提起公诉/u, /不起诉/u],
  [/一般债务/u, /专项债务/u],
  [/团体|集体/u, /个人|散客/u],
  [/实到|出席|实际参加/u, /请假|缺席|因故/u],
  [/企业/u, /个体/u, /合作社/u],
  [/A类/u, /B类/u, /C类/u],
  [/(?<!基本|不)满意/u, /基本满意/u, /不满意/u],
  [/赞成|同意/u, /反对/u, /弃权/u],
  [/(?<!中共)党员/u, /群众|非党员/u],
  [/进口/u, /出口/u],
  [/竣工|完工|建成/u, /在建|正在/u, /未开工|未启动|待建/u],
  [/新建/u, /改扩建|改建|扩建|续建|改造/u],
  [/新开工/u, /续建/u],
  [/(?<!非)中共/u, /非中共|党外/u],
  [/议案/u, /建议/u],
  [/(?<!行政)村(?!.*社区)|行政村/u, /社区/u],
  [/有效/u, /无效|废票/u],
  [/常住|本地/u, /流动|外来/u],
  [/线上/u, /线下/u],
  [/门诊/u, /急诊/u],
  [/国内/u, /涉外|国际/u],
  [/纸质/u, /电子/u],
  [/企业捐/u, /个人捐/u],
  [/即办/u, /承诺/u],
  [/[一1]季度/u, /[二2]季度/u, /[三3]季度/u, /[四4]季度/u],
  [/优秀/u, /(?<!基本|不)(?:称职|合格)/u, /基本(?:称职|合格)/u],
  [/(?<!业)务工|外出/u, /本地就业|就近/u],
  [/初次|首次/u, /重复/u],
  [/省内/u, /省外/u],
  [/脱贫户/u, /监测户|监测对象/u],
  [/专任|教师/u, /职工|工勤/u],
  [/已(?:全部)?[办完处]|办结(?!时限)|化解/u, /正在|未[办完]|在办/u],
  [/本科生|普通本科|全日制本科/u, /硕士/u, /博士/u],
  [/一般\p{Script=Han}{0,6}(?:事故|事件|火灾)/u, /较大/u],
  [/一般\p{Script=Han}{0,6}(?:事故|事件|火灾)/u, /较大/u, /重大/u],
  [/一般(?:事故|安全)?隐患/u, /重大(?:事故|安全)?隐患/u],
  [/城市(?:低保|居民最低|特困|居民低保)/u, /农村(?:低保|居民最低|特困|居民低保)/u],
  [/优秀/u, /良好/u, /一般|合格|达标/u],
  [/(?<!较)好/u, /较好/u, /一般/u],
  [/正式党员/u, /预备党员/u],
  [/(?<!非)全日制/u, /非全日制/u],
  [/(?:寄宿|住校|住宿)生/u, /走读生/u],
  [/专职/u, /兼职/u],
  [/(?<!非)户籍/u, /非户籍/u],
  [/一孩/u, /[二两]孩/u, /三孩/u],
  [/中央/u, /省级?/u, /市级?/u, /县级?|区级?/u],
]

/** Kinds that one list of parts names, though there may be others. */
const FAMILIES: readonly RegExp[] = [
  /高中|初中|小学|幼儿园|特教|特殊教育|职业学校|中职|职高|九年一贯/u,
  /高级|中级|初级|正高|副高/u,
  /刑事|民事|民商事|行政|执行|国家赔偿|商事/u,
  /开除|留党察看|撤销|严重警告|警告|记过|记大过|降级/u,
  /财政|自筹|专项|补助|配套|社会(?:捐赠|资金|资本)|企业|上级|中央|省级|市级|县级|贷款|债券/u,
  /小麦|玉米|水稻|大豆|薯类|稻谷|杂粮|油菜|蔬菜/u,
  /镇|乡|街道/u,
  /医生|医师|护士|护理|医技|药师|管理|工勤|行政|后勤/u,
  /盗窃|诈骗|伤害|毒品|交通肇事|危险驾驶|其他案件/u,
]

/** Are these labels of one such list, each another? */
export const areOneFamily = (labels: readonly string[]): boolean => new Set(labels).size === labels.length && FAMILIES.some((family) => labels.every((label) => family.test(label)))

/** Do these labels name each kind of one thing, once? */
export const areAllKinds = (labels: readonly string[]): boolean =>
  KINDS.some((kinds) => kinds.length === labels.length && kinds.every((kind) => labels.filter((label) => kind.test(label)).length === 1) && labels.every((label) => kinds.some((kind) => kind.test(label))))

/** Is a total called as one of the kinds that its parts are of (女职工126人，男86人，女40人)? */
export const isOneOfThem = (label: string, parts: readonly string[]): boolean =>
  KINDS.some((kinds) => kinds.some((kind) => kind.test(label)) && parts.every((part) => kinds.some((kind) => kind.test(part))))
