import { CharSet, haveOneInCommon } from '../../../text/char-set.ts'
import { isQuoted } from '../../reading.ts'

/** A placeholder that somebody typed, and what is said of it. UTF-16 offsets, half-open. */
export interface Placeholder {
  start: number
  end: number
  message: string
}

/** Signs typed for digits that are not known yet. */
const SIGN = '[XＸxｘ×]'
/** A whole number of such signs, or some of its digits: XX, XX.X, 1XX, 2,XXX, 12.XX. */
const SIGNS = `(?:(?:\\d{1,4}[.,．]?)?${SIGN}{2,}(?:[.．,]${SIGN}+)?|\\d{1,4}[.．]${SIGN}|${SIGN}[.．]${SIGN}+)`
/** Signs that mean nothing else in running text; a single one of the others may (X件 beside 案件X). */
const OTHER_SIGNS = '(?:[＊*]{2,}|[○〇□△●#＃]{2,}|[?？]{1,4})'

/** Behind these nothing can be a title word or a name: XX人次, XX万元, XX%. */
const SURE = '(?:个百分点|百分点|个工作日|个小时|小时|学时|课时|人次|场次|批次|件次|户次|家次|架次|台次|辆次|篇次|平方公里|平方千米|平方米|立方米|公里|公顷|千瓦时|千瓦|[万亿]*(?:元(?![素旦宵首老帅勋宇])|美元)|万[人户亩吨件次株吨]|[亩吨](?!位)|[%％‰])'
/** Measure words with which words begin as well: XX项目, XX名师工作室, XX家园, XX人大, XX条例. */
const WORDS =
  '(?:个(?!案|体|人|性|别|股|税|私)|名(?!师|优|校|城|牌|医|企|家|人|录|称|单|酒|茶|特|村|镇|山|胜|品|誉|义|片)|家(?!园|庭|属|具|电|乡|长|政|族|禽|风|教|访|装|国|畜|训|居|谱|中|里)|项(?!目)|条(?!例|件|约|款|文|线|块)|次(?!数|序|要|级|月|日|生)|场(?!馆|所|地|景|域|站|部|镇|址|长|面|院|内|外|上)|期(?!间|刊|望|末|初|货|限|中)|起(?!步|点|来|源|伏|诉|草|义)|户(?!籍|外|型|口|主|县|表|厕)|人(?!大|民|才|社|工|事|物|员|口|类|士|生|体|力|防|居|行|武|均|间|文|寿|保|际|像|脸|机|选|格|权)|件(?!套)|篇(?!章)|份(?!额)|例(?!会|如|行|外)|宗(?!旨|教|族|祠|亲)|辆|株|余[件名家项场个次人户条篇])'
/** 处, 所 and 座 end names of offices and places: only behind what they count. */
const PLACES = '(?:处|所|座|台|批|支|本|部)(?=[，。；、！）)]|$)'
const COUNTED = '(?<=隐患|问题|建成|整改|发现|改造|新建|新增|设立|治理|修复|建设|开设|打造|完成|购置|组建|印发|编印|制定|排查)'
const MORE = '[余多]?[万亿]?'
/** A measure word with the end of its clause behind it. */
const END = '(?=[，。；、！）)]|$)'
const PLAIN = '(?:件|名|次|场|项|个|家|户|期|篇|条|起|份|例|亩|吨|公里|小时|人次|场次|批次|[万亿]*元|万[人户亩吨株棵头羽只册份件平]|[天岁]|[%％])'

const HAN = '(?<=\\p{Script=Han})'
/** No model, formula, rank or part of a name: 第XX届, N+XX, GXX. */
const FREE = '(?<![\\dA-Za-z第+＋\\-—.．,])'

interface Form {
  /** characters of which every match has one */
  signs: string
  pattern: RegExp
  message: (words: string) => string
  /** stands for a person's, a place's or a case's particulars as well: silent in a text that tells of such */
  alsoNames?: true
}

const typed = (words: string): string => `“${words}”是占位的写法，数据尚未填写`
const noted = (words: string): string => `“${words}”是写稿时的提示，不属于正文，应补齐后删去`
const blank = (words: string): string => `“${words.trim()}”前空着，数据尚未填写`

