import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, storedReports, test } from './application.ts'

const DIALOG = { name: '导出文件' }

test('the four profiles: real pages, options that stick, files, and the list of what was exported', async ({ app, shell }) => {
  const { page } = app
  await page.locator('[data-report]').filter({ hasText: '柯城' }).first().getByRole('link').click()
  await page.locator('.report p').first().waitFor()
  await page.getByRole('button', DIALOG).click()
  const dialog = page.getByRole('dialog', DIALOG)
  const pages = dialog.getByRole('region', { name: '版面预览' })
  const profile = (name: string) => dialog.getByRole('radiogroup', { name: '版式' }).getByText(name, { exact: true }).click()

  await test.step('the official document shows its pages and how full the last one is', async () => {
    await expect(pages.getByRole('status')).toHaveText(/^共 \d+ 页，末页 \d+ 行$/u)
    await expect(pages.getByRole('group', { name: /^第 1 页/u })).toContainText('常务委员会')
    await expect(pages.getByRole('group', { name: /^第 1 页/u })).toContainText('— 1 —')
  })
  await test.step('a signature comes onto the pages as it is typed', async () => {
    await dialog.getByRole('tab', { name: '选项' }).click()
    await dialog.getByText('文末署名和成文日期').click()
    await dialog.getByRole('textbox', { name: '署名' }).fill('政协衢州市柯城区委员会')
    await dialog.getByRole('textbox', { name: '成文日期' }).fill('2024年1月27日')
    await dialog.getByText('楷体', { exact: true }).click()
    await expect(pages).toHaveAttribute('aria-busy', 'false')
    await dialog.getByRole('region', { name: /^页面/u }).press('End')
    await expect(pages).toContainText('政协衢州市柯城区委员会')
    await expect(pages).toContainText('2024年1月27日')
  })
  await test.step('what is exported is what was shown', async () => {
    const { name, part } = await app.exported(() => dialog.getByRole('button', { name: '导出', exact: true }).click())
    expect(name).toMatch(/\.docx$/u)
    expect(part('word/document.xml')).toContain('政协衢州市柯城区委员会')
    await expect(dialog).toBeHidden()
  })
  await test.step('the options are there again the next time', async () => {
    await page.getByRole('button', DIALOG).click()
    await dialog.getByRole('tab', { name: '选项' }).click()
    await expect(dialog.getByRole('textbox', { name: '署名' })).toHaveValue('政协衢州市柯城区委员会')
    await expect(dialog.getByRole('radio', { name: '楷体' })).toBeChecked()
  })
  await test.step('the review copy has the findings as comments', async () => {
    await profile('送审稿')
    await expect(pages).toHaveAttribute('aria-busy', 'false')
    await expect(dialog.getByRole('combobox', { name: '格式' })).toHaveValue('docx')
    const { part } = await app.exported(() => dialog.getByRole('button', { name: '导出', exact: true }).click())
    expect(part('word/comments.xml')).toContain('述核校核')
    expect(part('word/document.xml')).toContain('w:commentRangeStart')
  })
  await test.step('the list makes an export again, and forgets one', async () => {
    await page.getByRole('button', DIALOG).click()
    await dialog.getByRole('tab', { name: '最近导出' }).click()
    const entries = dialog.getByRole('list', { name: '最近导出' }).getByRole('listitem')
    await expect(entries).toHaveCount(2)
    await expect(entries.first()).toContainText('送审稿')
    const { part } = await app.exported(() => entries.last().getByRole('button', { name: /^再次导出/u }).click())
    expect(part('word/document.xml')).toContain('政协衢州市柯城区委员会')
    expect(part('word/document.xml')).not.toContain('w:commentRangeStart')
    await expect(entries.first()).toContainText('公文')
    await expect(entries).toHaveCount(2)
    await entries.last().getByRole('button', { name: /从列表中去掉/u }).click()
    await expect(entries).toHaveCount(1)
  })
  if (shell !== 'browser') return
  await test.step('the sheet is a spreadsheet, the manuscript a text', async () => {
    await profile('数据核对表')
    await dialog.getByRole('tab', { name: '选项' }).click()
    await expect(dialog.getByRole('combobox', { name: '格式' })).toHaveValue('xlsx')
    const [sheet] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '导出', exact: true }).click()])
    expect(sheet.suggestedFilename()).toMatch(/（数据核对表）\.xlsx$/u)
    expect(strFromU8(unzipSync(new Uint8Array(readFileSync(await sheet.path())))['xl/workbook.xml'] ?? new Uint8Array())).toContain('<sheet')
    await page.getByRole('button', DIALOG).click()
    await profile('报纸稿')
    await dialog.getByRole('tab', { name: '选项' }).click()
    await dialog.getByRole('combobox', { name: '格式' }).selectOption('txt')
    const [text] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '导出', exact: true }).click()])
    expect(readFileSync(await text.path(), 'utf8')).toMatch(/【主标题】.*【小标题】.*全文：\d+字/su)
  })
})

test('an earlier version of the report can be shown against, by word', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: '新建草稿' }).click()
  await page.getByText('按模板起草').click()
  await page.getByRole('dialog').getByRole('combobox', { name: '单位' }).fill('临江市政协')
  await page.getByRole('radio', { name: /县政协年度工作综述/u }).click()
  await page.getByRole('button', { name: /新建 \d{4} 年草稿/u }).click()
  const heading = page.locator('.report h2').first()
  await heading.click()
  await page.keyboard.press('End')
  await page.keyboard.type('和全面从严治党')
  await page.keyboard.press('Control+s')
  // what the status says may still be of the draft as it was made
  await expect.poll(() => storedReports(app.home).some(({ text }) => text.includes('和全面从严治党'))).toBe(true)
  await page.getByRole('button', DIALOG).click()
  const dialog = page.getByRole('dialog', DIALOG)
  await dialog.getByRole('radiogroup', { name: '版式' }).getByText('送审稿', { exact: true }).click()
  await dialog.getByRole('tab', { name: '选项' }).click()
  await dialog.getByRole('combobox', { name: /显示修订/u }).selectOption({ index: 1 })
  await expect(dialog.getByRole('combobox', { name: /显示修订/u })).toHaveValue(/^version /u)
  const { part } = await app.exported(() => dialog.getByRole('button', { name: '导出', exact: true }).click())
  expect(part('word/document.xml')).toMatch(/<w:ins [^>]*w:author="述核"[^>]*>(?:(?!<\/w:ins>).)*全面从严治党/su)
})
