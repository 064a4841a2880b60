import { useEffect, useRef, useState } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import type { Report } from '#core/model/report.ts'
import { useHost } from '../../app/host.ts'

const NOTHING: readonly Report[] = []

/**
 * The other reports of this report's body, for series over the years and for what their editors said of pairs: published ones first, the last
 * saved first. Undefined until they were read once; one that cannot be read is left out, and said.
 */
export function useEarlierReports(report: Pick<Report, 'id' | 'body'>, reports: readonly ReportSummary[] | undefined): { earlier: readonly Report[] | undefined; unread: readonly string[] } {
  const { client } = useHost()
  const known = useRef(new Map<string, Report>())
  const [state, setState] = useState<{ earlier: readonly Report[] | undefined; unread: readonly string[] }>({ earlier: undefined, unread: [] })
  const own = reports?.filter((r) => r.id !== report.id && report.body !== '' && r.body === report.body)
    .sort((a, b) => Number(a.status === 'draft') - Number(b.status === 'draft') || b.savedAt.localeCompare(a.savedAt))
  const key = own?.map(({ id, revision }) => `${id}@${revision}`).join(' ')
  const list = useRef(own)
  list.current = own
  useEffect(() => {
    if (key === undefined) return undefined
    let stale = false
    const read = async (): Promise<void> => {
      const unread: string[] = []
      const found = await Promise.all((list.current ?? []).map(async ({ id, revision, title }) => {
        const at = `${id}@${revision}`
        try {
          const had = known.current.get(at) ?? (await client.reports.get({ id })).report
          known.current.set(at, had)
          return [had]
        } catch {
          unread.push(title)
          return []
        }
      }))
      if (!stale) setState({ earlier: found.flat().length > 0 ? found.flat() : NOTHING, unread })
    }
    void read()
    return () => {
      stale = true
    }
  }, [client, key])
  return state
}
