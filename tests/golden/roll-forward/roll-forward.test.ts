import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkReport } from '#core/checker/check.ts'
import { inlineText } from '#core/model/inline.ts'
import { allParagraphs } from '#core/model/tree.ts'
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

it.each(SEEDS)('%s: what the checker takes for a year or an anniversary left over is marked', (seed) => {
  const source = seedReport(seed)
  const draft = rollForward(source, { id: 'draft', year: (source.year ?? 0) + 1 })
  const marked = new Map(
    allParagraphs(draft).map(({ id, content }) => {
      let at = 0
      return [id, content.map((node) => ({ start: at, end: (at += inlineText(node).length), review: node.type === 'text' ? node.review : undefined }))]
    }),
  )
  const left = checkReport(draft, { rules: ['year.stale', 'anniversary'] }).filter(({ anchors: [{ paragraphId, start }] }) => !marked.get(paragraphId)?.some((m) => m.review !== undefined && m.start <= start && start < m.end))
  expect(left.map(({ message }) => message)).toEqual([])
})
