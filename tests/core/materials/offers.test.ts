import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Material } from '#core/materials/material.ts'
import { offersFor } from '#core/materials/offers.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import type { Report } from '#core/model/report.ts'
import { measure, readMarkedSet } from './marked-offers.ts'

const material = (id: string, ...texts: string[]): Material => ({ id, body: '某县政协', year: 2021, title: `素材${id}`, department: '', date: '', paragraphs: texts.map((text, i) => ({ id: `p${i + 1}`, text, heading: false })) })
/** a draft of one paragraph; {提案立案数:138件} is an open slot with its last value */
function draft(text: string): Report {
  const content = text.split(/(\{[^}]*\})/u).filter((part) => part !== '').map((part, i) => {
    const [, indicator = '', last = ''] = /^\{(.*):(.*)\}$/u.exec(part) ?? []
    if (last === '') return { type: 'text' as const, text: part }
    const unit = /[^\d.近余多万亿]+$/u.exec(last)?.[0] ?? ''
    return { type: 'slot' as const, id: `f${i}`, indicator, unit, kind: unit === '%' ? 'percent' as const : unit === '元' ? 'money' as const : 'quantity' as const, last: { text: last, value: 1, unit, approx: 'exact' as const, year: 2020 } }
  })
  return { id: 'd', status: 'draft', body: '某县政协', year: 2021, title: '', subtitle: '', occasion: '', byline: '', date: '', sections: [{ id: 's1', level: 1, number: '一、', heading: '提案工作', paragraphs: [{ id: 'p1', content }], sections: [] }], captions: [], noise: [], origin: { from: 'blank' } }
}
const said = (text: string, ...sources: string[]): string[] =>
  offersFor(draft(text), sources.map((source, i) => material(String(i), source))).map(({ indicator, text: given, certainty, why }) => `${indicator}=${given} ${certainty}${why.length > 0 ? ` ${why.join('；')}` : ''}`)

describe('materials marked by hand', () => {
  it.each([['kaihua', 0.9, 0.87], ['linyuan', 0.93, 0.95], ['zehu', 0.97, 0.95]] as const)('%s: nothing that is certain is wrong, and most is found', (name, recall, precision) => {
    const set = readMarkedSet(name)
    const offers = offersFor(set.draft, set.materials)
    const { right, wrong, missing } = measure(set, offers)
    expect(wrong.filter(({ certainty }) => certainty === 'yes').map(({ text, indicator }) => `${text} → ${indicator}`)).toEqual([])
    expect(right.length / (right.length + missing.length), missing.map(({ text }) => text).join()).toBeGreaterThanOrEqual(recall)
    expect(right.length / offers.length).toBeGreaterThanOrEqual(precision)
  })
})

describe('an offer', () => {
  it('says value, sentence and place', () => {
    const [offer] = offersFor(draft('全年收到提案{收到提案:168件}。'), [material('m', '会议期间情况良好。全年共收到提案近180件，质量提高。')])
    expect(offer).toMatchObject({ slotId: 'f1', indicator: '收到提案', slotParagraphId: 'p1', text: '近180件', value: 180, unit: '件', approx: 'under', kind: 'quantity', materialId: 'm', paragraphId: 'p1', start: 16, end: 21, sentence: '全年共收到提案近180件，质量提高。', certainty: 'yes', why: [] })
  })
  it('is none for a filled slot, and not for what stands elsewhere in the draft', () => {
    expect(said('全年收到提案168件，立案{提案立案:138件}。', '全年收到提案180件，立案150件。')).toEqual(['提案立案=150件 yes'])
  })
  it('of several materials that differ is listed with what the others say', () => {
    expect(said('全年收到提案{收到提案:168件}。', '全年收到提案180件。', '全年收到提案181件。')).toEqual(['收到提案=180件 near 《素材1》写的是181件', '收到提案=181件 near 《素材0》写的是180件'])
    expect(said('全年收到提案{收到提案:168件}。', '全年收到提案180件。', '2021年，共收到提案180件。')).toEqual(['收到提案=180件 yes', '收到提案=180件 yes'])
  })
  it.each([
    ['another year', '2020年收到提案170件。'],
    ['another year before', '去年收到提案170件。'],
    ['a target', '明年收到提案力争达到200件。'],
    ['what was planned', '年度计划收到提案200件。'],
  ])('is never %s', (_, source) => {
    expect(said('全年收到提案{收到提案:168件}。', source)).toEqual([])
  })
  it('is the year’s own beside a comparison with another', () => {
    expect(said('全年收到提案{收到提案:168件}。', '比2020年有所增加，全年收到提案180件。')).toEqual(['收到提案=180件 yes'])
    expect(said('全年收到提案{收到提案:168件}。', '2020年收到提案170件，2021年收到提案180件。')).toEqual(['收到提案=180件 yes'])
  })
  it('says when the direction is another, the unit differs, or it counts all that there are', () => {
    expect(said('工业增加值下降{工业增加值下降:2.1%}。', '工业增加值增长10.9%。')).toEqual([expect.stringContaining('near 文中写的是下降，素材说的不是')])
    expect(said('成立委员会客室{委员会客室:9家}。', '委员会客室累计达到21家。')).toEqual([expect.stringContaining('near 素材说的是累计数')])
    expect(said('走访企业{走访企业:30家}。', '走访企业52次。').filter((s) => !s.includes('单位不同'))).toEqual([])
  })
  it('from a material of another year says so', () => {
    expect(offersFor(draft('全年收到提案{收到提案:168件}。'), [{ ...material('m', '全年收到提案180件。'), year: 2020 }])).toMatchObject([{ certainty: 'near', why: ['素材是2020年的'] }])
  })
  it('is still one when its sentence was taken into the draft', () => {
    const bare = draft('全年收到提案{收到提案:168件}。')
    const words = '全年收到提案180件。'
    const report = { ...bare, sections: bare.sections.map((s) => ({ ...s, paragraphs: [...s.paragraphs, { id: 'p2', content: [{ type: 'text' as const, text: words, passage: { id: 'x', material: 'm', text: words } }] }] })) }
    expect(offersFor(report, [material('m', words)])).toMatchObject([{ slotId: 'f1', text: '180件', certainty: 'yes' }])
  })
  it('needs no last value', () => {
    const bare = draft('全年收到提案{收到提案:168件}。')
    const report = { ...bare, sections: bare.sections.map((s) => ({ ...s, paragraphs: s.paragraphs.map((p) => ({ ...p, content: p.content.map((n) => (n.type === 'slot' ? { type: n.type, id: n.id, indicator: n.indicator, unit: n.unit, kind: n.kind } : n)) })) })) }
    expect(offersFor(report, [material('m', '全年收到提案180件。')])).toMatchObject([{ text: '180件', certainty: 'yes' }])
  })
})

