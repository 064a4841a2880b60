import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileStem } from '#core/text/file-name.ts'

it.each([
  ['2024年 工作/综述', '2024年 工作 综述'],
  ['CON', 'CON_'],
  ['lpt1', 'lpt1_'],
  ['控制台', '控制台'],
  ['报告\u202e3.…', '报告3.…'],
  ['报告. ', '报告'],
  [' /:* ', '工作报告'],
])('%j is %j', (words, stem) => expect(fileStem(words, '工作报告')).toBe(stem))
it('any words: nothing that a system refuses, no character cut in two, as long as allowed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (words) => {
      const stem = fileStem(words, '工作报告', 20)
      expect(stem).not.toMatch(/[\\/:*?"<>|\p{Cc}]|[. ]$|^$/u)
      expect(stem).not.toMatch(/[\ud800-\udfff]/u)
      expect(Array.from(stem).length).toBeLessThanOrEqual(20)
    }),
  )
})
