import { checkReport } from '#core/checker/check.ts'
import { compareReports } from '#core/compare/compare.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import type { AnalysisAnswer, AnalysisRequest } from './analysis.ts'

self.addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  const { sequence, report, last } = data
  let answer: AnalysisAnswer
  try {
    answer = {
      sequence,
      result: { figures: reportFigures(report), comparison: last ? compareReports(report, last) : null, findings: checkReport(report, last ? { last } : {}) },
    }
  } catch (error) {
    answer = { sequence, failure: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(answer)
})
