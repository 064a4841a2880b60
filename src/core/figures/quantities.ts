import type { Approx } from '../model/inline.ts'
import { multiplierValue, readArabic, readChinese, readNumeral, scaled } from '../text/numerals.ts'
import { at, behind, named, type Match, type Matcher } from './matcher.ts'
import { canonicalUnit, COUNTED, CURRENCY_PATTERN, DURATION_PATTERN, UNIT_PATTERN } from './units.ts'

const ARABIC = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)'
const MULTIPLIER = '(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)'
const CHINESE = '[〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[〇零一二三四五六七八九]+)?'
const MORE = '[余多来]'

const PERCENT_WORD = new RegExp(`(百|千|万)分之(${CHINESE}|${ARABIC})`, 'uy')
const FRACTION_WORD = new RegExp(`(${CHINESE})分之(${CHINESE})`, 'uy')
const FRACTION = /(\d{1,3})\/(\d{1,3})(?![\d/])/uy
const DOUBLING = /翻(了)?([一二两三四]|\d)番/uy
const ARABIC_NUMBER = new RegExp(`(${ARABIC})(${MORE})?(${MULTIPLIER})?(${MORE})?`, 'uy')
const CHINESE_NUMBER = new RegExp(`(${CHINESE})(${MORE})?(${MULTIPLIER})?`, 'uy')
const RANGE = new RegExp(`(?:[-—–~～]{1,2}|至|到)(${ARABIC})(${MULTIPLIER})?`, 'uy')
const PERCENT = /%|‰|个百分点|百分点|个基点/uy
const CURRENCY = new RegExp(CURRENCY_PATTERN, 'uy')
const UNIT = new RegExp(UNIT_PATTERN, 'uy')
const DURATION = new RegExp(DURATION_PATTERN, 'uy')
const YEARS = /周年(?!庆?典?$^)|年(?=诞辰|华诞)/uy

/** A numeral with what it says of its own precision. */
interface Numeral {
  end: number
  value: number
  high?: number
  approx: Approx
  /** written with digits? */
  arabic: boolean
  multiplied: boolean
}

function readNumber(text: string, i: number): Numeral | undefined {
  const arabic = at(ARABIC_NUMBER, text, i)
  if (arabic) {
    const factor = arabic[3] ? (multiplierValue(arabic[3]) ?? 1) : 1
    let end = i + arabic[0].length
    // 3千克, 5百分点: the multiplier belongs to the unit
    let multiplied = factor !== 1
    let value = scaled(readArabic(arabic[1] ?? ''), factor)
    if (arabic[3] === '千' && /^(?:克|米|瓦|伏|卡)/u.test(text.slice(end, end + 1)) && !arabic[4]) {
      end -= 1
      value = readArabic(arabic[1] ?? '')
      multiplied = false
    } else if (arabic[3] === '百' && text.startsWith('分点', end)) {
      end -= 1
      value = readArabic(arabic[1] ?? '')
      multiplied = false
    }
    const more = arabic[2] ?? arabic[4]
    const approx: Approx = more === undefined ? 'exact' : more === '来' ? 'about' : 'over'
    return { end, value, approx, arabic: true, multiplied }
  }
  const chinese = at(CHINESE_NUMBER, text, i)
  if (!chinese) return undefined
  const more = chinese[2]
  const factor = chinese[3] ? (multiplierValue(chinese[3]) ?? 1) : 1
  const digits = chinese[1] ?? ''
  const value = /^[十百千万亿]/u.test(digits) ? readNumeral(`一${digits.startsWith('十') ? digits : digits}`.replace(/^一十/u, '十')) : readChinese(digits)
  const whole = Number.isNaN(value) && /^[百千万亿]+$/u.test(digits) ? (multiplierValue(digits) ?? Number.NaN) : value
  if (Number.isNaN(whole)) return undefined
  return { end: i + chinese[0].length, value: scaled(whole, factor), approx: more === undefined ? 'exact' : more === '来' ? 'about' : 'over', arabic: false, multiplied: /[百千万亿]/u.test(chinese[0]) }
}

/** The upper end of a range, where one follows a numeral (3—5, 3%—5%, 6至8). */
function readRange(text: string, number: Numeral, unitBetween: number): { end: number; high: number; factor: number } | undefined {
  const range = at(RANGE, text, number.end + unitBetween)
  if (!range || !number.arabic) return undefined
  const factor = range[2] ? (multiplierValue(range[2]) ?? 1) : 1
  const high = scaled(readArabic(range[1] ?? ''), factor)
  const low = number.multiplied ? number.value : scaled(number.value, factor)
  return high > low ? { end: number.end + unitBetween + range[0].length, high, factor: number.multiplied ? 1 : factor } : undefined
}

