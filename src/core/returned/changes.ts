import { changesBetween } from '../compare/versions.ts'
import { plainParagraphs, type PlainParagraph, type PlainRole } from '../model/plain-text.ts'
import type { Inline } from '../model/inline.ts'
import type { Report } from '../model/report.ts'
import type { Made, ReturnedCopy, ReturnedPiece } from './copy.ts'
import { readFingerprints, type Exported } from '../print/fingerprint.ts'
import { mergedEdits } from './merge.ts'
import { aroundSlots } from './splice.ts'

/** A difference between the draft as it is now and a returned copy, to be taken or left. */
export interface ReturnedChange {
  /** unique within one comparison */
  id: string
  kind: 'replace' | 'insert' | 'delete' | 'insert-paragraph' | 'delete-paragraph' | 'move'
  role: PlainRole
  /** the draft's paragraph, heading (by its section) or title line (by its role); of a new paragraph the id that it gets */
  paragraphId: string
  /** half-open, in the draft's text of it */
  start: number
  end: number
  before: string
  after: string
  /** of a new or moved paragraph: the draft's paragraph, section or title line that it stands behind; several behind one stand there in their order; empty at the very beginning */
  behind?: string
  /** of a new paragraph: its content, or its level where it is a heading */
  content?: readonly Inline[]
  level?: number
  author?: string
  at?: string
  /** the draft was changed there as well since the export, or nothing tells who changed it: to be looked at, never taken with the rest */
  conflict: boolean
}

/**
 * What differs between the draft as it is now and a copy that came back, in reading order. What only the draft changed since the export is no change: that is
 * known by the fingerprints in the file, else by the changes that are still pending in it. Where neither tells, a change is in conflict.
 */
export function returnedChanges(draft: Report, returned: ReturnedCopy): ReturnedChange[] {
  const copy: Known = { ...returned, exported: readFingerprints(returned.fingerprints) }
  const out: Omit<ReturnedChange, 'id'>[] = []
  const here = new Map(plainParagraphs(draft).map((p) => [p.id, p]))
  const used = new Set(here.keys())
  const tracked = copy.pieces.size > 0 || copy.deleted.size > 0
  let behind = ''
  for (const change of changesBetween(draft, copy.report)) {
    if (change.kind === 'deleted') {
      behind = change.before.id
      const gone = deletion(change.before, copy, tracked)
      if (gone) out.push(gone)
    } else if (change.kind === 'movedFrom') {
      continue
    } else if (change.kind === 'inserted') {
      const added = insertion(change.after, copy, behind, here.has(change.after.id))
      if (added) out.push(withNewIds(added, used))
    } else {
      const { before, after } = change
      if (change.kind === 'movedTo') {
        const made = madeOf(copy.pieces.get(after.id) ?? [], 0, after.text.length)
        out.push({ kind: 'move', role: before.role, paragraphId: before.id, start: 0, end: before.text.length, before: before.text, after: after.text, behind, ...made, conflict: made === undefined })
      }
      if (before.text !== after.text) out.push(...edits(before, after, copy, tracked))
      // what comes or moves stands behind something that stays, so that each can be taken alone
      if (change.kind !== 'movedTo') behind = before.id
    }
  }
  return out.map((change, i) => ({ id: `r${i + 1}`, ...change }))
}

interface Known extends ReturnedCopy {
  exported: Exported | undefined
}

/** A paragraph that the copy has no more. */
function deletion(p: PlainParagraph, copy: Known, tracked: boolean): Omit<ReturnedChange, 'id'> | undefined {
  const { exported, deleted } = copy
  const made = deleted.get(p.id)
  // what was written after the export cannot have been deleted there
  if (exported && !exported.has(p.id)) return undefined
  const certain = exported ? exported.said(p.id, p.text) : made !== undefined || tracked
  return { kind: 'delete-paragraph', role: p.role, paragraphId: p.id, start: 0, end: p.text.length, before: p.text, after: '', ...made, conflict: !certain || (made === undefined && !exported) }
}

/** A paragraph that only the copy has. `taken`: its id is another's in the draft. */
function insertion(p: PlainParagraph, copy: Known, behind: string, taken: boolean): Omit<ReturnedChange, 'id'> | undefined {
  const { exported, pieces } = copy
  // it was in the export, and the draft has deleted it since; one that the draft still has only stands elsewhere, too short to be called moved
  const known = !taken && exported?.has(p.id) === true
  if (known && exported?.said(p.id, p.text)) return undefined
  const made = madeOf(pieces.get(p.id) ?? [], 0, p.text.length)
  return {
    kind: 'insert-paragraph', role: p.role, paragraphId: p.id, start: 0, end: 0, before: '', after: p.text, behind,
    ...(p.paragraph ? { content: p.paragraph.content } : {}), ...(p.role === 'heading' && p.section ? { level: p.section.level } : {}), ...made, conflict: known,
  }
}

/** A new paragraph with ids that neither the draft nor another new paragraph has. */
function withNewIds<C extends Pick<ReturnedChange, 'paragraphId' | 'content'>>(change: C, used: Set<string>): C {
  let id = change.paragraphId
  for (let n = 1; used.has(id); n++) id = `${change.paragraphId}-${n}`
  used.add(id)
  return { ...change, paragraphId: id, ...(change.content ? { content: change.content.map((node) => ('id' in node ? { ...node, id: `${id}-${node.id}` } : node)) } : {}) }
}

/** Changes within a paragraph, heading or title line. */
function edits(before: PlainParagraph, after: PlainParagraph, copy: Known, tracked: boolean): Omit<ReturnedChange, 'id'>[] {
  const { exported } = copy
  const pieces = copy.pieces.get(after.id) ?? []
  // nothing was changed there: the draft has gone on since
  if (exported?.said(after.id, after.text)) return []
  const found = mergedEdits(before.text, after.text, baseOf(before, after, copy, tracked))
  const whole = before.paragraph ? aroundSlots(before.paragraph.content, found) : found
  return whole.map(({ start, end, text, there, conflict }) => ({
    kind: start === end ? ('insert' as const) : text === '' ? ('delete' as const) : ('replace' as const),
    role: before.role, paragraphId: before.id, start, end, before: before.text.slice(start, end), after: text, ...madeOf(pieces, there.start, there.end), conflict,
  }))
}

/** The text that draft and copy both came from, where it is known. */
function baseOf(before: PlainParagraph, after: PlainParagraph, { exported, pieces, base }: Known, tracked: boolean): string | undefined {
  if (exported?.said(before.id, before.text)) return before.text
  const then = base.get(before.id)
  if (then !== undefined) return then
  const own = pieces.get(after.id)
  const rejected = own?.map(({ kind, text }) => (kind === 'inserted' ? '' : text)).join('')
  if (exported) return rejected !== undefined && exported.said(after.id, rejected) ? rejected : undefined
  // without fingerprints: what the pending changes say, where they say something of this paragraph
  return tracked ? rejected : undefined
}

/** Who made a change, by the pending pieces at its place in the copy's text. */
function madeOf(pieces: readonly ReturnedPiece[], start: number, end: number): Made | undefined {
  let at = 0
  for (const { kind, text, made } of pieces) {
    const from = at
    if (kind !== 'deleted') at += text.length
    if (made === undefined) continue
    if (kind === 'deleted' ? from >= start && from <= end : from < end && at > start) return made
  }
  return undefined
}
