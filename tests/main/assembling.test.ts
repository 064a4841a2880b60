import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSlots } from '#core/edit/slots.ts'
import { collectionSheet } from '#core/ledger/collection.ts'
import { indicatorOf, valueIn } from '#core/ledger/ledger.ts'
import { readReturned } from '#core/ledger/returned.ts'
import { readHere } from '../../src/main/files/reader.ts'
import { createHost, type Host, type ShellPorts } from '../../src/main/host.ts'

/** Drafts that wait for a ledger, and sheets that go out and come back, as a window asks for them. */
let host: Host
const ports: ShellPorts = { shell: 'browser' }
const client = () => createRouterClient(host.router)

beforeEach(async () => {
  delete ports.saveFiles
  host = await createHost({ dataFolder: await mkdtemp(join(tmpdir(), 'shuhe-')), seedsFolder: 'seeds', version: '0.0.0', reader: readHere, ports, now: () => new Date('2021-12-01T00:00:00Z') })
})
afterEach(() => host.shutdown())

const reportOf = async (year: number) => (await client().library.list()).find((r) => r.body === '开化县政协' && r.year === year)?.id ?? ''
const ledgerOf = async (body: string) => {
  const stored = await client().ledgers.get({ body })
  if (stored.ledger === null) throw new Error('no ledger')
  return stored.ledger
}

describe('a draft', () => {
  it('rolled forward waits for the entries that the ledger took from the old report, and begins at its first slot', async () => {
    const { id, first } = await client().drafts.rollForward({ reportId: await reportOf(2020), year: 2021 })
    const { report } = await client().reports.get({ id })
    const ledger = await ledgerOf('开化县政协')
    const slots = openSlots(report)
    expect(slots.length).toBe(39)
    expect(first).toEqual({ blockId: slots[0]?.paragraphId, start: slots[0]?.start, end: slots[0]?.end })
    for (const { slot } of slots) {
      expect(slot.entry?.year, slot.indicator).toBe(2021)
      const before = valueIn(indicatorOf(ledger, slot.entry?.indicator ?? '') ?? { values: [] }, 2020)
      // the entry's value of the year before is what the slot shows
      expect([before?.text, before?.value], slot.indicator).toEqual([slot.last?.text, slot.last?.value])
      expect(before?.source).toMatchObject({ kind: 'report', id: await reportOf(2020) })
    }
    expect((report.commitments ?? []).filter(({ kind }) => kind === 'promise').length).toBe(12)
  })
  it('overwrites nothing that the ledger has', async () => {
    await client().drafts.rollForward({ reportId: await reportOf(2020), year: 2021 })
    const stored = await client().ledgers.get({ body: '开化县政协' })
    if (stored.ledger === null) throw new Error('no ledger')
    const [indicator] = stored.ledger.indicators.filter((i) => valueIn(i, 2020))
    const changed = { ...stored.ledger, indicators: stored.ledger.indicators.map((i) => (i === indicator ? { ...i, name: '我的名字', department: '提案委', values: i.values.map((v) => (v.year === 2020 ? { ...v, text: '7条', value: 7 } : v)) } : i)) }
    await client().ledgers.save({ ledger: changed, baseRevision: stored.revision })
    await client().drafts.rollForward({ reportId: await reportOf(2020), year: 2022 })
    expect(await ledgerOf('开化县政协')).toEqual(changed)
  })
  it('from a template waits for the body’s own ledger where its slots surely mean an entry, and shows the year before', async () => {
    const template = (await client().templates.list()).find(({ seed }) => seed.startsWith('000'))
    const { id } = await client().drafts.fromTemplate({ template: template?.name ?? '', body: '开化县政协', year: 2025 })
    const { report } = await client().reports.get({ id })
    const ledger = await ledgerOf('开化县政协')
    const linked = openSlots(report).filter(({ slot }) => slot.entry)
    expect(linked.length).toBeGreaterThan(openSlots(report).length / 2)
    for (const { slot } of linked) {
      const indicator = indicatorOf(ledger, slot.entry?.indicator ?? '')
      expect(indicator?.unit, slot.indicator).toBe(slot.unit)
      const before = indicator && valueIn(indicator, 2024)
      if (before && slot.last) expect(slot.last).toMatchObject({ text: before.text, year: 2024 })
    }
    expect(linked.some(({ slot }) => slot.last?.year === 2024)).toBe(true)
  })
  it('of a body without reports begins without a ledger', async () => {
    const [template] = await client().templates.list()
    const { id } = await client().drafts.fromTemplate({ template: template?.name ?? '', body: '某某县总工会', year: 2025 })
    expect(openSlots((await client().reports.get({ id })).report).every(({ slot }) => slot.entry === undefined)).toBe(true)
    expect((await client().ledgers.get({ body: '某某县总工会' })).ledger).toBeNull()
  })
})

describe('collection sheets', () => {
  const sheets = async () => {
    await client().drafts.rollForward({ reportId: await reportOf(2020), year: 2021 })
    const ledger = await ledgerOf('开化县政协')
    const asked = { ...ledger, indicators: ledger.indicators.map((i, k) => ({ ...i, department: k % 2 === 0 ? '提案委' : '办公室' })) }
    return { ledger: asked, sheets: ['提案委', '办公室'].map((department) => collectionSheet(asked, { department, year: 2021 })) }
  }
  it('of several departments are one archive where the shell has no dialog for folders, and are read back as they went out', async () => {
    const { ledger, sheets: out } = await sheets()
    const answer = await client().collections.export({ sheets: out })
    if (answer.outcome !== 'download') throw new Error(answer.outcome)
    const files = unzipSync(new Uint8Array(await answer.file.arrayBuffer()))
    expect(Object.keys(files)).toEqual(['开化县政协2021年数据采集表（提案委）.xlsx', '开化县政协2021年数据采集表（办公室）.xlsx'])
    for (const [name, bytes] of Object.entries(files)) {
      const { tables } = await client().collections.read({ file: new File([new Uint8Array(bytes)], name) })
      const returned = readReturned(tables.map(({ name: tab, rows, hidden }) => ({ name: tab, rows, ...(hidden === true ? { hidden } : {}) })), ledger, { year: 2021, fileName: name, at: '2021-12-02T00:00:00.000Z' })
      expect(returned.problems).toEqual([])
      expect(returned.rows.length).toBe(ledger.indicators.filter((i) => name.includes(i.department)).length)
      expect(returned.rows.every(({ reading }) => reading.kind === 'empty')).toBe(true)
    }
  })
  it('go into a folder where the shell has a dialog for it', async () => {
    const { sheets: out } = await sheets()
    const written: string[] = []
    ports.saveFiles = (files) => (written.push(...files.map(({ name }) => name)), Promise.resolve({ path: '/somewhere' }))
    expect(await client().collections.export({ sheets: out })).toEqual({ outcome: 'saved', path: '/somewhere' })
    expect(written.length).toBe(2)
    ports.saveFiles = () => Promise.resolve(null)
    expect(await client().collections.export({ sheets: out })).toEqual({ outcome: 'cancelled' })
  })
  it('that are no workbooks are refused in words', async () => {
    await expect(client().collections.read({ file: new File(['no workbook'], '填报.xlsx') })).rejects.toThrow('填报.xlsx')
  })
})
