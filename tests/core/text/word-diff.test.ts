import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordChanges, wordsOf } from '#core/text/word-diff.ts'

const said = (before: string, after: string): string =>
  wordChanges(before, after).map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}]` : `[+${text}]`)).join('')

describe('differences by word', () => {
  it.each([
    ['全年收到提案168件，立案143件。', '全年收到提案175件，立案143件。', '全年收到提案[-168件][+175件]，立案143件。'],
    ['占比达到59.4%。', '占比达到61.4%。', '占比达到[-59.4%][+61.4%]。'],
    ['参加活动20多万人次', '参加活动30多万人次', '参加活动[-20多万人次][+30多万人次]'],
    ['投资4.4亿元', '投资5.1亿元', '投资[-4.4亿元][+5.1亿元]'],
    ['2023年工作', '2024年工作', '[-2023年][+2024年]工作'],
    ['提高3个百分点', '提高5个百分点', '提高[-3个百分点][+5个百分点]'],
    ['收到【待填】件', '收到86件', '收到[-【待填】件][+86件]'],
    ['', '新写', '[+新写]'],
    ['删去', '', '[-删去]'],
    ['', '', ''],
    ['提案', '提案', '提案'],
  ])('%s → %s', (before, after, expected) => expect(said(before, after)).toBe(expected))

  it('a particle between two changes goes with them', () => expect(said('委员的建议得到采纳', '群众的呼声得到采纳')).toBe('[-委员的建议][+群众的呼声]得到采纳'))
  it('a mark between two changes stays', () => expect(said('提案；信息。', '视察；调研。')).toBe('[-提案][+视察]；[-信息][+调研]。'))
  it('a number and its unit are one word', () => expect(wordsOf('收到提案1,068件，4.4亿元、约20多万人次')).toEqual(expect.arrayContaining(['1,068件', '4.4亿元', '20多万人次'])))

  const anyText = fc.oneof(fc.string({ unit: fc.constantFrom(...'提案办理协商，。12.5%万件ABc“”\n 全年立案'), maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }))
  it('words joined are the text', () => fc.assert(fc.property(anyText, (text) => { expect(wordsOf(text).join('')).toBe(text) })))
  it('conserve both texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const parts = wordChanges(before, after)
        const of = (kind: string): string => parts.filter((p) => p.kind === 'same' || p.kind === kind).map((p) => p.text).join('')
        expect([of('deleted'), of('inserted')]).toEqual([before, after])
        expect(parts.every((p, k) => p.text !== '' && p.kind !== parts[k - 1]?.kind)).toBe(true)
      }),
    )
  })
  it('of texts that share no sentence the whole is new', () => {
    const before = Array.from({ length: 900 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('、')
    const after = Array.from({ length: 900 }, (_, i) => String.fromCodePoint(0x6000 + i)).join('、')
    expect(wordChanges(before, after)).toEqual([{ kind: 'deleted', text: before }, { kind: 'inserted', text: after }])
  })
})
