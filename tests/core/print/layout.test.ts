import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOut, layOutInSteps, type LaidLine, type LaidOut } from '#core/print/layout.ts'
import { isTable, type PrintModel, type PrintParagraph, type PrintRun, type PrintStyle } from '#core/print/model.ts'
import { printOfficial } from '#core/print/official.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { times } from './times.ts'

const base = printOfficial(seedReport(SEEDS[0] ?? ''))
const modelOf = (blocks: PrintModel['blocks'], more: Partial<PrintModel> = {}): PrintModel => ({ ...base, title: '', ...more, blocks })
const paragraph = (text: string, more: Partial<PrintParagraph> = {}): PrintParagraph => ({ style: 'body', runs: text === '' ? [] : [{ text }], ...more })
const textOf = ({ pieces }: Pick<LaidLine, 'pieces'>): string => pieces.map(({ text }) => text).join('')
const linesIn = ({ pages }: LaidOut): LaidLine[] => pages.flatMap(({ lines }) => lines).filter(({ repeated }) => !repeated)
const words = (model: PrintModel): string => model.blocks.map((block) => (isTable(block) ? [...block.table.head, ...block.table.rows].flat().join('') : block.runs.map(({ text }) => text).join(''))).join('').replace(/[\n\r]/gu, '')
const edge = (line: LaidLine): number => Math.max(0, ...line.pieces.filter(({ text }) => text.trim() !== '').map(({ x, width }) => x + width))
const lines = (text: string): string[] => linesIn(layOut(modelOf([paragraph(text, { indent: 0 })]), times)).map(textOf)

const MM = 72 / 25.4
const [LEFT, WIDTH, TOP, HEIGHT] = [28 * MM, 156 * MM, 37 * MM, 225 * MM]
// written beside the implementation's own lists, from Word's options for simplified Chinese
const NEVER_FIRST = /^[，。、；：？！”’）》】〕」』％‰℃…]/u
const NEVER_LAST = /[“‘（《【〔「『￥]$/u

/** Text of reports with what is hard in it: marks in rows, numbers, words, emoji, rare characters, spaces. */
const anyText = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.stringMatching(/^[一-龥]{1,12}$/u) },
    fc.constantFrom('，', '。', '、', '“', '”', '（', '）', '《', '》', '——', '……', '！', '％', '12.5%', '1,234,567.89', 'Internet', 'well-being', ' ', '　', '𠮷', '👨‍👩‍👧', '镕喆堃', '。”', '：“', '①', '·', '2021—2025', 'é'),
  ),
  { maxLength: 60 },
).map((parts) => parts.join(''))

const anyRuns = fc.array(fc.record({ text: anyText, bold: fc.boolean(), lineBreak: fc.boolean() }).map(({ text, bold, lineBreak }): PrintRun => ({ text, ...(bold ? { bold } : {}), ...(lineBreak ? { lineBreak } : {}) })), { maxLength: 4 })
const anyParagraph = fc.record({ style: fc.constantFrom('body', 'heading1', 'heading2', 'title', 'subtitle'), runs: anyRuns, keepWithNext: fc.boolean() }).map(({ style, runs, keepWithNext }): PrintParagraph => ({ style: style as 'body', runs, ...(keepWithNext ? { keepWithNext } : {}) }))
const anyTable = fc.array(fc.tuple(anyText, anyText), { maxLength: 12 }).map((rows) => ({ table: { columns: [{ width: 40, align: 'left' as const }, { width: 100, align: 'right' as const }], head: [['指标', '所在句子']], rows } }))
const anyModel = fc.array(fc.oneof({ weight: 8, arbitrary: anyParagraph }, anyTable), { maxLength: 14 }).map((blocks) => modelOf(blocks))

