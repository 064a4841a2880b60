import AxeBuilder from '@axe-core/playwright'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Report } from '#core/model/report.ts'
import { printReview } from '#core/print/review.ts'
import { writeDocx } from '../../src/main/files/docx-writer.ts'
import { expect, saved, storedReports, test } from './application.ts'

const TEXT = `临江县政协2024年工作综述
2024年，县政协在中共临江县委领导下，团结奋进，履职尽责，为全县发展作出了积极贡献，各项工作取得新成效。
一、提案工作提质增效
全年收到提案168件，立案143件，办复率达98%。提案办理推动解决了一批群众关心的实际问题，受到各方面好评。
二、协商议政成果丰硕
聚焦乡村振兴开展专题调研，走访群众380户，形成调研报告6篇。`

const BY = 'w:author="李主任" w:date="2025-01-09T09:30:00Z"'
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** The review copy of a stored report, as a leader sends it back: one figure corrected with tracking, one word without, one remark. */
async function returnedCopy(stored: string): Promise<Buffer> {
  const { report } = JSON.parse(stored) as { report: Report }
  const model = printReview(report, { findings: [], titles: {}, at: '2025-01-08T08:00:00.000Z' }, { review: { findings: false, figures: false } })
  const parts = unzipSync(await writeDocx(model))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const cut = (all: string, word: string, instead: string): string => all.replace(word, () => `</w:t></w:r>${instead}<w:r><w:t xml:space="preserve">`)
  let out = cut(xml, '143件', `<w:del w:id="901" ${BY}><w:r><w:delText>143件</w:delText></w:r></w:del><w:ins w:id="902" ${BY}>${run('151件')}</w:ins>`)
  out = cut(out, '380户', `<w:commentRangeStart w:id="77"/>${run('380户')}<w:commentRangeEnd w:id="77"/><w:r><w:commentReference w:id="77"/></w:r>`)
  out = out.replace('形成调研报告6篇', '形成调研报告7篇')
  const comments = `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="77" ${BY} w:initials="李"><w:p>${run('请与台账核对')}</w:p></w:comment></w:comments>`
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(out), 'word/comments.xml': strToU8(comments) }))
}

test('a review copy comes back: changes are taken or left, remarks settled, and all of it can be undone', async ({ app }) => {
  const { page } = app
  await app.choose([{ name: '综述.txt', content: TEXT }], () => page.getByRole('button', { name: '导入报告' }).click())
  await page.getByRole('button', { name: '保存到资料库' }).click()
  await page.getByRole('link', { name: /临江县政协/u }).first().click()
  await page.locator('.report p').first().waitFor()
  const stored = (): string => storedReports(app.home).find(({ title }) => title.includes('临江县'))?.text ?? ''
  const copy = await returnedCopy(stored())

  await app.choose([{ name: '返回稿.docx', content: copy }], () => page.getByRole('button', { name: '读取送审返回稿' }).click())
  const changes = page.getByRole('list', { name: '返回稿的修改' })
  await expect(changes.locator('li')).toHaveCount(2)
  await expect(changes.locator('li').first()).toContainText('李主任')
  await expect(changes.locator('del')).toHaveText(['143件', '6篇'])
  await expect(changes.locator('ins')).toHaveText(['151件', '7篇'])

  const text = page.locator('.report')
  await test.step('one is gone to and taken, and taken back', async () => {
    await changes.locator('li').first().locator('.returned-what').click()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('143件')
    await changes.locator('li').first().getByRole('button', { name: '采用', exact: true }).click()
    await expect(text).toContainText('立案151件')
    await expect(changes.locator('li')).toHaveCount(1)
    await page.locator('.report p').first().click()
    await page.keyboard.press('Control+z')
    await expect(text).toContainText('立案143件')
    await expect(changes.locator('li')).toHaveCount(2)
  })
  await test.step('by keyboard: one left, one taken', async () => {
    await changes.locator('.returned-what').first().focus()
    await page.keyboard.press('Control+Enter')
    await expect(text).toContainText('立案151件')
    await expect(changes.locator('li')).toHaveCount(1)
    await changes.locator('.returned-what').first().focus()
    await page.keyboard.press('Delete')
    await expect(changes.locator('li')).toHaveCount(0)
    await expect(text).toContainText('调研报告6篇')
    await page.getByRole('button', { name: '再看不采用的 1 处' }).click()
    await expect(changes.locator('li')).toHaveCount(1)
  })
  await test.step('the remark stands with the report and is settled', async () => {
    await page.getByRole('radiogroup', { name: '返回稿内容' }).getByText('意见 1/1').click()
    const remarks = page.getByRole('list', { name: '返回稿的意见' })
    await expect(remarks.locator('li')).toContainText('请与台账核对')
    await remarks.locator('.returned-what').click()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('380户')
    await remarks.getByRole('button', { name: '处理完毕' }).click()
    await expect(remarks.getByRole('button', { name: '重新处理' })).toBeVisible()
    await saved(page)
    await expect.poll(() => (JSON.parse(stored()) as { report: Report }).report.remarks?.map(({ remark, state, source }) => [remark, state, source])).toEqual([['请与台账核对', 'done', '返回稿.docx']])
  })
  // colours are judged when they have come to rest
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target.join(' ')}`))).toEqual([])
})

test('another file is refused, with the reason', async ({ app }) => {
  const { page } = app
  await page.getByRole('link', { name: /开化县/u }).first().click()
  await page.locator('.report p').first().waitFor()
  await app.choose([{ name: '别的.docx', content: Buffer.from('不是') }], () => page.getByRole('button', { name: '读取送审返回稿' }).click())
  await expect(page.getByRole('alert').filter({ hasText: '返回稿没有读出来' })).toContainText('文件已损坏或不完整')
})
