import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Material } from '#core/materials/material.ts'
import { originsIn, takenPassages } from '#core/materials/taken.ts'
import { countUse, usageOf } from '#core/materials/usage.ts'
import { normalizeInlines, type Inline, type Passage } from '#core/model/inline.ts'
import type { Report } from '#core/model/report.ts'

const material = (...texts: string[]): Material => ({ id: 'm', body: '', year: 2021, title: '', department: '', date: '', paragraphs: texts.map((text, i) => ({ id: `m${i + 1}`, text, heading: false })) })
const draft = (...contents: (string | Inline[])[]): Report => ({
  id: 'd', status: 'draft', body: '', year: 2021, title: '', subtitle: '', occasion: '', byline: '', date: '',
  sections: [{ id: 's1', level: 1, number: '', heading: '工作', paragraphs: contents.map((c, i) => ({ id: `p${i + 1}`, content: typeof c === 'string' ? (c === '' ? [] : [{ type: 'text', text: c }]) : normalizeInlines(c) })), sections: [] }],
  captions: [], noise: [], origin: { from: 'blank' },
})
const passage = (text: string, id = 'a', from = 'm'): Passage => ({ id, material: from, text })
const taken = (text: string, source = text, id = 'a'): Inline => ({ type: 'text', text, passage: passage(source, id) })
const plain = (text: string): Inline => ({ type: 'text', text })
const states = (m: Material, d: Report): string[] => usageOf(m, d).map(({ text, state, draftText }) => `${state} ${text}${draftText === undefined ? '' : ` → ${draftText}`}`)

const FIRST = '全年开展专题协商活动15场，报送成果20篇。'
const SECOND = '走访慰问困难党员和群众一百余人。'

describe('what of a material is used', () => {
  it('word for word, whatever the white space and the width of signs, with its place', () => {
    const d = draft('一年来，成效明显。', `工作上，${FIRST.replace('，', ',').replace('专题', '专 题')}其他。`)
    expect(usageOf(material(FIRST + SECOND), d)).toMatchObject([{ state: 'used', place: { paragraphId: 'p2', start: 4, end: 4 + FIRST.length } }, { state: 'unused' }])
  })
  it('taken and edited is changed, with the draft’s words', () => {
    expect(states(material(FIRST), draft([plain('今年，'), taken('全年共开展专题协商16场，报送成果20篇。', FIRST)]))).toEqual([`changed ${FIRST} → 今年，全年共开展专题协商16场，报送成果20篇。`])
  })
  it('told in other words with its numbers is changed; the same words with other numbers are last year’s', () => {
    expect(states(material(FIRST), draft('全年共开展专题协商活动15场，报送协商成果20篇。'))).toEqual([`changed ${FIRST} → 全年共开展专题协商活动15场，报送协商成果20篇。`])
    expect(states(material(FIRST), draft('全年开展专题协商活动13场，报送成果18篇。'))).toEqual([`unused ${FIRST}`])
  })
  it('of two that were taken together the one that was deleted is unused', () => {
    const both = FIRST + SECOND
    expect(states(material(both), draft([taken(FIRST, both)]))).toEqual([`used ${FIRST}`, `unused ${SECOND}`])
  })
  it('a part that was taken is not the whole', () => {
    expect(states(material(FIRST), draft([taken('报送成果20篇')]))).toEqual([`changed ${FIRST} → 报送成果20篇`])
  })
  it('a sentence too short to tell counts only where it was taken', () => {
    expect(states(material('具体如下。'), draft('具体如下。'))).toEqual(['unused 具体如下。'])
    expect(states(material('具体如下。'), draft([taken('具体如下。')]))).toEqual(['used 具体如下。'])
  })
  it('is counted without headings', () => {
    const m: Material = { ...material(FIRST + SECOND), paragraphs: [{ id: 'h', text: '一、协商工作', heading: true }, { id: 'm1', text: FIRST + SECOND, heading: false }] }
    expect(countUse(m, usageOf(m, draft(FIRST)))).toEqual({ used: 1, changed: 0, all: 2 })
  })
})

