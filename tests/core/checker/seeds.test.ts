import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkReport } from '#core/checker/check.ts'
import { seedReport, SEEDS, seedText } from '../../gold/gold.ts'

// what a careful copy editor marked stands in tests/gold/findings.json; none of it is a matter of the rules below
const NEARLY_CLEAN = 'the seeds were printed: a rule that reports something here cries wolf'

it.each(SEEDS)('%s: ' + NEARLY_CLEAN, (seed) => {
  expect(checkReport(seedReport(seed)).filter(({ rule }) => rule !== 'punct.half-width' && rule !== 'heading.punctuation').map(({ message }) => message)).toEqual([])
})

it('half-width punctuation is reported in the two seeds that have it, and only there', () => {
  const withHalfWidth = SEEDS.filter((seed) => checkReport(seedReport(seed), { rules: ['punct.half-width'] }).length > 0)
  expect(withHalfWidth).toEqual(SEEDS.filter((seed) => /\p{Script=Han},\p{Script=Han}/u.test(seedText(seed))))
  expect(readFileSync('tests/gold/findings.json', 'utf8')).toContain('punct.half-width')
})

it('the one heading that ends with 。 among its siblings is reported, and only that', () => {
  const found = SEEDS.flatMap((seed) => checkReport(seedReport(seed), { rules: ['heading.punctuation'] }).map(({ anchors: [{ before, text }] }) => ({ seed, before, text })))
  expect(found).toEqual([{ seed: SEEDS[1], before: '人民政协的政治底色更加鲜明', text: '。' }].map((it) => ({ ...it, before: it.before.slice(-12) })))
})
