import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { kindOfUnit } from '#core/figures/unit-scale.ts'
import { applyChanges } from '#core/ledger/changes.ts'
import { collectionSheet } from '#core/ledger/collection.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { chosenChanges, readReturned } from '#core/ledger/returned.ts'
import type { Table } from '#core/ledger/table.ts'
import { writeCollection } from '../../../src/main/files/collection-writer.ts'
import { UnreadableFile } from '../../../src/main/files/unreadable-file.ts'
import { readTables } from '../../../src/main/files/xlsx-reader.ts'
import { filledTable, indicator, ledger, value } from '../../core/ledger/filled.ts'

const AT = '2022-01-10T02:00:00.000Z'
const load = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  return book
}
const pageOf = (book: ExcelJS.Workbook): ExcelJS.Worksheet => {
  const [page] = book.worksheets
  if (!page) throw new Error('no sheet')
  return page
}
const save = async (book: ExcelJS.Workbook): Promise<Uint8Array> => new Uint8Array(await book.xlsx.writeBuffer())
const sheetOf = (department: string, of: Ledger = ledger()): Promise<Uint8Array> => writeCollection(collectionSheet(of, { department, year: 2021 }))
/** the place of a row's cell by the indicator's id and the column's title */
function cellOf(page: ExcelJS.Worksheet, id: string, title: string): ExcelJS.Cell {
  let head = 0
  let row = 0
  page.eachRow((r, n) => r.eachCell((cell) => {
    // LibreOffice keeps a text of several scripts in runs
    if (cell.text === '编号') head = n
    if (cell.text === id) row = n
  }))
  let column = 0
  page.getRow(head).eachCell((cell, c) => {
    if (cell.text.startsWith(title)) column = c
  })
  return page.getCell(row, column)
}
const readOf = async (bytes: Uint8Array, of: Ledger = ledger()) => readReturned(await readTables('填报.xlsx', bytes), of, { year: 2021, fileName: '填报.xlsx', at: AT })
/** rows without the empty cells at their ends */
const trimmed = (tables: readonly Table[]): Table[] => tables.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)) }))

