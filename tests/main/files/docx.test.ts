import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openSlots } from '#core/edit/slots.ts'
import { printOfficial } from '#core/print/official.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { writeDocx } from '../../../src/main/files/docx-writer.ts'
import { seedReport } from '../../gold/gold.ts'

const report = seedReport('003_efa49a0a5d5d5787')
const parts = unzipSync(await writeDocx(printOfficial(report)))
const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
const style = (id: string): string => new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'su').exec(part('word/styles.xml'))?.[0] ?? ''

describe('the official profile in Word (GB/T 9704—2012)', () => {
  it('5.1, 5.2.1: A4, 37 mm above and 28 mm beside the text', () => {
    const section = /<w:sectPr.*<\/w:sectPr>/su.exec(part('word/document.xml'))?.[0] ?? ''
    const number = (name: string): number => Number(new RegExp(`w:${name}="(\\d+)"`, 'u').exec(section)?.[1])
    expect([number('w'), number('h')].map((t) => Math.round(t / 56.7))).toEqual([210, 297])
    expect([number('top'), number('left')].map((t) => Math.round(t / 56.69))).toEqual([37, 28])
    // 5.2.4: 22 lines of 28.95 pt fill 225 mm
    expect(/w:linePitch="(\d+)"/u.exec(section)?.[1]).toBe('579')
  })
  it('7.3.3: body in 仿宋 of size 3 (16 pt), two characters in from the left, 28.95 pt a line', () => {
    expect(style('Normal')).toMatch(/w:eastAsia="仿宋_GB2312"/u)
    expect(style('Normal')).toContain('<w:sz w:val="32"/>')
    expect(style('Normal')).toMatch(/w:firstLineChars="200"/u)
    expect(style('Normal')).toMatch(/w:line="579" w:lineRule="exact"/u)
  })
  it('7.3.1: title in 小标宋 of size 2 (22 pt), centred', () => {
    expect(style('Title')).toMatch(/w:eastAsia="方正小标宋简体"/u)
    expect(style('Title')).toContain('<w:sz w:val="44"/>')
    expect(style('Title')).toContain('<w:jc w:val="center"/>')
  })
  it('7.3.3: 黑体, 楷体, 仿宋 for three levels of headings, which Word sees in its outline', () => {
    expect(['Heading1', 'Heading2', 'Heading3'].map((id) => /w:eastAsia="([^"]+)"/u.exec(style(id))?.[1])).toEqual(['黑体', '楷体_GB2312', '仿宋_GB2312'])
    expect(['Heading1', 'Heading2', 'Heading3'].map((id) => /w:outlineLvl w:val="(\d)"/u.exec(style(id))?.[1])).toEqual(['0', '1', '2'])
  })
  it('7.5: page numbers between dashes, right on odd and left on even pages', () => {
    expect(part('word/settings.xml')).toContain('w:evenAndOddHeaders')
    const footers = Object.keys(parts).filter((name) => /footer\d/u.test(name) && !name.includes('rels')).map(part)
    expect(footers.length).toBe(2)
    for (const footer of footers) expect(footer).toMatch(/— .*PAGE.* —/su)
    const section = /<w:sectPr.*<\/w:sectPr>/su.exec(part('word/document.xml'))?.[0] ?? ''
    const side = (of: 'default' | 'even'): string | undefined => {
      const [, target = ''] = new RegExp(`Id="${new RegExp(`<w:footerReference [^>]*w:type="${of}"[^>]*>`, 'u').exec(section)?.[0].match(/r:id="(\w+)"/u)?.[1] ?? ''}"[^>]*Target="([^"]+)"`, 'u').exec(part('word/_rels/document.xml.rels')) ?? []
      return /<w:jc w:val="(\w+)"/u.exec(style(/<w:pStyle w:val="(\w+)"/u.exec(part(`word/${target}`))?.[1] ?? ''))?.[1]
    }
    expect([side('default'), side('even')]).toEqual(['right', 'left'])
  })
})

it('open slots are highlighted, each', async () => {
  const draft = rollForward(report, { id: 'd', year: 2024 })
  const xml = strFromU8(unzipSync(await writeDocx(printOfficial(draft)))['word/document.xml'] ?? new Uint8Array())
  expect(xml.match(/<w:highlight w:val="yellow"\/>/gu)?.length).toBe(openSlots(draft).length)
  expect(part('word/document.xml')).not.toContain('w:highlight')
})

it('control characters do not make a file that Word refuses', async () => {
  const odd = { ...report, title: 'a\u0000b\u001f\ud800c' }
  const xml = strFromU8(unzipSync(await writeDocx(printOfficial(odd)))['word/document.xml'] ?? new Uint8Array())
  expect(xml).toContain('ab\ufffdc')
})
