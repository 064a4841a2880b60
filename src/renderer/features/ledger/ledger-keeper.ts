import { z } from 'zod'
import { applyChanges, changesBetween, changesThatFit, mergeChanges, type LedgerChange } from '#core/ledger/changes.ts'
import { collectionSchema, emptyLedger, indicatorHeadSchema, ledgerValueSchema, type Ledger } from '#core/ledger/ledger.ts'
import { Autosave } from '../../app/autosave.ts'

/** The host's side of a ledger, as much of it as the keeper needs. */
export interface LedgerHost {
  get: (body: string) => Promise<{ ledger: Ledger; revision: number; savedAt: string } | { ledger: null }>
  save: (ledger: Ledger, baseRevision: number) => Promise<{ revision: number; savedAt: string }>
  isConflict: (error: unknown) => boolean
  explain: (error: unknown) => string
}

export interface LedgerKeeperOptions {
  body: string
  host: LedgerHost
  delay: number
  newId: () => string
  now: () => Date
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
  /** what another window changed and this one has to take in, at once; it fits the ledger as it was given to `change` last */
  onTheirs: (changes: readonly LedgerChange[]) => void
  /** changes of this window that met others in the same cells: the others stand */
  onConflicts: (conflicts: readonly LedgerChange[]) => void
}

const changeSchema: z.ZodType<LedgerChange> = z.discriminatedUnion('at', [
  z.object({ at: z.literal('head'), indicator: z.string(), before: indicatorHeadSchema.nullable(), after: indicatorHeadSchema.nullable(), index: z.number() }),
  z.object({ at: z.literal('value'), indicator: z.string(), year: z.number(), before: ledgerValueSchema.nullable(), after: ledgerValueSchema.nullable() }),
  z.object({ at: z.literal('collection'), department: z.string(), year: z.number(), before: collectionSchema.nullable(), after: collectionSchema.nullable() }),
])
const keptSchema = z.object({ changes: z.array(changeSchema) })

/**
 * Keeps the ledger of a body for a window: reads it, saves it a moment after each change, and brings together what several windows change at once,
 * cell by cell. What the host has not acknowledged lies in the window's storage, as changes, and is made again when the ledger is opened next.
 */
export class LedgerKeeper {
  readonly saving: Autosave<Ledger>
  /** as the host has it, to the best knowledge of this window */
  private base: Ledger
  private revision = 0
  private reading: Promise<Ledger> | undefined
  private refreshing: Promise<void> | undefined
  /** another window saved while this one was reading */
  private again = false
  /** one's own, since windows of one body keep their changes side by side */
  private readonly place: string
  /** what windows that are gone had kept and this one made again, by its place */
  private readonly adopted = new Map<string, string>()

  constructor(private readonly options: LedgerKeeperOptions) {
    this.base = emptyLedger(options.newId(), options.body)
    this.place = `${this.places}${options.newId()}`
    this.saving = new Autosave<Ledger>({
      revision: 0,
      savedAt: options.now(),
      delay: options.delay,
      save: (ledger) => this.save(ledger),
      keep: (ledger) => this.keep(ledger),
      forget: () => this.forget(),
      explain: (error) => ({ conflict: false, message: options.host.explain(error) }),
    })
  }

  /** Reads the ledger; an empty one where the body has none. Changes that were never acknowledged are made again, and saved. */
  open(): Promise<Ledger> {
    this.reading ??= this.read()
    return this.reading
  }

  /** The ledger changed in this window. */
  change(ledger: Ledger): void {
    this.saving.change(ledger)
  }

  /** Reads what another window may have saved, and hands it over. Own saves are told from others' by their revision. */
  refresh(): Promise<void> {
    this.again = true
    this.refreshing ??= this.refreshAll().finally(() => {
      this.refreshing = undefined
    })
    return this.refreshing
  }

  private async refreshAll(): Promise<void> {
    while (this.again) {
      this.again = false
      await this.refreshOnce()
    }
  }

