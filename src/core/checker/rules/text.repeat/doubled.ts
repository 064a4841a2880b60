import { CharSet } from '../../../text/char-set.ts'
import { LASTS, lastTwice } from './last-twice.ts'

/** A piece of text that stands twice in a row, and what it is once. */
export interface Doubled {
  start: number
  end: number
  once: string
}

/**
 * Doubled particles. What stands in front or behind may make two words of them: 目的的实现, 增进了了解, 以及及时, 文明和和谐, 在在建项目, 是是否.
 */
export const PARTICLE = /(?<!(?<![项数题科栏节条品剧曲名书账])目|(?<!目)标)的的(?!确|士)|了了(?![解然结却断无事])|和和(?![谐平美睦气解善合田县顺声风])|与与(?![会时])|在在(?![建编校岗职册地场线押逃案])|及及(?![时早格第])|或或|被被|将将(?![来军近会要士才相帅领])|(?<![服自顺依遵跟听信盲])从从(?![严事未来小前此头业优快简宽紧轻重犯属])|(?<![予加给可足难得用借所])以以(?![上下内外来及人往旧工赛案学点奖投房])|(?<![成造])就就(?![业是地近医诊读要在学餐])|(?<![首成京])都都(?![市会是有要能督])|也也|等等等|较较(?=上年|去年|同期|上一年)|(?<=[达升增降减提])到到(?=\d)|达达(?=到|\d)|(?<![安健齐完保])全全(?=年|县|市|省|区|力)|(?<![比相])比比(?=上年|去年|\d)|已已|并并(?![购网联轨行])|(?<![耕土林草湿用场工基园荒山滩坡宅盐农绿旱洼])地地(?!道|[力块质面上下])|为为(?![民人农企国党群老何])|是是(?![否非])|对对(?![口方手象外内策])|把把(?![关脉握控手])|于于(?![谦都洪凤])|(?<![理自缘事因来])由由(?![于此来])|(?<![从因反然进])而而|但但|(?<![方趋转走流动导倾面朝去意志内外定单双纵横风])向向(?![上前心日阳东西南北内外好善])/gu

/** Three to twenty characters at once: 积极推动积极推动; and a clause said again: 认真履职尽责，认真履职尽责，. */
const PHRASE = /(\p{Script=Han}{3,20})\1/gu
const CLAUSE = /(?<=^|[，。；：、“])(\p{Script=Han}{4,30})([，、；。])\1(?=[，、；。]|$)/gu

/** A number said twice with its measure word: 126个126个, 18.6%，… not, since a mark stands between. */
const NUMBER_TWICE = /(?<![\d.,])(\d[\d,.]*[万亿]?[余多]?(?:[%％]|\p{Script=Han}{1,3}))\1(?![\d.])/gu

/** A measure word of two characters said twice behind its number: 2.3万户万户, 36.8万元万元, 126公里公里, 1.2万人次人次. */
const UNIT_TWICE = /(?<=[\d余多万亿])\s?(万[户人元吨亩件名个辆台套株头只平次]|亿元|人次|场次|批次|户次|公里|公顷|小时|课时|学时|平方米|平方公里|立方米|个百分点|百分点|千米|万元|亿元|余人|余名|余件|余户|余万元|余次|多人|多次|多名)\1/gu

/**
 * 12件件, 36次次, 126部部. Not 12项项目, 3家家庭农场, 138件件件有回音, nor where the second character begins a word of its own.
 */
const MEASURE =
  /(?<=[\d余多万亿])\s?(?:件件(?!件|有|落)|次次(?!次|生)|名名(?!中医|列前茅|[名誉师医录校牌村镇城人家老优企厂])|场场(?![场馆所地景次内外])|家家(?![纺风家庭政具长校电禽装园国企居户])|项项(?![项目])|篇篇(?![篇章幅目])|户户(?![户籍外主用均])|份份(?![份额])|条条(?![条例款件目约])|人人(?![人均大才民员次口体力工社文生类])|个个(?![私个体性人案税股])|亩亩|吨吨|天天(?![天然气文])|元元(?![旦月素])|例例(?![例会如外])|部部(?![部门队长署])|台台(?![台账商湾风胞])|头头(?![头])|只只|座座(?![座谈])|所所(?![所有长在需属])|处处(?![处理置级长室])|辆辆|套套(?![套餐])|起起(?![起诉重])|支支(?![支部队持委书撑])|株株|棵棵|期期(?![期刊货间])|批批(?![批发])|宗宗(?![宗教地])|对对(?![对口])|间间(?![间接])|艘艘|架架|节节(?![节水能约日])|本本(?![本科地土级])|幅幅|册册|张张|栋栋|幢幢|门门(?![门诊类店户])|课课(?![课题程])|届届|岁岁|倍倍|年年(?![年度轻货均底末初中终报检审鉴关])|月月(?![月均度底末初中报])|日日(?![日均常间])|时时(?![时间期])|米米|％％)/gu

