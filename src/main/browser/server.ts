import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import { CONTENT_SECURITY_POLICY } from '../content-security-policy.ts'
import { handlerOptions, type Router } from '../procedures/router.ts'
import { readStatic } from '../static-files.ts'
import { Access } from './access.ts'
import { IdleWatch } from './idle.ts'

const MAX_BODY = 25 * 1024 * 1024

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}

export interface BrowserServerOptions {
  router: Router
  /** folder of the built renderer */
  rendererFolder: string
  /** milliseconds between the closing of the last window and `onIdle` */
  idleAfter: number
  onIdle: () => void
}

export interface BrowserServer {
  /** the address to open once, token included */
  address: string
  port: number
  close: () => Promise<void>
}

/** Serves the application to browser windows on this machine: 127.0.0.1, a free port, one holder of the token. */
export async function startBrowserServer({ router, rendererFolder, idleAfter, onIdle }: BrowserServerOptions): Promise<BrowserServer> {
  const idle = new IdleWatch(idleAfter, onIdle)
  const access = new Access(() => portOf(server))
  const rpc = new RPCHandler(router, { ...handlerOptions, plugins: [new BodyLimitPlugin({ maxBodySize: MAX_BODY })] })

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    const verdict = access.judge(request)
    if (!verdict.allow) {
      if ('grant' in verdict) {
        if (verdict.grant !== '') response.setHeader('set-cookie', verdict.grant)
        response.writeHead(303, { location: '/', 'cache-control': 'no-store' }).end()
      } else {
        refuse(response, verdict.status)
      }
      return
    }
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    if (path.startsWith('/rpc/')) {
      response.setHeader('cache-control', 'no-store')
      if (path === '/rpc/app/events') response.on('close', idle.opened())
      const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: {} })
      if (!matched) refuse(response, 404)
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, 405)
      return
    }
    const file = await readStatic(rendererFolder, path)
    if (!file) {
      refuse(response, 404)
      return
    }
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length, 'cache-control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache' })
    response.end(request.method === 'HEAD' ? undefined : file.bytes)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      if (!response.headersSent) refuse(response, 500)
      else response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${portOf(server)}/?token=${access.token}`,
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        idle.stop()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

const TEXT: Readonly<Record<number, string>> = {
  401: '请从述核启动时打印的地址打开（地址只能使用一次；需要新窗口时请重新启动述核）。',
  403: '拒绝访问：请求来自其他网页。',
  404: '没有这个页面。',
  405: '不支持的请求方式。',
  421: '拒绝访问：地址不正确。',
  500: '程序内部出错，请重试。',
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(TEXT[status] ?? '')
}
