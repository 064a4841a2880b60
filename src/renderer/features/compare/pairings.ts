import { withMatch, withoutMatches, withoutPartner } from '#core/edit/matches.ts'
import { counterpartOf } from '#core/compare/decisions.ts'
import type { CompareRow } from '#core/compare/table.ts'
import type { PlacedCoreFigure } from '#core/figures/figure.ts'
import type { FigureNode, Match } from '#core/model/inline.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'
import { plainText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allParagraphs, allSections } from '#core/model/tree.ts'
import type { Decision } from '../../editor/decide.ts'
import { heldFigures } from '../edit/figure-rows.ts'

/** A decision with the place that it is about. */
export interface PlacedDecision {
  place: { blockId: string; start: number; end: number }
  /** what must stand there: the text may have changed since it was analysed */
  expected: string
  decision: Decision
}

/** Can the editor decide of this figure? What stands in headings is as recognised. */
export const decidable = (report: Report, figure: PlacedCoreFigure): boolean => !report.sections.some(function heads(section): boolean {
  return section.id === figure.paragraphId || section.sections.some(heads)
})

const plainOf = (report: Report, { paragraphId }: { paragraphId: string }): string => plainText(allParagraphs(report).find(({ id }) => id === paragraphId)?.content ?? [])

function noteOn(report: Report, figure: PlacedCoreFigure, change: (matches: readonly Match[] | undefined) => Match[]): PlacedDecision {
  const held = heldFigures(report).find((h) => h.paragraphId === figure.paragraphId && h.start < figure.end && figure.start < h.end)
  const node: FigureNode | undefined = held?.node.type === 'figure' ? held.node : undefined
  return {
    expected: node && held ? plainOf(report, held).slice(held.start, held.end) : plainOf(report, figure).slice(figure.start, figure.end),
    place: held ? { blockId: held.paragraphId, start: held.start, end: held.end } : { blockId: figure.paragraphId, start: figure.start, end: figure.end },
    decision: { is: 'figure', indicator: node?.indicator || figure.indicator, unit: node?.unit ?? figure.unit, kind: node?.kind ?? figure.kind, state: node?.state ?? 'stated', matches: change(node?.matches) },
  }
}

/** Pairs two figures. Whoever had the other one by the editor's word loses it. */
export function pairing(report: Report, lastId: string, rows: readonly CompareRow[], here: PlacedCoreFigure, last: PlacedCoreFigure): PlacedDecision[] {
  const wanted = counterpartOf(last)
  const others = rows.filter((row) => row.decided && row.this && row.last?.paragraphId === last.paragraphId && row.last.start === last.start && (row.this.paragraphId !== here.paragraphId || row.this.start !== here.start))
  return [
    ...others.flatMap((row) => (row.this ? [noteOn(report, row.this, (matches) => withoutPartner(matches, lastId))] : [])),
    noteOn(report, here, (matches) => withMatch(matches, { verdict: 'same', reportId: lastId, figure: wanted })),
  ]
}

/** Says that two figures are not one indicator. */
export const breaking = (report: Report, lastId: string, here: PlacedCoreFigure, last: PlacedCoreFigure): PlacedDecision[] => [noteOn(report, here, (matches) => withMatch(matches, { verdict: 'different', reportId: lastId, figure: counterpartOf(last) }))]

/** Says that nothing in the other report is this indicator. */
export const leavingAlone = (report: Report, lastId: string, here: PlacedCoreFigure): PlacedDecision[] => [noteOn(report, here, (matches) => withMatch(matches, { verdict: 'none', reportId: lastId }))]

/**
 * Takes back what was said of this figure and the other report. A figure of which nothing else was ever said is again what recognition makes
 * of it.
 */
export function restoring(report: Report, lastId: string, here: PlacedCoreFigure): PlacedDecision[] {
  const restored = noteOn(report, here, (matches) => withoutMatches(matches, lastId))
  const { decision } = restored
  const paragraph = allParagraphs(report).find(({ id }) => id === here.paragraphId)
  const section = allSections(report.sections).find(({ paragraphs }) => paragraphs.some(({ id }) => id === here.paragraphId))
  const recognised = paragraph && recognizeFigures(plainText(paragraph.content), { heading: section?.heading ?? '' }).find((f) => f.start < here.end && here.start < f.end)
  const plain = decision.is === 'figure' && decision.state === 'stated' && decision.matches?.length === 0 && recognised?.indicator === decision.indicator && recognised.kind === decision.kind
  return [plain ? { ...restored, decision: { is: 'recognised' } } : restored]
}

/** Did the editor say anything of this figure and that report? */
export const saidOf = (report: Report, lastId: string, here: PlacedCoreFigure): boolean =>
  heldFigures(report).some(({ node, paragraphId, start, end }) => node.type === 'figure' && paragraphId === here.paragraphId && start < here.end && here.start < end && (node.matches?.some((m) => m.reportId === lastId) ?? false))
