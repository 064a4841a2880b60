/**
 * Finds and reads the numeral at a place. Numerals as Chinese official prose writes them: Arabic (half- and full-width, with thousands separators), Chinese (lower case and
 * financial 壹贰叁, simplified and traditional), and mixed with 万 and 亿 (1.2万亿, 3亿5000万). Values are numbers in plain units, the
 * nearest that a double can hold. Sources: GB/T 15835—2011 出版物上数字用法; for financial numerals 支付结算办法 annex 1 (1997).
 */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 幺: 1, 俩: 2, 貳: 2, 參: 3, 陸: 6, 兩: 2, 倆: 2,
}
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12 }
/** old short forms of 二十 and 三十 */
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 }

/** What each UTF-16 unit can be in a numeral: a digit, a unit, or nothing. */
export const Sign = { None: 0, Digit: 1, Small: 2, Large: 3, Tens: 4, Arabic: 5 } as const
export const SIGN = new Uint8Array(0x10000)
const VALUE = new Float64Array(0x10000)
for (const [table, sign] of [[DIGITS, Sign.Digit], [SMALL_UNITS, Sign.Small], [LARGE_UNITS, Sign.Large], [TENS, Sign.Tens]] as const) {
  for (const [c, value] of Object.entries(table)) {
    SIGN[c.charCodeAt(0)] = sign
    VALUE[c.charCodeAt(0)] = value
  }
}
for (let d = 0; d <= 9; d++) {
  for (const zero of [0x30, 0xff10]) {
    SIGN[zero + d] = Sign.Arabic
    VALUE[zero + d] = d
  }
}

/** A numeral found in a text. */
export interface Numeral {
  /** offset behind its last character, UTF-16 */
  end: number
  value: number
  /** does it begin with an Arabic digit? */
  arabic: boolean
  /** does it hold a unit above ten: 百 千 万 亿? */
  multiplied: boolean
  /** begins with a unit that no digit counts (百, 千万) */
  bare: boolean
  /** 余 and 多 say more, 来 about; they may stand before the last unit (50余万) or behind it */
  more?: '余' | '多' | '来'
  /** only a rough idea of a number: 十几, 二三十, 七八百 */
  vague: boolean
}

/** 3千克, 110千伏, 100兆瓦, 5百分点: this unit of count belongs to the measure that follows. */
const isPrefix = (text: string, i: number): boolean => {
  const c = text.charAt(i)
  const next = text.charAt(i + 1)
  if (c === '百') return next === '帕' || (next === '分' && '点點'.includes(text.charAt(i + 2)) && text.charAt(i + 2) !== '')
  if (c === '千') return ('克米瓦伏卡赫帕焦'.includes(next) && next !== '') || text.startsWith('字节', i + 1)
  return c === '兆' && (('瓦赫帕焦'.includes(next) && next !== '') || text.startsWith('字节', i + 1))
}

/** No number takes more characters in Chinese; what is longer is no numeral but a pattern, and is read in pieces. */
const LONGEST = 64

const DECIMAL = /[.．]/u

/**
 * Reads the longest numeral that begins exactly at `i`; undefined where none does. White space ends it, so a text that was broken into
 * lines is to be squeezed first. Bounded by the numeral's own length; never looks at what stands before `i`.
 */
export function numeralAt(text: string, i: number): Numeral | undefined {
  const sign = SIGN[text.charCodeAt(i)]
  if (sign === Sign.Arabic) return arabicAt(text, i)
  if (sign === Sign.Digit || sign === Sign.Small || sign === Sign.Tens) return chineseAt(text, i)
  return undefined
}

/** Offset behind a run of Arabic digits. */
function digitsEnd(text: string, i: number): number {
  let end = i
  while (SIGN[text.charCodeAt(end)] === Sign.Arabic) end++
  return end
}

const asciiDigits = (text: string, start: number, end: number): string => {
  let out = ''
  for (let k = start; k < end; k++) {
    const c = text.charCodeAt(k)
    if (SIGN[c] === Sign.Arabic) out += String.fromCharCode(0x30 + (VALUE[c] ?? 0))
  }
  return out
}

