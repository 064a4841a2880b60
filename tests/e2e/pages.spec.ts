import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PrintModel } from '#core/print/model.ts'
import { printOfficial } from '#core/print/official.ts'
import { seedReport, SEEDS } from '../gold/gold.ts'
import { openPagesWindow } from './pages/open-window.ts'

/** The pages as the printer gets them, measured in the PDF; sheets lie on a table of millimetres, so that is the unit. */
const MM = 72 / 25.4

interface Printed {
  width: number
  height: number
  /** of each text that stands together: left edge and baseline in millimetres from the upper left corner */
  texts: { text: string; x: number; y: number; right: number }[]
}

async function printed(page: Page, model: PrintModel): Promise<Printed[]> {
  await page.evaluate((m) => window.pagesWindow.print(m), model)
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })), verbosity: 0 }).promise
  const out: Printed[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const sheet = await pdf.getPage(n)
    const { width, height } = sheet.getViewport({ scale: 1 })
    const { items } = await sheet.getTextContent({ disableNormalization: true })
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [{ text: item.str, x: (item.transform as number[])[4] ?? 0, y: (item.transform as number[])[5] ?? 0, width: item.width }] : []))
    out.push({ width: width / MM, height: height / MM, texts: texts.map(({ text, x, y, width: w }) => ({ text, x: x / MM, y: (height - y) / MM, right: (x + w) / MM })) })
  }
  return out
}

/** Texts of one baseline, from left to right. */
function linesOf({ texts }: Printed): { y: number; x: number; right: number; text: string }[] {
  const lines: { y: number; x: number; right: number; text: string }[] = []
  for (const { text, x, y, right } of texts.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)
    if (last && Math.abs(last.y - y) < 1) lines[lines.length - 1] = { ...last, right: Math.max(last.right, right), text: last.text + text }
    else lines.push({ y, x, right, text })
  }
  return lines
}

const bare = (text: string): string => text.replace(/\s+/gu, '')
/** Chromium names a glyph that a font has for both a character and its radical (⼀, ⺠), or for two marks, by either; the glyph is the same. */
const readAs = (text: string, want: string): string => {
  const characters = [...bare(want)]
  return [...bare(text)].map((c, i) => (/[\u2e80-\u2fdf…⋯·•—―–]/u.test(c) ? (characters[i] ?? c) : c)).join('')
}

test('a PDF has the pages of the layout, every line within a millimetre of its place', async ({ page }) => {
  await openPagesWindow(page)
  for (const seed of SEEDS) {
    const model = printOfficial(seedReport(seed))
    const laid = await page.evaluate((m) => window.pagesWindow.laid(m), model)
    const sheets = await printed(page, model)
    expect(sheets.length, seed).toBe(laid.pages.length)
    sheets.forEach((sheet, i) => {
      expect([sheet.width, sheet.height].map((n) => Math.abs(n - (n > 250 ? 297 : 210)) < 0.3), seed).toEqual([true, true])
      const expected = laid.pages[i]
      const want = [...(expected?.lines ?? []), ...(expected?.footer ? [expected.footer] : [])].filter(({ pieces }) => pieces.length > 0)
      const have = linesOf(sheet)
      const texts = want.map(({ pieces }) => bare(pieces.map(({ text }) => text).join('')))
      expect(have.map(({ text }, k) => readAs(text, texts[k] ?? '')), `${seed}, page ${i + 1}`).toEqual(texts)
      want.forEach(({ baseline, pieces }, k) => {
        const at = have[k]
        const [first, last] = [pieces[0], pieces.at(-1)]
        expect(Math.abs((at?.y ?? 0) - baseline / MM), `${seed}, page ${i + 1}, line ${k + 1}: baseline`).toBeLessThan(1)
        expect(Math.abs((at?.x ?? 0) - (first?.x ?? 0) / MM), `${seed}, page ${i + 1}, line ${k + 1}: left`).toBeLessThan(1)
        expect(Math.abs((at?.right ?? 0) - ((last?.x ?? 0) + (last?.width ?? 0)) / MM), `${seed}, page ${i + 1}, line ${k + 1}: right`).toBeLessThan(1)
      })
    })
  }
})

