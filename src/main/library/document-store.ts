import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, DurableFile, NewerFileError, syncFolder, withRetries, writeDurably, type Parsed, type Trouble } from './durable-file.ts'
import { Turns } from './turns.ts'
import { keepVersion, listVersions, versionName } from './versions.ts'

/** What a library keeps, one JSON document a file. */
export type DocumentKind = 'report' | 'ledger' | 'material'

/** How often a document was saved, from 1, and when last (ISO 8601). */
export interface Stamp {
  revision: number
  savedAt: string
}

/** The file that a document was read from. */
export interface Original {
  name: string
  bytes: Uint8Array
}

/** No document of this kind with this id. */
export class DocumentNotFoundError extends Error {
  constructor(
    readonly kind: DocumentKind,
    readonly id: string,
  ) {
    super(`no ${kind} ${id}`)
    this.name = 'DocumentNotFoundError'
  }
}

/** The document on disk is not the one that the caller last saw. */
export class ConflictError extends Error {
  constructor(
    readonly revision: number,
    readonly kind: DocumentKind | 'settings' = 'report',
  ) {
    super(`revision of the ${kind} on disk is ${revision}`)
    this.name = 'ConflictError'
  }
}

export interface DocumentStoreOptions<F extends Stamp> {
  kind: DocumentKind
  /** the library's folder */
  root: string
  /** folders below it, for the documents and for those that were removed; no other store uses them */
  folders: { documents: string; trash: string }
  /** reads a file of this or an earlier version */
  parse: (input: unknown) => Parsed<F>
  now: () => Date
  /** a file was damaged, and what was done about it */
  onTrouble: (id: string, trouble: Trouble) => void
  /** called, in its turn, after a document is on disk; undefined after it is in the trash */
  onStored?: (id: string, file: F | undefined) => Promise<void> | void
}

const TRASH_DAYS = 30
const DAY = 24 * 60 * 60 * 1000
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/u
/** A document and, after a crash between two renames, its last good copy alone. */
const FILE = /^([a-z0-9][a-z0-9-]{0,63})\.json(?:\.bak)?$/u

/** May this be the name of a document's file? One that could leave the folder is none. */
const isDocumentId = (id: string): boolean => ID.test(id)

/**
 * Documents of one kind, a file each: saves are refused where they are not based on what is on disk, earlier states are kept, what is removed
 * waits in a trash, and actions on one document follow each other. A write is acknowledged when it is on disk.
 */
export class DocumentStore<F extends Stamp> {
  private readonly turns = new Turns()

  constructor(private readonly options: DocumentStoreOptions<F>) {}

  /** Makes the folders that are missing. */
  async prepare(): Promise<void> {
    const { root, folders } = this.options
    for (const folder of [folders.documents, folders.trash, 'versions', 'originals']) await mkdir(join(root, folder), { recursive: true })
  }

  /** Ids of the documents on disk, readable or not. */
  async ids(): Promise<string[]> {
    const names = await readdir(join(this.options.root, this.options.folders.documents))
    return [...new Set(names.flatMap((name) => FILE.exec(name)?.[1] ?? []))].sort()
  }

  /** A document as it is stored. Throws {@link DocumentNotFoundError} and {@link NewerFileError}. */
  get(id: string): Promise<F> {
    return this.inTurn(id, () => this.read(id))
  }

  /**
   * All documents, one after the other, each under the name of its file. Damaged ones are set aside and said by `onTrouble`; one that a newer
   * version wrote comes without content and is left as it is.
   */
  async *each(): AsyncGenerator<{ id: string; file: F } | { id: string; file: undefined }> {
    for (const id of await this.ids()) {
      try {
        yield { id, file: await this.get(id) }
      } catch (error) {
        if (error instanceof NewerFileError) yield { id, file: undefined }
        else if (!(error instanceof DocumentNotFoundError)) throw error
      }
    }
  }

  /**
   * Stores a new document, and with it the file that it came from. Resolves when both are on disk.
   * @param write makes the stored form, given the id and the stamp
   * @param id a new one where none is given; throws {@link ConflictError} where one is given that is taken
   */
  async add(write: (id: string, stamp: Stamp) => F, { original, id = randomUUID() }: { original?: Original | undefined; id?: string } = {}): Promise<F> {
    return this.inTurn(id, async () => {
      const taken = await this.read(id).catch((error: unknown) => {
        if (error instanceof DocumentNotFoundError) return undefined
        throw error
      })
      if (taken) throw new ConflictError(taken.revision, this.options.kind)
      if (original) await this.keepOriginal(id, original)
      return this.write(id, write(id, { revision: 1, savedAt: this.options.now().toISOString() }))
    })
  }

  /**
   * Replaces a stored document. Throws {@link ConflictError} where `baseRevision` is not the one on disk, and {@link DocumentNotFoundError};
   * then nothing is written.
   */
  save(id: string, baseRevision: number, write: (stamp: Stamp) => F): Promise<F> {
    return this.inTurn(id, async () => {
      const { revision } = await this.read(id)
      if (revision !== baseRevision) throw new ConflictError(revision, this.options.kind)
      await keepVersion(this.path(id), this.versionsFolder(id), this.options.now())
      return this.write(id, write({ revision: revision + 1, savedAt: this.options.now().toISOString() }))
    })
  }

