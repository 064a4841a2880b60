import { useEffect, useState } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import type { Report } from '#core/model/report.ts'
import { messageOf } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { defaultLast } from './last-report.ts'

const NONE = 'none'

/** The earlier report that this one is compared with: the user's choice, else the likely one. */
export interface LastReport {
  last: ReportSummary | undefined
  /** undefined while it is being read, null where there is none */
  lastReport: Report | null | undefined
  lastFailure: string | undefined
  /** `undefined` for none */
  choose: (id: string | undefined) => void
}

export function useLastReport(report: Report, reports: readonly ReportSummary[]): LastReport {
  const { client } = useHost()
  const key = `shuhe.last.${report.id}`
  const [chosen, setChosen] = useState(() => localStorage.getItem(key))
  const [loaded, setLoaded] = useState<{ id: string; report: Report | null; failure?: string }>()
  const last = chosen === NONE ? undefined : (reports.find(({ id }) => id === chosen && id !== report.id) ?? defaultLast(report, reports))
  const id = last?.id
  useEffect(() => {
    if (id === undefined) return undefined
    let stale = false
    client.reports.get({ id }).then(
      (got) => !stale && setLoaded({ id, report: got.report }),
      (error: unknown) => !stale && setLoaded({ id, report: null, failure: messageOf(error) }),
    )
    return () => {
      stale = true
    }
  }, [client, id])
  const mine = loaded?.id === id ? loaded : undefined
  return {
    last,
    lastReport: id === undefined ? null : mine?.report,
    lastFailure: mine?.failure,
    choose: (next) => {
      setChosen(next ?? NONE)
      try {
        localStorage.setItem(key, next ?? NONE)
      } catch {
        // a full storage forgets the choice, nothing else
      }
    },
  }
}
