import { useMemo, useRef } from 'react'
import type { Finding, Severity } from '#core/checker/finding.ts'
import type { StatedPlace } from '#core/ledger/places.ts'
import type { Report } from '#core/model/report.ts'
import type { Highlight } from '../../editor/highlights.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { WAITING, wrongPlaces } from './finding-list.ts'

/** The worst is drawn last, over the others. */
const DRAWN: readonly Severity[] = ['info', 'warning', 'error']

interface Shown {
  highlights: readonly Highlight[]
  findings: readonly Finding[]
}

/**
 * What is marked in the text besides what the editor decided: figures, findings, differences from the ledger, words that are searched for.
 * Marks of an older text stay until those of this one come: the editor moves them along.
 */
export function useHighlights(report: Report, analysed: Analysed | undefined, findings: readonly Finding[], unlike: readonly StatedPlace[], matches: readonly { blockId: string; start: number; end: number }[]): { highlights: readonly Highlight[]; findingOf: (index: number) => Finding | undefined } {
  const shown = useRef<Shown>({ highlights: [], findings: [] })
  return useMemo(() => {
    if (analysed?.of === report) shown.current = { highlights: highlightsOf(analysed, findings, unlike, matches), findings }
    const { highlights, findings: drawn } = shown.current
    return { highlights, findingOf: (index: number) => drawn[index] }
  }, [analysed, report, findings, matches, unlike])
}

function highlightsOf({ figures }: Pick<Analysed, 'figures'>, findings: readonly Finding[], unlike: readonly StatedPlace[], matches: readonly { blockId: string; start: number; end: number }[]): Highlight[] {
  return [
    ...figures.filter(({ kind }) => kind === 'quantity' || kind === 'percent' || kind === 'money').map(({ paragraphId, start, end }): Highlight => ({ blockId: paragraphId, start, end, kind: 'figure' })),
    ...findings
      .map((finding, index) => ({ finding, index }))
      .filter(({ finding }) => finding.rule !== WAITING)
      .sort((a, b) => DRAWN.indexOf(a.finding.severity) - DRAWN.indexOf(b.finding.severity))
      .flatMap(({ finding, index }) => wrongPlaces(finding).map(({ paragraphId, start, end }): Highlight => ({ blockId: paragraphId, start, end, kind: finding.severity, title: finding.message, finding: index }))),
    ...unlike.map(({ paragraphId, start, end, judgement }): Highlight => ({ blockId: paragraphId, start, end, kind: 'error', title: judgement.why })),
    ...matches.map((match): Highlight => ({ ...match, kind: 'match' })),
  ]
}
