import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import type { Report } from '#core/model/report.ts'

/** The hand-checked annotations of the seeds (README.md), and how to find their places in a recovered report. */

export const SEEDS = ['000_568c51d7bbfdb5c2', '001_39406531928dc60d', '002_f87dca380c5c0e27', '003_efa49a0a5d5d5787', '004_0efa0147607c9a7b'] as const
export type Seed = (typeof SEEDS)[number]

export const seedText = (seed: Seed): string => readFileSync(`seeds/${seed}.txt`, 'utf8')
export const seedReport = (seed: Seed): Report => recoverReport(linesOfText(seedText(seed)), { id: seed, origin: { from: 'example', seed } })

const figureSchema = z.object({
  start: z.number(), end: z.number(), text: z.string(), value: z.number().nullable(), unit: z.string(), approx: z.string(), kind: z.string(), indicator: z.string(), before: z.string(), after: z.string(),
})
export type GoldFigure = z.infer<typeof figureSchema>

export const goldFigures = (seed: Seed): GoldFigure[] =>
  readFileSync(`tests/gold/figures/${seed}.jsonl`, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => figureSchema.parse(JSON.parse(line)))

const placeSchema = z.object({ start: z.number(), text: z.string() })
export const goldPairs = z
  .array(z.object({ indicator: z.string(), this: placeSchema, last: placeSchema, sameIndicator: z.enum(['yes', 'near']) }))
  .parse(JSON.parse(readFileSync('tests/gold/pairs.json', 'utf8')))

interface Context {
  before: string
  after: string
}

const even = (s: string): string => s.replace(/\s+/gu, '').normalize('NFKC').replace(/[“”‘’]/gu, '"')

/** Are these the same place? Context is cut short by the edge of a paragraph; one good side of four characters is enough then. */
export function samePlace(a: Context, b: Context): boolean {
  const tail = Math.min(even(a.before).length, even(b.before).length, 6)
  const head = Math.min(even(a.after).length, even(b.after).length, 6)
  const left = tail === 0 || even(a.before).slice(-tail) === even(b.before).slice(-tail)
  const right = head === 0 || even(a.after).slice(0, head) === even(b.after).slice(0, head)
  return (left && right) || (left && tail >= 4) || (right && head >= 4)
}

/** The context of a place in a seed's raw text. */
export const rawContext = (text: string, start: number, end: number): Context => ({
  before: text.slice(Math.max(0, start - 72), start).replace(/\s+/gu, '').slice(-12),
  after: text.slice(end, end + 72).replace(/\s+/gu, '').slice(0, 12),
})
