import { join } from 'node:path'
import { app, dialog, Menu, screen, session, type BrowserWindow, type WebContents } from 'electron'
import { dataFolder } from '../data-folder.ts'
import { drawerInWorker, readerInWorker } from '../files/reader.ts'
import { createHost, type Host } from '../host.ts'
import { LibraryLockedError } from '../library/lock.ts'
import { openFile, pickFiles, saveFile, saveFiles, showFile, writeFile } from './dialogs.ts'
import { servePorts } from './handshake.ts'
import { menuTemplate } from './menu.ts'
import { printPdf } from './print-pdf.ts'
import { registerScheme, serveRenderer } from './protocol.ts'
import { denyPermissions } from './security.ts'
import { openWindow, windowOptions } from './window.ts'

const here = import.meta.dirname
/** the seeds and icons: beside the program in a checkout, in the resources of a packaged one */
const resources = app.isPackaged ? process.resourcesPath : join(here, '../..')

registerScheme()
app.setName('述核')
if (app.requestSingleInstanceLock()) void run()
else app.quit()

async function run(): Promise<void> {
  const windows = new Set<WebContents>()
  let quitting = false
  let current: { window: BrowserWindow; readyToClose: () => void } | undefined
  app.on('second-instance', () => {
    if (current?.window.isMinimized()) current.window.restore()
    current?.window.focus()
  })
  await app.whenReady()
  const host = await open(() => current)
  if (!host) return
  denyPermissions(session.defaultSession)
  serveRenderer(session.defaultSession, join(here, '../renderer'))
  servePorts(host.router, windows)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, (command) => host.events.publish('event', { type: 'menu', command }))))

  const show = (): void => {
    const options = windowOptions(join(here, '../preload/index.cjs'), join(resources, 'resources/icon.png'), screen.getPrimaryDisplay().workAreaSize)
    current = openWindow(options, { ask: () => host.events.publish('event', { type: 'closing' }), canAnswer: () => host.events.size > 0 })
    const { webContents } = current.window
    windows.add(webContents)
    current.window.on('closed', () => {
      windows.delete(webContents)
      current = undefined
      if (quitting) app.quit()
    })
  }
  show()
  app.on('activate', () => {
    if (!current) show()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  // the first wish to quit is held up until the page has saved
  app.on('before-quit', () => {
    quitting = true
  })
  let given = false
  app.on('will-quit', (event) => {
    if (given) return
    event.preventDefault()
    given = true
    void host.shutdown().finally(() => app.quit())
  })
}

/** Opens the library; says why and ends the program where that fails. */
async function open(current: () => { window: BrowserWindow; readyToClose: () => void } | undefined): Promise<Host | undefined> {
  try {
    return await createHost({
      dataFolder: dataFolder(),
      seedsFolder: join(resources, 'seeds'),
      version: app.getVersion(),
      reader: readerInWorker(new URL('reader-worker.js', import.meta.url)),
      drawPage: drawerInWorker(new URL('reader-worker.js', import.meta.url)),
      ports: {
        shell: 'electron',
        pickFiles: async (purpose) => {
          const window = current()?.window
          return window ? pickFiles(window, purpose) : null
        },
        writeFile,
        openFile,
        showFile,
        saveFiles: async (files) => {
          const window = current()?.window
          return window ? saveFiles(window, files) : null
        },
        saveFile: async (name, bytes) => {
          const window = current()?.window
          return window ? saveFile(window, name, bytes) : null
        },
        printPdf: async () => {
          const window = current()?.window
          return window ? printPdf(window.webContents) : null
        },
        readyToClose: () => current()?.readyToClose(),
      },
    })
  } catch (error) {
    dialog.showErrorBox(error instanceof LibraryLockedError ? '述核已经在运行' : '述核没有打开', error instanceof Error ? error.message : String(error))
    app.exit(1)
    return undefined
  }
}
