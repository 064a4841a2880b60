import { useEffect, useRef, useState } from 'react'
import type { Ledger } from '#core/ledger/ledger.ts'
import type { Material } from '#core/materials/material.ts'
import type { Report } from '#core/model/report.ts'
import type { MaterialsAnswer, MaterialsRequest, MaterialsView } from './materials-work.ts'

const DELAY = 400

/** A view and the report that it is of. */
export type SeenMaterials = MaterialsView & { of: Report }

/**
 * What of the materials is used, offered and changed, a moment after the draft last changed; worked out by a worker, one question at a time, the
 * latest draft first. Undefined until the first answer; `failed` when the last question was not answered.
 */
export function useMaterialsWork(report: Report, materials: readonly Material[] | undefined, ledger: Ledger | null): { seen: SeenMaterials | undefined; failed: boolean } {
  const [seen, setSeen] = useState<SeenMaterials>()
  const [failed, setFailed] = useState(false)
  const desk = useRef<{ ask: (question: Question) => void }>(undefined)
  useEffect(() => {
    const { ask, stop } = openDesk((view, of) => {
      setSeen({ ...view, of })
      setFailed(false)
    }, () => setFailed(true))
    desk.current = { ask }
    return stop
  }, [])
  useEffect(() => {
    if (materials) desk.current?.ask({ report, materials, ledger })
  }, [report, materials, ledger])
  return { seen, failed }
}

interface Question {
  report: Report
  materials: readonly Material[]
  ledger: Ledger | null
}

function openDesk(onDone: (view: MaterialsView, of: Report) => void, onFailure: () => void): { ask: (question: Question) => void; stop: () => void } {
  let worker: Worker | undefined
  let told: readonly Material[] | undefined
  let waiting: Question | undefined
  let running: { sequence: number; report: Report } | undefined
  let sequence = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let first = true

  const hire = (): Worker => {
    const mine = new Worker(new URL('./materials.worker.ts', import.meta.url), { type: 'module' })
    told = undefined
    mine.addEventListener('message', ({ data }: MessageEvent<MaterialsAnswer>) => {
      if (worker !== mine || running?.sequence !== data.sequence) return
      const { report } = running
      running = undefined
      if ('result' in data) onDone(data.result, report)
      else {
        console.error(data.failure)
        onFailure()
      }
      if (waiting && timer === undefined) begin()
    })
    mine.addEventListener('error', () => {
      if (worker !== mine) return
      mine.terminate()
      worker = undefined
      running = undefined
      onFailure()
    })
    return mine
  }
  const begin = (): void => {
    timer = undefined
    if (running || !waiting) return
    const { report, materials, ledger } = waiting
    waiting = undefined
    worker ??= hire()
    running = { sequence: ++sequence, report }
    const request: MaterialsRequest = { sequence, report, ledger, ...(told === materials ? {} : { materials }) }
    told = materials
    worker.postMessage(request)
  }
  return {
    ask: (question) => {
      waiting = question
      clearTimeout(timer)
      timer = setTimeout(begin, first ? 0 : DELAY)
      first = false
    },
    stop: () => {
      clearTimeout(timer)
      worker?.terminate()
      worker = undefined
      running = undefined
      waiting = undefined
    },
  }
}
