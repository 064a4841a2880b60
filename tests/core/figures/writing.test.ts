import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseInteger, roundedDecimal, shiftedDecimal } from '#core/text/decimals.ts'
import { readSurface, resolutionOf, writeLike } from '#core/figures/writing.ts'
import type { CoreKind } from '#core/model/inline.ts'
import { readChinese } from '#core/text/numerals.ts'

const held = (unit: string, kind: CoreKind = 'quantity'): { unit: string; kind: CoreKind } => ({ unit, kind })

/** Surfaces of every form, each with values that the form can say. */
const whole = fc.integer({ min: 1, max: 9_999_999 })
const oneDecimal = fc.integer({ min: 11, max: 99_999 }).map((n) => n / 10)
const FORMS: readonly [surface: string, unit: string, kind: CoreKind, values: fc.Arbitrary<number>][] = [
  ['168件', '件', 'quantity', whole],
  ['1,234件', '件', 'quantity', whole],
  ['１２３件', '件', 'quantity', whole],
  ['二十三场', '场', 'quantity', fc.integer({ min: 10, max: 99_999_999 })],
  ['近300名', '名', 'quantity', whole],
  ['300余名', '名', 'quantity', fc.integer({ min: 1, max: 99_999 }).map((n) => n * 10)],
  ['一百二十余次', '次', 'quantity', fc.integer({ min: 2, max: 9_999 }).map((n) => n * 10)],
  ['20余万人次', '人次', 'quantity', fc.integer({ min: 1, max: 9_999 }).map((n) => n * 10_000)],
  ['195万余元', '元', 'money', fc.integer({ min: 1, max: 9_999 }).map((n) => n * 10_000)],
  ['4.4亿元', '元', 'money', fc.integer({ min: 100, max: 99_999 }).map((n) => n * 1e6)],
  ['1.2万亿元', '元', 'money', fc.integer({ min: 100, max: 99_999 }).map((n) => n * 1e10)],
  ['3亿5000万元', '元', 'money', fc.integer({ min: 100, max: 99_999 }).map((n) => n * 1e6)],
  ['5.6万元', '元', 'money', fc.integer({ min: 100, max: 99_999 }).map((n) => n * 100)],
  ['59.4%', '%', 'percent', oneDecimal],
  ['8%', '%', 'percent', oneDecimal],
  ['百分之八十', '%', 'percent', oneDecimal],
  ['千分之三', '%', 'percent', fc.integer({ min: 1, max: 999 }).map((n) => n / 10)],
  ['八成', '%', 'percent', fc.integer({ min: 10, max: 100 })],
  ['-1.48‰', '‰', 'percent', fc.integer({ min: -9_999, max: 9_999 }).filter((n) => n !== 0).map((n) => n / 100)],
  ['12.7个百分点', '百分点', 'percent', oneDecimal],
  ['80%以上', '%', 'percent', fc.integer({ min: 1, max: 100 })],
  ['5%左右', '%', 'percent', oneDecimal],
  ['约3.5公里', '公里', 'quantity', oneDecimal],
  ['三分之二', '', 'quantity', fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 9 })).filter(([a, b]) => a < b).map(([a, b]) => a / b)],
  ['3/4', '', 'quantity', fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 9 })).filter(([a, b]) => a < b).map(([a, b]) => a / b)],
  ['翻两番', '番', 'quantity', fc.integer({ min: 1, max: 5 })],
  ['3.6倍', '倍', 'quantity', oneDecimal],
  ['壹佰贰拾元', '元', 'money', fc.integer({ min: 10, max: 99_999_999 })],
  ['39微克/立方米', '微克/立方米', 'quantity', oneDecimal],
]

