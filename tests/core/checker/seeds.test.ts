import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkReport } from '#core/checker/check.ts'
import type { Finding } from '#core/checker/finding.ts'
import { isLoud } from './place.ts'
import { SEEDS, seedReport, seedText, type Seed } from '../../gold/gold.ts'

/** What a careful copy editor marked in the seeds: slips, and things that look like slips and are right. Offsets in the source's text. */
const noteSchema = z.object({ rule: z.string(), text: z.string(), start: z.number(), end: z.number() })
const gold = z
  .record(z.string(), z.object({ findings: z.array(noteSchema.extend({ certainty: z.enum(['sure', 'query']) })), checked: z.array(noteSchema.extend({ verdict: z.string() })) }))
  .parse(JSON.parse(readFileSync('tests/gold/findings.json', 'utf8')))

const squeeze = (text: string): string => text.replace(/\s+/gu, '')

/** Does a finding lie at a place of the source? Known by its words, since recovery moves paragraphs. */
function touches(seed: Seed, { text, start, end }: z.infer<typeof noteSchema>, finding: Finding): boolean {
  const source = seedText(seed)
  const place = squeeze(source.slice(Math.max(0, start - 24), end + 24))
  return finding.anchors.some((a) => {
    const words = squeeze(a.text)
    return place.includes(a.before.slice(-4) + words + a.after.slice(0, 4)) && (squeeze(text).includes(words) || words.includes(squeeze(text)))
  })
}

describe.each(SEEDS)('%s was printed', (seed) => {
  const found = checkReport(seedReport(seed))
  const slips = gold[seed]?.findings ?? []

  it('says nothing aloud but what a copy editor says too', () => {
    // half-width marks are used throughout two of the seeds: one finding a paragraph is told of each; other slips the gold marks once where they recur
    const isMarked = (f: Finding): boolean => slips.some((slip) => touches(seed, slip, f) || (slip.rule === f.rule && f.anchors.some((a) => squeeze(a.text) === squeeze(slip.text))))
    const foreign = found.filter(isLoud).filter((f) => f.rule !== 'punct.half-width' && !isMarked(f))
    expect(foreign.map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
  })

  it('reports half-width marks only where they are the style of the text', () => {
    expect(found.some(({ rule }) => rule === 'punct.half-width')).toBe(slips.some(({ rule }) => rule === 'punct.half-width'))
  })
})

it('of the slips that are sure and are of form, not of sense, most are found', () => {
  // a jump line is noise to the intake, so that it is in no paragraph that a rule could look at
  const isJumpLine = ({ text }: { text: string }): boolean => /^[（(]下转/u.test(text)
  const ofForm = SEEDS.flatMap((seed) => (gold[seed]?.findings ?? []).filter((slip) => slip.certainty === 'sure' && slip.rule !== 'typo' && !isJumpLine(slip)).map((slip) => ({ seed, slip })))
  const missed = ofForm.filter(({ seed, slip }) => !checkReport(seedReport(seed)).some((f) => f.rule === slip.rule || touches(seed, slip, f))).map(({ seed, slip }) => `${seed} ${slip.rule} ${slip.text}`)
  expect(missed.length / ofForm.length, missed.join('\n')).toBeLessThanOrEqual(0.25)
})
