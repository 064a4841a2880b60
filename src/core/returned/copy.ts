import { z } from 'zod'
import { reportSchema } from '../model/report.ts'

/** A review copy (送审稿) as it came back from Word, whatever read it. It travels from the host to the window. */

/** Who did something, and when (where the file says it). */
export const madeSchema = z.object({ author: z.string(), at: z.iso.datetime().optional() })
export type Made = z.infer<typeof madeSchema>

/** Text of a paragraph: as it was, put in or taken out. Our own changes against last year are no changes here. */
export const returnedPieceSchema = z.object({ kind: z.enum(['same', 'inserted', 'deleted']), text: z.string(), made: madeSchema.optional() })
export type ReturnedPiece = z.infer<typeof returnedPieceSchema>

/** A comment that is not ours: a reviewer's own, or an answer to one of ours. */
export const returnedCommentSchema = madeSchema.extend({
  remark: z.string().min(1),
  /** what it answers, where it is an answer */
  answers: z.string().optional(),
  /** the draft's id of its paragraph; empty where the place is gone */
  paragraphId: z.string(),
  /** half-open, in the paragraph's text with all changes accepted */
  start: z.number().int().min(0),
  end: z.number().int().min(0),
})
export type ReturnedComment = z.infer<typeof returnedCommentSchema>

export const returnedCopySchema = z.object({
  /** its text with all pending changes accepted; paragraphs and sections have the draft's ids as far as their bookmarks are there */
  report: reportSchema,
  /** the runs of its paragraphs by the draft's ids, where somebody changed them and the change is still pending */
  pieces: z.map(z.string(), z.array(returnedPieceSchema)),
  /** who deleted whole paragraphs (ids), pending */
  deleted: z.map(z.string(), madeSchema),
  comments: z.array(returnedCommentSchema),
  /** fingerprints of what the export held (print/fingerprint.ts); empty where the file has lost them */
  fingerprints: z.string(),
  /** texts of the draft, by id, that were still the exported ones when the copy was read */
  base: z.map(z.string(), z.string()),
})
export type ReturnedCopy = z.infer<typeof returnedCopySchema>
