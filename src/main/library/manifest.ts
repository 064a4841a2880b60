import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import type { Report } from '#core/model/report.ts'

const manifestSchema = z.array(
  z.object({
    /** name of the text file, without .txt */
    seed: z.string(),
    body: z.string(),
    year: z.number().int(),
    label: z.string(),
    /** the section template that is drawn from it */
    template: z.object({ name: z.string(), title: z.string(), description: z.string(), news: z.array(z.string()).optional() }),
  }),
)
export type SeedEntry = z.infer<typeof manifestSchema>[number]

/** What `seeds/manifest.json` says of the seeds. */
export async function readManifest(seedsFolder: string): Promise<SeedEntry[]> {
  return manifestSchema.parse(JSON.parse(await readFile(join(seedsFolder, 'manifest.json'), 'utf8')))
}

/** A seed as a report, its structure recovered from the text; body and year as the manifest says. */
export async function readSeed(seedsFolder: string, { seed, body, year }: SeedEntry): Promise<Report> {
  const text = await readFile(join(seedsFolder, `${seed}.txt`), 'utf8')
  return { ...recoverReport(linesOfText(text), { id: seed, origin: { from: 'example', seed } }), body, year }
}