/** An Arabic numeral with its units of count: 1,234.5 · 4.4亿 · 50余万 · 3亿5000万 · 3万4000. */
function arabicAt(text: string, i: number): Numeral {
  let end = digitsEnd(text, i)
  // thousands separators: groups of three to the end of the digits
  if (end - i <= 3) {
    let p = end
    while (/[,]/u.test(text.charAt(p)) && digitsEnd(text, p + 1) === p + 4) p += 4
    if (p > end) end = p
  }
  const whole = asciiDigits(text, i, end)
  let fraction = ''
  if (DECIMAL.test(text.charAt(end))) {
    const to = digitsEnd(text, end + 1)
    fraction = asciiDigits(text, end + 1, to)
    if (to > end + 1) end = to
  }
  const parts = new Parts()
  parts.number(Number(whole))
  let power = 0
  let unit = Infinity
  let more: Numeral['more']
  for (;;) {
    const c = text.charCodeAt(end)
    const s = SIGN[c]
    if ((s === Sign.Small && VALUE[c] !== 10 && !isPrefix(text, end)) || (s === Sign.Large && !isPrefix(text, end))) {
      if (fraction === '' && !parts.unit(VALUE[c] ?? 1, s === Sign.Large)) break
      unit = VALUE[c] ?? 1
      power += Math.log10(unit)
      end++
      continue
    }
    if (fraction === '' && more === undefined && power > 0) {
      // 3亿5000万, 7万5千, 1千零20, 3万4000
      const zero = VALUE[c] === 0 && s === Sign.Digit ? 1 : 0
      const from = end + zero
      const to = digitsEnd(text, from)
      const next = SIGN[text.charCodeAt(to)]
      const counted = to > from && to - from <= 4 && (next === Sign.Small || next === Sign.Large) && ((VALUE[text.charCodeAt(to)] ?? 0) < unit || (unit < 1e4 && next === Sign.Large)) && VALUE[text.charCodeAt(to)] !== 10 && !isPrefix(text, to)
      const filling = to > from && !DECIMAL.test(text.charAt(to)) && (zero === 1 || 10 ** (to - from) === unit) && 10 ** (to - from) <= unit
      if (!counted && !filling) break
      parts.number(Number(asciiDigits(text, from, to)))
      end = to
      if (!counted) break
      continue
    }
    break
  }
  const found = moreAt(text, end, fraction === '' && whole.endsWith('0') && end - i < 4)
  if (found !== undefined) {
    more = found
    end++
    for (;;) {
      const c = text.charCodeAt(end)
      const s = SIGN[c]
      if (!(s === Sign.Small || s === Sign.Large) || VALUE[c] === 10 || isPrefix(text, end)) break
      if (fraction === '' && !parts.unit(VALUE[c] ?? 1, s === Sign.Large)) break
      power += Math.log10(VALUE[c] ?? 1)
      end++
    }
  }
  const value = fraction === '' ? parts.value(whole, power) : Number(`${whole}.${fraction}e${power}`)
  return { end, value, arabic: true, multiplied: power > 0, bare: false, vague: false, ...(more === undefined ? {} : { more }) }
}

/** 余, 多 or 来 behind a number, where it does not begin another word (多样, 来自); 来 only behind a round one (十来个). */
function moreAt(text: string, i: number, round: boolean): Numeral['more'] {
  const c = text.charAt(i)
  if (c === '余' || c === '餘') return '余'
  if (c === '多') return /^(?:样|元化|边|层|维|极|方面|重|轮|党|民族|式)/u.test(text.slice(i + 1, i + 3)) ? undefined : '多'
  if (c === '来' && round) return /^[自源到临访华宾电信回看说讲函]/u.test(text.slice(i + 1, i + 2)) ? undefined : '来'
  return undefined
}

/**
 * The value of a numeral while its digits and units come in. It is held in two halves, above and below a hundred million, so that whole
 * numbers keep all their digits far beyond 2^53.
 */
class Parts {
  private high = 0
  private low = 0
  private section = 0
  private digit: number | undefined
  private smallest = Infinity
  units = 0

  number(value: number): void {
    this.digit = value
  }

  /** Takes a unit in; false where it cannot stand here. */
  unit(value: number, large: boolean): boolean {
    if (!large) {
      if (value >= this.smallest) return false
      this.section += (this.digit ?? 1) * value
      this.digit = undefined
      this.smallest = value
      this.units++
      return true
    }
    const below = this.section + (this.digit ?? 0)
    if (value === 1e4) {
      if (below === 0 && this.low === 0) return false
      // 四万万: a second 万 counts all that stands before it
      this.low = below === 0 ? this.low * 1e4 : this.low + below * 1e4
      if (this.low >= 1e8) {
        this.high += Math.floor(this.low / 1e8)
        this.low %= 1e8
      }
    } else {
      const all = this.low + below
      if (all === 0) return false
      this.high += value === 1e8 ? all : all * 1e4
      this.low = 0
    }
    this.section = 0
    this.digit = undefined
    this.smallest = Infinity
    this.units++
    return true
  }

  /** The whole number as decimal digits. */
  digits(): string {
    const low = this.low + this.section + (this.digit ?? 0)
    const high = this.high + Math.floor(low / 1e8)
    return high === 0 ? String(low) : String(high) + String(low % 1e8).padStart(8, '0')
  }

  value(whole: string, power: number): number {
    return this.units === 0 ? Number(`${whole}e${power}`) : Number(this.digits())
  }
}

