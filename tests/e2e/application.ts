import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { _electron, test as base, expect, type ElectronApplication, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { electronBinary, hasDisplay } from '../../scripts/machine.mjs'

export { expect } from '@playwright/test'

export interface ShellOptions {
  shell: 'browser' | 'electron'
}

/** The built application with a library of its own, in the shell of the project. */
export interface Application {
  page: Page
  /** the user's data folder */
  home: string
  /** ends the host with SIGKILL, as a power cut would, and starts it again on the same library */
  killAndRestart: () => Promise<void>
  /** chooses files in the dialog that `act` opens */
  choose: (files: { name: string; content: string | Buffer }[], act: () => Promise<void>) => Promise<void>
  /** does `act`, and answers with the Word document that it exported */
  exported: (act: () => Promise<void>) => Promise<{ name: string; part: (name: string) => string }>
}

interface Running {
  page: Page
  kill: () => Promise<void>
  close: () => Promise<void>
}

export const test = base.extend<ShellOptions & { app: Application }>({
  shell: ['browser', { option: true }],
  app: async ({ shell, browser, contextOptions }, use) => {
    const reason = shell === 'browser' ? undefined : !electronBinary() ? 'Electron’s binary is not installed' : !hasDisplay() ? 'there is no display' : undefined
    base.skip(reason !== undefined, reason)
    const home = mkdtempSync(join(tmpdir(), 'shuhe-e2e-'))
    const folder = mkdtempSync(join(tmpdir(), 'shuhe-files-'))
    let electron: ElectronApplication | undefined
    const open = async (): Promise<Running> => {
      if (shell === 'browser') return openBrowser(home, async (address) => {
        const context = await browser.newContext(contextOptions)
        const page = await context.newPage()
        await page.goto(address)
        return page
      })
      const app = await _electron.launch({ executablePath: electronBinary() ?? '', args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '.'], env: { ...process.env, SHUHE_HOME: home } as Record<string, string> })
      electron = app
      return { page: await app.firstWindow(), kill: async () => void app.process().kill('SIGKILL'), close: () => app.close() }
    }
    let running = await open()
    await running.page.locator('[data-report]').first().waitFor()
    const app: Application = {
      page: running.page,
      home,
      killAndRestart: async () => {
        await running.kill()
        await running.page.context().close().catch(() => undefined)
        running = await open()
        app.page = running.page
      },
      choose: async (files, act) => {
        if (!electron) {
          const chooser = app.page.waitForEvent('filechooser')
          await act()
          await (await chooser).setFiles(files.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })))
          return
        }
        const { writeFileSync } = await import('node:fs')
        const paths = files.map(({ name, content }) => (writeFileSync(join(folder, name), content), join(folder, name)))
        await electron.evaluate(({ dialog }, filePaths) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
        }, paths)
        await act()
      },
      exported: async (act) => {
        let file: { name: string; bytes: Uint8Array }
        if (!electron) {
          const download = app.page.waitForEvent('download')
          await act()
          const done = await download
          file = { name: done.suggestedFilename(), bytes: readFileSync(await done.path()) }
        } else {
          const path = join(folder, 'export.docx')
          await electron.evaluate(({ dialog }, filePath) => {
            dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
          }, path)
          await act()
          await expect.poll(() => existsSync(path)).toBe(true)
          file = { name: basename(path), bytes: readFileSync(path) }
        }
        const parts = unzipSync(new Uint8Array(file.bytes))
        return { name: file.name, part: (name) => strFromU8(parts[name] ?? new Uint8Array()) }
      },
    }
    await use(app)
    await running.close()
  },
})

async function openBrowser(home: string, visit: (address: string) => Promise<Page>): Promise<Running> {
  const { host, address } = await startHost(home)
  const page = await visit(address)
  const gone = new Promise<void>((resolve) => host.once('exit', () => resolve()))
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    host.kill(signal)
    await gone
  }
  return {
    page,
    kill: () => end('SIGKILL'),
    close: async () => {
      await page.context().close()
      await end('SIGTERM')
    },
  }
}

/** Starts the browser shell as its own process and reads the address that it prints. */
export async function startHost(home: string): Promise<{ host: ChildProcess; address: string }> {
  const host = spawn(process.execPath, ['out/main/browser.js'], { env: { ...process.env, SHUHE_HOME: home, SHUHE_NO_OPEN: '1' }, stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    host.stdout.on('data', (data: Buffer) => {
      said += data.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/u.exec(said)?.[0]
      if (found) resolve(found)
    })
    host.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${said}`)))
  })
  return { host, address }
}

/** The stored reports of a library, as they stand on disk. */
export const storedReports = (home: string): { title: string; text: string }[] =>
  readdirSync(join(home, 'library/reports')).filter((name) => name.endsWith('.json')).map((name) => {
    const text = readFileSync(join(home, 'library/reports', name), 'utf8')
    return { title: (JSON.parse(text) as { report: { title: string } }).report.title, text }
  })

/** Opens a report of the library by words of its title. */
export async function openReport(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).click()
  await page.locator('.report p').first().waitFor()
}

/** Rolls the report of Kaihua on 2020 forward and opens the draft on 2021. */
export async function rollForward(page: Page): Promise<void> {
  await page.getByRole('button', { name: /“中国人民政治协商会议 第十届开化县委员会.*的操作/u }).click()
  await page.getByRole('menuitem', { name: '结转为下一年草稿' }).click()
  await page.getByRole('button', { name: '结转为 2021 年草稿' }).click()
  await page.locator('.report .slot').first().waitFor()
}

export const saved = (page: Page): Promise<void> => expect(page.getByRole('status').filter({ hasText: '保存' }).first()).toContainText('已保存')
