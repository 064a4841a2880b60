import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchIndicators } from '#core/ledger/match.ts'
import { kindOfUnit } from '#core/figures/unit-scale.ts'
import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { MARKED, markedNames, scoreMarked, type Pairing } from '../compare/marked-pairs.ts'
import { DIFFERENT, SAME } from './name-pairs.ts'

const indicator = (name: string, unit: string, id = 'x') => ({ id, name, unit, kind: kindOfUnit(unit) })
const alone = ([name, unit, ledgerName, ledgerUnit]: readonly [string, string, string, string]): boolean => matchIndicators([{ name, unit }], [indicator(ledgerName, ledgerUnit)])[0] !== undefined

describe('names of indicators', () => {
  it('never takes one for another', () => expect(DIFFERENT.filter(alone)).toEqual([]))
  // 26 of 30 when the code was first run on them
  it('finds most of those that are written otherwise', () => expect(SAME.filter(alone).length).toBeGreaterThanOrEqual(26))

  const things = ['提案立案', '社情民意信息', '大会发言', '专题协商会', '委员走访企业', '地区生产总值', '出口总额', '进口总额', '农村居民收入', '城镇居民收入', '新建公园', '改造公园']
  const tails = ['', '数', '总量', '次数']
  const ledgers = fc.uniqueArray(fc.record({ name: fc.tuple(fc.constantFrom(...things), fc.constantFrom(...tails)).map((p) => p.join('')), unit: fc.constantFrom('件', '次', '%', '元', '家') }), { selector: ({ name, unit }) => name + unit, minLength: 1, maxLength: 30 })

  it('finds every indicator by its own name and unit, in whatever order', () => {
    fc.assert(
      fc.property(ledgers.chain((heads) => fc.tuple(fc.constant(heads), fc.shuffledSubarray(heads))), ([heads, rows]) => {
        const indicators = heads.map(({ name, unit }) => indicator(name, unit, `${name}/${unit}`))
        expect(matchIndicators(rows, indicators)).toEqual(rows.map(({ name, unit }) => `${name}/${unit}`))
      }),
      { numRuns: 200 },
    )
  })
  it('answers with indicators of the ledger, each for one question only', () => {
    fc.assert(
      fc.property(ledgers, ledgers, (heads, rows) => {
        const indicators = heads.map(({ name, unit }, i) => indicator(name, unit, `i${i}`))
        const found = matchIndicators(rows, indicators).filter((id) => id !== undefined)
        expect(new Set(found).size).toBe(found.length)
        for (const id of found) expect(indicators.some((i) => i.id === id)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
  it.each([['出口额', '进口额'], ['收入', '支出'], ['男委员', '女委员'], ['城镇居民', '农村居民'], ['第一产业', '第二产业']])('%s is never %s, whatever stands around them', (one, other) => {
    fc.assert(
      fc.property(fc.constantFrom('全年', '全市', '累计', ''), fc.constantFrom('完成情况', '增加值', '数量', ''), (before, behind) => {
        expect(matchIndicators([{ name: before + one + behind, unit: '个' }], [indicator(before + other + behind, '个')])).toEqual([undefined])
      }),
    )
  })
  it('takes neither of two that fit equally well', () => {
    expect(matchIndicators([{ name: '走访企业', unit: '家' }], [indicator('走访企业', '家', 'a'), indicator('走访企业', '家', 'b')])).toEqual([undefined])
  })
  it('tells a rate from a level of one name, and goes by the unit where two have it', () => {
    expect(matchIndicators([{ name: '提案办复', unit: '%' }], [indicator('提案办复', '件')])).toEqual([undefined])
    expect(matchIndicators([{ name: '走访企业', unit: '次' }], [indicator('走访企业', '家', 'a'), indicator('走访企业', '次', 'b')])).toEqual(['b'])
  })
  it('an equal name without a unit is enough; punctuation, width and 万 do not matter', () => {
    expect(matchIndicators([{ name: ' 提案立案（数）', unit: '' }, { name: '财政收入', unit: '万元' }], [indicator('提案立案(数)', '件', 'a'), indicator('财政收入', '元', 'b')])).toEqual(['a', 'b'])
  })
  it('rows of equal words get one answer', () => {
    expect(matchIndicators([{ name: '走访企业', unit: '家' }, { name: '走访企业', unit: '家' }], [indicator('走访企业', '家', 'a')])).toEqual(['a', 'a'])
  })
})

describe('names as reports give them', () => {
  // names alone, against reports whose pairs were marked by hand: most of what is then wrong is one name in two contexts (a target, five years)
  it('are rarely taken for another', () => {
    const byName: Pairing = (here, there) => {
      const [now, then] = [reportFigures(here).filter(isCore), reportFigures(there).filter(isCore)]
      const found = matchIndicators(now.map((f) => ({ name: f.indicator, unit: f.unit, kind: f.kind })), then.map((f, i) => ({ id: String(i), name: f.indicator, unit: f.unit, kind: f.kind })))
      return found.flatMap((id, i) => {
        const [one, other] = [now[i], then[Number(id)]]
        return id !== undefined && one && other ? [{ this: one, last: other, same: 'yes' as const }] : []
      })
    }
    const scores = markedNames().map((name) => scoreMarked(MARKED, name, byName))
    const sum = (of: (s: (typeof scores)[number]) => number): number => scores.reduce((n, s) => n + of(s), 0)
    const [precision, recall] = [sum((s) => s.right) / sum((s) => s.found), sum((s) => s.certain) / sum((s) => s.demanded)]
    console.log(`indicators by their names alone: recall ${(recall * 100).toFixed(1)} %, precision ${(precision * 100).toFixed(1)} %`)
    expect(precision, scores.flatMap((s) => s.wrong).join('\n')).toBeGreaterThanOrEqual(0.97)
    expect(recall).toBeGreaterThanOrEqual(0.62)
  })
})
