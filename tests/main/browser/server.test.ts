import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '#contract/contract.ts'
import { readHere } from '../../../src/main/files/reader.ts'
import { createHost, type Host } from '../../../src/main/host.ts'
import { startBrowserServer, type BrowserServer } from '../../../src/main/browser/server.ts'
import { readIn } from '../read-in.ts'

let host: Host
let server: BrowserServer
let idle = 0

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shuhe-'))
  const renderer = join(folder, 'renderer')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await writeFile(join(renderer, 'index.html'), '<p>述核')
  await writeFile(join(renderer, 'assets/a.js'), '1')
  await writeFile(join(folder, 'secret.json'), '{}')
  idle = 0
  host = await createHost({ dataFolder: folder, seedsFolder: 'seeds', version: '0', reader: readHere, ports: { shell: 'browser' } })
  server = await startBrowserServer({ router: host.router, rendererFolder: renderer, idleAfter: 30, onIdle: () => idle++ })
})
afterEach(async () => {
  await server.close()
  await host.shutdown()
})

interface Answer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
}
/** A request as any program on this machine could make it: every header as given. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const r = request({ host: '127.0.0.1', port: server.port, path, method, headers: { host: `127.0.0.1:${server.port}`, ...headers } }, (response) => {
      let text = ''
      response.on('data', (d: Buffer) => (text += d.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    r.on('error', reject)
    r.end(body)
  })
const enter = async (): Promise<string> => {
  const { searchParams, pathname, search } = new URL(server.address)
  expect(searchParams.get('token')).toMatch(/^[\w-]{43}$/u)
  const { status, headers } = await ask(pathname + search)
  expect(status).toBe(303)
  const [cookie = ''] = headers['set-cookie'] ?? []
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/u)
  return cookie.split(';')[0] ?? ''
}

describe('who gets in', () => {
  it('the holder of the token, once; then the cookie', async () => {
    const cookie = await enter()
    expect((await ask('/', { cookie })).body).toBe('<p>述核')
    expect((await ask(new URL(server.address).search.replace('?', '/?'))).status).toBe(401)
  })
  it.each(['/', '/assets/a.js', '/rpc/library/list', '/?token=wrong', '/?token='])('nobody else: %s', async (path) => {
    expect((await ask(path)).status).toBe(401)
  })
  it('no other name for this machine (DNS rebinding)', async () => {
    const cookie = await enter()
    for (const h of ['evil.example', `evil.example:${server.port}`, '127.0.0.1', `127.0.0.1:${server.port + 1}`]) expect((await ask('/', { cookie, host: h })).status).toBe(421)
  })
  it('no other page in the same browser', async () => {
    const cookie = await enter()
    const own = `http://127.0.0.1:${server.port}`
    for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:${server.port + 1}`]) expect((await ask('/rpc/library/list', { cookie, origin }, 'POST', '{}')).status).toBe(403)
    expect((await ask('/rpc/library/list', { cookie, 'sec-fetch-site': 'cross-site', origin: own }, 'POST', '{}')).status).toBe(403)
    expect((await ask('/rpc/library/list', { cookie }, 'POST', '{}')).status).toBe(403)
    expect((await ask('/rpc/library/list', { cookie, origin: own, 'content-type': 'application/json' }, 'POST', '{}')).status).toBe(200)
    expect((await ask('/rpc/library/list', { origin: own }, 'OPTIONS')).headers['access-control-allow-origin']).toBeUndefined()
  })
  it('no way out of the folder', async () => {
    const cookie = await enter()
    for (const path of ['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/assets/..%5c..%5csecret.json', '/%00', '/%']) expect([400, 404]).toContain((await ask(path, { cookie })).status)
  })
})

it('every answer carries the policy', async () => {
  for (const answer of [await ask('/'), await ask('/', { cookie: await enter() })]) {
    expect(answer.headers['content-security-policy']).toMatch(/default-src 'self'; script-src 'self';.*frame-ancestors 'none'/u)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  }
})

it('serves the contract, and bounds what it takes in', async () => {
  const cookie = await enter()
  const origin = `http://127.0.0.1:${server.port}`
  const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { cookie, origin } }))
  expect((await client.library.list()).length).toBe(5)
  const { report } = await readIn(client.files.read({ file: new File(['某县政协2024年工作综述\n一、提案\n收到提案168件。'], '综述.txt') }))
  expect(report.year).toBe(2024)
  const large = readIn(client.files.read({ file: new File([new Uint8Array(26 * 1024 * 1024)], '大.txt') }))
  await expect(large).rejects.toThrow()
  expect((await client.library.list()).length).toBe(5)
})

it('stops when its last window has been closed for a while', async () => {
  const cookie = await enter()
  const origin = `http://127.0.0.1:${server.port}`
  const open = (): Promise<() => void> =>
    new Promise((resolve) => {
      const r = request({ host: '127.0.0.1', port: server.port, path: '/rpc/app/events', method: 'POST', headers: { cookie, origin, 'content-type': 'application/json' } }, () => resolve(() => r.destroy()))
      r.on('error', () => undefined)
      r.end('{}')
      // the stream says nothing until something happens
      setTimeout(() => resolve(() => r.destroy()), 150)
    })
  const [first, second] = [await open(), await open()]
  first()
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(idle).toBe(0)
  second()
  await expect.poll(() => idle).toBe(1)
})
