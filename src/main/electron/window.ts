import { BrowserWindow, type BrowserWindowConstructorOptions, type Rectangle } from 'electron'
import { START_URL } from './protocol.ts'
import { confine } from './security.ts'

/** Options of the application's window: isolated, sandboxed, without Node. */
export function windowOptions(preload: string, icon: string, area: Pick<Rectangle, 'width' | 'height'>): BrowserWindowConstructorOptions {
  return {
    title: '述核',
    icon,
    width: Math.min(1440, area.width),
    height: Math.min(900, area.height),
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#f3f5f8',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      spellcheck: false,
    },
  }
}

/** How a window asks its page to save before it closes. */
export interface ClosingPage {
  /** the page is told; it answers by the contract's `app.readyToClose` */
  ask: () => void
  /** is anybody listening who could answer? */
  canAnswer: () => boolean
}

/** Opens a window. It closes when its page said that all is saved, or at once where its page is gone. Returns it with `readyToClose`. */
export function openWindow(options: BrowserWindowConstructorOptions, page: ClosingPage): { window: BrowserWindow; readyToClose: () => void } {
  const window = new BrowserWindow(options)
  let ready = false
  let gone = false
  confine(window.webContents)
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', () => {
    gone = true
  })
  window.webContents.on('did-finish-load', () => {
    gone = false
  })
  // a page that hangs cannot answer either; what it had not saved lies in its own storage
  window.on('unresponsive', () => {
    gone = true
  })
  window.on('responsive', () => {
    gone = false
  })
  window.on('close', (event) => {
    if (ready || gone || !page.canAnswer()) return
    event.preventDefault()
    page.ask()
  })
  void window.loadURL(START_URL)
  return {
    window,
    readyToClose: () => {
      ready = true
      window.close()
    },
  }
}
