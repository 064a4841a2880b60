import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dataFolder } from '../data-folder.ts'
import { drawerInWorker, readerInWorker } from '../files/reader.ts'
import { createHost } from '../host.ts'
import { LibraryLockedError } from '../library/lock.ts'
import { startBrowserServer } from './server.ts'

declare const __APP_VERSION__: string

/** Runs the application for the system's browser. Prints the address in one line; stops with SIGINT, SIGTERM or when its windows are gone. */
async function main(): Promise<void> {
  const here = dirname(fileURLToPath(import.meta.url))
  const host = await createHost({
    dataFolder: dataFolder(),
    seedsFolder: process.env['SHUHE_SEEDS'] ?? join(here, '../../seeds'),
    version: __APP_VERSION__,
    reader: readerInWorker(new URL('reader-worker.js', import.meta.url)),
    drawPage: drawerInWorker(new URL('reader-worker.js', import.meta.url)),
    ports: { shell: 'browser' },
  })
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await server.close()
    await host.shutdown()
    process.exit(0)
  }
  const server = await startBrowserServer({
    router: host.router,
    rendererFolder: join(here, '../renderer'),
    idleAfter: Number(process.env['SHUHE_IDLE_SECONDS'] ?? 600) * 1000,
    onIdle: () => {
      process.stdout.write('所有窗口均已关闭，述核已退出。\n')
      void stop()
    },
  })
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
  process.stdout.write(`述核已在浏览器中打开：${server.address}\n`)
  openBrowser(server.address)
}

/** Opens the system's browser, unless `SHUHE_NO_OPEN` is set or there is no display to open it on. */
function openBrowser(address: string): void {
  if (process.env['SHUHE_NO_OPEN']) return
  const { platform } = process
  if (platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return
  const [command, args] = platform === 'win32' ? ['cmd', ['/c', 'start', '', address.replace(/&/gu, '^&')]] as const : platform === 'darwin' ? ['open', [address]] as const : ['xdg-open', [address]] as const
  const child = spawn(command, [...args], { stdio: 'ignore', detached: true })
  child.on('error', () => process.stdout.write('没有找到可以打开的浏览器，请手动打开上面的地址。\n'))
  child.unref()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof LibraryLockedError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(error instanceof LibraryLockedError ? 3 : 1)
})
