import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract, HostEvent } from '#contract/contract.ts'
import { DEFAULT_SETTINGS } from '#core/checker/settings.ts'
import { openSlots } from '#core/edit/slots.ts'
import { DEFAULT_OPTIONS } from '#core/print/options.ts'
import { printingOf } from '#core/print/publishing.ts'
import { readHere } from '../../src/main/files/reader.ts'
import { createHost, type Host, type ShellPorts } from '../../src/main/host.ts'
import { Unwritable } from '../../src/main/unwritable.ts'
import { handlerOptions } from '../../src/main/procedures/router.ts'
import { makeReport } from '../core/make-report.ts'
import { readIn } from './read-in.ts'

/** The contract as a window uses it, over a real message channel, without a window. */
let host: Host
let client: ContractRouterClient<typeof contract>
let folder = ''
let close = (): void => undefined
const ports: ShellPorts = { shell: 'electron' }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuhe-'))
  for (const key of ['pickFiles', 'saveFile', 'writeFile', 'openFile', 'showFile', 'readyToClose'] as const) delete ports[key]
  host = await createHost({ dataFolder: folder, seedsFolder: 'seeds', version: '0.0.0', reader: readHere, ports })
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(host.router, handlerOptions).upgrade(port1, { context: {} })
  port1.start()
  port2.start()
  client = createORPCClient(new RPCLink({ port: port2 }))
  close = () => (port1.close(), port2.close())
})
afterEach(async () => {
  close()
  await host.shutdown()
})

const failure = async (promise: Promise<unknown>): Promise<ORPCError<string, unknown>> => {
  const error = await promise.then(() => undefined, (e: unknown) => e)
  expect(error).toBeInstanceOf(ORPCError)
  return error as ORPCError<string, unknown>
}
const byYear = async (year: number) => (await client.library.list()).find((r) => r.body === '开化县政协' && r.year === year)?.id ?? ''

describe('the first start', () => {
  it('shows the five seeds as examples, each with body, year, title and counts', async () => {
    const list = await client.library.list()
    expect(list.length).toBe(5)
    for (const r of list) {
      expect(r).toMatchObject({ origin: { from: 'example' }, status: 'published', openSlots: 0 })
      expect(r.body).toMatch(/政协$/u)
      expect(r.characters).toBeGreaterThan(2000)
      expect(r.figures).toBeGreaterThan(5)
    }
  })
  it('a removed example stays away until it is restored', async () => {
    const id = await byYear(2020)
    await client.reports.remove({ id })
    expect((await client.library.list()).length).toBe(4)
    expect(await client.library.restoreExamples()).toEqual({ added: 1 })
    expect((await client.library.list()).length).toBe(5)
  })
})

