/** What announced counts count, and the words around a list that are none of its items. */

/** Nouns of parts: what is called so is listed in full where it is counted (三个方面, 4个环节). */
export const PART =
  '方面|环节|角度|维度|领域|层面|步骤|阶段|主题|板块|专题|关键|重点|抓手|方向|要素|关系|原则|特点|特征|优势|短板|定位|导向|理念|目标|指标|任务|战略|工程|行动|举措|措施|机制|制度|体系|平台|品牌|部门|单位|机关|产业|行业|功能|职能|职责|主体|篇章|大类|类别|类型|门类|步子|转变|结合|提升|突破|统一|同步|坚持|聚焦|强化|专项|大事|实事|要事|环|链条|乡镇|街道|班子|群体|战役|攻坚战|服务窗口|窗口|议题|课题|课程|方式|形式|途径|渠道|载体|模块|要求|权利|权益|能力|意识|国家|省份|党派|界别|委员会|荣誉|称号'
const IS_PART = new RegExp(`^.{0,5}?(?:${PART})`, 'u')
export const isPart = (noun: string): boolean => IS_PART.test(noun)

/** Nouns of organs and ranks: behind a list of organs these count them; other nouns are what the organs own (市委、市政府三大战略). */
export const isOrganNoun = (noun: string): boolean => /^(?:个|家|大|类)?(?:部门|单位|机关|班子|级|方|主体|组织|地|家|机构|层面|层级|党派|系统|省|市|县|区|州)/u.test(noun)

/** A last item after which a count rather says what is theirs. */
export const endsInOrgan = (item: string): boolean => /(?:中央|[省市县区州旗盟]|[省市县区州]委|党委|政府|国务院|政协|人大|常委会|部门|单位|集团|公司|党组|国家|上级|[省市县区部厅局级]级|(?<![安健完齐])[各全本我]\p{Script=Han})$/u.test(item)

/** Things of which there are many of a kind: a list in front names kinds or places, and the number counts the things (道路、管网12个项目). */
export const MANY = /^(?:\p{Script=Han}{0,4}?)(?:项目|企业|村|社区|小区|景区|园区|[站点所场人户次]|网点|品种|案|课|奖|批|岗位|学校|医院|活动|示范|试点|样板|月|年|天|日|周|小时|分钟|季度|百分点|工作日|亿|万|千|百|车间|工厂|成果|专利|标准|产品|作品|节目|文件|名额|床位|泊位|路口|车位|口袋|公园|问题|意见|建议|线索|信息)/u

/** Verbs and prepositions that lead into a list. */
export const LEAD =
  /围绕|聚焦|紧扣|针对|按照|依托|通过|推进|推动|推行|实施|开展|落实|深化|强化|加强|完善|打造|建立|健全|做好|抓好|抓实|抓牢|突出|坚持|统筹|整合|组织|涵盖|覆盖|包括|包含|涉及|设立|设置|开设|形成|构建|培育|壮大|主攻|瞄准|锚定|立足|实现|获得|荣获|获评|审议|听取|召开|举办|编印|出版|编辑|编撰|创建|争创|争取|推出|指导|支持|助力|引导|协助|召集|集中|紧盯|紧抓|把握|把好|扭住|划分为|分为|办好|守牢|筑牢|优化|提升|打好|打赢|维护|联合|会同|邀请|赴|在|对|从|把|将|就|向|与|为|以|由|让|使/gu
/** the same, where one alone is sure to be a verb */
export const STRONG_LEAD =
  /(?:围绕|聚焦|紧扣|针对|按照|依托|通过|推进|推动|实施|开展|落实|打造|做好|抓好|突出|涵盖|覆盖|包括|涉及|设立|紧盯|集中|分为|锚定|瞄准|组织|联合|会同|在|对|从|就|将|把)/gu

/** A last item that ends like this is no item: what follows is counted by itself (围绕助餐、助洁开展三项活动). */
export const NO_ITEM =
  /(?:开展|实施|推进|推动|召开|组织|举办|举行|完成|建立|建成|打造|形成|制定|制订|修订|出台|提出|提交|收到|收集|办理|落实|解决|促成|培育|获得|荣获|获评|获批|入选|申报|争取|签订|签约|新增|新建|改建|扩建|创建|发布|编印|编写|编辑|印发|撰写|报送|报告|走访|慰问|接待|督办|确定|明确|确立|确保|梳理|排查|发现|查处|审理|审结|受理|立案|化解|开设|设立|成立|谋划|实现|取得|达到|达|抓好|做好|做到|突出|紧扣|围绕|聚焦|坚持|包括|包含|涉及|涵盖|覆盖|分为|分成|分别|及其|是|为|有|了|过|着|到|出|成|以|从|在|对|向|把|将|被|让|使|给|于|与|和|及|或|并|的|地|得|至|超|近|约|前|后|第|每|各|其他|其它|其中|另|另外|仅|只|另有|还有|共有|均|都|已|全省|全国|全市|全县|全区|我省|我市|我县|我区|本省|本市|本县|本区|以上|以下|左右|余|多|来|连续|先后|累计|这一|的这|打好|打赢|听取|审议|承办|参加|参与|评选|表彰|选派|引进|投入|安排|下达|划定|推出|推行|增强|强化|加强|深化|提升|用好|发挥|构建|健全|完善|优化|建强|办好|织密|筑牢|守牢|牢记|践行|贯彻|擦亮|做强|做优|做大|拓展|破解|攻克|统筹|整合|创新|当好|讲好|唱响|锚定|瞄准|紧盯|履行|承担|肩负|展现|彰显|担当|牵头|主导|带动|引领|助力|服务于|致力|迈出|迈向|按照|依托|通过|根据|结合|运用|利用|采取|采用|开发|上线|推广|创设)$/u

