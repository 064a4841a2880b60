import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, openReport, rollForward, saved, storedReports, test, type Application } from './application.ts'
import { longReport } from './long-report.ts'

const TITLE = '临江县政协2024年工作综述'

const count = (page: Page) => page.locator('.verify-count')
const current = (page: Page) => page.locator('.verify-figure[data-current]')
const card = (page: Page) => page.getByRole('region', { name: '当前数据' })

async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(key)
}

async function bringIn(app: Application, files: readonly { name: string; content: string }[]): Promise<void> {
  const { page } = app
  for (const file of files) {
    const before = await page.locator('[data-report]').count()
    await app.choose([file], () => page.getByRole('button', { name: '导入报告' }).click())
    await page.getByRole('button', { name: '保存到资料库' }).click()
    await expect(page.locator('[data-report]')).toHaveCount(before + 1)
  }
}

/** Opens the report and begins to verify. */
async function begin(page: Page, title = TITLE): Promise<void> {
  await openReport(page, title)
  await press(page, 'F9')
  await card(page).waitFor()
}

const statesIn = (home: string, title: string): Record<string, number> => {
  const text = storedReports(home).find((r) => r.title === title)?.text ?? ''
  const out: Record<string, number> = {}
  for (const [, state = ''] of text.matchAll(/"state":\s*"(\w+)"/gu)) out[state] = (out[state] ?? 0) + 1
  return out
}

