import { z } from 'zod'
import type { Cursor } from './walk.ts'

/** Where in a report one was verifying last, on this machine; the states themselves are in the report. */
const cursorSchema = z.object({ id: z.string().optional(), blockId: z.string(), start: z.number(), ordinal: z.number() })

const key = (reportId: string): string => `shuhe.verify.${reportId}`

/** The place that was left, if any. */
export function keptPlace(reportId: string, storage: Pick<Storage, 'getItem'> = localStorage): Cursor | undefined {
  try {
    const { id, ...place } = cursorSchema.parse(JSON.parse(storage.getItem(key(reportId)) ?? 'null'))
    return { ...place, id }
  } catch {
    return undefined
  }
}

/** Keeps the place. */
export function keepPlace(reportId: string, cursor: Cursor, storage: Pick<Storage, 'setItem'> = localStorage): void {
  try {
    storage.setItem(key(reportId), JSON.stringify(cursor))
  } catch {
    // a full storage forgets the place, nothing else
  }
}
