import { describe, expect, it } from 'vitest'
import { isCore } from '#core/figures/figure.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { contextOf } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { goldFigures, samePlace, SEEDS, seedReport } from '../../gold/gold.ts'

const CORE = new Set(['quantity', 'percent', 'money'])
/** Captions, jump lines and dates of a web page are no part of the report, but the gold lists their numerals too. */
const furniture = (report: Report) => [...report.captions, ...report.noise].flatMap((line) => recognizeFigures(line).map((f) => ({ ...f, ...contextOf(line, f.start, f.end) })))
const all = SEEDS.map((seed) => ({ seed, found: [...reportFigures(seedReport(seed)), ...furniture(seedReport(seed))], gold: goldFigures(seed) }))

/** Han characters, digits and letters alone; what is said of an aspect count (意见建议所涉方面) is the thing itself. */
const words = (indicator: string): string => indicator.replace(/[^\p{Script=Han}\dA-Za-z]/gu, '').replace(/所涉方面$/u, '')
const pairsOf = (text: string): Set<string> => new Set([...words(text)].slice(1).map((c, i) => words(text).charAt(i) + c))

/** Is the head noun there (its last two characters), and at least half of the words that say which one it is? */
function names(indicator: string, gold: string): boolean {
  const own = pairsOf(indicator)
  const wanted = [...pairsOf(gold)]
  return words(indicator).includes(words(gold).slice(-2)) && wanted.filter((pair) => own.has(pair)).length * 2 >= wanted.length
}

describe('against the gold annotations of the five seeds', () => {
  it('the indicators of nine in ten core figures share the head noun of the gold and name the scope', () => {
    const rows = all.flatMap(({ found, gold }) =>
      gold.filter(({ kind }) => CORE.has(kind)).map((g) => ({ gold: g.indicator, ours: found.find((f) => isCore(f) && f.value === g.value && samePlace(f, g))?.indicator ?? '' })))
    const right = rows.filter(({ ours, gold }) => names(ours, gold))
    console.log(`indicators: ${right.length} of ${rows.length} name what the gold names`)
    expect(right.length / rows.length).toBeGreaterThanOrEqual(0.9)
  })

  it('nineteen in twenty of the other numerals have the right kind', () => {
    const rows = all.flatMap(({ seed, found, gold }) =>
      gold.filter(({ kind }) => !CORE.has(kind)).map((g) => ({
        place: `${seed.slice(0, 3)} ${g.before}[${g.text}] ${g.kind}`,
        right: found.some((f) => f.kind === g.kind && samePlace(f, g)),
      })))
    const wrong = rows.filter(({ right }) => !right)
    console.log(`other kinds: ${rows.length - wrong.length} of ${rows.length} right${wrong.map(({ place }) => `\n  ${place}`).join('')}`)
    expect(wrong.length / rows.length).toBeLessThanOrEqual(0.05)
  })
})
