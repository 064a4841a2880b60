/** A number of years that does not follow from the year of an event. UTF-16, half-open. */
export interface Slip {
  start: number
  end: number
  message: string
  suggestion: string
  sure: boolean
  /** the year in which the number would be right */
  kept: number
}
