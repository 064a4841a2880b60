import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { optionsOf, reportOf, type CaseReport } from '#core/checker/case.ts'
import { checkReport } from '#core/checker/check.ts'
import { RULES } from '#core/checker/rules.ts'
import { isLoud, reportsAt, spotsOf } from './place.ts'

/**
 * Two texts that differ only in a fault. The checker must find it, and say nothing at all of the right one. Each set was written before the rules
 * ran on it; `missed` and `cried` say what is known to be beyond them, with the reason.
 */
interface Twin {
  /** ids of the rules that may report it */
  rules: readonly string[]
  right: string | CaseReport
  wrong: string | CaseReport
  /** the words, between ‹ and ›, that a finding must touch in the wrong text */
  at: string
  /** why the fault is not found */
  missed?: string
  /** why something is said of the right text */
  cried?: string
}

const folder = 'tests/fixtures/twins'
const sets = readdirSync(folder).filter((file) => file.endsWith('.json'))

const isFound = ({ rules, wrong, at }: Twin): boolean => {
  const report = reportOf(wrong)
  return reportsAt(checkReport(report, optionsOf(wrong)), rules, spotsOf(report, at))
}

const nameOf = ({ at, rules }: Twin): string => `${rules[0] ?? ''} ${at}`.slice(0, 80)

describe.each(sets)('%s', (file) => {
  const twins = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as readonly Twin[]

  it('names rules that there are', () => {
    for (const { rules } of twins) for (const id of rules) expect(RULES.map((rule) => rule.id)).toContain(id)
  })

  it.each(twins.map((twin) => [nameOf(twin), twin] as const))('finds %s', (_, twin) => {
    expect(isFound(twin), twin.missed === undefined ? 'the fault is found' : `it is found now: take “${twin.missed}” away`).toBe(twin.missed === undefined)
  })

  it.each(twins.map((twin) => [nameOf(twin), twin] as const))('is silent on the right twin of %s', (_, twin) => {
    const loud = checkReport(reportOf(twin.right), optionsOf(twin.right)).filter(isLoud).map(({ rule, message }) => `${rule} ${message}`)
    if (twin.cried === undefined) expect(loud).toEqual([])
    else expect(loud, `it is silent now: take “${twin.cried}” away`).not.toEqual([])
  })
})

it('of all twins at least 80 % are found and 93 % of the right ones left alone', () => {
  const all = sets.flatMap((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Twin[])
  const share = (n: number): number => n / Math.max(1, all.length)
  expect(share(all.filter(({ missed }) => missed === undefined).length)).toBeGreaterThanOrEqual(0.8)
  expect(share(all.filter(({ cried }) => cried === undefined).length)).toBeGreaterThanOrEqual(0.93)
})
