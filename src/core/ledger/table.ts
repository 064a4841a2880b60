import { shiftedDecimal } from '../text/decimals.ts'

/** A table as it was read from a file, whatever format it came in. Rows and cells keep their places; empty ones are null. */
export interface Table {
  /** the tab's name */
  name: string
  rows: Cell[][]
  /** the tab is not shown */
  hidden?: true
}
export type Cell = string | number | null

/** A cell's words without white space at its ends; empty where there are none. A number stands as a person would type it. */
export const cellText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : typeof cell === 'number' ? plainNumber(cell) : cell.trim())

/** A number's digits without an exponent; floating noise (0.1 + 0.2) is no digit. */
export const plainNumber = (n: number): string => shiftedDecimal(Number(n.toPrecision(15)), 0)
