import { describe, expect, it } from 'vitest'
import { isCore } from '#core/figures/figure.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'
import { markedParagraphs, PROSE } from './prose.ts'

describe.each(PROSE)('figures of reports that are not seeds: %s', (name) => {
  const paragraphs = markedParagraphs(name)

  it.each(paragraphs.map((p, i) => [i + 1, p] as const))('paragraph %d: these and no others are core figures', (_, { text, core }) => {
    const at = (start: number, end: number): string => `${text.slice(Math.max(0, start - 8), start)}[${text.slice(start, end)}]`
    expect(recognizeFigures(text).filter(isCore).map((f) => at(f.start, f.end))).toEqual(core.map(([start, end]) => at(start, end)))
  })

  // a change in this file is to be read line by line: value, unit, approximation, kind, indicator
  it('value, unit, approximation, kind and indicator of each', async () => {
    const rows = paragraphs.flatMap(({ text }) =>
      recognizeFigures(text).filter(isCore).map((f) => `${f.text} = ${f.value}${f.high === undefined ? '' : `…${f.high}`} ${f.unit || '-'} ${f.approx} ${f.kind} ${f.indicator || '-'}`))
    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot(`prose/${name}.figures.txt`)
  })
})
