import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, openReport, rollForward, saved, test } from './application.ts'

const REPORT = `某县政协2024年工作综述
一、提案工作
提案工作提质增效。全年收到提案168件，经审查立案143件，办复率100%。
二、社情民意
社情民意反映有力。全年报送社情民意信息280篇。`

test('from last year’s report to this year’s Word file', async ({ app }) => {
  const { page } = app

  await test.step('the library shows the five seeds as examples', async () => {
    await expect(page.locator('[data-report]')).toHaveCount(5)
    const row = page.locator('[data-report]', { hasText: '第十届开化县委员会' })
    await expect(row).toContainText('开化县政协')
    await expect(row).toContainText('2020')
    await expect(row).toContainText('4,291')
    await expect(row).toContainText('39')
    await expect(row).toContainText('示例')
  })

  await test.step('a removed example can be brought back', async () => {
    await page.getByRole('button', { name: /“从“专项攻坚”.*的操作/u }).click()
    await page.getByRole('menuitem', { name: '删除' }).click()
    await expect(page.locator('[data-report]')).toHaveCount(4)
    await page.getByRole('button', { name: '恢复示例报告' }).click()
    await expect(page.locator('[data-report]')).toHaveCount(5)
  })

  await test.step('a file is looked at and corrected before it is stored', async () => {
    await app.choose([{ name: '综述.txt', content: REPORT }], () => page.getByRole('button', { name: '导入报告' }).click())
    await expect(page.getByRole('region', { name: '识别出的结构' }).getByText('提案工作提质增效')).toBeVisible()
    await expect(page.getByLabel('报告年份')).toHaveValue('2024')
    await page.getByRole('combobox', { name: '单位', exact: true }).fill('临江县政协')
    await page.getByLabel('报告年份').fill('2023')
    await page.getByRole('button', { name: '保存到资料库' }).click()
    await expect(page.locator('[data-report]')).toHaveCount(6)
    await expect(page.locator('[data-report]', { hasText: '临江县政协' })).toContainText('2023')
  })

  await test.step('rolled forward, every figure is open and shows the old value; the year has moved', async () => {
    await rollForward(page)
    await expect(page.locator('.report .slot')).toHaveCount(39)
    await expect(page.locator('.report .slot').first()).toContainText('2020：42条')
    await expect(page.getByRole('treeitem', { name: '2021年工作回顾' })).toBeVisible()
    await expect(page.getByRole('treeitem', { name: '2022年工作意见' })).toBeVisible()
    await expect(page.locator('.report strong.lead').first()).toContainText('将习近平新时代中国特色社会主义思想')
  })

  await test.step('a slot is filled by keyboard; the panel shows last year’s value and the change', async () => {
    // the draft opened at its first open slot
    const dialog = page.getByRole('dialog', { name: '填写数据' })
    await expect(dialog).toContainText('2020年：42条')
    await dialog.getByLabel('数据').fill('50')
    await page.keyboard.press('Enter')
    await expect(page.locator('.report .slot')).toHaveCount(38)
    await expect(page.locator('.report')).toContainText('形成50条协商建议')
    const row = page.locator('.figure-row', { hasText: '协商建议' }).filter({ hasText: '50条' })
    await expect(row).toContainText('2020：42条')
    await expect(row).toContainText('+8条（+19.05%）')
    await expect(row).toContainText('未核')
  })

  await test.step('a figure is verified by a person, and is so only as it stands', async () => {
    await page.locator('.report .figure').first().click()
    await page.getByRole('dialog', { name: '核实数据' }).getByRole('button', { name: '已核' }).click()
    const row = page.locator('.figure-row', { hasText: '50条' })
    await expect(row).toContainText('已核')
    await page.keyboard.press('Control+z')
    await expect(row).toContainText('未核')
  })

  await test.step('undo and redo', async () => {
    await page.getByRole('button', { name: '撤销（Ctrl+Z）' }).click()
    await expect(page.locator('.report .slot')).toHaveCount(39)
    await page.getByRole('button', { name: '重做（Ctrl+Y）' }).click()
    await expect(page.locator('.report .slot')).toHaveCount(38)
  })

  await test.step('sections: add, rename, move, delete', async () => {
    const tree = page.getByRole('tree', { name: '大纲' })
    await tree.getByRole('treeitem', { name: /三、坚持履职为民/u }).click()
    await page.getByRole('button', { name: '添加板块' }).click()
    await page.getByLabel('板块标题').fill('加强数字政协建设')
    await page.keyboard.press('Enter')
    const added = tree.getByRole('treeitem', { name: /加强数字政协建设/u })
    await expect(added).toBeVisible()
    await added.focus()
    await page.keyboard.press('Alt+ArrowUp')
    const names = await tree.getByRole('treeitem').allInnerTexts()
    expect(names.findIndex((n) => n.includes('数字政协'))).toBeLessThan(names.findIndex((n) => n.includes('坚持履职为民')))
    await tree.getByRole('treeitem', { name: /加强数字政协建设/u }).focus()
    await page.keyboard.press('Delete')
    await expect(added).toHaveCount(0)
    await expect(tree.getByRole('treeitem', { name: /三、坚持履职为民/u })).toBeVisible()
  })

  await test.step('findings: seen, gone to, mended', async () => {
    await page.locator('.report p', { hasText: '深入基层一线' }).click({ position: { x: 60, y: 12 } })
    await page.keyboard.press('End')
    await page.keyboard.type('全年立案提案138件，办复率达105%。')
    await page.getByRole('tab', { name: /问题/u }).click()
    await expect(page.getByText('办复率不会超过100%，文中写作105%')).toBeVisible()
    await page.getByText('办复率不会超过100%，文中写作105%').click()
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('105%')
    await page.keyboard.type('99%')
    await expect(page.getByText('办复率不会超过100%，文中写作105%')).toHaveCount(0)
    const halfWidth = page.locator('[data-rule="punct.half-width"]')
    await expect(halfWidth.first()).toBeVisible()
    await page.locator('.side-head').getByText('全文').click()
    await halfWidth.getByRole('button', { name: '全部改正' }).click()
    await expect(halfWidth).toHaveCount(0)
    await expect(page.locator('.report .slot')).toHaveCount(38)
    await expect(page.locator('[data-rule="slot.open"]')).toContainText('数据未填或未核')
  })

  await test.step('the state of saving is visible, and true', async () => {
    await saved(page)
  })

  await test.step('export warns of open slots and goes on if it must', async () => {
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: '导出文件' })
    await expect(dialog).toContainText('还有 38 处数据没有填写')
    const { name, part } = await app.exported(() => dialog.getByRole('button', { name: '仍要导出' }).click())
    expect(name).toMatch(/\.docx$/u)
    const document = part('word/document.xml')
    const text = document.replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, '')
    expect(text).toContain('形成50条协商建议')
    expect(text).toContain('办复率达99%')
    expect(text).toContain('聚焦“城乡生活垃圾分类处理”')
    expect(text).not.toMatch(/\p{Script=Han},\p{Script=Han}/u)
    expect(text).toContain('2021年工作回顾')
    expect(text).not.toContain('42条')
    expect(document.match(/w:highlight w:val="yellow"/gu)?.length).toBe(38)
    // the five sections of the review; last year's plan is not copied
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/gu)?.length).toBe(5)
    expect(part('word/styles.xml')).toMatch(/w:eastAsia="仿宋_GB2312".*w:firstLineChars="200"|w:firstLineChars="200".*w:eastAsia="仿宋_GB2312"/su)
  })
})

