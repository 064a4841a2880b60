import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Notice } from '#contract/contract.ts'
import { emptyLedger, type Ledger } from '#core/ledger/ledger.ts'
import type { Material } from '#core/materials/material.ts'
import { ConflictError, DocumentNotFoundError } from '../../../src/main/library/document-store.ts'
import { NewerFileError } from '../../../src/main/library/durable-file.ts'
import { Ledgers } from '../../../src/main/library/ledgers.ts'
import { Materials } from '../../../src/main/library/materials.ts'

/** The store through its two plain users, ledgers and materials; the reports' tests (library.test.ts) go through it as well. */
let root = ''
let notices: Notice[] = []
let now = new Date('2021-12-01T08:00:00Z')
let ledgers: Ledgers
let materials: Materials
async function open(): Promise<void> {
  const options = { root, now: () => now, onNotice: (n: Notice) => void notices.push(n) }
  ledgers = new Ledgers(options)
  materials = new Materials(options)
  for (const store of [ledgers, materials]) {
    await store.prepare()
    await store.emptyTrash()
  }
}
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shuhe-'))
  notices = []
  now = new Date('2021-12-01T08:00:00Z')
  await open()
})
const material = (title: string, body = '开化县政协'): Material => ({ id: 'new', body, year: 2021, title, department: '', date: '', paragraphs: [{ id: 'p1', text: `${title}。`, heading: false }] })
const ledger = (id: string, body: string, note = ''): Ledger => ({ ...emptyLedger(id, body), indicators: [{ id: 'i', name: note, unit: '件', kind: 'quantity', department: '', values: [] }] })

describe('one ledger a body', () => {
  it('two windows that create it at once: one does, the other is in conflict', async () => {
    const outcomes = await Promise.allSettled([ledgers.save(ledger('a', '甲县政协'), 0), ledgers.save(ledger('b', '甲县政协'), 0)])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(outcomes[1]?.status === 'rejected' && outcomes[1].reason).toBeInstanceOf(ConflictError)
    expect((await ledgers.list()).map(({ id }) => id)).toEqual(['a'])
    expect(await readdir(join(root, 'ledgers'))).toEqual(['a.json'])
  })
  it('two windows that save the same revision at once: one does', async () => {
    await ledgers.save(ledger('a', '甲县政协'), 0)
    const outcomes = await Promise.allSettled([ledgers.save(ledger('a', '甲县政协', '一'), 1), ledgers.save(ledger('a', '甲县政协', '二'), 1)])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await ledgers.of('甲县政协'))?.ledger.indicators[0]?.name).toBe('一')
  })
  it('cannot take over the body of another ledger, nor its id', async () => {
    await ledgers.save(ledger('a', '甲县政协'), 0)
    await ledgers.save(ledger('b', '乙县政协'), 0)
    await expect(ledgers.save(ledger('b', '甲县政协'), 1)).rejects.toBeInstanceOf(ConflictError)
    await expect(ledgers.save(ledger('a', '丙县政协'), 0)).rejects.toBeInstanceOf(ConflictError)
    expect((await ledgers.of('甲县政协'))?.ledger.id).toBe('a')
    expect(await ledgers.of('丙县政协')).toBeUndefined()
  })
  it('what could not be read again is not written', async () => {
    await ledgers.save(ledger('a', '甲县政协'), 0)
    const twice = ledger('a', '甲县政协')
    await expect(ledgers.save({ ...twice, indicators: [...twice.indicators, ...twice.indicators] }, 1)).rejects.toThrow(/readable/u)
    expect((await ledgers.of('甲县政协'))?.revision).toBe(1)
  })
  it('of a newer version: untouched, said, and no second one is begun', async () => {
    const later = JSON.stringify({ format: 'shuhe.ledger', version: 99, ledger: { body: '甲县政协' } })
    await writeFile(join(root, 'ledgers/later.json'), later)
    await expect(ledgers.of('甲县政协')).rejects.toBeInstanceOf(NewerFileError)
    await expect(ledgers.save(ledger('b', '甲县政协'), 0)).rejects.toBeInstanceOf(NewerFileError)
    await ledgers.save(ledger('c', '乙县政协'), 0)
    expect(await readFile(join(root, 'ledgers/later.json'), 'utf8')).toBe(later)
    expect(notices.map(({ message }) => /数据台账（later）由更新版本/u.test(message))).toEqual([true])
  })
})

describe('damage', () => {
  it('the last good copy is opened, the damaged file kept, and it is said', async () => {
    await ledgers.save(ledger('a', '甲县政协', '一'), 0)
    await ledgers.save(ledger('a', '甲县政协', '二'), 1)
    await writeFile(join(root, 'ledgers/a.json'), '{"format":"shuhe.led')
    await open()
    expect((await ledgers.of('甲县政协'))?.ledger.indicators[0]?.name).toBe('一')
    expect(notices).toMatchObject([{ severity: 'warning', message: expect.stringMatching(/^数据台账.*已损坏，已打开上一次保存的完好副本/u) as string }])
    expect((await readdir(join(root, 'ledgers'))).some((name) => name.startsWith('a.json.damaged-'))).toBe(true)
  })
  it('without a copy the others are still there', async () => {
    const { material: { id } } = await materials.add(material('一'))
    await materials.add(material('二'))
    await writeFile(join(root, `materials/${id}.json`), 'null')
    await open()
    expect((await materials.list('开化县政协')).map(({ title }) => title)).toEqual(['二'])
    expect(notices).toMatchObject([{ severity: 'error', message: expect.stringContaining('没有可用的副本') as string }])
    await expect(materials.get(id)).rejects.toBeInstanceOf(DocumentNotFoundError)
  })
  it('damaged while the list is known: the rest is answered', async () => {
    const { material: { id } } = await materials.add(material('一'))
    await materials.add(material('二'))
    await writeFile(join(root, `materials/${id}.json`), '')
    expect((await materials.getAll('开化县政协')).map((m) => m.material.title)).toEqual(['二'])
    expect(notices[0]?.message).toContain('素材“一”')
    expect((await materials.list('开化县政协')).length).toBe(1)
  })
})

