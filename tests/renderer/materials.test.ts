import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Material } from '#core/materials/material.ts'
import { usageOf } from '#core/materials/usage.ts'
import type { Offer } from '#core/materials/offers.ts'
import type { Report } from '#core/model/report.ts'
import type { Client } from '../../src/renderer/app/client.ts'
import { bringIn, dropJob, jobs, settleJob } from '../../src/renderer/features/materials/bring-in.ts'
import { piecesOf, shownParagraphs } from '../../src/renderer/features/materials/material-text.ts'
import { questionsOf } from '../../src/renderer/features/materials/questions.ts'
import { readPassage, wordsOf, writePassage } from '../../src/renderer/editor/dragged-passage.ts'
import { lookOver } from '../../src/renderer/workers/materials-work.ts'

const material = (id: string, ...texts: string[]): Material => ({ id, body: '某县政协', year: 2021, title: `素材${id}`, department: '', date: '', paragraphs: texts.map((text, i) => ({ id: `p${i + 1}`, text, heading: false })) })
const draft = (...content: Report['sections'][number]['paragraphs'][number]['content']): Report => ({ id: 'd', status: 'draft', body: '某县政协', year: 2021, title: '', subtitle: '', occasion: '', byline: '', date: '', sections: [{ id: 's1', level: 1, number: '', heading: '提案工作', paragraphs: [{ id: 'd1', content }], sections: [] }], captions: [], noise: [], origin: { from: 'blank' } })

describe('a material as it is shown', () => {
  it('sentences with their use, figures and what was found as stretches of their own', () => {
    const m = material('m', '全年收到提案168件。质量明显提高，办理成效突出。')
    const [shown] = shownParagraphs(m, usageOf(m, draft({ type: 'text', text: '全年收到提案168件。' })), new Map([['p1', [{ start: 4, end: 8 }]]]))
    expect(shown?.sentences.map(({ use }) => use?.state)).toEqual(['used', 'unused'])
    expect(shown?.sentences[0]?.pieces.map(({ text, figure, found }) => [text, figure?.indicator ?? '', found])).toEqual([['全年收到', '', false], ['提案', '', true], ['16', expect.stringContaining('提案'), true], ['8件', expect.stringContaining('提案'), false], ['。', '', false]])
  })
  it('a use of words that are no longer there is not shown', () => {
    const m = material('m', '全年收到提案168件。')
    expect(shownParagraphs(material('m', '全年收到提案169件。'), usageOf(m, draft({ type: 'text', text: '全年收到提案168件。' })), new Map())[0]?.sentences[0]?.use).toBeUndefined()
  })
  it('pieces are the text, whatever is marked in it', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, n]) => ({ start, end: start + n }))
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.nat(10), fc.array(range), (text, offset, ranges) => {
        expect(piecesOf(text, offset, [], ranges).map((p) => p.text).join('')).toBe(text)
      }),
    )
  })
})

describe('words that travel', () => {
  const transfer = (): Pick<DataTransfer, 'setData' | 'getData'> => {
    const held = new Map<string, string>()
    return { setData: (type, data) => void held.set(type, data), getData: (type) => held.get(type) ?? '' }
  }
  it('carry their material, and plain text for everybody else', () => {
    const data = transfer()
    writePassage(data, { material: 'm', text: '收到提案168件。' })
    expect(readPassage(data)).toEqual({ material: 'm', text: '收到提案168件。' })
    expect(data.getData('text/plain')).toBe('收到提案168件。')
  })
  it.each(['', 'null', '{}', '{"material":1,"text":"a"}', '{"material":"m","text":""}', '[1'])('%j is none', (json) => {
    const data = transfer()
    data.setData('application/x-shuhe-passage', json)
    expect(readPassage(data)).toBeUndefined()
  })
  it('a selection over paragraphs is a line each', () => {
    expect(wordsOf(' 一。\n\n　二。 \r\n')).toBe('一。\n二。')
  })
})

it('offers for slots that were filled meanwhile are not shown', () => {
  const slot = (id: string): Extract<Report['sections'][number]['paragraphs'][number]['content'][number], { type: 'slot' }> => ({ type: 'slot', id, indicator: '收到提案', unit: '件', kind: 'quantity', last: { text: '168件', value: 168, unit: '件', approx: 'exact', year: 2020 } })
  const before = draft({ type: 'text', text: '全年收到提案' }, slot('f1'), { type: 'text', text: '。' })
  const { offers, origins, uses } = lookOver(before, [material('m', '全年收到提案180件。')], null)
  expect(questionsOf(before, offers).map(({ indicator, slot: s, offers: o }) => [indicator, s?.start, o.map(({ text }) => text)])).toEqual([['收到提案', 6, ['180件']]])
  expect(questionsOf(draft({ type: 'text', text: '全年收到提案180件。' }), offers)).toEqual([])
  expect([origins, [...uses.keys()]]).toEqual([[], ['m']])
  const entry: Offer = { ...(offers[0] as Offer), indicatorId: 'i' }
  delete entry.slotId
  expect(questionsOf(before, [entry]).map(({ key }) => key)).toEqual(['ii'])
})

