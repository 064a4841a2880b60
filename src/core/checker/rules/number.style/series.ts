import { sentenceRanges } from '../../../text/sentences.ts'
import type { NumberSlip } from './slip.ts'

/** Measure words that count the same kind of thing wherever they stand in a sentence. */
const MEASURE =
  '(平方公里|平方米|立方米|公里|公顷|小时|课时|学时|万元|亿元|人次|场次|批次|户次|班次|(?:个(?![体性人别案税股]|小时|月|百分点))|家(?!庭|长|校|乡|园|居|电)|件|篇|场(?!所|地|馆|景)|名(?!师|牌|医|校|录|优|城|镇|村)|户(?!籍|外|型)|期|批(?!准|示|评|复)|份(?!额)|条(?!例|件|款|文|块)|元(?!旦|素)|吨|亩|座(?!谈)|所(?!有|在|属|以|需)|处(?!理|置|于|分|级|长|室)|间(?!隔)|台(?!账|阶|风)|辆|套(?!餐)|例(?!会|如)|起(?!来|诉|草|点|步|到)|门(?!诊|类|户)|课|支(?!部|持|出|队|付|行|援)|株|棵|头|岁|张|项(?!目)|次(?!会议|全会|常委|主席|主任|党组|全体|理事|代表|年|生|要|日)|人(?!大|才|民|员|均|口|社|力|文|防|工|物|生|心|家|居))'
const DIGITS = new RegExp(`(?<![\\d.第])\\d[\\d,]*(?:\\.\\d+)?[余多]?${MEASURE}`, 'gu')
/** More than one character: 一次, 十项 are words of any text. No ordinals, no 几十, no sessions (十一届十八次、十九次). Approximations only of three characters and more (一百二十余). */
const HAN = new RegExp(
  `(?<![第届数几上近每周二三四五六七八九十百千万\\d])(?<!届[二三四五六七八九十]{1,3}次[、和至])((?:[一二两三四五六七八九十百千][一二三四五六七八九十百千零〇]+(?:点[一二三四五六七八九〇零]+)?|[一二两三四五六七八九十]点[一二三四五六七八九〇零]+)万?)([余多]?)${MEASURE}`,
  'gu',
)
/** One character in a list whose other items have digits: 展览16场、讲座九场. */
const SINGLE = new RegExp(`([二两三四五六七八九十])${MEASURE}`, 'gu')

/** A number in characters before what may be a measure word: a quick look, since few sentences have one. */
const CANDIDATE = /[二两三四五六七八九十百千零〇][余多万]?[个家件篇场名户期批份条元吨亩座所处间台辆套例起门课支株棵头岁张项次人平立公小课学万亿班]/u

/** Numbers that are words: 五十六个民族, 二十四节气, 七十二小时. */
const WORDLIKE = /^(?:五十六个(?:民族|兄弟)|三百六十五|二十四(?:小时|个节气)|七十二小时|二十一条|一百单八|百十)/u

/** Numbers of one kind in one sentence, some in digits and some in characters (视察十二次、调研13次): GB/T 15835—2011, 4.3, 同类别同形式. */
export function mixedSeries(text: string): NumberSlip[] {
  if (!CANDIDATE.test(text) || !/\d/u.test(text)) return []
  return sentenceRanges(text).flatMap(({ start, end }): NumberSlip[] => {
    const sentence = text.slice(start, end)
    if (!CANDIDATE.test(sentence)) return []
    const digits = [...sentence.matchAll(DIGITS)]
    if (digits.length === 0) return []
    const measures = new Set(digits.map((match) => match[1] ?? ''))
    const slip = (at: number, whole: string, number: string, right: string): NumberSlip => ({
      start: start + at,
      end: start + at + whole.length,
      message: `同一句中同类数字写法不一：“${number}”宜用阿拉伯数字（GB/T 15835—2011，4.3，同类别同形式）`,
      suggestion: right,
    })
    const long = [...sentence.matchAll(HAN)].flatMap((match): NumberSlip[] => {
      const [whole, number = '', more = '', measure = ''] = match
      const value = valueOf(number)
      if (value === undefined || isQuotedHere(sentence, match.index) || WORDLIKE.test(sentence.slice(match.index, match.index + 8))) return []
      if (more !== '' && number.length < 3) return []
      // a decimal or a number of four characters is a figure whatever is counted beside it
      const isRound = /^[二三四五六七八九][百千]$/u.test(number) && more === '' && digits.length > 1
      if (!measures.has(measure) && !number.includes('点') && !isRound && (number.length < 4 || more !== '')) return []
      return [slip(match.index, whole, number, `${value}${more}${measure}`)]
    })
    const single = [...sentence.matchAll(SINGLE)].flatMap((match): NumberSlip[] => {
      const [whole, number = '', measure = ''] = match
      if (!measures.has(measure) || isQuotedHere(sentence, match.index) || !isListed(sentence, match.index, match.index + whole.length, measure)) return []
      return [slip(match.index, whole, number, `${valueOf(number) ?? ''}${measure}`)]
    })
    return [...long, ...single]
  })
}

