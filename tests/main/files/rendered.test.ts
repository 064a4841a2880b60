import { beforeAll, describe, expect, it } from 'vitest'
import { officialOptionsSchema } from '#core/print/options.ts'
import { printOfficial } from '#core/print/official.ts'
import { writeDocx } from '../../../src/main/files/docx-writer.ts'
import { longReport } from '../../bench/long-report.ts'
import { makeReport } from '../../core/make-report.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { setByLibreOffice, type SetLine } from './rendered.ts'
import { hasLibreOffice } from './soffice.ts'

/**
 * The official profile as LibreOffice sets it, measured from the PDF against GB/T 9704—2012. Machines have other faces than offices, so only what does not depend on
 * the face is measured: where letters begin and end and where lines stand.
 */

/** 5.2.1: 版心 156 mm × 225 mm, 天头 37 mm, 订口 28 mm */
const TEXT = { left: 28, right: 28 + 156, top: 37, bottom: 37 + 225 }
const POINT = 25.4 / 72
const CHARACTER = 16 * POINT
const WITHIN = 1
const near = (is: number | undefined, wanted: number): void => {
  expect(Math.abs((is ?? Number.NaN) - wanted), `${is} mm instead of ${wanted} mm`).toBeLessThan(WITHIN)
}

const SIGNED = officialOptionsSchema.parse({
  attachments: ['开化县政协关于深入开展三服务活动情况的调研报告及有关材料汇编', '重点协商议题一览表'],
  signature: { show: true, name: '中国人民政治协商会议开化县委员会', date: '2025-01-08' },
})
const dense = makeReport(['履职为民'.repeat(28 * 14)], { title: '' })
const article = makeReport(['甲县政协坚持党的全面领导，把握性质定位，提出提案168件。'.repeat(3), '协商议政。'], { title: '中国人民政治协商会议第十届开化县委员会常务委员会工作报告', occasion: '2025年1月8日在政协第十届开化县委员会第四次会议上', byline: '张三' })
/** one more line of text in each, so that the end of the text comes to stand on every line of a page */
const endings = Array.from({ length: 10 }, (_, i) => makeReport(['履职为民'.repeat(7 * (8 + i)), '协商议政'.repeat(14), '履职为民'.repeat(14)], { title: '甲县政协工作报告' }))

