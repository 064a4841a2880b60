import mammoth from 'mammoth'
import { bench, describe } from 'vitest'
import { compareReports } from '#core/compare/compare.ts'
import { checkReport } from '#core/checker/check.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { countCharacters } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { printOfficial } from '#core/print/official.ts'
import { writeDocx } from '../../src/main/files/docx-writer.ts'
import { seedReport, SEEDS, seedText } from '../gold/gold.ts'

/**
 * How long an editor waits, as ratios to a peer in the same run: mammoth reading a Word file of the same text, which is the least that any
 * program does with it. `npm run bench`
 */
const reports = SEEDS.map(seedReport)
const [first, second] = reports
if (!first || !second) throw new Error('no seeds')
const all: Report = {
  ...first,
  sections: reports.flatMap((report, i) => JSON.parse(JSON.stringify(report.sections).replaceAll('"id":"', `"id":"${i}-`)) as Report['sections']),
}
const docx = Buffer.from(await writeDocx(printOfficial(all)))
const text = SEEDS.map(seedText).join('\n\n')

describe(`a report of ${countCharacters(all)} characters`, () => {
  bench('mammoth reads it from a Word file (peer)', async () => void (await mammoth.extractRawText({ buffer: docx })))
  bench('recover the structure from text', () => void recoverReport(linesOfText(text), { id: 'x', origin: { from: 'blank' } }))
  bench('recognise all figures', () => void reportFigures(all))
  bench('run all checks', () => void checkReport(all))
  bench('pair with last year’s report', () => void compareReports(all, second))
  bench('write it as a Word file', async () => void (await writeDocx(printOfficial(all))))
})
