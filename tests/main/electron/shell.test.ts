import { EventEmitter } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PickPurpose } from '#contract/contract.ts'
import type { BrowserWindow, IpcMainEvent, MenuItemConstructorOptions, Session, WebContents } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { menuCommandSchema, type MenuCommand } from '#contract/contract.ts'
import { readHere } from '../../../src/main/files/reader.ts'
import { createHost } from '../../../src/main/host.ts'

/** The parts of the Electron shell on a stand-in for the `electron` module, since its binary is not on every machine. */
const electron = vi.hoisted(() => {
  const state = { privileged: [] as unknown[], channels: new Map<string, (event: unknown) => void>(), ports: [] as { port1: unknown; port2: unknown }[], loaded: [] as string[], dialog: {} as Record<string, unknown> }
  return state
})
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  const { MessageChannel } = await import('node:worker_threads')
  class BrowserWindowStandIn extends Emitter {
    webContents = Object.assign(new Emitter(), { setWindowOpenHandler: vi.fn() })
    shown = false
    closed = false
    constructor(readonly options: unknown) {
      super()
    }
    loadURL(url: string): Promise<void> {
      electron.loaded.push(url)
      return Promise.resolve()
    }
    show(): void {
      this.shown = true
    }
    close(): void {
      let prevented = false
      this.emit('close', { preventDefault: () => (prevented = true) })
      this.closed = !prevented
    }
  }
  return {
    protocol: { registerSchemesAsPrivileged: (schemes: unknown[]) => electron.privileged.push(...schemes) },
    ipcMain: { on: (channel: string, listener: (event: unknown) => void) => electron.channels.set(channel, listener) },
    dialog: {
      showOpenDialog: (_: unknown, options: unknown) => ((electron.dialog['asked'] = options), Promise.resolve(electron.dialog['answer'])),
      showSaveDialog: (_: unknown, options: unknown) => ((electron.dialog['asked'] = options), Promise.resolve(electron.dialog['answer'])),
    },
    BrowserWindow: BrowserWindowStandIn,
    MessageChannelMain: class {
      port1: unknown
      port2: unknown
      constructor() {
        const { port1, port2 } = new MessageChannel()
        this.port1 = port1
        this.port2 = port2
        electron.ports.push(this)
      }
    },
  }
})
const { windowOptions, openWindow } = await import('../../../src/main/electron/window.ts')
const { answer, registerScheme, ORIGIN, START_URL } = await import('../../../src/main/electron/protocol.ts')
const { confine, denyPermissions } = await import('../../../src/main/electron/security.ts')
const { isTrusted, servePorts, REQUEST_PORT, PORT } = await import('../../../src/main/electron/handshake.ts')
const { menuTemplate } = await import('../../../src/main/electron/menu.ts')
const { pickFiles, saveFile } = await import('../../../src/main/electron/dialogs.ts')

const temporary = (): Promise<string> => mkdtemp(join(tmpdir(), 'shuhe-'))
beforeEach(() => {
  electron.channels.clear()
  electron.ports.length = 0
})

describe('the window', () => {
  it('is isolated and sandboxed, without Node', () => {
    expect(windowOptions('/p.cjs', '/i.png', { width: 1366, height: 728 })).toMatchObject({
      width: 1366, height: 728, show: false,
      webPreferences: { preload: '/p.cjs', contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false },
    })
  })
  const opened = (canAnswer: boolean) => {
    let asked = 0
    const { window, readyToClose } = openWindow({}, { ask: () => asked++, canAnswer: () => canAnswer })
    return { window: window as unknown as EventEmitter & { closed: boolean; shown: boolean; close: () => void; webContents: EventEmitter }, readyToClose, asked: () => asked }
  }
  it('opens the own page and shows itself when it is drawn', () => {
    const { window } = opened(true)
    expect(electron.loaded.at(-1)).toBe(START_URL)
    expect(window.shown).toBe(false)
    window.emit('ready-to-show')
    expect(window.shown).toBe(true)
  })
  it('closes only when its page said that all is saved', () => {
    const { window, readyToClose, asked } = opened(true)
    window.close()
    expect([window.closed, asked()]).toEqual([false, 1])
    readyToClose()
    expect(window.closed).toBe(true)
  })
  it('closes at once where nobody could answer', () => {
    const silent = opened(false)
    silent.window.close()
    expect(silent.window.closed).toBe(true)
    const crashed = opened(true)
    crashed.window.webContents.emit('render-process-gone')
    crashed.window.close()
    expect(crashed.window.closed).toBe(true)
    const hung = opened(true)
    hung.window.emit('unresponsive')
    hung.window.close()
    expect(hung.window.closed).toBe(true)
  })
})