/** nouns that end like a particle or verb of {@link NO_ITEM} */
export const NOUN_AFTER_ALL = /(?:土|基|用|场|工|草|林|湿|耕|农|营|园|产|高|阵|绿|荒)地$|(?:行|作)为$|心得$/u

/** Verbs that are as often names of what is done: 科技创新、能力提升、信息报送 are items where all items are built so. */
export const NAMES_WORK = /(?:创新|提升|优化|办理|报送|慰问|走访|接待|落实|化解|审理|审结|整合|统筹|带动|引领|推广|运用|利用|开发|参与|评选|选派|引进|安排|创建|新建|改建|扩建|审议|督办|撰写|编写|发布|申报|排查|查处|梳理|打造|构建|承办|履行|培育|破解|展现|担当|彰显|创设)$/u
/** Counts behind which a list of such names stands in full. */
export const ASPECTS = /方面|环节|角度|维度|领域|层面|步骤|阶段|主题|专题|板块|重点|任务|工程|机制|制度|体系|能力|关键|抓手|方向|大事/u

/** Names of places that end in what a place is called after; things (道路, 供水, 公园) that end so are none. */
const PLACE = /(?:^|\p{Script=Han})(?:城[东西南北中关区郊]|[东西南北]城|滨[江河湖海]|[河江湖]滨|\p{Script=Han}[山溪桥湾岭塘坪坝庄镇洲港屯店堡寨坡峪岗川泉埠畈石水江湖河关州])$/u
const NO_PLACE = /(?:矿|[供排节污雨饮用水清治]|山|引|输|调|中|热|冷|泄|退)水$|矿山|荒山|登山|河湖|江河|水利|治河|大桥|立交桥|天桥|塔吊|[大小]型|乡镇|城镇|集镇|酒店|饭店|商店|门店|网店|药店|海关|机关|温泉|喷泉|宝石|岩石|池塘|鱼塘|山塘|堤坝|大坝|农庄|村庄|高山|空港|口岸|公关|险关|村寨|码头/u
/** What stands at one place each. */
export const SITE = /^\p{Script=Han}{0,6}(?:站|水厂|处理厂|发电厂|卫生院|派出所|司法所|供电所|税务所|服务中心|养老中心|综合体|法庭|中队|农贸市场|文化广场|车站|水库|校区|院区)/u
export const isPlaceName = (item: string): boolean => PLACE.test(item) && !NO_PLACE.test(item)

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣邓单杭洪包诸左石崔吉龚程邢裴陆荣翁甄曲封储靳段焦巴牧谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印白怀蒲从索赖卓屠蒙池乔阴胥能苍双闻党翟谭贡劳逄姬申扶冉宰桑桂牛寿通边燕冀尚农温别庄晏柴瞿阎慕连茹习艾鱼容向古易戈廖终居衡步都耿满弘匡国文寇广阙东欧利师巩聂关荆'
/** A person's name alone, or at the end behind 的. */
export const PERSON = new RegExp(`^[${SURNAMES}]\\p{Script=Han}{1,2}$`, 'u')
export const endsInPerson = (text: string): boolean => PERSON.test(text) || new RegExp(`的[${SURNAMES}]\\p{Script=Han}{1,2}$`, 'u').test(text)
/** the same where verbs may stand in front (组建张敏) */
export const ENDS_IN_NAME = new RegExp(`[${SURNAMES}]\\p{Script=Han}{1,2}$`, 'u')

/** Words in which 和 or 与 joins no two items. */
export const FUSED =
  /文化和旅游|住房和城乡|发展和改革|人力资源和社会保障|工业和信息化|卫生和计划|农业和农村|国民经济和社会|经济和信息化|自然资源和规划|规划和自然资源|民主和法治|纪律和规矩|社会和谐|和谐|和平(?!安)|和睦|中和|共和|温和|和解|和美|和合|调和|缓和|和顺|和畅|总和|祥和|柔和|饱和|参与|和田|和平区|与会|与时俱进|党和国家|和县|和政|人与自然|和龙|及时|普及|涉及|以及时|触及|波及|推及|危及|顾及|及格|暨阳|惠及|遍及/gu
