import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { textNode, type Inline } from '#core/model/inline.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { printReview } from '#core/print/review.ts'
import { applyReturned } from '#core/returned/apply.ts'
import { returnedChanges } from '#core/returned/changes.ts'
import { readReturnedDocx } from '../../../src/main/files/docx-review-reader.ts'
import { writeDocx } from '../../../src/main/files/docx-writer.ts'
import { readReturnedFile } from '../../../src/main/files/read-returned.ts'
import { makeReport } from '../../core/make-report.ts'

const slot: Inline = { type: 'slot', id: 'f1', indicator: '提案立案数', unit: '件', kind: 'quantity' }
const base = makeReport(['去年视察调研9次，形成调研报告4篇。', '只有去年说的事，今年不再说起。'])
const report: Report = { ...makeReport([]), sections: [{ id: 's1', level: 1, number: '一、', heading: '工作回顾', sections: [], paragraphs: [
  { id: 'p1', content: [textNode('全年立案提案'), slot, textNode('，办结率98%。')] },
  { id: 'p2', content: [textNode('全年视察调研12次，形成调研报告7篇。')] },
  { id: 'p3', content: [textNode('这一段要整段删去。')] },
  { id: 'p4', content: [textNode('开展民主监督5次，提出意见建议30条。')] },
] }] }
const at = '2025-01-08T08:00:00.000Z'
const written = await writeDocx(printReview(report, { findings: [], titles: {}, at, base }), new Date(at))

/** The file with its document changed, as a reviewer's Word would. */
function edited(bytes: Uint8Array, change: (xml: string) => string, more: Record<string, string> = {}): Uint8Array {
  const parts = unzipSync(bytes)
  const out: Record<string, Uint8Array> = { ...parts, ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [name, strToU8(xml)])) }
  out['word/document.xml'] = strToU8(change(strFromU8(parts['word/document.xml'] ?? new Uint8Array())))
  return zipSync(out)
}
const by = 'w:author="李主任" w:date="2025-01-09T09:30:00Z"'
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const gone = (text: string): string => `<w:del w:id="901" ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const come = (text: string): string => `<w:ins w:id="902" ${by}>${run(text)}</w:ins>`
/** cuts the run that holds a text and puts something in the text's place */
function replaceRun(xml: string, text: string, instead: string): string {
  const found = new RegExp(`<w:r>((?:(?!</w:r>).)*?)<w:t([^>]*)>([^<]*?)${text}([^<]*?)</w:t></w:r>`, 'su').exec(xml)
  if (!found) throw new Error(`no run has ${text}`)
  const [all, properties = '', , left = '', right = ''] = found
  const part = (t: string): string => (t === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${t}</w:t></w:r>`)
  return xml.replace(all, () => part(left) + instead + part(right))
}

const reviewed = edited(written, (xml) => {
  let out = replaceRun(xml, '【待填】件', gone('【待填】件') + come('86件'))
  out = replaceRun(out, '5次', `<w:commentRangeStart w:id="77"/>${run('5次')}<w:commentRangeEnd w:id="77"/><w:r><w:commentReference w:id="77"/></w:r>`)
  const paragraph = new RegExp('<w:p>(?:(?!</w:p>).)*这一段要整段删去。(?:(?!</w:p>).)*</w:p>', 'su').exec(out)?.[0] ?? ''
  out = out.replace(paragraph, () => replaceRun(paragraph.replace(/<w:ins [^>]*\/>/gu, `<w:del w:id="903" ${by}/>`).replace(/<w:ins [^>]*>(.*?)<\/w:ins>/gsu, '$1'), '这一段要整段删去。', gone('这一段要整段删去。')))
  // one change without tracking
  return out.replace('>30条<', '>31条<')
}, {
  'word/comments.xml': `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="77" ${by} w:initials="李"><w:p>${run('请核对次数')}</w:p><w:p>${run('与台账不一致')}</w:p></w:comment></w:comments>`,
})

const read = (bytes: Uint8Array, draft = report) => {
  const copy = readReturnedDocx(bytes, draft)
  if (!copy) throw new Error('not taken for a copy of ours')
  return copy
}
const summary = (bytes: Uint8Array, draft = report) => returnedChanges(draft, read(bytes, draft)).map(({ kind, paragraphId, before, after, author, conflict }) => [kind, paragraphId, before, after, author ?? '', conflict])
const CHANGES = [
  ['replace', 'p1', '【待填】件', '86件', '李主任', false],
  ['delete-paragraph', 'p3', '这一段要整段删去。', '', '李主任', false],
  ['replace', 'p4', '30条', '31条', '', false],
]

