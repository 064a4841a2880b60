import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

/** The ECMA-376 transitional schemas; they stand beside the repository, where they are. */
const SCHEMAS = process.env['SHUHE_OOXML_XSD'] ?? '../shared/external/ooxml-xsd'

/** Can documents be checked against the standard on this machine? Says why not. */
export const hasSchemas: boolean = (() => {
  const why = !existsSync(join(SCHEMAS, 'wml.xsd')) ? `${SCHEMAS} is missing` : spawnSync('xmllint', ['--version']).status !== 0 ? 'xmllint is missing' : undefined
  if (why !== undefined) console.log(`left out: ${why}`)
  return why === undefined
})()

/** What is wrong with the WordprocessingML parts of documents. What a part calls ignorable (mc:Ignorable) is taken out, as a program would that does not know it. */
export function schemaProblems(...documents: readonly Uint8Array[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'shuhe-xsd-'))
  try {
    const parts = documents.flatMap((docx, n) => Object.entries(unzipSync(docx)).flatMap(([name, bytes]) => (/^word\/[^/]+\.xml$/u.test(name) ? [[`${n + 1}-${name.slice('word/'.length)}`, bytes] as const] : [])))
    const files = parts.map(([name, bytes]) => {
      let xml = strFromU8(bytes)
      const ignorable = (/mc:Ignorable="([^"]*)"/u.exec(xml)?.[1] ?? '').split(/\s+/u).filter(Boolean)
      xml = xml.replace(/\smc:Ignorable="[^"]*"/gu, '')
      for (const prefix of ignorable) xml = xml.replace(new RegExp(`\\s${prefix}:[\\w.-]+="[^"]*"`, 'gu'), '').replace(new RegExp(`<${prefix}:[^>]*/>`, 'gu'), '')
      const file = join(folder, name)
      writeFileSync(file, xml)
      return file
    })
    // all at once: reading the schemas takes longer than checking a part
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--huge', '--schema', join(SCHEMAS, 'wml.xsd'), ...files], { encoding: 'utf8' })
    return status === 0 ? [] : stderr.split('\n').filter((line) => line.includes('error')).map((line) => line.slice(folder.length + 1)).slice(0, 5)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
