import { useEffect, useState, type ReactNode } from 'react'
import type { Finding } from '#core/checker/finding.ts'
import type { Report } from '#core/model/report.ts'
import { findingsAt, sameFinding } from './finding-list.ts'
import { FindingNote } from './FindingNote.tsx'
import type { FindingsDesk } from './use-findings.ts'

/** What is said of the underlined words that were clicked on; until they are typed over, or something else is clicked on. */
export function useNote(report: Report, desk: FindingsDesk, findingOf: (index: number) => Finding | undefined): { note: ReactNode; onFinding: (index: number | undefined) => void; onNoteClosed: () => void } {
  const [clicked, setClicked] = useState<Finding>()
  const close = (): void => setClicked(undefined)
  useEffect(close, [report])
  const finding = clicked && sameFinding(desk.findings, clicked)
  return {
    note: finding && <FindingNote findings={findingsAt(desk.findings, finding)} desk={desk} onClose={close} />,
    onFinding: (index) => {
      const known = index === undefined ? undefined : findingOf(index)
      setClicked(known)
      if (known) desk.look(known)
    },
    onNoteClosed: close,
  }
}