/** A head noun behind 等等 shows that one of them is meant: 乡村振兴、共同富裕等等课题. */
const AND_SO_ON = /等等(?=课题|工作|问题|方面|领域|活动|项目|内容|单位|部门|主题|重点|议题|专题|任务|措施|制度|平台|\d)/gu

/** A noun with its verb that says it again: 事业发展蓬勃发展. */
const SAID_AGAIN = /发展(?:蓬勃|健康|快速|持续|稳步|加快|有序|全面|协调|平稳|迅速|长足)发展(?<=(?:事业|产业|经济|社会|行业|企业|文化|教育|旅游|农业|工业|商业)发展.{2}发展)/gu

/**
 * Words whose last character is typed twice (委员员, 政协协). Behind each the characters with which another word begins there: 政协|协商,
 * 工作|作风, 学习|习近平.
 */
const LAST_TWICE: readonly (readonly [word: string, goesOn: string])[] = [
  ['委员', '工额'], ['政协', '商同会作调助力定和议管'], ['提案', '例件源由发头底卷情首'], ['主席', '位间'], ['会议', '题程案政事会定'], ['建议', '题程案事会定'],
  ['工作', '风用为出业品答表好了示物者家曲坊战息'], ['加强', '化度调势村县市国军基链企力弱制行烈校身军降对震风冷'], ['推进', '一行入度展程出村企社校口而取城项场步驻京军位'],
  ['开展', '览示会望演现销出播评陈馆厅台板'], ['推动', '员能态力作车物植迁工漫真产'], ['坚持', '续之有证久股平枪币卡'], ['落实', '施现践际地体干效事绩名验战习物行招在打抓做惠用时质情况训'],
  ['服务', '实必工农求虚'], ['调研', '究讨判发学制习读透'], ['人民', '主生政族心意间警营事法众情俗革盟建进办宿企兵用航歌房'], ['群众', '多志筹创人望包'], ['监督', '导促查办察战学巡'],
  ['组织', '密牢就网造补带锦'], ['建设', '施计备立置想定区点'], ['提升', '级格学温值空旗降入华高'], ['健康', '复养宁庄乐居泰体平'], ['代表', '示现达决彰演扬格率态'], ['企业', '务主态绩者内界已余户'],
  ['干部', '门署分队级长委属省里局市'], ['机关', '于爱系注心键工怀停口联闭门税'], ['领导', '师向入致出游演论弹航读'], ['检察', '看觉'], ['法院', '长校士内外落子党领务史前'], ['协商', '议定讨会业贸务事圈户品量标'],
  ['乡村', '民居委集庄级两社支容规官落校医小企卫组内情史BA'], ['教育', '人才部局苗种龄儿英'], ['医院', '长感校士内外落子区前史务党领办级'], ['学校', '园长企内外友医区本地训史舍门务办庆级党车服'], ['培训', '练斗诫'], ['职工', '会作程人业资伤商时匠'],
  ['发放', '贷款债假歌射牧学下心置大松管手开宽养电'], ['积极', '端其致限大高低少'], ['完善', '于意治始终良待行举款作'], ['实施', '工策政行教肥救展压'],
  ['发挥', ''], ['促进', '一入出行口城展度村驻场企校社而军修'], ['保障', '碍'], ['聚焦', '点虑炭化'], ['围绕', '城'], ['增强', '化度调势村县市国军基链企力弱制行烈校身降对震风冷省'],
  ['取得', '到益力分'], ['审议', '案题事定程政'], ['视察', '看访'], ['考察', '看访'], ['检查', '处办看找询明封获验实阅补摆扣'], ['调查', '处办看找询明封获验实阅补摆扣'], ['座谈', '话心判'],
  ['措施', '工行政救'], ['成效', '率果益能力'], ['环境', '内外'], ['矛盾', ''], ['纠纷', '纷争扰'], ['诉讼', ''], ['宣传', '统播承染达递真'], ['意识', '别字'], ['信息', '诉肩'], ['单位', '于列居次置'],
  ['体系', '统列数'], ['灭火', '灾情车炬电箭'], ['防火', '灾情车炬电箭墙'], ['慰问', '题需政效卷计诊候责'], ['示范', '围例本'], ['覆盖', '章'], ['生态', '势度'], ['权益', ''], ['规范', '围例本'], ['利益', ''],
  ['配套', '餐路'], ['普及', '时早格其第'], ['表彰', '显'], ['表扬', '州言'], ['评选', '手树举派址拔育调民送'], ['任免', '费疫除去予税试'], ['决议', '案题事定程政'], ['批准', '确备入予时则许'], ['队伍', ''],
  ['医疗', '效养程'], ['困难', '题点民度以免忘'], ['教师', '德生资范傅大'], ['责任', '务命期职何免满教'], ['水平', '台稳均安衡等时原阳江凉'], ['经济', '南宁困源'], ['资金', '额融华山东昌寨牌'],
  ['贯彻', '底'], ['贫困', '难境'], ['养老', '人年龄区旧城街百字干兵党乡幼弱中化师'], ['就业', '务主态绩者内界已余户'], ['创业', '务主态绩者内界已余户'], ['志愿', '望意景'], ['帮扶', '贫持老助'], ['救助', '力学推企农残老餐产行教理'], ['监管', '理护控网道委用辖'],
  ['落地', '方区处域块质理上下级市铁点'], ['融合', '作理力同格法计规'], ['联合', '作理力同格法计规国'], ['整合', '作理力同格法计规'], ['共享', '受有誉'], ['共同', '心步志时意期事比行学等样龄城盟业类一级'], ['达到', '场会位岗期点访账处来'], ['努力', '争求度量'],
]
const TWICE = new Map(LAST_TWICE.map(([word, goesOn]) => [word + word.charAt(1), goesOn]))
const TWICE_PATTERN = new RegExp([...TWICE.keys()].join('|'), 'gu')

