import { Checker } from '#core/checker/check.ts'
import { analyse, type AnalysisAnswer, type AnalysisRequest, type Known } from './analysis.ts'

let known: Known = { last: null, earlier: [] }
const checker = new Checker()

self.addEventListener('message', ({ data: { sequence, report, series, surroundings } }: MessageEvent<AnalysisRequest>) => {
  if (surroundings) known = surroundings
  let answer: AnalysisAnswer
  try {
    answer = { sequence, result: analyse(report, { ...known, series }, checker) }
  } catch (error) {
    answer = { sequence, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  self.postMessage(answer)
})
