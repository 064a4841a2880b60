import type { Approx } from '../model/inline.ts'
import { numeralAt, type Numeral } from '../text/numeral-at.ts'
import { readArabic, readNumeral } from '../text/numerals.ts'
import { at, behind, named, type Match, type Matcher } from './matcher.ts'
import { canonicalUnit, COUNTED, COUNTED_ANYWHERE, CURRENCY_PATTERN, DURATION_PATTERN, MEASURED, UNIT_PATTERN } from './units.ts'

const PER = /([百千万佰仟萬])分之/uy
const PART_OF = /分之/uy
const FRACTION = /(\d{1,3})\/(\d{1,3})(?![\d/])/uy
const PER_COUNT = /\/(?:10万|[万千百]人|10万人|万)/uy
const DOUBLING = /翻(了)?([一二两三四五]|\d)番/uy
const TENTHS = /成(?![立为果员功本熟绩长效群型份交不就品材片像都分]|色)(半)?/uy
const CONNECTOR = /[-—–~～]{1,2}|至|到/uy
const RATE = /%|‰|[个個]?百分[点點]|个基点/uy
const CURRENCY = new RegExp(CURRENCY_PATTERN, 'uy')
const UNIT = new RegExp(UNIT_PATTERN, 'uy')
const DURATION = new RegExp(DURATION_PATTERN, 'uy')
const YEARS = /周年(?!庆?典?$^)|年(?=诞辰|华诞)/uy

type CoreKind = 'quantity' | 'percent' | 'money'

const approxOf = (numeral: Numeral): Approx => (numeral.more === undefined ? 'exact' : numeral.more === '来' ? 'about' : 'over')

/** Quantities, percentages, sums of money, durations and anniversaries: a numeral with a unit. */
export const matchQuantity: Matcher = (text, i) => {
  const before = text.charAt(i - 1)
  const lettered = /[A-Za-z]/u.test(before)
  if (before === '+') return labelRun(text, i)
  const doubling = at(DOUBLING, text, i)
  if (doubling) return core(i, i + doubling[0].length, 'quantity', readNumeral(doubling[2] ?? ''), '番', 'exact')
  const perWord = at(PER, text, i)
  if (perWord) return perHundred(text, i, perWord)
  const numeral = numeralAt(text, i)
  if (!numeral) return undefined
  if (lettered && !(at(RATE, text, numeral.end) ?? at(CURRENCY, text, numeral.end))) return labelRun(text, i)
  const parts = at(PART_OF, text, numeral.end)
  if (parts) {
    const top = numeralAt(text, numeral.end + parts[0].length)
    if (top && !top.vague && numeral.value > 0) return core(i, top.end, 'quantity', top.value / numeral.value, '', approxOf(top))
  }
  if (numeral.arabic) {
    const fraction = at(FRACTION, text, i)
    if (fraction && Number(fraction[1]) < Number(fraction[2])) return core(i, i + fraction[0].length, 'quantity', Number(fraction[1]) / Number(fraction[2]), '', 'exact')
    const next = text.charAt(numeral.end)
    if (/[+A-Za-z]/u.test(next) && !at(UNIT, text, numeral.end) && !(next === '+' && !/[\dA-Za-z\p{Script=Han}]/u.test(text.charAt(numeral.end + 1)))) return labelRun(text, i)
  }
  const span = spanFrom(text, i, numeral)
  if (!numeral.arabic && !statesCount(text, i, numeral, span?.end ?? numeral.end)) return undefined
  return withUnit(text, i, numeral, span)
}

