import { describe, expect, it } from 'vitest'
import { resolutionOf } from '#core/figures/writing.ts'
import { entryState, fromText, isSettled, judge, settle, stateBy, stillHolds, type Verdict } from '#core/ledger/agreement.ts'
import type { Indicator, Ledger, LedgerValue } from '#core/ledger/ledger.ts'
import type { Approx, CoreKind, Entry, FigureNode, LastFigure, SlotNode } from '#core/model/inline.ts'
import { indicator, value } from './filled.ts'

const YEAR = 2021
const kindOf = (unit: string): CoreKind => (unit === '%' || unit === '百分点' ? 'percent' : unit === '元' ? 'money' : 'quantity')
const ledgerOf = (...indicators: Indicator[]): Pick<Ledger, 'indicators'> => ({ indicators })
const figure = (text: string, unit: string, entry: Partial<Entry> = {}, rest: Partial<FigureNode> = {}): FigureNode => ({ type: 'figure', id: 'f', text, indicator: '甲', unit, kind: kindOf(unit), state: 'filled', entry: { indicator: 'x', year: YEAR, ...entry }, ...rest })
const holding = (text: string, n: number | null, unit: string, rest: Partial<LedgerValue> = {}): Pick<Ledger, 'indicators'> => ledgerOf(indicator('x', '甲', unit, '', [value(YEAR, text, n, rest)]))
/** What may never be: words that say it fell with a number that has a sign of its own. */
const unsigned = (texts: readonly (string | undefined)[]): void => expect(texts.filter((t) => t !== undefined && /[-−负]\d/u.test(t))).toEqual([])