describe('from last year to this year', () => {
  it('two drafts of one body that are begun at once share its ledger', async () => {
    const [reportId, other] = [await byYear(2020), await byYear(2024)]
    const drafts = await Promise.all([client.drafts.rollForward({ reportId, year: 2021 }), client.drafts.rollForward({ reportId: other, year: 2025 })])
    const { ledger } = await client.ledgers.get({ body: '开化县政协' })
    const ids = new Set(ledger?.indicators.map(({ id }) => id))
    for (const { id } of drafts) {
      const waiting = openSlots((await client.reports.get({ id })).report).flatMap(({ slot }) => (slot.entry ? [slot.entry.indicator] : []))
      expect(waiting.length).toBeGreaterThan(0)
      expect(waiting.filter((indicator) => !ids.has(indicator))).toEqual([])
    }
  })
  it('rolls forward, saves, refuses to export with open slots, exports despite them', async () => {
    const { id } = await client.drafts.rollForward({ reportId: await byYear(2020), year: 2021 })
    const { report, revision } = await client.reports.get({ id })
    expect(openSlots(report).length).toBe(39)
    const saved = await client.reports.save({ report: { ...report, title: '新题目' }, baseRevision: revision })
    expect(saved.revision).toBe(revision + 1)
    expect(await client.publish.review({ id })).toMatchObject({ openSlots: 39, unverified: 0 })
    const refused = await failure(client.publish.export({ id, profile: 'official', kind: 'docx', options: DEFAULT_OPTIONS, despiteOpenSlots: false }))
    expect(refused).toMatchObject({ code: 'OPEN_SLOTS', data: { count: 39 } })
    const answer = await client.publish.export({ id, profile: 'official', kind: 'docx', options: DEFAULT_OPTIONS, despiteOpenSlots: true })
    if (answer.outcome !== 'download') throw new Error(answer.outcome)
    expect(answer.file.name).toBe('新题目（2021年）.docx')
    expect(new TextDecoder().decode((await answer.file.arrayBuffer()).slice(0, 2))).toBe('PK')
  })
  it('hands the file to the shell that has a dialog', async () => {
    const written: string[] = []
    ports.saveFile = (name, bytes) => (written.push(`${name} ${bytes.length > 5000}`), Promise.resolve({ path: `/tmp/${name}` }))
    const id = await byYear(2024)
    expect(await client.publish.export({ id, profile: 'official', kind: 'docx', options: DEFAULT_OPTIONS, despiteOpenSlots: false })).toMatchObject({ outcome: 'saved' })
    expect(written[0]).toMatch(/开化县政协2024年工作综述\.docx true$/u)
    ports.saveFile = () => Promise.resolve(null)
    expect(await client.publish.export({ id, profile: 'official', kind: 'docx', options: DEFAULT_OPTIONS, despiteOpenSlots: false })).toEqual({ outcome: 'cancelled' })
  })
  it('begins from a template', async () => {
    const templates = await client.templates.list()
    expect(templates.length).toBe(5)
    const { id } = await client.drafts.fromTemplate({ template: templates[0]?.name ?? '', body: '临江市政协', year: 2030 })
    expect((await client.reports.get({ id })).report).toMatchObject({ status: 'draft', body: '临江市政协', year: 2030 })
    expect(await failure(client.drafts.fromTemplate({ template: 'none', body: '', year: 2030 }))).toMatchObject({ code: 'NOT_FOUND' })
  })
  it('keeps the file that a report came from, as it was', async () => {
    const [first] = await client.library.list()
    const { report } = await client.reports.get({ id: first?.id ?? '' })
    const bytes = new Uint8Array([0, 255, 13, 10, 7])
    const { id } = await client.reports.add({ report, original: new File([bytes], '../../原稿?.doc') })
    const kept: unknown[] = []
    ports.saveFile = (name, content) => {
      kept.push(name, [...content])
      return Promise.resolve({ path: '/x' })
    }
    expect(await client.reports.original({ id })).toEqual({ outcome: 'saved', path: '/x' })
    expect(kept).toEqual([expect.stringMatching(/原稿.*\.doc$/u), [...bytes]])
    expect(await client.reports.original({ id: first?.id ?? '' })).toEqual({ outcome: 'none' })
  })
  it('imports a file: read first, stored when the editor has looked at it', async () => {
    const file = new File(['某县政协2024年工作综述\n一、提案工作\n全年收到提案168件。'], '综述.txt')
    const { report } = await readIn(client.files.read({ file }))
    expect((await client.library.list()).length).toBe(5)
    const { id } = await client.reports.add({ report: { ...report, body: '某县政协' } })
    expect((await client.reports.get({ id })).report).toMatchObject({ id, body: '某县政协', year: 2024 })
  })
})

describe('failures are typed and change nothing', () => {
  const state = async (): Promise<string> => {
    const root = join(folder, 'library')
    const names = (await readdir(join(root, 'reports'))).sort()
    return JSON.stringify([names, ...(await Promise.all(names.map((n) => readFile(join(root, 'reports', n), 'utf8')))), await readFile(join(root, 'library.json'), 'utf8')])
  }
  it('input that does not fit its schema', async () => {
    const before = await state()
    const { report, revision } = await client.reports.get({ id: await byYear(2020) })
    const wrong: unknown[] = [
      { report: { ...report, sections: 'none' }, baseRevision: revision },
      { report, baseRevision: 'one' },
      { report: { ...report, sections: [{ ...report.sections[0], level: 9 }] }, baseRevision: revision },
      {},
    ]
    for (const input of wrong) expect(await failure(client.reports.save(input as Parameters<typeof client.reports.save>[0]))).toMatchObject({ code: 'BAD_REQUEST' })
    expect(await failure(client.drafts.rollForward({ reportId: 'x', year: 12 }))).toMatchObject({ code: 'BAD_REQUEST' })
    expect(await state()).toBe(before)
  })
  it('unknown and wicked ids, stale saves, unreadable files', async () => {
    const before = await state()
    for (const id of ['nothing', '../../etc/passwd', '']) expect(await failure(client.reports.get({ id }))).toMatchObject({ code: 'NOT_FOUND' })
    const { report, revision } = await client.reports.get({ id: await byYear(2020) })
    expect(await failure(client.reports.save({ report, baseRevision: revision + 1 }))).toMatchObject({ code: 'CONFLICT', data: { revision } })
    const unreadable = await failure(readIn(client.files.read({ file: new File([], '空.docx') })))
    expect(unreadable).toMatchObject({ code: 'UNREADABLE_FILE', data: { fileName: '空.docx', reason: 'empty' } })
    expect(unreadable.message).toMatch(/空\.docx.*空的.*请/u)
    expect(await state()).toBe(before)
  })
  it('nothing of the program shows in a message', async () => {
    ports.saveFile = () => Promise.reject(new Error('secret at /home/user'))
    const error = await failure(client.publish.export({ id: await byYear(2024), profile: 'official', kind: 'docx', options: DEFAULT_OPTIONS, despiteOpenSlots: false }))
    expect(error.message).toMatch(/程序内部出错/u)
    expect(JSON.stringify(error)).not.toContain('secret')
  })
})

