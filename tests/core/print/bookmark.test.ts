import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookmarkOf, isOurBookmark, sourceOf, sourcesByBookmark } from '#core/print/bookmark.ts'

const ids = fc.oneof(fc.stringMatching(/^[ps]\d{1,5}$/u), fc.uuid(), fc.string({ minLength: 1, maxLength: 12 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.stringMatching(/^[A-Za-z_-]{1,40}$/u))

describe('bookmarks', () => {
  it('read well for the ids that reports have', () => {
    expect([bookmarkOf('p12'), bookmarkOf('lead'), bookmarkOf('p3-4'), bookmarkOf('P3_4'), bookmarkOf('段')]).toEqual(['_shp12', '_shlead', '_shp3_04', '_sh_p3_14', '_sh_26bb5_'])
    expect([sourceOf('_shp12'), sourceOf('_shp3_04'), sourceOf('_sh_p3_14'), sourceOf('_GoBack'), sourceOf('_Toc123')]).toEqual(['p12', 'p3-4', 'P3_4', undefined, undefined])
  })
  it('are names that Word takes', () => {
    fc.assert(fc.property(ids, (id) => {
      expect(bookmarkOf(id)).toMatch(/^_[a-z0-9_]{1,39}$/u)
      expect(isOurBookmark(bookmarkOf(id))).toBe(true)
    }))
  })
  it('lead back to the id, long ones among the ids of a report', () => {
    fc.assert(fc.property(ids.filter((id) => !/[\ud800-\udfff]/u.test(id)), (id) => {
      const back = sourceOf(bookmarkOf(id))
      if (bookmarkOf(id).startsWith('_sh__')) expect(back).toBeUndefined()
      else expect(back).toBe(id)
      expect(sourcesByBookmark(['p1', id]).get(bookmarkOf(id))).toBe(id)
    }))
  })
  it('differ for different ids, capitals and small letters taken for the same', () => {
    fc.assert(fc.property(ids, ids, (a, b) => {
      if (a !== b) expect(bookmarkOf(a).toLowerCase()).not.toBe(bookmarkOf(b).toLowerCase())
    }))
  })
  it('nothing that another program named is taken for ours', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (name) => {
      const source = sourceOf(name)
      if (source !== undefined) expect(bookmarkOf(source)).toBe(name)
    }))
  })
})
