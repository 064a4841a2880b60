import type { Session, WebContents } from 'electron'
import { ORIGIN } from './protocol.ts'

/** Is this an address of the application itself? */
export const isOwn = (address: string): boolean => address === ORIGIN || address.startsWith(`${ORIGIN}/`)

/** Nothing that a page could ask for is granted: the application needs no camera, no place, no notifications. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** A window stays on the application's own pages, opens no others and embeds none. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
