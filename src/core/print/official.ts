import { inlineText, type Inline } from '../model/inline.ts'
import { headingText, TITLE_ROLES } from '../model/plain-text.ts'
import type { Report, Section } from '../model/report.ts'
import { splitHeadingNumber } from '../text/heading-number.ts'
import { addBelowText } from './below-text.ts'
import type { FontFamily, PrintModel, PrintParagraph, PrintRun, PrintStyle, PrintStyles, StyleName } from './model.ts'
import { DEFAULT_OPTIONS, type OfficialOptions } from './options.ts'
import { titleLines } from './title-lines.ts'

/**
 * The official profile: GB/T 9704—2012 党政机关公文格式. Fonts by the names that Chinese offices have.
 */

/** Chinese faces of the standard: 小标宋 for the title, 仿宋, 黑体 and 楷体 for the rest (7.3) */
const FACE = { title: '方正小标宋简体', fangsong: '仿宋_GB2312', heiti: '黑体', kaiti: '楷体_GB2312', song: '宋体' } as const
const LATIN = 'Times New Roman'
type Face = (eastAsia: string) => FontFamily

/** 5.2.4: 每面排22行，每行28个字, 撑满版心 (225 mm high): one line every 28.95 pt */
const LINE = 28.95
/** 5.2.3: 3号字 = 16 pt; 7.3.1: 标题用2号小标宋体 = 22 pt; 7.5: 页码用4号半角宋体 = 14 pt */
const SIZE = { body: 16, title: 22, pageNumber: 14 }

/** 5.2.4: characters of 16 pt in a line above the text */
const SUBTITLE_WIDTH = 28

/** Styles by role; `face` gives the Latin face beside a Chinese one. */
function stylesIn(face: Face): PrintStyles {
  const text = (name: string, font: string, more: Partial<PrintStyle> = {}): PrintStyle => ({
    name, font: face(font), size: SIZE.body, bold: false, align: 'justify', indent: 2, line: LINE, keepWithNext: false, ...more,
  })
  const heading = (name: string, font: string, outline: 1 | 2 | 3 | 4, more: Partial<PrintStyle> = {}): PrintStyle =>
    text(name, font, { outline, keepWithNext: true, ...more })
  return {
    // 7.3.3: 正文一般用3号仿宋体字，每个自然段左空二字，回行顶格
    body: text('正文', FACE.fangsong),
    closing: text('结语正文', FACE.fangsong),
    // 7.3.1: 一般用2号小标宋体字，居中
    title: text('公文标题', FACE.title, { size: SIZE.title, align: 'center', indent: 0, line: 34, keepWithNext: true }),
    // occasion and name lines under the title, as reports to a congress have them
    subtitle: text('副标题', FACE.kaiti, { align: 'center', indent: 0, keepWithNext: true }),
    // 2020年工作回顾: a part above 一、
    part: heading('部分标题', FACE.heiti, 1, { align: 'center', indent: 0 }),
    // 7.3.3: 第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注
    heading1: heading('一级标题', FACE.heiti, 1),
    heading2: heading('二级标题', FACE.kaiti, 2),
    heading3: heading('三级标题', FACE.fangsong, 3, { bold: true }),
    heading4: heading('四级标题', FACE.fangsong, 4),
    // 7.3.4 and 7.3.5; how far in they stand depends on their words
    attachment: text('附件说明', FACE.fangsong, { indent: 0 }),
    signature: text('署名', FACE.fangsong, { align: 'left', indent: 0 }),
  }
}

