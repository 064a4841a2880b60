import { describe, expect, it } from 'vitest'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import type { Report } from '#core/model/report.ts'
import { analyse, type AnalysisAnswer, type AnalysisRequest } from '../../src/renderer/workers/analysis.ts'
import { Analyst, type Analysed, type AnalysisWorker } from '../../src/renderer/workers/analyst.ts'

const report = (year: number, text: string): Report => ({ ...recoverReport(linesOfText(`${year}年工作综述\n一、提案工作\n${text}`), { id: `r${year}`, origin: { from: 'blank' } }), year, body: '临江县政协' })
const [now, last, before] = [report(2024, '提案立案150件。'), report(2023, '提案立案143件。'), report(2022, '提案立案138件。')]

describe('an analysis', () => {
  it('has series only where they are wanted', () => {
    expect(analyse(now, { last, earlier: [last, before], series: false }).series).toBeNull()
    expect(analyse(now, { last, earlier: [last, before], series: true }).series?.series[0]?.points.map((p) => p.figure.text)).toEqual(['138件', '143件', '150件'])
  })
  it('without an earlier report has no comparison', () => expect(analyse(now, { last: null, earlier: [], series: false })).toMatchObject({ comparison: null, alignment: null }))
})

describe('the analyst', () => {
  it('tells the worker of earlier reports once, and again when it had to be replaced', async () => {
    const told: AnalysisRequest[] = []
    const workers: { answer: (a: AnalysisAnswer) => void; fail: () => void }[] = []
    const done: Analysed[] = []
    const start = (): AnalysisWorker => {
      let onMessage: ((event: { data: AnalysisAnswer }) => void) | undefined
      let onError: (() => void) | undefined
      workers.push({ answer: (data) => onMessage?.({ data }), fail: () => onError?.() })
      return {
        postMessage: (request) => void told.push(request),
        terminate: () => undefined,
        addEventListener: ((type: string, listener: () => void) => {
          if (type === 'message') onMessage = listener
          else onError = listener
        }) as AnalysisWorker['addEventListener'],
      }
    }
    const analyst = new Analyst({ start, delay: 0, onDone: (d) => void done.push(d), onFailure: () => undefined })
    const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2))
    const surroundings = { last, earlier: [last, before], series: false }
    const answer = (): void => workers.at(-1)?.answer({ sequence: told.at(-1)?.sequence ?? 0, result: analyse(now, surroundings) })
    analyst.ask(now, surroundings)
    await turn()
    answer()
    analyst.ask(now, { ...surroundings, series: true })
    await turn()
    answer()
    expect(told.map((t) => t.surroundings !== undefined)).toEqual([true, false])
    expect(done.map((d) => d.last?.id)).toEqual(['r2023', 'r2023'])
    analyst.ask(now, surroundings)
    await turn()
    workers.at(-1)?.fail()
    analyst.ask(now, surroundings)
    await turn()
    expect(workers).toHaveLength(2)
    expect(told.at(-1)?.surroundings).toBeDefined()
    analyst.stop()
  })
})
