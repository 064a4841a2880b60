import { z } from 'zod'

/**
 * Error codes that a window can meet. `message` is Chinese and meant for the user: what happened, what it means for the document, what
 * to do. `data` carries what a window needs to react.
 */
export const errors = {
  /** no report, ledger or material with this id */
  NOT_FOUND: {},
  /** a file that cannot be read: wrong type, damaged, empty, too large */
  UNREADABLE_FILE: { data: z.object({ fileName: z.string(), reason: z.enum(['type', 'damaged', 'empty', 'too-large', 'encrypted', 'no-text']) }) },
  /** the report, ledger or material on disk is not the one that the window last saw; a body has another ledger already */
  CONFLICT: { data: z.object({ revision: z.number().int() }) },
  /** the disk refused: full, read-only, locked */
  STORAGE: { data: z.object({ reason: z.string() }) },
  /** an export could not be written where it was to go: the file is open in another program, read-only, or the folder is; `suggestion` is a name that is free of this */
  UNWRITABLE: { data: z.object({ path: z.string(), fileName: z.string(), suggestion: z.string() }) },
  /** export asked for while slots are open */
  OPEN_SLOTS: { data: z.object({ count: z.number().int() }) },
}
