import type { PrintRun, StyleName } from '../model.ts'

/**
 * A print model laid out as Word lays it out: lines broken by its East Asian rules (禁则, hanging marks, unbroken words and numbers), pages filled by its
 * rules of keeping together. What draws or prints pages takes positions from here and decides nothing. Positions in points from the sheet's upper left corner.
 */
export interface LaidOut {
  pages: readonly LaidPage[]
  /** lines on the last page, page number aside */
  lastFill: number
}

export interface LaidPage {
  /** from 1 */
  number: number
  lines: readonly LaidLine[]
  /** lines of tables */
  rules: readonly LaidRule[]
  /** the page number, where pages bear one */
  footer?: LaidLine
}

export interface LaidLine {
  /** upper edge and height of the line, and where its letters stand */
  y: number
  height: number
  baseline: number
  pieces: readonly LaidPiece[]
  /** index of the block in the model; −1 for the page number */
  block: number
  style: StyleName
  /** where in its paragraph, or in its cell, the line stands */
  first: boolean
  last: boolean
  /** ended by the writer, not by the measure */
  broken: boolean
  /** the head of a table, repeated on a further page */
  repeated?: boolean
}

/** Text of one run in one face on one line. */
export interface LaidPiece {
  x: number
  width: number
  text: string
  /** name of the face */
  font: string
  /** letters, in the Latin face */
  latin: boolean
  /** a mark that faces have in different widths: it is to be drawn as wide as `width` less `spacing` says */
  alone: boolean
  size: number
  bold: boolean
  italic: boolean
  /** added behind each character */
  spacing: number
  /** what it is a part of; in tables and page numbers no run of the model */
  run: PrintRun
}

/** A thin line between two points. */
export interface LaidRule {
  x: number
  y: number
  width: number
  height: number
}

/** Width in points of a text of letters set in a face. Chinese characters are not asked for: they are one em. */
export type Measure = (text: string, font: string, size: number, bold: boolean) => number

export const POINTS_PER_MM = 72 / 25.4

/**
 * What stands behind each character, in points: a 16 pt glyph is a hair wider than the twenty-eighth of 156 mm, and 28 fit with −0.25 pt. With a little more LibreOffice no longer
 * loses the mark that ends a paragraph on a full line (it hangs it over the edge and then draws nothing). The body style has it, and all others rest on that.
 */
export const CHARACTER_SPACING = -0.3

/** What a document may allow or forbid (w:autoSpaceDE, w:autoSpaceDN, w:overflowPunct). */
export interface LayoutHabits {
  /** space between a Chinese character and a letter or numeral, in ems */
  autoSpace: number
  /** marks may stand beyond the measure */
  hanging: boolean
}
