import { quotedBy, type Change } from './step.ts'

/**
 * Names of persons, which a year later may be another's. A name is found by its surname and what stands beside it: an office before it (县委书记鲁霞光),
 * 同志 behind it, 某 in a case. It ends where a verb or a mark begins. When in doubt, words are no name: a draft in which everything is marked helps nobody.
 */

const COMPOUND = '欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|东方|尉迟|公孙|慕容|令狐|宇文|端木|阿不都|买买提'
/** The surnames in use, without those that are mostly other words (和, 向, 全, 应, 连, 时, 会). */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农卓古吉缪简车项芦麦褚娄窦戚岑景宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝封谈匡鞠惠荆冀郁胥储燕楚鄢谌奚粟冼蔺楼厉伊郜阎屠朴廉禹漆卿狄晋芮阙浦鹿薄雍辜裘邰赫嵇茅揭'
const NAME = `(?:(?:${COMPOUND})\\p{Script=Han}{1,2}|[${SURNAMES}]\\p{Script=Han}{1,2})`

/** Words that begin like a name. */
const WORDS = new Set(
  (
    '高度 高效 高质 高新 高层 高校 高龄 高额 高位 高标 高水 高端 高等 高中 高铁 高速 高发 高尚 安全 安置 安排 安装 安心 安定 安居 金融 金额 金牌 金杯 马上 马路 马力 方便 方面 方案 方式 方法 方向 方针 方位 石油 石化 江河 江南 江海 文化 温馨 温暖 温度 ' +
    '常委 常务 常态 常年 常驻 常设 常规 常住 成立 成功 成果 成效 成员 成绩 成就 成本 成长 成为 成熟 万里 万众 万家 白天 白色 明确 平台 管理 管护 管控 管辖 项目 陆续 严格 严肃 严厉 严重 严密 严打 严查 严守 严把 于是 余家 路径 路线 路灯 单位 单独 单项 解决 解读 解放 包括 包联 包干 包保 ' +
    '关于 关注 关心 关爱 关键 关系 关工 关切 关怀 曾经 曾任 程序 程度 施工 施行 施策 施展 费用 章程 史料 史志 夏季 夏令 古城 古镇 车辆 车间 房屋 房产 柳州 宁波 祝贺 顾问 顾全 易地 易发 康养 康复 应急 支持 周边 周年 周密 周期 周末 任务 任组 任指 任第 任副 任主 成品 高利 任期 任职 任命 任免 任何 景区 景点 简化 简政 简报 简易 ' +
    '查找 查处 查办 查看 荣获 荣誉 华侨 华东 农村 农业 农民 边界 边境 商业 商务 商会 商会 商定 毕业 季度 封闭 谈判 谈心 谈话 查询 储备 楼宇 楼道 荆楚 惠民 惠及 惠企 卫生 卫健 席位 宗教 冷链 米粮 麦田 贺信 贺电 段落 雷达 龙头 龙舟 武装 武术 汤圆 毛利 钱塘 黄河 黄金 黄色 林业 林长 林草 田间 田园 田长 石材 ' +
    '叶片 苏州 杜绝 许可 许多 何时 胡同 高峰 游客 游览 齐心 齐抓 齐全 齐聚 乔迁 伍家 庄严 庄园 申请 申报 申诉 申领 左右 甘肃 纪委 纪检 纪律 纪念 纪实 梅花 童心 凌晨 盛会 盛大 盛况 曲艺 路演 辛勤 辛苦 蓝图 蓝天 房地 解困 解难 艾滋 尤其 阳光 阳台 农商 农户 卓越 卓有 古树 吉祥 柴油 温室 温饱 向上 丁香 汪洋 范围 范例 ' +
    '夏秋 江苏 江西 浙江 安徽 河南 吕梁 沙龙 桑蚕 郎朗 仲裁 虞城 池塘 迟到 惠农 厉行 廉洁 廉政 揭牌 揭晓 揭示 茅台 朴实 鹿城 晋级 晋升 屠宰 伊始 楚剧 燕窝 商事 商圈 沙漠 荣膺 冀望 巩固 简单 缪误 项下 童话 孔雀 莫大 邵武 金华 衢州 温州 湖州 台州 宁夏 石家 马鞍 海南 黄山'
  ).split(' '),
)

const STRONG =
  '(?:书记|省长|市长|县长|区长|州长|旗长|乡长|镇长|主席|主任|院长|检察长|局长|厅长|部长|处长|科长|校长|秘书长|会长|行长|所长|站长|队长|大队长|庭长|馆长|社长|总理|经理|董事长|理事长|组长|团长|教授|研究员|院士|主委|政委|厂长|总工程师|园长|调研员|首席法官|审判长|支书|护士长|班长)'
const WEAK = '(?:委员|代表|法官|检察官|干警|警官|民警|教师|老师|医生|医师|护士|职工|劳模|党员|律师|工程师|专家|学者|企业家|传承人|诗人|工匠|同学|学生|研究生|导师|博士|运动员|选手|志愿者|村民|当事人|被告人|嫌疑人|法定代表人|”)'
/** What a sentence goes on with behind the name of one who holds an office. */
const VERBS =
  '来|到|在|与|对|向|率|带队|牵头|主持|作(?!风|用|为)|提交|提出|批示|作出|同志|等|深入|先后|充分|给予|参加|一行|指出|强调|调研|和|多次|亲自|分别|赴|代表|领衔|领办|督办|担任|荣|获|被|评为|的|应邀|专程|莅临|介绍|表示|宣布|致辞|致欢迎|讲话|要求|签|看望|走访|慰问|出席|会见|围绕|通过|当选|入选|团队|工作室|先进|事迹|因|以|从|受|就|接|现场|再次|两次|一同|陪同|听取|视察|考察|检查|督查|点题|领题|撰写|说|认为|兼任|任|辞去|负责|联系|挂|关于'