describe('a collection sheet as .xlsx', () => {
  it('is read as it was written', async () => {
    expect(trimmed(await readTables('a.xlsx', await sheetOf('经济委')))).toEqual(trimmed([filledTable(ledger(), '经济委', 2021)]))
    expect(await readOf(await sheetOf('经济委'))).toMatchObject({ problems: [], notices: [], departments: ['经济委'] })
  })
  it('is set up to be filled in and printed', async () => {
    const page = pageOf(await load(await sheetOf('经济委')))
    expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
    expect(page.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '4:4' })
    expect(page.getColumn(8).hidden).toBe(true)
    expect(cellOf(page, 'e1', '本年值').dataValidation).toMatchObject({ type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0], errorStyle: 'warning', allowBlank: true, prompt: '请填数字，单位：家。约数请照实写明，如 约50、近300。' })
    expect(cellOf(page, 'e1', '本年值').protection).toMatchObject({ locked: false })
    // locked is what cells are where nothing is said
    expect(cellOf(page, 'e1', '指标').protection?.locked ?? true).toBe(true)
    expect((page as unknown as { sheetProtection: { sheet: boolean; hashValue?: string } }).sheetProtection).toMatchObject({ sheet: true })
    expect((page as unknown as { sheetProtection: { hashValue?: string } }).sheetProtection.hashValue).toBeUndefined()
  })
  it('texts that begin like formulas stay texts', async () => {
    const odd = { ...ledger(), body: '=某县', indicators: ['=1+1', '+86', '-甲', '@乙', '<b>&"'].map((name, i) => indicator(`=${i}`, name, '件', '@办', [value(2020, '近3件', 3, { approx: 'under' })], { note: '=SUM(A1)' })) }
    const page = pageOf(await load(await sheetOf('@办', odd)))
    page.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)))
    expect((await readOf(await sheetOf('@办', odd), odd)).rows.map(({ indicator: id, name }) => [id, name])).toEqual(odd.indicators.map(({ id, name }) => [id, name]))
  })

  it('filled in, it brings what was entered, in every form in which Excel keeps it', async () => {
    const book = await load(await sheetOf('提案委'))
    const page = pageOf(book)
    cellOf(page, 't1', '本年值').value = { formula: '100+71', result: 171 }
    cellOf(page, 't2', '本年值').value = { richText: [{ text: '约' }, { text: '150', font: { bold: true } }] }
    cellOf(page, 't4', '本年值').style = { numFmt: 'yyyy/m/d' }
    cellOf(page, 't4', '本年值').value = new Date(Date.UTC(2026, 2, 4))
    cellOf(page, 't5', '本年值').value = 0.985
    // cells of a loaded book share their styles
    cellOf(page, 't5', '本年值').style = { ...cellOf(page, 't5', '本年值').style, numFmt: '0%' }
    cellOf(page, 't1', '填报人').value = { text: '张三', hyperlink: 'mailto:a@b.cn' }
    const got = await readOf(await save(book))
    expect(got.rows.map(({ indicator: id, cell, person, reading }) => [id, cell, person, reading.kind, 'value' in reading ? reading.value.text : reading.remark])).toEqual([
      ['t1', '171', '张三', 'new', '171件'],
      ['t2', '约150', '', 'new', '约150件'],
      ['t4', '2026-03-04', '', 'unparsed', '“2026-03-04”是日期，可能是表格程序自动转换的'],
      ['t5', '98.5%', '', 'new', '98.5%'],
    ])
  })
  it('errors, formulas without a result and booleans are texts', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('表').addRow([{ error: '#REF!' }, { formula: 'A1+1' }, true, 0.5, 1e21])
    expect(await readTables('a.xlsx', await save(book))).toEqual([{ name: '表', rows: [['#REF!', '=A1+1', 'TRUE', 0.5, 1e21]] }])
  })
  it('merged cells are in their first, hidden tabs are told', async () => {
    const book = new ExcelJS.Workbook()
    const page = book.addWorksheet('表')
    page.getCell('A1').value = '标题'
    page.mergeCells('A1:C2')
    page.getCell('B3').value = '甲'
    book.addWorksheet('藏', { state: 'hidden' }).addRow(['乙'])
    expect(await readTables('a.xlsx', await save(book))).toEqual([{ name: '表', rows: [['标题'], [], [null, '甲']] }, { name: '藏', rows: [['乙']], hidden: true }])
  })
  it('columns in another order and with other titles are told', async () => {
    const book = await load(await sheetOf('经济委'))
    const from = pageOf(book)
    cellOf(from, 'e3', '本年值').value = '二十五场'
    const to = book.addWorksheet('重排')
    from.eachRow((row, n) => [8, 5, 1, 3, 4, 2, 7, 6].forEach((c, i) => (to.getCell(n, i + 1).value = n < 4 ? (i === 0 ? row.getCell(1).value : null) : row.getCell(c).value)))
    to.eachRow((row) => row.eachCell((cell) => {
      if (cell.value === '指标') cell.value = '数据名称'
      if (cell.value === '本年值（2021年）') cell.value = '今年'
    }))
    book.removeWorksheet(from.id)
    expect((await readOf(await save(book))).rows.find(({ indicator: id }) => id === 'e3')?.reading).toMatchObject({ kind: 'new', value: { text: '二十五场', value: 25 } })
  })

  it('a validation or a merge over whole columns does not stop the reader', async () => {
    const parts = unzipSync(await sheetOf('经济委'))
    const name = Object.keys(parts).find((n) => /worksheets\/sheet1\.xml$/u.test(n)) ?? ''
    const xml = new TextDecoder().decode(parts[name])
    const wide = xml.replace(/<mergeCells.*?<\/mergeCells>/u, '<mergeCells count="1"><mergeCell ref="A5000:XFD1048576"/></mergeCells>').replace(/<dataValidations.*?<\/dataValidations>/u, '<dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>0</formula1></dataValidation></dataValidations>')
    expect(wide).toContain('A5000:XFD1048576')
    expect(wide).toContain('A1:XFD1048576')
    expect(trimmed(await readTables('a.xlsx', zipSync({ ...parts, [name]: strToU8(wide) })))).toEqual(trimmed([filledTable(ledger(), '经济委', 2021)]))
  })
})

