import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ico': 'image/x-icon', '.json': 'application/json; charset=utf-8', '.woff2': 'font/woff2', '.woff': 'font/woff', '.map': 'application/json; charset=utf-8',
}

export interface StaticFile {
  bytes: Uint8Array
  type: string
}

/**
 * A file of the built renderer by the path of a URL; `/` is index.html. Undefined where there is none, where the path leaves the folder or
 * the type is not one that the renderer has.
 */
export async function readStatic(folder: string, urlPath: string): Promise<StaticFile | undefined> {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  if (path.includes('\0') || path.includes('\\')) return undefined
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  if (!file.startsWith(normalize(folder) + sep)) return undefined
  const type = TYPES[extname(file).toLowerCase()]
  if (type === undefined) return undefined
  try {
    return { bytes: await readFile(file), type }
  } catch {
    return undefined
  }
}
