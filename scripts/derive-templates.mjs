// Writes seeds/templates/*.json from the seed texts, with the core's own functions. A test fails when files and functions differ.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { runnerImport } from 'vite'

const seeds = resolve('seeds')
const folder = join(seeds, 'templates')
const { module } = await runnerImport(resolve('src/main/library/templates.ts'), { configFile: false, logLevel: 'error' })
const templates = await module.deriveTemplates(seeds)
await mkdir(folder, { recursive: true })
for (const name of await readdir(folder)) await rm(join(folder, name))
for (const template of templates) {
  await writeFile(join(folder, `${template.name}.json`), module.templateText(template))
  console.log(`seeds/templates/${template.name}.json  ${template.title}`)
}
