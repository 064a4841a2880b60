import { ipcRenderer } from 'electron'

/** The window asks for its port; the question goes on to the host, and the port that comes back goes to the window. */
const REQUEST = 'shuhe:request-port'
const PORT = 'shuhe:port'

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source === window && event.data === REQUEST) ipcRenderer.send(REQUEST)
})

ipcRenderer.on(PORT, (event) => {
  const [port] = event.ports
  // to this window alone, whatever its scheme's origin is called
  if (port) window.postMessage(PORT, '*', [port])
})
