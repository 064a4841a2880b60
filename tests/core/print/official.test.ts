import { describe, expect, it } from 'vitest'
import { paragraphsIn } from '#core/print/model.ts'
import { printOfficial } from '#core/print/official.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

describe.each(SEEDS)('%s as an official document', (seed) => {
  const report = seedReport(seed)
  const model = printOfficial(report)
  const printed = (m: typeof model): string => paragraphsIn(m).map((b) => b.runs.map((r) => r.text).join('')).join('').replace(/\s+/gu, '')

  it('prints every word once, in order', () => {
    expect(printed(model)).toBe(plainParagraphs(report).map((p) => p.text).join('').replace(/\s+/gu, ''))
  })
  it('marks each open slot of a draft', () => {
    const draft = printOfficial(rollForward(report, { id: 'd', year: 2030 }))
    const slots = paragraphsIn(draft).flatMap((b) => b.runs).filter((r) => r.slot)
    expect(slots.length).toBeGreaterThan(0)
    for (const { text } of slots) expect(text).toMatch(/^【待填】/u)
    expect(paragraphsIn(model).flatMap((b) => b.runs).some((r) => r.slot)).toBe(false)
  })
})

it('levels by number: a part in the middle, then 一、（一）1.', () => {
  const blocks = paragraphsIn(printOfficial(seedReport('003_efa49a0a5d5d5787')))
  expect(blocks.filter(({ style }) => style.startsWith('heading') || style === 'part').map(({ style }) => style).slice(0, 3)).toEqual(['part', 'heading1', 'heading1'])
})

it('a line above the text that is too long for one is broken by meaning, and loses nothing', () => {
  const occasion = '2024年11月27日在政协第五届衢州市柯城区委员会 第三次会议上'
  const line = paragraphsIn(printOfficial({ ...seedReport(SEEDS[0]), occasion })).find(({ source }) => source === 'occasion')
  expect(line?.runs).toEqual([{ text: '2024年11月27日在政协第五届衢州市柯城区委员会 ' }, { text: '第三次会议上', lineBreak: true }])
})

it('text outside the sections is a closing one only behind other text, so that it is read back where it was', () => {
  const outside = (n: number, ...texts: string[]) => ({ id: `s${n}`, level: 0 as const, number: '', heading: '', sections: [], paragraphs: texts.map((text, i) => ({ id: `s${n}p${i}`, content: [{ type: 'text' as const, text }] })) })
  const report = { ...seedReport(SEEDS[0]), sections: [outside(1), outside(2, '导语。'), outside(3, '结语。')] }
  expect(paragraphsIn(printOfficial(report)).filter(({ source }) => source?.includes('p')).map(({ style }) => style)).toEqual(['body', 'closing'])
})