  /** The times of its kept earlier states in milliseconds, oldest first. */
  versions(id: string): Promise<number[]> {
    return listVersions(this.versionsFolder(id))
  }

  /** An earlier state by its time. Throws {@link DocumentNotFoundError} where it was thinned out, and {@link NewerFileError}. */
  async version(id: string, at: number): Promise<F> {
    let text: string
    try {
      text = await readFile(join(this.versionsFolder(id), versionName(at)), 'utf8')
    } catch (error) {
      throw codeOf(error) === 'ENOENT' ? this.missing(id) : error
    }
    const parsed = this.options.parse(jsonOf(text))
    if (parsed.ok) return parsed.value
    throw parsed.reason === 'newer' ? new NewerFileError(versionName(at)) : this.missing(id)
  }

  /** Moves a document to the trash; answers what it was. Throws {@link DocumentNotFoundError}. */
  remove(id: string): Promise<F> {
    return this.inTurn(id, async () => {
      const file = await this.read(id)
      await withRetries(() => rename(this.path(id), this.trashPath(id)))
      await rm(`${this.path(id)}.bak`, { force: true })
      await syncFolder(join(this.options.root, this.options.folders.trash))
      await this.options.onStored?.(id, undefined)
      return file
    })
  }

  /** Brings a document back from the trash. Throws {@link DocumentNotFoundError} where it is not there. */
  restore(id: string): Promise<F> {
    return this.inTurn(id, async () => {
      try {
        await withRetries(() => rename(this.trashPath(id), this.path(id)))
      } catch (error) {
        throw codeOf(error) === 'ENOENT' ? this.missing(id) : error
      }
      await syncFolder(join(this.options.root, this.options.folders.documents))
      const file = await this.read(id)
      await this.options.onStored?.(id, file)
      return file
    })
  }

  /** The file that a document came from, as it was; undefined where it came from none. */
  async original(id: string): Promise<Original | undefined> {
    const folder = join(this.options.root, 'originals', this.checked(id))
    try {
      const [name] = await readdir(folder)
      return name === undefined ? undefined : { name, bytes: new Uint8Array(await readFile(join(folder, name))) }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
  }

  /** Deletes for good what has been in the trash for longer than 30 days. */
  async emptyTrash(): Promise<void> {
    const folder = join(this.options.root, this.options.folders.trash)
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      const found = await stat(path)
      if (!found.isFile() || this.options.now().getTime() - found.ctimeMs <= TRASH_DAYS * DAY) continue
      await rm(path, { force: true })
      const id = name.replace(/\.json$/u, '')
      if (isDocumentId(id)) await rm(join(this.options.root, 'originals', id), { recursive: true, force: true })
    }
  }

  /** Waits for what is under way. */
  settled(): Promise<void> {
    return this.turns.settled()
  }

  /** The file of a document, whether it is there or not. Throws {@link DocumentNotFoundError} where no document can have this id. */
  path(id: string): string {
    return join(this.options.root, this.options.folders.documents, `${this.checked(id)}.json`)
  }

  private versionsFolder(id: string): string {
    return join(this.options.root, 'versions', this.checked(id))
  }

  private trashPath(id: string): string {
    return join(this.options.root, this.options.folders.trash, `${this.checked(id)}.json`)
  }

  private file(id: string): DurableFile<F> {
    return new DurableFile<F>(this.path(id), this.options.parse, (trouble) => this.options.onTrouble(id, trouble))
  }

  private async read(id: string): Promise<F> {
    const file = await this.file(id).read()
    if (file === null) throw this.missing(id)
    return file
  }

  private async write(id: string, file: F): Promise<F> {
    // what could not be read back must not replace what can
    const readable = this.options.parse(file)
    if (!readable.ok) throw new Error(`${this.options.kind} ${id} would not be readable: ${readable.detail}`)
    await this.file(id).write(file)
    await this.options.onStored?.(id, file)
    return file
  }

  private async keepOriginal(id: string, { name, bytes }: Original): Promise<void> {
    const folder = join(this.options.root, 'originals', this.checked(id))
    await mkdir(folder, { recursive: true })
    const plain = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/^[\s.]+|[\s.]+$/gu, '').slice(-120)
    await writeDurably(join(folder, plain === '' ? '原文件' : plain), bytes, { backup: false })
  }

  private inTurn<R>(id: string, action: () => Promise<R>): Promise<R> {
    this.checked(id)
    return this.turns.take(id, action)
  }

  private checked(id: string): string {
    if (!isDocumentId(id)) throw this.missing(id)
    return id
  }

  private missing(id: string): DocumentNotFoundError {
    return new DocumentNotFoundError(this.options.kind, id)
  }
}

/** Text of a file as JSON; undefined where it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
