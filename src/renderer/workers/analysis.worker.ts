import { analyse, type AnalysisAnswer, type AnalysisRequest, type Surroundings } from './analysis.ts'

let known: Pick<Surroundings, 'last' | 'earlier'> = { last: null, earlier: [] }

self.addEventListener('message', ({ data: { sequence, report, series, surroundings } }: MessageEvent<AnalysisRequest>) => {
  if (surroundings) known = surroundings
  let answer: AnalysisAnswer
  try {
    answer = { sequence, result: analyse(report, { ...known, series }) }
  } catch (error) {
    answer = { sequence, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  self.postMessage(answer)
})
