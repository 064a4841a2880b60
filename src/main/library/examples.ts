import type { Report } from '#core/model/report.ts'
import type { Library } from './library.ts'
import { readManifest, readSeed } from './manifest.ts'

/** The example reports that come with the application. */
async function exampleReports(seedsFolder: string): Promise<Report[]> {
  const manifest = await readManifest(seedsFolder)
  return Promise.all(manifest.map((entry) => readSeed(seedsFolder, entry)))
}

/** Puts in the examples that the library does not hold; returns how many it added. */
export async function addMissingExamples(library: Library, seedsFolder: string): Promise<number> {
  const present = new Set(library.list().flatMap(({ origin }) => (origin.from === 'example' ? [origin.seed] : [])))
  const missing = (await exampleReports(seedsFolder)).filter(({ origin }) => origin.from === 'example' && !present.has(origin.seed))
  for (const report of missing) await library.add(report)
  return missing.length
}