  private async refreshOnce(): Promise<void> {
    await this.open()
    // a save brings the two together itself where it meets the other's; what the other saved behind it has to be read. One that fails meets it when it is tried again
    if (this.saving.unsaved && !(await this.saving.flush())) return
    const there = await this.options.host.get(this.options.body)
    if (this.saving.unsaved) {
      this.again = true
      return
    }
    if (there.ledger === null || there.revision <= this.revision) return
    const before = this.base
    this.base = there.ledger
    this.revision = there.revision
    const theirs = changesBetween(before, there.ledger)
    if (theirs.length > 0) this.options.onTheirs(theirs)
  }

  private async read(): Promise<Ledger> {
    const stored = await this.options.host.get(this.options.body)
    if (stored.ledger !== null) {
      this.base = stored.ledger
      this.revision = stored.revision
    }
    const kept = this.kept()
    if (kept.length === 0) return this.base
    const fitting = changesThatFit(this.base, kept)
    const ledger = applyChanges(this.base, fitting)
    const left = kept.filter((change) => !fitting.includes(change) && !isMade(ledger, change))
    if (left.length > 0) this.options.onConflicts(left)
    if (fitting.length > 0) this.saving.change(ledger)
    else this.forget()
    return ledger
  }

  /** Saves what this window has; where another one saved in between, both are brought together first. */
  private async save(mine: Ledger): Promise<{ revision: number; savedAt: string }> {
    const { host, body } = this.options
    // a ledger that two windows began at once has the id of the one that came first
    let ledger = { ...mine, id: this.base.id }
    for (let attempt = 0; ; attempt++) {
      try {
        const saved = await host.save(ledger, this.revision)
        this.base = ledger
        this.revision = saved.revision
        return saved
      } catch (error) {
        if (!host.isConflict(error) || attempt >= 3) throw error
        const there = await host.get(body)
        const theirs = there.ledger ?? emptyLedger(this.base.id, body)
        // what was changed since this save began is brought together as well: the next save knows theirs already
        const now = this.saving.waiting
        const own = now ?? ledger
        const merged = mergeChanges(this.base, theirs, changesBetween(this.base, own))
        this.base = theirs
        this.revision = there.ledger === null ? 0 : there.revision
        const news = changesBetween(own, merged.ledger)
        ledger = { ...merged.ledger, id: theirs.id }
        if (news.length > 0) this.options.onTheirs(news)
        // a holder that is gone takes nothing in; what it left must not be saved over theirs
        if (now !== undefined && this.saving.waiting === now) this.saving.change(ledger)
        if (merged.conflicts.length > 0) this.options.onConflicts(merged.conflicts)
      }
    }
  }

  private get places(): string {
    return `shuhe.unsaved-ledger.${this.options.body}\n`
  }

  private keep(ledger: Ledger): void {
    try {
      this.options.storage.setItem(this.place, JSON.stringify({ changes: changesBetween(this.base, ledger) }))
    } catch {
      // a full or closed storage: the save itself is under way
    }
  }

  private forget(): void {
    try {
      this.options.storage.removeItem(this.place)
      // a window that is not gone may have kept more meanwhile
      for (const [place, kept] of this.adopted) if (this.options.storage.getItem(place) === kept) this.options.storage.removeItem(place)
      this.adopted.clear()
    } catch {
      // a closed storage holds nothing
    }
  }

  /** What windows of this body kept and the host has not acknowledged. */
  private kept(): LedgerChange[] {
    const { storage } = this.options
    try {
      const places = Array.from({ length: storage.length }, (_, k) => storage.key(k) ?? '').filter((place) => place.startsWith(this.places) && place !== this.place)
      return places.sort().flatMap((place) => {
        const text = storage.getItem(place) ?? 'null'
        this.adopted.set(place, text)
        return changesIn(text)
      })
    } catch {
      return []
    }
  }
}

/** Does the cell of a change hold what the change makes of it? */
const isMade = (ledger: Ledger, change: LedgerChange): boolean => changesBetween(ledger, applyChanges(ledger, [change])).length === 0

function changesIn(text: string): LedgerChange[] {
  try {
    return keptSchema.safeParse(JSON.parse(text)).data?.changes ?? []
  } catch {
    return []
  }
}
