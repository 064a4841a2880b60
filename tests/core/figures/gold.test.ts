import { describe, expect, it } from 'vitest'
import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { goldFigures, samePlace, SEEDS, seedReport } from '../../gold/gold.ts'

const CORE = new Set(['quantity', 'percent', 'money'])

describe.each(SEEDS)('figures of %s', (seed) => {
  const found = reportFigures(seedReport(seed)).filter(isCore)
  const gold = goldFigures(seed).filter(({ kind }) => CORE.has(kind))

  it.each(gold.map((g) => [`${g.before}[${g.text}]${g.after}`, g] as const))('%s', (_, g) => {
    const hit = found.find((f) => f.value === g.value && samePlace(f, g))
    expect(hit).toMatchObject({ text: g.text, unit: g.unit, approx: g.approx, kind: g.kind })
  })

  it('reports nothing else as a core figure', () => {
    expect(found.filter((f) => !gold.some((g) => f.value === g.value && samePlace(f, g))).map((f) => `${f.before}[${f.text}]`)).toEqual([])
  })
})
