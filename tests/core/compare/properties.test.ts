import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareReports, reportFeatures } from '#core/compare/compare.ts'
import type { Features } from '#core/compare/features.ts'
import { NO_LESSONS, pairFeatures, type FoundPair } from '#core/compare/pairing.ts'
import type { Paragraph, Report, Section } from '#core/model/report.ts'
import { textNode } from '#core/model/inline.ts'
import { allSections } from '#core/model/tree.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { MARKED, markedNames, readMarked } from './marked-pairs.ts'

const REPORTS = markedNames().map((name) => [name, readMarked(MARKED, name, 'this').report, readMarked(MARKED, name, 'last').report] as const)
const name = ({ figure }: Features): string => `${figure.paragraphId}:${figure.start}`
const named = (found: readonly FoundPair[], here: readonly Features[], there: readonly Features[]): string[] =>
  found.map(({ i, j }) => `${here[i] ? name(here[i]) : ''} ~ ${there[j] ? name(there[j]) : ''}`).sort()
const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...list], { minLength: list.length })

describe.each(REPORTS)('pairing of %s', (_, now, before) => {
  const here = reportFeatures(now)
  const there = reportFeatures(before)
  const found = pairFeatures(here, there)

  it('is symmetric', () => {
    expect(pairFeatures(there, here).map(({ i, j }) => `${j} ${i}`).sort()).toEqual(found.map(({ i, j }) => `${i} ${j}`).sort())
  })

  it('is independent of the order of its input', () => {
    fc.assert(fc.property(shuffled(here), shuffled(there), (a, b) => {
      expect(named(pairFeatures(a, b), a, b)).toEqual(named(found, here, there))
    }), { numRuns: 15 })
  })

  it('gives each figure at most one counterpart', () => {
    expect(new Set(found.map(({ i }) => i)).size).toBe(found.length)
    expect(new Set(found.map(({ j }) => j)).size).toBe(found.length)
  })

  it('is not moved by words elsewhere: a paragraph without figures, put in anywhere, changes no pair', () => {
    const words = fc.string({ unit: fc.constantFrom(...'我们坚持以人民为中心的发展思想，积极开展提案办理协商。过去五年来全市经济社会'), minLength: 1, maxLength: 60 })
    const pairs = (a: Report, b: Report): string[] => compareReports(a, b).pairs.map((p) => `${p.this.paragraphId}:${p.this.start} ${p.last.paragraphId}:${p.last.start}`).sort()
    const usual = pairs(now, before)
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (text, where, at) => {
        const sections = allSections(now.sections)
        const target = sections[where % sections.length]
        // behind the others of its section, since 五年来 may hold for the paragraphs of a list that follow it
        const put = (section: Section): Section => ({ ...section, paragraphs: section.id === target?.id ? [...section.paragraphs, added(text, at)] : section.paragraphs, sections: section.sections.map(put) })
        expect(pairs({ ...now, sections: now.sections.map(put) }, before)).toEqual(usual)
      }),
      { numRuns: 15 },
    )
  })

  it('never overrules the editor, whatever pairs are made and broken', () => {
    const [n, m] = [here.length, there.length]
    const place = fc.record({ i: fc.nat(n - 1), j: fc.nat(m - 1) })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), fc.array(place, { maxLength: 12 }), fc.uniqueArray(fc.nat(n - 1), { maxLength: 5 }), (wanted, unwanted, lonely) => {
        const made = wanted.filter(({ i, j }, k) => !lonely.includes(i) && !wanted.slice(0, k).some((w) => w.i === i || w.j === j))
        const broken = unwanted.filter(({ i, j }) => !made.some((w) => w.i === i && w.j === j))
        const got = pairFeatures(here, there, NO_LESSONS, { made: made.map(({ i, j }) => [i, j]), broken: broken.map(({ i, j }) => [i, j]), alone: lonely, aloneThere: [] })
        for (const { i, j } of made) expect(got.find((p) => p.i === i)).toMatchObject({ j, decided: true })
        for (const { i, j } of broken) expect(got.some((p) => p.i === i && p.j === j)).toBe(false)
        for (const i of lonely) expect(got.some((p) => p.i === i)).toBe(false)
        expect(new Set(got.map(({ j }) => j)).size).toBe(got.length)
      }),
      { numRuns: 40 },
    )
  })
})

const added = (text: string, at: number): Paragraph => ({ id: `added${at}`, content: [textNode(text)] })

describe('a report paired with itself pairs every figure with itself', () => {
  const all = [...SEEDS.map((seed) => [seed, seedReport(seed)] as const), ...REPORTS.flatMap(([n, now, before]) => [[`${n} this`, now] as const, [`${n} last`, before] as const])]
  it.each(all)('%s', (_, report) => {
    const { pairs, onlyThis, onlyLast } = compareReports(report, structuredClone(report))
    expect(pairs.filter((p) => p.this.paragraphId !== p.last.paragraphId || p.this.start !== p.last.start || p.same !== 'yes' || p.change?.absolute !== 0).map((p) => `${p.this.text} ${p.this.indicator} ~ ${p.last.text} ${p.last.indicator} ${p.why}`)).toEqual([])
    expect([onlyThis.map((f) => f.text), onlyLast.map((f) => f.text)]).toEqual([[], []])
  })
})
