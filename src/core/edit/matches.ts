import type { Counterpart, Match } from '../model/inline.ts'

const sameFigure = (a: Counterpart, b: Counterpart): boolean => a.paragraphId === b.paragraphId && a.text === b.text && a.before === b.before && a.after === b.after

/**
 * The editor's words on a figure with one more. Of another report a figure has one counterpart or none: `same` and `none` replace what was
 * said of that report, but for pairs that were broken; `different` takes back that very pair.
 */
export function withMatch(matches: readonly Match[] | undefined, match: Match): Match[] {
  const kept = (matches ?? []).filter((other) => {
    if (other.reportId !== match.reportId) return true
    if (match.verdict === 'different') return other.verdict !== 'none' && !(other.verdict !== match.verdict && sameFigure(other.figure, match.figure)) && !(other.verdict === 'different' && sameFigure(other.figure, match.figure))
    return other.verdict === 'different' && !(match.verdict === 'same' && sameFigure(other.figure, match.figure))
  })
  return [...kept, match]
}

/** Without what was said of one report: its pairs are found by the words again. */
export const withoutMatches = (matches: readonly Match[] | undefined, reportId: string): Match[] => (matches ?? []).filter((m) => m.reportId !== reportId)

/** Without the word that a figure goes with this one, which now goes with another. */
export const withoutPartner = (matches: readonly Match[] | undefined, reportId: string, figure: Counterpart): Match[] =>
  (matches ?? []).filter((m) => m.reportId !== reportId || m.verdict !== 'same' || !sameFigure(m.figure, figure))
