import type { Counterpart, Match } from '../model/inline.ts'

const sameFigure = (a: Counterpart, b: Counterpart): boolean => a.paragraphId === b.paragraphId && a.text === b.text && a.before === b.before && a.after === b.after

/**
 * The editor's words on a figure with one more. Of another report a figure has one counterpart or none: `same` and `none` replace what was
 * said of that report, but for pairs that were broken; `different` takes back what it went with.
 */
export function withMatch(matches: readonly Match[] | undefined, match: Match): Match[] {
  const kept = (matches ?? []).filter((other) => other.reportId !== match.reportId || (other.verdict === 'different' && !(match.verdict !== 'none' && sameFigure(other.figure, match.figure))))
  return [...kept, match]
}

/** Without what was said of one report: its pairs are found by the words again. */
export const withoutMatches = (matches: readonly Match[] | undefined, reportId: string): Match[] => (matches ?? []).filter((m) => m.reportId !== reportId)

/** Without the word which figure of that report it goes with: that one now goes with another. */
export const withoutPartner = (matches: readonly Match[] | undefined, reportId: string): Match[] => (matches ?? []).filter((m) => m.reportId !== reportId || m.verdict !== 'same')
