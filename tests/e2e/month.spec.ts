import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expect, rollForward, saved, test } from './application.ts'

/** What the departments report in words, in their own texts: each with the figures that answer an open slot. */
const MATERIALS = [
  {
    name: '县政协提案委2021年工作总结.txt',
    content: `县政协提案委2021年工作总结
全年开展“请你来协商”活动15场，累计有28名县党政领导、80个乡镇部门参与协商。
围绕“一老一小”服务体系建设，形成可复制的协商经验。
县政协提案委
2022年1月6日`,
  },
  {
    name: '县政协研究室2021年情况.txt',
    content: `县政协研究室2021年情况
全年向县委县政府及相关部门报送社情民意信息21期，向上级政协报送社情民意信息30篇。
县政协研究室
2022年1月7日`,
  },
  {
    name: '县政协办公室2021年情况.txt',
    content: `县政协办公室2021年情况
全年召开常委会8次。省政协联谊报、同心苑对我县政协特色履职工作进行报道14次。
县政协办公室
2022年1月8日`,
  },
]
/** what the materials bring, by a piece of the indicator's name */
const BROUGHT: Readonly<Record<string, string>> = { '“请你来协商”活动': '15场', 县党政领导参与协商: '28名', 乡镇部门参与协商: '80个', 向县委县政府及相关部门报送社情民意信息: '21期', 向上级政协报送社情民意信息: '30篇', 常委会: '8次', 同心苑对我县政协特色履职工作进行报道: '14次' }
const isBrought = (name: string): boolean => Object.keys(BROUGHT).some((words) => name.includes(words) || words.includes(name))

