import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { headingText, plainText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allSections } from '#core/model/tree.ts'
import { z } from 'zod'

const goldSchema = z.record(
  z.string(),
  z.object({
    title: z.string(), subtitle: z.string(), byline: z.string(), date: z.string(), year: z.number(),
    sections: z.array(z.any()),
  }),
)
interface GoldSection { heading: string; level: number; role?: string; paragraphs?: { first: string; last: string; lead?: string }[]; sections?: GoldSection[] }
const gold = goldSchema.parse(JSON.parse(readFileSync('tests/gold/outlines.json', 'utf8')))
const plain = (s: string): string => s.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
const flat = (sections: readonly GoldSection[]): GoldSection[] => sections.flatMap((s) => [s, ...flat(s.sections ?? [])])
const BODIES: Record<string, string> = { '000': '开化县政协', '001': '开化县政协', '002': '永康市政协', '003': '衢州市柯城区政协', '004': '衢州市政协' }

function recovered(seed: string): Report {
  return recoverReport(linesOfText(readFileSync(`seeds/${seed}.txt`, 'utf8')), { id: seed, origin: { from: 'example', seed } })
}

describe.each(Object.keys(gold))('seed %s', (seed) => {
  const want = gold[seed]
  const report = recovered(seed)
  if (!want) throw new Error(seed)

  it('has its headings, in order and at their levels', () => {
    const headings = allSections(report.sections).filter((s) => s.level > 0).map((s) => [plain(headingText(s)), s.level])
    expect(headings).toEqual(flat(want.sections as GoldSection[]).filter((s) => s.heading !== '').map((s) => [plain(s.heading), s.level]))
  })

  it('has its paragraphs under the right headings', () => {
    const got = allSections(report.sections).flatMap((s) => s.paragraphs.map((p) => ({ under: plain(headingText(s)), text: plain(plainText(p.content)) })))
    const paragraphs = flat(want.sections as GoldSection[]).flatMap((s) => (s.paragraphs ?? []).map((p) => ({ under: plain(s.heading), role: s.role, first: plain(p.first), last: plain(p.last) })))
    const missing = paragraphs.filter((p) => !got.some((g) => (g.under === p.under || p.role === 'closing') && g.text.startsWith(p.first) && g.text.endsWith(p.last)))
    expect(missing).toEqual([])
    expect(got.length).toBe(paragraphs.length)
  })

  it('has its title lines, year and date', () => {
    expect(plain(report.title)).toBe(plain(want.title))
    expect(plain(report.subtitle || report.occasion)).toBe(plain(want.subtitle))
    expect(plain(report.byline)).toBe(plain(want.byline))
    expect(report.date).toBe(want.date)
    expect(report.year).toBe(want.year)
  })

  it('knows the body that reports', () => expect(report.body).toBe(BODIES[seed.slice(0, 3)]))
})