/** 百分之八十, 千分之三, 万分之一点五; also as a range (百分之三至五). */
function perHundred(text: string, i: number, word: RegExpExecArray): Match | undefined {
  const start = i + word[0].length
  const numeral = numeralAt(text, start)
  if (!numeral || numeral.vague) return undefined
  const per = '百佰'.includes(word[1] ?? '') ? 0 : '千仟'.includes(word[1] ?? '') ? -1 : -2
  const percent = (value: number): number => Number(`${value}e${per}`)
  const connector = at(CONNECTOR, text, numeral.end)
  if (connector && !/[由从]$/u.test(behind(text, i, 1))) {
    const again = text.startsWith(word[0], numeral.end + connector[0].length) ? word[0].length : 0
    const top = numeralAt(text, numeral.end + connector[0].length + again)
    if (top && !top.vague && top.value > numeral.value) return { ...core(i, top.end, 'percent', percent(numeral.value), '%', 'exact'), high: percent(top.value) }
  }
  return core(i, numeral.end, 'percent', percent(numeral.value), '%', approxOf(numeral))
}

/** The upper end of a range. */
interface Span {
  /** offset behind the upper numeral */
  end: number
  low: number
  high: number
  approx: Approx
}

/** The range that begins with a numeral (3—5亿, 3%—5%, 6至8次, 三到五场). From-to with 由 or 从 is a change between two figures, not a range. */
function spanFrom(text: string, i: number, low: Numeral): Span | undefined {
  const unit = (at(RATE, text, low.end) ?? at(CURRENCY, text, low.end) ?? at(UNIT, text, low.end))?.[0] ?? ''
  for (const inner of unit === '' ? [''] : ['', unit]) {
    const connector = at(CONNECTOR, text, low.end + inner.length)
    if (!connector) continue
    if (/[至到]/u.test(connector[0]) && /[由从自]$/u.test(behind(text, i, 1))) continue
    const from = low.end + inner.length + connector[0].length
    const high = numeralAt(text, from)
    if (!high || high.vague || high.arabic !== low.arabic) continue
    // 10元—20元 names its unit twice
    if (inner !== '' && !text.startsWith(inner, high.end)) continue
    const factor = !low.multiplied && high.multiplied && inner === '' ? factorOf(text, from, high) : 1
    const start = factor === 1 ? low.value : Number((low.value * factor).toPrecision(15))
    if (high.value > start) return { end: high.end, low: start, high: high.value, approx: approxOf(high) }
  }
  return undefined
}

/** What the units of count behind a numeral's digits come to (5亿 → 10^8). */
function factorOf(text: string, i: number, numeral: Numeral): number {
  const digits = /^(?:\d[\d,]*(?:\.\d+)?|[一二三四五六七八九两])/u.exec(text.slice(i, Math.min(numeral.end, i + 24)))?.[0] ?? ''
  const plain = readNumeral(digits)
  const factor = numeral.value / plain
  return Number.isFinite(factor) && /^10*$/u.test(String(Math.round(factor))) ? Math.round(factor) : 1
}

