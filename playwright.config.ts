import { defineConfig } from '@playwright/test'
import type { ShellOptions } from './tests/e2e/application.ts'

const executablePath = process.env['SHUHE_CHROMIUM'] ?? '/usr/bin/chromium'

/** The same specs in both shells: in a browser window, and in Electron's where its binary is installed. */
export default defineConfig<ShellOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] },
  },
  projects: [
    { name: 'browser', use: { shell: 'browser' } },
    { name: 'electron', use: { shell: 'electron' }, testIgnore: ['programs.spec.ts'] },
  ],
})
