import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { compareReports } from '#core/compare/compare.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { isTable } from '#core/print/model.ts'
import { newspaperText } from '#core/print/newspaper.ts'
import { DEFAULT_OPTIONS, KINDS, PROFILES, type FileKind, type Profile } from '#core/print/options.ts'
import { printProfile, sheetContext, type PrintContext } from '#core/print/profiles.ts'
import { verificationSheet, type VerificationCell, type VerificationSheet } from '#core/print/verification-sheet.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { writeProfile } from '../../../src/main/files/publish-files.ts'
import { readReportFile } from '../../../src/main/files/read.ts'
import { writable } from '../../../src/main/files/writable.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { oddReports } from './odd-reports.ts'
import { partOf, schemaErrors, whyNoSchemas } from './ooxml.ts'
import { hasLibreOffice } from './soffice.ts'

const at = '2026-11-21T15:30:00.000Z'
const NOTHING: PrintContext = { at, findings: [] }
const write = async (report: Report, profile: Profile, kind: FileKind, context: PrintContext = NOTHING): Promise<Uint8Array> => (await writeProfile(report, profile, kind, context, DEFAULT_OPTIONS)).bytes

/** The seeds and what else is to be written: each beside another report, and drafts with slots, verified and doubted figures. */
const beside = (report: Report, last: Report): PrintContext => ({ ...NOTHING, last, comparison: compareReports(report, last) })
const [newest, earlier] = [seedReport(SEEDS[0]), seedReport(SEEDS[1])]
const REPORTS: readonly (readonly [string, Report, PrintContext])[] = [
  ...SEEDS.map((seed) => [seed, seedReport(seed), NOTHING] as const),
  [`${SEEDS[0]} beside ${SEEDS[1]}`, newest, beside(newest, earlier)],
  ['a draft', rollForward(earlier, { id: 'd', year: 2021 }), NOTHING],
  ...oddReports().map(({ name, report }) => [name, report, NOTHING] as const),
]

describe('every profile and kind', () => {
  it.each(PROFILES.flatMap((profile) => KINDS[profile].map((kind) => [profile, kind] as const)))('%s as .%s is written, with its type, or refused', async (profile, kind) => {
    const written = writeProfile(newest, profile, kind, NOTHING, DEFAULT_OPTIONS)
    if (kind === 'pdf') await expect(written).rejects.toThrow(RangeError)
    else {
      const { bytes, mime } = await written
      expect(mime).toContain({ docx: 'wordprocessingml', xlsx: 'spreadsheetml', txt: 'text/plain' }[kind])
      expect(bytes.length).toBeGreaterThan(1000)
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') })
      const later = await write(newest, profile, kind)
      vi.useRealTimers()
      expect(Buffer.from(bytes).equals(Buffer.from(later)), 'the same file, whenever it is written').toBe(true)
    }
  })
  it('nothing is written of a kind that a profile does not have', async () => {
    await expect(write(newest, 'official', 'xlsx')).rejects.toThrow(RangeError)
    await expect(write(newest, 'sheet', 'txt')).rejects.toThrow(RangeError)
  })
})

const why = whyNoSchemas()
if (why !== undefined) console.log(`${why}: manuscripts and sheets are not checked against ECMA-376`)
describe('Word files of manuscript and sheet', () => {
  it.skipIf(why !== undefined).each(['newspaper', 'sheet', 'review'] as const)('%s: every part is valid (ECMA-376, transitional)', async (profile) => {
    const documents = await Promise.all(REPORTS.map(async ([name, report, context]) => ({ name, bytes: await write(report, profile, 'docx', context) })))
    expect(schemaErrors(documents)).toEqual([])
  }, 180_000)
  it.each(['newspaper', 'sheet'] as const)('%s: the text of the model, cells included, once and in order', async (profile) => {
    for (const [name, report, context] of REPORTS) {
      const model = printProfile(report, profile, context, DEFAULT_OPTIONS)
      const words = model.blocks.flatMap((block) => (isTable(block) ? [...block.table.head, ...block.table.rows].flat() : block.runs.map(({ text }) => text))).join('')
      const xml = partOf(await write(report, profile, 'docx', context), 'word/document.xml')
      expect([name, textOf(xml)]).toEqual([name, writable(words).replace(/\s+/gu, '')])
    }
  }, 60_000)
  it('the sheet lies across the page, its head on each, off the grid of lines', async () => {
    const xml = partOf(await write(newest, 'sheet', 'docx'), 'word/document.xml')
    expect(xml).toMatch(/<w:pgSz w:w="168\d\d" w:h="119\d\d" w:orient="landscape"/u)
    expect(xml.match(/<w:tblHeader\/>/gu)?.length).toBe(1)
    expect(xml).not.toMatch(/w:docGrid [^>]*w:type/u)
    expect(xml.match(/<w:cantSplit\/>/gu)?.length).toBe(printProfile(newest, 'sheet', NOTHING, DEFAULT_OPTIONS).blocks.flatMap((b) => (isTable(b) ? [...b.table.head, ...b.table.rows] : [])).length)
  })
  it('a manuscript has nothing that Word does by itself: no numbering, fields only for the page numbers, no bookmarks', async () => {
    const xml = partOf(await write(newest, 'newspaper', 'docx'), 'word/document.xml')
    expect(xml).not.toMatch(/w:numPr|w:fldSimple|w:instrText|w:bookmarkStart|w:tab\/|w:br\/|w:ind /u)
  })
})
const textOf = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => text).join('').replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&apos;/gu, "'").replace(/&amp;/gu, '&').replace(/\s+/gu, '')