describe('ledgers and materials', () => {
  const ledger = { id: 'kaihua', body: '开化县政协', indicators: [{ id: 'i1', name: '提案立案数', unit: '件', kind: 'quantity' as const, department: '提案委', values: [] }], collections: [] }
  const material = { id: 'new', body: '开化县政协', year: 2021, title: '提案工作总结', department: '提案委', date: '2021-12-01', fileName: '总结.txt', paragraphs: [{ id: 'p1', text: '收到提案 198件。', heading: false }] }

  it('a ledger is created once, saved on its revision, and there after a restart', async () => {
    expect(await client.ledgers.get({ body: '开化县政协' })).toEqual({ ledger: null })
    expect(await client.ledgers.save({ ledger, baseRevision: 0 })).toMatchObject({ revision: 1 })
    const refused = await failure(client.ledgers.save({ ledger: { ...ledger, id: 'another' }, baseRevision: 0 }))
    expect(refused).toMatchObject({ code: 'CONFLICT', data: { revision: 1 } })
    expect(refused.message).toContain('数据台账')
    expect(await client.ledgers.save({ ledger: { ...ledger, indicators: [] }, baseRevision: 1 })).toMatchObject({ revision: 2 })
    expect(await failure(client.ledgers.save({ ledger, baseRevision: 1 }))).toMatchObject({ code: 'CONFLICT', data: { revision: 2 } })
    expect(await failure(client.ledgers.save({ ledger: { ...ledger, id: 'none', body: '永康市政协' }, baseRevision: 4 }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await client.ledgers.get({ body: '开化县政协' })).toMatchObject({ ledger: { id: 'kaihua', indicators: [] }, revision: 2 })
    expect(await client.ledgers.list()).toMatchObject([{ id: 'kaihua', body: '开化县政协', indicators: 0 }])
  })
  it('a material is listed without its text, read, corrected, removed and brought back; its file is kept', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10])
    const { id } = await client.materials.add({ material, original: new File([bytes], '总结.txt') })
    const pasted = await client.materials.add({ material: { ...material, title: '贴来的', fileName: undefined, body: '永康市政协' } })
    expect(await client.materials.list({ body: '开化县政协' })).toEqual([
      { id, body: '开化县政协', year: 2021, title: '提案工作总结', department: '提案委', date: '2021-12-01', fileName: '总结.txt', characters: 9, revision: 1, savedAt: expect.any(String) as string },
    ])
    const { material: stored, revision } = await client.materials.get({ id })
    expect(stored).toEqual({ ...material, id })
    expect(await client.materials.save({ material: { ...stored, department: '提案和委员工作委' }, baseRevision: revision })).toMatchObject({ revision: 2 })
    expect(await failure(client.materials.save({ material: stored, baseRevision: revision }))).toMatchObject({ code: 'CONFLICT' })
    expect((await client.materials.getAll({ body: '开化县政协' })).map((m) => m.material.department)).toEqual(['提案和委员工作委'])
    await client.materials.remove({ id })
    expect(await client.materials.list({ body: '开化县政协' })).toEqual([])
    const gone = await failure(client.materials.get({ id }))
    expect(gone).toMatchObject({ code: 'NOT_FOUND' })
    expect(gone.message).toContain('素材')
    await client.materials.restore({ id })
    expect((await client.materials.list({ body: '开化县政协' })).length).toBe(1)
    const kept = await client.materials.original({ id })
    expect(kept.outcome === 'download' && [kept.file.name, ...new Uint8Array(await kept.file.arrayBuffer())]).toEqual(['总结.txt', ...bytes])
    expect(await client.materials.original({ id: pasted.id })).toEqual({ outcome: 'none' })
  })
  it('say to every window that they changed', async () => {
    const events: HostEvent[] = []
    const stream = await client.app.events()
    const reading = (async () => {
      for await (const event of stream) if (events.push(event) === 4) return
    })()
    await client.ledgers.save({ ledger, baseRevision: 0 })
    const { id } = await client.materials.add({ material })
    const { material: stored } = await client.materials.get({ id })
    await client.materials.save({ material: { ...stored, body: '永康市政协' }, baseRevision: 1 })
    await reading
    expect(events).toEqual([{ type: 'ledger', body: '开化县政协' }, { type: 'materials', body: '开化县政协' }, { type: 'materials', body: '永康市政协' }, { type: 'materials', body: '开化县政协' }])
  })
})

