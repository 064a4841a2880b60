import { reportFeatures } from '../compare/compare.ts'
import type { Features } from '../compare/features.ts'
import type { Approx, CoreKind } from '../model/inline.ts'
import { sentenceRanges } from '../text/sentences.ts'
import { asReport } from './as-report.ts'
import type { Material } from './material.ts'
import { isTarget, speaksOfAnotherYear } from './other-years.ts'

/** A figure of a material, with what a person needs to see of it. */
export interface OfferedFigure {
  /** as the material writes it */
  text: string
  /** in plain units (4.4亿 → 440000000) */
  value: number
  high?: number
  unit: string
  approx: Approx
  kind: CoreKind
  materialId: string
  /** the paragraph of the material, and the figure's place in it: UTF-16, half-open */
  paragraphId: string
  start: number
  end: number
  /** the sentence around it */
  sentence: string
}

/** The core figures of a material that speak of the year and of what was done in it: no targets, nothing of other years. `year` is that of the draft. */
export function usableFigures(material: Material, year: number | null): Features[] {
  const texts = new Map(material.paragraphs.map(({ id, text }) => [id, text]))
  return reportFeatures(asReport(material)).filter(({ plan, figure }) => {
    const paragraph = texts.get(figure.paragraphId)
    return !plan && paragraph !== undefined && !isTarget(paragraph, figure.start) && !speaksOfAnotherYear(paragraph, figure.start, material.year ?? year)
  })
}

/** A figure as it is shown beside what it answers. */
export function offered({ figure }: Features, material: Material): OfferedFigure {
  const { text, value, high, unit, approx, kind, paragraphId, start, end } = figure
  const paragraph = material.paragraphs.find(({ id }) => id === paragraphId)?.text ?? ''
  const sentence = sentenceRanges(paragraph).find((range) => start < range.end)
  return { text, value, ...(high === undefined ? {} : { high }), unit, approx, kind, materialId: material.id, paragraphId, start, end, sentence: (sentence ? paragraph.slice(sentence.start, sentence.end) : paragraph).trim() }
}
