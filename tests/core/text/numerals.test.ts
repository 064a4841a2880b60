import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numeralAt } from '#core/text/numeral-at.ts'
import { chineseInteger } from '#core/text/decimals.ts'
import { readChinese, readNumeral } from '#core/text/numerals.ts'

const DIGITS = '零一二三四五六七八九'
const FINANCIAL = '零壹贰叁肆伍陆柒捌玖'

/** Writes a whole number below 10^16 the way a clerk does; the reference that reading is tested against. */
function write(n: bigint, digits: string, units: readonly string[]): string {
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
  if (n === 0n) return digits.charAt(0)
  const large = ['', '万', '亿', '万亿']
  const groups: number[] = []
  for (let rest = n; rest > 0n; rest /= 10000n) groups.push(Number(rest % 10000n))
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

/** Whole numbers of every length up to 10^16. */
const whole = fc.tuple(fc.bigInt({ min: 1n, max: 16n }), fc.bigInt({ min: 1n, max: 10n ** 16n - 1n })).map(([length, n]) => (n % 10n ** length) + (n % 10n ** length === 0n ? 1n : 0n))
const decimals = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 4 })
/** `digits` times ten to the minus `places`, exactly, as a decimal numeral */
const shifted = (digits: string, places: number): string => {
  const padded = digits.padStart(places + 1, '0')
  return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`
}
const fullWidth = (text: string): string => text.replace(/[0-9.]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

describe('numerals', () => {
  it.each([
    ['一百二十', 120], ['二十三', 23], ['十', 10], ['一万二', 12000], ['三百五', 350], ['一百零五', 105], ['二〇二四', 2024], ['两千多'.slice(0, 2), 2000],
    ['三点五', 3.5], ['壹佰贰拾叁', 123], ['一亿零三万', 100030000], ['廿三', 23],
  ])('reads %s as %d', (text, value) => expect(readChinese(text)).toBe(value))

  it.each([['4.4亿', 440000000], ['1.2万亿', 1.2e12], ['1,234.5', 1234.5], ['４２', 42], ['59.4', 59.4], ['195万', 1950000]])('reads %s as %d', (text, value) =>
    expect(readNumeral(text)).toBe(value))

  it('reads back any whole number that was written in Chinese, plain or financial', () => {
    fc.assert(
      fc.property(whole, (n) => {
        expect(readChinese(write(n, DIGITS, ['千', '百', '十', '']))).toBe(Number(n))
        expect(readChinese(write(n, FINANCIAL, ['仟', '佰', '拾', '']))).toBe(Number(n))
      }),
    )
  })

  it('reads back any decimal that was written with digits: plain, grouped, full-width, counted in 万, 亿 and 万亿', () => {
    fc.assert(
      fc.property(whole, decimals, (n, fraction) => {
        const value = Number(fraction === '' ? String(n) : `${n}.${fraction}`)
        const plain = fraction === '' ? String(n) : `${n}.${fraction}`
        const grouped = String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',') + (fraction === '' ? '' : `.${fraction}`)
        for (const text of [plain, grouped, fullWidth(plain)]) expect(readNumeral(text)).toBe(value)
        for (const [unit, power] of [['百', 2], ['千', 3], ['万', 4], ['千万', 7], ['亿', 8], ['万亿', 12]] as const) {
          const text = `${shifted(String(n) + fraction, power + fraction.length)}${unit}`
          expect(readNumeral(text)).toBe(value)
          expect(readNumeral(fullWidth(text))).toBe(value)
        }
      }),
    )
  })

  it('reads back any decimal that was written in Chinese', () => {
    fc.assert(
      fc.property(whole, decimals.filter((d) => d !== ''), (n, fraction) => {
        const point = `点${[...fraction].map((d) => DIGITS[Number(d)] ?? '').join('')}`
        expect(readChinese(write(n, DIGITS, ['千', '百', '十', '']) + point)).toBe(Number(`${n}.${fraction}`))
      }),
    )
  })

  it('reads whole numbers that are put together of counted parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (high, low) => {
        expect(readNumeral(`${high}亿${low}万`)).toBe(high * 1e8 + low * 1e4)
        expect(readNumeral(`${high}万${String(low).padStart(4, '0')}`)).toBe(high * 1e4 + low)
      }),
    )
  })

  it.each([
    ['50余万人', '50余万', 500_000], ['一百二十余条', '一百二十余', 120], ['三千两百两黄金', '三千两百', 3200], ['110千伏', '110', 110], ['100兆瓦', '100', 100],
    ['一百千瓦', '一百', 100], ['八点二十分', '八', 8], ['3亿20个', '3亿', 3e8], ['5百分点', '5', 5], ['十来个', '十来', 10], ['10多样', '10', 10],
  ])('of %s takes %s', (text, surface, value) => {
    const numeral = numeralAt(text, 0)
    expect(text.slice(0, numeral?.end)).toBe(surface)
    expect(numeral?.value).toBe(value)
  })

  it.each(['十几', '二三十', '七八百', '十七八', '二十几万'])('%s is only a rough idea of a number', (text) => expect(numeralAt(text, 0)).toMatchObject({ end: text.length, vague: true }))

  it('counts headings', () => {
    for (let n = 1; n < 100; n++) expect(readChinese(chineseInteger(n))).toBe(n)
    expect(() => chineseInteger(1e16)).toThrow(RangeError)
  })
})
