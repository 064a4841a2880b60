import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const COOKIE = 'shuhe_session'

/** What a request may do. */
export type Verdict =
  | { allow: true }
  /** the one-time token was right: set the cookie and go to the clean address */
  | { allow: false; grant: string }
  | { allow: false; status: 401 | 403 | 421 }

/**
 * Lets in only the holder of the one-time token in the opened address, afterwards only with the cookie that it was exchanged for. `Host` is
 * checked on every request (DNS rebinding), `Origin` and `Sec-Fetch-Site` too (another page in the same browser).
 */
export class Access {
  readonly token = randomBytes(32).toString('base64url')
  private readonly session = randomBytes(32).toString('base64url')
  private used = false

  constructor(private readonly port: () => number) {}

  judge(request: IncomingMessage): Verdict {
    const hosts = [`127.0.0.1:${this.port()}`, `localhost:${this.port()}`]
    if (!hosts.includes(request.headers.host ?? '')) return { allow: false, status: 421 }
    const { origin } = request.headers
    if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return { allow: false, status: 403 }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const token = url.searchParams.get('token')
    if (token !== null && request.method === 'GET' && url.pathname === '/') {
      if (!this.used && same(token, this.token)) {
        this.used = true
        return { allow: false, grant: `${COOKIE}=${this.session}; Path=/; HttpOnly; SameSite=Strict` }
      }
      return this.hasSession(request) ? { allow: false, grant: '' } : { allow: false, status: 401 }
    }
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return { allow: false, status: 403 }
    if (!this.hasSession(request)) return { allow: false, status: 401 }
    // a page elsewhere cannot set this header without a preflight, which is never granted; browsers send Origin with every POST
    if (request.method === 'POST' && origin === undefined && site === undefined) return { allow: false, status: 403 }
    return { allow: true }
  }

  private hasSession(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/u)
    return cookies.some((cookie) => cookie.startsWith(`${COOKIE}=`) && same(cookie.slice(COOKIE.length + 1), this.session))
  }
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
