import AxeBuilder from '@axe-core/playwright'
import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expect, rollForward, saved, test } from './application.ts'

const rows = (page: Page): Locator => page.locator('.dsg-row:not(.dsg-row-header)')
/** The cell of a row by its column's place (0: name, 1: unit, 2: department, 3: 2020, 4: 2021, 5: state). */
const cell = (row: Locator, column: number): Locator => row.locator('.dsg-cell').nth(column + 1)
const field = (row: Locator, column: number): Locator => cell(row, column).locator('input')
const view = (page: Page, name: '正文' | '台账'): Promise<void> => page.getByRole('radiogroup', { name: '视图' }).getByText(name, { exact: true }).click()
/** Filters the ledger, so that its first row is the indicator of that name. */
async function find(page: Page, name: string): Promise<Locator> {
  const words = page.getByLabel('查找指标')
  await words.click()
  await words.fill(name)
  await expect(rows(page)).toHaveCount(1)
  return rows(page).first()
}
/** Types into a cell as into a spreadsheet's: what stood there is replaced. */
async function typeInto(page: Page, place: Locator, text: string): Promise<void> {
  await place.click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
const figure = (page: Page, text: string): Locator => page.locator('.report .figure', { hasText: text })
const violations = async (page: Page): Promise<string[]> => {
  // what moves in or out is not yet what it will be
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined))))
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target.join(' ')}`))
}
/** Writes a sentence at the end of the first paragraph and selects the words of it. */
async function writeAndSelect(page: Page, sentence: string, words: string): Promise<void> {
  const paragraph = page.locator('.report p').first()
  await paragraph.click()
  await page.keyboard.press('Control+Home')
  await paragraph.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    range.collapse(false)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  })
  await page.keyboard.insertText(sentence)
  await expect(page.locator('.report')).toContainText(sentence)
  await paragraph.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(sought)
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + sought.length)
    }
  }, words)
}

test('a figure is linked by hand, follows the ledger, and is let go', async ({ app }) => {
  const { page } = app
  await rollForward(page)
  await page.keyboard.press('Escape')

  await test.step('a number that was written becomes a figure and an indicator of the ledger', async () => {
    await writeAndSelect(page, '全年接待来访群众1234人次。', '1234人次')
    await page.keyboard.press('Control+Alt+d')
    await figure(page, '1234人次').click()
    await page.getByRole('button', { name: '关联台账…' }).click()
    const dialog = page.getByRole('dialog', { name: '关联台账' })
    await dialog.getByLabel('查找指标').fill('接待来访群众')
    await dialog.getByRole('button', { name: '新建指标“接待来访群众”并关联' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('the ledger’s value is written in the text’s form', async () => {
    await view(page, '台账')
    const row = await find(page, '接待来访群众')
    await expect(field(row, 4)).toHaveValue('1234人次')
    await typeInto(page, cell(row, 4), '1500')
    await expect(field(row, 4)).toHaveValue('1500人次')
    await view(page, '正文')
    await expect(page.locator('.report')).toContainText('接待来访群众1500人次')
  })

  await test.step('a figure that is let go stays as it is', async () => {
    await figure(page, '1500人次').click()
    await page.getByRole('dialog', { name: '核实数据' }).getByRole('button', { name: '解除关联' }).click()
    await view(page, '台账')
    const row = await find(page, '接待来访群众')
    await typeInto(page, cell(row, 4), '1600')
    await expect(field(row, 4)).toHaveValue('1600人次')
    await expect(page.getByRole('button', { name: /^与正文不一致/u })).toHaveCount(0)
    await view(page, '正文')
    await expect(page.locator('.report')).toContainText('接待来访群众1500人次')
  })
})

test('an approximate figure asks whether it still holds; undo goes through ledger and text', async ({ app }) => {
  const { page } = app
  const NAME = '政协委员和界别群众代表参与协商'
  await rollForward(page)
  await page.keyboard.press('Escape')
  await page.locator('.report .slot', { hasText: '300余名' }).click()
  await page.getByRole('dialog', { name: '填写数据' }).getByLabel('数据').fill('近300名')
  await page.keyboard.press('Enter')
  await expect(figure(page, '近300名')).toHaveCount(1)

  await view(page, '台账')
  const row = await find(page, NAME)
  await expect(field(row, 4)).toHaveValue('近300名')
  await typeInto(page, cell(row, 4), '287')
  await expect(page.getByRole('button', { name: '与正文不一致 1' })).toBeVisible()
  await view(page, '正文')
  await expect(page.locator('.ledger-strip')).toContainText('1 处正文与台账不一致')
  await figure(page, '近300名').click()
  const dialog = page.getByRole('dialog', { name: '核实数据' })
  await expect(dialog.getByRole('alert')).toContainText('287名')
  await dialog.getByRole('button', { name: '仍用 近300名' }).click()
  await expect(page.locator('.ledger-strip')).toHaveCount(0)

  await test.step('it no longer fits', async () => {
    await view(page, '台账')
    const again = await find(page, NAME)
    await typeInto(page, cell(again, 4), '312')
    await view(page, '正文')
    await figure(page, '近300名').click()
    await expect(dialog.getByRole('button', { name: /^仍用/u })).toHaveCount(0)
    await dialog.getByRole('button', { name: '改为 312名' }).click()
    await expect(figure(page, '312名')).toHaveCount(1)
  })

  await test.step('step by step back to the open slot, and forth again', async () => {
    await page.locator('.report').focus()
    for (const text of ['近300名', '近300名', '近300名', '近300名']) {
      await page.keyboard.press('Control+z')
      await expect(figure(page, text)).toHaveCount(1)
    }
    await view(page, '台账')
    await expect(field(await find(page, NAME), 4)).toHaveValue('近300名')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(field(rows(page).first(), 4)).toHaveValue('')
    await view(page, '正文')
    await expect(page.locator('.report .slot', { hasText: '300余名' })).toHaveCount(1)
    await page.locator('.report').focus()
    for (let i = 0; i < 5; i++) await page.keyboard.press('Control+y')
    await expect(figure(page, '312名')).toHaveCount(1)
    await expect(page.locator('.ledger-strip')).toHaveCount(0)
  })
})

test('a value that changes in one window changes in the text of the other', async ({ app, shell }) => {
  test.skip(shell === 'electron', 'a second window of Electron is opened by its own menu')
  const { page } = app
  await rollForward(page)
  await page.keyboard.press('Escape')
  await page.locator('.report .slot', { hasText: '42条' }).click()
  await page.getByRole('dialog', { name: '填写数据' }).getByLabel('数据').fill('45')
  await page.keyboard.press('Enter')
  await expect(figure(page, '45条')).toHaveCount(1)
  await saved(page)

  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(figure(other, '45条')).toHaveCount(1)
  await view(other, '台账')
  const row = await find(other, '全会协商建议')
  await typeInto(other, cell(row, 4), '47')
  await expect(field(row, 4)).toHaveValue('47条')
  await expect(figure(page, '47条')).toHaveCount(1)
})

test('a filter that nothing fits leaves a way back; Ctrl+D fills down; a new indicator is made from the menu', async ({ app }) => {
  const { page } = app
  await rollForward(page)
  await page.keyboard.press('Escape')
  await view(page, '台账')
  const first = rows(page).first()
  // without a click into the field the grid keeps its active cell
  await cell(first, 2).click()
  await page.getByLabel('查找指标').fill('没有这样的指标')
  await expect(page.getByText('没有符合条件的指标')).toBeVisible()
  await page.getByRole('button', { name: '显示全部指标' }).click()
  await expect(page.getByText('指标 78', { exact: true })).toBeVisible()

  await typeInto(page, cell(first, 2), 'A')
  await cell(first, 2).click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+d')
  await expect(field(rows(page).nth(2), 2)).toHaveValue('A')
  await expect(field(rows(page).nth(3), 2)).toHaveValue('')
  await expect(page.getByText('指标 78', { exact: true })).toBeVisible()

  await cell(first, 0).click({ button: 'right' })
  await page.getByRole('menuitem', { name: '添加指标' }).click()
  await expect(page.getByText('指标 79', { exact: true })).toBeVisible()
  await expect(page.getByRole('complementary', { name: '指标详情' })).toContainText('新指标')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`ledger, sheets, materials and what was carried over can be used by everybody (${colorScheme})`, async ({ app, shell }) => {
    test.skip(shell === 'electron', 'the Electron shell writes the sheets into a folder itself')
    const { page } = app
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await rollForward(page)
    await page.keyboard.press('Escape')

    await page.getByRole('tab', { name: '结转' }).click()
    await page.getByRole('list', { name: '待复核的文字' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByText(/^承诺事项/u).click()
    await page.getByLabel('只看没有回应的').waitFor()
    expect(await violations(page)).toEqual([])

    await page.getByRole('tab', { name: '素材' }).click()
    await app.choose([{ name: '县政协提案委2021年工作总结.txt', content: '县政协提案委2021年工作总结\n全年召开常委会8次。\n县政协提案委\n2022年1月6日' }, { name: '空.txt', content: '' }], () => page.getByRole('button', { name: /^导入/u }).last().click())
    await expect(page.getByRole('list', { name: '素材列表' }).getByRole('listitem')).toHaveCount(1)
    await expect(page.getByRole('alert').filter({ hasText: '空.txt' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByText(/^可填数据/u).click()
    await page.getByRole('list', { name: '可填数据' }).waitFor()
    expect(await violations(page)).toEqual([])

    await view(page, '台账')
    await cell(rows(page).first(), 2).click()
    await page.keyboard.type('A')
    await page.keyboard.press('Enter')
    await cell(rows(page).first(), 0).click()
    await page.getByRole('complementary', { name: '指标详情' }).getByText('计算方式').waitFor()
    expect(await violations(page)).toEqual([])

    await page.getByRole('button', { name: '采集表' }).click()
    const dialog = page.getByRole('dialog', { name: '2021年数据采集' })
    await dialog.getByRole('row', { name: /A/u }).waitFor()
    expect(await violations(page)).toEqual([])
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: /^导出.*采集表$/u }).click()
    const book = new ExcelJS.Workbook()
    const sent = new Uint8Array(readFileSync(await (await download).path()))
    const [sheetFile] = sent[0] === 0x50 && (await download).suggestedFilename().endsWith('.zip') ? Object.values(unzipSync(sent)) : [sent]
    await book.xlsx.load(sheetFile as never)
    const sheet = book.worksheets[0]
    sheet?.eachRow((row) => {
      if (row.getCell(2).text === '全会协商建议') row.getCell(5).value = '见附件'
    })
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: /读回填报表/u }).click()
    await (await chooser).setFiles([{ name: '已填.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await book.xlsx.writeBuffer()) }])
    await expect(page.getByRole('dialog', { name: '读回填报表' })).toContainText('已填.xlsx')
    expect(await violations(page)).toEqual([])
  })
}
