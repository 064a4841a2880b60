import { describe, expect, it } from 'vitest'
import { compareReports } from '#core/compare/compare.ts'
import { buildSeries, seriesFacts } from '#core/compare/series.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { figureNodeSchema, textNode, type Inline } from '#core/model/inline.ts'
import type { Report } from '#core/model/report.ts'

/** Indicators that are easily taken for each other, each alone in its report: nothing better is there to be paired with. */

const report = (id: string, year: number, text: string): Report => ({ ...recoverReport(linesOfText(`${year}年工作综述\n一、工作回顾\n${text}`), { id, origin: { from: 'blank' } }), year })
const pairOf = (now: string, last: string) => compareReports(report('now', 2024, now), report('last', 2023, last)).pairs[0]

const OTHERS: readonly (readonly [now: string, last: string])[] = [
  ['上半年完成固定资产投资12亿元。', '全年完成固定资产投资20亿元。'], ['一季度地区生产总值增长5.2%。', '地区生产总值增长5.8%。'], ['前三季度工业增加值增长6.1%。', '工业增加值增长6.6%。'],
  ['居民消费价格环比上涨0.2%。', '居民消费价格同比上涨0.8%。'], ['月均接待群众120人次。', '全年接待群众1500人次。'], ['批准逮捕犯罪嫌疑人186人。', '不批准逮捕犯罪嫌疑人52人。'],
  ['不合格产品占3.1%。', '合格产品占97.2%。'], ['税收收入占比81.2%。', '非税收入占比18.1%。'], ['一审案件审结320件。', '二审案件审结41件。'], ['获得一等奖3个。', '获得二等奖5个。'],
  ['引进第二批人才项目12个。', '引进第一批人才项目9个。'], ['男委员180名。', '女委员60名。'], ['接待外地游客12万人次。', '接待本地游客30万人次。'], ['县域内就诊率91.2%。', '县域外就诊率8.5%。'],
  ['早稻产量12万吨。', '晚稻产量15万吨。'], ['公办幼儿园32所。', '民办幼儿园18所。'], ['线上培训1200人次。', '线下培训800人次。'], ['食品抽检合格率98.5%。', '药品抽检合格率99.1%。'],
  ['开工项目45个。', '竣工项目32个。'], ['新建公厕12座。', '改建公厕8座。'], ['任命干部32人。', '免去干部11人。'], ['制定地方性法规3件。', '修改地方性法规2件。'], ['发放贷款32亿元。', '收回贷款12亿元。'],
  ['申报专利320件。', '获批专利120件。'], ['签约项目32个。', '落地项目18个。'], ['实际利用外资2.1亿美元。', '合同利用外资3.2亿美元。'], ['招生1200人。', '在校生3800人。'], ['城镇登记失业率2.3%。', '城镇调查失业率5.1%。'],
  ['进口额增长3.2%。', '出口额增长5.1%。'], ['粮食播种面积12万亩。', '粮食产量6万吨。'], ['人均可支配收入3.2万元。', '居民可支配收入总额12亿元。'], ['全年立案查处32件。', '全年审结32件。'],
  ['提案满意率98%。', '提案办复率100%。'], ['应届毕业生就业率92%。', '往届毕业生就业率88%。'], ['五年来累计建成公路320公里。', '全年建成公路62公里。'], ['计划新增就业1.2万人，力争达到1.3万人。', '新增就业1.1万人。'],
]
describe('are not taken for each other', () => {
  it.each(OTHERS)('%s — %s', (now, last) => expect(pairOf(now, last)?.same, pairOf(now, last)?.indicator).not.toBe('yes'))
})

const SCOPES: readonly (readonly [now: string, last: string])[] = [
  ['重点提案12件，全部办结。', '提案138件，全部办结。'], ['新增养老床位320张。', '养老床位2100张。'], ['过夜游客32万人次。', '游客120万人次。'], ['农村居民人均可支配收入增长7.1%。', '居民人均可支配收入增长6.2%。'],
  ['走访企业320户。', '走访企业320人次。'],
]
describe('of another scope are at most near', () => {
  it.each(SCOPES)('%s — %s', (now, last) => expect(pairOf(now, last)?.same).not.toBe('yes'))
})

