import type { Approx, CoreKind } from '../model/inline.ts'

/** The kinds of `gold/README.md`: the first three are core figures, which an editor must verify. */
export type FigureKind = CoreKind | 'rank' | 'session' | 'date' | 'duration' | 'anniversary' | 'enum' | 'label'

/** A number in a text and what is said of it. */
export interface Figure {
  /** offsets of the surface in the paragraph's plain text: UTF-16, half-open */
  start: number
  end: number
  /** the surface with white space removed: approximator, number and unit (`近300名`) */
  text: string
  /** in plain units (4.4亿 → 440000000, 59.4% → 59.4); null where a surface holds several numbers or no true one */
  value: number | null
  /** upper end of a range */
  high?: number
  /** measure word or unit (`件`, `人次`, `元`, `%`, `百分点`); empty where there is none */
  unit: string
  approx: Approx
  kind: FigureKind
  /** what a core figure counts, as an editor would head a table row; empty for other kinds */
  indicator: string
}

/** A figure of a core kind, whose value is therefore known. */
export interface CoreFigure extends Figure {
  kind: CoreKind
  value: number
}

/** A figure with its place in a report. */
export interface PlacedFigure extends Figure {
  /** headings from the outermost section inwards */
  section: readonly string[]
  /** index of the plain paragraph (see model/plain-text.ts) */
  paragraph: number
  paragraphId: string
  /** up to 12 characters of context, white space removed */
  before: string
  after: string
}

export type PlacedCoreFigure = PlacedFigure & CoreFigure

/** Is this one of the figures that an editor must verify? */
export const isCore = <F extends Figure>(figure: F): figure is F & CoreFigure =>
  (figure.kind === 'quantity' || figure.kind === 'percent' || figure.kind === 'money') && figure.value !== null
