import {
  AlignmentType, convertMillimetersToTwip, Document, DocumentGridType, Footer, LineRuleType, Packer, PageNumber, Paragraph, ShadingType, TextRun,
  type IParagraphStyleOptions, type IRunOptions,
} from 'docx'
import { isTable, type FontFamily, type PageNumbers, type PrintModel, type PrintStyle, type StyleName } from '#core/print/model.ts'
import { indentOf, LEAD, paragraphOf, SLOT, STYLE_ID } from './docx-runs.ts'
import { tableOf } from './docx-table.ts'

const STYLE_NAME: Readonly<Record<StyleName, string>> = {
  body: 'Normal', title: 'Title', subtitle: 'Subtitle', part: 'Part', heading1: 'heading 1', heading2: 'heading 2', heading3: 'heading 3', heading4: 'heading 4',
  attachment: '附件说明', signature: '署名', label: '稿件标注', note: '说明', cell: '表格内容', head: '表格标题',
}

/** Writes a print model as a .docx: styles instead of direct formatting, a document grid, page numbers outside. */
export async function writeDocx(model: PrintModel): Promise<Uint8Array> {
  const { page, styles, pageNumbers } = model
  const mm = convertMillimetersToTwip
  const document = new Document({
    title: model.title,
    creator: model.creator,
    lastModifiedBy: model.creator,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
      paragraphStyles: (Object.keys(styles) as StyleName[]).flatMap((name) => {
        const style = styles[name]
        return style ? [paragraphStyle(name, style, styles.body.size)] : []
      }),
      characterStyles: [
        { id: LEAD, name: '段旨句', basedOn: 'DefaultParagraphFont', quickFormat: true, run: { bold: true } },
        { id: SLOT, name: '待填数据', basedOn: 'DefaultParagraphFont', quickFormat: true, run: { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'FFF200' } } },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(page.width), height: mm(page.height) },
            margin: { top: mm(page.margin.top), bottom: mm(page.margin.bottom), left: mm(page.margin.left), right: mm(page.margin.right), footer: mm(page.footer), header: mm(15) },
          },
          grid: { type: DocumentGridType.LINES, linePitch: twips(styles.body.line) },
        },
        ...(pageNumbers ? { footers: { default: pageNumber(pageNumbers, 'right'), even: pageNumber(pageNumbers, 'left') } } : {}),
        children: model.blocks.map((block) => (isTable(block) ? tableOf(block) : paragraphOf(block, (styles[block.style] ?? styles.body).size))),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const twips = (points: number): number => Math.round(points * 20)
const fontOf = ({ eastAsia, ascii }: FontFamily): NonNullable<IRunOptions['font']> => ({ ascii, hAnsi: ascii, eastAsia, cs: ascii, hint: 'eastAsia' })
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, justify: AlignmentType.BOTH } as const

function paragraphStyle(name: StyleName, style: PrintStyle, size: number): IParagraphStyleOptions {
  return {
    id: STYLE_ID[name],
    name: STYLE_NAME[name],
    ...(name === 'body' ? {} : { basedOn: 'Normal', next: 'Normal' }),
    quickFormat: true,
    run: {
      font: fontOf(style.font),
      size: style.size * 2,
      bold: style.bold,
      color: '000000',
      // a 16 pt glyph is a hair wider than the twenty-eighth of the line: 28 characters fit with −0.25 pt
      ...(name === 'body' ? { characterSpacing: -5 } : {}),
    },
    paragraph: {
      alignment: ALIGN[style.align],
      indent: indentOf(style, style.size),
      spacing: { before: 0, after: 0, line: twips(style.line), lineRule: LineRuleType.EXACT },
      // larger type keeps its own pitch: on the grid it would take two lines
      ...(style.size > size ? { snapToGrid: false } : {}),
      ...(style.outline === undefined ? {} : { outlineLevel: style.outline - 1 }),
      ...(style.keepWithNext ? { keepNext: true, keepLines: true } : {}),
    },
  }
}

/** — 1 — in the outer corner, one character in from the edge of the text (GB/T 9704—2012, 7.5); or 第1页 共3页 in the middle. */
function pageNumber({ font, size, form }: PageNumbers, side: 'left' | 'right'): Footer {
  const run = { font: fontOf(font), size: size * 2 }
  const [alignment, indent, children] =
    form === 'centre'
      ? [AlignmentType.CENTER, {}, ['第', PageNumber.CURRENT, '页　共', PageNumber.TOTAL_PAGES, '页']]
      : [side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT, side === 'right' ? { right: size * 20 } : { left: size * 20 }, ['— ', PageNumber.CURRENT, ' —']]
  return new Footer({ children: [new Paragraph({ alignment, indent: { ...indent, firstLine: 0, firstLineChars: 0 }, children: [new TextRun({ ...run, children })] })] })
}
