import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '#contract/contract.ts'

/** The host, as the contract describes it. */
export type Client = ContractRouterClient<typeof contract>

/** Connects to the host: over the message port that the preload hands in (Electron), else over HTTP to where the page came from. */
export async function connect(): Promise<Client> {
  if (location.protocol === 'app:') {
    const port = await requestPort()
    port.start()
    return createORPCClient(new PortLink({ port }))
  }
  return createORPCClient(new FetchLink({ url: `${location.origin}/rpc` }))
}

function requestPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent): void => {
      const [port] = event.ports
      if (event.source !== window || event.data !== 'shuhe:port' || !port) return
      window.removeEventListener('message', receive)
      resolve(port)
    }
    window.addEventListener('message', receive)
    window.postMessage('shuhe:request-port', '*')
  })
}
