import { ipcMain, MessageChannelMain, type IpcMainEvent, type WebContents } from 'electron'
import { RPCHandler } from '@orpc/server/message-port'
import { handlerOptions, type Router } from '../procedures/router.ts'
import { isOwn } from './security.ts'

/** The channels of the handshake; src/preload knows the same two. */
export const REQUEST_PORT = 'shuhe:request-port'
export const PORT = 'shuhe:port'

/** May this sender have a port: the top frame of a window that we opened, showing our own page? */
export function isTrusted(event: Pick<IpcMainEvent, 'sender' | 'senderFrame'>, windows: ReadonlySet<WebContents>): boolean {
  const { sender, senderFrame } = event
  return windows.has(sender) && senderFrame !== null && senderFrame.parent === null && isOwn(senderFrame.url)
}

/** Answers each request for a port by a trusted sender with a new one, on which the contract is served; a reload closes the one before. */
export function servePorts(router: Router, windows: ReadonlySet<WebContents>): void {
  const handler = new RPCHandler(router, handlerOptions)
  const open = new WeakMap<WebContents, () => void>()
  ipcMain.on(REQUEST_PORT, (event) => {
    const { sender, senderFrame } = event
    if (!isTrusted(event, windows) || senderFrame === null) return
    open.get(sender)?.()
    const { port1, port2 } = new MessageChannelMain()
    handler.upgrade(port1, { context: {} })
    port1.start()
    open.set(sender, () => port1.close())
    senderFrame.postMessage(PORT, null, [port2])
  })
}