describe('any document', () => {
  it('has all its text once, in order', () => {
    fc.assert(fc.property(anyModel, (model) => {
      expect(linesIn(layOut(model, times)).map(textOf).join('')).toBe(words(model))
    }))
  })
  it('keeps within the type area, and its pages are never overfull', () => {
    fc.assert(fc.property(anyModel, (model) => {
      for (const { lines: all } of layOut(model, times).pages) {
        for (const line of all) {
          expect(edge(line)).toBeLessThanOrEqual(LEFT + WIDTH + 0.02)
          expect(line.y).toBeGreaterThanOrEqual(TOP - 0.01)
          expect(line.y + line.height).toBeLessThanOrEqual(TOP + HEIGHT + 0.02)
        }
      }
    }))
  })
  it('lays no line upon another', () => {
    fc.assert(fc.property(fc.array(anyParagraph, { maxLength: 20 }), (blocks) => {
      for (const { lines: all } of layOut(modelOf(blocks), times).pages) all.forEach((line, i) => {
        const above = all[i - 1]
        if (above) expect(line.y).toBeGreaterThanOrEqual(above.y + above.height - 0.01)
      })
    }))
  })
  it('begins no line with a closing mark and ends none with an opening one, where a line has a place to be divided at all', () => {
    fc.assert(fc.property(fc.array(anyText, { minLength: 3, maxLength: 12 }), (parts) => {
      const all = lines(parts.join(''))
      all.forEach((line, i) => {
        const before = all[i - 1]
        // a line that is full of what must not be divided leaves no choice
        if (before !== undefined && NEVER_FIRST.test(line)) expect(hasPlace(before + [...line][0])).toBe(false)
        if (i + 1 < all.length && NEVER_LAST.test(line)) expect(hasPlace(line + [...(all[i + 1] ?? '')][0])).toBe(false)
      })
    }))
  })
  it('is the same in steps', () => {
    const model = modelOf(Array.from({ length: 400 }, (_, i) => paragraph(`第${i}段，${'述核报告'.repeat(i % 40)}。`)))
    const steps = layOutInSteps(model, times)
    let count = 0
    for (let step = steps.next(); ; step = steps.next(), count++) if (step.done) {
      expect(step.value).toEqual(layOut(model, times))
      break
    }
    expect(count).toBeGreaterThan(3)
  })
})

/** Could this text be divided anywhere: between two plain Chinese characters? */
const hasPlace = (text: string): boolean => /[一-龥][一-龥]/u.test(text)

