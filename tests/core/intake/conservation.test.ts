import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import { firstRepeatedId, reportSchema, type Report } from '#core/model/report.ts'

/** The letters, digits and Han characters of a text with how often each stands there: order may change, nothing may be lost or doubled. */
function inventory(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const c of text.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(c, (counts.get(c) ?? 0) + 1)
  return counts
}
const everything = (r: Report): string => [...plainParagraphs(r).map((p) => p.text), ...r.captions, ...r.noise].join('\n')
const recover = (text: string): Report => recoverReport(linesOfText(text), { id: 'x', origin: { from: 'blank' } })

const piece = fc.constantFrom(
  '一、加强学习', '（一）持续推进', '1.完善制度', '2023年工作回顾', '——某县政协2024年工作综述', '2024年1月27日在县政协十届五次会议上', '张三', '▲委员视察现场。',
  '(下转第三版)', '版权和免责声明', '来源:某报', '坚持党的领导 与市委同频共振', '全年召开会议12次，提交提案168件。', '聚焦民生改善', '各位委员：', '共有3', '5件提案', '  ', '',
  '坚持以习近平新时代中国特色社会主义思想为指导，围绕中心、服务大局，', '第一部分 总体情况', '二、团结民主。广泛凝聚共识，画好同心圆。', '—12—', '01/09', '１２３', 'Ａbc def', '😀', '镕喆堃𠮷', '\u200b', '.',
)

describe('conservation', () => {
  it.each(readdirSync('seeds').filter((f) => f.endsWith('.txt')))('keeps every letter, digit and Han character of %s', (file) => {
    const text = readFileSync(`seeds/${file}`, 'utf8')
    expect(inventory(everything(recover(text)))).toEqual(inventory(text))
  })

  it('keeps them for any sequence of lines that reports are made of', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('\n', '\n\n', '\r\n'), (pieces, end) => {
        const text = pieces.join(end)
        const report = recover(text)
        expect(inventory(everything(report))).toEqual(inventory(text))
        expect(reportSchema.safeParse(report).success).toBe(true)
        expect(firstRepeatedId(report)).toBeUndefined()
      }),
      { numRuns: 400 },
    )
  })

  it('keeps them for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(inventory(everything(recover(text)))).toEqual(inventory(text))
      }),
      { numRuns: 300 },
    )
  })
})