test('a report of 150 figures is verified in one sitting, by keys alone, through a reload and a power cut', async ({ app }) => {
  test.setTimeout(180_000)
  await bringIn(app, [longReport(2023, (n) => n - 1), longReport(2024)])
  await begin(app.page)

  await test.step('the card has the figure, last year’s value with its change and sentence; the text shows it in the middle', async () => {
    const { page } = app
    await expect(count(page)).toHaveText('已核 0/ 150')
    await expect(card(page)).toContainText('第 1 处，共 150 处')
    await expect(card(page).locator('.verify-value b')).toHaveText('20场')
    await expect(card(page)).toContainText('2023年')
    await expect(card(page).locator('.verify-last')).toContainText('19场')
    await expect(card(page).locator('.verify-last')).toContainText('+1场（+5.26%）')
    await expect(card(page).locator('.verify-quote')).toContainText('全年组织界别思想引领活动19场')
    await expect(current(page)).toHaveText('20场')
    await expect(current(page)).toBeInViewport()
    await expect(page.getByRole('status').filter({ hasText: '第 1 处，共 150 处' })).toContainText('20场')
  })

  await test.step('source and name are given once', async () => {
    const { page } = app
    await press(page, 's')
    await page.keyboard.type('各专委会台账')
    await press(page, 'Tab')
    await page.keyboard.type('张三')
    await press(page, 'Enter')
    await expect(card(page)).toContainText('来源：各专委会台账')
    await expect(card(page)).toContainText('核实人：张三')
  })

  await test.step('each Enter verifies one and goes to the next', async () => {
    const { page } = app
    await press(page, 'Enter', 40)
    await expect(count(page)).toHaveText('已核 40/ 150')
    await expect(card(page)).toContainText('第 41 处，共 150 处')
    await expect(current(page)).toBeInViewport()
    await press(page, 'ArrowLeft')
    await expect(card(page)).toContainText('已核')
    await expect(card(page)).toContainText('张三，今天')
    await expect(card(page)).toContainText('来源：各专委会台账')
    await press(page, ' ')
  })

  await test.step('one is doubted with a note', async () => {
    const { page } = app
    await press(page, 'd')
    await page.keyboard.type('与简报不一致')
    await press(page, 'Enter')
    await expect(page.locator('.verify-counts')).toContainText('存疑 1')
    await expect(card(page)).toContainText('第 42 处，共 150 处')
  })

  await test.step('one is put right in its place, and then verified', async () => {
    const { page } = app
    const before = await current(page).textContent()
    await press(page, 'e')
    await expect(page.getByRole('textbox', { name: '改为' })).toHaveValue(before ?? '')
    await page.keyboard.type('66')
    await press(page, 'Enter')
    await expect(current(page)).toHaveText((before ?? '').replace(/\d+/u, '66'))
    await expect(card(page)).toContainText('未核')
    await press(page, 'Enter')
    await expect(count(page)).toHaveText('已核 41/ 150')
    await press(page, 'z', 2)
    await expect(current(page)).toHaveText(before ?? '')
    await expect(count(page)).toHaveText('已核 40/ 150')
    await press(page, 'Control+y', 2)
    await expect(count(page)).toHaveText('已核 41/ 150')
    await press(page, 'Enter')
  })

  await test.step('a key held down verifies no more than one', async () => {
    const { page } = app
    await expect(count(page)).toHaveText('已核 41/ 150')
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect(count(page)).toHaveText('已核 42/ 150')
  })

  await test.step('after a reload it goes on where it was left', async () => {
    const { page } = app
    await press(page, 'Enter', 8)
    await expect(count(page)).toHaveText('已核 50/ 150')
    const place = await card(page).locator('.verify-ordinal').textContent()
    await saved(page)
    await page.reload()
    await page.locator('.report p').first().waitFor()
    await press(page, 'F9')
    await expect(count(page)).toHaveText('已核 50/ 150')
    await expect(card(page).locator('.verify-ordinal')).toHaveText(place ?? '')
    await expect(card(page)).toContainText('来源：各专委会台账')
  })

  await test.step('nothing that was saved is lost to SIGKILL', async () => {
    await press(app.page, 'Enter', 30)
    await expect(count(app.page)).toHaveText('已核 80/ 150')
    await saved(app.page)
    await app.killAndRestart()
    expect(statesIn(app.home, TITLE)).toMatchObject({ verified: 80, doubtful: 1 })
    await begin(app.page)
    await expect(count(app.page)).toHaveText('已核 80/ 150')
  })

  await test.step('at the end stands what has come of it', async () => {
    const { page } = app
    await press(page, 'Enter', 69)
    const summary = page.getByRole('region', { name: '核对小结' })
    await expect(summary.getByRole('heading', { level: 2 })).toHaveText('150 处数据都已看过，1 处存疑')
    await expect(summary).toContainText('与简报不一致')
    await summary.getByRole('button', { name: '导出文件…' }).click()
    await page.getByRole('dialog').waitFor()
    await press(page, 'Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await summary.getByRole('button', { name: /与简报不一致/u }).click()
    await expect(card(page)).toContainText('存疑')
    await press(page, 'y')
    await expect(summary.getByRole('heading', { level: 2 })).toHaveText('150 处数据全部已核')
    await press(page, 'Control+s')
    await saved(page)
    expect(statesIn(app.home, TITLE)).toEqual(expect.objectContaining({ verified: 150 }))
    const verifications = storedReports(app.home).find((r) => r.title === TITLE)?.text.match(/"verification"/gu) ?? []
    expect(verifications).toHaveLength(150)
  })
})

const SHORT = {
  name: '短.txt',
  content: `临江县政协2024年工作综述
一、办理提案168件成效明显
全年收到提案168件，立案143件，提出建议96条，其中占比最高的是民生类。
二、协商议政
召开协商会12次，走访企业“100强”企业3家，邀请7个部门参加。`,
}

test('what a person may say of a figure, and what becomes of it', async ({ app }) => {
  await bringIn(app, [SHORT])
  const { page } = app
  await begin(page)
  const value = card(page).locator('.verify-value b')
  const total = Number((await count(page).textContent())?.split('/')[1])

  await test.step('figures of headings do not count; among all they are looked at and passed by', async () => {
    await expect(value).toHaveText('168件')
    await expect(card(page)).toContainText('第 1 处')
    await press(page, '2')
    await press(page, 'ArrowLeft')
    await expect(card(page)).toContainText('标题中的数字不能单独标记')
    await press(page, 'd')
    await expect(card(page).getByRole('alert')).toContainText('不能单独标记')
    await press(page, 'Enter')
    await expect(count(page)).toHaveText(`已核 0/ ${total}`)
    await press(page, '1')
  })

  await test.step('a paragraph is verified as one once each was seen, and that is asked for', async () => {
    await expect(value).toHaveText('168件')
    await press(page, 'Shift+Enter')
    await expect(card(page).getByRole('alert')).toContainText('本段还有 2 处没有看过')
    await press(page, 'ArrowRight', 2)
    await press(page, 'Shift+Enter')
    await expect(page.getByRole('alertdialog')).toContainText('168件、143件、96条')
    await press(page, 'Escape')
    await expect(count(page)).toHaveText(`已核 0/ ${total}`)
    await press(page, 'Shift+Enter')
    await press(page, 'Enter')
    await expect(count(page)).toHaveText(`已核 3/ ${total}`)
    await press(page, 'z')
    await expect(count(page)).toHaveText(`已核 0/ ${total}`)
    await press(page, 'Control+Shift+z')
    await expect(count(page)).toHaveText(`已核 3/ ${total}`)
    await press(page, 'Enter')
  })

  await test.step('a numeral is said to be no figure', async () => {
    await press(page, '2')
    await page.locator('.verify-figure', { hasText: '7个' }).click()
    await expect(value).toHaveText('7个')
    await press(page, 'n')
    await expect(count(page)).toContainText(`/ ${total - 1}`)
    await press(page, 'z')
    await expect(value).toHaveText('7个')
    await expect(count(page)).toContainText(`/ ${total}`)
  })

  await test.step('what was verified and is then changed in the text is not verified any more, and says so', async () => {
    await page.locator('.verify-figure', { hasText: '143件' }).click()
    await press(page, 'Escape')
    // the figure that was on the card is selected in the text
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('143件')
    await press(page, 'ArrowRight')
    await press(page, 'ArrowLeft')
    await page.keyboard.type('8')
    await expect(page.locator('.report')).toContainText('立案1438件')
    await press(page, 'F9')
    await page.locator('.verify-figure', { hasText: '1438件' }).click()
    await expect(card(page)).toContainText('核实后改过：当时核的是 143件')
    await press(page, 'e')
    await page.keyboard.type('143')
    await press(page, 'Enter')
    await press(page, 'Enter')
    await page.locator('.verify-figure', { hasText: '143件' }).click()
    await expect(card(page)).not.toContainText('核实后改过')
    await press(page, 'Backspace')
    await expect(card(page)).toContainText('未核')
  })

  await test.step('no key of it writes into the text', async () => {
    await press(page, 'x')
    await press(page, 'Delete')
    await press(page, 'Escape')
    await expect(page.locator('.report')).toContainText('全年收到提案168件，立案143件，提出建议96条，其中占比最高的是民生类。')
  })
})

test('a draft with a ledger: open figures are filled, and what is verified is so in the ledger too', async ({ app }) => {
  const { page } = app
  await rollForward(page)
  const popover = page.getByRole('dialog', { name: '填写数据' })
  await popover.getByRole('textbox', { name: '数据' }).fill('51')
  // what was typed is taken, and nothing stays open over the walk
  await press(page, 'F9')
  await card(page).waitFor()
  await expect(popover).toHaveCount(0)
  await expect(card(page).locator('.verify-value b')).toHaveText('51条')
  await press(page, 'Escape')
  await page.locator('.report').press('Control+z')
  await expect(page.locator('.report .slot')).toHaveCount(39)
  await press(page, 'F9')
  await card(page).waitFor()
  await expect(count(page)).toHaveText('已核 0/ 39')
  await expect(page.locator('.verify-counts')).toContainText('待填 39')
  const value = card(page).locator('.verify-value b')
  await expect(value).toHaveText('待填')
  await expect(card(page).locator('.verify-last')).toHaveText('42条')
  await expect(card(page)).toContainText('2021年：待填')
  await press(page, 'Enter')
  await page.keyboard.type('五十几')
  await press(page, 'Enter')
  await expect(card(page)).toContainText('不像一个数据')
  await press(page, 'Control+a')
  await page.keyboard.type('50')
  await press(page, 'Enter')
  await expect(value).toHaveText('50条')
  await expect(card(page)).toContainText('与正文一致')
  await press(page, 'Enter')
  await expect(count(page)).toHaveText('已核 1/ 39')
  await press(page, 'ArrowLeft')
  await expect(card(page)).toContainText('50条（已核）')
  await press(page, 'Escape')
  await page.getByRole('radiogroup', { name: '视图' }).getByText('台账', { exact: true }).click()
  await expect(page.getByText(/已核 1/u).first()).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`verifying can be used by everybody (${colorScheme})`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const violations = async (): Promise<string[]> => {
      await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined))))
      const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
      return found.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target.join(' ')}`))
    }
    await begin(page, '中国人民政治协商会议 第十届开化县委员会')
    expect(await violations()).toEqual([])
    await press(page, 'Enter', 3)
    for (const key of ['d', 'e', 's']) {
      await press(page, key)
      expect(await violations()).toEqual([])
      await press(page, 'Escape')
    }
    await press(page, 'd')
    await press(page, 'Enter')
    await press(page, 'End')
    await page.getByRole('region', { name: '核对小结' }).waitFor()
    expect(await violations()).toEqual([])
  })
}
