import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Notice } from '#contract/contract.ts'
import type { Report } from '#core/model/report.ts'
import { addMissingExamples } from '../../../src/main/library/examples.ts'
import { ConflictError, DocumentNotFoundError } from '../../../src/main/library/document-store.ts'
import { Library } from '../../../src/main/library/library.ts'
import { LibraryLockedError } from '../../../src/main/library/lock.ts'

let folder = ''
let notices: Notice[] = []
let now = new Date('2025-01-10T08:00:00Z')
let library: Library
const open = (): Promise<Library> => Library.open({ folder, shell: 'browser', now: () => now, onNotice: (n) => notices.push(n) })
const report = (title: string): Report => ({
  id: 'new', status: 'draft', body: '某县政协', year: 2024, title, subtitle: '', occasion: '', byline: '', date: '',
  sections: [{ id: 's1', level: 1, number: '一、', heading: '提案', paragraphs: [{ id: 'p1', content: [{ type: 'text', text: '收到提案168件。' }] }], sections: [] }],
  captions: [], noise: [], origin: { from: 'blank' },
})
const file = (name: string): string => join(folder, 'library', name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuhe-'))
  notices = []
  now = new Date('2025-01-10T08:00:00Z')
  library = await open()
})
afterEach(() => library.close())

describe('the library', () => {
  it('keeps what was saved over a restart, and counts characters and figures', async () => {
    const { report: { id } } = await library.add(report('一'))
    await library.close()
    library = await open()
    expect((await library.get(id)).report.title).toBe('一')
    expect(library.list()).toMatchObject([{ id, title: '一', characters: 14, figures: 1, openSlots: 0, revision: 1 }])
  })
  it('refuses a save that is not based on what is on disk, and writes nothing', async () => {
    const { report: stored } = await library.add(report('一'))
    await library.save({ ...stored, title: '二' }, 1)
    await expect(library.save({ ...stored, title: '三' }, 1)).rejects.toBeInstanceOf(ConflictError)
    expect((await library.get(stored.id)).report.title).toBe('二')
  })
  it('moves to the trash and back', async () => {
    const { report: { id } } = await library.add(report('一'))
    await library.remove(id)
    expect(library.list()).toEqual([])
    await expect(library.get(id)).rejects.toBeInstanceOf(DocumentNotFoundError)
    await library.restore(id)
    expect((await library.get(id)).report.title).toBe('一')
    await expect(library.restore(id)).rejects.toThrow()
  })
  it('keeps earlier states, ten minutes apart', async () => {
    const { report: stored } = await library.add(report('一'))
    for (let i = 1; i <= 6; i++) {
      now = new Date(now.getTime() + 6 * 60_000)
      await library.save({ ...stored, title: `第${i}稿` }, i)
    }
    const kept = await readdir(file(`versions/${stored.id}`))
    expect(kept.length).toBe(3)
    expect(JSON.parse(await readFile(file(`versions/${stored.id}/${kept[0] ?? ''}`), 'utf8'))).toMatchObject({ report: { title: '一' } })
  })
  it('opens the last good copy of a damaged report and says so', async () => {
    const { report: stored } = await library.add(report('一'))
    await library.save({ ...stored, title: '二' }, 1)
    await library.close()
    await writeFile(file(`reports/${stored.id}.json`), '{"format":"shuhe.rep')
    library = await open()
    expect((await library.get(stored.id)).report.title).toBe('一')
    expect(notices.map(({ severity, message }) => [severity, /已损坏，已打开上一次保存的完好副本/u.test(message)])).toEqual([['warning', true]])
  })
  it('rebuilds a damaged index from the reports', async () => {
    const { report: { id } } = await library.add(report('一'))
    await library.add(report('二'))
    await library.close()
    await writeFile(file('library.json'), 'garbage')
    await writeFile(file('library.json.bak'), 'garbage')
    library = await open()
    expect(library.list().map((r) => r.title).sort()).toEqual(['一', '二'])
    expect((await library.get(id)).report.title).toBe('一')
  })
  it('leaves a report of a newer version untouched and says so', async () => {
    await library.close()
    await writeFile(file('reports/later.json'), '{"format":"shuhe.report","version":99}')
    library = await open()
    expect(library.list()).toEqual([])
    expect(notices[0]?.message).toContain('更新版本')
    expect(await readFile(file('reports/later.json'), 'utf8')).toBe('{"format":"shuhe.report","version":99}')
  })
  it.each(['../library', 'a/b', '', 'A', '.', '..', 'x'.repeat(65), 'con\u0000'])('no id leaves the folder: %j', async (id) => {
    await expect(async () => library.get(id)).rejects.toBeInstanceOf(DocumentNotFoundError)
    await expect(async () => library.save({ ...report('x'), id }, 1)).rejects.toBeInstanceOf(DocumentNotFoundError)
  })
})