interface Row {
  text: string
  unit: string
  ledger: [text: string, value: number | null, rest?: Partial<LedgerValue>]
  entry?: Partial<Entry>
  verdict: Verdict
  write?: string
  choices?: string[]
}
const ROWS: Row[] = [
  { text: '138件', unit: '件', ledger: ['138件', 138], verdict: 'agrees' },
  { text: '138件', unit: '件', ledger: ['164件', 164], verdict: 'differs', write: '164件' },
  { text: '二十三场', unit: '场', ledger: ['31场', 31], verdict: 'differs', write: '三十一场' },
  { text: '4.4亿元', unit: '元', ledger: ['440123456元', 440_123_456], verdict: 'rounded' },
  { text: '4.4亿元', unit: '元', ledger: ['4.5亿元', 450_000_000], verdict: 'differs', write: '4.5亿元' },
  { text: '4.4亿元', unit: '元', ledger: ['', null], verdict: 'open' },
  { text: '若干件', unit: '件', ledger: ['138件', 138], verdict: 'unreadable', choices: ['138件'] },
  { text: '138家', unit: '件', ledger: ['138件', 138], verdict: 'differs' },
  // shares in words are stated to their own last digit
  { text: '千分之三', unit: '%', ledger: ['0.7%', 0.7], verdict: 'differs', write: '千分之七' },
  { text: '千分之三', unit: '%', ledger: ['0.32%', 0.32], verdict: 'rounded' },
  { text: '百分之五十九点四', unit: '%', ledger: ['59.8%', 59.8], verdict: 'differs', write: '百分之五十九点八' },
  { text: '百分之五', unit: '%', ledger: ['2%', 2], verdict: 'differs', write: '百分之二' },
  { text: '三成半', unit: '%', ledger: ['39%', 39], verdict: 'differs', write: '39%' },
  { text: '3/4', unit: '', ledger: ['1/3', 1 / 3], verdict: 'differs', write: '1/3' },
  { text: '四分之三', unit: '', ledger: ['二分之一', 0.5], verdict: 'differs', write: '二分之一' },
  // nearly
  { text: '近300名', unit: '名', ledger: ['298名', 298], verdict: 'ask', choices: ['298名', '近300名'] },
  { text: '近300名', unit: '名', ledger: ['298名', 298], entry: { agreed: { value: 298 } }, verdict: 'accepted' },
  { text: '近300名', unit: '名', ledger: ['299名', 299], entry: { agreed: { value: 298 } }, verdict: 'ask' },
  { text: '近300名', unit: '名', ledger: ['420名', 420], entry: { agreed: { value: 420 } }, verdict: 'ask', choices: ['420名', '近430名', '400余名'] },
  { text: '近300名', unit: '名', ledger: ['近350名', 350, { approx: 'under' }], verdict: 'differs', write: '近350名' },
  { text: '300余名', unit: '名', ledger: ['340名', 340], verdict: 'ask' },
  { text: '298名', unit: '名', ledger: ['近300名', 300, { approx: 'under' }], verdict: 'differs', write: '近300名' },
  // ranges
  { text: '6%—6.5%', unit: '%', ledger: ['6%—6.5%', 6, { high: 6.5 }], verdict: 'agrees' },
  { text: '6%—6.5%', unit: '%', ledger: ['7%—8%', 7, { high: 8 }], verdict: 'differs', write: '7%—8%' },
  { text: '6%—6.5%', unit: '%', ledger: ['6.2%', 6.2], verdict: 'ask' },
  { text: '6%—6.5%', unit: '%', ledger: ['6.2%', 6.2], entry: { agreed: { value: 6.2 } }, verdict: 'accepted' },
  { text: '6.2%', unit: '%', ledger: ['6%—6.5%', 6, { high: 6.5 }], verdict: 'differs', write: '6%—6.5%' },
  // it fell
  { text: '9.6%', unit: '%', ledger: ['-9.6%', -9.6], entry: { fell: true }, verdict: 'agrees' },
  { text: '9.6%', unit: '%', ledger: ['-9.64%', -9.64], entry: { fell: true }, verdict: 'rounded' },
  { text: '9.6%', unit: '%', ledger: ['-8.5%', -8.5], entry: { fell: true }, verdict: 'differs', write: '8.5%' },
  { text: '9.6%', unit: '%', ledger: ['3%', 3], entry: { fell: true }, verdict: 'ask', choices: [] },
  { text: '9.6%', unit: '%', ledger: ['-约8.5%', -8.5, { approx: 'about' }], entry: { fell: true }, verdict: 'differs', write: '约8.5%' },
  { text: '约9.6%', unit: '%', ledger: ['-约8.5%', -8.5, { approx: 'about' }], entry: { fell: true }, verdict: 'differs', write: '约8.5%' },
  { text: '近10%', unit: '%', ledger: ['-9.6%', -9.6], entry: { fell: true, agreed: { value: -9.6 } }, verdict: 'accepted' },
  { text: '近10%', unit: '%', ledger: ['-10.4%', -10.4], entry: { fell: true, agreed: { value: -10.4 } }, verdict: 'ask' },
  { text: '6%—6.5%', unit: '%', ledger: ['-6%—6.5%', -6, { high: -6.5 }], entry: { fell: true }, verdict: 'agrees' },
  { text: '6%—6.5%', unit: '%', ledger: ['-6.2%', -6.2], entry: { fell: true, agreed: { value: -6.2 } }, verdict: 'accepted' },
  { text: '若干', unit: '%', ledger: ['-9.6%', -9.6], entry: { fell: true }, verdict: 'unreadable', choices: ['9.6%'] },
  // it rose, and now it fell: no number makes 增长 right
  { text: '5%', unit: '%', ledger: ['-3%', -3], verdict: 'ask', choices: [] },
  { text: '-5%', unit: '%', ledger: ['-3%', -3], verdict: 'differs', write: '-3%' },
  { text: '-5%', unit: '%', ledger: ['3%', 3], verdict: 'differs', write: '3%' },
]