/** A Chinese numeral: 一百二十余 · 二〇二四 · 三点五亿 · 壹佰贰拾 · 一万二 (12000) · 十几 · 七八百. */
function chineseAt(text: string, i: number): Numeral | undefined {
  const first = SIGN[text.charCodeAt(i)]
  const parts = new Parts()
  let end = i
  let digit = -1
  let lastUnit = 0
  let zero = false
  let vague = false
  let power = 0
  let multiplied = false
  while (end - i < LONGEST) {
    const code = text.charCodeAt(end)
    const s = SIGN[code]
    const value = VALUE[code] ?? 0
    if (s === Sign.Digit) {
      const two = text.charAt(end) === '两' || text.charAt(end) === '兩'
      if (digit > 0) {
        // 二〇二四 and 一二三: digits by position; 二三十, 十七八: an estimate
        if (two) break
        if (lastUnit === 0) {
          const to = positionalEnd(text, i)
          const unit = SIGN[text.charCodeAt(to)]
          if (to - i === 2 && (unit === Sign.Small || unit === Sign.Large)) {
            vague = true
            digit = value
            end++
            continue
          }
          return { end: to, value: Number(positional(text, i, to)), arabic: false, multiplied: false, bare: false, vague: false }
        }
        vague = true
      }
      // 三千两百两: behind a whole number 两 is the unit of weight, unless a unit of count follows
      if (two && end > i && !isUnit(SIGN[text.charCodeAt(end + 1)])) break
      if (digit === 0 && value === 0) break
      digit = value
      if (value === 0) zero = true
      parts.number(value)
      end++
      if (value === 0 && end - 1 === i && SIGN[text.charCodeAt(end)] === Sign.Digit) {
        const to = positionalEnd(text, i)
        return { end: to, value: Number(positional(text, i, to)), arabic: false, multiplied: false, bare: false, vague: false }
      }
    } else if (s === Sign.Tens) {
      if (end > i && lastUnit !== 100) break
      parts.number(value / 10)
      if (!parts.unit(10, false)) break
      digit = -1
      lastUnit = 10
      end++
    } else if (s === Sign.Small || s === Sign.Large) {
      if (s === Sign.Large && end === i) break
      if (isPrefix(text, end)) break
      if (digit === 0) parts.number(s === Sign.Large ? 0 : 1)
      if (!parts.unit(value, s === Sign.Large)) break
      digit = -1
      zero = false
      lastUnit = value
      if (value > 10) multiplied = true
      end++
    } else if ((text.charAt(end) === '点' || text.charAt(end) === '點') && end > i && !vague) {
      const to = positionalEnd(text, end + 1)
      const behind = SIGN[text.charCodeAt(to)]
      // 三点五十分: a time of day
      if (to === end + 1 || behind === Sign.Small) break
      let whole = digit > 0 && lastUnit >= 100 && !zero ? String(Number(parts.digits()) - digit + (digit * lastUnit) / 10) : parts.digits()
      whole = `${whole}.${positional(text, end + 1, to)}`
      end = to
      while (SIGN[text.charCodeAt(end)] === Sign.Large && !isPrefix(text, end)) {
        power += Math.log10(VALUE[text.charCodeAt(end)] ?? 1)
        end++
      }
      return { end, value: Number(`${whole}e${power}`), arabic: false, multiplied: multiplied || power > 0, bare: false, vague: false }
    } else {
      break
    }
  }
  if (end === i) return undefined
  let extra = 0
  if (digit > 0 && lastUnit >= 100 && !zero && !vague) extra = (digit * lastUnit) / 10 - digit
  let more = end - i === 1 && digit >= 0 ? undefined : moreAt(text, end, true)
  const some = (text.charAt(end) === '几' || text.charAt(end) === '幾') && lastUnit > 0
  if (more !== undefined || some) {
    const to = end + 1
    const large = SIGN[text.charCodeAt(to)]
    if (some || more !== '来' || large === Sign.Large || lastUnit > 0) {
      end = to
      vague ||= some
      for (;;) {
        const code = text.charCodeAt(end)
        const s = SIGN[code]
        if (!(s === Sign.Large || s === Sign.Small) || isPrefix(text, end) || !parts.unit(VALUE[code] ?? 1, s === Sign.Large)) break
        multiplied = true
        end++
      }
    } else more = undefined
  }
  return {
    end,
    value: Number(parts.digits()) + extra,
    arabic: false,
    multiplied,
    bare: first === Sign.Small && (VALUE[text.charCodeAt(i)] ?? 0) > 10,
    vague,
    ...(more === undefined ? {} : { more }),
  }
}

const isUnit = (sign: number | undefined): boolean => sign === Sign.Small || sign === Sign.Large

/** Offset behind a run of Chinese digits that stand for themselves; 两 is none of them. */
function positionalEnd(text: string, i: number): number {
  let end = i
  while (end - i < LONGEST && SIGN[text.charCodeAt(end)] === Sign.Digit && text.charAt(end) !== '两' && text.charAt(end) !== '兩') end++
  return end
}

function positional(text: string, start: number, end: number): string {
  let out = ''
  for (let k = start; k < end; k++) out += String(VALUE[text.charCodeAt(k)] ?? 0)
  return out
}
