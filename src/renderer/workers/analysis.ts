import { useEffect, useRef, useState } from 'react'
import type { Finding } from '#core/checker/finding.ts'
import type { Comparison } from '#core/compare/pair.ts'
import type { PlacedFigure } from '#core/figures/figure.ts'
import type { Report } from '#core/model/report.ts'

/** What the core says of a report. */
export interface Analysis {
  figures: PlacedFigure[]
  comparison: Comparison | null
  findings: Finding[]
}

export interface AnalysisRequest {
  sequence: number
  report: Report
  last: Report | null
}
export type AnalysisAnswer = { sequence: number; result: Analysis } | { sequence: number; failure: string }

const DELAY = 300

/** Figures, pairs and findings of a report, computed off the main thread a moment after it last changed; the latest wins. */
export function useAnalysis(report: Report | null, last: Report | null): { analysis: Analysis | null; failed: boolean } {
  const [analysis, setAnalysis] = useState<Analysis | null>(null)
  const [failed, setFailed] = useState(false)
  const worker = useRef<Worker | null>(null)
  const sequence = useRef(0)

  useEffect(() => {
    const w = new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' })
    worker.current = w
    w.addEventListener('message', ({ data }: MessageEvent<AnalysisAnswer>) => {
      if (data.sequence !== sequence.current) return
      if ('result' in data) {
        setAnalysis(data.result)
        setFailed(false)
      } else setFailed(true)
    })
    w.addEventListener('error', () => setFailed(true))
    return () => w.terminate()
  }, [])

  useEffect(() => {
    if (!report) return undefined
    const timer = setTimeout(() => worker.current?.postMessage({ sequence: ++sequence.current, report, last } satisfies AnalysisRequest), analysis === null ? 0 : DELAY)
    return () => clearTimeout(timer)
    // the first answer must not ask again
  }, [report, last])

  return { analysis, failed }
}
