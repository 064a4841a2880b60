import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'

/** The ECMA-376 transitional schemas, which stay where they are: they are not ours to pass on. */
const SCHEMAS = resolve('../shared/external/ooxml-xsd')

const hasXmllint = (): boolean => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Why documents cannot be checked against the schemas here; undefined where they can. */
export const whyNoSchemas = (): string | undefined =>
  !existsSync(join(SCHEMAS, 'wml.xsd')) ? `no schemas in ${SCHEMAS}` : hasXmllint() ? undefined : 'xmllint is not installed (libxml2-utils)'

/** The schema of a part by its name in the package; undefined for what is no XML of the format. */
function schemaOf(part: string): string | undefined {
  if (part === '[Content_Types].xml') return 'opc-contentTypes.xsd'
  if (part.endsWith('.rels')) return 'opc-relationships.xsd'
  if (part === 'docProps/app.xml') return 'shared-documentPropertiesExtended.xsd'
  if (part === 'docProps/custom.xml') return 'shared-documentPropertiesCustom.xsd'
  if (/^word\/theme\//u.test(part)) return 'dml-main.xsd'
  return /^word\/[^/]+\.xml$/u.test(part) ? 'wml.xsd' : undefined
}

/** What a part marks as ignorable is taken out, as a consumer that does not know it would (ECMA-376, part 3, 10.1). */
function understood(xml: string): string {
  const ignorable = (/mc:Ignorable="([^"]*)"/u.exec(xml)?.[1] ?? '').split(/\s+/u).filter(Boolean)
  let out = xml.replace(/\smc:Ignorable="[^"]*"/gu, '')
  for (const prefix of ignorable) out = out.replace(new RegExp(`\\s${prefix}:[\\w.-]+="[^"]*"`, 'gu'), '').replace(new RegExp(`<${prefix}:[^>]*/>`, 'gu'), '')
  return out
}

/** One line for each error in any part of documents in WordprocessingML, `document part: error`; empty where all is valid. */
export function schemaErrors(documents: readonly { name: string; bytes: Uint8Array }[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'shuhe-ooxml-'))
  const files = new Map<string, string[]>()
  const named = new Map<string, string>()
  for (const { name, bytes } of documents) {
    for (const [part, content] of Object.entries(unzipSync(bytes))) {
      const schema = schemaOf(part)
      if (schema === undefined) continue
      const file = join(folder, `${named.size}.xml`)
      writeFileSync(file, understood(new TextDecoder().decode(content)))
      named.set(file, `${name} ${part}`)
      files.set(schema, [...(files.get(schema) ?? []), file])
    }
  }
  const errors: string[] = []
  for (const [schema, paths] of files) {
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--huge', '--schema', join(SCHEMAS, schema), ...paths], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    if (status === 0) continue
    const lines = stderr.split('\n').filter((line) => /error|fails to compile|parser/u.test(line))
    errors.push(...(lines.length === 0 ? [`${schema}: xmllint ends with ${status}`] : lines.map((line) => line.replace(/^(\S+?\.xml):\d+:/u, (_all, file: string) => `${named.get(file) ?? file}:`).slice(0, 300))))
  }
  rmSync(folder, { recursive: true })
  return errors
}

/** The text of a part. */
export const partOf = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(unzipSync(bytes, { filter: ({ name }) => name === part })[part] ?? new Uint8Array())

