import { useEffect, useState } from 'react'
import { layOutInSteps, type LaidOut, type LaidPage, type Measure } from '#core/print/layout.ts'
import type { PrintModel } from '#core/print/model.ts'
import { windowMeasure } from './faces.ts'

/** A model in pages. */
export interface LaidModel {
  model: PrintModel
  laid: LaidOut
}

export interface PagesState {
  /** what was laid out last: of the model before as long as `busy`; undefined before the first */
  current: LaidModel | undefined
  pages: readonly LaidPage[]
  count: number
  /** lines on the last page */
  lastFill: number
  busy: boolean
}

let shared: Measure | undefined
/** The measure of this window, with what it has measured. */
export const measureHere = (): Measure => (shared ??= windowMeasure())

/** what is left of a frame of 16 ms for the rest of the window */
const SLICE = 8
const known = new WeakMap<PrintModel, LaidOut>()

/** Lays a model out while the window goes on; stops and begins anew when the model changes. */
export function usePages(model: PrintModel | undefined): PagesState {
  const [current, setCurrent] = useState<LaidModel>()
  useEffect(() => {
    if (!model) return
    const kept = known.get(model)
    if (kept) {
      setCurrent({ model, laid: kept })
      return
    }
    const steps = layOutInSteps(model, measureHere())
    let timer: ReturnType<typeof setTimeout> | undefined
    const work = (): void => {
      const until = performance.now() + SLICE
      for (;;) {
        const step = steps.next()
        if (step.done) {
          known.set(model, step.value)
          setCurrent({ model, laid: step.value })
          return
        }
        if (performance.now() > until) break
      }
      timer = setTimeout(work)
    }
    work()
    return () => clearTimeout(timer)
  }, [model])
  const pages = current?.laid.pages ?? []
  return { current, pages, count: pages.length, lastFill: current?.laid.lastFill ?? 0, busy: model !== undefined && current?.model !== model }
}
