import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, saved, storedReports, test, type Application } from './application.ts'

/** A draft with planted faults; what the editor types later stands at its end. */
const TEXT = `临江县政协2024年工作综述
2024年，县政协在中共临江县委领导下，团结奋进，履职尽责，为全县发展作出了积极贡献，各项工作取得新成效。
一、提案工作提质增效
全年收到提案168件，立案143件，办复率达105%。提案办理推动解决了一批群众关心的实际问题，受到各方面好评，，成效明显。
推动工作工作落实，开展“委员走进群众”活动12次，服务群众1.2万人次。
二、协商议政成果丰硕
聚焦乡村振兴开展专题调研,走访群众380户,形成调研报告6篇。组织开展活动活动3次。
聚焦民生实事开展视察,提出意见建议27条。`

const violations = async (page: Page): Promise<string[]> => {
  // what moves in or out is not yet what it will be
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined))))
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target.join(' ')}`))
}
async function bringIn({ page, choose }: Application): Promise<void> {
  await choose([{ name: '综述.txt', content: TEXT }], () => page.getByRole('button', { name: '导入报告' }).click())
  await page.getByRole('button', { name: '保存到资料库' }).click()
  await open(page)
}
async function open(page: Page): Promise<void> {
  await page.getByRole('link', { name: /临江县政协/u }).first().click()
  await page.locator('.report p').first().waitFor()
  await page.getByRole('tab', { name: /问题/u }).click()
  await page.locator('.finding').first().waitFor()
}
const item = (page: Page, message: string): Locator => page.locator('.finding', { hasText: message })
const current = (page: Page): Locator => page.locator('.finding[data-current]')
const group = (page: Page, rule: string): Locator => page.locator(`[data-rule="${rule}"].finding-group`)
const selected = (page: Page): Promise<string | undefined> => page.evaluate(() => getSelection()?.toString())
const status = (page: Page): Locator => page.locator('.bench-status')

test('findings are seen, walked through by keyboard, put right and taken back', async ({ app }) => {
  const { page } = app
  await bringIn(app)
  const report = page.locator('.report')

  await test.step('they are underlined, listed and counted everywhere alike', async () => {
    await expect(page.locator('.report .hl-error')).toHaveText(['105%', '，，'])
    await expect(page.locator('.report .hl-warning')).toHaveText(['工作工作', ',', ',', '活动活动', ','])
    await expect(status(page)).toContainText('问题 7（错误 2 · 提示 5）')
    await expect(page.getByRole('tab', { name: /问题/u })).toContainText('7')
    await expect(page.getByRole('treeitem', { name: /一、提案工作/u }).locator('[data-errors]')).toHaveText('3')
    await expect(page.getByRole('treeitem', { name: /二、协商议政/u }).locator('.count')).toHaveText('4')
    await expect(page.locator('.findings-filter button')).toHaveText(['错误 2', '提示 5'])
  })

  await test.step('F7 goes from one to the next, in the text and in the list', async () => {
    await report.locator('p').first().click()
    await page.keyboard.press('F7')
    await expect.poll(() => selected(page)).toBe('105%')
    await expect(current(page)).toContainText('办复率不会超过100%')
    await page.keyboard.press('F7')
    await expect.poll(() => selected(page)).toBe('，，')
    await expect(page.locator('.report .hl-current')).toHaveText('，，')
    await expect(page.locator('.findings-said')).toContainText('第 2 个，共 7 个')
    await page.keyboard.press('Shift+F7')
    await expect(current(page)).toContainText('办复率不会超过100%')
  })

  await test.step('one is put right by a key, and the next one is there', async () => {
    await page.keyboard.press('F7')
    await page.keyboard.press('Alt+Enter')
    await expect(report).toContainText('受到各方面好评，成效明显')
    await expect(current(page)).toContainText('“工作”重复')
    await expect.poll(() => selected(page)).toBe('工作工作')
    await expect(status(page)).toContainText('问题 6（错误 1 · 提示 5）')
  })

  await test.step('in the list: arrows, Alt+Enter, Enter', async () => {
    await current(page).locator('.finding-go').focus()
    await page.keyboard.press('ArrowDown')
    await expect(current(page)).toContainText('“活动”重复')
    await expect(current(page).locator('.finding-go')).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(current(page)).toContainText('“工作”重复')
    await page.keyboard.press('F7')
    await expect(current(page).locator('.finding-go')).toBeFocused()
    await page.keyboard.press('Shift+F7')
    await expect(current(page)).toContainText('“工作”重复')
    await page.keyboard.press('Alt+Enter')
    await expect(report).toContainText('推动工作落实')
    await expect(current(page)).toContainText('“活动”重复')
    await expect(current(page).locator('.finding-go')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(() => selected(page)).toBe('活动活动')
    await expect(report).toBeFocused()
  })

  await test.step('all of a rule are put right at once, and it is one step to undo', async () => {
    const halfWidth = group(page, 'punct.half-width')
    await halfWidth.getByRole('button', { name: '全部改正（3 处）' }).click()
    await expect(halfWidth).toHaveCount(0)
    await expect(report).not.toContainText(',')
    await report.focus()
    await page.keyboard.press('Control+z')
    await expect(halfWidth.locator('.finding')).toHaveCount(3)
    await expect(report).toContainText('专题调研,走访群众380户,形成')
    await expect(report).toContainText('推动工作落实')
    await page.keyboard.press('Control+y')
    await expect(halfWidth).toHaveCount(0)
  })

  await test.step('a click on underlined words says what is wrong with them', async () => {
    await page.locator('.report .hl-error', { hasText: '105%' }).click()
    const note = page.getByRole('dialog', { name: '这里的问题' })
    await expect(note).toContainText('办复率不会超过100%，文中写作105%')
    await page.keyboard.press('Escape')
    await expect(note).toHaveCount(0)
    await page.locator('.report .hl-warning', { hasText: '活动活动' }).click()
    await note.getByRole('button', { name: '改为“活动”' }).click()
    await expect(report).toContainText('组织开展活动3次')
    await expect(note).toHaveCount(0)
  })

  await test.step('a place that is both a figure and a finding shows both', async () => {
    await page.getByRole('tab', { name: '数据' }).click()
    await page.locator('.side-head').getByText('全文').click()
    await page.locator('.figure-item', { has: page.getByText('105%', { exact: true }) }).hover()
    await page.getByRole('button', { name: '处理“105%”' }).click()
    await page.getByRole('menuitem', { name: '改指标名称' }).click()
    await page.getByLabel('105% 统计的是').fill('提案办复率')
    await page.getByLabel('105% 统计的是').press('Enter')
    await page.locator('.report .figure', { hasText: '105%' }).click()
    const figure = page.getByRole('dialog', { name: '核实数据' })
    await expect(figure).toContainText('办复率不会超过100%')
    await expect(page.locator('.report .hl-error', { hasText: '105%' })).toHaveCSS('text-decoration-style', 'wavy')
    await expect(figure.getByLabel('指标')).toHaveValue('提案办复率')
    await page.keyboard.press('Escape')
  })

  await test.step('when nothing is left it says what was checked', async () => {
    await report.locator('p', { hasText: '105%' }).click()
    await page.getByRole('tab', { name: /问题/u }).click()
    await item(page, '办复率不会超过100%').locator('.finding-go').click()
    await expect.poll(() => selected(page)).toBe('105%')
    await page.keyboard.type('95%')
    await expect(page.getByText('没有发现问题。')).toBeVisible()
    await expect(page.getByText(/已用 \d+ 项规则检查全文 \d+ 字/u)).toBeVisible()
    await expect(status(page)).toContainText('问题 0')
  })
})

test('what is let stand stays so, with its reason, and can be taken back', async ({ app }) => {
  const { page } = app
  await bringIn(app)

  await test.step('by keyboard, with one of the usual reasons and with one’s own', async () => {
    await page.locator('.report p').first().click()
    await page.keyboard.press('F7')
    await page.keyboard.press('Alt+Delete')
    const reasons = current(page).getByRole('group', { name: '忽略的理由' })
    await expect(reasons.getByRole('button', { name: '数据来源如此' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(item(page, '办复率不会超过100%')).toContainText('口径不同')
    await expect(current(page)).toContainText('连用')
    await expect.poll(() => selected(page)).toBe('，，')
    await item(page, '“工作”重复').locator('.finding-go').click()
    await current(page).locator('.finding-go').focus()
    await page.keyboard.press('Delete')
    await page.getByLabel('其他理由').fill('本地说法')
    await page.getByLabel('其他理由').press('Enter')
    await expect(page.getByText('已忽略（2）')).toBeVisible()
    await expect(current(page)).toContainText('“活动”重复')
    await expect(current(page).locator('.finding-go')).toBeFocused()
    await expect(status(page)).toContainText('问题 5（错误 1 · 提示 4）')
    await expect(page.locator('.report .hl-error')).toHaveText(['，，'])
  })

  await test.step('after the window was closed and the power went, too', async () => {
    await saved(page)
    await app.killAndRestart()
    await open(app.page)
    await expect(status(app.page)).toContainText('问题 5（错误 1 · 提示 4）')
    await app.page.getByText('已忽略（2）').click()
    await expect(app.page.locator('.finding-past .finding')).toHaveText([/办复率不会超过100%.*理由：口径不同 · 今天/u, /“工作”重复.*理由：本地说法 · 今天/u])
    expect(storedReports(app.home).some(({ text }) => text.includes('本地说法'))).toBe(true)
  })

  await test.step('taken back, it is found again; and that can be undone', async () => {
    const again = app.page
    await again.locator('.finding-past .finding', { hasText: '“工作”重复' }).getByRole('button', { name: '恢复' }).click()
    await expect(again.getByText('已忽略（1）')).toBeVisible()
    await expect(status(again)).toContainText('问题 6（错误 1 · 提示 5）')
    await again.locator('.report').focus()
    await again.keyboard.press('Control+z')
    await expect(again.getByText('已忽略（2）')).toBeVisible()
  })

  await test.step('another number is another finding', async () => {
    const again = app.page
    await again.locator('.report p', { hasText: '105%' }).click()
    await again.locator('.finding-past .finding', { hasText: '办复率' }).locator('.finding-go').click()
    await expect.poll(() => selected(again)).toBe('105%')
    await again.keyboard.type('106%')
    await expect(again.locator('.report .hl-error').first()).toHaveText('106%')
  })
})

test('rules are switched off for one report and for all, severities and the word list are kept, and other windows follow', async ({ app, shell }) => {
  test.skip(shell === 'electron', 'a second window of Electron is opened by its own menu')
  const { page } = app
  await bringIn(app)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByRole('tab', { name: /问题/u }).click()
  await other.locator('.finding').first().waitFor()
  const menu = async (rule: string, entry: string): Promise<void> => {
    await group(page, rule).getByRole('button', { name: /的操作$/u }).click()
    await page.getByRole('menuitem', { name: entry }).click()
  }

  await test.step('for this report', async () => {
    await menu('text.repeat', '本报告不再检查此项')
    await expect(group(page, 'text.repeat')).toHaveCount(0)
    await expect(page.locator('.finding-off')).toContainText('字词重复')
    await page.getByRole('button', { name: '重新启用“字词重复”' }).click()
    await expect(group(page, 'text.repeat').locator('.finding')).toHaveCount(2)
  })

  await test.step('for all reports; the other window follows, and settings bring it back', async () => {
    await menu('punct.half-width', '所有报告都不检查此项')
    await expect(group(page, 'punct.half-width')).toHaveCount(0)
    await expect(group(other, 'punct.half-width')).toHaveCount(0)
    await expect(status(other)).toContainText('问题 4（错误 2 · 提示 2）')
    await page.locator('.findings-head').getByRole('button', { name: '校核设置' }).click()
    const dialog = page.getByRole('dialog', { name: '校核设置' })
    const row = dialog.locator('tr[data-rule="punct.half-width"]')
    await expect(row.getByRole('switch', { name: /所有报告/u })).not.toBeChecked()
    await row.getByRole('switch', { name: /所有报告/u }).click({ force: true })
    await expect(group(other, 'punct.half-width').locator('.finding')).toHaveCount(3)
  })

  await test.step('a severity is changed', async () => {
    const dialog = page.getByRole('dialog', { name: '校核设置' })
    await dialog.getByLabel('“字词重复”的级别').selectOption('错误')
    await expect(status(other)).toContainText('问题 7（错误 4 · 提示 3）')
    await dialog.getByRole('button', { name: '恢复默认' }).click()
    await page.getByRole('dialog', { name: '恢复默认设置' }).getByRole('button', { name: '恢复默认' }).click()
    await expect(status(other)).toContainText('问题 7（错误 2 · 提示 5）')
  })

  await test.step('the export says what is left, and goes there', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '导出文件' }).click()
    const dialog = page.getByRole('dialog', { name: '导出文件' })
    const found = dialog.getByRole('region', { name: '校核发现的问题' })
    await expect(found).toContainText('错误 2，提示 5')
    await found.getByRole('button', { name: '看第一处：字词重复' }).click()
    await expect(dialog).toHaveCount(0)
    await expect.poll(() => selected(page)).toBe('工作工作')
  })

  await test.step('a word list is written, pasted into and taken back; the other window has it', async () => {
    await page.keyboard.press('Control+,')
    const dialog = page.getByRole('dialog', { name: '校核设置' })
    await dialog.getByRole('tab', { name: /词表/u }).click()
    await dialog.getByLabel('正确写法').fill('委员走访群众')
    await dialog.getByLabel('错误写法').fill('委员走进群众')
    await dialog.getByLabel('理由', { exact: true }).fill('省政协统一名称')
    await dialog.getByLabel('理由', { exact: true }).press('Enter')
    await expect(dialog.locator('[data-term="委员走访群众"]')).toContainText('省政协统一名称')
    await dialog.getByLabel('正确写法').evaluate((field) => {
      const data = new DataTransfer()
      data.setData('text/plain', '正确写法\t错误写法\n乡村振兴\t农村振兴、乡村震兴\n民生实事\t民生实施')
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await expect(dialog.locator('tr[data-term]')).toHaveCount(3)
    await dialog.getByRole('button', { name: '撤销' }).click()
    await expect(dialog.locator('tr[data-term]')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(group(other, 'term.variant')).toContainText('委员走访群众')
    await expect(page.locator('.report .hl-finding', { hasText: '委员走进群众' })).toBeVisible()
    await expect.poll(() => readFileSync(join(app.home, 'library/settings.json'), 'utf8')).toContain('省政协统一名称')
  })
})

test('a check that does not come about is said, and tried again', async ({ app, shell }) => {
  test.skip(shell === 'electron', 'the files of Electron’s window come from no network')
  const { page } = app
  await page.route('**/analysis.worker*', (route) => route.abort())
  await app.choose([{ name: '综述.txt', content: TEXT }], () => page.getByRole('button', { name: '导入报告' }).click())
  await page.getByRole('button', { name: '保存到资料库' }).click()
  await page.getByRole('link', { name: /临江县政协/u }).first().click()
  await page.getByRole('tab', { name: /问题/u }).click()
  await expect(page.getByRole('alert').filter({ hasText: '检查程序出错，还没有检查出结果' })).toBeVisible()
  await expect(status(page)).toContainText('问题 …')
  await page.unroute('**/analysis.worker*')
  await page.getByRole('button', { name: '重新检查' }).click()
  await expect(status(page)).toContainText('问题 7')
  await expect(page.getByText('检查程序出错')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the list, the note, the reasons and the settings can be used by everybody (${colorScheme})`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await bringIn(app)
    await page.locator('.report p').first().click()
    await page.keyboard.press('F7')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Alt+Delete')
    await page.getByLabel('其他理由').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('已忽略（1）').click()
    await page.getByRole('radiogroup', { name: '排列' }).getByText('按板块').click()
    await page.locator('.report .hl-warning').first().click()
    await page.getByRole('dialog', { name: '这里的问题' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog', { name: '校核设置' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('tab', { name: '词表' }).click()
    await page.getByLabel('正确写法').fill('甲')
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '导出文件' }).click()
    await page.getByRole('region', { name: '校核发现的问题' }).waitFor()
    expect(await violations(page)).toEqual([])
  })
}