describe('a line', () => {
  it('takes 28 characters, a page 22 lines (GB/T 9704—2012, 5.2.4)', () => {
    const laid = layOut(modelOf([paragraph('述'.repeat(28 * 22 * 2), { indent: 0 })]), times)
    expect(laid.pages.map(({ lines: all }) => all.map((line) => textOf(line).length))).toEqual([0, 1].map(() => Array.from({ length: 22 }, () => 28)))
  })
  it('takes a character along where a mark would begin the next', () => {
    expect(lines(`${'述'.repeat(28)}，核`)).toEqual(['述'.repeat(27), '述，核'])
    expect(lines(`${'述'.repeat(27)}“核实”`)).toEqual(['述'.repeat(27), '“核实”'])
    expect(lines(`${'述'.repeat(26)}核实。”报`)).toEqual([`${'述'.repeat(26)}核`, '实。”报'])
  })
  it('lets a mark hang where a document allows it', () => {
    const model = modelOf([paragraph(`${'述'.repeat(28)}，核`, { indent: 0 })])
    expect(linesIn(layOut(model, times, { autoSpace: 0, hanging: true })).map(textOf)).toEqual([`${'述'.repeat(28)}，`, '核'])
  })
  it('divides no number, no percentage, no word, no dash', () => {
    expect(lines(`${'述'.repeat(26)}1,234.5%核`)).toEqual(['述'.repeat(26), '1,234.5%核'])
    expect(lines(`${'述'.repeat(26)}Internet核`)).toEqual(['述'.repeat(26), 'Internet核'])
    expect(lines(`${'述'.repeat(27)}——核`)).toEqual(['述'.repeat(27), '——核'])
    // a compound may be divided behind its hyphen, a span of years may not
    expect(lines(`${'述'.repeat(25)}well-being核`)).toEqual([`${'述'.repeat(25)}well-`, 'being核'])
    expect(lines(`${'述'.repeat(26)}2021-2025核`)).toEqual(['述'.repeat(26), '2021-2025核'])
    expect(lines('述 核 '.repeat(2))).toHaveLength(1)
  })
  it('divides a thing that is longer than a line', () => {
    const all = lines('9'.repeat(200))
    expect(all.join('')).toBe('9'.repeat(200))
    expect(all.length).toBeGreaterThan(3)
  })
  it('is spread to the edge when it is full, and only then', () => {
    const [full, rest] = linesIn(layOut(modelOf([paragraph(`${'述'.repeat(26)}2024核实报告`, { indent: 0 })]), times))
    expect(full && edge(full)).toBeCloseTo(LEFT + WIDTH, 1)
    expect(rest && edge(rest)).toBeLessThan(LEFT + WIDTH - 100)
    const broken = linesIn(layOut(modelOf([{ style: 'body', runs: [{ text: '述核' }, { text: '报告', lineBreak: true }] }]), times))
    expect(broken.map(textOf)).toEqual(['述核', '报告'])
    for (const line of broken) expect(edge(line)).toBeLessThan(LEFT + WIDTH / 2)
  })
  it('begins two characters in where its paragraph begins', () => {
    const [first, second] = linesIn(layOut(modelOf([paragraph('述'.repeat(60))]), times))
    expect(first?.pieces[0]?.x).toBeCloseTo(LEFT + 32, 3)
    expect(second?.pieces[0]?.x).toBeCloseTo(LEFT, 3)
    expect([first?.first, first?.last, second?.first]).toEqual([true, false, false])
  })
  it('keeps space beside numerals where a document asks for it', () => {
    const at = (autoSpace: number): number => linesIn(layOut(modelOf([paragraph('述2024核', { indent: 0 })]), times, { autoSpace, hanging: false }))[0]?.pieces.at(-1)?.x ?? 0
    expect(at(0.25) - at(0)).toBeCloseTo(8, 3)
  })
  it('sets letters in the Latin face and a lead sentence as the model says', () => {
    const runs: PrintRun[] = [{ text: '坚持2024', lead: true }, { text: '述ABC' }]
    const faces = (lead?: PrintModel['lead']): string[] => linesIn(layOut(modelOf([{ style: 'body', runs }], lead ? { lead } : {}), times))[0]?.pieces.map(({ text, font, bold }) => `${text} ${font}${bold ? ' bold' : ''}`) ?? []
    expect(faces()).toEqual(['坚持 仿宋_GB2312 bold', '2024 Times New Roman bold', '述 仿宋_GB2312', 'ABC Times New Roman'])
    expect(faces({ bold: false, font: { eastAsia: '楷体_GB2312', ascii: '楷体_GB2312' } })).toEqual(['坚持 楷体_GB2312', '2024 楷体_GB2312', '述 仿宋_GB2312', 'ABC Times New Roman'])
  })
})

describe('a page', () => {
  const short = paragraph('述')
  const pagesOf = (blocks: PrintModel['blocks']): string[][] => layOut(modelOf(blocks), times).pages.map(({ lines: all }) => all.map(textOf))
  const long = (n: number): PrintParagraph => paragraph('核'.repeat(26 + 28 * (n - 1)))

  it('has two lines of a paragraph at its foot and at its head', () => {
    expect(pagesOf([...Array<PrintParagraph>(21).fill(short), long(4)]).map((all) => all.length)).toEqual([21, 4])
    expect(pagesOf([...Array<PrintParagraph>(20).fill(short), long(3)]).map((all) => all.length)).toEqual([20, 3])
    expect(pagesOf([...Array<PrintParagraph>(19).fill(short), long(4)]).map((all) => all.length)).toEqual([21, 2])
    expect(pagesOf([...Array<PrintParagraph>(20).fill(short), long(4)]).map((all) => all.length)).toEqual([22, 2])
  })
  it('ends with no heading', () => {
    const heading = paragraph('一、标题', { style: 'heading1' })
    expect(pagesOf([...Array<PrintParagraph>(20).fill(short), heading, heading, long(2)]).map((all) => all.length)).toEqual([20, 4])
    expect(pagesOf([...Array<PrintParagraph>(19).fill(short), heading, short, short]).map((all) => all.length)).toEqual([22])
    // more headings than a page holds
    expect(pagesOf(Array<PrintParagraph>(50).fill(heading)).map((all) => all.length)).toEqual([22, 22, 6])
  })
  it('keeps who signs with the day, and both with the end of what is tied to them', () => {
    const signature = [paragraph('某机关', { style: 'signature' }), paragraph('2024年1月5日', { style: 'signature' })]
    expect(pagesOf([...Array<PrintParagraph>(21).fill(short), ...signature]).map((all) => all.length)).toEqual([21, 2])
    const tied = { ...long(6), keepWithNext: true }
    expect(pagesOf([...Array<PrintParagraph>(16).fill(short), tied, ...signature]).map((all) => all.length)).toEqual([20, 4])
  })
  it('bears its number outside', () => {
    const { pages } = layOut(modelOf(Array<PrintParagraph>(50).fill(short)), times)
    expect(pages.map(({ footer }) => footer && textOf(footer))).toEqual(['— 1 —', '— 2 —', '— 3 —'])
    const [odd, even] = pages
    expect(odd?.footer && edge(odd.footer)).toBeCloseTo(LEFT + WIDTH - 14, 1)
    expect(even?.footer?.pieces[0]?.x).toBeCloseTo(LEFT + 14, 1)
    const numbered = layOut(modelOf([short], { pageNumbers: { font: base.styles.body.font, size: 9, form: 'centre' } }), times)
    expect(numbered.pages[0]?.footer && textOf(numbered.pages[0].footer)).toBe('第1页　共1页')
    const { pageNumbers: _, ...unnumbered } = modelOf([short])
    expect(layOut(unnumbered, times).pages[0]?.footer).toBeUndefined()
  })
  it('says how far the last one is filled; an empty document is one page', () => {
    expect(layOut(modelOf(Array<PrintParagraph>(30).fill(short)), times)).toMatchObject({ lastFill: 8, pages: { length: 2 } })
    expect(layOut(modelOf([]), times)).toMatchObject({ lastFill: 0, pages: { length: 1 } })
  })
})

