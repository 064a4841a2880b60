import type { FigureState } from '../model/inline.ts'

/** A printed document, neutral to the file format that it becomes. Lengths in millimetres, sizes in points. */
export interface PrintModel {
  /** for the file's properties */
  title: string
  creator: string
  page: PrintPage
  styles: PrintStyles
  /** how runs marked `lead` differ from their paragraph's style; undefined: bold */
  lead?: LeadStyle
  /** undefined: pages bear no number */
  pageNumbers?: PageNumbers
  blocks: readonly PrintBlock[]
  /** what stands in the margin (批注); runs say by their ids where */
  comments?: readonly PrintComment[]
  /** who made the tracked changes, and when (ISO 8601) */
  revisions?: { author: string; at: string }
  /** are edits made in Word to be recorded (修订)? */
  track?: boolean
}

export interface PrintPage {
  width: number
  height: number
  margin: { top: number; right: number; bottom: number; left: number }
  linesPerPage: number
  charactersPerLine: number
  /** distance of the footer from the page's edge */
  footer: number
  /** false: lines keep their own pitch; else they stand on the grid of the body's (文档网格) */
  grid?: false
}

/** `outside`: — 1 — in the outer corner (GB/T 9704—2012, 7.5); `centre`: 第1页 共3页 */
export interface PageNumbers {
  font: FontFamily
  size: number
  form: 'outside' | 'centre'
}

export type StyleName =
  // `closing`: text outside of the headings behind one (结语), which looks like the body
  | 'body' | 'closing' | 'title' | 'subtitle' | 'part' | 'heading1' | 'heading2' | 'heading3' | 'heading4'
  // below the text of an official document
  | 'attachment' | 'signature'
  // lines that are no running text: the marks of a manuscript, a line of counts, a remark, the cells of a table and its head
  | 'label' | 'note' | 'cell' | 'head'

/** The styles that a document uses. */
export type PrintStyles = Readonly<{ body: PrintStyle } & Partial<Record<StyleName, PrintStyle>>>

/** Chinese and Latin face of a style, by the names that offices have. */
export interface FontFamily {
  eastAsia: string
  ascii: string
}

/** Lead sentences (段旨句): bold, in another face, both or neither. */
export interface LeadStyle {
  bold: boolean
  font?: FontFamily
}

export interface PrintStyle {
  /** Chinese name in Word's style list */
  name: string
  font: FontFamily
  size: number
  bold: boolean
  align: 'left' | 'center' | 'right' | 'justify'
  /** first-line indent in characters */
  indent: number
  /** indent of every line on the left and on the right, in characters */
  left?: number
  right?: number
  /** line pitch in points */
  line: number
  /** outline level from 1, undefined for text */
  outline?: 1 | 2 | 3 | 4
  keepWithNext: boolean
}

export type PrintBlock = PrintParagraph | PrintTable

export interface PrintParagraph {
  style: StyleName
  runs: readonly PrintRun[]
  /** the report's own id of what is printed here (a paragraph, a section for its heading, a role for a title line); a copy that comes back is matched by it */
  source?: string
  /** indents of this paragraph where they are not the style's, in characters */
  left?: number
  right?: number
  /** first-line indent where it is not the style's; negative for a hanging one */
  indent?: number
  /** its last lines stay on the page of what follows, also where the style does not ask for it */
  keepWithNext?: boolean
  /** outline level where it is not the style's: 一、 under a part is set as a first heading and stands on the second level */
  outline?: 1 | 2 | 3 | 4
  /** the whole paragraph is new, gone or moved (修订) */
  change?: PrintChange
}

/** A table across the page; its head stands on each page again. */
export interface PrintTable {
  table: {
    /** widths in millimetres */
    columns: readonly { width: number; align: 'left' | 'center' | 'right' }[]
    head: readonly (readonly string[])[]
    rows: readonly (readonly string[])[]
    /** the last row stands on the page of what follows, so that a signature is never alone */
    keepWithNext?: true
  }
}

export const isTable = (block: PrintBlock): block is PrintTable => 'table' in block

/** The paragraphs of a document, tables left out. */
export const paragraphsIn = ({ blocks }: Pick<PrintModel, 'blocks'>): PrintParagraph[] => blocks.flatMap((block) => (isTable(block) ? [] : [block]))

export interface PrintRun {
  text: string
  bold?: boolean
  italic?: boolean
  underline?: boolean
  /** lead sentence (段旨句) */
  lead?: boolean
  /** an open slot, to be seen at a glance */
  slot?: boolean
  /** a figure to be seen by how far it was verified */
  state?: FigureState
  /** begins a new line */
  lineBreak?: boolean
  change?: PrintChange
  /** ids of the comments that this run belongs to */
  comments?: readonly string[]
}

/** A tracked change (修订, ECMA-376, part 1, 17.13.5). What moved has one `move` name at both places. */
export type PrintChange = { kind: 'inserted' | 'deleted' } | { kind: 'movedFrom' | 'movedTo'; move: string }

/** A comment; `at` is ISO 8601. */
export interface PrintComment {
  id: string
  author: string
  initials: string
  at: string
  /** its paragraphs */
  text: readonly string[]
}
