import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deriveTemplate } from '#core/templates/derive.ts'
import { templateSchema, type Template } from '#core/templates/template.ts'
import { readManifest, readSeed } from './manifest.ts'

/** The section templates that come with the application, in the order of the seeds. */
export async function readTemplates(seedsFolder: string): Promise<Template[]> {
  const folder = join(seedsFolder, 'templates')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const templates = await Promise.all(names.map(async (name) => templateSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))))
  return templates.sort((a, b) => a.seed.localeCompare(b.seed))
}

/** The templates as they come out of the seed texts now; `seeds/templates/` holds them, written by `npm run derive-templates`. */
export async function deriveTemplates(seedsFolder: string): Promise<Template[]> {
  const manifest = await readManifest(seedsFolder)
  return Promise.all(manifest.map(async (entry) => deriveTemplate(await readSeed(seedsFolder, entry), { ...entry.template, seed: entry.seed })))
}

/** The text of a template's file. */
export const templateText = (template: Template): string => `${JSON.stringify(template, null, 2)}\n`
