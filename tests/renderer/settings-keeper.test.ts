import { ORPCError } from '@orpc/client'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, switchEverywhere, type CheckSettings } from '#core/checker/settings.ts'
import { SettingsKeeper, type SettingsHost } from '../../src/renderer/app/settings-keeper.ts'

/** A host as the real one saves: refuses what is not based on what it has. */
class Host implements SettingsHost {
  stored = { checking: DEFAULT_SETTINGS, revision: 0 }
  failing = false
  async get(): Promise<{ checking: CheckSettings; revision: number }> {
    await Promise.resolve()
    if (this.failing) throw new Error('disk')
    return this.stored
  }
  async save({ checking, baseRevision }: { checking: CheckSettings; baseRevision: number }): Promise<{ revision: number }> {
    await Promise.resolve()
    if (this.failing) throw new Error('disk')
    if (baseRevision !== this.stored.revision) throw new ORPCError('CONFLICT', { defined: true, message: 'changed' })
    this.stored = { checking, revision: baseRevision + 1 }
    return { revision: this.stored.revision }
  }
}
const off = (rule: string) => (now: CheckSettings): CheckSettings => switchEverywhere(now, rule, false)
const term = (right: string) => (now: CheckSettings): CheckSettings => ({ ...now, terms: [...now.terms, { right, wrong: [`${right}错`] }] })

describe('settings in a window', () => {
  it('show a change at once, and have it saved when it is said so', async () => {
    const host = new Host()
    const keeper = new SettingsKeeper(host)
    await keeper.refresh()
    const saving = keeper.change(off('text.repeat'))
    expect(keeper.settings.get()?.off).toEqual(['text.repeat'])
    await saving
    expect(host.stored.checking.off).toEqual(['text.repeat'])
  })
  it('of several windows lose nothing, whatever each changes at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.nat(9)), { minLength: 2, maxLength: 14 }), async (steps) => {
        const host = new Host()
        const windows = [new SettingsKeeper(host), new SettingsKeeper(host), new SettingsKeeper(host)]
        await Promise.all(windows.map((w) => w.refresh()))
        await Promise.all(steps.map(([w, n], i) => windows[w]?.change(n < 5 ? off(`rule${n}`) : term(`词${i}`))))
        expect([...host.stored.checking.off].sort()).toEqual([...new Set(steps.flatMap(([, n]) => (n < 5 ? [`rule${n}`] : [])))].sort())
        expect(host.stored.checking.terms.map(({ right }) => right).sort()).toEqual(steps.flatMap(([, n], i) => (n < 5 ? [] : [`词${i}`])).sort())
        await Promise.all(windows.map((w) => w.refresh()))
        for (const w of windows) expect(w.settings.get()).toEqual(host.stored.checking)
      }),
      { numRuns: 60 },
    )
  })
  it('take back what could not be saved, and say so', async () => {
    const host = new Host()
    const keeper = new SettingsKeeper(host)
    await keeper.refresh()
    await keeper.change(off('text.repeat'))
    host.failing = true
    await expect(keeper.change(off('year.stale'))).rejects.toThrow('disk')
    expect(keeper.settings.get()?.off).toEqual(['text.repeat'])
  })
  it('are the defaults while they cannot be read, so that checking goes on, and then what is stored', async () => {
    const host = new Host()
    host.stored = { checking: off('year.stale')(DEFAULT_SETTINGS), revision: 3 }
    host.failing = true
    const keeper = new SettingsKeeper(host)
    expect(keeper.settings.get()).toBeUndefined()
    await expect(keeper.refresh()).rejects.toThrow('disk')
    expect(keeper.settings.get()).toEqual(DEFAULT_SETTINGS)
    host.failing = false
    await keeper.change(off('text.repeat'))
    expect(host.stored.checking.off).toEqual(['year.stale', 'text.repeat'])
  })
})
