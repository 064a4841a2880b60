import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS, KINDS, printOptionsSchema, PROFILES } from '#core/print/options.ts'
import { exportName, habitOf, MOST_EXPORTS, nextName, NO_PUBLISHING, printingOf, readPublishingFile, withExport, type Exported } from '#core/print/publishing.ts'

const made = (more: Partial<Exported> = {}): Exported => ({ id: 'e', at: '2026-11-21T08:00:00.000Z', reportId: 'r', title: '工作综述', body: '开化县政协', profile: 'official', kind: 'docx', options: DEFAULT_OPTIONS, fileName: '工作综述.docx', path: '/a/工作综述.docx', ...more })

describe('options', () => {
  it('have a default for everything', () => {
    expect(printOptionsSchema.parse({})).toEqual(DEFAULT_OPTIONS)
    expect(DEFAULT_OPTIONS.official).toEqual({ lead: 'bold', latin: 'times', signature: { show: false, name: '', date: '' }, attachments: [] })
    for (const profile of PROFILES) expect(KINDS[profile].length).toBeGreaterThan(0)
  })
})

describe('exports that were made', () => {
  it('of a body say how its next one is made', () => {
    const options = { ...DEFAULT_OPTIONS, sheet: { openOnly: true } }
    const file = withExport(NO_PUBLISHING, made({ profile: 'sheet', kind: 'xlsx', options }))
    expect(habitOf(file, '开化县政协')).toEqual({ profile: 'sheet', kind: 'xlsx', options })
    expect(habitOf(file, '永康市政协')).toEqual({ profile: 'official', kind: 'docx', options: DEFAULT_OPTIONS })
    expect(habitOf(file, 'constructor')).toEqual({ profile: 'official', kind: 'docx', options: DEFAULT_OPTIONS })
  })
  it('to one file are one, the last one; the list has an end', () => {
    let file = NO_PUBLISHING
    for (let n = 0; n < MOST_EXPORTS + 10; n++) file = withExport(file, made({ id: `e${n}`, path: `/a/${n}.docx` }))
    expect(file.exports.length).toBe(MOST_EXPORTS)
    file = withExport(file, made({ id: 'again', path: `/a/${MOST_EXPORTS}.docx` }))
    expect(file.exports.map(({ id }) => id).slice(0, 2)).toEqual(['again', `e${MOST_EXPORTS + 9}`])
    expect(file.exports.filter(({ path }) => path === `/a/${MOST_EXPORTS}.docx`).length).toBe(1)
  })
  it('leave date and attachments to the report that they were of: the next year’s has its own', () => {
    const official = { ...DEFAULT_OPTIONS.official, lead: 'kaiti' as const, signature: { show: true, name: '开化县政协', date: '2026年1月10日' }, attachments: ['提案办理情况表'] }
    const file = withExport(NO_PUBLISHING, made({ options: { ...DEFAULT_OPTIONS, official } }))
    expect(habitOf(file, '开化县政协', 'r').options.official).toEqual(official)
    expect(habitOf(file, '开化县政协', 'next').options.official).toEqual({ ...official, signature: { ...official.signature, date: '' }, attachments: [] })
  })
  it('are made again of their own report and beside what that was compared with', () => {
    expect(printingOf(made({ profile: 'sheet', last: 'l' }))).toEqual({ id: 'r', profile: 'sheet', options: DEFAULT_OPTIONS, last: 'l' })
    expect(printingOf(made({ profile: 'review', base: { version: '2026-11-20T08:00:00.000Z' } }))).toEqual({ id: 'r', profile: 'review', options: DEFAULT_OPTIONS, base: { version: '2026-11-20T08:00:00.000Z' } })
  })
  it('read the stored form of version 1, and fill in what it lacks', () => {
    const read = readPublishingFile(JSON.parse(readFileSync('tests/fixtures/stored/publishing-v1.json', 'utf8')))
    if (!read.ok) throw new Error(read.detail)
    expect(habitOf(read.value, '开化县政协').options.official.signature.name).toBe('开化县政协')
    expect(read.value.exports[0]).toMatchObject({ profile: 'sheet', options: DEFAULT_OPTIONS })
    for (const damaged of [null, 3, {}, { ...NO_PUBLISHING, exports: [{}] }]) expect(readPublishingFile(damaged)).toMatchObject({ ok: false, reason: 'damaged' })
    expect(readPublishingFile({ ...NO_PUBLISHING, version: 99 })).toMatchObject({ ok: false, reason: 'newer' })
  })
})

describe('file names', () => {
  const named = (title: string, year: number | null = 2025): string => exportName({ title, subtitle: '', body: '', year }, 'official', 'docx')
  it('say title, year and profile', () => {
    expect(exportName({ title: '凝心聚力', subtitle: '——开化县政协2024年工作综述', body: '开化县政协', year: 2024 }, 'review', 'docx')).toBe('开化县政协2024年工作综述（送审稿）.docx')
    expect(exportName({ title: '工作报告', subtitle: '', body: '', year: 2025 }, 'sheet', 'xlsx')).toBe('工作报告（2025年）（数据核对表）.xlsx')
    expect(named('', null)).toBe('工作报告.docx')
  })
  it('are accepted by every system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (title) => {
        const name = named(title)
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u)
            expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
        expect(name.replace(/\.docx$/u, '')).not.toMatch(/[. ]$/u)
      }),
    )
  })
  it('count on', () => {
    expect(nextName('报告.docx')).toBe('报告（2）.docx')
    expect(nextName('报告（2）.docx')).toBe('报告（3）.docx')
    expect(nextName('报告（2025）.docx')).toBe('报告（2）.docx')
    expect(nextName('没有后缀')).toBe('没有后缀（2）')
    fc.assert(fc.property(fc.stringMatching(/^[^/\\]{1,20}$/u), (name) => {
      expect(nextName(name)).not.toBe(name)
    }))
  })
})
