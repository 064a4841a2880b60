import { describe, expect, it } from 'vitest'
import { baseline, MARKED, markedNames, scoreMarked } from './marked-pairs.ts'

const names = markedNames()
const scores = new Map(names.map((name) => [name, { ours: scoreMarked(MARKED, name), plain: scoreMarked(MARKED, name, baseline) }]))
const percent = (n: number): string => `${(n * 100).toFixed(1)} %`
console.log(['certain pairs found, and right ones among all that were made; the baseline knows only the neighbouring characters of indicators:',
  ...[...scores].map(([name, { ours, plain }]) => `  ${name.padEnd(13)} recall ${percent(ours.recall)} (baseline ${percent(plain.recall)}), precision ${percent(ours.precision)} (${percent(plain.precision)})`)].join('\n'))

describe.each(names)('consecutive reports: %s', (name) => {
  const found = scores.get(name)
  it('finds the certain pairs', () => expect(found?.ours.recall, found?.ours.missed.join('\n')).toBeGreaterThanOrEqual(0.79))
  it('makes next to no wrong ones', () => expect(found?.ours.precision, found?.ours.wrong.join('\n')).toBeGreaterThanOrEqual(0.96))
  it('is no worse than the characters alone in either', () => {
    expect(found?.ours.recall).toBeGreaterThanOrEqual(found?.plain.recall ?? 0)
    expect(found?.ours.precision).toBeGreaterThanOrEqual(found?.plain.precision ?? 0)
  })
  it('calls few certain pairs near', () => expect((found?.ours.calledNear.length ?? 0) / (found?.ours.demanded ?? 1), found?.ours.calledNear.join('\n')).toBeLessThanOrEqual(0.3))
})

it('all together', () => {
  const sum = (of: (s: ReturnType<typeof scoreMarked>) => number): number => [...scores.values()].reduce((n, { ours }) => n + of(ours), 0)
  const recall = sum((s) => s.certain) / sum((s) => s.demanded)
  const precision = sum((s) => s.right) / sum((s) => s.found)
  console.log(`all ${names.length} pairs of reports: recall ${percent(recall)}, precision ${percent(precision)} of ${sum((s) => s.demanded)} certain pairs`)
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect(precision).toBeGreaterThanOrEqual(0.98)
  expect(sum((s) => s.calledNear.length) / sum((s) => s.certain)).toBeLessThanOrEqual(0.12)
})