test('a dense page has 22 lines of 28 characters between the margins of GB/T 9704—2012', async ({ page }) => {
  await openPagesWindow(page)
  const { styles, page: paper, pageNumbers } = printOfficial(seedReport(SEEDS[0] ?? ''))
  const model: PrintModel = { title: '密排', creator: '', page: paper, styles, ...(pageNumbers ? { pageNumbers } : {}), blocks: [{ style: 'body', indent: 0, runs: [{ text: '述核报告版面'.repeat(22 * 28) }] }] }
  const [first, second] = await printed(page, model)
  for (const [sheet, number] of [[first, 1], [second, 2]] as const) {
    const lines = linesOf(sheet ?? { width: 0, height: 0, texts: [] })
    const footer = lines.pop()
    expect(lines.map(({ text }) => [...text].length)).toEqual(Array.from({ length: 22 }, () => 28))
    // 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; the baseline of the last line stands within the type area
    expect(Math.max(...lines.map(({ x }) => Math.abs(x - 28)))).toBeLessThan(1)
    expect(Math.max(...lines.map(({ right }) => Math.abs(right - 184)))).toBeLessThan(1)
    expect(lines[0]?.y).toBeGreaterThan(37)
    expect(lines[0]?.y).toBeLessThan(37 + 225 / 22)
    expect(lines[21]?.y).toBeLessThan(262)
    expect(lines[21]?.y).toBeGreaterThan(262 - 225 / 22)
    // 7.5: below the type area; 单页码居右空一字，双页码居左空一字 (14 pt)
    expect(bare(footer?.text ?? '')).toBe(`—${number}—`)
    expect(footer?.y).toBeGreaterThan(265)
    expect(footer?.y).toBeLessThan(272)
    const edge = number % 2 === 1 ? (footer?.right ?? 0) - (184 - 14 / MM) : (footer?.x ?? 0) - (28 + 14 / MM)
    expect(Math.abs(edge)).toBeLessThan(1)
  }
})

test('letters are drawn as wide as they were measured', async ({ page }) => {
  await openPagesWindow(page)
  const hard: PrintModel = { ...printOfficial(seedReport(SEEDS[0] ?? '')), blocks: [{ style: 'body', runs: [{ text: '——述核2024年Internet报告……“一‘二’三”·①℃Ⅲ 12.5%'.repeat(20) }, { text: '加粗ABC——123', bold: true }] }, { style: 'title', runs: [{ text: '标题——2024（ABC）' }] }] }
  for (const model of [hard, printOfficial(seedReport(SEEDS[1] ?? ''))]) {
    await page.evaluate((m) => window.pagesWindow.print(m), model)
    await page.emulateMedia({ media: 'print' })
    const drawn = await page.evaluate((m) => {
      const pieces = window.pagesWindow.laid(m).pages.flatMap(({ lines, footer }) => [...lines, ...(footer ? [footer] : [])]).flatMap((line) => line.pieces)
      const spans = [...document.querySelectorAll<SVGTSpanElement>('.print-page tspan')]
      return pieces.map(({ text, width, alone, latin, spacing }, i) => ({ text, width, drawn: spans[i]?.getComputedTextLength() ?? 0, same: spans[i]?.textContent === text, exact: !latin && !alone, spacing, count: spans.length }))
    }, model)
    for (const piece of drawn) {
      expect(piece.same && piece.count === drawn.length, piece.text).toBe(true)
      // what a full line is spread by stands behind a word or mark
      expect(piece.drawn, piece.text).toBeLessThanOrEqual(piece.width + Math.abs(piece.spacing) + 0.1)
      if (piece.exact) expect(Math.abs(piece.drawn - piece.width), piece.text).toBeLessThan(0.2)
    }
  }
})

test('the last page is reached by keys, and only pages that are seen are drawn', async ({ page }) => {
  await openPagesWindow(page)
  const model = printOfficial(seedReport(SEEDS[0] ?? ''))
  await page.evaluate((m) => window.pagesWindow.show({ ...m, blocks: Array.from({ length: 30 }, () => m.blocks).flat() }, 'light'), model)
  await expect(page.getByRole('status')).toContainText(/^共 \d+ 页，末页 \d+ 行$/u)
  const count = Number(/共 (\d+) 页/u.exec((await page.getByRole('status').textContent()) ?? '')?.[1])
  expect(count).toBeGreaterThan(150)
  await page.getByText('整页').click()
  await page.getByRole('region', { name: /^页面，共/u }).focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('group', { name: `第 ${count} 页，共 ${count} 页` })).toBeInViewport()
  await page.keyboard.press('PageUp')
  await expect(page.getByRole('group', { name: `第 ${count - 1} 页，共 ${count} 页` })).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(page.getByRole('group', { name: `第 1 页，共 ${count} 页` })).toBeInViewport()
  expect(await page.locator('.pages-page').count()).toBeLessThan(8)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('a host that writes no PDF: the dialog of the printer opens with the pages, and says how', async ({ page }) => {
  await openPagesWindow(page)
  const model = printOfficial(seedReport(SEEDS[0] ?? ''))
  await page.evaluate((m) => window.pagesWindow.show(m, 'light'), model)
  const seen = await page.evaluate(async (m) => {
    let pages = 0
    window.print = () => void (pages = document.querySelectorAll('.print-page').length)
    const answer = await window.pagesWindow.savePdf(m)
    window.dispatchEvent(new Event('afterprint'))
    return { answer, pages, left: document.querySelectorAll('.print-root, html[data-printing]').length }
  }, model)
  expect(seen).toEqual({ answer: { outcome: 'print' }, pages: 7, left: 0 })
  await expect(page.getByText('请在打印对话框中选择“另存为 PDF”')).toBeVisible()
})