describe('the lock', () => {
  const lock = (pid: number): Promise<void> => writeFile(file('lock'), JSON.stringify({ pid, shell: 'electron', startedAt: '2025-01-10T08:00:00Z' }))
  it('keeps a second process out, in words', async () => {
    await library.close()
    await lock(process.ppid)
    await expect(open()).rejects.toThrow(LibraryLockedError)
    await expect(open()).rejects.toThrow(/正由另一个述核进程使用/u)
    await lock(2 ** 22 + 12345)
    library = await open()
  })
  it.each(['', '{', 'null'])('left over and unreadable (%j) is taken over', async (content) => {
    await library.close()
    await writeFile(file('lock'), content)
    library = await open()
    expect(JSON.parse(await readFile(file('lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  })
})

it('examples come back only where they are missing', async () => {
  expect(await addMissingExamples(library, 'seeds')).toBe(5)
  const first = library.list()[0]
  await library.remove(first?.id ?? '')
  expect(await addMissingExamples(library, 'seeds')).toBe(1)
  expect(await addMissingExamples(library, 'seeds')).toBe(0)
  expect(library.list().map(({ body, year }) => `${body}${year ?? ''}`).sort()).toEqual(['开化县政协2020', '开化县政协2024', '永康市政协2024', '衢州市政协2024', '衢州市柯城区政协2023'])
})

it('whatever is done in whatever order, the library holds what was acknowledged', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), n: fc.nat(9) }),
    fc.record({ do: fc.constantFrom('save' as const, 'stale' as const, 'remove' as const, 'restore' as const), n: fc.nat(3) }),
    fc.record({ do: fc.constant('reopen' as const), n: fc.constant(0) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await library.close()
      folder = await mkdtemp(join(tmpdir(), 'shuhe-'))
      library = await open()
      const model: { id: string; title: string; revision: number; gone: boolean }[] = []
      for (const s of steps) {
        const known = model[s.n]
        if (s.do === 'add') {
          const { report: { id } } = await library.add(report(`新${s.n}`))
          model.push({ id, title: `新${s.n}`, revision: 1, gone: false })
        } else if (s.do === 'reopen') {
          await library.close()
          library = await open()
        } else if (!known) continue
        else if (s.do === 'save' && !known.gone) {
          const { revision } = await library.save({ ...report(`改${known.revision}`), id: known.id }, known.revision)
          Object.assign(known, { title: `改${known.revision}`, revision })
        } else if (s.do === 'stale' && !known.gone) await expect(library.save({ ...report('旧'), id: known.id }, known.revision - 1)).rejects.toBeInstanceOf(ConflictError)
        else if (s.do === 'remove' && !known.gone) {
          await library.remove(known.id)
          known.gone = true
        } else if (s.do === 'restore' && known.gone) {
          await library.restore(known.id)
          known.gone = false
        }
      }
      const held = model.filter(({ gone }) => !gone)
      expect(library.list().map(({ id, title, revision }) => ({ id, title, revision })).sort((a, b) => a.id.localeCompare(b.id))).toEqual(
        held.map(({ id, title, revision }) => ({ id, title, revision })).sort((a, b) => a.id.localeCompare(b.id)),
      )
      for (const { id, title } of held) expect((await library.get(id)).report.title).toBe(title)
      expect(notices).toEqual([])
    }),
    { numRuns: 40 },
  )
})
