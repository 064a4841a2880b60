import { useEffect, useRef, useState } from 'react'
import type { Report } from '#core/model/report.ts'
import { Analyst, type Analysed, type AnalysisWorker } from './analyst.ts'

const DELAY = 300

const startWorker = (): AnalysisWorker => new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' }) as AnalysisWorker

/** Figures, pairs, findings and series of a report, a moment after it last changed. `last` and `earlier` are undefined while they are not known yet. */
export function useAnalysis(report: Report, last: Report | null | undefined, earlier: readonly Report[] | undefined, series: boolean): { analysed: Analysed | undefined; failed: boolean } {
  const [analysed, setAnalysed] = useState<Analysed>()
  const [failed, setFailed] = useState(false)
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
    if (last !== undefined && earlier !== undefined) analyst.current?.ask(report, { last, earlier, series })
  }, [report, last, earlier, series])
  return { analysed, failed }
}