describe('the app:// protocol', () => {
  it('is a standard, secure scheme', () => {
    registerScheme()
    expect(electron.privileged).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  })
  it('serves the renderer with the policy, and nothing else', async () => {
    const folder = await temporary()
    await mkdir(join(folder, 'r'))
    await writeFile(join(folder, 'r/index.html'), '<p>述核')
    await writeFile(join(folder, 'secret.json'), '{}')
    const get = (url: string, init?: RequestInit) => answer(new Request(url, init), join(folder, 'r'))
    const page = await get(START_URL)
    expect([page.status, await page.text()]).toEqual([200, '<p>述核'])
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect((await get(`${ORIGIN}/%2e%2e/secret.json`)).status).toBe(404)
    expect((await get(`${ORIGIN}/..%2fsecret.json`)).status).toBe(404)
    expect((await get('app://elsewhere/')).status).toBe(404)
    expect((await get(START_URL, { method: 'POST' })).status).toBe(405)
  })
})

describe('what a page may not do', () => {
  it('leave, open windows, embed', () => {
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() })
    confine(contents as unknown as WebContents)
    const open = contents.setWindowOpenHandler.mock.calls[0]?.[0] as () => unknown
    expect(open()).toEqual({ action: 'deny' })
    const goes = (event: string, url: string): boolean => {
      let prevented = false
      contents.emit(event, { url, preventDefault: () => (prevented = true) })
      return !prevented
    }
    expect(goes('will-navigate', `${ORIGIN}/#/import`)).toBe(true)
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://shuhe.evil/', 'javascript:alert(1)']) {
      expect(goes('will-navigate', url)).toBe(false)
      expect(goes('will-redirect', url)).toBe(false)
    }
    expect(goes('will-attach-webview', '')).toBe(false)
  })
  it('be granted a permission', () => {
    const asked: ((...args: never[]) => unknown)[] = []
    const keep = (handler: (...args: never[]) => unknown): void => void asked.push(handler)
    denyPermissions({ setPermissionRequestHandler: keep, setPermissionCheckHandler: keep, setDevicePermissionHandler: keep } as unknown as Session)
    const [request, check, device] = asked as unknown as [(c: unknown, p: string, decide: (granted: boolean) => void) => void, () => boolean, () => boolean]
    let granted: boolean | undefined
    request(undefined, 'media', (g) => (granted = g))
    expect([granted, check(), device()]).toEqual([false, false, false])
  })
})

describe('the handshake', () => {
  const contents = {} as WebContents
  const event = (frame: { url: string; parent: object | null } | null, sender: object = contents) => ({ sender, senderFrame: frame }) as unknown as IpcMainEvent
  it('trusts only the top frame of our window on our page', () => {
    const windows = new Set([contents])
    expect(isTrusted(event({ url: START_URL, parent: null }), windows)).toBe(true)
    expect(isTrusted(event({ url: START_URL, parent: null }, {}), windows)).toBe(false)
    expect(isTrusted(event({ url: START_URL, parent: {} }), windows)).toBe(false)
    expect(isTrusted(event({ url: 'https://example.com', parent: null }), windows)).toBe(false)
    expect(isTrusted(event({ url: 'app://shuhe.evil/', parent: null }), windows)).toBe(false)
    expect(isTrusted(event(null), windows)).toBe(false)
  })
  it('hands out a port on which the contract answers', async () => {
    const host = await createHost({ dataFolder: await temporary(), seedsFolder: 'seeds', version: '1', reader: readHere, ports: { shell: 'electron' } })
    servePorts(host.router, new Set([contents]))
    const posted: { channel: string; ports: unknown[] }[] = []
    const frame = { url: START_URL, parent: null, postMessage: (channel: string, _: unknown, ports: unknown[]) => posted.push({ channel, ports }) }
    electron.channels.get(REQUEST_PORT)?.(event({ url: 'https://example.com', parent: null }))
    expect(posted).toEqual([])
    electron.channels.get(REQUEST_PORT)?.(event(frame))
    expect(posted).toMatchObject([{ channel: PORT }])
    const { createORPCClient } = await import('@orpc/client')
    const { RPCLink } = await import('@orpc/client/message-port')
    const port = posted[0]?.ports[0] as MessagePort
    port.start()
    const client = createORPCClient<{ app: { info: () => Promise<{ shell: string }> } }>(new RPCLink({ port }))
    expect((await client.app.info()).shell).toBe('electron')
    port.close()
    await host.shutdown()
  })
  it('preload and host name the same channels', async () => {
    const source = await readFile('src/preload/index.ts', 'utf8')
    expect(source).toContain(`'${REQUEST_PORT}'`)
    expect(source).toContain(`'${PORT}'`)
  })
})

