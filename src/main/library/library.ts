import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import type { Ledger, LedgerFile } from '#core/ledger/ledger.ts'
import { readReportFile, REPORT_FORMAT, REPORT_VERSION, type Report, type ReportFile } from '#core/model/report.ts'
import { summarySchema, type LedgerSummary, type Notice, type ReportSummary } from '#contract/contract.ts'
import { DocumentStore, type Original } from './document-store.ts'
import { DurableFile, type Parsed } from './durable-file.ts'
import { Ledgers } from './ledgers.ts'
import { takeLock, type Lock } from './lock.ts'
import { Materials } from './materials.ts'
import { damagedNotice, indexNotice, newerNotice } from './notices.ts'
import { Publishing } from './publishing.ts'
import { Settings } from './settings.ts'
import { summaryOf } from './summary.ts'

const indexSchema = z.object({
  format: z.literal('shuhe.library'),
  version: z.literal(1),
  /** the first start is over: examples that are missing were removed on purpose */
  seeded: z.boolean(),
  reports: z.record(z.string(), summarySchema),
})
type Index = z.infer<typeof indexSchema>
const emptyIndex = (): Index => ({ format: 'shuhe.library', version: 1, seeded: false, reports: {} })

export interface LibraryOptions {
  /** the user's data folder; the library stands in `library` below it */
  folder: string
  shell: string
  now: () => Date
  onNotice: (notice: Notice) => void
}

/** The local document store: reports, ledgers and materials, their earlier states, a trash, an index and the settings. One process at a time writes. */
export class Library {
  /** the texts that departments sent in (素材) */
  readonly materials: Materials
  private readonly ledgers: Ledgers
  private readonly reports: DocumentStore<ReportFile>

  private constructor(
    root: string,
    private readonly index: Low<Index>,
    /** what the editor set for all reports (校核设置) */
    readonly settings: Settings,
    /** the exports that were made */
    readonly publishing: Publishing,
    private readonly lock: Lock,
    private readonly options: LibraryOptions,
  ) {
    const { now, onNotice } = options
    this.reports = new DocumentStore<ReportFile>({
      kind: 'report',
      root,
      folders: { documents: 'reports', trash: 'trash' },
      parse: readReportFile,
      now,
      onTrouble: (id, trouble) => onNotice(damagedNotice('report', id, this.index.data.reports[id]?.title ?? trouble.file, trouble)),
      onStored: (id, file) => this.enter(id, file),
    })
    this.ledgers = new Ledgers({ root, now, onNotice })
    this.materials = new Materials({ root, now, onNotice })
  }

  /** Opens the library, taking its lock. The index is rebuilt where it is damaged or out of step with the reports. */
  static async open(options: LibraryOptions): Promise<Library> {
    const root = join(options.folder, 'library')
    const lock = await takeLock(root, options.shell, options.now())
    try {
      await mkdir(root, { recursive: true })
      const file = new DurableFile<Index>(join(root, 'library.json'), parseIndex, (t) => options.onNotice(indexNotice(t)))
      const index = new Low<Index>(file, emptyIndex())
      await index.read()
      const settings = await Settings.open({ root, now: options.now, onNotice: options.onNotice })
      const publishing = await Publishing.open({ root, onNotice: options.onNotice })
      const library = new Library(root, index, settings, publishing, lock, options)
      for (const store of [library.reports, library.ledgers, library.materials]) await store.prepare()
      await library.bringIndexInStep()
      for (const store of [library.reports, library.ledgers, library.materials]) await store.emptyTrash()
      return library
    } catch (error) {
      await lock.release()
      throw error
    }
  }

  /** Waits for writes under way and gives the lock back. */
  async close(): Promise<void> {
    await Promise.allSettled([this.reports.settled(), this.ledgers.settled(), this.materials.settled(), this.settings.settled(), this.publishing.settled()])
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

  /** A report as it is stored. Throws `DocumentNotFoundError`. */
  get(id: string): Promise<ReportFile> {
    return this.reports.get(id)
  }

  /** The times of a report's kept earlier states in milliseconds, oldest first. */
  versions(id: string): Promise<number[]> {
    return this.reports.versions(id)
  }

  /** An earlier state of a report by its time. Throws `DocumentNotFoundError`. */
  version(id: string, at: number): Promise<ReportFile> {
    return this.reports.version(id, at)
  }

  /** Stores a new report under a new id, and with it the file that it came from. Resolves when both are on disk. */
  add(report: Report, original?: Original): Promise<ReportFile> {
    return this.reports.add((id, stamp) => ({ format: REPORT_FORMAT, version: REPORT_VERSION, ...stamp, report: { ...report, id } }), { original })
  }

  /** Replaces a stored report. Throws `ConflictError` where `baseRevision` is not the one on disk; then nothing is written. */
  save(report: Report, baseRevision: number): Promise<ReportFile> {
    return this.reports.save(report.id, baseRevision, (stamp) => ({ format: REPORT_FORMAT, version: REPORT_VERSION, ...stamp, report }))
  }

  /** The file that a report was imported from, as it was; undefined where it came from none. */
  original(id: string): Promise<Original | undefined> {
    return this.reports.original(id)
  }

  /** Moves a report to the trash. */
  async remove(id: string): Promise<void> {
    await this.reports.remove(id)
  }

  /** Brings a report back from the trash. Throws `DocumentNotFoundError` where it is not there. */
  async restore(id: string): Promise<void> {
    await this.reports.restore(id)
  }

  /** The ledger of a body as it is stored; undefined where it has none yet. */
  ledgerOf(body: string): Promise<LedgerFile | undefined> {
    return this.ledgers.of(body)
  }

  /**
   * Stores a ledger; `baseRevision` 0 creates it. Throws `ConflictError` where another revision is on disk, or where the body has another
   * ledger; then nothing is written.
   */
  saveLedger(ledger: Ledger, baseRevision: number): Promise<LedgerFile> {
    return this.ledgers.save(ledger, baseRevision)
  }

  /** The ledgers, last saved first. */
  listLedgers(): Promise<LedgerSummary[]> {
    return this.ledgers.list()
  }

  private async enter(id: string, file: ReportFile | undefined): Promise<void> {
    if (file) this.index.data.reports[id] = summaryOf(file)
    else delete this.index.data.reports[id]
    await this.index.write()
  }

  /** The reports on disk are what counts; the index is only a summary of them. */
  private async bringIndexInStep(): Promise<void> {
    const before = this.index.data.reports
    const after: Index['reports'] = {}
    for await (const { id, file } of this.reports.each()) {
      const known = before[id]
      if (!file) this.options.onNotice(newerNotice('report', id))
      else after[id] = known?.revision === file.revision && known.savedAt === file.savedAt ? known : summaryOf(file)
    }
    if (Object.keys(before).length === Object.keys(after).length && Object.entries(after).every(([id, summary]) => before[id] === summary)) return
    this.index.data.reports = after
    await this.index.write()
  }
}

function parseIndex(input: unknown): Parsed<Index> {
  const version = z.object({ format: z.literal('shuhe.library'), version: z.number() }).safeParse(input)
  if (version.success && version.data.version > 1) return { ok: false, reason: 'newer', detail: `version ${version.data.version}` }
  const parsed = indexSchema.safeParse(input)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'damaged', detail: z.prettifyError(parsed.error) }
}