test('a draft from a section template, with guidance that is not printed', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: '新建草稿' }).click()
  await page.getByText('按模板起草').click()
  await page.getByRole('dialog').getByRole('combobox', { name: '单位' }).fill('临江市政协')
  await page.getByRole('radio', { name: /县政协年度工作综述/u }).click()
  await page.getByRole('button', { name: /新建 \d{4} 年草稿/u }).click()
  await expect(page.locator('.report p[data-guidance]').first()).toHaveAttribute('data-guidance', /^写“/u)
  await expect(page.locator('.report .slot').first()).toContainText('例：')
  await expect(page.locator('.report .subtitle')).toContainText('临江市政协')
  await page.getByRole('button', { name: '导出文件' }).click()
  const { part } = await app.exported(() => page.getByRole('button', { name: '仍要导出' }).click())
  expect(part('word/document.xml')).toContain('强化党的领导')
  expect(part('word/document.xml')).not.toContain('的做法')
  expect(part('word/document.xml')).not.toContain('需要的数据')
})

test('files dropped on the window are imported', async ({ app }) => {
  const { page } = app
  const path = join(mkdtempSync(join(tmpdir(), 'shuhe-')), '拖入.txt')
  writeFileSync(path, REPORT)
  const cdp = await page.context().newCDPSession(page)
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') => cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 600, data: { items: [], files: [path], dragOperationsMask: 1 } })
  await drag('dragEnter')
  await drag('dragOver')
  await expect(page.getByText('松开以导入')).toBeVisible()
  await drag('dragOver')
  await drag('drop')
  await expect(page.getByText('来自文件 拖入.txt')).toBeVisible()
})

test('words are found in the text', async ({ app }) => {
  const { page } = app
  await openReport(page, '实干笃行谋发展')
  await page.keyboard.press('Control+f')
  await page.getByLabel('查找', { exact: true }).fill('民生议事堂')
  await expect(page.getByText(/共 \d+ 处/u)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.report .hl-match').first()).toBeInViewport()
})