/** Quantities, percentages, sums of money, durations and anniversaries: a numeral with a unit. */
export const matchQuantity: Matcher = (text, i) => {
  const before = behind(text, i, 2)
  if (/[A-Za-z]$/u.test(before) || /[+＋]$/u.test(before)) return labelRun(text, i)
  const doubling = at(DOUBLING, text, i)
  if (doubling) return core(i, i + doubling[0].length, 'quantity', readNumeral(doubling[2] ?? ''), '番', 'exact')
  const word = at(PERCENT_WORD, text, i)
  if (word) {
    const per = word[1] === '百' ? 1 : word[1] === '千' ? 0.1 : 0.01
    const value = readNumeral(word[2] ?? '')
    if (!Number.isNaN(value)) return core(i, i + word[0].length, 'percent', Number((value * per).toPrecision(15)), '%', 'exact')
  }
  const fractionWord = at(FRACTION_WORD, text, i)
  if (fractionWord) {
    const value = readChinese(fractionWord[2] ?? '') / readChinese(fractionWord[1] ?? '')
    if (!Number.isNaN(value)) return core(i, i + fractionWord[0].length, 'quantity', value, '', 'exact')
  }
  const fraction = at(FRACTION, text, i)
  if (fraction && Number(fraction[1]) < Number(fraction[2])) return core(i, i + fraction[0].length, 'quantity', Number(fraction[1]) / Number(fraction[2]), '', 'exact')
  const number = readNumber(text, i)
  if (!number) return undefined
  if (number.arabic && /^[+A-Za-z]/u.test(text.slice(number.end, number.end + 1)) && !/^[+](?!\d|[A-Za-z]|[\p{Script=Han}])/u.test(text.slice(number.end, number.end + 2))) return labelRun(text, i)
  if (!number.arabic && !statesCount(text, i, number)) return undefined
  return withUnit(text, i, number)
}

/** Reads what follows a numeral. */
function withUnit(text: string, i: number, number: Numeral): Match | undefined {
  const percent = at(PERCENT, text, number.end)
  const first = percent?.[0] ?? ''
  const range = readRange(text, number, first === '%' ? 1 : 0)
  let end = range?.end ?? number.end
  const value = range ? scaled(number.value, range.factor) : number.value
  const high = range?.high
  const make = (kind: 'quantity' | 'percent' | 'money', unit: string, to: number): Match => ({
    ...core(i, to, kind, value, canonicalUnit(unit), number.approx),
    ...(high === undefined ? {} : { high }),
  })
  const rate = at(PERCENT, text, end)
  if (rate) return make('percent', rate[0], end + rate[0].length)
  if (percent && !range) return make('percent', first, number.end + first.length)
  // 20多万人次: 余/多 may stand between multiplier and unit
  const more = /^[余多]/u.exec(text.slice(end, end + 1)) && number.approx === 'exact' ? text.charAt(end) : ''
  const approx: Approx = more === '' ? number.approx : 'over'
  end += more.length
  const currency = at(CURRENCY, text, end)
  if (currency) {
    const to = end + currency[0].length
    if (isThreshold(text, to)) return named(i, to + 2, 'label', value, currency[0])
    if (text.charAt(to) === '级') return named(i, to + 1, 'label', value, currency[0])
    return { ...make('money', currency[0] === '元人民币' ? '元' : currency[0], to), approx }
  }
  const anniversary = at(YEARS, text, end)
  if (anniversary && !/个$/u.test(behind(text, i, 1))) return named(i, end + anniversary[0].length, 'anniversary', value, anniversary[0])
  const duration = at(DURATION, text, end)
  if (duration && !isReportedTime(text, i, duration[0])) {
    const held = /(?:连续|持续|历时|为期)$/u.exec(behind(text, i, 2))?.[0] ?? ''
    return { ...named(i - held.length, end + duration[0].length, 'duration', value, duration[0]), approx, ...(high === undefined ? {} : { high }) }
  }
  const unit = at(UNIT, text, end)
  if (unit) {
    const to = end + unit[0].length
    if (text.charAt(to) === '级' || isSpecification(text, i, to, unit[0])) return named(i, to + (text.charAt(to) === '级' ? 1 : 0), 'label', value, unit[0])
    return { ...make('quantity', unit[0], to), approx }
  }
  if (!number.arabic) return number.multiplied && number.approx !== 'exact' ? { ...make('quantity', '', end), approx } : undefined
  // without a unit: a count or an index where the text says so, else part of a name (1243, 8090, 365共富协作区)
  if (number.multiplied || approx !== 'exact' || /(?:[为达至到超近约]|突破|增[长加]|共|指数|系数|得分|排名|数)$/u.test(behind(text, i, 2))) {
    if (!/^[\p{Script=Han}]{0}[“”]/u.test(behind(text, i, 1)) && /^(?:[，,。；;、）)：”]|$|左右|以上|以下|以内|和|的)/u.test(text.slice(end, end + 2))) return { ...make('quantity', '', end), approx }
  }
  return named(i, end, 'label', value)
}

const core = (start: number, end: number, kind: 'quantity' | 'percent' | 'money', value: number, unit: string, approx: Approx): Match => ({ start, end, value, unit, approx, kind })

