import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expect, openReport, saved, storedReports, test, type Application } from './application.ts'

const BODY = '临江县政协'
const REPORTS: readonly (readonly [year: number, text: string])[] = [
  [2022, '一、提案工作\n全年收到提案160件，立案138件，办复率100%。\n二、为民服务\n“民情茶室”接待群众来访280人次。完成委员投资3.9亿元。\n三、自身建设\n举办委员培训班2期。'],
  [2023, '一、提案工作\n全年收到提案168件，立案143件，办复率100%。提案质量不断提高。\n二、为民服务\n“民情茶室”接待群众来访320人次。完成委员投资4.4亿元。\n三、自身建设\n举办委员培训班2期，召开常委会会议6次。'],
  [2024, '一、提案工作\n全年收到提案175件，经审查立案150件，办复率99.3%。提案质量稳步提高。\n二、队伍建设\n举办委员培训班3期，征集文史资料12万字。\n三、履职为民\n委员会客厅线下会客410人次。完成委员投资5.2亿元。'],
]

/** Imports the three reports, and opens the latest. */
async function withYears(app: Application): Promise<void> {
  const { page } = app
  for (const [year, text] of REPORTS) {
    await app.choose([{ name: `${year}.txt`, content: `${BODY}${year}年工作综述\n${text}` }], () => page.getByRole('button', { name: '导入报告' }).first().click())
    const body = page.getByRole('combobox', { name: '单位', exact: true })
    if ((await body.inputValue()) !== BODY) await body.fill(BODY)
    await page.getByRole('button', { name: '保存到资料库' }).click()
    await page.locator('[data-report]', { hasText: `${BODY}${year}年工作综述` }).waitFor()
  }
  await openReport(page, `${BODY}2024年工作综述`)
}
const row = (page: Page, text: string) => page.locator('.compare-table tbody tr', { has: page.getByText(text, { exact: true }) })
const view = (page: Page, name: string) => page.getByRole('radiogroup', { name: '视图' }).getByText(name, { exact: true }).click()

test('last year beside this year: values, text by word, and any other year', async ({ app }) => {
  const { page } = app
  await withYears(app)
  await page.getByRole('tab', { name: '去年' }).click()
  await page.locator('.side-head').getByText('全文', { exact: true }).click()

  await test.step('values with their change, and what stands alone on either side', async () => {
    const list = page.getByRole('list', { name: '与往年对照' })
    await expect(list.locator('li', { hasText: '175件' })).toContainText('2023：168件+7件（+4.17%）')
    await expect(list.locator('li', { hasText: '99.3%' })).toContainText('−0.7个百分点')
    await expect(page.locator('.last-alone', { hasText: '本年新出现' })).toContainText('410人次')
    await expect(page.locator('.last-alone', { hasText: '往年有' })).toContainText('6次')
  })

  await test.step('only those of the section that the cursor is in', async () => {
    await page.locator('.side-head').getByText('本板块', { exact: true }).click()
    await page.locator('.report p', { hasText: '委员会客厅' }).click()
    await expect(page.getByRole('list', { name: '与往年对照' }).locator('li')).toHaveCount(1)
    await expect(page.locator('.last-alone', { hasText: '往年有' })).toContainText('320人次')
    await page.locator('.side-head').getByText('全文', { exact: true }).click()
  })

  await test.step('the text with its differences, moved parts said', async () => {
    await page.getByText('原文对照', { exact: true }).click()
    const text = page.locator('.last-text')
    await expect(text.locator('p', { hasText: '提案质量' }).locator('del')).toContainText(['168'])
    await expect(text.locator('p', { hasText: '提案质量' }).locator('ins')).toContainText(['175', '经审查'])
    await expect(text.locator('h4', { hasText: '履职为民' })).toContainText('为民服务')
    await page.getByRole('button', { name: '只看往年原文' }).click()
    await expect(text.locator('ins, del')).toHaveCount(0)
    await expect(text).toContainText('全年收到提案168件，立案143件')
  })

  await test.step('another year is chosen', async () => {
    await page.getByRole('combobox', { name: '对照的往年报告' }).click()
    await page.getByRole('option', { name: /2022年/u }).click()
    await expect(page.locator('.last-text')).toContainText('全年收到提案160件')
  })
})

