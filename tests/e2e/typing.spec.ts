import { expect, openReport, rollForward, saved, storedReports, test } from './application.ts'

test('text of a Chinese input method arrives undisturbed, while marks and saving go on', async ({ app }) => {
  const { page } = app
  await openReport(page, '实干笃行谋发展')
  const paragraph = page.locator('.report p').first()
  await paragraph.click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('Home')
  const cdp = await page.context().newCDPSession(page)
  for (const [steps, word] of [[['z', 'zh', 'zheng', 'zhengxie'], '政协'], [['g', 'gong', 'gongzuo'], '工作']] as const) {
    for (const text of steps) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await expect(paragraph).toContainText(text)
    }
    // longer than the worker and the autosave wait
    await expect(page.locator('.save-status')).toContainText('保存')
    await cdp.send('Input.insertText', { text: word })
  }
  await expect(paragraph).toContainText(/^政协工作2024年是/u)
  await saved(page)
  expect(storedReports(app.home).some(({ text }) => text.includes('政协工作2024年是'))).toBe(true)
  await page.keyboard.press('Control+z')
  await expect(paragraph).not.toContainText('政协工作2024')
})

test('an input method in front of a slot fills the slot’s field, not the text', async ({ app }) => {
  const { page } = app
  await rollForward(page)
  await page.locator('.report .slot').first().click()
  const field = page.getByRole('dialog', { name: '填写数据' }).getByLabel('数据')
  await expect(field).toBeFocused()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Input.imeSetComposition', { text: 'wushi', selectionStart: 5, selectionEnd: 5 })
  await cdp.send('Input.insertText', { text: '五十' })
  await expect(field).toHaveValue('五十')
  await page.keyboard.press('Enter')
  await expect(page.locator('.report .figure').first()).toHaveText('五十条')
})

test('keys as in Word: Enter splits, Backspace joins, Tab goes to the next slot', async ({ app }) => {
  const { page } = app
  await rollForward(page)
  const count = await page.locator('.report p').count()
  // the first line's beginning: in the middle of a paragraph may stand a slot, whose field would take the keys
  await page.locator('.report p').first().click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('新的一段。')
  await expect(page.locator('.report p')).toHaveCount(count + 1)
  for (let i = 0; i < '新的一段。'.length + 1; i++) await page.keyboard.press('Backspace')
  await expect(page.locator('.report p')).toHaveCount(count)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('dialog', { name: '填写数据' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '填写数据' })).toHaveCount(0)
})
