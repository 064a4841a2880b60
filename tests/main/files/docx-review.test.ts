import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkReport } from '#core/checker/check.ts'
import { RULES } from '#core/checker/rules.ts'
import type { Report } from '#core/model/report.ts'
import { mapParagraphs } from '#core/model/tree.ts'
import { bookmarkOf } from '#core/print/bookmark.ts'
import { isTable, paragraphsIn, type PrintModel } from '#core/print/model.ts'
import { printOfficial } from '#core/print/official.ts'
import { printReview } from '#core/print/review.ts'
import { textOfRuns } from '#core/print/runs.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { writeDocx } from '../../../src/main/files/docx-writer.ts'
import { STYLE_ID } from '../../../src/main/files/docx-runs.ts'
import { writable } from '../../../src/main/files/writable.ts'
import { anyReport, editedReport } from '../../core/compare/chance-report.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { oddReports } from './odd-reports.ts'
import { schemaErrors, whyNoSchemas } from './ooxml.ts'
import { seenBookmarks, seenComments, settled, type SeenParagraph } from './settled.ts'
import { hasLibreOffice, savedByLibreOffice } from './soffice.ts'

const titles = Object.fromEntries(RULES.map(({ id, title }) => [id, title]))
const AT = '2025-03-04T09:30:00Z'
const review = (report: Report, base?: Report, checked = true): PrintModel => printReview(report, { findings: checked ? checkReport(report, base ? { last: base } : {}) : [], titles, at: AT, ...(base ? { base } : {}) })

const printed = (model: PrintModel): SeenParagraph[] => model.blocks.flatMap((block) => (isTable(block) ? [] : [{ style: STYLE_ID[block.style], text: writable(textOfRuns(block.runs)) }]))
/** LibreOffice gives our own styles other ids, so the legend is known by its words */
const words = (paragraphs: readonly SeenParagraph[]): string[] => paragraphs.flatMap(({ text }) => (text === '' || /^(?:送审稿说明|数据底色：)/u.test(text) ? [] : [text]))
/** of the very last paragraph Word keeps the mark */
const withoutLastEmpty = (paragraphs: readonly SeenParagraph[]): SeenParagraph[] => (paragraphs.at(-1)?.text === '' ? paragraphs.slice(0, -1) : [...paragraphs])

async function expectBothVersions(before: Report, after: Report): Promise<void> {
  const docx = await writeDocx(review(after, before, false), new Date(AT))
  const accepted = settled(docx, 'accept')
  expect(words(accepted)).toEqual(words(printed(printOfficial(after))))
  const legend = accepted.findLastIndex(({ style }) => style === 'Note') + 1
  expect(withoutLastEmpty(accepted.slice(legend))).toEqual(withoutLastEmpty(printed(printOfficial(after))))
  expect(words(settled(docx, 'reject'))).toEqual(words(printed(printOfficial(before))))
}

/** A draft of which figures were filled, verified, doubted and changed, paragraphs were put elsewhere, and one was written. */
function worked(): { draft: Report; base: Report } {
  const base = seedReport(SEEDS[0] ?? '')
  const rolled = rollForward(base, { id: 'd', year: 2025 })
  let n = 0
  const filled = mapParagraphs(rolled, (p) => ({
    ...p,
    content: p.content.map((node) => {
      if (node.type !== 'slot' || n++ % 3 === 0) return node
      const state = (['filled', 'verified', 'doubtful'] as const)[n % 3] ?? 'filled'
      return { ...node, type: 'figure' as const, text: `${n}${node.unit}`, state, ...(state === 'filled' ? {} : { verification: { at: AT, source: '提案委报表', note: '与报表不符' } }) }
    }),
  }))
  const sections = [...filled.sections]
  const [moved] = sections.splice(1, 1)
  return { base, draft: { ...filled, sections: moved ? [...sections.slice(0, 3), moved, ...sections.slice(3)] : sections } }
}

