import type { PlacedFigure } from '#core/figures/figure.ts'
import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { asReport } from '#core/materials/as-report.ts'
import type { Material } from '#core/materials/material.ts'
import type { FoundRange } from '#core/materials/search.ts'
import type { PassageUse } from '#core/materials/usage.ts'
import { sentenceRanges } from '#core/text/sentences.ts'

/** A stretch of a sentence that is drawn alike. */
export interface Piece {
  text: string
  /** the figure that it is part of */
  figure?: PlacedFigure
  found: boolean
}

/** A sentence of a material with what became of it. */
export interface Sentence {
  key: string
  text: string
  use: PassageUse | undefined
  pieces: Piece[]
}

/** A paragraph of a material as it is shown. */
export interface ShownParagraph {
  id: string
  heading: boolean
  sentences: Sentence[]
}

/**
 * A material as it is shown: sentences with their use, figures and what was searched for as stretches of their own. Uses that are not of this text
 * (the material has just changed) are left out. `found` are the ranges to highlight by paragraph.
 */
export function shownParagraphs(material: Material, uses: readonly PassageUse[], found: ReadonlyMap<string, readonly FoundRange[]>): ShownParagraph[] {
  const figures = new Map<string, PlacedFigure[]>()
  for (const figure of reportFigures(asReport(material)).filter(isCore)) figures.set(figure.paragraphId, [...(figures.get(figure.paragraphId) ?? []), figure])
  const byPlace = new Map(uses.map((use) => [`${use.paragraphId}:${use.start}`, use]))
  return material.paragraphs.map(({ id, text, heading }) => ({
    id,
    heading,
    sentences: (heading ? [{ start: 0, end: text.length }] : sentenceRanges(text)).map(({ start, end }) => {
      const use = byPlace.get(`${id}:${start}`)
      const words = text.slice(start, end)
      return { key: `${id}:${start}`, text: words, use: use?.text === words ? use : undefined, pieces: piecesOf(words, start, figures.get(id) ?? [], found.get(id) ?? []) }
    }),
  }))
}

/** A sentence cut where a figure or something that was searched for begins or ends; `offset` is where it begins in its paragraph. */
export function piecesOf(text: string, offset: number, figures: readonly PlacedFigure[], found: readonly FoundRange[]): Piece[] {
  const within = <R extends FoundRange>(ranges: readonly R[]): R[] => ranges.filter(({ start, end }) => start < offset + text.length && offset < end)
  const [numbers, hits] = [within(figures), within(found)]
  const cuts = new Set([0, text.length])
  for (const { start, end } of [...numbers, ...hits]) for (const at of [start - offset, end - offset]) if (at > 0 && at < text.length) cuts.add(at)
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? text.length
    const covers = ({ start, end }: FoundRange): boolean => start <= offset + from && offset + to <= end
    const figure = numbers.find(covers)
    return { text: text.slice(from, to), ...(figure ? { figure } : {}), found: hits.some(covers) }
  })
}
