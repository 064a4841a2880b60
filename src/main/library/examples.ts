import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import type { Report } from '#core/model/report.ts'
import type { Library } from './library.ts'

const manifestSchema = z.array(z.object({ seed: z.string(), body: z.string(), year: z.number().int(), label: z.string() }))

/** The example reports that come with the application, with their structure recovered from the seed texts. */
export async function exampleReports(seedsFolder: string): Promise<Report[]> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(seedsFolder, 'manifest.json'), 'utf8')))
  return Promise.all(
    manifest.map(async ({ seed, body, year }) => {
      const text = await readFile(join(seedsFolder, `${seed}.txt`), 'utf8')
      return { ...recoverReport(linesOfText(text), { id: seed, origin: { from: 'example', seed } }), body, year }
    }),
  )
}

/** Puts in the examples that the library does not hold; returns how many it added. */
export async function addMissingExamples(library: Library, seedsFolder: string): Promise<number> {
  const present = new Set(library.list().flatMap(({ origin }) => (origin.from === 'example' ? [origin.seed] : [])))
  const missing = (await exampleReports(seedsFolder)).filter(({ origin }) => origin.from === 'example' && !present.has(origin.seed))
  for (const report of missing) await library.add(report)
  return missing.length
}
