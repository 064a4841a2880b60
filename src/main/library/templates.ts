import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { templateSchema, type Template } from '#core/templates/template.ts'

/** The section templates that come with the application, by name. */
export async function readTemplates(seedsFolder: string): Promise<Template[]> {
  const folder = join(seedsFolder, 'templates')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(names.map(async (name) => templateSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))))
}
