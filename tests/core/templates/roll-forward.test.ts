import { describe, expect, it } from 'vitest'
import { openSlots } from '#core/edit/slots.ts'
import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { inlineText } from '#core/model/inline.ts'
import { headingText, plainText } from '#core/model/plain-text.ts'
import { allParagraphs, allSections } from '#core/model/tree.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

describe.each(SEEDS)('%s rolled forward', (seed) => {
  const source = seedReport(seed)
  const from = source.year ?? 0
  const draft = rollForward(source, { id: 'd', year: from + 1 })
  const before = allParagraphs(source)
  const after = allParagraphs(draft)

  it('keeps every paragraph: with its figures put back, only years differ', () => {
    expect(after.length).toBe(before.length)
    const noYears = (text: string): string => text.replace(/\s+/gu, '').replace(/(?:19|20)\d{2}年/gu, '年')
    after.forEach((p, i) => {
      const restored = p.content.map((node) => (node.type === 'slot' ? (node.last?.text ?? '') : inlineText(node))).join('')
      expect(noYears(restored)).toBe(noYears(plainText(before[i]?.content ?? [])))
    })
  })
  it('keeps headings and lead sentences', () => {
    const headings = (s: typeof source): string[] => allSections(s.sections).map((x) => headingText(x).replace(/\d{4}年/u, ''))
    expect(headings(draft)).toEqual(headings(source))
    const leads = (ps: typeof before): string[] => ps.map((p) => plainText(p.content.filter((n) => n.marks?.includes('lead'))))
    expect(leads(after)).toEqual(leads(before))
  })
  it('opens every core figure of the text, with the old value', () => {
    const inText = reportFigures(source).filter(isCore).filter((f) => before.some((p) => p.id === f.paragraphId))
    expect(openSlots(draft).map(({ slot }) => [slot.last?.text, slot.last?.value, slot.unit, slot.last?.year])).toEqual(inText.map((f) => [f.text, f.value, f.unit, from]))
    expect(reportFigures(draft).filter(isCore).filter((f) => after.some((p) => p.id === f.paragraphId))).toEqual([])
  })
  it('moves the year in titles and headings, and empties what nobody knows yet', () => {
    expect(draft.year).toBe(from + 1)
    const lines = [draft.title, draft.subtitle, ...allSections(draft.sections).map(headingText)].join('\n')
    expect(lines).not.toContain(`${from}年`)
    expect([draft.occasion, draft.date]).toEqual(['', ''])
    expect(draft.origin).toMatchObject({ from: 'report', reportId: seed, year: from })
  })
  it('gives every slot its own id', () => {
    const ids = openSlots(draft).map(({ slot }) => slot.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

it('a draft rolled again shows the value that was filled in between', () => {
  const draft = rollForward(seedReport('000_568c51d7bbfdb5c2'), { id: 'a', year: 2025 })
  const [first] = openSlots(draft)
  if (!first) throw new Error('no slot')
  const filled = { ...draft, sections: draft.sections.map((s) => JSON.parse(JSON.stringify(s).replace(JSON.stringify(first.slot), JSON.stringify({ ...first.slot, type: 'figure', text: '21次', state: 'verified' }))) as typeof s) }
  expect(openSlots(rollForward(filled, { id: 'b', year: 2026 }))[0]?.slot).toMatchObject({ id: first.slot.id, last: { text: '21次', value: 21, year: 2025 } })
})
