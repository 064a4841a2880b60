import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withMatch, withoutMatches, withoutPartner } from '#core/edit/matches.ts'
import type { Counterpart, Match } from '#core/model/inline.ts'

const figure: fc.Arbitrary<Counterpart> = fc.constantFrom('1件', '2件', '3件').map((text) => ({ paragraphId: 'p', text, indicator: '提案', before: '', after: '' }))
const report = fc.constantFrom('a', 'b')
const match: fc.Arbitrary<Match> = fc.oneof(
  fc.record({ verdict: fc.constant('same' as const), reportId: report, figure }),
  fc.record({ verdict: fc.constant('different' as const), reportId: report, figure }),
  fc.record({ verdict: fc.constant('none' as const), reportId: report }),
)
const afterAll = (words: readonly Match[]): Match[] => words.reduce<Match[]>((kept, word) => withMatch(kept, word), [])

describe('the editor’s words on one figure', () => {
  it('the last one holds, and never two that contradict each other', () => {
    fc.assert(
      fc.property(fc.array(match, { minLength: 1, maxLength: 12 }), (words) => {
        const kept = afterAll(words)
        expect(kept.at(-1)).toEqual(words.at(-1))
        for (const id of ['a', 'b']) {
          const own = kept.filter((m) => m.reportId === id)
          const positive = own.filter((m) => m.verdict !== 'different')
          expect(positive.length).toBeLessThanOrEqual(1)
          const broken = own.flatMap((m) => (m.verdict === 'different' ? [m.figure.text] : []))
          expect(new Set(broken).size).toBe(broken.length)
          for (const m of positive) if (m.verdict === 'same') expect(broken).not.toContain(m.figure.text)
        }
      }),
    )
  })
  it('words on another report are left alone', () => {
    fc.assert(fc.property(fc.array(match), match, (words, word) => {
      const [before, after] = [afterAll(words), afterAll([...words, word])].map((list) => list.filter((m) => m.reportId !== word.reportId))
      expect(after).toEqual(before)
    }))
  })
  it('are taken back by report, or by partner', () => {
    fc.assert(fc.property(fc.array(match), (words) => {
      const kept = afterAll(words)
      expect(withoutMatches(kept, 'a').some((m) => m.reportId === 'a')).toBe(false)
      expect(withoutPartner(kept, 'a').some((m) => m.reportId === 'a' && m.verdict === 'same')).toBe(false)
    }))
  })
})