describe('files that are no workbook', () => {
  const refused = (name: string, bytes: Uint8Array): Promise<unknown> => readTables(name, bytes).catch((error: unknown) => (error instanceof UnreadableFile ? [error.reason, error.message] : error))
  const ole = (stream: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]))
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string, RegExp]>([
    ['空.xlsx', () => new Uint8Array(), 'empty', /0 字节/u],
    ['旧.xls', () => ole('Workbook'), 'type', /旧版的 \.xls.*另存为”\.xlsx/u],
    ['锁.xlsx', () => ole('EncryptedPackage'), 'encrypted', /取消密码/u],
    ['文.xlsx', () => strToU8('指标,本年\n甲,1'), 'type', /不是 Excel 表格/u],
    ['包.xlsx', () => zipSync({ 'a.txt': strToU8('a') }), 'type', /压缩文件，但不是 Excel/u],
    ['坏.xlsx', () => zipSync({ 'xl/workbook.xml': strToU8('<workbook><sheets><sheet') }), 'damaged', /内部结构已损坏/u],
    ['断.xlsx', async () => (await sheetOf('经济委')).slice(0, 3000), 'damaged', /已损坏或不完整/u],
    ['白.xlsx', async () => { const b = new ExcelJS.Workbook(); b.addWorksheet('表'); return save(b) }, 'no-text', /没有内容/u],
    ['大.xlsx', async () => zipSync({ ...unzipSync(await sheetOf('经济委')), 'xl/sharedStrings.xml': new Uint8Array(40 * 1024 * 1024) }), 'too-large', /超过 32 MB/u],
    ['远.xlsx', async () => { const b = new ExcelJS.Workbook(); b.addWorksheet('表').getCell('A30000').value = 1; return save(b) }, 'too-large', /超过 20000 行/u],
  ])('%s is refused with the reason and the way out', async (name, bytes, reason, message) => {
    expect(await refused(name, await bytes())).toEqual([reason, expect.stringMatching(message)])
    expect(await refused(name, await bytes())).toEqual([reason, expect.stringContaining(`无法读取“${name}”`)])
  })
  it('a file that lies about its size is not unpacked beyond it', async () => {
    const bytes = zipSync({ ...unzipSync(await sheetOf('经济委')), 'xl/sharedStrings.xml': new Uint8Array(40 * 1024 * 1024) })
    const view = new DataView(bytes.buffer)
    // the uncompressed size in the central directory, said to be small
    for (let i = 0; i + 46 < bytes.length; i++) if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) === 40 * 1024 * 1024) view.setUint32(i + 24, 1000, true)
    expect(await refused('谎.xlsx', bytes)).toEqual(['damaged', expect.stringContaining('谎.xlsx')])
  })
  it('any bytes end in a table or a reason', async () => {
    const good = await sheetOf('经济委')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 12 }), fc.nat(good.length), async (edits, cut) => {
        const bytes = good.slice(0, cut % 3 === 0 ? cut : good.length)
        for (const [at, to] of edits) if (at < bytes.length) bytes[at] = to
        const got = await readTables('a.xlsx', bytes).catch((error: unknown) => error)
        expect(Array.isArray(got) || got instanceof UnreadableFile).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('for any ledger', () => {
  it('values typed in many forms come back as the same values', async () => {
    const heads = fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1, maxLength: 12 }).map((s) => `第${s}项`), unit: fc.constantFrom('件', '元', '%', '人次', '家'), last: fc.option(fc.integer({ min: 1, max: 999_999 })), now: fc.integer({ min: 1, max: 999_999 }), form: fc.nat(5) }), { selector: ({ name }) => name.replace(/[\s\p{P}]+/gu, '').toLowerCase(), minLength: 1, maxLength: 12 })
    const forms: readonly ((n: number, unit: string) => { cell: ExcelJS.CellValue; approx: string })[] = [
      (n) => ({ cell: n, approx: 'exact' }),
      (n) => ({ cell: String(n), approx: 'exact' }),
      (n, unit) => ({ cell: ` ${n} ${unit}`, approx: 'exact' }),
      (n) => ({ cell: `约${n}`, approx: 'about' }),
      (n, unit) => ({ cell: `近${n}${unit}`, approx: 'under' }),
      (n) => ({ cell: String(n).replace(/\d/gu, (d) => String.fromCharCode(0xff10 + Number(d))), approx: 'exact' }),
    ]
    await fc.assert(
      fc.asyncProperty(heads, async (all) => {
        const of: Ledger = { id: 'l', body: '某县政协', collections: [], indicators: all.map(({ name, unit, last }, i) => ({ ...indicator(`id-${i}`, name, unit, '办公室', last === null ? [] : [value(2020, `${last}${unit}`, last)]), kind: kindOfUnit(unit) })) }
        const book = await load(await sheetOf('办公室', of))
        all.forEach(({ now, unit, form }, i) => (cellOf(pageOf(book), `id-${i}`, '本年值').value = forms[form]?.(now, unit).cell ?? null))
        const got = await readOf(await save(book), of)
        const taken = applyChanges(of, chosenChanges([got], new Set(got.rows.map(({ key }) => key))))
        expect(taken.indicators.map((i) => i.values.find(({ year }) => year === 2021)).map((v) => [v?.value, v?.approx])).toEqual(all.map(({ now, unit, form }) => [now, forms[form]?.(now, unit).approx]))
      }),
      { numRuns: 40 },
    )
  })
})

