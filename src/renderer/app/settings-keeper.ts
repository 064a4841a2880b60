import { DEFAULT_SETTINGS, type CheckSettings } from '#core/checker/settings.ts'
import { codeOf } from './failure.ts'
import { createStore, type Store } from './store.ts'

/** The host's side of the settings, as much of it as the keeper needs. */
export interface SettingsHost {
  get: () => Promise<{ checking: CheckSettings; revision: number }>
  save: (input: { checking: CheckSettings; baseRevision: number }) => Promise<{ revision: number }>
}

type Operation = (settings: CheckSettings) => CheckSettings

/**
 * What is set for all reports, in this window. A change is an operation, shown at once and saved after those before it; where another
 * window saved in between, it is made again on what that one left, so that neither loses anything.
 */
export class SettingsKeeper {
  /** undefined until they were read once */
  readonly settings: Store<CheckSettings | undefined> = createStore<CheckSettings | undefined>(undefined)
  private stored: { checking: CheckSettings; revision: number } | undefined
  private waiting: Operation[] = []
  private queue: Promise<unknown> = Promise.resolve()

  constructor(private readonly host: SettingsHost) {}

  /** Reads them again; settings that cannot be read the first time are the defaults until they can. Rejects with the failure. */
  refresh(): Promise<void> {
    return this.inTurn(async () => {
      try {
        const there = await this.host.get()
        if (there.revision !== this.stored?.revision) this.take(there)
      } catch (error) {
        this.settings.set((now) => now ?? DEFAULT_SETTINGS)
        throw error
      }
    })
  }

  /** Changes and saves them. Rejects where that failed; then the change is taken back. */
  async change(operation: Operation): Promise<void> {
    this.waiting.push(operation)
    this.show()
    try {
      await this.inTurn(() => this.save(operation))
    } catch (error) {
      this.waiting = this.waiting.filter((o) => o !== operation)
      this.show()
      throw error
    }
  }

  private async save(operation: Operation): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const base = (this.stored ??= await this.host.get())
      const checking = operation(base.checking)
      try {
        const { revision } = await this.host.save({ checking, baseRevision: base.revision })
        this.waiting = this.waiting.filter((o) => o !== operation)
        this.take({ checking, revision })
        return
      } catch (error) {
        if (codeOf(error) !== 'CONFLICT' || attempt >= 5) throw error
        this.stored = await this.host.get()
      }
    }
  }

  private take(stored: { checking: CheckSettings; revision: number }): void {
    this.stored = stored
    this.show()
  }

  private show(): void {
    if (this.stored) this.settings.set(this.waiting.reduce((settings, operation) => operation(settings), this.stored.checking))
  }

  private inTurn<R>(action: () => Promise<R>): Promise<R> {
    const done = this.queue.then(action)
    this.queue = done.catch(() => undefined)
    return done
  }
}