/** Reads what follows a numeral. */
function withUnit(text: string, i: number, numeral: Numeral, span: Span | undefined): Match | undefined {
  const end = span?.end ?? numeral.end
  const approx = span?.approx ?? approxOf(numeral)
  const value = span?.low ?? numeral.value
  const high = span === undefined ? {} : { high: span.high }
  const make = (kind: CoreKind, unit: string, to: number): Match => ({ ...core(i, to, kind, value, canonicalUnit(unit), approx), ...high })

  const rate = at(RATE, text, end)
  if (rate) return signed(text, make('percent', rate[0], end + rate[0].length))
  const tenths = at(TENTHS, text, end)
  if (tenths && value <= 10 && (numeral.arabic || value > 1 || /(?:近|约|超|不足|不到)$/u.test(behind(text, i, 2))) && !numeral.multiplied) {
    const half = tenths[1] === undefined ? 0 : 5
    return { ...core(i, end + tenths[0].length, 'percent', Number((value * 10).toPrecision(15)) + half, '%', approx), ...(span ? { high: span.high * 10 } : {}) }
  }
  const per = at(PER_COUNT, text, end)
  if (per && numeral.arabic) return make('quantity', per[0], end + per[0].length)
  const currency = at(CURRENCY, text, end)
  if (currency) {
    const to = end + currency[0].length
    if (isThreshold(text, to)) return named(i, to + 2, 'label', value, currency[0])
    if (text.charAt(to) === '级') return named(i, to + 1, 'label', value, currency[0])
    return make('money', currency[0] === '元人民币' || currency[0] === '人民币' ? '元' : currency[0], to)
  }
  const sign = /[¥￥$€£]$/u.exec(behind(text, i, 1))?.[0]
  if (sign !== undefined && numeral.arabic) return { ...make('money', SIGNED_CURRENCY[sign] ?? '元', end), start: i - 1 }
  const anniversary = at(YEARS, text, end)
  if (anniversary && !/个$/u.test(behind(text, i, 1))) return named(i, end + anniversary[0].length, 'anniversary', value, anniversary[0])
  const duration = at(DURATION, text, end)
  if (duration && !isMeasuredTime(text, i, end + duration[0].length, duration[0], value)) {
    const held = /(?:连续|持续|历时|为期)$/u.exec(behind(text, i, 2))?.[0] ?? ''
    return { ...named(i - held.length, end + duration[0].length, 'duration', value, duration[0]), approx, ...high }
  }
  if (duration) return make('quantity', duration[0], end + duration[0].length)
  const unit = at(UNIT, text, end)
  if (unit) {
    const to = end + unit[0].length
    if (text.charAt(to) === '级' || isSpecification(text, i, to, unit[0])) return named(i, to + (text.charAt(to) === '级' ? 1 : 0), 'label', value, unit[0])
    // 两米半, 三斤半
    if (!numeral.arabic && text.charAt(to) === '半' && /[吨米斤里亩升]$/u.test(unit[0]) && !/^半[径岛数]/u.test(text.slice(to, to + 2))) return { ...make('quantity', unit[0], to + 1), value: value + 0.5 }
    return signed(text, make('quantity', unit[0], to))
  }
  if (numeral.arabic && !Number.isInteger(value) && text.charAt(end) === '点' && /[指收数盘]/u.test(behind(text, i, 12))) return make('quantity', '点', end + 1)
  const quoted = /[“‘《]$/u.test(behind(text, i, 1))
  // a count may do without a unit where units of count or an approximation show that it is one (贫困人口减少6800多万)
  if (numeral.multiplied && !quoted && (numeral.arabic || (approx !== 'exact' || approximated(text, i)))) return make('quantity', '', end)
  if (!numeral.arabic) return numeral.multiplied && approx !== 'exact' ? make('quantity', '', end) : undefined
  // else a plain number is an index where the text says so, or part of a name (1243, 8090, 365共富协作区)
  const stated = approx !== 'exact' || /(?:[为达至到超近约]|突破|增[长加]|共|指数|系数|得分|排名|数)$/u.test(behind(text, i, 2))
  if (stated && !quoted && /^(?:[，,。；;、）)：”]|$|左右|以上|以下|以内|和|的)/u.test(text.slice(end, end + 2))) return make('quantity', '', end)
  return named(i, end, 'label', value)
}

const SIGNED_CURRENCY: Readonly<Record<string, string>> = { '¥': '元', '￥': '元', $: '美元', '€': '欧元', '£': '英镑' }

/** A minus before a number that is no range and no code (自然增长率-1.48‰), or 负 (负3.2%). */
function signed(text: string, match: Match): Match {
  const sign = /(?:(?<![\dA-Za-z%‰)）—–~-])[-−]|(?<!正)[负負])$/u.exec(behind(text, match.start, 2))
  // a hyphen behind a noun may join a name to its number; only a rate or a decimal is then a negative value
  if (!sign || match.value === null || match.high !== undefined || (match.kind === 'quantity' && sign[0] !== '负' && sign[0] !== '負')) return match
  return { ...match, start: match.start - sign[0].length, value: -match.value }
}

const core = (start: number, end: number, kind: CoreKind, value: number, unit: string, approx: Approx): Match => ({ start, end, value, unit, approx, kind })

