import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { checkReport } from '#core/checker/check.ts'
import { seedReport, SEEDS, seedText } from '../../gold/gold.ts'

const gold = z.record(z.string(), z.object({ findings: z.array(z.object({ rule: z.string(), text: z.string(), why: z.string() })) }))
const marked = z
  .preprocess((json) => (typeof json === 'object' && json !== null && 'reports' in json ? json.reports : Object.fromEntries(Object.entries(json as object).filter(([key]) => /^\d{3}_/u.test(key)))), gold)
  .parse(JSON.parse(readFileSync('tests/gold/findings.json', 'utf8')))

const even = (text: string): string => text.replace(/\s+/gu, '')

// the seeds were printed: what a careful copy editor did not mark is right, and a rule that reports it cries wolf
it.each(SEEDS)('%s: nothing is said aloud that the copy editor did not mark', (seed) => {
  const slips = marked[seed]?.findings.map(({ text }) => even(text)) ?? []
  const loud = checkReport(seedReport(seed)).filter(({ rule, severity }) => severity !== 'info' && rule !== 'punct.half-width')
  const unmarked = loud.filter(({ anchors: [{ text }] }) => !slips.some((slip) => slip.includes(even(text)) || even(text).includes(slip)))
  expect(unmarked.map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
})

it('finds what the copy editor was sure of and a rule can know', () => {
  const found = (seed: (typeof SEEDS)[number], rule: string, text: string): boolean =>
    checkReport(seedReport(seed), { rules: [rule] }).some(({ anchors }) => anchors.some((a) => even(a.text).includes(text) || text.includes(even(a.text))))
  expect(found('000_568c51d7bbfdb5c2', 'term.variant', '提升增强')).toBe(true)
  expect(found('001_39406531928dc60d', 'term.variant', '请你来协商')).toBe(true)
  expect(found('001_39406531928dc60d', 'term.variant', '6+X')).toBe(true)
  expect(found('002_f87dca380c5c0e27', 'punct.ellipsis', '⋯⋯')).toBe(true)
  expect(found('003_efa49a0a5d5d5787', 'term.variant', '柯区委')).toBe(true)
  expect(found('003_efa49a0a5d5d5787', 'text.repeat', '发展蓬勃发展')).toBe(true)
  expect(found('003_efa49a0a5d5d5787', 'punct.inner-title-mark', '<袁氏世范>')).toBe(true)
})

it('half-width punctuation is reported in the two seeds that have it, and only there', () => {
  const withHalfWidth = SEEDS.filter((seed) => checkReport(seedReport(seed), { rules: ['punct.half-width'] }).length > 0)
  expect(withHalfWidth).toEqual(SEEDS.filter((seed) => /\p{Script=Han},\p{Script=Han}/u.test(seedText(seed))))
  expect(readFileSync('tests/gold/findings.json', 'utf8')).toContain('punct.half-width')
})
