import { analyse, type AnalysisAnswer, type AnalysisRequest } from './analysis.ts'

self.addEventListener('message', ({ data: { sequence, report, last } }: MessageEvent<AnalysisRequest>) => {
  let answer: AnalysisAnswer
  try {
    answer = { sequence, result: analyse(report, last) }
  } catch (error) {
    answer = { sequence, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  self.postMessage(answer)
})
