import type { CoreFigure } from '../../../figures/figure.ts'
import type { ReadParagraph } from '../../rule.ts'

/** A paragraph as the readings of this rule get it. */
export interface Told {
  paragraph: ReadParagraph
  /** the figures of it that an editor must verify */
  core: readonly CoreFigure[]
  /** the sentence that holds an offset: which, and where it begins */
  sentenceAt: (at: number) => { index: number; start: number }
  body: string
  year: number | null
  /** of which time the figure speaks that begins there: the same word for the same time */
  timeOf: (start: number) => string
}
