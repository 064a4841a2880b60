import type { FigureState } from '#core/model/inline.ts'
import { paragraphsIn, type FontFamily, type PrintModel } from '#core/print/model.ts'
import { COMMENT_STYLE } from './docx-comments.ts'
import { attribute } from './docx-xml.ts'

/**
 * Styles that only a review copy has: figures by state and the text of comments. As styles an office can switch the colours off in one place; Word knows
 * shading in styles (highlighting it does not), and each state is told apart without colour too.
 */
export const STATE_STYLE: Readonly<Record<FigureState, { id: string; name: string; fill: string; underline?: string }>> = {
  verified: { id: 'FigureVerified', name: '数据：已核', fill: 'D9F2D0' },
  filled: { id: 'FigureFilled', name: '数据：已填未核', fill: 'FBE3B5', underline: 'dash' },
  doubtful: { id: 'FigureDoubtful', name: '数据：存疑', fill: 'F9C6C0', underline: 'wave' },
  stated: { id: 'FigureStated', name: '数据：未核', fill: 'DCE6F2', underline: 'dotted' },
}

/** Their definitions, for word/styles.xml; empty for a model that needs none. */
export function reviewStylesXml(model: PrintModel): string {
  const states = new Set(paragraphsIn(model).flatMap(({ runs }) => runs.flatMap(({ state }) => (state ? [state] : []))))
  const { font } = model.styles.body
  return [
    ...(Object.keys(STATE_STYLE) as FigureState[]).filter((state) => states.has(state)).map((state) => {
      const { id, name, fill, underline } = STATE_STYLE[state]
      return style('character', id, name, `<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${underline === undefined ? '' : `<w:u w:val="${underline}"/>`}<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/></w:rPr>`)
    }),
    ...(model.comments?.length ? commentStyles(font) : []),
  ].join('')
}

/** Word's own names, by which it sets the text of comments in the margin. */
const commentStyles = ({ ascii }: FontFamily): string[] => [
  style('paragraph', COMMENT_STYLE.text, 'annotation text', `<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${attribute(ascii)}" w:eastAsia="宋体" w:hAnsi="${attribute(ascii)}" w:cs="${attribute(ascii)}"/><w:spacing w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>`),
  style('character', COMMENT_STYLE.reference, 'annotation reference', '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>'),
]

const style = (type: 'paragraph' | 'character', id: string, name: string, content: string): string =>
  `<w:style w:type="${type}" w:customStyle="${name.startsWith('annotation') ? 0 : 1}" w:styleId="${id}"><w:name w:val="${attribute(name)}"/>${content}</w:style>`
