import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import type { Notice } from '#contract/contract.ts'
import { DEFAULT_OPTIONS } from '#core/print/options.ts'
import type { Exported } from '#core/print/publishing.ts'
import { Publishing } from '../../../src/main/library/publishing.ts'

let root = ''
let notices: Notice[] = []
const open = (): Promise<Publishing> => Publishing.open({ root, onNotice: (n) => notices.push(n) })
const made = (id: string): Exported => ({ id, at: '2026-11-21T08:00:00.000Z', reportId: 'r', title: '综述', body: '某县政协', profile: 'official', kind: 'docx', options: DEFAULT_OPTIONS, fileName: `${id}.docx`, path: `/a/${id}.docx` })

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shuhe-'))
  notices = []
})

it('exports made at once are all remembered, and after a restart too', async () => {
  const publishing = await open()
  await Promise.all(['a', 'b', 'c'].map((id) => publishing.remember(made(id))))
  expect((await open()).get().exports.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  await publishing.forget(['b'])
  expect((await open()).get().exports.map(({ id }) => id)).toEqual(['c', 'a'])
  await publishing.forget()
  expect((await open()).get()).toMatchObject({ exports: [], habits: { 某县政协: { profile: 'official' } } })
})
it('a damaged file is set aside and said', async () => {
  await (await open()).remember(made('a'))
  await writeFile(join(root, 'publishing.json'), '{"format":"shuhe.publ')
  expect((await open()).get().exports).toEqual([])
  expect(notices).toMatchObject([{ severity: 'info', message: expect.stringContaining('报告和已导出的文件不受影响') as string }])
  expect((await readdir(root)).some((name) => name.startsWith('publishing.json.damaged-'))).toBe(true)
})
it('the file of a newer version is never written over', async () => {
  const newer = '{"format":"shuhe.publishing","version":99}'
  await writeFile(join(root, 'publishing.json'), newer)
  const publishing = await open()
  await publishing.remember(made('a'))
  expect(publishing.get().exports.length).toBe(1)
  expect(await readFile(join(root, 'publishing.json'), 'utf8')).toBe(newer)
})