describe('files that become materials', () => {
  /** a host that reads a file as a report of one paragraph: its text */
  function host(): { client: Client; stored: { material: Material; revision: number; savedAt: string }[]; hold: { until?: Promise<void> } } {
    const stored: { material: Material; revision: number; savedAt: string }[] = []
    const hold: { until?: Promise<void> } = {}
    const client = {
      files: {
        read: async ({ file }: { file: File }, { signal }: { signal: AbortSignal }) => {
          const text = await file.text()
          if (text === 'damaged') throw new Error('boom')
          return (async function* () {
            yield { type: 'progress', done: 1, of: 2 }
            await hold.until
            if (signal.aborted) throw new Error('aborted')
            yield { type: 'read', report: { ...draft(...(text === '' ? [] : [{ type: 'text' as const, text }])), sections: text === '' ? [] : draft({ type: 'text', text }).sections }, source: [] }
          })()
        },
      },
      materials: {
        list: () => Promise.resolve(stored.map(({ material: { paragraphs: _, ...rest }, revision, savedAt }) => ({ ...rest, characters: 0, revision, savedAt }))),
        get: ({ id }: { id: string }) => Promise.resolve(stored.find((s) => s.material.id === id)),
        add: ({ material: m }: { material: Material }) => {
          const id = `m${stored.length}`
          stored.push({ material: { ...m, id }, revision: 1, savedAt: '2021-12-01T00:00:00Z' })
          return Promise.resolve({ id })
        },
        save: ({ material: m, baseRevision }: { material: Material; baseRevision: number }) => {
          const at = stored.findIndex((s) => s.material.id === m.id)
          stored[at] = { material: m, revision: baseRevision + 1, savedAt: '2021-12-02T00:00:00Z' }
          return Promise.resolve({ revision: baseRevision + 1, savedAt: '2021-12-02T00:00:00Z' })
        },
      },
    } as unknown as Client
    return { client, stored, hold }
  }
  const to = { body: '某县政协', year: 2021 }
  const states = (): string[] => jobs.get().map((job) => `${job.file.name} ${job.state}`)
  beforeEach(() => jobs.set([]))

  it('many at once, each stored with its file name; what cannot be read says so and does not stop the rest', async () => {
    const { client, stored } = host()
    bringIn(client, [new File(['收到提案168件。'], '一.txt'), new File(['damaged'], '二.txt'), new File(['立案138件。'], '三.txt')], to)
    await vi.waitFor(() => expect(stored.length).toBe(2))
    await vi.waitFor(() => expect(states()).toEqual(['二.txt failed']))
    expect(stored.map(({ material: m }) => [m.fileName, m.body, m.year])).toEqual([['一.txt', '某县政协', 2021], ['三.txt', '某县政协', 2021]])
    const [job] = jobs.get()
    expect(job?.state === 'failed' && job.message).toMatch(/^“二\.txt”没有导入。/u)
    dropJob(job?.key ?? 0)
    expect(jobs.get()).toEqual([])
  })
  it('the same file again is not stored twice; a newer text under its name asks, and updates or stands beside', async () => {
    const { client, stored } = host()
    bringIn(client, [new File(['收到提案168件。'], '一.txt')], to)
    await vi.waitFor(() => expect([stored.length, jobs.get().length]).toEqual([1, 0]))
    bringIn(client, [new File(['收到提案168件。'], '一.txt'), new File(['收到提案170件。'], '一.txt')], to)
    await vi.waitFor(() => expect(states()).toEqual(['一.txt known']))
    await settleJob(client, jobs.get()[0]?.key ?? 0, 'update')
    expect(stored.map(({ material: m, revision }) => [m.id, m.paragraphs.map((p) => p.text).at(-1), revision])).toEqual([['m0', '收到提案170件。', 2]])
    bringIn(client, [new File(['收到提案171件。'], '一.txt')], to)
    await vi.waitFor(() => expect(states()).toEqual(['一.txt known']))
    await settleJob(client, jobs.get()[0]?.key ?? 0, 'add')
    expect([stored.length, jobs.get().length]).toEqual([2, 0])
  })
  it('cancelled while it is read, nothing is stored', async () => {
    const { client, stored, hold } = host()
    let go = (): void => undefined
    hold.until = new Promise((resolve) => (go = resolve))
    bringIn(client, [new File(['收到提案168件。'], '一.txt'), new File(['立案138件。'], '二.txt')], to)
    await vi.waitFor(() => expect(states()).toEqual(['一.txt reading', '二.txt waiting']))
    dropJob(jobs.get()[0]?.key ?? 0)
    go()
    await vi.waitFor(() => expect(stored.map(({ material: m }) => m.fileName)).toEqual(['二.txt']))
  })
  it('without any text is refused with the way out', async () => {
    const { client, stored } = host()
    bringIn(client, [new File([''], '空.txt')], to)
    await vi.waitFor(() => expect(states()).toEqual(['空.txt failed']))
    expect(stored).toEqual([])
  })
})