describe('entries of the ledger', () => {
  const indicator = (id: string, name: string, unit: string, text = '', value: number | null = null): Ledger['indicators'][number] => ({ id, name, unit, kind: 'quantity', department: '', values: value === null ? [] : [{ year: 2021, text, value, approx: 'exact', state: 'verified', at: '' }] })
  const ledger = (...indicators: Ledger['indicators']): Ledger => ({ id: 'l', body: '', indicators, collections: [] })
  const nothing = draft('没有数据。')
  it('that are open are answered, and those that say something else with what they say', () => {
    const l = ledger(indicator('a', '培训高素质农民', '人次'), indicator('b', '收到提案', '件', '179件', 179), indicator('c', '召开常委会', '次', '5次', 5), indicator('d', '出口额', '元'))
    const offers = offersFor(nothing, [material('m', '全年收到提案180件，召开常委会5次。培训高素质农民2100人次，进口额3亿元。')], l)
    expect(offers.map(({ slotId, indicatorId, text, certainty, why }) => [slotId, indicatorId, text, certainty, ...why])).toEqual([[undefined, 'a', '2100人次', 'yes'], [undefined, 'b', '180件', 'near', '台账中是179件（已核）']])
  })
  it('of several materials that differ none is certain', () => {
    const l = ledger(indicator('b', '收到提案', '件'))
    expect(offersFor(nothing, [material('1', '收到提案180件。'), material('2', '收到提案181件。')], l).map(({ certainty, why }) => [certainty, ...why])).toEqual([['near', '《素材2》写的是181件'], ['near', '《素材1》写的是180件']])
  })
  it('that a slot asks for stand with the slot', () => {
    const report = draft('全年收到提案{收到提案:168件}。')
    const linked = { ...report, sections: report.sections.map((s) => ({ ...s, paragraphs: s.paragraphs.map((p) => ({ ...p, content: p.content.map((n) => (n.type === 'slot' ? { ...n, entry: { indicator: 'b', year: 2021 } } : n)) })) })) }
    expect(offersFor(linked, [material('m', '收到提案180件。')], ledger(indicator('b', '收到提案', '件')))).toMatchObject([{ slotId: 'f1', indicatorId: 'b', text: '180件' }])
  })
})

it('never offers another kind, nor another unit without saying so; places are those of the text', () => {
  const things = ['收到提案', '立案提案', '召开常委会', '走访企业', '引进资金', '覆盖率', '财政收入', '工业增加值增长', '参与委员', '开展协商活动', '培训']
  const figures = ['23件', '15次', '52家', '1200万元', '98.5%', '4.4亿元', '300余名', '36人次', '12场', '7个百分点', '约50条']
  const clause = fc.tuple(fc.constantFrom(...things), fc.constantFrom(...figures))
  fc.assert(
    fc.property(fc.array(clause, { minLength: 1, maxLength: 6 }), fc.array(clause, { minLength: 1, maxLength: 6 }), (ours, theirs) => {
      const report = draft(`${ours.map(([thing, figure]) => `${thing}{${thing}:${figure.replace(/^约/u, '')}}`).join('，')}。`)
      const source = material('m', `${theirs.map(([thing, figure]) => `${thing}${figure}`).join('，')}。`)
      const slots = new Map(report.sections.flatMap((s) => s.paragraphs.flatMap((p) => p.content.flatMap((n) => (n.type === 'slot' ? [[n.id, n] as const] : [])))))
      const offers = offersFor(report, [source])
      for (const offer of offers) {
        const slot = slots.get(offer.slotId ?? '')
        expect(source.paragraphs[0]?.text.slice(offer.start, offer.end)).toBe(offer.text)
        expect(offer.sentence).toContain(offer.text)
        if (offer.certainty === 'yes') expect({ kind: offer.kind, why: offer.why }).toEqual({ kind: slot?.kind, why: [] })
        else expect(offer.why).not.toEqual([])
        if (offer.kind !== slot?.kind || (offer.unit !== slot.unit && offer.certainty === 'yes')) expect(offer.why.join()).toMatch(/不同/u)
      }
    }),
    { numRuns: 300 },
  )
})
