import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Is a LibreOffice on this machine? Says why tests are left out where there is none. */
export const hasLibreOffice: boolean = (() => {
  const there = spawnSync('soffice', ['--version'], { timeout: 30_000 }).status === 0
  if (!there) console.log('left out: LibreOffice (soffice) is not on this machine')
  return there
})()

/** A document as LibreOffice saves it after opening it. */
export function savedByLibreOffice(docx: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'shuhe-lo-'))
  try {
    writeFileSync(join(folder, 'in.docx'), docx)
    const { status, stderr } = spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'in.docx')], { timeout: 90_000, encoding: 'utf8' })
    if (status !== 0) throw new Error(`soffice: ${stderr}`)
    return readFileSync(join(folder, 'out', 'in.docx'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