/**
 * Is a number of one character an item of a list whose neighbour is written in digits with the same measure word? Either both stand at the end of
 * their items (展览16场、讲座九场) or both at the beginning (12个乡镇、八个单位).
 */
function isListed(sentence: string, start: number, end: number, measure: string): boolean {
  const before = sentence.slice(Math.max(0, start - 24), start)
  const behind = sentence.slice(end, end + 24)
  const atEnd = /^\s*(?:[、，；。）]|和|以及|及|$)/u.test(behind)
  if (atEnd && /\p{Script=Han}[”》）]?$/u.test(before) && !NOT_COUNT.test(before)) {
    const left = new RegExp(`\\d[余多]?${measure}[、，；](?:其中)?[^、，；。\\d]{1,12}$`, 'u')
    const right = new RegExp(`^(?:[、，；]|和|及|以及)[^、，；。\\d]{1,12}\\d[\\d,.]*${measure}`, 'u')
    return left.test(before) || right.test(behind)
  }
  if (sentence.charAt(start) === '两' || !/(?:[、]|和)$/u.test(before) || !/^\p{Script=Han}{2}/u.test(behind)) return false
  return new RegExp(`(?<![第\\d.])\\d+${measure}[^、，；。\\d]{2,12}(?:、|和)$`, 'u').test(before) || new RegExp(`^[^、，；。\\d]{2,12}、\\d+${measure}`, 'u').test(behind)
}

/** What makes a number of one character something else than a count: 第三名, 十三次, 每两个, 前三名, 一分为三份. */
const NOT_COUNT = /(?:[第一二两三四五六七八九十百千万亿几数每这那前后头上下首近为届]|为|前|其余)$/u

const isQuotedHere = (sentence: string, at: number): boolean => sentence.lastIndexOf('“', at) > sentence.lastIndexOf('”', at) || sentence.lastIndexOf('《', at) > sentence.lastIndexOf('》', at)

/** 一百二十 → 120, 十八点六 → 18.6, 三千二百万 → 3200万. Undefined for what is no number (七八, 二三十, 三三). */
function valueOf(number: string): string | undefined {
  const [whole = '', decimals] = number.replace(/万$/u, '').split('点')
  if (/[一二三四五六七八九][一二三四五六七八九]|[十百千]{2}/u.test(whole) || (whole.startsWith('百') || whole.startsWith('千'))) return undefined
  let total = 0
  let digit = 0
  for (const c of whole.replace('两', '二')) {
    const value = '零一二三四五六七八九'.indexOf(c)
    if (value > 0) digit = value
    else if (SCALE[c]) {
      total += (digit === 0 ? 1 : digit) * SCALE[c]
      digit = 0
    }
  }
  const fraction = decimals === undefined ? '' : `.${[...decimals].map((c) => (c === '〇' ? 0 : '零一二三四五六七八九'.indexOf(c))).join('')}`
  return `${total + digit}${fraction}${number.endsWith('万') ? '万' : ''}`
}

const SCALE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
