// npm start: installs and builds what is missing, then opens the application; says in one line in which shell and why.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, electronBinary, hasDisplay, install, root } from './machine.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) fail(`述核需要 Node.js 20.19 或更新的版本，本机是 ${process.versions.node}。请从 https://nodejs.org 安装后重试。`)
if (!install(() => console.log('首次启动：正在安装所需的程序包，约一分钟……'))) fail('程序包没有安装成功。请检查网络连接后重新运行 npm start。')
if (!build(() => console.log('正在生成应用程序……'))) fail('应用程序没有生成成功。上面是出错的原因。')

const wish = process.argv.includes('--electron') ? 'electron' : process.argv.includes('--browser') ? 'browser' : undefined
const binary = electronBinary()
const missing = !binary ? '没有安装 Electron 程序（有网络时可运行 npx install-electron 安装）' : !hasDisplay() ? '没有可用的显示器' : undefined
if (wish === 'electron' && missing) fail(`不能打开桌面窗口：${missing}。`)

const env = { ...process.env }
if (wish !== 'browser' && !missing) {
  console.log(`以桌面窗口（Electron）打开：${wish ? '按 --electron 的要求' : '本机装有 Electron，并有显示器'}。`)
  // Chromium refuses its sandbox to root
  follow(spawn(binary, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root], { stdio: 'inherit', env }))
} else {
  console.log(`在浏览器中打开：${wish ? '按 --browser 的要求' : missing}。按 Ctrl+C 退出。`)
  follow(spawn(process.execPath, [join(root, 'out/main/browser.js')], { stdio: 'inherit', env }))
}

/** Ends as the application does, and passes on the wish to end. */
function follow(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`没有打开：${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
