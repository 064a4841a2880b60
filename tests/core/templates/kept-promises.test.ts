import { describe, expect, it } from 'vitest'
import { plainText } from '#core/model/plain-text.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { commitmentsOf } from '#core/templates/commitments.ts'
import { proposeReports } from '#core/templates/propose-reports.ts'
import { MARKED, readMarked } from '../compare/marked-pairs.ts'

/**
 * Of the pairs of consecutive reports that have a plan part: for the words of each promise the beginnings of the paragraphs in which a reader finds it
 * reported; none where this year's report is silent about it.
 */
const READ: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  city: {
    地区生产总值增长: ['2024年，面对'],
    一般公共预算收入增长: ['2024年，面对'],
    规上工业增加值增长: ['2024年，面对'],
    社会消费品零售总额: ['2024年，面对'],
    '城镇居民、农村居民': ['新增城镇就业'],
    城镇新增就业: ['新增城镇就业'],
    居民消费价格: [],
    实施制造业倍增计划: ['研发经费支出'],
    新增规上工业企业: ['研发经费支出'],
    强化要素保障: [],
    促进消费: [],
    改造老旧小区: ['粮食播种面积', '五年来'],
    加强普惠托育: ['新增城镇就业'],
  },
  county: {
    地区生产总值增长: ['过去一年', '民生支出'],
    改造老旧小区: ['完成老旧小区', '净增规上'],
  },
  'cppcc-county': { 计划开展专题协商: ['精准建言', '提案办理'] },
  nation: {
    国内生产总值增长: ['2022年，', '五年来'],
    城镇新增就业: ['2022年，', '五年来'],
    居民消费价格: ['2022年，'],
    居民收入增长: ['基础设施'],
    粮食产量: ['2022年，', '五年来'],
    今年赤字率: ['2022年，'],
    预计支出规模: [],
    拟安排地方政府专项债券: [],
    中央预算内投资: [],
    居民医保: [],
  },
  procuratorate: { 计划开展专项监督: ['接待来访'] },
}

/** Of the first proposals, as many must be right; of what is reported, as much must be found. */
const PRECISION = 0.9
const RECALL = 0.75

describe('promises of one year in the report of the next', () => {
  const first = { right: 0, wrong: [] as string[] }
  let reported = 0
  it.each(Object.entries(READ))('%s: what the report is silent about is proposed nowhere', (name, labels) => {
    const draft = { ...readMarked(MARKED, name, 'this').report, commitments: commitmentsOf(readMarked(MARKED, name, 'last').report) }
    const texts = new Map(allParagraphs(draft).map((p) => [p.id, plainText(p.content)]))
    const proposals = proposeReports(draft)
    const seen = new Set<string>()
    for (const { id, text, kind } of draft.commitments) {
      const label = Object.keys(labels).find((words) => text.includes(words) && !seen.has(words))
      if (kind === 'preamble') continue
      expect(label, `${text} is not read by hand`).toBeDefined()
      seen.add(label ?? '')
      const where = labels[label ?? ''] ?? []
      if (where.length > 0) reported++
      const found = texts.get(proposals.get(id)?.[0]?.paragraphId ?? '')
      if (found === undefined) continue
      if (where.some((words) => found.startsWith(words))) first.right++
      else first.wrong.push(`${text} → ${found}`)
      if (where.length === 0) expect(found, text).toBeUndefined()
    }
    expect(seen.size).toBe(Object.keys(labels).length)
  })
  it('what is reported is found, and what is found is right', () => {
    console.log(`promises: ${first.right} of ${reported} found, ${first.wrong.length} wrong`, first.wrong)
    expect(first.right / (first.right + first.wrong.length)).toBeGreaterThanOrEqual(PRECISION)
    expect(first.right / reported).toBeGreaterThanOrEqual(RECALL)
  })
})