describe('what is set for all reports', () => {
  const checking = { off: ['punct.half-width'], severities: { 'text.repeat': 'error' as const }, terms: [{ right: '请你来协商', wrong: ['请您来协商'] }] }

  it('is the defaults at first, saved on its revision, said to every window, and there after a restart', async () => {
    expect(await client.settings.get()).toMatchObject({ checking: DEFAULT_SETTINGS, revision: 0 })
    const stream = await client.app.events()
    const told = (async () => {
      for await (const event of stream) return event
      return undefined
    })()
    expect(await client.settings.save({ checking, baseRevision: 0 })).toMatchObject({ revision: 1 })
    expect(await told).toEqual({ type: 'settings' })
    const refused = await failure(client.settings.save({ checking: DEFAULT_SETTINGS, baseRevision: 0 }))
    expect(refused).toMatchObject({ code: 'CONFLICT', data: { revision: 1 } })
    expect(refused.message).toContain('校核设置')
    await host.shutdown()
    host = await createHost({ dataFolder: folder, seedsFolder: 'seeds', version: '0.0.0', reader: readHere, ports })
    expect(host.library.settings.get()).toMatchObject({ checking, revision: 1 })
  })
  it('is refused where it is none', async () => {
    for (const wrong of [{ off: 'all' }, { ...checking, severities: { 'text.repeat': 'fatal' } }, { ...checking, terms: [{ right: '', wrong: [] }] }]) {
      expect(await failure(client.settings.save({ checking: wrong as unknown as typeof checking, baseRevision: 0 }))).toMatchObject({ code: 'BAD_REQUEST' })
    }
    expect(await client.settings.get()).toMatchObject({ revision: 0 })
  })
  it('and what the report’s editor let stand decide what the review before printing says', async () => {
    const text = '推动工作工作落实，开展活动活动12次，办复率达105%。'
    const { id } = await client.reports.add({ report: makeReport([text]) })
    const said = async () => (await client.publish.review({ id })).findings.map(({ rule, severity, count, first }) => [rule, severity, count, text.slice(first.start, first.end)])
    expect(await said()).toEqual([['percent.range', 'error', 1, '105%'], ['text.repeat', 'warning', 2, '工作工作']])
    expect(await client.publish.review({ id })).toMatchObject({ figures: 2, verified: 0, unverified: 0 })
    await client.settings.save({ checking: { ...DEFAULT_SETTINGS, off: ['percent.range'] }, baseRevision: 0 })
    expect(await said()).toEqual([['text.repeat', 'warning', 2, '工作工作']])
    const { report, revision } = await client.reports.get({ id })
    await client.reports.save({ report: { ...report, checking: { off: ['text.repeat'], dismissed: [] } }, baseRevision: revision })
    expect(await said()).toEqual([])
    // one that is compared with what is gone is reviewed all the same
    expect((await client.publish.review({ id, last: 'gone' })).findings).toEqual([])
  })
})

it('events reach the window: changes of the list, menu commands, the wish to close', async () => {
  const events: HostEvent[] = []
  const stream = await client.app.events()
  const reading = (async () => {
    for await (const event of stream) {
      events.push(event)
      if (events.length === 3) return
    }
  })()
  const { report } = await client.reports.get({ id: await byYear(2020) })
  await client.reports.add({ report })
  host.events.publish('event', { type: 'menu', command: 'save' })
  host.events.publish('event', { type: 'closing' })
  await reading
  expect(events).toEqual([{ type: 'library' }, { type: 'menu', command: 'save' }, { type: 'closing' }])
  let closed = false
  ports.readyToClose = () => (closed = true)
  await client.app.readyToClose()
  expect(closed).toBe(true)
})

