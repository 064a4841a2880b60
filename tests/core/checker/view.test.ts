import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOSE, INSIDE, OPEN, viewOf } from '#core/checker/view.ts'
import { runningOrdinals, seriesOf } from '#core/checker/running-ordinals.ts'

describe('a view of a paragraph', () => {
  const piece = fc.constantFrom('“', '”', '《', '》', '（', '）', '(', ')', ',', '，', '、', ' ', '\n', '\u3000', '1,234', '15:30', '县政协', '三个方面', '😀', '２０２４', '年')

  it('leads each of its offsets back to where the sign stands in the source', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('')
        const view = viewOf(source)
        expect(view.masked.length).toBe(view.text.length)
        for (let i = 0; i < view.text.length; i++) {
          const there = source.slice(view.at(i), view.endAt(i + 1))
          expect(there.length).toBe(1)
          if (/[\p{Script=Han}“”《》]/u.test(view.text.charAt(i))) expect(there).toBe(view.text.charAt(i))
        }
        expect(view.at(view.text.length)).toBe(source.length)
      }),
    )
  })

  it('takes quotations, titles and brackets as one thing each, and leaves a mark without a partner as it is', () => {
    expect(viewOf('在“一堂 一庭”（试点）').masked).toBe(`在${OPEN}${INSIDE.repeat(4)}${CLOSE}${INSIDE.repeat(4)}`)
    expect(viewOf('擦亮“同心品牌').masked).toBe('擦亮“同心品牌')
  })

  it('reads half-width marks as full-width ones, but not those of numbers', () => {
    expect(viewOf('落实,推进(摘要):1,234人,15:30').text).toBe('落实，推进（摘要）：1,234人，15:30')
  })
})

describe('ordinals in running text', () => {
  const slips = (text: string): [string, number][] => {
    const view = viewOf(text)
    return runningOrdinals(view).flatMap((ordinals) => seriesOf(ordinals).slips.map(({ at, expected }): [string, number] => [view.text.slice(at.start, at.end), expected]))
  }

  it.each([
    ['一是甲；二是乙；三是丙。', []],
    ['一是甲，包括一是子，二是丑；二是乙；三是丙。', []],
    ['一是甲；三是乙；三是丙。', [['三是', 2]]],
    ['一是甲；二是乙；四是丙；五是丁。', [['四是', 3]]],
    ['三是甲；二是乙；三是丙。', [['三是', 1]]],
    ['一是甲；一是乙；三是丙。', [['一是', 2]]],
    ['（1）甲；（2）乙；（2）丙。', [['（2）', 3]]],
    ['坚持一是一、二是二。', []],
  ] as const)('%s', (text, expected) => {
    expect(slips(text)).toEqual(expected)
  })
})