test('both texts scroll together', async ({ app }) => {
  const { page } = app
  await openReport(page, '实干笃行谋发展')
  await page.getByRole('tab', { name: '去年' }).click()
  await page.locator('.side-head').getByText('全文', { exact: true }).click()
  await page.getByText('原文对照', { exact: true }).click()
  await page.locator('.last-text [data-beside]').first().waitFor()
  /** the block at the top of a pane */
  const top = (pane: string, attribute: string) =>
    page.locator(pane).evaluate((element, name) => [...element.querySelectorAll(`[${name}]`)].find((b) => b.getBoundingClientRect().bottom > element.getBoundingClientRect().top + 8)?.getAttribute(name), attribute)
  await page.locator('.bench-page').hover()
  await page.mouse.wheel(0, 1500)
  await expect.poll(async () => (await top('.last-pane', 'data-beside')) === (await top('.bench-page', 'data-id')) && page.locator('.bench-page').evaluate((e) => e.scrollTop > 900)).toBe(true)
  await page.locator('.last-pane').hover()
  await page.mouse.wheel(0, -2000)
  await expect.poll(() => page.locator('.bench-page').evaluate((e) => e.scrollTop)).toBeLessThan(900)
})

test('the comparison table: sort, filter, pairs made and broken by key and by drag, undo, Excel', async ({ app, shell }) => {
  const { page } = app
  await withYears(app)
  await view(page, '对比表')
  await expect(row(page, '175件')).toContainText('168件')

  await test.step('sorted by change, filtered', async () => {
    const percent = page.getByRole('columnheader', { name: '增减%' })
    await percent.getByRole('button').click()
    await percent.getByRole('button').click()
    await expect(percent).toHaveAttribute('aria-sort', 'descending')
    await expect(page.locator('.compare-table tbody tr').first()).toContainText('3期')
    const filters = page.getByRole('radiogroup', { name: '显示哪些数据' })
    await filters.getByText(/^仅本年/u).click()
    await expect(page.locator('.compare-table tbody tr')).toHaveCount(2)
    await filters.getByText(/^变化超过/u).click()
    await page.getByRole('textbox', { name: '变化超过百分之几' }).fill('30')
    await expect(page.locator('.compare-table tbody tr')).toHaveCount(1)
    await filters.getByText(/^全部/u).click()
    await page.getByRole('columnheader', { name: '板块' }).getByRole('button').click()
  })

  await test.step('a key on a column heading sorts, and does nothing else', async () => {
    const heading = page.getByRole('columnheader', { name: '指标' })
    await heading.getByRole('button').focus()
    await page.keyboard.press('Enter')
    await expect(heading).toHaveAttribute('aria-sort', 'ascending')
    await page.keyboard.press('n')
    await expect(page.locator('.compare-said')).toBeEmpty()
    await page.getByRole('columnheader', { name: '板块' }).getByRole('button').click()
  })

  await test.step('a pair is made by keyboard, and undone', async () => {
    await row(page, '410人次').focus()
    await page.keyboard.press('p')
    await expect(page.getByText('已选中')).toBeVisible()
    await row(page, '320人次').focus()
    await page.keyboard.press('p')
    await expect(row(page, '410人次')).toContainText('320人次')
    await expect(row(page, '410人次')).toContainText('人工配对')
    await row(page, '410人次').focus()
    await page.keyboard.press('Control+z')
    await expect(row(page, '410人次')).not.toContainText('320人次')
    await page.keyboard.press('Control+y')
    await expect(row(page, '410人次')).toContainText('320人次')
  })

  await test.step('one is broken, left alone, and given back to the words', async () => {
    await row(page, '3期').focus()
    await page.keyboard.press('b')
    await expect(row(page, '3期')).toContainText('仅本年')
    await row(page, '3期').focus()
    await page.keyboard.press('r')
    await expect(row(page, '3期')).toContainText('2期')
  })

  await test.step('a pair that cannot be is refused with a reason', async () => {
    await row(page, '12万字').focus()
    await page.keyboard.press('p')
    await row(page, '99.3%').focus()
    await page.keyboard.press('p')
    await expect(page.locator('.compare-said')).toContainText('一个是百分比、一个不是，不能配对')
    await page.keyboard.press('Escape')
    await expect(row(page, '12万字')).toContainText('仅本年')
  })

  await test.step('a row is dragged onto another', async () => {
    await row(page, '6次').dragTo(row(page, '12万字'))
    await expect(row(page, '12万字')).toContainText('6次')
    await expect(row(page, '12万字')).toContainText('单位不同')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(row(page, '12万字')).toContainText('仅本年')
  })

  await test.step('Enter goes to the sentence', async () => {
    await row(page, '150件').focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('.report')).toBeVisible()
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('150件')
  })

  await test.step('a decision on a text that has just changed lands on no other number', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.type('据统计，')
    await view(page, '对比表')
    await expect(row(page, '175件')).toContainText('168件')
    await row(page, '175件').focus()
    // the table still is of the text before the undo
    await page.keyboard.press('Control+z')
    await page.keyboard.press('c')
    await expect(page.locator('.compare-said')).toContainText(/没有改动|已确认/u)
    await expect(row(page, '150件')).toContainText('143件')
    await expect(row(page, '175件')).toContainText('168件')
    await view(page, '正文')
  })

  await test.step('the table as an Excel file', async () => {
    await view(page, '对比表')
    if (shell !== 'browser') return
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(readFileSync(await download.path()) as never)
    const values = book.getWorksheet('对比表')?.getSheetValues().flatMap((r) => (Array.isArray(r) ? [r.slice(1)] : [])) ?? []
    expect(values[0]).toEqual(['序号', '板块', '指标', '2024年原文', '2024年数值', '单位', '2023年原文', '2023年数值', '增减', '增减%', '判断', '说明'])
    expect(values.find((r) => r[3] === '410人次')).toMatchObject({ 4: 410, 6: '320人次', 7: 320, 8: 90, 9: 28.13, 10: '人工配对' })
  })

  await test.step('what was decided stays, through a power cut', async () => {
    await saved(page)
    await app.killAndRestart()
    expect(storedReports(app.home).some(({ text }) => text.includes('"verdict":"same"') || text.includes('"verdict": "same"'))).toBe(true)
    await openReport(app.page, `${BODY}2024年工作综述`)
    await view(app.page, '对比表')
    await expect(row(app.page, '410人次')).toContainText('人工配对')
  })
})