const ENDS = new RegExp(`^(?:$|[^\\p{Script=Han}]|${VERBS})`, 'u')
const ENDS_WEAK = /^(?:“|捐|带领|创办|自费|荣|获|被|当选|入选|等(?![^，。；]{0,8}(?:部门|行业|领域|方面|工作))|同志|先进|事迹|提交|牵头|领衔|、(?=\p{Script=Han}{0,4}(?:长|员|师|生|士|表|者)\p{Script=Han}{2,3}(?:等|、|，))|犯|涉嫌|受贿|贪污|诈骗|团队|工作室|撰写)/u
const CRIME = '(?:受贿|贪污|行贿|挪用公款|滥用职权|玩忽职守|故意杀人|故意伤害|诈骗|集资诈骗|电信网络诈骗|非法吸收公众存款|盗窃|抢劫|贩卖毒品|涉黑|涉恶|组织、领导|走私)'

const AFTER_STRONG = new RegExp(`(?<=${STRONG}\\s?)(?=[\\p{Script=Han}])`, 'gu')
const AFTER_WEAK = new RegExp(`(?<=${WEAK}\\s?)(?=[\\p{Script=Han}])`, 'gu')
const ANONYMOUS = new RegExp(`(?:${COMPOUND}|[${SURNAMES}])某(?:某|[甲乙丙丁])?(?![地日些个种时项])`, 'gu')
const ACCUSED = new RegExp(`(?<=(?:审结|审理|办理|查办|查处|起诉|公诉|侦办|的|了|[、，；。“]|^|对|长|记|任|委|员))(${NAME}?)(?=(?:等[0-9一二三四五六七八九十]{0,4}人?)?${CRIME}[^，。；、]{0,10}案)`, 'gu')
const COMRADE = new RegExp(`(?<=(?:^|[^\\p{Script=Han}]|学习|追授|追授予|授予|委员|代表|干警|教师|以|像|向|由|和|、|对))(${NAME}?)(?=(?:等[0-9一二三四五六七八九十]{0,3}(?:名|位)?)?(?:同志|先生|女士|烈士)|[0-9一二三四五六七八九十两]{1,3}(?:名|位)(?:同志|委员|代表|教师|干警|职工|同学|学生|队员|选手|医护))`, 'gu')
const NAME_BEFORE = new RegExp(`${NAME}、$`, 'u')
/** known to every reader, and in every report */
const STANDING = /^(?:习近平|毛泽东|邓小平|江泽民|胡锦涛|孙中山|雷锋)/u

/** The names of persons in a text. */
export function personMarks(text: string): Change[] {
  const out: Change[] = []
  const add = (start: number, length: number): void => {
    if (length > 0 && quotedBy(text, start) !== '《' && !STANDING.test(text.slice(start, start + 4))) out.push({ start, end: start + length, review: 'person' })
  }
  for (const match of text.matchAll(ANONYMOUS)) add(match.index, match[0].length)
  for (const match of text.matchAll(ACCUSED)) if (!isWord(match[0])) add(match.index, match[0].length)
  for (const match of text.matchAll(COMRADE)) {
    if (isWord(match[0])) continue
    add(match.index, match[0].length)
    // 黄文秀、张富清等同志
    for (let at = match.index, before; (before = NAME_BEFORE.exec(text.slice(Math.max(0, at - 6), at))) !== null; at -= before[0].length) {
      if (isWord(before[0])) break
      add(at - before[0].length, before[0].length - 1)
    }
  }
  for (const match of text.matchAll(AFTER_STRONG)) {
    let at = match.index
    let length = nameLength(text, at, ENDS)
    // 副市长赵敏、孙立平等: the list goes on with names alone
    while (length > 0) {
      add(at, length)
      at += length
      if (text.charAt(at) !== '、') break
      at++
      length = nameLength(text, at, ENDS)
    }
  }
  for (const match of text.matchAll(AFTER_WEAK)) add(match.index, nameLength(text, match.index, ENDS_WEAK))
  return out
}

const SURNAMED = new RegExp(`^(?:(?:${COMPOUND})|[${SURNAMES}])(?=\\p{Script=Han})`, 'u')
const isWord = (words: string): boolean => WORDS.has(words.slice(0, 2))

/** How long the name is that begins here, or 0. Of two readings the shorter holds: 李明来到, not 李明来. */
function nameLength(text: string, at: number, ends: RegExp): number {
  const rest = text.slice(at, at + 16).replace(/^\s/u, '')
  const surname = SURNAMED.exec(rest)?.[0].length ?? 0
  if (surname === 0 || isWord(rest)) return 0
  for (const given of [1, 2]) {
    const name = rest.slice(0, surname + given)
    if (!/^\p{Script=Han}+$/u.test(name)) return 0
    if (ends.test(rest.slice(surname + given))) return surname + given
  }
  return 0
}
