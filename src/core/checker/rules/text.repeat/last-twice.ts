import type { Doubled } from './doubled.ts'

/**
 * Words of two characters whose last one is typed twice (检验验履职), by that character: the characters before it that make a word of official prose, and those
 * behind it with which another word begins there (检验|验收). A character with which very many words begin (化, 用, 进) is left out.
 */
const ENDINGS: readonly (readonly [last: string, before: string, goesOn: string])[] = [
  ['验', '检经试实体考', '收证资货血光车算看明室方电钞放票'],
  ['职', '履任在尽', '工能责业务权位称场级教高守员数校院'],
  ['制', '机体编控管', '度定约造订止作裁药品冷氧图种剂毒式'],
  ['板', '短样', '块材栗凳报桥房子'],
  ['革', '改变', '命新除委职故制'],
  ['测', '监检预观', '试算评量绘定温报速控'],
  ['筹', '统', '备集措资建划款办谋码'],
  ['固', '巩稳', '定体废化本态守始碳有沙土堤根'],
  ['策', '政决对', '划略源应动论反'],
  ['措', '举', '施'],
  ['率', '效概频利税', '先领队众直真团兵'],
  ['果', '成效结', '断蔬园品树农实真然敢决脯酒业'],
  ['估', '评', '算计值价量'],
  ['算', '预决核结测', '力法账数盘术'],
  ['请', '申邀', '求示你他她各专教假愿战老上进来予'],
  ['育', '培孕', '人才种苗儿婴雏龄新英秧肥'],
  ['域', '领区流海', '外名内'],
  ['式', '模方形', '样微'],
  ['律', '法纪规', '师己所动协条'],
  ['洁', '廉清整', '净身面具齿行白厕'],
  ['究', '研', '竟其问责根底'],
  ['讲', '宣演', '话解座述好政学清透法理堂台师评义安卫团诚求文习明党红坛课'],
  ['练', '演训历', '兵习功就摊好武'],
  ['赛', '竞比', '事道区场程车马龙艇制会点手'],
  ['察', '巡督监', '看觉访民实言隅布雅右'],
  ['署', '部', '名长办立'],
  ['排', '安编', '查名放水污涝练序除长头列队班练洪球出解忧他练污难在险风气'],
  ['供', '提', '给应水电热气销养需货奉氧暖餐稿图地油血热菜肥求'],
  ['撑', '支', '起腰住开伞'],
  ['拓', '开', '展宽新荒面客印市'],
  ['领', '引率', '导域先跑取衔军队办养事会土头航域学悟养到带证班者题'],
  ['励', '激鼓奖', '志精'],
  ['爱', '关', '心国护岗民党家老幼农乡岗幼眼鸟耳卫的学'],
  ['急', '应紧', '救需难诊速迫用症切剧性危盼特群办'],
  ['置', '处设配', '换业之若身办'],
  ['护', '保维爱呵守', '航理士卫林栏送岸学堤河苗企路坡照绿老童蕾渔农医工校城水源考花净照'],
  ['析', '分解', '出产'],
  ['判', '研审裁评谈', '决断定例刑处罚词令别案明'],
  ['决', '解表判裁议', '定议策算心战赛胜不断裂堤出'],
  ['摩', '观', '托擦尔天肩'],
  ['访', '走信来接寻回家', '问谈民贫视客团企农户惠解代医'],
  ['待', '接期等对看', '遇岗业办建定处命人机客产用查审办改验批到发分售'],
  ['诉', '投起公申抗', '讼求源前苦说调求状权前求冤'],
  ['捕', '批逮', '捞获鱼杀捉诉后'],
  ['获', '抓查捕缴', '评得奖批取知益利悉救赠胜赞颁准选刑此全国省市县优一二三第“'],
  ['织', '编', '密牢就网造补带锦'],
  ['约', '集节', '束谈定占有合见谈计为请'],
  ['优', '创择', '化质势先秀良于惠异抚生育越待选等胜美师课品'],
  ['略', '战策', '有高显去微'],
  ['径', '途路', '直向流自'],
  ['划', '规计', '定分拨转归清入型船片区设价算拨为'],
  ['训', '培集', '练词诫导斥'],
  ['助', '帮资', '力学推企农残老餐产行教理医困贫洁浴耕攻人剂手于销飞益'],
  ['励', '奖', '志精'],
  ['障', '保', '碍眼'],
  ['域', '地', '外名'],
  ['续', '持延', '建签写保航费租约办力存聘贷发集接缴用订住'],
  ['绩', '业成政实', '效点优溪'],
  ['势', '优形态趋', '头必力在能态不如均'],
  ['费', '收经消免缴', '用时心率力改税县事解孝'],
  ['额', '金总余名', '度外定头满敏济'],
  ['素', '要因', '质养材有来描食不以'],
  ['障', '故', '碍眼'],
  ['质', '品优素', '量效押疑询地保检朴子监证感变谱变'],
  ['键', '关', '盘入'],
  ['仪', '礼', '式器表容仗征'],
  ['辖', '管直', '区内'],
  ['构', '机结架', '建成筑想造架'],
  ['障', '残', '碍眼'],
]

interface Ending {
  before: Set<string>
  goesOn: Set<string>
}

const BY_LAST = new Map<string, Ending>()
for (const [last, before, goesOn] of ENDINGS) {
  const known = BY_LAST.get(last)
  for (const c of known ? before : '') known?.before.add(c)
  for (const c of known ? goesOn : '') known?.goesOn.add(c)
  if (!known) BY_LAST.set(last, { before: new Set(before), goesOn: new Set(goesOn) })
}

/** The characters that are looked for in a row. */
export const LASTS: readonly string[] = [...BY_LAST.keys()]

const NO_WORD = /[^\p{Script=Han}]/u

/** 检验验, 履职职: offsets of the word with its last character twice. */
export function lastTwice(text: string): Doubled[] {
  const out: Doubled[] = []
  for (let i = 2; i < text.length; i++) {
    const last = text.charAt(i)
    if (last !== text.charAt(i - 1)) continue
    const ending = BY_LAST.get(last)
    if (!ending?.before.has(text.charAt(i - 2))) continue
    const next = text.charAt(i + 1)
    // 检验验证, and a word that is doubled itself: 检验检验
    if (next === last || (next !== '' && !NO_WORD.test(next) && ending.goesOn.has(next)) || text.charAt(i - 3) === text.charAt(i - 2)) continue
    out.push({ start: i - 2, end: i + 1, once: text.slice(i - 2, i) })
  }
  return out
}
