import { describe, expect, it } from 'vitest'
import { optionsOf, reportOf } from '#core/checker/case.ts'
import { checkReport } from '#core/checker/check.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import type { Report } from '#core/model/report.ts'
import { SEEDS, seedText } from '../../gold/gold.ts'
import { Chance } from './chance.ts'
import { COMPOSED, type Fault } from './composed.ts'
import { isLoud, reportsAt, spotsOf } from './place.ts'
import { plant, REAL, type Planted, type RealKind } from './planted.ts'

/** What a checker is for: slips of many kinds are found, and the same texts without them are left alone. */
const SEEDS_OF_CHANCE = [1, 2, 3, 4, 5]
const OVERALL = 0.95
const EACH = 0.9

const squeeze = (text: string): string => text.replace(/\s+/gu, '')
const read = (text: string): Report => recoverReport(linesOfText(text), { id: 'x', origin: { from: 'blank' } })

/** Does a finding of one of the rules lie at the slip? Recovery moves paragraphs, so the place is known by the words around it. */
function isReported({ text, start, end }: Planted, rules: readonly string[], reach: number): boolean {
  const place = squeeze(squeeze(text.slice(0, start)).slice(-reach) + text.slice(start, end) + squeeze(text.slice(end)).slice(0, reach))
  return checkReport(read(text)).some((f) => rules.includes(f.rule) && f.anchors.some((a) => {
    const words = squeeze(a.text)
    return place.includes(a.before.slice(-3) + words.slice(0, 12)) || place.includes(words.slice(-12) + a.after.slice(0, 3)) || (words.length > 3 && place.includes(words))
  }))
}

/** A missing partner is told at the mark that is left, which may stand a sentence away. */
const reachOf = ({ rules }: RealKind): number => (rules.includes('quote.unbalanced') ? 80 : 12)

describe('slips planted into the seeds', () => {
  const results = REAL.map((kind) => {
    const missed: string[] = []
    let count = 0
    for (const chance of SEEDS_OF_CHANCE) {
      for (const seed of SEEDS) {
        for (const planted of plant(seedText(seed), kind, 3, new Chance(chance))) {
          count++
          if (!isReported(planted, kind.rules, reachOf(kind))) missed.push(`${seed} ${planted.text.slice(Math.max(0, planted.start - 15), planted.start)}‹${planted.text.slice(planted.start, planted.end)}›${planted.text.slice(planted.end, planted.end + 15)}`)
        }
      }
    }
    return { kind, count, missed }
  })

  it.each(results.map((r) => [r.kind.name, r] as const))('%s: at least nine in ten are found', (_, { count, missed }) => {
    expect(count).toBeGreaterThan(5)
    expect(1 - missed.length / count, missed.join('\n')).toBeGreaterThanOrEqual(EACH)
  })

  it('nineteen in twenty of all', () => {
    const count = results.reduce((n, r) => n + r.count, 0)
    const missed = results.flatMap((r) => r.missed)
    expect(1 - missed.length / count, missed.join('\n')).toBeGreaterThanOrEqual(OVERALL)
  })
})

function isFound({ wrong, at }: Fault, rules: readonly string[]): boolean {
  const report = reportOf(wrong)
  return reportsAt(checkReport(report, optionsOf(wrong)), rules, spotsOf(report, at))
}

describe('composed texts with and without a slip', () => {
  const TIMES = 30
  const results = COMPOSED.map((kind) => {
    const faults = SEEDS_OF_CHANCE.flatMap((seed) => {
      const chance = new Chance(seed)
      return Array.from({ length: TIMES / SEEDS_OF_CHANCE.length }, () => kind.make(chance))
    })
    return {
      kind,
      missed: faults.filter((fault) => !isFound(fault, kind.rules)).map(({ wrong }) => wrong.text.join(' / ')),
      cried: faults.flatMap(({ right }) => checkReport(reportOf(right), optionsOf(right)).filter(isLoud).map(({ rule, message }) => `${rule} ${message}: ${right.text.join(' / ')}`)),
    }
  })

  it.each(results.map((r) => [r.kind.name, r] as const))('%s: found, and the right text left alone', (_, { missed, cried }) => {
    expect(cried).toEqual([])
    expect(1 - missed.length / TIMES, missed.join('\n')).toBeGreaterThanOrEqual(EACH)
  })

  it('nineteen in twenty of all', () => {
    const missed = results.flatMap((r) => r.missed)
    expect(1 - missed.length / (TIMES * COMPOSED.length)).toBeGreaterThanOrEqual(OVERALL)
  })
})
