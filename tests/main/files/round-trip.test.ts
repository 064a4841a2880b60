import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSlots } from '#core/edit/slots.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { inlineText, normalizeInlines, textNode, type Inline } from '#core/model/inline.ts'
import { plainText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { toBlocks } from '#core/model/tree.ts'
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
function kept(report: Report) {
  const { title, subtitle, occasion, byline } = report
  const blocks = toBlocks(report.sections).flatMap((block) => {
    if (block.type === 'heading') return [{ heading: block.number + block.heading, number: block.number, level: block.level, id: block.level === 0 ? '' : block.id }]
    const content = normalizeInlines(block.content.map((node): Inline => (node.type === 'slot' ? { type: 'slot', id: '', indicator: '', unit: node.unit, kind: 'quantity', ...(node.marks ? { marks: node.marks } : {}) } : textNode(inlineText(node), node.marks))))
    return plainText(content).trim() === '' ? [] : [{ content, id: block.id }]
  })
  const dividers = blocks.filter((b, i) => {
    if (!('level' in b) || b.level !== 0) return true
    const next = blocks.slice(i + 1).find((n) => !('level' in n) || n.level > 0)
    if (next === undefined || 'level' in next) return false
    // text before the first heading stands at level 0 anyway; behind other text of level 0 nothing tells a second beginning
    const before = blocks.slice(0, i).findLast((n) => 'level' in n && (n.level > 0 || closes(blocks, n)))
    return before !== undefined && 'level' in before && before.level > 0
  })
  return { title, subtitle, occasion, byline, blocks: dividers }
}
const closes = (blocks: readonly object[], divider: object): boolean => !('level' in (blocks[blocks.indexOf(divider) + 1] ?? { level: 0 }))

const outAndIn = async (report: Report): Promise<Report> => readReportFile('报告.docx', await writeDocx(printOfficial(report)), { id: 'back', origin: { from: 'blank' } })

describe.each(SEEDS)('%s, exported and imported', (seed) => {
  const report = seedReport(seed)
  it('is the same report: title lines, outline, paragraphs, marks', async () => {
    expect(kept(await outAndIn(report))).toEqual(kept(report))
  })
  it('has the same figures', async () => {
    const figures = (r: Report) => reportFigures(r).map(({ paragraphId, start, end, kind, value, unit }) => ({ paragraphId, start, end, kind, value, unit }))
    expect(figures(await outAndIn(report))).toEqual(figures(report))
  })
  it('keeps the open slots of a draft, and knows what most of them count', async () => {
    const draft = rollForward(report, { id: 'd', year: 2030 })
    const back = await outAndIn(draft)
    expect(kept(back)).toEqual(kept(draft))
    const [before, after] = [openSlots(draft), openSlots(back)]
    expect(after.map(({ start, slot }) => [start, slot.unit, slot.kind])).toEqual(before.map(({ start, slot }) => [start, slot.unit, slot.kind]))
    const same = after.filter(({ slot }, i) => slot.indicator === before[i]?.slot.indicator).length
    expect(same / before.length).toBeGreaterThan(0.8)
  })
})

it('any report comes back as it was', async () => {
  // title lines are trimmed at their ends, as the editor trims them
  await fc.assert(fc.asyncProperty(randomReport(), async (report) => {
    expect(kept(await outAndIn(report))).toEqual(kept(report))
  }), { numRuns: 150 })
}, 60_000)
