import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphsIn, type PrintParagraph } from '#core/print/model.ts'
import { officialOptionsSchema, type OfficialOptions } from '#core/print/options.ts'
import { printOfficial } from '#core/print/official.ts'
import { writtenDate } from '#core/print/written-date.ts'
import { makeReport } from '../make-report.ts'

/** The paragraphs behind the only one of text. */
function below(options: Parameters<typeof officialOptionsSchema.parse>[0]): PrintParagraph[] {
  const all = paragraphsIn(printOfficial(makeReport(['正文。']), officialOptionsSchema.parse(options)))
  return all.slice(all.findIndex(({ source }) => source === 'p1') + 1)
}
const textOf = ({ runs }: PrintParagraph): string => runs.map(({ text }) => text).join('')
/** a cell of the grid (156 mm by 28) in characters of 16 pt */
const CELL = ((156 / 28) * (72 / 25.4)) / 16
const rounded = (n: number): number => Math.round(n * 100) / 100

describe('attachments (GB/T 9704—2012, 7.3.4)', () => {
  it('one has no number and no mark behind it', () => {
    const [empty, first, ...more] = below({ attachments: ['2025年重点协商议题一览表。'] })
    expect([empty?.runs, more]).toEqual([[], []])
    expect(first && textOf(first)).toBe('附件：2025年重点协商议题一览表')
    // 左空二字; the name goes on under its own first character
    expect([(first?.left ?? 0) + (first?.indent ?? 0), first?.left]).toEqual([2, 2 + 2.96])
  })
  it('several are numbered; numbers stand below each other and each name goes on under its first character', () => {
    const [, ...lines] = below({ attachments: ['提案办理情况', '《协商议题》', '名单'], latin: 'eastAsia' })
    expect(lines.map(textOf)).toEqual(['附件：1.提案办理情况', '2.《协商议题》', '3.名单'])
    expect(lines.map(({ left = 0, indent = 0 }) => Math.round((left + indent) * 10) / 10)).toEqual([2, 5, 5])
    expect(new Set(lines.map(({ left }) => left)).size).toBe(1)
  })
  it('stand behind an empty line that does not part from the text', () => {
    const all = paragraphsIn(printOfficial(makeReport(['正文。']), officialOptionsSchema.parse({ attachments: ['甲', '乙'] })))
    expect(all.slice(-4).map(({ keepWithNext }) => keepWithNext ?? false)).toEqual([true, true, false, false])
  })
})

describe('signature and date without a seal (GB/T 9704—2012, 7.3.5.2)', () => {
  const signed = (name: string, date: string, latin: OfficialOptions['latin'] = 'times') => below({ signature: { show: true, name, date }, latin })
  it('a long name stands two characters from the right, the date begins two characters behind its beginning', () => {
    const [, name, date] = signed('中国人民政治协商会议开化县委员会', '2025年1月8日')
    // 28 − 2 − 16 cells from the left
    expect([name?.left, date?.left]).toEqual([rounded(10 * CELL), rounded(12 * CELL)])
  })
  it('a date that is longer than the name stands two characters from the right, and the name makes room', () => {
    const [, name, date] = signed('开化县政协', '2025年12月28日')
    // the date is 7 wide, begins at 28 − 2 − 7 and the name two before it
    expect([name?.left, date?.left]).toEqual([rounded(17 * CELL), rounded(19 * CELL)])
  })
  it('of several bodies the names begin under each other, the longest two characters from the right', () => {
    const [, ...lines] = signed('开化县政协办公室\n开化县提案委', '2025年1月8日')
    expect(lines.map(({ left }) => left)).toEqual([18, 18, 20].map((cells) => rounded(cells * CELL)))
  })
  it('a name that is longer than a line begins at the left and leaves two characters on the right', () => {
    const [, name, date] = signed('中国人民政治协商会议'.repeat(4), '2025年1月8日')
    expect([name?.left, name?.right, date?.left]).toEqual([0, 2, rounded(2 * CELL)])
  })
  it('what is empty or not wanted is left out', () => {
    expect(signed('', '').length).toBe(0)
    expect(signed('甲县政协', '').map(textOf)).toEqual(['', '甲县政协'])
    expect(signed('', '2025年1月8日').map(textOf)).toEqual(['', '2025年1月8日'])
    expect(below({ signature: { show: false, name: '甲县政协', date: '2025年1月8日' } })).toEqual([])
  })
  it('no part of it begins a page alone', () => {
    const all = paragraphsIn(printOfficial(makeReport(['正文。']), officialOptionsSchema.parse({ attachments: ['甲', '乙'], signature: { show: true, name: '甲县政协', date: '2025-1-8' } })))
    expect(all.slice(-7).map(({ keepWithNext }) => keepWithNext ?? false)).toEqual([true, true, false, true, true, true, false])
    expect(textOf(all.at(-1) ?? { style: 'body', runs: [] })).toBe('2025年1月8日')
  })
  it('the date begins two cells behind the beginning of the name, whatever their lengths, and neither leaves the line', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{1,24}$/u), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (name, month, day) => {
        const [, first, second] = signed(name, `2025年${month}月${day}日`)
        const cells = (p: PrintParagraph | undefined): number => (p?.left ?? 0) / CELL
        const dayWidth = 5 + String(month).length / 2 + String(day).length / 2
        expect(cells(second) - cells(first)).toBeCloseTo(2, 1)
        // the longer of both ends two cells from the right, and nothing beyond the line
        const ends = [cells(first) + name.length, cells(second) + dayWidth]
        expect(ends[dayWidth > name.length ? 1 : 0]).toBeCloseTo(26, 1)
        expect(Math.max(...ends)).toBeLessThan(28.1)
        expect(cells(first)).toBeGreaterThan(-0.1)
      }),
    )
  })
})

it.each([
  ['2025年1月8日', '2025年1月8日'], ['2025年01月08日', '2025年1月8日'], ['2025-01-08', '2025年1月8日'], ['2025.12.31', '2025年12月31日'], ['２０２５／１／８', '2025年1月8日'],
  ['二〇二五年一月八日', '2025年1月8日'], ['二○二四年十二月二十日', '2024年12月20日'], ['2025年13月1日', '2025年13月1日'], ['2025年1月', '2025年1月'], ['', ''],
])('7.3.5.4: %s is written %s', (given, written) => expect(writtenDate(given)).toBe(written))

describe('options of the official profile', () => {
  const model = (options: Parameters<typeof officialOptionsSchema.parse>[0]) => printOfficial(makeReport(['正文。'], { subtitle: '——副题', byline: '张三' }), officialOptionsSchema.parse(options))
  it('lead sentences bold, 楷体 or plain', () => {
    expect(model({}).lead).toEqual({ bold: true })
    expect(model({ lead: 'kaiti' }).lead).toEqual({ bold: false, font: { eastAsia: '楷体_GB2312', ascii: 'Times New Roman' } })
    expect(model({ lead: 'plain' }).lead).toEqual({ bold: false })
  })
  it('numerals in Times New Roman or in the Chinese face of each style', () => {
    for (const style of Object.values(model({}).styles)) expect(style.font.ascii).toBe('Times New Roman')
    for (const style of Object.values(model({ latin: 'eastAsia' }).styles)) expect(style.font.ascii).toBe(style.font.eastAsia)
  })
  it('says of each paragraph what of the report it is', () => {
    expect(paragraphsIn(model({})).map(({ source }) => source)).toEqual(['title', 'subtitle', 'byline', undefined, 's1', 'p1'])
  })
})