const FORMS: readonly Form[] = [
  { signs: 'XＸxｘ×', pattern: new RegExp(`${FREE}${SIGNS}${MORE} ?(?:${SURE}|${WORDS}|[天岁]${END})`, 'gu'), message: typed, alsoNames: true },
  { signs: 'XＸxｘ×', pattern: new RegExp(`${COUNTED}${SIGNS}${MORE}${PLACES}`, 'gu'), message: typed, alsoNames: true },
  // a single sign: only between Chinese words and the end of the clause
  { signs: 'XＸ×', pattern: new RegExp(`(?<=\\p{Script=Han})(?<![第型轴类级系族号某])[XＸ×]${PLAIN}${END}`, 'gu'), message: typed, alsoNames: true },
  { signs: 'XＸxｘ×', pattern: new RegExp(`(?<![\\dA-Za-z])(?:20|19)?${SIGN}{2,4}年(?!级|代|轻|会|画|华)(?:${SIGN}{1,2}月)?(?:${SIGN}{1,2}日)?|(?<=年)[XＸx]{1,2}月(?:[XＸx]{1,2}日)?`, 'gu'), message: typed, alsoNames: true },
  { signs: '＊*○〇□△●#＃?？', pattern: new RegExp(`${HAN}(?<![〇零一二三四五六七八九十])${OTHER_SIGNS}${PLAIN}${END}`, 'gu'), message: typed },
  { signs: '…', pattern: new RegExp(`${HAN}…{1,2}${PLAIN}${END}`, 'gu'), message: typed },
  { signs: '_＿', pattern: /(?<![A-Za-z\d./_＿])[_＿]{2,}(?![A-Za-z\d./_＿])/gu, message: (words) => `“${words}”处留着空白，尚未填写` },
  // 受理案件  件: two spaces at least, for 案 件 is only set apart, and a word before them, for 附  件 is as well
  { signs: ' \u3000\u00a0', pattern: new RegExp(`(?<=\\p{Script=Han}{2})[ \\u3000\\u00a0]{2,}${PLAIN}${END}`, 'gu'), message: blank },
  { signs: ' \u3000\u00a0', pattern: /(?<=(?:19|20)\d{2}年)[ \u3000\u00a0]+月[ \u3000\u00a0]*\d{0,2}日|(?<=年\d{1,2}月)[ \u3000\u00a0]+日(?![均常报前益语本产照期子间程])/gu, message: (words) => `日期“${words.trim()}”空着，尚未填写` },
  // a number that is not there
  { signs: '%％', pattern: /(?<=(?<![、：（])(?:增长|下降|上升|提高|降低|达到|增幅|占比为|率为|率达)了?)\s*[%％](?=[，。；])/gu, message: blank },
  { signs: '点', pattern: /(?<=(?<!每)(?:增长|下降|上升|提高|降低|回落)了?)\s*个百分点/gu, message: blank },
  // the number of a document
  { signs: '号', pattern: new RegExp(`(?<=〔(?:19|20)\\d{2}〕)\\s*第?\\s*(?:${SIGN}|[＊*_＿?？])*\\s*号`, 'gu'), message: () => '文件的发文字号没有写全' },
  { signs: '）)】〕]', pattern: /(?<=\p{Script=Han})(?:（\s*）|\(\s*\)|【\s*】|〔\s*〕|\[\s*\]|［\s*］)/gu, message: () => '括号内没有内容' },
  // 〔待补充〕, 【数据】件; （待定） and （待查） may be meant
  { signs: '】〕]］', pattern: /[【〔[［](?:此处|数据|数字|具体)?(?:尚|仍)?(?:待[补填核定更查统确][\p{Script=Han}]{0,4}|请?(?:补充|填写|核实|插入)[^】〕\]］]{0,10})[】〕\]］]/gu, message: noted },
  { signs: '】〕]］', pattern: new RegExp(`${HAN}[【〔\\[［](?:具体|相关)?(?:数字|数据|数值|数量|人数|金额|日期|年份|姓名|单位名称|填写|${SIGN}+|[?？]+|\\.{3}|…{1,2})[】〕\\]］]`, 'gu'), message: typed },
  { signs: '）)', pattern: /[（(](?:此处|数据|数字|具体数据|具体数字)?(?:尚|仍)?(?:待补充|待填写?|待更新|待统计|请(?!求|示|托|假|战)[\p{Script=Han}]{0,6}(?:补充|填写|核实|提供|确认)[^，。（）()]{0,10}|此处(?:需|应|请)?(?:补充|填写|插入)[^，。（）()]{0,10})[）)]|(?<=\d[\p{Script=Han}%％]{1,3})[（(](?:数据|数字)?待核实?[）)]/gu, message: noted },
  // 旅游收入（？）亿元, （单位全称待补）, 收入*亿元
  { signs: '）)', pattern: new RegExp(`(?<=\\p{Script=Han})[（(](?:[?？]{1,3}|数|数字|数据|具体数字?|\\.{2,6}|…{1,2}|_+|${SIGN}+)[）)](?=\\s*(?:${SURE}|${PLAIN}${END}))`, 'gu'), message: typed },
  { signs: '）)', pattern: /[（(](?:单位|部门|姓名|人名|名称|全称|数据|数字|人数|金额|日期|时间|地点|内容|文号)+(?:尚|仍)?待[补填][充写全]?[）)]/gu, message: noted },
  { signs: '*＊', pattern: /(?<=\p{Script=Han})[*＊](?=[万亿]元|[%％]|人次|个百分点)(?:[万亿]元|[%％]|人次|个百分点)(?=[，。；、）])/gu, message: typed },
  // 达到（待林业局核实）亿元: a note where the number should be; and a note that names who is to give it
  { signs: '）)', pattern: new RegExp(`[（(](?:数据|数字|具体|人数|金额)*(?:尚|仍|有)?(?:待(?!遇|业|岗|产)|等(?=[^级次待]{1,8}[局委办厅科处股室站]))\\p{Script=Han}{0,12}(?:核实|核定|核对|确认|提供|补充|填写?|填报|统计|更新|报送?|核|定|补)[）)](?=\\s*(?:${SURE}|${PLAIN}${END}))`, 'gu'), message: noted },
  { signs: '）)', pattern: /(?<=达到?|(?<![作认行成名])为|共计?|约|完成|实现|增长|下降|占比?)[（(](?:数据|数字|具体)?(?:尚|仍|有)?(?:待(?!遇|业|岗|产)|等(?=[^级次待]{1,8}[局委办厅科处股室站]))[\p{Script=Han}]{0,12}(?:核实|核定|核对|确认|提供|补充|填写?|填报|统计|更新)[）)](?=[，。；])/gu, message: noted },
  { signs: '）)', pattern: /[（(](?:数据|数字)?(?:尚|仍|有)?待[\p{Script=Han}]{1,10}[局委办厅科处股室站中心](?:提供|补充|填写|填报|报数)(?:数据|数字)?[）)]|[（(](?:此处|此数|该数|数字)[^（）()。，]{0,6}(?:需|应|要|请|再|待)[^（）()。，]{0,10}(?:核对|核实|核准|确认|补充|更新|填写|提供)[）)]/gu, message: noted },
  { signs: '待', pattern: /(?<=^|[，。；：])(?:具体|相关|最新)?(?:数据|数字|此处)(?:尚|仍|有)?待(?:补充?|填写?|更新|统计|核实?)(?=[，。；]|$)/gu, message: noted },
]

