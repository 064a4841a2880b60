// npm test: installs what is missing and runs everything. The last line says how many checks passed and failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, electronBinary, ensureChromium, hasDisplay, install, root, run, runBin } from './machine.mjs'

const results = join(root, 'test-results')
const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []

/** One check that passes or fails as a whole. */
function check(name, action) {
  console.log(`\n== ${name}`)
  const ok = action()
  total[ok ? 'passed' : 'failed']++
  if (!ok) failures.push(name)
  return ok
}

/** Tests that count themselves in a file. */
function tests(name, file, action, count) {
  console.log(`\n== ${name}`)
  rmSync(file, { force: true })
  const ok = action()
  const counted = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 }
  if (!ok && counted.failed === 0) counted.failed = 1
  for (const key of Object.keys(total)) total[key] += counted[key]
  if (counted.failed > 0) failures.push(name)
}

if (!install(() => console.log('installing packages'))) {
  console.log('npm ci failed: are the packages within reach of this machine?\n0 passed, 1 failed')
  process.exit(1)
}
mkdirSync(results, { recursive: true })
check('types', () => run(process.execPath, ['scripts/typecheck.mjs']))
check('lint', () => runBin('eslint', 'bin/eslint.js', ['.', '--max-warnings', '0']))
check('boundaries', () => runBin('dependency-cruiser', 'bin/dependency-cruise.mjs', ['src', '--config', '.dependency-cruiser.cjs']))
const vitestJson = join(results, 'vitest.json')
tests('unit and golden tests', vitestJson, () => runBin('vitest', 'vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestJson}`]), (r) => ({
  passed: r.numPassedTests, failed: r.numFailedTests + (r.numFailedTests === 0 ? r.numFailedTestSuites : 0), skipped: r.numPendingTests + r.numTodoTests,
}))
const built = check('build', () => build(() => console.log('building')))
if (built) {
  const chromium = ensureChromium()
  if (!chromium) check('browser tests', () => false)
  else {
    if (!electronBinary() || !hasDisplay()) console.log(`\ntests of the Electron window are skipped: ${electronBinary() ? 'no display' : 'its binary is not installed'}`)
    const playwrightJson = join(results, 'playwright.json')
    const env = { ...process.env, SHUHE_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightJson }
    tests('browser tests', playwrightJson, () => runBin('@playwright/test', 'cli.js', ['test', '--reporter=list,json'], { env }), ({ stats }) => ({
      passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped,
    }))
  }
}
if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed === 0 ? 0 : 1)
