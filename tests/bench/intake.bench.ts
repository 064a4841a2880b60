import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { bench, describe } from 'vitest'
import { countCharacters } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { printOfficial } from '#core/print/official.ts'
import { writeDocx } from '../../src/main/files/docx-writer.ts'
import { readFile } from '../../src/main/files/read.ts'
import { seedReport, SEEDS } from '../gold/gold.ts'

/** How long it takes to read a Word file and recover its structure, beside mammoth reading the text alone and LibreOffice converting it to text. `npm run bench` */
const reports = SEEDS.map(seedReport)
const [first] = reports
if (!first) throw new Error('no seeds')
const all: Report = { ...first, sections: reports.flatMap((report, i) => JSON.parse(JSON.stringify(report.sections).replaceAll('"id":"', `"id":"${i}-`)) as Report['sections']) }
const docx = Buffer.from(await writeDocx(printOfficial(all)))
const folder = mkdtempSync(join(tmpdir(), 'shuhe-bench-'))
writeFileSync(join(folder, 'r.docx'), docx)
const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync)

describe(`a Word file of ${countCharacters(all)} characters`, () => {
  bench('mammoth reads its text (peer)', async () => void (await mammoth.extractRawText({ buffer: docx })))
  bench('ours reads it and recovers the structure', async () => void (await readFile('r.docx', new Uint8Array(docx), { id: 'r', origin: { from: 'blank' } })))
  if (soffice) {
    const convert = (): void => void execFileSync(soffice, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, join(folder, 'r.docx')], { stdio: 'ignore' })
    bench('LibreOffice converts it to text (peer)', convert, { iterations: 2, time: 0, warmupIterations: 1, warmupTime: 0 })
  }
})
