import { useEffect, useRef, useState } from 'react'
import type { CheckSettings } from '#core/checker/settings.ts'
import type { Report } from '#core/model/report.ts'
import { Analyst, type Analysed, type AnalysisWorker } from './analyst.ts'

const DELAY = 300

const startWorker = (): AnalysisWorker => new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' }) as AnalysisWorker

/** Figures, pairs, findings and series of a report, a moment after it last changed. `last`, `earlier` and `settings` are undefined while they are not known yet. */
export function useAnalysis(report: Report, last: Report | null | undefined, earlier: readonly Report[] | undefined, series: boolean, settings: CheckSettings | undefined): { analysed: Analysed | undefined; failed: boolean; retry: () => void } {
  const [analysed, setAnalysed] = useState<Analysed>()
  const [failed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  const analyst = useRef<Analyst>(undefined)
  useEffect(() => {
    const mine = new Analyst({
      start: startWorker,
      delay: DELAY,
      onDone: (done) => {
        setAnalysed(done)
        setFailed(false)
      },
      onFailure: () => setFailed(true),
    })
    analyst.current = mine
    return () => mine.stop()
  }, [])
  useEffect(() => {
    if (last !== undefined && earlier !== undefined && settings) analyst.current?.ask(report, { last, earlier, series, settings })
  }, [report, last, earlier, series, settings, tries])
  return { analysed, failed, retry: () => setTries((n) => n + 1) }
}