/** A report as an official document. Open slots stand as highlighted text (【待填】件); nothing else of the report's own words changes. */
export function printOfficial(report: Report, options: OfficialOptions = DEFAULT_OPTIONS.official): PrintModel {
  const face: Face = (eastAsia) => ({ eastAsia, ascii: options.latin === 'times' ? LATIN : eastAsia })
  const blocks: PrintParagraph[] = []
  if (report.title !== '') {
    // 版心 156 mm wide: 20 characters of 22 pt
    blocks.push({ style: 'title', source: 'title', runs: inLines(report.title, 20).map((run) => ({ ...run, text: run.text.trim() })) })
  }
  for (const role of TITLE_ROLES) if (role !== 'title' && report[role] !== '') blocks.push({ style: 'subtitle', source: role, runs: inLines(report[role], SUBTITLE_WIDTH) })
  // 7.3.1 leaves a line between title and text
  if (blocks.length > 0) blocks.push({ style: 'body', runs: [] })
  // headings without number are peers: where one of them holds sections they all are parts, also one that is still empty (2022年工作意见)
  const parts = report.sections.some((section) => section.level === 1 && section.number === '' && section.sections.length > 0)
  const styles = stylesIn(face)
  const above = blocks.length
  // text outside the sections is a closing one only where something stands before it
  for (const section of report.sections) addSection(section, blocks, { parts, styles, text: section.level === 0 && blocks.length > above ? 'closing' : 'body' })
  addBelowText(blocks, options)
  return {
    title: report.title,
    creator: report.body,
    page: {
      // 5.1: A4; 5.2.1: 天头 37 mm ± 1 mm, 订口 28 mm ± 1 mm, 版心 156 mm × 225 mm
      width: 210,
      height: 297,
      margin: { top: 37, bottom: 35, left: 28, right: 26 },
      linesPerPage: 22,
      charactersPerLine: 28,
      // 7.5: 一字线上距版心下边缘7 mm
      footer: 25,
    },
    styles,
    lead: options.lead === 'kaiti' ? { bold: false, font: face(FACE.kaiti) } : { bold: options.lead === 'bold' },
    // 半角: the digits of the same face
    pageNumbers: { font: { eastAsia: FACE.song, ascii: FACE.song }, size: SIZE.pageNumber, form: 'outside' },
    blocks,
  }
}

/**
 * A line above the text as runs, broken by meaning where it is wider than `width` characters. Spaces where it is broken stay at the line's end, so that the line is
 * the same when it is read again.
 */
function inLines(text: string, width: number): PrintRun[] {
  const lines = titleLines(text, width)
  let at = 0
  return lines.map((line, i) => {
    const from = at
    const next = lines[i + 1]
    at = next === undefined ? text.length : text.indexOf(next, text.indexOf(line, from) + line.length)
    return { text: text.slice(from, at), ...(i === 0 ? {} : { lineBreak: true }) }
  })
}

interface Setting {
  /** headings without number are set as parts */
  parts: boolean
  styles: PrintStyles
  /** style of the paragraphs */
  text: StyleName
}

function addSection(section: Section, blocks: PrintParagraph[], setting: Setting): void {
  const line = headingText(section)
  if (line !== '') {
    const style = headingStyle(section, setting.parts)
    blocks.push({ style, source: section.id, runs: [{ text: line }], ...(section.level === setting.styles[style]?.outline || section.level === 0 ? {} : { outline: section.level }) })
  }
  for (const { id, content } of section.paragraphs) if (content.length > 0) blocks.push({ style: setting.text, source: id, runs: content.map(runOf) })
  for (const child of section.sections) addSection(child, blocks, setting)
}

/** By the number where there is one, so that 一、 under a part is still 黑体; a heading without number by its level. */
function headingStyle(section: Section, parts: boolean): StyleName {
  const style = splitHeadingNumber(section.number)?.style
  if (style === '一、') return 'heading1'
  if (style === '（一）') return 'heading2'
  if (style === '1.') return 'heading3'
  if (style === '（1）' || style === '①') return 'heading4'
  if (section.level === 1) return parts || style === '第一' ? 'part' : 'heading1'
  return section.level === 2 ? 'heading2' : section.level === 3 ? 'heading3' : 'heading4'
}

function runOf(node: Inline): PrintRun {
  const marks = node.marks ?? []
  return {
    text: inlineText(node),
    ...(marks.includes('bold') ? { bold: true } : {}),
    ...(marks.includes('italic') ? { italic: true } : {}),
    ...(marks.includes('underline') ? { underline: true } : {}),
    ...(marks.includes('lead') ? { lead: true } : {}),
    ...(node.type === 'slot' ? { slot: true } : {}),
  }
}
