import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Options } from '../../../src/main/cli/command.ts'
import { COMMANDS } from '../../../src/main/cli/commands.ts'
import { SEEDS } from '../../gold/gold.ts'

const [now = '', then = ''] = SEEDS.map((seed) => `seeds/${seed}.txt`)
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuhe-export-'))
})

async function exported(file: string, name: string, options: Partial<Options> = {}): Promise<{ status: number; out: string[]; err: string[]; bytes: Buffer }> {
  const [out, err]: string[][] = [[], []]
  const output = join(folder, name)
  const status = await COMMANDS['export']?.([file], { json: true, profile: 'official', seedsFolder: 'seeds', output, ...options }, { out: (l) => out?.push(l), err: (l) => err?.push(l) })
  return { status: status ?? -1, out: out ?? [], err: err ?? [], bytes: await readFile(output) }
}
const partOf = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(bytes)[name])

describe('each profile as each kind, by the ending', () => {
  it.each<[string, string]>([['official', 'a.docx'], ['newspaper', 'a.docx'], ['review', 'a.DOCX'], ['sheet', 'a.docx']])('%s as %s', async (profile, name) => {
    const { status, out, err, bytes } = await exported(now, name, { profile })
    expect([status, out, err]).toEqual([0, [JSON.stringify({ file: join(folder, name) })], []])
    expect(partOf(bytes, 'word/document.xml')).toContain('提案')
  })
  it('newspaper as .txt', async () => {
    const { bytes } = await exported(now, 'a.txt', { profile: 'newspaper' })
    expect(bytes.toString()).toMatch(/^\ufeff【主标题】实干笃行谋发展 向新求质勇争先\r\n【副标题】/u)
  })
  it('sheet as .xlsx takes last year’s values from --last', async () => {
    const { bytes } = await exported(now, 'a.xlsx', { profile: 'sheet', last: then })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    const rows = (book.worksheets[0]?.getSheetValues() ?? []).flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []))
    expect(rows.find((row) => row[0] === '序号')?.slice(7, 9)).toEqual(['2020年值', '2020年数值'])
    expect(rows.find((row) => row[4] === '143件' && row[8] !== null)?.slice(5, 11)).toEqual([143, '件', '138件', 138, 5, 3.62])
  })
  it('review has the findings as comments, and with --last the changes against it', async () => {
    const alone = await exported(then, 'a.docx', { profile: 'review' })
    expect(partOf(alone.bytes, 'word/comments.xml').match(/<w:comment /gu)?.length).toBeGreaterThan(0)
    expect(partOf(alone.bytes, 'word/document.xml')).not.toMatch(/<w:(?:ins|del) /u)
    const { bytes } = await exported(now, 'b.docx', { profile: 'review', last: then })
    for (const change of ['<w:ins ', '<w:del ']) expect(partOf(bytes, 'word/document.xml')).toContain(change)
  })
})

describe('what is refused, and that nothing is written then', () => {
  it.each<[string, string, RegExp]>([
    ['sheet', 'a.txt', /数据核对表（sheet）只能写成 \.xlsx 或 \.docx 文件/u],
    ['official', 'a.xlsx', /公文（official）只能写成 \.docx 文件/u],
    ['newspaper', 'a', /报纸稿（newspaper）只能写成 \.docx 或 \.txt 文件/u],
    ['official', 'a.pdf', /PDF 要在述核的窗口中导出.*\.docx 结尾/u],
    ['letter', 'a.docx', /没有版式“letter”。可用的版式：official（公文）、newspaper（报纸稿）、review（送审稿）、sheet（数据核对表）。/u],
  ])('%s as %s', async (profile, name, reason) => {
    await expect(exported(now, name, { profile })).rejects.toThrow(reason)
    expect(await readdir(folder)).toEqual([])
  })
  it('a report of last year that cannot be read', async () => {
    await expect(exported(now, 'a.xlsx', { profile: 'sheet', last: join(folder, '没有.txt') })).rejects.toThrow(/无法读取“.*没有\.txt”/u)
    expect(await readdir(folder)).toEqual([])
  })
})

it('says what --last is not used for, and what is open', async () => {
  expect((await exported(now, 'a.docx', { last: then })).err).toEqual([`注意：版式“official”（公文）用不到 --last，已忽略“${then}”。`])
  const draft = join(folder, '草稿.json')
  const lines: string[] = []
  await COMMANDS['new']?.([], { json: true, profile: 'official', seedsFolder: 'seeds', from: then, year: 2021, output: draft }, { out: (l) => lines.push(l), err: (l) => lines.push(l) })
  expect((await exported(draft, 'b.txt', { profile: 'newspaper' })).err[0]).toContain('39 处待填数据')
  expect((await exported(draft, 'b.xlsx', { profile: 'sheet' })).err).toEqual([])
})
