import { Document, Packer, Paragraph, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import { allParagraphs } from '#core/model/tree.ts'
import { readReportFile } from '../../../src/main/files/read.ts'

type Piece = string | { text: string; bold?: boolean; italics?: boolean; underline?: object }
const read = async (paragraphs: Piece[][]) => {
  const document = new Document({ sections: [{ children: [new Paragraph({ text: '甲县政协2024年工作综述', heading: 'Title' }), new Paragraph({ text: '一、提案工作', heading: 'Heading1' }), ...paragraphs.map((runs) => new Paragraph({ children: runs.map((run) => new TextRun(typeof run === 'string' ? { text: run } : run)) }))] }] })
  const report = await readReportFile('甲.docx', new Uint8Array(await Packer.toBuffer(document)), { id: 'x', origin: { from: 'blank' } })
  return allParagraphs(report).map(({ content }) => content.map((node) => [node.type === 'slot' ? '' : node.text, ...(node.marks ?? [])]))
}
const REST = '全年召开会议12次，形成建议案3件，推动了一批问题的解决，得到各方面好评。'

describe('marks of a Word file of other origin', () => {
  it('stay on their words in running text', async () => {
    expect(await read([['今年共', { text: '立案', bold: true }, { text: '提案', italics: true, underline: {} }, '86件。'], [REST]])).toEqual([[['今年共'], ['立案', 'bold'], ['提案', 'italic', 'underline'], ['86件。']], [[REST]]])
  })
  it('a bold first sentence in most paragraphs is a lead sentence', async () => {
    expect(await read([[{ text: '学习走深走实。', bold: true }, REST], [{ text: '提案提质增效。', bold: true }, REST]])).toEqual([[['学习走深走实。', 'lead'], [REST]], [['提案提质增效。', 'lead'], [REST]]])
  })
  it('what is bold all over says nothing', async () => {
    expect(await read([[{ text: REST, bold: true }], [{ text: REST, bold: true }]])).toEqual([[[REST]], [[REST]]])
  })
})