describe.each(['win32', 'darwin', 'linux'] as const)('the menu on %s', (platform) => {
  const sent: MenuCommand[] = []
  const items = (menu: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => menu.flatMap((m) => [m, ...(Array.isArray(m.submenu) ? items(m.submenu) : [])])
  const all = items(menuTemplate(platform, (c) => sent.push(c)))
  it('is in Chinese', () => {
    for (const { type, label, role } of all) if (type !== 'separator') expect(label ?? role, JSON.stringify(role)).toMatch(/\p{Script=Han}/u)
  })
  it('sends every command of the contract', () => {
    sent.length = 0
    for (const { click } of all) (click as (() => void) | undefined)?.()
    expect([...new Set(sent)].sort()).toEqual([...menuCommandSchema.options].sort())
  })
  it('gives no shortcut twice', () => {
    const keys = all.flatMap(({ accelerator }) => (typeof accelerator === 'string' ? [accelerator.replace('CmdOrCtrl', platform === 'darwin' ? 'Cmd' : 'Ctrl')] : []))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(expect.arrayContaining([platform === 'darwin' ? 'Cmd+S' : 'Ctrl+S', platform === 'darwin' ? 'Cmd+E' : 'Ctrl+E']))
  })
})

describe('dialogs', () => {
  const window = {} as BrowserWindow
  it('open: files with their names; none when cancelled; a huge file is not read', async () => {
    const folder = await temporary()
    await writeFile(join(folder, '报告.txt'), '文')
    await writeFile(join(folder, '大.txt'), '')
    await truncate(join(folder, '大.txt'), 3 * 1024 ** 3)
    electron.dialog['answer'] = { canceled: false, filePaths: [join(folder, '报告.txt'), join(folder, '大.txt')] }
    const files = await pickFiles(window, 'reports')
    expect(files?.map((f) => [f.name, f.size])).toEqual([['报告.txt', 3], ['大.txt', 20 * 1024 * 1024 + 1]])
    electron.dialog['answer'] = { canceled: true, filePaths: [] }
    expect(await pickFiles(window, 'reports')).toBeNull()
  })
  it('open: each dialog says what it asks for, and only a review copy comes alone', async () => {
    electron.dialog['answer'] = { canceled: true, filePaths: [] }
    const asked = async (purpose: PickPurpose): Promise<unknown> => (await pickFiles(window, purpose), electron.dialog['asked'])
    expect(await asked('reports')).toMatchObject({ title: '导入报告', properties: ['openFile', 'multiSelections'] })
    expect(await asked('materials')).toMatchObject({ title: '添加素材', properties: ['openFile', 'multiSelections'] })
    expect(await asked('returned')).toMatchObject({ title: '读取返回稿', properties: ['openFile'], filters: [{ extensions: ['docx'] }, {}] })
  })
  it('save: the whole file or nothing', async () => {
    const folder = await temporary()
    electron.dialog['answer'] = { canceled: false, filePath: join(folder, '综述.docx') }
    expect(await saveFile(window, '综述.docx', new TextEncoder().encode('PK'))).toEqual({ path: join(folder, '综述.docx') })
    expect(await readFile(join(folder, '综述.docx'), 'utf8')).toBe('PK')
    expect(electron.dialog['asked']).toMatchObject({ defaultPath: '综述.docx' })
    electron.dialog['answer'] = { canceled: true, filePath: '' }
    expect(await saveFile(window, 'x', new Uint8Array())).toBeNull()
    // a folder stands where the file is to go
    await mkdir(join(folder, '综述目录.docx'))
    electron.dialog['answer'] = { canceled: false, filePath: join(folder, '综述目录.docx') }
    expect(await saveFile(window, '综述目录.docx', new Uint8Array()).catch((error: unknown) => error)).toMatchObject({ name: 'Unwritable', path: join(folder, '综述目录.docx'), code: 'EISDIR' })
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