const SAME: readonly (readonly [now: string, last: string])[] = [
  ['全年收到提案175件。', '共收到提案168件。'], ['经审查立案提案150件。', '提案立案143件。'], ['固定资产投资同比增长5.1%。', '固定资产投资比上年增长6.2%。'], ['地区生产总值增长5.1%。', 'GDP增长6.2%。'],
  ['培训委员320名。', '培训委员286人。'], ['报送社情民意信息280篇。', '编报社情民意信息256篇。'], ['固定资产投资下降9.6%。', '固定资产投资增长3.5%。'], ['组织专题协商会议7次。', '召开专题协商会6次。'],
  ['城镇新增就业1.2万人。', '新增城镇就业1.1万人。'], ['一般公共预算收入86亿元。', '一般公共预算收入8040000万元。'],
]
describe('are one indicator in other words', () => {
  it.each(SAME)('%s — %s', (now, last) => expect(pairOf(now, last)).toMatchObject({ same: 'yes' }))
})

describe('what fell is below nought', () => {
  it('in the change of two rates', () => expect(pairOf('固定资产投资下降9.6%。', '固定资产投资增长3.5%。')?.change).toEqual({ absolute: -13.1, percent: null }))
  it('in the change of two amounts', () => expect(pairOf('企业比上年减少8家。', '企业比上年增加12家。')?.change).toEqual({ absolute: -20, percent: null }))
  it('of two falls the deeper one is lower', () => expect(pairOf('固定资产投资下降9.6%。', '固定资产投资下降3.5%。')?.change).toEqual({ absolute: -6.1, percent: null }))
  it('by the words before the number, where the indicator was kept from a year that grew', () => {
    const kept = (words: string, indicator: string): Report => {
      const figure: Inline = figureNodeSchema.parse({ type: 'figure', text: '9.6%', id: 'f1', indicator, unit: '%', kind: 'percent', state: 'filled' })
      const blank = report('now', 2024, '全县财政收入。')
      return { ...blank, sections: blank.sections.map((section) => ({ ...section, paragraphs: section.paragraphs.map((p) => ({ ...p, content: [textNode(`全县财政收入${words}`), figure, textNode('。')] })) })) }
    }
    const change = (words: string, indicator: string, before: string): unknown => compareReports(kept(words, indicator), report('last', 2023, `全县财政收入${before}。`)).pairs[0]?.change
    expect(change('同比下降了约', '财政收入增长', '增长3.5%')).toEqual({ absolute: -13.1, percent: null })
    expect(change('增长', '财政收入下降', '下降3.5%')).toEqual({ absolute: 13.1, percent: null })
  })
  it('in a series: no rise and no record', () => {
    const table = buildSeries(['增长8.2%', '下降3.1%', '增长3.5%', '下降9.6%'].map((rate, i) => report(`r${i}`, 2021 + i, `固定资产投资${rate}。`)))
    expect(table.series).toHaveLength(1)
    const [series] = table.series
    expect(series?.points.map(({ value }) => value)).toEqual([8.2, -3.1, 3.5, -9.6])
    expect(series && seriesFacts(series)).toMatchObject({ run: { direction: 'down', years: 1 }, record: 'low', change: { absolute: -13.1, percent: null } })
  })
  it('persons are counted in 名, 位 and 人 alike', () => expect(pairOf('培训委员320名。', '培训委员286人。')?.change).toEqual({ absolute: 34, percent: 11.89 }))
})

describe('many equal indicators', () => {
  const many = (k: number): string => Array.from({ length: k }, (_, i) => `第${i + 1}个项目完成投资${i + 1}亿元。`).join('\n')
  it.each([12, 20, 60, 300, 1000])('%d of them, each with its own', (k) => {
    const { pairs } = compareReports(report('a', 2024, many(k)), report('b', 2023, many(k)))
    expect(pairs.filter((p) => p.this.paragraphId !== p.last.paragraphId)).toEqual([])
    expect(pairs).toHaveLength(k)
  })
})

describe('texts that no one writes are compared to their end', () => {
  const texts = { 'one sentence without marks': '我们收到提案168件'.repeat(1500), 'one sentence of clauses': '收到提案168件，'.repeat(1500), 'many sentences': '收到提案168件。'.repeat(1500), 'years before a figure': `${'五年来'.repeat(8000)}1件` }
  it.each(Object.entries(texts))('%s', (_, text) => {
    const { pairs, onlyThis } = compareReports(report('a', 2024, text), report('b', 2024, text))
    expect(onlyThis).toEqual([])
    expect(pairs.every((p) => p.this.start === p.last.start)).toBe(true)
  })
})
