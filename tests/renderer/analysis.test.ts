import { describe, expect, it } from 'vitest'
import { Checker } from '#core/checker/check.ts'
import { dismiss } from '#core/checker/dismissal.ts'
import { DEFAULT_SETTINGS } from '#core/checker/settings.ts'
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

describe('what is found in an analysis', () => {
  const text = '推动工作工作落实。办复率达105%。'
  const draft = report(2024, text)
  const rules = (r: Report, settings = DEFAULT_SETTINGS): string[] => analyse(r, { last: null, earlier: [], series: false, settings }).findings.map(({ rule }) => rule)

  it('does not count what the editor let stand, and keeps it with its reason', () => {
    expect(rules(draft)).toEqual(['text.repeat', 'percent.range'])
    const [repeat] = analyse(draft, { last: null, earlier: [], series: false }).findings
    if (!repeat) throw new Error('nothing found')
    const decided = { ...draft, checking: dismiss(undefined, repeat, '固定名称', '2026-11-21T08:00:00.000Z') }
    expect(rules(decided)).toEqual(['percent.range'])
    expect(analyse(decided, { last: null, earlier: [], series: false }).dismissed.map(({ dismissal }) => dismissal.reason)).toEqual(['固定名称'])
  })
  it('follows what is off and how severe rules were made', () => {
    expect(rules(draft, { ...DEFAULT_SETTINGS, off: ['percent.range'] })).toEqual(['text.repeat'])
    expect(rules({ ...draft, checking: { off: ['text.repeat'], dismissed: [] } })).toEqual(['percent.range'])
    const severe = analyse(draft, { last: null, earlier: [], series: false, settings: { ...DEFAULT_SETTINGS, severities: { 'text.repeat': 'info' } } })
    expect(severe.findings.map(({ severity }) => severity)).toEqual(['info', 'error'])
  })
  it('is the same from a checker that saw other states before, and whether series are shown or not', () => {
    const checker = new Checker()
    const surroundings = { last, earlier: [last, before], series: false }
    for (const words of ['', text, text.replace('105%', '106%'), text]) {
      const state = report(2024, words)
      const going = analyse(state, surroundings, checker)
      expect(going.findings).toEqual(analyse(state, surroundings).findings)
      expect(analyse(state, { ...surroundings, series: true }, checker).findings).toEqual(going.findings)
    }
  })
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
    analyst.ask(now, { ...surroundings, settings: { ...DEFAULT_SETTINGS, off: ['text.repeat'] } })
    await turn()
    answer()
    expect(told.at(-1)?.surroundings?.settings?.off).toEqual(['text.repeat'])
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