const approximated = (text: string, i: number): boolean => /(?:近|超过?|逾|突破|过|约|接近|将近|达到?|不足)$/u.test(behind(text, i, 2))

/** 亿元以上项目, 500万元以下罚款: a threshold that defines what is counted is no figure of its own. */
const isThreshold = (text: string, end: number): boolean =>
  /^(?:以上|以下|以内)(?:的)?(?:工业|服务业|重大|制造业|产业|招商)?(?:项目|企业|规上|大项目|单体|投资|人群|居民|家庭|合同|工程|采购|园区|集群)/u.test(text.slice(end, end + 14))

/** 60岁以上老人, 30万吨级码头, 棋杆巷18号: numbers that specify. */
function isSpecification(text: string, i: number, end: number, unit: string): boolean {
  // 0—14岁人口, 60岁以上老人: an age group
  if (unit === '岁') return (/^(?:以上|以下|至|—|及以[上下]|人口|人群|老年?人|儿童|青年|青少年|居民|妇女)/u.test(text.slice(end, end + 4)) || /[-—–~～至到]\d/u.test(text.slice(i, end))) && !/寿命/u.test(behind(text, i, 10))
  // 三人组; 由专家7人组成 is a count
  if (unit === '人' && /^(?:制|组(?![成建织])|座|间)/u.test(text.slice(end, end + 2))) return true
  if (unit === '度' && !/电|温|用电量|发电量/u.test(behind(text, i, 8))) return true
  if (unit === '字' && text.startsWith('诀', end)) return true
  if (isThreshold(text, end) && /[吨米克亩]|千瓦|兆瓦|平方/u.test(unit)) return true
  return false
}

const TIME_MEASURED = /(?:天数|时长|时数|日数|住院日|学时|课时|工期|时间|时限|期限|寿命|周期|总时|累计|里程|用时|耗时|年龄)(?:平均|均|为|达|达到|共|约|超|近|超过|缩短至?|压缩至?|压减至?|降至|由|从|减少|增加|不少于|[至到])*$/u
const TIME_CHANGED = /(?:压缩|压减|缩短|缩减|减少|提速|延长|增加|精简)(?:至|到|为|了)?(?:平均)?$/u
const TIME_CHANGES = /^(?:以内|左右)?(?:压缩|压减|缩短|缩减|减少|延长|提速|降)(?:至|到|为)/u

/**
 * Is a span of time itself what is reported (平均住院日6.8天, 由5个工作日压减至1个工作日, 优良天数350天), not how long something lasts (连续四年, 为期5天)?
 */
function isMeasuredTime(text: string, i: number, end: number, unit: string, value: number): boolean {
  if (unit === '周' || unit === '学年' || unit === '载') return false
  const before = behind(text, i, 12)
  if (unit === '年' || unit === '周岁') return TIME_MEASURED.test(before) || (!Number.isInteger(value) && value !== 0.5)
  return !Number.isInteger(value) || TIME_MEASURED.test(before) || TIME_CHANGED.test(before) || TIME_CHANGES.test(text.slice(end, end + 6))
}

/** A run such as 1+1+6, 6+x, 5A, PM2.5, 7N: part of a name. */
function labelRun(text: string, i: number): Match | undefined {
  const run = at(/[\d.+A-Za-z·-]+/uy, text, i)
  let start = i
  while (start > 0 && i - start < 12 && /[A-Za-z]/u.test(text.charAt(start - 1))) start--
  return run ? named(start, i + run[0].length, 'label', Number.isNaN(Number(run[0])) ? (readArabic(/\d+/u.exec(run[0])?.[0] ?? '') || null) : Number(run[0])) : undefined
}

/** 数十, 几百, 上千, 成百: a unit of count behind such a word is only a rough idea. */
const isIndefinite = (before: string, first: string): boolean =>
  /[十拾]/u.test(first) ? /[数几]$/u.test(before) : /[百千佰仟]/u.test(first) && /(?:[数几上好若]|(?<![完形建达组生变养办做造促落制合集构编])成)$/u.test(before)
