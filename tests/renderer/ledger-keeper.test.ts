// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applyChanges, changesThatFit, type LedgerChange } from '#core/ledger/changes.ts'
import { indicatorOf, valueIn, type Ledger } from '#core/ledger/ledger.ts'
import { LedgerKeeper } from '../../src/renderer/features/ledger/ledger-keeper.ts'
import { ledger, value } from '../core/ledger/filled.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

class Conflict extends Error {}

/** A host as the library is: one ledger a body, saved only onto the revision that it has. */
class Host {
  stored: { ledger: Ledger; revision: number } | undefined
  failing = false
  saves = 0
  /** what happens before the host answers */
  before: { get?: () => Promise<void>; save?: () => Promise<void> } = {}
  readonly storage = new Map<string, string>()
  private ids = 0

  constructor(start?: Ledger) {
    if (start) this.stored = { ledger: start, revision: 1 }
  }
  put(changes: LedgerChange[]): void {
    this.stored = { ledger: applyChanges(this.stored?.ledger ?? ledger(), changes), revision: (this.stored?.revision ?? 0) + 1 }
  }
  open(holder: Window, body = '开化县政协'): LedgerKeeper {
    const { storage } = this
    return new LedgerKeeper({
      body,
      delay: 600,
      newId: () => `id${this.ids++}`,
      now: () => new Date('2021-01-10T08:00:00Z'),
      host: {
        get: async () => {
          const answer = this.stored ? { ...this.stored, savedAt: '2021-01-10T08:00:00Z' } : { ledger: null }
          await this.before.get?.()
          return answer
        },
        save: async (next, base) => {
          await Promise.resolve()
          await this.before.save?.()
          if (this.failing) throw new Error('磁盘已满')
          if (base !== (this.stored?.revision ?? 0)) throw new Conflict()
          this.saves++
          this.stored = { ledger: next, revision: base + 1 }
          return { revision: base + 1, savedAt: '2021-01-10T08:00:00Z' }
        },
        isConflict: (error) => error instanceof Conflict,
        explain: String,
      },
      storage: { getItem: (k) => storage.get(k) ?? null, setItem: (k, v) => void storage.set(k, v), removeItem: (k) => void storage.delete(k), key: (k) => [...storage.keys()][k] ?? null, get length() { return storage.size } },
      onTheirs: (changes) => holder.take(changes),
      onConflicts: (conflicts) => holder.conflicts.push(...conflicts),
    })
  }
}

/** A window: it holds the ledger as the editor's document does. */
class Window {
  ledger: Ledger = ledger()
  conflicts: LedgerChange[] = []
  gone = false
  readonly keeper: LedgerKeeper
  constructor(host: Host) {
    this.keeper = host.open(this)
  }
  async open(): Promise<this> {
    this.ledger = await this.keeper.open()
    return this
  }
  take(changes: readonly LedgerChange[]): void {
    if (this.gone) return
    this.ledger = applyChanges(this.ledger, changesThatFit(this.ledger, changes))
    this.keeper.change(this.ledger)
  }
  type(id: string, n: number): void {
    this.ledger = applyChanges(this.ledger, [entered(this.ledger, id, n)])
    this.keeper.change(this.ledger)
  }
  holds(id: string): number | null | undefined {
    return valueOf(this.ledger, id)
  }
}
const entered = (of: Ledger, id: string, n: number): LedgerChange => ({ at: 'value', indicator: id, year: 2021, before: valueIn(indicatorOf(of, id) ?? { values: [] }, 2021) ?? null, after: value(2021, `${n}件`, n) })
const valueOf = (of: Ledger | undefined, id: string): number | null | undefined => {
  const found = of && indicatorOf(of, id)
  return found && valueIn(found, 2021)?.value
}
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(2000)

describe('one window', () => {
  it('saves a moment after a change, and keeps nothing that is acknowledged', async () => {
    const host = new Host(ledger())
    const one = await new Window(host).open()
    one.type('t1', 170)
    expect(host.storage.size).toBe(1)
    await settled()
    expect([valueOf(host.stored?.ledger, 't1'), host.saves, host.storage.size]).toEqual([170, 1, 0])
  })
  it('begins a ledger where the body has none', async () => {
    const host = new Host()
    const one = await new Window(host).open()
    one.ledger = applyChanges(one.ledger, [{ at: 'head', indicator: 'n', before: null, after: { id: 'n', name: '新指标', unit: '件', kind: 'quantity', department: '' }, index: 0 }])
    one.type('n', 5)
    await settled()
    expect(valueOf(host.stored?.ledger, 'n')).toBe(5)
  })
  it('tries again while the host fails, and says so', async () => {
    const host = new Host(ledger())
    const one = await new Window(host).open()
    host.failing = true
    one.type('t1', 170)
    await settled()
    expect(one.keeper.saving.state.get()).toMatchObject({ kind: 'failed' })
    one.type('t2', 140)
    host.failing = false
    await vi.advanceTimersByTimeAsync(6000)
    expect(one.keeper.saving.state.get().kind).toBe('saved')
    expect([valueOf(host.stored?.ledger, 't1'), valueOf(host.stored?.ledger, 't2')]).toEqual([170, 140])
  })
  it('makes again what it had not saved when it broke down; where another changed the same since, theirs stands and it is told', async () => {
    const host = new Host(ledger())
    const one = await new Window(host).open()
    host.failing = true
    one.type('t1', 170)
    one.type('t2', 140)
    host.failing = false
    vi.clearAllTimers()
    host.put([entered(host.stored?.ledger ?? ledger(), 't2', 141)])
    const two = await new Window(host).open()
    expect([two.holds('t1'), two.holds('t2')]).toEqual([170, 141])
    expect(two.conflicts).toMatchObject([{ indicator: 't2', after: { value: 140 } }])
    await settled()
    expect([valueOf(host.stored?.ledger, 't1'), host.storage.size]).toEqual([170, 0])
  })
  it('what was kept in a form that nobody knows is no obstacle', async () => {
    const host = new Host(ledger())
    host.storage.set('shuhe.unsaved-ledger.开化县政协\nx', '{"changes":[{"at":"moon"}]')
    expect((await new Window(host).open()).ledger).toEqual(ledger())
  })
})

