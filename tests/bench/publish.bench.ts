import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bench, describe } from 'vitest'
import { countCharacters, plainParagraphs } from '#core/model/plain-text.ts'
import { printOfficial } from '#core/print/official.ts'
import { writeDocx } from '../../src/main/files/docx-writer.ts'
import { longReport } from './long-report.ts'

/**
 * How fast a Word file is made, as ratios to peers on the same text in the same run; `npm run bench -- publish`. In process against pandoc's whole process; as a
 * whole process (`npm run build` first) against LibreOffice's conversion. What is not installed is left out and said.
 */
const report = longReport(17_000, 1)
const folder = mkdtempSync(join(tmpdir(), 'shuhe-bench-'))
const paragraphs = plainParagraphs(report)
const markdown = join(folder, 'report.md')
const plain = join(folder, 'report.txt')
writeFileSync(markdown, paragraphs.map(({ role, text }) => `${role === 'title' ? '# ' : role === 'heading' ? '## ' : ''}${text}`).join('\n\n'))
writeFileSync(plain, paragraphs.map(({ text }) => text).join('\n\n'))

const run = (program: string, args: readonly string[]): void => {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 90_000 })
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`)
}
const isThere = (program: string): boolean => spawnSync(program, ['--version'], { timeout: 30_000 }).status === 0
const pandoc = isThere('pandoc')
const soffice = isThere('soffice')
const cli = resolve('out/main/cli.js')
if (!pandoc) console.log('left out: pandoc is not on this machine (apt-get install pandoc)')
if (!soffice) console.log('left out: LibreOffice (soffice) is not on this machine')
if (!existsSync(cli)) console.log('left out: the command line is not built (npm run build)')

describe(`a Word file of ${countCharacters(report)} characters, in process`, () => {
  bench('print and write', async () => void (await writeDocx(printOfficial(report))))
  bench.skipIf(!pandoc)('pandoc, its whole process (peer)', () => run('pandoc', [markdown, '-o', join(folder, 'pandoc.docx')]), { iterations: 20, time: 0 })
})

const few = { iterations: 8, time: 0, warmupIterations: 1, warmupTime: 0 }
describe(`a Word file of ${countCharacters(report)} characters, whole processes`, () => {
  bench.skipIf(!existsSync(cli))('shuhe export', () => run(process.execPath, [cli, 'export', plain, '-o', join(folder, 'shuhe.docx')]), few)
  bench.skipIf(!soffice)('LibreOffice (peer)', () => run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx', '--outdir', folder, plain]), few)
})
