import { describe, expect, it } from 'vitest'
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

const UNITS = [
  '9', '亿', '、', '1、', '一', '\ud800', '\udc00', '\u200f', '\u200b', '第', '“', '《', '1件，', '10%、', '约', '近', '2024年', '《1', 'a1', '占', '分别', '1件分别', '一亿', '1亿', '1.', '1,', '1,234', '1-', '1至', '九十', '十', '点五', '百分之',
  '“1”', '开展', '“一', '1/', '分之', '翻', '年', '第一', '增长1%', '其中1个', '等1个', ' 1', '1 ', '\n', '1\n', '的',
] as const

describe('texts that no report holds', () => {
  // ten times the text in far less than a hundred times the time: a ratio within one run, not a clock
  it.each(UNITS)('%j over and over takes linear time', (unit) => {
    time(unit, 2000)
    expect(time(unit, 60_000) + 1).toBeLessThan((time(unit, 6000) + 1) * 40)
  })

  it.each(['9', '亿', '、', '\ud800', '\u200f', '一', '1件，'])('a megabyte of %j is read to its end', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const last = recognizeFigures(`${text}收到提案168件`).at(-1)
    expect(last).toMatchObject({ text: '168件', value: 168, unit: '件', kind: 'quantity' })
  }, 60_000)
})