describe('two windows of one body', () => {
  const two = async (): Promise<[Host, Window, Window]> => {
    const host = new Host(ledger())
    return [host, await new Window(host).open(), await new Window(host).open()]
  }
  it('bring together different cells', async () => {
    const [host, a, b] = await two()
    a.type('t1', 170)
    b.type('t2', 140)
    await settled()
    await a.keeper.refresh()
    await settled()
    for (const of of [host.stored?.ledger, a.ledger, b.ledger]) expect([valueOf(of, 't1'), valueOf(of, 't2')]).toEqual([170, 140])
    expect([...a.conflicts, ...b.conflicts]).toEqual([])
  })
  it('in one cell, the first that was saved stands, and the other is told', async () => {
    const [host, a, b] = await two()
    a.type('t1', 170)
    b.type('t1', 171)
    await settled()
    expect([valueOf(host.stored?.ledger, 't1'), b.holds('t1')]).toEqual([170, 170])
    expect(b.conflicts).toMatchObject([{ after: { value: 171 } }])
  })
  it('also where one typed it while its own save was meeting the other’s', async () => {
    const [host, a, b] = await two()
    a.type('t1', 170)
    await settled()
    b.type('t2', 140)
    host.before.save = () => {
      delete host.before.save
      b.type('t1', 171)
      return Promise.resolve()
    }
    await settled()
    await settled()
    expect([valueOf(host.stored?.ledger, 't1'), valueOf(host.stored?.ledger, 't2'), b.holds('t1')]).toEqual([170, 140, 170])
    expect(b.conflicts).toMatchObject([{ indicator: 't1', after: { value: 171 } }])
  })
  it('a page that closes in the midst of that saves nothing over the other’s', async () => {
    const [host, a, b] = await two()
    a.type('t1', 170)
    await settled()
    b.type('t2', 140)
    host.before.save = () => {
      delete host.before.save
      b.type('t4', 99)
      b.gone = true
      void b.keeper.saving.close()
      return Promise.resolve()
    }
    await settled()
    await settled()
    expect(['t1', 't2', 't4'].map((id) => valueOf(host.stored?.ledger, id))).toEqual([170, 140, 99])
    expect(host.storage.size).toBe(0)
  })
  it('one that saves does not forget what the other has kept', async () => {
    const [host, a, b] = await two()
    a.type('t1', 170)
    // a breaks down before it saves
    vi.clearAllTimers()
    b.type('t2', 140)
    await settled()
    const c = await new Window(host).open()
    await settled()
    expect([c.holds('t1'), valueOf(host.stored?.ledger, 't1'), valueOf(host.stored?.ledger, 't2')]).toEqual([170, 170, 140])
  })
  it('what two broken windows kept of the same is made once, without a conflict', async () => {
    const [host, a, b] = await two()
    a.type('t1', 170)
    b.type('t1', 170)
    vi.clearAllTimers()
    const c = await new Window(host).open()
    await settled()
    expect([c.conflicts, valueOf(host.stored?.ledger, 't1'), host.storage.size]).toEqual([[], 170, 0])
  })
})

describe('reading anew', () => {
  it('what another window saved while an own save was answered is read behind it', async () => {
    const host = new Host(ledger())
    const a = await new Window(host).open()
    a.type('t1', 170)
    const saving = a.keeper.saving.flush()
    // the host has it, and has taken another's too, before this window hears of either
    await Promise.resolve()
    await Promise.resolve()
    host.put([entered(host.stored?.ledger ?? ledger(), 't2', 140)])
    await Promise.all([a.keeper.refresh(), saving])
    await settled()
    expect([a.holds('t1'), a.holds('t2')]).toEqual([170, 140])
    expect(valueOf(host.stored?.ledger, 't2')).toBe(140)
  })
  it('what is saved while it reads is read too', async () => {
    const host = new Host(ledger())
    const a = await new Window(host).open()
    host.put([entered(ledger(), 't1', 170)])
    let again: Promise<void> | undefined
    host.before.get = () => {
      delete host.before.get
      host.put([entered(host.stored?.ledger ?? ledger(), 't2', 140)])
      again = a.keeper.refresh()
      return Promise.resolve()
    }
    await a.keeper.refresh()
    await again
    await settled()
    expect([a.holds('t1'), a.holds('t2')]).toEqual([170, 140])
  })
  it('what is typed while it reads is not lost', async () => {
    const host = new Host(ledger())
    const a = await new Window(host).open()
    host.put([entered(ledger(), 't1', 170)])
    host.before.get = () => {
      delete host.before.get
      a.type('t2', 140)
      return Promise.resolve()
    }
    await a.keeper.refresh()
    await settled()
    for (const of of [a.ledger, host.stored?.ledger]) expect([valueOf(of, 't1'), valueOf(of, 't2')]).toEqual([170, 140])
  })
})
