import { MATERIAL_FORMAT, MATERIAL_VERSION, readMaterialFile, type Material, type MaterialFile } from '#core/materials/material.ts'
import type { MaterialSummary } from '#contract/contract.ts'
import { DocumentNotFoundError, DocumentStore, type Original } from './document-store.ts'
import type { CollectionOptions } from './ledgers.ts'
import { damagedNotice, newerNotice } from './notices.ts'

/** The materials (素材) of a library: the texts that departments sent in, and the files that they came in. */
export class Materials {
  private readonly store: DocumentStore<MaterialFile>
  private readonly summaries = new Map<string, MaterialSummary>()
  private loading: Promise<void> | undefined

  constructor(private readonly options: CollectionOptions) {
    const { root, now, onNotice } = options
    this.store = new DocumentStore<MaterialFile>({
      kind: 'material',
      root,
      folders: { documents: 'materials', trash: 'trash/materials' },
      parse: readMaterialFile,
      now,
      onTrouble: (id, trouble) => onNotice(damagedNotice('material', id, this.summaries.get(id)?.title ?? trouble.file, trouble)),
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

  /** The materials of a body, or of all bodies, without their texts, last saved first. */
  async list(body?: string): Promise<MaterialSummary[]> {
    await this.load()
    return [...this.summaries.values()].filter((summary) => body === undefined || summary.body === body).sort((a, b) => b.savedAt.localeCompare(a.savedAt) || a.id.localeCompare(b.id))
  }

  /** The materials of a body with their texts, last saved first. */
  async getAll(body: string): Promise<MaterialFile[]> {
    const out: MaterialFile[] = []
    for (const { id } of await this.list(body)) {
      try {
        out.push(await this.store.get(id))
      } catch (error) {
        // removed, or damaged and set aside, since the list was made; the notice has been given
        if (!(error instanceof DocumentNotFoundError)) throw error
        this.summaries.delete(id)
      }
    }
    return out
  }

  /** A material as it is stored. Throws {@link DocumentNotFoundError}. */
  get(id: string): Promise<MaterialFile> {
    return this.store.get(id)
  }

  /** Stores a new material under a new id, and with it the file that it came from. Resolves when both are on disk. */
  async add(material: Material, original?: Original): Promise<MaterialFile> {
    await this.load()
    return this.store.add((id, stamp) => ({ format: MATERIAL_FORMAT, version: MATERIAL_VERSION, ...stamp, material: { ...material, id } }), { original })
  }

  /** Replaces a stored material. Throws `ConflictError` where `baseRevision` is not the one on disk; then nothing is written. */
  async save(material: Material, baseRevision: number): Promise<MaterialFile> {
    await this.load()
    return this.store.save(material.id, baseRevision, (stamp) => ({ format: MATERIAL_FORMAT, version: MATERIAL_VERSION, ...stamp, material }))
  }

  /** Moves a material to the trash; answers what it was. */
  async remove(id: string): Promise<MaterialFile> {
    await this.load()
    return this.store.remove(id)
  }

  /** Brings a material back from the trash. Throws {@link DocumentNotFoundError} where it is not there. */
  async restore(id: string): Promise<MaterialFile> {
    await this.load()
    return this.store.restore(id)
  }

  /** The file that a material was read from, as it was; undefined where it was pasted. */
  original(id: string): Promise<Original | undefined> {
    return this.store.original(id)
  }

  /** Waits for what is under way. */
  settled(): Promise<void> {
    return this.store.settled()
  }

  /** Reads the list once, before anything changes it, so that it never holds an older state than the disk. */
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
      else this.options.onNotice(newerNotice('material', id))
    }
  }
}

/** A material without its text, under the name of its file. */
function summaryOf(id: string, { material: { paragraphs, ...head }, revision, savedAt }: MaterialFile): MaterialSummary {
  return { ...head, id, characters: paragraphs.reduce((n, { text }) => n + text.replace(/\s/gu, '').length, 0), revision, savedAt }
}
