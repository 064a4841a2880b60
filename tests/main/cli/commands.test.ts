import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkReport } from '#core/checker/check.ts'
import { dismiss } from '#core/checker/dismissal.ts'
import { readReportFile, REPORT_FORMAT, REPORT_VERSION, type Report } from '#core/model/report.ts'
import { CommandError, type Options } from '../../../src/main/cli/command.ts'
import { COMMANDS } from '../../../src/main/cli/commands.ts'
import { makeReport } from '../../core/make-report.ts'
import { SEEDS } from '../../gold/gold.ts'

const seeds = SEEDS.map((seed) => `seeds/${seed}.txt`)
const [now = '', then = ''] = seeds
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuhe-'))
})

async function run(command: string, files: string[], options: Partial<Options> = {}): Promise<{ status: number; out: string[]; err: string[] }> {
  const out: string[] = []
  const err: string[] = []
  const status = await COMMANDS[command]?.(files, { json: true, profile: 'official', seedsFolder: 'seeds', ...options }, { out: (l) => out.push(l), err: (l) => err.push(l) })
  return { status: status ?? -1, out, err }
}
const json = (line: string | undefined): Record<string, unknown> => JSON.parse(line ?? '') as Record<string, unknown>
const FIGURE = ['text', 'value', 'unit', 'approx', 'kind', 'indicator', 'section', 'paragraph', 'start', 'end', 'before', 'after']
const keys = (value: unknown): string[] => Object.keys(value as object)

describe('the JSON forms that other programs read', () => {
  it('outline: one line a file, in this order of keys', async () => {
    const { out, status } = await run('outline', seeds)
    expect([status, out.length]).toEqual([0, 5])
    for (const [i, line] of out.entries()) {
      const report = json(line)
      expect(keys(report)).toEqual(['file', 'title', 'subtitle', 'body', 'byline', 'date', 'year', 'sections', 'captions', 'noise'])
      expect(report['file']).toBe(seeds[i])
      expect(keys((report['sections'] as object[])[0])).toEqual(['number', 'heading', 'level', 'paragraphs', 'sections'])
    }
  })
  it('figures', async () => {
    const { out } = await run('figures', [then])
    const { figures } = json(out[0]) as { figures: object[] }
    for (const figure of figures) expect(keys(figure).filter((k) => k !== 'high')).toEqual(FIGURE)
    expect(figures).toContainEqual(expect.objectContaining({ text: '138件', value: 138, unit: '件', approx: 'exact', kind: 'quantity' }))
  })
  it('compare', async () => {
    const { out } = await run('compare', [now, then])
    const comparison = json(out[0]) as { pairs: Record<string, unknown>[]; onlyThis: object[]; onlyLast: object[] }
    expect(keys(comparison)).toEqual(['pairs', 'onlyThis', 'onlyLast'])
    for (const pair of comparison.pairs) {
      expect(keys(pair)).toEqual(['indicator', 'this', 'last', 'same', 'change', 'score'])
      expect(keys(pair['this'])).toEqual(FIGURE)
      expect(['yes', 'near']).toContain(pair['same'])
    }
  })
  it('check', async () => {
    const { out } = await run('check', [then])
    const { findings } = json(out[0]) as { findings: { anchors: object[] }[] }
    for (const finding of findings) {
      expect(keys(finding).filter((k) => k !== 'suggestion')).toEqual(['rule', 'severity', 'message', 'anchors'])
      expect(keys(finding.anchors[0])).toEqual(['paragraph', 'start', 'end', 'text', 'before', 'after'])
    }
  })
  it('paragraph, start and end are places in what outline prints', async () => {
    const outline = json((await run('outline', [then])).out[0]) as { title: string; subtitle: string; byline: string; sections: { number: string; heading: string; paragraphs: string[]; sections: [] }[] }
    const flat = (sections: typeof outline.sections): string[] => sections.flatMap((s) => [...(s.number + s.heading === '' ? [] : [s.number + s.heading]), ...s.paragraphs, ...flat(s.sections)])
    const paragraphs = [outline.title, outline.subtitle, outline.byline, ...flat(outline.sections)]
    const { figures } = json((await run('figures', [then])).out[0]) as { figures: { paragraph: number; start: number; end: number; text: string }[] }
    for (const { paragraph, start, end, text } of figures) expect(paragraphs[paragraph]?.slice(start, end).replace(/\s/gu, '')).toBe(text)
  })
})

