import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { readReportFile, REPORT_FORMAT, REPORT_VERSION, type Report, type ReportFile } from '#core/model/report.ts'
import { summarySchema, type Notice, type ReportSummary } from '#contract/contract.ts'
import { codeOf, DurableFile, NewerFileError, syncFolder, withRetries, type Parsed, type Trouble, writeDurably } from './durable-file.ts'
import { takeLock, type Lock } from './lock.ts'
import { summaryOf } from './summary.ts'
import { keepVersion } from './versions.ts'

const TRASH_DAYS = 30
const DAY = 24 * 60 * 60 * 1000
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/u

const indexSchema = z.object({
  format: z.literal('shuhe.library'),
  version: z.literal(1),
  /** the first start is over: examples that are missing were removed on purpose */
  seeded: z.boolean(),
  reports: z.record(z.string(), summarySchema),
})
type Index = z.infer<typeof indexSchema>
const emptyIndex = (): Index => ({ format: 'shuhe.library', version: 1, seeded: false, reports: {} })

/** No report with this id. */
export class ReportNotFoundError extends Error {
  constructor(readonly id: string) {
    super(`no report ${id}`)
    this.name = 'ReportNotFoundError'
  }
}

/** The report on disk is not the one that the caller last saw. */
export class ConflictError extends Error {
  constructor(readonly revision: number) {
    super(`revision on disk is ${revision}`)
    this.name = 'ConflictError'
  }
}

export interface LibraryOptions {
  /** the user's data folder; the library stands in `library` below it */
  folder: string
  shell: string
  now: () => Date
  onNotice: (notice: Notice) => void
}

/** The local document store: reports, their earlier states, a trash and an index. One process at a time writes. */
export class Library {
  private readonly reports = new Map<string, Low<ReportFile | null>>()
  private readonly chains = new Map<string, Promise<unknown>>()

  private constructor(
    private readonly root: string,
    private readonly index: Low<Index>,
    private readonly lock: Lock,
    private readonly options: LibraryOptions,
  ) {}

  /** Opens the library, taking its lock. The index is rebuilt where it is damaged or out of step with the reports. */
  static async open(options: LibraryOptions): Promise<Library> {
    const root = join(options.folder, 'library')
    const lock = await takeLock(root, options.shell, options.now())
    try {
      for (const folder of ['reports', 'versions', 'originals', 'trash']) await mkdir(join(root, folder), { recursive: true })
      const file = new DurableFile<Index>(join(root, 'library.json'), parseIndex, (t) => options.onNotice(indexNotice(t)))
      const index = new Low<Index>(file, emptyIndex())
      await index.read()
      const library = new Library(root, index, lock, options)
      await library.bringIndexInStep()
      await library.emptyTrash()
      return library
    } catch (error) {
      await lock.release()
      throw error
    }
  }

  /** Waits for writes under way and gives the lock back. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.chains.values()])
    await this.lock.release()
  }

  /** All reports, last saved first. */
  list(): ReportSummary[] {
    return Object.values(this.index.data.reports).sort((a, b) => b.savedAt.localeCompare(a.savedAt) || a.id.localeCompare(b.id))
  }

  /** Were the examples put in once? */
  get seeded(): boolean {
    return this.index.data.seeded
  }

  /** Remembers that the first start is over. */
  async markSeeded(): Promise<void> {
    this.index.data.seeded = true
    await this.index.write()
  }

  /** A report as it is stored. Throws {@link ReportNotFoundError}. */
  async get(id: string): Promise<ReportFile> {
    return this.inTurn(id, () => this.read(id))
  }

  /** Stores a new report under a new id, and with it the file that it came from. Resolves when both are on disk. */
  async add(report: Report, original?: { name: string; bytes: Uint8Array }): Promise<ReportFile> {
    const id = randomUUID()
    if (original) await this.keepOriginal(id, original)
    return this.inTurn(id, async () => this.write({ format: REPORT_FORMAT, version: REPORT_VERSION, revision: 1, savedAt: this.options.now().toISOString(), report: { ...report, id } }))
  }

  /** Replaces a stored report. Throws {@link ConflictError} where `baseRevision` is not the one on disk; then nothing is written. */
  async save(report: Report, baseRevision: number): Promise<ReportFile> {
    return this.inTurn(report.id, async () => {
      const current = await this.read(report.id)
      if (current.revision !== baseRevision) throw new ConflictError(current.revision)
      await keepVersion(this.path(report.id), join(this.root, 'versions', report.id), this.options.now())
      return this.write({ format: REPORT_FORMAT, version: REPORT_VERSION, revision: current.revision + 1, savedAt: this.options.now().toISOString(), report })
    })
  }

