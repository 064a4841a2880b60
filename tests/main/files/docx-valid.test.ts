import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { officialOptionsSchema } from '#core/print/options.ts'
import { printOfficial } from '#core/print/official.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { writeDocx } from '../../../src/main/files/docx-writer.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { oddReports } from './odd-reports.ts'
import { partOf, schemaErrors, whyNoSchemas } from './ooxml.ts'

const AT = new Date('2025-01-08T09:30:00Z')
const OPTIONS = officialOptionsSchema.parse({
  lead: 'kaiti', latin: 'eastAsia', attachments: ['《协商议题》& <名单>', '另一份'.repeat(20)], signature: { show: true, name: '甲县政协\u0001', date: '二〇二五年一月八日' },
})
const reports: readonly (readonly [string, Report])[] = [
  ...SEEDS.map((seed) => [seed, seedReport(seed)] as const),
  ...SEEDS.map((seed) => [`a draft from ${seed}`, rollForward(seedReport(seed), { id: 'd', year: 2030 })] as const),
  ...oddReports().map(({ name, report }) => [name, report] as const),
]

const why = whyNoSchemas()
if (why !== undefined) console.log(`${why}: documents are not checked against ECMA-376`)
describe.skipIf(why !== undefined)('every part of the official profile is valid (ECMA-376, transitional)', () => {
  it('for the seeds, drafts and odd reports', async () => {
    const documents = await Promise.all(reports.map(async ([name, report]) => ({ name, bytes: await writeDocx(printOfficial(report, OPTIONS), AT) })))
    expect(schemaErrors(documents)).toEqual([])
  }, 120_000)
  it('and the check itself finds what is not', async () => {
    const bytes = await writeDocx({ ...printOfficial(seedReport(SEEDS[0])), styles: { body: { ...printOfficial(seedReport(SEEDS[0])).styles.body, size: Number.NaN } } }, AT)
    expect(schemaErrors([{ name: 'spoilt', bytes }]).join('\n')).toContain('spoilt word/styles.xml')
  })
})

/** The text of a part's paragraphs, without white space. */
const textOf = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => text).join('').replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&apos;/gu, "'").replace(/&amp;/gu, '&').replace(/\s+/gu, '')
/** What of a text a Word file can hold (XML 1.0, 2.2). */
const holdable = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/\p{Cs}/gu, '\ufffd').replace(/\s+/gu, '')

describe('every document', () => {
  it.each(reports)('of %s holds each word once, in order', async (_name, report) => {
    const bytes = await writeDocx(printOfficial(report), AT)
    expect(textOf(partOf(bytes, 'word/document.xml'))).toBe(plainParagraphs(report).map(({ text }) => holdable(text)).join(''))
  })
  it('is the same for the same report at the same time, and tells nothing of the machine', async () => {
    const [, report] = reports[0] ?? []
    if (!report) throw new Error('no seeds')
    const [one, two] = [await writeDocx(printOfficial(report), AT), await writeDocx(printOfficial(report), AT)]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
    const core = partOf(one, 'docProps/core.xml')
    expect([...core.matchAll(/<(?:dc:creator|cp:lastModifiedBy)>([^<]*)</gu)].map(([, name]) => name)).toEqual([report.body, report.body])
    expect([...core.matchAll(/W3CDTF">([^<]*)</gu)].map(([, time]) => time)).toEqual(['2025-01-08T09:30:00Z', '2025-01-08T09:30:00Z'])
  })
  it('gives Word its own styles for headings and contents, and no formatting in paragraphs but what the model says', async () => {
    const bytes = await writeDocx(printOfficial(seedReport(SEEDS[3])), AT)
    const styles = partOf(bytes, 'word/styles.xml')
    for (const name of ['Normal', 'Title', 'Subtitle', 'heading 1', 'heading 2', 'heading 3', 'heading 4', 'toc 1', 'toc 2', 'footer']) expect(styles).toContain(`<w:name w:val="${name}"/>`)
    for (const name of ['heading 9', 'toc 9', 'TOC Heading']) expect(styles).toContain(`<w:lsdException w:name="${name}"`)
    expect(styles).not.toMatch(/w:ascii(?:Theme)|w:themeColor/u)
    const body = partOf(bytes, 'word/document.xml')
    expect(body).not.toMatch(/<w:pPr>(?:(?!<\/w:pPr>).)*<w:(?:ind|spacing|jc|snapToGrid)\b/u)
    expect(body).not.toMatch(/<w:rPr>(?:(?!<\/w:rPr>).)*<w:(?:rFonts|sz|color|b)\b/u)
  })
  it('names faces that stand in for those that only offices have', async () => {
    const fonts = partOf(await writeDocx(printOfficial(seedReport(SEEDS[0])), AT), 'word/fontTable.xml')
    const instead = (name: string): string => new RegExp(`<w:font w:name="${name}"><w:altName w:val="([^"]+)"`, 'u').exec(fonts)?.[1] ?? ''
    expect(instead('方正小标宋简体')).toMatch(/宋体/u)
    expect(instead('仿宋_GB2312')).toMatch(/^仿宋,FangSong/u)
    expect(instead('楷体_GB2312')).toMatch(/^楷体,KaiTi/u)
  })
  it('every style that a paragraph names is there', async () => {
    for (const [, report] of reports) {
      const parts = unzipSync(await writeDocx(printOfficial(report, OPTIONS), AT))
      const known = new Set([...new TextDecoder().decode(parts['word/styles.xml']).matchAll(/w:styleId="([^"]+)"/gu)].map(([, id]) => id))
      for (const part of ['word/document.xml', 'word/footer1.xml', 'word/footer2.xml']) {
        for (const [, id] of new TextDecoder().decode(parts[part]).matchAll(/<w:[pr]Style w:val="([^"]+)"/gu)) expect(known).toContain(id)
      }
    }
  })
})
