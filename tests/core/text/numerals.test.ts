import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseNumeral, readChinese, readNumeral } from '#core/text/numerals.ts'

const DIGITS = '零一二三四五六七八九'
const FINANCIAL = '零壹贰叁肆伍陆柒捌玖'

/** Writes a whole number below 10^16 the way a clerk does; the reference that reading is tested against. */
function write(n: number, digits: string, units: readonly string[]): string {
  const group = (g: number): string => {
    let out = ''
    let zero = false
    for (const [i, place] of [1000, 100, 10, 1].entries()) {
      const d = Math.floor(g / place) % 10
      if (d === 0) zero = out !== ''
      else {
        out += (zero ? digits.charAt(0) : '') + digits.charAt(d) + (units[i] ?? '')
        zero = false
      }
    }
    return out
  }
  if (n === 0) return digits.charAt(0)
  const large = ['', '万', '亿', '万亿']
  const groups: number[] = []
  for (let rest = n; rest > 0; rest = Math.floor(rest / 10000)) groups.push(rest % 10000)
  let out = ''
  let pending = false
  for (let i = groups.length - 1; i >= 0; i--) {
    const g = groups[i] ?? 0
    if (g === 0) {
      pending = out !== ''
      if (i === 2 && (groups[3] ?? 0) > 0) out += '亿'
      continue
    }
    if (out !== '' && (pending || g < 1000)) out += digits.charAt(0)
    // 一万二千亿: 万 inside the 亿 group does not repeat 亿
    out += group(g) + (i === 3 ? '万' : (large[i] ?? ''))
    if (i === 3 && (groups[2] ?? 0) === 0) out += '亿'
    pending = false
  }
  return out
}

describe('numerals', () => {
  it.each([
    ['一百二十', 120], ['二十三', 23], ['十', 10], ['一万二', 12000], ['三百五', 350], ['一百零五', 105], ['二〇二四', 2024], ['两千多'.slice(0, 2), 2000],
    ['三点五', 3.5], ['壹佰贰拾叁', 123], ['一亿零三万', 100030000], ['廿三', 23],
  ])('reads %s as %d', (text, value) => expect(readChinese(text)).toBe(value))

  it.each([['4.4亿', 440000000], ['1.2万亿', 1.2e12], ['1,234.5', 1234.5], ['４２', 42], ['59.4', 59.4], ['195万', 1950000]])('reads %s as %d', (text, value) =>
    expect(readNumeral(text)).toBe(value))

  it('reads back any whole number that was written in Chinese, plain or financial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (n) => {
        expect(readChinese(write(n, DIGITS, ['千', '百', '十', '']))).toBe(n)
        expect(readChinese(write(n, FINANCIAL, ['仟', '佰', '拾', '']))).toBe(n)
      }),
    )
  })

  it('counts headings', () => {
    for (let n = 1; n < 100; n++) expect(readChinese(chineseNumeral(n))).toBe(n)
    expect(() => chineseNumeral(100)).toThrow(RangeError)
  })
})
