import { zipSync, strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES } from '#contract/contract.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import { allSections } from '#core/model/tree.ts'
import { printOfficial } from '#core/print/official.ts'
import { writeDocx } from '../../../src/main/files/docx-writer.ts'
import { readReportFile, UnreadableFile } from '../../../src/main/files/read.ts'
import { seedReport, SEEDS, seedText } from '../../gold/gold.ts'

const options = { id: 'r', origin: { from: 'file' as const, fileName: 'x' } }
const read = (name: string, bytes: Uint8Array) => readReportFile(name, bytes, options)
const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(little ? bytes : bytes.swap16())
}
const SHORT = '某县政协2024年工作综述\n一、提案工作\n全年收到提案168件，立案143件。'

describe('text files', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(SHORT)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${SHORT}`)],
    ['UTF-16 LE', utf16(`\ufeff${SHORT}`, true)],
    ['UTF-16 BE', utf16(`\ufeff${SHORT}`, false)],
    // 全年收到提案168件。 as Chinese Windows writes it
    ['GB18030', new Uint8Array([0xc8, 0xab, 0xc4, 0xea, 0xca, 0xd5, 0xb5, 0xbd, 0xcc, 0xe1, 0xb0, 0xb8, 0x31, 0x36, 0x38, 0xbc, 0xfe, 0xa1, 0xa3])],
  ])('%s', async (_, bytes) => {
    expect(plainParagraphs(await read('报告.txt', bytes)).map((p) => p.text).join('')).toContain('全年收到提案168件')
  })
  it('Markdown: headings by their marks', async () => {
    const report = await read('报告.md', new TextEncoder().encode('# 某县政协2024年工作综述\n\n## 提案工作\n\n全年收到提案**168件**。\n\n- 立案143件。\n'))
    expect(report.title).toBe('某县政协2024年工作综述')
    expect(allSections(report.sections).map((s) => s.heading)).toContain('提案工作')
  })
})

describe.each(SEEDS)('%s through Word and back', (seed) => {
  it('comes back with the same headings and paragraphs', async () => {
    const source = seedReport(seed)
    const back = await read('报告.docx', await writeDocx(printOfficial(source)))
    const words = (r: typeof source): string => plainParagraphs(r).map((p) => p.text).join('').replace(/\s+/gu, '')
    expect(words(back)).toBe(words(source))
    expect(allSections(back.sections).map((s) => s.number + s.heading).filter(Boolean)).toEqual(allSections(source.sections).map((s) => s.number + s.heading).filter(Boolean))
    expect(back.title.replace(/\s/gu, '')).toBe(source.title.replace(/\s/gu, ''))
  })
})

describe('files that cannot be read say which, why and what to do', () => {
  const docx = (entries: Record<string, string>): Uint8Array => zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])))
  it.each([
    ['empty.txt', new Uint8Array(), 'empty'],
    ['large.docx', new Uint8Array(MAX_FILE_BYTES + 1), 'too-large'],
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]), 'type'],
    ['scan.pdf', new TextEncoder().encode('%PDF-1.7 …'), 'damaged'],
    ['note.rtf', new TextEncoder().encode('{\\rtf1\\ansi}'), 'type'],
    ['archive.docx', docx({ 'readme.txt': 'x' }), 'type'],
    ['torn.docx', docx({ 'word/document.xml': '<w:document/>' }).slice(0, 60), 'damaged'],
    ['broken.docx', docx({ 'word/document.xml': '<w:document><w:body>', '[Content_Types].xml': '<Types' }), 'damaged'],
    ['text.docx', new TextEncoder().encode('这不是 Word 文件。'), 'damaged'],
    ['picture.txt', new Uint8Array(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), 'type'],
    ['blank.txt', new TextEncoder().encode(' \n\n　\n'), 'no-text'],
    ['old.wps', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'type'],
    ['half.json', new TextEncoder().encode('{"format":"shuhe.report","version":1,'), 'damaged'],
    ['newer.json', new TextEncoder().encode('{"format":"shuhe.report","version":99}'), 'type'],
  ])('%s', async (name, bytes, reason) => {
    const error = await read(name, bytes).then(() => undefined, (e: unknown) => e)
    expect(error).toBeInstanceOf(UnreadableFile)
    expect(error).toMatchObject({ reason, fileName: name })
    expect((error as UnreadableFile).message).toMatch(new RegExp(`^无法读取“${name.replace('.', '\\.')}”：[^]{8,}。$`, 'u'))
  })

  it('any bytes are read or refused, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.txt', 'a.docx', 'a.md', 'a'), async (bytes, name) => {
        const outcome = await read(name, bytes).then(() => 'read', (e: unknown) => (e instanceof UnreadableFile ? 'refused' : e))
        expect(['read', 'refused']).toContain(outcome)
      }),
      { numRuns: 500 },
    )
  })
})

it('a seed read as a file is the seed', async () => {
  const report = await read('seed.txt', new TextEncoder().encode(seedText('001_39406531928dc60d')))
  expect(report.sections).toEqual(seedReport('001_39406531928dc60d').sections)
})