describe('exports', () => {
  const options = DEFAULT_OPTIONS
  const written: string[] = []
  beforeEach(() => void written.splice(0))
  const saveTo = (path: string): void => {
    ports.saveFile = (_, bytes) => writeFile(path, bytes).then(() => ({ path }))
    ports.writeFile = (to, bytes) => (written.push(to), writeFile(to, bytes))
  }

  it('are listed, opened, shown, made again to the same place and forgotten', async () => {
    const path = join(folder, '综述.docx')
    saveTo(path)
    const id = await byYear(2024)
    await client.publish.export({ id, profile: 'official', kind: 'docx', options, despiteOpenSlots: false })
    const [made] = await client.publish.exports()
    expect(made).toMatchObject({ reportId: id, profile: 'official', fileName: '综述.docx', path, there: true })
    const seen: string[] = []
    ports.openFile = (opened) => Promise.resolve(void seen.push(`open ${opened}`))
    ports.showFile = (shown) => void seen.push(`show ${shown}`)
    const entry = made?.id ?? ''
    await client.publish.open({ export: entry, inFolder: false })
    await client.publish.open({ export: entry, inFolder: true })
    expect(seen).toEqual([`open ${path}`, `show ${path}`])
    await rm(path)
    expect((await client.publish.exports())[0]?.there).toBe(false)
    expect(await failure(client.publish.open({ export: entry, inFolder: false }))).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('已不在原来的位置') as string })
    expect(await client.publish.export({ id, profile: 'official', kind: 'docx', options, again: entry, despiteOpenSlots: false })).toEqual({ outcome: 'saved', path })
    expect(written).toEqual([path])
    const again = await client.publish.exports()
    expect(again.map(({ there }) => there)).toEqual([true])
    await client.publish.forget({})
    expect(await client.publish.exports()).toEqual([])
    expect((await stat(path)).isFile()).toBe(true)
  })
  it('know what they were compared with, so that one is made again as it was', async () => {
    saveTo(join(folder, '送审稿.docx'))
    const [id, last] = [await byYear(2024), await byYear(2020)]
    const printing = { id, profile: 'review' as const, options, last, base: { report: last } }
    await client.publish.export({ ...printing, kind: 'docx', despiteOpenSlots: true })
    const [made] = await client.publish.exports()
    if (!made) throw new Error('nothing was listed')
    expect(printingOf(made)).toEqual(printing)
  })
  it('keep a body’s habits, and what was cancelled changes none', async () => {
    const id = await byYear(2024)
    const own = { ...options, official: { ...options.official, lead: 'kaiti' as const } }
    ports.saveFile = () => Promise.resolve(null)
    await client.publish.export({ id, profile: 'official', kind: 'docx', options: own, despiteOpenSlots: false })
    expect(await client.publish.habit({ body: '开化县政协' })).toMatchObject({ options })
    delete ports.saveFile
    await client.publish.export({ id, profile: 'official', kind: 'docx', options: own, despiteOpenSlots: false })
    expect(await client.publish.habit({ body: '开化县政协' })).toMatchObject({ profile: 'official', kind: 'docx', options: own })
  })
  it('to a file that is open elsewhere are refused with the reason and another name, and nothing is listed', async () => {
    ports.saveFile = (name) => Promise.reject(new Unwritable(`/docs/${name}`, 'EBUSY'))
    const error = await failure(client.publish.export({ id: await byYear(2024), profile: 'official', kind: 'docx', options, despiteOpenSlots: false }))
    expect(error).toMatchObject({ code: 'UNWRITABLE', data: { suggestion: expect.stringMatching(/（2）\.docx$/u) as string } })
    expect(error.message).toMatch(/正被其他程序打开.*换一个名字/u)
    expect(await client.publish.exports()).toEqual([])
  })
  it('to a folder that is gone say so in words', async () => {
    ports.saveFile = (name) => Promise.reject(new Unwritable(`/usb/${name}`, 'ENOENT'))
    const error = await failure(client.publish.export({ id: await byYear(2024), profile: 'official', kind: 'docx', options, despiteOpenSlots: false }))
    expect(error.message).toMatch(/文件夹已不在.*换一个位置/u)
    expect(error.message).not.toMatch(/ENOENT|原来的文件/u)
  })
  it('cannot be aimed at a path that no export was written to', async () => {
    saveTo(join(folder, 'x.docx'))
    expect(await failure(client.publish.export({ id: await byYear(2024), profile: 'official', kind: 'docx', options, again: '/etc/passwd', despiteOpenSlots: false }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(written).toEqual([])
  })
  it('show against an earlier state only where it is kept', async () => {
    const { id } = await client.drafts.rollForward({ reportId: await byYear(2020), year: 2021 })
    const { report, revision } = await client.reports.get({ id })
    await client.reports.save({ report: { ...report, title: '新题目' }, baseRevision: revision })
    const [version] = await client.reports.versions({ id })
    expect(version).toBeDefined()
    expect(await failure(client.publish.model({ id, profile: 'review', options, base: { version: '2001-01-01T00:00:00.000Z' } }))).toMatchObject({ code: 'NOT_FOUND' })
  })
})
