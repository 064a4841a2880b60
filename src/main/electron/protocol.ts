import { protocol, type Session } from 'electron'
import { CONTENT_SECURITY_POLICY } from '../content-security-policy.ts'
import { readStatic } from '../static-files.ts'

/** The application's own scheme in place of file://: one origin, its own policy, and no way to other files. */
const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://shuhe`
export const START_URL = `${ORIGIN}/`

/** Must be called before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built renderer, and nothing else. */
export function serveRenderer(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, (request) => answer(request, folder))
}

/** The answer to one request: a file of the renderer's folder, with the policy; 404 for anything else, 405 for anything but reading. */
export async function answer(request: Request, folder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
  const url = new URL(request.url)
  const file = `${url.protocol}//${url.host}` === ORIGIN ? await readStatic(folder, url.pathname) : undefined
  if (!file) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(file.bytes), {
    headers: { 'content-type': file.type, 'content-security-policy': CONTENT_SECURITY_POLICY, 'x-content-type-options': 'nosniff' },
  })
}
