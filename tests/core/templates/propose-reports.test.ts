import { describe, expect, it } from 'vitest'
import type { Commitment, Report } from '#core/model/report.ts'
import { proposeReports } from '#core/templates/propose-reports.ts'

const promise = (id: string, text: string, kind: Commitment['kind'] = 'promise'): Commitment => ({ id, text, path: ['二、2024年工作打算'], kind, state: 'open' })

/** A procuratorate's draft, its review written in its own words, with a plan part for the year after. */
const REVIEW: Readonly<Record<string, string>> = {
  crime: '依法严惩严重刑事犯罪，批准逮捕236人，提起公诉418人。深入推进常态化扫黑除恶斗争，起诉涉黑恶犯罪12人。',
  minors: '选派26名检察官担任中小学法治副校长，开展“法治进校园”巡讲58场，受教育师生2.3万人次。为未成年被害人提供心理疏导31人次。',
  water: '聚焦饮用水水源地保护，与水利部门会签河湖长协作意见，立办公益诉讼案件17件，督促清理违规网箱42处。',
  labour: '支持农民工起诉讨薪，帮助126名农民工追回欠薪340万元。',
  study: '坚持“第一议题”制度，开展集中学习24次，举办青年干警讲堂9期。',
  open: '举办检察开放日活动6次，邀请人大代表、政协委员等150余人次走进检察机关。',
}
const draft = (commitments: Commitment[]): Report => ({
  id: 'd', status: 'draft', body: '青山县人民检察院', year: 2024, title: '', subtitle: '', occasion: '', byline: '', date: '', captions: [], noise: [], origin: { from: 'blank' }, commitments,
  sections: [
    { id: 's1', level: 1, number: '一、', heading: '2024年工作回顾', paragraphs: Object.entries(REVIEW).map(([id, text]) => ({ id, content: [{ type: 'text', text }] })), sections: [] },
    { id: 's2', level: 1, number: '二、', heading: '2025年工作打算', paragraphs: [{ id: 'new', content: [{ type: 'text', text: '加强数字检察，建设大数据法律监督平台，加强知识产权司法保护。' }] }], sections: [] },
  ],
})
const proposed = (text: string): string[] => (proposeReports(draft([promise('c1', text)])).get('c1') ?? []).map(({ paragraphId }) => paragraphId)

describe('what reports on a promise', () => {
  it.each([
    ['深化扫黑除恶斗争，从严惩治严重刑事犯罪。', 'crime'],
    ['推动法治副校长全覆盖，把法治教育送进校园。', 'minors'],
    ['办好饮用水水源地保护公益诉讼案件。', 'water'],
    ['加大对农民工讨薪案件的支持起诉力度。', 'labour'],
    ['常态化举办检察开放日，主动接受人大代表、政协委员监督。', 'open'],
    ['办好“青年干警讲堂”，举办8期以上。', 'study'],
    ['计划起诉涉黑恶犯罪全部到位，批准逮捕案件质量达到100%，举办开放日6次。', 'open'],
  ])('%s', (text, best) => {
    expect(proposed(text)).toContain(best)
    expect(proposed(text).length).toBeLessThanOrEqual(2)
  })
  it.each([['建设大数据法律监督平台，推进数字检察。'], ['加强知识产权司法保护，设立知识产权检察办公室。'], ['完成新办案技术用房建设并投入使用。'], ['落实食品药品安全领域惩罚性赔偿制度。'], ['全面加强自身建设，不断提高工作水平。']])('nothing on what was promised and not reported: %s', (text) => {
    expect(proposed(text)).toEqual([])
  })
  it('general statements are not looked for, and the new plan reports on nothing', () => {
    expect(proposeReports(draft([promise('c1', '选派检察官担任法治副校长。', 'preamble'), promise('c2', '建设大数据法律监督平台，加强知识产权司法保护。')])).size).toBe(0)
  })
  it('the paragraph that says it in the same words comes first', () => {
    const [first] = proposeReports(draft([promise('c1', '邀请人大代表、政协委员走进检察机关，举办检察开放日活动。')])).get('c1') ?? []
    expect(first?.paragraphId).toBe('open')
    expect(first?.score).toBeGreaterThan(0.6)
  })
  it('a draft without promises or without text gives nothing', () => {
    expect(proposeReports(draft([])).size).toBe(0)
    expect(proposeReports({ ...draft([promise('c1', '办好提案。')]), sections: [] }).size).toBe(0)
  })
})
