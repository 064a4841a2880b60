import type { Checking, Dismissal, Report } from '../model/report.ts'
import type { Finding } from './finding.ts'

/** The findings that are still to be looked at, and those that the editor let stand, each in their order. */
export interface Sifted {
  open: Finding[]
  dismissed: { finding: Finding; dismissal: Dismissal }[]
}

/** Parts the findings of a report by what its editor dismissed. Each dismissal holds for one finding. */
export function sift(findings: readonly Finding[], { checking }: Pick<Report, 'checking'>): Sifted {
  const left = [...(checking?.dismissed ?? [])]
  const out: Sifted = { open: [], dismissed: [] }
  // a dismissal belongs to the finding in its own paragraph before any with the same words elsewhere
  const own = new Map<Finding, Dismissal>()
  for (const isPlace of [inSameWords, inSameParagraph, withSameWordsAround]) {
    for (const finding of findings) {
      if (own.has(finding)) continue
      const at = left.findIndex((d) => d.rule === finding.rule && d.message === finding.message && d.text === finding.anchors[0].text && isPlace(d, finding))
      const [dismissal] = at < 0 ? [] : left.splice(at, 1)
      if (dismissal) own.set(finding, dismissal)
    }
  }
  for (const finding of findings) {
    const dismissal = own.get(finding)
    if (dismissal) out.dismissed.push({ finding, dismissal })
    else out.open.push(finding)
  }
  return out
}

const withSameWordsAround = ({ before, after }: Dismissal, { anchors: [at] }: Finding): boolean => before === at.before && after === at.after
const inSameParagraph = ({ paragraphId }: Dismissal, { anchors: [at] }: Finding): boolean => paragraphId === at.paragraphId
const inSameWords = (dismissal: Dismissal, finding: Finding): boolean => inSameParagraph(dismissal, finding) && withSameWordsAround(dismissal, finding)

const NOTHING: Checking = { off: [], dismissed: [] }

/** `checking` with one finding more dismissed. `at` in ISO 8601. */
export function dismiss(checking: Checking = NOTHING, { rule, message, anchors: [{ paragraphId, text, before, after }] }: Finding, reason: string, at: string): Checking {
  return { ...checking, dismissed: [...checking.dismissed, { rule, message, paragraphId, text, before, after, reason, at }] }
}

/** `checking` with one dismissal taken back, of several that are alike the first; undefined where nothing is left to keep. */
export function takeBack(checking: Checking, dismissal: Dismissal): Checking | undefined {
  const at = checking.dismissed.findIndex((d) => isSame(d, dismissal))
  return keep({ ...checking, dismissed: checking.dismissed.filter((_, i) => i !== at) })
}

/** By content: a dismissal is copied on its way through documents, workers and files. */
const isSame = (a: Dismissal, b: Dismissal): boolean =>
  a.at === b.at && a.rule === b.rule && a.paragraphId === b.paragraphId && a.message === b.message && a.text === b.text && a.before === b.before && a.after === b.after && a.reason === b.reason

/** `checking` with a rule switched off or on for this report; undefined where nothing is left to keep. */
export const switchRule = (checking: Checking = NOTHING, rule: string, on: boolean): Checking | undefined =>
  keep({ ...checking, off: on ? checking.off.filter((id) => id !== rule) : [...new Set([...checking.off, rule])] })

const keep = (checking: Checking): Checking | undefined => (checking.off.length + checking.dismissed.length > 0 ? checking : undefined)
