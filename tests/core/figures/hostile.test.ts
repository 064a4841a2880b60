import { expect, it } from 'vitest'
import { recognizeFigures } from '#core/figures/recognize.ts'

/** Milliseconds for a text of n units; the best of three, so that what else the machine does counts little. */
function time(unit: string, n: number): number {
  const text = unit.repeat(Math.ceil(n / unit.length))
  return Math.min(...[1, 2, 3].map(() => {
    const start = performance.now()
    recognizeFigures(text)
    return performance.now() - start
  }))
}

// ten times the text in far less than a hundred times the time: a ratio within one run, not a clock
it.each(['9', '亿', '、', '1、', '一', '\ud800', '第', '“', '1件，', '10%、', '约', '2024年', '《1', 'a1', '占', '分别', '1件分别'])('%j over and over takes linear time', (unit) => {
  time(unit, 2000)
  expect(time(unit, 60_000) + 1).toBeLessThan((time(unit, 6000) + 1) * 40)
})
