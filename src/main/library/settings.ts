import { join } from 'node:path'
import { Low } from 'lowdb'
import { DEFAULT_SETTINGS, readSettingsFile, SETTINGS_FORMAT, SETTINGS_VERSION, type CheckSettings, type SettingsFile } from '#core/checker/settings.ts'
import type { Notice } from '#contract/contract.ts'
import { ConflictError } from './document-store.ts'
import { DurableFile, NewerFileError } from './durable-file.ts'
import { newerSettingsNotice, settingsNotice } from './notices.ts'
import { Turns } from './turns.ts'

/** Where settings are kept, and whom to tell. */
export interface SettingsOptions {
  /** the library's folder */
  root: string
  now: () => Date
  onNotice: (notice: Notice) => void
}

/** What the editor set for all reports, one file in the library. Damage costs the settings, never a start of the application. */
export class Settings {
  private readonly saves = new Turns()

  private constructor(
    private readonly stored: Low<SettingsFile>,
    private readonly file: DurableFile<SettingsFile>,
    private readonly options: SettingsOptions,
    /** a newer version wrote the file, which is left as it is */
    private readonly newer: boolean,
  ) {}

  /** Reads the settings; the defaults where there are none. */
  static async open(options: SettingsOptions): Promise<Settings> {
    const file = new DurableFile<SettingsFile>(join(options.root, 'settings.json'), readSettingsFile, (trouble) => options.onNotice(settingsNotice(trouble)))
    const stored = new Low<SettingsFile>(file, { format: SETTINGS_FORMAT, version: SETTINGS_VERSION, revision: 0, savedAt: options.now().toISOString(), checking: DEFAULT_SETTINGS })
    try {
      await stored.read()
      return new Settings(stored, file, options, false)
    } catch (error) {
      if (!(error instanceof NewerFileError)) throw error
      options.onNotice(newerSettingsNotice())
      return new Settings(stored, file, options, true)
    }
  }

  /** The settings as they are on disk. */
  get(): SettingsFile {
    return this.stored.data
  }

  /**
   * Replaces the settings; resolves when they are on disk. Throws `ConflictError` where `baseRevision` is not the one on disk, and
   * `NewerFileError` where a newer version wrote them; then nothing is written.
   */
  save(checking: CheckSettings, baseRevision: number): Promise<SettingsFile> {
    return this.saves.take('save', async () => {
      if (this.newer) throw new NewerFileError(this.file.path)
      const { revision } = this.stored.data
      if (revision !== baseRevision) throw new ConflictError(revision, 'settings')
      const next: SettingsFile = { format: SETTINGS_FORMAT, version: SETTINGS_VERSION, revision: revision + 1, savedAt: this.options.now().toISOString(), checking }
      // what was not written is not what is on disk
      await this.file.write(next)
      this.stored.data = next
      return next
    })
  }

  /** Waits for what is under way. */
  settled(): Promise<void> {
    return this.saves.settled()
  }
}