describe('a value written in the form of a figure', () => {
  it.each(FORMS)('%s gives the value back when it is read', (surface, unit, kind, values) => {
    const was = readSurface(surface, held(unit, kind))
    expect(was?.unit).toBe(unit)
    fc.assert(fc.property(values, (value) => {
      const written = writeLike(surface, { value }, held(unit, kind))
      const read = written && readSurface(written.text, held(unit, kind))
      expect(written?.exact, `${value} as ${surface}: ${written?.text ?? 'nothing'}`).toBe(true)
      expect(Math.abs((read?.value ?? Number.NaN) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-12)
      expect([read?.unit, read?.approx, read?.kind]).toEqual([was?.unit, was?.approx, was?.kind])
    }), { numRuns: 200 })
  })

  it('of a range gives both ends back', () => {
    fc.assert(fc.property(fc.constantFrom(['6至8次', '次', 'quantity'] as const, ['6%—6.5%', '%', 'percent'] as const, ['3—5亿元', '元', 'money'] as const, ['3万元至5万元', '元', 'money'] as const), fc.integer({ min: 2, max: 400 }), fc.integer({ min: 1, max: 300 }), ([surface, unit, kind], low, more) => {
      const scale = unit === '元' ? (surface.includes('亿') ? 1e8 : 1e4) : 1
      const to = { value: low * scale, high: (low + more) * scale }
      const written = writeLike(surface, to, held(unit, kind))
      const read = written && readSurface(written.text, held(unit, kind))
      expect([read?.value, read?.high]).toEqual([to.value, to.high])
    }))
  })

  it('is rounded as the form states it where it has too many digits, and says so', () => {
    fc.assert(fc.property(fc.integer({ min: 100_000_000, max: 900_000_000_000 }), (value) => {
      const written = writeLike('4.4亿元', { value }, held('元', 'money'))
      const read = written && readSurface(written.text, held('元', 'money'))
      expect(Math.abs((read?.value ?? Number.NaN) - value)).toBeLessThanOrEqual(resolutionOf(written?.text ?? '') / 2)
      expect(written?.exact).toBe(read?.value === value)
      expect(written?.text).toMatch(/亿元$/u)
    }))
  })

  it.each([
    ['4.4亿元', 456_000_000, '元', '4.56亿元'], ['4.4亿元', 456_780_000, '元', '4.6亿元'], ['4.4亿元', 23_000, '元', '2.3万元'], ['4.4亿元', 2.3e12, '元', '2.3万亿元'], ['1.2万名', 987, '名', '987名'],
    ['二十三场', 2, '场', '两场'], ['二十三场', 107, '场', '一百零七场'], ['八成', 82, '%', '82%'], ['两倍多', 3, '倍', '三倍多'], ['近300名', 350, '名', '近350名'],
  ] as const)('%s for %d', (surface, value, unit, text) => expect(writeLike(surface, { value }, held(unit, unit === '元' ? 'money' : unit === '%' ? 'percent' : 'quantity'))?.text).toBe(text))

  it('is refused where the form cannot say it', () => {
    expect(writeLike('168件', { value: 3, high: 5 }, held('件'))).toBeUndefined()
    expect(writeLike('三分之二', { value: 0.123456 }, held(''))).toBeUndefined()
    expect(writeLike('若干件', { value: 3 }, held('件'))).toBeUndefined()
  })
})

describe('decimals', () => {
  it('Chinese numerals are read as they are written', () => {
    fc.assert(fc.property(fc.maxSafeNat().map((n) => n % 1e12), (n) => {
      expect(readChinese(chineseInteger(n))).toBe(n)
    }), { numRuns: 1000 })
  })
  it('shift and round without the noise of binary fractions', () => {
    expect([shiftedDecimal(440_000_000, -8), shiftedDecimal(0.07, 2), shiftedDecimal(1e21, 0), shiftedDecimal(1e-7, 0), shiftedDecimal(1.1, 8), shiftedDecimal(0, 4)]).toEqual(['4.4', '7', '1000000000000000000000', '0.0000001', '110000000', '0'])
    expect([roundedDecimal('59.42028', 1), roundedDecimal('4.65', 1), roundedDecimal('99.96', 1), roundedDecimal('0.96', 0), roundedDecimal('12.30', 2), roundedDecimal('1.004', 2)]).toEqual(['59.4', '4.7', '100', '1', '12.30', '1'])
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).filter((n) => n === 0 || Math.abs(n) > 1e-9), (n) => {
      expect(Number(shiftedDecimal(n, 0))).toBe(n === 0 ? 0 : n)
    }))
  })
})
