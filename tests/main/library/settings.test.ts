import { copyFile, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Notice } from '#contract/contract.ts'
import { DEFAULT_SETTINGS, type CheckSettings } from '#core/checker/settings.ts'
import { ConflictError } from '../../../src/main/library/document-store.ts'
import { NewerFileError } from '../../../src/main/library/durable-file.ts'
import { Settings } from '../../../src/main/library/settings.ts'

let root = ''
let notices: Notice[] = []
const open = (): Promise<Settings> => Settings.open({ root, now: () => new Date('2026-11-21T08:00:00Z'), onNotice: (n) => notices.push(n) })
const off = (...rules: string[]): CheckSettings => ({ ...DEFAULT_SETTINGS, off: rules })

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shuhe-'))
  notices = []
})

describe('the settings', () => {
  it('are the defaults where nothing was set, and leave no file', async () => {
    expect((await open()).get()).toMatchObject({ revision: 0, checking: DEFAULT_SETTINGS })
    expect(await readdir(root)).toEqual([])
  })
  it('are what was acknowledged, after a restart too', async () => {
    const settings = await open()
    expect(await settings.save(off('text.repeat'), 0)).toMatchObject({ revision: 1 })
    expect((await open()).get()).toMatchObject({ revision: 1, checking: { off: ['text.repeat'] } })
  })
  it('of two that are saved at once one is refused, and writes nothing', async () => {
    const settings = await open()
    const [first, second] = await Promise.allSettled([settings.save(off('text.repeat'), 0), settings.save(off('year.stale'), 0)])
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected'])
    expect(second).toMatchObject({ reason: expect.any(ConflictError) as ConflictError })
    expect((await open()).get().checking.off).toEqual(['text.repeat'])
  })
  it('that were damaged are set aside and said, and the last good ones open', async () => {
    const settings = await open()
    await settings.save(off('text.repeat'), 0)
    await settings.save(off('text.repeat', 'year.stale'), 1)
    await writeFile(join(root, 'settings.json'), '{"format":"shuhe.sett')
    const again = await open()
    expect(again.get().checking.off).toEqual(['text.repeat'])
    expect(notices).toMatchObject([{ severity: 'warning', message: expect.stringMatching(/已损坏，已打开上一次保存的完好副本/u) as string }])
    expect((await readdir(root)).some((name) => name.startsWith('settings.json.damaged-'))).toBe(true)
    expect(await again.save(off('year.stale'), 1)).toMatchObject({ revision: 2 })
  })
  it('that were damaged with no copy are the defaults again, which is said', async () => {
    await writeFile(join(root, 'settings.json'), 'garbage')
    const settings = await open()
    expect(settings.get().checking).toEqual(DEFAULT_SETTINGS)
    expect(notices[0]?.message).toContain('恢复为默认设置')
    await settings.save(off('year.stale'), 0)
    expect((await open()).get().checking.off).toEqual(['year.stale'])
  })
  it('of a newer version are left as they are: read as the defaults, never saved over', async () => {
    const newer = '{"format":"shuhe.settings","version":99}'
    await writeFile(join(root, 'settings.json'), newer)
    const settings = await open()
    expect(settings.get().checking).toEqual(DEFAULT_SETTINGS)
    expect(notices[0]?.message).toContain('更新版本')
    await expect(settings.save(off('year.stale'), 0)).rejects.toBeInstanceOf(NewerFileError)
    expect(await readFile(join(root, 'settings.json'), 'utf8')).toBe(newer)
  })
  it('of version 1 are read', async () => {
    await copyFile('tests/fixtures/stored/settings-v1.json', join(root, 'settings.json'))
    expect((await open()).get()).toMatchObject({ revision: 4, checking: { off: ['punct.half-width'], severities: { 'year.stale': 'info' }, terms: [{ right: '请你来协商' }, { right: '委员工作室' }] } })
  })
})
