import type { Report } from '../model/report.ts'
import type { Exported } from '../print/fingerprint.ts'

/** A review copy (送审稿) as it came back from Word, whatever read it. */
export interface ReturnedCopy {
  /** its text with all pending changes accepted; paragraphs and sections have the draft's ids as far as their bookmarks are there */
  report: Report
  /** the runs of its paragraphs by the draft's ids, where somebody changed them and the change is still pending */
  pieces: ReadonlyMap<string, readonly ReturnedPiece[]>
  /** who deleted whole paragraphs (ids), pending */
  deleted: ReadonlyMap<string, Made>
  comments: readonly ReturnedComment[]
  /** what the export held, where the file still knows */
  exported?: Exported
}

/** Who did something, and when (ISO 8601, where the file says it). */
export interface Made {
  author: string
  at?: string
}

/** Text of a paragraph: as it was, put in or taken out. Our own changes against last year are no changes here. */
export interface ReturnedPiece {
  kind: 'same' | 'inserted' | 'deleted'
  text: string
  made?: Made
}

/** A comment that is not ours: a reviewer's own, or an answer to one of ours. */
export interface ReturnedComment extends Made {
  remark: string
  /** what it answers, where it is an answer */
  answers?: string
  /** the draft's id of its paragraph; empty where the place is gone */
  paragraphId: string
  /** half-open, in the paragraph's text with all changes accepted */
  start: number
  end: number
}
