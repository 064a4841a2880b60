import { describe, expect, it } from 'vitest'
import events from '#resources/events.json'
import sessions from '#resources/sessions.json'
import { anniversariesIn } from '#core/figures/anniversaries.ts'

describe('resources/events.json', () => {
  it('names each event once, with a year and where it is known from', () => {
    expect(new Set(events.events.map(({ name }) => name)).size).toBe(events.events.length)
    for (const { name, year, source, words } of events.events) {
      expect(name).not.toBe('')
      expect(year).toBeGreaterThan(1840)
      expect(year).toBeLessThan(2030)
      expect(source).toMatch(/\p{Script=Han}/u)
      expect(() => new RegExp(`(?:${words})$`, 'u')).not.toThrow()
    }
  })

  it.each([
    ['中国共产党成立100周年', 1921],
    ['建党100周年', 1921],
    ['新中国成立75周年', 1949],
    ['人民政协成立75周年', 1949],
    ['全国人民代表大会成立70周年', 1954],
    ['抗日战争暨世界反法西斯战争胜利80周年', 1945],
    ['红军长征胜利80周年', 1936],
    ['中央红军长征出发90周年', 1934],
    ['“八八战略”实施20周年', 2003],
    ['毛泽东同志批示学习推广“枫桥经验”60周年', 1963],
    ['习近平总书记指示坚持发展“枫桥经验”20周年', 2003],
    ['全国工商联成立70周年', 1953],
    ['民盟成立80周年', 1941],
    ['改革开放45周年', 1978],
  ])('%s', (text, year) => {
    expect(anniversariesIn(text).map(({ event }) => event?.year)).toEqual([year])
  })

  it.each(['县政协成立40周年', '民革某市委成立30周年', '某县人民代表大会成立70周年', '省检察机关恢复重建40周年', '学校建校67周年', '市工商联成立60周年'])('knows nothing of %s', (text) => {
    expect(anniversariesIn(text).map(({ event }) => event)).toEqual([undefined])
  })
})

describe('resources/sessions.json', () => {
  it('has the plenums of each term in their order, the first in the month of the congress', () => {
    for (const [term, plenums] of Object.entries<readonly string[]>(sessions.plenums)) {
      expect([...plenums]).toEqual([...plenums].sort())
      expect(plenums[0]).toBe((sessions.congresses as Readonly<Record<string, string>>)[term])
    }
  })

  it('counts terms of five years', () => {
    const first = Object.values(sessions.terms)
    for (let i = 1; i < first.length; i++) expect((first[i] ?? 0) - (first[i - 1] ?? 0)).toBe(5)
  })
})