describe('tracked changes in Word', () => {
  it('accepted give this text, rejected the other: two reports of one body', () => expectBothVersions(seedReport(SEEDS[1] ?? ''), seedReport(SEEDS[0] ?? '')))
  it.each(SEEDS)('a draft beside the report that it was rolled from: %s', (seed) => expectBothVersions(seedReport(seed), rollForward(seedReport(seed), { id: 'd', year: 2030 })))
  it('sections that moved', async () => {
    const { draft, base } = worked()
    await expectBothVersions(base, draft)
    const xml = strFromU8(unzipSync(await writeDocx(review(draft, base)))['word/document.xml'] ?? new Uint8Array())
    const names = (range: string): string[] => Array.from(xml.matchAll(new RegExp(`<w:${range}RangeStart [^>]*w:name="([^"]+)"`, 'gu')), ([, name]) => name ?? '')
    expect(names('moveFrom').length).toBeGreaterThan(1)
    expect(names('moveFrom').sort()).toEqual(names('moveTo').sort())
    for (const range of ['moveFrom', 'moveTo']) expect(xml.match(new RegExp(`<w:${range}RangeEnd`, 'gu'))?.length).toBe(names(range).length)
  })
  it('of random edits', () => fc.assert(fc.asyncProperty(editedReport, ([before, after]) => expectBothVersions(before, after)), { numRuns: 60 }), 60_000)
  it('of any two reports', () => fc.assert(fc.asyncProperty(anyReport, anyReport, expectBothVersions), { numRuns: 40 }), 60_000)
  it.each(oddReports().filter(({ name }) => !/200,000|500/u.test(name)))('$name', async ({ report }) => {
    await expectBothVersions(seedReport(SEEDS[3] ?? ''), report)
    await expectBothVersions(report, seedReport(SEEDS[3] ?? ''))
  }, 60_000)
  it('ids of changes stand once', async () => {
    const { draft, base } = worked()
    const xml = strFromU8(unzipSync(await writeDocx(review(draft, base)))['word/document.xml'] ?? new Uint8Array())
    const ids = Array.from(xml.matchAll(/<w:(?:ins|del|moveFrom|moveTo|moveFromRangeStart|moveToRangeStart) w:id="(\d+)"/gu), ([, id]) => id)
    expect(ids.length).toBeGreaterThan(20)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('comments in Word', () => {
  it('stand at the words that they are about', async () => {
    const report = seedReport(SEEDS[1] ?? '')
    const model = review(report)
    const seen = seenComments(await writeDocx(model))
    expect(seen.map(({ text }) => text)).toEqual((model.comments ?? []).map(({ text }) => text.join('\n')))
    expect(seen.length).toBeGreaterThan(5)
    const on = new Map(paragraphsIn(model).flatMap(({ runs }) => runs).flatMap((run) => (run.comments ?? []).map((id) => [id, run.text] as const)).reverse())
    seen.forEach(({ on: there, author }, i) => {
      expect(author).toBe('述核校核')
      expect(there.startsWith(on.get(model.comments?.[i]?.id ?? '') ?? '?')).toBe(true)
    })
  })
  it('show the time of day that the clock on the wall showed', async () => {
    const [first] = seenComments(await writeDocx(review(seedReport(SEEDS[1] ?? ''))))
    const at = new Date(AT)
    const two = (n: number): string => String(n).padStart(2, '0')
    expect(first?.date.slice(0, 16)).toBe(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`)
  })
  it('an official document has none', async () => expect(Object.keys(unzipSync(await writeDocx(printOfficial(seedReport(SEEDS[0] ?? ''))))).some((name) => name.includes('comments'))).toBe(false))
})

it('each paragraph of the report is in a bookmark of its own, and nothing else is', async () => {
  const { draft, base } = worked()
  const model = review(draft, base)
  const marks = seenBookmarks(await writeDocx(model))
  const expected = paragraphsIn(printOfficial(draft)).flatMap(({ source, runs }) => (source === undefined ? [] : [[bookmarkOf(source), textOfRuns(runs)] as const]))
  expect([...marks].sort()).toEqual([...expected].sort())
})

describe.runIf(hasLibreOffice)('saved by LibreOffice', () => {
  const { draft, base } = worked()
  it('comments, changes and bookmarks are the same', async () => {
    const docx = await writeDocx(review(draft, base), new Date(AT))
    const saved = savedByLibreOffice(docx)
    for (const how of ['accept', 'reject'] as const) expect(words(settled(saved, how))).toEqual(words(settled(docx, how)))
    const comments = (bytes: Uint8Array): string[] => seenComments(bytes).map(({ author, date, text, on }) => `${author} ${date.slice(0, 16)} ${on}\n${text}`).sort()
    expect(comments(saved)).toEqual(comments(docx))
    // LibreOffice counts each comment as a character and ends a bookmark so many too early; where it begins is what paragraphs are known by
    const [marks, kept] = [seenBookmarks(docx), seenBookmarks(saved)]
    expect([...kept.keys()].filter((name) => name.startsWith('_sh')).sort()).toEqual([...marks.keys()].sort())
    for (const [name, text] of marks) expect(text.startsWith(kept.get(name)?.slice(0, 8) || '?'), name).toBe(true)
  }, 120_000)
})

const noSchemas = whyNoSchemas()
if (noSchemas !== undefined) console.log(`left out: ${noSchemas}`)

describe.runIf(noSchemas === undefined)('every part is what the standard allows (ECMA-376)', () => {
  const { draft, base } = worked()
  const one = async (report: Report, against?: Report, checked = true): Promise<{ name: string; bytes: Uint8Array }> => ({ name: `${report.title.slice(0, 20)}.docx`, bytes: await writeDocx(review(report, against, checked)) })
  it('a draft with filled figures and moved sections', async () => expect(schemaErrors([await one(draft, base)])).toEqual([]))
  it('the seeds, also beside another body’s report', async () => {
    const documents = await Promise.all(SEEDS.flatMap((seed) => [one(seedReport(seed)), one(seedReport(seed), seedReport(SEEDS[1] ?? ''))]))
    expect(schemaErrors(documents)).toEqual([])
  }, 60_000)
  it('odd reports, either way round', async () => {
    const other = seedReport(SEEDS[3] ?? '')
    // checks of the two largest take seconds
    const documents = await Promise.all(oddReports().flatMap(({ name, report }) => [one(report, other, !/200,000|500/u.test(name)), one(other, report, !/200,000|500/u.test(name))]))
    expect(schemaErrors(documents)).toEqual([])
  }, 120_000)
})

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0
if (!hasPandoc) console.log('left out: pandoc is not on this machine')

describe.runIf(hasPandoc)('pandoc, which knows nothing of us, sees', () => {
  const squeezed = (text: string): string => text.replace(/\s+/gu, '')
  const seen = (docx: Uint8Array, how: 'accept' | 'reject'): string[] =>
    spawnSync('pandoc', ['-f', 'docx', '-t', 'plain', '--wrap=none', `--track-changes=${how}`, '-'], { input: docx, encoding: 'utf8' }).stdout.split(/\n{2,}/u).map(squeezed).filter((text) => text !== '' && !/^(?:送审稿说明|数据底色：)/u.test(text))
  const { draft, base } = worked()
  it.each([['a draft with moved sections', base, draft], ['two years of one body', seedReport(SEEDS[1] ?? ''), seedReport(SEEDS[0] ?? '')]] as const)('either version: %s', async (_, before, after) => {
    const docx = await writeDocx(review(after, before))
    for (const [how, version] of [['accept', after], ['reject', before]] as const) expect(seen(docx, how)).toEqual(words(printed(printOfficial(version))).map(squeezed))
  })
})
