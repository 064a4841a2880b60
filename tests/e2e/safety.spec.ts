import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, openReport, saved, storedReports, test } from './application.ts'

test('what was acknowledged as saved survives SIGKILL', async ({ app }) => {
  await openReport(app.page, '实干笃行谋发展')
  await app.page.locator('.report p').first().click({ position: { x: 60, y: 12 } })
  await app.page.keyboard.press('Home')
  await app.page.keyboard.type('断电之前写下的一句话。')
  await app.page.keyboard.press('Control+s')
  await expect(app.page.locator('.report p').first()).toContainText('断电之前写下的一句话。')
  await saved(app.page)
  await app.killAndRestart()
  await openReport(app.page, '实干笃行谋发展')
  await expect(app.page.locator('.report p').first()).toContainText('断电之前写下的一句话。')
})

test('files that cannot be read: name, reason and way out; the library is unchanged', async ({ app }) => {
  const { page } = app
  const before = storedReports(app.home).length
  const files = [
    { name: '空白.docx', content: '', says: '文件是空的' },
    { name: '损坏.docx', content: 'PK\u0003\u0004 not a zip', says: '已损坏' },
    { name: '旧版.doc', content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(100)]), says: '不是 Word 文档' },
    { name: '图片.txt', content: Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)), says: '不是文本文件' },
    { name: '过大.txt', content: Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), says: '20 MB' },
  ]
  await app.choose(files, () => page.getByRole('button', { name: '导入报告' }).click())
  for (const { name, says } of files) {
    const alert = page.getByRole('alert').filter({ hasText: name })
    await expect(alert).toContainText(says)
    await expect(alert).toContainText('资料库没有变化')
    await alert.getByRole('button', { name: '不导入这份' }).click()
  }
  await expect(page.locator('[data-report]')).toHaveCount(before)
  expect(storedReports(app.home).length).toBe(before)
})

test('a damaged report: set aside, the last good copy opened, the user told', async ({ app }) => {
  await openReport(app.page, '实干笃行谋发展')
  for (const word of ['甲', '乙']) {
    await app.page.locator('.report p').first().click({ position: { x: 60, y: 12 } })
    await app.page.keyboard.press('Home')
    await app.page.keyboard.type(word)
    await app.page.keyboard.press('Control+s')
    await saved(app.page)
  }
  const folder = join(app.home, 'library/reports')
  const name = readdirSync(folder).find((n) => n.endsWith('.json') && readFileSync(join(folder, n), 'utf8').includes('甲2024年'))
  writeFileSync(join(folder, name ?? ''), '{"format":"shu')
  await app.killAndRestart()
  await expect(app.page.getByText(/已损坏，已打开上一次保存的完好副本/u)).toBeVisible()
  await openReport(app.page, '实干笃行谋发展')
  await expect(app.page.locator('.report p').first()).toContainText('甲2024年')
  expect(readdirSync(folder).some((n) => n.includes('.damaged-'))).toBe(true)
})

test('the host is gone: told, nothing lost, and offered again', async ({ app, shell }) => {
  test.skip(shell === 'electron', 'Electron’s window ends with its host')
  const { page } = app
  await openReport(page, '实干笃行谋发展')
  // one route that is told when the host is back: taking a route away while a page loads may leave a request of that page unanswered for ever
  let gone = true
  await page.route('**/rpc/reports/save', (route) => (gone ? route.abort() : route.continue()))
  await page.locator('.report p').first().click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('Home')
  await page.keyboard.type('没有存上的一句话。')
  await expect(page.getByText('没有保存成功。')).toBeVisible()
  await expect(page.locator('.save-status')).toContainText('保存失败')
  await page.evaluate(() => {
    // the window is closed for good, without a chance to ask
    window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
  })
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByRole('button', { name: '恢复这些修改' })).toBeVisible()
  gone = false
  await page.getByRole('button', { name: '恢复这些修改' }).click()
  await expect(page.locator('.report p').first()).toContainText('没有存上的一句话。')
  await saved(page)
  expect(storedReports(app.home).some(({ text }) => text.includes('没有存上的一句话。'))).toBe(true)
})

test('two windows on one report: the second save is a conflict, not a loss', async ({ app, shell }) => {
  test.skip(shell === 'electron', 'Electron has one window')
  const { page } = app
  await openReport(page, '实干笃行谋发展')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.locator('.report p').first().click({ position: { x: 60, y: 12 } })
  await other.keyboard.press('Home')
  await other.keyboard.type('乙窗口。')
  await saved(other)
  await expect(other.locator('.report p').first()).toContainText('乙窗口。')
  await expect.poll(() => storedReports(app.home).some(({ text }) => text.includes('乙窗口。'))).toBe(true)
  await page.locator('.report p').first().click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('Home')
  await page.keyboard.type('甲窗口。')
  await expect(page.getByText('已在另一个窗口中修改并保存')).toBeVisible()
  expect(storedReports(app.home).some(({ text }) => text.includes('甲窗口。'))).toBe(false)
  await page.getByRole('button', { name: '选择保留哪一份' }).click()
  await page.getByRole('button', { name: '保留本窗口的内容' }).click()
  await saved(page)
  await expect.poll(() => storedReports(app.home).some(({ text }) => text.includes('甲窗口。'))).toBe(true)
})