/** 亿元以上项目, 500万元以下罚款: a threshold that defines what is counted is no figure of its own. */
const isThreshold = (text: string, end: number): boolean =>
  /^(?:以上|以下|以内)(?:的)?(?:工业|服务业|重大|制造业|产业|招商)?(?:项目|企业|规上|大项目|单体|投资|人群|居民|家庭|合同|工程|采购|园区|集群)/u.test(text.slice(end, end + 14))

/** 60岁以上老人, 30万吨级码头, 棋杆巷18号: numbers that specify. */
function isSpecification(text: string, i: number, end: number, unit: string): boolean {
  if (unit === '岁') return /^(?:以上|以下|至|—|及以上)/u.test(text.slice(end, end + 3)) && !/寿命/u.test(behind(text, i, 10))
  if (unit === '人' && /^(?:制|组|座|间)/u.test(text.slice(end, end + 1))) return true
  if (unit === '度' && !/电|温|用电量|发电量/u.test(behind(text, i, 8))) return true
  if (unit === '字' && text.startsWith('诀', end)) return true
  if (isThreshold(text, end) && /[吨米克亩]|千瓦|兆瓦|平方/u.test(unit)) return true
  return false
}

/** 优良天数350天, 服务时长1.2万小时: a span that is itself the figure reported. */
const isReportedTime = (text: string, i: number, unit: string): boolean =>
  unit !== '年' && unit !== '载' && (/(?:天数|时长|时数|日数|学时|课时|工期|时间|时限|寿命|周期|总时|累计)(?:为|达|达到|共|约|超|近|超过|缩短至?|压缩至?|由|从|减少|不少于|[至到])*$/u.test(behind(text, i, 10)))

/** A run such as 1+1+6, 6+x, 5A, PM2.5, 7N: part of a name. */
function labelRun(text: string, i: number): Match | undefined {
  const run = at(/[\d.+A-Za-z·-]+/uy, text, i)
  let start = i
  while (start > 0 && i - start < 12 && /[A-Za-z]/u.test(text.charAt(start - 1))) start--
  return run ? named(start, i + run[0].length, 'label', Number.isNaN(Number(run[0])) ? (readArabic(/\d+/u.exec(run[0])?.[0] ?? '') || null) : Number(run[0])) : undefined
}

const INDEFINITE_BEFORE = /[数几上好成若]$/u
const EVENT_VERB = /(?:召开|举办|组织|开展|举行|提交|报送|编发|编印|开设|完成|形成|出台|制定|收到|受理|化解|办理|邀请|走访|调研|视察|协商|监督|接待|发表|刊发|培训|增开|先后|累计|全年|共|计)(?:了|过)?$/u

/**
 * Does a Chinese numeral state a count? From ten on with a measure word it does (二十三场, 百余名); a single digit only with a measure word
 * of events or papers, at the end of its clause (常委会会议四次) or behind a verb that counts (召开四次会议). 一 is mostly no number.
 */
function statesCount(text: string, i: number, number: Numeral): boolean {
  const before = behind(text, i, 4)
  if (/[“‘《第]$/u.test(before) || INDEFINITE_BEFORE.test(before)) return false
  const duration = at(DURATION, text, number.end)
  if (duration || at(YEARS, text, number.end)) {
    if (/[这那每某同]$/u.test(before) && number.value !== 1) return false
    return number.value < 1000 && !/^(?:四季|初|终|间|轻|级|份)/u.test(text.slice(number.end + 1, number.end + 3))
  }
  const percent = at(PERCENT, text, number.end)
  if (percent) return true
  const surface = text.slice(i, number.end)
  const bare = /^[百千万亿]+$/u.test(surface)
  if (bare) return false
  const currency = at(CURRENCY, text, number.end)
  if (currency) return /^[一二三四五六七八九十两]/u.test(surface)
  const unit = at(UNIT, text, number.end)
  if (!unit) return false
  const after = text.slice(number.end + unit[0].length, number.end + unit[0].length + 2)
  if (after.startsWith('”') || after.startsWith('级')) return false
  if (number.value >= 10 && surface.length >= 2) return unit[0] !== '个方面' && unit[0] !== '类' && !/^[大]/u.test(after)
  if (!COUNTED.has(unit[0])) return false
  const closes = /^(?:[，,。；;、）)]|$|以上|左右)/u.test(after)
  if (/[这那每各某同再又新首另哪任唯了进统逐第]$/u.test(before)) return false
  if (number.value === 1 && unit[0] === '期') return false
  if (number.value === 1) return closes && /\p{Script=Han}$/u.test(before) && /[\d一二三四五六七八九十][次场期件篇份批条名家项人户][、，；]|[、，；][^，。；]{1,20}[\d二三四五六七八九十][次场期件篇份批条名家项人户]/u.test(text.slice(Math.max(0, i - 24), number.end + 26))
  // 二期 is a phase of a project, unless something is published in it
  if (unit[0] === '期') return EVENT_VERB.test(before) && !/^工/u.test(after)
  return (closes && /\p{Script=Han}$/u.test(before)) || (EVENT_VERB.test(before) && !/^(?:个|大)/u.test(unit[0]))
}
