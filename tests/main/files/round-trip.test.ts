import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSlots } from '#core/edit/slots.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { inlineText, normalizeInlines, textNode, type Inline } from '#core/model/inline.ts'
import { plainParagraphs, plainText, TITLE_ROLES } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { toBlocks } from '#core/model/tree.ts'
import { bookmarkOf, sourceOf } from '#core/print/bookmark.ts'
import { printOfficial } from '#core/print/official.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { writeDocx } from '../../../src/main/files/docx-writer.ts'
import { readReportFile } from '../../../src/main/files/read.ts'
import { randomReport } from '../../core/model/random-report.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

/**
 * What a .docx of the official profile keeps of a report. What it does not keep, because a document that goes to print has no place for it:
 * - what was said of figures and labels (ids, indicators, states, verifications, entries of the ledger, matches): they come back as text, of which the same figures are read;
 * - of an open slot its id, last year's value and example; its unit is kept, what it counts is read from the words around;
 * - passages of materials, marks of what is to be looked at, guidance; promises, decisions of the checker, captions and noise;
 * - paragraphs without text, and sections of level 0 without text; two sections of level 0 behind each other are one.
 */
function kept(report: Report, original: Report) {
  // ids too long for a bookmark are made anew
  const ids = new Set(plainParagraphs(original).flatMap(({ id }) => (sourceOf(bookmarkOf(id)) === id ? [id] : [])))
  const keptId = (id: string): string => (ids.has(id) ? id : '')
  const [title, subtitle, occasion, byline] = TITLE_ROLES.map((role) => (report[role].trim() === '' ? '' : report[role]))
  const blocks: Kept[] = []
  let begun = false
  let closing = false
  for (const block of toBlocks(report.sections)) {
    if (block.type === 'heading' && block.level === 0) begun = blocks.length > 0
    else if (block.type === 'heading') {
      ;[begun, closing] = [false, false]
      blocks.push({ heading: block.number + block.heading, number: block.number, level: block.level, id: keptId(block.id) })
    } else {
      const content = normalizeInlines(block.content.map((node): Inline => (node.type === 'slot' ? { type: 'slot', id: '', indicator: '', unit: node.unit, kind: 'quantity', ...(node.marks ? { marks: node.marks } : {}) } : textNode(inlineText(node), node.marks))))
      if (plainText(content).trim() === '') continue
      // a beginning of text at level 0 shows where text stands before it that is at another level, or is the first
      if (begun && !closing) {
        blocks.push({ level: 0 })
        closing = true
      }
      blocks.push({ content, id: keptId(block.id) })
    }
  }
  return { title, subtitle, occasion, byline, blocks }
}
type Kept = { content: Inline[]; id: string } | { level: number; heading?: string; number?: string; id?: string }

const outAndIn = async (report: Report): Promise<Report> => readReportFile('报告.docx', await writeDocx(printOfficial(report)), { id: 'back', origin: { from: 'blank' } })

describe.each(SEEDS)('%s, exported and imported', (seed) => {
  const report = seedReport(seed)
  it('is the same report: title lines, outline, paragraphs, marks', async () => {
    expect(kept(await outAndIn(report), report)).toEqual(kept(report, report))
  })
  it('has the same figures', async () => {
    const figures = (r: Report) => reportFigures(r).map(({ paragraphId, start, end, kind, value, unit }) => ({ paragraphId, start, end, kind, value, unit }))
    expect(figures(await outAndIn(report))).toEqual(figures(report))
  })
  it('keeps the open slots of a draft, and knows what most of them count', async () => {
    const draft = rollForward(report, { id: 'd', year: 2030 })
    const back = await outAndIn(draft)
    expect(kept(back, draft)).toEqual(kept(draft, draft))
    const [before, after] = [openSlots(draft), openSlots(back)]
    expect(after.map(({ start, slot }) => [start, slot.unit, slot.kind])).toEqual(before.map(({ start, slot }) => [start, slot.unit, slot.kind]))
    const same = after.filter(({ slot }, i) => slot.indicator === before[i]?.slot.indicator).length
    expect(same / before.length).toBeGreaterThan(0.8)
  })
})

it('any report comes back as it was', async () => {
  await fc.assert(fc.asyncProperty(randomReport(), async (report) => {
    // a file without a letter is refused
    fc.pre(plainParagraphs(report).some(({ text }) => /[\p{L}\p{N}]/u.test(text)))
    expect(kept(await outAndIn(report), report)).toEqual(kept(report, report))
  }), { numRuns: 150 })
}, 60_000)
