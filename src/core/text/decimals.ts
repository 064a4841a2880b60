/** Numbers as the digits that write them: no rounding but the one that is asked for, no exponents. */

/** A number times a power of ten, as a decimal without exponent or needless noughts: shiftedDecimal(440000000, -8) is 4.4. */
export function shiftedDecimal(value: number, power: number): string {
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent) + power
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(1, point)
  const left = padded.slice(0, at).replace(/^0+(?=\d)/u, '')
  const right = padded.slice(at).replace(/0+$/u, '')
  return (value < 0 ? '-' : '') + left + (right === '' ? '' : `.${right}`)
}

/** A decimal without sign rounded half up to so many places, needless noughts left out. */
export function roundedDecimal(decimal: string, places: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.')
  if (fraction.length <= places) return decimal
  const kept = BigInt(whole + fraction.slice(0, places)) + (fraction.charAt(places) >= '5' ? 1n : 0n)
  const digits = String(kept).padStart(places + 1, '0')
  const right = digits.slice(digits.length - places).replace(/0+$/u, '')
  const left = places === 0 ? digits : digits.slice(0, -places)
  return places === 0 || right === '' ? left : `${left}.${right}`
}

const DIGITS = '零一二三四五六七八九'

/** A whole number from 0 below 10¹⁶ as a Chinese numeral: 一百二十, 一万零五, 十六. Throws RangeError outside of that. */
export function chineseInteger(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n >= 1e16) throw new RangeError(`no whole number below 10^16: ${n}`)
  if (n === 0) return '零'
  let out = ''
  let gap = false
  for (const [unit, size] of [['万亿', 1e12], ['亿', 1e8], ['万', 1e4], ['', 1]] as const) {
    const group = Math.floor(n / size) % 1e4
    if (group === 0) {
      gap = out !== ''
      continue
    }
    if (out !== '' && (gap || group < 1000)) out += '零'
    out += below10000(group) + unit
    gap = false
  }
  return out.replace(/^一十/u, '十')
}

function below10000(n: number): string {
  let out = ''
  let gap = false
  for (const [unit, size] of [['千', 1000], ['百', 100], ['十', 10], ['', 1]] as const) {
    const digit = Math.floor(n / size) % 10
    if (digit === 0) {
      gap = out !== ''
      continue
    }
    out += (gap ? '零' : '') + DIGITS.charAt(digit) + unit
    gap = false
  }
  return out
}

const FINANCIAL: Readonly<Record<string, string>> = { 一: '壹', 二: '贰', 两: '贰', 三: '叁', 四: '肆', 五: '伍', 六: '陆', 七: '柒', 八: '捌', 九: '玖', 十: '拾', 百: '佰', 千: '仟' }

/** A Chinese numeral in the capital digits of vouchers (支付结算办法 annex 1): 拾陆 becomes 壹拾陆. */
export const financial = (numeral: string): string => [...numeral.replace(/^十/u, '一十')].map((c) => FINANCIAL[c] ?? c).join('')
