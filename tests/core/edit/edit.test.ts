import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addSection, moveSection, moveSectionBefore, removeSection, renameSection, renumberSections, sectionRange } from '#core/edit/sections.ts'
import { filled, openSlots } from '#core/edit/slots.ts'
import { readTyped } from '#core/edit/typed.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { headingText, plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allSections, mapParagraphs, toBlocks } from '#core/model/tree.ts'
import { withFilled } from '../with-filled.ts'

const seed = (name: string): Report => recoverReport(linesOfText(readFileSync(`seeds/${name}.txt`, 'utf8')), { id: 'x', origin: { from: 'blank' } })
const report = seed('003_efa49a0a5d5d5787')
const ids = allSections(report.sections).map((s) => s.id)
const lines = (r: Report): string[] => plainParagraphs(r).map((p) => p.text).sort()

describe('sections', () => {
  it('loses and doubles nothing when moved about', () => {
    const step = fc.oneof(
      fc.record({ op: fc.constant('up' as const), id: fc.constantFrom(...ids) }),
      fc.record({ op: fc.constant('down' as const), id: fc.constantFrom(...ids) }),
      fc.record({ op: fc.constant('before' as const), id: fc.constantFrom(...ids), target: fc.constantFrom(...ids) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const after = steps.reduce((r, s) => (s.op === 'before' ? moveSectionBefore(r, s.id, s.target) : moveSection(r, s.id, s.op)), report)
        expect(lines(after)).toEqual(lines(report))
      }),
      { numRuns: 60 },
    )
  })

  it('goes down and up to where it was', () => {
    const [first] = report.sections[0]?.sections ?? []
    if (!first) throw new Error('no section')
    const down = moveSection(report, first.id, 'down')
    expect(down).not.toEqual(report)
    expect(moveSection(down, first.id, 'up')).toEqual(report)
  })

  it('takes out exactly the section with what belongs to it', () => {
    for (const id of ids) {
      const blocks = toBlocks(report.sections)
      const range = sectionRange(blocks, id)
      if (!range) throw new Error(id)
      expect(toBlocks(removeSection(report, id).sections)).toEqual([...blocks.slice(0, range.start), ...blocks.slice(range.end)])
    }
  })

  it('adds a section behind another and splits its number off', () => {
    const target = ids[1] ?? ''
    const after = addSection(report, target, 2, '六、其他工作', { section: 'new', paragraph: 'newp' })
    const added = allSections(after.sections).find((s) => s.id === 'new')
    expect(added).toMatchObject({ level: 2, number: '六、', heading: '其他工作' })
    expect(removeSection(after, 'new')).toEqual(report)
  })

  it('renames and numbers again', () => {
    const [, second] = report.sections[0]?.sections ?? []
    if (!second) throw new Error('no section')
    const moved = renumberSections(moveSection(renameSection(report, second.id, '二、改了名'), second.id, 'up'))
    expect(moved.sections[0]?.sections.map((s) => s.number)).toEqual(['一、', '二、', '三、', '四、', '五、'])
    expect(headingText(moved.sections[0]?.sections[0] ?? { number: '', heading: '' })).toBe('一、改了名')
  })
})

describe('slots', () => {
  const withSlot = mapParagraphs(report, (p, s) =>
    s.paragraphs[0] === p && s.level === 2 ? { ...p, content: [...p.content, { type: 'slot', id: `slot-${p.id}`, indicator: '提案立案数', unit: '件', kind: 'quantity' }] } : p)

  it('are listed with their places, and no more once they are filled', () => {
    const slots = openSlots(withSlot)
    expect(slots).toHaveLength(10)
    for (const { slot, paragraphId, start, end } of slots) {
      expect(plainParagraphs(withSlot).find((p) => p.id === paragraphId)?.text.slice(start, end)).toBe('【待填】件')
      const done = withFilled(withSlot, slot.id, '143件')
      expect(openSlots(done)).toHaveLength(9)
      expect(plainParagraphs(done).find((p) => p.id === paragraphId)?.text.endsWith('143件')).toBe(true)
    }
  })

  it('become figures that know what they knew, and are not verified', () => {
    const slot = { type: 'slot', id: 's', indicator: '提案立案数', unit: '件', kind: 'quantity', example: '138件', entry: { indicator: 'filed', year: 2024 } } as const
    const { type: _, ...held } = slot
    expect(filled(slot, '143件')).toEqual({ ...held, type: 'figure', text: '143件', state: 'filled' })
  })
})

describe('what a person types', () => {
  it.each([
    ['23', '件', '23件', 23], ['２３', '件', '23件', 23], ['二十三', '场', '二十三场', 23], ['近300名', '名', '近300名', 300], ['1.2亿元', '元', '1.2亿元', 120000000],
    ['59.4%', '%', '59.4%', 59.4], ['59.4', '%', '59.4%', 59.4], ['80%以上', '%', '80%以上', 80], ['近300', '名', '近300名', 300], ['50余', '次', '50余次', 50], ['0.8', '百分点', '0.8个百分点', 0.8], ['1.2亿', '元', '1.2亿元', 120000000],
  ])('%s in a slot of %s is %s', (typed, unit, text, value) => {
    expect(readTyped(typed, { unit, kind: unit === '%' ? 'percent' : 'quantity' })).toMatchObject({ ok: true, text, value })
  })
  it('says when the unit is another', () => expect(readTyped('18篇', { unit: '件', kind: 'quantity' })).toMatchObject({ ok: true, unit: '篇', remark: '单位是“篇”，原来是“件”' }))
  it.each(['', ' ', '若干', '三个代表和四个', '12件13件'])('refuses %j with a reason', (typed) => expect(readTyped(typed, { unit: '件', kind: 'quantity' })).toMatchObject({ ok: false }))
})
