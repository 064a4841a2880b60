import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rollForward } from '#core/templates/roll-forward.ts'
import { renderedDraft } from '../../core/templates/rendered.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

/** Each seed rolled to its next year, read by a person line by line (README.md). `UPDATE_GOLDEN=1` writes them anew; then read the difference. */
it.each(SEEDS)('%s rolled to its next year', (seed) => {
  const source = seedReport(seed)
  const draft = rollForward(source, { id: 'draft', year: (source.year ?? 0) + 1 })
  const now = renderedDraft(source, draft, { slot: ({ indicator, unit, last }) => `${indicator}|${unit}|${last?.text ?? ''}` })
  const folder = `tests/golden/roll-forward/${seed}`
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/expected.md`, now)
  }
  expect(existsSync(`${folder}/expected.md`), `${folder}/expected.md is missing: write it with UPDATE_GOLDEN=1`).toBe(true)
  expect(now).toBe(readFileSync(`${folder}/expected.md`, 'utf8'))
})
