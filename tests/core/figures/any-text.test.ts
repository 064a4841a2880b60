import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isCore } from '#core/figures/figure.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'
import { visible } from '#core/figures/squeeze.ts'

const piece = fc.constantFrom(
  '收到提案', '168', '件', '，', '。', '4.4', '亿元', '近', '300', '名', '百分之八十', '59.4%', '20多万', '人次', '１２', '场', '2024年', '1月27日', '十届五次会议', '“十四五”', '第一', '连续四年', '75周年', '三个方面',
  '分别增长', '10%', '、', '7.9%', '6%—6.5%', '翻一番', '3.6倍', '千分之三', '3/4', '一百二十余次', '\n', ' ', '-', '~', '.', ',', '万', '亿', '十', '〇', '😀', 'GDP', '1+1+6',
)
const text = fc.oneof(fc.array(piece, { maxLength: 40 }).map((p) => p.join('')), fc.string({ unit: 'grapheme', maxLength: 120 }))

it('figures of any text are places in it, in order, without overlap; core figures have a finite value', () => {
  fc.assert(
    fc.property(text, (t) => {
      let end = 0
      for (const figure of recognizeFigures(t)) {
        expect(figure.start).toBeGreaterThanOrEqual(end)
        expect(figure.end).toBeGreaterThan(figure.start)
        expect(figure.end).toBeLessThanOrEqual(t.length)
        expect(figure.text).toBe(visible(t.slice(figure.start, figure.end)))
        end = figure.end
        if (isCore(figure)) {
          expect(Number.isFinite(figure.value)).toBe(true)
          if (figure.high !== undefined) expect(figure.high).toBeGreaterThanOrEqual(figure.value)
        } else if (figure.value !== null || !['quantity', 'percent', 'money'].includes(figure.kind)) expect(figure.indicator).toBe('')
      }
    }),
    { numRuns: 2000 },
  )
})

it('a counted thing is recognised whatever its number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('件', '条', '篇', '次', '场', '名', '人次'), (n, unit) => {
      const figures = recognizeFigures(`全年收到提案${n}${unit}，成效明显。`)
      expect(figures.map(({ value, unit: u, kind }) => ({ value, u, kind }))).toEqual([{ value: n, u: unit, kind: 'quantity' }])
    }),
  )
})
