import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCore } from '#core/figures/figure.ts'
import { findNumerals } from '#core/figures/find-numerals.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'
import { baseUnit } from '#core/figures/unit-scale.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import { applyWriting, paperWriting } from '#core/print/paper-writing.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

const inPaper = (text: string): string => applyWriting(text, paperWriting(text))

it.each<[string, string]>([
  ['收到提案１６８件，立案率９８．５％。', '收到提案168件，立案率98.5%。'],
  ['发放12,345.67万元，惠及1,234,567人次。', '发放12345.67万元，惠及1234567人次。'],
  ['修路5km、绿化3万m²、占地1.2 km2，供电3亿kW·h。', '修路5公里、绿化3万平方米、占地1.2平方公里，供电3亿千瓦时。'],
  ['收购20余万kg，增温1.5℃，提升8㎡。', '收购20余万公斤，增温1.5摄氏度，提升8平方米。'],
  ['聚焦中心,服务大局(试行);提案143件.', '聚焦中心，服务大局（试行）；提案143件。'],
])('%s → %s', (before, after) => {
  expect(inPaper(before)).toBe(after)
})

it.each([
  // names, speeds, codes, times and Latin words keep theirs
  '时速120km/h，流量3m³/s，PM2.5，G60沪昆高速，10:30开始，第1,2,3组。',
  'A4m2型，5kmx，(一) 坚持，1)调研。',
  // two numbers told off one by one, and half-width commas that are marks of the sentence
  '两县分别完成100,200件。',
  '编号0,123，12,34件，1,2345件。',
  '约一百二十余次，3/4，6%—6.5%。',
])('leaves alone: %s', (text) => {
  expect(inPaper(text)).toBe(text)
})

it('an ungrouped number among half-width commas stays, the marks change', () => {
  expect(inPaper('收到提案1,234件,立案56件。')).toBe('收到提案1,234件，立案56件。')
  expect(inPaper('收到100,200,立案90。')).toBe('收到100,200，立案90。')
})

const figuresOf = (text: string): unknown[] => recognizeFigures(text).filter(isCore).map(({ value, high, unit, approx, kind }) => [value, high, UNITS[baseUnit(unit)] ?? baseUnit(unit), approx, kind])
const UNITS: Readonly<Record<string, string>> = { km: '公里', 'km²': '平方公里', km2: '平方公里', 'm²': '平方米', m2: '平方米', kg: '公斤', '㎡': '平方米', '℃': '摄氏度' }

describe('values', () => {
  it.each(SEEDS)('%s: every core figure of the text is the same', (seed) => {
    for (const { text } of plainParagraphs(seedReport(seed))) expect(figuresOf(inPaper(text))).toEqual(figuresOf(text))
  })
  it('of any text: numerals read the same, and nothing but digits, groups, units and marks is touched', () => {
    const piece = fc.oneof(
      fc.constantFrom('收到', '提案', '增长', '近', '约', '件', '人次', '万元', '亿', '%', '％', '，', ',', '.', '．', '。', '(', ')', '（', '）', ' ', '\n', ';', ':', '分别', 'km', 'm²', 'kg', '㎡', 'km2', '℃', 'kW·h', 'A', '“', '”', '余', '十', '一', '-', '/'),
      fc.integer({ min: 0, max: 9_999_999 }).map(String),
      fc.integer({ min: 1000, max: 9_999_999 }).map((n) => n.toLocaleString('en-US')),
      fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).replace(/\d/gu, (d) => String.fromCharCode(0xff10 + Number(d)))),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        const changes = paperWriting(text)
        const after = applyWriting(text, changes)
        // the 2 of km2 is no number
        const raised = applyWriting(text, changes.filter(({ start, end }) => text.slice(start, end).endsWith('km2')).map((c) => ({ ...c, text: ' km²' })))
        expect(findNumerals(after).map(({ value }) => value)).toEqual(findNumerals(raised).map(({ value }) => value))
        for (const { start, end, text: instead } of changes) {
          const found = text.slice(start, end)
          expect(found).toMatch(/^(?:[０-９％．,.;:!?()]|[ \u00a0]?(?:km|m²|kg|㎡|km2|℃|kW·h))$/u)
          expect(instead).not.toBe(found)
        }
        expect(changes.every(({ start }, i) => start >= (changes[i - 1]?.end ?? 0))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
