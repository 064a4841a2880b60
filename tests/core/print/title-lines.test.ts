import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { titleLines } from '#core/print/title-lines.ts'
import { lineWidth } from '#core/text/width.ts'
import { OCCASIONS, SPACED, TITLES } from './titles.ts'

/** 20 characters of 22 pt in 156 mm */
const WIDTH = 20
const broken = (title: string): string => titleLines(title, WIDTH).join('/')

describe('titles are broken as a copy editor breaks them', () => {
  it.each(TITLES.map((allowed) => [allowed[0]?.replaceAll('/', '') ?? '', allowed] as const))('%s', (title, allowed) => expect(allowed).toContain(broken(title)))
  it.each(SPACED)('%s', (title, lines) => expect(broken(title)).toBe(lines))
  it.each(OCCASIONS)('%s', (lines) => expect(titleLines(lines.replaceAll('/', ''), 27).join('/')).toBe(lines))
})

describe('any title', () => {
  const phrases = TITLES.flatMap(([title = '']) => title.split('/'))
  const words = new Intl.Segmenter('zh', { granularity: 'word' })
  /** two to six phrases of real titles in any order */
  const composed = fc.array(fc.constantFrom(...phrases), { minLength: 2, maxLength: 6 }).map((parts) => parts.join(''))

  it('breaks neither inside a word nor before 的 or a mark, and goes over no line', () => {
    fc.assert(
      fc.property(composed, (title) => {
        const lines = titleLines(title, WIDTH)
        expect(lines.join('').replace(/\s/gu, '')).toBe(title.replace(/\s/gu, ''))
        const ends = new Set([...words.segment(title)].map(({ index }) => index))
        let at = 0
        for (const line of lines) {
          at = title.indexOf(line, at)
          expect(at === 0 || ends.has(at) || title[at - 1] === ' ').toBe(true)
          expect(line).not.toMatch(/^[的，、。；：”》）]|[“《（第]$/u)
          expect(lineWidth(line)).toBeLessThanOrEqual(WIDTH)
          at += line.length
        }
        if (lineWidth(title) <= 45) expect(lines.length).toBeLessThanOrEqual(3)
      }),
      { numRuns: 300 },
    )
  })
  it('keeps every character of any text, and whole ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (title) => {
        const lines = titleLines(title, WIDTH)
        expect(lines.join('').replace(/\s/gu, '')).toBe(title.replace(/\s/gu, ''))
        for (const line of lines) expect(line).not.toMatch(/\p{Cs}/u)
      }),
    )
  })
  it('three lines are enough where the characters fit in them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{1,60}$/u), (title) => {
        const lines = titleLines(title, WIDTH)
        expect(lines.join('')).toBe(title)
        expect(lines.length).toBeLessThanOrEqual(title.length <= 45 ? 3 : 4)
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(WIDTH)
      }),
    )
  })
})
