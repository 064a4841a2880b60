import type { Anchor, Finding } from '#core/checker/finding.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'

/** A place in a report, without the words that stand there. */
export type Spot = Pick<Anchor, 'paragraph' | 'start' | 'end'>

/** The places written as `before‹place›after`. Throws where there is none. */
export function spotsOf(report: Report, written: string): Spot[] {
  const [before = '', rest = ''] = written.split('‹')
  const [text = '', after = ''] = rest.split('›')
  const spots = plainParagraphs(report).flatMap((p): Spot[] => {
    const out: Spot[] = []
    for (let i = p.text.indexOf(before + text + after); i >= 0; i = p.text.indexOf(before + text + after, i + 1)) out.push({ paragraph: p.index, start: i + before.length, end: i + before.length + text.length })
    return out
  })
  if (spots.length === 0) throw new Error(`the place ${written} is not in the text`)
  return spots
}

/** Does a finding of one of the rules touch one of these places? */
export const reportsAt = (findings: readonly Finding[], rules: readonly string[], spots: readonly Spot[]): boolean =>
  findings.some((f) => rules.includes(f.rule) && f.anchors.some((a) => spots.some((s) => s.paragraph === a.paragraph && s.start < a.end && a.start < s.end)))

/** Is it said aloud (an error or a warning), or only noted? */
export const isLoud = ({ severity }: Finding): boolean => severity !== 'info'
