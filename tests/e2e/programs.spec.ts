import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startHost } from './application.ts'

/** The programs as a user starts them, without a window. */
const folder = (): string => mkdtempSync(join(tmpdir(), 'shuhe-'))
const shuhe = (...args: string[]) => spawnSync(process.execPath, ['out/main/cli.js', ...args], { encoding: 'utf8' })

test('npm start --browser says which shell and why, and prints an address that answers', async () => {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--browser'], { env: { ...process.env, SHUHE_HOME: folder(), SHUHE_NO_OPEN: '1' }, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/在浏览器中打开：按 --browser 的要求[^]*http:\/\/127\.0\.0\.1:\d+\/\?token=/u)
  const response = await fetch(/http:\/\/\S+/u.exec(said)?.[0] ?? '', { redirect: 'manual' })
  expect(response.status).toBe(303)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('a second host on the same library is refused in words, and the first goes on', async () => {
  const home = folder()
  const { host, address } = await startHost(home)
  const second = spawnSync(process.execPath, ['out/main/browser.js'], { encoding: 'utf8', env: { ...process.env, SHUHE_HOME: home, SHUHE_NO_OPEN: '1' } })
  expect(second.status).toBe(3)
  expect(second.stderr).toMatch(/资料库正由另一个述核进程使用.*请切换到那个窗口/u)
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
  host.kill('SIGTERM')
})

test('shuhe: help, version, JSON on standard output, reasons on standard error', () => {
  expect(shuhe('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/u)
  expect(shuhe('--help').stdout).toContain('shuhe compare')
  expect(shuhe()).toMatchObject({ status: 2 })
  expect(shuhe('nonsense').stderr).toContain('没有命令“nonsense”')
  const seed = readdirSync('seeds').find((name) => name.startsWith('002')) ?? ''
  const mixed = shuhe('figures', 'seeds/none.txt', `seeds/${seed}`, '--json')
  expect(mixed.status).toBe(2)
  expect(mixed.stdout.trim().split('\n').length).toBe(1)
  expect(JSON.parse(mixed.stdout)).toMatchObject({ file: `seeds/${seed}` })
  expect(mixed.stderr.trim()).toMatch(/^无法读取“seeds\/none\.txt”：没有这个文件/u)
  expect(shuhe('check', `seeds/${seed}`, '--year', 'soon')).toMatchObject({ status: 2 })
})

test('npm run demo does the whole job without a window', () => {
  const out = join(folder(), 'demo')
  const said = execFileSync(process.execPath, ['scripts/demo.mjs', out], { encoding: 'utf8' })
  expect(said).toContain('39 处待填')
  expect(readdirSync(out).sort()).toEqual(['1-2020年报告的结构.json', '2-2021年草稿.json', '3-2024年与2020年对照.json', '4-校核.json', '5-2021年草稿.docx'])
  expect(readFileSync(join(out, '5-2021年草稿.docx')).subarray(0, 2).toString()).toBe('PK')
})
