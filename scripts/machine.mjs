// What this machine has, and how to get what is missing. Used by `npm start` and `npm test`; imports nothing that has to be installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => join(root, ...parts)
const windows = process.platform === 'win32'

/** Runs a program in the checkout and shows what it prints; answers whether it went well. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) console.log(`${command}: ${error.message}`)
  return status === 0
}

/** Runs a script of an installed package with this Node. */
export const runBin = (name, script, args, options) => run(process.execPath, [at('node_modules', name, script), ...args], options)

/** Are the packages of package-lock.json installed, each in its version? */
export function isInstalled() {
  const installed = at('node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages
  const want = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
  return Object.entries(want).every(([path, { version, optional, peer }]) => path === '' || optional || (peer && !have[path]) || have[path]?.version === version)
}

/** Installs the packages where they are missing; answers whether they are there. */
export function install(say) {
  if (isInstalled()) return true
  say()
  // npm is a .cmd file on Windows, which only a shell can run
  return run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], { shell: windows })
}

/** The path of Electron's program, where its binary is installed. Asking electron itself would make it download one. */
export function electronBinary() {
  const path = at('node_modules', 'electron', 'path.txt')
  const name = existsSync(path) ? readFileSync(path, 'utf8').trim() : { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron'
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? at('node_modules', 'electron', 'dist'), name)
  return existsSync(binary) ? binary : undefined
}

export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** The latest change below a file or folder, in milliseconds. */
function changed(path) {
  const stat = statSync(path)
  return stat.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name)))) : stat.mtimeMs
}

const SOURCES = ['src', 'package.json', 'electron.vite.config.ts', 'tsconfig.base.json']
const RESULTS = ['out/main/browser.js', 'out/main/cli.js', 'out/main/electron.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Builds the application where it was never built or a source is newer; answers whether it stands. */
export function build(say) {
  const upToDate = RESULTS.every((file) => existsSync(at(file))) && Math.min(...RESULTS.map((file) => changed(at(file)))) > Math.max(...SOURCES.map((path) => changed(at(path))))
  if (upToDate) return true
  say()
  return runBin('electron-vite', 'bin/electron-vite.js', ['build', '--logLevel', 'warn'])
}

const BROWSERS = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['C:/Program Files/Google/Chrome/Application/chrome.exe', 'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe'],
}

/** A Chromium for the browser tests: the one of SHUHE_CHROMIUM, Playwright's own, or one of this machine. */
export function findChromium() {
  const own = createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
  return [process.env.SHUHE_CHROMIUM, own, ...(BROWSERS[process.platform] ?? [])].find((path) => path && existsSync(path))
}

/** Has this machine a font for Chinese? Only asked where fontconfig knows. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' })
  return status === 0 && stdout.trim() !== ''
}

/** Gets what the browser tests need; answers with the path of a Chromium, or says in one line what is missing. */
export function ensureChromium() {
  const debian = process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  if (debian && (!findChromium() || !hasChineseFont())) {
    console.log('browser tests: installing chromium and fonts-noto-cjk with apt-get')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-q'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    run('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-cjk'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  } else if (!debian && !findChromium()) {
    runBin('@playwright/test', 'cli.js', ['install', 'chromium'])
  }
  const chromium = findChromium()
  if (!chromium) console.log('browser tests: no Chromium found. Install Chrome, Edge or Chromium, or set SHUHE_CHROMIUM to its program.')
  else if (!hasChineseFont()) console.log('browser tests: no Chinese font found; pages are tested all the same. On Debian: apt-get install fonts-noto-cjk')
  return chromium
}
