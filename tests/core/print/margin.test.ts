import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOut, POINTS_PER_MM } from '#core/print/layout.ts'
import type { PrintModel } from '#core/print/model.ts'
import { printOfficial } from '#core/print/official.ts'
import { MARGIN_WIDTH, marginNotes, type MarginNote } from '#core/print/pages/margin.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { times } from './times.ts'

const base = printOfficial(seedReport(SEEDS[0] ?? ''))
const AT = '2026-11-21T10:05:30Z'

/** A document of which each paragraph is commented on once, and the second run of each by a comment that began with the first. */
const modelOf = (comments: readonly string[], characters: number): PrintModel => ({
  ...base,
  comments: comments.map((text, i) => ({ id: `c${i}`, author: '张三', initials: '张', at: AT, text: text.split('\n') })),
  blocks: comments.map((_, i) => ({ style: 'body' as const, runs: [{ text: '述'.repeat(characters), comments: [`c${i}`] }, { text: '核实'.repeat(40), bold: true, comments: [`c${i}`] }] })),
})
const notesOf = (model: PrintModel): MarginNote[][] => {
  const laid = layOut(model, times)
  return laid.pages.map((_, page) => marginNotes(model, laid, page, times))
}
const textOf = ({ lines }: MarginNote): string => lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('')

describe('comments in the margin', () => {
  it('stand once each, whole, beside the page on which their place begins, and none upon another', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[一-龥0-9a-z，。\n]{0,120}$/u), { maxLength: 40 }), fc.integer({ min: 0, max: 300 }), (comments, characters) => {
      const model = modelOf(comments, characters)
      const pages = notesOf(model)
      expect(pages.flat().map(textOf)).toEqual(comments.map((text) => `张三　2026-11-21 10:05${text.replace(/\n/gu, '')}`))
      for (const notes of pages) notes.forEach((note, i) => {
        const above = notes[i - 1]
        if (above) expect(note.y).toBeGreaterThanOrEqual(above.y + above.height)
        expect(note.y).toBeGreaterThanOrEqual(0)
        expect(note.y + note.height).toBeLessThanOrEqual(297 * POINTS_PER_MM)
        expect(note.x).toBeGreaterThan(210 * POINTS_PER_MM)
        for (const { pieces, baseline } of note.lines) {
          expect(baseline).toBeGreaterThan(note.y)
          expect(baseline).toBeLessThan(note.y + note.height)
          for (const { x, width } of pieces) expect(x + width).toBeLessThan(210 * POINTS_PER_MM + MARGIN_WIDTH)
        }
      })
    }), { numRuns: 40 })
  })
  it('stand at the height of their place where there is room', () => {
    const [[note] = []] = notesOf(modelOf(['占比不符'], 10))
    expect(note && Math.abs(note.y + note.height / 2 - note.from.y)).toBeLessThan(1)
  })
  it('are none in a document without comments', () => {
    expect(notesOf(base).flat()).toEqual([])
  })
})
