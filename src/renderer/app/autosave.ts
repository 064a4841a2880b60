import { createStore, type Store } from './store.ts'

/** What the user is told about the saving. */
export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; message: string }
  /** another window saved the document in between */
  | { kind: 'conflict' }

export interface AutosaveOptions<D> {
  revision: number
  savedAt: Date
  /** milliseconds after the last change */
  delay: number
  save: (document: D, baseRevision: number) => Promise<{ revision: number; savedAt: string }>
  /** keeps text that is not acknowledged yet; called with every change */
  keep: (document: D, baseRevision: number) => void
  forget: () => void
  explain: (error: unknown) => { conflict: boolean; message: string }
  /** milliseconds until a failed save is tried again */
  retryAfter?: number
}

/** Saves a document (a report, a ledger) a moment after its last change, one save at a time, each on the revision that the one before left. */
export class Autosave<D> {
  readonly state: Store<SaveState>
  private revision: number
  private pending: D | undefined
  private running: Promise<void> | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private closed = false

  constructor(private readonly options: AutosaveOptions<D>) {
    this.revision = options.revision
    this.state = createStore<SaveState>({ kind: 'saved', at: options.savedAt })
  }

  /** The revision that the host acknowledged last. */
  get baseRevision(): number {
    return this.revision
  }

  /** What the host has not acknowledged, and is not being saved either. */
  get waiting(): D | undefined {
    return this.pending
  }

  /** Is there text that the host has not acknowledged? */
  get unsaved(): boolean {
    return this.pending !== undefined || this.running !== undefined
  }

  /** The document changed. */
  change(document: D): void {
    this.pending = document
    this.options.keep(document, this.revision)
    if (this.state.get().kind === 'conflict') return
    if (!this.running) this.state.set({ kind: 'unsaved' })
    this.schedule(this.options.delay)
  }

  /** Saves now what is not saved; answers whether the host has it all. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    this.timer = undefined
    while (this.running) await this.running
    if (this.pending && this.state.get().kind !== 'conflict') await this.run()
    // what was typed while that save ran
    if (this.pending && this.state.get().kind === 'unsaved') return this.flush()
    return !this.unsaved
  }

  /** Gives up what is not saved: the user chose another version. */
  abandon(): void {
    clearTimeout(this.timer)
    this.pending = undefined
    this.options.forget()
  }

  /** After a conflict: what the window holds goes onto the revision that the other window left. */
  takeOver(revision: number, document: D): void {
    this.revision = revision
    this.state.set({ kind: 'unsaved' })
    this.change(document)
    void this.flush()
  }

  /** The page is closed: saves what is left, and tries no further. */
  async close(): Promise<void> {
    this.closed = true
    await this.flush()
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer)
    if (this.closed) return
    this.timer = setTimeout(() => void this.flush(), delay)
  }

  private run(): Promise<void> {
    this.running ??= this.saveOnce().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  private async saveOnce(): Promise<void> {
    const document = this.pending
    if (document === undefined) return
    this.pending = undefined
    this.state.set({ kind: 'saving' })
    try {
      const { revision, savedAt } = await this.options.save(document, this.revision)
      this.revision = revision
      // read again: it may have changed while the host was writing
      const later = this.pending as D | undefined
      if (later) {
        this.options.keep(later, revision)
        this.state.set({ kind: 'unsaved' })
      } else {
        this.options.forget()
        this.state.set({ kind: 'saved', at: new Date(savedAt) })
      }
    } catch (error) {
      this.pending ??= document
      const { conflict, message } = this.options.explain(error)
      this.state.set(conflict ? { kind: 'conflict' } : { kind: 'failed', message })
      if (!conflict) this.schedule(this.options.retryAfter ?? 5000)
    }
  }
}