describe('where a draft’s words came from', () => {
  const origins = (d: Report, ...materials: Material[]): string[] => originsIn(d, materials).map(({ paragraphId, start, end, state }) => `${paragraphId} ${start}-${end} ${state}`)
  it('the same, edited, changed at the source, gone', () => {
    expect(origins(draft([plain('今年，'), taken(SECOND)]), material(FIRST + SECOND))).toEqual(['p1 3-19 same'])
    expect(origins(draft([taken('走访慰问群众。', SECOND)]), material(SECOND))).toEqual(['p1 0-7 edited'])
    expect(origins(draft([taken(SECOND)]), material(FIRST))).toEqual(['p1 0-16 source-changed'])
    expect(origins(draft([taken(SECOND)]))).toEqual(['p1 0-16 source-gone'])
  })
  it('a figure in it belongs to it, and so does a slot that was opened', () => {
    const figure: Inline = { type: 'figure', id: 'f1', text: '15场', indicator: '', unit: '场', kind: 'quantity', state: 'filled', passage: passage(FIRST) }
    const slot: Inline = { type: 'slot', id: 'f1', indicator: '', unit: '场', kind: 'quantity' }
    const [before, after] = [taken('全年开展专题协商活动', FIRST), taken('，报送成果20篇。', FIRST)]
    expect(origins(draft([before, figure, after]), material(FIRST))).toEqual(['p1 0-22 same'])
    expect(origins(draft([before, slot, after]), material(FIRST))).toEqual(['p1 0-24 edited'])
  })
  it('parted over paragraphs it is still the same, and a copy stands by itself', () => {
    expect(origins(draft([taken(FIRST, FIRST + SECOND)], [taken(SECOND, FIRST + SECOND)]), material(FIRST + SECOND))).toEqual(['p1 0-22 same', 'p2 0-16 same'])
    expect(origins(draft([taken(SECOND)], [taken(SECOND)], [taken('走访。', SECOND)]), material(SECOND)).map((s) => s.split(' ')[2])).toEqual(['same', 'same', 'edited'])
  })
  it('two passages side by side are two', () => {
    expect(takenPassages(draft([taken(FIRST, FIRST, 'a'), taken(SECOND, SECOND, 'b')])).map(({ now }) => now)).toEqual([FIRST, SECOND])
  })
})

const sentence = fc.array(fc.constantFrom(...'提案协商建议委员调研报告工作开展12,，、35件次（）“”'), { maxLength: 30 }).map((cs) => cs.join(''))
const text = fc.array(fc.tuple(sentence, fc.constantFrom('。', '！', '')), { maxLength: 5 }).map((parts) => parts.map((p) => p.join('')).join(''))

it('the sentences of a material cover its text, whatever the draft', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 4 }), (ours, theirs) => {
      const m = material(...ours)
      const uses = usageOf(m, draft(...theirs))
      for (const { id, text: whole } of m.paragraphs) expect(uses.filter((u) => u.paragraphId === id).map((u) => u.text).join('')).toBe(whole)
      for (const { state, place } of uses) expect(place === undefined).toBe(state === 'unused')
    }),
  )
})

it('a draft that consists of the material uses all of it, at places that hold those words', () => {
  const long = fc.tuple(fc.constantFrom('开展协商', '收到提案', '走访委员', '报送信息'), fc.nat(999), fc.constantFrom('件，成效较为明显。', '次，得到各方面好评。')).map((p) => p.join(''))
  fc.assert(
    fc.property(fc.array(fc.array(long, { minLength: 1, maxLength: 4 }).map((s) => s.join('')), { minLength: 1, maxLength: 4 }), (texts) => {
      const d = draft(...texts)
      for (const { state, place, text: words } of usageOf(material(...texts), d)) {
        expect(state).toBe('used')
        expect(texts[Number(place?.paragraphId.slice(1)) - 1]?.slice(place?.start, place?.end)).toBe(words.replace(/。$/u, ''))
      }
      const whole = draft(...texts.map((t, i) => [taken(t, t, `a${i}`)]))
      expect(new Set(originsIn(whole, [material(...texts)]).map(({ state }) => state))).toEqual(new Set(['same']))
    }),
  )
})
