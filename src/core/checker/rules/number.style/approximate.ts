import { NUMBER, UNIT, type Pattern } from './slip.ts'

const SCALE = '[十百千万亿]*'
const MORE = '[余多]'
/** 附近200多户, 预约30余人: the last character of another word. */
const NOT_NEAR = '(?<![附靠临最邻亲就贴走远新渐])'
const NOT_ABOUT = '(?<![预签节履邀违合公条特解续制契失简集婉相])'
const NOT_OVER = '(?<![赶反高出领])'

const double = (a: string, b: string) => `“${a}”与“${b}”都表示概数，不应并用，只留一个`

/** Behind these a number with 余 or 多 is a span of time: 近20多年来. */
const TIME = /^\s*(?:年|个月|天|周|个世纪|个小时|小时|分钟|载)/u

/**
 * Two words of approximation or of limit on one number (约30余家, 超过500余小时, 大约45天左右, 至少12次以上): one of them is too many
 * (GB/T 15835—2011, 3.3 概数; the handbooks of editing count it among the plain faults).
 */
export const APPROXIMATE: readonly Pattern[] = [
  {
    sign: '余多',
    needs: /[\d一二两三四五六七八九十百千万亿〇零][余多]/u,
    pattern: new RegExp(`(${NOT_ABOUT}约|大概|${NOT_NEAR}近|接近|${NOT_OVER}超过?了?|逾|不足|不到)\\s*(${NUMBER}${SCALE})(${MORE})(?!媒|元化|样|功能|层次|渠道|领域|维|方|晶|党|式|部门联)(${SCALE})`, 'gu'),
    judge: ({ 0: whole, 1: word = '', 2: number = '', 3: more = '', 4: scale = '', index }, text) => {
      const rest = text.slice(index + whole.length, index + whole.length + 4)
      if ((word.endsWith('近') || word.endsWith('约')) && TIME.test(rest)) return undefined
      if (/^[十百千]$/u.test(number) && scale === '') return undefined
      // 近10多项、超10多元: a number of one digit and 多 before 元 is 多元; 近百多 is told below
      const keep = word === '近' || word === '接近' || word === '不足' || word === '不到' ? `${word}${number}${scale}` : `${number}${more}${scale}`
      return { message: double(word, more), suggestion: keep }
    },
  },
  {
    sign: '右下',
    needs: /左右|上下/u,
    pattern: new RegExp(`(${NOT_ABOUT}约|大概|${NOT_NEAR}近|接近|${NOT_OVER}超过?|将近)\\s*([为是有需占])?\\s*(${NUMBER}${SCALE})\\s*(${UNIT})?(左右|上下)`, 'gu'),
    judge: ({ 0: whole, 1: word = '', 5: after = '' }) => ({ message: double(word, after), suggestion: whole.slice(0, -after.length) }),
  },
  {
    sign: '右下',
    needs: /左右|上下/u,
    pattern: new RegExp(`(?<=大)约(?:为|是|有|需|占)?(?:\\p{Script=Han}{0,6}?)?(${NUMBER}${SCALE})\\s*(${UNIT})(左右|上下)`, 'gu'),
    judge: ({ 0: whole, 3: after = '' }) => ({ message: double('大约', after), suggestion: whole.slice(0, -after.length) }),
  },
  {
    sign: '以',
    needs: /以上/u,
    pattern: new RegExp(`(至少|最少|起码|不少于|不低于|不小于)([^，。；、：\\d的（）“”《》]{0,12}?)(${NUMBER}${SCALE})\\s*(${UNIT})(以上|及以上)(?!\\p{Script=Han}{0,2}(?:职称|学历|领导|干部|职务|工龄|教龄|党龄|经历|经验))`, 'gu'),
    judge: ({ 0: whole, 1: word = '', 5: after = '' }) => ({ message: `“${word}”已含“${after}”的意思，不应并用`, suggestion: whole.slice(0, -after.length) }),
  },
  {
    sign: '以之',
    needs: /以[下内]|之内/u,
    pattern: new RegExp(`(最多|至多|不超过|不多于|不高于|不大于)([^，。；、：\\d的（）“”《》]{0,12}?)(${NUMBER}${SCALE})\\s*(${UNIT})(以下|以内|之内)`, 'gu'),
    judge: ({ 0: whole, 1: word = '', 5: after = '' }) => ({ message: `“${word}”已含“${after}”的意思，不应并用`, suggestion: whole.slice(0, -after.length) }),
  },
  {
    sign: '以',
    needs: /以[上下内]/u,
    pattern: new RegExp(`(最多|至多|不超过|不多于|不高于|至少|起码|不少于|不低于)([^，。；、：\\d的（）“”《》]{0,8}?)(${NUMBER}${SCALE})\\s*(${UNIT})(以上|以下|以内)`, 'gu'),
    judge: ({ 1: word = '', 5: after = '' }) => {
      const upper = /^(?:最多|至多|不超过|不多于|不高于)$/u.test(word)
      return upper === (after === '以上') ? { message: `“${word}”与“${after}”意思相反`, severity: 'error' } : undefined
    },
  },
  {
    sign: '以',
    needs: /以上/u,
    pattern: new RegExp(`(${NOT_ABOUT}约|大约|${NOT_NEAR}近|${NOT_OVER}超过?|逾)\\s*(${NUMBER}${SCALE})\\s*(${UNIT})以上`, 'gu'),
    judge: ({ 0: whole, 1: word = '', 3: unit = '' }) => (unit === '岁' ? undefined : { message: double(word, '以上'), suggestion: whole.slice(0, -2) }),
  },
  {
    sign: '余多',
    needs: /[余多].{0,14}(?:以上|左右|上下)/u,
    pattern: new RegExp(`(${NUMBER}${SCALE})(${MORE})${SCALE}\\s*(${UNIT})(以上|左右|上下)`, 'gu'),
    judge: ({ 0: whole, 2: more = '', 4: after = '' }) => ({ message: double(more, after), suggestion: whole.slice(0, -after.length) }),
  },
  {
    sign: '余多',
    needs: /[万亿千百][余多]/u,
    pattern: new RegExp(`\\d\\s*([余多])[万亿千百]+([余多])`, 'gu'),
    judge: ({ 0: whole, 1: a = '', 2: b = '' }) => ({ message: double(a, b), suggestion: whole.slice(0, -1) }),
  },
  {
    sign: '余多',
    needs: /[十百千万][余多]/u,
    pattern: /((?<![次人件户岁总个份分级指基倍参点字倍得])数|几|(?<![网以线向会路身车马晚早台场手市县省])上)([十百千万]+)(余|多)(?=[名人次场个件家项篇户份条亩吨万元亿])/gu,
    judge: ({ 0: whole, 1: word = '', 3: more = '' }) => ({ message: double(word, more), suggestion: whole.slice(0, -1) }),
  },
  {
    sign: '近',
    needs: /近[百千万][余多]/u,
    pattern: new RegExp(`${NOT_NEAR}近([百千万])(余|多)(?=[名人次场个件家项篇户份条亩吨万元])`, 'gu'),
    judge: ({ 0: whole, 2: more = '' }) => ({ message: double('近', more), suggestion: whole.slice(0, -1) }),
  },
  {
    sign: '倍',
    needs: /倍/u,
    pattern: new RegExp(`(减少|降低|下降|缩短|缩小|压缩|削减)(?:了|近|约|超过|超|将近)*\\s*(${NUMBER}(?:多|余)?)\\s*倍(?!数|率)`, 'gu'),
    judge: ({ 1: word = '', 2: number = '' }) => ({ message: `“${word}”不能用倍数表示（${word}1倍即为零，文中${word}${number}倍），应改用百分数或分数` }),
  },
]
