import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type IConfiguration } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration

/** The rules that a small source tree breaks. */
async function broken(files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'shuhe-'))
  for (const [name, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const { output } = await cruise(['src'], { ...config.options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden ?? [] } })
  if (typeof output === 'string') throw new Error(output)
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))]
}

describe('the boundaries are watched', () => {
  const x = 'export const x = 1\n'
  it.each([
    ['the core imports a shell', 'core-is-pure', { 'src/core/model/a.ts': "import { x } from '../../main/b.ts'\nexport const a = x", 'src/main/b.ts': x }],
    ['the core imports Node', 'core-without-node', { 'src/core/text/a.ts': "import { readFileSync } from 'node:fs'\nexport const a = readFileSync" }],
    ['the window imports the host', 'main-is-main', { 'src/renderer/a.ts': "import { x } from '../main/b.ts'\nexport const a = x", 'src/main/b.ts': x }],
    ['the contract imports the host', 'contract-on-core', { 'src/contract/a.ts': "import type { X } from '../main/b.ts'\nexport type A = X", 'src/main/b.ts': 'export type X = 1\n' }],
    ['a rule imports a rule', 'rules-alone', { 'src/core/checker/rules/a/index.ts': "import { x } from '../b/index.ts'\nexport const a = x", 'src/core/checker/rules/b/index.ts': x }],
    ['figures import the checker', 'core-figures', { 'src/core/figures/a.ts': "import { x } from '../checker/b.ts'\nexport const a = x", 'src/core/checker/b.ts': x }],
    ['a circle', 'no-circle', { 'src/core/text/a.ts': "import { b } from './b.ts'\nexport const a = () => b", 'src/core/text/b.ts': "import { a } from './a.ts'\nexport const b = () => a" }],
    ['the library imports docx', 'documents-in-files', { 'src/main/library/a.ts': "import { x } from 'docx'\nexport const a = x", 'node_modules/docx/package.json': '{"name":"docx","main":"index.js"}', 'node_modules/docx/index.js': 'exports.x = 1' }],
    ['the browser shell imports electron', 'electron-in-its-room', { 'src/main/browser/a.ts': "import { x } from 'electron'\nexport const a = x", 'node_modules/electron/package.json': '{"name":"electron","main":"index.js"}', 'node_modules/electron/index.js': 'exports.x = 1' }],
  ] as const)('%s', async (_, rule, files) => {
    expect(await broken(files)).toContain(rule)
  })
})

describe('the house', () => {
  const all = (folder: string): string[] => readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? all(join(folder, name)) : [join(folder, name)]))
  it('each room says what it is for', () => {
    for (const room of ['src/contract', 'src/main', 'src/preload', 'src/renderer', 'src/renderer/editor', ...readdirSync('src/core').filter((n) => !n.includes('.')).map((n) => `src/core/${n}`), ...['browser', 'cli', 'electron', 'files', 'library', 'procedures'].map((n) => `src/main/${n}`)]) {
      expect(readFileSync(`${room}/README.md`, 'utf8').length, room).toBeGreaterThan(80)
    }
  })
  it('a file fits on a few screens', () => {
    const long = all('src').filter((f) => /\.tsx?$/u.test(f) && readFileSync(f, 'utf8').split('\n').length > 400)
    expect(long).toEqual([])
  })
  it('a stored report of each version is kept, and read', async () => {
    const { migrations, readReportFile, REPORT_VERSION } = await import('#core/model/report.ts')
    for (let version = 1; version <= REPORT_VERSION; version++) {
      expect(readReportFile(JSON.parse(readFileSync(`tests/fixtures/stored/report-v${version}.json`, 'utf8'))), `version ${version}`).toMatchObject({ ok: true, value: { version: REPORT_VERSION } })
      if (version < REPORT_VERSION) expect(migrations[version], `migration from ${version}`).toBeTypeOf('function')
    }
  })
  it.each(['ledger', 'material', 'settings'] as const)('a stored %s of each version is kept, and read', async (kind) => {
    const { LEDGER_VERSION, readLedgerFile } = await import('#core/ledger/ledger.ts')
    const { MATERIAL_VERSION, readMaterialFile } = await import('#core/materials/material.ts')
    const { SETTINGS_VERSION, readSettingsFile } = await import('#core/checker/settings.ts')
    const kinds = { ledger: [LEDGER_VERSION, readLedgerFile], material: [MATERIAL_VERSION, readMaterialFile], settings: [SETTINGS_VERSION, readSettingsFile] } as const
    const [now, read] = kinds[kind]
    for (let version = 1; version <= now; version++) {
      const stored: unknown = JSON.parse(readFileSync(`tests/fixtures/stored/${kind}-v${version}.json`, 'utf8'))
      expect(stored).toMatchObject({ version })
      expect(read(stored), `version ${version}`).toMatchObject({ ok: true, value: { version: now } })
    }
    expect(read({ format: `shuhe.${kind}`, version: now + 1 })).toMatchObject({ ok: false, reason: 'newer' })
  })
})
