import type { Page } from '@playwright/test'
import { expect, openReport, saved, storedReports, test } from './application.ts'

/** Chooses an entry of the menu of a row of the figures panel. */
async function decide(page: Page, figure: string, entry: string): Promise<void> {
  await page.locator('.figure-item', { has: page.getByText(figure, { exact: true }) }).first().hover()
  await page.getByRole('button', { name: `处理“${figure}”` }).first().click()
  await page.getByRole('menuitem', { name: entry }).click()
}

test('the editor’s word on a numeral stays with the report, through edits, a power cut and into next year’s draft', async ({ app }) => {
  const { page } = app
  await openReport(page, '实干笃行谋发展')
  await page.getByText('全文', { exact: true }).click()
  const row = (text: string) => page.locator('.figure-item', { has: page.getByText(text, { exact: true }) })

  await test.step('the panel lists them by section, with kind, value, unit and indicator', async () => {
    await expect(page.locator('.figure-section').first()).toBeVisible()
    await expect(row('4.4亿元')).toContainText('金额 · 440,000,000元')
    await expect(row('近2500名')).toContainText('数量 · 不到2,500名')
  })

  await test.step('an indicator is corrected', async () => {
    await decide(page, '168件', '改指标名称')
    const field = page.getByLabel('168件 统计的是')
    await field.fill('全年收到提案总数')
    await field.press('Enter')
    await expect(row('168件')).toContainText('全年收到提案总数')
    await expect(page.locator('.report .figure-stated')).toHaveText('168件')
  })

  await test.step('a figure is said to be none, and a name to be one', async () => {
    await decide(page, '7个', '不是数据')
    await expect(row('7个')).toHaveCount(0)
    await page.getByLabel(/显示日期、届次/u).check()
    await expect(row('7个')).toContainText('不是数据（已标注）')
    await decide(page, '1243', '是数据，需要核对')
    await expect(row('1243')).toContainText('数量')
    await decide(page, '1243', '改指标名称')
    await page.getByLabel('1243 统计的是').fill('学习体系要点')
    await page.keyboard.press('Enter')
    await expect(row('1243')).toContainText('学习体系要点')
  })

  await test.step('undo takes a decision back, one at a time', async () => {
    await page.locator('.report').focus()
    await page.keyboard.press('Control+z')
    await expect(row('1243')).toContainText('指标未定')
    await page.keyboard.press('Control+y')
    await expect(row('1243')).toContainText('学习体系要点')
  })

  await test.step('words typed around it change nothing', async () => {
    await row('168件').locator('.figure-row').click()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('各类')
    await expect(page.locator('.report')).toContainText('收到提案各类168件')
    await page.keyboard.press('End')
    await expect(row('168件')).toContainText('全年收到提案总数')
  })

  await test.step('a numeral that nobody recognised is selected and called a figure', async () => {
    const last = page.locator('.report p').last()
    await last.click()
    await page.keyboard.press('End')
    await page.keyboard.type('走访三五家。')
    for (let i = 0; i < 1; i++) await page.keyboard.press('ArrowLeft')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Control+Alt+d')
    await expect(row('三五家')).toContainText('数量 · 35家')
    await page.keyboard.press('ArrowRight')
    // the editor hears of a moved cursor a moment after the screen has moved it
    await expect.poll(() => page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(true)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await page.keyboard.press('Control+Alt+d')
    await expect(page.getByText('请先选中一个数字和它的单位')).toBeVisible()
  })

  await test.step('all of it survives SIGKILL', async () => {
    await saved(page)
    await app.killAndRestart()
    expect(storedReports(app.home).some(({ text }) => text.includes('全年收到提案总数'))).toBe(true)
  })

  await test.step('and goes into next year’s draft', async () => {
    const again = app.page
    await again.getByRole('button', { name: /“实干笃行谋发展.*的操作/u }).click()
    await again.getByRole('menuitem', { name: '结转为下一年草稿' }).click()
    await again.getByRole('button', { name: '结转为 2025 年草稿' }).click()
    await again.locator('.report .slot').first().waitFor()
    await again.getByText('全文', { exact: true }).click()
    await expect(again.locator('.figure-item', { hasText: '全年收到提案总数' })).toContainText('待填')
    await expect(again.locator('.figure-item', { hasText: '学习体系要点' })).toContainText('2024：1243')
    await expect(again.locator('.report .not-figure')).toHaveText('7个')
  })
})
