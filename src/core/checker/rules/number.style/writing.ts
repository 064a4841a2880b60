import { NUMBER, type Pattern } from './slip.ts'

const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const HAN_DIGIT = '〇一二三四五六七八九'
/** Units that count what is there; not 年级, 号, 楼, 月, which take a series of numbers one by one. */
const COUNTED = '(?:[名个天次户人件场篇吨亩岁](?![级号楼月型])|年(?![级度])|家(?!庭)|小时|公里|百|千)'

/** 分别完成3、4个项目: two numbers and no approximation. */
const isEach = (text: string, at: number): boolean => /(?:分别|依次|各)[^，。；]{0,14}$/u.test(text.slice(Math.max(0, at - 20), at))

/** The sentence around an offset. */
const sentenceAt = (text: string, at: number): string => {
  const end = text.indexOf('。', at)
  return text.slice(text.lastIndexOf('。', at) + 1, end < 0 ? text.length : end)
}

const half = (text: string): string => text.replace(/[０-９]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** Numbers of one kind in two ways of writing, and writings that the standard rules out. */
export const WRITING: readonly Pattern[] = [
  {
    // 5.1.3: an omitted sign must not make the range ambiguous; 15%—30%, not 15—30%
    sign: '%％',
    needs: /\d\s*(?:[-－–—~～至到]).{0,8}[%％]/u,
    pattern: /(?<![\d.%％第\-—–~～－])(\d{1,3}(?:\.\d+)?)\s*(?:[-－–—~～]{1,2}|至|到)\s*(\d{1,3}(?:\.\d+)?)\s*([%％])/gu,
    judge: ({ 1: low = '', 2: high = '', 3: sign = '%' }) => {
      if (Number(low) >= Number(high)) return undefined
      return { message: `百分数的范围两端都应带“%”：${low}%—${high}%（GB/T 15835—2011，5.1.3）`, suggestion: `${low}${sign}—${high}${sign}` }
    },
  },
  {
    // 5.3: only 万 and 亿 may stand with digits
    sign: '千百',
    needs: /\d(?:[千百]\d|万\d{1,2}千)/u,
    pattern: /(?<![\d.])(?:\d{1,2}[千百]\d{1,3}(?:[百十]\d*)?|\d{1,4}万\d{1,2}千(?!\d))(?![\d.%])/gu,
    judge: () => ({ message: '一个数值不能同时用阿拉伯数字与“千”“百”“十”（GB/T 15835—2011，5.3）' }),
  },
  {
    // 5.3: 3亿2千万元, 1亿5百万元; 3亿2000万元 is one way of writing
    sign: '千百',
    needs: /\d亿\d[千百]/u,
    pattern: /(?<![\d.])(\d{1,4})亿(?:(\d)千)?(?:(\d)百)?(?:(\d)十)?万(?![\d.%％千百])/gu,
    judge: ({ 0: whole, 1: hundredMillions = '', 2: thousands = '0', 3: hundreds = '0', 4: tens = '0' }) =>
      /[千百]/u.test(whole) ? { message: '一个数值不能同时用阿拉伯数字与“千”“百”“十”（GB/T 15835—2011，5.3）', suggestion: `${hundredMillions}.${`${thousands}${hundreds}${tens}`.replace(/0+$/u, '')}亿` } : undefined,
  },
  {
    // 5.3: 3千余家; 3千米 is a unit, and 3千元 is left to the style of the text
    sign: '千百',
    needs: /\d[千百][余多]/u,
    pattern: /(?<![\d.第])(\d{1,2})([千百])([余多])(?=[个名人次户件家场篇亩吨岁项条册套批份张台辆座处元公平所株头只对])/gu,
    judge: ({ 1: digits = '', 2: scale = '', 3: more = '' }) => ({ message: '阿拉伯数字后只可用“万”“亿”，不用“千”“百”（GB/T 15835—2011，5.3）', suggestion: `${digits}${scale === '千' ? '000' : '00'}${more}` }),
  },
  {
    // 4.2.2: approximations with 几 take characters
    sign: '几',
    needs: /\d几/u,
    pattern: /(?<![\d.第])([1-9]\d?)几(?=[个名人次场件家项篇户天年份条万亿%])/gu,
    judge: ({ 1: digits = '' }) => {
      const tens = digits.length === 2 && digits.endsWith('0') ? digits.charAt(0) : ''
      const right = tens === '' ? undefined : `${tens === '1' ? '' : HAN_DIGIT.charAt(Number(tens))}十几`
      return { message: '含“几”的概数应用汉字数字（GB/T 15835—2011，4.2.2）', ...(right === undefined ? {} : { suggestion: right }) }
    },
  },
  {
    sign: '几',
    needs: /几10/u,
    pattern: /(?<!第)几(?:10|100|1000|10000)(?=[个名人次场件家项篇户天年份条万亿])/gu,
    judge: ({ 0: whole }) => ({ message: '含“几”的概数应用汉字数字（GB/T 15835—2011，4.2.2）', suggestion: `几${{ 10: '十', 100: '百', 1000: '千', 10000: '万' }[Number(whole.slice(1))] ?? ''}` }),
  },
  {
    // 5.2.1: no 、 between two numbers that stand for an approximation
    sign: '、',
    needs: /[1-8]、[2-9]/u,
    pattern: new RegExp(`(?<=[^\\s\\d、。；：（(第.])([1-8])、([2-9])(${COUNTED})`, 'gu'),
    judge: ({ 1: a = '', 2: b = '', 3: unit = '', index }, text) => {
      if (Number(b) !== Number(a) + 1 || isEach(text, index)) return undefined
      const words = [a, b].map((d) => HAN_DIGIT.charAt(Number(d)).replace('二', Number(a) === 1 ? '两' : '二')).join('')
      return { message: `相邻两数连用表示概数时不用顿号，应用汉字数字：${words}${unit}（GB/T 15835—2011，4.2.2、5.2.1）`, suggestion: `${words}${unit}` }
    },
  },
  {
    sign: '、',
    needs: /[一二三四五六七八]、[二三四五六七八九]/u,
    pattern: new RegExp(`(?<=[^\\s、，。；：（(第百十初高])([一二三四五六七八])、([二三四五六七八九])(${COUNTED}|[十万])`, 'gu'),
    judge: ({ 0: whole, 1: a = '', 2: b = '', index }, text) =>
      (DIGITS[b] ?? 0) === (DIGITS[a] ?? 0) + 1 && !isEach(text, index) ? { message: '相邻两数连用表示概数时不用顿号（GB/T 15835—2011，5.2.1）', suggestion: whole.replace('、', '') } : undefined,
  },
  {
    sign: '到至—~～-',
    needs: /[二两三四五六七八九十][到至—~～-]\s*\d/u,
    pattern: /(?<![统专同归唯万第十周星期初月年点”一二三四五六七八九\d])([二两三四五六七八九十])[到至—~～-]\s*(\d{1,3})(?![\d.%％年月日时])(?=\s*\p{Script=Han})/gu,
    judge: ({ 1: a = '', 2: b = '' }) =>
      Number(b) <= 10 && Number(b) > (DIGITS[a] ?? 2) ? { message: `一个范围的两端应用同一种数字（GB/T 15835—2011，4.3）`, suggestion: `${a}到${b === '10' ? '十' : HAN_DIGIT.charAt(Number(b))}` } : undefined,
  },
  {
    // 2至三名, 3到十人, 12万至十五万
    sign: '至到—～~-',
    needs: /\d[万亿]?(?:至|到|[—～~-])[二两三四五六七八九十]/u,
    pattern: /(?<![\d.第年月日周期])(\d{1,3})[万亿]?(?:至|到|[—～~-])([二两三四五六七八九十][一二三四五六七八九]?)([万亿]?(?:[名个人次户件场篇吨亩岁倍]|家(?!庭)|天|年(?![级度])|小时|公里))/gu,
    judge: ({ 1: a = '', 2: b = '' }) => (b.length === 2 && !b.startsWith('十') ? undefined : Number(a) < 100 ? { message: '一个范围的两端应用同一种数字（GB/T 15835—2011，4.3）' } : undefined),
  },
  {
    // 3千元至5000元, 500至8百人; 3千米 is a unit, 5千元至1万元 one way of writing
    sign: '千百',
    needs: /\d[千百]/u,
    pattern: /(?<![\d.第])(?:(\d{1,3})([千百])((?![米克瓦伏卡帕赫焦安字])[元名个人次户件家场篇亩吨岁米公]{0,2})\s*(?:至|到|—{1,2}|–|～|~|-)\s*(\d{3,6})(?![\d.]*[千百万亿%％年])|([1-9]\d{2,4})([元名个人次户件家场篇亩吨岁米公]{0,2})\s*(?:至|到|—{1,2}|–|～|~|-)\s*(\d{1,3})([千百])(?=[元名个人次户件家场篇亩吨岁余多]))/gu,
    judge: ({ 0: whole, 1: low = '', 2: scale = '', 7: high = '', 8: scaleBehind = '' }) => {
      const digits = low + high
      const factor = scale + scaleBehind === '千' ? '000' : '00'
      return { message: '一个范围的两端应用同一种写法（GB/T 15835—2011，4.3，同类别同形式）', suggestion: whole.replace(`${digits}${scale}${scaleBehind}`, digits + factor) }
    },
  },
  {
    sign: '百',
    needs: /百分之\s*\d/u,
    pattern: /百分之\s*(\d+(?:\.\d+)?)(?![\d.]*\s*[%％])/gu,
    judge: ({ 1: number = '' }) => ({ message: '“百分之”后应用汉字数字，或写作百分数（GB/T 15835—2011，4.3）', suggestion: `${number}%` }),
  },
  {
    // beside a share in digits; 百分之百 and 百分之一百二十 are words
    sign: '百',
    needs: /百分之[一二三四五六七八九十]/u,
    pattern: /百分之([一二三四五六七八九十][一二三四五六七八九十零点]{0,6})(?![一二三四五六七八九十百点])/gu,
    judge: ({ 1: number = '', index }, text) => (number.length > 1 && /\d\s*[%％]/u.test(sentenceAt(text, index)) ? { message: '同一句中百分数写法不一，宜都用阿拉伯数字（GB/T 15835—2011，4.3，同类别同形式）' } : undefined),
  },
  {
    // 分别增长25.3、31.6%: each value has its sign
    sign: '、',
    needs: /\d、\d/u,
    pattern: /(?<![\d.%％、])(\d{1,3}\.\d+)、(\d{1,3}\.\d+)([%％])/gu,
    judge: ({ 1: a = '', 2: b = '', 3: sign = '%' }) => ({ message: '并列的百分数各自应带“%”（GB/T 15835—2011，5.1.3）', suggestion: `${a}${sign}、${b}${sign}` }),
  },
  {
    // 5.2, of the two characters for nought: 〇 in numbers of years and codes
    sign: '零○OＯo0〇',
    needs: /[零○OＯoO0〇].{0,2}年/u,
    pattern: /([一二])([零〇○OＯoO0九]{1,2})([零〇○OＯ一二三四五六七八九]{1,2})(?=年)/gu,
    judge: ({ 0: whole }) => {
      if (whole.length !== 4 || !/[零○OＯo0]/u.test(whole)) return undefined
      return { message: '用汉字书写公历年份时，“0”应写作“〇”（GB/T 15835—2011，5.2）', suggestion: whole.replace(/[零○OＯo0]/gu, '〇') }
    },
  },
  {
    sign: '年',
    needs: /[零〇○一二三四五六七八九]年\s*\d/u,
    pattern: /[一二][〇零○九][〇零○一二三四五六七八九]{2}年\s*\d{1,2}月/gu,
    judge: () => ({ message: '同一日期中混用汉字数字与阿拉伯数字（GB/T 15835—2011，4.3）' }),
  },
  {
    // the year is written in full
    sign: '年',
    needs: /2\d年/u,
    pattern: /(?<![\d.,—\-~～至到过去近这前后历时第共连续约满超用隔每达])'?(2[0-9])年(?=(?:[底末初](?!中|步|级|创|衷|心|期|次|一|二|三|蕴|气|色|线|层|子)|上半年|下半年|度工作|工作(?:总结|要点|计划|报告|安排)))/gu,
    judge: ({ 1: digits = '' }) => ({ message: `年份应写全，不能简写：20${digits}年`, suggestion: `20${digits}年` }),
  },
  {
    // sessions of one body: 第十四届…第3次会议
    sign: '届',
    needs: /届.*次/u,
    pattern: /(?<![\d一二三四五六七八九十])(?:([一二三四五六七八九十]{1,3})届|(\d{1,2})届)((?:[^，。；、：\s\d]{0,10}(?:委员会|人大|人民代表大会|政协|常委会|代表大会|党代会|县委|市委|区委|省委|职代会|教代会))?)(第?)(?:(\d{1,2})|([一二三四五六七八九十]{1,3}))次((?:全体)?会议|全会)/gu,
    judge: ({ 1: han, 2: digits, 5: digitsBehind, 6: hanBehind }) =>
      (han !== undefined && digitsBehind !== undefined) || (digits !== undefined && hanBehind !== undefined)
        ? { message: '届与次应用同一种数字，会议届次用汉字（GB/T 15835—2011，4.3：“十一届全国人大一次会议”不写为“11届全国人大1次会议”）' }
        : undefined,
  },
  {
    // throughout a paragraph it is the style of the source
    sign: '０１２３４５６７８９',
    needs: /[０-９]/u,
    pattern: /[０-９](?:[０-９.．]*[０-９])?/gu,
    judge: ({ 0: whole }, text) => ({ message: '数字用了全角字符，应为半角', suggestion: half(whole).replaceAll('．', '.'), ...(/[０-９]/u.test(text) && !/\d/u.test(text) ? { severity: 'info' as const } : {}) }),
  },
  { sign: '.', needs: /\d\.\d+\./u, pattern: /\d+\.\d+\.\d+\s*(?=[%％万亿]|个百分点)/gu, judge: ({ 0: whole }) => ({ message: `数字“${whole.trim()}”有两个小数点`, severity: 'error' }) },
  { sign: '%％', needs: /[%％]\s*个?百分点/u, pattern: /\d[%％]\s*个?百分点/gu, judge: () => ({ message: '“%”与“个百分点”不应并用', severity: 'error' }) },
  { sign: '百', needs: /百分之/u, pattern: new RegExp(`百分之\\s*${NUMBER}\\s*[%％]`, 'gu'), judge: () => ({ message: '“百分之”与“%”不应并用', severity: 'error' }) },
  { sign: '%％‰', needs: /[%％‰]\s*[%％‰]/u, pattern: /[%％‰]\s*[%％‰]/gu, judge: () => ({ message: '百分号重复', suggestion: '%', severity: 'error' }) },
  { sign: '万亿', needs: /\d\s*[万亿][万亿]/u, pattern: /\d\s*(?:万万|亿亿|亿万元|万亿亿)/gu, judge: ({ 0: whole }) => (/亿万元/u.test(whole) ? { message: '“亿”“万”次序不对' } : { message: '数的单位重复', severity: 'error' }) },
  { sign: '千百', needs: /[千百]\d|\d千/u, pattern: /(?:[一二两三四五六七八九]千\d百|\d千[一二三四五六七八九]百|[一二三四五六七八九]百\d{1,2}(?=[余多名人个件次户]))/gu, judge: () => ({ message: '一个数值中混用汉字数字与阿拉伯数字（GB/T 15835—2011，4.3、5.3）' }) },
  { sign: '以', needs: /以[上下内](?:左右|上下)/u, pattern: /\d\s*(?:[个名人次件家户万亿元亩吨项篇场天%％]{1,2})(?:以上|以下|以内)(?:左右|上下)/gu, judge: () => ({ message: '“以上”“以下”与“左右”不应并用' }) },
  { sign: '五', needs: /1[1-6]五/u, pattern: /(?<=“|^|[^\d])1([1-6])五(?=”|规划|时期|期间|末|开局|收官)/gu, judge: ({ 1: digit = '' }) => ({ message: '五年规划的简称用汉字数字（GB/T 15835—2011，4.2.3）', suggestion: `十${HAN_DIGIT.charAt(Number(digit))}五` }) },
  { sign: '壹贰叁肆伍陆柒捌玖拾', needs: /[壹贰叁肆伍陆柒捌玖拾]/u, pattern: new RegExp(`[壹贰叁肆伍陆柒捌玖拾]{1,4}(?=[个名次件项篇场户期份条批]|家(?!庭))`, 'gu'), judge: () => ({ message: '大写汉字数字只用于票据，正文应用阿拉伯数字（GB/T 15835—2011，4.3，同类别同形式）' }) },
  { sign: '．', needs: /．/u, pattern: /\d．\d/gu, judge: ({ 0: whole }) => ({ message: '小数点应为半角“.”（GB/T 15835—2011，5.1.2）', suggestion: whole.replace('．', '.') }) },
  { sign: ',', needs: /\d,\d/u, pattern: /(?<![\d,.])\d{1,3},\d{1,2}(?=[万亿%％])/gu, judge: ({ 0: whole }) => ({ message: `“${whole}”的分节号应每三位一节；若是小数，应为小数点（GB/T 15835—2011，5.1.1）`, suggestion: whole.replace(',', '.') }) },
  {
    // 第3季度 beside 第四季度
    sign: '季',
    needs: /[第前][1-4]个?季度/u,
    pattern: /([第前])([1-4])(个?)季度/gu,
    judge: ({ 1: word = '', 2: digit = '', 3: piece = '' }, text) => (/[一二三四]个?季度/u.test(text) ? { message: '季度写法不一（GB/T 15835—2011，4.3，同类别同形式）', suggestion: `${word}${HAN_DIGIT.charAt(Number(digit)).replace('二', word === '前' ? '两' : '二')}${piece}季度` } : undefined),
  },
]
