import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { LEDGER_FORMAT, LEDGER_VERSION, readLedgerFile, type Ledger, type LedgerFile } from '#core/ledger/ledger.ts'
import type { LedgerSummary, Notice } from '#contract/contract.ts'
import { ConflictError, DocumentNotFoundError, DocumentStore } from './document-store.ts'
import { NewerFileError } from './durable-file.ts'
import { damagedNotice, newerNotice } from './notices.ts'
import { Turns } from './turns.ts'

export interface CollectionOptions {
  /** the library's folder */
  root: string
  now: () => Date
  onNotice: (notice: Notice) => void
}

/** The ledgers (数据台账) of a library, one a body. */
export class Ledgers {
  private readonly store: DocumentStore<LedgerFile>
  /** a save decides whether its body has a ledger already, so they follow each other */
  private readonly saves = new Turns()
  private readonly summaries = new Map<string, LedgerSummary>()
  /** bodies whose ledger a newer version wrote, with its file */
  private readonly newer = new Map<string, string>()
  private loading: Promise<void> | undefined

  constructor(private readonly options: CollectionOptions) {
    const { root, now, onNotice } = options
    this.store = new DocumentStore<LedgerFile>({
      kind: 'ledger',
      root,
      folders: { documents: 'ledgers', trash: 'trash/ledgers' },
      parse: readLedgerFile,
      now,
      onTrouble: (id, trouble) => onNotice(damagedNotice('ledger', id, this.summaries.get(id)?.body ?? trouble.file, trouble)),
      onStored: (id, file) => {
        if (file) this.summaries.set(id, summaryOf(id, file))
        else this.summaries.delete(id)
      },
    })
  }

  /** Makes the folders that are missing. */
  prepare(): Promise<void> {
    return this.store.prepare()
  }

  /** Deletes for good what has been in the trash for longer than 30 days. */
  emptyTrash(): Promise<void> {
    return this.store.emptyTrash()
  }

  /** All ledgers, last saved first. */
  async list(): Promise<LedgerSummary[]> {
    await this.load()
    return [...this.summaries.values()].sort((a, b) => b.savedAt.localeCompare(a.savedAt) || a.id.localeCompare(b.id))
  }

  /** The ledger of a body; undefined where it has none. Throws {@link NewerFileError} where a newer version wrote it. */
  async of(body: string): Promise<LedgerFile | undefined> {
    const summary = await this.summaryFor(body)
    if (!summary) return undefined
    try {
      return await this.store.get(summary.id)
    } catch (error) {
      if (!(error instanceof DocumentNotFoundError)) throw error
      this.summaries.delete(summary.id)
      return undefined
    }
  }

  /**
   * Stores a ledger; `baseRevision` 0 creates it. Throws {@link ConflictError} where another revision is on disk or the body has another
   * ledger; then nothing is written.
   */
  save(ledger: Ledger, baseRevision: number): Promise<LedgerFile> {
    return this.saves.take('save', async () => {
      const present = await this.summaryFor(ledger.body)
      if (present && present.id !== ledger.id) throw new ConflictError(present.revision, 'ledger')
      const write = (stamp: { revision: number; savedAt: string }): LedgerFile => ({ format: LEDGER_FORMAT, version: LEDGER_VERSION, ...stamp, ledger })
      return baseRevision === 0 ? this.store.add((_, stamp) => write(stamp), { id: ledger.id }) : this.store.save(ledger.id, baseRevision, write)
    })
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.saves.settled()
    await this.store.settled()
  }

  private async summaryFor(body: string): Promise<LedgerSummary | undefined> {
    const found = (await this.list()).find((summary) => summary.body === body)
    const newer = this.newer.get(body)
    if (!found && newer !== undefined) throw new NewerFileError(newer)
    return found
  }

  private load(): Promise<void> {
    this.loading ??= this.readAll().catch((error: unknown) => {
      this.loading = undefined
      throw error
    })
    return this.loading
  }

  private async readAll(): Promise<void> {
    for await (const { id, file } of this.store.each()) {
      if (file) this.summaries.set(id, summaryOf(id, file))
      else {
        this.options.onNotice(newerNotice('ledger', id))
        const body = await bodyOf(this.store.path(id))
        if (body !== undefined) this.newer.set(body, this.store.path(id))
      }
    }
  }
}

const summaryOf = (id: string, { ledger: { body, indicators }, revision, savedAt }: LedgerFile): LedgerSummary => ({ id, body, indicators: indicators.length, revision, savedAt })

/** Whose ledger it is, of a file whose form is not known, so that no second ledger is begun for the body. */
async function bodyOf(path: string): Promise<string | undefined> {
  const parsed = z.object({ ledger: z.object({ body: z.string() }) }).safeParse(JSON.parse(await readFile(path, 'utf8')))
  return parsed.success ? parsed.data.ledger.body : undefined
}