describe('the trash', () => {
  it('of one kind does not give to another', async () => {
    const { material: { id } } = await materials.add(material('一'))
    await materials.remove(id)
    expect(await readdir(join(root, 'trash/materials'))).toEqual([`${id}.json`])
    await expect(materials.get(id)).rejects.toBeInstanceOf(DocumentNotFoundError)
    await expect(materials.remove(id)).rejects.toBeInstanceOf(DocumentNotFoundError)
    expect((await materials.restore(id)).material.title).toBe('一')
    await expect(materials.restore(id)).rejects.toBeInstanceOf(DocumentNotFoundError)
  })
  it('is emptied of what has lain in it for longer than 30 days, with its file', async () => {
    const bytes = new Uint8Array([1, 2, 3])
    const { material: { id } } = await materials.add(material('一'), { name: '原稿.docx', bytes })
    await materials.remove(id)
    // the age is that of the file on disk, so time passes for the store alone
    now = new Date(Date.now() + 29 * 86_400_000)
    await open()
    expect(await materials.original(id)).toEqual({ name: '原稿.docx', bytes })
    now = new Date(Date.now() + 31 * 86_400_000)
    await open()
    await expect(materials.restore(id)).rejects.toBeInstanceOf(DocumentNotFoundError)
    expect(await materials.original(id)).toBeUndefined()
  })
})

it('keeps earlier states, ten minutes apart', async () => {
  await ledgers.save(ledger('a', '甲县政协', '0'), 0)
  for (let i = 1; i <= 6; i++) {
    now = new Date(now.getTime() + 6 * 60_000)
    await ledgers.save(ledger('a', '甲县政协', String(i)), i)
  }
  expect((await readdir(join(root, 'versions/a'))).length).toBe(3)
})

it.each(['../ledgers/a', 'a/b', '', 'A', '..', 'x'.repeat(65)])('no id leaves the folder: %j', async (id) => {
  await expect(async () => materials.get(id)).rejects.toBeInstanceOf(DocumentNotFoundError)
  await expect(async () => materials.original(id)).rejects.toBeInstanceOf(DocumentNotFoundError)
  await expect(async () => ledgers.save(ledger(id, '甲县政协'), 0)).rejects.toBeInstanceOf(DocumentNotFoundError)
})

it('whatever is done in whatever order, also at once, what was acknowledged is there after a restart', async () => {
  const step = fc.record({ do: fc.constantFrom('add', 'save', 'stale', 'remove', 'restore', 'list'), n: fc.nat(3) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      root = await mkdtemp(join(tmpdir(), 'shuhe-'))
      notices = []
      await open()
      const held = new Map<string, string>()
      const removed = new Map<string, string>()
      const added: { id: string; revision: number }[] = []
      const work: Promise<unknown>[] = []
      for (const [i, s] of steps.entries()) {
        const known = added[s.n]
        if (s.do === 'add') {
          const { material: { id } } = await materials.add(material(`新${i}`))
          added.push({ id, revision: 1 })
          held.set(id, `新${i}`)
        } else if (s.do === 'list') work.push(materials.list('开化县政协'))
        else if (!known) continue
        // none of these is waited for: they follow each other by themselves
        else if (s.do === 'save' && held.has(known.id)) {
          work.push(materials.save({ ...material(`改${i}`), id: known.id }, known.revision++))
          held.set(known.id, `改${i}`)
        } else if (s.do === 'stale' && held.has(known.id)) work.push(expect(materials.save({ ...material('旧'), id: known.id }, known.revision - 1)).rejects.toBeInstanceOf(ConflictError))
        else if (s.do === 'remove' && held.has(known.id)) {
          const title = held.get(known.id) ?? ''
          work.push(materials.remove(known.id))
          held.delete(known.id)
          removed.set(known.id, title)
        } else if (s.do === 'restore' && removed.has(known.id)) {
          work.push(materials.restore(known.id))
          held.set(known.id, removed.get(known.id) ?? '')
          removed.delete(known.id)
        }
      }
      await Promise.all(work)
      const titles = (list: readonly { title: string }[]): string[] => list.map(({ title }) => title).sort()
      expect(titles(await materials.list())).toEqual([...held.values()].sort())
      await open()
      expect(titles((await materials.getAll('开化县政协')).map((m) => m.material))).toEqual([...held.values()].sort())
      expect(notices).toEqual([])
    }),
    { numRuns: 40 },
  )
})
