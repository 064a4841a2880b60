import { copyFile, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Adapter } from 'lowdb'

/**
 * A lowdb adapter that loses nothing: it writes a temporary file in the same folder, syncs it to disk, keeps the previous file as `.bak`,
 * renames and syncs the folder. lowdb's own JSONFile does neither (typicode/lowdb#352, #549, #139).
 */
export class DurableFile<T> implements Adapter<T> {
  private queue: Promise<unknown> = Promise.resolve()

  /**
   * @param path the file
   * @param parse checks parsed JSON of any origin
   * @param onTrouble told when a file could not be used and what was done about it
   */
  constructor(
    readonly path: string,
    private readonly parse: (input: unknown) => Parsed<T>,
    private readonly onTrouble: (trouble: Trouble) => void = () => undefined,
  ) {}

  /** The content; the last good copy where the file is damaged; null where neither exists. Throws {@link NewerFileError} and disk errors. */
  async read(): Promise<T | null> {
    const main = await readJson(this.path)
    if (main.found) {
      const parsed = main.json === undefined ? damaged(main.detail) : this.parse(main.json)
      if (parsed.ok) return parsed.value
      if (parsed.reason === 'newer') throw new NewerFileError(this.path)
      const setAside = await this.setAside()
      const backup = await this.readBackup()
      this.onTrouble({ file: basename(this.path), setAside, recovered: backup !== null, detail: parsed.detail })
      if (backup !== null) await this.write(backup)
      return backup
    }
    // the file is gone but its last good copy is there: a crash between two renames
    return this.readBackup()
  }

  /** Resolves when the content is on disk. Writes to one file follow each other in the order of the calls. */
  write(data: T): Promise<void> {
    const text = JSON.stringify(data)
    const done = this.queue.then(() => writeDurably(this.path, text))
    this.queue = done.catch(() => undefined)
    return done
  }

  private async readBackup(): Promise<T | null> {
    const backup = await readJson(`${this.path}.bak`)
    if (!backup.found || backup.json === undefined) return null
    const parsed = this.parse(backup.json)
    return parsed.ok ? parsed.value : null
  }

  /** Renames a damaged file, so that nothing overwrites it; returns its new name. */
  private async setAside(): Promise<string> {
    const stamp = new Date().toISOString().replace(/[:.]/gu, '-')
    const to = `${this.path}.damaged-${stamp}`
    await withRetries(() => rename(this.path, to))
    return basename(to)
  }
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: 'newer' | 'damaged'; detail: string }

/** A file that could not be used: set aside under a new name, replaced by its last good copy if there was one. */
export interface Trouble {
  file: string
  setAside: string
  recovered: boolean
  detail: string
}

/** The file was written by a later version of the application and is left as it is. */
export class NewerFileError extends Error {
  constructor(readonly path: string) {
    super(`written by a newer version: ${basename(path)}`)
    this.name = 'NewerFileError'
  }
}

const damaged = (detail: string): { ok: false; reason: 'damaged'; detail: string } => ({ ok: false, reason: 'damaged', detail })

async function readJson(path: string): Promise<{ found: false } | { found: true; json?: unknown; detail: string }> {
  let text: string
  try {
    text = await withRetries(() => readFile(path, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { found: false }
    throw error
  }
  try {
    return { found: true, json: JSON.parse(text) as unknown, detail: '' }
  } catch (error) {
    return { found: true, detail: error instanceof Error ? error.message : 'no JSON' }
  }
}

/**
 * Writes a file so that after a crash at any moment either the old or the new content is complete on disk; the old one is kept as `.bak`
 * unless that is not wanted.
 */
export async function writeDurably(path: string, content: string | Uint8Array, { backup = true }: { backup?: boolean } = {}): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`)
  try {
    await writeSynced(temporary, content)
    if (backup) await keepBackup(path)
    await withRetries(() => rename(temporary, path))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'w')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Keeps the present file as `.bak`: by a hard link where the file system has them, so that the file itself is never missing. */
async function keepBackup(path: string): Promise<void> {
  const backup = `${path}.bak`
  const next = `${backup}.new`
  await rm(next, { force: true })
  try {
    await link(path, next)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    await copyFile(path, next)
  }
  await withRetries(() => rename(next, backup))
}

/** Makes a rename durable; Windows has no such thing for folders and refuses. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const LOCKED = new Set(['EPERM', 'EBUSY', 'EACCES', 'EMFILE', 'ENFILE'])

/** Tries again for about two seconds while a virus scanner or a backup holds the file. */
export async function withRetries<R>(action: () => Promise<R>): Promise<R> {
  for (let wait = 10; ; wait *= 2) {
    try {
      return await action()
    } catch (error) {
      if (wait > 1300 || !LOCKED.has(codeOf(error) ?? '')) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

/** The code of a system error (`ENOENT`), undefined for any other. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
