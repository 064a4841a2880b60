import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printOfficial } from '#core/print/official.ts'
import { writeDocx } from '../../../src/main/files/docx-writer.ts'
import { readFile, UnreadableFile } from '../../../src/main/files/read.ts'
import { seedReport, seedText } from '../../gold/gold.ts'

/** How many files of each format are damaged; `SHUHE_MUTATIONS=2000 npx vitest run tests/main/files/mutated.test.ts` takes its time. */
const RUNS = Number(process.env['SHUHE_MUTATIONS'] ?? 40)
const options = { id: 'r', origin: { from: 'file' as const, fileName: 'x' } }

const text = seedText('001_39406531928dc60d')
/** A PDF small enough to be written by hand: one page with one line of Latin text. */
const PDF = (() => {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>', '<</Length 52>>stream\nBT /F 12 Tf 20 200 Td (Report 2024: 168 proposals) Tj ET\nendstream', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj${object}endobj\n`
    return at
  })
  const xref = file.length
  return `${file}xref\n0 6\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`
})()

const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['报告.docx', await writeDocx(printOfficial(seedReport('001_39406531928dc60d')))],
  ['报告.txt', new TextEncoder().encode(text)],
  ['报告.html', new TextEncoder().encode(`<html><body><h1>报告</h1>${text.split('\n').map((line) => `<p>${line}</p>`).join('')}</body></html>`)],
  ['报告.pdf', new TextEncoder().encode(PDF)],
  ['报告.json', new TextEncoder().encode(JSON.stringify({ format: 'shuhe.report', version: 3, revision: 1, savedAt: '2024-01-01T00:00:00.000Z', report: seedReport('001_39406531928dc60d') }))],
]
const NAMES = ['报告.docx', '报告.doc', '报告.pdf', '报告.html', '报告.txt', '报告.wps', '报告']

const change = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('flip' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }), bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('fill' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }), length: fc.integer({ min: 1, max: 400 }), byte: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('double' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
)

function damaged(bytes: Uint8Array, changes: readonly (typeof change extends fc.Arbitrary<infer C> ? C : never)[]): Uint8Array {
  let out = Uint8Array.from(bytes)
  for (const c of changes) {
    const at = Math.floor(c.at * out.length)
    if (c.kind === 'cut') out = out.subarray(0, at)
    else if (c.kind === 'flip' && out.length > 0) out[at] = (out[at] ?? 0) ^ c.bits
    else if (c.kind === 'fill') out.fill(c.byte, at, at + c.length)
    else if (c.kind === 'double') out = Uint8Array.from([...out.subarray(0, at), ...out.subarray(Math.max(0, at - 200))])
  }
  return Uint8Array.from(out)
}

describe('a damaged file', () => {
  it.each(FILES)('%s: is read, or refused with its name, the reason and the way out', async (own, bytes) => {
    const name = fc.oneof({ weight: 4, arbitrary: fc.constant(own) }, { weight: 1, arbitrary: fc.constantFrom(...NAMES) })
    await fc.assert(
      fc.asyncProperty(name, fc.array(change, { minLength: 1, maxLength: 4 }), async (as, changes) => {
        try {
          const { report } = await readFile(as, damaged(bytes, changes), options)
          expect(report.id).toBe('r')
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile)
          expect((error as UnreadableFile).message).toMatch(new RegExp(`^无法读取“${as}”：.+。$`, 'u'))
        }
      }),
      { numRuns: RUNS },
    )
  }, 600_000)
})
