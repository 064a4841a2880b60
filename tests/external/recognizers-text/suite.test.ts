import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { agrees, casesOf, MODELS, SPECS, tell } from './suite.ts'

const deviations = z
  .array(z.object({ reason: z.string().min(10), cases: z.record(z.string(), z.array(z.string())) }))
  .parse(JSON.parse(readFileSync('tests/external/recognizers-text/deviations.json', 'utf8')))
const listed = new Set(deviations.flatMap(({ cases }) => Object.entries(cases).flatMap(([model, inputs]) => inputs.map((input) => `${model} ${input}`))))

const present = existsSync(SPECS)
if (!present) console.log(`recognizers-text: ${SPECS} is absent, its cases are skipped`)

describe.skipIf(!present)('the Chinese cases of Recognizers-Text', () => {
  const seen = new Map<string, boolean>()
  let total = 0
  let agreed = 0

  it.each(MODELS)('%s: the same values at the same places, but for deviations.json', (path) => {
    const cases = casesOf(path)
    for (const c of cases) {
      const right = agrees(c)
      const key = `${c.model} ${c.input}`
      seen.set(key, (seen.get(key) ?? true) && right)
      total++
      if (right) agreed++
    }
    expect(cases.length).toBeGreaterThan(0)
    expect(cases.filter((c) => !agrees(c) && !listed.has(`${c.model} ${c.input}`)).map(tell)).toEqual([])
  })

  it('no deviation is listed that is none any more', () => {
    expect([...listed].filter((key) => seen.get(key) !== false)).toEqual([])
    console.log(`recognizers-text: ${agreed} of ${total} cases agree, ${total - agreed} deviate with a reason`)
  })
})