describe('a manuscript as .txt', () => {
  it('is UTF-8 with a byte order mark and CRLF', async () => {
    const bytes = await write(newest, 'newspaper', 'txt')
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(`\ufeff${newspaperText(newest)}`)
  })
  it('is read by our own reader without losing a paragraph or taking the mark for text', async () => {
    const read = await readReportFile('a.txt', await write(newest, 'newspaper', 'txt'), { id: 'r', origin: { from: 'blank' } })
    const text = plainParagraphs(read).map((p) => p.text).join('')
    expect(plainParagraphs(newest).map((p) => p.text).filter((own) => !text.includes(own))).toEqual([])
    expect(plainParagraphs(read).some(({ text }) => text.includes('\ufeff'))).toBe(false)
  })
})

async function load(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const [page] = book.worksheets
  if (!page) throw new Error('no sheet')
  return page
}
/** What a cell of the sheet reads as in the file. */
const asRead = (cell: VerificationCell): unknown => (typeof cell === 'string' ? writable(cell) : cell !== null && typeof cell === 'object' ? new Date(Date.UTC(cell.year, cell.month - 1, cell.day, cell.hour, cell.minute)) : cell)
const tableIn = (page: ExcelJS.Worksheet, sheet: VerificationSheet): unknown[][] => sheet.rows.map((row, n) => row.map((_, i) => plain(page.getCell(sheet.lines.length + 3 + n, i + 1).value)))
/** Where a face lacks Chinese characters LibreOffice cuts a text into runs. */
const plain = (value: ExcelJS.CellValue): unknown => (value !== null && typeof value === 'object' && 'richText' in value ? value.richText.map(({ text }) => text).join('') : value)
const sheetOf = (report: Report, context: PrintContext): VerificationSheet => verificationSheet(report, sheetContext(context), DEFAULT_OPTIONS.sheet)

describe('the sheet as .xlsx', () => {
  it.each(REPORTS)('of %s: every cell with its value and type', async (_name, report, context) => {
    const sheet = sheetOf(report, context)
    const page = await load(await write(report, 'sheet', 'xlsx', context))
    expect(tableIn(page, sheet)).toEqual(sheet.rows.map((row) => row.map(asRead)))
    expect(sheet.columns.map((_, i) => page.getCell(sheet.lines.length + 2, i + 1).value)).toEqual(sheet.columns.map(({ title }) => title))
    page.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)))
  })
  it('who verified when is a date; what begins like a formula stays text', async () => {
    const report: Report = { ...newest, sections: [{ id: 's', level: 1, number: '', heading: '=1+1', sections: [], paragraphs: [{ id: 'p', content: [{ type: 'text', text: '提案立案' }, { type: 'figure', id: 'f', text: '168件', indicator: '+86', unit: '件', kind: 'quantity', state: 'verified', verification: { at: '2025-01-08T16:30:00.000Z', by: '@张三', source: '=SUM(A1)' } }] }] }] }
    const page = await load(await write(report, 'sheet', 'xlsx'))
    const row = page.getRow(6)
    expect([2, 3, 6, 12, 13, 14].map((i) => row.getCell(i).value)).toEqual(['+86', '=1+1\n第1段第1句', 168, '=SUM(A1)', '@张三', new Date('2025-01-09T00:30:00Z')])
    expect(row.getCell(14).type).toBe(ExcelJS.ValueType.Date)
    expect(row.getCell(14).numFmt).toBe('yyyy-mm-dd')
  })
  it('is to be printed: A4 across, as wide as the page, head frozen and on each page, borders, lines to sign', async () => {
    const sheet = sheetOf(newest, NOTHING)
    const page = await load(await write(newest, 'sheet', 'xlsx'))
    const head = sheet.lines.length + 2
    expect(page.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${head}:${head}` })
    expect(page.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: head })
    expect(page.getCell(head + 1, 1).border).toMatchObject({ top: { style: 'thin' }, bottom: { style: 'thin' } })
    const signs = head + sheet.rows.length + 2
    expect([0, 1, 2].map((n) => [page.getCell(signs + n, 1).value, page.getCell(signs + n, 3).border?.bottom?.style, page.getCell(signs + n, 5).value])).toEqual([['初核（签名）：', 'thin', '日期：'], ['复核（签名）：', 'thin', '日期：'], ['审定（签名）：', 'thin', '日期：']])
    expect(page.getRow(head + 1).height).toBeGreaterThan(30)
  })
})

describe.skipIf(!hasLibreOffice)('through LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuhe-sheet-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  it('the sheets of all seeds and of a draft have the right values and types', { timeout: 120_000 }, async () => {
    const cases = REPORTS.slice(0, SEEDS.length + 2)
    const files: string[] = []
    for (const [i, [, report, context]] of cases.entries()) {
      files.push(join(folder, `${i}.xlsx`))
      writeFileSync(join(folder, `${i}.xlsx`), await write(report, 'sheet', 'xlsx', context))
    }
    execFileSync('soffice', ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), ...files], { stdio: 'ignore', timeout: 90_000 })
    for (const [i, [, report, context]] of cases.entries()) {
      const sheet = sheetOf(report, context)
      const page = await load(readFileSync(join(folder, 'out', `${i}.xlsx`)))
      expect(tableIn(page, sheet)).toEqual(sheet.rows.map((row) => row.map(asRead)))
      expect(page.pageSetup).toMatchObject({ orientation: 'landscape' })
    }
  })
})

it('the odd reports are not all without figures', () => {
  expect(oddReports().filter(({ report }) => sheetOf(report, NOTHING).rows.length > 0).length).toBeGreaterThanOrEqual(3)
})