describe('new, check, export', () => {
  it('makes a draft from a report and prints its open slots; exports it with a warning', async () => {
    const draft = join(folder, '草稿.json')
    const made = await run('new', [], { from: then, year: 2021, output: draft })
    const { file, slots } = json(made.out[0]) as { file: string; slots: { last: string }[] }
    expect([made.status, file, slots.length, slots[0]?.last]).toEqual([0, draft, 39, '42条'])
    expect(readReportFile(JSON.parse(await readFile(draft, 'utf8')))).toMatchObject({ ok: true, value: { report: { status: 'draft', year: 2021 } } })
    const open = json((await run('check', [draft])).out[0]) as { findings: { rule: string }[] }
    expect(open.findings.filter(({ rule }) => rule === 'slot.open').length).toBe(39)
    const target = join(folder, '草稿.docx')
    const exported = await run('export', [draft], { output: target })
    expect(exported.err[0]).toContain('39 处待填数据')
    expect((await readFile(target)).subarray(0, 2).toString()).toBe('PK')
    expect(json((await run('outline', [target])).out[0])['year']).toBe(2021)
  })
  it('makes a draft from a template', async () => {
    const draft = join(folder, 'd.json')
    expect((await run('new', [], { template: 'county-yearly-summary', year: 2025, output: draft })).status).toBe(0)
    await expect(run('new', [], { template: 'none', year: 2025, output: draft })).rejects.toThrow(/可用的模板：.*county-yearly-summary/u)
  })
})

it('check leaves out what the editor of a stored report let stand or switched off', async () => {
  const file = join(folder, '报告.json')
  const found = async (): Promise<string[]> => (json((await run('check', [file])).out[0]) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule)
  const report = makeReport(['推动工作工作落实，受到好评，，办复率达105%。'])
  const stored = async (checking?: Report['checking']): Promise<void> =>
    writeFile(file, JSON.stringify({ format: REPORT_FORMAT, version: REPORT_VERSION, revision: 1, savedAt: '2026-11-21T08:00:00.000Z', report: { ...report, ...(checking ? { checking } : {}) } }))
  await stored()
  expect(await found()).toEqual(['text.repeat', 'punct.repeated', 'percent.range'])
  const [repeat] = checkReport(report)
  if (!repeat) throw new Error('nothing found')
  await stored({ ...dismiss(undefined, repeat, '固定名称', '2026-11-21T08:00:00.000Z'), off: ['punct.repeated'] })
  expect(await found()).toEqual(['percent.range'])
})

describe('bad calls and files', () => {
  it('one unreadable file does not stop the others', async () => {
    await writeFile(join(folder, '空.docx'), '')
    const { status, out, err } = await run('figures', [join(folder, '空.docx'), join(folder, '没有.txt'), then])
    expect([status, out.length, err.length]).toEqual([2, 1, 2])
    for (const line of err) expect(line).toMatch(/^无法读取“.*(空\.docx|没有\.txt)”：.+$/u)
  })
  it('never writes over its source, or into nowhere', async () => {
    const source = join(folder, 'a.txt')
    await writeFile(source, '某县政协2024年工作综述\n一、提案\n收到提案168件。')
    await expect(run('export', [source], { output: source })).rejects.toThrow(CommandError)
    await expect(run('export', [source], { output: join(folder, 'none', 'x.docx') })).rejects.toThrow(/无法写入/u)
    expect(await readFile(source, 'utf8')).toContain('168件')
  })
})
