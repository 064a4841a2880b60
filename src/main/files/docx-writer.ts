import {
  AlignmentType, convertMillimetersToTwip, Document, DocumentGridType, Footer, LineRuleType, Packer, PageNumber, Paragraph, ShadingType, TextRun,
  type IParagraphStyleOptions, type IRunOptions,
} from 'docx'
import type { FontFamily, PrintBlock, PrintModel, PrintRun, PrintStyle, StyleName } from '#core/print/model.ts'

/** Word's ids of the styles: its own where Word knows the role, so that navigation pane and table of contents work. */
const STYLE_ID: Readonly<Record<StyleName, string>> = {
  body: 'Normal', title: 'Title', subtitle: 'Subtitle', part: 'Part', heading1: 'Heading1', heading2: 'Heading2', heading3: 'Heading3', heading4: 'Heading4',
}
const STYLE_NAME: Readonly<Record<StyleName, string>> = {
  body: 'Normal', title: 'Title', subtitle: 'Subtitle', part: 'Part', heading1: 'heading 1', heading2: 'heading 2', heading3: 'heading 3', heading4: 'heading 4',
}
const LEAD = 'LeadSentence'
const SLOT = 'OpenSlot'

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
      paragraphStyles: (Object.keys(styles) as StyleName[]).map((name) => paragraphStyle(name, styles[name], styles.body.size)),
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
        footers: { default: pageNumber(pageNumbers, 'right'), even: pageNumber(pageNumbers, 'left') },
        children: model.blocks.map(paragraphOf),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const twips = (points: number): number => Math.round(points * 20)
const fontOf = ({ eastAsia, ascii }: FontFamily): NonNullable<IRunOptions['font']> => ({ ascii, hAnsi: ascii, eastAsia, cs: ascii, hint: 'eastAsia' })
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, justify: AlignmentType.BOTH } as const

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
      indent: style.indent > 0 ? { firstLine: style.indent * style.size * 20, firstLineChars: style.indent * 100 } : { firstLine: 0, firstLineChars: 0 },
      spacing: { before: 0, after: 0, line: twips(style.line), lineRule: LineRuleType.EXACT },
      // larger type keeps its own pitch: on the grid it would take two lines
      ...(style.size > size ? { snapToGrid: false } : {}),
      ...(style.outline === undefined ? {} : { outlineLevel: style.outline - 1 }),
      ...(style.keepWithNext ? { keepNext: true, keepLines: true } : {}),
    },
  }
}

function paragraphOf(block: PrintBlock): Paragraph {
  return new Paragraph({ ...(block.style === 'body' ? {} : { style: STYLE_ID[block.style] }), children: block.runs.map(runOf) })
}

function runOf(run: PrintRun): TextRun {
  return new TextRun({
    text: writable(run.text),
    // Word does not know highlighting in styles
    ...(run.slot ? { style: SLOT, highlight: 'yellow' as const } : run.lead ? { style: LEAD } : {}),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(run.lineBreak ? { break: 1 } : {}),
  })
}

/** XML 1.0 knows neither control characters nor half surrogate pairs; Word would refuse the whole file. */
const writable = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[\ud800-\udfff]/gu, '\ufffd')

/** — 1 — in the outer corner, one character in from the edge of the text (GB/T 9704—2012, 7.5). */
function pageNumber({ font, size }: PrintModel['pageNumbers'], side: 'left' | 'right'): Footer {
  const run = { font: fontOf(font), size: size * 2 }
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: size * 20, firstLine: 0, firstLineChars: 0 } : { left: size * 20, firstLine: 0, firstLineChars: 0 },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
