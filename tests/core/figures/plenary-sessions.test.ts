import { describe, expect, it } from 'vitest'
import { areaOf, organOf, placeOfSession } from '#core/figures/plenary-sessions.ts'

describe('a body', () => {
  it.each([
    ['开化县政协', 'consultative', '开化县'], ['中国人民政治协商会议开化县委员会', 'consultative', '开化县'], ['衢州市柯城区人民检察院', 'congress', '衢州市柯城区'],
    ['浙江省人民政府', 'congress', '浙江省'], ['国务院', 'congress', '全国'], ['政协开化县委员会', 'consultative', '开化县'], ['政协第十届开化县委员会常务委员会', 'consultative', '开化县'], ['政协全国委员会', 'consultative', '全国'], ['全国政协', 'consultative', '全国'], ['县教育局', 'other', ''], ['', 'other', ''],
  ])('%s is of %s, %s', (body, organ, area) => {
    expect(organOf(body)).toBe(organ)
    expect(areaOf(body)).toBe(area)
  })
})

describe('the place of a session', () => {
  it.each([
    ['开化县政协', '在县', '', 'own'], ['开化县政协', '开化县', '', 'own'], ['开化县政协', '省', '', 'other'], ['开化县政协', '金华市', '', 'other'], ['开化县政协', '常山县', '', 'other'],
    ['开化县政协', '', '', 'unnamed'], ['开化县政协', '', '开化县委员会', 'own'], ['开化县政协', '', '衢州市委员会', 'other'],
    ['国务院', '全国', '', 'own'], ['国务院', '在省', '', 'other'], ['浙江省人民政府', '全国', '', 'other'],
    ['某大学', '在县', '', 'level'], ['某大学', '开化县', '', 'other'],
  ])('to %s, %s…%s is %s', (body, before, middle, place) => {
    for (const certain of [true, false]) expect(placeOfSession({ before, middle }, body, certain)).toBe(place)
  })
  it('is certain only where no name ends in the words before the level', () => {
    for (const before of ['根据市', '按照市', '日照市']) {
      expect(placeOfSession({ before, middle: '' }, '衢州市政协', true)).toBe('other')
      expect(placeOfSession({ before, middle: '' }, '衢州市政协', false)).toBe('own')
    }
  })
})
