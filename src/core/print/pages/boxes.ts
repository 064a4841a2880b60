import { CHARACTER_SPACING, POINTS_PER_MM, type LaidPiece, type LayoutHabits, type Measure } from './laid.ts'
import { isTable, type PrintModel, type PrintParagraph, type PrintRun, type PrintStyle, type PrintTable, type StyleName } from '../model.ts'
import { atomsOf, type Setting } from './atoms.ts'
import { divideLong, linesOf, placed } from './lines.ts'

/** A line that has no page yet. */
export interface BoxLine {
  pieces: LaidPiece[]
  broken: boolean
}

/** A paragraph in lines of one height. */
export interface TextBox {
  kind: 'text'
  block: number
  style: StyleName
  lines: BoxLine[]
  /** of each line */
  height: number
  size: number
  keepNext: boolean
  /** its lines stand on one page */
  keepLines: boolean
  /** its first and its last line are the paragraph's */
  begins: boolean
  ends: boolean
}

/** A row of a table: its cells' lines with their offset from the row's upper edge. */
export interface RowBox {
  cells: { lines: BoxLine[]; x: number; width: number }[]
  height: number
  /** pitch of its lines */
  line: number
  size: number
  style: StyleName
}

export interface TableBox {
  kind: 'table'
  block: number
  head: RowBox[]
  rows: RowBox[]
  /** edges of columns */
  edges: number[]
  keepNext: boolean
  /** rows of it stand above already: its head is set again only at the beginning of a page */
  continued: boolean
}

export type Box = TextBox | TableBox

export interface Sheet {
  model: PrintModel
  measure: Measure
  habits: LayoutHabits
  /** the text's rectangle */
  left: number
  top: number
  width: number
  height: number
  /** added behind every character, so that as many as the page wants fit on a line */
  spacing: number
}

export function sheetOf(model: PrintModel, measure: Measure, habits: LayoutHabits): Sheet {
  const { page } = model
  const points = (mm: number): number => mm * POINTS_PER_MM
  return {
    model, measure, habits, spacing: CHARACTER_SPACING, width: points(page.width - page.margin.left - page.margin.right),
    left: points(page.margin.left), top: points(page.margin.top), height: points(page.height - page.margin.top - page.margin.bottom),
  }
}

const settingOf = ({ spacing, habits, measure, model: { lead = { bold: true } } }: Sheet, style: PrintStyle): Setting => ({ style, spacing, lead, measure, ...habits })

/** A block in boxes: a paragraph of which only the end is tied to the next one in two. */
export function boxesOf(sheet: Sheet, index: number): Box[] {
  const block = sheet.model.blocks[index]
  if (!block) return []
  if (isTable(block)) return tiedTable(tableBox(sheet, block, index), block.table.keepWithNext === true && index + 1 < sheet.model.blocks.length)
  const box = textBox(sheet, block, index)
  const { lines } = box
  if (!box.keepNext || box.keepLines || lines.length < 4) return [box]
  return [{ ...box, lines: lines.slice(0, -2), keepNext: false, ends: false }, { ...box, lines: lines.slice(-2), keepLines: true, begins: false }]
}

function textBox(sheet: Sheet, paragraph: PrintParagraph, block: number): TextBox {
  const { styles, blocks } = sheet.model
  const style = styles[paragraph.style] ?? styles.body
  const left = (paragraph.left ?? style.left ?? 0) * style.size
  const right = (paragraph.right ?? style.right ?? 0) * style.size
  const indent = (paragraph.indent ?? style.indent) * style.size
  const next = blocks[block + 1]
  const rest = Math.max(style.size, sheet.width - left - right)
  const first = Math.max(style.size, rest - indent)
  // who signs and when stand together (成文日期与署名)
  const signed = paragraph.style === 'signature' && next !== undefined && !isTable(next) && next.style === 'signature'
  return {
    kind: 'text', block, style: paragraph.style, height: style.line, size: style.size, keepLines: style.keepWithNext, keepNext: (style.keepWithNext || paragraph.keepWithNext === true || signed) && next !== undefined, begins: true, ends: true,
    lines: linesIn(settingOf(sheet, style), paragraph.runs, { left: sheet.left + left, indent, first, rest }),
  }
}

function linesIn(setting: Setting, runs: readonly PrintRun[], { left, indent, first, rest }: { left: number; indent: number; first: number; rest: number }, align = setting.style.align): BoxLine[] {
  const atoms = divideLong(atomsOf(runs, setting), Math.min(first, rest), setting)
  if (atoms.length === 0) return [{ pieces: [], broken: true }]
  return linesOf(atoms, first, rest).map((line, i) => ({ pieces: placed(atoms, line, left + (i === 0 ? indent : 0), i === 0 ? first : rest, setting, align), broken: line.broken }))
}

/** Of a table of which only the last row is tied to what follows, that row is a box of its own. */
function tiedTable(box: TableBox, tied: boolean): Box[] {
  if (!tied || box.rows.length === 0) return [box]
  if (box.rows.length === 1) return [{ ...box, keepNext: true }]
  return [{ ...box, rows: box.rows.slice(0, -1) }, { ...box, rows: box.rows.slice(-1), keepNext: true, continued: true }]
}

/** what cells keep from their text: 1 mm at the sides, half of it above and below (docx-table.ts) */
const CELL = 2.8
export const ABOVE = 1.4
/** a thin line between rows */
export const RULE = 0.5
/** what a row has besides its lines */
export const ROW = RULE + 2 * ABOVE

function tableBox(sheet: Sheet, { table: { columns, head, rows } }: PrintTable, block: number): TableBox {
  const { styles } = sheet.model
  const edges = columns.reduce((all, { width }) => [...all, (all.at(-1) ?? 0) + width * POINTS_PER_MM], [sheet.left])
  const row = (cells: readonly string[], isHead: boolean): RowBox => {
    const name = isHead ? 'head' : 'cell'
    const style = styles[name] ?? styles.body
    const setting = settingOf(sheet, style)
    const laid = columns.map(({ align }, i) => {
      const x = (edges[i] ?? 0) + CELL
      const width = Math.max(style.size, (edges[i + 1] ?? 0) - (edges[i] ?? 0) - 2 * CELL)
      const indent = style.indent * style.size
      return {
        x, width,
        lines: (cells[i] ?? '').split('\n').flatMap((text) => linesIn(setting, text === '' ? [] : [{ text }], { left: x, indent, first: Math.max(style.size, width - indent), rest: width }, isHead ? 'center' : align)),
      }
    })
    return { cells: laid, height: Math.max(1, ...laid.map(({ lines }) => lines.length)) * style.line + ROW, line: style.line, size: style.size, style: name }
  }
  return { kind: 'table', block, edges, head: head.map((cells) => row(cells, true)), rows: rows.map((cells) => row(cells, false)), keepNext: false, continued: false }
}

/** A line of its own, such as a page number, between the edges of the text. */
export function loneLine(sheet: Sheet, text: string, style: PrintStyle): LaidPiece[] {
  const left = (style.left ?? 0) * style.size
  const width = sheet.width - left - (style.right ?? 0) * style.size
  return linesIn({ ...settingOf(sheet, style), spacing: 0 }, [{ text }], { left: sheet.left + left, indent: 0, first: width, rest: width })[0]?.pieces ?? []
}