describe('through LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuhe-collection-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const installed = ((): boolean => {
    try {
      execFileSync('soffice', ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      console.log('no LibreOffice here: the round trip of collection sheets through it is not tested')
      return false
    }
  })()
  it.skipIf(!installed)('nothing is lost: rows, ids, values, validation, the hidden column', { timeout: 120_000 }, async () => {
    const book = await load(await sheetOf('经济委'))
    cellOf(pageOf(book), 'e1', '本年值').value = '约320'
    cellOf(pageOf(book), 'e2', '本年值').value = 5.6
    cellOf(pageOf(book), 'e2', '填报人').value = '张三'
    cellOf(pageOf(book), 'e3', '本年值').value = { formula: '20+5' }
    cellOf(pageOf(book), 'e4', '备注').value = '=没有数据'
    const bytes = await save(book)
    const file = join(folder, 'sheet.xlsx')
    writeFileSync(file, bytes)
    execFileSync('soffice', ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), file], { stdio: 'ignore' })
    const saved = new Uint8Array(readFileSync(join(folder, 'out', 'sheet.xlsx')))

    const [before, after] = [await readTables('a.xlsx', bytes), await readTables('a.xlsx', saved)]
    // what LibreOffice computed stands where there was only a formula
    expect(trimmed(after)).toEqual(trimmed(before).map((t) => ({ ...t, rows: t.rows.map((row) => row.map((cell) => (cell === '=20+5' ? 25 : cell))) })))
    expect((await readOf(saved)).rows.map(({ indicator: id, person, note, reading }) => [id, person, note, reading.kind, 'value' in reading ? reading.value.text : ''])).toEqual([
      ['e1', '', '', 'new', '约320家'], ['e2', '张三', '', 'new', '5.6亿元'], ['e3', '', '', 'new', '25场'], ['e4', '', '=没有数据', 'empty', ''],
    ])
    const page = pageOf(await load(saved))
    expect(page.getColumn(8).hidden).toBe(true)
    expect(cellOf(page, 'e1', '本年值').dataValidation).toMatchObject({ type: 'decimal', operator: 'greaterThanOrEqual', errorStyle: 'warning' })
    // exceljs does not know LibreOffice's “false”: the cell's style in the file says that it is open to be filled in
    const parts = unzipSync(saved)
    const xml = (name: string): string => new TextDecoder().decode(parts[name])
    const style = Number(new RegExp(`<c r="${cellOf(page, 'e1', '本年值').address}" s="(\\d+)"`, 'u').exec(xml('xl/worksheets/sheet1.xml'))?.[1])
    expect(xml('xl/styles.xml').replace(/^.*<cellXfs/su, '').match(/<xf .*?<\/xf>/gsu)?.[style]).toContain('locked="false"')
    expect(xml('xl/worksheets/sheet1.xml')).toMatch(/<sheetProtection sheet="true"/u)
    // without a window LibreOffice keeps no view, so that the frozen head is not asked for here
    expect(page.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '4:4' })
  })
})

