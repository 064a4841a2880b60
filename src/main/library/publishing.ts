import { join } from 'node:path'
import { Low } from 'lowdb'
import type { Notice } from '#contract/contract.ts'
import { NO_PUBLISHING, readPublishingFile, withExport, type Exported, type PublishingFile } from '#core/print/publishing.ts'
import { DurableFile, NewerFileError } from './durable-file.ts'
import { newerPublishingNotice, publishingNotice } from './notices.ts'
import { Turns } from './turns.ts'

/** The exports that were made and how each body exports, one file in the library. Damage costs the list, never a start of the application or an export. */
export class Publishing {
  private readonly saves = new Turns()

  private constructor(
    private readonly stored: Low<PublishingFile>,
    private readonly file: DurableFile<PublishingFile>,
    /** a newer version wrote the file, which is left as it is */
    private readonly newer: boolean,
  ) {}

  /** Reads the file; nothing where there is none. */
  static async open({ root, onNotice }: { root: string; onNotice: (notice: Notice) => void }): Promise<Publishing> {
    const file = new DurableFile<PublishingFile>(join(root, 'publishing.json'), readPublishingFile, (trouble) => onNotice(publishingNotice(trouble)))
    const stored = new Low<PublishingFile>(file, NO_PUBLISHING)
    try {
      await stored.read()
      return new Publishing(stored, file, false)
    } catch (error) {
      if (!(error instanceof NewerFileError)) throw error
      onNotice(newerPublishingNotice())
      return new Publishing(stored, file, true)
    }
  }

  get(): PublishingFile {
    return this.stored.data
  }

  /** Remembers an export; resolves when it is on disk. The file of a newer version is not touched: then it is known until the program ends. */
  remember(made: Exported): Promise<void> {
    return this.saves.take('save', async () => {
      this.stored.data = withExport(this.stored.data, made)
      if (!this.newer) await this.file.write(this.stored.data)
    })
  }

  /** Forgets exports, by their ids, or all. */
  forget(ids?: readonly string[]): Promise<void> {
    return this.saves.take('save', async () => {
      this.stored.data = { ...this.stored.data, exports: ids ? this.stored.data.exports.filter(({ id }) => !ids.includes(id)) : [] }
      if (!this.newer) await this.file.write(this.stored.data)
    })
  }

  /** Waits for what is under way. */
  settled(): Promise<void> {
    return this.saves.settled()
  }
}
