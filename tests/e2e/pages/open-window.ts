import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { build, type Rolldown } from 'vite'

let made: Promise<Map<string, string>> | undefined

/** Builds the window of pages as the application's own is built, once for all tests of a worker. */
const files = (): Promise<Map<string, string>> => (made ??= make())

async function make(): Promise<Map<string, string>> {
  const out = await build({
    configFile: false, logLevel: 'silent', root: resolve('tests/e2e/pages'),
    resolve: { alias: { '#core': resolve('src/core'), '#contract': resolve('src/contract'), '#resources': resolve('resources') } },
    build: { write: false, target: 'chrome120', rollupOptions: { input: resolve('tests/e2e/pages/window.tsx'), output: { entryFileNames: 'window.js', assetFileNames: 'window[extname]', codeSplitting: false } } },
  })
  const { output } = out as Rolldown.RolldownOutput
  return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]))
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html' }

/** Opens it in a page of the browser. */
export async function openPagesWindow(page: Page): Promise<void> {
  const all = await files()
  await page.route('http://pages.test/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    const body = name === '' ? '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>版面</title><link rel="stylesheet" href="/window.css"><div id="root"></div><script type="module" src="/window.js"></script>' : all.get(name)
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType: `${TYPES[name.split('.').at(-1) ?? ''] ?? 'text/html'}; charset=utf-8` })
  })
  await page.goto('http://pages.test/')
  await page.waitForFunction(() => 'pagesWindow' in window)
}
