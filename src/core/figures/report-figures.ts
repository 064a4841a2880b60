import { contextOf, plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { contentFigures } from './content-figures.ts'
import type { PlacedFigure } from './figure.ts'
import { recognizeFigures } from './recognize.ts'

/**
 * All figures of a report in reading order, title lines and headings included, as recognition and the editor's decisions have them. A
 * paragraph whose text did not change is not read again.
 */
export function reportFigures(report: Report): PlacedFigure[] {
  return plainParagraphs(report).flatMap((p) => {
    const figures = p.paragraph ? contentFigures(p.paragraph.content, { heading: p.section?.heading ?? '' }) : recognizeFigures(p.text)
    return figures.map((figure) => ({
      ...figure,
      section: p.path,
      paragraph: p.index,
      paragraphId: p.id,
      ...contextOf(p.text, figure.start, figure.end),
    }))
  })
}
