import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { headingText, plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allSections } from '#core/model/tree.ts'
import { printOfficial } from '#core/print/official.ts'
import { writeDocx } from '../../../src/main/files/docx-writer.ts'
import { linesOfDocx } from '../../../src/main/files/docx-reader.ts'
import { linesOfHtml } from '../../../src/main/files/html-reader.ts'
import { linesOfPage, type Piece } from '../../../src/main/files/pdf-layout.ts'
import { readFile, type ReadFile } from '../../../src/main/files/read.ts'
import { readerInWorker } from '../../../src/main/files/reader.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

const options = { id: 'r', origin: { from: 'file' as const, fileName: 'x' } }
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const docx = (body: string, parts: Record<string, string> = {}): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({ 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...parts }).map(([name, xml]) => [name, strToU8(xml)])))
const p = (text: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const texts = (bytes: Uint8Array): string[] => linesOfDocx(bytes).map(({ text, style }) => (style ? `${style}: ${text}` : text))

/** Every letter, digit and Han character that the reader saw, exactly once in the report. */
function conserves({ report, source }: ReadFile): void {
  const letters = (texts: readonly string[]): string => [...texts.join('').replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')
  expect(letters([...plainParagraphs(report).map(({ text }) => text), ...report.captions, ...report.noise])).toBe(letters(source.map(({ text }) => text)))
}

describe('.docx, as Word shows it', () => {
  it('automatic numbers are text', () => {
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`
    const item = (text: string, level: number, list = 1): string => p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
    expect(texts(docx(item('提案', 0) + item('征集', 1) + item('办理', 1) + item('调研', 0) + item('选题', 1) + item('小项', 2) + item('另起', 0, 2), { 'word/numbering.xml': numbering })))
      .toEqual(['一、提案', '（一）征集', '（二）办理', '二、调研', '（一）选题', '1.小项', '五、另起'])
  })
  it('insertions stand, deletions are gone, field codes are not shown', () => {
    expect(texts(docx('<w:p><w:r><w:t>收到提案</w:t></w:r><w:ins w:id="1"><w:r><w:t>168</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>138</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>件</w:t></w:r></w:p>'))).toEqual(['收到提案168件'])
  })
  it('tables cell by cell, text boxes once, behind the paragraph that holds them', () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('框内文字')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('框内文字')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`
    expect(texts(docx(`<w:p><w:r><w:t>正文</w:t></w:r>${box}</w:p><w:tbl><w:tr><w:tc>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`))).toEqual(['正文', '框内文字', '甲', '乙'])
  })
  it('headings by the names of their styles, by inherited and by own outline levels', () => {
    const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="公文小标题"/><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style></w:styles>`
    expect(texts(docx(p('题目', '<w:pStyle w:val="t"/>') + p('甲', '<w:pStyle w:val="b"/>') + p('乙', '<w:outlineLvl w:val="1"/>') + p('正文'), { 'word/styles.xml': styles }))).toEqual(['title: 题目', 'heading1: 甲', 'heading2: 乙', '正文'])
  })
  it('headings without style or number, by how they are set', async () => {
    const set = (text: string, face: string): string => `<w:p><w:r><w:rPr>${face}</w:rPr><w:t>${text}</w:t></w:r></w:p>`
    const body = '围绕中心服务大局，开展协商十二次，提出意见建议九十六条，得到县委、县政府主要领导批示肯定。'
    const bold = '<w:rFonts w:eastAsia="黑体"/><w:b/>'
    const song = '<w:rFonts w:eastAsia="仿宋"/>'
    const { report } = await readFile('x.docx', docx([set('临江县政协2023年工作综述', bold), set(body, song), set(body, song), set(body, song), set(body, song), set('在协商中凝聚共识汇聚起推动发展的磅礴力量', bold), set(body, song), set('走访群众三十户', song), set(body, song), set('在监督中助推落实', bold), set(body, song)].join('')), options)
    expect(allSections(report.sections).filter(({ level }) => level > 0).map(headingText)).toEqual(['在协商中凝聚共识汇聚起推动发展的磅礴力量', '在监督中助推落实'])
  })
  it('footnotes, headers and footers apart', () => {
    const part = (name: string, text: string): string => `<w:${name} ${W}>${p(text)}</w:${name}>`
    expect(texts(docx(p('正文'), { 'word/footnotes.xml': part('footnotes', '注释一'), 'word/header1.xml': part('hdr', '内部资料') }))).toEqual(['正文', 'noise: 注释一', 'noise: 内部资料'])
  })
  it.each(SEEDS)('what we write of %s is read back', async (seed) => {
    const report = seedReport(seed)
    const read = await readFile('x.docx', await writeDocx(printOfficial(report)), options)
    conserves(read)
    const again = read.report
    // where the closing begins, a Word file does not say
    const headings = (r: Report): string[] => allSections(r.sections).filter(({ level }) => level > 0).map(headingText)
    expect(headings(again)).toEqual(headings(report))
    expect(plainParagraphs(again).filter(({ role }) => role === 'paragraph').map(({ text }) => text)).toEqual(plainParagraphs(report).filter(({ role }) => role === 'paragraph').map(({ text }) => text))
  })
})

describe('web pages', () => {
  const page = `<!doctype html><html><head><title>县政协</title><script>steal()</script><meta charset="utf-8"></head><body><div class="nav"><a href="/">首页</a> <a href="/a">政协概况</a> <a href="/b">通知公告</a></div>
<div class="crumb">当前位置：首页 &gt; 工作报告</div><h1>临江县政协2023年工作综述</h1><div class="info">发布时间：2024-01-20 来源：临江县政协</div>
<div class="content"><p>　　2023年，县政协在中共临江县委领导下，团结奋进，履职尽责，为全县发展作出了积极贡献，各项工作取得新成效。</p><p>　　一、提案工作提质增效</p><p>　　全年收到提案<span>168</span>件，立案143件，办复率和满意率均达100%。提案办理推动解决了一批群众关心的实际问题，受到各方面好评。</p><p>　　二、协商议政成果丰硕</p><p>　　围绕乡村振兴开展协商12次，提出意见建议96条，得到县委、县政府主要领导批示28次，转化为政策措施15项。</p></div>
<div class="foot">版权所有：临江县政协办公室　ICP备12345678号　<a>网站地图</a></div></body></html>`

  it('the report is found; navigation and notices stand apart, and nothing is lost', async () => {
    const read = await readFile('p.html', new TextEncoder().encode(page), options)
    conserves(read)
    const { report } = read
    expect(report.title).toBe('临江县政协2023年工作综述')
    expect(allSections(report.sections).filter(({ level }) => level > 0).map(headingText)).toEqual(['一、提案工作提质增效', '二、协商议政成果丰硕'])
    expect(report.noise.join(' ')).toMatch(/通知公告.*ICP备/su)
    const letters = (text: string): string => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')
    expect(letters(linesOfHtml(page).map(({ text }) => text).join(''))).toBe(letters(page.replace(/<head>.*<\/head>/su, '').replace(/<[^>]+>/gu, '').replaceAll('&gt;', '>')))
  })
  it('an old page in GB2312', async () => {
    const gbk = Buffer.from([...'<html><meta charset=gb2312><body><p>'].map((c) => c.charCodeAt(0)).concat([0xcc, 0xe1, 0xb0, 0xb8, 0x31, 0x36, 0x38, 0xbc, 0xfe, 0xa1, 0xa3]))
    const { source } = await readFile('p.htm', new Uint8Array(gbk), options)
    expect(source.map(({ text }) => text)).toEqual(['提案168件。'])
  })
  it('a page nested ten thousand deep is read', () => {
    expect(linesOfHtml(`${'<div>'.repeat(10_000)}提案168件。`).map(({ text }) => text)).toEqual(['提案168件。'])
  })
})

describe('the layout of a page', () => {
  const line = (text: string, x: number, y: number, size = 10): Piece => ({ text, x, y, size, width: text.length * size, face: 'f', upright: true })
  const column = (name: string, x: number, from = 100): Piece[] => Array.from({ length: 8 }, (_, i) => line(`${name}${i}${'字'.repeat(13)}`, x, from + i * 16))
  const read = (pieces: Piece[]): string[] => linesOfPage(pieces).lines.map(({ text }) => text.replace(/字+/u, ''))

  it('columns one after the other, what spans them above or below', () => {
    expect(read([line('通栏大标题通栏大标题通栏大标题', 100, 50, 20), ...column('左', 50), ...column('右', 250), line('署名', 230, 80)])).toEqual(['通栏大标题通栏大标题通栏大标题', '署名', ...[0, 1, 2, 3, 4, 5, 6, 7].map((i) => `左${i}`), ...[0, 1, 2, 3, 4, 5, 6, 7].map((i) => `右${i}`)])
  })
  it('three columns', () => {
    expect(read([...column('一', 50), ...column('二', 220), ...column('三', 390)])).toEqual(['一', '二', '三'].flatMap((c) => [0, 1, 2, 3, 4, 5, 6, 7].map((i) => `${c}${i}`)))
  })
  it('pieces of one line are one; a line that was spread over its width has no spaces', () => {
    const spread = [...'组织委员小组'].flatMap((c, i): Piece[] => [line(c, 50 + i * 14, 100), line(' ', 60 + i * 14, 100)])
    expect(read([line('收到提案', 50, 80), line('168', 91, 80), line('件', 121, 80), ...spread])).toEqual(['收到提案168件', '组织委员小组'])
  })
})

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync)
if (!soffice) console.log('LibreOffice is not installed: the round trips through .doc and .pdf are skipped')
describe.skipIf(!soffice)('round trips through LibreOffice', () => {
  it.each(SEEDS)('%s as .doc, .html and .pdf is read back', async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'shuhe-'))
    const report = seedReport(seed)
    writeFileSync(join(folder, 'r.docx'), await writeDocx(printOfficial(report)))
    for (const format of ['doc', 'html', 'pdf']) {
      execFileSync(soffice ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', format, '--outdir', folder, join(folder, 'r.docx')], { stdio: 'ignore' })
      const read = await readFile(`r.${format}`, new Uint8Array(readFileSync(join(folder, `r.${format}`))), options)
      conserves(read)
      const again = read.report
      // LibreOffice leaves marks out of a PDF that hang over the edge of the text, so words are compared
      const body = (r: Report): unknown => plainParagraphs(r).filter(({ role }) => role === 'paragraph' || role === 'heading').map(({ role, text }) => [role, text.replace(/[^\p{L}\p{N}]/gu, '')])
      expect({ format, body: body(again) }).toEqual({ format, body: body(report) })
    }
  }, 120_000)
})

describe('a reader in a worker', () => {
  const script = (code: string): URL => {
    const file = join(mkdtempSync(join(tmpdir(), 'shuhe-')), 'w.mjs')
    writeFileSync(file, code)
    return new URL(`file://${file}`)
  }
  it('that never ends is ended, and says so', async () => {
    await expect(readerInWorker(script('for (;;);'), 300)('x.pdf', new Uint8Array(1), options)).rejects.toMatchObject({ name: 'UnreadableFile', message: expect.stringMatching(/x\.pdf.*已经停止.*请/u) as string })
  })
  it('that fills the memory is ended, and says so', async () => {
    await expect(readerInWorker(script('const a = []; for (;;) a.push(new Array(1e5).fill({}))'), 20_000)('x.doc', new Uint8Array(1), options)).rejects.toMatchObject({ name: 'UnreadableFile', reason: 'too-large' })
  }, 30_000)
  it('can be cancelled', async () => {
    const abort = new AbortController()
    const reading = readerInWorker(script('setInterval(() => 1, 50)'))('x.pdf', new Uint8Array(1), options, { signal: abort.signal })
    abort.abort(new Error('cancelled'))
    await expect(reading).rejects.toThrow('cancelled')
  })
})
