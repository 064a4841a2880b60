import { convertMillimetersToTwip, Document, DocumentGridType, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { isTable, type PageNumbers, type PrintModel } from '#core/print/model.ts'
import { corePropertiesXml, fontTableXml, settingsXml } from './docx-parts.ts'
import { commentsPart } from './docx-comments.ts'
import { reviewStylesXml } from './docx-review-styles.ts'
import { paragraphWriter } from './docx-runs.ts'
import { FOOTER, stylesXml } from './docx-styles.ts'
import { tableOf } from './docx-table.ts'
import { exportedProperties } from './docx-exported.ts'
import { stampEntries } from './zip.ts'

/**
 * Writes a print model as a .docx: styles instead of direct formatting, a document grid, page numbers outside. `at` is the time in the file's properties;
 * equal models at equal times give equal bytes.
 */
export async function writeDocx(model: PrintModel, at: Date = new Date()): Promise<Uint8Array> {
  const { page, styles, pageNumbers, lead } = model
  const mm = convertMillimetersToTwip
  const paragraphsOf = paragraphWriter(model)
  const comments = commentsPart(model)
  const document = new Document({
    ...(comments ? { comments } : {}),
    customProperties: exportedProperties(model),
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(page.width), height: mm(page.height) },
            margin: { top: mm(page.margin.top), bottom: mm(page.margin.bottom), left: mm(page.margin.left), right: mm(page.margin.right), footer: mm(page.footer), header: mm(15) },
          },
          ...(page.grid === false ? {} : { grid: { type: DocumentGridType.LINES, linePitch: Math.round(styles.body.line * 20) } }),
        },
        ...(pageNumbers ? { footers: { default: pageNumber(pageNumbers, FOOTER.odd), ...(pageNumbers.form === 'outside' ? { even: pageNumber(pageNumbers, FOOTER.even) } : {}) } } : {}),
        children: model.blocks.flatMap((block) => (isTable(block) ? [tableOf(block)] : paragraphsOf(block, (styles[block.style] ?? styles.body).size))),
      },
    ],
  })
  const bytes = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: stylesXml(styles, lead, pageNumbers, reviewStylesXml(model)) },
    { path: 'word/settings.xml', data: settingsXml(model) },
    { path: 'word/fontTable.xml', data: fontTableXml(model) },
    { path: 'docProps/core.xml', data: corePropertiesXml(model, at) },
  ])
  stampEntries(bytes, at)
  return bytes
}

/** — 1 — (GB/T 9704—2012, 7.5: 数字左右各放一条一字线); or 第1页 共3页. How they are set say the styles. */
function pageNumber({ form }: PageNumbers, style: string): Footer {
  const children = form === 'centre' ? ['第', PageNumber.CURRENT, '页　共', PageNumber.TOTAL_PAGES, '页'] : ['— ', PageNumber.CURRENT, ' —']
  return new Footer({ children: [new Paragraph({ style, children: [new TextRun({ children })] })] })
}
