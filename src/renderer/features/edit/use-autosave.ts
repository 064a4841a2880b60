import type { Report } from '#core/model/report.ts'
import { useEffect, useState } from 'react'
import { codeOf, messageOf } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { forgetUnsaved, keepUnsaved } from '../../app/unsaved.ts'
import { Autosave } from '../../app/autosave.ts'
import type { Opened } from './Workbench.tsx'

const DELAY = 800

/** Saves this report for as long as it is open, and what is left when it is closed. */
export function useAutosave({ report, revision, savedAt, changed }: Opened): Autosave<Report> {
  const host = useHost()
  const [autosave] = useState(
    () =>
      new Autosave<Report>({
        revision,
        savedAt,
        delay: DELAY,
        save: async (next, baseRevision) => host.client.reports.save({ report: next, baseRevision }),
        keep: (next, baseRevision) => void keepUnsaved(next, baseRevision, new Date()),
        forget: () => forgetUnsaved(report.id),
        explain: (error) => ({ conflict: codeOf(error) === 'CONFLICT', message: messageOf(error) }),
      }),
  )
  useEffect(() => {
    if (changed) autosave.change(report)
    const end = host.holdsText({ flush: () => autosave.flush(), unsaved: () => autosave.unsaved })
    return () => {
      end()
      void autosave.close()
    }
    // an Autosave lives as long as the page
  }, [autosave, host])
  return autosave
}
