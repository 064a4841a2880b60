import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTyped, readTypedLike } from '#core/edit/typed.ts'
import { kindOfUnit } from '#core/figures/unit-scale.ts'
import type { Approx } from '#core/model/inline.ts'

const read = (typed: string, unit: string) => readTyped(typed, { unit, kind: kindOfUnit(unit) })

describe('what a person types', () => {
  it.each<[typed: string, unit: string, text: string, value: number, approx: Approx, high?: number]>([
    ['二十三场', '场', '二十三场', 23, 'exact'],
    ['23场', '场', '23场', 23, 'exact'],
    ['三件', '件', '三件', 3, 'exact'],
    ['两家', '家', '两家', 2, 'exact'],
    ['廿三', '件', '廿三件', 23, 'exact'],
    ['一百二十余', '次', '一百二十余次', 120, 'over'],
    ['约50', '件', '约50件', 50, 'about'],
    ['大约50件', '件', '大约50件', 50, 'about'],
    ['50左右', '件', '50件左右', 50, 'about'],
    ['50以上', '件', '50件以上', 50, 'over'],
    ['80%以上', '%', '80%以上', 80, 'over'],
    ['80以上', '%', '80%以上', 80, 'over'],
    ['超过80', '%', '超过80%', 80, 'over'],
    ['不足50', '件', '不足50件', 50, 'under'],
    ['近300名', '名', '近300名', 300, 'under'],
    ['近300', '名', '近300名', 300, 'under'],
    ['300多', '名', '300多名', 300, 'over'],
    ['300余名', '名', '300余名', 300, 'over'],
    ['1.2亿', '元', '1.2亿元', 120000000, 'exact'],
    ['约1.2亿', '元', '约1.2亿元', 120000000, 'about'],
    ['1.2亿多', '元', '1.2亿多元', 120000000, 'over'],
    ['5.6万元', '元', '5.6万元', 56000, 'exact'],
    ['5.6', '万元', '5.6万元', 56000, 'exact'],
    ['5.6万', '万元', '5.6万元', 56000, 'exact'],
    ['1.2亿元', '万元', '1.2亿元', 120000000, 'exact'],
    ['近5.6', '万元', '近5.6万元', 56000, 'under'],
    ['12', '万人次', '12万人次', 120000, 'exact'],
    ['4.4', '亿元', '4.4亿元', 440000000, 'exact'],
    ['２３', '件', '23件', 23, 'exact'],
    ['８０％以上', '%', '80%以上', 80, 'over'],
    ['1,234', '件', '1,234件', 1234, 'exact'],
    ['1，234', '件', '1,234件', 1234, 'exact'],
    ['1 234 567', '元', '1234567元', 1234567, 'exact'],
    ['1,234.50', '元', '1,234.50元', 1234.5, 'exact'],
    ['百分之八十', '%', '百分之八十', 80, 'exact'],
    ['-3.2', '%', '-3.2%', -3.2, 'exact'],
    ['-3.2%', '%', '-3.2%', -3.2, 'exact'],
    ['+5.1%', '%', '5.1%', 5.1, 'exact'],
    ['0.8', '百分点', '0.8个百分点', 0.8, 'exact'],
    ['0', '件', '0件', 0, 'exact'],
    ['零', '件', '0件', 0, 'exact'],
    ['50-60', '件', '50-60件', 50, 'exact', 60],
    ['50—60件', '件', '50—60件', 50, 'exact', 60],
    ['350', '天', '350天', 350, 'exact'],
    ['350天', '天', '350天', 350, 'exact'],
    ['近350', '天', '近350天', 350, 'under'],
    ['300位', '名', '300位', 300, 'exact'],
    ['50余', '', '50余', 50, 'over'],
  ])('%s for %s is %s', (typed, unit, text, value, approx, high) => {
    expect(read(typed, unit)).toEqual({ ok: true, text, value, unit: expect.any(String), approx, ...(high === undefined ? {} : { high }) })
  })

  it.each([
    ['18篇', '件', '篇', 18], ['12%', '件', '%', 12], ['5.6万元', '件', '元', 56000], ['300美元', '元', '美元', 300], ['约18篇', '件', '篇', 18],
  ])('%s for %s has another unit, and says so', (typed, unit, other, value) => {
    expect(read(typed, unit)).toMatchObject({ ok: true, unit: other, value, remark: `单位是“${other}”，原来是“${unit}”` })
  })

  it.each(['', '  ', '无', '若干', '十几', '数十', '二三十', '23 45', '1,23', '23件（含并案2件）', '截至12月23件', '23、24', '23；24', '2026-03-04', '3/4', '见附件', '-5', '-5件', '1e3', '5.', '.5', '#REF!', 'TRUE', '同上', '第3', '3月5日', '2021年', '约', '以上', '约约50', '近50以上左右'])(
    'does not guess at %j',
    (typed) => expect(read(typed, '件')).toMatchObject({ ok: false, message: expect.stringMatching(/请输入/u) }),
  )

  it('reads every number back that it is given, in whatever form', () => {
    const units = fc.constantFrom('件', '名', '人次', '元', '%', '家', '天', '公里', '百分点', '场', '')
    const numbers = fc.oneof(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 9_999_999 }).map((n) => n / 100))
    const forms: readonly ((n: string, unit: string) => string)[] = [
      (n) => n,
      (n) => ` ${n} `,
      (n, unit) => n + (unit === '百分点' ? '个百分点' : unit),
      (n, unit) => `${n} ${unit === '百分点' ? '个百分点' : unit}`,
      (n) => n.replace(/\d/gu, (d) => String.fromCharCode(0xff10 + Number(d))),
      (n) => n.replace(/^\d+/u, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')),
    ]
    fc.assert(
      fc.property(numbers, units, fc.constantFrom(...forms), (n, unit, form) => {
        const got = read(form(String(n), unit), unit)
        expect(got).toMatchObject({ ok: true, value: n, approx: 'exact' })
        // what it is written as reads as the same again
        if (got.ok) expect(read(got.text, unit)).toMatchObject({ ok: true, text: got.text, value: n, approx: 'exact' })
      }),
      { numRuns: 2000 },
    )
  })
  it('keeps what was said of how near a number is', () => {
    const said: readonly [before: string, behind: string, approx: Approx][] = [['约', '', 'about'], ['近', '', 'under'], ['超', '', 'over'], ['超过', '', 'over'], ['不足', '', 'under'], ['', '左右', 'about'], ['', '以上', 'over'], ['', '以内', 'under']]
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999_999 }), fc.constantFrom(...said), fc.constantFrom('件', '名', '元', '%', '天', '万元'), fc.boolean(), (n, [before, behind, approx], unit, named) => {
        const got = read(`${before}${n}${named ? unit : ''}${behind}`, unit)
        expect(got).toMatchObject({ ok: true, value: unit === '万元' ? n * 10_000 : n, approx, text: `${before}${n}${unit}${behind}` })
      }),
      { numRuns: 1000 },
    )
  })
})

it.each([
  ['13.9', '13.3亿元', '元', '13.9亿元', 1_390_000_000],
  ['900', '860万元', '元', '900万元', 9_000_000],
  ['26', '20多万人次', '人次', '26万人次', 260_000],
  ['约210', '195万余元', '元', '约210万元', 2_100_000],
  ['9000000', '860万元', '元', '9000000元', 9_000_000],
  ['1.2亿', '9800万元', '元', '1.2亿元', 120_000_000],
  ['450万元', '1.2亿元', '元', '450万元', 4_500_000],
  ['46', '42条', '条', '46条', 46],
  ['41000', '40370元', '元', '41000元', 41_000],
] as const)('%s beside %s is read in its scale', (typed, last, unit, text, value) => {
  expect(readTypedLike(typed, { unit, kind: unit === '元' ? 'money' : 'quantity' }, last)).toMatchObject({ ok: true, text, value, unit })
})
