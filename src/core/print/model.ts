/** A printed document, neutral to the file format that it becomes. Lengths in millimetres, sizes in points. */
export interface PrintModel {
  /** for the file's properties */
  title: string
  creator: string
  page: {
    width: number
    height: number
    margin: { top: number; right: number; bottom: number; left: number }
    linesPerPage: number
    charactersPerLine: number
    /** distance of the footer from the page's edge */
    footer: number
  }
  styles: Readonly<Record<StyleName, PrintStyle>>
  pageNumbers: { font: FontFamily; size: number }
  blocks: readonly PrintBlock[]
}

export type StyleName = 'body' | 'title' | 'subtitle' | 'part' | 'heading1' | 'heading2' | 'heading3' | 'heading4'

/** Chinese and Latin face of a style, by the names that offices have. */
export interface FontFamily {
  eastAsia: string
  ascii: string
}

export interface PrintStyle {
  /** Chinese name in Word's style list */
  name: string
  font: FontFamily
  size: number
  bold: boolean
  align: 'left' | 'center' | 'justify'
  /** first-line indent in characters */
  indent: number
  /** line pitch in points */
  line: number
  /** outline level from 1, undefined for text */
  outline?: 1 | 2 | 3 | 4
  keepWithNext: boolean
}

export interface PrintBlock {
  style: StyleName
  runs: readonly PrintRun[]
}

export interface PrintRun {
  text: string
  bold?: boolean
  italic?: boolean
  underline?: boolean
  /** lead sentence (段旨句) */
  lead?: boolean
  /** an open slot, to be seen at a glance */
  slot?: boolean
  /** begins a new line */
  lineBreak?: boolean
}
