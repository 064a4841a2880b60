import type { Report } from '../model/report.ts'
import type { Finding } from './finding.ts'
import type { CheckedParagraph, Earlier, Frame, MakeFinding, Memory, ReportContext } from './rule.ts'

/** What a rule looked at beyond what it read. */
export type Looked = 'no further' | 'at headings' | 'at all'

/** What the report rules may look at, one after another, and what each looked at. */
export function watched({ frame, report, paragraphs, earlier, memory }: { frame: Frame; report: Report; paragraphs: readonly CheckedParagraph[]; earlier: Earlier | undefined; memory: Memory }) {
  let looked: Looked = 'no further'
  const all = <T>(at: T): T => {
    looked = 'at all'
    return at
  }
  const headings = <T>(at: T): T => {
    if (looked === 'no further') looked = 'at headings'
    return at
  }
  let lines: CheckedParagraph[] | undefined
  const context: ReportContext = {
    ...frame,
    finding: NO_FINDING,
    memory,
    get report() {
      return all(report)
    },
    get paragraphs() {
      return all(paragraphs)
    },
    get outline() {
      return headings(report.sections)
    },
    get lines() {
      return headings((lines ??= paragraphs.filter(({ role }) => role !== 'paragraph')))
    },
    earlier: earlier && {
      last: earlier.last,
      get comparison() {
        return all(earlier.comparison)
      },
      get series() {
        return all(earlier.series)
      },
    },
  }
  const look = (finding: MakeFinding, check: () => Finding[]): { found: Finding[]; looked: Looked } => {
    looked = 'no further'
    context.finding = finding
    const found = check()
    return { found, looked }
  }
  return { context, look }
}

const NO_FINDING: MakeFinding = () => {
  throw new Error('no rule is asked')
}
