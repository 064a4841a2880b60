import { contextOf, plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import type { PlacedFigure } from './figure.ts'
import { recognizeFigures } from './recognize.ts'

/** All figures of a report in reading order, title lines and headings included. */
export function reportFigures(report: Report): PlacedFigure[] {
  return plainParagraphs(report).flatMap((p) =>
    recognizeFigures(p.text).map((figure) => ({
      ...figure,
      section: p.path,
      paragraph: p.index,
      paragraphId: p.id,
      ...contextOf(p.text, figure.start, figure.end),
    })),
  )
}
