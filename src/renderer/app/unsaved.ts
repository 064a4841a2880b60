import { z } from 'zod'
import { reportSchema, type Report } from '#core/model/report.ts'

/**
 * The safety net under the saves: what the host has not acknowledged yet lies in the window's own storage and is offered when the report is
 * opened again, after a crash of the window, the host or the machine.
 */
const PREFIX = 'shuhe.unsaved.'

const unsavedSchema = z.object({ report: reportSchema, baseRevision: z.number().int(), at: z.string() })
export type Unsaved = z.infer<typeof unsavedSchema>

/** Keeps a report until {@link forgetUnsaved}. Answers false where the storage is full or closed. */
export function keepUnsaved(report: Report, baseRevision: number, at: Date, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(PREFIX + report.id, JSON.stringify({ report, baseRevision, at: at.toISOString() } satisfies Unsaved))
    return true
  } catch {
    return false
  }
}

/** What was kept of a report, if anything readable was. */
export function findUnsaved(id: string, storage: Storage = localStorage): Unsaved | undefined {
  try {
    const parsed = unsavedSchema.safeParse(JSON.parse(storage.getItem(PREFIX + id) ?? 'null'))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The host has it: nothing needs to be kept. */
export function forgetUnsaved(id: string, storage: Storage = localStorage): void {
  try {
    storage.removeItem(PREFIX + id)
  } catch {
    // a closed storage holds nothing
  }
}

/** Ids of the reports of which something was kept. */
export function unsavedIds(storage: Storage = localStorage): string[] {
  try {
    return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length))
  } catch {
    return []
  }
}