/** A text that tells of persons or places without naming them: 张某, ××村, 涉案××万元. */
const ANONYMOUS = /某|被告|嫌疑|涉案|当事人|原告|[×XＸ]{1,3}(?:村|镇|乡|县|市|区|路|公司|小区|社区|厂|同志|先生|女士)|[张王李赵刘陈杨黄周吴徐孙胡朱高林何郭马罗][×XＸx]/u
/** A line to be filled in by a reader: 签名：____. */
const isFormLine = (text: string): boolean => !/[，。；]/u.test(text)

const ALL_SIGNS = new CharSet(FORMS.map(({ signs }) => signs).join(''))

/** Places in a paragraph's text where a number was left open by hand: XX件, ____场次, 增长%, （待补充）. In order; of two at one place the longer. */
export function placeholdersIn(text: string): Placeholder[] {
  const standing = ALL_SIGNS.standingIn(text)
  const found = FORMS.flatMap(({ signs, pattern, message, alsoNames }): Placeholder[] => {
    if (!haveOneInCommon(signs, standing)) return []
    return [...text.matchAll(pattern)].flatMap(({ index, 0: words }): Placeholder[] => {
      if (isQuoted(text, index) || (alsoNames && ANONYMOUS.test(text)) || (/[_＿]{2}/u.test(words) && isFormLine(text))) return []
      return [{ start: index, end: index + words.length, message: message(words) }]
    })
  }).sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Placeholder[] = []
  for (const it of found) if (it.start >= (kept.at(-1)?.end ?? 0)) kept.push(it)
  return kept
}
