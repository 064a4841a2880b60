import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Material } from '#core/materials/material.ts'
import { fold } from '#core/materials/fold.ts'
import { searchMaterials } from '#core/materials/search.ts'

const material = (id: string, title: string, ...texts: string[]): Material => ({ id, body: '', year: null, title, department: id, date: '', paragraphs: texts.map((text, i) => ({ id: `p${i}`, text, heading: false })) })
const all = [
  material('提案委', '提案工作总结', '全年收到提案 198件，立案１８６件。', '召开会议5次。'),
  material('办公室', '办公室小结', '编发社情民意信息２１期，Ｗｏｒｄ材料 3份。', '督办提　案6件。'),
  material('研究室', '协商工作', '开展“请你来协商”活动。'),
]
const found = (query: string): string[] => searchMaterials(all, query).map(({ material: m, paragraphs }) => `${m.id}:${paragraphs.map(({ text, ranges }) => ranges.map(({ start, end }) => text.slice(start, end)).join('+')).join('/')}`)

describe('search in materials', () => {
  it('all words must occur, in whatever order, width and spacing', () => {
    expect(found('提案')).toEqual(['提案委:提案', '办公室:提　案'])
    expect(found('立案 186 收到提案')).toEqual(['提案委:收到提案+立案１８６'])
    expect(found('WORD　材料')).toEqual(['办公室:Ｗｏｒｄ材料'])
    expect(found('提案198')).toEqual(['提案委:提案 198'])
    expect(found('提案 社情民意 协商')).toEqual([])
  })
  it('finds quotation marks of any form, and in title and department', () => {
    expect(found('"请你来协商"')).toEqual(['研究室:“请你来协商”'])
    expect(searchMaterials(all, '研究室')[0]).toMatchObject({ department: [{ start: 0, end: 3 }], title: [], paragraphs: [] })
  })
  it('an empty query finds nothing', () => {
    expect(searchMaterials(all, ' 　')).toEqual([])
  })
  it('title first, then where the words stand together', () => {
    const two = [material('a', '小结', '会议5次。', '提案6件。'), material('b', '小结', '会议议定提案6件。'), material('c', '提案会议纪要', '无。')]
    expect(searchMaterials(two, '提案 会议').map(({ material: m }) => m.id)).toEqual(['c', 'b', 'a'])
  })
  it('ranges are in order, apart, and hold the words and nothing else', () => {
    const text = fc.string({ unit: fc.constantFrom('提', '案', '工', '作', ' ', '　', '２', '2', '，') })
    fc.assert(
      fc.property(text, text, (source, query) => {
        const [hit] = searchMaterials([material('', '', source)], query)
        let at = 0
        const marked = hit?.paragraphs[0]?.ranges ?? []
        for (const { start, end } of marked) {
          expect(start).toBeGreaterThanOrEqual(at)
          at = end
        }
        const words = [...new Set(query.split(/[\s\u3000]+/u).map((w) => fold(w).text).filter((w) => w !== ''))]
        expect(hit !== undefined).toBe(words.length > 0 && words.every((w) => fold(source).text.includes(w)))
        for (const word of words) if (hit) expect(marked.some(({ start, end }) => fold(source.slice(start, end)).text.includes(word))).toBe(true)
      }),
    )
  })
})
