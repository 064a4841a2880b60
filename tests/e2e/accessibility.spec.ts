import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, rollForward, test } from './application.ts'

const violations = async (page: Page): Promise<string[]> => {
  // what moves in or out is not yet what it will be
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined))))
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target.join(' ')}`))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`library, import, editor and export dialog can be used by everybody (${colorScheme})`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page)).toEqual([])
    await app.choose([{ name: '综述.txt', content: '某县政协2024年工作综述\n一、提案工作\n全年收到提案168件。' }], () => page.getByRole('button', { name: '导入报告' }).click())
    await page.getByRole('button', { name: '保存到资料库' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '不导入这份' }).click()
    await rollForward(page)
    await page.locator('.figure-row, .side-list').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('tab', { name: /问题/u }).click()
    await page.locator('.side-head').getByText('全文').click()
    await page.locator('.finding-group').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('tab', { name: '去年' }).click()
    await page.getByText('原文对照', { exact: true }).click()
    await page.locator('.last-text p').first().waitFor()
    expect(await violations(page)).toEqual([])
    for (const view of ['对比表', '历年']) {
      await page.getByRole('radiogroup', { name: '视图' }).getByText(view, { exact: true }).click()
      await page.locator('.compare-table tbody tr, .series-table tbody tr, .series [role=status]').first().waitFor()
      expect(await violations(page)).toEqual([])
    }
    await page.getByRole('radiogroup', { name: '视图' }).getByText('正文', { exact: true }).click()
    await page.getByRole('button', { name: '导出文件' }).click()
    await page.getByRole('button', { name: '仍要导出' }).waitFor()
    expect(await violations(page)).toEqual([])
  })
}
