import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Report } from '#core/model/report.ts'
import { Autosave } from '../../src/renderer/app/autosave.ts'
import { seedReport } from '../gold/gold.ts'

const report = (title: string) => ({ ...seedReport('000_568c51d7bbfdb5c2'), title })
let disk: { title: string; revision: number }
let kept: string | undefined
let fail: Error | undefined
let gate: Promise<void> | undefined

const make = () =>
  new Autosave<Report>({
    revision: 1,
    savedAt: new Date(0),
    delay: 800,
    retryAfter: 5000,
    save: async (next, base) => {
      await gate
      if (fail) throw fail
      if (base !== disk.revision) throw new Error('conflict')
      disk = { title: next.title, revision: base + 1 }
      return { revision: disk.revision, savedAt: new Date(1).toISOString() }
    },
    keep: (next) => (kept = next.title),
    forget: () => (kept = undefined),
    explain: (error) => ({ conflict: error instanceof Error && error.message === 'conflict', message: '磁盘空间已满。' }),
  })

beforeEach(() => {
  vi.useFakeTimers()
  disk = { title: '', revision: 1 }
  kept = fail = gate = undefined
})
afterEach(() => void vi.useRealTimers())

describe('autosave', () => {
  it('saves a moment after the last change, once', async () => {
    const autosave = make()
    autosave.change(report('一'))
    await vi.advanceTimersByTimeAsync(700)
    autosave.change(report('二'))
    await vi.advanceTimersByTimeAsync(700)
    expect([disk.revision, autosave.state.get().kind, kept]).toEqual([1, 'unsaved', '二'])
    await vi.advanceTimersByTimeAsync(200)
    expect([disk, autosave.state.get().kind, kept, autosave.unsaved]).toEqual([{ title: '二', revision: 2 }, 'saved', undefined, false])
  })
  it('what is typed during a save is kept and saved next, on the new revision', async () => {
    const autosave = make()
    let open = (): void => undefined
    gate = new Promise((resolve) => (open = resolve))
    autosave.change(report('一'))
    await vi.advanceTimersByTimeAsync(900)
    expect(autosave.state.get().kind).toBe('saving')
    autosave.change(report('二'))
    expect([disk.title, kept, autosave.state.get().kind]).toEqual(['', '二', 'saving'])
    open()
    await vi.advanceTimersByTimeAsync(900)
    expect([disk, kept]).toEqual([{ title: '二', revision: 3 }, undefined])
  })
  it('a failed save is told, kept and tried again', async () => {
    const autosave = make()
    fail = new Error('full')
    autosave.change(report('一'))
    await vi.advanceTimersByTimeAsync(900)
    expect(autosave.state.get()).toEqual({ kind: 'failed', message: '磁盘空间已满。' })
    expect([kept, await autosave.flush()]).toEqual(['一', false])
    fail = undefined
    await vi.advanceTimersByTimeAsync(5000)
    expect([disk.title, kept, autosave.state.get().kind]).toEqual(['一', undefined, 'saved'])
  })
  it('a conflict stops it until the user has chosen', async () => {
    const autosave = make()
    disk.revision = 7
    autosave.change(report('我的'))
    await vi.advanceTimersByTimeAsync(900)
    autosave.change(report('我的二'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect([autosave.state.get().kind, disk.title, kept]).toEqual(['conflict', '', '我的二'])
    autosave.takeOver(7, report('我的二'))
    await vi.advanceTimersByTimeAsync(0)
    expect([disk, autosave.state.get().kind]).toEqual([{ title: '我的二', revision: 8 }, 'saved'])
  })
  it('closing saves what is left', async () => {
    const autosave = make()
    autosave.change(report('一'))
    await autosave.close()
    expect([disk.title, kept]).toEqual(['一', undefined])
  })
})
