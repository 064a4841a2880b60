import type { PrintModel } from './model.ts'
import { pageFlow } from './pages/flow.ts'
import type { LaidOut, LayoutHabits, Measure } from './pages/laid.ts'

export { CHARACTER_SPACING, POINTS_PER_MM } from './pages/laid.ts'
export type { LaidLine, LaidOut, LaidPage, LaidPiece, LaidRule, LayoutHabits, Measure } from './pages/laid.ts'

/** Our documents keep to the grid of 28 characters and to the type area (GB/T 9704—2012, 5.2): no space beside numerals, no hanging marks. */
const OURS: LayoutHabits = { autoSpace: 0, hanging: false }

/** Lays out a whole model. `measure` gives the width of letters. */
export function layOut(model: PrintModel, measure: Measure, habits: LayoutHabits = OURS): LaidOut {
  const steps = layOutInSteps(model, measure, habits)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same block by block, so that a window can do other things in between. Yields how many pages are begun. */
export function* layOutInSteps(model: PrintModel, measure: Measure, habits: LayoutHabits = OURS): Generator<number, LaidOut, undefined> {
  return yield* pageFlow(model, measure, habits)
}