describe.skipIf(!hasLibreOffice)('the official profile on paper (GB/T 9704—2012)', () => {
  let set = new Map<string, SetLine[][]>()
  beforeAll(async () => {
    const documents: Record<string, Uint8Array> = {
      dense: await writeDocx(printOfficial(dense)),
      article: await writeDocx(printOfficial(article, SIGNED)),
      long: await writeDocx(printOfficial(longReport(17_000, 3))),
    }
    for (const [i, report] of endings.entries()) documents[`ending ${i}`] = await writeDocx(printOfficial(report, SIGNED))
    for (const seed of SEEDS) documents[seed] = await writeDocx(printOfficial(seedReport(seed), SIGNED))
    set = await setByLibreOffice(documents)
  }, 100_000)
  const pages = (name: string): SetLine[][] => set.get(name) ?? []
  /** without the page number */
  const textLines = (page: readonly SetLine[] | undefined): SetLine[] => (page ?? []).filter(({ baseline }) => baseline < TEXT.bottom)

  it('5.2.4: a full page has 22 lines of 28 characters, which fill the type area', () => {
    const lines = textLines(pages('dense')[1])
    expect(lines.map(({ text }) => [...text].length)).toEqual(Array.from({ length: 22 }, () => 28))
    for (const line of lines) {
      near(line.left, TEXT.left)
      near(line.right, TEXT.right)
    }
    const [first, last] = [lines[0], lines.at(-1)]
    near((last?.baseline ?? 0) - (first?.baseline ?? 0), (21 * 225) / 22)
    // a baseline stands within its line, whatever the face
    expect(first?.baseline).toBeGreaterThan(TEXT.top)
    expect(first?.baseline).toBeLessThan(TEXT.top + 225 / 22)
    expect(last?.baseline).toBeLessThan(TEXT.bottom)
  })
  it('7.3.1: the title is centred in 22 pt, its lines are those of the model', () => {
    const lines = pages('article')[0] ?? []
    const title = lines.filter(({ size }) => Math.round(size) === 22)
    expect(title.map(({ text }) => text).join('')).toBe(article.title)
    expect(title.length).toBeLessThanOrEqual(3)
    for (const { left, right } of title) near((left + right) / 2, (TEXT.left + TEXT.right) / 2)
  })
  it('7.3.3: paragraphs and headings begin two characters in and go on at the edge', () => {
    const lines = textLines(pages('article')[0])
    const heading = lines.findIndex(({ text }) => text.startsWith('一、'))
    near(lines[heading]?.left, TEXT.left + 2 * CHARACTER)
    near(lines[heading + 1]?.left, TEXT.left + 2 * CHARACTER)
    near(lines[heading + 2]?.left, TEXT.left)
  })
  it('7.3.4: attachments stand one line below, two characters in, names under each other', () => {
    const lines = textLines(pages('article').flat())
    const at = lines.findIndex(({ text }) => text.startsWith('附件：'))
    const [text, first, more, second] = lines.slice(at - 1)
    near(first?.left, TEXT.left + 2 * CHARACTER)
    near((first?.baseline ?? 0) - (text?.baseline ?? 0), (2 * 225) / 22)
    // “附件：1.” in 16 pt, the numeral and its point in Times New Roman
    near(more?.left, TEXT.left + 5.75 * CHARACTER)
    near(second?.left, TEXT.left + 5 * CHARACTER)
  })
  it('7.3.5.2: the name ends two characters from the edge, the date begins two behind its beginning', () => {
    const lines = textLines(pages('article').flat())
    const at = lines.findIndex(({ text }) => text === SIGNED.signature.name)
    near(lines[at]?.right, TEXT.right - 2 * CHARACTER)
    near((lines[at + 1]?.left ?? 0) - (lines[at]?.left ?? 0), 2 * CHARACTER)
    expect(lines[at + 1]?.text.replace(/\s/gu, '')).toBe('2025年1月8日')
  })
  it('7.5: — 1 — in the outer corner, one character in, its dash 7 mm below the type area', () => {
    pages('dense').forEach((page, i) => {
      const number = page.find(({ baseline }) => baseline > TEXT.bottom)
      expect(number?.text.replace(/\s/gu, '')).toBe(`—${i + 1}—`)
      expect(Math.round(number?.size ?? 0)).toBe(14)
      if (i % 2 === 0) near(number?.right, TEXT.right - 14 * POINT)
      else near(number?.left, TEXT.left + 14 * POINT)
      // a dash stands some 0.38 em above the baseline in every face
      near((number?.baseline ?? 0) - 0.38 * 14 * POINT, TEXT.bottom + 7)
    })
    expect(pages('dense').length).toBeGreaterThan(2)
  })
  it('signature and attachments never begin a page without text', () => {
    for (let i = 0; i < endings.length; i++) {
      const all = pages(`ending ${i}`)
      const withName = all.find((page) => page.some(({ text }) => text === SIGNED.signature.name)) ?? []
      const withList = all.find((page) => page.some(({ text }) => text.startsWith('附件：'))) ?? []
      expect(withList.some(({ text }) => text.includes('履职为民')), `ending ${i}`).toBe(true)
      expect(withName.some(({ text }) => /^(?:2\.|.*履职为民)/u.test(text)), `ending ${i}`).toBe(true)
      expect(withName.some(({ text }) => /^2025/u.test(text))).toBe(true)
    }
    // and the text ends on different lines in them
    expect(new Set(endings.map((_, i) => textLines(pages(`ending ${i}`).at(-1)).length)).size).toBeGreaterThan(2)
  })
  it.each(['long', ...SEEDS])('%s: no line begins with a closing mark or ends with an opening one, none leaves the type area', (name) => {
    for (const line of pages(name).flatMap((page) => textLines(page))) {
      expect(line.text.trim()).not.toMatch(/^[，。、；：！？”’）》】〉,;:!?)%‰℃]|[“‘（《【〈(]$/u)
      // LibreOffice lets one mark hang over the edge, whatever the file says (w:overflowPunct); Word does not
      const hanging = /[，。、；：！？”’）》,.]$/u.test(line.text) ? CHARACTER : 0
      expect(line.right, line.text).toBeLessThan(TEXT.right + hanging + WITHIN)
      expect(line.left).toBeGreaterThan(TEXT.left - WITHIN)
    }
  })
  it.each(['long', ...SEEDS])('%s: no single line of a paragraph at a page’s beginning or end, no heading at its end', (name) => {
    const all = pages(name).map(textLines)
    const begins = (line: SetLine | undefined): boolean => line !== undefined && line.left > TEXT.left + CHARACTER
    all.forEach((page, i) => {
      const next = all[i + 1]
      if (i > 0) expect(begins(page[0]) || !begins(page[1]), `page ${i + 1}: ${page[0]?.text}`).toBe(true)
      if (next) {
        expect(begins(page.at(-1)) && !begins(next[0]), `page ${i + 1}: ${page.at(-1)?.text}`).toBe(false)
        expect(page.at(-1)?.text).not.toMatch(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u)
      }
    })
  })
})
