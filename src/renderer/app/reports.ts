import { useCallback, useEffect, useState } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import { messageOf } from './failure.ts'
import { useHost } from './host.ts'
import { useStore } from './store.ts'

/** The list of reports as the library has it now. */
export interface Reports {
  /** undefined until the first answer */
  reports: readonly ReportSummary[] | undefined
  /** why there is no list, in Chinese */
  failure: string | undefined
  reload: () => void
}

/** Follows the list of reports: read again whenever the host says that it changed. */
export function useReports(): Reports {
  const { client, libraryChanges } = useHost()
  const changes = useStore(libraryChanges)
  const [reports, setReports] = useState<readonly ReportSummary[]>()
  const [failure, setFailure] = useState<string>()
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let stale = false
    client.library.list().then(
      (list) => {
        if (stale) return
        setReports(list)
        setFailure(undefined)
      },
      (error: unknown) => {
        if (!stale) setFailure(messageOf(error))
      },
    )
    return () => {
      stale = true
    }
  }, [client, changes, asked])
  return { reports, failure, reload: useCallback(() => setAsked((n) => n + 1), []) }
}