describe('a text beside its entry', () => {
  it.each(ROWS)('$text beside $ledger.0 $entry: $verdict $write', ({ text, unit, ledger: [said, n, rest], entry, verdict, write, choices }) => {
    const ledger = holding(said, n, unit, rest)
    const node = figure(text, unit, entry)
    const judged = judge(node, ledger)
    expect([judged.verdict, judged.write], judged.why).toEqual([verdict, write])
    if (choices) expect(judged.choices).toEqual(choices)
    if (entry?.fell) unsigned([judged.write, ...judged.choices])
    // what is written settles the matter
    if (write !== undefined) expect(isSettled(judge({ ...node, text: write }, ledger))).toBe(true)
    // and nothing that differs is called verified
    expect(isSettled(judged) || stateBy(judged, 'verified') !== 'verified').toBe(true)
  })
  it('without an entry, an indicator or a year', () => {
    const { entry: _, ...free } = figure('138件', '件')
    expect(judge(free, holding('138件', 138, '件')).verdict).toBe('gone')
    expect(judge(figure('138件', '件', { indicator: 'y' }), holding('138件', 138, '件')).verdict).toBe('gone')
    expect(judge(figure('138件', '件', { year: 2020 }), holding('138件', 138, '件')).verdict).toBe('open')
  })
  it('of a formula: compared as the text rounds it, written as it states it', () => {
    const ledger = ledgerOf(indicator('p', '办复数', '件', '', [value(YEAR, '82件', 82)]), indicator('w', '立案数', '件', '', [value(YEAR, '138件', 138)]), indicator('x', '办复率', '%', '', [], { formula: { is: 'share', part: 'p', whole: 'w', decimals: 2 } }))
    const by = (text: string): unknown => [judge(figure(text, '%'), ledger).verdict, judge(figure(text, '%'), ledger).write]
    expect(by('59.42%')).toEqual(['rounded', undefined])
    expect(by('59.4%')).toEqual(['rounded', undefined])
    expect(by('61.4%')).toEqual(['differs', '59.4%'])
    expect(by('61%')).toEqual(['differs', '59%'])
    expect(judge(figure('61.4%', '%'), ledger).why).toContain('82 ÷ 138 = 59.42%')
  })
})

describe('does a number near it still hold', () => {
  it.each<[Approx, number, number, boolean]>([['under', 300, 298, true], ['under', 300, 300, false], ['under', 300, 269, false], ['over', 300, 300, true], ['over', 300, 399, true], ['over', 300, 620, false], ['about', 300, 329, true], ['about', 300, 331, false], ['exact', 300, 300, true]])('%s %d for %d: %s', (approx, said, n, holds) => expect(stillHolds({ value: said, approx }, n)).toBe(holds))
})

describe('to what a surface is stated', () => {
  it.each([['59.4%', 0.1], ['4.4亿元', 1e7], ['168件', 1], ['千分之三', 0.1], ['百分之五十九点四', 0.1], ['百分之59.4', 0.1], ['万分之二', 0.01], ['三成', 10], ['三成半', 5], ['3.5成', 1], ['3/4', 0]])('%s: %d', (text, resolution) => expect(resolutionOf(text)).toBeCloseTo(resolution, 12))
})