const rows = (page: Page) => page.locator('.dsg-row:not(.dsg-row-header)')
/** The text of a row's cell by its column's place (0: name, 1: unit, 2: department …). */
const cell = (page: Page, row: number, column: number) => rows(page).nth(row).locator('.dsg-cell').nth(column + 1)
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((said) => {
    const data = new DataTransfer()
    data.setData('text/plain', said)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
const bytesOf = async (download: Download): Promise<Uint8Array> => new Uint8Array(readFileSync(await download.path()))

/** Fills a collection sheet as a department does: the value column by what `fill` says of each row. */
async function filledSheet(bytes: Uint8Array, fill: (name: string, last: unknown, row: number) => string | number | undefined, change: (sheet: ExcelJS.Worksheet, head: number) => void = () => undefined): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  let head = 0
  sheet.eachRow((row, n) => {
    if (head === 0 && row.getCell(2).text === '指标') head = n
  })
  const column = (title: RegExp): number => {
    for (let c = 1; c <= sheet.columnCount; c++) if (title.test(sheet.getRow(head).getCell(c).text)) return c
    throw new Error(`no column ${String(title)}`)
  }
  const [name, last, value, person] = [column(/^指标/u), column(/2020年/u), column(/2021年/u), column(/填报人/u)]
  for (let r = head + 1; r <= sheet.rowCount; r++) {
    const row = sheet.getRow(r)
    if (row.getCell(name).text === '') continue
    const said = fill(row.getCell(name).text, row.getCell(last).value, r - head - 1)
    if (said === undefined) continue
    row.getCell(value).value = said
    row.getCell(person).value = '李某'
  }
  change(sheet, head)
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('the whole month: last year’s report rolled forward, sheets sent and read back, materials used, every figure verified', async ({ app, shell }) => {
  test.setTimeout(180_000)
  const { page } = app
  await rollForward(page)

  await test.step('the draft opens at its first open slot, which waits for the ledger', async () => {
    const dialog = page.getByRole('dialog', { name: '填写数据' })
    await expect(dialog).toContainText('2020年：42条')
    await expect(dialog).toContainText('2021年 · 待填')
    await page.keyboard.press('Escape')
    await expect(page.locator('.report .slot')).toHaveCount(39)
  })

  await test.step('what may belong to the old year is marked, and looked at one by one', async () => {
    await page.getByRole('tab', { name: '结转' }).click()
    const list = page.getByRole('list', { name: '待复核的文字' })
    const before = await list.getByRole('listitem').count()
    expect(before).toBeGreaterThan(5)
    await expect(page.locator('.report .review')).not.toHaveCount(0)
    await list.getByRole('button', { name: /已复核/u }).first().click()
    await expect(list.getByRole('listitem')).toHaveCount(before - 1)
    await page.locator('.report').focus()
    await page.keyboard.press('Control+z')
    await expect(list.getByRole('listitem')).toHaveCount(before)
  })

  await test.step('last year’s plan is a list of promises, each with a paragraph proposed or none', async () => {
    await page.getByText(/^承诺事项/u).click()
    await expect(page.getByText('承诺事项 0/12')).toBeVisible()
    await expect(page.locator('.report')).not.toContainText('持续擦亮“请你来协商”金名片')
    await page.getByRole('button', { name: '确认', exact: true }).first().click()
    await expect(page.getByText('承诺事项 1/12')).toBeVisible()
    await page.getByLabel('只看没有回应的').check()
    await expect(page.locator('.carried-none').first()).toHaveText('正文中没有找到回应')
    await page.getByLabel('只看没有回应的').uncheck()
  })

  await test.step('departments are named by pasting a column, as in Excel', async () => {
    await page.getByText('台账', { exact: true }).click()
    await expect(page.getByText(/^2021年：待填 78/u)).toBeVisible()
    await page.getByRole('combobox', { name: '状态' }).click()
    await page.getByRole('option', { name: '正文用到' }).click()
    await expect(page.getByText(/^指标 39/u)).toBeVisible()
    await cell(page, 0, 2).click()
    await paste(page, [...Array.from({ length: 20 }, () => '提案委'), ...Array.from({ length: 19 }, () => '办公室')].join('\n'))
    await expect(cell(page, 3, 2).locator('input')).toHaveValue('提案委')
  })

  await test.step('a share is computed from two others', async () => {
    await page.getByLabel('查找指标').fill('占提案总数')
    await cell(page, 0, 0).click()
    const detail = page.getByRole('complementary', { name: '指标详情' })
    await detail.getByRole('combobox', { name: '计算方式' }).click()
    await page.getByRole('option', { name: /^占比/u }).click()
    for (const [label, words, option] of [['部分', '民生类提案', /^提出涉及民生类提案（件）/u], ['总数', '立案交办', /立案交办委员建议（件）/u]] as const) {
      await detail.getByRole('combobox', { name: label }).fill(words)
      await page.getByRole('option', { name: option }).click()
    }
    await detail.getByRole('button', { name: '使用这个公式' }).click()
    await expect(detail).toContainText('缺“提出涉及民生类提案”2021年的值')
    await page.getByLabel('查找指标').fill('')
    await expect(page.getByText(/^指标 39/u)).toBeVisible()
  })

  const sheets = new Map<string, Uint8Array>()
  await test.step('two collection sheets go out', async () => {
    test.skip(shell === 'electron', 'the Electron shell writes the sheets into a folder itself')
    await page.getByRole('button', { name: '采集表' }).click()
    const dialog = page.getByRole('dialog', { name: '2021年数据采集' })
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '导出 2 个部门的采集表' }).click()
    for (const [name, bytes] of Object.entries(unzipSync(await bytesOf(await download)))) sheets.set(name.includes('提案委') ? '提案委' : '办公室', bytes)
    expect([...sheets.keys()].sort()).toEqual(['办公室', '提案委'])
    await expect(dialog.getByRole('row', { name: /提案委/u })).toContainText('未交回')
  })

  await test.step('they come back filled, one with its columns renamed and re-sorted; nothing is taken over unseen', async () => {
    const grown = (name: string, last: unknown, row: number): string | number | undefined => (isBrought(name) ? undefined : typeof last === 'number' ? last + 1 : row % 2 === 0 ? '约600' : '二百一十')
    const first = await filledSheet(sheets.get('提案委') ?? new Uint8Array(), (name, last, row) => (name.includes('专题协商建议所涉方面') && !name.includes('十四五') ? '见附件' : grown(name, last, row)))
    const second = await filledSheet(sheets.get('办公室') ?? new Uint8Array(), grown, (sheet, head) => {
      // 上年 and the value change places, under other names
      for (let r = head; r <= sheet.rowCount; r++) {
        const row = sheet.getRow(r)
        const [a, b] = [row.getCell(4).value, row.getCell(5).value]
        row.getCell(4).value = b
        row.getCell(5).value = a
      }
      sheet.getRow(head).getCell(4).value = '今年完成数'
      sheet.getRow(head).getCell(5).value = '去年数'
    })
    const dialog = page.getByRole('dialog', { name: '2021年数据采集' })
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: /读回填报表/u }).click()
    await (await chooser).setFiles([
      { name: '提案委（已填）.xlsx', mimeType: 'application/octet-stream', buffer: first },
      { name: '办公室（已填）.xlsx', mimeType: 'application/octet-stream', buffer: second },
    ])
    const screen = page.getByRole('dialog', { name: '读回填报表' })
    await expect(screen).toContainText('提案委（已填）.xlsx')
    await expect(screen).toContainText('办公室（已填）.xlsx')
    await expect(screen).toContainText('见附件')
    // nothing is in the ledger before it is taken over
    await expect(page.getByText(/^2021年：待填 78/u)).toBeVisible()
    for (const box of await screen.getByRole('checkbox', { name: /^全选/u }).all()) if (!(await box.isChecked())) await box.check()
    const typed = screen.getByRole('row', { name: /见附件/u }).getByRole('textbox')
    await typed.fill('十二个方面')
    await screen.getByRole('button', { name: /采用所选 \d+ 项/u }).click()
    await expect(screen).toBeHidden()
    await expect(dialog.getByRole('row', { name: /办公室/u })).not.toContainText('未交回')
    await dialog.getByRole('button', { name: '关闭' }).last().click()
  })

  await test.step('the slots are filled in the form of last year’s figures, and the share follows', async () => {
    await page.getByText('正文', { exact: true }).first().click()
    await expect(page.locator('.report')).toContainText('以提案形式立案交办委员建议139件,所提建议被采纳86件')
    await expect(page.locator('.report')).toContainText('提出涉及民生类提案83件,占提案总数59.7%')
    await expect(page.locator('.report .slot')).toHaveCount(Object.keys(BROUGHT).length)
  })

  await test.step('three materials are imported at once, their departments known', async () => {
    await page.getByRole('tab', { name: '素材' }).click()
    await app.choose(MATERIALS, () => page.getByRole('button', { name: /^导入/u }).last().click())
    const list = page.getByRole('list', { name: '素材列表' })
    await expect(list.getByRole('listitem')).toHaveCount(3)
    await expect(list).toContainText('提案委')
    await expect(list).toContainText('2022-01-06')
  })

  await test.step('their figures are offered to the open slots', async () => {
    await page.getByText(/^可填数据/u).click()
    const offers = page.getByRole('list', { name: '可填数据' })
    for (let left = Object.keys(BROUGHT).length; left > 0; left--) {
      await offers.getByRole('button', { name: /填入/u }).first().click()
      await expect(page.locator('.report .slot')).toHaveCount(left - 1)
    }
    await expect(page.locator('.report')).toContainText('要求开展15场“请你来协商”活动,累计有28名县党政领导、80个乡镇部门')
  })

  await test.step('a passage goes into the draft by key, and its origin is kept', async () => {
    await page.locator('.report p', { hasText: '高标准推进' }).click()
    await page.keyboard.press('End')
    await page.getByText(/^素材( \d+)?$/u).last().click()
    await page.getByRole('list', { name: '素材列表' }).getByText('提案委2021年工作总结').first().click()
    const sentence = page.getByRole('group', { name: '素材正文' }).getByText('围绕“一老一小”服务体系建设')
    await sentence.click({ clickCount: 3 })
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.report .passage')).toContainText('围绕“一老一小”服务体系建设，形成可复制的协商经验。')
  })

  await test.step('every value is verified in the ledger, and nothing is open any more', async () => {
    await page.getByText('台账', { exact: true }).click()
    await cell(page, 0, 0).click()
    await page.keyboard.press('Control+a')
    await page.getByRole('button', { name: '已核' }).click()
    await expect(page.getByText(/已核 38/u).or(page.getByText(/已核 39/u))).toBeVisible()
    await page.getByText('正文', { exact: true }).first().click()
    await expect(page.locator('.report .slot')).toHaveCount(0)
    await expect(page.locator('.report .figure:not(.figure-verified)')).toHaveCount(0)
  })

  await test.step('an edit of a verified figure takes that back, in the ledger too; undo brings both back', async () => {
    const figure = page.locator('.report .figure', { hasText: '139件' }).first()
    await figure.click()
    await page.keyboard.press('Escape')
    // the cursor is in the figure: its last digit becomes another one
    await figure.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      if (text) getSelection()?.setBaseAndExtent(text, 2, text, 3)
    })
    await page.keyboard.type('7')
    await expect(page.locator('.report')).toContainText('委员建议137件')
    await expect(page.locator('.report .figure-filled', { hasText: '137件' })).toHaveCount(1)
    await page.locator('.report p').first().click()
    // the share follows: 83 ÷ 137
    await expect(page.locator('.report')).toContainText('占提案总数60.6%')
    await expect(page.locator('.report .figure:not(.figure-verified)')).toHaveCount(2)
    await page.keyboard.press('Control+z')
    await expect(page.locator('.report')).toContainText('委员建议139件')
    await expect(page.locator('.report')).toContainText('占提案总数59.7%')
    await expect(page.locator('.report .figure:not(.figure-verified)')).toHaveCount(0)
  })

  await test.step('all of it is on disk', async () => {
    await saved(page)
    await app.killAndRestart()
    await app.page.locator('[data-report]', { hasText: '2021' }).first().getByRole('link').first().click()
    await expect(app.page.locator('.report .figure-verified').first()).toBeVisible()
    await expect(app.page.locator('.report .slot')).toHaveCount(0)
    await app.page.getByText('台账', { exact: true }).click()
    await expect(app.page.getByText(/已核 3[89]/u)).toBeVisible()
  })
})
