import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inline } from '#core/model/inline.ts'
import { plainText } from '#core/model/plain-text.ts'
import { commitmentSchema, type Paragraph, type Report, type Section } from '#core/model/report.ts'
import { commitmentsOf } from '#core/templates/commitments.ts'

const report = (sections: Section[]): Report => ({ id: 'r', status: 'published', body: '', year: 2023, title: '', subtitle: '', occasion: '', byline: '', date: '', sections, captions: [], noise: [], origin: { from: 'blank' } })
const plan = (paragraphs: Paragraph[], heading = '2024年工作安排', sections: Section[] = []): Report => report([
  { id: 'r1', level: 1, number: '一、', heading: '2023年工作回顾', paragraphs: [{ id: 'r2', content: [{ type: 'text', text: '回顾。' }] }], sections: [] },
  { id: 's', level: 1, number: '二、', heading, paragraphs, sections },
])
const paragraph = (text: string, lead = '', id = 'p'): Paragraph => ({ id, content: [...(lead === '' ? [] : [{ type: 'text', text: lead, marks: ['lead'] } satisfies Inline]), ...(text === '' ? [] : [{ type: 'text', text } satisfies Inline])] })
const said = (r: Report): [string, string][] => commitmentsOf(r).map(({ kind, text }) => [kind, text])

describe('a plan in promises', () => {
  it('sentence by sentence; the lead sentence stands above them', () => {
    expect(commitmentsOf(plan([paragraph('开展调研3次。办好提案。', '强化履职。')]))).toEqual([
      { id: 'c1', text: '开展调研3次。', path: ['二、2024年工作安排', '强化履职。'], kind: 'promise', state: 'open' },
      { id: 'c2', text: '办好提案。', path: ['二、2024年工作安排', '强化履职。'], kind: 'promise', state: 'open' },
    ])
  })
  it('a paragraph that is only its lead sentence promises that', () => {
    expect(commitmentsOf(plan([paragraph('', '筹建茶文化研究会。')])).map(({ text, path }) => [text, path])).toEqual([['筹建茶文化研究会。', ['二、2024年工作安排']]])
  })
  it('a long sentence at ；, but not inside of quotations and brackets', () => {
    const long = '围绕城乡供水一体化、农村公路养护、困境儿童关爱开展专项监督（分上下半年；每次两天）；组织委员赴“三县；四区”考察学习先进经验；完成文史资料征编。'
    expect(said(plan([paragraph(long)])).map(([, text]) => text)).toEqual(['围绕城乡供水一体化、农村公路养护、困境儿童关爱开展专项监督（分上下半年；每次两天）；', '组织委员赴“三县；四区”考察学习先进经验；', '完成文史资料征编。'])
    expect(said(plan([paragraph('开展调研；办好提案。')])).length).toBe(1)
  })
  it('一是…，二是… one by one', () => {
    expect(said(plan([paragraph('重点抓好三件事：一是开展调研，二是办好提案，三是建好“一委一品”。')])).map(([, text]) => text)).toEqual(['重点抓好三件事：', '一是开展调研，', '二是办好提案，', '三是建好“一委一品”。'])
  })
  it.each([
    ['2024年是实施“十四五”规划的关键一年。'],
    ['今年工作的总体要求是：以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，奋力谱写新篇章。'],
    ['让我们更加紧密地团结起来，为建设美丽家园而努力奋斗！'],
    ['重点做好以下工作：'],
  ])('says in general: %s', (text) => {
    expect(said(plan([paragraph(text)]))).toEqual([['preamble', text]])
  })
  it.each([['主要预期目标是：地区生产总值增长5.5%左右。'], ['城镇新增就业1100万人以上。'], ['总结推广“枫桥经验”，建成调解中心2个。'], ['2024年是改造任务最重的一年，改造老旧小区70个。']])('promises: %s', (text) => {
    expect(said(plan([paragraph(text)], '2024年发展总体要求和预期目标'))[0]?.[0]).toBe('promise')
  })
  it('under 总体要求 only targets are promises', () => {
    expect(said(plan([paragraph('坚持稳中求进工作总基调，完整准确全面贯彻新发展理念。地区生产总值增长6%。')], '2024年工作总体要求'))).toEqual([
      ['preamble', '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念。'],
      ['promise', '地区生产总值增长6%。'],
    ])
  })
})

const words = fc.array(fc.constantFrom('开展调研', '办好提案', '，', '；', '。', '！', '一是', '二是', '“', '”', '《', '》', '（', '）', '\n', ' ', '：', '2024年', '70个', '…', '·'), { maxLength: 30 }).map((w) => w.join(''))

it('put together again, the promises are the plan part: nothing lost, nothing twice', () => {
  const paragraphs = fc.array(fc.record({ text: words, lead: fc.constantFrom('', '强化学习。', '做好提案工作：') }), { maxLength: 5 })
  fc.assert(
    fc.property(paragraphs, paragraphs, (own, below) => {
      const make = (list: { text: string; lead: string }[], prefix: string): Paragraph[] => list.map(({ text, lead }, i) => paragraph(text, lead === '' ? '' : `${prefix}${i}${lead}`, `${prefix}${i}`))
      const [first, second] = [make(own, 'a'), make(below, 'b')]
      const source = plan(first, '2024年工作安排', [{ id: 't', level: 2, number: '（一）', heading: '提案', paragraphs: second, sections: [] }])
      const found = commitmentsOf(source)
      const leads = new Set([...first, ...second].map(({ content }) => plainText(content.filter((n) => n.marks))).filter((t) => t !== ''))
      let above = ''
      const together = found.map(({ text, path }) => {
        const lead = path.at(-1) ?? ''
        const opens = leads.has(lead) && lead !== above
        above = lead
        return (opens ? lead : '') + text
      }).join('')
      expect(together.trim()).toBe([...first, ...second].map(({ content }) => plainText(content)).filter((t) => t.trim() !== '').join('').trim())
      for (const commitment of found) {
        expect(commitmentSchema.safeParse(commitment).error).toBeUndefined()
        expect(commitment.text.trim()).not.toBe('')
      }
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
    }),
    { numRuns: 400 },
  )
})
