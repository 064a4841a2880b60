import type { Report } from '#core/model/report.ts'
import type { Analysis, AnalysisAnswer, AnalysisRequest, Known, Surroundings } from './analysis.ts'

/** An analysis and the report that it is of. */
export interface Analysed extends Analysis {
  of: Report
  /** the earlier report that it was compared with */
  last: Report | null
}

/** As much of a Worker as the analyst needs. */
export interface AnalysisWorker {
  postMessage: (request: AnalysisRequest) => void
  terminate: () => void
  addEventListener: {
    (type: 'message', listener: (event: { data: AnalysisAnswer }) => void): void
    (type: 'error', listener: () => void): void
  }
}

export interface AnalystOptions {
  start: () => AnalysisWorker
  /** milliseconds after the last change */
  delay: number
  onDone: (analysed: Analysed) => void
  onFailure: () => void
}

/**
 * Has reports analysed by a worker: the latest one wins, one at a time, and only when no other came for a while. A worker that dies is
 * replaced at the next question.
 */
export class Analyst {
  private worker: AnalysisWorker | undefined
  private sequence = 0
  private asked: { report: Report; surroundings: Surroundings } | undefined
  private running: { sequence: number; report: Report; last: Report | null } | undefined
  /** what the worker at hand was told last */
  private told: Known | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private first = true

  constructor(private readonly options: AnalystOptions) {}

  /** Asks for an analysis; the first one begins at once. */
  ask(report: Report, surroundings: Surroundings): void {
    this.asked = { report, surroundings }
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.begin(), this.first ? 0 : this.options.delay)
    this.first = false
  }

  /** Ends it; nothing is answered any more. */
  stop(): void {
    clearTimeout(this.timer)
    this.worker?.terminate()
    this.worker = undefined
    this.running = undefined
    this.asked = undefined
  }

  private begin(): void {
    this.timer = undefined
    if (this.running || !this.asked) return
    const { report, surroundings: { last, earlier, series, settings } } = this.asked
    this.asked = undefined
    this.running = { sequence: ++this.sequence, report, last }
    this.worker ??= this.hire()
    const news = this.told?.last !== last || this.told.earlier !== earlier || this.told.settings !== settings
    this.told = { last, earlier, ...(settings ? { settings } : {}) }
    this.worker.postMessage({ sequence: this.sequence, report, series, ...(news ? { surroundings: this.told } : {}) })
  }

  private hire(): AnalysisWorker {
    this.told = undefined
    const worker = this.options.start()
    worker.addEventListener('message', ({ data }) => {
      const running = this.running
      if (worker !== this.worker || running?.sequence !== data.sequence) return
      this.running = undefined
      if ('result' in data) this.options.onDone({ ...data.result, of: running.report, last: running.last })
      else {
        console.error(data.failure)
        this.options.onFailure()
      }
      this.goOn()
    })
    worker.addEventListener('error', () => {
      if (worker !== this.worker) return
      worker.terminate()
      this.worker = undefined
      this.running = undefined
      this.options.onFailure()
      this.goOn()
    })
    return worker
  }

  private goOn(): void {
    if (this.asked && this.timer === undefined) this.begin()
  }
}