/**
 * Words whose first character is typed twice (提提升, 坚坚持), each with the characters before which that is the end of another word: 前提|提升,
 * 新建|建设.
 */
const FIRST_TWICE: readonly (readonly [word: string, goesBefore: string])[] = [
  ['提升', '前小'], ['提高', '前小'], ['提出', '前小'], ['坚持', '中攻'], ['坚决', '中攻'], ['推动', '类助力首主'], ['推进', '类助力首主'], ['加强', '增参更添附追施叠'], ['加快', '增参更添附追施叠'], ['开展', '召公展离打分铺推放新半'], ['落实', '村部角院坠回'],
  ['建设', '新共创改扩福党构基援封搭重统在'], ['服务', '衣克说军校'], ['深入', '加纵高精资走'], ['积极', '面堆累体容淤'], ['认真', '确否默承公'], ['促进', '督敦'], ['发展', '开激研突自出印频揭挥转沙批'],
  ['强化', '加增坚富自图做要变'], ['完善', ''], ['健全', '保康稳'], ['实施', '落真务现夯切充踏如事证属忠诚'], ['聚焦', '凝汇集团积'], ['围绕', '范周包氛外突'], ['认定', '确'], ['取得', '争录获收听汲采'], ['督促', '监'], ['积累', '面堆'], ['持续', '坚保支扶维主秉把'], ['深化', '加纵高精资走'], ['有效', '所没拥具享国公私共'],
  ['扎实', '驻包'], ['切实', '一密迫确亲'], ['充分', '补扩填'], ['严格', '从尊森庄威'],
]
const FIRST_PATTERN = new RegExp(FIRST_TWICE.map(([word]) => word.charAt(0) + word).join('|'), 'gu')
const BEFORE = new Map(FIRST_TWICE.map(([word, goesBefore]) => [word.charAt(0) + word, goesBefore]))

/** A number said again behind a comma: 168件，168件，. Not 分别为12件，12件. */
const NUMBER_AGAIN = /(?<![\d.,、])(\d[\d,.]*[万亿]?[余多]?(?:[%％]|\p{Script=Han}{1,2})，)\1/gu

/** No piece that is looked for is longer, its mark included. */
const LONGEST = 31
/** The characters of which two in a row may be a slip: those of {@link PARTICLE} and {@link MEASURE}, and of words of which one is typed twice. */
const SINGLE = new CharSet([...PARTICLE.source, ...MEASURE.source].filter((c, i, all) => c === all[i - 1]).concat(LAST_TWICE.map(([word]) => word.charAt(1)), FIRST_TWICE.map(([word]) => word.charAt(0)), LASTS, '等'))

/** Where each character stood last, counted through all texts that were looked at, so that nothing has to be wiped between them. */
const lastAt = new Int32Array(0x10000).fill(-LONGEST - 1)
/** For each place of a text how far back its character stood before. */
let back = new Uint32Array(4096)
let passed = 0
/** For each distance how many characters in a row, up to `reached`, are what stands so far before them. */
const runs = new Int32Array(LONGEST + 1)
const reached = new Int32Array(LONGEST + 1).fill(-1)

