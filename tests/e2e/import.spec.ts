import { readFileSync } from 'node:fs'
import { expect, storedReports, test } from './application.ts'

const PAGE = `<!doctype html><html><body><div><a>首页</a> <a>政协概况</a> <a>通知公告</a></div><h1>临江县政协2023年工作综述</h1>
<div><p>2023年，县政协在中共临江县委领导下，团结奋进，履职尽责，为全县发展作出了积极贡献，各项工作取得新成效。</p><p>一、提案工作提质增效</p><p>全年收到提案168件，立案143件，办复率和满意率均达100%。提案办理推动解决了一批群众关心的实际问题，受到各方面好评。</p>
<p>二、协商议政成果丰硕</p><p>围绕乡村振兴开展协商12次，提出意见建议96条，得到县委、县政府主要领导批示28次，转化为政策措施15项。</p></div><div>版权所有：临江县政协办公室</div></body></html>`

test('a file is put right beside its source before it is stored', async ({ app, shell }) => {
  const { page } = app
  await app.choose([{ name: '综述.html', content: PAGE }], () => page.getByRole('button', { name: '导入报告' }).click())
  const report = page.getByRole('region', { name: '识别出的结构' })
  const source = page.getByRole('list', { name: '文件原文' })
  await expect(report.locator('.section-heading')).toHaveText(['一、提案工作提质增效', '二、协商议政成果丰硕'])
  await expect(report.locator('.furniture')).toContainText(['首页', '版权所有'])

  await test.step('what one rests on is shown on the other side', async () => {
    await source.getByText('围绕乡村振兴').hover()
    await expect(report.locator('.hl-match')).toContainText('围绕乡村振兴')
    await report.getByText('全年收到提案').hover()
    await expect(source.locator('li[data-linked]')).toContainText('全年收到提案')
  })

  await test.step('a paragraph is parted, made a heading, and joined again', async () => {
    await source.getByText('围绕乡村振兴').click()
    await page.keyboard.press('Home')
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(report.locator('p')).toHaveCount(4)
    await page.keyboard.press('Backspace')
    await expect(report.locator('p')).toHaveCount(3)
    await page.keyboard.press('Control+Alt+2')
    await expect(report.locator('.section-heading')).toHaveCount(3)
    await page.keyboard.press('Control+z')
    await expect(report.locator('.section-heading')).toHaveCount(2)
  })

  await test.step('a block is moved among the others, and back', async () => {
    await report.locator('.section-heading').last().click()
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await expect(report.locator('.section-heading + .section-heading')).toHaveCount(1)
    await expect(report.locator('.section-heading').last().locator('xpath=following-sibling::p[1]')).toContainText('全年收到提案')
    await page.keyboard.press('Alt+Shift+ArrowDown')
    await expect(report.locator('.section-heading').last().locator('xpath=following-sibling::p[1]')).toContainText('围绕乡村振兴')
  })

  await test.step('a line is sent out of the text and back', async () => {
    const level = page.getByRole('combobox', { name: '段落级别' })
    await source.getByText('2023年，县政协').click()
    await level.click()
    await page.getByRole('option', { name: '不属于正文' }).click()
    await expect(report.locator('.furniture')).toHaveCount(3)
    await page.keyboard.press('Control+z')
    await expect(report.locator('.furniture')).toHaveCount(2)
    await report.locator('.furniture').last().click()
    await level.click()
    await page.getByRole('option', { name: '正文', exact: true }).click()
    await expect(report.locator('.furniture')).toHaveCount(1)
    await expect(page.getByRole('region', { name: '请核对' })).toContainText('是单独的一行')
  })

  await test.step('nothing is stored before the editor says so, and then as corrected', async () => {
    expect(storedReports(app.home).some(({ text }) => text.includes('临江县政协'))).toBe(false)
    await page.getByRole('combobox', { name: '单位', exact: true }).fill('临江县政协')
    await page.getByRole('button', { name: '保存到资料库' }).click()
    await expect(page.locator('[data-report]', { hasText: '临江县政协' })).toContainText('2023')
    const stored = storedReports(app.home).find(({ title }) => title === '临江县政协2023年工作综述')
    // the file as it was goes with it
    await page.getByRole('button', { name: /“临江县政协2023年工作综述”的操作/u }).click()
    const item = page.getByRole('menuitem', { name: '另存原文件' })
    await expect(item).toBeVisible()
    if (shell === 'browser') {
      const [download] = await Promise.all([page.waitForEvent('download'), item.click()])
      expect(download.suggestedFilename()).toBe('综述.html')
      expect(readFileSync(await download.path(), 'utf8')).toBe(PAGE)
    }
    expect(JSON.parse(stored?.text ?? '{}')).toMatchObject({ report: { body: '临江县政协', year: 2023, noise: [expect.stringContaining('首页')] } })
  })
})

test('text that was copied elsewhere is pasted as a report', async ({ app }) => {
  const { page } = app
  await page.evaluate((html) => {
    const data = new DataTransfer()
    data.setData('text/plain', html.replace(/<[^>]+>/gu, '\n'))
    data.setData('text/html', html)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, PAGE)
  await expect(page.getByText('来自文件 粘贴的文字.html')).toBeVisible()
  await expect(page.getByRole('region', { name: '识别出的结构' }).locator('.section-heading')).toHaveText(['一、提案工作提质增效', '二、协商议政成果丰硕'])
})

test('reports printed as PDF in one and in two columns are read back to the same outline', async ({ app, shell }) => {
  test.skip(shell !== 'browser', 'printed by the browser')
  const { page } = app
  const paper = await page.context().newPage()
  const lines = ['一、提案工作提质增效', ...Array.from({ length: 6 }, (_, i) => `全年第${i + 1}项工作扎实推进，围绕中心服务大局，开展协商${i + 3}次，提出意见建议${i * 7 + 20}条，得到县委、县政府主要领导批示肯定，推动一批实际问题得到解决，群众满意度不断提高。`), '二、协商议政成果丰硕', ...Array.from({ length: 6 }, (_, i) => `聚焦乡村振兴开展第${i + 1}次专题调研，走访群众${i * 11 + 30}户，形成调研报告${i + 2}篇，提出的对策建议被有关部门采纳落实，转化为政策措施，有力促进了全县经济社会高质量发展。`)]
  for (const columns of [1, 2]) {
    await paper.setContent(`<style>body{font:12pt/1.7 serif}p{text-indent:2em;margin:0;text-align:justify}h1{font-size:22pt;text-align:center}div{columns:${columns};column-gap:2em}</style><h1>临江县政协2023年工作综述</h1><div>${lines.map((line) => `<p>${line}</p>`).join('')}</div>`)
    const content = await paper.pdf({ format: 'A4', displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: '<span style="font-size:9pt;margin:auto" class="pageNumber"></span>', margin: { top: '20mm', bottom: '20mm', left: '18mm', right: '18mm' } })
    await app.choose([{ name: `综述${columns}.pdf`, content }], () => page.getByRole('button', { name: '导入报告' }).click())
    const report = page.getByRole('region', { name: '识别出的结构' })
    await expect(report.locator('.title')).toHaveText('临江县政协2023年工作综述')
    await expect(report.locator('.section-heading')).toHaveText(['一、提案工作提质增效', '二、协商议政成果丰硕'])
    // beside it, the page as it is printed
    const picture = page.getByRole('img', { name: '第 1 页' })
    await expect(picture).toBeVisible({ timeout: 15_000 })
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1100)
    await expect(report.locator('p')).toHaveText(lines.filter((line) => !/^[一二]、/u.test(line)))
    await page.getByRole('button', { name: '不导入这份' }).click()
  }
})