const EVENT_VERB = /(?:召开|举办|组织|开展|举行|提交|报送|编发|编印|开设|完成|形成|出台|制定|收到|受理|化解|办理|邀请|走访|调研|视察|协商|监督|接待|发表|刊发|培训|增开|先后|累计|全年|共|计)(?:了|过)?$/u

/**
 * Does a Chinese numeral state a count? From ten on with a measure word it does (二十三场, 百余名); a single digit only with a measure word
 * of events or papers, at the end of its clause (常委会会议四次) or behind a verb that counts (召开四次会议). 一 is mostly no number, and an
 * estimate (十几, 二三十) is none.
 */
function statesCount(text: string, i: number, numeral: Numeral, end: number): boolean {
  if (numeral.vague) return false
  const before = behind(text, i, 4)
  if (/[“‘《第]$/u.test(before) || isIndefinite(before, text.charAt(i))) return false
  const { value, more } = numeral
  const duration = at(DURATION, text, end)
  if (duration || at(YEARS, text, end)) {
    if (/[这那每某同]$/u.test(before) && value !== 1) return false
    return value < 1000 && !(numeral.bare && more === undefined && !approximated(text, i)) && !/^(?:四季|初|终|间|轻|级|份)/u.test(text.slice(end + 1, end + 3))
  }
  if (at(RATE, text, end)) return true
  // 百姓, 千方百计: a unit of count alone is a number only where something says how near it is (近百名, 千余户)
  if (numeral.bare && more === undefined && !approximated(text, i)) return false
  const currency = at(CURRENCY, text, end)
  if (currency) return currency[0] !== '元' || value >= 10 || /^(?:[，,。；;、钱]|$|以[上下内]|左右)/u.test(text.slice(end + 1, end + 3))
  if (at(TENTHS, text, end) && value < 10) return true
  const unit = at(UNIT, text, end)
  if (!unit) return numeral.multiplied && !/^[”]/u.test(text.charAt(end))
  const after = text.slice(end + unit[0].length, end + unit[0].length + 2)
  if (after.startsWith('”') || after.startsWith('级')) return false
  if (value >= 10 && (end - i >= 2)) return unit[0] !== '个方面' && unit[0] !== '类' && !/^[大]/u.test(after)
  if (unit[0] === '倍') return value > 1 || /(?:增长|提高|增加|扩大)(?:了)?$/u.test(before)
  if (after.startsWith('半') && /[吨米斤里亩升]$/u.test(unit[0])) return true
  if (MEASURED.has(unit[0])) return value > 1 || approximated(text, i) || /^(?:[，,。；、]|$|多|以|左右)/u.test(after)
  if (!COUNTED.has(unit[0])) return false
  const closes = /^(?:[，,。；;、）)]|$|以上|左右)/u.test(after)
  if (/[这那每各某同再又新首另哪任唯了进统逐第]$/u.test(before)) return false
  if (value === 1 && unit[0] === '期') return false
  if (value === 1) return closes && /\p{Script=Han}$/u.test(before) && /[\d一二三四五六七八九][次场期件篇份批条名家项人户][、，；]|[、，；][^，。；]{1,20}[\d二三四五六七八九][次场期件篇份批条名家项人户]/u.test(text.slice(Math.max(0, i - 24), end + 26))
  // 二期 is a phase of a project, unless something is published in it
  if (unit[0] === '期') return EVENT_VERB.test(before) && !/^工/u.test(after)
  if (value < 10 && COUNTED_ANYWHERE.has(unit[0]) && /(?:^|[，。；、：])$/u.test(before) && /^\p{Script=Han}{2}/u.test(after) && !/^[一二三四五六七八九]/u.test(after)) return true
  return (closes && /\p{Script=Han}$/u.test(before)) || (EVENT_VERB.test(before) && !/^(?:个|大)/u.test(unit[0]))
}