/**
 * Does any piece of up to {@link LONGEST} characters stand twice in a row, one mark behind it not counted? Nothing is doubled where none does,
 * and that is nearly every paragraph. Single characters count only where doubling them may be a slip: 人人 and 层层 are words.
 */
export function repeatsAPiece(text: string): boolean {
  const { length: size } = text
  if (back.length < size) back = new Uint32Array(size * 2)
  if (passed > 0x3fffffff) {
    lastAt.fill(-LONGEST - 1)
    reached.fill(-1)
    passed = 0
  }
  const begin = passed
  // no run goes on from one text to the next
  passed += size + LONGEST + 1
  for (let i = 0; i < size; i++) {
    const code = text.charCodeAt(i)
    const at = begin + i
    let distance = at - (lastAt[code] ?? 0)
    lastAt[code] = at
    back[i] = distance
    if (distance === 1 && SINGLE.has(code)) return true
    while (distance <= LONGEST) {
      const run = reached[distance] === at - 1 ? (runs[distance] ?? 0) + 1 : 1
      if (distance > 1 && run >= (distance < 5 ? distance : distance - 1)) return true
      runs[distance] = run
      reached[distance] = at
      distance += back[i - distance] ?? LONGEST
    }
  }
  return false
}

/** 扎扎实实, 认认真真, 实实在在: where the character beside the doubled one is doubled too, both make a word. `at` is where the two characters stand. */
export const isInAabb = (text: string, at: number): boolean =>
  (at >= 2 && text.charAt(at - 2) === text.charAt(at - 1) && isHan(text, at - 1)) || (text.charAt(at + 2) === text.charAt(at + 3) && isHan(text, at + 2))

const isHan = (text: string, at: number): boolean => /\p{Script=Han}/u.test(text.charAt(at))

/** 发展蓬勃发展: a noun and its verb. */
export const saidAgain = (text: string): Doubled[] => Array.from(text.matchAll(SAID_AGAIN), ({ 0: whole, index }) => ({ start: index, end: index + whole.length, once: whole.slice(2) }))

/** Everything that is doubled and more than one word of two characters; ranges are UTF-16, half-open. */
export function doubledPieces(text: string): Doubled[] {
  const out: Doubled[] = []
  for (const { 0: whole, 1: once = '', index } of text.matchAll(PHRASE)) {
    // 一件事一件事抓, 十万十万: said twice on purpose
    if (new Set(once).size > 2 && !/^一|[一二三四五六七八九十百千万]{2}/u.test(once)) out.push({ start: index, end: index + whole.length, once })
  }
  for (const { 0: whole, 1: words = '', index } of text.matchAll(CLAUSE)) {
    out.push({ start: index, end: index + whole.length, once: words })
  }
  for (const { 0: whole, 1: once = '', index } of text.matchAll(NUMBER_AGAIN)) {
    if (!/分别|依次|各/u.test(text.slice(Math.max(0, index - 20), index))) out.push({ start: index, end: index + whole.length, once })
  }
  for (const { 0: whole, index } of text.matchAll(FIRST_PATTERN)) {
    if (isInAabb(text, index)) continue
    const before = text.charAt(index - 1)
    if (before === '' || !(BEFORE.get(whole) ?? '').includes(before)) out.push({ start: index, end: index + whole.length, once: whole.slice(1) })
  }
  for (const { 0: whole, 1: once = '', index } of text.matchAll(NUMBER_TWICE)) {
    out.push({ start: index, end: index + whole.length, once })
  }
  for (const { 0: whole, 1: once = '', index } of text.matchAll(UNIT_TWICE)) {
    out.push({ start: index + whole.length - 2 * once.length, end: index + whole.length, once })
  }
  for (const pattern of [MEASURE, AND_SO_ON]) {
    for (const { 0: whole, index } of text.matchAll(pattern)) {
      const start = index + (whole.length - whole.trimStart().length)
      out.push({ start, end: index + whole.length, once: whole.trim().slice(0, 1) })
    }
  }
  out.push(...lastTwice(text).filter(({ start, end }) => !isInAabb(text, end - 2) && !out.some((it) => it.start < end && start < it.end)))
  for (const { 0: whole, index } of text.matchAll(TWICE_PATTERN)) {
    if (isInAabb(text, index + whole.length - 2)) continue
    const next = text.charAt(index + whole.length)
    if (next === '' || !(TWICE.get(whole) ?? '').includes(next)) out.push({ start: index, end: index + whole.length, once: whole.slice(0, -1) })
  }
  return out
}
