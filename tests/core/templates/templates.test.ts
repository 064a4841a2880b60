import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSlots } from '#core/edit/slots.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { instantiate } from '#core/templates/instantiate.ts'
import { placeOf } from '#core/templates/place.ts'
import { summarizeTemplate, templateSections } from '#core/templates/template.ts'
import { splitYears } from '#core/templates/years.ts'
import { readManifest } from '../../../src/main/library/manifest.ts'
import { deriveTemplates, readTemplates, templateText } from '../../../src/main/library/templates.ts'

const derived = await deriveTemplates('seeds')
const manifest = await readManifest('seeds')

describe('seeds/templates', () => {
  it('holds what npm run derive-templates writes', () => {
    expect(readdirSync('seeds/templates').sort()).toEqual(derived.map(({ name }) => `${name}.json`).sort())
    for (const template of derived) expect(readFileSync(`seeds/templates/${template.name}.json`, 'utf8'), template.name).toBe(templateText(template))
  })
  it('is read by its schema', async () => {
    expect((await readTemplates('seeds')).map(({ name }) => name)).toEqual(derived.map(({ name }) => name))
  })
})

describe.each(derived.map((t) => [t.name, t] as const))('%s', (_, template) => {
  const seed = manifest.find(({ template: { name } }) => name === template.name)
  const draft = instantiate(template, { id: 'd', body: '临江市政协', year: 2031 })
  const text = plainParagraphs(draft).map((p) => p.text).join('\n') + allParagraphs(draft).map((p) => p.guidance ?? '').join('\n')

  it('says nothing of the body it was drawn from, and leaves no placeholder', () => {
    expect(text).not.toMatch(/[{}]/u)
    expect(text).not.toContain(seed?.body)
    expect(text).not.toContain(placeOf(seed?.body ?? ''))
    expect(text).toContain('2031')
    expect(text).not.toContain(String(seed?.year))
  })
  it('has each figure open, with an example', () => {
    const slots = openSlots(draft)
    expect(slots.length).toBe(summarizeTemplate(template).slots)
    expect(slots.length).toBeGreaterThan(3)
    for (const { slot } of slots) expect(slot).toMatchObject({ example: expect.stringMatching(/\d|[一二三四五六七八九十百]/u) as unknown })
  })
  it('has guidance for each paragraph', () => {
    for (const { paragraphs } of templateSections(template.sections)) for (const { guidance } of paragraphs) expect(guidance).toMatch(/^写“.+”，约 \d+ 字/u)
  })
})

it('the place of a body', () => {
  expect(['开化县政协', '衢州市柯城区政协', '永康市政协', '县政协', '', '某委员会', '阿坝藏族羌族自治州政协'].map(placeOf)).toEqual(['开化', '柯城', '永康', '', '', '', '阿坝藏族羌族自治'])
})

it('cutting at years loses nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('2024年', '《2021年计划》', '“2020年', '”', '2021—2025年', '2021年2月5日', '全年', '1999', '。', '12024年', '20世纪'), { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      expect(splitYears(text).map((p) => p.text).join('')).toBe(text)
    }),
  )
})