describe('a slot that waits for a value', () => {
  const last = (text: string, n: number, rest: Partial<LastFigure> = {}): LastFigure => ({ text, value: n, unit: '', approx: 'exact', year: 2020, ...rest })
  const slot = (unit: string, rest: Partial<SlotNode> = {}, entry: Partial<Entry> = {}): SlotNode => ({ type: 'slot', id: 's', indicator: '甲', unit, kind: kindOf(unit), entry: { indicator: 'x', year: YEAR, ...entry }, ...rest })
  it.each<[string, SlotNode, Pick<Ledger, 'indicators'>, string | undefined]>([
    ['in last year’s form', slot('元', { last: last('4.4亿元', 4.4e8) }), holding('525000000元', 525_000_000, '元'), '5.25亿元'],
    ['as the ledger has it where that form would round', slot('元', { last: last('4.4亿元', 4.4e8) }), holding('440123456元', 440_123_456, '元'), '440123456元'],
    ['in Chinese numerals', slot('场', { last: last('二十三场', 23) }), holding('31场', 31, '场'), '三十一场'],
    ['in a template’s form', slot('场', { example: '二十三场' }), holding('31场', 31, '场'), '三十一场'],
    ['without last year’s 近 where the value is exact', slot('名', { last: last('近300名', 300, { approx: 'under' }) }), holding('298名', 298, '名'), '298名'],
    ['with the ledger’s own 近', slot('名', { last: last('280名', 280) }), holding('近300名', 300, '名', { approx: 'under' }), '近300名'],
    ['a range', slot('%', { last: last('6%—6.5%', 6, { high: 6.5 }) }), holding('7%—8%', 7, '%', { high: 8 }), '7%—8%'],
    ['behind 下降', slot('%', { last: last('9.6%', 9.6) }, { fell: true }), holding('-8.5%', -8.5, '%'), '8.5%'],
    ['a range behind 下降', slot('%', { last: last('6%—6.5%', 6, { high: 6.5 }) }, { fell: true }), holding('-7%—8%', -7, '%', { high: -8 }), '7%—8%'],
    ['not behind 下降 when it rose', slot('%', { last: last('9.6%', 9.6) }, { fell: true }), holding('3%', 3, '%'), undefined],
    ['not behind 增长 when it fell', slot('%', { last: last('9.6%', 9.6) }), holding('-3%', -3, '%'), undefined],
    ['not in words of the ledger that say another number', slot('件'), holding('137件', 138, '件'), undefined],
  ])('%s', (_, node, ledger, write) => {
    const judged = judge(node, ledger)
    expect([judged.verdict, judged.write]).toEqual(['fill', write])
    expect(settle(node, ledger)?.text).toBe(write)
    if (node.entry?.fell) unsigned([write])
  })
})

describe('a text that a person edited', () => {
  const from = (node: FigureNode, ledger: Pick<Ledger, 'indicators'>): unknown => fromText(node, ledger, 'now', '正文')
  it('gives its value to the entry, no longer verified', () => {
    expect(from(figure('140件', '件'), holding('138件', 138, '件', { state: 'verified' }))).toMatchObject({ change: { before: { value: 138 }, after: { value: 140, text: '140件', state: 'filled', source: { kind: 'text' } } } })
  })
  it('behind 下降 gives it below nought, and the words of the entry say so', () => {
    expect(from(figure('8.5%', '%', { fell: true }), holding('-9.6%', -9.6, '%'))).toMatchObject({ change: { after: { value: -8.5, text: '-8.5%' } } })
    expect(from(figure('-8.5%', '%', { fell: true }), holding('-9.6%', -9.6, '%'))).toMatchObject({ change: { after: { value: 8.5, text: '8.5%' } } })
  })
  it('that rounds the entry, or says it nearly, leaves it', () => {
    expect(from(figure('4.4亿元', '元'), holding('440123456元', 440_123_456, '元'))).toEqual({})
    expect(from(figure('近300名', '名'), holding('298名', 298, '名'))).toEqual({ agreed: { value: 298 } })
    expect(from(figure('近10%', '%', { fell: true }), holding('-9.6%', -9.6, '%'))).toEqual({ agreed: { value: -9.6 } })
    expect(from(figure('近10%', '%', { fell: true }), holding('-10.4%', -10.4, '%'))).toMatchObject({ change: { after: { value: -10, approx: 'under' } } })
  })
  it('千分之三 is not the rounding of 0.7%', () => expect(from(figure('千分之三', '%'), holding('0.7%', 0.7, '%'))).toMatchObject({ change: { after: { value: 0.3 } } }))
  it('that holds no figure, or is of another unit, changes nothing', () => {
    expect(from(figure('若干', '件'), holding('138件', 138, '件'))).toBeUndefined()
    expect(from(figure('138家', '件'), holding('138件', 138, '件'))).toBeUndefined()
  })
})

describe('what is said of a figure', () => {
  it('opens its entry, or gives it the state', () => {
    expect(entryState(figure('138件', '件'), holding('138件', 138, '件'), 'open', 'now').changes).toMatchObject([{ after: { value: null, text: '', state: 'open' } }])
    expect(entryState(figure('138件', '件'), holding('138件', 138, '件'), 'verified', 'now').changes).toMatchObject([{ after: { value: 138, state: 'verified' } }])
  })
})
