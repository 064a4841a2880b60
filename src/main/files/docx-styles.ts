import { CHARACTER_SPACING } from '#core/print/layout.ts'
import type { FontFamily, LeadStyle, PageNumbers, PrintStyle, PrintStyles, StyleName } from '#core/print/model.ts'
import { LEAD, LEAD_SLOT, SLOT } from './docx-character-styles.ts'
import { indentOf, STYLE_ID } from './docx-runs.ts'
import { attribute, element, WORD_NAMESPACE } from './docx-xml.ts'

/**
 * The styles of a document (word/styles.xml, ECMA-376, part 1, 17.7), written here because the docx library knows neither latent styles nor the
 * spacing between Chinese and Latin text, and adds some twenty styles in colours that no office uses.
 */

/** Word's own names where Word knows the role: navigation pane, table of contents and other programs go by them. The rest have their Chinese names. */
const BUILT_IN: Readonly<Partial<Record<StyleName, string>>> = {
  body: 'Normal', title: 'Title', subtitle: 'Subtitle', heading1: 'heading 1', heading2: 'heading 2', heading3: 'heading 3', heading4: 'heading 4',
}
export const FOOTER = { odd: 'Footer', even: 'FooterEven' } as const

/** word/styles.xml for the styles of a model; `more` are definitions of its own. */
export function stylesXml(styles: PrintStyles, lead: LeadStyle = { bold: true }, pageNumbers?: PageNumbers, more = ''): string {
  const names = Object.keys(styles) as StyleName[]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${WORD_NAMESPACE}">${[
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml(styles.body.font)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    LATENT,
    ...names.flatMap((name) => {
      const style = styles[name]
      return style ? [paragraphStyleXml(name, style, styles.body.size)] : []
    }),
    style('character', 'DefaultParagraphFont', 'Default Paragraph Font', `${priority(1)}<w:semiHidden/><w:unhideWhenUsed/>`, true),
    style('table', 'TableNormal', 'Normal Table', `${priority(99)}<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>`, true),
    style('numbering', 'NoList', 'No List', `${priority(99)}<w:semiHidden/><w:unhideWhenUsed/>`, true),
    ...[1, 2, 3, 4].map(contentsXml),
    ...(pageNumbers ? footersXml(pageNumbers) : []),
    style('character', LEAD, '段旨句', `<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${lead.font ? fontsXml(lead.font) : ''}${lead.bold ? '<w:b/><w:bCs/>' : ''}</w:rPr>`),
    style('character', SLOT, '待填数据', '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF200"/></w:rPr>'),
    style('character', LEAD_SLOT, '段旨句待填数据', `<w:basedOn w:val="${LEAD}"/><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF200"/></w:rPr>`),
    more,
    style('character', 'Hyperlink', 'Hyperlink', `<w:basedOn w:val="DefaultParagraphFont"/>${priority(99)}<w:unhideWhenUsed/>`),
  ].join('')}</w:styles>`
}

const twips = (points: number): number => Math.round(points * 20)
const priority = (n: number): string => `<w:uiPriority w:val="${n}"/>`
const fontsXml = ({ eastAsia, ascii }: FontFamily): string =>
  element('w:rFonts', { 'w:hint': 'eastAsia', 'w:ascii': ascii, 'w:eastAsia': eastAsia, 'w:hAnsi': ascii, 'w:cs': ascii })

function style(type: 'paragraph' | 'character' | 'table' | 'numbering', id: string, name: string, content: string, isDefault = false): string {
  return `<w:style w:type="${type}"${isDefault ? ' w:default="1"' : ''} w:styleId="${attribute(id)}"><w:name w:val="${attribute(name)}"/>${content}</w:style>`
}

const INDENT = ['leftChars', 'left', 'rightChars', 'right', 'hangingChars', 'hanging', 'firstLineChars', 'firstLine'] as const
type Indent = Partial<Record<(typeof INDENT)[number], number>>
const ALIGN = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const

function paragraphStyleXml(name: StyleName, of: PrintStyle, bodySize: number): string {
  const indent: Indent = indentOf(of, of.size)
  const body = name === 'body'
  const builtIn = BUILT_IN[name]
  const paragraph = [
    of.keepWithNext ? '<w:keepNext/><w:keepLines/>' : '',
    // no single line at a page's beginning or end; no mark at a line's beginning, and none beyond the type area (版心, 5.2.1)
    body ? '<w:widowControl/><w:kinsoku/><w:wordWrap/><w:overflowPunct w:val="0"/>' : '',
    // a quarter of a character beside each numeral would break the grid of 28 characters (5.2.4)
    body ? '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' : '',
    // larger and smaller type keeps its own pitch: on the grid it would take two lines, or a whole one
    of.size !== bodySize ? '<w:snapToGrid w:val="0"/>' : '',
    `<w:spacing w:before="0" w:after="0" w:line="${twips(of.line)}" w:lineRule="exact"/>`,
    element('w:ind', Object.fromEntries(INDENT.map((name) => [`w:${name}`, indent[name]]))),
    `<w:jc w:val="${ALIGN[of.align]}"/>`,
    of.outline === undefined ? '' : `<w:outlineLvl w:val="${of.outline - 1}"/>`,
  ]
  const run = [
    fontsXml(of.font),
    of.bold ? '<w:b/><w:bCs/>' : '',
    body ? '<w:color w:val="000000"/>' : '',
    body ? `<w:spacing w:val="${twips(CHARACTER_SPACING)}"/>` : '',
    `<w:sz w:val="${Math.round(of.size * 2)}"/><w:szCs w:val="${Math.round(of.size * 2)}"/>`,
  ]
  const head = `${builtIn === undefined || body ? '' : `<w:aliases w:val="${attribute(of.name)}"/>`}${body ? '' : `<w:basedOn w:val="Normal"/><w:next w:val="${of.outline === undefined && !of.keepWithNext ? STYLE_ID[name] : 'Normal'}"/>`}`
  return style('paragraph', STYLE_ID[name], builtIn ?? of.name, `${head}${body ? '' : priority(builtIn === undefined ? 20 : 9)}<w:qFormat/><w:pPr>${paragraph.join('')}</w:pPr><w:rPr>${run.join('')}</w:rPr>`, body)
}

/** A level of an automatic table of contents: two characters further in than the one above, dots up to the page's number. */
function contentsXml(level: number): string {
  // 156 mm
  const tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8844"/></w:tabs>'
  return style('paragraph', `TOC${level}`, `toc ${level}`, `<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>${priority(39)}<w:unhideWhenUsed/><w:pPr>${tab}<w:ind w:leftChars="${(level - 1) * 200}" w:left="${(level - 1) * 640}" w:firstLineChars="0" w:firstLine="0"/></w:pPr>`)
}

/** Page numbers: — 1 — one character in from the outer edge of the text (GB/T 9704—2012, 7.5), or in the middle. */
function footersXml({ font, size, form }: PageNumbers): string[] {
  const paragraph = (side: 'left' | 'right'): string => {
    const indent = form === 'centre' ? '' : ` w:${side}="${twips(size)}"`
    return `<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="${twips(size + 6)}" w:lineRule="exact"/><w:ind${indent} w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="${form === 'centre' ? 'center' : side}"/></w:pPr>`
  }
  const run = `<w:rPr>${fontsXml(font)}<w:spacing w:val="0"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`
  return [
    style('paragraph', FOOTER.odd, 'footer', `<w:basedOn w:val="Normal"/>${priority(99)}<w:unhideWhenUsed/>${paragraph('right')}${run}`),
    style('paragraph', FOOTER.even, '双页页码', `<w:basedOn w:val="Normal"/>${priority(99)}<w:unhideWhenUsed/>${paragraph('left')}${run}`),
  ]
}

/** What Word knows by name without a definition here: without it headings 5 to 9 and tables of contents are missing from its lists. */
const LATENT = `<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376">${[
  ['Normal', 'w:uiPriority="0" w:qFormat="1"'],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`heading ${n}`, `w:uiPriority="9"${n > 4 ? ' w:semiHidden="1" w:unhideWhenUsed="1"' : ''} w:qFormat="1"`]),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`toc ${n}`, 'w:uiPriority="39" w:semiHidden="1" w:unhideWhenUsed="1"']),
  ['caption', 'w:uiPriority="35" w:semiHidden="1" w:unhideWhenUsed="1" w:qFormat="1"'],
  ['Title', 'w:uiPriority="10" w:qFormat="1"'],
  ['Subtitle', 'w:uiPriority="11" w:qFormat="1"'],
  ['TOC Heading', 'w:uiPriority="39" w:semiHidden="1" w:unhideWhenUsed="1" w:qFormat="1"'],
  ...['header', 'footer', 'annotation text', 'annotation reference', 'footnote text', 'footnote reference', 'page number', 'Hyperlink'].map((name) => [name, 'w:semiHidden="1" w:unhideWhenUsed="1"']),
  ['Default Paragraph Font', 'w:uiPriority="1" w:semiHidden="1" w:unhideWhenUsed="1"'],
  ['Table Grid', 'w:uiPriority="39"'],
].map(([name, more]) => `<w:lsdException w:name="${name ?? ''}" ${more ?? ''}/>`).join('')}</w:latentStyles>`