  /** The file that a report was imported from, as it was; undefined where it came from none. */
  async original(id: string): Promise<{ name: string; bytes: Uint8Array } | undefined> {
    const folder = join(this.root, 'originals', checked(id))
    try {
      const [name] = await readdir(folder)
      return name === undefined ? undefined : { name, bytes: new Uint8Array(await readFile(join(folder, name))) }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
  }

  private async keepOriginal(id: string, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> {
    const folder = join(this.root, 'originals', id)
    await mkdir(folder, { recursive: true })
    const plain = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/^[\s.]+|[\s.]+$/gu, '').slice(-120)
    await writeDurably(join(folder, plain === '' ? '原文件' : plain), bytes, { backup: false })
  }

  /** Moves a report to the trash. */
  async remove(id: string): Promise<void> {
    await this.inTurn(id, async () => {
      await this.read(id)
      await withRetries(() => rename(this.path(id), this.trashPath(id)))
      await rm(`${this.path(id)}.bak`, { force: true })
      await syncFolder(join(this.root, 'trash'))
      this.reports.delete(id)
      delete this.index.data.reports[id]
      await this.index.write()
    })
  }

  /** Brings a report back from the trash. Throws {@link ReportNotFoundError} where it is not there. */
  async restore(id: string): Promise<void> {
    await this.inTurn(id, async () => {
      try {
        await withRetries(() => rename(this.trashPath(id), this.path(id)))
      } catch (error) {
        throw codeOf(error) === 'ENOENT' ? new ReportNotFoundError(id) : error
      }
      await syncFolder(join(this.root, 'reports'))
      await this.enter(await this.read(id))
    })
  }

  private path(id: string): string {
    return join(this.root, 'reports', `${checked(id)}.json`)
  }

  private trashPath(id: string): string {
    return join(this.root, 'trash', `${checked(id)}.json`)
  }

  private store(id: string): Low<ReportFile | null> {
    const known = this.reports.get(id)
    if (known) return known
    const file = new DurableFile<ReportFile | null>(this.path(id), readReportFile, (t) => this.options.onNotice(this.reportNotice(id, t)))
    const store = new Low<ReportFile | null>(file, null)
    this.reports.set(id, store)
    return store
  }

  private async read(id: string): Promise<ReportFile> {
    const store = this.store(id)
    store.data = null
    await store.read()
    if (store.data === null) {
      this.reports.delete(id)
      throw new ReportNotFoundError(id)
    }
    return store.data
  }

  private async write(file: ReportFile): Promise<ReportFile> {
    const store = this.store(file.report.id)
    store.data = file
    await store.write()
    await this.enter(file)
    return file
  }

  private async enter(file: ReportFile): Promise<void> {
    this.index.data.reports[file.report.id] = summaryOf(file)
    await this.index.write()
  }

  /** Actions on one report follow each other. */
  private inTurn<R>(id: string, action: () => Promise<R>): Promise<R> {
    checked(id)
    const before = this.chains.get(id) ?? Promise.resolve()
    const mine = before.then(action, action)
    const settled = mine.then(
      () => undefined,
      () => undefined,
    )
    this.chains.set(id, settled)
    void settled.then(() => {
      if (this.chains.get(id) === settled) this.chains.delete(id)
    })
    return mine
  }

  /** The reports on disk are what counts; the index is only a summary of them. */
  private async bringIndexInStep(): Promise<void> {
    const names = await readdir(join(this.root, 'reports'))
    const ids = new Set(names.flatMap((name) => /^([a-z0-9][a-z0-9-]{0,63})\.json(?:\.bak)?$/u.exec(name)?.[1] ?? []))
    let changed = false
    for (const id of Object.keys(this.index.data.reports)) {
      if (ids.has(id)) continue
      delete this.index.data.reports[id]
      changed = true
    }
    for (const id of ids) {
      try {
        const file = await this.read(id)
        const known = this.index.data.reports[id]
        if (known?.revision === file.revision && known.savedAt === file.savedAt) continue
        this.index.data.reports[id] = summaryOf(file)
        changed = true
      } catch (error) {
        delete this.index.data.reports[id]
        changed = true
        if (error instanceof NewerFileError) this.options.onNotice(newerNotice(id))
        else if (!(error instanceof ReportNotFoundError)) throw error
      }
    }
    if (changed) await this.index.write()
  }

  private async emptyTrash(): Promise<void> {
    const folder = join(this.root, 'trash')
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      const { ctimeMs } = await stat(path)
      if (this.options.now().getTime() - ctimeMs <= TRASH_DAYS * DAY) continue
      await rm(path, { force: true })
      const id = name.replace(/\.json$/u, '')
      if (ID.test(id)) await rm(join(this.root, 'originals', id), { recursive: true, force: true })
    }
  }

  private reportNotice(id: string, trouble: Trouble): Notice {
    const title = this.index.data.reports[id]?.title ?? trouble.file
    return {
      id: `damaged-${id}-${trouble.setAside}`,
      severity: trouble.recovered ? 'warning' : 'error',
      message: trouble.recovered
        ? `报告“${title}”的文件已损坏，已打开上一次保存的完好副本；损坏的文件改名为 ${trouble.setAside} 保留在资料库中。请核对最近一次修改是否仍在。`
        : `报告“${title}”的文件已损坏，且没有可用的副本；损坏的文件改名为 ${trouble.setAside} 保留在资料库中，可从 versions 文件夹找回较早的版本。`,
    }
  }
}

/** An id becomes a file name, so it may hold nothing that leaves the folder. */
function checked(id: string): string {
  if (!ID.test(id)) throw new ReportNotFoundError(id)
  return id
}

function parseIndex(input: unknown): Parsed<Index> {
  const version = z.object({ format: z.literal('shuhe.library'), version: z.number() }).safeParse(input)
  if (version.success && version.data.version > 1) return { ok: false, reason: 'newer', detail: `version ${version.data.version}` }
  const parsed = indexSchema.safeParse(input)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'damaged', detail: z.prettifyError(parsed.error) }
}

const indexNotice = (trouble: Trouble): Notice => ({
  id: `index-${trouble.setAside}`,
  severity: 'info',
  message: `资料库的目录文件已损坏，已根据各报告重新生成，报告内容不受影响；损坏的文件改名为 ${trouble.setAside}。`,
})

const newerNotice = (id: string): Notice => ({
  id: `newer-${id}`,
  severity: 'warning',
  message: `有一份报告（${id}）由更新版本的述核保存，本版本无法打开，文件未作任何改动。请升级述核后再打开。`,
})
