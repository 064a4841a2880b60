import { describe, expect, it } from 'vitest'
import table from '#resources/days.json'
import { countedDaysIn, datedDaysIn, mayFallOn } from '#core/figures/kept-days.ts'

describe('resources/days.json', () => {
  it('names each day once, with a source, and no date that the calendar does not have', () => {
    expect(new Set(table.days.map(({ name }) => name)).size).toBe(table.days.length)
    for (const { name, words, source, ...more } of table.days) {
      expect(source).toMatch(/\p{Script=Han}/u)
      expect(() => new RegExp(words, 'u')).not.toThrow()
      expect(new RegExp(`^(?:${words})$`, 'u').test(name)).toBe(true)
      if ('day' in more) expect(more.day).toMatch(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:\/(?:[12]\d|3[01]))?$/u)
      if ('first' in more) {
        expect(more.first).toBeGreaterThan(1900)
        expect(more.first).toBeLessThan(2030)
      }
    }
  })

  it.each([
    ['第40个教师节', '教师节', 2024],
    ['第三十四次全国助残日', '全国助残日', 2024],
    ['第24个记者节', '中国记者节', 2023],
    ['第五个中国人民警察节', '中国人民警察节', 2025],
    ['第112个“5·12”国际护士节', '国际护士节', 2023],
    ['第28个世界读书日', '世界读书日', 2023],
    ['第32个全国消防日', '全国消防日', 2023],
    ['第八个“中国医师节”', '中国医师节', 2025],
  ])('%s', (text, name, year) => {
    expect(countedDaysIn(text).map(({ day, n }) => [day.name, (day.first[0] ?? 0) + n - 1])).toEqual([[name, year]])
  })

  it.each(['第五届职工运动会', '第3个工作日', '第一个月', '全国第一个“读书节”'])('knows nothing of %s', (text) => {
    expect(countedDaysIn(text)).toEqual([])
  })

  it.each([
    ['4月23日是世界读书日', true],
    ['5月18日正值第48个国际博物馆日', true],
    ['5月19日是全国助残日', true],
    ['5月12日是全国助残日', false],
    ['“12·3”国家宪法日', false],
    ['世界环境日（6月6日）', false],
    ['4月22日“世界读书日”当天', false],
    ['9月10日第40个教师节当天', true],
  ])('%s', (text, right) => {
    expect(datedDaysIn(text).map(({ day, month, dayOfMonth }) => mayFallOn(day, month, dayOfMonth))).toEqual([right])
  })

  it('leaves what is near a day alone', () => {
    expect(datedDaysIn('4月21日是世界读书日活动启动的日子，4月22日世界读书日前夕举办，护士节（5月10日至12日）')).toEqual([])
  })
})