describe('a table', () => {
  const cell: PrintStyle = { ...base.styles.body, name: '表', size: 10.5, line: 15, indent: 0, align: 'left' }
  const table = (rows: readonly (readonly string[])[]): PrintModel => modelOf([{ table: { columns: [{ width: 30, align: 'left' }, { width: 60, align: 'right' }], head: [['指标', '数值']], rows } }], { styles: { ...base.styles, cell, head: { ...cell, bold: true } } })

  it('has its head on each page, and its rows whole', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [`指标${i}`, `数值${i}，${'述'.repeat(40)}`])
    const { pages } = layOut(table(rows), times)
    expect(pages.length).toBeGreaterThan(2)
    for (const [n, { lines: all }] of pages.entries()) {
      expect(textOf(all[0] ?? { pieces: [] })).toBe('指标')
      expect(all[0]?.repeated ?? false).toBe(n > 0)
      const own = all.filter(({ repeated }) => !repeated).map(textOf).join('')
      for (const [i] of own.matchAll(/指标(\d+)/gu)) expect(own).toContain(`${i.replace('指标', '数值')}，${'述'.repeat(40)}`)
    }
    expect(linesIn({ pages, lastFill: 0 }).map(textOf).join('')).toBe(`指标数值${rows.flat().join('')}`)
  })
  it('has its last row on the page of what is tied to it, under its head', () => {
    const rows = Array.from({ length: 34 }, (_, i) => [`指标${i}`, `${i}`])
    const model = table(rows)
    const [block] = model.blocks
    if (!block || !isTable(block)) throw new Error('no table')
    const signed = { ...model, blocks: [{ table: { ...block.table, keepWithNext: true as const } }, paragraph('初核：', { style: 'signature' }), paragraph('复核：', { style: 'signature' })] }
    const { pages } = layOut(signed, times)
    expect(pages.map(({ lines: all }) => all.map(textOf)).at(-1)).toEqual(['指标', '数值', '指标33', '33', '初核：', '复核：'])
    expect(linesIn({ pages, lastFill: 0 }).map(textOf).join('')).toBe(`指标数值${rows.flat().join('')}初核：复核：`)
  })
  it('cuts a row that is higher than a page', () => {
    const laid = layOut(table([['长', '述'.repeat(3000)]]), times)
    expect(laid.pages.length).toBeGreaterThan(2)
    expect(linesIn(laid).map(textOf).join('')).toBe(`指标数值长${'述'.repeat(3000)}`)
  })
  it('sets numbers at the right edge of their column', () => {
    const line = linesIn(layOut(table([['件', '12']]), times)).find((l) => textOf(l) === '12')
    expect(line && edge(line)).toBeCloseTo(LEFT + 90 * MM - 2.8, 1)
  })
})