describe('a review copy that comes back', () => {
  it('without a touch says nothing, though our own comments and changes against last year are in it', () => {
    expect(strFromU8(unzipSync(written)['word/document.xml'] ?? new Uint8Array())).toContain('w:author="述核"')
    expect(summary(written)).toEqual([])
    expect(read(written).comments).toEqual([])
  })
  it('tells what was changed, by whom, tracked or not', () => {
    expect(summary(reviewed)).toEqual(CHANGES)
  })
  it('tells who remarked what, and where', () => {
    const [comment] = read(reviewed).comments
    expect(comment).toMatchObject({ author: '李主任', remark: '请核对次数\n与台账不一致', paragraphId: 'p4' })
    const text = plainParagraphs(report).find(({ id }) => id === 'p4')?.text ?? ''
    expect(text.slice(comment?.start, comment?.end)).toBe('5次')
    expect(comment?.at).toBe(new Date(2025, 0, 9, 9, 30).toISOString())
  })
  it('tells where a remark stands that begins before the bookmark, or in a paragraph that was joined to the one before', () => {
    const placed = (change: (paragraph: string, xml: string) => string): (string | undefined)[] => {
      const copy = read(edited(written, (xml) => {
        const paragraph = new RegExp('<w:p>(?:(?!</w:p>).)*开展民主监督(?:(?!</w:p>).)*</w:p>', 'su').exec(xml)?.[0] ?? ''
        return change(paragraph, xml)
      }, { 'word/comments.xml': strFromU8(unzipSync(reviewed)['word/comments.xml'] ?? new Uint8Array()) }))
      const [comment] = copy.comments
      return [comment?.paragraphId, plainParagraphs(copy.report).find(({ id }) => id === comment?.paragraphId)?.text.slice(comment?.start, comment?.end)]
    }
    const end = '<w:commentRangeEnd w:id="77"/><w:r><w:commentReference w:id="77"/></w:r>'
    expect(placed((paragraph, xml) => xml.replace(paragraph, () => paragraph.replace('<w:bookmarkStart', '<w:commentRangeStart w:id="77"/><w:bookmarkStart').replace('</w:p>', `${end}</w:p>`)))).toEqual(['p4', '开展民主监督5次，提出意见建议30条。'])
    expect(placed((paragraph, xml) => {
      const commented = replaceRun(paragraph, '5次', `<w:commentRangeStart w:id="77"/>${run('5次')}${end}`)
      return xml.replace(paragraph, () => commented).replace(/<w:p>((?:(?!<\/w:p>).)*这一段要整段删去。)/su, (_, rest: string) => `<w:p><w:pPr><w:rPr><w:del w:id="904" ${by}/></w:rPr></w:pPr>${rest.replace(/<w:pPr>.*?<\/w:pPr>/su, '')}`)
    })).toEqual(['p3', '5次'])
  })
  it('taken, fills the slot and leaves the rest', () => {
    const result = applyReturned(report, returnedChanges(report, read(reviewed)))
    expect(plainParagraphs(result).map(({ text }) => text).slice(2)).toEqual(['全年立案提案86件，办结率98%。', '全年视察调研12次，形成调研报告7篇。', '开展民主监督5次，提出意见建议31条。'])
    expect(result.sections[0]?.paragraphs[0]?.content[1]).toMatchObject({ type: 'figure', id: 'f1', state: 'filled', text: '86件' })
  })
  it('is no reason to give up what was written since', () => {
    const draft = { ...report, sections: report.sections.map((s) => ({ ...s, paragraphs: [...s.paragraphs.map((p) => (p.id === 'p2' ? { ...p, content: [textNode('全年视察调研13次，形成调研报告7篇。')] } : p)), { id: 'p9', content: [textNode('出口之后写的一段。')] }] })) }
    expect(summary(reviewed, draft)).toEqual(CHANGES)
  })
  it('of another report is refused by its words, for reports that were read from files number their paragraphs alike', async () => {
    const other = { ...makeReport(['全市法院受理案件12000件，审结11800件。', '检察机关起诉900人，不起诉300人。']), title: '某市人民法院工作报告' }
    const strange = await writeDocx(printReview(other, { findings: [], titles: {}, at }), new Date(at))
    const draft = makeReport(['全年立案提案86件，办结率98%。', '开展民主监督5次，提出意见建议30条。'])
    expect(plainParagraphs(draft).slice(1).map(({ id }) => id)).toEqual(plainParagraphs(other).slice(1).map(({ id }) => id))
    expect(() => readReturnedFile('法院.docx', strange, draft)).toThrow('这个文件不是从本报告导出的送审稿')
    expect(readReturnedFile('送审稿.docx', reviewed, report).problems).toEqual([])
    // everything was written anew in it: still a copy of this report
    const anew = edited(written, (xml) => xml.replace(/(<w:t[^>]*>)[^<]+(?=<\/w:t>)/gu, '$1改写'))
    expect(readReturnedFile('改写.docx', anew, report).problems.length).toBe(1)
  })
  it('of another program is none', async () => {
    const { Document, Packer, Paragraph } = await import('docx')
    const other = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('别的文件。')] }] })))
    expect(readReturnedDocx(other, report)).toBeUndefined()
  })
})

const office = ((): string | undefined => {
  try {
    return execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
})()

describe('after LibreOffice saved it', () => {
  const save = (bytes: Uint8Array): Uint8Array => {
    const folder = mkdtempSync(join(tmpdir(), 'shuhe-returned-'))
    try {
      writeFileSync(join(folder, 'copy.docx'), bytes)
      execFileSync(office ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'copy.docx')], { timeout: 90_000, stdio: 'ignore' })
      return new Uint8Array(readFileSync(join(folder, 'out', 'copy.docx')))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  it.skipIf(office === undefined)(office === undefined ? 'skipped: no LibreOffice on this machine' : 'the same changes and comments are read', () => {
    const saved = save(reviewed)
    expect(summary(saved)).toEqual(CHANGES)
    expect(read(saved).comments.map(({ author, remark, paragraphId, start, end }) => ({ author, remark, paragraphId, start, end }))).toEqual(read(reviewed).comments.map(({ author, remark, paragraphId, start, end }) => ({ author, remark, paragraphId, start, end })))
  }, 120_000)
})