test('the years: a table, lines, a picture, and from a point to its sentence', async ({ app, shell }) => {
  const { page } = app
  await withYears(app)
  await view(page, '历年')
  const table = page.locator('.series-table')
  const series = (name: string) => table.locator('tbody tr', { hasText: name })
  await expect(series('立案')).toContainText('138件143件150件')
  await expect(series('立案')).toContainText('连续2年上升；有数据的3年中最高')
  await expect(page.locator('.series-chart').getByRole('link')).toHaveCount(3)

  await test.step('several indicators, a chart for each unit', async () => {
    await series('委员投资').getByRole('checkbox').check()
    await expect(page.locator('.series-chart')).toHaveCount(2)
    if (shell !== 'browser') return
    const [picture] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出图片' }).click()])
    const png = readFileSync(await picture.path())
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBeGreaterThan(1000)
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(readFileSync(await sheet.path()) as never)
    const rows = book.getWorksheet('历年数据')?.getSheetValues().flatMap((r) => (Array.isArray(r) ? [r.slice(1)] : [])) ?? []
    expect(rows[0]).toEqual(['指标', '单位', '2022年', '2023年', '2024年', '最近增减', '最近增减%', '说明'])
    expect(rows.find((r) => r[1] === '元')?.slice(2, 5)).toEqual([390_000_000, 440_000_000, 520_000_000])
  })

  await test.step('a point opens the report at its sentence', async () => {
    await page.locator('.series-chart').first().getByRole('link', { name: /2022年/u }).click()
    await expect(page.locator('.bench-name')).toContainText('2022年')
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toMatch(/^\d/u)
  })
  await test.step('so does a value in the table', async () => {
    await view(page, '历年')
    await series('收到提案').getByRole('button', { name: '175件' }).click()
    await expect(page.locator('.bench-name')).toContainText('2024年')
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('175件')
  })
})
